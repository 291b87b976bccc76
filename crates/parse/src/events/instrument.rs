//! The document that an event is about.

use std::ops::Range;

use verbale_core::{ActorKind, InstrumentKind, InstrumentStatus};
use verbale_syntax::Label;

use super::arguments::Argument;
use super::participants::Who;
use super::scene::Scene;
use super::trigger::Found;
use crate::mentions::instruments::InstrumentMention;

/// The document that an event is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct InstrumentDraft {
    /// What sort of document it is.
    pub(crate) kind: InstrumentKind,
    /// Its number, as in "Resolution 242".
    pub(crate) number: Option<String>,
    /// Its title in quotation marks, without them.
    pub(crate) title: Option<Range<usize>>,
    /// The words that name it.
    pub(crate) range: Range<usize>,
    /// Who issues it, where its name says so: "a Security Council resolution".
    pub(crate) body: Option<Who>,
    /// What became of it, if it was proposed and its sentence or those behind it tell.
    pub(crate) fate: Option<InstrumentStatus>,
}

impl InstrumentDraft {
    /// A document without a quoted title.
    pub(crate) fn named(document: &InstrumentMention) -> Self {
        let InstrumentMention { kind, number, range, .. } = document;
        Self {
            kind: *kind,
            number: number.clone(),
            title: None,
            range: range.clone(),
            body: None,
            fate: None,
        }
    }
}

/// The document that the trigger or one of its arguments names; else the nearest one of its clause; else the nearest one of the
/// sentence that no other event stands before. `others` are the words that name other events.
pub(super) fn of(
    scene: &Scene<'_, '_>,
    found: &Found,
    arguments: &[Argument],
    others: &[usize],
) -> Option<InstrumentDraft> {
    let sentence = &scene.sentence.range;
    let all = &scene.mentions.instruments;
    let first = all.partition_point(|document| document.range.start < sentence.start);
    let inside = all[first..].iter().take_while(|document| document.range.end <= sentence.end);
    let clause = scene.tree.clause(found.head);
    let rank = |document: &&InstrumentMention| {
        let head = scene.head_of(&document.range)?;
        let named = found.tokens.contains(&head) || arguments.iter().any(|argument| argument.token == head);
        let near =
            scene.tree.clause(head) == clause || scene.tree.ancestors(head).any(|above| above == found.head);
        let distance = match head.checked_sub(found.head) {
            Some(behind) => behind,
            None => 2 * (found.head - head),
        };
        let between = found.head.min(head) + 1..found.head.max(head);
        let parted = others.iter().any(|other| between.contains(other));
        let tier = if named {
            0
        } else if near {
            1
        } else {
            2
        };
        (tier < 2 || !parted).then_some((tier, distance))
    };
    let best = inside.filter_map(|document| Some((rank(&document)?, document))).min_by_key(|(rank, _)| *rank);
    best.map(|(_, document)| InstrumentDraft {
        title: title(scene, &document.range),
        body: body(scene, &document.range),
        ..InstrumentDraft::named(document)
    })
}

/// The body that stands before a document's name or behind "of".
fn body(scene: &Scene<'_, '_>, instrument: &Range<usize>) -> Option<Who> {
    let head = scene.head_of(instrument)?;
    let before = scene.children(head, &[Label::Poss, Label::Compound, Label::Nmod]);
    let of = scene.children(head, &[Label::Prep]).filter(|&child| scene.lower(child) == "of");
    let behind: Vec<usize> =
        of.flat_map(|of| scene.children(of, &[Label::Pobj]).collect::<Vec<_>>()).collect();
    before
        .chain(behind)
        .filter_map(|token| scene.actor_at(token))
        .find(|&index| issues(scene, index))
        .map(Who::Mention)
}

/// Whether an actor is a body that issues documents.
fn issues(scene: &Scene<'_, '_>, mention: usize) -> bool {
    let actor = scene.actor(mention).filter(|_| !scene.mentions.actors[mention].is_place);
    actor.is_some_and(|actor| {
        matches!(
            actor.kind,
            ActorKind::Igo
                | ActorKind::Organ
                | ActorKind::Legislature
                | ActorKind::GovernmentBody
                | ActorKind::Institution
        )
    })
}

/// The quoted title of a document: right behind its name or the word "titled".
fn title(scene: &Scene<'_, '_>, instrument: &Range<usize>) -> Option<Range<usize>> {
    let quotations = &scene.mentions.quotations.ranges;
    let quoted = quotations.get(quotations.partition_point(|quoted| quoted.start < instrument.end))?;
    let between = scene.text.slice(&(instrument.end..quoted.start));
    let words = between.trim_end_matches(['"', '“', '‘', '«', '„']).trim();
    matches!(words, "" | "titled" | "entitled" | "called" | "named" | "on" | ",").then(|| quoted.clone())
}
