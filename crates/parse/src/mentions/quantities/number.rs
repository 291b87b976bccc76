//! Numbers in digits and in words.

use verbale_core::Decimal;

use super::words::{NumberWord, meanings};
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
pub(crate) fn read(text: &Text<'_>, at: usize, end: usize) -> Option<(Number, usize)> {
    let token = text.tokens().get(at)?;
    match token.kind {
        TokenKind::Number => {
            let value = digits(text.word(at))?;
            let (value, next) = multiplied(text, value, at + 1, end)?;
            Some((Number { value, indefinite: false, is_one: false }, next))
        }
        TokenKind::Word => words(text, at, end),
        TokenKind::Mixed | TokenKind::Sign => None,
    }
}

/// A number in digits; commas stand before groups of three, so that "4,5" is none.
fn digits(word: &str) -> Option<Decimal> {
    let whole = word.split('.').next().unwrap_or(word);
    let grouped = whole.split(',').skip(1).all(|group| group.len() == 3);
    grouped.then(|| word.replace(',', "").parse().ok())?
}

fn meaning<T>(
    text: &Text<'_>,
    at: usize,
    end: usize,
    wanted: impl Fn(&NumberWord) -> Option<T>,
) -> Option<T> {
    if at < end { meanings(text.word(at)).iter().find_map(wanted) } else { None }
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

/// Multiplies by the words behind: "1.5 billion", "two hundred thousand".
fn multiplied(text: &Text<'_>, value: Decimal, mut at: usize, end: usize) -> Option<(Decimal, usize)> {
    let mut value = value;
    while let Some(times) = meaning(text, at, end, times) {
        value = value.checked_mul(Decimal::from(times))?;
        at += 1;
    }
    Some((value, at))
}

/// A number in words: tens and units fill up to hundreds, and a scale ("thousand") takes all that stands before it.
fn words(text: &Text<'_>, at: usize, end: usize) -> Option<(Number, usize)> {
    // Most words begin no number.
    if meanings(text.word(at)).is_empty() {
        return None;
    }
    let indefinite = text.word(at).ends_with('s') && meaning(text, at, end, times).is_some();
    if indefinite {
        let (value, next) = multiplied(text, Decimal::ONE, at, end)?;
        return Some((Number { value, indefinite, is_one: false }, next));
    }
    // "a hundred", "a dozen": the article is left out of the words, for it may belong to a phrase before.
    let article =
        at > 0 && text.word(at - 1).eq_ignore_ascii_case("a") && meaning(text, at, end, times).is_some();
    let (mut total, mut group) = (0u64, u64::from(article));
    let mut last_scale = u64::MAX;
    let mut next = at;
    loop {
        let open = group.is_multiple_of(100) && (next == at || group > 0 || total > 0);
        let and = usize::from(next > at && open && text.word(next).eq_ignore_ascii_case("and"));
        let more = || {
            let (small, behind) = below_hundred(text, next + and, end)?;
            // "a million and one million" are two numbers.
            let another = meaning(text, behind, end, times).is_some_and(|scale| scale >= last_scale);
            (!another).then_some((small, behind))
        };
        if open
            && (!article || next > at)
            && let Some((small, behind)) = more()
        {
            group = group.checked_add(small)?;
            next = behind;
        } else if let Some(scale) =
            meaning(text, next, end, times).filter(|scale| group > 0 && *scale < last_scale)
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
    if article && next == at + 1 && at > 1 && text.word(at - 2).eq_ignore_ascii_case("half") {
        value /= 2;
    }
    let is_one = value == 1 && next == at + 1;
    (next > at).then(|| (Number { value: Decimal::from(value), indefinite: false, is_one }, next))
}

fn below_hundred(text: &Text<'_>, at: usize, end: usize) -> Option<(u64, usize)> {
    if let Some(ten) = meaning(text, at, end, ten) {
        let hyphen = usize::from(text.word(at + 1) == "-");
        return match meaning(text, at + 1 + hyphen, end, unit) {
            Some(unit) if unit < 10 => Some((ten + unit, at + 2 + hyphen)),
            _ => Some((ten, at + 1)),
        };
    }
    meaning(text, at, end, unit).map(|unit| (unit, at + 1))
}
