//! The sentence that introduces a list governs its items: "The following documents were signed:" makes each of them a signature,
//! "Resolutions adopted by the Senate are:" says who adopted each.

use std::collections::BTreeSet;

use verbale_core::Status;

use crate::document::{BlockKind, Layout};
use crate::events::{EventDraft, InstrumentDraft, of_sentences};
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
            made.push(EventDraft {
                trigger: document.range.clone(),
                sentence: index,
                own_dates: Vec::new(),
                clause_dates: within(&mentions.dates, |date| &date.range, &sentence.range).collect(),
                outer_dates: Vec::new(),
                instrument: Some(InstrumentDraft {
                    usual: lexicon.frames.get(leader.frame).and_then(|frame| frame.instrument_status),
                    ..InstrumentDraft::named(document)
                }),
                items: Vec::new(),
                places: Vec::new(),
                ..leader
            });
        }
    }
    // What its items tell one by one, a lead-in only sums up: "Resolutions adopted by the Senate are:".
    events.retain(|event| !summed.contains(&place(event)) && !content.contains(&place(event)));
    events.extend(made);
    events.sort_by_key(place);
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
