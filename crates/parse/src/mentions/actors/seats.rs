//! Seats of several states, one after the other: "Hanoi", "Rome", "Belgrade". They stand for the one of the past where the text names
//! it, and the one of today nowhere.

use std::collections::BTreeSet;

use super::ActorMention;
use crate::lexicon::Lexicon;
use crate::text::Text;

/// Gives the seats that a state of the past had to that state.
pub(super) fn settle(text: &Text<'_>, lexicon: &Lexicon, mentions: &mut [&mut ActorMention]) {
    let named: BTreeSet<usize> = mentions
        .iter()
        .filter(|mention| !mention.is_seat && !mention.is_place)
        .map(|mention| mention.actor)
        .collect();
    let is_past = |&&actor: &&usize| lexicon.actors.get(actor).is_some_and(|actor| actor.is_past);
    let past: Vec<usize> = named.iter().filter(is_past).copied().collect();
    if past.is_empty() {
        return;
    }
    for mention in mentions.iter_mut().filter(|mention| mention.is_seat && !named.contains(&mention.actor)) {
        let name = text.slice(&mention.range);
        let had_it = |&&actor: &&usize| {
            let mut forms = lexicon.actors[actor].forms.iter();
            forms.any(|form| form.by.is_seat() && form.text == name)
        };
        let mut owners = past.iter().filter(had_it);
        if let (Some(&owner), None) = (owners.next(), owners.next()) {
            mention.actor = owner;
        }
    }
}
