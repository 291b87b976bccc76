//! Stage 4: what happened. Frames are matched to the words of each sentence, and their slots are filled by position: who stands
//! before the verb, who behind which preposition.

mod clause;
mod slots;
mod status;
mod trigger;

use std::ops::Range;

use verbale_core::{InstrumentKind, Role, Status};

use crate::document::BlockKind;
use crate::lexicon::Lexicon;
use crate::mentions::Mentions;
use crate::text::{Sentence, Text};

/// An event as its sentence tells it. Positions are bytes of the reading text, numbers index the lists of [`Mentions`].
#[derive(Debug, Clone)]
pub(crate) struct EventDraft {
    /// The frame, by its place in the lexicon.
    pub(crate) frame: usize,
    pub(crate) trigger: Range<usize>,
    /// The sentence that holds it.
    pub(crate) sentence: usize,
    pub(crate) participants: Vec<ParticipantDraft>,
    pub(crate) instrument: Option<InstrumentDraft>,
    /// The dates of its sentence.
    pub(crate) dates: Vec<usize>,
    /// Actor mentions that only say where it was.
    pub(crate) places: Vec<usize>,
    pub(crate) casualties: CasualtyDraft,
    pub(crate) status: Status,
}

/// Who, in which role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ParticipantDraft {
    pub(crate) role: Role,
    /// Which actor mention.
    pub(crate) mention: usize,
}

/// The document that an event is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct InstrumentDraft {
    pub(crate) kind: InstrumentKind,
    pub(crate) number: Option<String>,
    pub(crate) title: Option<Range<usize>>,
    pub(crate) range: Range<usize>,
}

/// The human cost: which quantities.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct CasualtyDraft {
    pub(crate) killed: Option<usize>,
    pub(crate) injured: Option<usize>,
}

/// Finds the events of a text, in order.
pub(crate) fn find(text: &Text<'_>, mentions: &Mentions, lexicon: &Lexicon) -> Vec<EventDraft> {
    let kinds: Vec<BlockKind> = text.blocks().map(|(_, kind, _)| kind).collect();
    let mut events = Vec::new();
    for (index, sentence) in text.sentences().iter().enumerate() {
        let reported = matches!(
            kinds.get(sentence.block),
            Some(BlockKind::Paragraph | BlockKind::ListItem | BlockKind::TableRow | BlockKind::BlockQuote)
        );
        if reported {
            let reader = SentenceReader { text, mentions, lexicon, sentence, index };
            events.extend(reader.events());
        }
    }
    events
}

/// A sentence with everything that is known of it.
struct SentenceReader<'a, 't> {
    text: &'a Text<'t>,
    mentions: &'a Mentions,
    lexicon: &'a Lexicon,
    sentence: &'a Sentence,
    index: usize,
}

impl SentenceReader<'_, '_> {
    fn events(&self) -> Vec<EventDraft> {
        let triggers = trigger::find(self.text, self.sentence, self.mentions, self.lexicon);
        let mut events: Vec<EventDraft> = Vec::new();
        for found in triggers {
            let event = self.event(&found);
            // Two words for one happening: "the meeting was held" beside "met". The first one with participants stays.
            let kind = |event: &EventDraft| self.lexicon.frames.get(event.frame).map(|frame| frame.kind);
            let repeated = events.iter().any(|other| kind(other) == kind(&event) && !adds(&event, other));
            if !repeated {
                events.push(event);
            }
        }
        events
    }

    fn event(&self, found: &trigger::Found) -> EventDraft {
        let clause = clause::of(self.text, self.sentence, &found.tokens);
        let reading = slots::Reading {
            text: self.text,
            mentions: self.mentions,
            lexicon: self.lexicon,
            clause: &clause,
            found,
        };
        let dates = within(self.mentions.dates.iter().map(|date| &date.range), &self.sentence.range);
        let in_clause: Vec<usize> = dates
            .iter()
            .copied()
            .filter(|&date| overlaps(&self.mentions.dates[date].range, &clause.range))
            .collect();
        EventDraft {
            frame: found.frame,
            trigger: found.range.clone(),
            sentence: self.index,
            participants: reading.participants(),
            instrument: reading.instrument(),
            dates: if in_clause.is_empty() { dates } else { in_clause },
            places: reading.places(),
            casualties: reading.casualties(),
            status: status::of(self.text, self.sentence, &clause, found, self.lexicon),
        }
    }
}

/// Whether an event tells something that another one of its kind and sentence does not.
fn adds(event: &EventDraft, other: &EventDraft) -> bool {
    event.participants.iter().any(|new| other.participants.iter().all(|old| old.mention != new.mention))
}

fn overlaps(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// The places of the ranges, sorted by start, that lie within another one.
fn within<'r>(ranges: impl Iterator<Item = &'r Range<usize>>, outer: &Range<usize>) -> Vec<usize> {
    let inside = |(_, range): &(usize, &Range<usize>)| outer.start <= range.start && range.end <= outer.end;
    ranges.enumerate().filter(inside).map(|(index, _)| index).collect()
}

#[cfg(test)]
mod tests;
