//! The words seen often in training: their cluster, their possible tags, their habit as names.

use crate::hash::Atom;
use std::borrow::Cow;

/// What is known of a word; all zero for an unknown one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Distributional cluster, from 1; 0 for an unknown word.
    pub(crate) cluster: u16,
    /// A cluster of clusters, from 1.
    pub(crate) coarse: u8,
    /// Which tags the word had, as the number of a set.
    pub(crate) ambiguity: u16,
    /// Which kind of name the word is usually part of.
    pub(crate) naming: u8,
    /// The word's only tag plus one; 0 if it has several.
    pub(crate) sure: u8,
}

/// A key in four bytes and its entry in seven, little-endian: cluster, ambiguity, coarse cluster, naming, only tag. The last
/// byte is 0: with it, a slot begins at a multiple of four, and fewer lie across two lines of the processor's cache.
type Slot = [u8; 12];

fn slot(key: u32, entry: Entry) -> Slot {
    let ([a, b, c, d], [e, f], [g, h]) =
        (key.to_le_bytes(), entry.cluster.to_le_bytes(), entry.ambiguity.to_le_bytes());
    [a, b, c, d, e, f, g, h, entry.coarse, entry.naming, entry.sure, 0]
}

fn key_of(&[a, b, c, d, ..]: &Slot) -> u32 {
    u32::from_le_bytes([a, b, c, d])
}

fn entry_of(&[_, _, _, _, e, f, g, h, coarse, naming, sure, _]: &Slot) -> Entry {
    Entry { cluster: u16::from_le_bytes([e, f]), ambiguity: u16::from_le_bytes([g, h]), coarse, naming, sure }
}

/// Entries by hash of the lower-cased word.
#[derive(Clone, Default)]
pub(crate) struct Lexicon {
    /// Open addressing over a power of two, at most half full; key 0 means free.
    slots: Cow<'static, [Slot]>,
}

fn key(form: Atom) -> u32 {
    ((form >> 20) as u32) | 1
}

impl Lexicon {
    /// Builds the lexicon from keys and entries; a repeated key keeps its first entry.
    pub(crate) fn new(entries: &[(u32, Entry)]) -> Lexicon {
        let size = (entries.len() * 2).next_power_of_two().max(2);
        let mut slots = vec![Slot::default(); size];
        for &(key, entry) in entries {
            let mut at = (key >> 1) as usize & (size - 1);
            while let Some(free) = slots.get_mut(at) {
                if key_of(free) == 0 {
                    *free = slot(key, entry);
                }
                if key_of(free) == key {
                    break;
                }
                at = (at + 1) & (size - 1);
            }
        }
        Lexicon { slots: slots.into() }
    }

    /// The lexicon whose slots these bytes are; `None` unless their number is a power of two.
    pub(crate) fn in_place(bytes: &'static [u8]) -> Option<Lexicon> {
        let (slots, []) = bytes.as_chunks() else { return None };
        slots.len().is_power_of_two().then(|| Lexicon { slots: slots.into() })
    }

    /// The slots, one behind the other.
    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.slots.as_flattened()
    }

    /// The short key under which a word is stored.
    #[cfg(feature = "trainer")]
    pub(crate) fn key(form: Atom) -> u32 {
        key(form)
    }

    pub(crate) fn get(&self, form: Atom) -> Entry {
        let key = key(form);
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = (key >> 1) as usize & mask;
        while let Some(slot) = self.slots.get(at) {
            match key_of(slot) {
                found if found == key => return entry_of(slot),
                0 => break,
                _ => at = (at + 1) & mask,
            }
        }
        Entry::default()
    }

    /// Every entry, ordered by key.
    #[cfg(feature = "trainer")]
    pub(crate) fn entries(&self) -> Vec<(u32, Entry)> {
        let mut all: Vec<_> =
            self.slots.iter().map(|slot| (key_of(slot), entry_of(slot))).filter(|slot| slot.0 != 0).collect();
        all.sort_by_key(|slot| slot.0);
        all
    }
}
