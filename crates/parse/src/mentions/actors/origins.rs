//! Where persons come from, by what stands behind their name or by their surname.

use verbale_core::{ActorKind, CountryCode, MentionBy};

use super::ActorMention;
use super::local::Locals;
use super::sentence::Place;

impl Locals<'_> {
    /// Whose persons those are whose name a state stands behind: "Ann Karanja of Kenya".
    pub(super) fn note_lands(&mut self, place: &Place<'_>, found: &[ActorMention]) {
        for mention in found.iter().filter(|mention| mention.by == MentionBy::Name) {
            let end = place.token_of(mention.range.end.saturating_sub(1)) + 1;
            let is_of = place.lower.get(end).is_some_and(|of| of == "of") && end + 1 < place.sentence.len();
            let land = place
                .known_at(end + usize::from(is_of))
                .filter(|land| is_of && land.by != MentionBy::Demonym && !land.is_seat);
            let state =
                land.and_then(|land| self.actor(land.actor)).filter(|land| land.kind == ActorKind::State);
            let country = state.and_then(|state| state.country);
            let local = mention.actor.checked_sub(self.lexicon.actors.len());
            if let Some(person) = local.and_then(|index| self.entries.get_mut(index))
                && person.kind == ActorKind::Person
            {
                person.country = person.country.or(country);
            }
        }
    }

    /// The country of the listed persons of a surname, where they have the same: "President Nehru" held his office in India.
    pub(super) fn country_of_listed(&self, surname: &str) -> Option<CountryCode> {
        let listed = self.lexicon.actors.iter().filter(|actor| {
            actor.kind == ActorKind::Person && actor.name.rsplit([' ', '-']).next() == Some(surname)
        });
        let mut countries = listed.map(|person| person.country);
        let first = countries.next()??;
        countries.all(|country| country == Some(first)).then_some(first)
    }
}
