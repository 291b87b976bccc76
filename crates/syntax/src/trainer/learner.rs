//! The averaged perceptron over hashed rows, in whole numbers, so that no order of additions matters.

use crate::table::{Scores, Wide};

/// A table under training.
pub(crate) struct Learner<const C: usize> {
    weights: Vec<[i32; C]>,
    /// Sum over updates of (time of the update × change): what is needed for the average.
    late: Vec<[i64; C]>,
    shift: u32,
    clock: i64,
    /// How often each feature was met in the first epoch, by the upper bits of its hash, up to 255.
    seen: Vec<u8>,
    least: u8,
}

/// Bits of a feature's hash that tell features apart when they are counted.
const SEEN_BITS: u32 = 27;

impl<const C: usize> Learner<C> {
    /// A table of `2^bits` rows; features met less than `least` times never get a weight, so that they do not
    /// disturb the frequent ones that share their rows.
    pub(crate) fn new(bits: u32, least: u8) -> Self {
        let rows = 1usize << bits;
        Learner {
            weights: vec![[0; C]; rows],
            late: vec![[0; C]; rows],
            shift: 32 - bits,
            clock: 0,
            seen: vec![0; 1 << SEEN_BITS],
            least,
        }
    }

    /// Counts one decision; in the first epoch its features too.
    pub(crate) fn tick(&mut self, features: &[u32], first_epoch: bool) {
        self.clock += 1;
        if first_epoch {
            for &feature in features {
                if let Some(count) = self.seen.get_mut((feature >> (32 - SEEN_BITS)) as usize) {
                    *count = count.saturating_add(1);
                }
            }
        }
    }

    /// Counts one decision, and learns from it if the guess was wrong.
    pub(crate) fn correct(&mut self, features: &[u32], right: usize, guess: usize, first_epoch: bool) {
        self.tick(features, first_epoch);
        if right != guess {
            self.update(features, right, guess);
        }
    }

    /// Moves the weights of all features towards `right` and away from `wrong`.
    pub(crate) fn update(&mut self, features: &[u32], right: usize, wrong: usize) {
        for &feature in features {
            if self.seen.get((feature >> (32 - SEEN_BITS)) as usize).is_none_or(|&count| count < self.least) {
                continue;
            }
            let row = (feature >> self.shift) as usize;
            self.change(row, right, 1);
            self.change(row, wrong, -1);
        }
    }

    fn change(&mut self, row: usize, class: usize, by: i32) {
        if let (Some(weights), Some(late)) = (self.weights.get_mut(row), self.late.get_mut(row))
            && let (Some(weight), Some(late)) = (weights.get_mut(class), late.get_mut(class))
        {
            *weight += by;
            *late += i64::from(by) * self.clock;
        }
    }

    /// The averaged weights, scaled so that the largest is [`TOP`].
    pub(crate) fn finish(&self) -> Wide<C> {
        let clock = self.clock.max(1) as f64;
        let average = |weight: i32, late: i64| f64::from(weight) - late as f64 / clock;
        let pairs = || self.weights.iter().flatten().zip(self.late.iter().flatten());
        let top = pairs().map(|(&w, &l)| average(w, l).abs()).fold(1e-9, f64::max);
        let scale = TOP / top;
        let rows = self
            .weights
            .iter()
            .zip(&self.late)
            .map(|(weights, late)| {
                let mut out = [0i16; C];
                for (slot, (&w, &l)) in out.iter_mut().zip(weights.iter().zip(late)) {
                    *slot = (average(w, l) * scale).round() as i16;
                }
                out
            })
            .collect();
        Wide::new(rows).unwrap_or_else(|| unreachable!("the number of rows is a power of two"))
    }
}

/// The largest weight of a finished table.
const TOP: f64 = 30000.0;

impl<const C: usize> Scores<C> for Learner<C> {
    fn scores(&self, features: &[u32]) -> [i32; C] {
        let mut sums = [0i32; C];
        for &feature in features {
            if let Some(row) = self.weights.get((feature >> self.shift) as usize) {
                for (sum, &weight) in sums.iter_mut().zip(row) {
                    *sum += weight;
                }
            }
        }
        sums
    }
}

/// A small, fixed generator of pseudo-random numbers (splitmix64), for shuffling and exploring.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Random(seed)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let x = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        x ^ (x >> 31)
    }

    /// A number below `bound`.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound.max(1) as u64) as usize
    }

    /// Whether an event of this probability, in parts of a thousand, happens.
    pub(crate) fn chance(&mut self, per_thousand: u64) -> bool {
        self.next() % 1000 < per_thousand
    }

    /// Shuffles in place (Fisher and Yates).
    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}
