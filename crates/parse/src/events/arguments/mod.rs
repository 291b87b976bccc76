//! What stands around a trigger: the noun phrases that may fill the slots of its frame.

mod nouns;
mod receivers;
mod verbs;

use verbale_core::{EventKind, PloverType, Quad, Role};
use verbale_syntax::{Label, Tag};

use super::casualties;
use super::named::{is_make, is_said, makers};
use super::scene::Scene;
use super::trigger::{Form, Found};
use crate::lexicon::event_words::PersonUse;
use crate::lexicon::frames::Slot;
use nouns::DEEP;
pub(crate) use nouns::{light_use, of_series};

/// A noun phrase beside a trigger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Argument {
    /// What it is to the trigger.
    pub(super) slot: Slot,
    /// The word that the phrase hangs on.
    pub(super) token: usize,
    /// Whether its preposition ends the trigger, so that it is the object of the whole: "call on Kenya".
    pub(super) is_object: bool,
    /// The role that the phrase itself names: "with the support of Kenya".
    pub(super) role: Option<Role>,
}

/// The arguments of a trigger, those of its head first, each coordination taken apart and each word taken once.
pub(super) struct Arguments<'s, 'a, 't> {
    scene: &'s Scene<'a, 't>,
    /// Words of the trigger itself are no arguments of it.
    trigger: &'s [usize],
    /// Words that name another event, whose arguments are theirs.
    others: &'s [usize],
    /// The kind of the event.
    kind: Option<EventKind>,
    /// Whether the trigger tells of force, which what is described does itself: "confirmed the strike, which killed ten".
    is_force: bool,
    /// Whether the subject is what is fired.
    is_fire: bool,
    found: Vec<Argument>,
}

const PREPOSITIONS: &[Label] = &[Label::Prep, Label::Agent, Label::Dative];

impl<'s, 'a, 't> Arguments<'s, 'a, 't> {
    /// `others` are the words that name the other events of the sentence.
    pub(super) fn of(scene: &'s Scene<'a, 't>, found: &'s Found, others: &'s [usize]) -> Vec<Argument> {
        let frame = scene.lexicon.frames.get(found.frame);
        let kind = frame.map(|frame| frame.kind);
        let plover = frame.and_then(|frame| frame.plover);
        let is_force = plover.is_some_and(|plover| plover.quad() == Quad::MaterialConflict);
        let is_fire = frame.is_some_and(|frame| frame.subject_is_fire);
        let trigger = &found.tokens;
        let mut arguments = Self { scene, trigger, others, kind, is_force, is_fire, found: Vec::new() };
        // The other words of the phrase have dependents, too: "put pressure on", "declare war against".
        for &token in found.tokens.iter().filter(|&&token| token != found.head) {
            arguments.object_of_preposition(token);
        }
        match found.form {
            Form::Verb => arguments.verb(found.head),
            Form::Noun => arguments.noun(found.head),
            Form::Modal => arguments.modal(found.head),
        }
        // "was taken prisoner": persons are whom it is done to, though they name it, too.
        let is_person = |token: usize| scene.is_noun(token) && scene.person(token).is_some();
        // "hit the destroyer HMS Belfast" has it by its name.
        let is_named = |token: usize| scene.actor_at(token).is_none() && scene.actor_at(token + 1).is_some();
        let persons = scene.children(found.head, &[Label::Dobj, Label::Nsubjpass]);
        for token in
            persons.filter(|token| found.tokens.contains(token) && is_person(*token) && !is_named(*token))
        {
            arguments.found.push(Argument { slot: Slot::Object, token, is_object: true, role: None });
        }
        if found.form != Form::Modal {
            arguments.clause_behind(found.head);
            // "insisted on its demand that Chad leave"
            let objects = scene.children(found.head, &[Label::Dobj]).chain(found.tokens.iter().copied());
            for noun in objects.flat_map(|token| said_at(scene, token)).collect::<Vec<_>>() {
                arguments.clause_behind(noun);
            }
        }
        let answers = answers(scene, found);
        let is_verb = found.form == Form::Verb;
        for &token in found.tokens.iter().filter(|&&token| token != found.head) {
            // "accepted the demands by Chad": who demanded did not accept.
            arguments.prepositions_as(token, |slot| match slot {
                Slot::By if is_verb => (answers || is_said(scene, token)).then_some(Slot::Possessor),
                Slot::From if is_verb && is_said(scene, token) => Some(Slot::Possessor),
                slot => Some(slot),
            });
            for maker in makers(scene, token).into_iter().filter(|_| is_verb && answers) {
                arguments.add(Slot::Possessor, maker);
            }
            // "put his name to it": whoever does it with what is his own.
            let is_own = scene.children(token, &[Label::Poss]).any(|owner| scene.tag(owner) == Tag::PRPS);
            if scene.is_noun(token) && !(is_verb && is_own) {
                arguments.modifiers(token);
            }
            // "refused to meet Chad": the last verb of a phrase has the object.
            let object = scene.tree.object(token).filter(|_| scene.is_verb(token));
            if let Some(object) = object {
                arguments.add(Slot::Object, object.token);
            }
        }
        if answers {
            arguments.made();
        }
        arguments.found
    }

    /// "rejected a plan drafted by Chad", "protested against a law passed by Chad": whose doing it is.
    fn made(&mut self) {
        let scene = self.scene;
        for argument in self.found.clone() {
            if matches!(argument.slot, Slot::Object | Slot::Against | Slot::Over | Slot::About) {
                for maker in makers(scene, argument.token) {
                    self.add_as(argument.slot, maker, argument.is_object);
                }
            }
        }
    }

    /// Takes a phrase and those that are coordinated with it.
    fn add(&mut self, slot: Slot, token: usize) {
        self.add_as(slot, token, slot == Slot::Object);
    }

    fn add_as(&mut self, slot: Slot, token: usize, is_object: bool) {
        // "sent supplies and doctors": what is joined to a thing of the trigger is such a thing, too.
        let is_thing = self.trigger.contains(&token) && self.scene.person(token).is_none();
        if slot == Slot::Object && is_thing && self.scene.tree.conjuncts(token).len() > 1 {
            return;
        }
        let all = self.scene.conjuncts(token);
        for token in
            all.into_iter().filter(|&other| other >= token && !self.scene.tree.is_parted(token, other))
        {
            let known = self.found.iter().any(|argument| argument.token == token);
            // The object of "freed prisoners" and "opened its borders to refugees" is a word of the trigger, and somebody all the same.
            let person = || self.scene.lexicon.event_words.person(self.scene.lemma(token));
            let is_person = || person().is_some_and(|person| person.usage == PersonUse::Always);
            let is_free =
                slot == Slot::Object || !self.trigger.contains(&token) || slot == Slot::To && is_person();
            if !known && is_free {
                self.found.push(Argument { slot, token, is_object, role: None });
            }
        }
    }

    /// Subject, object and prepositional phrases of a verb.
    fn verb(&mut self, verb: usize) {
        let (scene, tree) = (self.scene, self.scene.tree);
        let passive = tree.is_passive(verb);
        let subject = if passive { self.agent(verb) } else { self.scene.logical_subject(verb) };
        let object = self.scene.logical_object(verb);
        let receiver = self.receiver(verb);
        let object = match receiver {
            Some((receiver, thing)) => {
                self.add(Slot::To, receiver);
                Some(thing)
            }
            None => object,
        };
        // Headlines leave out "were": "two soldiers killed, seven injured".
        let harmed =
            subject.filter(|_| !passive && object.is_none() && casualties::does_harm(self.scene, verb));
        let kept = subject.filter(|_| !passive && self.is_kept(verb, object));
        let (subject, object) = (subject.filter(|_| harmed.or(kept).is_none()), kept.or(object).or(harmed));
        if let Some(subject) = subject {
            self.add(Slot::Subject, self.doer(verb, subject));
        }
        if let Some(object) = object {
            self.add(Slot::Object, object);
        }
        // "gave Kenya aid"
        let dative = self.scene.children(verb, &[Label::Dative]).find(|&child| self.scene.is_noun(child));
        if let Some(dative) = dative {
            self.add(Slot::To, dative);
        }
        if let Some(subject) = subject.filter(|_| self.is_fire) {
            self.fired(subject);
        }
        self.prepositions(verb);
        self.refused(verb);
        self.helped(verb);
        self.backed(verb);
        if let Some(object) = object {
            self.backed(object);
        }
        // "signed an agreement with Chad": the phrase may hang on the object as well.
        // "bought jets and tanks from Chad": it may hang on the last of several objects.
        let objects = object.map(|object| scene.conjuncts(object)).unwrap_or_default();
        for object in objects.into_iter().filter(|&next| object.is_some_and(|first| first <= next)) {
            self.participle(object);
            self.prefixes(object);
            let other = self.others.contains(&object);
            if !other {
                self.deep(object, DEEP);
            }
            self.prepositions_where(object, |slot| match slot {
                Slot::Of | Slot::By => false,
                // "rejected a call from Chad": whose it is, its noun tells.
                Slot::From if is_said(self.scene, object) => false,
                // What an event is against is its own; with whom it is may be said of the verb: "cancelled talks with Chad".
                _ => !other || matches!(slot, Slot::With | Slot::Between),
            });
        }
        // "the treaty between Chad and Libya entered into force"
        let subject = subject.filter(|subject| !passive && self.scene.actor_at(*subject).is_none());
        if let Some(subject) = subject.filter(|subject| !self.others.contains(subject)) {
            self.prepositions_where(subject, |slot| matches!(slot, Slot::Between | Slot::With));
        }
    }

    /// The doer of a passive. "Accused of crimes by Chad": the parser may hang it on the noun before.
    fn agent(&self, verb: usize) -> Option<usize> {
        let scene = self.scene;
        let below = || {
            let inside = scene.tree.below(verb, |token| !scene.tree.heads_clause(token));
            let by = inside.into_iter().find(|&token| token > verb && scene.lower(token) == "by")?;
            scene.children(by, &[Label::Pobj]).find(|&object| scene.actor_at(object).is_some())
        };
        scene.tree.passive_agent(verb).or_else(below)
    }

    /// Whoever issues "a statement demanding that" demands; the statement itself does not.
    fn doer(&self, verb: usize, subject: usize) -> usize {
        let tree = self.scene.tree;
        // "a statement condemning the raid and demanding that": the participles share their noun.
        let first = tree.conjuncts(verb).first().copied().unwrap_or(verb);
        let carrier = tree.head(subject).filter(|_| {
            tree.head(first) == Some(subject)
                && matches!(self.scene.label(subject), Label::Dobj | Label::Nsubjpass)
                && self.scene.actor_at(subject).is_none()
                && !self.is_force
                && self.scene.lexicon.event_words.person(self.scene.lemma(subject)).is_none()
        });
        let above = carrier.and_then(|above| match self.scene.label(subject) {
            Label::Dobj => tree.subject(above).map(|found| found.token),
            _ => tree.passive_agent(above),
        });
        above.unwrap_or(subject)
    }

    /// "Chad said that Libya must leave": who says so, and who must.
    fn modal(&mut self, verb: usize) {
        let tree = self.scene.tree;
        if let Some(must) = self.scene.logical_subject(verb) {
            self.add(Slot::Object, must);
        }
        let speaker = tree.head(verb).and_then(|says| tree.subject(says));
        if let Some(speaker) = speaker {
            self.add(Slot::Subject, speaker.token);
        }
    }

    /// The phrases behind the prepositions that hang on a word.
    fn prepositions(&mut self, token: usize) {
        self.prepositions_where(token, |_| true);
    }

    fn prepositions_where(&mut self, token: usize, takes: impl Fn(Slot) -> bool) {
        self.prepositions_as(token, |slot| takes(slot).then_some(slot));
    }

    fn prepositions_as(&mut self, token: usize, slot: impl Fn(Slot) -> Option<Slot>) {
        let scene = self.scene;
        for preposition in scene.children(token, PREPOSITIONS) {
            let Some(slot) = Slot::of_preposition(scene.lower(preposition)).and_then(&slot) else { continue };
            // "signed by Chad but not by Libya"
            if scene.children(preposition, &[Label::Neg]).next().is_some() {
                continue;
            }
            for object in
                scene.children(preposition, &[Label::Pobj]).filter(|&object| !is_make(scene, object))
            {
                match scene.lexicon.event_words.adjunct(scene.lemma(object)).filter(|_| adjoins(slot)) {
                    Some(role) if !self.trigger.contains(&object) => {
                        self.found.push(Argument { slot, token: object, is_object: false, role: Some(role) });
                    }
                    _ => self.add(slot, object),
                }
            }
        }
    }

    /// "demanded that Chad leave", "the demand that Chad leave": the subject of the clause is whom a demand is for.
    fn clause_behind(&mut self, word: usize) {
        let scene = self.scene;
        let subjects: Vec<usize> = scene
            .children(word, &[Label::Ccomp, Label::Acl, Label::Appos])
            .filter(|&verb| verb > word)
            .filter_map(|verb| scene.children(verb, &[Label::Nsubj, Label::Nsubjpass]).next())
            .filter(|&subject| subject > word)
            .collect();
        for subject in subjects {
            self.add(Slot::Clause, subject);
        }
    }

    /// A trigger may end with its preposition: "call for", "open fire on".
    fn object_of_preposition(&mut self, preposition: usize) {
        let scene = self.scene;
        if let Some(slot) = Slot::of_preposition(scene.lower(preposition)) {
            for object in scene.children(preposition, &[Label::Pobj]) {
                self.add_as(slot, object, true);
            }
        }
    }
}

/// A noun of saying, or the one behind a preposition.
fn said_at(scene: &Scene<'_, '_>, token: usize) -> Option<usize> {
    let object = scene.children(token, &[Label::Pobj]).next().unwrap_or(token);
    (scene.is_noun(object) && is_said(scene, object)).then_some(object)
}

/// Whether a trigger asks for, blames, rejects, protests or puts down what its noun names, and so concerns whoever does that: "demanded reforms
/// by Chad", but not "lifted sanctions imposed by Chad".
fn answers(scene: &Scene<'_, '_>, found: &Found) -> bool {
    use PloverType::{Accuse, Coerce, Protest, Reject, Request};
    let plover = scene.lexicon.frames.get(found.frame).and_then(|frame| frame.plover);
    plover.is_some_and(|plover| matches!(plover.r#type(), Accuse | Coerce | Protest | Reject | Request))
}

/// Prepositions behind which a noun may say what part its owner has.
fn adjoins(slot: Slot) -> bool {
    matches!(
        slot,
        Slot::With
            | Slot::On
            | Slot::At
            | Slot::Under
            | Slot::Through
            | Slot::By
            | Slot::Despite
            | Slot::Over
            | Slot::In
    )
}
