//! Peoples by the noun for their members: "Kenyans fled" speaks of people, not of the state.

use verbale_core::{ActorKind, CountryCode, MentionBy, Sector};
use verbale_syntax::{Label, Tag};

use super::ActorMention;
use super::local::Locals;
use super::sentence::{Place, is_noun};
use crate::lexicon::KnownActor;

impl Locals<'_> {
    /// Finds the plural nouns among the demonyms of states.
    pub(super) fn by_demonym(&mut self, place: &Place<'_>, found: &mut Vec<ActorMention>) {
        for mention in place.known.iter().filter(|mention| mention.by == MentionBy::Demonym) {
            let token = place.token_of(mention.range.start);
            let ends = place.lower[token].ends_with('s') && !place.lower[token].ends_with("ss");
            let modifies = matches!(place.sentence.label(token), Some(Label::Compound | Label::Amod));
            let plural_tag = matches!(place.tag(token), Some(Tag::NNS | Tag::NNPS));
            let is_plural = ends && (plural_tag || place.tag(token).is_some_and(is_noun) && !modifies);
            let overlaps = |other: &ActorMention| {
                other.range.start < mention.range.end && mention.range.start < other.range.end
            };
            let Some(state) = self
                .actor(mention.actor)
                .filter(|state| matches!(state.kind, ActorKind::State | ActorKind::Territory) && is_plural)
            else {
                continue;
            };
            if found.iter().any(overlaps) {
                continue;
            }
            // "ethnic Albanians in Kosovo" belong to where they live, if the text says so; so do "Kosovo Albanians".
            let is_ethnic = token > 0 && place.lower[token - 1] == "ethnic";
            let key = state.key.clone();
            // "Japanese Americans" are no Japanese, nor of Japan.
            let is_land = |start: usize| {
                let land = place.known_at(start).and_then(|land| self.actor(land.actor));
                land.is_some_and(|land| land.kind == ActorKind::Territory)
            };
            let before = self.home_before(place, token).filter(|&(start, _)| is_land(start));
            let behind = || if is_ethnic { self.country_behind(place, token + 1) } else { None };
            let (key, country) = match before.map(|(_, home)| home).or_else(behind) {
                Some(home) => (format!("{home} ethnic {key} |  people"), Some(home)),
                None => (format!("{key} |  people"), state.country),
            };
            let start = before.map_or(token - usize::from(is_ethnic), |(start, _)| start);
            let name = place.words(start..token + 1).to_owned();
            let index = self.entry(key, || {
                KnownActor::unlisted(name, ActorKind::People, Some(Sector::Civilians), country)
            });
            found.push(place.mention(start..token + 1, index, MentionBy::Demonym));
        }
    }

    /// Finds the peoples of the lists that a word before them gives a home: "Iraqi Kurds".
    pub(super) fn peoples_at_home(&mut self, place: &Place<'_>, found: &mut Vec<ActorMention>) {
        for mention in place.known {
            let people = self.actor(mention.actor).filter(|actor| actor.kind == ActorKind::People);
            let Some(key) = people.map(|people| people.key.clone()) else { continue };
            let token = place.token_of(mention.range.start);
            let end = place.token_of(mention.range.end.saturating_sub(1)) + 1;
            let Some((start, home)) = self.home_before(place, token) else { continue };
            let range = place.range(start..end);
            if found.iter().any(|other| other.range.start < range.end && range.start < other.range.end) {
                continue;
            }
            let name = place.words(start..end).to_owned();
            let index = self.entry(format!("{home} ethnic {key}"), || {
                KnownActor::unlisted(name, ActorKind::People, Some(Sector::Civilians), Some(home))
            });
            found.push(place.mention(start..end, index, MentionBy::Name));
        }
    }

    /// The country that the name of a land right before a people gives it, with where that name begins.
    fn home_before(&self, place: &Place<'_>, token: usize) -> Option<(usize, CountryCode)> {
        let land = place.known_at(token.checked_sub(1)?)?;
        let actor = self.actor(land.actor)?;
        let is_land = matches!(actor.kind, ActorKind::State | ActorKind::Territory) && !land.is_seat;
        Some((place.token_of(land.range.start), actor.country.filter(|_| is_land)?))
    }
}
