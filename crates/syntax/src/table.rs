//! Weight tables: one row a feature, one small whole number a class.
//!
//! Looking rows up costs more than adding them, since most of them are not in the processor's caches; so tables are kept
//! small. A row holds signed bytes and a shift that all its weights share.

use crate::hash::Features;

/// Anything that can add up the rows of features: the finished table and the table under training.
pub(crate) trait Scores<const C: usize> {
    /// The sum of the rows, class by class.
    fn scores(&self, features: &[u32]) -> [i32; C];
}

/// How far a feature's hash is shifted to give a row of a table with so many rows; `None` unless that is a power of two
/// from 2 to 2^31.
fn shift_for(rows: usize) -> Option<u32> {
    (rows.is_power_of_two() && (2..=1 << 31).contains(&rows)).then(|| 32 - rows.trailing_zeros())
}

/// As many bytes as the processor fetches at once; a row never lies across two of these.
#[derive(Clone, Copy)]
#[repr(align(64))]
struct Line([i8; 64]);

/// A finished table of `2^bits` rows of `C` classes, at most 63.
#[derive(Clone)]
pub(crate) struct Table<const C: usize> {
    /// One row a line, or two where they fit. The last byte of a row is its scale: its weights are its bytes times two to
    /// the power of that, which is 0 to 5.
    lines: Vec<Line>,
    shift: u32,
}

impl<const C: usize> Table<C> {
    /// The largest weight of a row.
    pub(crate) const TOP: i16 = 3750;

    const STRIDE: usize = if C < 32 { 32 } else { 64 };

    /// An empty table; `None` unless the number of rows is a power of two.
    pub(crate) fn new(rows: usize) -> Option<Self> {
        Some(Table {
            shift: shift_for(rows)?,
            lines: vec![Line([0; 64]); (rows * Self::STRIDE).div_ceil(64)],
        })
    }

    /// Sets a row to the nearest that can be held; weights are at most [`TOP`](Self::TOP).
    pub(crate) fn set(&mut self, row: usize, weights: &[i16; C]) {
        // The largest weight has as many bits as all of them laid over each other.
        let all = weights.iter().fold(0u16, |all, w| all | w.unsigned_abs());
        // Its bits beyond the seven that a byte has.
        let scale = (16 - all.leading_zeros()).saturating_sub(7);
        let half = (1i16 << scale) >> 1;
        let first = row * Self::STRIDE;
        if let Some(slot) = self
            .lines
            .get_mut(first / 64)
            .and_then(|line| line.0.get_mut(first % 64..first % 64 + Self::STRIDE))
        {
            for (byte, &weight) in slot.iter_mut().zip(weights) {
                *byte = ((weight + half) >> scale).clamp(-127, 127) as i8;
            }
            if let Some(last) = slot.last_mut() {
                *last = scale as i8;
            }
        }
    }
}

impl<const C: usize> Scores<C> for Table<C> {
    #[inline]
    fn scores(&self, features: &[u32]) -> [i32; C] {
        // Sixteen bits hold all but absurd sums; those stop at the limit, in the same way everywhere.
        let mut sums = [0i16; C];
        // First fetch, then add: so that many fetches are under way at once. The scale lies in the row's own line.
        let mut factors = [0i16; Features::MOST];
        let first = |feature: u32| (feature >> self.shift) as usize * Self::STRIDE;
        for (factor, &feature) in factors.iter_mut().zip(features) {
            let at = first(feature);
            let scale = self
                .lines
                .get(at / 64)
                .map_or(0, |line| line.0[(at & (64 - Self::STRIDE)) + Self::STRIDE - 1]);
            *factor = 1i16 << (scale & 7);
        }
        for (&factor, &feature) in factors.iter().zip(features) {
            let at = first(feature);
            let start = at & (64 - Self::STRIDE);
            let Some(row) = self
                .lines
                .get(at / 64)
                .and_then(|line| line.0.get(start..start + Self::STRIDE))
                .and_then(|slot| slot.first_chunk::<C>())
            else {
                continue;
            };
            for (sum, &weight) in sums.iter_mut().zip(row) {
                *sum = sum.saturating_add(i16::from(weight).wrapping_mul(factor));
            }
        }
        let mut out = [0i32; C];
        for (wide, sum) in out.iter_mut().zip(sums) {
            *wide = i32::from(sum);
        }
        out
    }
}

/// A finished table of four classes whose rows sum to zero: three weights of five bits, which number one of 32 levels.
#[derive(Clone)]
pub(crate) struct Balanced {
    rows: Vec<u16>,
    levels: [i32; 32],
    shift: u32,
}

impl Balanced {
    /// Bits of a weight.
    pub(crate) const BITS: u32 = 5;

    /// Wraps rows; `None` unless their number is a power of two.
    pub(crate) fn new(rows: Vec<u16>, levels: [i32; 32]) -> Option<Self> {
        Some(Balanced { shift: shift_for(rows.len())?, rows, levels })
    }
}

impl Scores<4> for Balanced {
    #[inline]
    fn scores(&self, features: &[u32]) -> [i32; 4] {
        // First fetch, then add: so that many fetches are under way at once.
        let mut fetched = [0u16; Features::MOST];
        for (slot, &feature) in fetched.iter_mut().zip(features) {
            *slot = self.rows.get((feature >> self.shift) as usize).copied().unwrap_or(0);
        }
        let (mut a, mut b, mut c) = (0i32, 0i32, 0i32);
        for &row in fetched.iter().take(features.len()) {
            a += self.levels[usize::from(row & 31)];
            b += self.levels[usize::from(row >> 5 & 31)];
            c += self.levels[usize::from(row >> 10 & 31)];
        }
        [a, b, c, -(a + b + c)]
    }
}

/// A table as it leaves the training, before it is coded.
#[cfg(feature = "trainer")]
pub(crate) struct Wide<const C: usize> {
    rows: Vec<[i16; C]>,
    shift: u32,
}

#[cfg(feature = "trainer")]
impl<const C: usize> Wide<C> {
    /// Wraps rows; `None` unless their number is a power of two.
    pub(crate) fn new(rows: Vec<[i16; C]>) -> Option<Self> {
        Some(Wide { shift: shift_for(rows.len())?, rows })
    }

    pub(crate) fn rows(&self) -> &[[i16; C]] {
        &self.rows
    }
}

#[cfg(feature = "trainer")]
impl<const C: usize> Scores<C> for Wide<C> {
    fn scores(&self, features: &[u32]) -> [i32; C] {
        let mut out = [0i32; C];
        for &feature in features {
            if let Some(row) = self.rows.get((feature >> self.shift) as usize) {
                for (sum, &weight) in out.iter_mut().zip(row) {
                    *sum += i32::from(weight);
                }
            }
        }
        out
    }
}
