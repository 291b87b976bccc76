//! Counts the training words into a lexicon.

use super::corpus::Sentence;
use crate::hash::bytes;
use crate::lexicon::{Entry, Lexicon};
use crate::lists::{NameKind, Tag};
use std::collections::BTreeMap;

/// The lower-cased, digit-free form that the lexicon knows words by.
pub(crate) fn normal(form: &str) -> String {
    form.chars().flat_map(char::to_lowercase).map(|c| if c.is_ascii_digit() { '#' } else { c }).collect()
}

/// Words seen at least this often get an entry.
const SEEN: u32 = 3;

/// Builds the lexicon; `clusters` gives (fine, coarse) for normal forms.
pub(crate) fn build(sentences: &[Sentence], clusters: &BTreeMap<String, (u16, u8)>) -> Lexicon {
    #[derive(Default)]
    struct Counts {
        all: u32,
        tags: BTreeMap<Tag, u32>,
        kinds: BTreeMap<Option<NameKind>, u32>,
    }
    let mut words: BTreeMap<String, Counts> = BTreeMap::new();
    for token in sentences.iter().flat_map(|s| &s.tokens) {
        let counts = words.entry(normal(&token.form)).or_default();
        counts.all += 1;
        *counts.tags.entry(token.tag).or_default() += 1;
        *counts.kinds.entry(token.name.map(|n| n.1)).or_default() += 1;
    }
    let mut sets: BTreeMap<Vec<Tag>, u32> = BTreeMap::new();
    let set_of = |counts: &Counts| {
        let mut set: Vec<(u32, Tag)> = counts.tags.iter().map(|(&tag, &n)| (n, tag)).collect();
        set.sort_by(|a, b| b.cmp(a));
        set.retain(|(n, _)| n * 33 >= counts.all);
        let mut tags: Vec<Tag> = set.iter().map(|x| x.1).collect();
        // The most frequent tag leads; the others' order says little.
        if let Some(rest) = tags.get_mut(1..) {
            rest.sort();
        }
        tags
    };
    for counts in words.values().filter(|c| c.all >= SEEN) {
        *sets.entry(set_of(counts)).or_default() += 1;
    }
    let mut order: Vec<(u32, Vec<Tag>)> = sets.into_iter().map(|(set, n)| (n, set)).collect();
    order.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    let numbers: BTreeMap<Vec<Tag>, u16> =
        order.into_iter().enumerate().map(|(n, (_, set))| (set, (n + 1).min(60000) as u16)).collect();
    let mut entries = Vec::new();
    for (word, counts) in words.iter().filter(|(_, c)| c.all >= SEEN) {
        let (&top, &most) = counts
            .tags
            .iter()
            .max_by_key(|(tag, n)| (**n, std::cmp::Reverse(**tag)))
            .unwrap_or((&Tag::XX, &0));
        let sure = counts.all >= 30 && f64::from(most) >= 0.998 * f64::from(counts.all);
        let (kind, often) = counts.kinds.iter().max_by_key(|(_, n)| **n).map_or((None, 0), |(k, n)| (*k, *n));
        let share = f64::from(often) / f64::from(counts.all);
        let degree = if share > 0.95 {
            2
        } else if share > 0.6 {
            1
        } else {
            0
        };
        let naming = 1 + degree + 3 * kind.map_or(0, |k| 1 + k.index());
        let (cluster, coarse) = clusters.get(word).copied().unwrap_or_default();
        entries.push((
            Lexicon::key(bytes(1, word.as_bytes())),
            Entry {
                cluster,
                coarse,
                ambiguity: numbers.get(&set_of(counts)).copied().unwrap_or(0),
                naming: naming as u8,
                sure: if sure { top.index() as u8 + 1 } else { 0 },
            },
        ));
    }
    entries.sort_by_key(|e| e.0);
    Lexicon::new(&entries)
}
