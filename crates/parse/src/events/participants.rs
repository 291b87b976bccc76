//! Which actors the noun phrases around a trigger name, and in which role.

use std::ops::Range;

use verbale_core::{ActorKind, CountryCode, Role, Sector};
use verbale_syntax::{Label, Tag};

use super::arguments::Argument;
use super::scene::Scene;
use crate::lexicon::frames::{Frame, Slot};

/// Who takes part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Who {
    /// An actor mention, by its place in the list.
    Mention(usize),
    /// Persons whom the text only describes: "masked gunmen".
    Described(Description),
}

/// Words that describe persons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Description {
    pub(crate) range: Range<usize>,
    pub(crate) kind: ActorKind,
    pub(crate) sector: Sector,
    pub(crate) country: Option<CountryCode>,
}

/// Who, in which role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ParticipantDraft {
    pub(crate) role: Role,
    pub(crate) who: Who,
}

impl ParticipantDraft {
    /// Which actor mention; all have one once the whole text is read.
    pub(crate) fn mention(&self) -> Option<usize> {
        match self.who {
            Who::Mention(index) => Some(index),
            Who::Described(_) => None,
        }
    }
}

/// The participants that a frame has slots for, each actor once, in the order of the text.
pub(super) fn of(scene: &Scene<'_, '_>, frame: &Frame, arguments: &[Argument]) -> Vec<ParticipantDraft> {
    let mut found: Vec<ParticipantDraft> = Vec::new();
    for argument in arguments {
        let object = || frame.slots.get(&Slot::Object).filter(|_| argument.is_object);
        let Some(&role) = frame.slots.get(&argument.slot).or_else(object) else { continue };
        for who in named_by(scene, argument.token, 0) {
            if !found.iter().any(|other| same(scene, &other.who, &who)) {
                found.push(ParticipantDraft { role, who });
            }
        }
    }
    found.sort_by_key(|participant| place(scene, &participant.who));
    found
}

fn place(scene: &Scene<'_, '_>, who: &Who) -> usize {
    match who {
        Who::Mention(index) => scene.mentions.actors.get(*index).map_or(0, |actor| actor.range.start),
        Who::Described(description) => description.range.start,
    }
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
pub(super) fn named_by(scene: &Scene<'_, '_>, token: usize, depth: usize) -> Vec<Who> {
    if let Some(index) = scene.actor_at(token) {
        let is_place = scene.mentions.actors.get(index).is_some_and(|actor| actor.is_place);
        return if is_place { Vec::new() } else { vec![Who::Mention(index)] };
    }
    if depth >= DEPTH {
        return Vec::new();
    }
    let person = scene.lexicon.event_words.person(&scene.lemma(token).to_lowercase());
    let mut owners = Vec::new();
    for child in scene.tree.children(token) {
        match scene.label(child) {
            Label::Poss | Label::Amod | Label::Compound | Label::Nmod | Label::Appos => {
                owners.extend(named_by(scene, child, depth + 1));
            }
            Label::Prep if scene.lower(child) == "of" => {
                for object in scene.children(child, &[Label::Pobj]) {
                    for object in scene.tree.conjuncts(object) {
                        owners.extend(named_by(scene, object, depth + 1));
                    }
                }
            }
            _ => {}
        }
    }
    // "two Kenyan fishermen" are not Kenya.
    if let Some(person) = person.filter(|_| owners.is_empty() || !is_spokesman(scene, token)) {
        let country = owners.iter().find_map(|owner| country(scene, owner));
        let range = described(scene, token);
        let description = Description { range, kind: person.kind, sector: person.sector, country };
        return vec![Who::Described(description)];
    }
    owners
}

fn country(scene: &Scene<'_, '_>, owner: &Who) -> Option<CountryCode> {
    match owner {
        Who::Mention(index) => {
            let actor = scene.mentions.actors.get(*index)?.actor;
            scene.mentions.actor(scene.lexicon, actor)?.country
        }
        Who::Described(description) => description.country,
    }
}

/// Whether a noun stands for its owner: "the Kenyan side", "officials of Chad".
fn is_spokesman(scene: &Scene<'_, '_>, token: usize) -> bool {
    matches!(
        scene.lemma(token),
        "official" | "authority" | "government" | "leadership" | "side" | "regime" | "administration" | "spokesman"
            | "spokeswoman" | "spokesperson" | "delegation" | "representative" | "troop" | "force" | "soldier"
            | "military" | "army" | "diplomat" | "negotiator"
    )
}

/// The words of a noun phrase around its head, without article, and without what follows it.
fn described(scene: &Scene<'_, '_>, head: usize) -> Range<usize> {
    let mut start = head;
    while let Some(before) = start.checked_sub(1) {
        let inside = scene.tree.head(before).is_some_and(|above| (before..=head).contains(&above));
        let joined = matches!(scene.label(before), Label::Amod | Label::Compound | Label::Nmod | Label::Nummod | Label::Punct)
            && !matches!(scene.lower(before), "," | "\"" | "“" | "”" | "(" | ")");
        let hyphen = matches!(scene.lower(before), "-" | "–");
        if !(inside && (joined || hyphen) && scene.tag(before) != Tag::DT) {
            break;
        }
        start = before;
    }
    scene.range(start..head + 1)
}
