//! Trains the parser: a dynamic oracle (Goldberg and Nivre 2012) and exploration of the parser's own mistakes.

use super::learner::{Learner, Random};
use crate::hash::Features;
use crate::model::shape::{ACTIONS, LABELS};
use crate::parser::features::{Atoms, features};
use crate::parser::state::{Action, State};
use crate::parser::{best_action, best_label, labels};
use crate::table::{Scores, Wide};

/// A sentence ready for the parser.
pub(crate) struct Tree {
    /// Heads from 0; the sentence's length is the root.
    pub(crate) heads: Vec<u32>,
    pub(crate) labels: Vec<u8>,
    /// The children of each word.
    pub(crate) children: Vec<Vec<u32>>,
}

impl Tree {
    pub(crate) fn new(heads: Vec<u32>, labels: Vec<u8>) -> Tree {
        let mut children = vec![Vec::new(); heads.len() + 1];
        for (child, &head) in heads.iter().enumerate() {
            children[head as usize].push(child as u32);
        }
        Tree { heads, labels, children }
    }

    /// How many right arcs can no longer be drawn after each action.
    pub(crate) fn costs(&self, state: &State) -> [u32; ACTIONS] {
        let mut costs = [0; ACTIONS];
        let (top, next) = (state.stacked(0), state.next());
        let waiting = |at: u32| !state.has_head(at);
        if state.legal(Action::Shift) || state.legal(Action::Right) {
            let head = self.heads[next as usize];
            let in_stack = |at: u32| state.stack().contains(&at);
            let lost_children = self.children[next as usize]
                .iter()
                .filter(|&&c| c < next && in_stack(c) && waiting(c))
                .count() as u32;
            let head_in_stack = head < next && in_stack(head);
            costs[Action::Shift as usize] = lost_children + u32::from(head_in_stack);
            costs[Action::Right as usize] =
                lost_children + u32::from(head != top && (head_in_stack || head > next));
        }
        if top != state.none() {
            let lost_children = self.children[top as usize].iter().filter(|&&c| c >= next).count() as u32;
            costs[Action::Reduce as usize] = lost_children;
            let head = self.heads[top as usize];
            costs[Action::Left as usize] = lost_children + u32::from(head != next && head > next);
        }
        costs
    }
}

/// How the parser is trained.
#[derive(Clone, Copy)]
pub(crate) struct Plan {
    pub(crate) action_bits: u32,
    pub(crate) label_bits: u32,
    pub(crate) epochs: usize,
    pub(crate) margin: i32,
    pub(crate) least: u8,
    pub(crate) seed: u64,
}

/// Trains both tables; `report` sees them after each epoch's number.
pub(crate) fn train(
    atoms: &[Atoms],
    trees: &[Tree],
    plan: Plan,
    mut report: impl FnMut(usize),
) -> (Wide<4>, Wide<LABELS>) {
    let mut actions = Learner::<ACTIONS>::new(plan.action_bits, plan.least);
    let mut names = Learner::<LABELS>::new(plan.label_bits, plan.least);
    let mut order: Vec<usize> = (0..trees.len()).collect();
    let mut random = Random::new(plan.seed);
    let mut buffer = Features::new();
    let mut label_buffer = Features::new();
    let mut state = State::default();
    for epoch in 0..plan.epochs {
        random.shuffle(&mut order);
        for (atoms, tree) in order.iter().filter_map(|&i| Some((atoms.get(i)?, trees.get(i)?))) {
            state.reset(atoms.len());
            while !state.finished() {
                let action = if let Some(only) = state.forced() {
                    only
                } else {
                    features(atoms, &state, &mut buffer);
                    let scores = actions.scores(buffer.as_slice());
                    let guess = best_action(&state, &scores);
                    let costs = tree.costs(&state);
                    let least = Action::ALL
                        .into_iter()
                        .filter(|&a| state.legal(a))
                        .map(|a| costs[a as usize])
                        .min()
                        .unwrap_or(0);
                    let (mut right, mut wrong) = (None::<Action>, None::<Action>);
                    for action in Action::ALL.into_iter().filter(|&a| state.legal(a)) {
                        let slot = if costs[action as usize] == least { &mut right } else { &mut wrong };
                        if slot.is_none_or(|best| scores[action as usize] > scores[best as usize]) {
                            *slot = Some(action);
                        }
                    }
                    actions.tick(buffer.as_slice(), epoch == 0);
                    if let (Some(right), Some(wrong)) = (right, wrong)
                        && scores[right as usize] - scores[wrong as usize] <= plan.margin
                    {
                        actions.update(buffer.as_slice(), right as usize, wrong as usize);
                    }
                    let right = right.unwrap_or(guess);
                    // After the first pass the parser mostly follows its own mistakes, to learn the way out of them.
                    let follow = costs[guess as usize] == least || (epoch > 0 && random.chance(900));
                    if follow { guess } else { right }
                };
                let mut label = 0;
                if let Some((head, child)) = state.arc(action) {
                    labels::features(atoms, &state, head, child, &mut label_buffer);
                    label = best_label(&names.scores(label_buffer.as_slice()));
                    if tree.heads[child as usize] == head {
                        let right = usize::from(tree.labels[child as usize]);
                        names.correct(label_buffer.as_slice(), right, usize::from(label), epoch == 0);
                    }
                }
                state.apply(action, label);
            }
        }
        report(epoch + 1);
    }
    (actions.finish(), names.finish())
}
