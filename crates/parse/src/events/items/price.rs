//! What goods cost: a sum that a sentence names as the worth of a contract or a delivery.

use verbale_core::{EventKind, ItemCategory};

use super::ItemDraft;
use crate::events::EventDraft;
use crate::events::scene::Scene;
use crate::text::within;

/// Gives each price of a sentence to the last contract or delivery that is told before it, else to the first one.
pub(in crate::events) fn add(scene: &Scene<'_, '_>, events: &mut [EventDraft]) {
    let quantities = &scene.mentions.quantities;
    for index in within(quantities, |quantity| &quantity.range, &scene.sentence.range) {
        let is_known = events.iter().flat_map(|event| &event.items).any(|item| item.quantity == Some(index));
        if is_known || !quantities[index].is_money() || !is_price(scene, index) {
            continue;
        }
        let range = quantities[index].range.clone();
        let sells = |event: &&mut EventDraft| {
            let kind = scene.lexicon.frames.get(event.frame).map(|frame| frame.kind);
            matches!(
                kind,
                Some(EventKind::Contract | EventKind::Transfer | EventKind::Offer | EventKind::Signature)
            )
        };
        let mut deals: Vec<&mut EventDraft> = events.iter_mut().filter(sells).collect();
        deals.sort_by_key(|event| event.trigger.start);
        let last = deals.iter().rposition(|event| event.trigger.start < range.start).unwrap_or(0);
        if let Some(event) = deals.get_mut(last) {
            event.items.push(ItemDraft { category: ItemCategory::Money, quantity: Some(index), range });
        }
    }
}

/// The sum that a line of a list names beside the goods of a contract: "two corvettes – Lake Shipyard, 28 billion pesos".
pub(crate) fn listed(scene: &Scene<'_, '_>) -> Option<ItemDraft> {
    let quantities = &scene.mentions.quantities;
    let mut sums = within(quantities, |quantity| &quantity.range, &scene.sentence.range)
        .filter(|&index| quantities[index].is_money());
    let index = sums.next().filter(|_| sums.next().is_none())?;
    let range = quantities[index].range.clone();
    Some(ItemDraft { category: ItemCategory::Money, quantity: Some(index), range })
}

/// Whether the words around a sum say that something costs it: "worth $3 million", "for $3 million", "a $3 million deal".
fn is_price(scene: &Scene<'_, '_>, quantity: usize) -> bool {
    let tokens = scene.tokens_of(&scene.mentions.quantities[quantity].range);
    let before = |distance: usize| tokens.start.checked_sub(distance);
    let word = |distance: usize| before(distance).map_or("", |token| scene.lower(token));
    let lemma = |distance: usize| before(distance).map_or("", |token| scene.lemma(token));
    let behind = (tokens.end..scene.len()).find(|&token| scene.lower(token) != "-");
    match word(1) {
        "worth" | "costing" | "totalling" | "totaling" | "for" => true,
        "at" => matches!(word(2), "valued" | "priced" | "estimated" | "put"),
        "of" => matches!(lemma(2), "cost" | "price" | "value" | "worth" | "total" | "sum"),
        _ => behind.is_some_and(|noun| {
            matches!(
                scene.lemma(noun),
                "deal" | "contract" | "order" | "agreement" | "sale" | "purchase" | "loan" | "package"
            )
        }),
    }
}
