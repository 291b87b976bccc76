//! What became of the documents that somebody proposed: the sentences behind a proposal tell ("the draft was not put to a vote").

use verbale_core::{EventKind, InstrumentStatus, Status};
use verbale_syntax::{Label, Sentence as Tree, Tag};

use crate::events::EventDraft;
use crate::lexicon::Lexicon;
use crate::lexicon::event_words::Fate;
use crate::lexicon::frames::Frame;
use crate::mentions::Mentions;
use crate::text::Text;

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
    let range = &text.sentences().get(sentence)?.range;
    let index = mentions.trees.at(range.start);
    let span = mentions.trees.span(index).filter(|span| span.start < range.end)?;
    let analysis = mentions.trees.get(index, text.reading(), &lexicon.syntax)?;
    let tree = analysis.sentence(0)?;
    let reader = Reader { tree, mentions, lexicon, offset: span.start };
    let first = tree.tokens().partition_point(|token| span.start + token.span.start < start);
    (first..tree.len()).find_map(|token| reader.fate(token))
}

/// A sentence in which the fate of a document is looked for.
struct Reader<'a> {
    tree: Tree<'a>,
    mentions: &'a Mentions,
    lexicon: &'a Lexicon,
    offset: usize,
}

impl Reader<'_> {
    fn fate(&self, word: usize) -> Option<InstrumentStatus> {
        let fates = self.lexicon.event_words.fates(&self.tree.lemma(word).to_lowercase());
        let Fate { so, not, .. } = fates.iter().find(|fate| self.follows(word, &fate.rest))?;
        if !self.concerns_document(word) {
            return None;
        }
        if self.is_negated(word) { *not } else { *so }
    }

    /// Whether the further words of a phrase stand behind its first one.
    fn follows(&self, word: usize, rest: &[String]) -> bool {
        let mut at = word;
        rest.iter().all(|wanted| {
            let next = (at + 1..self.tree.len().min(at + 4)).find(|&token| self.tree.lemma(token) == *wanted);
            at = next.unwrap_or(at);
            next.is_some()
        })
    }

    /// "was not adopted", "no document was adopted", "failed to adopt".
    fn is_negated(&self, word: usize) -> bool {
        let mut at = word;
        for _ in 0..4 {
            if self.tree.is_negated(at) {
                return true;
            }
            let subject = self.tree.subject(at).map(|found| found.token);
            if subject.is_some_and(|subject| self.tree.is_negated(subject)) {
                return true;
            }
            let Some(head) = self.tree.head(at) else { return false };
            if !matches!(self.tree.label(at), Some(Label::Xcomp | Label::Acomp | Label::Ccomp)) {
                return false;
            }
            if matches!(self.tree.lemma(head), "fail" | "refuse" | "decline" | "unable") {
                return true;
            }
            at = head;
        }
        false
    }

    /// Whether the subject or object of a word is the document, or what it needs: votes, consensus, support.
    fn concerns_document(&self, word: usize) -> bool {
        let subject = self.tree.subject(word).map(|found| found.token);
        let object = self.tree.object(word).map(|found| found.token);
        let copula = self.tree.head(word).filter(|_| self.tree.label(word) == Some(Label::Acomp));
        let of_copula = copula.and_then(|copula| self.tree.subject(copula)).map(|found| found.token);
        [subject, object, of_copula].into_iter().flatten().any(|token| self.is_document(token))
    }

    fn is_document(&self, token: usize) -> bool {
        let Some(found) = self.tree.token(token) else { return false };
        let range = self.offset + found.span.start..self.offset + found.span.end;
        let documents = &self.mentions.instruments;
        let near = documents.partition_point(|document| document.range.end <= range.start);
        let named = documents.get(near).is_some_and(|document| document.range.start < range.end);
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
