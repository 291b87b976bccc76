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

/// The date on which the document was adopted by which something is done: "by resolution 678, adopted on 29 November 1990, the Council
/// authorised", "in a statement issued on 3 May, Peru condemned".
pub(super) fn adopted(text: &Text<'_>, mentions: &Mentions, event: &EventDraft) -> Option<usize> {
    let sentence = &text.sentences().get(event.sentence)?.range;
    let before = sentence.start..event.trigger.start;
    let mut documents = within(&mentions.instruments, |document| &document.range, &before)
        .map(|document| &mentions.instruments[document])
        .filter(|document| is_deed(document.kind) && acts_by(text, text.token_at(document.range.start)));
    documents.find_map(|document| {
        within(&mentions.dates, |date| &date.range, &(document.range.end..before.end)).find(|&date| {
            let date = &mentions.dates[date].range;
            let gap = text.slice(&(document.range.end..date.start)).trim_start_matches(',');
            let mut words = gap.split_whitespace();
            let count = gap.split_whitespace().count();
            words.next().is_some_and(|word| ADOPTED.contains(&word))
                && matches!(words.next_back(), Some("on" | "in"))
                && count <= LONG
                && !gap.contains([',', ';', '('])
        })
    })
}

/// Whether "by", "in" or "through" stands before a document, with articles and adjectives between.
fn acts_by(text: &Text<'_>, document: usize) -> bool {
    (1..=4).any(|steps| {
        let word = document.checked_sub(steps).map_or("", |at| text.word(at));
        matches!(lower(word).as_ref(), "by" | "in" | "through" | "with")
    })
}

/// What is said of a document that a body makes.
const ADOPTED: [&str; 7] = ["adopted", "approved", "carried", "dated", "issued", "passed", "released"];

/// The most words between a document and the date of its adoption.
const LONG: usize = 10;

/// Whether a document of a kind is what a body or a state does by itself: its demands are made on its day.
const fn is_deed(kind: InstrumentKind) -> bool {
    use InstrumentKind::{
        Declaration, JointStatement, Law, PresidentialStatement, PressStatement, Resolution, Statement,
    };
    matches!(
        kind,
        Declaration | JointStatement | Law | PresidentialStatement | PressStatement | Resolution | Statement
    )
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
