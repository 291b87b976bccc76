//! Bodies that a text names by less than their name: "the Kenyan government", "the Coalition", "Kenyan and Peruvian officials".

use std::collections::BTreeSet;
use std::ops::Range;

use verbale_core::{ActorKind, CountryCode, MentionBy, Sector};
use verbale_syntax::Tag;

use super::ActorMention;
use super::local::Locals;
use super::owner::Owner;
use super::sentence::Place;
use super::short_names::key;
use crate::lexicon::KnownActor;
use crate::lexicon::heads::Head;

impl Locals<'_> {
    /// The men of an armed group are the group: "the fighters of Renamo", "Renamo rebels".
    pub(super) fn men(
        &self,
        place: &Place<'_>,
        token: usize,
        end: usize,
        head: Head,
        owner: &Owner,
        found: &mut Vec<ActorMention>,
    ) -> Option<usize> {
        let is_armed = |kind: ActorKind| kind == ActorKind::NonStateGroup;
        let is_plural = matches!(place.tag(end - 1), Some(Tag::NNS | Tag::NNPS));
        let group =
            owner.actor.filter(|&group| self.actor(group).is_some_and(|actor| is_armed(actor.kind)))?;
        // "former Renamo rebels" are so no longer.
        let is_past = owner.start.checked_sub(1).is_some_and(|before| {
            matches!(place.lower[before].as_str(), "former" | "dissident" | "ex" | "-" | "rival")
        });
        let is_whole = owner.others.is_empty() && place.modifiers(owner.start, token).is_empty();
        if !is_armed(head.kind) || !is_plural || !is_whole || is_past {
            return None;
        }
        found.push(place.mention(owner.start..owner.end, group, MentionBy::Description));
        Some(owner.end.max(end))
    }

    /// What stands for its owner: "the Kenyan government" is Kenya, "the Karanja administration" a government body.
    pub(super) fn government(
        &mut self,
        place: &Place<'_>,
        token: usize,
        end: usize,
        owner: Option<Owner>,
        found: &mut Vec<ActorMention>,
    ) -> Option<usize> {
        // "the Kenyan side of the border"
        if place.lower[end - 1] == "side" && place.lower.get(end).is_some_and(|next| next == "of") {
            return None;
        }
        let owning = owner.as_ref().and_then(|owner| self.actor(owner.actor?));
        let person = match owning.map(|actor| actor.kind) {
            Some(ActorKind::State | ActorKind::Territory) => {
                let owner = owner?;
                // "the governments of Kenya and Peru" are both.
                let states = owner.actor.into_iter().chain(owner.others.iter().copied());
                let words = owner.start..owner.end;
                found.extend(states.map(|state| place.mention(words.clone(), state, MentionBy::Description)));
                return Some(owner.end);
            }
            Some(ActorKind::Person) => true,
            Some(_) => false,
            // "the Karanja government": a name that nobody holds yet.
            None => {
                owner.is_none()
                    && place.tag(token.checked_sub(1)?)? == Tag::NNP
                    && place.is_capital(token - 1)
            }
        };
        let stands =
            person && matches!(place.lower[end - 1].as_str(), "government" | "regime" | "administration");
        if !stands {
            return None;
        }
        let start = owner.as_ref().map_or(token - 1, |owner| owner.start);
        let name = place.words(start..end).to_owned();
        let country = owning.and_then(|actor| actor.country);
        let key = name.to_lowercase();
        let index = self.entry(key, || {
            KnownActor::unlisted(name, ActorKind::GovernmentBody, Some(Sector::Government), country)
        });
        found.push(place.mention(start..end, index, MentionBy::Name));
        Some(end)
    }

    /// A body with a capital that was not named before: "the Coalition".
    pub(super) fn unnamed(&mut self, place: &Place<'_>, tokens: Range<usize>, head: Head) -> Option<usize> {
        let name = matches!(place.tag(tokens.end - 1), Some(Tag::NN | Tag::NNP))
            && place.is_capital(tokens.end - 1)
            && head.kind != ActorKind::People;
        let words = place.words(tokens);
        let parts = self.parts(None, head);
        name.then(|| self.entry(format!("the {}", words.to_lowercase()), || parts.entry(words.to_owned())))
    }

    /// An owner whose head noun stands with a later one: "Kenyan" of "Kenyan and Peruvian officials".
    pub(super) fn elliptic(
        &mut self,
        place: &Place<'_>,
        mention: &ActorMention,
        phrase: &str,
        head: Head,
        found: &mut Vec<ActorMention>,
    ) {
        let Some(label) = self.actor(mention.actor).map(|actor| actor.key.clone()) else { return };
        let first = place.token_of(mention.range.start);
        let last = place.token_of(mention.range.end.saturating_sub(1)) + 1;
        let owner = Owner {
            actor: Some(mention.actor),
            label,
            others: Vec::new(),
            country: None,
            start: first,
            end: last,
        };
        let lower = phrase.to_lowercase();
        let key = format!("{} |  {}", owner.label, self.lexicon.heads.canonical(&lower));
        let parts = self.parts(Some(&owner), head);
        let name = format!("{} {phrase}", place.words(first..last));
        let index = self.entry(key, || parts.entry(name));
        found.push(place.mention(first..last, index, MentionBy::Name));
    }

    /// Gives offices and bodies of a state that the text gives to none the only country that the text names: in a text on Kenya, "Vice
    /// President Karanja" and "Parliament" are Kenyan.
    pub(super) fn belong_to(&mut self, country: CountryCode) {
        let peoples = self.lexicon.actors.iter().filter(|actor| actor.kind == ActorKind::People);
        let peoples: BTreeSet<&str> = peoples.map(|people| people.key.as_str()).collect();
        // Whose a people's rebels are, their name does not say.
        let is_open = |entry: &&mut KnownActor| {
            entry.country.is_none() && entry.parent.as_deref().is_none_or(|parent| peoples.contains(parent))
        };
        for entry in self.entries.iter_mut().filter(is_open) {
            let of_state = match entry.kind {
                ActorKind::Legislature | ActorKind::Party => true,
                ActorKind::GovernmentBody => !entry.name.starts_with("International"),
                ActorKind::NonStateGroup => entry.sector == Some(Sector::Rebels),
                ActorKind::Person => matches!(
                    entry.sector,
                    Some(Sector::Government | Sector::Legislature | Sector::Judiciary | Sector::Military)
                        | Some(Sector::Police | Sector::Opposition | Sector::Party)
                ),
                _ => false,
            };
            if of_state {
                entry.country = Some(country);
            }
        }
    }

    /// Whether a text is set in a country: it names the land, or what is at home there, and not only "a French convoy".
    pub(super) fn is_home(&self, country: CountryCode, mentions: &[ActorMention]) -> bool {
        let known = self.lexicon.actors.len();
        let names_land = |mention: &ActorMention| {
            let is_name =
                !matches!(mention.by, MentionBy::Demonym | MentionBy::Pronoun) && !mention.is_nested;
            let actor = self.actor(mention.actor).filter(|_| mention.actor < known && is_name);
            actor.is_some_and(|actor| actor.country == Some(country))
        };
        let is_domestic = |entry: &KnownActor| {
            entry.country == Some(country)
                && match entry.kind {
                    ActorKind::NonStateGroup | ActorKind::Legislature | ActorKind::Party => true,
                    ActorKind::GovernmentBody => entry.sector != Some(Sector::Government),
                    // Ambassadors and delegations are abroad.
                    ActorKind::Person => {
                        let name = entry.name.to_lowercase();
                        entry.sector == Some(Sector::Government)
                            && !["ambassador", "envoy", "consul", "diplomat"]
                                .iter()
                                .any(|word| name.contains(word))
                    }
                    _ => false,
                }
        };
        mentions.iter().any(names_land) || self.entries.iter().any(is_domestic)
    }

    /// Gives "the Karanja administration" the country of the person, who may be named in full later or be listed.
    pub(super) fn finish(&mut self) {
        for index in 0..self.entries.len() {
            let entry = &self.entries[index];
            let open =
                entry.kind == ActorKind::GovernmentBody && entry.country.is_none() && entry.parent.is_none();
            let surname = entry.name.rsplit_once(' ').filter(|_| open).map(|(name, _)| name);
            let person = surname.and_then(|surname| self.by_key.get(&key(surname)).copied());
            let named = person.and_then(|person| self.actor(person)?.country);
            let name = self.entries[index].name.rsplit_once(' ').filter(|_| open).map(|(name, _)| name);
            let country = named.or_else(|| self.country_of_listed(name?));
            self.entries[index].country = self.entries[index].country.or(country);
        }
    }
}
