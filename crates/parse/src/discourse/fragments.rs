//! Items of a list that name goods and have no verb: "Two purchases were made: on 3 May 1995, twelve helicopters".

use std::collections::BTreeSet;

use verbale_core::EventKind;
use verbale_syntax::Label;

use crate::document::{BlockKind, Layout};
use crate::events::scene::{self, Scene};
use crate::events::{EventDraft, Events, listed, listed_price, moves, of_sentences, replace};
use crate::lexicon::Lexicon;
use crate::lexicon::frames::Frame;
use crate::mentions::Mentions;
use crate::text::{Text, within};

/// Makes an event of each item of a list that has none, names goods, and stands under a sentence that names an event and no other one.
/// That sentence then has none of its own: it only sums up.
pub(crate) fn tell(
    layout: &Layout,
    text: &Text<'_>,
    mentions: &Mentions,
    lexicon: &Lexicon,
    events: &mut Events,
) {
    let mut made = Vec::new();
    let mut summed: BTreeSet<usize> = BTreeSet::new();
    for (index, sentence) in text.sentences().iter().enumerate() {
        let Some(block) = layout.blocks.get(sentence.block) else { continue };
        let is_whole = sentence.range.start == block.range.start
            && text.sentences().get(index + 1).is_none_or(|next| next.block != sentence.block);
        let is_free = of_sentences(&events.drafts, index..index + 1).is_empty();
        let lead_in = block.lead_in.filter(|_| block.kind == BlockKind::ListItem && is_whole && is_free);
        let Some(last) = lead_in.and_then(|block| last_sentence(layout, text, block)) else { continue };
        let dates = within(&mentions.dates, |date| &date.range, &sentence.range);
        let named = |scene: &Scene<'_, '_>| (listed(scene), listed_price(scene));
        let (mut items, price) = scene::read(text, mentions, lexicon, index, named).unwrap_or_default();
        let Some(trigger) = items.first().map(|item| item.range.clone()) else { continue };
        let leader = leader(text, mentions, lexicon, events, last, !dates.is_empty());
        let Some(leader) = leader else { continue };
        summed.extend(of_sentences(&events.drafts, last..last + 1));
        let is_deal = lexicon
            .frames
            .get(leader.frame)
            .is_some_and(|frame| matches!(frame.kind, EventKind::Contract | EventKind::Transfer));
        items.extend(price.filter(|_| is_deal));
        made.push(EventDraft { trigger, sentence: index, own_dates: dates.collect(), items, ..leader });
    }
    replace(&mut events.drafts, &summed, made);
}

/// The last sentence of a block, by its number, if it introduces what follows.
fn last_sentence(layout: &Layout, text: &Text<'_>, block: usize) -> Option<usize> {
    let last = text.sentence_at(layout.blocks.get(block)?.range.end.checked_sub(1)?)?;
    text.slice(&text.sentences().get(last)?.range).ends_with(':').then_some(last)
}

/// The frame of a noun that a sentence says something of, or of its object.
fn told_of(scene: &Scene<'_, '_>) -> Option<usize> {
    let is_argument = |token: &usize| {
        scene.is_noun(*token)
            && matches!(scene.label(*token), Label::Nsubj | Label::Nsubjpass | Label::Dobj | Label::Root)
    };
    let mut nouns = (0..scene.len()).filter(is_argument);
    nouns.find_map(|noun| scene.lexicon.columns.title(&scene.lemma(noun).to_lowercase())?.frame)
}

/// What a lead-in says of each of its items, if it names the moving of goods and nothing else. Where the items have no date of their
/// own, it must tell of an event: "Delivered so far:".
fn leader(
    text: &Text<'_>,
    mentions: &Mentions,
    lexicon: &Lexicon,
    events: &Events,
    sentence: usize,
    is_dated: bool,
) -> Option<EventDraft> {
    let range = &text.sentences().get(sentence)?.range;
    let last = events.drafts[of_sentences(&events.drafts, sentence..sentence + 1)].last();
    let titled = || scene::read(text, mentions, lexicon, sentence, told_of).flatten().filter(|_| is_dated);
    let number = last.map(|event| event.frame).or_else(titled)?;
    let feeds =
        |frame: &&Frame| moves(frame.kind) && !matches!(frame.kind, EventKind::Attack | EventKind::Signature);
    let frame = lexicon.frames.get(number).filter(feeds)?;
    let is_same = |other: usize| lexicon.frames.get(other).is_some_and(|other| other.kind == frame.kind);
    let told = of_sentences(&events.drafts, sentence..sentence + 1);
    let first = events.dropped.partition_point(|dropped| dropped.trigger.start < range.start);
    let dropped = events.dropped[first..].iter().take_while(|dropped| dropped.trigger.start < range.end);
    let mut others =
        told.clone().map(|event| events.drafts[event].frame).chain(dropped.map(|dropped| dropped.frame));
    if others.any(|other| !is_same(other)) {
        return None;
    }
    let told = told.last().map(|event| events.drafts[event].clone());
    let mut leader = told.unwrap_or_else(|| EventDraft::of_frame(lexicon, number, range.clone(), sentence));
    leader.clause_dates.clear();
    leader.outer_dates.clear();
    Some(leader)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(source: &str) -> Vec<String> {
        let lexicon = Lexicon::embedded().unwrap();
        let layout = crate::document::read(source);
        let text = Text::of_layout(&layout);
        let mut mentions = crate::mentions::find(&layout, &text, &lexicon);
        let mut events = crate::events::find(&text, &mut mentions, &lexicon);
        tell(&layout, &text, &mentions, &lexicon, &mut events);
        let shown = |event: &EventDraft| {
            let kind = lexicon.frames[event.frame].kind;
            let dates = event.own_dates.iter().map(|&date| text.slice(&mentions.dates[date].range));
            let items = event.items.iter().map(|item| {
                let number = item.quantity.map(|index| mentions.quantities[index].value.to_string());
                format!("{} {}", number.unwrap_or_default(), text.slice(&item.range))
            });
            format!("{kind} {} {}", dates.collect::<String>(), items.collect::<Vec<_>>().join(", "))
        };
        events.drafts.iter().map(shown).collect()
    }

    #[test]
    fn items_without_a_verb_tell_of_the_purchases() {
        let list = "Two purchases have been made:\n\n- on 3 May 1995, twelve helicopters of the export version, for $90 million;\n\
                    - on 8 June 1997, 40 used tanks.";
        assert_eq!(
            told(list),
            ["contract 3 May 1995 12 helicopters, 90000000 $90 million", "contract 8 June 1997 40 tanks"]
        );
    }

    #[test]
    fn items_with_a_verb_and_other_lead_ins_do_not() {
        let list = "The guards withdrew in order to avoid losses in these purchases:\n\n- on 3 May 1995, twelve helicopters.";
        assert!(told(list).iter().all(|event| !event.contains("helicopters")), "{:?}", told(list));
        let list = "Two purchases were made:\n\n- On 3 May 1995 twelve helicopters burned near the base.";
        assert!(told(list).iter().all(|event| !event.contains("helicopters")), "{:?}", told(list));
    }

    #[test]
    fn what_was_cancelled_was_not_bought() {
        let list = "Two purchases were cancelled:\n\n- on 3 May 1995, twelve helicopters;\n- on 8 June 1997, 40 used tanks.";
        assert!(!told(list).iter().any(|event| event.starts_with("contract")), "{:?}", told(list));
    }
}
