//! Meetings and visits lend their place to what they bring.

use verbale_core::EventKind;
use verbale_syntax::{Label, Tag};

use super::kinds::is_talk;
use crate::events::EventDraft;
use crate::events::scene::Scene;

/// Gives the events that a meeting or visit brought, and whose place is not told, its place: "during a visit to Nairobi, they signed".
pub(in crate::events) fn share(scene: &Scene<'_, '_>, events: &mut [EventDraft]) {
    let kind = |event: &EventDraft| scene.lexicon.frames.get(event.frame).map(|frame| frame.kind);
    let is_host = |event: &&EventDraft| !event.places.is_empty() && kind(event).is_some_and(is_occasion);
    let hosts: Vec<EventDraft> = events.iter().filter(is_host).cloned().collect();
    for event in events.iter_mut().filter(|event| event.places.is_empty()) {
        let follows = kind(event).is_some_and(is_brought);
        if let Some(host) = hosts.iter().find(|host| follows && brings(scene, host.head, event.head)) {
            event.places.clone_from(&host.places);
        }
    }
}

/// Whether events of a kind are occasions for others.
pub(crate) fn is_occasion(kind: EventKind) -> bool {
    use EventKind::{Mediation, Meeting, Negotiation, Visit};
    matches!(kind, Mediation | Meeting | Negotiation | Visit)
}

/// Whether a meeting or visit may bring an event of a kind.
pub(crate) fn is_brought(kind: EventKind) -> bool {
    use EventKind::{Aid, Contract, Offer};
    is_talk(kind) || matches!(kind, Aid | Contract | Offer)
}

/// Whether a word tells of the occasion on which another one's event came: "at the talks they agreed", "meeting in Rome, they agreed".
fn brings(scene: &Scene<'_, '_>, occasion: usize, word: usize) -> bool {
    let verb = scene.tree.clause(word);
    let Some(above) = scene.tree.head(occasion) else { return false };
    let subject = scene.tree.subject(verb).map(|subject| subject.token);
    match scene.label(occasion) {
        Label::Pobj => {
            matches!(scene.lower(above), "during" | "at" | "in")
                && scene.tree.head(above).is_some_and(|head| head == verb || head == word)
        }
        Label::Relcl | Label::Acl => {
            subject.is_some_and(|subject| scene.tree.conjuncts(subject).contains(&above))
        }
        Label::Advcl => {
            above == verb
                && scene.tag(occasion) == Tag::VBG
                && scene.children(occasion, &[Label::Mark, Label::Prep]).all(|child| child > occasion)
        }
        _ => false,
    }
}
