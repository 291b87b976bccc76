//! Which actors the noun phrases around a trigger name, and in which role.

use std::ops::Range;

use verbale_core::{ActorKind, CountryCode, MentionBy, PloverType, Role, Sector};
use verbale_syntax::{Label, Tag};

use super::arguments::Argument;
use super::pronouns;
use super::scene::Scene;
use super::trigger::{Form, Found};
use crate::lexicon::event_words::{Person, PersonUse};
use crate::lexicon::frames::{Frame, Slot};
use crate::text::within;

/// Who takes part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Who {
    /// An actor mention, by its place in the list.
    Mention(usize),
    /// Persons whom the text only describes, "masked gunmen", until [`described`](super::described) gives them a mention.
    Described(Box<Description>),
}

/// Words that describe persons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Description {
    /// The words, without article.
    pub(crate) range: Range<usize>,
    /// The kind of the actor that they make.
    pub(crate) kind: ActorKind,
    pub(crate) sector: Sector,
    /// The country of their owner: "two Kenyan fishermen".
    pub(crate) country: Option<CountryCode>,
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

    fn country(&self, scene: &Scene<'_, '_>) -> Option<CountryCode> {
        match self {
            Self::Mention(index) => scene.actor(*index)?.country,
            Self::Described(description) => description.country,
        }
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
    for argument in arguments {
        let Some(role) = argument.role.or_else(|| role(frame, trigger.form, argument)) else { continue };
        // The object of "took office" is nobody; that of "freed prisoners" is.
        if trigger.tokens.contains(&argument.token) && !matches!(role, Role::Victim | Role::Beneficiary) {
            continue;
        }
        let acts = matches!(argument.slot, Slot::Subject | Slot::By | Slot::Possessor);
        // "on the eve of a visit by Chad" does not concern Chad.
        let depth = match argument.slot {
            Slot::Subject | Slot::Object | Slot::Possessor | Slot::Of | Slot::By | Slot::Clause => 0,
            _ => DEPTH - 1,
        };
        for who in named_by(scene, argument.token, if argument.role.is_some() { 0 } else { depth }) {
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
    listed(scene, trigger, &mut found);
    found.sort_by_key(|participant| place(scene, &participant.who));
    found
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

/// The role that a frame gives to an argument. Where a frame does not say so, what a phrase ends with is its object ("call on Kenya"),
/// and who does what a noun names is its possessor ("Kenya launched an attack" as "Kenya's attack").
fn role(frame: &Frame, form: Form, argument: &Argument) -> Option<Role> {
    let slot = |slot: Slot| frame.slots.get(&slot).copied();
    let other = match argument.slot {
        Slot::Subject => slot(Slot::Possessor).or_else(|| slot(Slot::By)),
        Slot::By => slot(Slot::Subject).filter(|_| form == Form::Noun),
        // "guaranteed the independence of Chad": the object goes on.
        Slot::Of if form == Form::Verb => return slot(Slot::Object).or_else(|| slot(Slot::Of)),
        // "rejected a Kenyan plan": whose it is does not reject it.
        Slot::Possessor if form == Form::Verb => return slot(Slot::Object),
        _ => slot(Slot::Object).filter(|_| argument.is_object),
    };
    slot(argument.slot).or(other)
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
    let named = sentence
        .filter(|&other| all[other].actor == pronoun.actor && all[other].by != MentionBy::Pronoun)
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

/// How deep in a phrase an actor is looked for: "the demands of the leaders of Chad".
const DEPTH: usize = 3;

/// The actors that a noun phrase names: the one that its head belongs to; else the one whose something it is ("Kenya's request", "the
/// Kenyan proposal", "a decision of the Council"); else the persons that it describes.
pub(crate) fn named_by(scene: &Scene<'_, '_>, token: usize, depth: usize) -> Vec<Who> {
    if let Some(index) = scene.actor_at(token) {
        let mention = &scene.mentions.actors[index];
        // "its leader, Ian Paisley": the name says more.
        let apposed = apposed_name(scene, token).filter(|_| mention.by == MentionBy::Description);
        return match apposed {
            Some(name) => vec![Who::Mention(name)],
            None if mention.is_place => Vec::new(),
            None => {
                let mut all = sharing_head(scene, index);
                all.push(index);
                all.into_iter().map(Who::Mention).collect()
            }
        };
    }
    if depth >= DEPTH {
        return Vec::new();
    }
    if matches!(scene.tag(token), Tag::PRP | Tag::PRPS) {
        return pronouns::antecedent(scene, token);
    }
    let person =
        scene.lexicon.event_words.person(&scene.lemma(token).to_lowercase()).filter(|_| scene.is_noun(token));
    let mut owners = Vec::new();
    for child in scene.tree.children(token) {
        match scene.label(child) {
            Label::Poss | Label::Appos => owners.extend(named_by(scene, child, depth + 1)),
            // "Kenyan jets" are Kenya's; "sniper rifles" are nobody's.
            Label::Amod | Label::Compound | Label::Nmod => {
                let named = named_by(scene, child, depth + 1);
                owners.extend(named.into_iter().filter(|who| matches!(who, Who::Mention(_))));
            }
            // "partners such as Chad"
            Label::Prep if matches!(scene.lower(child), "like" | "including" | "as") && person.is_none() => {
                for object in scene.children(child, &[Label::Pobj]) {
                    owners.extend(named_by(scene, object, depth + 1));
                }
            }
            Label::Prep
                if scene.lower(child) == "of"
                    || matches!(scene.lower(child), "by" | "from") && is_said(scene, token)
                    || scene.lower(child) == "from" && is_owner(person) =>
            {
                for object in scene.children(child, &[Label::Pobj]) {
                    for object in scene.tree.conjuncts(object) {
                        owners.extend(named_by(scene, object, depth + 1));
                    }
                }
            }
            _ => {}
        }
    }
    // "two Kenyan fishermen" are not Kenya; "Kenyan officials" and "Kenyan jets" are.
    let own = |person: &Person| owners.is_empty() || person.usage == PersonUse::Always;
    // "the then president, Goodluck Jonathan": the name says more.
    if let Some(index) = apposed_name(scene, token).filter(|_| person.is_some()) {
        return vec![Who::Mention(index)];
    }
    if let Some(person) = person.filter(own) {
        let country = owners.iter().find_map(|owner| owner.country(scene));
        let range = described(scene, token);
        let Person { kind, sector, usage } = person;
        return vec![Who::Described(Box::new(Description { range, kind, sector, country, usage }))];
    }
    owners
}

/// Who shares the last word of an actor's name: the Peruvian troops of "Peruvian and Kenyan troops", whose mention is the adjective.
fn sharing_head(scene: &Scene<'_, '_>, index: usize) -> Vec<usize> {
    let all = &scene.mentions.actors;
    let mut start = all[index].range.start;
    let mut found = Vec::new();
    for before in (0..index).rev() {
        let mention = &all[before];
        if mention.range.end + ", and ".len() < start {
            break;
        }
        if mention.range.end > start || mention.by == MentionBy::Demonym {
            continue;
        }
        let joined = matches!(scene.text.slice(&(mention.range.end..start)).trim(), "and" | "," | ", and");
        let is_adjective = scene.tag(scene.tokens_of(&mention.range).start) == Tag::JJ;
        let kind = |index: usize| scene.actor(index).map(|actor| actor.kind);
        if !joined || !is_adjective || kind(before) != kind(index) {
            break;
        }
        start = mention.range.start;
        found.push(before);
    }
    found.reverse();
    found
}

/// The actor whose name stands in apposition to a noun.
fn apposed_name(scene: &Scene<'_, '_>, noun: usize) -> Option<usize> {
    let is_name = |&index: &usize| {
        let mention = &scene.mentions.actors[index];
        mention.by == MentionBy::Name && !mention.is_place
    };
    scene.children(noun, &[Label::Appos]).filter_map(|child| scene.actor_at(child)).find(is_name)
}

/// "the demands by Chad" are Chad's; "the ship by the pier" is not the pier's, nor "the withdrawal from Chad" Chad's.
fn is_said(scene: &Scene<'_, '_>, noun: usize) -> bool {
    use PloverType::{Accuse, Agree, Reject, Request, Threaten};
    let frames = scene.lexicon.triggers.nouns(&scene.lemma(noun).to_lowercase()).iter();
    frames
        .filter_map(|trigger| scene.lexicon.frames.get(trigger.frame)?.plover)
        .any(|plover| matches!(plover.r#type(), Accuse | Agree | Reject | Request | Threaten))
}

fn is_owner(person: Option<Person>) -> bool {
    person.is_some_and(|person| person.usage == PersonUse::Owner)
}

/// The words of a noun phrase around its head, without article, and without what follows it.
fn described(scene: &Scene<'_, '_>, head: usize) -> Range<usize> {
    let mut start = head;
    while let Some(before) = start.checked_sub(1) {
        let inside = scene.tree.head(before).is_some_and(|above| (before..=head).contains(&above));
        let joined =
            matches!(scene.label(before), Label::Amod | Label::Compound | Label::Nmod | Label::Punct)
                && !matches!(scene.lower(before), "," | "\"" | "“" | "”" | "(" | ")");
        let hyphen = matches!(scene.lower(before), "-" | "–");
        let hyphened = start < head && matches!(scene.lower(start), "-" | "–");
        if !(inside && (joined || hyphen) && scene.tag(before) != Tag::DT || hyphened) {
            break;
        }
        start = before;
    }
    while start < head && matches!(scene.lower(start), "-" | "–") {
        start += 1;
    }
    scene.range(start..head + 1)
}
