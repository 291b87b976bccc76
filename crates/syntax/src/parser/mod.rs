//! Dependency trees by arc-eager transitions (Nivre 2004), from left to right in one pass.

pub(crate) mod features;
pub(crate) mod labels;
pub(crate) mod state;

use crate::hash::Features;
use crate::model::shape::{ACTIONS, LABELS};
use crate::table::Scores;
use features::Atoms;
use state::{Action, State};

/// Labels that an arc can get.
pub(crate) const ARC_LABELS: usize = 44;

/// The best legal action, the first of equals.
pub(crate) fn best_action(state: &State, scores: &[i32; ACTIONS]) -> Action {
    let mut best = Action::Shift;
    let mut high = i32::MIN;
    for action in Action::ALL {
        if state.legal(action) && scores[action as usize] > high {
            high = scores[action as usize];
            best = action;
        }
    }
    best
}

/// The best label, the first of equals.
pub(crate) fn best_label(scores: &[i32; LABELS]) -> u8 {
    let mut best = 0;
    let mut high = i32::MIN;
    for (class, &score) in scores.iter().enumerate().take(ARC_LABELS) {
        if score > high {
            high = score;
            best = class;
        }
    }
    best as u8
}

/// Parses one sentence.
pub(crate) fn parse(
    atoms: &Atoms,
    actions: &impl Scores<ACTIONS>,
    labels: &impl Scores<LABELS>,
    buffer: &mut Features,
    state: &mut State,
) {
    state.reset(atoms.len());
    while !state.finished() {
        let action = if let Some(only) = state.forced() {
            only
        } else {
            features::features(atoms, state, buffer);
            best_action(state, &actions.scores(buffer.as_slice()))
        };
        let label = match state.arc(action) {
            Some((head, child)) => {
                labels::features(atoms, state, head, child, buffer);
                best_label(&labels.scores(buffer.as_slice()))
            }
            None => 0,
        };
        state.apply(action, label);
    }
}

/// Leaves one root: the others are hung on it.
pub(crate) fn one_root(
    atoms: &Atoms,
    tags: &[u8],
    roles: &[u8],
    labels: &impl Scores<LABELS>,
    buffer: &mut Features,
    state: &mut State,
) {
    let tops: Vec<u32> = state
        .arcs()
        .enumerate()
        .filter(|(_, (head, _))| *head == state.root())
        .map(|(at, _)| at as u32)
        .collect();
    if tops.len() < 2 {
        return;
    }
    let tag = |at: u32| tags.get(at as usize).and_then(|&t| crate::Tag::from_index(usize::from(t)));
    let is_root = |at: &&u32| roles.get(**at as usize) == Some(&(crate::Label::Root as u8));
    let is_verb = |at: &&u32| {
        matches!(
            tag(**at),
            Some(
                crate::Tag::VB
                    | crate::Tag::VBD
                    | crate::Tag::VBN
                    | crate::Tag::VBP
                    | crate::Tag::VBZ
                    | crate::Tag::MD
            )
        )
    };
    let is_word = |at: &&u32| tag(**at).is_some_and(|t| !crate::universal::is_mark(t));
    let Some(&root) = tops
        .iter()
        .find(is_root)
        .or_else(|| tops.iter().find(is_verb))
        .or_else(|| tops.iter().find(is_word))
        .or_else(|| tops.first())
    else {
        return;
    };
    for &top in tops.iter().filter(|&&top| top != root) {
        labels::features(atoms, state, root, top, buffer);
        let label = best_label(&labels.scores(buffer.as_slice()));
        state.hang(top, root, label);
    }
}
