//! Whatever of a record is asked for by its id.

use std::collections::BTreeMap;

use verbale_core::{Actor, ActorId, Event, EventId, Place, PlaceId, Record, Role, SectionId, Source};

use crate::entries::Sources;
use crate::html::Html;
use crate::words;

/// What the record says of an event outside of it: places in its lists.
#[derive(Debug, Default)]
pub(crate) struct About {
    pub(crate) citations: Vec<usize>,
    pub(crate) quotations: Vec<usize>,
    pub(crate) framing: Vec<usize>,
}

/// A record whose parts can be found by their ids.
pub(crate) struct Names<'r> {
    record: &'r Record,
    actors: BTreeMap<ActorId, &'r Actor>,
    places: BTreeMap<PlaceId, &'r Place>,
    events: BTreeMap<EventId, &'r Event>,
    sections: BTreeMap<SectionId, &'r str>,
    sources: Sources<'r>,
    about: BTreeMap<EventId, About>,
}

impl<'r> Names<'r> {
    pub(crate) fn of(record: &'r Record) -> Self {
        let sections = record.document().sections.iter();
        let mut about: BTreeMap<EventId, About> = BTreeMap::new();
        for (index, citation) in record.citations().iter().enumerate() {
            for &event in &citation.events {
                about.entry(event).or_default().citations.push(index);
            }
        }
        for (index, quotation) in record.quotations().iter().enumerate() {
            if let Some(event) = quotation.event {
                about.entry(event).or_default().quotations.push(index);
            }
        }
        for (index, framing) in record.framing().iter().enumerate() {
            if let Some(event) = framing.event {
                about.entry(event).or_default().framing.push(index);
            }
        }
        Self {
            record,
            actors: record.actors().iter().map(|actor| (actor.id, actor)).collect(),
            places: record.places().iter().map(|place| (place.id, place)).collect(),
            events: record.events().iter().map(|event| (event.id, event)).collect(),
            sections: sections.map(|section| (section.id, section.title.as_str())).collect(),
            sources: Sources::of(record),
            about,
        }
    }

    pub(crate) const fn record(&self) -> &'r Record {
        self.record
    }

    pub(crate) fn actor(&self, id: ActorId) -> &'r str {
        self.actors.get(&id).map_or("", |actor| &actor.name)
    }

    pub(crate) fn place(&self, id: PlaceId) -> &'r str {
        self.places.get(&id).map_or("", |place| &place.name)
    }

    pub(crate) fn section(&self, id: SectionId) -> Option<&'r str> {
        self.sections.get(&id).copied()
    }

    pub(crate) const fn sources(&self) -> &Sources<'r> {
        &self.sources
    }

    pub(crate) fn about(&self, id: EventId) -> Option<&About> {
        self.about.get(&id)
    }

    /// Writes a link to an event: "attack e1".
    pub(crate) fn event(&self, html: &mut Html, id: EventId) {
        let kind = self.events.get(&id).map_or("", |event| event.kind.as_str());
        html.raw("<a").attr("href", format_args!("#{id}")).raw(">");
        html.text(&words::label(kind)).raw(" ").show(id).raw("</a>");
    }

    /// Writes who does it to whom, and by which document, between two pieces of markup; nothing if neither is known.
    pub(crate) fn gist(&self, html: &mut Html, event: &Event, before: &'static str, after: &'static str) {
        let (who, document) = (self.who(event), Self::instrument(event));
        if who.is_none() && document.is_none() {
            return;
        }
        html.raw(before).text(who.as_deref().unwrap_or_default());
        if let Some(document) = document {
            html.raw(if who.is_some() { ": " } else { "" }).text(&document);
        }
        html.raw(after);
    }

    /// Who does it, and to whom: "Egypt, Israel → Jordan".
    pub(crate) fn who(&self, event: &Event) -> Option<String> {
        let with = |roles: &[Role]| {
            let mut names: Vec<&str> = Vec::new();
            let in_role = event.participants.iter().filter(|participant| roles.contains(&participant.role));
            for participant in in_role {
                let name = self.actor(participant.actor);
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            names.join(", ")
        };
        let (who, whom) = (with(Role::WHO), with(Role::WHOM));
        match (who.is_empty(), whom.is_empty()) {
            (true, true) => None,
            (false, true) => Some(who),
            (_, false) => Some(format!("{who} → {whom}").trim_start().to_owned()),
        }
    }

    /// The document that the event is about, if it has a name: "resolution 502".
    fn instrument(event: &Event) -> Option<String> {
        let instrument = event.instrument.as_deref()?;
        let kind = words::label(instrument.kind.as_str());
        match (&instrument.number, &instrument.title) {
            (Some(number), _) => Some(format!("{kind} {number}")),
            (None, Some(title)) => Some(format!("“{title}”")),
            (None, None) => None,
        }
    }

    pub(crate) fn source(&self, source: Source) -> &'r str {
        match source {
            Source::Document => "the document",
            Source::Actor(id) => self.actor(id),
        }
    }
}
