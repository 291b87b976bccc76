//! What the name models look at.

use super::{Left, View};
use crate::hash::{Atom, Features, small};
use crate::tagger::PAD;
use crate::words::Word;

/// The features of the word at `at` for the place model.
pub(crate) fn place(view: View<'_>, at: usize, left: &Left, f: &mut Features) {
    let words = view.words.get(at..at + 2 * PAD + 1).and_then(|w| <&[Word; 2 * PAD + 1]>::try_from(w).ok());
    let tags = view.tags.get(at..at + 2 * PAD + 1).and_then(|w| <&[Atom; 2 * PAD + 1]>::try_from(w).ok());
    let roles = view.roles.get(at..at + 2 * PAD + 1).and_then(|w| <&[Atom; 2 * PAD + 1]>::try_from(w).ok());
    f.clear();
    let (Some([_, w2, w1, w, n1, n2, n3]), Some([_, t2, t1, t, u1, u2, u3]), Some([_, _, r1, r, v1, _, _])) =
        (words, tags, roles)
    else {
        return;
    };
    let (t1, t2, t, u1, u2, u3, r, r1, v1) = (*t1, *t2, *t, *u1, *u2, *u3, *r, *r1, *v1);
    let c1 = small(80, left.previous as u64);
    let c2 = small(81, left.before as u64);
    let open = left.previous != 0 && (left.previous - 1) % 4 < 2;
    let first = view.words.get(left.start + PAD).filter(|_| open);
    let start = first.map_or(small(82, 0), |w| w.form);
    let length = small(83, if open { (at - left.start).min(7) as u64 } else { 9 });
    let last_kind = small(84, left.kind as u64);
    let fl = |w: &Word| small(31, u64::from(w.flags));
    f.one(1, c1);
    f.two(2, c1, c2);
    f.one(3, w.form);
    f.one(4, w.exact);
    f.two(5, w.form, c1);
    f.two(6, w1.form, c1);
    f.two(7, n1.form, c1);
    f.two(8, w2.form, c1);
    f.two(9, n2.form, c1);
    f.two(10, w1.form, w.form);
    f.two(11, w.form, n1.form);
    f.three(12, w1.form, w.form, n1.form);
    f.three(13, w2.form, w1.form, w.form);
    f.three(14, w.form, n1.form, n2.form);
    f.two(15, w.shape, c1);
    f.three(16, w.shape, w1.shape, c1);
    f.three(17, w.shape, n1.shape, c1);
    f.two(18, w.suffixes[2], c1);
    f.two(19, w.suffixes[3], c1);
    f.two(20, w.prefixes[2], c1);
    f.two(21, w.cluster, c1);
    f.two(22, w1.cluster, w.cluster);
    f.two(23, w.cluster, n1.cluster);
    f.three(24, w1.cluster, w.cluster, n1.cluster);
    f.two(25, w.naming, c1);
    f.three(26, w.naming, n1.naming, c1);
    f.three(27, w1.naming, w.naming, c1);
    f.four(28, w1.naming, w.naming, n1.naming, c1);
    f.four(29, w.naming, n1.naming, n2.naming, c1);
    f.two(30, t, c1);
    f.three(31, t1, t, c1);
    f.three(32, t, u1, c1);
    f.four(33, t1, t, u1, c1);
    f.four(34, t, u1, u2, c1);
    f.four(35, t2, t1, t, c1);
    f.three(36, w.form, t, c1);
    f.three(37, t, n1.form, c1);
    f.three(38, t, w1.form, c1);
    f.two(39, r, c1);
    f.three(40, r1, r, c1);
    f.three(41, r, v1, c1);
    f.three(42, r, t, c1);
    f.three(43, w.form, r, c1);
    f.two(44, start, c1);
    f.three(45, start, w.form, c1);
    f.two(46, length, c1);
    f.three(47, length, w.shape, c1);
    f.three(48, length, t, c1);
    f.two(49, last_kind, c1);
    f.three(50, last_kind, w.form, c1);
    f.three(51, last_kind, w1.form, c1);
    f.three(52, last_kind, w.naming, c1);
    f.four(53, t, u1, u2, u3.wrapping_add(c1));
    f.three(54, w.coarse, n1.coarse, c1);
    f.three(55, w1.coarse, w.coarse, c1);
    f.four(56, fl(w1), fl(w), fl(n1), c1);
    f.four(57, fl(w), fl(n1), fl(n2), c1);
    f.three(58, w.suffixes[2], n1.form, c1);
    f.three(59, w.naming, n1.form, c1);
    f.three(60, w.naming, w1.form, c1);
    f.four(61, n1.naming, n2.naming, n3.naming, c1);
    f.three(62, start, w.naming, n1.naming);
    f.three(63, start, t, u1);
    f.two(64, w.exact, n1.exact);
    f.two(65, w1.exact, w.exact);
}

/// The features of a name from word `start` up to `end` for the kind model; `class` is the class it closed with.
pub(crate) fn kind(view: View<'_>, start: usize, end: usize, class: usize, f: &mut Features) {
    let edge = Word::default();
    let word = |at: usize| view.words.get(at).unwrap_or(&edge);
    let tag = |at: usize| view.tags.get(at).copied().unwrap_or(0);
    let role = |at: usize| view.roles.get(at).copied().unwrap_or(0);
    let (a, z) = (start + PAD, end + PAD);
    let (first, last) = (word(a), word(z - 1));
    let (w2, w1, n1, n2) = (word(a - 2), word(a - 1), word(z), word(z + 1));
    let group = small(85, ((class.max(1) - 1) / 4) as u64);
    let length = small(86, (end - start).min(9) as u64);
    let (mut whole, mut shapes, mut tags, mut clusters, mut namings) = (1u64, 1u64, 1u64, 1u64, 1u64);
    for at in a..z.min(a + 12) {
        let turn =
            |sum: u64, atom: Atom| sum.rotate_left(9).wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(atom);
        whole = turn(whole, word(at).form);
        shapes = turn(shapes, word(at).shape);
        tags = turn(tags, tag(at));
        clusters = turn(clusters, word(at).coarse);
        namings = turn(namings, word(at).naming);
    }
    f.clear();
    f.one(1, group);
    f.one(2, whole);
    f.two(3, shapes, group);
    f.two(4, tags, group);
    f.two(5, clusters, group);
    f.two(6, namings, group);
    f.two(7, length, group);
    f.two(8, first.form, group);
    f.two(9, last.form, group);
    f.one(10, w1.form);
    f.one(11, n1.form);
    f.two(12, w1.form, group);
    f.two(13, n1.form, group);
    f.two(14, w2.form, w1.form);
    f.two(15, n1.form, n2.form);
    f.three(16, w1.form, namings, n1.form);
    f.two(17, w1.form, last.naming);
    f.two(18, n1.form, last.naming);
    f.two(19, last.cluster, group);
    f.two(20, first.cluster, group);
    f.two(21, w1.cluster, group);
    f.two(22, n1.cluster, group);
    f.two(23, last.suffixes[2], group);
    f.two(24, last.suffixes[3], group);
    f.two(25, last.suffixes[1], group);
    f.two(26, first.prefixes[2], group);
    f.two(27, first.suffixes[2], length);
    f.two(28, role(z - 1), group);
    f.three(29, role(z - 1), w1.form, group);
    f.three(30, role(z - 1), n1.form, group);
    f.three(31, tag(a - 1), group, tag(z));
    f.three(32, w1.cluster, last.cluster, n1.cluster);
    f.two(33, last.naming, group);
    f.three(34, first.naming, last.naming, length);
    f.two(35, last.shape, length);
    f.three(36, first.form, last.form, length);
    f.two(37, w2.form, group);
    f.two(38, n2.form, group);
    f.two(39, tag(z - 1), last.suffixes[2]);
    for at in a..z.min(a + 6) {
        f.two(40, word(at).form, group);
        f.two(41, word(at).naming, group);
        f.two(42, word(at).cluster, group);
        f.two(43, word(at).suffixes[2], length);
    }
}
