//! Which earlier event a rejection, a violation or an amendment is about: its object takes it up ("rejected the offer", "it was
//! violated"), or both are about one document.

use verbale_core::{EventKind, PloverType, RelationKind, Role};
use verbale_syntax::Label;

use super::Link;
use super::recalls::{Here, antecedent};
use crate::events::{EventDraft, ParticipantDraft, of_sentences};

/// How many sentences before one an agreement or offer may have been made: it lasts.
const LASTING: usize = 12;
/// How many events before one its document may have been made.
const REACH: usize = 200;

/// What has a mandate that is extended and cut.
const MISSIONS: &[&str] =
    &["mission", "force", "operation", "observer", "monitor", "peacekeeper", "contingent"];

/// Adds the links of the events of a sentence to those that they are about.
pub(super) fn find(here: &Here<'_, '_, '_>, links: &mut Vec<Link>) {
    for event in here.events.clone() {
        let Some((relation, kinds)) = here.aims(event) else { continue };
        let target = here.by_object(event, kinds).or_else(|| here.by_name(event, kinds));
        let target =
            target.filter(|&target| relation != RelationKind::Amends || here.can_be_changed(target, event));
        links.extend(target.map(|to| Link { from: event, relation, to }));
    }
}

impl Here<'_, '_, '_> {
    /// The relation that an event has to another one by its kind, and the kinds of the other one.
    fn aims(&self, event: usize) -> Option<(RelationKind, &'static [EventKind])> {
        use EventKind::{
            Accusation, Adoption, Amendment, Announcement, Ceasefire, CeasefireViolation, Demand, Denial,
            Deployment, Establishment, MandateChange, Mediation, Negotiation, Offer, Proposal, Ratification,
            Rejection, Request, Sanction, Signature, Statement, Threat, TradeMeasure, Violation,
        };
        let agrees = || {
            let plover = self.story.events[event].plover;
            plover.is_some_and(|plover| plover.r#type() == PloverType::Agree)
        };
        Some(match self.story.kind(event)? {
            Violation | CeasefireViolation => (
                RelationKind::Violates,
                &[Ceasefire, Signature, Adoption, Ratification, Sanction, TradeMeasure],
            ),
            Amendment | MandateChange => {
                (RelationKind::Amends, &[Adoption, Establishment, Signature, Deployment])
            }
            Rejection | Denial => (
                RelationKind::RespondsTo,
                &[
                    Proposal,
                    Offer,
                    Request,
                    Demand,
                    Accusation,
                    Statement,
                    Adoption,
                    Mediation,
                    Threat,
                    Signature,
                    Negotiation,
                ],
            ),
            Announcement if agrees() => {
                (RelationKind::RespondsTo, &[Proposal, Offer, Request, Demand, Mediation])
            }
            _ => return None,
        })
    }

    /// Whether the mandate that an event changes can be that of what another one founded: a mission's, but not a court's.
    fn can_be_changed(&self, made: usize, event: usize) -> bool {
        let story = self.story;
        let mandate = story.kind(event) == Some(EventKind::MandateChange);
        let words = story.words(&story.range(story.events[made].sentence));
        let founds = story.kind(made) == Some(EventKind::Establishment);
        !mandate || !founds || MISSIONS.iter().any(|mission| words.contains(*mission))
    }

    /// The event that the object of an event takes up.
    fn by_object(&self, event: usize, kinds: &[EventKind]) -> Option<usize> {
        let draft = &self.story.events[event];
        let scene = self.scene;
        let words = scene.tokens_of(&draft.trigger);
        if !words.contains(&draft.head) {
            return None;
        }
        let of = |word: usize| {
            let prepositions = scene.children(word, &[Label::Prep]).filter(|&child| {
                words.contains(&child) || !scene.is_verb(word) && scene.lower(child) == "of"
            });
            prepositions
                .flat_map(|child| scene.children(child, &[Label::Pobj]).collect::<Vec<_>>())
                .collect::<Vec<_>>()
        };
        let mut objects: Vec<usize> =
            words.clone().filter(|&word| word != draft.head && scene.is_noun(word)).collect();
        objects.extend(scene.is_verb(draft.head).then(|| scene.logical_object(draft.head)).flatten());
        objects.extend(of(draft.head));
        let fits = |found: &usize| self.story.kind(*found).is_some_and(|kind| kinds.contains(&kind));
        let named =
            objects.iter().find_map(|&object| antecedent(scene, self.story, object, LASTING).filter(fits));
        named.or_else(|| {
            let pronoun = |object: &&usize| scene.lower(**object) == "it";
            let object = objects.iter().find(pronoun)?;
            self.by_pronoun(scene.range(*object..*object + 1).start, draft, kinds)
        })
    }

    /// What "it" stands for: the only event of the sentence before, or earlier in this one, that it may be.
    fn by_pronoun(&self, position: usize, draft: &EventDraft, kinds: &[EventKind]) -> Option<usize> {
        let events = self.story.events;
        // "Supported the plan; he rejected it" rejects the plan.
        let kinds: Vec<EventKind> =
            kinds.iter().copied().filter(|&kind| kind != EventKind::Statement).collect();
        let only = |range: std::ops::Range<usize>| {
            let fits = |event: &usize| {
                events[*event].trigger.end <= position
                    && !events[*event].is_aside
                    && self.story.kind(*event).is_some_and(|kind| kinds.contains(&kind))
            };
            let found: Vec<usize> = range.filter(fits).collect();
            let about: Vec<usize> =
                found.iter().copied().filter(|&event| events[event].instrument.is_some()).collect();
            match (&found[..], &about[..]) {
                ([only], _) | (_, [only]) => Some(*only),
                _ => None,
            }
        };
        let before = || {
            let sentence = self.story.before(draft.sentence)?;
            only(of_sentences(events, sentence..sentence + 1))
        };
        only(self.events.clone()).or_else(before)
    }

    /// The event that made what an event is about: the document with its number or title, the mission with its name.
    fn by_name(&self, event: usize, kinds: &[EventKind]) -> Option<usize> {
        let names = |event: usize| self.story.events[event].instrument.as_ref()?.name(self.story.text);
        let founded = |event: usize| {
            let found = self.story.events[event].participants.iter();
            let subject = found.filter(|found| matches!(found.role, Role::Subject | Role::Beneficiary));
            let mention = |found: &ParticipantDraft| self.story.mentions.actors.get(found.who.mention()?);
            subject.filter_map(|found| mention(found).map(|mention| mention.actor)).next()
        };
        let (document, mission) = (names(event), founded(event));
        let makes = |first: &usize| {
            let same = document.is_some() && names(*first) == document;
            let founds = self.story.kind(*first) == Some(EventKind::Establishment);
            self.story.kind(*first).is_some_and(|kind| kinds.contains(&kind))
                && (same || founds && mission.is_some() && founded(*first) == mission)
        };
        (event.saturating_sub(REACH)..event).rev().find(makes)
    }
}
