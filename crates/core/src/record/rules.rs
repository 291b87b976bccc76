//! What must hold between the parts of a record.

use std::collections::BTreeMap;

use serde_json::Value;

use super::RecordDraft;
use crate::code::Checksum;
use crate::date::Date;
use crate::quantity::Quantity;
use crate::validate::{Check, Known, ProblemCode};

impl Known {
    /// What a draft declares.
    pub(super) fn of_draft(draft: &RecordDraft) -> Self {
        Self {
            length: draft.document.length,
            sections: draft.document.sections.iter().map(|section| section.id.number()).collect(),
            actors: draft.actors.iter().map(|actor| actor.id.number()).collect(),
            places: draft.places.iter().map(|place| place.id.number()).collect(),
            dates: draft.dates.iter().map(|date| date.id().number()).collect(),
            quantities: draft.quantities.iter().map(|quantity| quantity.id.number()).collect(),
            events: draft.events.iter().map(|event| event.id.number()).collect(),
        }
    }

    /// What a JSON value declares, as far as it can be read: a broken actor is still an actor.
    pub(super) fn of_value(value: &Value) -> Self {
        let numbers = |list: &Value, letter: char| {
            let ids = list.as_array().into_iter().flatten().filter_map(|part| part["id"].as_str());
            ids.filter_map(|id| id.strip_prefix(letter)?.parse().ok()).collect()
        };
        let length = value["document"]["length"].as_u64().and_then(|length| length.try_into().ok());
        Self {
            // Without a length, spans cannot be outside the text; the missing field is reported by itself.
            length: length.unwrap_or(usize::MAX),
            sections: numbers(&value["document"]["sections"], 's'),
            actors: numbers(&value["actors"], 'a'),
            places: numbers(&value["places"], 'p'),
            dates: numbers(&value["dates"], 'd'),
            quantities: numbers(&value["quantities"], 'q'),
            events: numbers(&value["events"], 'e'),
        }
    }
}

/// Applies every rule that concerns more than one part.
pub(super) fn apply(draft: &RecordDraft, check: &mut Check<'_>) {
    text(draft, check);
    unique_ids(draft, check);
    cycles(draft, check);
    copies(draft, check);
}

fn text(draft: &RecordDraft, check: &mut Check<'_>) {
    let Some(text) = check.text.clone() else { return };
    let document = &draft.document;
    if document.length != text.length() {
        let message =
            format!("the text has {} code points, the record says {}", text.length(), document.length);
        check.field("document", |check| {
            check.field("length", |check| check.problem(ProblemCode::TextMismatch, message))
        });
    }
    let checksum = Checksum::of(text.text());
    if document.sha256 != checksum {
        let message = format!("the text has the checksum {checksum}, the record says {}", document.sha256);
        check.field("document", |check| {
            check.field("sha256", |check| check.problem(ProblemCode::TextMismatch, message))
        });
    }
}

fn unique_ids(draft: &RecordDraft, check: &mut Check<'_>) {
    let sections = draft.document.sections.iter().map(|section| section.id.to_string());
    check.field("document", |check| list("sections", sections, check));
    list("actors", draft.actors.iter().map(|actor| actor.id.to_string()), check);
    list("places", draft.places.iter().map(|place| place.id.to_string()), check);
    list("dates", draft.dates.iter().map(|date| date.id().to_string()), check);
    list("quantities", draft.quantities.iter().map(|quantity| quantity.id.to_string()), check);
    list("events", draft.events.iter().map(|event| event.id.to_string()), check);

    fn list(name: &'static str, ids: impl Iterator<Item = String>, check: &mut Check<'_>) {
        let mut first = BTreeMap::new();
        for (index, id) in ids.enumerate() {
            if let Some(other) = first.get(&id) {
                let message = format!("{name}[{other}] has the id `{id}` already");
                check.field(name, |check| {
                    check.index(index, |check| {
                        check.field("id", |check| check.problem(ProblemCode::DuplicateId, message));
                    });
                });
            } else {
                first.insert(id, index);
            }
        }
    }
}

fn cycles(draft: &RecordDraft, check: &mut Check<'_>) {
    let sections = draft
        .document
        .sections
        .iter()
        .map(|s| (s.id.number(), s.parent.map(|id| id.number()).into_iter().collect()));
    check.field("document", |check| {
        acyclic(sections, "sections", "parent", ProblemCode::ParentCycle, check);
    });
    let parents =
        draft.actors.iter().map(|a| (a.id.number(), a.parent.map(|id| id.number()).into_iter().collect()));
    acyclic(parents, "actors", "parent", ProblemCode::ParentCycle, check);
    let members =
        draft.actors.iter().map(|a| (a.id.number(), a.members.iter().map(|id| id.number()).collect()));
    acyclic(members, "actors", "members", ProblemCode::MemberCycle, check);
}

/// Reports every node from which the edges lead back to itself, without recursion: a chain may be as long as the record.
fn acyclic(
    edges: impl Iterator<Item = (u32, Vec<u32>)>,
    list: &'static str,
    field: &'static str,
    code: ProblemCode,
    check: &mut Check<'_>,
) {
    let nodes: Vec<(u32, Vec<u32>)> = edges.collect();
    let index: BTreeMap<u32, usize> = nodes.iter().enumerate().map(|(at, (id, _))| (*id, at)).collect();
    // Peel off, again and again, what leads nowhere; what remains lies on a cycle or leads into one.
    let mut open: Vec<usize> = Vec::new();
    let mut incoming: Vec<Vec<usize>> = vec![Vec::new(); nodes.len()];
    for (at, (_, targets)) in nodes.iter().enumerate() {
        let known = targets.iter().filter_map(|target| index.get(target));
        open.push(known.clone().count());
        known.for_each(|&target| incoming[target].push(at));
    }
    let mut free: Vec<usize> = (0..nodes.len()).filter(|&at| open[at] == 0).collect();
    while let Some(at) = free.pop() {
        for &source in &incoming[at] {
            open[source] -= 1;
            if open[source] == 0 {
                free.push(source);
            }
        }
    }
    for (at, _) in open.iter().enumerate().filter(|(_, open)| **open > 0) {
        let message = format!("following `{field}` from here never ends");
        check.field(list, |check| {
            check.index(at, |check| check.field(field, |check| check.problem(code, message)))
        });
    }
}

/// A date or quantity that another part repeats must be the one of the record's list.
fn copies(draft: &RecordDraft, check: &mut Check<'_>) {
    let dates: BTreeMap<_, _> = draft.dates.iter().map(|date| (date.id(), date)).collect();
    let quantities: BTreeMap<_, _> =
        draft.quantities.iter().map(|quantity| (quantity.id, quantity)).collect();
    let date = |copy: &Option<Date>, field: &'static str, check: &mut Check<'_>| {
        if let Some(copy) = copy
            && dates.get(&copy.id()).is_some_and(|date| *date != copy)
        {
            let message = format!("differs from the date `{}` in the record's dates", copy.id());
            check.field(field, |check| check.problem(ProblemCode::CopyMismatch, message));
        }
    };
    let quantity = |copy: &Option<Quantity>, field: &'static str, check: &mut Check<'_>| {
        if let Some(copy) = copy
            && quantities.get(&copy.id).is_some_and(|quantity| *quantity != copy)
        {
            let message = format!("differs from the quantity `{}` in the record's quantities", copy.id);
            check.field(field, |check| check.problem(ProblemCode::CopyMismatch, message));
        }
    };
    check.field("events", |check| {
        for (index, event) in draft.events.iter().enumerate() {
            check.index(index, |check| {
                date(&event.date, "date", check);
                check.field("items", |check| {
                    for (index, item) in event.items.iter().enumerate() {
                        check.index(index, |check| quantity(&item.quantity, "quantity", check));
                    }
                });
                if let Some(casualties) = &event.casualties {
                    check.field("casualties", |check| {
                        quantity(&casualties.killed, "killed", check);
                        quantity(&casualties.injured, "injured", check);
                        quantity(&casualties.missing, "missing", check);
                        quantity(&casualties.captured, "captured", check);
                    });
                }
            });
        }
    });
    check.field("quotations", |check| {
        for (index, quotation) in draft.quotations.iter().enumerate() {
            check.index(index, |check| date(&quotation.date, "date", check));
        }
    });
    check.field("citations", |check| {
        for (index, citation) in draft.citations.iter().enumerate() {
            check.index(index, |check| date(&citation.published, "published", check));
        }
    });
}
