//! A record and its text as a page: one HTML file without anything from elsewhere, to read, filter, print and send on.
//!
//! The page has the text with dates, actors, places, instruments and events marked, a timeline, and a card for each event; a
//! click on either side finds the other. It can be read without its script, which filters and scrolls.
//!
//! ```
//! use verbale_core::Record;
//!
//! # fn record() -> Result<(), Box<dyn std::error::Error>> {
//! # let json = include_str!("../../../tests/python/data/hundred-hours.json");
//! # let text = include_str!("../../../tests/python/data/hundred-hours.txt");
//! let record = Record::from_json(json)?;
//! let page = verbale_page::render(&record, text)?;
//! assert!(page.starts_with("<!DOCTYPE html>"));
//! assert!(verbale_page::render(&record, "another text").is_err());
//! # Ok(())
//! # }
//! # record().unwrap();
//! ```
//!
//! # Safety of the page
//!
//! A document may be hostile. Whatever comes from it or from the record is escaped in one place, the private module `html`; the
//! page's content security policy lets run only the script whose checksum it names, and lets nothing be fetched or sent; control
//! characters and those that turn the direction of writing are shown by their numbers and do not reach beyond themselves.

mod assets;
mod card;
mod filters;
mod fragment;
mod html;
mod text;
mod timeline;
mod words;

/// The programs of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

use verbale_core::{Document, Record, TextIndex, ValidationError};

pub use fragment::fragment;

use card::Names;
use html::Html;

/// The page of a record and the text that it was made from. Equal input gives equal bytes.
///
/// # Errors
/// If the record was not made from this text.
pub fn render(record: &Record, text: &str) -> Result<String, ValidationError> {
    record.verify(text)?;
    let mut html = Html::new();
    let names = Names::of(record);
    let document = record.document();
    head(&mut html, document);
    masthead(&mut html, record);
    html.raw("<main>");
    html.raw("<section id=\"text\" class=\"pane\" aria-labelledby=\"text-title\" tabindex=\"0\"><h2 id=\"text-title\">Text</h2>");
    legend(&mut html);
    html.raw("<article id=\"article\"").attr("lang", document.language.as_str()).raw(">");
    text::write(&mut html, record, &TextIndex::new(text));
    html.raw("</article>");
    colophon(&mut html, document);
    html.raw("</section><div class=\"side\">");
    filters::write(&mut html, &names);
    html.raw(concat!(
        "<div id=\"views\" class=\"views\" role=\"tablist\" aria-label=\"Views of the events\">",
        "<button type=\"button\" role=\"tab\" id=\"tab-events\" aria-controls=\"events\" aria-selected=\"true\">Events</button>",
        "<button type=\"button\" role=\"tab\" id=\"tab-timeline\" aria-controls=\"timeline\" aria-selected=\"false\" ",
        "tabindex=\"-1\">Timeline</button></div>",
        "<div class=\"panels\"><section id=\"timeline\" class=\"panel\" aria-labelledby=\"timeline-title\">",
        "<h2 id=\"timeline-title\">Timeline</h2>",
    ));
    timeline::write(&mut html, &names);
    html.raw("</section><section id=\"events\" class=\"panel open\" aria-labelledby=\"events-title\"><h2 id=\"events-title\">Events</h2>");
    html.raw("<p id=\"none\" class=\"hint\" hidden>No event fits these filters.</p>");
    card::write(&mut html, &names);
    html.raw("</section></div></div></main></body></html>\n");
    Ok(html.finish())
}

fn head(html: &mut Html, document: &Document) {
    html.raw("<!DOCTYPE html>\n<html").attr("lang", "en").raw("><head><meta charset=\"utf-8\">");
    html.raw("<meta http-equiv=\"Content-Security-Policy\"").attr("content", assets::policy()).raw(">");
    html.raw(concat!(
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
        "<meta name=\"color-scheme\" content=\"light dark\"><meta name=\"referrer\" content=\"no-referrer\">",
        "<meta name=\"generator\" content=\"verbale\"><title>",
    ));
    html.plain(document.title.as_deref().unwrap_or(&document.id));
    html.raw("</title><style>").asset(&assets::style()).raw("</style><script>").asset(&assets::script());
    html.raw("</script></head><body>");
}

/// What was read, and how much was found.
fn masthead(html: &mut Html, record: &Record) {
    let document = record.document();
    html.raw("<a class=\"skip\" href=\"#events\">Skip to the events</a><header class=\"masthead\"><h1>");
    html.text(document.title.as_deref().unwrap_or(&document.id)).raw("</h1><p class=\"facts\">");
    if !document.authors.is_empty() {
        html.raw("<span>").text(&document.authors.join(", ")).raw("</span>");
    }
    if let Some(publisher) = &document.publisher {
        html.raw("<span>").text(publisher).raw("</span>");
    }
    if let Some(published) = &document.published {
        html.raw("<span>");
        timeline::write_date(html, published.edtf());
        html.raw("</span>");
    }
    for (count, one, more) in [
        (record.events().len(), " event", " events"),
        (record.actors().len(), " actor", " actors"),
        (record.places().len(), " place", " places"),
        (record.dates().len(), " date", " dates"),
    ] {
        html.raw("<span class=\"count\">")
            .show(count)
            .raw(if count == 1 { one } else { more })
            .raw("</span>");
    }
    html.raw(concat!(
        "</p></header><nav aria-label=\"Parts of the page\"><a href=\"#text\">Text</a><a href=\"#timeline\">Timeline</a>",
        "<a href=\"#events\">Events</a></nav>",
    ));
}

/// What the marks mean; each can be put out.
fn legend(html: &mut Html) {
    html.raw("<fieldset class=\"legend\"><legend>Marked in the text</legend>");
    for (layer, class, label) in [
        ("event", "m-event", "events"),
        ("actor", "m-actor", "actors"),
        ("place", "m-place", "places"),
        ("date", "m-date", "dates"),
        ("instrument", "m-instrument", "instruments"),
    ] {
        html.raw("<label><input type=\"checkbox\" autocomplete=\"off\" checked").attr("value", layer);
        html.raw("> <span").attr("class", class).raw(">").raw(label).raw("</span></label>");
    }
    html.raw("</fieldset>");
}

fn colophon(html: &mut Html, document: &Document) {
    html.raw("<footer class=\"colophon\"><p>Read by verbale from the document <b>").text(&document.id);
    html.raw("</b>: every value on this page was read from words of the text, and leads back to them. What the text says is its own ");
    html.raw("claim or that of those it cites.</p><p>SHA-256 of the text <code>")
        .text(document.sha256.as_str());
    html.raw("</code></p></footer>");
}
