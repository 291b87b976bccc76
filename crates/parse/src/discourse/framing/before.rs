//! Whom framing is about where its own words name nobody: who did or said what it takes up from before.

use verbale_core::{EventKind, FramingKind, Role};
use verbale_syntax::Label;

use crate::events::scene::Scene;
use crate::events::{EventDraft, Who, named_by};

/// Who did what a framed noun takes up from the words before it: "Libya shelled Faya. Chad condemned the brutal attack." Nobody,
/// unless what was told last before it is of that sort and has one doer.
pub(super) fn told_before(scene: &Scene<'_, '_>, noun: usize, events: &[EventDraft]) -> Option<usize> {
    let kind = |frame: usize| scene.lexicon.frames.get(frame).map(|frame| frame.kind);
    let is_force = |frame: usize| {
        matches!(kind(frame), Some(EventKind::Attack | EventKind::Offensive | EventKind::Capture))
    };
    let is_definite =
        scene.children(noun, &[Label::Det]).any(|det| matches!(scene.lower(det), "the" | "this"));
    // "Chad called it aggression"
    let is_pronoun = matches!(scene.lower(noun), "it" | "this");
    if !is_definite && !is_pronoun {
        return None;
    }
    let frames = scene.lexicon.triggers.nouns(&scene.lemma(noun).to_lowercase());
    let is_such = |frame: usize| {
        let mut own = frames.iter().map(|trigger| trigger.frame);
        is_pronoun && is_force(frame)
            || own.any(|own| kind(own) == kind(frame) || is_force(own) && is_force(frame))
    };
    let at = scene.range(noun..noun + 1).start;
    let block = |position: usize| scene.text.block_end(position);
    let sentence = scene.text.sentence_at(at)?;
    let end = events.partition_point(|event| event.sentence <= sentence);
    let near = events.get(..end)?.iter().rev().take_while(|event| event.sentence + 1 >= sentence);
    let last = near.filter(|event| event.trigger.end <= at).find(|event| is_such(event.frame))?;
    let mut doers = last.participants.iter().filter(|found| found.role == Role::Actor);
    let doer = doers.next().filter(|_| doers.next().is_none())?.who.mention()?;
    if block(last.trigger.start) != block(at) {
        return None;
    }
    // Who judges it did not do it.
    (!judges(scene, noun, doer)).then_some(doer)
}

/// Who said what a framed noun takes up from the words before it: "Libya alleged that Chad had shelled Faya. Chad called the claim a
/// lie." Nobody who judges it.
pub(super) fn claimant(scene: &Scene<'_, '_>, noun: usize, events: &[EventDraft]) -> Option<usize> {
    let is_claim = matches!(
        scene.lemma(noun),
        "claim"
            | "allegation"
            | "accusation"
            | "charge"
            | "version"
            | "account"
            | "tale"
            | "story"
            | "assertion"
    );
    let sentence = scene.text.sentence_at(scene.range(noun..noun + 1).start)?;
    let end = events.partition_point(|event| event.sentence < sentence);
    let last =
        events.get(..end).filter(|_| is_claim)?.last().filter(|event| event.sentence + 1 == sentence)?;
    let speaker = last.attribution.as_ref()?.speaker.as_ref()?.mention()?;
    (!judges(scene, noun, speaker)).then_some(speaker)
}

/// Whether an actor mention is who speaks of a framed noun: the subject of its clause.
fn judges(scene: &Scene<'_, '_>, noun: usize, mention: usize) -> bool {
    let actor = |index: usize| scene.mentions.actors.get(index).map(|mention| mention.actor);
    let subject = scene.logical_subject(scene.tree.clause(noun));
    let judges = subject.map(|subject| named_by(scene, subject, 0)).unwrap_or_default();
    judges.iter().filter_map(Who::mention).any(|judge| actor(judge) == actor(mention))
}

/// Who showed what he is praised for, where he is the subject: "after a heroic defence, the garrison surrendered".
pub(super) fn shown_by(scene: &Scene<'_, '_>, noun: usize, kind: FramingKind) -> Option<usize> {
    let phrase = *scene.tree.conjuncts(noun).first()?;
    let preposition = scene.tree.head(phrase).filter(|_| scene.label(phrase) == Label::Pobj)?;
    let verb = scene.tree.head(preposition).filter(|&verb| scene.is_verb(verb))?;
    let opens = kind == FramingKind::Praise && matches!(scene.lower(preposition), "after" | "with" | "in");
    let is_one = scene.children(noun, &[Label::Det]).any(|det| matches!(scene.lower(det), "a" | "an"));
    // "After a heroic defence, the enemy took the town": he did not defend it.
    let doer =
        scene.logical_subject(verb).filter(|_| opens && is_one && scene.logical_object(verb).is_none())?;
    named_by(scene, doer, 0).into_iter().find_map(|who| who.mention())
}
