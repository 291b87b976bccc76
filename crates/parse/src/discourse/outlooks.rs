//! What the sentence above a list says of whether its items happened: "The plan provides for: – the withdrawal of troops" tells what was
//! planned, "They demanded: – closing the base" what was demanded.

use std::collections::BTreeSet;

use verbale_core::{PloverType, Role, Status};
use verbale_syntax::{Label, Tag};

use crate::document::{BlockKind, Layout};
use crate::events::scene::{self, Scene};
use crate::events::status::is_bare_subjunctive;
use crate::events::{EventDraft, of_sentences, replace};
use crate::lexicon::Lexicon;
use crate::lexicon::event_words::{Governor, Outlook, Stance};
use crate::mentions::Mentions;
use crate::text::Text;

/// Gives the events of items that assert nothing the status that their lead-in gives them. What a lead-in demands, each item demands.
pub(crate) fn settle(
    layout: &Layout,
    text: &Text<'_>,
    mentions: &Mentions,
    lexicon: &Lexicon,
    events: &mut Vec<EventDraft>,
) {
    let mut made = Vec::new();
    let mut gone: BTreeSet<usize> = BTreeSet::new();
    for (index, sentence) in text.sentences().iter().enumerate() {
        let item = of_sentences(events, index..index + 1);
        let block = layout.blocks.get(sentence.block).filter(|block| block.kind == BlockKind::ListItem);
        let Some(lead_in) = block.and_then(|block| block.lead_in).filter(|_| !item.is_empty()) else {
            continue;
        };
        let Some(last) = text.sentences_of(lead_in).last() else { continue };
        // "a list of 13 demands. They include:"
        let before = last.checked_sub(1).filter(|before| text.sentences_of(lead_in).contains(before));
        let outlook = |number: usize| {
            let found = scene::read(text, mentions, lexicon, number, outlook).flatten()?;
            Some((found, number))
        };
        let referring = || before.filter(|_| refers_back(text, mentions, lexicon, last)).and_then(outlook);
        let Some((outlook, number)) = outlook(last).or_else(referring) else { continue };
        if scene::read(text, mentions, lexicon, index, asserts) != Some(false) {
            continue;
        }
        let asks =
            |event: &&EventDraft| event.plover.is_some_and(|plover| plover.r#type() == PloverType::Request);
        let leading = of_sentences(events, number..number + 1);
        let leader = leading.clone().find(|&leader| asks(&&events[leader]));
        for event in item {
            match leader {
                Some(leader) if outlook.stance == Some(Stance::Other) => {
                    made.push(events[event].asked_by(&events[leader]));
                    gone.insert(event);
                    if number == last {
                        gone.insert(leader);
                    }
                }
                _ if events[event].status == Status::Occurred => events[event].status = outlook.status,
                _ => {}
            }
        }
    }
    replace(events, &gone, made);
}

/// What the main word of a lead-in, or a noun that it speaks of, says of what follows.
fn outlook(scene: &Scene<'_, '_>) -> Option<Outlook> {
    let root = scene.tree.root();
    if scene.tree.is_negated(root) {
        return None;
    }
    let of = |part: Governor, word: usize| {
        let phrases = scene.lexicon.event_words.governor(part, &scene.lemma(word).to_lowercase());
        let found = phrases.iter().find(|(rest, _)| scene.phrase(word, rest).is_some());
        found.map(|(_, outlook)| *outlook).filter(|outlook| outlook.status == Status::Planned)
    };
    let verb = of(Governor::Verb, root).or_else(|| of(Governor::Event, root));
    let arguments = [Label::Nsubj, Label::Nsubjpass, Label::Dobj, Label::Attr, Label::Pobj];
    let mut nouns =
        (0..scene.len()).filter(|&noun| scene.is_noun(noun) && arguments.contains(&scene.label(noun)));
    verb.or_else(|| nouns.find_map(|noun| of(Governor::Noun, noun)))
}

/// Whether a sentence speaks of what was named before: "They include:", "These were:".
fn refers_back(text: &Text<'_>, mentions: &Mentions, lexicon: &Lexicon, sentence: usize) -> bool {
    let refers = |scene: &Scene<'_, '_>| {
        let subject = scene.logical_subject(scene.tree.root());
        subject
            .is_some_and(|subject| matches!(scene.lower(subject), "they" | "these" | "it" | "this" | "those"))
    };
    scene::read(text, mentions, lexicon, sentence, refers).unwrap_or_default()
}

/// Whether a sentence states something: its main word is a finite verb, and no "that the Council send observers".
fn asserts(scene: &Scene<'_, '_>) -> bool {
    let root = scene.tree.root();
    let finite = |word: usize| matches!(scene.tag(word), Tag::VBD | Tag::VBZ | Tag::VBP | Tag::MD);
    let has_finite = finite(root) || scene.children(root, &[Label::Aux, Label::Auxpass]).any(finite);
    has_finite && !is_bare_subjunctive(scene, root)
}

impl EventDraft {
    /// A demand of what an event would be: whoever it befalls is its subject.
    fn asked_by(&self, leader: &EventDraft) -> Self {
        let mut asked =
            Self { frame: leader.frame, plover: leader.plover, status: leader.status, ..self.clone() };
        asked.attribution.clone_from(&leader.attribution);
        for found in &mut asked.participants {
            found.role = match found.role {
                Role::Actor | Role::Supplier => Role::Recipient,
                Role::Beneficiary => Role::Beneficiary,
                _ => Role::Subject,
            };
        }
        for found in &leader.participants {
            if asked.participants.iter().all(|known| known.who != found.who) {
                asked.participants.push(found.clone());
            }
        }
        asked
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extractor::Metadata;
    use crate::stages;

    /// The events with their kinds, status and participants.
    fn told(source: &str) -> Vec<String> {
        let lexicon = Lexicon::embedded().unwrap();
        stages::run(source, &Metadata::default(), &lexicon, |run| {
            let show = |event: &EventDraft| {
                let who = event.participants.iter().map(|found| {
                    let mention = &run.mentions.actors[found.who.mention().unwrap()];
                    format!(" {} {}", found.role, run.text.slice(&mention.range))
                });
                let kind = run.lexicon.frames[event.frame].kind;
                format!(
                    "{} {kind} {}{}",
                    run.text.slice(&event.trigger),
                    event.status,
                    who.collect::<String>()
                )
            };
            run.events.drafts.iter().map(show).collect()
        })
        .unwrap()
    }

    #[test]
    fn what_a_plan_holds_is_planned() {
        let list = "The plan provides for:\n\n- the withdrawal of troops from Chad;\n- the release of all prisoners.";
        assert_eq!(
            told(list),
            ["withdrawal of troops withdrawal planned host Chad", "release of all prisoners release planned"]
        );
    }

    #[test]
    fn what_somebody_demands_is_demanded() {
        let list = "Kenya handed a list of three demands to Chad. They include:\n\n- cutting ties with Peru;\n- expelling the envoy of Peru.";
        let events = told(list);
        assert!(
            events.contains(&"cutting ties demand occurred subject Peru recipient Chad".to_owned()),
            "{events:?}"
        );
    }

    #[test]
    fn what_was_done_was_done() {
        let list = "In May the following happened:\n\n- Kenya expelled the envoy of Chad;\n- the withdrawal of troops from Peru.";
        assert!(told(list).iter().all(|event| event.contains("occurred")), "{:?}", told(list));
    }
}
