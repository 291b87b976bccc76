//! What is no event of its own: words that only recall one, and what another event is about.

use verbale_core::{PloverType, Role, Status};
use verbale_syntax::Label;

use super::arguments::light_use;
use super::scene::Scene;
use super::status::Standing;
use super::trigger::{Form, Found};
use super::participants::{ParticipantDraft, Who};
use super::EventDraft;
use crate::lexicon::event_words::Stance;

/// A trigger with what was read around it.
pub(super) struct Candidate<'f> {
    pub(super) found: &'f Found,
    pub(super) standing: Option<Standing>,
    pub(super) event: EventDraft,
}

/// Why a candidate is no event of its own; `None` for one that is.
pub(super) fn refusal(scene: &Scene<'_, '_>, candidate: &Candidate<'_>, all: &[Candidate<'_>]) -> Option<&'static str> {
    let others = || all.iter().filter(|other| !std::ptr::eq(*other, candidate));
    if let Some(Standing { stance: Some(Stance::Other), governor, .. }) = candidate.standing {
        match governor {
            None => return Some("what ought to be is an opinion, or the content of a demand"),
            Some(word) if others().any(|other| other.found.tokens.contains(&word)) => {
                return Some("the content of a demand");
            }
            Some(_) => {}
        }
    }
    let refused = candidate.standing.filter(|standing| standing.status == Status::Negated).and_then(|standing| standing.governor);
    if let Some(word) = refused
        && others().any(|other| other.rejects() && other.found.tokens.contains(&word))
    {
        return Some("what another event refuses");
    }
    let promised = |other: &Candidate<'_>| {
        other.standing.is_some_and(|standing| {
            standing.stance == Some(Stance::Own)
                && standing.governor.is_some_and(|word| candidate.found.tokens.contains(&word))
        })
    };
    let promises = candidate
        .event
        .plover
        .is_some_and(|plover| matches!(plover.r#type(), PloverType::Agree | PloverType::Threaten));
    if promises && others().any(promised) {
        return Some("the promise of another event, which is told with it");
    }
    let recalls = candidate.found.form == Form::Noun && !is_told(scene, candidate);
    recalls.then_some("a noun that only recalls an event")
}

impl Candidate<'_> {
    fn rejects(&self) -> bool {
        self.event.plover.is_some_and(|plover| plover.r#type() == PloverType::Reject)
    }

    /// Whom a refusal concerns is said by what is refused: "refused to lift sanctions on Chad".
    pub(super) fn concerned(&self, all: &[Candidate<'_>]) -> Vec<ParticipantDraft> {
        if !self.rejects() {
            return Vec::new();
        }
        let governs = |other: &&Candidate<'_>| {
            other.standing.and_then(|standing| standing.governor).is_some_and(|word| self.found.tokens.contains(&word))
        };
        let content = all.iter().filter(governs).flat_map(|other| &other.event.participants);
        let known = |who: &Who| self.event.participants.iter().any(|own| own.who == *who);
        content
            .filter(|found| matches!(found.role, Role::Recipient | Role::Beneficiary | Role::Victim | Role::Subject))
            .filter(|found| !known(&found.who))
            .map(|found| ParticipantDraft { role: Role::Recipient, who: found.who.clone() })
            .collect()
    }
}

/// Whether a word stands beside what its sentence mainly says.
pub(super) fn is_aside(scene: &Scene<'_, '_>, word: usize) -> bool {
    let mut at = word;
    while let Some(head) = scene.tree.head(at) {
        let aside = match scene.label(at) {
            Label::Relcl | Label::Acl | Label::Advcl | Label::Appos => true,
            // "after the attack", but not "took part in the attack", "condemned the attack", "the storming of the fort"
            Label::Pobj | Label::Pcomp => {
                let above = scene.tree.head(head);
                let carries = above.is_some_and(|above| light_use(scene, above, at).is_some());
                !carries && above.is_some_and(|above| scene.is_verb(above))
            }
            _ => false,
        };
        if aside {
            return true;
        }
        at = head;
    }
    false
}

/// Whether the sentence tells of the event that a noun names: who did it or when, or that it took place.
fn is_told(scene: &Scene<'_, '_>, candidate: &Candidate<'_>) -> bool {
    let (noun, event) = (candidate.found.head, &candidate.event);
    if !event.participants.is_empty() || !event.own_dates.is_empty() {
        return true;
    }
    let mut at = noun;
    while scene.label(at) == Label::Conj {
        match scene.tree.head(at) {
            Some(head) => at = head,
            None => break,
        }
    }
    match (scene.label(at), scene.tree.head(at)) {
        (Label::Root, _) | (_, None) => true,
        (Label::Dobj | Label::Nsubj | Label::Nsubjpass | Label::Attr, Some(verb)) => {
            light_use(scene, verb, at).is_some()
        }
        _ => false,
    }
}
