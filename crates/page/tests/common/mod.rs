//! Reads pages as a browser does, as far as these pages need.

pub(crate) mod drafts;

use std::collections::BTreeSet;

/// The elements that have no end tag: of HTML, and of SVG those that the page closes at once.
const EMPTY: &[&str] = &["meta", "br", "input", "use", "circle", "rect", "line", "path"];

/// The text content of the article.
pub(crate) fn article(page: &str) -> String {
    let start = page.find("<article").unwrap();
    let end = page.find("</article>").unwrap();
    text(&page[start..end])
}

/// The text content of HTML, without what tags hold.
pub(crate) fn text(html: &str) -> String {
    let mut text = String::new();
    for piece in html.split('<').skip(1) {
        let (_, words) = piece.split_once('>').unwrap();
        text.push_str(words);
    }
    decoded(&text)
}

fn decoded(text: &str) -> String {
    let mut decoded = String::new();
    let mut pieces = text.split('&');
    decoded.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (name, rest) = piece.split_once(';').unwrap();
        decoded.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "#39" => '\'',
            "#13" => '\r',
            other => panic!("&{other};"),
        });
        decoded.push_str(rest);
    }
    decoded
}

/// Asserts that elements nest, that ids are unique, that every link of the page leads somewhere, and that those that leave it lead to
/// the web and tell nothing of the page.
pub(crate) fn assert_sound(page: &str) {
    let (head, body) = page.split_once("<script>").unwrap();
    let body = body.split_once("</script>").unwrap().1;
    assert!(head.starts_with("<!DOCTYPE html>"));
    let (mut open, mut ids, mut links) = (vec!["html", "head"], BTreeSet::new(), BTreeSet::new());
    for piece in body.split('<').skip(1) {
        let tag = piece.split_once('>').unwrap().0;
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{tag} in {piece}");
            continue;
        }
        let name = tag.split([' ', '/']).next().unwrap();
        assert!(name.bytes().all(|byte| byte.is_ascii_alphanumeric()), "{tag}");
        assert!(name != "script" && name != "img" && name != "iframe", "{tag}");
        assert!(name != "a" || !open.contains(&"a"), "a link in a link: {tag}");
        for attribute in tag.split(' ') {
            if let Some(id) = attribute.strip_prefix("id=\"") {
                assert!(ids.insert(id.trim_end_matches('"')), "{id} stands twice");
            }
            if let Some(link) = attribute.strip_prefix("href=\"") {
                let link = link.split('"').next().unwrap_or_default();
                let web =
                    ["http://", "https://"].iter().any(|scheme| link.to_lowercase().starts_with(scheme));
                if web {
                    assert!(tag.contains(" rel=\"noopener noreferrer\""), "{tag}");
                } else {
                    links.insert(link.strip_prefix('#').expect("a link within the page or to the web"));
                }
            }
        }
        if !EMPTY.contains(&name) {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?}");
    let lost: Vec<_> = links.difference(&ids).collect();
    assert!(lost.is_empty(), "links to nothing: {lost:?}");
}
