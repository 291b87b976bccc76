//! The list of sources: each note once, with all markers that point to it.

use std::collections::BTreeMap;

use verbale_core::{Citation, CitationKind, Record};

use super::{Entry, link, open};
use crate::html::Html;
use crate::names::Names;
use crate::text::leading;
use crate::timeline::write_date;
use crate::words;

/// The citations of a record by what they point to.
pub(crate) struct Sources<'r> {
    /// The markers of each source, in the order of the first ones.
    citations: Vec<Vec<&'r Citation>>,
    /// The source of each citation of the record.
    of: Vec<usize>,
}

impl<'r> Sources<'r> {
    pub(crate) fn of(record: &'r Record) -> Self {
        let (mut known, mut citations) = (BTreeMap::new(), Vec::new());
        let of = record
            .citations()
            .iter()
            .map(|citation| {
                let target = citation.target.as_ref().map(|target| (target.start(), target.end()));
                // Markers without note or address are one source if they look the same.
                let bare = target.is_none() && citation.url.is_none();
                let marker = bare.then(|| citation.span.quote());
                // One note says one thing, unless a record comes from elsewhere.
                let Citation { url, title, published, same_as, .. } = citation;
                let published = published.as_ref().map(|date| date.span().start());
                let source = (target, marker, url, title, published, same_as);
                let index = *known.entry(source).or_insert(citations.len());
                match citations.get_mut(index) {
                    None => citations.push(vec![citation]),
                    Some(markers) => markers.push(citation),
                }
                index
            })
            .collect();
        Self { citations, of }
    }

    /// The source of the record's citation of that index.
    pub(crate) fn entry(&self, citation: usize) -> Entry {
        Entry::Source(self.of.get(citation).copied().unwrap_or_default())
    }
}

/// Writes the list, in the order in which the text cites them.
pub(crate) fn write(html: &mut Html, names: &Names<'_>) {
    html.raw("<ol class=\"entries\">");
    for (index, citations) in names.sources().citations.iter().enumerate() {
        let Some(first) = citations.first() else { continue };
        open(html, Entry::Source(index), &first.span);
        html.raw("<p>");
        let name = match (first.kind, first.numbers.first()) {
            (CitationKind::Link, _) => "Link".to_owned(),
            (_, Some(number)) => format!("Note {number}"),
            (_, None) => format!("Note {}", first.span.quote()),
        };
        leading(html, first.target.as_ref().unwrap_or(&first.span), |html| {
            html.text(&name);
        });
        if let Some(title) = &first.title {
            html.raw(" <cite>").text(title).raw("</cite>");
        }
        if let Some(date) = &first.published {
            html.raw("<span class=\"aside\">");
            leading(html, date.span(), |html| write_date(html, date.edtf()));
            html.raw("</span>");
        }
        if first.target.is_none() && first.kind != CitationKind::Link {
            html.raw("<span class=\"aside none\">the text has no such note</span>");
        }
        html.raw("</p>");
        if let Some(target) = &first.target {
            html.raw("<blockquote><p>").text(&words::flowing(target.quote())).raw("</p></blockquote>");
        }
        html.raw("<dl>");
        if let Some(url) = &first.url {
            html.raw("<dt>Address</dt><dd>").address(url).raw("</dd>");
        }
        if let Some(number) = first.same_as {
            html.raw("<dt>Repeats</dt><dd>note ").show(number).raw("</dd>");
        }
        for (at, citation) in citations.iter().enumerate() {
            html.raw(if at == 0 { "<dt>Cited</dt><dd>" } else { "<dd>" });
            marker(html, names, citation);
            html.raw("</dd>");
        }
        html.raw("</dl></li>");
    }
    html.raw("</ol>");
}

/// A marker, the place within the source, and the events that it supports.
fn marker(html: &mut Html, names: &Names<'_>, citation: &Citation) {
    leading(html, &citation.span, |html| {
        html.text(&words::flowing(citation.span.quote()));
    });
    if let Some(locator) = &citation.locator {
        html.raw(", ").text(locator);
    }
    for (at, &event) in citation.events.iter().enumerate() {
        html.raw(if at == 0 { " for " } else { ", " });
        names.event(html, event);
    }
}

/// In the card of an event: the number of the note, and its title and date.
pub(super) fn row(html: &mut Html, names: &Names<'_>, index: usize) {
    let Some(citation) = names.record().citations().get(index) else { return };
    let numbers: Vec<String> = citation.numbers.iter().map(u32::to_string).collect();
    let name = match (citation.kind, &numbers[..]) {
        (CitationKind::Link, _) => "link".to_owned(),
        (_, []) => format!("note {}", citation.span.quote()),
        (_, [number]) => format!("note {number}"),
        (_, several) => format!("notes {}", several.join(", ")),
    };
    link(html, names.sources().entry(index), &name);
    if let Some(locator) = &citation.locator {
        html.raw(", ").text(locator);
    }
    if let Some(title) = &citation.title {
        html.raw(" <cite>").text(title).raw("</cite>");
    }
    if let Some(date) = &citation.published {
        html.raw("<span class=\"aside\">");
        write_date(html, date.edtf());
        html.raw("</span>");
    }
}

/// In a few words: those of the note, or what a link leads to.
pub(crate) fn note(citation: &Citation) -> String {
    match (&citation.target, &citation.url) {
        (Some(target), _) => words::flowing(target.quote()),
        (None, Some(url)) => url.clone(),
        (None, None) => "No note".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use verbale_core::TextIndex;

    use super::*;

    const JSON: &str = include_str!("../../../../tests/python/data/hundred-hours.json");
    const TEXT: &str = include_str!("../../../../tests/python/data/hundred-hours.txt");

    #[test]
    fn a_note_is_one_source_however_often_it_is_cited() {
        let cited = |change: fn(&mut Citation)| {
            let mut draft = Record::from_json(JSON).unwrap().into_draft();
            let mut again = draft.citations[0].clone();
            again.span = TextIndex::new(TEXT).span(TEXT.rfind("[1]").map(|at| at..at + 3).unwrap()).unwrap();
            change(&mut again);
            draft.citations.push(again);
            let record = Record::new(draft, TEXT).unwrap();
            let sources = Sources::of(&record);
            (sources.citations.len(), sources.entry(0) == sources.entry(1))
        };
        assert_eq!(cited(|again| again.locator = Some("p. 5".to_owned())), (1, true));
        // A record may say of one note what the first marker does not.
        assert_eq!(cited(|again| again.url = None), (2, false));
        assert_eq!(cited(|again| again.target = None), (2, false));
    }
}
