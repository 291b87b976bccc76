//! Who stands where around a trigger, and what that makes of them.

use std::ops::Range;

use verbale_core::{EventKind, MentionBy, Role};

use super::clause::Clause;
use super::trigger::{Found, Voice};
use super::{CasualtyDraft, InstrumentDraft, ParticipantDraft, within};
use crate::lexicon::Lexicon;
use crate::lexicon::frames::{Frame, Slot};
use crate::mentions::Mentions;
use crate::mentions::instruments::InstrumentMention;
use crate::text::{FunctionWord, Text, function_word, lower};

/// A trigger with its clause, for filling slots.
pub(super) struct Reading<'a, 't> {
    pub(super) text: &'a Text<'t>,
    pub(super) mentions: &'a Mentions,
    pub(super) lexicon: &'a Lexicon,
    pub(super) clause: &'a Clause,
    pub(super) found: &'a Found,
}

/// How far, in tokens, a preposition governs.
const REACH: usize = 8;

impl Reading<'_, '_> {
    fn frame(&self) -> Option<&Frame> {
        self.lexicon.frames.get(self.found.frame)
    }

    /// The participants that the frame has slots for, each actor once.
    pub(super) fn participants(&self) -> Vec<ParticipantDraft> {
        let Some(frame) = self.frame() else { return Vec::new() };
        let inside = within(&self.mentions.actors, |found| &found.range, &self.clause.range);
        let inside = inside.filter(|&mention| self.takes_part(mention));
        let mut participants: Vec<ParticipantDraft> = Vec::new();
        let mut last: Option<(Range<usize>, Option<Role>)> = None;
        for mention in inside {
            let actor = &self.mentions.actors[mention];
            let role = match &last {
                // "Kenya, Sudan and Chad": what stands in a list has the role of the one before.
                Some((before, role)) if self.is_listed(before, &actor.range) => *role,
                _ => self.slot(&actor.range, actor.by).and_then(|slot| frame.slots.get(&slot).copied()),
            };
            last = Some((actor.range.clone(), role));
            let known =
                participants.iter().any(|other| self.mentions.actors[other.mention].actor == actor.actor);
            if let Some(role) = role.filter(|_| !known && !actor.is_place) {
                participants.push(ParticipantDraft { role, mention });
            }
        }
        participants
    }

    /// Whether a mention may fill a slot: the whole of "the president of Kenya", and Kenya only where the rest names the event, as in
    /// "recalled the ambassador of Kenya".
    fn takes_part(&self, mention: usize) -> bool {
        let all = &self.mentions.actors;
        let (actor, trigger) = (&all[mention], &self.found.range);
        let overlaps = |other: &Range<usize>| other.start < trigger.end && trigger.start < other.end;
        if !actor.is_nested {
            return !overlaps(&actor.range);
        }
        let near = mention.saturating_sub(2)..(mention + 3).min(all.len());
        near.into_iter().any(|other| {
            let whole = &all[other].range;
            whole.start <= actor.range.start
                && actor.range.end <= whole.end
                && *whole != actor.range
                && overlaps(whole)
        })
    }

    /// Whether only commas and "and" stand between two mentions.
    fn is_listed(&self, before: &Range<usize>, actor: &Range<usize>) -> bool {
        let first = self.text.token_at(before.end.saturating_sub(1)) + 1;
        let last = self.text.token_at(actor.start);
        first <= last
            && (first..last).all(|at| {
                matches!(self.text.word(at), "," | "and" | "the" | "or" | "-" | "–" | "as" | "well")
            })
    }

    /// Where an actor stands, seen from the trigger.
    fn slot(&self, actor: &Range<usize>, by: MentionBy) -> Option<Slot> {
        let token = self.text.token_at(actor.start);
        let behind = self.text.token_at(actor.end.saturating_sub(1)) + 1;
        if token >= self.found.tokens.end {
            return match self.preposition_before(token, self.found.tokens.end) {
                Some(Slot::By) if self.found.voice == Voice::Passive => Some(Slot::Subject),
                Some(slot) => Some(slot),
                // "the visit of" has a preposition; without one, what follows a noun is no argument of it.
                None if self.found.voice == Voice::Active && token - self.found.tokens.end < REACH => {
                    Some(Slot::Object)
                }
                None => None,
            };
        }
        let next = self.text.word(behind);
        let possessive = matches!(next, "'s" | "’s" | "'" | "’");
        if (possessive || by == MentionBy::Demonym)
            && self.found.voice == Voice::Nominal
            && self.found.tokens.start.checked_sub(behind).is_some_and(|distance| distance < 4)
        {
            return Some(Slot::Possessor);
        }
        match self.preposition_before(token, self.clause.tokens.start) {
            Some(slot) => Some(slot),
            // An adjective of nationality stands for its state: "the Kenyan delegation proposed".
            None => match self.found.voice {
                Voice::Passive => Some(Slot::Object),
                Voice::Active | Voice::Nominal => Some(Slot::Subject),
            },
        }
    }

    /// The preposition that governs a token, if no other phrase begins between them. An "of" that does not stand right behind the
    /// trigger belongs to the noun before it: "by soldiers of Chad" is "by", "soldiers of Chad fired" has none.
    fn preposition_before(&self, token: usize, start: usize) -> Option<Slot> {
        let nominal = self.found.voice == Voice::Nominal;
        let mut of = None;
        for at in (start.max(token.saturating_sub(REACH))..token).rev() {
            let word = self.text.word(at);
            // "In May 1921 Germany": the preposition belongs to the date.
            if self.is_date(at) {
                return of;
            }
            match Slot::of_preposition(word) {
                Some(Slot::Of) if at == self.found.tokens.end && nominal => return Some(Slot::Of),
                Some(Slot::Of) => of = nominal.then_some(Slot::Of),
                Some(slot) => return Some(slot),
                None => {}
            }
            let ends = matches!(word, "," | "." | "(" | ")" | "\"" | "”")
                || matches!(
                    function_word(word),
                    Some(
                        FunctionWord::Auxiliary
                            | FunctionWord::Modal
                            | FunctionWord::Pronoun
                            | FunctionWord::Conjunction
                    )
                );
            if ends {
                return of;
            }
        }
        of
    }

    fn is_date(&self, token: usize) -> bool {
        let position = self.text.tokens()[token].range().start;
        let dates = &self.mentions.dates;
        let index = dates.partition_point(|date| date.range.end <= position);
        dates.get(index).is_some_and(|date| date.range.contains(&position))
    }

    /// The document in the clause that stands nearest to the trigger, behind it rather than before it.
    pub(super) fn instrument(&self) -> Option<InstrumentDraft> {
        let trigger = self.found.range.start;
        let inside = within(&self.mentions.instruments, |found| &found.range, &self.clause.range);
        let distance = |found: &&InstrumentMention| match found.range.start.checked_sub(trigger) {
            Some(behind) => behind,
            None => 2 * (trigger - found.range.start),
        };
        let nearest = self.mentions.instruments[inside]
            .iter()
            .min_by_key(distance)
            .filter(|_| self.frame().is_some_and(|frame| frame.instrument))?;
        Some(InstrumentDraft {
            kind: nearest.kind,
            number: nearest.number.clone(),
            title: self.title(&nearest.range),
            range: nearest.range.clone(),
        })
    }

    /// The quoted title of a document: right behind its name or the word "titled".
    fn title(&self, instrument: &Range<usize>) -> Option<Range<usize>> {
        let quotations = &self.mentions.quotations.ranges;
        let quoted = quotations.get(quotations.partition_point(|quoted| quoted.start < instrument.end))?;
        let between = self.text.slice(&(instrument.end..quoted.start));
        let words = between.trim_end_matches(['"', '“', '‘', '«', '„']).trim();
        matches!(words, "" | "titled" | "entitled" | "called" | "named" | "on" | ",").then(|| quoted.clone())
    }

    /// The names that only say where the event was.
    pub(super) fn places(&self) -> Vec<Range<usize>> {
        let actors = within(&self.mentions.actors, |found| &found.range, &self.clause.range);
        let lands = self.mentions.actors[actors].iter().filter(|actor| actor.is_place);
        let places = within(&self.mentions.places, |found| &found.range, &self.clause.range);
        let places = self.mentions.places[places].iter().map(|place| place.range.clone());
        let mut ranges: Vec<Range<usize>> = lands.map(|actor| actor.range.clone()).chain(places).collect();
        ranges.sort_by_key(|range| range.start);
        ranges
    }

    /// The dead and wounded of the clause, for events that cost lives.
    pub(super) fn casualties(&self) -> CasualtyDraft {
        use EventKind::{Assassination, Attack, CeasefireViolation, Clash, Offensive};
        let mut casualties = CasualtyDraft::default();
        let costs_lives =
            |kind| matches!(kind, Attack | Clash | Offensive | Assassination | CeasefireViolation);
        if !self.frame().is_some_and(|frame| costs_lives(frame.kind)) {
            return casualties;
        }
        for index in within(&self.mentions.quantities, |found| &found.range, &self.clause.range) {
            let range = &self.mentions.quantities[index].range;
            let first = self.text.token_at(range.start);
            let behind = self.text.token_at(range.end.saturating_sub(1)) + 1;
            let before = (first.saturating_sub(4).max(self.clause.tokens.start)..first).rev();
            let around = before.chain(first..(behind + 4).min(self.clause.tokens.end));
            let nearest = around.map(|at| self.text.word(at)).find_map(|word| match lower(word).as_ref() {
                "killing" | "killed" | "dead" | "died" | "deaths" | "lives" | "slain" => Some(true),
                "wounding" | "wounded" | "injured" | "injuring" | "injuries" | "hurt" => Some(false),
                _ => None,
            });
            match nearest {
                Some(true) if casualties.killed.is_none() => casualties.killed = Some(index),
                Some(false) if casualties.injured.is_none() => casualties.injured = Some(index),
                _ => {}
            }
        }
        casualties
    }
}
