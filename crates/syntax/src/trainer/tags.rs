//! Trains the tagger, and tags the training text as if it were unseen.

use super::learner::{Learner, Random};
use crate::hash::Features;
use crate::table::{Scores, Wide};
use crate::tagger::{self, CLASSES, PAD};
use crate::words::Word;

/// A sentence ready for the tagger: padded words and the right tags.
pub(crate) struct Example<'a> {
    pub(crate) padded: &'a [Word],
    pub(crate) tags: &'a [u8],
}

/// Trains a tag table.
pub(crate) fn train(
    examples: &[Example<'_>],
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
            for (at, (window, &right)) in example.padded.windows(2 * PAD + 1).zip(example.tags).enumerate() {
                let Ok(window) = <&[Word; 2 * PAD + 1]>::try_from(window) else { continue };
                let sure = usize::from(window[PAD].entry.sure);
                let best = if sure > 0 {
                    sure - 1
                } else {
                    tagger::features(window, previous, before, at == 0, &mut features);
                    let scores = learner.scores(features.as_slice());
                    let best = tagger::best_of(&scores);
                    learner.tick(features.as_slice(), epoch == 0);
                    let right = usize::from(right);
                    if best != right {
                        learner.update(features.as_slice(), right, best);
                    }
                    best
                };
                before = previous;
                previous = best;
            }
        }
    }
    learner.finish()
}

/// Tags every example with a table trained on the other folds.
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
        let rest: Vec<Example<'_>> = examples
            .iter()
            .enumerate()
            .filter(|(i, _)| fold_of(*i, folds) != fold)
            .map(|(_, e)| Example { padded: e.padded, tags: e.tags })
            .collect();
        let table = train(&rest, bits, epochs, least, seed);
        for (i, example) in examples.iter().enumerate().filter(|(i, _)| fold_of(*i, folds) == fold) {
            if let Some(slot) = out.get_mut(i) {
                tagger::tag(example.padded, &table, &mut features, slot);
            }
        }
    }
    out
}

/// Blocks of neighbouring sentences share a fold, since they share their vocabulary.
pub(crate) fn fold_of(sentence: usize, folds: usize) -> usize {
    (sentence / 50) % folds.max(1)
}
