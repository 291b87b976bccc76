//! What became of the documents that somebody proposed: the sentences behind a proposal tell ("the draft was not put to a vote").

use verbale_core::{EventKind, InstrumentStatus, Status};
use verbale_syntax::{Label, Tag};

use crate::events::EventDraft;
use crate::events::scene::{self, Scene};
use crate::lexicon::Lexicon;
use crate::lexicon::event_words::{Fate, Governor};
use crate::lexicon::frames::Frame;
use crate::mentions::Mentions;
use crate::text::{Text, overlapping};

/// How many sentences behind a proposal its outcome is looked for.
const REACH: usize = 3;

/// Gives each proposed document the fate that its own sentence or those behind it tell, up to the next proposal or the end of the
/// paragraph.
pub(crate) fn settle(text: &Text<'_>, mentions: &Mentions, lexicon: &Lexicon, events: &mut [EventDraft]) {
    let block = |sentence: usize| text.sentences().get(sentence).map(|sentence| sentence.block);
    let proposals: Vec<(usize, usize)> = events
        .iter()
        .enumerate()
        .filter(|(_, event)| event.instrument.is_some() && proposes(lexicon, event))
        .map(|(index, event)| (index, event.sentence))
        .collect();
    for (place, &(index, first)) in proposals.iter().enumerate() {
        let next =
            proposals[place + 1..].iter().map(|(_, sentence)| *sentence).find(|&sentence| sentence > first);
        let end = next.unwrap_or(usize::MAX).min(first + REACH + 1);
        let near = (first..end).take_while(|&sentence| block(sentence) == block(first));
        let start = events[index].trigger.end;
        let fate = near.filter_map(|sentence| fate_in(text, mentions, lexicon, sentence, start)).next();
        if let Some(instrument) = &mut events[index].instrument {
            instrument.fate = fate;
        }
    }
}

fn proposes(lexicon: &Lexicon, event: &EventDraft) -> bool {
    lexicon.frames.get(event.frame).is_some_and(|frame| frame.kind == EventKind::Proposal)
}

/// What a sentence says of a document proposed before position `start` of the reading text.
fn fate_in(
    text: &Text<'_>,
    mentions: &Mentions,
    lexicon: &Lexicon,
    sentence: usize,
    start: usize,
) -> Option<InstrumentStatus> {
    let found = scene::read(text, mentions, lexicon, sentence, |scene| {
        let mut behind = (0..scene.len()).filter(|&token| scene.range(token..token + 1).start >= start);
        behind.find_map(|token| told_by(scene, token))
    });
    found.flatten()
}

/// What a word says of the document that its clause is about.
fn told_by(scene: &Scene<'_, '_>, word: usize) -> Option<InstrumentStatus> {
    let fates = scene.lexicon.event_words.fates(&scene.lemma(word).to_lowercase());
    let Fate { so, not, .. } = fates.iter().find(|fate| follows(scene, word, &fate.rest))?;
    if !concerns_document(scene, word) {
        return None;
    }
    if is_negated(scene, word) { *not } else { *so }
}

/// Whether the further words of a phrase stand behind its first one.
fn follows(scene: &Scene<'_, '_>, word: usize, rest: &[String]) -> bool {
    let mut at = word;
    rest.iter().all(|wanted| {
        let next = (at + 1..scene.len().min(at + 4)).find(|&token| scene.lemma(token) == *wanted);
        at = next.unwrap_or(at);
        next.is_some()
    })
}

/// "was not adopted", "no document was adopted", "failed to adopt".
fn is_negated(scene: &Scene<'_, '_>, word: usize) -> bool {
    let mut at = word;
    for _ in 0..4 {
        if scene.tree.is_negated(at) {
            return true;
        }
        let subject = scene.tree.subject(at).map(|found| found.token);
        if subject.is_some_and(|subject| scene.tree.is_negated(subject)) {
            return true;
        }
        let Some(head) = scene.tree.head(at) else { return false };
        if !matches!(scene.label(at), Label::Xcomp | Label::Acomp | Label::Ccomp) {
            return false;
        }
        let prevents = |part: Governor| {
            let phrases = scene.lexicon.event_words.governor(part, scene.lemma(head)).iter();
            phrases
                .filter(|(rest, _)| rest.is_empty())
                .any(|(_, outlook)| matches!(outlook.status, Status::Failed | Status::Negated))
        };
        if prevents(Governor::Verb) || prevents(Governor::Adjective) {
            return true;
        }
        at = head;
    }
    false
}

/// Whether the subject or object of a word is the document, or what it needs: votes, consensus, support.
fn concerns_document(scene: &Scene<'_, '_>, word: usize) -> bool {
    let subject = scene.tree.subject(word).map(|found| found.token);
    let object = scene.tree.object(word).map(|found| found.token);
    let copula = scene.tree.head(word).filter(|_| scene.label(word) == Label::Acomp);
    let of_copula = copula.and_then(|copula| scene.tree.subject(copula)).map(|found| found.token);
    [subject, object, of_copula].into_iter().flatten().any(|token| is_document(scene, token))
}

/// Whether a word names the document, stands for it, or is what it needs.
fn is_document(scene: &Scene<'_, '_>, token: usize) -> bool {
    let Some(found) = scene.tree.token(token) else { return false };
    let range = scene.range(token..token + 1);
    let named = overlapping(&scene.mentions.instruments, |document| &document.range, &range).is_some();
    let pronoun = found.tag == Tag::PRP && matches!(found.lemma.as_str(), "it" | "this" | "they")
        || matches!(found.tag, Tag::DT | Tag::WDT);
    named
        || pronoun
        || matches!(
            found.lemma.as_str(),
            "consensus"
                | "agreement"
                | "majority"
                | "vote"
                | "support"
                | "work"
                | "effort"
                | "attempt"
                | "text"
                | "motion"
        )
}

/// What an event says of its document: what its frame says, if the event came about; a document that was to be adopted, signed or put
/// in force, and was not, is not adopted.
pub(crate) fn of(frame: &Frame, event: &EventDraft) -> InstrumentStatus {
    use InstrumentStatus::{Adopted, InForce, NotAdopted, Signed, Unknown};
    match (frame.instrument_status, event.status) {
        (Some(usual), Status::Occurred | Status::Ongoing) => usual,
        (Some(Adopted | Signed | InForce), Status::Negated | Status::Failed) => NotAdopted,
        _ => Unknown,
    }
}
