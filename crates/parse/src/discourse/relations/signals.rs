//! What the words between two events of a sentence say of them: connectives and verbs of `data/events/relations.tsv`.

use verbale_core::{EventKind, RelationKind};
use verbale_syntax::{Label, Tag};

use super::Link;
use super::recalls::Here;
use crate::events::{light_use, of_sentences};
use crate::lexicon::event_words::{Governor, SayingPart, Signal, SignalPart};

/// Adds the links that the words of a sentence say.
pub(super) fn find(here: &Here<'_, '_, '_>, links: &mut Vec<Link>) {
    let words = &here.scene.lexicon.event_words.relations;
    for token in 0..here.scene.len() {
        let is_verb = here.scene.is_verb(token);
        let lemma = if is_verb { here.scene.lemma(token) } else { "" };
        let connectives = words.signals(here.scene.lower(token)).iter().filter(|signal| !signal.is_verb());
        let verbs = words.signals(lemma).iter().filter(|signal| signal.is_verb());
        // The longest that stands here is meant, "in the wake of" and not "of".
        let ends = connectives.chain(verbs).find_map(|signal| Some((signal, here.ends(signal, token)?)));
        let Some((signal, Ends { outside, inside })) = ends else { continue };
        for &outside in &outside {
            for &inside in inside.iter().filter(|&&inside| here.can_be_inside(signal, inside)) {
                let (from, to) = if signal.from_inside { (inside, outside) } else { (outside, inside) };
                links.push(Link { from, relation: signal.relation, to });
            }
        }
    }
}

/// The events on both sides of a signal.
struct Ends {
    /// Those that a phrase or clause hangs on, or the subject of a verb.
    outside: Vec<usize>,
    /// Those of the phrase or clause, or the object.
    inside: Vec<usize>,
}

impl Signal {
    fn is_verb(&self) -> bool {
        matches!(self.part, SignalPart::Verb | SignalPart::Answer)
    }

    /// Whether it only says when the other event was.
    fn is_of_time(&self) -> bool {
        matches!(self.relation, RelationKind::Precedes | RelationKind::PartOf)
    }
}

impl Here<'_, '_, '_> {
    /// The events that a signal relates, if its words stand at a token.
    fn ends(&self, signal: &Signal, token: usize) -> Option<Ends> {
        match signal.part {
            SignalPart::Preposition => {
                let first = self.phrase_before(token, &signal.words)?;
                // In "because of the attack", the attack hangs on either word.
                let objects: Vec<usize> = (first..=token)
                    .flat_map(|word| self.objects(word))
                    .filter(|&object| object > token)
                    .collect();
                let inside = match signal.kinds[..] {
                    [] => self.events_of(&objects),
                    // "at the meeting", but not "in advance of the meeting"
                    _ => objects.iter().filter_map(|&object| self.event_of(object)).collect(),
                };
                let above = self.above(first, token).filter(|_| !objects.is_empty())?;
                Some(Ends { outside: self.outside(above, first, signal), inside })
            }
            SignalPart::Conjunction => {
                let first = self.phrase_before(token, &signal.words)?;
                let verb = self.scene.tree.head(token).filter(|&verb| {
                    self.scene.is_verb(verb)
                        && token < verb
                        && matches!(self.scene.label(token), Label::Mark | Label::Advmod | Label::Prep)
                })?;
                let clause = self.scene.tree.head(verb)?;
                let inside = self.told_by(verb);
                Some(Ends { outside: self.outside(clause, first, signal), inside })
            }
            SignalPart::Adverb => {
                let first = self.phrase_before(token, &signal.words)?;
                let is_alone = self.scene.children(token, &[Label::Prep, Label::Relcl]).next().is_none();
                let above = self.above(first, token).filter(|_| is_alone)?;
                let inside = self.before().into_iter().collect();
                Some(Ends { outside: self.outside(above, first, signal), inside })
            }
            SignalPart::Verb => self.around(signal, token),
            SignalPart::Answer => self.answer(signal, token),
        }
    }

    /// Where the words of a phrase begin that end at a token; adjectives may stand between.
    fn phrase_before(&self, last: usize, words: &[String]) -> Option<usize> {
        let mut at = last;
        for word in words.iter().rev().skip(1) {
            at = at.checked_sub(1)?;
            while self.scene.lower(at) != word && self.scene.tag(at) == Tag::JJ {
                at = at.checked_sub(1)?;
            }
            if self.scene.lower(at) != word {
                return None;
            }
        }
        Some(at)
    }

    /// The word that a phrase hangs on.
    fn above(&self, first: usize, last: usize) -> Option<usize> {
        let heads = (first..=last).filter_map(|token| self.scene.tree.head(token));
        heads.into_iter().find(|head| !(first..=last).contains(head))
    }

    /// The only event that the sentence before mainly tells; else the only one that it tells.
    fn before(&self) -> Option<usize> {
        let sentence = self.story.before(self.story.events.get(self.events.start)?.sentence)?;
        let told = of_sentences(self.story.events, sentence..sentence + 1)
            .filter(|&event| self.story.retold[event].is_none());
        let all: Vec<usize> = told.collect();
        let main: Vec<usize> =
            all.iter().copied().filter(|&event| !self.story.events[event].is_aside).collect();
        match (&main[..], &all[..]) {
            ([only], _) | ([], [only]) => Some(*only),
            _ => None,
        }
    }

    /// What a preposition governs, each coordination taken apart.
    fn objects(&self, preposition: usize) -> Vec<usize> {
        let objects = self.scene.children(preposition, &[Label::Pobj, Label::Pcomp, Label::Dobj]);
        objects
            .filter(|&object| object > preposition)
            .flat_map(|object| self.scene.tree.conjuncts(object))
            .collect()
    }

    /// The events that noun phrases or gerunds tell or take up.
    fn events_of(&self, words: &[usize]) -> Vec<usize> {
        let named = words.iter().map(|&word| self.described(word).unwrap_or(word));
        named.filter_map(|word| self.event_of(word).or_else(|| self.within(word))).collect()
    }

    /// The noun that a relative pronoun stands for: "the siege, during which they died".
    fn described(&self, word: usize) -> Option<usize> {
        let clause = self.scene.tree.clause(word);
        let relative = self.scene.tag(word) == Tag::WDT && self.scene.label(clause) == Label::Relcl;
        self.scene.tree.head(clause).filter(|_| relative)
    }

    /// The event that a noun says a part or the end of: "the outbreak of clashes", "weeks of talks".
    fn within(&self, noun: usize) -> Option<usize> {
        let scene = self.scene;
        let words = &scene.lexicon.event_words;
        let lemma = scene.lemma(noun).to_lowercase();
        let is_bare = scene.is_noun(noun)
            && scene.actor_at(noun).is_none()
            && words.person(&lemma).is_none()
            && words.governor(Governor::Noun, &lemma).is_empty()
            && words.saying(SayingPart::Noun, &lemma).is_empty();
        let of = scene.children(noun, &[Label::Prep]).find(|&child| is_bare && scene.lower(child) == "of")?;
        scene.children(of, &[Label::Pobj]).find_map(|object| self.event_of(object))
    }

    /// The events that a verb and those beside it tell.
    fn told_by(&self, verb: usize) -> Vec<usize> {
        let beside = self.scene.children(verb, &[Label::Conj]).filter(|&other| self.scene.is_verb(other));
        std::iter::once(verb).chain(beside).filter_map(|verb| self.event_at(verb)).collect()
    }

    /// The events that a phrase or clause hangs on: that of the word above it, else that of the clause. A phrase that opens the clause
    /// holds for all its verbs.
    fn outside(&self, above: usize, first: usize, signal: &Signal) -> Vec<usize> {
        let scene = self.scene;
        if let Some(event) = self.event_at(above)
            && !scene.is_verb(above)
        {
            // "Condemned the attack after the meeting": when it was condemned, or when the attack was?
            let carried = scene.tree.head(above).is_some_and(|verb| light_use(scene, verb, above).is_some());
            let is_object = matches!(scene.label(above), Label::Dobj | Label::Pobj);
            let open = signal.is_of_time() && is_object && !carried;
            return if open { Vec::new() } else { vec![event] };
        }
        let verb = if scene.is_verb(above) { above } else { scene.tree.clause(above) };
        if first < verb {
            let told = self.told_by(verb);
            if !told.is_empty() {
                return told;
            }
        }
        let mut beside = scene.children(verb, &[Label::Conj]).filter(|&other| scene.is_verb(other));
        // "and after the attack it left" belongs to what follows; behind two verbs, the parser may have hung it on either.
        if first.checked_sub(1).is_some_and(|before| scene.tag(before) == Tag::CC) {
            let next = beside.find(|&other| other > first);
            return next.and_then(|verb| self.event_at(verb)).into_iter().collect();
        }
        if beside.any(|other| (verb..first).contains(&other)) {
            return Vec::new();
        }
        let below = || scene.children(verb, &[Label::Xcomp]).find_map(|verb| self.event_at(verb));
        self.event_at(verb).or_else(below).into_iter().collect()
    }

    /// "The attack led to protests", "attacked the town, prompting protests", "protests that were triggered by the attack".
    fn around(&self, signal: &Signal, verb: usize) -> Option<Ends> {
        let scene = self.scene;
        let words = scene.phrase(verb, &signal.words[1..])?;
        let is_modal = |aux: usize| scene.tag(aux) == Tag::MD;
        let unsure = scene.tree.is_negated(verb)
            || scene.children(verb, &[Label::Aux]).any(is_modal)
            || scene.tag(verb) == Tag::VB && signal.relation != RelationKind::RespondsTo;
        if unsure {
            return None;
        }
        let subject = scene.tree.subject(verb).map(|found| found.token);
        if scene.tree.is_passive(verb) {
            let agent = scene.tree.passive_agent(verb)?;
            let (outside, inside) = (self.events_of(&[agent]), self.events_of(&[subject?]));
            return Some(Ends { outside, inside });
        }
        let own = scene.children(verb, &[Label::Nsubj]).next().is_some();
        let outside = match scene.tree.head(verb).filter(|_| !own && scene.label(verb) == Label::Advcl) {
            Some(clause) => self.outside(clause, verb, signal),
            None => self.events_of(&[subject?]),
        };
        let mut inside = self.events_of(&self.patients(verb, &words));
        // "prompted France to withdraw"
        inside.extend(
            scene.children(verb, &[Label::Xcomp, Label::Ccomp]).filter_map(|verb| self.event_at(verb)),
        );
        Some(Ends { outside, inside })
    }

    /// The object of a verb, or of the preposition that ends its phrase.
    fn patients(&self, verb: usize, words: &[usize]) -> Vec<usize> {
        let mut found: Vec<usize> = words.iter().flat_map(|&word| self.objects(word)).collect();
        found.extend(self.scene.children(verb, &[Label::Dobj]));
        found.retain(|word| !words.contains(word));
        found.sort_unstable();
        found.dedup();
        found
    }

    /// "Answered the attack with air strikes": what is answered is the object, and the answer stands behind "with" or "by".
    fn answer(&self, signal: &Signal, verb: usize) -> Option<Ends> {
        let scene = self.scene;
        let words = scene.phrase(verb, &signal.words[1..]).filter(|_| !scene.tree.is_negated(verb))?;
        let patients = self.patients(verb, &words);
        // The parser may hang the phrase deep in the object.
        let behind = scene.tree.subtree(verb).into_iter().filter(|&word| word > verb);
        let by = behind.filter(|&word| matches!(scene.lower(word), "by" | "with"));
        let answers: Vec<usize> = by.flat_map(|by| self.objects(by)).collect();
        let outside = match patients[..] {
            [] => self.before().into_iter().collect(),
            _ => self.events_of(&patients),
        };
        let mut inside = self.events_of(&answers);
        // "Retaliated" tells of an attack itself.
        inside.extend(self.event_at(verb));
        Some(Ends { outside, inside })
    }

    /// Whether an event can be the inner one of a signal: only what lasts has parts.
    fn can_be_inside(&self, signal: &Signal, event: usize) -> bool {
        use EventKind::{
            Attack, Blockade, Clash, Election, JointExercise, Mediation, Meeting, Negotiation, Offensive,
            Protest, Training, Trial, Visit,
        };
        let Some(kind) = self.story.kind(event) else { return false };
        let lasts = matches!(
            kind,
            Attack
                | Blockade
                | Clash
                | Election
                | JointExercise
                | Mediation
                | Meeting
                | Negotiation
                | Offensive
                | Protest
                | Training
                | Trial
                | Visit
        );
        (signal.kinds.is_empty() || signal.kinds.contains(&kind))
            && (lasts || signal.relation != RelationKind::PartOf)
    }
}
