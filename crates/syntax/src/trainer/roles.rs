//! Trains the guesser of roles.

use super::learner::{Learner, Random};
use crate::hash::{Atom, Features};
use crate::model::shape::ROLES;
use crate::roles;
use crate::table::{Scores, Wide};
use crate::tagger::{PAD, best_of};
use crate::words::Word;

/// A sentence ready for the guesser: padded words, padded tags and the right roles.
#[derive(Clone, Copy)]
pub(crate) struct Example<'a> {
    pub(crate) words: &'a [Word],
    pub(crate) tags: &'a [Atom],
    pub(crate) roles: &'a [u8],
}

/// Trains a role table.
pub(crate) fn train(examples: &[Example<'_>], bits: u32, epochs: usize, least: u8, seed: u64) -> Wide<ROLES> {
    let mut learner = Learner::<ROLES>::new(bits, least);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut random = Random::new(seed);
    let mut features = Features::new();
    for epoch in 0..epochs {
        random.shuffle(&mut order);
        for example in order.iter().filter_map(|&i| examples.get(i)) {
            let (mut previous, mut before) = (ROLES, ROLES);
            for (at, &right) in example.roles.iter().enumerate() {
                roles::features(example.words, example.tags, at + PAD, previous, before, &mut features);
                let best = best_of(&learner.scores(features.as_slice()));
                learner.correct(features.as_slice(), usize::from(right), best, epoch == 0);
                before = previous;
                previous = best;
            }
        }
    }
    learner.finish()
}
