//! Names, dates and numbers: first where they stand (a BILUO tagger over five groups of kinds), then what they are.

pub(crate) mod features;

use crate::hash::{Atom, Features};
use crate::lists::NameKind;
use crate::model::shape::{KINDS, PLACES};
use crate::table::Scores;
use crate::tagger::PAD;
use crate::words::Word;

pub(crate) const GROUPS: usize = 5;

const OUTSIDE: usize = 0;

/// The group of a kind: persons, bodies and works, places and peoples, times, numbers.
#[cfg(feature = "trainer")]
pub(crate) fn group(kind: NameKind) -> usize {
    match kind {
        NameKind::Person => 0,
        NameKind::Organisation
        | NameKind::Facility
        | NameKind::Product
        | NameKind::Event
        | NameKind::Work
        | NameKind::Law => 1,
        NameKind::Gpe | NameKind::Location | NameKind::Norp | NameKind::Language => 2,
        NameKind::Date | NameKind::Time => 3,
        _ => 4,
    }
}

/// Which part of a name a word is.
#[cfg(feature = "trainer")]
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Begin,
    Inside,
    Last,
    Unit,
}

/// The class of a part of a name of a group.
#[cfg(feature = "trainer")]
pub(crate) fn class(part: Part, group: usize) -> usize {
    1 + group * 4 + part as usize
}

/// Whether `class` may follow `previous`, given whether the word is the last one.
pub(crate) fn legal(class: usize, previous: usize, last_word: bool) -> bool {
    let part = |class: usize| (class - 1) % 4;
    let open = previous != OUTSIDE && part(previous) < 2;
    if class > GROUPS * 4 {
        return false;
    }
    if class == OUTSIDE {
        return !open;
    }
    if last_word && part(class) < 2 {
        return false;
    }
    if open {
        matches!(part(class), 1 | 2) && (class - 1) / 4 == (previous - 1) / 4
    } else {
        matches!(part(class), 0 | 3)
    }
}

/// The best legal class.
pub(crate) fn best_place(scores: &[i32; PLACES], previous: usize, last_word: bool) -> usize {
    let mut best = OUTSIDE;
    let mut high = i32::MIN;
    for (class, &score) in scores.iter().enumerate() {
        if score > high && legal(class, previous, last_word) {
            high = score;
            best = class;
        }
    }
    best
}

/// The best kind.
pub(crate) fn best_kind(scores: &[i32; KINDS]) -> usize {
    let mut best = 0;
    let mut high = i32::MIN;
    for (class, &score) in scores.iter().enumerate().take(NameKind::ALL.len()) {
        if score > high {
            high = score;
            best = class;
        }
    }
    best
}

/// A sentence as the name models see it; tags and roles are padded by [`PAD`] like the words.
#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    pub(crate) words: &'a [Word],
    pub(crate) tags: &'a [Atom],
    pub(crate) roles: &'a [Atom],
}

impl View<'_> {
    pub(crate) fn len(&self) -> usize {
        self.words.len().saturating_sub(2 * PAD)
    }
}

/// What has been decided so far to the left.
#[derive(Clone, Copy, Default)]
pub(crate) struct Left {
    pub(crate) previous: usize,
    pub(crate) before: usize,
    /// Where the open or last name begins, and the kind of the last closed name plus one.
    pub(crate) start: usize,
    pub(crate) kind: usize,
}

impl Left {
    /// Moves on by one word; a name that closes at `at` is `kind_of(start, end, class)`.
    pub(crate) fn step(
        &mut self,
        at: usize,
        class: usize,
        mut kind_of: impl FnMut(usize, usize, usize) -> usize,
    ) {
        if class != OUTSIDE {
            let part = (class - 1) % 4;
            if part == 0 || part == 3 {
                self.start = at;
            }
            if part >= 2 {
                self.kind = 1 + kind_of(self.start, at + 1, class);
            }
        }
        self.before = self.previous;
        self.previous = class;
    }
}

/// The lexicon's mark of words that are hardly ever part of a name: more than 95 of 100 times they are not.
pub(crate) const NO_NAME: u8 = 3;

/// Whether no name is open and the word, not capitalised, is hardly ever part of one: then it need not be looked at.
fn never_begins(view: View<'_>, at: usize, left: &Left) -> bool {
    let open = left.previous != OUTSIDE && (left.previous - 1) % 4 < 2;
    !open && view.words.get(at + PAD).is_some_and(|word| word.flags & 1 == 0 && word.entry.naming == NO_NAME)
}

/// Finds the names of a sentence: (first word, word after the last, kind).
pub(crate) fn find(
    view: View<'_>,
    places: &impl Scores<PLACES>,
    kinds: &impl Scores<KINDS>,
    f: &mut Features,
    out: &mut Vec<(usize, usize, NameKind)>,
) {
    out.clear();
    let mut left = Left::default();
    let n = view.len();
    for at in 0..n {
        let class = if never_begins(view, at, &left) {
            OUTSIDE
        } else {
            features::place(view, at, &left, f);
            best_place(&places.scores(f.as_slice()), left.previous, at + 1 == n)
        };
        left.step(at, class, |start, end, class| {
            features::kind(view, start, end, class, f);
            let kind = best_kind(&kinds.scores(f.as_slice()));
            if let Some(&name) = NameKind::ALL.get(kind) {
                out.push((start, end, name));
            }
            kind
        });
    }
}
