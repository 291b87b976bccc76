//! The sentence that introduces a list governs its items: "The following documents were signed:" makes each of them a signature,
//! "Resolutions adopted by the Senate are:" says who adopted each.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use verbale_core::Status;

use crate::document::{BlockKind, Layout};
use crate::events::{EventDraft, InstrumentDraft, is_brought, is_occasion, of_sentences};
use crate::lexicon::Lexicon;
use crate::mentions::Mentions;
use crate::mentions::instruments::InstrumentMention;
use crate::text::{Sentence, Text, within};

/// Gives the events of list items what their lead-in says, and makes an event of an item that names a document and what it is for. A
/// lead-in whose items tell of its event one by one has none of its own.
pub(crate) fn govern(
    layout: &Layout,
    text: &Text<'_>,
    mentions: &Mentions,
    lexicon: &Lexicon,
    events: &mut Vec<EventDraft>,
) {
    place_items(layout, text, lexicon, events);
    let sentences = text.sentences();
    let kind = |event: &EventDraft| lexicon.frames.get(event.frame).map(|frame| frame.kind);
    let mut made = Vec::new();
    let mut summed: BTreeSet<(usize, usize)> = BTreeSet::new();
    let mut content: BTreeSet<(usize, usize)> = BTreeSet::new();
    let place = |event: &EventDraft| (event.sentence, event.trigger.start);
    for (index, sentence) in sentences.iter().enumerate() {
        let Some(block) = layout.blocks.get(sentence.block) else { continue };
        let first_of_block = index == 0 || sentences[index - 1].block != sentence.block;
        let Some(lead_in) = block.lead_in.filter(|_| block.kind == BlockKind::ListItem && first_of_block)
        else {
            continue;
        };
        let Some(last) = text.sentences_of(lead_in).last() else { continue };
        let Some(leader) = events[of_sentences(events, last..last + 1)].last().cloned() else { continue };
        let document = opening(text, mentions, sentence)
            .filter(|_| lexicon.frames.get(leader.frame).is_some_and(|frame| frame.instrument));
        let item = of_sentences(events, text.sentences_of(sentence.block));
        let mut has_event = false;
        for event in &mut events[item] {
            let names = document.is_some_and(|document| {
                event.trigger.start < document.range.end && document.range.start < event.trigger.end
            });
            if document.is_some() && !names && event.is_only_meant() {
                // "Letter of intent to train pilots": what the document is for.
                content.insert(place(event));
                continue;
            }
            has_event = true;
            let same = kind(event) == kind(&leader);
            if same || names {
                event.inherit(&leader);
            }
            if same {
                summed.insert(place(&leader));
            }
        }
        if let Some(document) = document.filter(|_| !has_event) {
            let usual = lexicon.frames.get(leader.frame).and_then(|frame| frame.instrument_status);
            made.push(EventDraft {
                trigger: document.range.clone(),
                sentence: index,
                own_dates: Vec::new(),
                clause_dates: within(&mentions.dates, |date| &date.range, &sentence.range).collect(),
                outer_dates: Vec::new(),
                instrument: Some(InstrumentDraft { usual, ..InstrumentDraft::named(document) }),
                items: Vec::new(),
                ..leader
            });
        }
    }
    // What its items tell one by one, a lead-in only sums up: "Resolutions adopted by the Senate are:".
    events.retain(|event| !summed.contains(&place(event)) && !content.contains(&place(event)));
    events.extend(made);
    events.sort_by_key(place);
}

/// Items whose events name no place happen where their lead-in says: "The minister visited Kenya. During his trip:".
fn place_items(layout: &Layout, text: &Text<'_>, lexicon: &Lexicon, events: &mut [EventDraft]) {
    let block_of = |event: &EventDraft| text.sentences().get(event.sentence).map(|sentence| sentence.block);
    // What the last words of a paragraph tell, its list goes on with.
    let ends_block = |event: &EventDraft| {
        let behind = text.sentences().get(event.sentence + 2);
        behind.map(|sentence| sentence.block) != block_of(event)
    };
    let is_occasion = |event: &&EventDraft| {
        lexicon.frames.get(event.frame).is_some_and(|frame| is_occasion(frame.kind)) && ends_block(event)
    };
    let placed = events.iter().filter(|event| !event.places.is_empty()).filter(is_occasion);
    let told: BTreeMap<usize, Vec<Range<usize>>> =
        placed.filter_map(|event| Some((block_of(event)?, event.places.clone()))).collect();
    for event in events.iter_mut().filter(|event| event.places.is_empty()) {
        let is_brought = lexicon.frames.get(event.frame).is_some_and(|frame| is_brought(frame.kind));
        let block = block_of(event).and_then(|block| layout.blocks.get(block));
        let lead_in = block.filter(|block| is_brought && block.kind == BlockKind::ListItem);
        if let Some(places) = lead_in.and_then(|block| told.get(&block.lead_in?)) {
            event.places.clone_from(places);
        }
    }
}

/// Among how many first words of an item its document is named.
const OPENING: usize = 6;

/// The document that the first words of an item name.
fn opening<'m>(
    text: &Text<'_>,
    mentions: &'m Mentions,
    sentence: &Sentence,
) -> Option<&'m InstrumentMention> {
    let inside = within(&mentions.instruments, |document| &document.range, &sentence.range);
    let first = mentions.instruments.get(inside.start).filter(|_| !inside.is_empty())?;
    (text.token_at(first.range.start) < sentence.tokens.start + OPENING).then_some(first)
}

impl EventDraft {
    /// Whether it is still to come, at no time of its own.
    fn is_only_meant(&self) -> bool {
        matches!(self.status, Status::Planned | Status::Hypothetical) && self.own_dates.is_empty()
    }

    /// Takes the participants whose roles nobody has here.
    fn inherit(&mut self, leader: &EventDraft) {
        let roles: Vec<_> = self.participants.iter().map(|participant| participant.role).collect();
        let new = leader.participants.iter().filter(|participant| !roles.contains(&participant.role));
        self.participants.extend(new.cloned());
    }
}
