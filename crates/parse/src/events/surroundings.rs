//! When an event was: the dates that stand in its clause without filling a slot.

use std::ops::Range;

use verbale_syntax::{Label, Tag};

use super::scene::Scene;
use super::sense::is_document;
use super::trigger::Found;
use crate::mentions::dates::DateValue;
use crate::text::within;

/// The tokens that tell of an event: what hangs on its trigger, and its clause, without the clauses inside.
pub(super) struct Surroundings<'s, 'a, 't> {
    scene: &'s Scene<'a, 't>,
    /// What hangs on the trigger.
    own: Vec<usize>,
    /// Its clause.
    clause: Vec<usize>,
}

impl<'s, 'a, 't> Surroundings<'s, 'a, 't> {
    /// What stands around a trigger.
    pub(super) fn of(scene: &'s Scene<'a, 't>, found: &Found) -> Self {
        let tree = scene.tree;
        let own = tree.below(found.head, |token| {
            // "An objection raised in June was thrown out in May": the first date is not the verb's.
            !tree.heads_clause(token) || is_short(scene, token) && !scene.is_verb(found.head)
        });
        Self { scene, own, clause: scene.clause_of(found.head) }
    }

    /// The dates that hang on the trigger, those of its clause, and those of the clauses around that, as places in the list of dates.
    /// What a clause beside says of itself is not said of the event: "Annan, who had led the department in 1994".
    /// Nor is what the other side of a semicolon says, or a date around what was before: "after the talks", "which it had left".
    pub(super) fn dates(&self, trigger: usize) -> [Vec<usize>; 3] {
        let dates = &self.scene.mentions.dates;
        let is_recalled = self.is_recalled(trigger);
        let is_before = is_recalled || self.is_before(trigger);
        let is_row = self.scene.text.is_row(self.scene.sentence);
        let sentence = within(dates, |date| &date.range, &self.scene.sentence.range);
        let tree = self.scene.tree;
        let above: Vec<usize> = tree.ancestors(trigger).collect();
        let [mut own, mut clause, mut outer] = [const { Vec::new() }; 3];
        for index in sentence {
            let Some(head) = self.scene.head_of(&dates[index].range) else { continue };
            let since = matches!(dates[index].value, DateValue::Since(_));
            if self.is_counted_from(trigger, &dates[index].range) || since && self.is_of_extreme(head) {
                continue;
            }
            let opens_sentence = self.opens_sentence(&dates[index].range);
            let opens = opens_sentence && self.is_told_past(trigger);
            if tree.is_parted(trigger, head) && !is_row {
                outer.extend(Some(index).filter(|_| opens && !is_before));
                continue;
            }
            if self.is_of_next(trigger, head)
                || self.is_of_other_time(trigger, head)
                || self.is_of_document(trigger, head)
                || self.is_set_for(trigger, head)
            {
                continue;
            }
            if self.own.contains(&head) {
                own.push(index);
            } else if self.clause.contains(&head) {
                clause.extend(Some(index).filter(|_| !is_recalled));
            } else if is_before || since && !opens_sentence {
                // What has gone on "since 1994" does not date what is told beside it.
                continue;
            } else if above.contains(&tree.clause(head))
                || !self.is_beside(head)
                || self.is_fronted(trigger, head)
            {
                outer.push(index);
            }
        }
        [own, clause, outer]
    }

    /// "dissolved parliament and called elections for 9 June": whether something else than a verb is set for a date.
    fn is_set_for(&self, trigger: usize, date: usize) -> bool {
        let scene = self.scene;
        let preposition = scene.tree.head(date).filter(|_| scene.label(date) == Label::Pobj);
        let set = preposition.filter(|&preposition| scene.lower(preposition) == "for");
        let set = set.and_then(|preposition| scene.tree.head(preposition));
        let is_own = |set: usize| scene.tree.head(set) == Some(trigger) && scene.label(set) != Label::Conj;
        set.is_some_and(|set| set != trigger && !is_own(set))
    }

    /// Whether a noun names what was before or after what its clause tells: "after the talks".
    fn is_recalled(&self, trigger: usize) -> bool {
        let scene = self.scene;
        scene.label(trigger) == Label::Pobj
            && scene
                .tree
                .head(trigger)
                .is_some_and(|preposition| OTHER_TIME.contains(&scene.lower(preposition)))
    }

    /// "the first visit since 1992", "the worst attack since June": whether a date says since when there has been no such thing.
    fn is_of_extreme(&self, date: usize) -> bool {
        let scene = self.scene;
        let is_extreme = |word: usize| {
            let is_first = matches!(scene.lower(word), "first" | "last" | "only");
            let mut graded = scene.children(word, &[Label::Advmod]);
            is_first || scene.tag(word) == Tag::JJS || graded.any(|most| scene.lower(most) == "most")
        };
        let is_such = |noun: usize| scene.children(noun, &[Label::Amod]).any(is_extreme);
        // "the worst attack in Kabul since 2001": four steps at most to the noun, or to its verb.
        let mut above = scene.tree.ancestors(date).take(4);
        above.any(|word| is_such(word) || scene.children(word, &[Label::Dobj, Label::Attr]).any(is_such))
    }

    /// Whether a date is counted from what a clause tells: "three days after Chad left".
    fn is_counted_from(&self, trigger: usize, date: &Range<usize>) -> bool {
        let scene = self.scene;
        let words = scene.tokens_of(date);
        let last = words.end.saturating_sub(1);
        let clause = scene.tree.clause(trigger);
        words.len() > 1
            && words.end <= trigger
            && OTHER_TIME.contains(&scene.lower(last))
            && (scene.label(last) == Label::Mark && scene.tree.head(last) == Some(clause)
                || scene.tree.ancestors(trigger).any(|above| above == last))
    }

    /// Whether a clause tells what was before or after what its sentence tells: "after the talks began", "which had left".
    fn is_before(&self, trigger: usize) -> bool {
        let scene = self.scene;
        let had = scene.children(trigger, &[Label::Aux]).any(|aux| scene.lower(aux) == "had");
        let clause = scene.tree.clause(trigger);
        let mut marks = scene.children(clause, &[Label::Mark]);
        had && scene.label(trigger) != Label::Root
            || marks.any(|mark| OTHER_TIME.contains(&scene.lower(mark)))
    }

    /// Whether a date opens a later statement with a subject of its own: "it bought jets, and in May it signed".
    fn is_of_next(&self, trigger: usize, date: usize) -> bool {
        let scene = self.scene;
        let clause = scene.tree.clause(date);
        let has_subject = scene.children(clause, &[Label::Nsubj, Label::Nsubjpass]).next().is_some();
        scene.label(clause) == Label::Conj
            && trigger < date
            && date < clause
            && has_subject
            && scene.tree.ancestors(trigger).all(|above| above != clause)
    }

    /// Whether a date opens the sentence: it holds for all that the sentence tells, "On 3 May Chad left; Libya stayed".
    fn opens_sentence(&self, date: &Range<usize>) -> bool {
        self.scene.tokens_of(date).start <= 1
    }

    /// Whether the clause of a trigger is a main one that tells in the past tense, and not of what came later.
    fn is_told_past(&self, trigger: usize) -> bool {
        let clause = self.scene.tree.clause(trigger);
        let adverbs = self.scene.children(clause, &[Label::Advmod]);
        let is_later = adverbs.into_iter().any(|adverb| LATER.contains(&self.scene.lower(adverb)));
        self.scene.tag(clause) == Tag::VBD
            && !is_later
            && matches!(self.scene.label(clause), Label::Root | Label::Conj | Label::Ccomp | Label::Parataxis)
    }

    /// "Kenya signed in May, but Chad refuses to": whether what is told in the present stands beside a date of the past.
    fn is_of_other_time(&self, trigger: usize, date: usize) -> bool {
        let scene = self.scene;
        let (own, other) = (scene.tree.clause(trigger), scene.tree.clause(date));
        let is_present = matches!(scene.tag(own), Tag::VBZ | Tag::VBP)
            && scene.children(own, &[Label::Nsubj]).next().is_some();
        own != other
            && is_present
            && scene.tag(other) == Tag::VBD
            && matches!(scene.label(own), Label::Conj | Label::Root | Label::Ccomp | Label::Parataxis)
    }

    /// "terminated the pact, signed in November 2016": whether a date says when the document was made that a verb has for its object.
    fn is_of_document(&self, trigger: usize, date: usize) -> bool {
        let scene = self.scene;
        let made = scene.tree.clause(date);
        let Some(noun) = scene.tree.head(made).filter(|_| scene.label(made) == Label::Acl) else {
            return false;
        };
        let is_apart = made.checked_sub(1).is_some_and(|before| scene.lower(before) == ",");
        let mut words = scene.children(noun, &[Label::Compound]).chain([noun]);
        trigger < noun
            && made != trigger
            && is_apart
            && scene.tag(made) == Tag::VBN
            && words.any(|word| is_document(scene, word))
    }

    /// Whether a date stands in a participle that opens the sentence of a trigger: "Meeting in Geneva on 3 May, the envoys agreed".
    fn is_fronted(&self, trigger: usize, date: usize) -> bool {
        let scene = self.scene;
        let clause = scene.tree.clause(date);
        // Not "Citing an attack on 3 May".
        let preposition = scene.tree.head(date);
        scene.label(clause) == Label::Advcl
            && scene.tag(clause) == Tag::VBG
            && clause < 2
            && preposition.is_some_and(|preposition| scene.tree.head(preposition) == Some(clause))
            && scene.tree.head(clause) == Some(scene.tree.clause(trigger))
    }

    /// Whether a word stands in a relative or adverbial clause.
    fn is_beside(&self, word: usize) -> bool {
        let clause = self.scene.tree.clause(word);
        matches!(self.scene.label(clause), Label::Relcl | Label::Advcl)
    }
}

/// Adverbs of what came after the date before.
const LATER: &[&str] =
    &["later", "eventually", "subsequently", "afterwards", "finally", "ultimately", "thereafter"];

/// Words before what was at another time.
const OTHER_TIME: &[&str] = &["after", "before", "following", "since", "until"];

/// A participle or infinitive without a subject of its own tells of the event that it hangs on: "talks held in May".
fn is_short(scene: &Scene<'_, '_>, token: usize) -> bool {
    scene.label(token) == Label::Acl
        && scene.children(token, &[Label::Nsubj, Label::Nsubjpass]).next().is_none()
}
