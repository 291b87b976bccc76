//! What the sentence above a list says of whether its items happened: "The plan provides for: – the withdrawal of troops" tells what was
//! planned, "They demanded: – closing the base" what was demanded.

use std::collections::BTreeSet;
use std::ops::Range;

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
    // The items of a list stand together: their lead-in is read once.
    let mut known: Option<(usize, Option<Leading>)> = None;
    for (index, sentence) in text.sentences().iter().enumerate() {
        let item = of_sentences(events, index..index + 1);
        let block = layout.blocks.get(sentence.block).filter(|block| block.kind == BlockKind::ListItem);
        let Some(lead_in) = block.and_then(|block| block.lead_in).filter(|_| !item.is_empty()) else {
            continue;
        };
        if known.as_ref().is_none_or(|(block, _)| *block != lead_in) {
            known = Some((lead_in, leading(text, mentions, lexicon, lead_in)));
        }
        let leading = known.as_ref().and_then(|(_, leading)| leading.clone());
        let Some(Leading { outlook, word, sentence: number, is_last }) = leading else { continue };
        if scene::read(text, mentions, lexicon, index, asserts) != Some(false) {
            continue;
        }
        let asks = |leader: &usize| {
            let event = &events[*leader];
            event.trigger.start < word.end
                && word.start < event.trigger.end
                && event.plover.is_some_and(|plover| plover.r#type() == PloverType::Request)
        };
        let leader = of_sentences(events, number..number + 1).find(asks);
        for event in item {
            match leader {
                Some(leader) if outlook.stance == Some(Stance::Other) => {
                    made.push(events[event].asked_by(&events[leader]));
                    gone.insert(event);
                    if is_last {
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

/// What the sentences before a list say of its items.
#[derive(Debug, Clone)]
struct Leading {
    outlook: Outlook,
    /// The word that says so.
    word: Range<usize>,
    sentence: usize,
    /// Whether that sentence stands right before the list.
    is_last: bool,
}

fn leading(text: &Text<'_>, mentions: &Mentions, lexicon: &Lexicon, lead_in: usize) -> Option<Leading> {
    let sentences = text.sentences_of(lead_in);
    let last = sentences.clone().last()?;
    let own = scene::read(text, mentions, lexicon, last, outlook).flatten();
    if let Some((outlook, word)) = own {
        return Some(Leading { outlook, word, sentence: last, is_last: true });
    }
    // "presented a list of 13 demands. They include:"
    let before = last.checked_sub(1).filter(|before| sentences.contains(before))?;
    if !scene::read(text, mentions, lexicon, last, refers_back)? {
        return None;
    }
    let (outlook, word) = scene::read(text, mentions, lexicon, before, presented).flatten()?;
    Some(Leading { outlook, word, sentence: before, is_last: false })
}

/// What the main word of a lead-in says of what stands in its object's place, or a noun that it says the content of; and that word.
fn outlook(scene: &Scene<'_, '_>) -> Option<(Outlook, Range<usize>)> {
    let root = scene.tree.root();
    if scene.tree.is_negated(root) {
        return None;
    }
    // "The plan:"
    if scene.is_noun(root) {
        return planned(scene, Governor::Noun, root);
    }
    // "proposed the following steps:", but not "demanded an apology for:"
    let follows = |noun: usize| {
        scene.lower(noun) == "following"
            || scene.tree.children(noun).any(|child| scene.lower(child) == "following")
    };
    let is_open = scene.children(root, &[Label::Dobj]).all(follows)
        && scene.children(root, &[Label::Prep]).all(|preposition| {
            scene.children(preposition, &[Label::Pobj]).all(follows)
                || !matches!(scene.lower(preposition), "because" | "for" | "of" | "to")
                || preposition < root
        });
    // "The resolutions are the following:", but "The troops are to:"
    let is_copula = scene.children(root, &[Label::Attr]).next().is_some();
    if is_open
        && !is_copula
        && let Some(found) =
            planned(scene, Governor::Verb, root).or_else(|| planned(scene, Governor::Event, root))
    {
        return Some(found);
    }
    let subject = scene.logical_subject(root).filter(|_| CONTAIN.contains(&scene.lemma(root)))?;
    planned(scene, Governor::Noun, subject)
}

/// What a word says of what it governs, if that is still to come.
fn planned(scene: &Scene<'_, '_>, part: Governor, word: usize) -> Option<(Outlook, Range<usize>)> {
    let phrases = scene.lexicon.event_words.governor(part, &scene.lemma(word).to_lowercase());
    let found = phrases.iter().find(|(rest, _)| scene.phrase(word, rest).is_some());
    found
        .map(|(_, outlook)| (*outlook, scene.range(word..word + 1)))
        .filter(|(outlook, _)| outlook.status == Status::Planned)
}

/// Whether a sentence says what that holds which was named before: "They include:", "These were:".
fn refers_back(scene: &Scene<'_, '_>) -> bool {
    let root = scene.tree.root();
    let subject = scene.logical_subject(root).filter(|_| CONTAIN.contains(&scene.lemma(root)));
    subject.is_some_and(|subject| matches!(scene.lower(subject), "they" | "these" | "it" | "this" | "those"))
}

/// The noun of something still to come that a sentence says was made or handed on: "handed over a list of 13 demands".
fn presented(scene: &Scene<'_, '_>) -> Option<(Outlook, Range<usize>)> {
    let root = scene.tree.root();
    let is_made =
        !scene.lexicon.event_words.light(scene.lemma(root)).is_empty() && !scene.tree.is_negated(root);
    let labels = [Label::Dobj, Label::Pobj, Label::Nsubjpass, Label::Attr];
    let mut nouns =
        (0..scene.len()).filter(|&noun| scene.is_noun(noun) && labels.contains(&scene.label(noun)));
    nouns.find_map(|noun| planned(scene, Governor::Noun, noun)).filter(|_| is_made)
}

/// Verbs that say what something holds.
const CONTAIN: &[&str] = &[
    "include",
    "contain",
    "comprise",
    "be",
    "read",
    "run",
    "cover",
    "list",
    "state",
    "stipulate",
    "provide",
];

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
        let list = "Kenya presented a list of three demands to Chad. They include:\n\n- cutting ties with Peru;\n- expelling the envoy of Peru.";
        let events = told(list);
        assert!(
            events
                .contains(&"cutting ties demand occurred subject Peru actor Kenya recipient Chad".to_owned()),
            "{events:?}"
        );
    }

    #[test]
    fn what_was_done_was_done() {
        for lead_in in [
            "In May the following happened:",
            "Kenya violated the agreement by the following:",
            "Breaches of the plan in May included:",
            "In line with the plan, the following steps were taken:",
            "Kenya demanded an apology for the following:",
            "Kenya rejected the proposal because of:",
            "The events of May are the following:",
        ] {
            let list =
                format!("{lead_in}\n\n- the expulsion of the envoy of Chad;\n- the bombing of Lamu by Peru.");
            let items: Vec<String> =
                told(&list).into_iter().filter(|event| !event.contains("demand")).collect();
            assert!(
                items.len() > 1 && items[items.len() - 2..].iter().all(|event| event.contains("occurred")),
                "{lead_in} {items:?}"
            );
        }
    }
}
