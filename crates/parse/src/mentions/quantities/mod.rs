//! Numbers that count or measure something.

pub(crate) mod number;

use std::ops::Range;

use verbale_core::{Amount, Bound, Decimal};

use number::Number;

use crate::document::BlockKind;
use crate::lexicon::{NumberWord, Numbers};
use crate::text::{Text, TokenKind, function_word};

/// A number with what it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct QuantityMention {
    pub(crate) range: Range<usize>,
    pub(crate) value: Amount,
    pub(crate) max: Option<Amount>,
    pub(crate) bound: Bound,
    pub(crate) unit: Option<String>,
    pub(crate) change_from: Option<Amount>,
    pub(crate) period: Option<String>,
    /// Whether it is the "one" of "one of the radars", which counts where something is moved or somebody is hurt, and mostly says
    /// nothing: "one of the reasons".
    pub(crate) is_one_of: bool,
}

impl QuantityMention {
    /// Whether it is a sum of money: its unit is the code of a currency.
    pub(crate) fn is_money(&self) -> bool {
        self.unit
            .as_deref()
            .is_some_and(|unit| unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase()))
    }
}

/// Finds the quantities of a text, in order; `taken` are the places of dates, names and references, sorted.
pub(crate) fn find(text: &Text<'_>, numbers: &Numbers, taken: &[Range<usize>]) -> Vec<QuantityMention> {
    let mut mentions = Vec::new();
    for (_, kind, tokens) in text.blocks() {
        if matches!(kind, BlockKind::Masthead | BlockKind::Note) {
            continue;
        }
        let finder = Finder { text, numbers, taken, start: tokens.start, end: tokens.end };
        let mut at = tokens.start;
        while at < tokens.end {
            match finder.quantity(at) {
                Some((mention, next)) => {
                    mentions.push(mention);
                    at = next;
                }
                None => at += 1,
            }
        }
    }
    mentions
}

struct Finder<'a, 't> {
    text: &'a Text<'t>,
    numbers: &'a Numbers,
    taken: &'a [Range<usize>],
    start: usize,
    end: usize,
}

impl<'a, 't> Finder<'a, 't> {
    fn word(&self, at: usize) -> &'t str {
        if (self.start..self.end).contains(&at) { self.text.word(at) } else { "" }
    }

    fn is(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.word(at).eq_ignore_ascii_case(word))
    }

    fn glued(&self, at: usize) -> bool {
        at > self.start && at < self.end && self.text.tokens().get(at).is_some_and(|token| !token.spaced)
    }

    fn is_taken(&self, at: usize) -> bool {
        let Some(token) = self.text.tokens().get(at) else { return true };
        let before = self.taken.partition_point(|range| range.start <= token.range().start);
        // Ranges may contain each other; the few before the last one that starts here are looked at.
        self.taken[before.saturating_sub(4)..before].iter().any(|range| range.contains(&token.range().start))
    }

    fn number(&self, at: usize) -> Option<(Number, usize)> {
        if at >= self.end || self.is_taken(at) {
            None
        } else {
            number::read(self.text, self.numbers, at, self.end)
        }
    }

    fn quantity(&self, at: usize) -> Option<(QuantityMention, usize)> {
        let (number, mut next) = self.number(at)?;
        if self.is_name(at, next) {
            return None;
        }
        let mut first = at;
        let mut bound = if number.indefinite { Bound::AtLeast } else { Bound::Exact };
        let mut unit = None;
        // "half a million"
        if self.is(first.wrapping_sub(1), &["a"]) && self.is(first.wrapping_sub(2), &["half"]) {
            first -= 2;
        }
        if let Some(sign) = self.meaning_before(first, |meaning| matches!(meaning, NumberWord::Currency(_)))
            && self.glued(first)
            && let (NumberWord::Currency(code), length) = sign
        {
            unit = Some(code.clone());
            first -= length;
        }
        if let Some((NumberWord::Bound(found), length)) =
            self.meaning_before(first, |meaning| matches!(meaning, NumberWord::Bound(_)))
            && !self.is_particle(first)
        {
            bound = *found;
            first -= length;
        }
        let mut value = number.value;
        let (mut max, mut change_from) = (None, None);
        if let Some((upper, behind)) =
            self.upper(at, next).filter(|(upper, _)| upper.value > value || self.is_fall(at, first))
        {
            if self.is_fall(at, first) {
                (change_from, value) = (Some(value), upper.value);
            } else {
                max = Some(upper.value);
            }
            next = behind;
        }
        if self.is(next, &["more", "further", "additional", "other"]) {
            next += 1;
        }
        let partitive = self.partitive(next).filter(|_| unit.is_none());
        let is_one_of = number.is_one && partitive.is_some();
        let (unit_behind, behind) = match partitive {
            // "two of the four frigates": the other number is counted by itself.
            Some(unit) => (Some(unit), next),
            None => self.unit(next, unit.is_some()),
        };
        if unit.is_none() && number.is_one && unit_behind.is_none() {
            return None;
        }
        let unit = unit.or(unit_behind);
        let (period, next) = self.period(behind);
        let range = self.text.tokens()[first].range().start..self.text.tokens()[next - 1].range().end;
        let amount = |value: Decimal| Amount::new(value).ok();
        let mention = QuantityMention {
            range,
            value: amount(value)?,
            max: max.and_then(amount),
            bound,
            unit,
            change_from: change_from.and_then(amount),
            period,
            is_one_of,
        };
        Some((mention, next))
    }

    /// "handed over two ships": whether what looks like a bound belongs to a verb.
    fn is_particle(&self, first: usize) -> bool {
        let start = first.checked_sub(2).filter(|start| *start >= self.start);
        start.is_some_and(|start| {
            self.numbers.meanings(&self.phrase(start, 2)).contains(&NumberWord::Particle)
        })
    }

    /// What a part is counted of: frigates in "two of the four frigates", "one of its “F-2” frigates".
    fn partitive(&self, at: usize) -> Option<String> {
        let whole = at + 2;
        let is_whole = self.is(at, &["of"])
            && self.is(at + 1, &["the", "its", "their", "these", "those", "his", "her", "our"]);
        let behind = if is_whole { self.number(whole).map_or(whole, |(_, next)| next) } else { return None };
        let is_mark = |at: &usize| matches!(self.word(*at), "\"" | "“" | "”" | "«" | "»" | "‘" | "’");
        let mut words = (behind..self.end.min(behind + 7)).filter(|at| !is_mark(at)).take_while(|&at| {
            self.text.tokens()[at].kind != TokenKind::Sign && function_word(self.word(at)).is_none()
        });
        words.find_map(|at| self.singular(self.word(at)).filter(|_| !self.continues(at + 1)))
    }

    /// Whether the number names something: "Resolution 242", "MiG-21", "14:30", "Group of 77".
    fn is_name(&self, at: usize, next: usize) -> bool {
        let before = at.wrapping_sub(1);
        let skipped =
            if self.is(before, &["."]) && self.glued(before) { before.wrapping_sub(1) } else { before };
        let named = self.numbers.meanings(self.word(skipped)).contains(&NumberWord::Name)
            && (skipped == before || self.word(skipped).len() < 5);
        let joined = self.glued(at)
            && matches!(self.word(before), "-" | "–" | "/" | "+" | ":" | "." | "’" | "'" | "#");
        let joins = self.glued(next)
            && (matches!(self.word(next), "/" | "+" | ":")
                || matches!(self.word(next), "-")
                    && self.glued(next + 1)
                    && self.word(next + 1).starts_with(char::is_uppercase));
        let listed = matches!(self.word(before), "(" | "[") && matches!(self.word(next), ")" | "]");
        let group = self.is(before, &["of"])
            && self.is(before.wrapping_sub(1), &["group"])
            && self.word(before.wrapping_sub(1)).starts_with('G');
        named || joined || joins || listed || group
    }

    /// The meaning of the words before a position, the longest phrase first, with its length.
    fn meaning_before(
        &self,
        at: usize,
        wanted: impl Fn(&NumberWord) -> bool,
    ) -> Option<(&'a NumberWord, usize)> {
        (1..=self.numbers.longest()).rev().find_map(|length| {
            let first = at.checked_sub(length).filter(|first| *first >= self.start)?;
            let phrase = self.phrase(first, length);
            self.numbers
                .meanings(&phrase)
                .iter()
                .find(|meaning| wanted(meaning))
                .map(|meaning| (meaning, length))
        })
    }

    /// The meaning of the words at a position, the longest phrase first, with the position behind it.
    fn meaning_at(&self, at: usize, wanted: impl Fn(&NumberWord) -> bool) -> Option<(&'a NumberWord, usize)> {
        (1..=self.numbers.longest()).rev().find_map(|length| {
            let phrase = self.phrase(at, length);
            self.numbers
                .meanings(&phrase)
                .iter()
                .find(|meaning| wanted(meaning))
                .map(|meaning| (meaning, at + length))
        })
    }

    fn phrase(&self, first: usize, length: usize) -> String {
        if first + length > self.end {
            return String::new();
        }
        (first..first + length).map(|at| self.word(at)).collect::<Vec<_>>().join(" ")
    }

    /// The second number of "12 to 20", "12-20", "between 12 and 20".
    fn upper(&self, lower: usize, at: usize) -> Option<(Number, usize)> {
        let linked = self.is(at, &["to"])
            || matches!(self.word(at), "-" | "–") && self.glued(at)
            || self.is(at, &["and"]) && self.is_lower(lower);
        let (number, next) = linked.then(|| self.number(at + 1))??;
        (!number.is_one && !self.is_name(at + 2, next)).then_some((number, next))
    }

    /// Whether a number is the lower one of "between half a million and a million".
    fn is_lower(&self, at: usize) -> bool {
        let article = usize::from(self.is(at.wrapping_sub(1), &["a"]));
        let half = usize::from(article == 1 && self.is(at.wrapping_sub(2), &["half"]));
        self.is(at.wrapping_sub(1 + article + half), &["between"])
    }

    /// "fell from 300 to 150": whether a number is what a change begins with.
    fn is_fall(&self, at: usize, first: usize) -> bool {
        self.is_change(at) && self.is(first.wrapping_sub(1), &["from"])
    }

    /// Whether the sentence speaks of a change, within some words before the number.
    fn is_change(&self, at: usize) -> bool {
        (at.saturating_sub(12).max(self.start)..at)
            .any(|at| self.numbers.meanings(self.word(at)).contains(&NumberWord::Change))
    }

    /// What is counted: a currency, or the head of the nouns behind the number.
    fn unit(&self, at: usize, has_currency: bool) -> (Option<String>, usize) {
        let of = at + usize::from(self.is(at, &["of"]));
        if let Some((NumberWord::Currency(code), next)) =
            self.meaning_at(of, |meaning| matches!(meaning, NumberWord::Currency(_)))
        {
            return (Some(code.clone()), next);
        }
        if has_currency {
            return (None, at);
        }
        // "26-year-long": the word behind the hyphen is counted.
        if self.word(at) == "-" && self.glued(at) && self.glued(at + 1) {
            return (Some(self.word(at + 1).to_lowercase()), at + 2);
        }
        let mut head = None;
        for place in of..self.end.min(of + 7) {
            let word = self.word(place);
            let is_word = self.text.tokens()[place].kind == TokenKind::Word && function_word(word).is_none();
            let is_hyphen = word == "-" && self.glued(place);
            // "one officer killed two soldiers": what stands before the next number is not what this one counts.
            let is_number = place > of && self.number(place).is_some_and(|(number, _)| !number.is_one);
            if !is_word && !is_hyphen || is_number {
                break;
            }
            if let Some(singular) = self.singular(word) {
                head = Some((singular, place + 1));
                if word.starts_with(char::is_lowercase) && !self.continues(place + 1) {
                    break;
                }
            }
        }
        // "one Kenyan officer"
        let named = self.word(of).starts_with(char::is_uppercase)
            && self.text.tokens().get(of).is_some_and(|token| token.kind == TokenKind::Word);
        let first = of + usize::from(named && of + 1 < self.end);
        head.map_or_else(
            || {
                let word = self.word(first);
                let noun = word.starts_with(char::is_lowercase) && function_word(word).is_none();
                if noun { (Some(word.to_owned()), first + 1) } else { (None, at) }
            },
            |(unit, next)| (Some(unit), next),
        )
    }

    /// Whether the noun group goes on behind a plural: "member states", "cadets", but not "villages held".
    fn continues(&self, at: usize) -> bool {
        self.singular(self.word(at)).is_some() && function_word(self.word(at)).is_none()
    }

    fn period(&self, at: usize) -> (Option<String>, usize) {
        match self.meaning_at(at, |meaning| matches!(meaning, NumberWord::Period(_))) {
            Some((NumberWord::Period(period), next)) => (Some(period.clone()), next),
            _ => (None, at),
        }
    }

    /// The singular of a plural noun; `None` for a word that does not look like one.
    fn singular(&self, word: &str) -> Option<String> {
        let lower = word.to_lowercase();
        if let Some(NumberWord::Plural(singular)) =
            self.numbers.meanings(&lower).iter().find(|word| matches!(word, NumberWord::Plural(_)))
        {
            return Some(singular.clone());
        }
        let stem =
            lower.strip_suffix('s').filter(|stem| stem.len() > 2 && !stem.ends_with(['s', 'u', 'i']))?;
        if function_word(&lower).is_some() || lower == "was" || lower == "has" {
            return None;
        }
        Some(match stem {
            _ if stem.ends_with("ie") && stem.len() > 4 => format!("{}y", &stem[..stem.len() - 2]),
            _ if ["che", "she", "sse", "xe"].iter().any(|end| stem.ends_with(end)) => {
                stem[..stem.len() - 1].to_owned()
            }
            _ => stem.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests;
