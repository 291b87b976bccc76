//! A record at a glance: the beginning of its text with marks and a table of its events, as a piece of HTML that stands among others, as
//! the cells of a notebook do.
//!
//! It has neither script nor style sheet nor ids: several may stand in one page, notebooks that trust nobody show them all the same,
//! and colours that let the background through fit light and dark ones.

use std::ops::Range;

use verbale_core::{Record, Span, TextIndex, ValidationError};

use crate::html::Html;
use crate::names::Names;
use crate::timeline::write_date;
use crate::words;

/// So many code points of the text are shown, and so many events: a glance, not the page.
const TEXT: usize = 5_000;
const EVENTS: usize = 50;

/// What is marked, and how: the first that has a stretch of text keeps it.
const LAYERS: [(Layer, &str, &str); 4] = [
    (Layer::Event, "events", "background:rgba(214,93,14,.30);font-weight:600;color:inherit"),
    (Layer::Date, "dates", "background:rgba(104,157,106,.30);color:inherit"),
    (Layer::Actor, "actors", "background:rgba(69,133,136,.28);color:inherit"),
    (Layer::Place, "places", "background:rgba(177,98,134,.28);color:inherit"),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Layer {
    Event,
    Date,
    Actor,
    Place,
}

/// The record as a piece of HTML, with the text if it is given. Equal input gives equal bytes.
///
/// ```
/// use verbale_core::Record;
///
/// # fn record() -> Result<(), Box<dyn std::error::Error>> {
/// # let json = include_str!("../../../tests/python/data/hundred-hours.json");
/// # let text = include_str!("../../../tests/python/data/hundred-hours.txt");
/// let record = Record::from_json(json)?;
/// assert!(verbale_page::fragment(&record, Some(text))?.starts_with("<div"));
/// # Ok(())
/// # }
/// # record().unwrap();
/// ```
///
/// # Errors
/// If the record was not made from this text.
pub fn fragment(record: &Record, text: Option<&str>) -> Result<String, ValidationError> {
    if let Some(text) = text {
        record.verify(text)?;
    }
    let document = record.document();
    let mut html = Html::new();
    html.raw("<div style=\"max-width:60em\"><p style=\"margin:.3em 0\"><b>");
    html.plain(document.title.as_deref().unwrap_or(&document.id)).raw("</b> · ");
    for (index, (count, one, more)) in [
        (record.events().len(), " event", " events"),
        (record.actors().len(), " actor", " actors"),
        (record.places().len(), " place", " places"),
        (record.dates().len(), " date", " dates"),
    ]
    .into_iter()
    .enumerate()
    {
        html.raw(if index == 0 { "" } else { ", " }).show(count).raw(if count == 1 { one } else { more });
    }
    html.raw("</p>");
    if let Some(text) = text {
        marked(&mut html, record, text);
    }
    events(&mut html, record);
    html.raw("</div>");
    Ok(html.finish())
}

fn marked(html: &mut Html, record: &Record, text: &str) {
    html.raw("<p style=\"margin:.3em 0;font-size:.85em\">Marked:");
    for (_, name, style) in LAYERS {
        html.raw(" <span").attr("style", style).raw(">").raw(name).raw("</span>");
    }
    html.raw(concat!(
        "</p><div style=\"white-space:pre-wrap;max-height:24em;overflow:auto;border:1px solid rgba(128,128,128,.4);",
        "padding:.6em .8em;line-height:1.6\" tabindex=\"0\" role=\"group\" aria-label=\"Text\">",
    ));
    let index = TextIndex::new(text);
    let end = index.byte(TEXT).unwrap_or(text.len());
    let mut at = 0;
    for (range, layer, note) in marks(record, &index) {
        if range.end > end {
            break;
        }
        flat(html, &text[at..range.start]);
        html.raw("<mark");
        for (known, _, style) in LAYERS {
            if known == layer {
                html.attr("style", style);
            }
        }
        html.attr("title", note).raw(">");
        flat(html, &text[range.clone()]);
        html.raw("</mark>");
        at = range.end;
    }
    flat(html, &text[at..end]);
    if end < text.len() {
        html.raw("<i>… and ").show(record.document().length.saturating_sub(TEXT)).raw(" characters more</i>");
    }
    html.raw("</div>");
}

/// Text that keeps its lines. What hides or turns the direction of writing is U+FFFD, since no style sheet tells it here.
fn flat(html: &mut Html, text: &str) {
    for (index, line) in text.split('\n').enumerate() {
        html.raw(if index == 0 { "" } else { "\n" }).plain(line);
    }
}

/// What is marked, in the order of the text, without crossings.
fn marks(record: &Record, index: &TextIndex<'_>) -> Vec<(Range<usize>, Layer, String)> {
    let bytes = |span: &Span| Some(index.byte(span.start())?..index.byte(span.end())?);
    let mut found: Vec<(Range<usize>, Layer, String)> = Vec::new();
    let mut add = |span: &Span, layer, note: String| {
        if let Some(range) = bytes(span) {
            found.push((range, layer, note));
        }
    };
    for event in record.events() {
        add(&event.trigger, Layer::Event, format!("{} {}, {}", event.id, event.kind, event.status));
    }
    for date in record.dates() {
        add(date.span(), Layer::Date, words::date(date.edtf()));
    }
    for actor in record.actors() {
        actor.mentions.iter().for_each(|mention| add(&mention.span, Layer::Actor, actor.name.clone()));
    }
    for place in record.places() {
        place.mentions.iter().for_each(|span| add(span, Layer::Place, place.name.clone()));
    }
    // Stable: of two notes on one stretch, the one that was added first is kept.
    let order = |layer| LAYERS.iter().position(|(known, ..)| *known == layer);
    found.sort_by_key(|(range, layer, _)| (order(*layer), range.start, range.end));
    let mut kept: std::collections::BTreeMap<usize, (usize, Layer, String)> =
        std::collections::BTreeMap::new();
    for (range, layer, note) in found {
        let before = kept.range(..range.end).next_back();
        if before.is_none_or(|(_, (end, ..))| *end <= range.start) {
            kept.insert(range.start, (range.end, layer, note));
        }
    }
    kept.into_iter().map(|(start, (end, layer, note))| (start..end, layer, note)).collect()
}

fn events(html: &mut Html, record: &Record) {
    if record.events().is_empty() {
        html.raw("<p>No event was found in the text.</p>");
        return;
    }
    let names = Names::of(record);
    html.raw("<table style=\"margin:.6em 0\"><thead><tr>");
    for head in ["Event", "Date", "What", "Whether", "Who → whom", "Words", "Who says so"] {
        html.raw("<th scope=\"col\" style=\"text-align:left\">").raw(head).raw("</th>");
    }
    html.raw("</tr></thead><tbody>");
    const CELL: &str = "</td><td style=\"text-align:left;vertical-align:top\">";
    for event in record.events().iter().take(EVENTS) {
        html.raw("<tr><td style=\"text-align:left;vertical-align:top\">").show(event.id).raw(CELL);
        if let Some(date) = &event.date {
            write_date(html, date.edtf());
        }
        html.raw(CELL).plain(&words::label(event.kind.as_str()));
        html.raw(CELL).plain(&words::label(event.status.as_str())).raw(CELL);
        if let Some(who) = names.who(event) {
            html.plain(&who);
        }
        html.raw(CELL).plain(&words::flowing(event.trigger.quote()));
        html.raw(CELL).plain(names.source(event.attribution.source));
        html.raw(", ").plain(&words::label(event.attribution.certainty.as_str())).raw("</td></tr>");
    }
    html.raw("</tbody></table>");
    if let Some(more) = record.events().len().checked_sub(EVENTS).filter(|more| *more > 0) {
        html.raw("<p>… and ").show(more).raw(" events more</p>");
    }
}
