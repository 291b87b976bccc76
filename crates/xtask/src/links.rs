//! Whether the links of the guide lead somewhere, as it is built: to a page that is there, and to a place on it.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context as _, bail};

/// Follows every link of the guide's pages that leads to no other site. Folders that are not built yet are left out.
pub(crate) fn check(site: &Path, unbuilt: &[&str]) -> anyhow::Result<()> {
    let mut broken = Vec::new();
    let mut count = 0;
    for entry in fs::read_dir(site)? {
        let page = entry?.path();
        let name = page.file_name().unwrap_or_default().to_string_lossy().into_owned();
        // The page of a wrong address has links from the top of the server.
        if !name.ends_with(".html") || name == "404.html" {
            continue;
        }
        let html = fs::read_to_string(&page).with_context(|| format!("{name} cannot be read"))?;
        for link in links(&html) {
            let (file, place) = link.split_once('#').unwrap_or((link, ""));
            let is_elsewhere =
                file.contains(':') || unbuilt.iter().any(|folder| file.split('/').next() == Some(*folder));
            if is_elsewhere {
                continue;
            }
            count += 1;
            let target = if file.is_empty() { page.clone() } else { site.join(file) };
            let leads = if place.is_empty() {
                target.exists()
            } else {
                fs::read_to_string(&target).is_ok_and(|html| html.contains(&format!("id=\"{place}\"")))
            };
            if !leads {
                broken.push(format!("{name}: {link}"));
            }
        }
    }
    if !broken.is_empty() {
        // A folder tells its files in no order.
        broken.sort();
        bail!("links of the guide that lead nowhere:\n  {}", broken.join("\n  "));
    }
    if count == 0 {
        bail!("the guide in {} has no links: is it built?", site.display());
    }
    writeln!(std::io::stderr(), "{count} links of the guide lead somewhere")?;
    Ok(())
}

/// What the elements of a page refer to.
fn links(html: &str) -> impl Iterator<Item = &str> {
    ["href=\"", "src=\""]
        .into_iter()
        .flat_map(|attribute| html.split(attribute).skip(1).filter_map(|behind| behind.split('"').next()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_that_lead_nowhere_are_named() {
        let site = tempfile::tempdir().unwrap();
        let write = |name: &str, html: &str| fs::write(site.path().join(name), html).unwrap();
        write(
            "one.html",
            r#"<h1 id="top"><a href="two.html#end"></a><a href="https://example.org/none"></a></h1>"#,
        );
        write(
            "two.html",
            r##"<p id="end"><a href="#end"></a><a href="one.html"></a><a href="python/x.html"></a></p>"##,
        );
        check(site.path(), &["python"]).unwrap();
        let found = check(site.path(), &[]).unwrap_err().to_string();
        assert!(found.ends_with("nowhere:\n  two.html: python/x.html"), "{found}");
        write("one.html", r#"<a href="two.html#start"></a><img src="none.png">"#);
        let found = check(site.path(), &["python"]).unwrap_err().to_string();
        assert!(found.ends_with("nowhere:\n  one.html: none.png\n  one.html: two.html#start"), "{found}");
    }

    #[test]
    fn links_that_lead_nowhere_are_told_in_order() {
        let site = tempfile::tempdir().unwrap();
        for number in (10..60).rev() {
            fs::write(site.path().join(format!("{number}.html")), r#"<a href="none.html"></a>"#).unwrap();
        }
        let found = check(site.path(), &[]).unwrap_err().to_string();
        let told: Vec<_> = found.lines().skip(1).collect();
        let expected: Vec<_> = (10..60).map(|number| format!("  {number}.html: none.html")).collect();
        assert_eq!(told, expected);
    }

    #[test]
    fn a_site_without_pages_is_refused() {
        assert!(check(tempfile::tempdir().unwrap().path(), &[]).is_err());
    }
}
