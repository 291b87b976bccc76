//! The cast: every actor and place of the document, once each.

use std::collections::{BTreeMap, BTreeSet};

use verbale_core::{Actor, ActorId, ActorKind, Mention, MentionBy, Place, PlaceId, PlaceKind, Span};

use super::Builder;
use crate::events::{EventDraft, Who};
use crate::lexicon::KnownActor;
use crate::mentions::places::PlaceMention;

/// Where the places of an event stand.
fn places_of(event: &EventDraft) -> impl Iterator<Item = (usize, usize)> {
    event.places.iter().map(|range| (range.start, range.end))
}

/// The actors and places of a record, and which of them each mention names.
pub(super) struct Cast {
    pub(super) actors: Vec<Actor>,
    pub(super) places: Vec<Place>,
    actor_of_mention: BTreeMap<usize, ActorId>,
    /// By where the name begins in the reading text.
    place_at: BTreeMap<usize, PlaceId>,
}

impl Cast {
    /// Groups the mentions, in the order of their first appearance.
    pub(super) fn of(builder: &Builder<'_, '_>) -> Self {
        let known = |index| builder.run.mentions.actor(builder.run.lexicon, index);
        let mut cast = Self {
            actors: Vec::new(),
            places: Vec::new(),
            actor_of_mention: BTreeMap::new(),
            place_at: BTreeMap::new(),
        };
        let mut ids: BTreeMap<usize, ActorId> = BTreeMap::new();
        let drafts = builder.run.events.drafts.iter().flat_map(|draft| &draft.participants);
        let partaking: BTreeSet<usize> = drafts.filter_map(|found| found.who.mention()).collect();
        let drafts = builder.run.events.drafts.iter();
        let speakers = drafts.filter_map(|draft| draft.attribution.as_ref()?.speaker.as_ref());
        let quoted =
            builder.run.events.speeches.iter().flatten().filter_map(|speech| speech.speaker.as_ref());
        let speaking: BTreeSet<usize> = speakers.chain(quoted).filter_map(Who::mention).collect();
        let mut places: BTreeMap<String, PlaceId> = BTreeMap::new();
        let hosts: BTreeSet<(usize, usize)> = builder.run.events.drafts.iter().flat_map(places_of).collect();
        for (index, mention) in builder.run.mentions.actors.iter().enumerate() {
            let (Some(entry), Some(span)) = (known(mention.actor), builder.span(&mention.range)) else {
                continue;
            };
            if mention.is_collective && !speaking.contains(&index) {
                continue;
            }
            // A land that acts, or is acted on, is where it happens as well: "visited Kenya".
            let hosts_event = hosts.contains(&(mention.range.start, mention.range.end));
            // A capital that is spoken to is the government there.
            let speaks = mention.is_seat && partaking.contains(&index);
            if mention.is_place && !speaks || hosts_event {
                let name = if mention.is_seat {
                    builder.run.text.slice(&mention.range).to_owned()
                } else {
                    entry.name.clone()
                };
                let id = *places
                    .entry(name.clone())
                    .or_insert_with(|| cast.add_land(builder, name, entry, mention.is_seat));
                cast.mention_place(id, span.clone());
                cast.place_at.insert(mention.range.start, id);
            }
            // A land that takes part, as host of troops, is both.
            if !mention.is_place || partaking.contains(&index) {
                let id = *ids.entry(mention.actor).or_insert_with(|| cast.add_actor(entry));
                cast.mention_actor(id, span, mention.by);
                cast.actor_of_mention.insert(index, id);
            }
        }
        for mention in &builder.run.mentions.places {
            let Some(span) = builder.span(&mention.range) else { continue };
            let id = *places.entry(mention.name.clone()).or_insert_with(|| cast.add_place(mention.clone()));
            cast.mention_place(id, span);
            cast.place_at.insert(mention.range.start, id);
        }
        // A body's parent is named only where the document mentions it.
        let by_key: BTreeMap<&str, ActorId> =
            ids.iter().filter_map(|(&lexical, &id)| Some((known(lexical)?.key.as_str(), id))).collect();
        for (&lexical, &id) in &ids {
            let parent = known(lexical).and_then(|entry| by_key.get(entry.parent.as_deref()?));
            if let (Some(&parent), Some(actor)) = (parent, cast.actor_mut(id)) {
                actor.parent = Some(parent);
            }
            let members = known(lexical).map(|entry| entry.members.as_slice()).unwrap_or_default();
            if let Some(actor) = cast.actor_mut(id) {
                actor.members = members.iter().filter_map(|member| ids.get(member).copied()).collect();
            }
        }
        cast
    }

    /// Whether an actor is a body that can issue a document.
    pub(super) fn is_body(&self, actor: ActorId) -> bool {
        let found = self.actors.get(actor.number() as usize - 1);
        found.is_some_and(|actor| {
            matches!(actor.kind, ActorKind::Igo | ActorKind::Organ | ActorKind::Legislature)
        })
    }

    /// The actor that a mention names.
    pub(super) fn of_mention(&self, mention: usize) -> Option<ActorId> {
        self.actor_of_mention.get(&mention).copied()
    }

    /// The place whose name begins at a position of the reading text.
    pub(super) fn place_at(&self, position: usize) -> Option<PlaceId> {
        self.place_at.get(&position).copied()
    }

    fn add_actor(&mut self, entry: &KnownActor) -> ActorId {
        let id = ActorId::from_index(self.actors.len());
        self.actors.push(Actor {
            id,
            name: entry.name.clone(),
            kind: entry.kind,
            country: entry.country,
            parent: None,
            members: Vec::new(),
            sector: entry.sector,
            wikidata: entry.wikidata.clone(),
            mentions: Vec::new(),
        });
        id
    }

    fn actor_mut(&mut self, id: ActorId) -> Option<&mut Actor> {
        self.actors.get_mut(id.number() as usize - 1)
    }

    fn mention_actor(&mut self, id: ActorId, span: Span, by: MentionBy) {
        if let Some(actor) = self.actor_mut(id) {
            actor.mentions.push(Mention { span, by });
        }
    }

    /// Adds a country, or a seat of government that does not act.
    fn add_land(
        &mut self,
        builder: &Builder<'_, '_>,
        name: String,
        entry: &KnownActor,
        is_seat: bool,
    ) -> PlaceId {
        let kind = match entry.kind {
            _ if is_seat => PlaceKind::Settlement,
            ActorKind::State => PlaceKind::Country,
            _ => PlaceKind::Region,
        };
        let known = builder.run.lexicon.places.lookup(&name).filter(|_| is_seat);
        // A city outlives the state that it was a seat of.
        let country = match &known {
            Some(known) if entry.is_past => known.country,
            _ => entry.country,
        };
        let (point, geonames) = known.map_or((None, None), |known| (known.point, known.geonames));
        self.add_place(PlaceMention { range: 0..0, name, kind, country, point, geonames })
    }

    fn add_place(&mut self, mention: PlaceMention) -> PlaceId {
        let id = PlaceId::from_index(self.places.len());
        self.places.push(Place {
            id,
            name: mention.name,
            kind: mention.kind,
            country: mention.country,
            lat: mention.point.map(|(lat, _)| lat),
            lon: mention.point.map(|(_, lon)| lon),
            geonames: mention.geonames,
            mentions: Vec::new(),
        });
        id
    }

    fn mention_place(&mut self, id: PlaceId, span: Span) {
        if let Some(place) = self.places.get_mut(id.number() as usize - 1) {
            place.mentions.push(span);
        }
    }
}
