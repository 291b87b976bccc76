//! Which words of a sentence tell of one happening.

use verbale_core::EventKind;
use verbale_syntax::{Label, Tag};

use super::participants::ParticipantDraft;
use super::scene::Scene;
use super::{CasualtyDraft, EventDraft, arguments, casualties};

/// Adds an event, given with the word that the others of its trigger hang on, to those of its sentence. Where one of them tells of the
/// same, the one of the two that says less is given back, with the reason.
pub(super) fn add(
    scene: &Scene<'_, '_>,
    events: &mut Vec<EventDraft>,
    mut event: EventDraft,
    word: usize,
) -> Option<(EventDraft, &'static str)> {
    const PART: &str = "a part of what another word of the sentence tells";
    const TWICE: &str = "other words of the sentence tell of the same";
    let kind = |event: &EventDraft| scene.lexicon.frames.get(event.frame).map(|frame| frame.kind);
    let is_whole = |other: &&mut EventDraft| {
        is_part(scene, kind(other), other.head, kind(&event), word)
            || is_cost_told_behind(scene, other, &event)
    };
    if let Some(other) = events.iter_mut().find(is_whole) {
        other.take(&event);
        return Some((event, PART));
    }
    // "Ten soldiers were injured in clashes": what the clashes cost.
    let may_cost = kind(&event).is_some_and(casualties::costs);
    let is_cost = |other: &&mut EventDraft| {
        may_cost && casualties::is_cost_of(scene, other.head, word)
            || is_cost_told_behind(scene, &event, other)
    };
    if let Some(other) = events.iter_mut().find(is_cost) {
        event.take(other);
        event.own_dates.extend_from_slice(&other.own_dates);
        return Some((std::mem::replace(other, event), PART));
    }
    // Two words for one happening: "the meeting was held" beside "met". The one that tells more stays.
    let mut same = events.iter_mut().filter(|other| kind(other) == kind(&event));
    let empty = same.find(|other| other.is_empty());
    if let Some(other) = empty.filter(|_| !event.is_empty()) {
        return Some((std::mem::replace(other, event), TWICE));
    }
    // "They were sentenced, and on appeal they were acquitted": two verbs that do not hang together are two deeds.
    let is_apart = |other: &EventDraft| {
        // "retaliated by attacking a base"
        let above = |one: usize| {
            let head = scene.tree.head(one)?;
            if scene.label(one) == Label::Pcomp { scene.tree.head(head) } else { Some(head) }
        };
        // "banned its carriers and adopted sanctions"
        let has_own = |verb: usize| scene.children(verb, &[Label::Dobj]).next().is_some();
        let parted = |one: usize, two: usize| {
            scene.label(one) == Label::Conj && scene.is_verb(one) && has_own(one) && has_own(two)
        };
        let near = |one: usize, two: usize| above(one) == Some(two) && !parted(one, two);
        let is_cost = |verb: usize| casualties::does_harm(scene, verb);
        let describes = |verb: usize| matches!(scene.label(verb), Label::Relcl | Label::Acl);
        let is_deed = |event: &EventDraft| !event.is_noun && !is_cost(event.head) && !describes(event.head);
        is_deed(other) && is_deed(&event) && !near(other.head, word) && !near(word, other.head)
    };
    if events.iter().any(|other| kind(other) == kind(&event) && !is_apart(other) && !adds(&event, other)) {
        return Some((event, TWICE));
    }
    events.push(event);
    None
}

/// Whether a word tells of a part of what another one tells: the object of a verb of the same kind ("paid reparations"), or what an
/// attack did ("shelled the town, killing ten", "the shelling killed ten").
fn is_part(
    scene: &Scene<'_, '_>,
    whole: Option<EventKind>,
    head: usize,
    part: Option<EventKind>,
    word: usize,
) -> bool {
    let above = scene.tree.head(word);
    if whole == part && scene.label(word) == Label::Dobj && above == Some(head) {
        return true;
    }
    // "the ceasefire took effect": the verb only says that it did.
    let carried = scene.tree.subject(word).is_some_and(|subject| subject.token == head)
        && arguments::light_use(scene, word, head).is_some();
    if carried && part == Some(EventKind::Ratification) {
        return true;
    }
    let forceful = |kind: Option<EventKind>| {
        matches!(
            kind,
            Some(EventKind::Attack | EventKind::Clash | EventKind::Offensive | EventKind::CeasefireViolation)
        )
    };
    if !forceful(whole) || part != Some(EventKind::Attack) {
        return false;
    }
    // "A rocket that struck the barracks killed ten"
    let struck = scene.label(head) == Label::Relcl
        && scene.tree.subject(word).is_some_and(|subject| scene.tree.head(head) == Some(subject.token));
    if struck {
        return true;
    }
    let outcome = scene.label(word) == Label::Advcl && scene.tag(word) == Tag::VBG;
    let carrier = above.is_some_and(|above| above == head || scene.tree.head(head) == Some(above));
    let subject = scene.tree.subject(word).is_some_and(|subject| subject.token == head);
    outcome && carrier || subject
}

/// Whether an event only tells what another one cost, in a relative clause: "launched raids that left ten people dead".
fn is_cost_told_behind(scene: &Scene<'_, '_>, whole: &EventDraft, part: &EventDraft) -> bool {
    let noun = scene.tree.head(part.head).filter(|_| scene.label(part.head) == Label::Relcl);
    let is_own = |noun: usize| {
        let start = scene.range(noun..noun + 1).start;
        noun != whole.head && scene.is_noun(noun) && whole.trigger.contains(&start)
    };
    let kind = |event: &EventDraft| scene.lexicon.frames.get(event.frame).map(|frame| frame.kind);
    // "raids on Lamu that left ten dead": the parser may hang the clause on what stands between.
    let above = |noun: usize| scene.tree.head(noun).filter(|_| scene.label(noun) == Label::Pobj);
    let carrier = noun.and_then(above).and_then(|preposition| scene.tree.head(preposition));
    // Or on the verb.
    let mut subjects = scene.children(part.head, &[Label::Nsubj]);
    let on_verb = scene.label(part.head) == Label::Advcl
        && scene.tree.head(part.head) == Some(whole.head)
        && subjects.any(|subject| scene.tag(subject) == Tag::WDT);
    (on_verb || noun.into_iter().chain(carrier).any(is_own))
        && kind(part) == Some(EventKind::Attack)
        && kind(whole).is_some_and(casualties::costs)
        && part.casualties != CasualtyDraft::default()
}

impl EventDraft {
    /// Adds what a part of the event says of it.
    fn take(&mut self, part: &EventDraft) {
        let known: Vec<_> = self.participants.iter().map(|found| found.who.clone()).collect();
        let new = part.participants.iter().filter(|found| !known.contains(&found.who));
        self.participants.extend(new.cloned());
        self.casualties.take(part.casualties);
    }
}

/// Whether an event tells something that another one of its kind and sentence does not: an actor, a time, a document.
fn adds(event: &EventDraft, other: &EventDraft) -> bool {
    let new = |found: &ParticipantDraft| other.participants.iter().all(|old| old.who != found.who);
    let dates = |event: &EventDraft| [event.own_dates.clone(), event.clause_dates.clone()].concat();
    let known = dates(other);
    event.participants.iter().any(new)
        || dates(event).iter().any(|date| !known.contains(date))
        || event
            .instrument
            .as_ref()
            .is_some_and(|found| other.instrument.as_ref().is_some_and(|old| old.range != found.range))
}
