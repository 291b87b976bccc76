//! What an event moves, buys or promises: equipment, forces, goods, money.

use std::ops::Range;

use verbale_core::{ActorKind, EventKind, ItemCategory, Role};
use verbale_syntax::{Label, Tag};

use super::arguments::Argument;
use super::participants::ParticipantDraft;
use super::scene::Scene;
use super::trigger::{Form, Found};
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
/// hold; what a contract covers; what an attack uses.
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
    let starts =
        arguments.iter().filter(|argument| carries(scene, found, kind, argument)).map(|found| found.token);
    let own = found.tokens.iter().copied().filter(|&token| scene.is_noun(token));
    // "exchange prisoners, hostages and bodies": the parser may hang each on the verb.
    let objects = scene.children(found.head, &[Label::Dobj]).filter(|_| kind != EventKind::Attack);
    let own = own.chain(objects);
    for start in starts.chain(own).chain(covered(scene, found, kind)).chain(used(scene, found, kind)) {
        collect(scene, start, 0, &mut heads);
    }
    heads.sort_unstable();
    heads.dedup();
    // Who is attacked or set free is somebody, no thing; an understanding on troops moves none.
    let befalls =
        matches!(kind, EventKind::Attack | EventKind::Blockade | EventKind::Release | EventKind::Signature);
    let is_moved = |item: &ItemDraft| item.category != ItemCategory::Personnel || !befalls;
    let is_force = |head: usize| scene.actor_at(head).is_none() || sends(kind);
    let mut items: Vec<ItemDraft> = heads
        .into_iter()
        .filter(|&head| is_force(head))
        .filter_map(|head| item(scene, head))
        .filter(is_moved)
        .collect();
    changed(scene, found, kind, &mut items);
    if items.is_empty() && matches!(kind, EventKind::Aid | EventKind::Payment) {
        items.extend(sum(scene, found, arguments));
    }
    without_parts(items)
}

/// Of words that were taken for a thing that is given and for who gets it, persons get it ("supplied the militias with rockets"), and
/// things are given ("lent Iraq five Mirage jets").
pub(super) fn part(
    scene: &Scene<'_, '_>,
    kind: EventKind,
    items: &mut Vec<ItemDraft>,
    participants: &mut Vec<ParticipantDraft>,
) {
    use EventKind::{Aid, Contract, Offer, Payment, Transfer};
    if !matches!(kind, Aid | Contract | Offer | Payment | Transfer) {
        return;
    }
    let is_both = |found: &ParticipantDraft, item: &ItemDraft| {
        let own = found.range(scene);
        matches!(found.role, Role::Recipient | Role::Beneficiary)
            && own.start < item.range.end
            && item.range.start < own.end
    };
    participants.retain(|found| {
        !items.iter().any(|item| item.category != ItemCategory::Personnel && is_both(found, item))
    });
    items.retain(|item| !participants.iter().any(|found| is_both(found, item)));
}

/// "pledged $500 million": money that is named by its sum alone.
fn sum(scene: &Scene<'_, '_>, found: &Found, arguments: &[Argument]) -> Option<ItemDraft> {
    let quantities = &scene.mentions.quantities;
    let objects = arguments.iter().filter(|argument| argument.slot == Slot::Object);
    let objects = objects.map(|argument| argument.token).chain(scene.children(found.head, &[Label::Dobj]));
    let mut sums = objects.filter_map(|object| {
        let object = scene.range(object..object + 1);
        within(quantities, |quantity| &quantity.range, &scene.sentence.range).find(|&index| {
            let quantity = &quantities[index];
            let is_money = quantity
                .unit
                .as_deref()
                .is_some_and(|unit| unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase()));
            is_money && quantity.range.start < object.end && object.start < quantity.range.end
        })
    });
    let index = sums.next()?;
    Some(ItemDraft {
        category: ItemCategory::Money,
        quantity: Some(index),
        range: quantities[index].range.clone(),
    })
}

/// Drops what stands inside another one's words, where the tree takes "Leopard 2 tanks" for two things.
fn without_parts(items: Vec<ItemDraft>) -> Vec<ItemDraft> {
    let is_part = |one: &ItemDraft| {
        let holds = |other: &ItemDraft| {
            other.range != one.range
                && other.range.start <= one.range.start
                && one.range.end <= other.range.end
        };
        items.iter().any(holds)
    };
    items.iter().filter(|item| !is_part(item)).cloned().collect()
}

/// The things that a line of a list names without a verb: "- 24 howitzers"; those that are counted, else the first.
pub(crate) fn listed(scene: &Scene<'_, '_>) -> Vec<ItemDraft> {
    // "40 used tanks": a participle may be read as a verb, but then has no subject that could act.
    let acts = |verb: usize| {
        scene.tag(verb) != Tag::VBG
            && scene.tree.subject(verb).is_some_and(|subject| scene.is_noun(subject.token))
    };
    if (0..scene.len()).any(|token| scene.is_verb(token) && acts(token)) {
        return Vec::new();
    }
    let things =
        (0..scene.len()).filter(|&token| scene.is_noun(token)).filter_map(|token| item(scene, token));
    let things: Vec<ItemDraft> = things.filter(|item| item.category != ItemCategory::Money).collect();
    let counted: Vec<ItemDraft> = things.iter().filter(|item| item.quantity.is_some()).cloned().collect();
    without_parts(if counted.is_empty() { things.into_iter().take(1).collect() } else { counted })
}

/// Whether somebody may be what an event of a kind moves.
fn sends(kind: EventKind) -> bool {
    use EventKind::{Deployment, Exchange, MandateChange, Mobilization, Transfer, Withdrawal};
    matches!(kind, Deployment | Exchange | MandateChange | Mobilization | Transfer | Withdrawal)
}

/// Whether a phrase may hold what an event moves. What an attack strikes is moved by nobody, unless it is what is fired.
fn carries(scene: &Scene<'_, '_>, found: &Found, kind: EventKind, argument: &Argument) -> bool {
    let fires = found.form == Form::Verb
        && found.tokens.iter().any(|&token| FIRING.contains(&scene.lemma(token).to_lowercase().as_str()));
    match argument.slot {
        Slot::Object | Slot::Of if kind == EventKind::Attack => fires,
        Slot::On | Slot::For if kind == EventKind::Attack => false,
        slot => matches!(slot, Slot::Object | Slot::Of | Slot::For | Slot::With | Slot::On | Slot::Possessor),
    }
}

/// Verbs whose object strikes.
const FIRING: &[&str] =
    &["fire", "launch", "drop", "hurl", "lob", "unleash", "detonate", "plant", "throw", "use", "explode"];

/// "The contract covers 20 launchers": what a document is said to hold.
fn covered<'s>(scene: &'s Scene<'_, '_>, found: &Found, kind: EventKind) -> impl Iterator<Item = usize> + 's {
    let holds = matches!(kind, EventKind::Contract | EventKind::Signature | EventKind::Offer);
    let verb = scene.tree.head(found.head).filter(|&verb| {
        holds
            && scene.label(found.head) == Label::Nsubj
            && matches!(
                scene.lemma(verb),
                "cover" | "include" | "comprise" | "envisage" | "foresee" | "concern"
            )
    });
    verb.into_iter()
        .flat_map(|verb| scene.tree.children(verb))
        .filter(|&child| scene.label(child) == Label::Dobj)
}

/// "struck the town, using missiles": what an attack is made with.
fn used<'s>(scene: &'s Scene<'_, '_>, found: &Found, kind: EventKind) -> impl Iterator<Item = usize> + 's {
    let clause = scene.tree.clause(found.head);
    let attacks = matches!(kind, EventKind::Attack | EventKind::Offensive);
    let verbs = (clause + 1..scene.len()).filter(move |&verb| {
        attacks
            && matches!(scene.label(verb), Label::Advcl | Label::Acl)
            && matches!(scene.lower(verb), "using" | "employing" | "firing")
            && scene.tree.ancestors(verb).any(|above| above == clause)
    });
    verbs.flat_map(|verb| scene.tree.children(verb)).filter(|&child| scene.label(child) == Label::Dobj)
}

/// "cut the force from 2,548 to 270": the figure that a change leads to is that of what it changes.
fn changed(scene: &Scene<'_, '_>, found: &Found, kind: EventKind, items: &mut [ItemDraft]) {
    let [item] = items else { return };
    if kind != EventKind::MandateChange || item.quantity.is_some() {
        return;
    }
    let clause = scene.clause_of(found.head);
    let quantities = &scene.mentions.quantities;
    item.quantity = within(quantities, |quantity| &quantity.range, &scene.sentence.range).find(|&index| {
        let is_near = scene.tokens_of(&quantities[index].range).any(|token| clause.contains(&token));
        quantities[index].change_from.is_some() && is_near
    });
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
            Label::Prep
                if matches!(scene.lower(child), "of" | "for" | "on" | "with" | "including" | "in") =>
            {
                // "$4 million in aid", but not "soldiers in trucks"
                if scene.lower(child) == "in" && !is_measured(scene, token) {
                    continue;
                }
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

/// Whether a word is a number, and no "T-72".
fn is_number(scene: &Scene<'_, '_>, token: usize) -> bool {
    scene.tag(token) == Tag::CD && scene.lexicon.items.system(scene.tree.form(token)).is_none()
}

/// Whether a word is one of a quantity.
fn is_measured(scene: &Scene<'_, '_>, token: usize) -> bool {
    number(scene, token, token).is_some()
}

/// The thing that a noun names with the words before it, if it is one.
fn item(scene: &Scene<'_, '_>, head: usize) -> Option<ItemDraft> {
    let (first, head) = phrase(scene, head);
    let lemma = scene.lemma(head).to_lowercase();
    // "prisoners of war"
    let behind = [lemma.as_str(), scene.lower(head + 1), scene.lower(head + 2)];
    let longer = scene.lower(head + 1) == "of"
        && scene.lexicon.items.ending(&behind).is_some_and(|found| found.1 == 3);
    let end = if longer { head + 3 } else { head + 1 };
    let words: Vec<&str> = (first..head).map(|token| scene.lower(token)).chain([lemma.as_str()]).collect();
    let words: Vec<&str> =
        words.into_iter().filter(|word| !matches!(*word, "-" | "\"" | "“" | "”" | "«" | "»")).collect();
    let listed = scene.lexicon.items.ending(&words).map(|(category, _)| category);
    let category = listed.or_else(|| system(scene, first, head))?;
    // Of what is an actor, too, only forces and persons are moved: "the peacekeepers", "prisoners of war".
    if scene.actor_at(head).is_some_and(|actor| !is_moved(scene, actor, category)) {
        return None;
    }
    let quantity =
        number(scene, first, head).or_else(|| measure(scene, head)).or_else(|| amount(scene, head));
    // "more than 200 tanks": the number is no part of the name.
    let counted = quantity.and_then(|index| {
        let mut number = scene.tokens_of(&scene.mentions.quantities[index].range);
        number.rfind(|&token| (first..head).contains(&token) && is_number(scene, token))
    });
    let first = counted.map_or(first, |number| number + 1);
    let start = (first..=head).find(|&token| {
        !is_number(scene, token)
            && !matches!(scene.tag(token), Tag::DT | Tag::PRPS | Tag::POS)
            && !matches!(scene.lower(token), "-" | "\"" | "“" | "«")
    })?;
    Some(ItemDraft { category, quantity, range: scene.range(start..end) })
}

fn is_moved(scene: &Scene<'_, '_>, mention: usize, category: ItemCategory) -> bool {
    use ActorKind::{ArmedForce, Group, NonStateGroup, Other};
    let is_force = scene
        .actor(mention)
        .is_some_and(|actor| matches!(actor.kind, ArmedForce | Group | NonStateGroup | Other));
    is_force && matches!(category, ItemCategory::Personnel | ItemCategory::Vessel)
        || system_of(scene, &scene.mentions.actors[mention].range).is_some()
}

/// The category of a weapon system by its name: "F-16s", "two S-300 batteries".
fn system(scene: &Scene<'_, '_>, first: usize, head: usize) -> Option<ItemCategory> {
    let named = |token: usize| scene.lexicon.items.system(scene.tree.form(token));
    let generic = GENERIC.contains(&scene.lemma(head).to_lowercase().as_str());
    named(head).or_else(|| (first..head).filter(|_| generic || is_version(scene, head)).find_map(named))
}

fn system_of(scene: &Scene<'_, '_>, range: &Range<usize>) -> Option<ItemCategory> {
    scene.tokens_of(range).find_map(|token| scene.lexicon.items.system(scene.tree.form(token)))
}

/// Nouns that say only with the name of a system what they are.
const GENERIC: &[&str] = &["battery", "system", "set", "unit", "complex", "platform", "model", "version"];

/// "2A4" of "Leopard 2A4"
fn is_version(scene: &Scene<'_, '_>, token: usize) -> bool {
    scene.tree.form(token).starts_with(|char: char| char.is_ascii_digit()) && scene.lower(token).len() < 5
}

/// "one of the radars", "$4 million in aid", "the number of troops"
fn measure(scene: &Scene<'_, '_>, head: usize) -> Option<usize> {
    let preposition = scene.tree.head(head).filter(|&preposition| {
        scene.label(head) == Label::Pobj && matches!(scene.lower(preposition), "of" | "in")
    })?;
    let part = scene.tree.head(preposition)?;
    number(scene, part, part)
}

/// "a loan of $2 billion", "aid worth $40 million"
fn amount(scene: &Scene<'_, '_>, head: usize) -> Option<usize> {
    let of = scene.children(head, &[Label::Prep]).find(|&of| matches!(scene.lower(of), "of" | "worth"))?;
    let object = scene.children(of, &[Label::Pobj, Label::Npadvmod, Label::Nummod]).next()?;
    let quantity = number(scene, object, object)?;
    let is_money = scene.mentions.quantities[quantity].unit.as_deref().is_some_and(|unit| unit.len() == 3);
    is_money.then_some(quantity)
}

/// The first and the last word of a noun phrase: numbers, adjectives, names before its head, also those in quotation marks
/// (`24 "Bastion" vehicles`), and a version behind a name ("Leopard 2A4").
fn phrase(scene: &Scene<'_, '_>, head: usize) -> (usize, usize) {
    let mut first = head;
    while let Some(before) = first.checked_sub(1) {
        if let Some(opening) = quoted_before(scene, first) {
            first = opening;
            continue;
        }
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
        let counts = scene.tag(before) == Tag::CD && matches!(scene.lower(first), "\"" | "“" | "«");
        if !(inside && kept || counts) {
            break;
        }
        first = before;
    }
    let named = scene.lexicon.items.system(scene.tree.form(head)).is_some();
    let version = named && head + 1 < scene.len() && is_version(scene, head + 1);
    (first, head + usize::from(version))
}

/// Where the quotation mark opens that closes right before a word.
fn quoted_before(scene: &Scene<'_, '_>, token: usize) -> Option<usize> {
    let close =
        token.checked_sub(1).filter(|&close| matches!(scene.lower(close), "\"" | "”" | "»" | "''"))?;
    (close.saturating_sub(QUOTED)..close)
        .rev()
        .find(|&open| matches!(scene.lower(open), "\"" | "“" | "«" | "``" | "„"))
}

/// How many words a quoted name before a noun has at most.
const QUOTED: usize = 4;

/// The quantity that stands before a noun.
fn number(scene: &Scene<'_, '_>, first: usize, head: usize) -> Option<usize> {
    let quantities = &scene.mentions.quantities;
    let range = scene.range(first..head + 1);
    within(quantities, |quantity| &quantity.range, &scene.sentence.range).find(|&index| {
        let quantity = &quantities[index].range;
        quantity.start < range.end && range.start < quantity.end
    })
}
