//! A record as the tables see it: things found by their ids.

use std::collections::BTreeMap;

use verbale_core::{
    Actor, ActorId, Event, Participant, Place, PlaceId, Record, Role, Section, SectionId, Source,
};

/// A record with its actors, places and sections by id.
#[derive(Debug)]
pub(crate) struct View<'r> {
    pub(crate) record: &'r Record,
    actors: BTreeMap<ActorId, &'r Actor>,
    places: BTreeMap<PlaceId, &'r Place>,
    sections: BTreeMap<SectionId, &'r Section>,
}

impl<'r> View<'r> {
    pub(crate) fn new(record: &'r Record) -> Self {
        Self {
            record,
            actors: record.actors().iter().map(|actor| (actor.id, actor)).collect(),
            places: record.places().iter().map(|place| (place.id, place)).collect(),
            sections: record.document().sections.iter().map(|section| (section.id, section)).collect(),
        }
    }

    /// The id of the document, which every row of every table has.
    pub(crate) fn document(&self) -> &'r str {
        &self.record.document().id
    }

    pub(crate) fn actor(&self, id: ActorId) -> Option<&'r Actor> {
        self.actors.get(&id).copied()
    }

    pub(crate) fn place(&self, id: PlaceId) -> Option<&'r Place> {
        self.places.get(&id).copied()
    }

    /// The heading of a section.
    pub(crate) fn heading(&self, id: SectionId) -> Option<&'r str> {
        self.sections.get(&id).map(|section| section.title.as_str())
    }

    /// The name of an actor.
    pub(crate) fn name(&self, id: ActorId) -> Option<&'r str> {
        self.actor(id).map(|actor| actor.name.as_str())
    }

    /// The name of the actor who says so; `None` for the document's own voice.
    pub(crate) fn speaker(&self, source: Source) -> Option<&'r str> {
        match source {
            Source::Document => None,
            Source::Actor(id) => self.name(id),
        }
    }

    /// The actors of an event in one of these roles, each once, in the order of the event.
    pub(crate) fn actors_as(&self, event: &'r Event, roles: &[Role]) -> Vec<&'r Actor> {
        let in_role = |participant: &&Participant| roles.contains(&participant.role);
        let mut actors: Vec<&Actor> = Vec::new();
        for participant in event.participants.iter().filter(in_role) {
            if let Some(actor) = self.actor(participant.actor)
                && !actors.iter().any(|known| known.id == actor.id)
            {
                actors.push(actor);
            }
        }
        actors
    }

    /// The places of an event, in its order.
    pub(crate) fn places_of(&self, event: &'r Event) -> impl Iterator<Item = &'r Place> {
        event.places.iter().filter_map(|place| self.place(place.place))
    }
}
