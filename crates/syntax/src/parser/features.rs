//! What the parser looks at before each action.

use super::state::State;
use crate::hash::{Atom, Features, small};
use crate::words::Word;

/// The ingredients of one word.
#[derive(Clone, Copy, Default)]
pub(crate) struct Token {
    pub(crate) form: Atom,
    pub(crate) tag: Atom,
    pub(crate) both: Atom,
    pub(crate) cluster: Atom,
    pub(crate) coarse: Atom,
    /// The role guessed before parsing.
    pub(crate) role: Atom,
}

/// A sentence's ingredients, with those of the root and of nothing behind the last word.
#[derive(Default)]
pub(crate) struct Atoms {
    pub(crate) tokens: Vec<Token>,
    /// How many commas, verbs, conjunctions and so on stand before each word.
    counts: Vec<[u16; 4]>,
}

const COMMA: u8 = crate::Tag::Comma as u8;
const CC: u8 = crate::Tag::CC as u8;
const VERB_FIRST: u8 = crate::Tag::VB as u8;
const VERB_LAST: u8 = crate::Tag::VBZ as u8;
const MODAL: u8 = crate::Tag::MD as u8;
const COLON: u8 = crate::Tag::Colon as u8;
const WDT: u8 = crate::Tag::WDT as u8;
const WRB: u8 = crate::Tag::WRB as u8;

impl Atoms {
    pub(crate) fn len(&self) -> usize {
        self.tokens.len().saturating_sub(2)
    }

    pub(crate) fn fill<'a>(&mut self, words: impl Iterator<Item = &'a Word>, tags: &[u8], roles: &[u8]) {
        self.tokens.clear();
        self.counts.clear();
        let mut count = [0u16; 4];
        for ((word, &tag), &role) in words.zip(tags).zip(roles) {
            let t = small(30, u64::from(tag));
            self.tokens.push(Token {
                form: word.form,
                tag: t,
                both: word.form.wrapping_add(t.rotate_left(31)),
                cluster: word.cluster,
                coarse: word.coarse,
                role: small(70, u64::from(role)),
            });
            self.counts.push(count);
            match tag {
                COMMA => count[0] += 1,
                VERB_FIRST..=VERB_LAST | MODAL => count[1] += 1,
                CC => count[2] += 1,
                COLON | WDT..=WRB => count[3] += 1,
                _ => {}
            }
        }
        for extra in 0..2 {
            let a = small(40, extra);
            self.tokens.push(Token { form: a, tag: a, both: a, cluster: a, coarse: a, role: a });
            self.counts.push(count);
        }
    }

    pub(crate) fn get(&self, at: u32) -> Token {
        self.tokens.get(at as usize).copied().unwrap_or_default()
    }

    /// Counts of commas, verbs, conjunctions and wh-words between two places, each up to 3, as one atom.
    pub(crate) fn between(&self, from: u32, to: u32) -> Atom {
        let (Some(a), Some(b)) = (self.counts.get(from as usize + 1), self.counts.get(to as usize)) else {
            return 0;
        };
        let mut packed = 0u64;
        for (a, b) in a.iter().zip(b) {
            packed = packed << 2 | u64::from(b.saturating_sub(*a).min(3));
        }
        small(41, packed)
    }
}

/// A distance in a few steps.
pub(crate) fn distance(from: u32, to: u32) -> Atom {
    let d = to.abs_diff(from);
    let step = match d {
        0..=5 => d,
        6..=8 => 6,
        9..=14 => 7,
        15..=25 => 8,
        _ => 9,
    };
    small(43, u64::from(step))
}

/// The features of a state.
#[inline]
pub(crate) fn features(atoms: &Atoms, state: &State, f: &mut Features) {
    let at_s0 = state.stacked(0);
    let at_b0 = state.next();
    let (s0, s1, s2) = (atoms.get(at_s0), atoms.get(state.stacked(1)), atoms.get(state.stacked(2)));
    let (b0, b1, b2, b3) =
        (atoms.get(at_b0), atoms.get(state.ahead(1)), atoms.get(state.ahead(2)), atoms.get(state.ahead(3)));
    let (ns0, nb0) = (state.node(at_s0), state.node(at_b0));
    let head = state.node(ns0.head);
    let (s0h, s0hh) = (atoms.get(ns0.head), atoms.get(head.head));
    let (s0l, s0l2, s0r, s0r2) =
        (atoms.get(ns0.left), atoms.get(ns0.left2), atoms.get(ns0.right), atoms.get(ns0.right2));
    let (b0l, b0l2) = (atoms.get(nb0.left), atoms.get(nb0.left2));
    let label = |at: u32| small(44, u64::from(state.node(at).label));
    let (ls0, ls0h, ls0l, ls0r, lb0l) = (
        small(44, u64::from(ns0.label)),
        small(44, u64::from(head.label)),
        label(ns0.left),
        label(ns0.right),
        label(nb0.left),
    );
    let ls1 = label(state.stacked(1));
    let d = distance(at_s0, at_b0);
    let vl = small(45, u64::from(ns0.lefts.min(6)));
    let vr = small(46, u64::from(ns0.rights.min(6)));
    let vb = small(47, u64::from(nb0.lefts.min(6)));
    let (sl, sr, sb) = (small(48, ns0.left_set), small(49, ns0.right_set), small(50, nb0.left_set));
    let between = atoms.between(at_s0, at_b0);
    let before = atoms.get(at_b0.wrapping_sub(1));
    let after = atoms.get(at_s0 + 1);
    let headless =
        small(51, u64::from(state.has_head(at_s0)) + 2 * u64::from(state.has_head(state.stacked(1))));

    f.clear();
    f.one(1, s0.both);
    f.one(2, s0.form);
    f.two(3, s0.tag, headless);
    f.one(4, b0.both);
    f.one(5, b0.form);
    f.one(6, b0.tag);
    f.one(7, b1.both);
    f.one(8, b1.form);
    f.one(9, b1.tag);
    f.one(10, b2.both);
    f.one(11, b2.tag);
    f.two(12, s0.both, b0.both);
    f.two(13, s0.both, b0.form);
    f.two(14, s0.form, b0.both);
    f.two(15, s0.both, b0.tag);
    f.two(16, s0.tag, b0.both);
    f.two(17, s0.form, b0.form);
    f.two(18, s0.tag, b0.tag);
    f.two(19, b0.tag, b1.tag);
    f.three(20, b0.tag, b1.tag, b2.tag);
    f.three(21, s0.tag, b0.tag, b1.tag);
    f.three(22, s0h.tag, s0.tag, b0.tag);
    f.three(23, s0.tag, s0l.tag, b0.tag);
    f.three(24, s0.tag, s0r.tag, b0.tag);
    f.three(25, s0.tag, b0.tag, b0l.tag);
    f.two(26, s0.form, d);
    f.two(27, s0.tag, d);
    f.two(28, b0.form, d);
    f.two(29, b0.tag, d);
    f.three(30, s0.form, b0.form, d);
    f.three(31, s0.tag, b0.tag, d);
    f.two(32, s0.form, vr);
    f.two(33, s0.tag, vr);
    f.two(34, s0.form, vl);
    f.two(35, s0.tag, vl);
    f.two(36, b0.form, vb);
    f.two(37, b0.tag, vb);
    f.one(38, s0h.form);
    f.one(39, s0h.tag);
    f.two(40, ls0, s0.tag);
    f.one(41, s0l.form);
    f.one(42, s0l.tag);
    f.one(43, ls0l);
    f.one(44, s0r.form);
    f.one(45, s0r.tag);
    f.one(46, ls0r);
    f.one(47, b0l.form);
    f.one(48, b0l.tag);
    f.one(49, lb0l);
    f.one(50, s0hh.both);
    f.one(51, s0l2.both);
    f.one(52, s0r2.both);
    f.one(53, b0l2.both);
    f.three(54, s0.tag, s0l.tag, s0l2.tag);
    f.three(55, s0.tag, s0r.tag, s0r2.tag);
    f.three(56, s0.tag, s0h.tag, s0hh.tag);
    f.three(57, b0.tag, b0l.tag, b0l2.tag);
    f.two(58, s0.form, sr);
    f.two(59, s0.tag, sr);
    f.two(60, s0.form, sl);
    f.two(61, s0.tag, sl);
    f.two(62, b0.form, sb);
    f.two(63, b0.tag, sb);
    // The second word of the stack.
    f.three(64, s1.tag, s0.tag, b0.tag);
    f.two(65, s1.both, b0.tag);
    f.two(66, s1.form, b0.form);
    f.two(67, s1.tag, b0.both);
    f.three(68, s1.tag, b0.tag, headless);
    f.four(69, s2.tag, s1.tag, s0.tag, b0.tag);
    f.three(70, s1.form, s0.form, b0.form);
    f.three(71, s1.both, s0.tag, b0.tag);
    // Further ahead.
    f.four(72, s0.tag, b0.tag, b1.tag, b2.tag);
    f.four(73, b0.tag, b1.tag, b2.tag, b3.tag);
    f.three(74, s0.form, b0.tag, b1.tag);
    f.three(75, s0.tag, b0.form, b1.tag);
    f.three(76, s0.tag, b0.tag, b1.form);
    f.three(77, s0.form, b0.form, b1.form);
    f.two(78, s0.form, b1.form);
    // Clusters.
    f.two(79, s0.cluster, b0.cluster);
    f.two(80, s0.cluster, b0.tag);
    f.two(81, s0.tag, b0.cluster);
    f.three(82, s0.coarse, b0.coarse, b1.coarse);
    f.three(83, s0h.cluster, s0.cluster, b0.cluster);
    f.three(84, s1.cluster, s0.cluster, b0.cluster);
    f.two(85, s0.cluster, b1.cluster);
    f.three(86, s0.cluster, b0.tag, b1.cluster);
    // What stands between.
    f.three(87, s0.tag, b0.tag, between);
    f.two(88, s0.form, between);
    f.two(89, b0.form, between);
    f.three(90, s0.tag, before.tag, b0.tag);
    f.three(91, s0.tag, after.tag, b0.tag);
    f.three(92, ls0, s0.tag, b0.both);
    f.three(93, ls0, s0h.both, b0.tag);
    f.three(94, s0h.form, s0.form, b0.form);
    f.three(95, ls0, ls0h, b0.tag);
    f.three(96, ls0, ls1, b0.tag);
    f.three(97, sr, s0.tag, b0.tag);
    f.three(98, sl, s0.tag, b0.tag);
    f.three(99, sb, s0.tag, b0.tag);
    f.three(100, s0r.both, s0.tag, b0.tag);
    f.three(101, s0.both, s0r.form, b0.form);
    f.three(102, b0l.form, b0.form, s0.form);
    f.four(103, s0h.tag, ls0, s0.tag, b0.form);
    // The surroundings of both words.
    let before2 = atoms.get(at_b0.wrapping_sub(2));
    let after2 = atoms.get(at_s0 + 2);
    let (p1, p2) = (atoms.get(at_s0.wrapping_sub(1)), atoms.get(at_s0.wrapping_sub(2)));
    let b4 = atoms.get(state.ahead(4));
    f.three(110, s0.tag, p1.tag, b0.tag);
    f.four(111, s0.tag, p1.tag, p2.tag, b0.tag);
    f.two(112, p1.both, s0.tag);
    f.two(113, p1.form, s0.form);
    f.two(114, after.both, s0.tag);
    f.two(115, after.form, s0.form);
    f.four(116, s0.tag, after.tag, after2.tag, b0.tag);
    f.two(117, before.both, b0.tag);
    f.two(118, before.form, b0.form);
    f.four(119, before2.tag, before.tag, b0.tag, s0.tag);
    f.two(120, b0.form, b1.form);
    f.two(121, b0.both, b1.tag);
    f.two(122, b0.tag, b1.both);
    f.three(123, b0.form, b1.tag, b2.tag);
    f.one(124, b3.both);
    f.two(125, b0.tag, b2.both);
    f.four(126, b1.tag, b2.tag, b3.tag, b4.tag);
    f.three(127, s0.both, before.tag, b0.tag);
    f.three(128, s0.tag, after.both, b0.tag);
    f.three(129, before.cluster, b0.cluster, b1.cluster);
    f.three(130, p1.cluster, s0.cluster, after.cluster);
    // The roles guessed beforehand.
    f.two(140, s0.role, b0.role);
    f.three(141, s0.role, b0.role, b1.role);
    f.four(142, s0.role, b0.role, b1.role, b2.role);
    f.four(143, s0.tag, s0.role, b0.tag, b0.role);
    f.two(144, s0.role, b0.both);
    f.two(145, s0.both, b0.role);
    f.three(146, s1.role, s0.role, b0.role);
    f.three(147, b0.role, b1.role, b2.role);
    f.three(148, ls0, s0.tag, b0.role);
    f.three(149, s0.role, b0.role, d);
    f.three(150, s0.role, b0.role, between);
    f.four(151, s2.role, s1.role, s0.role, b0.role);
    f.three(152, sr, s0.tag, b0.role);
    f.three(153, sb, b0.role, s0.role);
    f.four(154, b0.role, b1.role, b2.role, b3.role);
}
