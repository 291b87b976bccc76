//! What a record declares, read before its parts so that a broken part does not break what refers to it.

use serde_json::Value;

use super::{RecordDraft, cycles};
use crate::id::number;
use crate::validate::{Declared, Known};

impl Known {
    /// What a draft declares.
    pub(super) fn of_draft(draft: &RecordDraft) -> Self {
        let RecordDraft { document, actors, places, dates, quantities, events, .. } = draft;
        let section_ids = ids(document.sections.iter().map(|section| Some(section.id.number())));
        let section_parents = document.sections.iter().map(|section| section.parent.map(|id| id.number()));
        let actor_ids = ids(actors.iter().map(|actor| Some(actor.id.number())));
        let actor_parents = actors.iter().map(|actor| actor.parent.map(|id| id.number()));
        let actor_members = actors.iter().map(|actor| actor.members.iter().map(|id| id.number()));
        Self {
            length: document.length,
            section_parent_cycles: cycles::of(&section_ids, section_parents),
            actor_parent_cycles: cycles::of(&actor_ids, actor_parents),
            actor_member_cycles: cycles::of(&actor_ids, actor_members),
            sections: Some(section_ids),
            actors: Some(actor_ids),
            places: Some(ids(places.iter().map(|place| Some(place.id.number())))),
            dates: Some(ids(dates.iter().map(|date| Some(date.id().number())))),
            quantities: Some(ids(quantities.iter().map(|quantity| Some(quantity.id.number())))),
            events: Some(ids(events.iter().map(|event| Some(event.id.number())))),
        }
    }

    /// What a JSON value declares, as far as it can be read: a broken actor is still an actor.
    pub(super) fn of_value(value: &Value) -> Self {
        let length = value["document"]["length"].as_u64().and_then(|length| length.try_into().ok());
        let sections = &value["document"]["sections"];
        let actors = &value["actors"];
        let section_ids = declared(sections, 's').unwrap_or_default();
        let section_parents = entries(sections).map(|section| read(&section["parent"], 's'));
        let actor_ids = declared(actors, 'a').unwrap_or_default();
        let actor_parents = entries(actors).map(|actor| read(&actor["parent"], 'a'));
        let actor_members =
            entries(actors).map(|actor| entries(&actor["members"]).filter_map(|id| read(id, 'a')));
        Self {
            // Without a length, spans cannot be outside the text; the missing field is reported by itself.
            length: length.unwrap_or(usize::MAX),
            section_parent_cycles: cycles::of(&section_ids, section_parents),
            actor_parent_cycles: cycles::of(&actor_ids, actor_parents),
            actor_member_cycles: cycles::of(&actor_ids, actor_members),
            sections: declared(sections, 's'),
            actors: declared(actors, 'a'),
            places: declared(&value["places"], 'p'),
            dates: declared(&value["dates"], 'd'),
            quantities: declared(&value["quantities"], 'q'),
            events: declared(&value["events"], 'e'),
        }
    }
}

/// The entries of a list; none of what is no list.
fn entries(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

fn read(id: &Value, letter: char) -> Option<u32> {
    number(id.as_str()?, letter)
}

fn declared(list: &Value, letter: char) -> Option<Declared> {
    list.is_array().then(|| ids(entries(list).map(|entry| read(&entry["id"], letter))))
}

/// Who has which id; an entry with an id that cannot be read has none.
fn ids(numbers: impl Iterator<Item = Option<u32>>) -> Declared {
    let mut declared = Declared::new();
    for (index, number) in numbers.enumerate() {
        if let Some(number) = number {
            declared.entry(number).or_default().push(index);
        }
    }
    declared
}
