//! What the clause around a date says about its time: past perfect, future, the time of writing.

use std::ops::Range;

use super::timeline::TimeLine;
use crate::mentions::dates::has_class;

impl TimeLine<'_> {
    /// Whether the clause of a date tells what was before: "had left in October".
    pub(super) fn is_past_perfect(&self, index: usize) -> bool {
        let mut clause =
            self.before(index, CLAUSE).rev().take_while(|&token| !self.has(token, "boundary-sign"));
        clause.any(|token| self.has(token, "past-perfect"))
    }

    /// Whether the clause of a date speaks of what is to come, seen from when it was written or from then: "was due in May".
    pub(super) fn is_future(&self, index: usize) -> bool {
        let is_to = |token: usize| {
            self.text.word(token + 1) == "to" && (self.has(token, "present") || self.has(token, "past"))
        };
        self.clause_has(index, |token| self.has(token, "future") || is_to(token))
    }

    /// Whether the clause of a date speaks of what is to come after it was written: "is due in May".
    pub(super) fn is_ahead(&self, index: usize) -> bool {
        self.is_future(index)
            && !self.clause_has(index, |token| self.has(token, "past-perfect") || self.has(token, "past"))
    }

    /// Whether such a word stands in the clause of a date.
    fn clause_has(&self, index: usize, is_such: impl Fn(usize) -> bool) -> bool {
        let inside = |token: &usize| !self.has(*token, "boundary-sign") && !self.has(*token, "boundary-word");
        let before = self.before(index, CLAUSE).rev().take_while(inside);
        let behind = self.behind(index, CLAUSE).take_while(inside);
        before.chain(behind).any(is_such)
    }

    /// Whether a date is set for something: "called a meeting for Friday", "declared Friday a day of mourning".
    pub(super) fn is_set(&self, index: usize) -> bool {
        let range = &self.mentions[index].range;
        let before = self.text.token_at(range.start).checked_sub(1);
        let behind = self.text.token_at(range.end);
        let is_named = matches!(self.text.word(behind), "a" | "as")
            && self.behind(index, NAMED).any(|token| self.has(token, "day-off"));
        is_named || before.is_some_and(|before| self.text.word(before) == "for")
    }

    /// Whether the sentence of a date speaks of the time of writing: "the most recent talks".
    pub(super) fn is_recent(&self, index: usize) -> bool {
        self.before(index, 2 * CLAUSE).any(|token| self.has(token, "recent"))
    }

    /// Whether a length of time stands before a date in its sentence, from whose end the date may be counted: "Within nine months they
    /// leave; one month later …".
    pub(super) fn has_length_before(&self, index: usize) -> bool {
        let named = |token: usize| {
            let start = self.text.tokens()[token].range().start;
            let mut before = self.mentions.iter().take(index).rev().take(4);
            before.any(|mention| mention.range.contains(&start))
        };
        self.before(index, 2 * CLAUSE).any(|token| self.has(token, "plural") && !named(token))
    }

    /// The tokens before a date in its sentence, at most so many.
    fn before(&self, index: usize, most: usize) -> Range<usize> {
        let start = self.mentions[index].range.start;
        let at = self.text.token_at(start);
        let sentence =
            self.text.sentence_at(start).map(|sentence| self.text.sentences()[sentence].tokens.start);
        sentence.unwrap_or(at).max(at.saturating_sub(most))..at
    }

    /// The tokens behind a date in its sentence, at most so many.
    fn behind(&self, index: usize, most: usize) -> Range<usize> {
        let range = &self.mentions[index].range;
        let at = self.text.token_at(range.end);
        let sentence =
            self.text.sentence_at(range.start).map(|sentence| self.text.sentences()[sentence].tokens.end);
        at..sentence.unwrap_or(at).min(at + most)
    }

    fn has(&self, token: usize, class: &str) -> bool {
        has_class(self.text.word(token), class)
    }
}

/// How many tokens behind a day may say what it is declared to be.
const NAMED: usize = 5;
/// How many tokens before and behind a date are looked at for the tense of its clause.
const CLAUSE: usize = 14;
