//! Words without which the rest of a sentence is read, since the parser would stumble over them.

use std::ops::Range;

use super::Others;
use crate::mentions::quantities::number;
use crate::text::{Text, function_word, overlapping};

/// The aside that begins with a token of a block.
pub(super) fn at(text: &Text<'_>, token: usize, end: usize, others: &Others) -> Option<Range<usize>> {
    votes(text, token, end)
        .or_else(|| manner(text, token, end))
        .or_else(|| byname(text, token, end))
        .or_else(|| relative_date(text, token, others))
}

/// A count of votes between commas, from the first of them on: ", by 12 votes to 3 with two abstentions,".
fn votes(text: &Text<'_>, comma: usize, end: usize) -> Option<Range<usize>> {
    let word = |at: usize| if at < end { text.word(at) } else { "" };
    if word(comma) != "," || !matches!(word(comma + 1), "by" | "with") {
        return None;
    }
    let mut close = comma + 2;
    let mut has_votes = false;
    while close < (comma + LONG).min(end) {
        if let Some((_, next)) = number::read(text, close, end) {
            close = next;
            continue;
        }
        let is_vote = matches!(word(close), "votes" | "vote" | "abstentions" | "abstention" | "abstaining");
        has_votes |= is_vote;
        let joins = function_word(word(close)).is_some()
            || matches!(word(close), "favour" | "favor" | "none" | "-" | "–");
        if !is_vote && !joins {
            break;
        }
        close += 1;
    }
    let range = |at: usize| text.tokens()[at].range();
    (has_votes && word(close) == ",").then(|| range(comma).start..range(close).end)
}

/// "face to face", "side by side": a noun twice with a preposition between says how, and is no object.
fn manner(text: &Text<'_>, first: usize, end: usize) -> Option<Range<usize>> {
    let (last, word) = (first + 2, text.word(first));
    let repeats = last < end
        && matches!(text.word(first + 1), "to" | "by" | "on" | "in")
        && text.word(last) == word
        && word.chars().all(char::is_lowercase)
        && word.chars().any(char::is_alphabetic);
    repeats.then(|| text.tokens()[first].range().start..text.tokens()[last].range().end)
}

/// What somebody is called as well, between commas, from the first of them on: ", officially called Ansar Allah,".
fn byname(text: &Text<'_>, comma: usize, end: usize) -> Option<Range<usize>> {
    let word = |at: usize| if at < end { text.word(at) } else { "" };
    let is_adverb = matches!(
        word(comma + 1),
        "officially"
            | "also"
            | "formerly"
            | "locally"
            | "better"
            | "commonly"
            | "formally"
            | "previously"
            | "then"
    );
    let verb = comma + 1 + usize::from(is_adverb);
    if word(comma) != ","
        || !matches!(word(verb), "called" | "known" | "named" | "dubbed" | "nicknamed" | "styled")
    {
        return None;
    }
    let close = (verb + 1..(verb + SHORT).min(end)).find(|&at| word(at) == ",")?;
    let is_past = word(close + 1) != "and";
    is_past.then(|| text.tokens()[comma].range().start..text.tokens()[close].range().end)
}

/// The most tokens of what somebody is called.
const SHORT: usize = 10;

/// A date right behind a relative pronoun, which the parser would take for its noun: "which last month offered to mediate".
fn relative_date(text: &Text<'_>, token: usize, others: &Others) -> Option<Range<usize>> {
    let range = text.tokens()[token].range();
    let before = token.checked_sub(1).map_or("", |before| text.word(before));
    let date = overlapping(&others.dates, |date| date, &range).filter(|date| date.start == range.start)?;
    let behind = text.token_at(date.end.saturating_sub(1)) + 1;
    let goes_on = text.word(behind).starts_with(char::is_lowercase);
    (matches!(before, "which" | "who") && goes_on).then(|| date.clone())
}

/// The most tokens of a count of votes.
const LONG: usize = 18;
