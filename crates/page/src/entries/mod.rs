//! What the page lists besides the events: quotations with their speakers, loaded words, and sources with the markers that
//! cite them. A card of an event names those that belong to it.

mod framing;
mod quotations;
mod sources;

use std::fmt;

use verbale_core::{EventId, Span};

use crate::html::Html;
use crate::names::Names;
use crate::text::anchor;
use crate::words;

pub(crate) use framing::{note as framing_note, write as write_framing};
pub(crate) use quotations::{note as quotation_note, write as write_quotations};
pub(crate) use sources::{Sources, note as source_note, write as write_sources};

/// So many code points of a quotation are enough to know it again.
const BRIEF: usize = 60;

/// The id of an entry, by its place in its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Entry {
    Quotation(usize),
    Framing(usize),
    Source(usize),
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Quotation(index) => write!(f, "q{}", index + 1),
            Self::Framing(index) => write!(f, "f{}", index + 1),
            Self::Source(index) => write!(f, "n{}", index + 1),
        }
    }
}

/// Writes the rows of an event's card that name the entries on it.
pub(crate) fn rows(html: &mut Html, names: &Names<'_>, event: EventId) {
    let Some(about) = names.about(event) else { return };
    rows_of(html, "<dt>Sources</dt><dd>", &about.citations, |html, index| sources::row(html, names, index));
    rows_of(html, "<dt>Quotations</dt><dd>", &about.quotations, |html, index| {
        quotations::row(html, names, index);
    });
    rows_of(html, "<dt>Framing</dt><dd>", &about.framing, |html, index| framing::row(html, names, index));
}

fn rows_of(html: &mut Html, head: &'static str, of: &[usize], row: impl Fn(&mut Html, usize)) {
    for (at, &index) in of.iter().enumerate() {
        html.raw(if at == 0 { head } else { "<dd>" });
        row(html, index);
        html.raw("</dd>");
    }
}

/// Begins an entry; `span` are the words that the text shows beside it.
fn open(html: &mut Html, entry: Entry, span: &Span) {
    html.raw("<li class=\"entry\" tabindex=\"-1\"").attr("id", entry);
    html.attr("data-x", anchor(span)).raw(">");
}

/// A link to an entry.
fn link(html: &mut Html, entry: Entry, label: &str) {
    html.raw("<a").attr("href", format_args!("#{entry}")).raw(">").text(label).raw("</a>");
}

/// Behind an entry, the event that it belongs to.
fn aside_event(html: &mut Html, names: &Names<'_>, event: Option<EventId>) {
    if let Some(event) = event {
        html.raw("<span class=\"aside\">");
        names.event(html, event);
        html.raw("</span>");
    }
}

/// The beginning of a quotation, between quotation marks.
fn brief(quote: &str) -> String {
    let words = words::flowing(quote);
    match words.char_indices().nth(BRIEF) {
        // A word that would be cut is left out, if another one stands before it.
        Some((end, _)) => {
            let start = words.get(..end).unwrap_or_default();
            let whole = start.rfind(char::is_whitespace).and_then(|at| start.get(..at)).unwrap_or(start);
            format!("“{} …”", whole.trim_end())
        }
        None => format!("“{words}”"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_quotation_ends_with_a_whole_word() {
        assert_eq!(brief("a truce,\nnot a peace"), "“a truce,\nnot a peace”");
        let long = "We shall go on negotiating until both delegations have signed every page of it.";
        assert_eq!(brief(long), "“We shall go on negotiating until both delegations have …”");
        assert_eq!(brief(&"é".repeat(61)), format!("“{} …”", "é".repeat(60)));
    }
}
