//! The numbers of dates: days, years and ordinals in figures and words.

use super::grammar::{Grammar, Read};
use super::words::{DateWord, meanings};
use super::{glued, is_kind};
use crate::text::TokenKind;

impl Grammar<'_, '_> {
    /// A year in four digits.
    pub(super) fn four_digits(&self, at: usize) -> Option<i32> {
        let word = self.word(at);
        let year = if word.len() == 4 { word.parse().ok()? } else { return None };
        // A letter before a dash names a thing: "Su-1954". A number with a sign before it is no year.
        let named = at > self.place.start + 1
            && glued(self.text, at)
            && self.before(at) == "-"
            && !is_kind(self.text, at - 2, TokenKind::Number);
        ((1000..2100).contains(&year) && !named).then_some(year)
    }

    /// The year behind a day or month, with or without comma.
    pub(super) fn year_behind(&self, at: usize) -> (Option<i32>, usize) {
        let next = at + usize::from(self.is(at, &[",", "of", "de"]));
        match self.four_digits(next) {
            Some(year) => (Some(year), next + 1),
            None => (None, at),
        }
    }

    /// Whether an era stands here and is the one before year 1, with the position behind it: "BC", "B.C.", "AD", "CE".
    pub(super) fn era(&self, at: usize) -> (bool, usize) {
        match self.word(at) {
            "BC" | "BCE" => return (true, at + 1),
            "AD" | "CE" => return (false, at + 1),
            _ => {}
        }
        let dotted = |letters: &[&str]| {
            letters.iter().enumerate().all(|(place, letter)| {
                self.word(at + 2 * place) == *letter && self.word(at + 2 * place + 1) == "."
            })
        };
        if dotted(&["B", "C", "E"]) {
            (true, at + 6)
        } else if dotted(&["B", "C"]) {
            (true, at + 4)
        } else if dotted(&["A", "D"]) || dotted(&["C", "E"]) {
            (false, at + 4)
        } else {
            (false, at)
        }
    }

    pub(super) fn day_number(&self, at: usize) -> Option<u32> {
        if !is_kind(self.text, at, TokenKind::Number) && !is_kind(self.text, at, TokenKind::Mixed) {
            return None;
        }
        let word = self.word(at);
        let digits =
            word.strip_suffix("st").or_else(|| word.strip_suffix("nd")).or_else(|| word.strip_suffix("rd"));
        let digits = digits.or_else(|| word.strip_suffix("th")).unwrap_or(word);
        digits.parse().ok().filter(|day| digits.len() <= 2 && (1..=31).contains(day))
    }

    /// The second day of a range: `-20`, `to 27`.
    pub(super) fn second_day(&self, at: usize) -> Read<u32> {
        let linked = self.is_dash(at) || self.is(at, &["to", "/"]);
        if !linked {
            return None;
        }
        Some((self.day_number(at + 1)?, at + 2))
    }

    pub(super) fn ordinal(&self, at: usize) -> Option<u32> {
        let word = self.word(at);
        let digits = word.trim_end_matches(|char: char| char.is_ascii_lowercase());
        if !digits.is_empty() && matches!(&word[digits.len()..], "st" | "nd" | "rd" | "th") {
            return digits.parse().ok();
        }
        if self.is_dash(at + 1) && self.is(at, &["twenty"]) {
            return None;
        }
        meanings(word)
            .iter()
            .find_map(|word| if let DateWord::Ordinal(number) = word { Some(*number) } else { None })
    }
}
