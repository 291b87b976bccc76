//! One happening told twice is one event with two pieces of evidence. To join two events wrongly loses one, so all that is known of
//! both must agree.

use std::collections::BTreeSet;
use std::ops::Range;

use verbale_core::{EventKind, KindGroup, RelationKind, Role, Status};
use verbale_syntax::Label;

use super::Link;
use super::recalls::{REACH, antecedent};
use super::story::Story;
use crate::events::scene::Scene;
use crate::events::{EventDraft, costs};

/// How many events before one it may have been told at length.
const FAR: usize = 100;

/// Notes which events of a sentence were told before. Where another one speaks, what it tells stays apart, as the same.
pub(super) fn find(scene: &Scene<'_, '_>, story: &mut Story<'_>, here: Range<usize>, links: &mut Vec<Link>) {
    for event in here {
        let first = named_again(scene, story, event)
            .or_else(|| told_at_length(story, event))
            .or_else(|| outcome_of(scene, story, event));
        // "Signed on 3 May, the declaration": the noun stands behind, and means no other event.
        let Some(first) = first.filter(|&first| first < event) else { continue };
        if speaker(story, event) == speaker(story, first) {
            story.retold[event] = Some(first);
        } else {
            links.push(Link { from: event, relation: RelationKind::SameAs, to: first });
        }
    }
}

fn speaker(story: &Story<'_>, event: usize) -> Option<usize> {
    let speaker = story.events[event].attribution.as_ref()?.speaker.as_ref()?.mention()?;
    story.mentions.actors.get(speaker).map(|mention| mention.actor)
}

/// The event that an event only names again: "the attack" behind what tells of it, "after the statement was signed".
fn named_again(scene: &Scene<'_, '_>, story: &Story<'_>, event: usize) -> Option<usize> {
    let draft = &story.events[event];
    if !scene.tokens_of(&draft.trigger).contains(&draft.head) {
        return None;
    }
    let noun = if draft.is_noun { Some(draft.head) } else { document(scene, draft) };
    let first = antecedent(scene, story, noun?, REACH)?;
    let same = draft.is_noun || story.kind(first) == story.kind(event);
    // "They met. The meeting took place on 3 May": the second telling gives the date.
    let gathers =
        matches!(story.kind(first), Some(EventKind::Meeting | EventKind::Visit | EventKind::Negotiation));
    let is_given = gathers && story.date(first).is_none();
    let on_its_day = !story.is_dated(event) || is_given || story.is_one_day(first, event);
    (same && on_its_day && adds_nothing(story, first, event)).then_some(first)
}

/// The document that an event beside the main clause is only about: "after the statement was signed".
fn document(scene: &Scene<'_, '_>, event: &EventDraft) -> Option<usize> {
    let passive = scene.tree.is_passive(event.head) && scene.label(event.head) == Label::Advcl;
    scene.logical_object(event.head).filter(|_| passive && event.is_aside)
}

/// Whether an event says nothing that an earlier one does not, but for its cost: "the attack killed twelve".
fn adds_nothing(story: &Story<'_>, first: usize, again: usize) -> bool {
    let [known, told] = [&story.events[first], &story.events[again]];
    let document =
        |event: &EventDraft| event.instrument.as_ref().and_then(|document| document.number.clone());
    let known_actors = story.actors(first, |_| true);
    let has_victims = known.participants.iter().any(|found| found.role == Role::Victim);
    let new = story.actors(again, |role| role != Role::Victim || has_victims);
    matches!(told.status, Status::Occurred | Status::Ongoing)
        && matches!(known.status, Status::Occurred | Status::Ongoing)
        && new.is_subset(&known_actors)
        && things(story, told).is_subset(&things(story, known))
        && same_cost(story, known, told)
        && (document(told).is_none() || document(told) == document(known))
}

/// The event that an event tells again at length: of the same kind and day, by the same actors, and nothing of it contradicts.
fn told_at_length(story: &Story<'_>, again: usize) -> Option<usize> {
    let earliest = again.saturating_sub(FAR);
    let sentence = story.events[again].sentence;
    let mut before = (earliest..again).rev().filter(|&first| story.events[first].sentence < sentence);
    before.find(|&first| agree(story, first, again)).map(|first| story.retold[first].unwrap_or(first))
}

/// The event whose cost is all that an event tells: "Rebels attacked the base. Nine soldiers were killed."
fn outcome_of(scene: &Scene<'_, '_>, story: &Story<'_>, event: usize) -> Option<usize> {
    let told = &story.events[event];
    let before = event.checked_sub(1)?;
    let first = story.retold[before].unwrap_or(before);
    let known = &story.events[first];
    let suffers = if scene.tokens_of(&told.trigger).contains(&told.head) {
        let harms = matches!(scene.lemma(told.head), "kill" | "wound" | "injure" | "hurt");
        harms && scene.tree.is_passive(told.head)
    } else {
        // What only a number of dead tells of has the frame of the event that cost them.
        told.frame == known.frame
    };
    let is_bare = told.participants.iter().all(|found| found.role == Role::Victim)
        && told.own_dates.is_empty()
        && told.clause_dates.is_empty()
        && told.places.is_empty();
    let is_near = known.sentence == told.sentence || story.before(told.sentence) == Some(known.sentence);
    let is_counted = told.casualties.killed.or(told.casualties.injured).is_some();
    let is_new = |one: Option<usize>, other: Option<usize>| one.is_none() || other.is_none();
    let fits = matches!(known.status, Status::Occurred | Status::Ongoing)
        && story.kind(first).is_some_and(costs)
        && is_new(known.casualties.killed, told.casualties.killed)
        && is_new(known.casualties.injured, told.casualties.injured);
    (suffers && is_bare && is_counted && is_near && fits).then_some(first)
}

fn agree(story: &Story<'_>, first: usize, again: usize) -> bool {
    let [one, other] = [&story.events[first], &story.events[again]];
    let kind = story.kind(first);
    kind == story.kind(again)
        && one.status == other.status
        && story.is_dated(again)
        && story.is_one_day(first, again)
        && same_document(story, kind, one, other)
        && same_actors(story, one, other)
        && same_places(story, one, other)
        && same_things(story, one, other)
        && same_cost(story, one, other)
}

/// The words and numbers of what an event moves.
fn things<'s>(story: &Story<'s>, event: &EventDraft) -> BTreeSet<(&'s str, Option<&'s str>)> {
    let number = |index: usize| story.text.slice(&story.mentions.quantities[index].range);
    event.items.iter().map(|item| (story.text.slice(&item.range), item.quantity.map(number))).collect()
}

/// Whether two events move the same, as far as they say so.
fn same_things(story: &Story<'_>, one: &EventDraft, other: &EventDraft) -> bool {
    one.items.is_empty() || other.items.is_empty() || things(story, one) == things(story, other)
}

/// Of acts on documents and of talk there may be many a day: they are one only if they are about one document with a number or title.
fn same_document(story: &Story<'_>, kind: Option<EventKind>, one: &EventDraft, other: &EventDraft) -> bool {
    let name = |event: &EventDraft| event.instrument.as_ref()?.name(story.text);
    let many = kind.is_none_or(|kind| match kind.group() {
        KindGroup::Talk => !matches!(kind, EventKind::Meeting | EventKind::Visit),
        KindGroup::Instruments | KindGroup::Arms | KindGroup::Economy => true,
        _ => false,
    });
    match (name(one), name(other)) {
        (Some(one), Some(other)) => one == other,
        (None, None) => !many,
        _ => false,
    }
}

/// Whether who acts and whom it befalls is the same in both, as far as they say so; who acts both must say.
fn same_actors(story: &Story<'_>, one: &EventDraft, other: &EventDraft) -> bool {
    let in_role = |event: &EventDraft, role: Role| {
        let found = event.participants.iter().filter(|found| found.role == role);
        let mut actors: Vec<usize> = found
            .filter_map(|found| story.mentions.actors.get(found.who.mention()?).map(|mention| mention.actor))
            .collect();
        actors.sort_unstable();
        actors
    };
    let roles = one.participants.iter().chain(&other.participants).map(|found| found.role);
    let agree = |role: Role| {
        let [one, other] = [in_role(one, role), in_role(other, role)];
        one == other || role != Role::Actor && (one.is_empty() || other.is_empty())
    };
    let whoever = in_role(one, Role::Actor);
    let told = !whoever.is_empty() || !in_role(one, Role::Victim).is_empty();
    told && roles.into_iter().all(agree)
}

fn same_places(story: &Story<'_>, one: &EventDraft, other: &EventDraft) -> bool {
    let words = |range: &Range<usize>| story.text.slice(range);
    one.places.is_empty()
        || other.places.is_empty()
        || one.places.iter().any(|place| other.places.iter().any(|there| words(place) == words(there)))
}

/// Whether the dead and wounded are as many in both, where both count them.
fn same_cost(story: &Story<'_>, one: &EventDraft, other: &EventDraft) -> bool {
    let value = |index: Option<usize>| story.mentions.quantities.get(index?).map(|found| found.value);
    let agree = |one: Option<usize>, other: Option<usize>| {
        value(one).zip(value(other)).is_none_or(|(one, other)| one == other)
    };
    agree(one.casualties.killed, other.casualties.killed)
        && agree(one.casualties.injured, other.casualties.injured)
}

impl EventDraft {
    /// Takes from a second telling what this one does not have.
    pub(super) fn retell(&mut self, again: &Self) {
        let roles: Vec<Role> = self.participants.iter().map(|found| found.role).collect();
        let new = again.participants.iter().filter(|found| !roles.contains(&found.role));
        self.participants.extend(new.cloned());
        self.casualties.killed = self.casualties.killed.or(again.casualties.killed);
        self.casualties.injured = self.casualties.injured.or(again.casualties.injured);
        // What a noun alone is named in need not be where it was: "the invasion caused protests in London".
        if self.places.is_empty() && !again.is_noun {
            self.places.clone_from(&again.places);
        }
    }
}
