//! Events of the record from their drafts.

use std::ops::Range;

use verbale_core::{
    ActorId, Attribution, Casualties, Event, EventId, EventKind, EventPlace, Instrument, InstrumentStatus,
    Item, Participant, Relation, Role, Source, Span,
};

use super::{Builder, actors::Cast};
use crate::events::{CasualtyDraft, EventDraft, InstrumentDraft, ItemDraft};
use crate::mentions::instruments::Title;

impl Builder<'_, '_> {
    /// The events, in the order of the text, and the id of each draft.
    pub(super) fn events(&self, cast: &Cast) -> (Vec<Event>, Vec<Option<EventId>>) {
        let drafts = self.run.events.drafts.iter().zip(&self.run.discourse.event_dates);
        let mut events = Vec::with_capacity(self.run.events.drafts.len());
        let mut ids: Vec<Option<EventId>> = Vec::with_capacity(self.run.events.drafts.len());
        for ((draft, date), first) in drafts.zip(&self.run.discourse.relations.retold) {
            if let Some(first) = first {
                let id = ids.get(*first).copied().flatten();
                if let Some(event) = id.and_then(|id| event_mut(&mut events, id)) {
                    let new = self.evidence(draft).filter(|span| !event.evidence.contains(span));
                    event.evidence.extend(new);
                }
                ids.push(id);
                continue;
            }
            let event = self.event(EventId::from_index(events.len()), draft, *date, cast);
            ids.push(event.as_ref().map(|event| event.id));
            events.extend(event);
        }
        self.relate(&mut events, &ids);
        (events, ids)
    }

    /// The sentence of an event.
    fn evidence(&self, draft: &EventDraft) -> Option<Span> {
        self.span(&self.run.text.sentences().get(draft.sentence)?.range)
    }

    /// Gives the events their relations.
    fn relate(&self, events: &mut [Event], ids: &[Option<EventId>]) {
        for link in &self.run.discourse.relations.links {
            let id = |draft: usize| ids.get(draft).copied().flatten();
            let (Some(from), Some(to)) = (id(link.from), id(link.to)) else { continue };
            if let Some(event) = event_mut(events, from) {
                event.relations.push(Relation { relation: link.relation, event: to });
            }
        }
    }

    fn event(&self, id: EventId, draft: &EventDraft, date: Option<usize>, cast: &Cast) -> Option<Event> {
        let frame = self.run.lexicon.frames.get(draft.frame)?;
        let sentence = self.run.text.sentences().get(draft.sentence)?;
        let participant = |found: &crate::events::ParticipantDraft| {
            let index = found.who.mention()?;
            let mention = self.run.mentions.actors.get(index)?;
            Some(Participant {
                role: found.role,
                actor: cast.of_mention(index)?,
                span: self.span(&mention.range)?,
            })
        };
        let place = |range: &Range<usize>| {
            Some(EventPlace { place: cast.place_at(range.start)?, span: self.span(range)? })
        };
        let section = self.run.layout.blocks.get(sentence.block)?.section;
        Some(Event {
            id,
            kind: frame.kind,
            plover: draft.plover,
            contexts: frame.contexts.clone(),
            trigger: self.span(&draft.trigger)?,
            date: date.and_then(|index| self.dates.get(index)?.clone()),
            participants: draft.participants.iter().filter_map(participant).collect(),
            instrument: draft
                .instrument
                .as_ref()
                .and_then(|found| self.instrument(found, draft, cast))
                .map(Box::new),
            items: self.items(draft, cast),
            casualties: self.casualties(&draft.casualties).map(Box::new),
            places: draft.places.iter().filter_map(place).collect(),
            status: draft.status,
            attribution: self.attribution(draft, cast),
            relations: Vec::new(),
            section: section.and_then(|section| self.section_id(section)),
            evidence: vec![self.evidence(draft)?],
            rule: frame.rule.clone(),
        })
    }

    fn instrument(&self, found: &InstrumentDraft, draft: &EventDraft, cast: &Cast) -> Option<Instrument> {
        Some(Instrument {
            kind: found.kind,
            title: found.title.as_ref().map(|title| self.title(title)),
            number: found.number.clone(),
            body: self.body(found, draft, cast),
            status: found.fate.unwrap_or(InstrumentStatus::Unknown),
            span: self.span(&found.range)?,
        })
    }

    /// What a document is called, without the marks around the title or in a name.
    fn title(&self, title: &Title) -> String {
        match title {
            Title::Quoted(range) => self.run.text.slice(range).trim_end_matches([',', '.']).to_owned(),
            Title::Name(range) | Title::Known(range) => unquoted(self.run.text.slice(range)),
        }
    }

    /// The body that issues a document: the one that its name tells, else the one that adopts or issues it.
    fn body(&self, found: &InstrumentDraft, draft: &EventDraft, cast: &Cast) -> Option<ActorId> {
        let named = found.body.as_ref().and_then(|body| cast.of_mention(body.mention()?));
        let frame = self.run.lexicon.frames.get(draft.frame);
        let issues =
            frame.is_some_and(|frame| matches!(frame.kind, EventKind::Adoption | EventKind::Statement));
        let actors = draft.participants.iter().filter(|found| issues && found.role == Role::Actor);
        let mut bodies = actors
            .filter_map(|found| cast.of_mention(found.who.mention()?))
            .filter(|&actor| cast.is_body(actor));
        named.or_else(|| bodies.next())
    }

    /// Who says so: a speaker whom the sentence names, else the document.
    fn attribution(&self, draft: &EventDraft, cast: &Cast) -> Attribution {
        let Some(found) = &draft.attribution else { return Attribution::own_voice() };
        let speaker = found.speaker.as_ref().and_then(|speaker| cast.of_mention(speaker.mention()?));
        let source = speaker.map_or(Source::Document, Source::Actor);
        Attribution { source, certainty: found.certainty, cue: self.span(&found.cue) }
    }

    /// The things of an event. Who delivers them is its supplier, if it has one.
    fn items(&self, draft: &EventDraft, cast: &Cast) -> Vec<Item> {
        let supplier = draft.participants.iter().find(|found| found.role == Role::Supplier);
        let supplier = supplier.and_then(|found| cast.of_mention(found.who.mention()?));
        let item = |found: &ItemDraft| {
            Some(Item {
                name: unquoted(self.run.text.slice(&found.range)),
                category: found.category,
                quantity: found.quantity.and_then(|index| self.quantities.get(index)?.clone()),
                supplier,
                span: self.span(&found.range)?,
            })
        };
        draft.items.iter().filter_map(item).collect()
    }

    fn casualties(&self, draft: &CasualtyDraft) -> Option<Casualties> {
        let quantity = |index: Option<usize>| index.and_then(|index| self.quantities.get(index)?.clone());
        let casualties = Casualties {
            killed: quantity(draft.killed),
            injured: quantity(draft.injured),
            missing: quantity(draft.missing),
            captured: quantity(draft.captured),
        };
        (casualties != Casualties::default()).then_some(casualties)
    }
}

/// The event of an id; ids count from 1, in order.
fn event_mut(events: &mut [Event], id: EventId) -> Option<&mut Event> {
    events.get_mut((id.number() as usize).checked_sub(1)?)
}

/// A name without the quotation marks in it: `"Bastion" vehicles`.
fn unquoted(words: &str) -> String {
    let is_mark = |char: char| matches!(char, '"' | '“' | '”' | '„' | '«' | '»');
    words
        .split_whitespace()
        .map(|word| word.trim_matches(is_mark))
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
