//! What is known of each event once its sentence is read.

use std::collections::BTreeSet;
use std::ops::Range;

use verbale_core::edtf::Precision;
use verbale_core::{CountryCode, Edtf, EventKind, RelationKind, Role, Status};

use super::Link;
use crate::discourse::dates::SettledDate;
use crate::document::Layout;
use crate::events::EventDraft;
use crate::lexicon::Lexicon;
use crate::mentions::Mentions;
use crate::text::Text;

/// The events of a text, in order, with their dates.
pub(super) struct Story<'a> {
    layout: &'a Layout,
    pub(super) text: &'a Text<'a>,
    pub(super) mentions: &'a Mentions,
    lexicon: &'a Lexicon,
    pub(super) events: &'a [EventDraft],
    dates: &'a [SettledDate],
    event_dates: &'a [Option<usize>],
    /// For each event, the first one that tells of the same happening.
    pub(super) retold: Vec<Option<usize>>,
}

impl<'a> Story<'a> {
    pub(super) fn new(
        layout: &'a Layout,
        text: &'a Text<'a>,
        mentions: &'a Mentions,
        lexicon: &'a Lexicon,
        events: &'a [EventDraft],
        dates: &'a [SettledDate],
        event_dates: &'a [Option<usize>],
    ) -> Self {
        let retold = vec![None; events.len()];
        Self { layout, text, mentions, lexicon, events, dates, event_dates, retold }
    }

    pub(super) fn kind(&self, event: usize) -> Option<EventKind> {
        self.lexicon.frames.get(self.events.get(event)?.frame).map(|frame| frame.kind)
    }

    /// The value of the date of an event.
    pub(super) fn date(&self, event: usize) -> Option<&Edtf> {
        self.value((*self.event_dates.get(event)?)?)
    }

    /// The value of a date mention.
    pub(super) fn value(&self, date: usize) -> Option<&Edtf> {
        self.dates.get(date)?.edtf.as_ref()
    }

    /// Whether an event has a date of its own clause, and not one that it only inherits.
    pub(super) fn is_dated(&self, event: usize) -> bool {
        let event = &self.events[event];
        !event.own_dates.is_empty() || !event.clause_dates.is_empty()
    }

    /// The actors that have some part in an event.
    pub(super) fn actors(&self, event: usize, role: impl Fn(Role) -> bool) -> BTreeSet<usize> {
        let actor = |index: usize| self.mentions.actors.get(index).map(|mention| mention.actor);
        let participants = self.events[event].participants.iter().filter(|found| role(found.role));
        participants.filter_map(|found| actor(found.who.mention()?)).collect()
    }

    /// The countries of those who act in an event.
    fn countries(&self, event: usize) -> BTreeSet<CountryCode> {
        let actors = self.actors(event, |role| role == Role::Actor);
        actors.iter().filter_map(|&actor| self.mentions.actor(self.lexicon, actor)?.country).collect()
    }

    /// Whether an actor is none of those who act in an event, nor of their country.
    pub(super) fn is_of_another_side(&self, event: usize, actor: usize) -> bool {
        let country = self.mentions.actor(self.lexicon, actor).and_then(|actor| actor.country);
        !self.actors(event, |role| role == Role::Actor).contains(&actor)
            && country.is_none_or(|country| !self.countries(event).contains(&country))
    }

    /// Whether those who act let two events be so related: nobody answers himself, and who acts in a part of an attack has a part in it.
    fn is_between_fitting(&self, link: &Link) -> bool {
        let Link { from, relation, to } = *link;
        let acts = |event: usize| self.actors(event, |role| role == Role::Actor);
        match relation {
            RelationKind::RespondsTo => acts(from).is_empty() || acts(from) != acts(to),
            RelationKind::PartOf
                if matches!(self.kind(to), Some(EventKind::Attack | EventKind::Offensive)) =>
            {
                let (part, whole) = (self.countries(from), self.countries(to));
                part.is_empty() || whole.is_empty() || !part.is_disjoint(&whole)
            }
            _ => true,
        }
    }

    /// The section of a sentence.
    pub(super) fn section(&self, sentence: usize) -> Option<usize> {
        self.layout.blocks.get(self.text.sentences().get(sentence)?.block)?.section
    }

    /// The sentence before one in its paragraph.
    pub(super) fn before(&self, sentence: usize) -> Option<usize> {
        let block = |sentence: usize| self.text.sentences().get(sentence).map(|sentence| sentence.block);
        sentence.checked_sub(1).filter(|&before| block(before) == block(sentence))
    }

    /// Where a sentence stands.
    pub(super) fn range(&self, sentence: usize) -> Range<usize> {
        self.text.sentences().get(sentence).map_or(0..0, |sentence| sentence.range.clone())
    }

    /// The words of a stretch of the text in lower case, each without the ending of a plural.
    pub(super) fn words(&self, range: &Range<usize>) -> BTreeSet<String> {
        let words = self.text.slice(range).split(|char: char| !char.is_alphanumeric());
        words.filter(|word| !word.is_empty()).map(stem).collect()
    }

    /// The actors that a stretch of the text names.
    pub(super) fn named(&self, range: &Range<usize>) -> BTreeSet<usize> {
        let inside = crate::text::within(&self.mentions.actors, |mention| &mention.range, range);
        self.mentions.actors[inside].iter().map(|mention| mention.actor).collect()
    }

    /// Whether an event came about, or is to.
    pub(super) fn is_real(&self, event: usize) -> bool {
        let status = self.events[event].status;
        matches!(status, Status::Occurred | Status::Ongoing | Status::Planned | Status::Attempted)
    }

    /// Whether two events have the same date, and it is a day or some days.
    pub(super) fn is_one_day(&self, one: usize, other: usize) -> bool {
        let exact = |date: &&Edtf| match (date.earliest(), date.latest()) {
            (Some(first), Some(last)) => (last - first).num_days() < 7,
            _ => date.precision() == Precision::Day,
        };
        let date = self.date(one).filter(exact);
        date.is_some() && date == self.date(other)
    }

    /// Whether both events of a link can have happened, in an order that their dates allow.
    pub(super) fn permits(&self, link: &Link) -> bool {
        let Link { from, relation, to } = *link;
        let real = self.is_real(from) && self.is_real(to);
        let ordered = |first: usize, second: usize| {
            let first = self.date(first).and_then(Edtf::earliest);
            let last = self.date(second).and_then(Edtf::latest);
            first.zip(last).is_none_or(|(first, last)| first <= last)
        };
        let in_order = match relation {
            RelationKind::Precedes | RelationKind::LeadsTo => ordered(from, to),
            RelationKind::RespondsTo | RelationKind::Violates | RelationKind::Amends => ordered(to, from),
            RelationKind::PartOf => ordered(from, to) && ordered(to, from),
            RelationKind::SameAs => true,
        };
        real && in_order && self.is_between_fitting(link)
    }
}

/// A word in lower case, without the ending of a plural.
pub(super) fn stem(word: &str) -> String {
    let lower = word.to_lowercase();
    match lower.strip_suffix('s') {
        Some(stem) if stem.len() > 2 && !stem.ends_with('s') => stem.to_owned(),
        _ => lower,
    }
}
