//! Who says that an event happened, and how it is put, as far as its sentence shows it.

use std::ops::Range;

use verbale_core::Certainty;
use verbale_syntax::Label;

use super::named::named_by;
use super::participants::Who;
use super::scene::Scene;
use super::trigger::Found;
use crate::lexicon::event_words::SayingPart;

/// Who says so. Without a speaker it is the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AttributionDraft {
    /// Whom the sentence names as the source.
    pub(crate) speaker: Option<Who>,
    /// How it is put.
    pub(crate) certainty: Certainty,
    /// The words that show it.
    pub(crate) cue: Range<usize>,
}

/// The attribution of an event; `None` where the document speaks in its own voice.
pub(super) fn of(scene: &Scene<'_, '_>, found: &Found) -> Option<AttributionDraft> {
    let mut put: Option<AttributionDraft> = described(scene, found.head);
    let mut at = found.head;
    let mut steps = 0;
    while let Some(head) = scene.tree.head(at) {
        if let Some(said) = said_by(scene, at, head) {
            // "said that it was allegedly attacked": the speaker of the one, the doubt of the other.
            let doubt = put.filter(|put| put.speaker.is_none()).map(|put| put.certainty);
            return Some(AttributionDraft { certainty: doubt.unwrap_or(said.certainty), ..said });
        }
        if put.is_none() {
            put = described(scene, head).filter(|_| scene.tree.heads_clause(head));
        }
        at = head;
        steps += 1;
        if steps > FAR {
            break;
        }
    }
    according_to(scene, found.head).or(put)
}

/// How many words up the tree a speaker is looked for.
const FAR: usize = 12;

fn certainty(scene: &Scene<'_, '_>, word: usize, part: SayingPart) -> Option<Certainty> {
    let phrases = scene.lexicon.event_words.saying(part, &scene.lemma(word).to_lowercase());
    phrases.iter().find(|(rest, _)| scene.phrase(word, rest).is_some()).map(|(_, certainty)| *certainty)
}

/// Whether what hangs on a word is what somebody says by it.
fn said_by(scene: &Scene<'_, '_>, at: usize, head: usize) -> Option<AttributionDraft> {
    let cue = |word: usize| scene.range(word..word + 1);
    let speaker_of = |verb: usize| {
        let subject = scene.logical_subject(verb)?;
        named_by(scene, subject, 0).into_iter().next()
    };
    match scene.label(at) {
        Label::Ccomp | Label::Parataxis | Label::Pcomp | Label::Xcomp
            if scene.is_verb(head) && !scene.tree.is_parted(at, head) =>
        {
            let certainty = certainty(scene, head, SayingPart::Verb)?;
            // "claimed to have left" is said; "told them to leave" is an order.
            let infinitive = scene.label(at) == Label::Xcomp;
            let perfect = || scene.children(at, &[Label::Aux]).any(|aux| scene.lemma(aux) == "have");
            if infinitive && !perfect() {
                return None;
            }
            Some(AttributionDraft { speaker: speaker_of(head), certainty, cue: cue(head) })
        }
        // "accusations by Chad that troops attacked"
        Label::Acl if scene.children(at, &[Label::Mark]).any(|mark| scene.lower(mark) == "that") => {
            let certainty = certainty(scene, head, SayingPart::Noun)?;
            let speaker = named_by(scene, head, 0).into_iter().next();
            Some(AttributionDraft { speaker, certainty, cue: cue(head) })
        }
        // "accused Chad of attacking", "reports of an attack"
        Label::Pcomp | Label::Pobj => {
            let above = scene.tree.head(head)?;
            if scene.lower(head) != "of" {
                return None;
            }
            if scene.is_verb(above) && scene.label(at) == Label::Pcomp {
                let certainty = certainty(scene, above, SayingPart::Verb)?;
                return Some(AttributionDraft { speaker: speaker_of(above), certainty, cue: cue(above) });
            }
            let certainty = certainty(scene, above, SayingPart::Noun)?;
            let owner = scene.children(above, &[Label::Poss]).next();
            let speaker = owner.and_then(|owner| named_by(scene, owner, 0).into_iter().next());
            Some(AttributionDraft { speaker, certainty, cue: cue(above) })
        }
        _ => None,
    }
}

/// "allegedly attacked", "the alleged attack", "may have attacked"
fn described(scene: &Scene<'_, '_>, word: usize) -> Option<AttributionDraft> {
    let mut aux = scene.children(word, &[Label::Aux]);
    let modal = aux.next().filter(|&modal| matches!(scene.lower(modal), "may" | "might" | "could"));
    if let Some(modal) = modal.filter(|_| aux.any(|aux| scene.lower(aux) == "have")) {
        let cue = scene.range(modal..modal + 1);
        return Some(AttributionDraft { speaker: None, certainty: Certainty::Speculated, cue });
    }
    scene.tree.children(word).find_map(|child| {
        let part = match scene.label(child) {
            Label::Advmod => SayingPart::Adverb,
            Label::Amod => SayingPart::Adjective,
            _ => return None,
        };
        let phrases = scene.lexicon.event_words.saying(part, scene.lower(child));
        let certainty = phrases.first().map(|(_, certainty)| *certainty)?;
        Some(AttributionDraft { speaker: None, certainty, cue: scene.range(child..child + 1) })
    })
}

/// "According to Chad, …"
fn according_to(scene: &Scene<'_, '_>, trigger: usize) -> Option<AttributionDraft> {
    let governs = |word: usize| word == trigger || scene.tree.ancestors(trigger).any(|above| above == word);
    let according = (0..scene.len())
        .find(|&token| scene.lower(token) == "according" && scene.tree.head(token).is_some_and(governs))?;
    let to = scene.tree.children(according).find(|&child| scene.lower(child) == "to")?;
    let source = scene.children(to, &[Label::Pobj]).next()?;
    let speaker = named_by(scene, source, 0).into_iter().next()?;
    let cue = scene.range(according..to + 1);
    Some(AttributionDraft { speaker: Some(speaker), certainty: Certainty::Asserted, cue })
}
