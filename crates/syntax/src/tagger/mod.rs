//! Penn tags, from left to right.

use crate::hash::{Features, small};
use crate::model::shape::TAGS;
use crate::table::Scores;
use crate::words::Word;

/// How many boundary words stand on each side of a padded sentence.
pub(crate) const PAD: usize = 3;

/// Adds the boundary words of one side; `first` is 0 on the left and [`PAD`] on the right.
pub(crate) fn pad(first: usize, words: &mut Vec<Word>) {
    for n in (first..first + PAD).map(|n| n as u64) {
        words.push(Word {
            form: small(90, n),
            exact: small(90, n),
            shape: small(91, n),
            cluster: small(92, n),
            coarse: small(93, n),
            ambiguity: small(94, n),
            ..Word::default()
        });
    }
}

/// The features of the word in the middle of `window` (its place and three on each side).
pub(crate) fn features(
    window: &[Word; 2 * PAD + 1],
    previous: usize,
    before: usize,
    first: bool,
    out: &mut Features,
) {
    let [_, w2, w1, w, n1, n2, n3] = window;
    let t1 = small(30, previous as u64);
    let t2 = small(30, before as u64);
    let flags = small(31, u64::from(w.flags));
    out.clear();
    out.one(0, small(32, u64::from(first)));
    out.one(1, w.form);
    out.one(2, w.exact);
    let [s1, s2, s3, s4] = w.suffixes;
    out.one(3, s1);
    out.one(4, s2);
    out.one(5, s3);
    out.one(6, s4);
    let [p1, _, p3] = w.prefixes;
    out.one(7, p1);
    out.one(8, p3);
    out.one(9, w.shape);
    out.two(10, flags, small(32, u64::from(first)));
    out.one(11, w.cluster);
    out.one(12, w.ambiguity);
    out.one(13, t1);
    out.two(14, t1, t2);
    out.two(15, t1, w.form);
    out.two(16, t1, w.ambiguity);
    out.three(17, t1, t2, w.ambiguity);
    out.two(18, t1, s3);
    out.two(19, t1, w.cluster);
    out.one(20, w1.form);
    out.one(21, w2.form);
    out.one(22, n1.form);
    out.one(23, n2.form);
    out.one(24, w1.suffixes[2]);
    out.one(25, n1.suffixes[2]);
    out.two(26, w.ambiguity, n1.ambiguity);
    out.three(27, w.ambiguity, n1.ambiguity, n2.ambiguity);
    out.three(28, t1, w.ambiguity, n1.ambiguity);
    out.one(29, n1.cluster);
    out.two(30, w.form, n1.form);
    out.two(31, w1.form, w.form);
    out.two(32, w.form, n1.ambiguity);
    out.two(33, s3, n1.ambiguity);
    out.two(34, w.ambiguity, n1.suffixes[1]);
    out.three(35, t1, flags, n1.shape);
    out.two(36, w.shape, n1.shape);
    out.two(37, w1.form, w.ambiguity);
    out.two(38, w.ambiguity, n1.form);
    out.three(39, t1, w.form, n1.ambiguity);
    out.three(40, t2, t1, w.form);
    out.three(41, w1.cluster, w.ambiguity, n1.cluster);
    out.two(42, flags, s2);
    out.two(43, n1.ambiguity, n2.ambiguity);
    out.two(44, w.ambiguity, n2.form);
    out.three(45, n1.ambiguity, n2.ambiguity, n3.ambiguity);
    out.two(46, w2.form, w.ambiguity);
}

/// Tags a padded sentence; `tags` gets one class a word.
pub(crate) fn tag(
    padded: &[Word],
    table: &impl Scores<TAGS>,
    features_buffer: &mut Features,
    tags: &mut Vec<u8>,
) {
    tags.clear();
    let (mut previous, mut before) = (TAGS, TAGS);
    for window in padded.windows(2 * PAD + 1) {
        let Ok(window) = <&[Word; 2 * PAD + 1]>::try_from(window) else { continue };
        let sure = usize::from(window[PAD].entry.sure);
        let best = if sure > 0 {
            sure - 1
        } else {
            features(window, previous, before, tags.is_empty(), features_buffer);
            best_of(&table.scores(features_buffer.as_slice()))
        };
        tags.push(best as u8);
        before = previous;
        previous = best;
    }
}

/// The class with the highest score, the first of equals.
pub(crate) fn best_of<const C: usize>(scores: &[i32; C]) -> usize {
    let mut best = 0;
    let mut high = i32::MIN;
    for (class, &score) in scores.iter().enumerate() {
        if score > high {
            high = score;
            best = class;
        }
    }
    best
}
