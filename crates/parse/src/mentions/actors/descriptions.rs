//! Nouns that take up actors: "the country", "the group", "both sides", "the two leaders".

use std::collections::BTreeSet;
use std::ops::Range;

use verbale_core::{ActorKind, MentionBy};
use verbale_syntax::Tag;

use super::coreference::{Coreference, Seen};
use super::local::Locals;
use super::sentence::{Place, is_noun};
use crate::lexicon::KnownActor;
use crate::lexicon::descriptions::Number;

impl Coreference {
    /// The tokens of a description that begins at a token, and whom it takes up.
    pub(super) fn description(
        &self,
        place: &Place<'_>,
        locals: &Locals<'_>,
        token: usize,
    ) -> Option<(Range<usize>, Vec<usize>)> {
        let word = |at: usize| place.lower.get(at).map_or("", String::as_str);
        let nouns = &locals.lexicon.descriptions;
        let plural = |at: usize| {
            nouns.noun(word(at)).filter(|noun| matches!(noun.number, Number::Many | Number::Pair))
        };
        let number = match (word(token), word(token + 1)) {
            ("both", _) => Some((token + 1, 2)),
            // "neither side", "either country"
            ("neither" | "either", noun) => {
                let plural = noun.strip_suffix('y').map_or(format!("{noun}s"), |stem| format!("{stem}ies"));
                let known =
                    nouns.noun(&plural).filter(|noun| matches!(noun.number, Number::Many | Number::Pair))?;
                let members = self.several(place, locals, token, &known.kinds, 2)?;
                return ends(place, token + 1).then_some((token..token + 2, members));
            }
            ("the", noun) if nouns.noun(noun).is_some_and(|noun| noun.number == Number::Pair) => {
                // Without a number, only the two whom the whole text is about.
                let members = self.main_sides(place, locals, token, &plural(token + 1)?.kinds)?;
                return ends(place, token + 1).then_some((token..token + 2, members));
            }
            ("the" | "these" | "those", number) => count(number).map(|count| (token + 2, count)),
            _ => None,
        };
        if let Some((noun, count)) = number {
            let members = self.several(place, locals, token, &plural(noun)?.kinds, count)?;
            return ends(place, noun).then_some((token..noun + 1, members));
        }
        let noun = token + 1;
        if !matches!(word(token), "the" | "this")
            || place.is_capital(noun)
            || !matches!(place.tag(noun)?, Tag::NN | Tag::NNP)
        {
            return None;
        }
        let described = nouns.noun(word(noun)).filter(|noun| noun.number == Number::One)?;
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
        Some((token..noun + 1, vec![actor]))
    }

    /// The other one of the two whom the text speaks of, where "its neighbour" stands behind a pronoun for one of them.
    pub(super) fn other_one(
        &self,
        place: &Place<'_>,
        locals: &Locals<'_>,
        pronoun: usize,
        one: usize,
    ) -> Option<(usize, usize)> {
        let noun = (pronoun + 1..pronoun + 3).find(|&at| place.tag(at).is_some_and(is_noun))?;
        let described = locals.lexicon.descriptions.noun(&place.lower[noun])?;
        let [first, second] = self.sides.pair()?;
        let other = match one {
            _ if described.number != Number::Other
                || (place.tag(noun + 1).is_some_and(is_noun) || is_named(place, noun)) =>
            {
                return None;
            }
            _ if one == first => second,
            _ if one == second => first,
            _ => return None,
        };
        Some((noun, other))
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
        // "the court" is no council; an organisation may be any.
        let is_plain = |kind: &ActorKind| {
            matches!(kind, ActorKind::Organ | ActorKind::Legislature | ActorKind::GovernmentBody)
        };
        let is_other_body = |actor: usize| {
            let name = locals.actor(actor).map(|actor| actor.name.to_lowercase()).unwrap_or_default();
            let heads = &locals.lexicon.heads;
            let is_body = |word: &str| {
                heads.longest(&[word.to_owned()]).is_some_and(|(head, _)| head.kind != ActorKind::Person)
            };
            kinds.iter().all(is_plain)
                && is_body(noun)
                && name.split([' ', '-']).any(|word| word != noun && is_body(word))
        };
        let all: BTreeSet<usize> = all.into_iter().filter(|&actor| !is_other_body(actor)).collect();
        let by_name: BTreeSet<usize> =
            self.before(token).filter(|seen| named(seen)).map(|seen| seen.actor).collect();
        let chosen = if by_name.len() == 1 { &by_name } else { &all };
        (chosen.len() == 1).then(|| chosen.first().copied()).flatten()
    }

    /// As many actors as a description counts: a group that stands there already, all of some kinds, or the two whom the text is about.
    /// "Kenya and Peru called on both sides": those are others than the ones of the same clause.
    fn several(
        &self,
        place: &Place<'_>,
        locals: &Locals<'_>,
        token: usize,
        kinds: &[ActorKind],
        count: usize,
    ) -> Option<Vec<usize>> {
        let is_kind =
            |&member: &usize| locals.actor(member).is_some_and(|member| kinds.contains(&member.kind));
        let groups: BTreeSet<usize> = self
            .before(token)
            .filter(|seen| locals.actor(seen.actor).is_some_and(|actor| actor.members.len() == count))
            .map(|seen| seen.actor)
            .collect();
        if groups.len() == 1 {
            let group = groups.first().copied()?;
            return locals.actor(group)?.members.iter().all(is_kind).then(|| vec![group]);
        }
        let beside = self.beside(place, token);
        let mut members: Vec<usize> = Vec::new();
        for seen in self.before(token).filter(|seen| seen.is_free && kinds.contains(&seen.kind)) {
            if !members.contains(&seen.actor) {
                members.push(seen.actor);
            }
        }
        if members.len() == count
            && groups.is_empty()
            && members.iter().all(|member| !beside.contains(member))
        {
            return Some(members);
        }
        if count == 2 { self.main_sides(place, locals, token, kinds) } else { None }
    }

    /// Who stands in the same clause: "Kenya and Peru called on both sides".
    fn beside(&self, place: &Place<'_>, token: usize) -> BTreeSet<usize> {
        let clause = place.sentence.clause(token);
        let here = |seen: &&Seen| seen.is_free && place.sentence.clause(seen.head) == clause;
        self.current.iter().filter(here).map(|seen| seen.actor).collect()
    }

    /// The two whom the whole text is about, if they are of some kinds and do not stand in the same clause.
    fn main_sides(
        &self,
        place: &Place<'_>,
        locals: &Locals<'_>,
        token: usize,
        kinds: &[ActorKind],
    ) -> Option<Vec<usize>> {
        let is_kind =
            |&member: &usize| locals.actor(member).is_some_and(|member| kinds.contains(&member.kind));
        let beside = self.beside(place, token);
        let pair = self.sides.pair()?;
        // "the two governments" are those of states; of two sides, one may be an armed group.
        let governs = !kinds.contains(&ActorKind::NonStateGroup);
        let is_state =
            |member: usize| locals.actor(member).is_some_and(|actor| actor.kind == ActorKind::State);
        // A group and a state that it does not fight in: the other side is one that the text names otherwise.
        let country = |member: usize| locals.actor(member).and_then(|actor| actor.country);
        let of_group = pair.iter().find(|&&member| !is_state(member)).and_then(|&group| country(group));
        if of_group.is_some() && pair.iter().any(|&member| country(member) != of_group) {
            return None;
        }
        let fits = pair
            .iter()
            .all(|member| is_kind(member) && !beside.contains(member) && (!governs || is_state(*member)));
        fits.then(|| pair.to_vec())
    }
}

/// Whom a text speaks of, by how often it has named them: states, territories and armed groups.
#[derive(Debug, Default)]
pub(super) struct Sides {
    /// Each with how often it was named, and in which sentence last; in the order of the text.
    named: Vec<(usize, usize, usize)>,
    sentences: usize,
}

impl Sides {
    /// For how many sentences a text goes on about somebody.
    const REACH: usize = 12;

    /// Counts those whom a sentence names.
    pub(super) fn add(&mut self, sentence: &[Seen], locals: &Locals<'_>) {
        self.sentences += 1;
        // A part of a state is no side beside it.
        let is_part = |actor: usize| {
            let state =
                locals.actor(actor).and_then(|land| Some((land.country?.to_string(), land.key.as_str())));
            state.is_some_and(|(state, key)| state != key)
        };
        let is_side = |seen: &&Seen| match seen.kind {
            ActorKind::State | ActorKind::NonStateGroup => true,
            ActorKind::Territory => !is_part(seen.actor),
            _ => false,
        };
        // Where something only is, is no side of it.
        let acts = |seen: &&Seen| seen.is_free || seen.is_adjective;
        for seen in sentence.iter().filter(is_side).filter(acts) {
            match self.named.iter_mut().find(|(actor, ..)| *actor == seen.actor) {
                Some((_, count, last)) => (*count, *last) = (*count + 1, self.sentences),
                None => self.named.push((seen.actor, 1, self.sentences)),
            }
        }
    }

    /// The two whom the text is about: both named lately, each twice as often as any other, and neither much more often than the other.
    pub(super) fn pair(&self) -> Option<[usize; 2]> {
        let mut by_count: Vec<&(usize, usize, usize)> = self.named.iter().collect();
        by_count.sort_by_key(|(_, count, _)| std::cmp::Reverse(*count));
        let (first, second) = (by_count.first()?, by_count.get(1)?);
        let third = by_count.get(2).map_or(0, |(_, count, _)| *count);
        let is_late = |last: usize| self.sentences - last <= Self::REACH;
        (third * 2 <= second.1 && first.1 <= second.1 * 2 && is_late(first.2) && is_late(second.2))
            .then_some([first.0, second.0])
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
    // "the parties to the convention", but "urged both parties to comply"
    let described = described || next == "to" && place.tag(noun + 2) != Some(Tag::VB);
    place.tag(noun).is_some_and(is_noun) && !described && !compound && !is_named(place, noun)
}

/// Whether the name follows: "its neighbour, Chad", "both sides, Kenya and Chad,".
fn is_named(place: &Place<'_>, noun: usize) -> bool {
    let name = (noun + 2 < place.sentence.len()).then(|| place.known_at(noun + 2)).flatten();
    place.lower.get(noun + 1).is_some_and(|next| next == ",")
        && name.is_some_and(|name| name.by != MentionBy::Demonym)
}
