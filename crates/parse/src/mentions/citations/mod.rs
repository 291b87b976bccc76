//! Citations: raised markers, numbers in brackets and links, each with the note that it points to.

mod brackets;
mod note;

use std::collections::BTreeMap;
use std::ops::Range;

use verbale_core::CitationKind;

use crate::document::{BlockKind, Layout};
use crate::text::Text;

/// A marker, and what it points to. Positions are bytes of the source for the marker, of the reading text for the rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CitationMention {
    pub(crate) kind: CitationKind,
    /// The marker in the source.
    pub(crate) source: Range<usize>,
    /// The marker in the reading text; `None` for a raised marker, which reading skips.
    pub(crate) range: Option<Range<usize>>,
    /// Where in the reading text it stands.
    pub(crate) at: usize,
    pub(crate) numbers: Vec<u32>,
    pub(crate) locator: Option<String>,
    /// The note, without its label.
    pub(crate) target: Option<Range<usize>>,
    pub(crate) url: Option<String>,
    pub(crate) title: Option<String>,
    /// The number of the note that an "ibid" repeats.
    pub(crate) same_as: Option<u32>,
    /// Whether the note is an "ibid" with nothing before it.
    pub(crate) lost: bool,
}

/// Finds the citations of a text, in order.
pub(crate) fn find(layout: &Layout, text: &Text<'_>) -> Vec<CitationMention> {
    let notes = Notes::of(layout, text);
    let mut mentions = Vec::new();
    for marker in &layout.markers {
        let numbers: Vec<u32> = marker.labels().iter().filter_map(|label| label.parse().ok()).collect();
        let mut mention =
            CitationMention::new(CitationKind::Footnote, marker.source.clone(), None, marker.at);
        notes.link(&mut mention, &marker.label, &numbers, marker.at);
        mention.numbers = numbers;
        mentions.push(mention);
    }
    for found in brackets::find(text) {
        let source = layout.reading.source_range(found.range.clone());
        let mut mention = CitationMention::new(
            CitationKind::Reference,
            source,
            Some(found.range.clone()),
            found.range.start,
        );
        let label = found.numbers.first().map(u32::to_string).unwrap_or_default();
        notes.link(&mut mention, &label, &found.numbers, found.range.start);
        mention.numbers = found.numbers;
        mention.locator = found.locator;
        mentions.push(mention);
    }
    for link in &layout.links {
        let block = layout.block_at(link.range.start).map(|block| block.kind);
        if matches!(block, Some(BlockKind::Masthead | BlockKind::Note | BlockKind::Heading) | None) {
            continue;
        }
        let source = layout.reading.source_range(link.range.clone());
        let mut mention =
            CitationMention::new(CitationKind::Link, source, Some(link.range.clone()), link.range.start);
        mention.url = Some(link.url.clone());
        mention.title = (!link.bare).then(|| text.slice(&link.range).to_owned());
        mentions.push(mention);
    }
    mentions.sort_by_key(|mention| (mention.source.start, mention.source.end));
    mentions
}

impl CitationMention {
    fn new(kind: CitationKind, source: Range<usize>, range: Option<Range<usize>>, at: usize) -> Self {
        Self {
            kind,
            source,
            range,
            at,
            numbers: Vec::new(),
            locator: None,
            target: None,
            url: None,
            title: None,
            same_as: None,
            lost: false,
        }
    }
}

/// The notes of a document by their label. Labels may start again on every page or in every chapter.
struct Notes {
    by_label: BTreeMap<String, Vec<note::Note>>,
}

impl Notes {
    fn of(layout: &Layout, text: &Text<'_>) -> Self {
        let mut by_label: BTreeMap<String, Vec<note::Note>> = BTreeMap::new();
        let mut before: Option<note::Note> = None;
        for found in &layout.notes {
            let note = note::read(&found.label, found.range.clone(), layout, text, before.as_ref());
            by_label.entry(found.label.clone()).or_default().push(note.clone());
            before = Some(note);
        }
        Self { by_label }
    }

    /// Fills in what the note of a marker says: the first one behind the marker, else the last one before it.
    fn link(&self, mention: &mut CitationMention, label: &str, numbers: &[u32], at: usize) {
        let first = numbers.first().map(u32::to_string);
        let labels = [Some(label), first.as_deref()];
        let Some(notes) = labels.into_iter().flatten().find_map(|label| self.by_label.get(label)) else {
            return;
        };
        let behind = notes.partition_point(|note| note.range.start < at);
        let Some(note) = notes.get(behind).or(notes.last()) else { return };
        mention.target = Some(note.range.clone());
        mention.url = note.url.clone();
        mention.title = note.title.clone();
        mention.same_as = note.same_as;
        mention.lost = note.lost;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn citations(source: &str) -> Vec<String> {
        let layout = crate::document::read(source);
        let text = Text::of_layout(&layout);
        let show = |mention: CitationMention| {
            let mut shown = format!("{} {} {:?}", &source[mention.source], mention.kind, mention.numbers);
            shown += &mention.locator.map(|locator| format!(" {locator}")).unwrap_or_default();
            shown += &mention.title.map(|title| format!(" \"{title}\"")).unwrap_or_default();
            shown += &mention.url.map(|url| format!(" <{url}>")).unwrap_or_default();
            shown + &mention.same_as.map(|note| format!(" = {note}")).unwrap_or_default()
        };
        find(&layout, &text).into_iter().map(show).collect()
    }

    #[test]
    fn footnotes_find_their_notes() {
        let source = "The truce held for a month¹. Then it broke².\n\n\
                      ¹ 03.05.1992 The truce of May <https://example.org/truce>\n\n² ibid\n";
        assert_eq!(
            citations(source),
            [
                "¹ footnote [1] \"The truce of May\" <https://example.org/truce>",
                "² footnote [2] \"The truce of May\" <https://example.org/truce> = 1",
            ]
        );
    }

    #[test]
    fn numbers_in_brackets() {
        let source = "It is said to have begun in spring (3). Others disagree (2, p. 114; 7). It ended in autumn [12].";
        assert_eq!(
            citations(source),
            ["(3) reference [3]", "(2, p. 114; 7) reference [2, 7] p. 114", "[12] reference [12]"]
        );
    }

    #[test]
    fn what_is_no_citation() {
        let source = "The treaty (1975) named (1) the border, (2) the river; it cost lives (300 or more) and was kept (for 4 years). See (3, p. 12; also the book of 1994, and 15 others).";
        assert!(citations(source).is_empty(), "{:?}", citations(source));
    }
}
