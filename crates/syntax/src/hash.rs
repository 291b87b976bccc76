//! The hashing that turns features into table rows ("hash kernel": no keys, no probing).

/// A feature's ingredient: a word, a tag, a count, mixed to 64 well-spread bits.
pub(crate) type Atom = u64;

const PHI: u64 = 0x9E37_79B9_7F4A_7C15;

/// Spreads a small number over 64 bits; `kind` keeps equal numbers of different kinds apart.
pub(crate) const fn small(kind: u64, value: u64) -> Atom {
    let x = (value.wrapping_add(kind << 32).wrapping_add(1)).wrapping_mul(PHI);
    let x = (x ^ (x >> 32)).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    x ^ (x >> 29)
}

/// A running hash over bytes (FNV-1a with a final mix).
#[derive(Clone, Copy)]
pub(crate) struct Bytes(u64);

impl Bytes {
    pub(crate) const fn new(kind: u64) -> Self {
        Bytes(0xCBF2_9CE4_8422_2325 ^ (kind.wrapping_mul(PHI)))
    }

    pub(crate) const fn push(&mut self, byte: u8) {
        self.0 = (self.0 ^ byte as u64).wrapping_mul(0x0000_0100_0000_01B3);
    }

    pub(crate) const fn finish(self) -> Atom {
        let x = self.0;
        let x = (x ^ (x >> 32)).wrapping_mul(0xD6E8_FEB8_6659_FD93);
        x ^ (x >> 29)
    }
}

/// Hashes a byte string.
pub(crate) fn bytes(kind: u64, text: &[u8]) -> Atom {
    let mut hash = Bytes::new(kind);
    for &byte in text {
        hash.push(byte);
    }
    hash.finish()
}

/// The features of one decision: full hashes, to be cut to a table's size by the table.
pub(crate) struct Features {
    rows: [u32; Features::MOST],
    len: usize,
}

impl Default for Features {
    fn default() -> Self {
        Features::new()
    }
}

impl Features {
    /// No decision has more features than this; further ones are dropped.
    pub(crate) const MOST: usize = 160;

    pub(crate) fn new() -> Self {
        Features { rows: [0; Features::MOST], len: 0 }
    }

    pub(crate) fn clear(&mut self) {
        self.len = 0;
    }

    /// Adds a feature: `hash` must already hold the template's number.
    #[inline(always)]
    fn push(&mut self, hash: u64) {
        if let Some(slot) = self.rows.get_mut(self.len) {
            *slot = (hash.wrapping_mul(PHI) >> 32) as u32;
            self.len += 1;
        }
    }

    /// A feature of one ingredient under template `t`.
    #[inline(always)]
    pub(crate) fn one(&mut self, t: u64, a: Atom) {
        self.push(a ^ t.wrapping_mul(0xA24B_AED4_963E_E407));
    }

    /// A feature of two ingredients.
    #[inline(always)]
    pub(crate) fn two(&mut self, t: u64, a: Atom, b: Atom) {
        self.one(t, a.wrapping_add(b.rotate_left(23)));
    }

    /// A feature of three ingredients.
    #[inline(always)]
    pub(crate) fn three(&mut self, t: u64, a: Atom, b: Atom, c: Atom) {
        self.one(t, a.wrapping_add(b.rotate_left(23)).wrapping_add(c.rotate_left(41)));
    }

    /// A feature of four ingredients.
    #[inline(always)]
    pub(crate) fn four(&mut self, t: u64, a: Atom, b: Atom, c: Atom, d: Atom) {
        self.one(
            t,
            a.wrapping_add(b.rotate_left(23)).wrapping_add(c.rotate_left(41)).wrapping_add(d.rotate_left(11)),
        );
    }

    pub(crate) fn as_slice(&self) -> &[u32] {
        self.rows.get(..self.len).unwrap_or(&[])
    }
}
