//! Items of a list that say what somebody asks for: "The conditions of Austria were: (a) Serbia must dissolve the society; (b) …".

use std::collections::BTreeSet;
use std::ops::Range;

use verbale_core::{EventKind, Role};
use verbale_syntax::{Label, Tag};

use crate::document::{BlockKind, Layout};
use crate::events::scene::{self, Scene};
use crate::events::{EventDraft, ParticipantDraft, named_by, of_sentences, replace};
use crate::lexicon::Lexicon;
use crate::mentions::Mentions;
use crate::text::Text;

/// Makes a demand of each item that says what somebody should do, under a sentence that speaks of demands. That sentence then has none of
/// its own: it only sums up.
pub(crate) fn tell(
    layout: &Layout,
    text: &Text<'_>,
    mentions: &Mentions,
    lexicon: &Lexicon,
    events: &mut Vec<EventDraft>,
) {
    let mut made = Vec::new();
    let mut summed: BTreeSet<usize> = BTreeSet::new();
    for (index, sentence) in text.sentences().iter().enumerate() {
        let lead_in = layout.blocks.get(sentence.block).and_then(|block| {
            let begins = sentence.range.start == block.range.start && block.kind == BlockKind::ListItem;
            block.lead_in.filter(|_| begins)
        });
        let Some(last) = lead_in.and_then(|block| text.sentences_of(block).last()) else { continue };
        let own = of_sentences(events, last..last + 1);
        let told = own.clone().find(|&event| is_demand(lexicon, events[event].frame));
        let told = told.map(|event| (events[event].frame, events[event].participants.clone()));
        let Some((frame, mut participants)) =
            told.or_else(|| scene::read(text, mentions, lexicon, last, named).flatten())
        else {
            continue;
        };
        let Some(asked) = scene::read(text, mentions, lexicon, index, asked).flatten() else { continue };
        let item = &events[of_sentences(events, index..index + 1)];
        let overlaps = |event: &EventDraft| {
            event.trigger.start < asked.words.end && asked.words.start < event.trigger.end
        };
        if item.iter().any(overlaps) {
            continue;
        }
        participants.extend(asked.of);
        summed.extend(own.filter(|&event| is_demand(lexicon, events[event].frame)));
        made.push(EventDraft {
            head: asked.head,
            is_noun: false,
            participants,
            ..EventDraft::of_frame(lexicon, frame, asked.words, index)
        });
    }
    replace(events, &summed, made);
}

fn is_demand(lexicon: &Lexicon, frame: usize) -> bool {
    lexicon.frames.get(frame).is_some_and(|frame| frame.kind == EventKind::Demand)
}

/// The frame of the noun by which a sentence speaks of demands, and whose they are: "the conditions of Austria".
fn named(scene: &Scene<'_, '_>) -> Option<(usize, Vec<ParticipantDraft>)> {
    let is_argument = |token: &usize| {
        matches!(scene.label(*token), Label::Nsubj | Label::Nsubjpass | Label::Dobj | Label::Root)
    };
    (0..scene.len()).filter(is_argument).filter(|&token| scene.is_noun(token)).find_map(|noun| {
        let frame = scene.lexicon.columns.title(&scene.lemma(noun).to_lowercase())?.frame?;
        let actors = named_by(scene, noun, 0).into_iter();
        let actors = actors.map(|who| ParticipantDraft { role: Role::Actor, who }).collect();
        is_demand(scene.lexicon, frame).then_some((frame, actors))
    })
}

/// What should be done.
struct Asked {
    words: Range<usize>,
    head: usize,
    /// Who should do it.
    of: Vec<ParticipantDraft>,
}

/// The main verb of a sentence with what makes it a demand: "should be held", "must withdraw", "to withdraw".
fn asked(scene: &Scene<'_, '_>) -> Option<Asked> {
    let head = scene.tree.root();
    let asks = |aux: &usize| {
        let word = scene.lower(*aux);
        matches!(word, "should" | "must" | "shall" | "ought")
            || scene.tag(*aux) == Tag::TO && scene.tag(head) == Tag::VB
    };
    let first = scene.children(head, &[Label::Aux]).find(asks).filter(|&aux| aux < head)?;
    let doer = scene.logical_subject(head).map(|doer| named_by(scene, doer, 0)).unwrap_or_default();
    let of = doer.into_iter().map(|who| ParticipantDraft { role: Role::Recipient, who }).collect();
    Some(Asked { words: scene.range(first..head + 1), head, of })
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
        tell(&layout, &text, &mentions, &lexicon, &mut events.drafts);
        let who = |found: &ParticipantDraft| {
            let mention = &mentions.actors[found.who.mention().unwrap()];
            format!(" {} {}", found.role, text.slice(&mention.range))
        };
        let shown = |event: &EventDraft| {
            let who: String = event.participants.iter().map(who).collect();
            format!("{}{who}", text.slice(&event.trigger))
        };
        events.drafts.iter().map(shown).collect()
    }

    #[test]
    fn each_condition_is_a_demand() {
        let list = "The conditions of Austria were the following:\n\n- Serbia must dissolve the society;\n\
                    - the schoolbooks should be changed;\n- the border guards are few.";
        assert_eq!(
            told(list),
            ["must dissolve actor Austria recipient Serbia", "should be changed actor Austria"]
        );
    }

    #[test]
    fn other_lists_ask_for_nothing() {
        let list = "The chapters of the book are:\n\n- Serbia must change;\n- the end.";
        assert_eq!(told(list), [""; 0]);
    }
}
