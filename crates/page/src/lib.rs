//! A record and its text as a page: one HTML file without anything from elsewhere, to read, filter, print and send on.
//!
//! The page has the text with events, actors, places, dates, instruments, quotations, loaded words and the markers of sources marked,
//! a timeline, a card for each event, and lists of quotations, framing and sources; a click on either side finds the other. It can be
//! read without its script, which filters and scrolls.
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
//! page's content security policy lets run only the script whose checksum it names, and lets nothing be fetched or sent. An address
//! is a link only if it is one of the web, and is asked for only if a reader follows it. Control characters and those that turn the
//! direction of writing are shown by their numbers and do not reach beyond themselves.

mod assets;
mod card;
mod entries;
mod filters;
mod fragment;
mod html;
mod names;
mod text;
mod timeline;
mod words;

/// The programs of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

use std::ops::Range;

use verbale_core::{Document, Record, TextIndex, ValidationError};

pub use fragment::fragment;

use html::Html;
use names::Names;

/// The page of a record and the text that it was made from. Equal input gives equal bytes.
///
/// # Errors
/// If the record was not made from this text.
pub fn render(record: &Record, text: &str) -> Result<String, ValidationError> {
    record.verify(text)?;
    let mut html = Html::new();
    let (names, index) = (Names::of(record), TextIndex::new(text));
    let document = record.document();
    let views = View::of(record);
    head(&mut html, document);
    masthead(&mut html, record, &views);
    html.raw("<main>");
    html.raw("<section id=\"text\" class=\"pane\" aria-labelledby=\"text-title\" tabindex=\"0\"><h2 id=\"text-title\">Text</h2>");
    legend(&mut html);
    html.raw("<article id=\"article\"").attr("lang", document.language.as_str()).raw(">");
    let blocks = text::write(&mut html, &names, &index);
    html.raw("</article>");
    colophon(&mut html, document);
    html.raw("</section><div class=\"side\">");
    tabs(&mut html, &views);
    filters::write(&mut html, &names);
    html.raw("<div class=\"panels\">");
    for view in &views {
        view.write(&mut html, &names, &index, &blocks);
    }
    html.raw("</div></div></main></body></html>\n");
    Ok(html.finish())
}

/// What stands beside the text, one view at a time.
#[derive(Clone, Copy, PartialEq, Eq)]
enum View {
    Timeline,
    Events,
    Quotations,
    Framing,
    Sources,
}

impl View {
    /// The views that have something to show for a record, in the order of paper; events and their timeline say themselves that there
    /// are none.
    fn of(record: &Record) -> Vec<Self> {
        [
            (Self::Timeline, true),
            (Self::Events, true),
            (Self::Quotations, !record.quotations().is_empty()),
            (Self::Framing, !record.framing().is_empty()),
            (Self::Sources, !record.citations().is_empty()),
        ]
        .into_iter()
        .filter_map(|(view, any)| any.then_some(view))
        .collect()
    }

    /// The id of its section, and its name.
    const fn name(self) -> (&'static str, &'static str) {
        match self {
            Self::Events => ("events", "Events"),
            Self::Timeline => ("timeline", "Timeline"),
            Self::Quotations => ("quotations", "Quotations"),
            Self::Framing => ("framing", "Framing"),
            Self::Sources => ("sources", "Sources"),
        }
    }

    fn write(self, html: &mut Html, names: &Names<'_>, index: &TextIndex<'_>, blocks: &[Range<usize>]) {
        let (id, label) = self.name();
        html.raw("<section")
            .attr("id", id)
            .attr("class", if self == Self::Events { "panel open" } else { "panel" });
        html.attr("aria-labelledby", format_args!("{id}-title"))
            .raw("><h2")
            .attr("id", format_args!("{id}-title"));
        html.raw(">").raw(label).raw("</h2>");
        match self {
            Self::Events => {
                html.raw("<p id=\"none\" class=\"hint\" hidden>No event fits these filters.</p>");
                card::write(html, names);
            }
            Self::Timeline => timeline::write(html, names),
            Self::Quotations => entries::write_quotations(html, names),
            Self::Framing => entries::write_framing(html, names, index, blocks),
            Self::Sources => entries::write_sources(html, names),
        }
        html.raw("</section>");
    }
}

fn tabs(html: &mut Html, views: &[View]) {
    html.raw("<div id=\"views\" class=\"views\" role=\"tablist\" aria-label=\"Views beside the text\">");
    // On the screen, the events come first.
    let is_events = |view: &&View| **view == View::Events;
    for view in views.iter().filter(is_events).chain(views.iter().filter(|view| !is_events(view))) {
        let (id, label) = view.name();
        html.raw("<button type=\"button\" role=\"tab\"")
            .attr("id", format_args!("tab-{id}"))
            .attr("aria-controls", id);
        let first = *view == View::Events;
        html.attr("aria-selected", first)
            .raw(if first { ">" } else { " tabindex=\"-1\">" })
            .raw(label)
            .raw("</button>");
    }
    html.raw("</div>");
}

fn head(html: &mut Html, document: &Document) {
    html.raw("<!DOCTYPE html>\n<html").attr("lang", "en").raw("><head><meta charset=\"utf-8\">");
    html.raw("<meta http-equiv=\"Content-Security-Policy\"").attr("content", &*assets::POLICY).raw(">");
    html.raw(concat!(
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
        "<meta name=\"color-scheme\" content=\"light dark\"><meta name=\"referrer\" content=\"no-referrer\">",
        "<meta name=\"generator\" content=\"verbale\"><title>",
    ));
    html.plain(document.title.as_deref().unwrap_or(&document.id));
    html.raw("</title><style>").raw(&assets::STYLE).raw("</style><script>").raw(&assets::SCRIPT);
    html.raw("</script></head><body>");
}

/// What was read, and how much was found.
fn masthead(html: &mut Html, record: &Record, views: &[View]) {
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
    html.raw("</p></header><nav aria-label=\"Parts of the page\"><a href=\"#text\">Text</a>");
    for view in views {
        let (id, label) = view.name();
        html.raw("<a").attr("href", format_args!("#{id}")).raw(">").raw(label).raw("</a>");
    }
    html.raw("</nav>");
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
        ("quotation", "m-quotation", "quotations"),
        ("framing", "m-framing", "framing"),
        ("source", "m-source", "sources"),
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
