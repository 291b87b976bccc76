//! Dates that say which document a clause speaks of, and not when anything happened: "a breach of the treaty of 1965".

use std::ops::Range;

use verbale_core::{EventKind, InstrumentKind};

use crate::events::EventDraft;
use crate::mentions::Mentions;
use crate::mentions::instruments::InstrumentMention;
use crate::text::{Text, lower, within};

/// The document that a date belongs to: "the 1965 treaty", "the treaty of 1965". Who writes a letter or makes a report of a day tells of
/// that day; a treaty stays.
pub(super) fn of_date<'m>(
    text: &Text<'_>,
    mentions: &'m Mentions,
    date: &Range<usize>,
) -> Option<&'m InstrumentMention> {
    let sentence = &text.sentences().get(text.sentence_at(date.start)?)?.range;
    let is_gap = |from: usize, to: usize, words: &str| from < to && text.slice(&(from..to)).trim() == words;
    let mut documents = within(&mentions.instruments, |document| &document.range, sentence)
        .map(|document| &mentions.instruments[document])
        .filter(|document| lasts(document.kind));
    documents.find(|document| {
        let range = &document.range;
        is_gap(range.end, date.start, "of")
            || is_gap(date.end, range.start, "")
            || range.start <= date.start && date.end <= range.end
    })
}

/// Whether the date of a document says nothing of an event: the event takes the document up or rests on it.
pub(super) fn is_of_earlier(
    text: &Text<'_>,
    kind: Option<EventKind>,
    event: &EventDraft,
    document: &InstrumentMention,
) -> bool {
    let makes = matches!(kind, Some(EventKind::Signature | EventKind::Adoption | EventKind::Contract));
    let at = text.token_at(document.range.start);
    // What a resolution demands is demanded on its day.
    let rests = document.kind != InstrumentKind::Resolution;
    let is_under =
        rests && (1..=2).any(|steps| at.checked_sub(steps).is_some_and(|at| lower(text.word(at)) == "under"));
    !makes && (event.trigger.start < document.range.start || is_under)
}

const fn lasts(kind: InstrumentKind) -> bool {
    matches!(
        kind,
        InstrumentKind::Treaty
            | InstrumentKind::Agreement
            | InstrumentKind::Declaration
            | InstrumentKind::Resolution
            | InstrumentKind::Law
    )
}
