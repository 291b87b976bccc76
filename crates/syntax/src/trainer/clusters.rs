//! Clusters of words that stand in the same places, found by the exchange algorithm (Kneser and Ney 1993).
//!
//! A class-based pair model is fitted to two kinds of pairs: neighbouring words, and a head with its child.
//! Words move one by one to the class that makes the pairs most likely.

use super::corpus::Sentence;
use super::lexicon::normal;
use std::collections::BTreeMap;

/// Classes of a word's neighbours on one side, with counts.
type Neighbours = Vec<(usize, i64)>;

/// One kind of pairs, by word number: (other word, count), for both directions.
struct Pairs {
    after: Vec<Vec<(u32, u32)>>,
    before: Vec<Vec<(u32, u32)>>,
}

impl Pairs {
    fn new(words: usize, counts: &BTreeMap<(u32, u32), u32>) -> Pairs {
        let mut pairs = Pairs { after: vec![Vec::new(); words], before: vec![Vec::new(); words] };
        for (&(a, b), &n) in counts {
            pairs.after[a as usize].push((b, n));
            pairs.before[b as usize].push((a, n));
        }
        pairs
    }
}

fn weigh(n: i64) -> f64 {
    if n <= 0 { 0.0 } else { n as f64 * (n as f64).ln() }
}

/// The class counts of one kind of pairs.
struct Matrix {
    classes: usize,
    cells: Vec<i64>,
    rows: Vec<i64>,
    columns: Vec<i64>,
}

/// Sums the counts of a word's neighbours by their class.
fn by_class(
    list: &[(u32, u32)],
    class_of: &[usize],
    classes: usize,
    out: &mut Vec<(usize, i64)>,
    scratch: &mut Vec<i64>,
) {
    scratch.clear();
    scratch.resize(classes, 0);
    for &(word, n) in list {
        scratch[class_of[word as usize]] += i64::from(n);
    }
    out.clear();
    out.extend(scratch.iter().enumerate().filter(|(_, n)| **n > 0).map(|(class, &n)| (class, n)));
}

impl Matrix {
    fn shift(&mut self, class: usize, after: &[(usize, i64)], before: &[(usize, i64)], sign: i64) {
        for &(other, n) in after {
            self.cells[class * self.classes + other] += sign * n;
            self.rows[class] += sign * n;
            self.columns[other] += sign * n;
        }
        for &(other, n) in before {
            self.cells[other * self.classes + class] += sign * n;
            self.rows[other] += sign * n;
            self.columns[class] += sign * n;
        }
    }

    /// What the model gains when a word with these neighbours joins a class.
    fn gain(
        &self,
        class: usize,
        after: &[(usize, i64)],
        before: &[(usize, i64)],
        table: &dyn Fn(i64) -> f64,
    ) -> f64 {
        let mut gain = 0.0;
        let (mut left, mut right) = (0, 0);
        for &(other, n) in after {
            let cell = self.cells[class * self.classes + other];
            gain += table(cell + n) - table(cell);
            left += n;
        }
        for &(other, n) in before {
            let cell = self.cells[other * self.classes + class];
            gain += table(cell + n) - table(cell);
            right += n;
        }
        gain - (table(self.rows[class] + left) - table(self.rows[class]))
            - (table(self.columns[class] + right) - table(self.columns[class]))
    }
}

fn exchange(kinds: &[Pairs], words: usize, classes: usize, rounds: usize) -> Vec<usize> {
    let mut class_of: Vec<usize> = (0..words).map(|w| w % classes).collect();
    let logs: Vec<f64> = (0..1 << 16).map(weigh).collect();
    let table = |n: i64| logs.get(n as usize).copied().unwrap_or_else(|| weigh(n));
    let mut matrices: Vec<Matrix> = kinds
        .iter()
        .map(|pairs| {
            let mut m = Matrix {
                classes,
                cells: vec![0; classes * classes],
                rows: vec![0; classes],
                columns: vec![0; classes],
            };
            for (a, list) in pairs.after.iter().enumerate() {
                for &(b, n) in list {
                    m.cells[class_of[a] * classes + class_of[b as usize]] += i64::from(n);
                    m.rows[class_of[a]] += i64::from(n);
                    m.columns[class_of[b as usize]] += i64::from(n);
                }
            }
            m
        })
        .collect();
    let mut scratch = Vec::new();
    for _ in 0..rounds {
        let mut moved = 0;
        for word in 0..words {
            let old = class_of[word];
            let sums: Vec<(Neighbours, Neighbours)> = kinds
                .iter()
                .map(|pairs| {
                    let (mut after, mut before) = (Vec::new(), Vec::new());
                    by_class(&pairs.after[word], &class_of, classes, &mut after, &mut scratch);
                    by_class(&pairs.before[word], &class_of, classes, &mut before, &mut scratch);
                    (after, before)
                })
                .collect();
            for (matrix, (after, before)) in matrices.iter_mut().zip(&sums) {
                matrix.shift(old, after, before, -1);
            }
            let (mut best, mut high) = (old, f64::NEG_INFINITY);
            for class in 0..classes {
                let gain: f64 = matrices
                    .iter()
                    .zip(&sums)
                    .map(|(m, (after, before))| m.gain(class, after, before, &table))
                    .sum();
                if gain > high + 1e-9 {
                    high = gain;
                    best = class;
                }
            }
            for (matrix, (after, before)) in matrices.iter_mut().zip(&sums) {
                matrix.shift(best, after, before, 1);
            }
            moved += usize::from(best != old);
            class_of[word] = best;
        }
        if moved * 200 < words {
            break;
        }
    }
    class_of
}

/// Fine and coarse cluster, both from 1, of every word seen at least `seen` times.
pub(crate) fn find(
    sentences: &[Sentence],
    seen: u32,
    fine: usize,
    coarse: usize,
    rounds: usize,
) -> BTreeMap<String, (u16, u8)> {
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for token in sentences.iter().flat_map(|s| &s.tokens) {
        *counts.entry(normal(&token.form)).or_default() += 1;
    }
    let mut vocabulary: Vec<(u32, String)> =
        counts.into_iter().filter(|(_, n)| *n >= seen).map(|(w, n)| (n, w)).collect();
    vocabulary.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    let numbers: BTreeMap<&str, u32> =
        vocabulary.iter().enumerate().map(|(i, (_, w))| (w.as_str(), i as u32)).collect();
    let mut near: BTreeMap<(u32, u32), u32> = BTreeMap::new();
    let mut tree: BTreeMap<(u32, u32), u32> = BTreeMap::new();
    for sentence in sentences {
        let ids: Vec<Option<u32>> =
            sentence.tokens.iter().map(|t| numbers.get(normal(&t.form).as_str()).copied()).collect();
        for pair in ids.windows(2) {
            if let [Some(a), Some(b)] = pair {
                *near.entry((*a, *b)).or_default() += 1;
            }
        }
        for (token, id) in sentence.tokens.iter().zip(&ids) {
            if let (Some(child), Some(Some(head))) = (id, ids.get(token.head)) {
                *tree.entry((*head, *child)).or_default() += 1;
            }
        }
    }
    let words = vocabulary.len();
    let kinds = [Pairs::new(words, &near), Pairs::new(words, &tree)];
    let class_of = exchange(&kinds, words, fine, rounds);
    let merge = |pairs: &BTreeMap<(u32, u32), u32>| {
        let mut out: BTreeMap<(u32, u32), u32> = BTreeMap::new();
        for (&(a, b), &n) in pairs {
            *out.entry((class_of[a as usize] as u32, class_of[b as usize] as u32)).or_default() += n;
        }
        Pairs::new(fine, &out)
    };
    let classes = exchange(&[merge(&near), merge(&tree)], fine, coarse, rounds);
    vocabulary
        .into_iter()
        .enumerate()
        .map(|(i, (_, w))| (w, (class_of[i] as u16 + 1, classes[class_of[i]] as u8 + 1)))
        .collect()
}
