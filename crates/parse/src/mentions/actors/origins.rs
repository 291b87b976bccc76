//! Where persons come from, by what stands behind their name or by their surname.

use verbale_core::{ActorKind, CountryCode, MentionBy};

use super::ActorMention;
use super::local::Locals;
use super::sentence::Place;
use crate::lexicon::KnownActor;

impl Locals<'_> {
    /// Whose persons those are whose name a state stands behind, "Ann Karanja of Kenya", or who lead somebody's men: "a Kenyan patrol led by
    /// Ann Karanja".
    pub(super) fn note_lands(&mut self, place: &Place<'_>, found: &[ActorMention]) {
        for mention in found.iter().filter(|mention| mention.by == MentionBy::Name) {
            let end = place.token_of(mention.range.end.saturating_sub(1)) + 1;
            let is_of = place.lower.get(end).is_some_and(|of| of == "of") && end + 1 < place.sentence.len();
            let land = place
                .known_at(end + usize::from(is_of))
                .filter(|land| is_of && land.by != MentionBy::Demonym && !land.is_seat);
            let state =
                land.and_then(|land| self.actor(land.actor)).filter(|land| land.kind == ActorKind::State);
            let country = state.and_then(|state| state.country).or_else(|| self.land_of_led(place, mention));
            let local = mention.actor.checked_sub(self.lexicon.actors.len());
            if let Some(person) = local.and_then(|index| self.entries.get_mut(index))
                && person.kind == ActorKind::Person
            {
                person.country = person.country.or(country);
            }
        }
    }

    /// The country of those whom a person leads.
    fn land_of_led(&self, place: &Place<'_>, person: &ActorMention) -> Option<CountryCode> {
        let by = place.token_of(person.range.start).checked_sub(1).filter(|&by| place.lower[by] == "by")?;
        let verb = by.checked_sub(1)?;
        let leads = matches!(place.lower[verb].as_str(), "led" | "commanded" | "headed");
        let men = verb.checked_sub(1).filter(|_| leads)?;
        let is_word = |&at: &usize| !matches!(place.lower[at].as_str(), "," | "by" | "of" | "and");
        let before = (men.saturating_sub(2)..=men).rev().take_while(is_word);
        before.filter_map(|at| place.known_at(at)).find_map(|known| self.actor(known.actor)?.country)
    }

    /// Gives persons of the lists who have no country there the one that the text gives them, wherever it names them: "the Dutch diplomat
    /// Ann Smit" of an international body.
    pub(super) fn settle_citizens(&mut self, mentions: &mut [ActorMention]) {
        for (person, country) in std::mem::take(&mut self.citizens) {
            let Some(known) = self.lexicon.actors.get(person) else { continue };
            let entry = KnownActor { country: Some(country), ..known.clone() };
            let citizen = self.entry(format!("{} {country}", known.key), || entry);
            let named = mentions.iter_mut().map(|mention| &mut mention.actor);
            let members = self.entries.iter_mut().flat_map(|group| &mut group.members);
            named.chain(members).filter(|actor| **actor == person).for_each(|actor| *actor = citizen);
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
