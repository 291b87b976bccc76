//! What an event moves, buys or promises: equipment, forces, goods, money.

use std::ops::Range;

use verbale_core::{EventKind, ItemCategory};
use verbale_syntax::{Label, Tag};

use super::arguments::Argument;
use super::scene::Scene;
use super::trigger::Found;
use crate::lexicon::frames::Slot;
use crate::text::within;

/// A thing that an event moves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ItemDraft {
    /// What sort of thing it is.
    pub(crate) category: ItemCategory,
    /// How many, by its place in the list of quantities.
    pub(crate) quantity: Option<usize>,
    /// The words that name it, without the number.
    pub(crate) range: Range<usize>,
}

/// Whether events of a kind move something.
pub(crate) fn moves(kind: EventKind) -> bool {
    use EventKind::{
        Aid, Appointment, Attack, Blockade, Contract, Deployment, Exchange, MandateChange, Mobilization,
        Offer, Payment, Release, Signature, TradeMeasure, Training, Transfer, Withdrawal,
    };
    matches!(
        kind,
        Aid | Appointment
            | Attack
            | Blockade
            | Contract
            | Deployment
            | Exchange
            | MandateChange
            | Mobilization
            | Offer
            | Payment
            | Release
            | Signature
            | TradeMeasure
            | Training
            | Transfer
            | Withdrawal
    )
}

/// The things of an event: its object, what stands before its noun or behind "of", "for", "with" and "on", and what these phrases
/// hold.
pub(super) fn of(
    scene: &Scene<'_, '_>,
    found: &Found,
    kind: EventKind,
    arguments: &[Argument],
) -> Vec<ItemDraft> {
    if !moves(kind) {
        return Vec::new();
    }
    let mut heads: Vec<usize> = Vec::new();
    let starts = arguments.iter().filter(|argument| carries(argument.slot)).map(|argument| argument.token);
    for start in starts.chain(found.tokens.iter().copied().filter(|&token| scene.is_noun(token))) {
        collect(scene, start, 0, &mut heads);
    }
    heads.sort_unstable();
    heads.dedup();
    // Who is attacked or set free is somebody, no thing.
    let person = |item: &ItemDraft| item.category == ItemCategory::Personnel;
    let befalls = matches!(kind, EventKind::Attack | EventKind::Release);
    heads.into_iter().filter_map(|head| item(scene, head)).filter(|item| !(befalls && person(item))).collect()
}

/// All things that a sentence names, for one that has no verb to say which of them count.
pub(crate) fn named(scene: &Scene<'_, '_>) -> Vec<ItemDraft> {
    let is_head = |token: &usize| {
        scene.is_noun(*token) && !matches!(scene.label(*token), Label::Compound | Label::Nmod | Label::Amod)
    };
    (0..scene.len()).filter(is_head).filter_map(|head| item(scene, head)).collect()
}

fn carries(slot: Slot) -> bool {
    matches!(slot, Slot::Object | Slot::Of | Slot::For | Slot::With | Slot::On | Slot::Possessor)
}

/// How deep in a phrase things are looked for: "a contract on the purchase of two boats".
const DEPTH: usize = 4;

fn collect(scene: &Scene<'_, '_>, token: usize, depth: usize, heads: &mut Vec<usize>) {
    if depth > DEPTH || heads.contains(&token) {
        return;
    }
    // "a contingent of soldiers" is soldiers, "one of the radars" a radar.
    let whole = scene.children(token, &[Label::Prep]).find(|&child| scene.lower(child) == "of");
    let parts = whole.into_iter().flat_map(|of| scene.children(of, &[Label::Pobj]).collect::<Vec<_>>());
    let is_collective = parts.into_iter().any(|part| item(scene, part).is_some());
    if scene.is_noun(token) && !is_collective {
        heads.push(token);
    }
    for child in scene.tree.children(token) {
        match scene.label(child) {
            Label::Conj | Label::Appos => collect(scene, child, depth, heads),
            Label::Prep if matches!(scene.lower(child), "of" | "for" | "on" | "with" | "including") => {
                for object in scene.children(child, &[Label::Pobj, Label::Pcomp]) {
                    collect(scene, object, depth + 1, heads);
                }
            }
            // "purchasing two boats"
            Label::Dobj => collect(scene, child, depth + 1, heads),
            _ => {}
        }
    }
}

/// The thing that a noun names with the words before it, if it is one.
fn item(scene: &Scene<'_, '_>, head: usize) -> Option<ItemDraft> {
    if scene.actor_at(head).is_some() {
        return None;
    }
    let first = first_of(scene, head);
    let lemma = scene.lemma(head).to_lowercase();
    let words: Vec<&str> = (first..head).map(|token| scene.lower(token)).chain([lemma.as_str()]).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| *word != "-" && *word != "\"").collect();
    let (category, _) = scene.lexicon.items.ending(&words)?;
    let start = (first..=head).find(|&token| !matches!(scene.tag(token), Tag::CD | Tag::DT | Tag::PRPS))?;
    let quantity = number(scene, first, head).or_else(|| {
        // "one of the radars"
        let of = scene
            .tree
            .head(head)
            .filter(|&of| scene.label(head) == Label::Pobj && scene.lower(of) == "of")?;
        let part = scene.tree.head(of)?;
        number(scene, part, part)
    });
    Some(ItemDraft { category, quantity, range: scene.range(start..head + 1) })
}

/// The first word of a noun phrase before its head: numbers, adjectives, names.
fn first_of(scene: &Scene<'_, '_>, head: usize) -> usize {
    let mut first = head;
    while let Some(before) = first.checked_sub(1) {
        let inside = scene.tree.ancestors(before).any(|above| above == head);
        let kept = matches!(
            scene.label(before),
            Label::Amod
                | Label::Compound
                | Label::Nmod
                | Label::Nummod
                | Label::Quantmod
                | Label::Punct
                | Label::Advmod
        ) && !matches!(scene.lower(before), "," | "(" | ")" | ";");
        if !(inside && kept) {
            break;
        }
        first = before;
    }
    first
}

/// The quantity that stands before a noun.
fn number(scene: &Scene<'_, '_>, first: usize, head: usize) -> Option<usize> {
    let quantities = &scene.mentions.quantities;
    let range = scene.range(first..head + 1);
    within(quantities, |quantity| &quantity.range, &scene.sentence.range).find(|&index| {
        let quantity = &quantities[index].range;
        quantity.start < range.end && range.start < quantity.end
    })
}
