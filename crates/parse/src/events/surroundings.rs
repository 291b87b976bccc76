//! When an event was, and what it cost: what stands in its clause without filling a slot.

use verbale_core::{EventKind, ItemCategory};
use verbale_syntax::Label;

use super::scene::Scene;
use super::trigger::Found;
use crate::text::within;

/// The human cost: which quantities, by their place in the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct CasualtyDraft {
    /// The dead.
    pub(crate) killed: Option<usize>,
    /// The wounded.
    pub(crate) injured: Option<usize>,
}

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
        let own = tree.below(found.head, |token| !tree.heads_clause(token) || is_short(scene, token));
        Self { scene, own, clause: scene.clause_of(found.head) }
    }

    /// The dates that hang on the trigger, those of its clause, and those of the clauses around that, as places in the list of dates.
    /// What a clause beside says of itself is not said of the event: "Annan, who had led the department in 1994".
    pub(super) fn dates(&self, trigger: usize) -> [Vec<usize>; 3] {
        let dates = &self.scene.mentions.dates;
        let sentence = within(dates, |date| &date.range, &self.scene.sentence.range);
        let tree = self.scene.tree;
        let above: Vec<usize> = tree.ancestors(trigger).collect();
        let [mut own, mut clause, mut outer] = [const { Vec::new() }; 3];
        for index in sentence {
            let Some(head) = self.scene.head_of(&dates[index].range) else { continue };
            if self.own.contains(&head) {
                own.push(index);
            } else if self.clause.contains(&head) {
                clause.push(index);
            } else if above.contains(&tree.clause(head)) || !self.is_beside(head) {
                outer.push(index);
            }
        }
        [own, clause, outer]
    }

    /// Whether a word stands in a relative or adverbial clause.
    fn is_beside(&self, word: usize) -> bool {
        let clause = self.scene.tree.clause(word);
        matches!(self.scene.label(clause), Label::Relcl | Label::Advcl)
    }

    /// The dead and wounded, for events that cost lives.
    pub(super) fn casualties(&self, kind: EventKind) -> CasualtyDraft {
        use EventKind::{Assassination, Attack, CeasefireViolation, Clash, Offensive};
        let mut casualties = CasualtyDraft::default();
        if !matches!(kind, Attack | Clash | Offensive | Assassination | CeasefireViolation) {
            return casualties;
        }
        let quantities = &self.scene.mentions.quantities;
        for index in within(quantities, |found| &found.range, &self.scene.sentence.range) {
            // "two missiles" are nobody.
            let unit = quantities[index].unit.as_deref().unwrap_or("person").to_lowercase();
            let thing = self.scene.lexicon.items.ending(&[&unit]);
            if thing.is_some_and(|(category, _)| category != ItemCategory::Personnel) {
                continue;
            }
            let tokens = self.scene.tokens_of(&quantities[index].range);
            let before = (tokens.start.saturating_sub(4)..tokens.start).rev();
            let around = before.chain(tokens.start..(tokens.end + 4).min(self.scene.len()));
            let nearest = around.map(|at| self.scene.lower(at)).find_map(|word| match word {
                "killing" | "killed" | "dead" | "died" | "deaths" | "lives" | "slain" => Some(true),
                "wounding" | "wounded" | "injured" | "injuring" | "injuries" | "hurt" => Some(false),
                _ => None,
            });
            match nearest {
                Some(true) if casualties.killed.is_none() => casualties.killed = Some(index),
                Some(false) if casualties.injured.is_none() => casualties.injured = Some(index),
                _ => {}
            }
        }
        casualties
    }
}

/// A participle or infinitive without a subject of its own tells of the event that it hangs on: "talks held in May".
fn is_short(scene: &Scene<'_, '_>, token: usize) -> bool {
    scene.label(token) == Label::Acl
        && scene.children(token, &[Label::Nsubj, Label::Nsubjpass]).next().is_none()
}
