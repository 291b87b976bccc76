//! Numbers in digits and in words.

use verbale_core::Decimal;

use super::words::{NumberWord, meanings};
use crate::text::{Text, TokenKind};

/// A number as it was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) value: Decimal,
    /// Whether only a plural such as "thousands" was read: the number is more than one of it.
    pub(super) indefinite: bool,
    /// Whether it is the word "one", which is often a pronoun.
    pub(super) is_one: bool,
}

/// The number that begins at a token, and the position behind it.
pub(super) fn read(text: &Text<'_>, at: usize, end: usize) -> Option<(Number, usize)> {
    let token = text.tokens().get(at)?;
    match token.kind {
        TokenKind::Number => {
            let value = text.word(at).replace(',', "").parse::<Decimal>().ok()?;
            let (value, next) = multiplied(text, value, at + 1, end)?;
            Some((Number { value, indefinite: false, is_one: false }, next))
        }
        TokenKind::Word => words(text, at, end),
        TokenKind::Mixed | TokenKind::Sign => None,
    }
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

fn words(text: &Text<'_>, at: usize, end: usize) -> Option<(Number, usize)> {
    let indefinite = text.word(at).ends_with('s') && meaning(text, at, end, times).is_some();
    if indefinite {
        let (value, next) = multiplied(text, Decimal::ONE, at, end)?;
        return Some((Number { value, indefinite, is_one: false }, next));
    }
    let (small, next) = below_hundred(text, at, end).or_else(|| {
        // "a hundred", "a dozen": the article is left out of the words, for it may belong to a phrase before.
        meaning(text, at, end, times)
            .filter(|_| at > 0 && text.word(at - 1).eq_ignore_ascii_case("a"))
            .map(|_| (1, at))
    })?;
    let (mut value, mut next) = multiplied(text, Decimal::from(small), next, end)?;
    // "two hundred and fifty", "three thousand five hundred"
    loop {
        let and =
            next + usize::from(value >= Decimal::ONE_HUNDRED && text.word(next).eq_ignore_ascii_case("and"));
        if value < Decimal::ONE_HUNDRED {
            break;
        }
        let Some((more, behind)) = below_hundred(text, and, end) else { break };
        let (more, behind) = multiplied(text, Decimal::from(more), behind, end)?;
        // "two hundred and five thousand" are two numbers in a list.
        if more >= value {
            break;
        }
        value = value.checked_add(more)?;
        next = behind;
    }
    let is_one = small == 1 && next == at + 1;
    Some((Number { value, indefinite: false, is_one }, next))
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
