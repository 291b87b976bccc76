//! Which actors the noun phrases around a trigger name, and in which role.

use std::ops::Range;

use verbale_core::{ActorKind, CountryCode, EventKind, KindGroup, MentionBy, Role, Sector};
use verbale_syntax::Label;

use super::arguments::Argument;
use super::named::{DEPTH, name_at, named_by};
use super::roles::{is_moved, role, role_unled};
use super::scene::Scene;
use super::trigger::{Form, Found};
use crate::lexicon::event_words::PersonUse;
use crate::lexicon::frames::{Frame, Slot, Trigger};
use crate::text::within;

/// Who takes part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Who {
    /// An actor mention, by its place in the list.
    Mention(usize),
    /// Persons whom the text only describes, "masked gunmen", and names that nothing else knows, until [`described`](super::described) gives them a mention.
    Described(Box<Description>),
}

/// Words that describe persons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Description {
    /// The words, without article.
    pub(crate) range: Range<usize>,
    /// The kind of the actor that they make.
    pub(crate) kind: ActorKind,
    pub(crate) sector: Option<Sector>,
    /// Whether they are a name.
    pub(crate) by: MentionBy,
    /// The country of their owner: "two Kenyan fishermen".
    pub(crate) country: Option<CountryCode>,
    /// The key of the actor that they belong to: "a Kenyan patrol".
    pub(crate) parent: Option<String>,
    /// When they are an actor.
    pub(crate) usage: PersonUse,
}

/// Who, in which role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ParticipantDraft {
    /// Their part in the event.
    pub(crate) role: Role,
    /// The actor.
    pub(crate) who: Who,
}

impl Who {
    /// Which actor mention; all have one once the whole text is read.
    pub(crate) fn mention(&self) -> Option<usize> {
        match self {
            Self::Mention(index) => Some(*index),
            Self::Described(_) => None,
        }
    }

    /// What sort of actor it is.
    pub(super) fn kind(&self, scene: &Scene<'_, '_>) -> Option<ActorKind> {
        match self {
            Self::Mention(index) => scene.actor(*index).map(|actor| actor.kind),
            Self::Described(description) => Some(description.kind),
        }
    }

    pub(super) fn country(&self, scene: &Scene<'_, '_>) -> Option<CountryCode> {
        match self {
            Self::Mention(index) => scene.actor(*index)?.country,
            Self::Described(description) => description.country,
        }
    }
}

impl ParticipantDraft {
    /// The words that name it.
    pub(super) fn range(&self, scene: &Scene<'_, '_>) -> Range<usize> {
        range(scene, &self.who)
    }
}

/// The participants that a frame has slots for, each actor once, in the order of the text.
pub(super) fn of(
    scene: &Scene<'_, '_>,
    frame: &Frame,
    trigger: &Found,
    arguments: &[Argument],
) -> Vec<ParticipantDraft> {
    let mut found: Vec<ParticipantDraft> = Vec::new();
    let mut lands: Vec<ParticipantDraft> = Vec::new();
    // Who acts comes first: in "insisted on its demand", whose demand it is, is no other.
    let (acting, others): (Vec<&Argument>, Vec<&Argument>) =
        arguments.iter().partition(|argument| argument.slot == Slot::Subject);
    let mission = opens_mission(scene, trigger);
    let is_led = !acting.is_empty() || arguments.iter().any(|argument| argument.slot == Slot::By);
    let is_unled = !is_led && trigger.form == Form::Verb && scene.tree.is_passive(trigger.head);
    for argument in acting.into_iter().chain(others) {
        let of_owner = is_unled.then(|| role_unled(scene, frame, argument)).flatten();
        let role = argument.role.or(of_owner).or_else(|| role(frame, trigger.form, argument));
        let Some(role) = role.filter(|&role| !(is_led && is_moved(scene, frame, argument, role))) else {
            continue;
        };
        // The object of "took office" is nobody, nor is that of "lifted EU sanctions"; that of "freed prisoners" is.
        let befalls = matches!(role, Role::Victim | Role::Beneficiary)
            && (frame.kind != EventKind::Cancellation || scene.person(argument.token).is_some());
        if trigger.tokens.contains(&argument.token) && !befalls {
            continue;
        }
        let acts = matches!(argument.slot, Slot::Subject | Slot::By | Slot::Possessor);
        // "on the eve of a visit by Chad" does not concern Chad.
        let depth = match argument.slot {
            Slot::Subject | Slot::Object | Slot::Possessor | Slot::Of | Slot::By | Slot::Clause => 0,
            _ => DEPTH - 1,
        };
        // Who is "killed in Chad" is not said, nor by "in Chadian raids".
        let only_where = argument.slot == Slot::In && role == Role::Victim;
        let mut named = named_by(scene, argument.token, if argument.role.is_some() { 0 } else { depth });
        // "condemned Rabin's murder": he is not the one who is condemned.
        if role == Role::Recipient && argument.slot == Slot::Object {
            let suffered = sufferers(scene, argument.token);
            named.retain(|who| !suffered.contains(who));
        }
        // "Mandela's arrest", but "Kenya's arrest of the editor"
        let is_person = |who: &Who| {
            matches!(who.kind(scene), Some(ActorKind::Person | ActorKind::Group | ActorKind::Other))
        };
        let befalls = frame.befalls_possessor
            && argument.slot == Slot::Possessor
            && trigger.form == Form::Noun
            && arguments.iter().all(|other| other.slot != Slot::Of)
            && trigger.tokens.iter().all(|&token| scene.lower(token) != "of")
            && named.iter().all(is_person);
        let role = frame.slots.get(&Slot::Object).copied().filter(|_| befalls).unwrap_or(role);
        if named.is_empty() && is_somebody(frame.kind, argument.slot, role) {
            named.extend(name_at(scene, argument.token));
        }
        if named.is_empty() {
            named.extend(seat_at(scene, frame.kind, argument, role));
        }
        named.extend(represented(scene, argument.token, &named));
        let land = Some(argument.token).filter(|_| argument.slot == Slot::In);
        let land = land.and_then(|token| land_at(scene, token, mission));
        lands.extend(land.map(|who| ParticipantDraft { role: if mission { Role::Host } else { role }, who }));
        for who in named.into_iter().filter(|_| !only_where) {
            let Some(who) = beside(scene, who, argument.token, trigger) else { continue };
            let only_acts =
                matches!(&who, Who::Described(description) if description.usage == PersonUse::Agent);
            if only_acts && !acts || !can_be(scene, &who, role) {
                continue;
            }
            let who = by_name(scene, who);
            // "supported rebels of Chad": Chad is told of by the rebels.
            let inside = |other: &ParticipantDraft| other.role == role && holds(scene, &other.who, &who);
            if found.iter().any(inside) {
                continue;
            }
            if !found.iter().any(|other| same(scene, &other.who, &who)) {
                found.push(ParticipantDraft { role, who });
            }
        }
    }
    for land in lands {
        // An attack within the attacker's own land befalls others.
        let is_foreign = || {
            found.iter().all(|other| {
                other.role != Role::Victim && other.who.country(scene) != land.who.country(scene)
            })
        };
        let new = found.iter().all(|other| !same(scene, &other.who, &land.who));
        if new && (land.role == Role::Host || land.role == Role::Victim && is_foreign()) {
            found.push(land);
        }
    }
    listed(scene, trigger, &mut found);
    found.sort_by_key(|participant| place(scene, &participant.who));
    found
}

/// Whom envoys speak for besides the first one: Sudan of "envoys of Chad and Sudan", if the name that stands for them holds Chad alone.
fn represented(scene: &Scene<'_, '_>, noun: usize, named: &[Who]) -> Vec<Who> {
    let [Who::Mention(index)] = named else { return Vec::new() };
    let speaks = scene.person(noun).is_some_and(|person| person.usage == PersonUse::Owner);
    let Some(mention) = scene.mentions.actors.get(*index).filter(|_| speaks) else { return Vec::new() };
    let end = scene.tokens_of(&mention.range).end;
    let ofs = scene.children(noun, &[Label::Prep]).filter(|&of| scene.lower(of) == "of");
    let owners = ofs.flat_map(|of| scene.children(of, &[Label::Pobj]).collect::<Vec<_>>());
    let all = owners.flat_map(|owner| scene.conjuncts(owner)).filter(|&owner| owner >= end);
    all.filter_map(|owner| scene.actor_at(owner)).map(Who::Mention).collect()
}

/// Whom a noun befalls that names what was done to somebody: Rabin of "Rabin's murder" and of "the murder of Rabin".
fn sufferers(scene: &Scene<'_, '_>, noun: usize) -> Vec<Who> {
    let befalls = |trigger: &Trigger| {
        trigger.is_word()
            && scene.lexicon.frames.get(trigger.frame).is_some_and(|frame| frame.befalls_possessor)
    };
    let triggers = &scene.lexicon.triggers;
    if !triggers.nouns(scene.lemma(noun)).iter().any(befalls) {
        return Vec::new();
    }
    let mut ofs = scene.children(noun, &[Label::Prep]).filter(|&of| scene.lower(of) == "of").peekable();
    // "Kenya's arrest of the editor"
    let befallen: Vec<usize> = match ofs.peek() {
        Some(_) => ofs.flat_map(|of| scene.children(of, &[Label::Pobj]).collect::<Vec<_>>()).collect(),
        None => scene.children(noun, &[Label::Poss]).collect(),
    };
    befallen.into_iter().flat_map(|token| named_by(scene, token, 0)).collect()
}

/// Whether only somebody can stand in a slot: who acts, with whom, and whom one meets, accuses, asks or holds. What is attacked,
/// visited or given up may be a place.
fn is_somebody(kind: EventKind, slot: Slot, role: Role) -> bool {
    use EventKind::{
        Accusation, Assassination, Demand, Detention, Dismissal, Inspection, Meeting, Release, Request,
        Threat, Trial,
    };
    match slot {
        Slot::Subject | Slot::By => matches!(role, Role::Actor | Role::Supplier | Role::Mediator),
        Slot::With => matches!(role, Role::Actor | Role::Recipient),
        Slot::Object => matches!(
            kind,
            Accusation
                | Assassination
                | Demand
                | Detention
                | Dismissal
                | Inspection
                | Meeting
                | Release
                | Request
                | Threat
                | Trial
        ),
        _ => false,
    }
}

/// The government that a capital stands for where one speaks to somebody: "urged Kathmandu to vote", "apologised to Jakarta". What is
/// visited, attacked or reached is the town.
fn seat_at(scene: &Scene<'_, '_>, kind: EventKind, argument: &Argument, role: Role) -> Option<Who> {
    let addressed = match argument.slot {
        Slot::Object => !matches!(kind, EventKind::Visit | EventKind::Recognition),
        Slot::To | Slot::Against | Slot::On | Slot::Toward => {
            !matches!(kind, EventKind::Visit | EventKind::Meeting | EventKind::Restoration)
        }
        _ => false,
    };
    let speaks = matches!(kind.group(), KindGroup::Talk | KindGroup::Instruments | KindGroup::Relations)
        || kind == EventKind::Offer
        // "supplied Rabat with jets"; what goes to a town goes there
        || matches!(kind, EventKind::Transfer | EventKind::Aid | EventKind::Contract)
            && argument.slot == Slot::Object;
    let is_party = matches!(role, Role::Recipient | Role::Beneficiary | Role::Subject);
    let index = scene.actor_at(argument.token).filter(|_| addressed && speaks && is_party)?;
    scene.mentions.actors.get(index).filter(|mention| mention.is_seat).map(|_| Who::Mention(index))
}

/// A state or territory whose name says where something is: "troops stationed in Chad" have it as their host. "In Chad's Lake region"
/// is in Chad, too. An embassy in a capital is with the state.
fn land_at(scene: &Scene<'_, '_>, token: usize, with_seats: bool) -> Option<Who> {
    let is_land = |index: &usize| {
        let kind = scene.actor(*index).map(|actor| actor.kind);
        let is_seat = scene.mentions.actors.get(*index).is_some_and(|mention| mention.is_seat);
        matches!(kind, Some(ActorKind::State | ActorKind::Territory)) && (with_seats || !is_seat)
    };
    let owner = || scene.children(token, &[Label::Poss]).find_map(|owner| scene.actor_at(owner));
    scene.actor_at(token).or_else(owner).filter(is_land).map(Who::Mention)
}

/// Whether a trigger tells of a diplomatic mission: "opened an embassy".
fn opens_mission(scene: &Scene<'_, '_>, trigger: &Found) -> bool {
    let is_mission =
        |&token: &usize| matches!(scene.lemma(token), "embassy" | "consulate" | "legation" | "nunciature");
    trigger.tokens.iter().any(is_mission)
}

/// Adds who stands in one list with a participant, where the tree has lost the list: "President Banda, Prime Minister Moyo and King
/// Letsie met".
fn listed(scene: &Scene<'_, '_>, trigger: &Found, found: &mut Vec<ParticipantDraft>) {
    let all = &scene.mentions.actors;
    let sentence: Vec<usize> = within(all, |mention| &mention.range, &scene.sentence.range)
        .filter(|&index| !all[index].is_nested && !all[index].is_place)
        .collect();
    let joined = |one: usize, other: usize| {
        let between = scene.text.slice(&(all[one].range.end..all[other].range.start)).trim();
        matches!(between, "," | "and" | ", and" | "and the" | ", the" | ", and the")
    };
    let words = scene.range(trigger.span());
    // A list runs on over commas and ends with "and".
    let mut lists: Vec<Vec<usize>> = Vec::new();
    for &index in &sentence {
        match lists.last_mut() {
            Some(list) if list.last().is_some_and(|&last| joined(last, index)) => list.push(index),
            _ => lists.push(vec![index]),
        }
    }
    for list in lists.iter().filter(|list| list.len() > 2) {
        let ends = list.len().checked_sub(2).and_then(|before| Some((*list.get(before)?, *list.last()?)));
        let closed = ends.is_some_and(|(one, other)| {
            scene.text.slice(&(all[one].range.end..all[other].range.start)).contains("and")
        });
        let role = found
            .iter()
            .find(|participant| participant.who.mention().is_some_and(|index| list.contains(&index)));
        let Some(role) = role.map(|participant| participant.role).filter(|_| closed) else { continue };
        for &index in list {
            let who = Who::Mention(index);
            let overlaps = all[index].range.start < words.end && words.start < all[index].range.end;
            if !overlaps
                && can_be(scene, &who, role)
                && !found.iter().any(|other| same(scene, &other.who, &who))
            {
                found.push(ParticipantDraft { role, who });
            }
        }
    }
}

/// Of an actor whose name the trigger is a part of, the one inside of it: "recalled the ambassador" of "the ambassador of Kenya".
fn beside(scene: &Scene<'_, '_>, who: Who, token: usize, found: &Found) -> Option<Who> {
    let overlaps = |range: &Range<usize>| scene.tokens_of(range).any(|token| found.tokens.contains(&token));
    let Who::Mention(index) = who else { return Some(who) };
    let all = &scene.mentions.actors;
    if !overlaps(&all.get(index)?.range) {
        return Some(who);
    }
    let word = scene.range(token..token + 1);
    let covers = |range: &Range<usize>| range.start <= word.start && word.end <= range.end;
    let inside = within(all, |mention| &mention.range, &scene.sentence.range)
        .filter(|&other| covers(&all[other].range) && !overlaps(&all[other].range));
    let inside = inside.max_by_key(|&other| all[other].range.len()).map(Who::Mention);
    Some(inside.unwrap_or(who))
}

/// Whether an actor of its kind can have a role: only a body is a forum, only a land hosts what comes to it.
fn can_be(scene: &Scene<'_, '_>, who: &Who, role: Role) -> bool {
    use ActorKind::{ArmedForce, Group, NonStateGroup, People, Person};
    match (role, who.kind(scene)) {
        (Role::Forum, Some(kind)) => !matches!(
            kind,
            ActorKind::State | ActorKind::Territory | ArmedForce | Group | NonStateGroup | People | Person
        ),
        (Role::Host, Some(kind)) => !matches!(kind, ArmedForce | Group | People),
        _ => true,
    }
}

/// A pronoun that the text explains in the same sentence is shown by the name there.
fn by_name(scene: &Scene<'_, '_>, who: Who) -> Who {
    let all = &scene.mentions.actors;
    let Who::Mention(index) = who else { return who };
    let Some(pronoun) = all.get(index).filter(|mention| mention.by == MentionBy::Pronoun) else { return who };
    let sentence = within(all, |mention| &mention.range, &scene.sentence.range);
    // "the Union of Teachers (CUT)": the acronym is a name beside the name.
    let is_bracketed = |other: usize| {
        let first = scene.tokens_of(&all[other].range).start;
        first > 0 && scene.lower(first - 1) == "("
    };
    let named = sentence
        .filter(|&other| all[other].actor == pronoun.actor && all[other].by != MentionBy::Pronoun)
        .filter(|&other| !is_bracketed(other))
        .min_by_key(|&other| all[other].range.start.abs_diff(pronoun.range.start));
    named.map_or(who, Who::Mention)
}

fn place(scene: &Scene<'_, '_>, who: &Who) -> usize {
    range(scene, who).start
}

fn range(scene: &Scene<'_, '_>, who: &Who) -> Range<usize> {
    match who {
        Who::Mention(index) => scene.mentions.actors.get(*index).map_or(0..0, |actor| actor.range.clone()),
        Who::Described(description) => description.range.clone(),
    }
}

/// Whether the words for one actor stand inside those for another.
fn holds(scene: &Scene<'_, '_>, outer: &Who, inner: &Who) -> bool {
    let (outer, inner) = (range(scene, outer), range(scene, inner));
    outer != inner && outer.start <= inner.start && inner.end <= outer.end
}

fn same(scene: &Scene<'_, '_>, one: &Who, other: &Who) -> bool {
    match (one, other) {
        (Who::Mention(one), Who::Mention(other)) => {
            let actor = |index: &usize| scene.mentions.actors.get(*index).map(|actor| actor.actor);
            actor(one) == actor(other)
        }
        _ => one == other,
    }
}
