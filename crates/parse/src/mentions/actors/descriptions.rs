//! Nouns that take up actors: "the country", "the group", "both sides", "the two leaders".

use std::collections::BTreeSet;
use std::ops::Range;

use verbale_core::ActorKind;
use verbale_syntax::Tag;

use super::coreference::{Coreference, Seen};
use super::local::Locals;
use super::sentence::{Place, is_noun};
use crate::lexicon::KnownActor;

impl Coreference {
    /// The tokens of a description that begins at a token, and whom it takes up.
    pub(super) fn description(
        &self,
        place: &Place<'_>,
        locals: &mut Locals<'_>,
        token: usize,
    ) -> Option<(Range<usize>, usize)> {
        let word = |at: usize| place.lower.get(at).map_or("", String::as_str);
        let number = match (word(token), word(token + 1)) {
            ("both", _) => Some((token + 1, 2)),
            ("the" | "these" | "those", number) => count(number).map(|count| (token + 2, count)),
            _ => None,
        };
        if let Some((noun, count)) = number {
            let described =
                locals.lexicon.descriptions.noun(word(noun)).filter(|noun| noun.is_many)?.kinds.clone();
            // "Kenya and Peru called on both sides": those are others.
            let clause = place.sentence.clause(token);
            let is_other = |seen: &Seen| seen.sentence_is_over || place.sentence.clause(seen.head) != clause;
            let group = self.several(token, locals, &described, count).filter(|_| {
                self.before(token).filter(|seen| seen.is_free && described.contains(&seen.kind)).all(is_other)
            })?;
            return ends(place, noun).then_some((token..noun + 1, group));
        }
        let noun = token + 1;
        if !matches!(word(token), "the" | "this")
            || place.is_capital(noun)
            || !matches!(place.tag(noun)?, Tag::NN | Tag::NNP)
        {
            return None;
        }
        let described = locals.lexicon.descriptions.noun(word(noun)).filter(|noun| !noun.is_many)?;
        let located = matches!(
            word(token.checked_sub(1).unwrap_or(usize::MAX)),
            "in" | "across" | "inside" | "within" | "around" | "throughout" | "outside"
        );
        if located || !ends(place, noun) {
            return None;
        }
        let actor = if described.kinds.contains(&ActorKind::State) {
            self.one_state(token, locals)?
        } else {
            self.one_of(token, locals, word(noun), &described.kinds)?
        };
        Some((token..noun + 1, actor))
    }

    fn before(&self, token: usize) -> impl Iterator<Item = &Seen> {
        self.previous.iter().chain(self.current.iter().filter(move |seen| seen.tokens.end <= token))
    }

    /// The only state that these sentences speak of, also by an adjective, a place or an actor that belongs to it.
    fn one_state(&self, token: usize, locals: &Locals<'_>) -> Option<usize> {
        let of = |seen: &Seen| locals.actor(seen.actor).and_then(|actor| actor.country);
        let countries: BTreeSet<_> = self.before(token).filter_map(of).collect();
        let lands = |seen: &&Seen| matches!(seen.kind, ActorKind::State | ActorKind::Territory);
        let states: BTreeSet<usize> = self.before(token).filter(lands).map(|seen| seen.actor).collect();
        (countries.len() == 1 && states.len() == 1).then(|| states.first().copied()).flatten()
    }

    /// The only actor of some kinds; of several, the one whose name ends with the noun.
    fn one_of(&self, token: usize, locals: &Locals<'_>, noun: &str, kinds: &[ActorKind]) -> Option<usize> {
        let named = |seen: &Seen| {
            let name = locals.actor(seen.actor).map(|actor| actor.name.to_lowercase());
            name.is_some_and(|name| name.split([' ', '-']).next_back() == Some(noun))
        };
        let all: BTreeSet<usize> = self
            .before(token)
            .filter(|seen| kinds.contains(&seen.kind) || named(seen))
            .map(|seen| seen.actor)
            .collect();
        let by_name: BTreeSet<usize> =
            self.before(token).filter(|seen| named(seen)).map(|seen| seen.actor).collect();
        let chosen = if by_name.len() == 1 { &by_name } else { &all };
        (chosen.len() == 1).then(|| chosen.first().copied()).flatten()
    }

    /// A group of as many actors as a description counts: one that stands there already, or all of some kinds.
    fn several(
        &self,
        token: usize,
        locals: &mut Locals<'_>,
        kinds: &[ActorKind],
        count: usize,
    ) -> Option<usize> {
        let groups: BTreeSet<usize> = self
            .before(token)
            .filter(|seen| locals.actor(seen.actor).is_some_and(|actor| actor.members.len() == count))
            .map(|seen| seen.actor)
            .collect();
        if groups.len() == 1 {
            let fits =
                |&member: &usize| locals.actor(member).is_some_and(|member| kinds.contains(&member.kind));
            let group = groups.first().copied()?;
            return locals.actor(group)?.members.iter().all(fits).then_some(group);
        }
        let mut members: Vec<usize> = Vec::new();
        for seen in self.before(token).filter(|seen| seen.is_free && kinds.contains(&seen.kind)) {
            if !members.contains(&seen.actor) {
                members.push(seen.actor);
            }
        }
        (members.len() == count && groups.is_empty()).then(|| group(locals, members)).flatten()
    }
}

/// The actor that consists of others.
pub(super) fn group(locals: &mut Locals<'_>, members: Vec<usize>) -> Option<usize> {
    let names: Option<Vec<String>> =
        members.iter().map(|&member| Some(locals.actor(member)?.name.clone())).collect();
    let names = names?;
    let (last, first) = names.split_last()?;
    let name = format!("{} and {last}", first.join(", "));
    let mut keys: Vec<String> =
        members.iter().filter_map(|&member| Some(locals.actor(member)?.key.clone())).collect();
    keys.sort_unstable();
    Some(locals.entry(format!("group | {}", keys.join(" + ")), || KnownActor {
        members,
        ..KnownActor::unlisted(name, ActorKind::Group, None, None)
    }))
}

/// The number that a word counts, of those that groups have.
pub(super) fn count(word: &str) -> Option<usize> {
    let words = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    words.iter().position(|number| *number == word).map(|at| at + 2)
}

/// Whether nothing behind a noun says more of it: no "of", no further noun, no relative clause.
fn ends(place: &Place<'_>, noun: usize) -> bool {
    let next = place.lower.get(noun + 1).map_or("", String::as_str);
    let described = matches!(next, "of" | "that" | "who" | "which" | "whose" | "-" | "in" | "for" | "on");
    let compound = place.tag(noun + 1).is_some_and(is_noun);
    place.tag(noun).is_some_and(is_noun) && !described && !compound
}
