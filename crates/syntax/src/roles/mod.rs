//! A first guess of each word's role in the sentence, from its neighbourhood alone, before there is a tree.
//!
//! The parser goes from left to right and is greedy; the guessed roles of the words ahead tell it what is to come.

use crate::hash::{Atom, Features, small};
#[cfg(feature = "trainer")]
use crate::lists::{Label, Tag};
use crate::model::shape::ROLES;
use crate::table::Scores;
use crate::tagger::{PAD, best_of};
use crate::words::Word;

#[cfg(feature = "trainer")]
const AFTER_ADVMOD: usize = 45;
#[cfg(feature = "trainer")]
const BEFORE_PREP: usize = 46;
#[cfg(feature = "trainer")]
const BEFORE_ADVCL: usize = 47;
/// These take the places of labels that are rare, or plain from the word itself and so told by a kindred label.
#[cfg(feature = "trainer")]
const NOUN_PREP: usize = Label::Meta as usize;
#[cfg(feature = "trainer")]
const VERB_CONJ: usize = Label::Parataxis as usize;
#[cfg(feature = "trainer")]
const BEFORE_CCOMP: usize = Label::Csubjpass as usize;
#[cfg(feature = "trainer")]
const OTHER_CONJ: usize = Label::Predet as usize;

/// The role of a word with this label: its head stands before or behind it, and is tagged so.
#[cfg(feature = "trainer")]
pub(crate) fn role(label: Label, head_before: bool, head: Option<Tag>) -> u8 {
    let verbal =
        matches!(head, Some(Tag::VB | Tag::VBD | Tag::VBG | Tag::VBN | Tag::VBP | Tag::VBZ | Tag::MD));
    let nominal =
        matches!(head, Some(Tag::NN | Tag::NNS | Tag::NNP | Tag::NNPS | Tag::PRP | Tag::DT | Tag::CD));
    let class = match (label, head_before) {
        (Label::Advmod, true) => AFTER_ADVMOD,
        (Label::Prep, false) => BEFORE_PREP,
        (Label::Prep, true) if nominal => NOUN_PREP,
        (Label::Advcl, false) => BEFORE_ADVCL,
        (Label::Ccomp, false) => BEFORE_CCOMP,
        (Label::Conj, _) if verbal => VERB_CONJ,
        (Label::Conj, _) if !nominal => OTHER_CONJ,
        (Label::Meta | Label::Parataxis | Label::Intj, _) => Label::Dep.index(),
        (Label::Csubjpass, _) => Label::Csubj.index(),
        (Label::Predet, _) => Label::Det.index(),
        _ => label.index(),
    };
    class as u8
}

/// The features of the word at `at` (counted in the padded sentence); `tags` is padded like the words.
pub(crate) fn features(
    words: &[Word],
    tags: &[Atom],
    at: usize,
    previous: usize,
    before: usize,
    f: &mut Features,
) {
    let window = |from: usize| {
        words.get(from..from + 2 * PAD + 1).and_then(|w| <&[Word; 2 * PAD + 1]>::try_from(w).ok())
    };
    let tag_window = |from: usize| tags.get(from..from + 9).and_then(|w| <&[Atom; 9]>::try_from(w).ok());
    let (Some([w3, w2, w1, w, n1, n2, n3]), Some([t4, t3, t2, t1, t, u1, u2, u3, u4])) =
        (window(at.saturating_sub(PAD)), tag_window(at + TAG_PAD - PAD - 4))
    else {
        return;
    };
    let r1 = small(70, previous as u64);
    let r2 = small(70, before as u64);
    let (t, t1, t2, t3, t4, u1, u2, u3, u4) = (*t, *t1, *t2, *t3, *t4, *u1, *u2, *u3, *u4);
    f.clear();
    f.one(1, t);
    f.one(2, w.form);
    f.two(3, w.form, t);
    f.two(4, t, t1);
    f.two(5, t, u1);
    f.three(6, t1, t, u1);
    f.three(7, t, t1, t2);
    f.three(8, t, u1, u2);
    f.four(9, t, t1, t2, t3);
    f.four(10, t, u1, u2, u3);
    f.four(11, t2, t1, t, u1);
    f.four(12, t1, t, u1, u2);
    f.two(13, w1.form, t);
    f.two(14, n1.form, t);
    f.two(15, w1.form, w.form);
    f.two(16, w.form, n1.form);
    f.two(17, w2.form, t);
    f.two(18, n2.form, t);
    f.two(19, w3.form, t);
    f.two(20, n3.form, t);
    f.two(21, r1, t);
    f.three(22, r1, r2, t);
    f.three(23, r1, t, u1);
    f.two(24, r1, w.form);
    f.three(25, r1, t1, t);
    f.four(26, r1, t1, t, u1);
    f.two(27, w.cluster, w1.cluster);
    f.two(28, w.cluster, n1.cluster);
    f.two(29, w.form, u1);
    f.three(30, w.form, u1, u2);
    f.two(31, w.form, t1);
    f.three(32, w.form, t1, t2);
    f.three(33, w.form, t1, u1);
    f.three(34, w1.form, t, u1);
    f.three(35, t1, t, n1.form);
    f.two(36, w.suffixes[2], u1);
    f.two(37, w.suffixes[2], t1);
    f.three(38, w1.form, t, n1.form);
    f.four(39, w2.form, t1, t, u1);
    f.three(40, w2.form, w1.form, t);
    f.three(41, t, n1.form, n2.form);
    f.four(42, t4, t3, t2.wrapping_add(t1.rotate_left(7)), t);
    f.four(43, u4, u3, u2.wrapping_add(u1.rotate_left(7)), t);
    f.three(44, w.cluster, t1, u1);
    f.three(45, t, w1.cluster, n1.cluster);
    f.four(46, r1, w1.form, t, u1);
    f.two(47, w.naming, n1.naming);
}

/// How many boundary tags stand on each side.
pub(crate) const TAG_PAD: usize = 4;

/// The tags' atoms with boundary atoms on both sides.
pub(crate) fn padded_tags(tags: &[u8], out: &mut Vec<Atom>) {
    out.clear();
    out.extend((0..TAG_PAD as u64).map(|n| small(95, n)));
    out.extend(tags.iter().map(|&tag| small(30, u64::from(tag))));
    out.extend((TAG_PAD as u64..2 * TAG_PAD as u64).map(|n| small(95, n)));
}

/// Guesses the role of every word of a padded sentence.
pub(crate) fn assign(
    words: &[Word],
    tags: &[Atom],
    table: &impl Scores<ROLES>,
    f: &mut Features,
    roles: &mut Vec<u8>,
) {
    roles.clear();
    let (mut previous, mut before) = (ROLES, ROLES);
    for at in PAD..words.len().saturating_sub(PAD) {
        features(words, tags, at, previous, before, f);
        let best = best_of(&table.scores(f.as_slice()));
        roles.push(best as u8);
        before = previous;
        previous = best;
    }
}
