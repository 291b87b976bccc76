//! What one says and another denies: "Kiev said that the plant had been shelled, a charge that Moscow rejected". The event is disputed, and
//! the denial answers whoever said so.

use std::ops::Range;

use verbale_core::{EventKind, RelationKind};
use verbale_syntax::Label;

use super::Link;
use super::recalls::Here;
use crate::events::of_sentences;
use crate::lexicon::event_words::SayingPart;

/// What somebody says of an event and another one denies.
pub(super) struct Dispute {
    /// The events that are disputed.
    pub(super) said: Vec<usize>,
    /// The denial, which is none of the words of the one who said so.
    pub(super) denial: usize,
}

/// Notes the events that those of a sentence deny, and adds the links to those who said so.
pub(super) fn find(here: &Here<'_, '_, '_>, links: &mut Vec<Link>, disputes: &mut Vec<Dispute>) {
    for denial in here.events.clone().filter(|&event| here.denies(event)) {
        let Some(said) = here.said_before(denial) else { continue };
        let sentence = here.story.events[said[0]].sentence;
        let cue = here.story.events[said[0]].attribution.as_ref().map(|attribution| attribution.cue.clone());
        let speech = of_sentences(here.story.events, sentence..sentence + 1).find(|&event| {
            let trigger = &here.story.events[event].trigger;
            event != denial
                && cue.as_ref().is_some_and(|cue| trigger.start < cue.end && cue.start < trigger.end)
        });
        links.push(Link { from: denial, relation: RelationKind::RespondsTo, to: speech.unwrap_or(said[0]) });
        disputes.push(Dispute { said, denial });
    }
}

impl Here<'_, '_, '_> {
    /// Whether an event denies what was said, and does not say itself what it denies.
    fn denies(&self, event: usize) -> bool {
        let (scene, draft) = (self.scene, &self.story.events[event]);
        let verb = draft.head;
        let has_content = scene.children(verb, &[Label::Ccomp, Label::Xcomp]).any(|clause| clause > verb);
        let object = scene.logical_object(verb).or_else(|| scene.tree.object(verb).map(|found| found.token));
        let is_said = |word: usize| {
            let lemma = scene.lemma(word).to_lowercase();
            !scene.lexicon.event_words.saying(SayingPart::Noun, &lemma).is_empty()
        };
        // "a charge that Moscow rejected"
        let described = scene.tree.head(verb).filter(|_| scene.label(verb) == Label::Relcl);
        let is_claim = object.is_some_and(is_said) || described.is_some_and(is_said);
        let takes_up = is_claim
            || described.is_none()
                && object.is_none_or(|object| matches!(scene.lower(object), "this" | "that" | "it"));
        !draft.is_noun
            && !has_content
            && match self.story.kind(event) {
                Some(EventKind::Denial) => takes_up,
                Some(EventKind::Rejection) => is_claim,
                _ => false,
            }
    }

    /// What somebody of another side was said to say: before in the sentence, else in the sentence before.
    fn said_before(&self, denial: usize) -> Option<Vec<usize>> {
        let events = self.story.events;
        let start = events[denial].trigger.start;
        let by_others = |range: Range<usize>| -> Option<Vec<usize>> {
            let is_said = |&event: &usize| {
                let speaker =
                    events[event].attribution.as_ref().and_then(|said| said.speaker.as_ref()?.mention());
                let speaker = speaker.and_then(|index| self.story.mentions.actors.get(index));
                event != denial
                    && events[event].trigger.start < start
                    && speaker.is_some_and(|speaker| self.story.is_of_another_side(denial, speaker.actor))
            };
            Some(range.filter(is_said).collect::<Vec<_>>()).filter(|said| !said.is_empty())
        };
        let before = || {
            let sentence = self.story.before(events[denial].sentence)?;
            by_others(of_sentences(events, sentence..sentence + 1))
        };
        by_others(self.events.clone()).or_else(before)
    }
}
