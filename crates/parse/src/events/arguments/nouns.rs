//! What stands around an event noun: owners, prepositional phrases, and the empty verb that carries it ("held talks with Chad").

use verbale_core::{EventKind, Role};
use verbale_syntax::{Label, Tag};

use super::{Argument, Arguments};
use crate::events::casualties;
use crate::events::scene::Scene;
use crate::lexicon::event_words::LightUse;
use crate::lexicon::frames::Slot;

/// How deep in a phrase partners are looked for.
pub(super) const DEEP: usize = 2;

impl Arguments<'_, '_, '_> {
    /// Who stands before a noun: "Kenya's request", "the Kenyan request", "the Kenya-Uganda talks".
    pub(super) fn modifiers(&mut self, noun: usize) {
        let scene = self.scene;
        let labels = [Label::Poss, Label::Amod, Label::Compound, Label::Nmod];
        let before: Vec<usize> = scene.children(noun, &labels).filter(|&child| child < noun).collect();
        let slot = if self.is_befallen(noun) { Slot::Of } else { Slot::Possessor };
        for modifier in before {
            // "an anti-Kenyan statement", "a pro-Kenyan stance"
            if let Some(slot) = self.prefixed(modifier) {
                self.add(slot, modifier);
                continue;
            }
            self.add(slot, modifier);
            // "the Kenya-Uganda talks": the first hangs on the second.
            for inner in scene.children(modifier, &labels) {
                if scene.actor_at(inner) != scene.actor_at(modifier) && scene.label(modifier) != Label::Poss {
                    self.add(slot, inner);
                }
            }
        }
    }

    /// Whether a noun of the trigger is whom it is done to: whose they are does not do it, "the expulsion of the Kenyan ambassador".
    fn is_befallen(&self, noun: usize) -> bool {
        use EventKind::{Assassination, Attack, Detention, Expulsion, Release};
        let of = self.scene.tree.head(noun).filter(|_| self.scene.label(noun) == Label::Pobj);
        of.is_some_and(|of| self.scene.lower(of) == "of")
            && self.trigger.contains(&noun)
            && matches!(self.kind, Some(Assassination | Attack | Detention | Expulsion | Release))
    }

    /// What the prefix of an adjective makes of whom it names: "anti-Kenyan", "pro-Kenyan".
    pub(super) fn prefixed(&self, adjective: usize) -> Option<Slot> {
        let scene = self.scene;
        let hyphen = adjective.checked_sub(1).filter(|&hyphen| matches!(scene.lower(hyphen), "-" | "–"))?;
        match scene.lower(hyphen.checked_sub(1)?) {
            "anti" => Some(Slot::Against),
            "pro" => Some(Slot::For),
            _ => None,
        }
    }

    /// "put forward an anti-Kenyan draft": whom the object is against.
    pub(super) fn prefixes(&mut self, noun: usize) {
        let scene = self.scene;
        let before: Vec<usize> = scene.children(noun, &[Label::Amod, Label::Compound, Label::Nmod]).collect();
        for modifier in before {
            if let Some(slot) = self.prefixed(modifier) {
                self.add(slot, modifier);
            }
        }
    }

    /// Partners that hang deep in a phrase: "a contract for the purchase of three boats from Kenya".
    pub(super) fn deep(&mut self, noun: usize, depth: usize) {
        let scene = self.scene;
        let below: Vec<usize> = scene
            .children(noun, &[Label::Prep])
            .filter(|&preposition| matches!(scene.lower(preposition), "of" | "for" | "on"))
            .flat_map(|preposition| scene.tree.children(preposition))
            .filter(|&object| scene.label(object) == Label::Pobj && scene.actor_at(object).is_none())
            .collect();
        for object in below.into_iter().filter(|_| depth > 0) {
            self.prepositions_where(object, |slot| {
                matches!(slot, Slot::From | Slot::With | Slot::To | Slot::Between | Slot::For)
            });
            self.deep(object, depth - 1);
        }
    }

    pub(super) fn noun(&mut self, noun: usize) {
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
        self.backed(noun);
        self.attended(noun);
    }

    /// Whom a noun concerns that only says on which occasion a verb was: "were hurt in clashes with Chad" tells who suffered, "left after
    /// talks with Chad" who talked.
    fn attended(&mut self, noun: usize) {
        let scene = self.scene;
        // "at a second round of talks"
        let series = of_series(scene, noun).unwrap_or(noun);
        let preposition = scene.tree.head(series).filter(|_| scene.label(series) == Label::Pobj);
        let Some((preposition, verb)) =
            preposition.zip(preposition.and_then(|preposition| scene.tree.head(preposition)))
        else {
            return;
        };
        // "during the meeting", "in the battle": that which was told before.
        let is_definite = scene
            .children(noun, &[Label::Det])
            .any(|det| matches!(scene.lower(det), "the" | "this" | "that" | "these" | "those"));
        let is_known = is_definite && self.found.iter().all(|found| scene.actor_at(found.token).is_none());
        if is_known || !scene.is_verb(verb) || light_use(scene, verb, noun).is_some() {
            return;
        }
        let acts = |slot: Slot| {
            matches!(slot, Slot::Subject | Slot::Possessor | Slot::By | Slot::Of | Slot::Between)
        };
        let talks = matches!(self.kind, Some(EventKind::Visit | EventKind::Meeting | EventKind::Negotiation));
        match scene.lower(preposition) {
            "in" if matches!(
                self.kind,
                Some(EventKind::Attack | EventKind::Clash | EventKind::Offensive)
            ) =>
            {
                let dies = matches!(scene.lemma(verb), "die" | "perish");
                let harmed = if dies { scene.logical_subject(verb) } else { scene.logical_object(verb) };
                if let Some(harmed) = harmed.filter(|_| dies || casualties::does_harm(scene, verb)) {
                    for token in scene.conjuncts(harmed) {
                        let role = Some(Role::Victim);
                        self.found.push(Argument { slot: Slot::Object, token, is_object: false, role });
                    }
                }
            }
            "on" | "during" | "in" | "at" | "after" | "following" | "before"
                if talks && !self.found.iter().any(|found| acts(found.slot)) =>
            {
                let who = scene.logical_subject(verb).filter(|&who| scene.actor_at(who).is_some());
                if let Some(who) = who {
                    self.add(Slot::Subject, who);
                }
            }
            _ => {}
        }
    }

    /// "talks held by Chad", "an attack launched from Chad".
    pub(super) fn participles(&mut self, noun: usize) {
        let scene = self.scene;
        for verb in scene.children(noun, &[Label::Acl, Label::Relcl]) {
            if let Some(usage) = light_use(scene, verb, noun) {
                self.carried(verb, noun, usage);
            }
        }
    }

    /// The empty verb that a noun hangs on, also across "a round of talks" and "talks and contacts".
    pub(super) fn carrier(&mut self, noun: usize) {
        let scene = self.scene;
        let mut at = noun;
        for _ in 0..4 {
            let Some(head) = scene.tree.head(at) else { return };
            match scene.label(at) {
                Label::Conj | Label::Appos => at = head,
                // "a round of talks", "a series of attacks"
                Label::Pobj
                    if scene.lower(head) == "of"
                        && scene.tree.head(head).is_some_and(|at| scene.is_noun(at)) =>
                {
                    match scene.tree.head(head) {
                        Some(measure) if !self.others.contains(&measure) => at = measure,
                        _ => return,
                    }
                }
                Label::Pobj if verb_above(scene, head).is_some() => {
                    let Some(verb) = verb_above(scene, head) else { return };
                    if let Some(usage) = light_use(scene, verb, at) {
                        self.carried(verb, noun, usage);
                    }
                    return;
                }
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

    pub(super) fn carried(&mut self, verb: usize, noun: usize, usage: LightUse) {
        // "was subjected to an attack": the subject of the passive undergoes it.
        let passive = self.scene.tree.subject(verb).filter(|_| usage == LightUse::Undergoes);
        let passive = passive.filter(|found| self.scene.tree.is_passive(verb) && found.token != noun);
        let subject = passive.map(|found| found.token).or_else(|| self.scene.logical_subject(verb));
        let subject = subject.filter(|&subject| subject != noun);
        match (usage, subject) {
            (LightUse::Does, Some(subject)) => self.add(Slot::Subject, subject),
            (LightUse::Undergoes, Some(subject)) => self.add(Slot::Object, subject),
            _ => {}
        }
        self.prepositions(verb);
    }
}

/// What counts meetings or blows, if a noun hangs on such a word: "a round of talks", "a wave of attacks".
pub(crate) fn of_series(scene: &Scene<'_, '_>, noun: usize) -> Option<usize> {
    let of =
        scene.tree.head(noun).filter(|&of| scene.label(noun) == Label::Pobj && scene.lower(of) == "of")?;
    let series = scene.tree.head(of)?;
    let counts = matches!(
        scene.lemma(series),
        "round" | "wave" | "series" | "spate" | "string" | "bout" | "burst" | "exchange" | "barrage"
    );
    counts.then_some(series)
}

/// The verb that a preposition hangs on, also by its object or adjective: "claimed responsibility for", "is responsible for".
fn verb_above(scene: &Scene<'_, '_>, preposition: usize) -> Option<usize> {
    let above = scene.tree.head(preposition)?;
    let verb = match scene.label(above) {
        Label::Dobj | Label::Acomp if !scene.is_verb(above) => scene.tree.head(above)?,
        _ => above,
    };
    scene.is_verb(verb).then_some(verb)
}

/// How a verb carries the event that a noun names, if it does.
pub(crate) fn light_use(scene: &Scene<'_, '_>, verb: usize, noun: usize) -> Option<LightUse> {
    let is_subject = match scene.label(noun) {
        Label::Nsubj => true,
        // The noun that a clause describes is its subject, unless the clause has one.
        _ if scene.tree.head(verb) == Some(noun) => {
            // "a meeting held with Kenya's mediation"
            let is_held = scene.label(verb) == Label::Acl && scene.tag(verb) == Tag::VBN;
            !scene.tree.is_passive(verb)
                && !is_held
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
    let is_behind = scene.label(noun) == Label::Pobj && scene.tree.head(verb) != Some(noun);
    let preposition = scene.tree.head(noun).filter(|_| is_behind);
    let reaches = |words: &[usize]| preposition.is_none_or(|preposition| words.last() == Some(&preposition));
    uses.iter()
        .find(|(rest, usage)| fits(*usage) && scene.phrase(verb, rest).is_some_and(|words| reaches(&words)))
        .map(|(_, usage)| *usage)
}
