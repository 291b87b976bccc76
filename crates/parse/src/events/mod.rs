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
    pub(crate) dates: Range<usize>,
    /// Those of its clause.
    pub(crate) clause_dates: Range<usize>,
    /// Actor mentions that only say where it was.
    pub(crate) places: Vec<Range<usize>>,
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
            let mut event = self.event(&found);
            // The same dead are counted once, with the first event of the sentence that can have cost them.
            event.casualties.drop_known(events.iter().map(|other| &other.casualties));
            // Two words for one happening: "the meeting was held" beside "met". The one that tells more stays.
            let kind = |event: &EventDraft| self.lexicon.frames.get(event.frame).map(|frame| frame.kind);
            let mut same = events.iter_mut().filter(|other| kind(other) == kind(&event));
            let empty = same.find(|other| other.is_empty());
            if let Some(other) = empty.filter(|_| !event.is_empty()) {
                *other = event;
            } else if events.iter().all(|other| kind(other) != kind(&event) || adds(&event, other)) {
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
        let dates = |range: &Range<usize>| within(&self.mentions.dates, |date| &date.range, range);
        EventDraft {
            frame: found.frame,
            trigger: found.range.clone(),
            sentence: self.index,
            participants: reading.participants(),
            instrument: reading.instrument(),
            dates: dates(&self.sentence.range),
            clause_dates: dates(&clause.range),
            places: reading.places(),
            casualties: reading.casualties(),
            status: status::of(self.text, self.sentence, &clause, found, self.lexicon),
        }
    }
}

impl CasualtyDraft {
    fn drop_known<'c>(&mut self, known: impl Iterator<Item = &'c CasualtyDraft>) {
        for other in known {
            self.killed = self.killed.filter(|_| self.killed != other.killed);
            self.injured = self.injured.filter(|_| self.injured != other.injured);
        }
    }
}

impl EventDraft {
    /// Whether nothing is known of it but its words.
    fn is_empty(&self) -> bool {
        self.participants.is_empty() && self.instrument.is_none() && self.clause_dates.is_empty()
    }
}

/// Whether an event tells something that another one of its kind and sentence does not: an actor, a time, a document.
fn adds(event: &EventDraft, other: &EventDraft) -> bool {
    let new = |found: &ParticipantDraft| other.participants.iter().all(|old| old.mention != found.mention);
    event.participants.iter().any(new)
        || event.clause_dates.clone().any(|date| !other.clause_dates.contains(&date))
        || event
            .instrument
            .as_ref()
            .is_some_and(|found| other.instrument.as_ref().is_some_and(|old| old.range != found.range))
}

/// The places of those ranges, sorted by start, that lie within another one.
fn within<T>(sorted: &[T], range: impl Fn(&T) -> &Range<usize>, outer: &Range<usize>) -> Range<usize> {
    let first = sorted.partition_point(|item| range(item).start < outer.start);
    let count = sorted[first..].iter().take_while(|item| range(item).end <= outer.end).count();
    first..first + count
}

#[cfg(test)]
mod tests;
