//! Whole pages: one read line by line, any text with any marks, and documents that mean harm.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use proptest::prelude::*;
use verbale_core::Record;

use common::drafts::{Draft, any_draft};
use common::{article, assert_sound, text};

const JSON: &str = include_str!("../../../tests/python/data/hundred-hours.json");
const TEXT: &str = include_str!("../../../tests/python/data/hundred-hours.txt");

/// The page without what is the same on each.
fn body(page: &str) -> &str {
    page.split_once("</script></head>").unwrap().1
}

#[test]
fn a_record_in_which_every_field_holds_something() {
    let page = verbale_page::render(&Record::from_json(JSON).unwrap(), TEXT).unwrap();
    assert_sound(&page);
    assert_eq!(article(&page), TEXT);
    // Each on a line of its own, so that the snapshot can be read.
    let mut lines = body(&page).to_owned();
    let blocks = [
        "<header",
        "<nav",
        "<main",
        "<section",
        "<fieldset",
        "<label",
        "<article",
        "<p",
        "<h",
        "<footer",
        "<div",
        "<form",
        "<select",
        "<optgroup",
        "<option",
        "<svg",
        "<ol",
        "<ul",
        "<li",
        "<dl",
        "<dt",
        "<blockquote",
        "<details",
        "<button",
        "<text",
    ];
    for tag in blocks {
        lines = lines
            .replace(&format!("{tag} "), &format!("\n{tag} "))
            .replace(&format!("{tag}>"), &format!("\n{tag}>"));
    }
    for level in 1..=6 {
        lines = lines.replace(&format!("<h{level}"), &format!("\n<h{level}"));
    }
    insta::assert_snapshot!("hundred-hours", lines);
}

#[test]
fn a_text_that_is_not_the_records_is_refused() {
    let record = Record::from_json(JSON).unwrap();
    assert!(verbale_page::render(&record, &TEXT.replace("1969", "1968")).is_err());
}

#[test]
fn equal_input_gives_equal_bytes() {
    let record = Record::from_json(JSON).unwrap();
    assert_eq!(verbale_page::render(&record, TEXT).unwrap(), verbale_page::render(&record, TEXT).unwrap());
}

#[test]
fn the_policy_lets_nothing_in() {
    let page = verbale_page::render(&Record::from_json(JSON).unwrap(), TEXT).unwrap();
    let head = page.split_once("<style>").unwrap().0;
    assert!(head.contains("default-src &#39;none&#39;; style-src &#39;sha256-"), "{head}");
    assert!(!head.contains("unsafe"), "{head}");
    // Nothing of the page names another place, and no element has a script or a style of its own.
    let body = body(&page);
    assert!(!body.contains("src=") && !body.contains(" style=") && !body.contains("javascript:"), "{body}");
}

#[test]
fn hostile_words_are_words_everywhere() {
    let words = "</script><img src=x onerror=alert(1)>\" onmouseover='alert(2)' </article></title>";
    let page = Draft::saying(words).render();
    assert_sound(&page);
    assert_eq!(article(&page), words);
    let shown = text(body(&page));
    let held =
        "title, text, actors, places, evidence, speakers, whom words are toward, titles and bodies of notes";
    assert!(shown.matches(words).count() >= 20, "{held}: {shown}");
    // The address of a note is a word among others, too.
    assert!(shown.contains(&format!("javascript:{words}")), "{shown}");
    assert!(!body(&page).contains("href=\"javascript"), "{page}");
}

proptest! {
    #[test]
    fn the_article_is_the_text(draft in any_draft()) {
        let page = draft.render();
        assert_sound(&page);
        prop_assert_eq!(article(&page), draft.text.replace('\0', "\u{fffd}"));
    }
}

#[test]
fn marks_that_all_cross_do_not_make_the_page_grow_faster_than_themselves() {
    let size = |marks: usize| {
        let spans = (0..marks).map(|at| (at, at + marks)).collect();
        let page = Draft { text: "a".repeat(2 * marks), title: None, sections: Vec::new(), spans }.render();
        page.split_once("<article").unwrap().1.split_once("</article>").unwrap().0.len()
    };
    let (short, long) = (size(200), size(400));
    assert!(long < short * 3, "{short} bytes, twice the marks {long}");
}

#[test]
fn a_record_at_a_glance() {
    let record = Record::from_json(JSON).unwrap();
    let glance = verbale_page::fragment(&record, Some(TEXT)).unwrap();
    let whole = |piece: &str| format!("<!DOCTYPE html><script></script></head><body>{piece}</body></html>");
    assert_sound(&whole(&glance));
    assert!(text(&glance).contains(TEXT), "{glance}");
    assert!(!glance.contains(" id=\""), "several fragments may stand in one page");
    let without = verbale_page::fragment(&record, None).unwrap();
    assert_sound(&whole(&without));
    assert!(text(&without).contains("attack"));
    assert!(verbale_page::fragment(&record, Some("another text")).is_err());
}
