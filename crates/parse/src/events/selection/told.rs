//! Whether a noun tells of its event, or only recalls it.

use verbale_core::RelationKind;
use verbale_syntax::{Label, Tag};

use super::Candidate;
use crate::events::arguments::{light_use, of_series};
use crate::events::scene::Scene;
use crate::lexicon::event_words::{Signal, SignalPart};

/// Whether the sentence tells of the event that a noun names: who did it or when, or that it took place.
pub(super) fn is_told(scene: &Scene<'_, '_>, candidate: &Candidate<'_>) -> bool {
    let (noun, event) = (candidate.found.head, &candidate.event);
    if !event.participants.is_empty() || !event.own_dates.is_empty() {
        return true;
    }
    let mut at = noun;
    while let Some(head) = scene.tree.head(at) {
        // "a fresh round of shelling began"
        let series = of_series(scene, at);
        match (scene.label(at), series) {
            (Label::Conj, _) => at = head,
            (_, Some(series)) => at = series,
            _ => break,
        }
    }
    if is_caused(scene, at) {
        return true;
    }
    match (scene.label(at), scene.tree.head(at)) {
        (Label::Root, _) | (_, None) => true,
        (Label::Dobj | Label::Nsubj | Label::Nsubjpass | Label::Attr, Some(verb)) => {
            light_use(scene, verb, at).is_some()
        }
        _ => false,
    }
}

/// Whether a sentence about the past begins with an event that is new to its reader, and says where or when it was or whom it cost: "An
/// air strike on a market in Sanaa was blamed on Iran", "Clashes were reported on 9 December".
pub(super) fn is_introduced(scene: &Scene<'_, '_>, candidate: &Candidate<'_>) -> bool {
    let (noun, event) = (candidate.found.head, &candidate.event);
    let Some(verb) = scene.tree.head(noun).filter(|&verb| scene.is_verb(verb)) else { return false };
    let is_past = scene.tag(verb) == Tag::VBD
        || scene.children(verb, &[Label::Auxpass]).any(|aux| scene.tag(aux) == Tag::VBD);
    let is_definite = scene
        .children(noun, &[Label::Det, Label::Poss])
        .any(|word| !matches!(scene.lower(word), "a" | "an" | "another"));
    let is_subject = matches!(scene.label(noun), Label::Nsubj | Label::Nsubjpass);
    let is_set = !event.places.is_empty()
        || !event.own_dates.is_empty()
        || !event.clause_dates.is_empty()
        || event.quantities().next().is_some();
    is_subject && is_past && !is_definite && is_set && scene.label(verb) == Label::Root
}

/// Whether a verb says that something else brought a noun about, or was answered with it: "led to protests", "answered the attack with an
/// invasion".
pub(super) fn is_caused(scene: &Scene<'_, '_>, noun: usize) -> bool {
    let preposition = scene.tree.head(noun).filter(|_| scene.label(noun) == Label::Pobj);
    let mut above = scene.tree.ancestors(noun);
    let Some(verb) = above.find(|&word| scene.is_verb(word)).filter(|&verb| scene.tag(verb) != Tag::VB)
    else {
        return false;
    };
    let reaches = |signal: &Signal| {
        let Some(words) = scene.phrase(verb, &signal.words[1..]) else { return false };
        match (signal.part, preposition) {
            (SignalPart::Answer, Some(preposition)) => {
                scene.tree.head(preposition) == Some(verb)
                    && matches!(scene.lower(preposition), "by" | "with")
            }
            (SignalPart::Verb, _) if signal.from_inside || signal.relation != RelationKind::LeadsTo => false,
            (SignalPart::Verb, Some(preposition)) => words.last() == Some(&preposition),
            (SignalPart::Verb, None) => scene.logical_object(verb) == Some(noun),
            _ => false,
        }
    };
    !scene.tree.is_negated(verb)
        && scene.children(verb, &[Label::Aux]).all(|aux| scene.tag(aux) != Tag::MD)
        && scene.lexicon.event_words.relations.signals(scene.lemma(verb)).iter().any(reaches)
}
