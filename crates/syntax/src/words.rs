//! What a word looks like: the atoms that every model of this crate shares.

use std::borrow::Cow;

use crate::hash::{self, Atom, Bytes};
use crate::lexicon::{Entry, Lexicon};

/// A word without the hyphen behind its prefix: "re-opened" is "reopened".
#[must_use]
pub fn solid(word: &str) -> Cow<'_, str> {
    let stem = word.get(3..).filter(|stem| stem.starts_with(|c: char| c.is_ascii_lowercase()));
    match (word.get(..3), stem) {
        (Some(prefix @ ("re-" | "Re-")), Some(stem)) => Cow::Owned(prefix.replace('-', "") + stem),
        _ => Cow::Borrowed(word),
    }
}

/// How a sentence is cased; in the last two, the case of a word says nothing about it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Casing {
    Mixed,
    Upper,
    Lower,
}

/// The casing of a sentence given its words.
pub(crate) fn casing<'a>(forms: impl Iterator<Item = &'a str>) -> Casing {
    let (mut upper, mut lower, mut capital) = (0usize, 0usize, 0usize);
    for form in forms {
        let mut chars = form.chars().filter(|c| c.is_alphabetic());
        let Some(first) = chars.next() else { continue };
        let rest_upper = chars.clone().all(char::is_uppercase);
        let len = 1 + chars.count();
        if first.is_uppercase() && rest_upper && len > 1 {
            upper += 1;
        } else if first.is_uppercase() {
            capital += 1;
        } else {
            lower += 1;
        }
    }
    if upper >= 3 && lower == 0 && upper > capital * 2 || (upper >= 2 && lower + capital == 0) {
        Casing::Upper
    } else if upper + capital == 0 && lower > 0 {
        Casing::Lower
    } else {
        Casing::Mixed
    }
}

/// The atoms of one word.
#[derive(Clone, Debug, Default)]
pub(crate) struct Word {
    /// Lower-cased, digits made equal.
    pub(crate) form: Atom,
    /// As written, digits made equal; in sentences without case, equal to `form`.
    pub(crate) exact: Atom,
    pub(crate) suffixes: [Atom; 4],
    pub(crate) prefixes: [Atom; 3],
    pub(crate) shape: Atom,
    /// Bits: 1 initial capital, 2 all capitals, 4 digit, 8 hyphen, 16 no letter, 32 capital inside.
    pub(crate) flags: u8,
    pub(crate) entry: Entry,
    pub(crate) cluster: Atom,
    pub(crate) coarse: Atom,
    pub(crate) ambiguity: Atom,
    pub(crate) naming: Atom,
}

impl Word {
    /// Whether a word is of three capitals or more, in a sentence that has other letters: "UNPROFOR".
    pub(crate) fn is_acronym(&self, text: &str) -> bool {
        self.flags & 2 != 0 && text.len() >= 3 && text.bytes().all(|byte| byte.is_ascii_uppercase())
    }

    pub(crate) fn new(text: &str, casing: Casing, lexicon: &Lexicon, scratch: &mut Vec<u8>) -> Word {
        let text = if matches!(text, "–" | "—" | "―") { "--" } else { &solid(text) };
        scratch.clear();
        let mut exact = Bytes::new(2);
        let mut shape = Bytes::new(3);
        let (mut last_class, mut run) = (0u8, 0usize);
        let mut flags = 0u8;
        let (mut letters, mut uppers) = (0usize, 0usize);
        for (position, c) in text.chars().map(plain).enumerate() {
            let class = if c.is_ascii_lowercase() {
                b'x'
            } else if c.is_ascii_uppercase() {
                b'X'
            } else if c.is_ascii_digit() {
                b'd'
            } else if c.is_ascii() {
                c as u8
            } else if c.is_uppercase() {
                b'X'
            } else if c.is_lowercase() {
                b'x'
            } else if c.is_alphabetic() {
                b'l'
            } else {
                b'?'
            };
            run = if class == last_class { run + 1 } else { 1 };
            last_class = class;
            let class_for_shape = if casing != Casing::Mixed && class == b'X' { b'x' } else { class };
            if run <= 3 {
                shape.push(class_for_shape);
            }
            match class {
                b'x' | b'l' => letters += 1,
                b'X' => {
                    letters += 1;
                    uppers += 1;
                    flags |= if position == 0 { 1 } else { 32 };
                }
                b'd' => flags |= 4,
                b'-' => flags |= 8,
                _ => {}
            }
            if class == b'd' {
                scratch.push(b'#');
                exact.push(b'#');
            } else if c.is_ascii() {
                scratch.push(c.to_ascii_lowercase() as u8);
                exact.push(c as u8);
            } else {
                let mut buffer = [0u8; 4];
                for &byte in c.encode_utf8(&mut buffer).as_bytes() {
                    exact.push(byte);
                }
                for low in c.to_lowercase() {
                    scratch.extend_from_slice(low.encode_utf8(&mut buffer).as_bytes());
                }
            }
        }
        if letters > 0 && letters == uppers {
            flags |= 2;
        }
        if letters == 0 {
            flags |= 16;
        }
        if casing != Casing::Mixed {
            flags &= !(1 | 2 | 32);
        }
        let form = hash::bytes(1, scratch);
        let entry = lexicon.get(form);
        let tail = |n: usize| {
            hash::bytes(4 + n as u64, scratch.get(scratch.len().saturating_sub(n)..).unwrap_or(&[]))
        };
        let head = |n: usize| hash::bytes(10 + n as u64, scratch.get(..n.min(scratch.len())).unwrap_or(&[]));
        Word {
            form,
            exact: if casing == Casing::Mixed { exact.finish() } else { form },
            suffixes: [tail(1), tail(2), tail(3), tail(4)],
            prefixes: [head(1), head(2), head(3)],
            shape: shape.finish(),
            flags,
            cluster: hash::small(20, u64::from(entry.cluster)),
            coarse: hash::small(21, u64::from(entry.coarse)),
            ambiguity: hash::small(22, u64::from(entry.ambiguity)),
            naming: hash::small(23, u64::from(entry.naming)),
            entry,
        }
    }
}

/// Typographic marks as their plain kin: the training text is mostly plain.
fn plain(c: char) -> char {
    match c {
        '’' | '‘' | 'ʼ' | '`' | '´' => '\'',
        '“' | '”' | '„' | '«' | '»' => '"',
        '‐' | '‑' => '-',
        '\u{A0}' => ' ',
        _ => c,
    }
}
