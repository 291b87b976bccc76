//! What became of documents: the sentences behind a proposal tell ("the draft was not put to a vote").

use std::collections::BTreeMap;

use verbale_core::{EventKind, InstrumentKind, InstrumentStatus, Status};
use verbale_syntax::{Label, Tag};

use crate::events::scene::{self, Scene};
use crate::events::{EventDraft, InstrumentDraft, status};
use crate::lexicon::Lexicon;
use crate::lexicon::event_words::{Fate, Governor};
use crate::lexicon::frames::Frame;
use crate::mentions::Mentions;
use crate::mentions::instruments::{InstrumentMention, is_family};
use crate::text::{Text, overlapping};

/// How many sentences behind a proposal its outcome is looked for.
const REACH: usize = 3;

/// How many, if they name the document.
const NAMED_REACH: usize = 8;

/// Gives each document its status: a proposed one the fate that its own sentence or those behind it tell, up to the next proposal or the
/// end of the paragraph; any other what its event says of it, or what was told of it before.
pub(crate) fn settle(text: &Text<'_>, mentions: &Mentions, lexicon: &Lexicon, events: &mut [EventDraft]) {
    let block = |sentence: usize| text.sentences().get(sentence).map(|sentence| sentence.block);
    let proposals: Vec<(usize, usize)> = events
        .iter()
        .enumerate()
        .filter(|(_, event)| event.instrument.is_some() && proposes(lexicon, event))
        .map(|(index, event)| (index, event.sentence))
        .collect();
    for (place, &(index, first)) in proposals.iter().enumerate() {
        // "Despite talks in which it tabled a new text, none was adopted": a proposal told beside does not end the story.
        let ends = |&&(other, sentence): &&(usize, usize)| sentence > first && !events[other].is_aside;
        let next = proposals[place + 1..].iter().find(ends).map(|(_, sentence)| *sentence);
        let end = next.unwrap_or(usize::MAX).min(first + NAMED_REACH + 1);
        let near = (first..end).take_while(|&sentence| block(sentence) == block(first));
        let start = events[index].trigger.end;
        let first_mention = events[index].instrument.as_ref().and_then(|document| document.first);
        let mut fates = near.filter_map(|sentence| {
            let document = Proposed { first: first_mention, named: sentence > first + REACH };
            fate_in(text, mentions, lexicon, sentence, start, document)
        });
        // A draft that was weakened may still be adopted or not.
        let interim =
            |fate: &InstrumentStatus| matches!(fate, InstrumentStatus::Weakened | InstrumentStatus::Pending);
        let fate = fates.next();
        let fate = match fate.filter(interim) {
            Some(early) => fates.find(|fate| !interim(fate)).or(Some(early)),
            None => fate,
        };
        if let Some(instrument) = &mut events[index].instrument {
            instrument.fate = fate;
        }
    }
    for event in events.iter_mut() {
        let told = event.instrument.as_ref().zip(lexicon.frames.get(event.frame));
        let said =
            told.map(|(document, frame)| document.fate.unwrap_or_else(|| said(frame, event, document)));
        if let Some(document) = &mut event.instrument {
            document.fate = said;
        }
    }
    remember(lexicon, events);
}

/// Gives each document that its event says nothing of what an earlier one, or another one of the sentence, says of it. Whoever rejects
/// what has been adopted does not undo it.
fn remember(lexicon: &Lexicon, events: &mut [EventDraft]) {
    use InstrumentStatus::{Adopted, InForce, NotAdopted, Signed, Unknown};
    let mut known: BTreeMap<usize, InstrumentStatus> = BTreeMap::new();
    for told in events.chunk_by_mut(|one, next| one.sentence == next.sentence) {
        for document in told.iter().filter_map(|event| event.instrument.as_ref()) {
            let Some((first, fate)) = document.first.zip(document.fate) else { continue };
            // A parliament that adopts a signed treaty does not unsign it.
            if fate == InForce || matches!(fate, Adopted | Signed) && !known.contains_key(&first) {
                known.insert(first, fate);
            }
        }
        for event in told {
            let frame = lexicon.frames.get(event.frame);
            let rejects = frame.is_some_and(|frame| frame.kind == EventKind::Rejection);
            let Some(document) = &mut event.instrument else { continue };
            let before = document.first.and_then(|first| known.get(&first)).copied();
            if document.fate == Some(Unknown) || rejects && document.fate == Some(NotAdopted) {
                document.fate = before.or(document.fate);
            }
        }
    }
}

/// The document whose fate is looked for.
#[derive(Clone, Copy)]
struct Proposed {
    /// Its first mention.
    first: Option<usize>,
    /// Whether only what names it speaks of it, and no "it" or "consensus".
    named: bool,
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
    document: Proposed,
) -> Option<InstrumentStatus> {
    let found = scene::read(text, mentions, lexicon, sentence, |scene| {
        let mut behind = (0..scene.len()).filter(|&token| scene.range(token..token + 1).start >= start);
        behind.find_map(|token| told_by(scene, token, document))
    });
    found.flatten()
}

/// What a word says of the document that its clause is about.
fn told_by(scene: &Scene<'_, '_>, word: usize, document: Proposed) -> Option<InstrumentStatus> {
    let fates = scene.lexicon.event_words.fates(&scene.lemma(word).to_lowercase());
    let Fate { so, not, .. } = fates.iter().find(|fate| follows(scene, word, &fate.rest))?;
    if !concerns_document(scene, word, document) {
        return None;
    }
    if !is_negated(scene, word) {
        // "to adopt the draft" tells of no adoption.
        return so.filter(|_| status::is_told(scene, word));
    }
    let still =
        scene.children(word, &[Label::Advmod]).any(|adverb| matches!(scene.lower(adverb), "yet" | "still"));
    not.map(|not| if still { InstrumentStatus::Pending } else { not })
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
fn concerns_document(scene: &Scene<'_, '_>, word: usize, document: Proposed) -> bool {
    let subject = scene.tree.subject(word).map(|found| found.token).or_else(|| before_auxiliary(scene, word));
    let object = scene.tree.object(word).map(|found| found.token);
    let copula = scene.tree.head(word).filter(|_| scene.label(word) == Label::Acomp);
    let of_copula = copula.and_then(|copula| scene.tree.subject(copula)).map(|found| found.token);
    // "They adopted a budget": who does something to something is not the document, unless it is named.
    let acts = object.is_some() && !scene.tree.is_passive(word);
    let named = Proposed { named: document.named || acts, ..document };
    subject.is_some_and(|subject| is_document(scene, subject, named))
        || [object, of_copula].into_iter().flatten().any(|token| is_document(scene, token, document))
}

/// "the draft was adopted", where the parser has hung the noun on something before.
fn before_auxiliary(scene: &Scene<'_, '_>, verb: usize) -> Option<usize> {
    let first = scene.children(verb, &[Label::Aux, Label::Auxpass]).min()?;
    first.checked_sub(1).filter(|&noun| scene.is_noun(noun))
}

/// Whether a word names the document, stands for it, or is what it needs.
fn is_document(scene: &Scene<'_, '_>, token: usize, document: Proposed) -> bool {
    let Some(found) = scene.tree.token(token) else { return false };
    let range = scene.range(token..token + 1);
    if let Some(named) = overlapping(&scene.mentions.instruments, |document| &document.range, &range) {
        return is_same(scene.mentions, named, document);
    }
    let pronoun = found.tag == Tag::PRP && matches!(found.lemma.as_str(), "it" | "this" | "they")
        || matches!(found.tag, Tag::DT | Tag::WDT);
    let needed = matches!(
        found.lemma.as_str(),
        "consensus"
            | "agreement"
            | "majority"
            | "vote"
            | "support"
            | "work"
            | "effort"
            | "attempt"
            | "proposal"
    );
    !document.named && (pronoun || needed)
}

/// Whether words name the proposed document: those that stand for it, and others of its kind without a number of their own. Within
/// reach, "the initiative" and the like may be any.
fn is_same(mentions: &Mentions, named: &InstrumentMention, document: Proposed) -> bool {
    let Some(proposed) = document.first.and_then(|first| mentions.instruments.get(first)) else {
        return !document.named;
    };
    if Some(named.first) == document.first {
        return true;
    }
    let vague = named.is_vague || proposed.is_vague;
    let differs =
        named.number.is_some() && named.number != proposed.number || named.is_plural != proposed.is_plural;
    !document.named && !differs && (vague || is_family(named.kind, proposed.kind))
}

/// What an event says of its document: what its words say, if it came about; a document that was to be adopted, signed or put in force,
/// and was not, is not adopted, and one that is still to be is pending.
fn said(frame: &Frame, event: &EventDraft, document: &InstrumentDraft) -> InstrumentStatus {
    use InstrumentStatus::{Adopted, InForce, NotAdopted, Pending, Signed};
    let passes = matches!(document.usual, Some(Adopted | Signed | InForce));
    let standing = document.standing();
    match event.status {
        // Whoever rejects what has been adopted does not undo it.
        Status::Occurred | Status::Ongoing if document.usual == Some(NotAdopted) => {
            standing.or(document.usual)
        }
        Status::Occurred | Status::Ongoing => {
            let issued = frame.kind == EventKind::Statement && is_issued(document.kind);
            document.usual.or(issued.then_some(Adopted)).or(standing)
        }
        Status::Negated | Status::Failed | Status::Cancelled if passes => Some(NotAdopted),
        Status::Planned if passes => Some(Pending),
        _ => standing,
    }
    .unwrap_or(InstrumentStatus::Unknown)
}

/// Whether a document that is issued is agreed on by those who do so.
fn is_issued(kind: InstrumentKind) -> bool {
    use InstrumentKind::{Declaration, JointStatement, PresidentialStatement, PressStatement};
    matches!(kind, Declaration | JointStatement | PresidentialStatement | PressStatement)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The documents of the events of a text, each with its trigger.
    fn documents(source: &str) -> Vec<String> {
        let lexicon = Lexicon::embedded().unwrap();
        let layout = crate::document::read(source);
        let text = Text::of_layout(&layout);
        let mut mentions = crate::mentions::find(&layout, &text, &lexicon);
        let mut events = crate::events::find(&text, &mut mentions, &lexicon).drafts;
        settle(&text, &mentions, &lexicon, &mut events);
        let show = |event: &EventDraft| {
            let document = event.instrument.as_ref()?;
            let fate = document.fate.map(|fate| fate.to_string()).unwrap_or_default();
            Some(format!("{}: {} {fate}", text.slice(&event.trigger), document.kind))
        };
        events.iter().filter_map(show).collect()
    }

    #[test]
    fn later_sentences_tell_what_became_of_a_draft() {
        let source = "Malta tabled a draft resolution on hospitals. The sponsors softened the text twice. It was not \
                      put to a vote.";
        assert_eq!(documents(source), ["tabled a draft resolution: draft_resolution not_adopted"]);
        let source = "Norway submitted a draft statement to the Council. Three members asked for changes. Two days went \
                      by. Nothing was said. The statement was finally withdrawn.";
        assert_eq!(documents(source)[0], "submitted: draft_statement withdrawn");
    }

    #[test]
    fn what_is_only_meant_tells_nothing() {
        assert_eq!(
            documents("Kenya tabled a draft resolution and hoped to adopt it in May."),
            ["tabled a draft resolution: draft_resolution proposed", "adopt: draft_resolution pending"]
        );
        assert_eq!(documents("A treaty with Chad has yet to be signed."), ["signed: treaty pending"]);
    }

    #[test]
    fn events_rest_on_documents() {
        assert_eq!(
            documents("By resolution 690, the Security Council established a mission in Angola."),
            ["established: resolution adopted"]
        );
        assert_eq!(
            documents("In 1988, Cuba withdrew its troops from Angola in accordance with the agreement."),
            ["withdrew: agreement unknown"]
        );
    }

    #[test]
    fn a_signed_treaty_stays_signed() {
        let source = "In 1903, Panama signed a treaty with the United States. Colombia condemned the treaty.";
        assert_eq!(documents(source), ["signed: treaty signed", "condemned: treaty signed"]);
    }
}
