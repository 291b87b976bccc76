//! Where sentences end.

use std::ops::Range;

use super::{Token, TokenKind};
use crate::document::is_abbreviation_before;

/// A sentence ends after this many tokens at the latest. No writer's does; what a machine writes must not cost more than linear
/// time, since events look around within their sentence and quote it whole.
const LONGEST: usize = 400;

/// Splits the tokens of a block into sentences.
pub(super) fn split(
    reading: &str,
    tokens: &[Token],
    block: Range<usize>,
    mut sentence: impl FnMut(Range<usize>, Range<usize>),
) {
    let mut first = block.start;
    let mut at = block.start;
    while at < block.end {
        let mut end = at + 1;
        if ends_sentence(reading, tokens, at, block.end) {
            while end < block.end && closes(reading, &tokens[end]) {
                end += 1;
            }
        } else if end < block.end && end - first < LONGEST {
            at = end;
            continue;
        }
        sentence(first..end, tokens[first].range().start..tokens[end - 1].range().end);
        first = end;
        at = end;
    }
}

fn word<'r>(reading: &'r str, token: &Token) -> &'r str {
    &reading[token.range()]
}

/// A closing quotation mark or bracket right behind the full stop belongs to its sentence.
fn closes(reading: &str, token: &Token) -> bool {
    !token.spaced && matches!(word(reading, token), "\"" | "”" | "’" | "'" | "»" | ")" | "]")
}

fn ends_sentence(reading: &str, tokens: &[Token], at: usize, end: usize) -> bool {
    let stop = word(reading, &tokens[at]);
    if !matches!(stop, "." | "!" | "?" | "…") {
        return false;
    }
    let mut next = at + 1;
    while next < end && closes(reading, &tokens[next]) {
        next += 1;
    }
    if next >= end {
        return true;
    }
    if !tokens[next].spaced || !may_begin(reading, tokens, next, end) {
        return false;
    }
    stop != "." || at == 0 || !is_abbreviation(reading, tokens, at)
}

/// Whether a sentence may begin with the token: a capital, a digit, or opening marks before one.
fn may_begin(reading: &str, tokens: &[Token], at: usize, end: usize) -> bool {
    let opens = |token: &Token| {
        matches!(word(reading, token), "\"" | "“" | "‘" | "'" | "«" | "(" | "[" | "-" | "–" | "—")
    };
    // More than a few marks in a row open nothing.
    let first = (at..end.min(at + 8)).find(|&at| !opens(&tokens[at]));
    first.is_some_and(|at| match tokens[at].kind {
        TokenKind::Number | TokenKind::Mixed => true,
        TokenKind::Word => word(reading, &tokens[at]).starts_with(char::is_uppercase),
        TokenKind::Sign => {
            !matches!(word(reading, &tokens[at]), "," | ";" | ":" | ")" | "]" | "." | "?" | "!")
        }
    })
}

/// Whether the full stop belongs to the word before it: an abbreviation, an initial, or "U.S." before a name.
fn is_abbreviation(reading: &str, tokens: &[Token], stop: usize) -> bool {
    let before = &tokens[stop - 1];
    let number_follows = tokens.get(stop + 1).is_some_and(|next| next.kind == TokenKind::Number);
    !tokens[stop].spaced
        && before.kind == TokenKind::Word
        && is_abbreviation_before(word(reading, before), number_follows)
}

#[cfg(test)]
mod tests {
    use super::super::tokens;
    use super::*;

    fn sentences(text: &str) -> Vec<&str> {
        let mut all = Vec::new();
        tokens::split(text, 0..text.len(), &mut all);
        let mut found = Vec::new();
        split(text, &all, 0..all.len(), |_, range| found.push(&text[range]));
        found
    }

    #[test]
    fn abbreviations_and_initials_do_not_end_sentences() {
        let text = "Gen. A. B. Smith met Mr. Jones in the U.S. Senate. They agreed on No. 12.";
        assert_eq!(
            sentences(text),
            ["Gen. A. B. Smith met Mr. Jones in the U.S. Senate.", "They agreed on No. 12."]
        );
    }

    #[test]
    fn quotation_marks_close_their_sentence() {
        let text = "“We will stay.” He left! (Nobody followed.) Why?";
        assert_eq!(sentences(text), ["“We will stay.”", "He left!", "(Nobody followed.)", "Why?"]);
    }

    #[test]
    fn what_has_no_full_stop_is_one_sentence() {
        assert_eq!(sentences("The road to Geneva"), ["The road to Geneva"]);
        assert_eq!(sentences("He said … nothing at 3.5 km"), ["He said … nothing at 3.5 km"]);
    }
}
