//! What stands around a trigger: the noun phrases that may fill the slots of its frame.

use verbale_core::Role;
use verbale_syntax::{Label, Tag};

use super::scene::Scene;
use super::trigger::{Form, Found};
use crate::lexicon::event_words::LightUse;
use crate::lexicon::frames::Slot;

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
    found: Vec<Argument>,
}

/// How deep in a phrase partners are looked for.
const DEEP: usize = 2;

const PREPOSITIONS: &[Label] = &[Label::Prep, Label::Agent, Label::Dative];

impl<'s, 'a, 't> Arguments<'s, 'a, 't> {
    /// `others` are the words that name the other events of the sentence.
    pub(super) fn of(scene: &'s Scene<'a, 't>, found: &'s Found, others: &'s [usize]) -> Vec<Argument> {
        let mut arguments = Self { scene, trigger: &found.tokens, others, found: Vec::new() };
        match found.form {
            Form::Verb => arguments.verb(found.head),
            Form::Noun => arguments.noun(found.head),
            Form::Modal => arguments.modal(found.head),
        }
        // The other words of the phrase have dependents, too: "put pressure on", "declare war against".
        for &token in found.tokens.iter().filter(|&&token| token != found.head) {
            arguments.object_of_preposition(token);
        }
        if found.form != Form::Modal {
            arguments.clause_behind(found.head);
        }
        for &token in found.tokens.iter().filter(|&&token| token != found.head) {
            // "accepted the demands by Chad": who demanded did not accept.
            arguments.prepositions_where(token, |slot| slot != Slot::By || found.form == Form::Noun);
            if scene.is_noun(token) {
                arguments.modifiers(token);
            }
            // "refused to meet Chad": the last verb of a phrase has the object.
            let object = scene.tree.object(token).filter(|_| scene.is_verb(token));
            if let Some(object) = object {
                arguments.add(Slot::Object, object.token);
            }
        }
        arguments.found
    }

    /// Takes a phrase and those that are coordinated with it.
    fn add(&mut self, slot: Slot, token: usize) {
        self.add_as(slot, token, slot == Slot::Object);
    }

    fn add_as(&mut self, slot: Slot, token: usize, is_object: bool) {
        let all = self.scene.tree.conjuncts(token);
        for token in all.into_iter().filter(|&other| other >= token) {
            let known = self.found.iter().any(|argument| argument.token == token);
            // The object of "freed prisoners" is a word of the trigger, and somebody all the same.
            let is_free = slot == Slot::Object || !self.trigger.contains(&token);
            if !known && is_free {
                self.found.push(Argument { slot, token, is_object, role: None });
            }
        }
    }

    /// Subject, object and prepositional phrases of a verb.
    fn verb(&mut self, verb: usize) {
        let tree = self.scene.tree;
        let passive = tree.is_passive(verb);
        let (subject, object) = if passive {
            (self.agent(verb), tree.subject(verb).map(|found| found.token))
        } else {
            (tree.subject(verb).map(|found| found.token), tree.object(verb).map(|found| found.token))
        };
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
        self.prepositions(verb);
        self.helped(verb);
        self.backed(verb);
        if let Some(object) = object {
            self.backed(object);
        }
        // "signed an agreement with Chad": the phrase may hang on the object as well.
        if let Some(object) = object {
            self.participle(object);
            self.prefixes(object);
            let other = self.others.contains(&object);
            if !other {
                self.deep(object, DEEP);
            }
            self.prepositions_where(object, |slot| match slot {
                Slot::Of | Slot::By => false,
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

    /// "lifted sanctions imposed on Chad": what a participle of the object says of it.
    fn participle(&mut self, object: usize) {
        let scene = self.scene;
        for verb in scene.children(object, &[Label::Acl]).filter(|&verb| !self.others.contains(&verb)) {
            self.prepositions_where(verb, |slot| matches!(slot, Slot::On | Slot::Against | Slot::Over));
        }
    }

    /// "put forward a draft, backed by Chad": what a participle says of somebody's part.
    fn backed(&mut self, word: usize) {
        let scene = self.scene;
        for verb in scene.children(word, &[Label::Acl, Label::Advcl]) {
            let role = scene.lexicon.event_words.backing(scene.lemma(verb)).filter(|_| scene.tag(verb) == Tag::VBN);
            if let Some((role, by)) = role.zip(self.agent(verb)) {
                for token in scene.tree.conjuncts(by) {
                    self.found.push(Argument { slot: Slot::By, token, is_object: false, role: Some(role) });
                }
            }
        }
    }

    /// "sent aid to help Chad": whom a deed is to help.
    fn helped(&mut self, verb: usize) {
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
        let carrier = tree.head(subject).filter(|_| {
            tree.head(verb) == Some(subject)
                && matches!(self.scene.label(subject), Label::Dobj | Label::Nsubjpass)
                && self.scene.actor_at(subject).is_none()
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
        let passive = tree.is_passive(verb);
        let must = if passive { tree.passive_agent(verb) } else { tree.subject(verb).map(|found| found.token) };
        if let Some(must) = must {
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
        let scene = self.scene;
        for preposition in scene.children(token, PREPOSITIONS) {
            let Some(slot) = Slot::of_preposition(scene.lower(preposition)).filter(|slot| takes(*slot)) else {
                continue;
            };
            for object in scene.children(preposition, &[Label::Pobj]) {
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
            .children(word, &[Label::Ccomp, Label::Acl])
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

    /// Who stands before a noun: "Kenya's request", "the Kenyan request", "the Kenya-Uganda talks".
    fn modifiers(&mut self, noun: usize) {
        let scene = self.scene;
        let labels = [Label::Poss, Label::Amod, Label::Compound, Label::Nmod];
        let before: Vec<usize> = scene.children(noun, &labels).filter(|&child| child < noun).collect();
        for modifier in before {
            // "an anti-Kenyan statement", "a pro-Kenyan stance"
            if let Some(slot) = self.prefixed(modifier) {
                self.add(slot, modifier);
                continue;
            }
            self.add(Slot::Possessor, modifier);
            // "the Kenya-Uganda talks": the first hangs on the second.
            for inner in scene.children(modifier, &labels) {
                if scene.actor_at(inner) != scene.actor_at(modifier) && scene.label(modifier) != Label::Poss {
                    self.add(Slot::Possessor, inner);
                }
            }
        }
    }

    /// What the prefix of an adjective makes of whom it names: "anti-Kenyan", "pro-Kenyan".
    fn prefixed(&self, adjective: usize) -> Option<Slot> {
        let scene = self.scene;
        let hyphen = adjective.checked_sub(1).filter(|&hyphen| matches!(scene.lower(hyphen), "-" | "–"))?;
        match scene.lower(hyphen.checked_sub(1)?) {
            "anti" => Some(Slot::Against),
            "pro" => Some(Slot::For),
            _ => None,
        }
    }

    /// "put forward an anti-Kenyan draft": whom the object is against.
    fn prefixes(&mut self, noun: usize) {
        let scene = self.scene;
        let before: Vec<usize> = scene.children(noun, &[Label::Amod, Label::Compound, Label::Nmod]).collect();
        for modifier in before {
            if let Some(slot) = self.prefixed(modifier) {
                self.add(slot, modifier);
            }
        }
    }

    /// Partners that hang deep in a phrase: "a contract for the purchase of three boats from Kenya".
    fn deep(&mut self, noun: usize, depth: usize) {
        let scene = self.scene;
        let below: Vec<usize> = scene
            .children(noun, &[Label::Prep])
            .filter(|&preposition| matches!(scene.lower(preposition), "of" | "for" | "on"))
            .flat_map(|preposition| scene.tree.children(preposition))
            .filter(|&object| scene.label(object) == Label::Pobj && scene.actor_at(object).is_none())
            .collect();
        for object in below.into_iter().filter(|_| depth > 0) {
            self.prepositions_where(object, |slot| matches!(slot, Slot::From | Slot::With | Slot::To | Slot::Between));
            self.deep(object, depth - 1);
        }
    }

    fn noun(&mut self, noun: usize) {
        self.modifiers(noun);
        self.prepositions(noun);
        // "the downing of the airliner by Iran": who did it may hang on what it befell.
        let befallen: Vec<usize> =
            self.found.iter().filter(|found| found.slot == Slot::Of).map(|found| found.token).collect();
        for object in befallen {
            self.prepositions_where(object, |slot| slot == Slot::By);
        }
        self.deep(noun, DEEP);
        self.participles(noun);
        self.carrier(noun);
    }

    /// "talks held by Chad", "an attack launched from Chad".
    fn participles(&mut self, noun: usize) {
        let scene = self.scene;
        for verb in scene.children(noun, &[Label::Acl, Label::Relcl]) {
            if let Some(usage) = light_use(scene, verb, noun) {
                self.carried(verb, noun, usage);
            }
        }
    }

    /// The empty verb that a noun hangs on, also across "a round of talks" and "talks and contacts".
    fn carrier(&mut self, noun: usize) {
        let scene = self.scene;
        let mut at = noun;
        for _ in 0..4 {
            let Some(head) = scene.tree.head(at) else { return };
            match scene.label(at) {
                Label::Conj | Label::Appos => at = head,
                Label::Pobj if scene.is_verb_above(head) => {
                    let Some(verb) = scene.tree.head(head) else { return };
                    if let Some(usage) = light_use(scene, verb, at) {
                        self.carried(verb, noun, usage);
                    }
                    return;
                }
                // "a round of talks", "a series of attacks"
                Label::Pobj if scene.lower(head) == "of" => match scene.tree.head(head) {
                    Some(measure) if scene.is_noun(measure) && !self.others.contains(&measure) => at = measure,
                    _ => return,
                },
                Label::Dobj | Label::Nsubj | Label::Nsubjpass | Label::Attr => {
                    if let Some(usage) = light_use(scene, head, at) {
                        self.carried(head, noun, usage);
                    }
                    return;
                }
                _ => return,
            }
        }
    }

    fn carried(&mut self, verb: usize, noun: usize, usage: LightUse) {
        let tree = self.scene.tree;
        let passive = tree.is_passive(verb);
        let subject = if passive { tree.passive_agent(verb) } else { tree.subject(verb).map(|found| found.token) };
        let subject = subject.filter(|&subject| subject != noun);
        match (usage, subject) {
            (LightUse::Does, Some(subject)) => self.add(Slot::Subject, subject),
            (LightUse::Undergoes, Some(subject)) => self.add(Slot::Object, subject),
            _ => {}
        }
        self.prepositions(verb);
    }
}

/// Prepositions behind which a noun may say what part its owner has.
fn adjoins(slot: Slot) -> bool {
    matches!(slot, Slot::With | Slot::On | Slot::At | Slot::Under | Slot::Through | Slot::By | Slot::Despite | Slot::Over | Slot::In)
}

/// How a verb carries the event that a noun names, if it does.
pub(super) fn light_use(scene: &Scene<'_, '_>, verb: usize, noun: usize) -> Option<LightUse> {
    let is_subject = match scene.label(noun) {
        Label::Nsubj => true,
        // The noun that a clause describes is its subject, unless the clause has one.
        _ if scene.tree.head(verb) == Some(noun) => {
            !scene.tree.is_passive(verb)
                && scene.tree.subject(verb).is_none_or(|found| found.token == noun)
        }
        _ => false,
    };
    let uses = scene.lexicon.event_words.light(scene.lemma(verb));
    let exists = scene.lemma(verb) == "be" && scene.children(verb, &[Label::Expl]).next().is_some();
    let fits = |usage: LightUse| match scene.lemma(verb) {
        // "there were clashes", but not "the clash was short"
        "be" if usage == LightUse::Occurs => exists,
        _ => (usage == LightUse::Occurs) == is_subject,
    };
    // "took part in the talks", but not "expressed sorrow after the talks"
    let preposition = scene.tree.head(noun).filter(|_| scene.label(noun) == Label::Pobj);
    let reaches = |words: &[usize]| preposition.is_none_or(|preposition| words.last() == Some(&preposition));
    uses.iter()
        .find(|(rest, usage)| fits(*usage) && scene.phrase(verb, rest).is_some_and(|words| reaches(&words)))
        .map(|(_, usage)| *usage)
}
