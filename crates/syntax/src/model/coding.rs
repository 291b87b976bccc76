//! How a table is written: each weight as one of a few levels, four to eight bits. In tables with many zeros a bit for
//! each weight says first whether it is there at all. The transition table's rows sum to zero, since every lesson adds to
//! one class what it takes from another; there the last class is left out.

use super::ModelError;
use super::reader::Reader;
#[cfg(feature = "trainer")]
use crate::table::Wide;
use crate::table::{Balanced, Table};

const DENSE: u8 = 0;
const SPARSE: u8 = 1;
const BALANCED: u8 = 2;

/// Writes a table with `bits` bits a weight (4 to 8).
#[cfg(feature = "trainer")]
pub(crate) fn write<const C: usize>(table: &Wide<C>, balanced: bool, bits: u8, out: &mut Vec<u8>) {
    let all = table.rows().as_flattened();
    let kept: Vec<i16> = if balanced {
        table.rows().iter().flat_map(|row| row.iter().take(C - 1)).copied().collect()
    } else {
        Vec::new()
    };
    let all = if balanced { kept.as_slice() } else { all };
    // What the finest level cannot hold is left out.
    let quarter = tenth(all) / 2;
    let values: Vec<i16> = all.iter().map(|&v| if i32::from(v).abs() <= quarter { 0 } else { v }).collect();
    let zeros = values.iter().filter(|v| **v == 0).count();
    let sparse = !balanced && zeros * 4 > values.len();
    let levels = levels(&values, sparse, 1 << bits);
    let nearest: Vec<u8> = (-32768i32..32768)
        .map(|v| {
            let at = levels.partition_point(|&l| i32::from(l) < v);
            let near = |i: usize| levels.get(i).map_or(i32::MAX, |&l| (i32::from(l) - v).abs());
            if at > 0 && near(at - 1) <= near(at) { at as u8 - 1 } else { at as u8 }
        })
        .collect();
    let code = |v: i16| nearest[(i32::from(v) + 32768) as usize];
    out.push(if balanced {
        BALANCED
    } else if sparse {
        SPARSE
    } else {
        DENSE
    });
    out.extend([C as u8, table.rows().len().trailing_zeros() as u8, bits]);
    out.extend(levels.iter().flat_map(|l| l.to_le_bytes()));
    let mut codes: Vec<u8> = Vec::new();
    if sparse {
        for eight in values.chunks(8) {
            let mut mask = 0u8;
            for (bit, &value) in eight.iter().enumerate() {
                if value != 0 {
                    mask |= 1 << bit;
                    codes.push(code(value));
                }
            }
            out.push(mask);
        }
    } else {
        codes.extend(values.iter().map(|&v| code(v)));
    }
    out.extend_from_slice(&(codes.len() as u32).to_le_bytes());
    let (mut held, mut count) = (0u32, 0u32);
    for code in codes {
        held |= u32::from(code) << count;
        count += u32::from(bits);
        while count >= 8 {
            out.push(held as u8);
            held >>= 8;
            count -= 8;
        }
    }
    if count > 0 {
        out.push(held as u8);
    }
}

/// The size below which a tenth of the weights that are not zero lie.
#[cfg(feature = "trainer")]
fn tenth(values: &[i16]) -> i32 {
    let mut sizes: Vec<i32> = values.iter().filter(|v| **v != 0).map(|&v| i32::from(v).abs()).collect();
    if sizes.is_empty() {
        return 0;
    }
    let place = sizes.len() / 10;
    *sizes.select_nth_unstable(place).1
}

/// The levels that fit the values best (Lloyd's algorithm), in order; an error counts by its share of the weight as well
/// as by its size, since large weights belong to the features that occur most.
#[cfg(feature = "trainer")]
fn levels(values: &[i16], sparse: bool, wanted: usize) -> Vec<i16> {
    let mut counts = vec![0f64; 65536];
    for &v in values {
        if v != 0 || !sparse {
            counts[(i32::from(v) + 32768) as usize] += 1.0;
        }
    }
    let typical = f64::from(tenth(values).max(1));
    for (i, count) in counts.iter_mut().enumerate() {
        *count *= 1.0 + (i as f64 - 32768.0).abs() / typical;
    }
    // Begin where the levels of the best companding lie, then improve.
    let dense: Vec<f64> = counts.iter().map(|c| c.cbrt()).collect();
    let total: f64 = dense.iter().sum();
    let mut levels: Vec<f64> = Vec::new();
    let mut sum = 0.0;
    for (i, share) in dense.iter().enumerate() {
        sum += share;
        while levels.len() < wanted && sum >= total * (levels.len() as f64 + 0.5) / wanted as f64 {
            levels.push(i as f64 - 32768.0);
        }
    }
    for _ in 0..60 {
        let mut at = 0;
        let mut mass = vec![(0.0, 0.0); levels.len()];
        for (i, &count) in counts.iter().enumerate().filter(|(_, c)| **c > 0.0) {
            let v = i as f64 - 32768.0;
            while at + 1 < levels.len() && (levels[at + 1] - v).abs() <= (levels[at] - v).abs() {
                at += 1;
            }
            mass[at].0 += count;
            mass[at].1 += count * v;
        }
        for (level, (n, sum)) in levels.iter_mut().zip(mass) {
            if n > 0.0 {
                *level = sum / n;
            }
        }
    }
    let mut out: Vec<i16> =
        levels.into_iter().map(|level| level.round().clamp(-32767.0, 32767.0) as i16).collect();
    out.resize(wanted, 32767);
    out.sort_unstable();
    out
}

/// Reads codes of a few bits one after the other.
struct Codes<'a> {
    bytes: std::slice::Iter<'a, u8>,
    bits: u32,
    held: u64,
    count: u32,
}

impl Codes<'_> {
    /// The next codes, the first one in the lowest bits; at most 32 bits together.
    #[inline]
    fn take(&mut self, codes: u32) -> u32 {
        let bits = self.bits * codes;
        if self.count < bits {
            if let Some((four, rest)) = self.bytes.as_slice().split_first_chunk::<4>() {
                self.held |= u64::from(u32::from_le_bytes(*four)) << self.count;
                self.bytes = rest.iter();
            } else {
                for (place, &byte) in self.bytes.as_slice().iter().enumerate() {
                    self.held |= u64::from(byte) << (self.count + 8 * place as u32);
                }
                self.bytes = [].iter();
            }
            self.count += 32;
        }
        let taken = self.held & ((1 << bits) - 1);
        self.held >>= bits;
        self.count = self.count.saturating_sub(bits);
        taken as u32
    }
}

/// A table's head: rows, levels, bits of a weight.
struct Head {
    rows: usize,
    levels: [i16; 256],
    bits: u8,
}

fn head(reader: &mut Reader<'_>, classes: usize) -> Result<Head, ModelError> {
    let found = usize::from(reader.byte()?);
    let size = reader.byte()?;
    let bits = reader.byte()?;
    if found != classes || !(1..=24).contains(&size) || !(4..=8).contains(&bits) {
        return Err(ModelError::Content("a table of another shape was expected"));
    }
    let mut levels = [0i16; 256];
    for (level, pair) in levels.iter_mut().zip(reader.take(2 << bits)?.as_chunks::<2>().0) {
        *level = i16::from_le_bytes(*pair);
    }
    Ok(Head { rows: 1 << size, levels, bits })
}

fn codes<'a>(reader: &mut Reader<'a>, head: &Head, due: usize) -> Result<Codes<'a>, ModelError> {
    if reader.u32()? as usize != due {
        return Err(ModelError::Content("a table has too few or too many weights"));
    }
    let packed = reader.take((due * usize::from(head.bits)).div_ceil(8))?;
    Ok(Codes { bytes: packed.iter(), bits: u32::from(head.bits), held: 0, count: 0 })
}

/// For each set of four weights, which of those that are there each one is; 4 for one that is not.
const SPREAD: [[u8; 4]; 16] = {
    let mut spread = [[4; 4]; 16];
    let mut bits = 0;
    while bits < 16 {
        let (mut place, mut there) = (0, 0);
        while place < 4 {
            if bits >> place & 1 == 1 {
                spread[bits][place] = there;
                there += 1;
            }
            place += 1;
        }
        bits += 1;
    }
    spread
};

/// Reads a table of `C` classes.
pub(crate) fn read<const C: usize>(reader: &mut Reader<'_>) -> Result<Table<C>, ModelError> {
    let kind = reader.byte()?;
    let mut head = head(reader, C)?;
    // Levels reach to eight times what a row holds.
    for level in &mut head.levels {
        *level = ((i32::from(*level) + 4) >> 3).clamp(-i32::from(Table::<C>::TOP), i32::from(Table::<C>::TOP))
            as i16;
    }
    let total = head.rows * C;
    let masks = match kind {
        SPARSE => reader.take(total.div_ceil(8))?,
        DENSE => &[],
        _ => return Err(ModelError::Content("a table is coded in an unknown way")),
    };
    let due = if kind == SPARSE { masks.iter().map(|m| m.count_ones() as usize).sum() } else { total };
    let mut codes = codes(reader, &head, due)?;
    let mut table = Table::new(head.rows).ok_or(ModelError::Content("a table's size is no power of two"))?;
    // Rows are a multiple of four classes, so masks may straddle rows: they are read as one run of bits.
    let ones = u8::MAX >> (8 - head.bits);
    let mut masks = masks.iter();
    let (mut mask, mut left) = (0u32, 0u32);
    for row in 0..head.rows {
        let mut weights = [0i16; C];
        let mut any = false;
        for four in weights.as_chunks_mut::<4>().0 {
            let mut bits = 15;
            if kind == SPARSE {
                if left == 0 {
                    mask = u32::from(masks.next().copied().unwrap_or(0));
                    left = 8;
                }
                bits = mask & 15;
                mask >>= 4;
                left -= 4;
            }
            if bits == 0 {
                continue;
            }
            any = true;
            // Which of the four are there cannot be foreseen: no branch asks.
            let taken = codes.take(bits.count_ones());
            let level = |nth: u32| head.levels[usize::from((taken >> (nth * codes.bits)) as u8 & ones)];
            let levels = [level(0), level(1), level(2), level(3), 0, 0, 0, 0];
            let [a, b, c, d] = SPREAD[bits as usize & 15];
            let weight = |nth: u8| levels[usize::from(nth & 7)];
            *four = [weight(a), weight(b), weight(c), weight(d)];
        }
        if any {
            table.set(row, &weights);
        }
    }
    Ok(table)
}

/// Reads a table of four classes whose rows sum to zero.
pub(crate) fn read_balanced(reader: &mut Reader<'_>) -> Result<Balanced, ModelError> {
    let kind = reader.byte()?;
    let head = head(reader, 4)?;
    if kind != BALANCED || u32::from(head.bits) != Balanced::BITS {
        return Err(ModelError::Content("a table is coded in an unknown way"));
    }
    let mut codes = codes(reader, &head, head.rows * 3)?;
    // Three codes of a row lie one behind the other just as the row holds them.
    let rows: Vec<_> = (0..head.rows).map(|_| (codes.take(3) as u16).to_le_bytes()).collect();
    let mut levels = [0i32; 32];
    for (wide, level) in levels.iter_mut().zip(head.levels) {
        *wide = i32::from(level);
    }
    Balanced::new(rows.into(), levels).ok_or(ModelError::Content("a table's size is no power of two"))
}
