//! What a verb has beside it other than its subject and object: whose fire hits, whom a participle names, whom a deed is to help.

use verbale_core::{EventKind, Role, Status};
use verbale_syntax::{Label, Tag};

use super::{Argument, Arguments};
use crate::lexicon::event_words::Governor;
use crate::lexicon::frames::Slot;

impl Arguments<'_, '_, '_> {
    /// "Three workers held hostage in Chad were freed": who is kept or taken as something is its subject where it has no other object.
    pub(super) fn is_kept(&self, verb: usize, object: Option<usize>) -> bool {
        let scene = self.scene;
        let as_what = |&word: &usize| {
            matches!(scene.lower(word), "hostage" | "captive" | "prisoner")
                && scene.tree.children(word).all(|child| scene.label(child) != Label::Det)
        };
        let is_participle = scene.tag(verb) == Tag::VBN || matches!(scene.lower(verb), "held" | "kept");
        is_participle && self.trigger.iter().any(as_what) && object.is_none_or(|object| as_what(&object))
    }

    /// "Chadian missiles hit", "rockets fired by Chad hit": whose fire it is.
    pub(super) fn fired(&mut self, fire: usize) {
        let scene = self.scene;
        self.modifiers(fire);
        for verb in scene.children(fire, &[Label::Acl]) {
            if let Some(by) = self.agent(verb) {
                self.add(Slot::By, by);
            }
        }
    }

    /// "lifted sanctions imposed on Chad": what a participle of the object says of it.
    pub(super) fn participle(&mut self, object: usize) {
        let scene = self.scene;
        for verb in scene.children(object, &[Label::Acl]).filter(|&verb| !self.others.contains(&verb)) {
            self.prepositions_where(verb, |slot| matches!(slot, Slot::On | Slot::Against | Slot::Over));
        }
    }

    /// "put forward a draft, backed by Chad": what a participle says of somebody's part.
    pub(super) fn backed(&mut self, word: usize) {
        let scene = self.scene;
        let participles = scene.children(word, &[Label::Acl, Label::Advcl]);
        // "supported by Chad but opposed by Libya"
        for verb in participles.flat_map(|verb| scene.tree.conjuncts(verb)) {
            let role =
                scene.lexicon.event_words.backing(scene.lemma(verb)).filter(|_| scene.tag(verb) == Tag::VBN);
            // "a patrol led by Chad": who leads persons is not who does something to them.
            let is_led = role == Some(Role::Actor) && self.is_somebody(word);
            // Who chairs a meeting has guests, who chairs an inquiry has none.
            let talks =
                matches!(self.kind, Some(EventKind::Meeting | EventKind::Negotiation | EventKind::Visit));
            let role = role.filter(|&role| role != Role::Host || talks);
            if let Some((role, by)) = role.filter(|_| !is_led).zip(self.agent(verb)) {
                for token in scene.conjuncts(by) {
                    self.found.push(Argument { slot: Slot::By, token, is_object: false, role: Some(role) });
                }
            }
        }
    }

    /// Whether a noun names an actor or persons.
    fn is_somebody(&self, noun: usize) -> bool {
        let scene = self.scene;
        scene.actor_at(noun).is_some() || scene.person(noun).is_some() || scene.is_personnel(noun)
    }

    /// "refused to respond to Chad": whom the deed that does not come was to concern.
    pub(super) fn refused(&mut self, verb: usize) {
        let scene = self.scene;
        let governors = scene.lexicon.event_words.governor(Governor::Verb, scene.lemma(verb));
        if !governors.iter().any(|(rest, outlook)| rest.is_empty() && outlook.status == Status::Negated) {
            return;
        }
        let deeds: Vec<usize> =
            scene.children(verb, &[Label::Xcomp]).filter(|deed| !self.others.contains(deed)).collect();
        for deed in deeds {
            if let Some(object) = scene.tree.object(deed) {
                self.add(Slot::Object, object.token);
            }
            for preposition in scene.children(deed, &[Label::Prep]) {
                if matches!(scene.lower(preposition), "to" | "with") {
                    for object in scene.children(preposition, &[Label::Pobj]) {
                        self.add_as(Slot::Object, object, true);
                    }
                }
            }
        }
    }

    /// "sent aid to help Chad": whom a deed is to help.
    pub(super) fn helped(&mut self, verb: usize) {
        let scene = self.scene;
        for help in scene.children(verb, &[Label::Advcl, Label::Xcomp]) {
            if matches!(scene.lemma(help), "help" | "assist" | "aid") {
                let object = scene.tree.object(help).map(|found| found.token);
                let clause = || {
                    let below = scene.children(help, &[Label::Ccomp, Label::Xcomp]).next()?;
                    scene.children(below, &[Label::Nsubj]).next()
                };
                if let Some(helped) = object.or_else(clause) {
                    self.add(Slot::For, helped);
                }
            }
        }
    }
}
