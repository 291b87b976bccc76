//! Numbers in digits and in words.

use verbale_core::Decimal;

use crate::lexicon::{NumberWord, Numbers};
use crate::text::{Text, TokenKind};

/// A number as it was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Number {
    pub(crate) value: Decimal,
    /// Whether only a plural such as "thousands" was read: the number is more than one of it.
    pub(crate) indefinite: bool,
    /// Whether it is the word "one", which is often a pronoun.
    pub(crate) is_one: bool,
}

/// The number that begins at a token, and the position behind it.
pub(crate) fn read(text: &Text<'_>, numbers: &Numbers, at: usize, end: usize) -> Option<(Number, usize)> {
    let reader = Reader { text, numbers, end };
    let token = text.tokens().get(at)?;
    match token.kind {
        TokenKind::Number => {
            let (value, next) = reader.multiplied(digits(text.word(at))?, at + 1)?;
            Some((Number { value, indefinite: false, is_one: false }, next))
        }
        TokenKind::Word => reader.words(at),
        TokenKind::Mixed | TokenKind::Sign => None,
    }
}

/// A number in digits; commas stand before groups of three, so that "4,5" is none.
fn digits(word: &str) -> Option<Decimal> {
    let whole = word.split('.').next().unwrap_or(word);
    let grouped = whole.split(',').skip(1).all(|group| group.len() == 3);
    grouped.then(|| word.replace(',', "").parse().ok())?
}

/// A text, as far as numbers are read in it.
struct Reader<'a, 't> {
    text: &'a Text<'t>,
    numbers: &'a Numbers,
    /// The position behind the last token that may be read.
    end: usize,
}

impl Reader<'_, '_> {
    fn meaning<T>(&self, at: usize, wanted: impl Fn(&NumberWord) -> Option<T>) -> Option<T> {
        if at < self.end { self.numbers.meanings(self.text.word(at)).iter().find_map(wanted) } else { None }
    }

    /// Multiplies by the words behind: "1.5 billion", "two hundred thousand".
    fn multiplied(&self, value: Decimal, mut at: usize) -> Option<(Decimal, usize)> {
        let mut value = value;
        while let Some(times) = self.meaning(at, times) {
            value = value.checked_mul(Decimal::from(times))?;
            at += 1;
        }
        Some((value, at))
    }

    /// A number in words: tens and units fill up to hundreds, and a scale ("thousand") takes all that stands before it.
    fn words(&self, at: usize) -> Option<(Number, usize)> {
        // Most words begin no number.
        if self.numbers.meanings(self.text.word(at)).is_empty() {
            return None;
        }
        let indefinite = self.text.word(at).ends_with('s') && self.meaning(at, times).is_some();
        if indefinite {
            let (value, next) = self.multiplied(Decimal::ONE, at)?;
            return Some((Number { value, indefinite, is_one: false }, next));
        }
        // "a hundred", "a dozen": the article is left out of the words, for it may belong to a phrase before.
        let article =
            at > 0 && self.text.word(at - 1).eq_ignore_ascii_case("a") && self.meaning(at, times).is_some();
        let (mut total, mut group) = (0u64, u64::from(article));
        let mut last_scale = u64::MAX;
        let mut next = at;
        loop {
            let open = group.is_multiple_of(100) && (next == at || group > 0 || total > 0);
            let and = usize::from(next > at && open && self.text.word(next).eq_ignore_ascii_case("and"));
            let more = || {
                let (small, behind) = self.below_hundred(next + and)?;
                // "a million and one million" are two numbers.
                let another = self.meaning(behind, times).is_some_and(|scale| scale >= last_scale);
                (!another).then_some((small, behind))
            };
            if open
                && (!article || next > at)
                && let Some((small, behind)) = more()
            {
                group = group.checked_add(small)?;
                next = behind;
            } else if let Some(scale) =
                self.meaning(next, times).filter(|scale| group > 0 && *scale < last_scale)
            {
                if scale == 100 && group < 100 {
                    group *= 100;
                } else {
                    total = total.checked_add(group.checked_mul(scale)?)?;
                    (group, last_scale) = (0, scale);
                }
                next += 1;
            } else {
                break;
            }
        }
        let mut value = total.checked_add(group)?;
        // "half a million"
        if article && next == at + 1 && at > 1 && self.text.word(at - 2).eq_ignore_ascii_case("half") {
            value /= 2;
        }
        let is_one = value == 1 && next == at + 1;
        (next > at).then(|| (Number { value: Decimal::from(value), indefinite: false, is_one }, next))
    }

    fn below_hundred(&self, at: usize) -> Option<(u64, usize)> {
        if let Some(ten) = self.meaning(at, ten) {
            let hyphen = usize::from(self.text.word(at + 1) == "-");
            return match self.meaning(at + 1 + hyphen, unit) {
                Some(unit) if unit < 10 => Some((ten.saturating_add(unit), at + 2 + hyphen)),
                _ => Some((ten, at + 1)),
            };
        }
        self.meaning(at, unit).map(|unit| (unit, at + 1))
    }
}

fn times(word: &NumberWord) -> Option<u64> {
    if let NumberWord::Times(value) = word { Some(*value) } else { None }
}

fn unit(word: &NumberWord) -> Option<u64> {
    if let NumberWord::Unit(value) = word { Some(*value) } else { None }
}

fn ten(word: &NumberWord) -> Option<u64> {
    if let NumberWord::Ten(value) = word { Some(*value) } else { None }
}
