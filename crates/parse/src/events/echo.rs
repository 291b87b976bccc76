//! Deeds that are told by another one's: "Uganda expelled two diplomats; Kenya followed suit."

use verbale_core::{KindGroup, Role, Status};

use super::casualties::CasualtyDraft;
use super::named::named_by;
use super::participants::{ParticipantDraft, Who};
use super::scene::Scene;
use super::surroundings::Surroundings;
use super::trigger::{Form, Found};
use super::{EventDraft, attribution, selection, status};

/// The deeds of a sentence that repeat, by somebody else, the last one told before them. `told` are the events up to here; `goes_on`
/// says whether the sentence goes on with the paragraph of the one before.
pub(super) fn find(
    scene: &Scene<'_, '_>,
    sentence: usize,
    told: &[EventDraft],
    goes_on: bool,
) -> Vec<EventDraft> {
    let verbs = (0..scene.len()).filter(|&token| scene.is_verb(token));
    verbs.filter_map(|verb| echo(scene, sentence, told, goes_on, verb)).collect()
}

fn echo(
    scene: &Scene<'_, '_>,
    sentence: usize,
    told: &[EventDraft],
    goes_on: bool,
    verb: usize,
) -> Option<EventDraft> {
    let phrases = scene.lexicon.event_words.echoes(scene.lemma(verb)).iter();
    let tokens = phrases.filter_map(|rest| scene.phrase(verb, rest)).max_by_key(Vec::len)?;
    let start = scene.range(verb..verb + 1).start;
    let is_before = |event: &&EventDraft| {
        event.sentence == sentence && event.trigger.start < start
            || goes_on && event.sentence + 1 == sentence && !event.is_aside
    };
    let is_deed = |event: &&EventDraft| {
        let kind = scene.lexicon.frames.get(event.frame).map(|frame| frame.kind.group());
        kind != Some(KindGroup::Talk) && matches!(event.status, Status::Occurred | Status::Ongoing)
    };
    let first = told.iter().rev().take(LAST).filter(is_before).find(is_deed)?;
    let doer = first.participants.iter().find(|found| acts(found.role))?;
    let subject = scene.logical_subject(verb)?;
    let others: Vec<Who> =
        named_by(scene, subject, 0).into_iter().filter(|who| !is_same(scene, who, &doer.who)).collect();
    if others.is_empty() {
        return None;
    }
    // Who answers in kind does to the first what the first did to him; who follows suit does it to the same third.
    let mut participants: Vec<ParticipantDraft> = Vec::new();
    for found in first.participants.iter().filter(|found| is_befallen(found.role)) {
        let answers = others.iter().any(|who| is_same(scene, who, &found.who));
        let who = if answers { doer.who.clone() } else { found.who.clone() };
        participants.push(ParticipantDraft { role: found.role, who });
    }
    participants.extend(others.into_iter().map(|who| ParticipantDraft { role: doer.role, who }));
    let found = Found { frame: first.frame, head: verb, tokens, form: Form::Verb };
    let [own_dates, clause_dates, outer_dates] = Surroundings::of(scene, &found).dates(verb);
    let standing = status::of(scene, &found);
    Some(EventDraft {
        frame: first.frame,
        trigger: scene.range(found.span()),
        head: verb,
        is_noun: false,
        is_aside: selection::is_aside(scene, verb),
        sentence,
        participants,
        instrument: None,
        own_dates,
        clause_dates,
        outer_dates,
        places: Vec::new(),
        casualties: CasualtyDraft::default(),
        items: Vec::new(),
        status: standing.map_or(Status::Occurred, |standing| standing.status),
        plover: first.plover,
        attribution: attribution::of(scene, &found),
    })
}

/// How many events back the one may stand that is repeated.
const LAST: usize = 8;

fn acts(role: Role) -> bool {
    matches!(role, Role::Actor | Role::Supplier)
}

fn is_befallen(role: Role) -> bool {
    matches!(role, Role::Recipient | Role::Victim | Role::Subject | Role::Host)
}

/// Whether two are one actor, or of one state.
fn is_same(scene: &Scene<'_, '_>, one: &Who, other: &Who) -> bool {
    let actor = |who: &Who| scene.mentions.actors.get(who.mention()?).map(|mention| mention.actor);
    let same = actor(one).is_some() && actor(one) == actor(other);
    same || one.country(scene).is_some() && one.country(scene) == other.country(scene)
}
