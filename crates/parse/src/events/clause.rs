//! The stretch of a sentence that a trigger governs, as far as words and commas show it.

use std::ops::Range;

use crate::text::{Sentence, Text, lower};

/// A clause: its tokens and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clause {
    pub(super) tokens: Range<usize>,
    pub(super) range: Range<usize>,
}

/// Words that begin another clause.
const OPENERS: &[&str] = &[
    "after", "although", "as", "because", "before", "but", "despite", "if", "once", "since", "that",
    "though", "until", "when", "where", "which", "while", "who", "whom", "whose",
];

/// The clause around a trigger: from the last break before it to the first break behind it.
pub(super) fn of(text: &Text<'_>, sentence: &Sentence, trigger: &Range<usize>) -> Clause {
    let tokens = sentence.tokens.clone();
    let start = (tokens.start..trigger.start)
        .rev()
        .find(|&at| breaks(text, at, &tokens))
        .map_or(tokens.start, |at| at + 1);
    let end = (trigger.end..tokens.end).find(|&at| breaks(text, at, &tokens)).unwrap_or(tokens.end);
    let range = text.tokens()[start].range().start..text.tokens()[end - 1].range().end;
    Clause { tokens: start..end, range }
}

/// Whether a clause ends at a token. A comma ends one only where an opener follows: others stand in lists and around asides.
fn breaks(text: &Text<'_>, at: usize, sentence: &Range<usize>) -> bool {
    let is_opener = |at: usize| at < sentence.end && OPENERS.contains(&lower(text.word(at)).as_ref());
    match text.word(at) {
        ";" | ":" | "—" => true,
        "," => is_opener(at + 1) || text.word(at + 1) == "and" && is_opener(at + 2),
        // An opener at the start of the sentence opens the clause that it stands in: "After the talks, they signed".
        _ => is_opener(at) && at > sentence.start && !is_preposition(text, at),
    }
}

/// Whether an opener that may be a preposition is one here: it stands before a number, a name or an article and its noun, as in
/// "after 1948", "since May", "before the talks".
fn is_preposition(text: &Text<'_>, at: usize) -> bool {
    let next = text.word(at + 1);
    let may_be =
        ["after", "as", "before", "despite", "since", "until"].contains(&lower(text.word(at)).as_ref());
    may_be
        && (next.starts_with(|char: char| char.is_ascii_digit() || char.is_uppercase())
            || matches!(next, "the" | "a" | "an"))
}
