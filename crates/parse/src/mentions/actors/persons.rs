//! Persons by office ("the Kenyan president"), title ("Mr Karanja") and surname.

use verbale_core::{ActorKind, CountryCode, MentionBy, Sector};
use verbale_syntax::NameKind;

use super::ActorMention;
use super::local::{Locals, local};
use super::sentence::Place;
use crate::lexicon::KnownActor;
use crate::lexicon::heads::Head;

impl Locals<'_> {
    /// Keeps the surname of a known person, so that it may stand alone later.
    pub(super) fn remember(&mut self, mention: &ActorMention) {
        let actor = mention.actor;
        let person = self.lexicon.actors.get(actor).filter(|known| known.kind == ActorKind::Person);
        if let Some(surname) = person.and_then(|person| person.name.split_whitespace().next_back()) {
            self.by_key.entry(format!("person {}", surname.to_lowercase())).or_insert(actor);
        }
    }

    /// A person by office: "the Kenyan president", "Foreign Minister Karanja".
    pub(super) fn office(
        &mut self,
        place: &Place<'_>,
        token: usize,
        end: usize,
        head: Head,
        found: &mut Vec<ActorMention>,
    ) -> Option<usize> {
        let owner = self.owner_before(place, token, end).or_else(|| self.owner_behind(place, token, end));
        let (start, behind) = owner.as_ref().map_or((token, end), |owner| (owner.start, owner.end));
        let parts = self.parts(owner.as_ref().map(|owner| owner.actor), head);
        let phrase = place.lower[token..end].join(" ");
        let named = [behind, end]
            .into_iter()
            .find_map(|token| (token < place.sentence.len()).then(|| place.known_at(token))?);
        let known = named
            .filter(|known| self.actor(known.actor).is_some_and(|actor| actor.kind == ActorKind::Person));
        if let Some(known) = known {
            self.by_office.insert(phrase, known.actor);
            return None;
        }
        if let Some(person) = place.person_at(behind).or_else(|| place.person_at(end)) {
            let index = self.person(place.words(person.clone()), Some((parts.1, parts.2)))?;
            self.by_office.insert(phrase, index);
            found.push(place.mention(person.clone(), index, MentionBy::Name));
            return Some(person.end);
        }
        let Some(owner) = owner else {
            // "the president" is the one who was named with the office.
            let index = *self.by_office.get(&phrase)?;
            let definite = token > 0 && matches!(place.lower[token - 1].as_str(), "the" | "this");
            if definite {
                found.push(place.mention(token - 1..end, index, MentionBy::Description));
            }
            return definite.then_some(end);
        };
        if let Some(person) = self.person_before(place, start, found) {
            // "Ann Karanja, the Kenyan foreign minister"
            self.describe(person, parts.1, parts.2);
            self.by_office.insert(phrase, person);
            found.push(place.mention(start..behind, person, MentionBy::Description));
            return Some(behind);
        }
        let name = place.words(start..behind).to_owned();
        let key = format!("{} | {} {phrase}", self.actor(owner.actor)?.key, place.modifiers(start, token));
        let index = self.entry(key, || local(name, parts.0, parts.1, parts.2, parts.3));
        found.push(place.mention(start..behind, index, MentionBy::Description));
        Some(behind)
    }

    /// The person whose name stands before a comma and an apposition that begins at a token.
    fn person_before(&mut self, place: &Place<'_>, start: usize, found: &[ActorMention]) -> Option<usize> {
        let article = usize::from(start > 0 && matches!(place.lower[start - 1].as_str(), "the" | "a"));
        let comma = start.checked_sub(article + 1).filter(|&comma| place.lower[comma] == ",")?;
        let last = comma.checked_sub(1)?;
        let range = place.range(last..last + 1);
        if let Some(mention) = found.iter().chain(place.known).find(|mention| mention.range.end == range.end)
        {
            let is_person = self.actor(mention.actor).is_some_and(|actor| actor.kind == ActorKind::Person);
            return is_person.then_some(mention.actor);
        }
        let name = place.sentence.name_at(last).filter(|name| name.kind == NameKind::Person)?;
        self.person(place.words(name.tokens.clone()), None)
    }

    /// Adds what an office says of a person.
    fn describe(&mut self, person: usize, sector: Sector, country: Option<CountryCode>) {
        let known = self.lexicon.actors.len();
        if let Some(entry) = person.checked_sub(known).and_then(|index| self.entries.get_mut(index)) {
            entry.sector = entry.sector.or(Some(sector));
            entry.country = entry.country.or(country);
        }
    }

    /// A person by name; the last word of a longer name that was read before names the same one.
    pub(super) fn person(
        &mut self,
        words: &str,
        office: Option<(Sector, Option<CountryCode>)>,
    ) -> Option<usize> {
        let parts: Vec<&str> =
            words.split_whitespace().filter(|word| !self.lexicon.heads.is_title(word)).collect();
        let (last, name) = (*parts.last()?, parts.join(" "));
        let surname = format!("person {}", last.to_lowercase());
        let Some(index) = self.by_key.get(&surname).copied() else {
            return Some(self.entry(surname, || person_entry(name, office)));
        };
        let known = self.lexicon.actors.len();
        if let Some(entry) = index.checked_sub(known).and_then(|index| self.entries.get_mut(index)) {
            if parts.len() == 1 || entry.name.ends_with(&name) || name.ends_with(&entry.name) {
                if name.len() > entry.name.len() {
                    entry.name = name;
                }
                if let Some((sector, country)) = office {
                    self.describe(index, sector, country);
                }
                return Some(index);
            }
        } else if parts.len() == 1 || self.lexicon.actors.get(index)?.name.contains(&name) {
            return Some(index);
        }
        // Another first name is another person.
        let key = format!("person {}", name.to_lowercase());
        Some(self.entry(key, || person_entry(name, office)))
    }

    /// Whether a surname is that of a person who was named before.
    pub(super) fn is_known_person(&self, surname: &str) -> bool {
        self.by_key.contains_key(&format!("person {}", surname.to_lowercase()))
    }
}

fn person_entry(name: String, office: Option<(Sector, Option<CountryCode>)>) -> KnownActor {
    let mut entry = local(name, ActorKind::Person, Sector::Civilians, None, None);
    entry.sector = office.map(|(sector, _)| sector);
    entry.country = office.and_then(|(_, country)| country);
    entry
}
