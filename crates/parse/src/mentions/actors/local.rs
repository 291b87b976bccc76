//! Actors that no list holds: by head nouns with their owners ("the Kenyan ministry of defence").

use std::collections::BTreeMap;

use verbale_core::{ActorKind, CountryCode, MentionBy, Sector};
use verbale_syntax::Tag;

use super::sentence::{Place, is_modifier, is_noun};
use super::{ActorMention, Others};
use crate::lexicon::heads::{Head, HeadUse};
use crate::lexicon::{KnownActor, Lexicon};

/// The actors of one document that no list holds, as they are found.
pub(super) struct Locals<'l> {
    pub(super) lexicon: &'l Lexicon,
    /// Their entries; the index of the first follows that of the last known one.
    pub(super) entries: Vec<KnownActor>,
    pub(super) by_key: BTreeMap<String, usize>,
    /// The person who was last named with an office.
    pub(super) by_office: BTreeMap<String, usize>,
    /// The actor who was last named with a head noun in its name: "the Council" is short for it.
    by_head: BTreeMap<String, usize>,
}
/// What stands beside a head noun and says whose it is.
pub(super) struct Owner {
    pub(super) actor: usize,
    /// The first token of the whole.
    pub(super) start: usize,
    /// The token behind the whole.
    pub(super) end: usize,
}

impl<'l> Locals<'l> {
    pub(super) fn new(lexicon: &'l Lexicon) -> Self {
        Self {
            lexicon,
            entries: Vec::new(),
            by_key: BTreeMap::new(),
            by_office: BTreeMap::new(),
            by_head: BTreeMap::new(),
        }
    }

    pub(super) fn actor(&self, index: usize) -> Option<&KnownActor> {
        let known = self.lexicon.actors.len();
        if index < known { self.lexicon.actors.get(index) } else { self.entries.get(index - known) }
    }

    /// The entry of a key; a new one for a new key.
    pub(super) fn entry(&mut self, key: String, new: impl FnOnce() -> KnownActor) -> usize {
        let known = self.lexicon.actors.len();
        if let Some(index) = self.by_key.get(&key) {
            return *index;
        }
        let index = known + self.entries.len();
        self.entries.push(KnownActor { key: key.clone(), ..new() });
        self.by_key.insert(key, index);
        index
    }

    /// Finds the actors of a sentence that no list holds. They take the place of known names that stand inside of them.
    pub(super) fn find(&mut self, place: &Place<'_>, others: &Others) -> Vec<ActorMention> {
        for mention in place.known {
            self.remember(mention);
            self.remember_head(place, mention);
        }
        let mut found: Vec<ActorMention> = Vec::new();
        let mut token = 0;
        while token < place.sentence.len() {
            let next = self.at_head(place, token, &mut found).unwrap_or(token);
            token = next.max(token + 1);
        }
        self.by_model(place, others, &mut found);
        found.sort_by_key(|mention| (mention.range.start, mention.range.end));
        found
    }

    /// Keeps an actor under the head noun that its name ends with.
    fn remember_head(&mut self, place: &Place<'_>, mention: &ActorMention) {
        let last = place.token_of(mention.range.end.saturating_sub(1));
        let head = place.lower.get(last..=last).and_then(|words| self.lexicon.heads.longest(words));
        if head.is_some_and(|(head, _)| head.usage == HeadUse::Owned)
            && let Some(word) = place.lower.get(last)
        {
            self.by_head.insert(word.clone(), mention.actor);
        }
    }

    /// Reads a head noun with its owner; the token behind them.
    fn at_head(&mut self, place: &Place<'_>, token: usize, found: &mut Vec<ActorMention>) -> Option<usize> {
        let (head, count) = self.lexicon.heads.longest(place.lower.get(token..)?)?;
        let end = token + count;
        if !is_noun(place.tag(end - 1)?) || place.is_known(token) {
            return None;
        }
        if head.usage == HeadUse::Office {
            return self.office(place, token, end, head, found);
        }
        let owner = self.owner_before(place, token, end).or_else(|| self.owner_behind(place, token, end));
        if head.usage == HeadUse::Itself {
            let owner = owner?;
            let is_state = matches!(self.actor(owner.actor)?.kind, ActorKind::State | ActorKind::Territory);
            if is_state {
                found.push(place.mention(owner.start..owner.end, owner.actor, MentionBy::Description));
            }
            return is_state.then_some(owner.end);
        }
        if let Some(owner) = &owner
            && self.actor(owner.actor).is_some_and(|actor| actor.kind == head.kind && actor.parent.is_none())
            && owner.end == end
        {
            // "the Karimu company" is Karimu, which is known already.
            return None;
        }
        let of_capitals = owner.is_none().then(|| place.capitals_behind(token, end)).flatten();
        let short = token > 0 && place.lower[token - 1] == "the" && place.is_capital(token) && count == 1;
        if owner.is_none() && of_capitals.is_none() && short && self.capitals_before(place, token).is_none() {
            // "the Council" is the one that was named before.
            let index = *self.by_head.get(&place.lower[token])?;
            found.push(place.mention(token..end, index, MentionBy::Alias));
            return Some(end);
        }
        let (start, end, owner) = match owner {
            None if of_capitals.is_some() => {
                let start = self.capitals_before(place, token).unwrap_or(token);
                (start, of_capitals.unwrap_or(end), None)
            }
            Some(owner) => (owner.start, owner.end, Some(owner.actor)),
            None if head.usage == HeadUse::Free && self.capitals_before(place, token).is_none() => {
                (token, end, None)
            }
            None => {
                let start = self.capitals_before(place, token)?;
                // "Foreign Ministers" is no name; "African leaders" is a group.
                if head.kind == ActorKind::Group && place.is_capital(token) {
                    return None;
                }
                // "the Karimu company" is Karimu.
                let apposed = !place.is_capital(token)
                    && matches!(head.kind, ActorKind::Company | ActorKind::Media)
                    && place.tag(token - 1) == Some(Tag::NNP);
                (start, if apposed { token } else { end }, None)
            }
        };
        let words = place.words(start..end);
        let name =
            words.strip_prefix("the ").or_else(|| words.strip_prefix("The ")).unwrap_or(words).to_owned();
        let phrase = place.lower[token..token + count].join(" ");
        let key = match owner.and_then(|owner| self.actor(owner)) {
            // "the armed forces of Kenya" are the Kenyan armed forces; what stands between may tell them from others.
            Some(owner) => format!("{} | {} {phrase}", owner.key, place.modifiers(start, token)),
            None => name.to_lowercase(),
        };
        let parts = self.parts(owner, head);
        let index = self.entry(key, || local(name, parts.0, parts.1, parts.2, parts.3));
        let mention = place.mention(start..end, index, MentionBy::Name);
        if place.is_capital(token) {
            self.by_head.insert(place.lower[token].clone(), index);
        }
        found.push(mention);
        Some(end.max(token + count))
    }

    /// Kind, sector, country and parent of what an owner has.
    pub(super) fn parts(
        &self,
        owner: Option<usize>,
        head: Head,
    ) -> (ActorKind, Sector, Option<CountryCode>, Option<String>) {
        let owner = owner.and_then(|owner| self.actor(owner));
        let of_state =
            owner.is_some_and(|owner| matches!(owner.kind, ActorKind::State | ActorKind::Territory));
        let of_igo = owner.is_some_and(|owner| matches!(owner.kind, ActorKind::Igo | ActorKind::Organ));
        // A committee of a state is no organ of an international organisation.
        let kind = if head.kind == ActorKind::Organ && of_state { ActorKind::Group } else { head.kind };
        let sector = if of_igo { Sector::Igo } else { head.sector };
        let parent = owner.map(|owner| owner.key.clone());
        (kind, sector, owner.and_then(|owner| owner.country), parent)
    }

    /// The owner right before a head: a demonym, a name or a possessive, with adjectives and nouns between.
    pub(super) fn owner_before(&self, place: &Place<'_>, head: usize, end: usize) -> Option<Owner> {
        let mut token = head;
        for _ in 0..=MODIFIERS {
            token = token.checked_sub(1)?;
            if matches!(place.lower[token].as_str(), "'s" | "’s") {
                let mention = place.known_at(token.checked_sub(1)?)?;
                return Some(Owner { actor: mention.actor, start: place.token_of(mention.range.start), end });
            }
            if let Some(mention) = place.known_at(token) {
                let start = place.joined_before(place.token_of(mention.range.start));
                return Some(Owner { actor: mention.actor, start, end });
            }
            if !is_modifier(place.tag(token)?) {
                return None;
            }
        }
        None
    }

    /// The owner behind a head: "of Kenya".
    pub(super) fn owner_behind(&self, place: &Place<'_>, head: usize, end: usize) -> Option<Owner> {
        if place.lower.get(end)? != "of" {
            return None;
        }
        let owner = end + 1 + usize::from(place.lower.get(end + 1)? == "the");
        let mention = place.known_at(owner).filter(|mention| place.token_of(mention.range.start) == owner)?;
        // "of the Kenyan army" is the army's.
        let by_name = mention.by != MentionBy::Demonym;
        let start = self.capitals_before(place, head).unwrap_or(head);
        by_name.then(|| Owner {
            actor: mention.actor,
            start,
            end: place.token_of(mention.range.end.saturating_sub(1)) + 1,
        })
    }

    /// The first of the words with capitals that make a head a name: "European Peace Facility", or an adjective that names a group:
    /// "African countries".
    fn capitals_before(&self, place: &Place<'_>, head: usize) -> Option<usize> {
        let mut start = head;
        while start > 0
            && place.is_capital(start - 1)
            && is_modifier(place.tag(start - 1)?)
            && head - start < 6
        {
            start -= 1;
        }
        // The first word of a sentence has its capital in any case.
        let first_only = start + 1 == head && start == 0;
        (start < head && !first_only && (place.is_capital(head) || head - start == 1)).then_some(start)
    }
}

/// An actor that no list holds.
pub(super) fn local(
    name: String,
    kind: ActorKind,
    sector: Sector,
    country: Option<CountryCode>,
    parent: Option<String>,
) -> KnownActor {
    KnownActor {
        key: String::new(),
        name,
        kind,
        sector: Some(sector),
        country,
        parent,
        wikidata: None,
        is_past: false,
        layer: 0,
        forms: Vec::new(),
    }
}

/// How many words may stand between an owner and a head.
const MODIFIERS: usize = 3;
