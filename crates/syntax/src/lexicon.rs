//! The words seen often in training: their cluster, their possible tags, their habit as names.

use crate::hash::Atom;

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

/// Entries by hash of the lower-cased word.
#[derive(Clone, Default)]
pub(crate) struct Lexicon {
    /// Open addressing over a power of two, at most half full; key 0 means free.
    slots: Vec<(u32, Entry)>,
}

fn key(form: Atom) -> u32 {
    ((form >> 20) as u32) | 1
}

impl Lexicon {
    /// Builds the lexicon from keys and entries; a repeated key keeps its first entry.
    pub(crate) fn new(entries: &[(u32, Entry)]) -> Lexicon {
        let size = (entries.len() * 2).next_power_of_two().max(2);
        let mut slots = vec![(0u32, Entry::default()); size];
        for &(key, entry) in entries {
            let mut at = (key >> 1) as usize & (size - 1);
            while let Some(slot) = slots.get_mut(at) {
                if slot.0 == 0 {
                    *slot = (key, entry);
                }
                if slot.0 == key {
                    break;
                }
                at = (at + 1) & (size - 1);
            }
        }
        Lexicon { slots }
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
            if slot.0 == key {
                return slot.1;
            }
            if slot.0 == 0 {
                break;
            }
            at = (at + 1) & mask;
        }
        Entry::default()
    }

    /// Every entry, ordered by key.
    #[cfg(feature = "trainer")]
    pub(crate) fn entries(&self) -> Vec<(u32, Entry)> {
        let mut all: Vec<_> = self.slots.iter().copied().filter(|slot| slot.0 != 0).collect();
        all.sort_by_key(|slot| slot.0);
        all
    }
}
