//! Weight tables: one row a feature, one small whole number a class.
//!
//! Looking rows up costs more than adding them, since most of them are not in the processor's caches; so tables are kept
//! small. A row holds signed bytes and a shift that all its weights share.

use crate::hash::Features;
use std::borrow::Cow;

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

/// How many bytes the processor fetches at once; a row never lies across two of these lines.
pub(crate) const LINE: usize = 64;

/// A finished table of `2^bits` rows of `C` classes, at most 63.
///
/// One row a line, or two where they fit. The last byte of a row is its scale: its weights are its bytes, signed, times two
/// to the power of that, which is 0 to 5.
pub(crate) struct Table<const C: usize> {
    /// The lines, and what stands before them.
    bytes: Cow<'static, [u8]>,
    /// The byte at which the first line begins: allocators know nothing of the processor's lines, and rows across two of those
    /// would make the whole analysis half as slow again.
    start: usize,
    shift: u32,
}

impl<const C: usize> Table<C> {
    /// The largest weight of a row.
    pub(crate) const TOP: i16 = 3750;

    const STRIDE: usize = if C < 32 { 32 } else { 64 };

    /// An empty table; `None` unless the number of rows is a power of two.
    pub(crate) fn new(rows: usize) -> Option<Self> {
        let shift = shift_for(rows)?;
        let size = (rows * Self::STRIDE).next_multiple_of(LINE);
        let mut bytes = vec![0; size + LINE];
        // Were there no such place to be found, any would do.
        let start = bytes.as_ptr().align_offset(LINE).min(LINE);
        bytes.truncate(start + size);
        Some(Table { bytes: bytes.into(), start, shift })
    }

    /// The table whose lines these bytes are; `None` unless there are as many as a table has.
    pub(crate) fn in_place(bytes: &'static [u8]) -> Option<Self> {
        let (lines, []) = bytes.as_chunks::<LINE>() else { return None };
        let shift = shift_for(lines.len() * (LINE / Self::STRIDE))?;
        Some(Table { bytes: bytes.into(), start: 0, shift })
    }

    /// The lines.
    #[inline]
    fn lines(&self) -> &[[u8; LINE]] {
        self.as_bytes().as_chunks().0
    }

    /// The lines, one behind the other.
    #[inline]
    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.bytes.get(self.start..).unwrap_or(&[])
    }

    /// Sets a row to the nearest that can be held; weights are at most [`TOP`](Self::TOP).
    pub(crate) fn set(&mut self, row: usize, weights: &[i16; C]) {
        // The largest weight has as many bits as all of them laid over each other.
        let all = weights.iter().fold(0u16, |all, w| all | w.unsigned_abs());
        // Its bits beyond the seven that a byte has.
        let scale = (16 - all.leading_zeros()).saturating_sub(7);
        let half = (1i16 << scale) >> 1;
        let first = self.start + row * Self::STRIDE;
        if let Some(slot) = self.bytes.to_mut().get_mut(first..first + Self::STRIDE) {
            for (byte, &weight) in slot.iter_mut().zip(weights) {
                *byte = ((weight + half) >> scale).clamp(-127, 127) as u8;
            }
            if let Some(last) = slot.last_mut() {
                *last = scale as u8;
            }
        }
    }
}

impl<const C: usize> Scores<C> for Table<C> {
    #[inline]
    fn scores(&self, features: &[u32]) -> [i32; C] {
        // Where they lie is asked but once.
        let lines = self.lines();
        // Sixteen bits hold all but absurd sums; those stop at the limit, in the same way everywhere.
        let mut sums = [0i16; C];
        // First fetch, then add: so that many fetches are under way at once. The scale lies in the row's own line.
        let mut factors = [0i16; Features::MOST];
        let first = |feature: u32| (feature >> self.shift) as usize * Self::STRIDE;
        for (factor, &feature) in factors.iter_mut().zip(features) {
            let at = first(feature);
            let scale =
                lines.get(at / LINE).map_or(0, |line| line[(at & (LINE - Self::STRIDE)) + Self::STRIDE - 1]);
            *factor = 1i16 << (scale & 7);
        }
        for (&factor, &feature) in factors.iter().zip(features) {
            let at = first(feature);
            let start = at & (LINE - Self::STRIDE);
            let Some(row) = lines
                .get(at / LINE)
                .and_then(|line| line.get(start..start + Self::STRIDE))
                .and_then(|slot| slot.first_chunk::<C>())
            else {
                continue;
            };
            for (sum, &weight) in sums.iter_mut().zip(row) {
                *sum = sum.saturating_add(i16::from(weight.cast_signed()).wrapping_mul(factor));
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
pub(crate) struct Balanced {
    /// The numbers of a row's levels, from the lowest bits of its two bytes, little-endian.
    rows: Cow<'static, [[u8; 2]]>,
    levels: [i32; 32],
    shift: u32,
}

impl Balanced {
    /// Bits of a weight.
    pub(crate) const BITS: u32 = 5;

    /// Wraps rows; `None` unless their number is a power of two.
    pub(crate) fn new(rows: Cow<'static, [[u8; 2]]>, levels: [i32; 32]) -> Option<Self> {
        Some(Balanced { shift: shift_for(rows.len())?, rows, levels })
    }

    /// The table whose levels and rows these bytes are; `None` unless there are as many as a table has.
    pub(crate) fn in_place(bytes: &'static [u8]) -> Option<Self> {
        let (held, rows) = bytes.split_first_chunk::<128>()?;
        let mut levels = [0; 32];
        for (level, held) in levels.iter_mut().zip(held.as_chunks().0) {
            *level = i32::from_le_bytes(*held);
        }
        let (rows, []) = rows.as_chunks() else { return None };
        Balanced::new(rows.into(), levels)
    }

    /// The levels, four bytes each, then the rows.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let levels = self.levels.iter().flat_map(|level| level.to_le_bytes());
        levels.chain(self.rows.as_flattened().iter().copied()).collect()
    }
}

impl Scores<4> for Balanced {
    #[inline]
    fn scores(&self, features: &[u32]) -> [i32; 4] {
        // First fetch, then add: so that many fetches are under way at once.
        let rows: &[[u8; 2]] = &self.rows;
        let mut fetched = [0u16; Features::MOST];
        for (slot, &feature) in fetched.iter_mut().zip(features) {
            *slot = rows.get((feature >> self.shift) as usize).map_or(0, |&row| u16::from_le_bytes(row));
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
