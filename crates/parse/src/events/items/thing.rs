//! The thing that a noun names, with its number and the words before it.

use std::ops::Range;

use verbale_core::{ActorKind, ItemCategory};
use verbale_syntax::{Label, Tag};

use super::ItemDraft;
use crate::events::scene::Scene;
use crate::text::within;

/// Whether a word is a number, and no "T-72".
fn is_number(scene: &Scene<'_, '_>, token: usize) -> bool {
    scene.tag(token) == Tag::CD && scene.lexicon.items.system(scene.tree.form(token)).is_none()
}

/// Whether a word is one of a quantity.
pub(super) fn is_measured(scene: &Scene<'_, '_>, token: usize) -> bool {
    number(scene, token, token).is_some()
}

/// The thing that a noun names with the words before it, if it is one.
pub(super) fn item(scene: &Scene<'_, '_>, head: usize) -> Option<ItemDraft> {
    let (first, head) = phrase(scene, head);
    let lemma = scene.lemma(head).to_lowercase();
    // "prisoners of war"
    let behind = [lemma.as_str(), scene.lower(head + 1), scene.lower(head + 2)];
    let longer = scene.lower(head + 1) == "of"
        && scene.lexicon.items.ending(&behind).is_some_and(|found| found.1 == 3);
    let end = if longer { head + 3 } else { head + 1 + name_behind(scene, head) };
    let words: Vec<&str> = (first..head).map(|token| scene.lower(token)).chain([lemma.as_str()]).collect();
    let words: Vec<&str> =
        words.into_iter().filter(|word| !matches!(*word, "-" | "\"" | "“" | "”" | "«" | "»")).collect();
    let listed = scene.lexicon.items.ending(&words).map(|(category, _)| category);
    let category = listed.or_else(|| system(scene, first, head)).or_else(|| ship(scene, head))?;
    // Of what is an actor, too, only forces and persons are moved: "the peacekeepers", "prisoners of war".
    if scene.actor_at(head).is_some_and(|actor| !is_moved(scene, actor, category)) {
        return None;
    }
    // "Hermes 450 drones"
    let is_designation = |index: &usize| {
        let first = scene.tokens_of(&scene.mentions.quantities[*index].range).start;
        first > 0 && scene.lexicon.items.system(scene.tree.form(first - 1)).is_some()
    };
    let quantity = part_of(scene, head)
        .or_else(|| number(scene, first, head))
        .or_else(|| measure(scene, head))
        .or_else(|| amount(scene, head))
        .filter(|index| !is_designation(index));
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
    // "20 million euros": the sum is all that the money is called.
    let sum = quantity.filter(|_| category == ItemCategory::Money && start + 1 == end);
    let range = match sum.map(|index| &scene.mentions.quantities[index].range) {
        Some(sum) if sum.start <= scene.range(start..end).start => sum.clone(),
        _ => scene.range(start..end),
    };
    Some(ItemDraft { category, quantity, range })
}

/// How many words right behind the noun for a ship are its name: "the supply ship Tana".
fn name_behind(scene: &Scene<'_, '_>, head: usize) -> usize {
    let is_name = |&name: &usize| scene.tag(name) == Tag::NNP && scene.label(name) == Label::Appos;
    if !scene.lexicon.items.is_vessel(scene.lower(head)) {
        return 0;
    }
    let last = scene.tree.children(head).find(is_name).filter(|&name| name > head);
    let between = |last: usize| (head + 1..=last).all(|token| scene.tag(token) == Tag::NNP);
    last.filter(|&last| between(last)).map_or(0, |last| last - head)
}

fn is_moved(scene: &Scene<'_, '_>, mention: usize, category: ItemCategory) -> bool {
    use ActorKind::{ArmedForce, Group, NonStateGroup, Other};
    let is_force = scene
        .actor(mention)
        .is_some_and(|actor| matches!(actor.kind, ArmedForce | Group | NonStateGroup | Other));
    is_force && matches!(category, ItemCategory::Personnel | ItemCategory::Vessel)
        || system_of(scene, &scene.mentions.actors[mention].range).is_some()
}

/// Whether a noun names what is fired, or what fires: missiles, shells, drones, guns.
pub(in crate::events) fn is_fired(scene: &Scene<'_, '_>, token: usize) -> bool {
    scene.lemma(token) == "drone" || is_weapon(scene, token)
}

/// Whether a noun names arms that are carried: weapons, missiles, ammunition.
pub(in crate::events) fn is_arms(scene: &Scene<'_, '_>, token: usize) -> bool {
    scene.lower(token) == "arms" || is_weapon(scene, token)
}

/// Whether a noun or name is a ship's.
pub(in crate::events) fn is_vessel(scene: &Scene<'_, '_>, token: usize) -> bool {
    item(scene, token).is_some_and(|item| item.category == ItemCategory::Vessel)
}

/// Whether a noun is one for aircraft or ships.
pub(in crate::events) fn is_craft(scene: &Scene<'_, '_>, token: usize) -> bool {
    use ItemCategory::{Aircraft, Vessel};
    item(scene, token).is_some_and(|item| matches!(item.category, Aircraft | Vessel))
}

fn is_weapon(scene: &Scene<'_, '_>, token: usize) -> bool {
    use ItemCategory::{Ammunition, Missile, Weapon};
    item(scene, token).is_some_and(|item| matches!(item.category, Ammunition | Missile | Weapon))
}

/// The category of a weapon system by its name: "F-16s", "two S-300 batteries".
fn system(scene: &Scene<'_, '_>, first: usize, head: usize) -> Option<ItemCategory> {
    let named = |token: usize| scene.lexicon.items.system(scene.tree.form(token));
    let generic = GENERIC.contains(&scene.lemma(head).to_lowercase().as_str());
    named(head).or_else(|| (first..head).filter(|_| generic || is_version(scene, head)).find_map(named))
}

/// "HMS Belfast", "the frigate Lamu": the name of a ship.
fn ship(scene: &Scene<'_, '_>, head: usize) -> Option<ItemCategory> {
    let index = scene.actor_at(head);
    let first = index.map_or(head, |index| scene.tokens_of(&scene.mentions.actors[index].range).start);
    let noun = first.checked_sub(1).is_some_and(|noun| scene.lexicon.items.is_vessel(scene.lower(noun)));
    (scene.is_ship(head) || noun && scene.tag(head) == Tag::NNP).then_some(ItemCategory::Vessel)
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

/// "two of the six frigates" are two.
fn part_of(scene: &Scene<'_, '_>, head: usize) -> Option<usize> {
    let of =
        scene.tree.head(head).filter(|&of| scene.label(head) == Label::Pobj && scene.lower(of) == "of")?;
    let part = scene.tree.head(of).filter(|&part| scene.tag(part) == Tag::CD)?;
    number(scene, part, part)
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
    scene.mentions.quantities[quantity].is_money().then_some(quantity)
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
        // "surface-to-air missiles"
        let is_hyphen = |token: usize| scene.lower(token) == "-";
        let joined =
            inside && (is_hyphen(before) || is_hyphen(before + 1) || before > 0 && is_hyphen(before - 1));
        if !(inside && kept || counts || joined) {
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
