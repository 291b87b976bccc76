//! Trains the tagger.

use super::learner::{Learner, Random};
use crate::hash::Features;
use crate::model::shape::TAGS;
use crate::table::{Scores, Wide};
use crate::tagger::{self, PAD};
use crate::words::Word;

/// A sentence ready for the tagger: padded words and the right tags.
#[derive(Clone, Copy)]
pub(crate) struct Example<'a> {
    pub(crate) padded: &'a [Word],
    pub(crate) tags: &'a [u8],
}

/// Trains a tag table.
pub(crate) fn train(examples: &[Example<'_>], bits: u32, epochs: usize, least: u8, seed: u64) -> Wide<TAGS> {
    let mut learner = Learner::<TAGS>::new(bits, least);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut random = Random::new(seed);
    let mut features = Features::new();
    for epoch in 0..epochs {
        random.shuffle(&mut order);
        for example in order.iter().filter_map(|&i| examples.get(i)) {
            let (mut previous, mut before) = (TAGS, TAGS);
            for (at, (window, &right)) in example.padded.windows(2 * PAD + 1).zip(example.tags).enumerate() {
                let Ok(window) = <&[Word; 2 * PAD + 1]>::try_from(window) else { continue };
                let sure = usize::from(window[PAD].entry.sure);
                let best = if sure > 0 {
                    sure - 1
                } else {
                    tagger::features(window, previous, before, at == 0, &mut features);
                    let best = tagger::best_of(&learner.scores(features.as_slice()));
                    learner.correct(features.as_slice(), usize::from(right), best, epoch == 0);
                    best
                };
                before = previous;
                previous = best;
            }
        }
    }
    learner.finish()
}
