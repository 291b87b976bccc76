//! The sentence that introduces a list governs its items: "The following documents were signed:" makes each of them a signature,
//! "Resolutions adopted by the Senate are:" says who adopted each.

use std::collections::BTreeSet;

use crate::document::{BlockKind, Layout};
use crate::events::{EventDraft, InstrumentDraft, of_sentences};
use crate::lexicon::Lexicon;
use crate::mentions::Mentions;
use crate::mentions::instruments::InstrumentMention;
use crate::text::{Text, within};

/// Gives the events of list items what their lead-in says, and makes an event of an item that only names a document. A lead-in whose
/// items tell of its event one by one has none of its own.
pub(crate) fn govern(
    layout: &Layout,
    text: &Text<'_>,
    mentions: &Mentions,
    lexicon: &Lexicon,
    events: &mut Vec<EventDraft>,
) {
    let mut made = Vec::new();
    let mut told: BTreeSet<(usize, usize)> = BTreeSet::new();
    for (index, sentence) in text.sentences().iter().enumerate() {
        let Some(block) = layout.blocks.get(sentence.block) else { continue };
        let first_of_block = index == 0 || text.sentences()[index - 1].block != sentence.block;
        let Some(lead_in) = block.lead_in.filter(|_| block.kind == BlockKind::ListItem && first_of_block)
        else {
            continue;
        };
        let Some(last) = text.sentences_of(lead_in).last() else { continue };
        let Some(leader) = events[of_sentences(events, last..last + 1)].last().cloned() else { continue };
        let kind = |event: &EventDraft| lexicon.frames.get(event.frame).map(|frame| frame.kind);
        let own = of_sentences(events, text.sentences_of(sentence.block));
        let has_event = !own.is_empty();
        for event in &mut events[own] {
            if kind(event) == kind(&leader) {
                event.inherit(&leader);
                told.insert((leader.sentence, leader.trigger.start));
            }
        }
        let is_document = lexicon.frames.get(leader.frame).is_some_and(|frame| frame.instrument);
        let named = within(&mentions.instruments, |document| &document.range, &sentence.range);
        let opens = |document: &&InstrumentMention| {
            text.token_at(document.range.start) < sentence.tokens.start + OPENING
        };
        let document =
            mentions.instruments[named].first().filter(opens).filter(|_| is_document && !has_event);
        if let Some(document) = document {
            made.push(EventDraft {
                trigger: document.range.clone(),
                sentence: index,
                own_dates: Vec::new(),
                clause_dates: within(&mentions.dates, |date| &date.range, &sentence.range).collect(),
                outer_dates: Vec::new(),
                instrument: Some(InstrumentDraft::named(document)),
                items: Vec::new(),
                places: Vec::new(),
                ..leader
            });
        }
    }
    // What its items tell one by one, a lead-in only sums up: "Resolutions adopted by the Senate are:".
    events.retain(|event| !told.contains(&(event.sentence, event.trigger.start)));
    events.extend(made);
    events.sort_by_key(|event| (event.sentence, event.trigger.start));
}

/// Among how many first words of an item its document is named.
const OPENING: usize = 6;

impl EventDraft {
    /// Takes the participants whose roles nobody has here.
    fn inherit(&mut self, leader: &EventDraft) {
        let roles: Vec<_> = self.participants.iter().map(|participant| participant.role).collect();
        let new = leader.participants.iter().filter(|participant| !roles.contains(&participant.role));
        self.participants.extend(new.cloned());
    }
}
