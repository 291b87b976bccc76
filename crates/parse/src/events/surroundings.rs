//! Where and when an event was, and what it cost: what stands in its clause without filling a slot.

use std::ops::Range;

use verbale_core::EventKind;
use verbale_syntax::Label;

use super::scene::Scene;
use super::trigger::Found;

/// The human cost: which quantities.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct CasualtyDraft {
    pub(crate) killed: Option<usize>,
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
    pub(super) fn of(scene: &'s Scene<'a, 't>, found: &Found) -> Self {
        let tree = scene.tree;
        let own = tree.below(found.head, |token| !tree.heads_clause(token) || is_short(scene, token));
        let clause = tree.clause_tokens(tree.clause(found.head));
        Self { scene, own, clause }
    }

    /// The dates that hang on the trigger, and those of its clause, as places in the list of dates.
    pub(super) fn dates(&self) -> (Vec<usize>, Vec<usize>) {
        let dates = &self.scene.mentions.dates;
        let sentence = within(dates, |date| &date.range, &self.scene.sentence.range);
        let (mut own, mut clause) = (Vec::new(), Vec::new());
        for index in sentence {
            let Some(head) = self.scene.head_of(&dates[index].range) else { continue };
            if self.own.contains(&head) {
                own.push(index);
            } else if self.clause.contains(&head) {
                clause.push(index);
            }
        }
        (own, clause)
    }

    /// The names that only say where the event was.
    pub(super) fn places(&self) -> Vec<Range<usize>> {
        let scene = self.scene;
        let actors = within(&scene.mentions.actors, |found| &found.range, &scene.sentence.range);
        let lands = scene.mentions.actors[actors].iter().filter(|actor| actor.is_place);
        let places = within(&scene.mentions.places, |found| &found.range, &scene.sentence.range);
        let places = scene.mentions.places[places].iter().map(|place| place.range.clone());
        let all = lands.map(|actor| actor.range.clone()).chain(places);
        let mut ranges: Vec<Range<usize>> = all
            .filter(|range| {
                let head = scene.head_of(range);
                head.is_some_and(|head| self.own.contains(&head) || self.clause.contains(&head))
            })
            .collect();
        ranges.sort_by_key(|range| range.start);
        ranges
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
    scene.label(token) == Label::Acl && scene.children(token, &[Label::Nsubj, Label::Nsubjpass]).next().is_none()
}

/// The places of those ranges, sorted by start, that lie within another one.
pub(super) fn within<T>(sorted: &[T], range: impl Fn(&T) -> &Range<usize>, outer: &Range<usize>) -> Range<usize> {
    let first = sorted.partition_point(|item| range(item).start < outer.start);
    let count = sorted[first..].iter().take_while(|item| range(item).start < outer.end).count();
    first..first + count
}
