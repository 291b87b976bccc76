//! Trains the guesser of roles, and guesses the training text as if it were unseen.

use super::learner::{Learner, Random};
use crate::hash::{Atom, Features};
use crate::roles::{self, CLASSES};
use crate::table::{Scores, Wide};
use crate::tagger::{PAD, best_of};
use crate::words::Word;

/// A sentence ready for the guesser: padded words, padded tags and the right roles.
pub(crate) struct Example<'a> {
    pub(crate) words: &'a [Word],
    pub(crate) tags: &'a [Atom],
    pub(crate) roles: &'a [u8],
}

/// Trains a role table.
pub(crate) fn train(
    examples: &[&Example<'_>],
    bits: u32,
    epochs: usize,
    least: u8,
    seed: u64,
) -> Wide<CLASSES> {
    let mut learner = Learner::<CLASSES>::new(bits, least);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut random = Random::new(seed);
    let mut features = Features::new();
    for epoch in 0..epochs {
        random.shuffle(&mut order);
        for example in order.iter().filter_map(|&i| examples.get(i)) {
            let (mut previous, mut before) = (CLASSES, CLASSES);
            for (at, &right) in example.roles.iter().enumerate() {
                roles::features(example.words, example.tags, at + PAD, previous, before, &mut features);
                let best = best_of(&learner.scores(features.as_slice()));
                learner.tick(features.as_slice(), epoch == 0);
                if best != usize::from(right) {
                    learner.update(features.as_slice(), usize::from(right), best);
                }
                before = previous;
                previous = best;
            }
        }
    }
    learner.finish()
}

/// Guesses every example with a table trained on the other folds.
pub(crate) fn jackknife(
    examples: &[Example<'_>],
    bits: u32,
    epochs: usize,
    least: u8,
    folds: usize,
    seed: u64,
) -> Vec<Vec<u8>> {
    let mut out: Vec<Vec<u8>> = vec![Vec::new(); examples.len()];
    let mut features = Features::new();
    for fold in 0..folds {
        let rest: Vec<&Example<'_>> = examples
            .iter()
            .enumerate()
            .filter(|(i, _)| super::tags::fold_of(*i, folds) != fold)
            .map(|(_, e)| e)
            .collect();
        let table = train(&rest, bits, epochs, least, seed);
        for ((i, example), slot) in examples.iter().enumerate().zip(&mut out) {
            if super::tags::fold_of(i, folds) == fold {
                roles::assign(example.words, example.tags, &table, &mut features, slot);
            }
        }
    }
    out
}
