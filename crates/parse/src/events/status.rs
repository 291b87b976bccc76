//! Whether an event happened, as far as the words before its trigger show it.

use verbale_core::Status;

use super::clause::Clause;
use super::trigger::Found;
use crate::lexicon::Lexicon;
use crate::text::{FunctionWord, Sentence, Text, function_word};

/// The status of an event.
pub(super) fn of(
    text: &Text<'_>,
    sentence: &Sentence,
    clause: &Clause,
    found: &Found,
    lexicon: &Lexicon,
) -> Status {
    let usual = lexicon.frames.get(found.frame).and_then(|frame| frame.status).unwrap_or(Status::Occurred);
    let before: Vec<String> = (clause.tokens.start..found.tokens.start)
        .rev()
        .take(8)
        .map(|at| text.word(at).to_lowercase())
        .collect();
    let has = |words: &[&str]| before.iter().any(|word| words.contains(&word.as_str()));
    let near: Vec<&str> = before.iter().take(4).map(String::as_str).collect();
    let next_is =
        |distance: usize, words: &[&str]| near.get(distance).is_some_and(|word| words.contains(word));
    if has(&["failed", "refused", "unable", "failure"]) && has(&["to"]) {
        return Status::Failed;
    }
    let negated = near.iter().any(|word| matches!(function_word(word), Some(FunctionWord::Negation)))
        || has(&["no"]) && !next_is(0, &["the"]);
    if negated {
        return Status::Negated;
    }
    if has(&["tried", "attempted", "sought", "attempt", "efforts", "effort"]) && has(&["to"]) {
        return Status::Attempted;
    }
    if has(&["would", "could", "might", "if"]) || text.word(sentence.tokens.start).eq_ignore_ascii_case("if")
    {
        return Status::Hypothetical;
    }
    let planned = has(&["will", "shall", "scheduled", "planned", "expected", "plans"])
        || next_is(0, &["be"]) && next_is(1, &["to"])
        || next_is(0, &["to"])
            && next_is(1, &["is", "are", "was", "were", "due", "agreed", "promised", "pledged"]);
    if planned { Status::Planned } else { usual }
}
