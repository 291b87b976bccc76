//! Words without which the rest of a sentence is read, since the parser would stumble over them.

use std::ops::Range;

use super::Others;
use crate::lexicon::Lexicon;
use crate::lexicon::frames::is_irregular_past;
use crate::mentions::quantities::number;
use crate::text::{Text, function_word, overlapping};

/// The aside that begins with a token of a block.
pub(super) fn at(
    text: &Text<'_>,
    lexicon: &Lexicon,
    token: usize,
    end: usize,
    others: &Others,
) -> Option<Range<usize>> {
    votes(text, lexicon, token, end)
        .or_else(|| margin(text, lexicon, token, end))
        .or_else(|| manner(text, token, end))
        .or_else(|| adverb(text, token, end))
        .or_else(|| counterpart(text, token, end))
        .or_else(|| byname(text, token, end))
        .or_else(|| relative_date(text, token, others))
        .or_else(|| circumstance(text, token, end))
        .or_else(|| opening(text, lexicon, token, end))
        .or_else(|| syllable(text, lexicon, token, end))
        .or_else(|| whose(text, token, end))
}

/// What stands between a word of promise and what is promised: "agreed at a meeting with the mediator to hold a truce", where the
/// parser would have the mediator hold it.
fn circumstance(text: &Text<'_>, preposition: usize, end: usize) -> Option<Range<usize>> {
    let word = |at: usize| if at < end { text.word(at) } else { "" };
    let before = preposition.checked_sub(1).map_or("", |before| text.word(before));
    let promises = matches!(before, "agreed" | "decided" | "pledged" | "promised" | "undertook" | "resolved");
    if !promises || !matches!(word(preposition), "at" | "during" | "in" | "after" | "under" | "through") {
        return None;
    }
    let to =
        (preposition + 2..(preposition + LONG).min(end)).take_while(|&at| word(at) != ",").find(|&at| {
            let is_base =
                word(at + 1).starts_with(char::is_lowercase) && function_word(word(at + 1)).is_none();
            word(at) == "to" && is_base
        })?;
    Some(text.tokens()[preposition].range().start..text.tokens()[to - 1].range().end)
}

/// The ground that opens a sentence, before a part of what it is about: "Under the contract signed with Kenya, two of the ships were
/// sold", where the parser would have the ships sign.
fn opening(text: &Text<'_>, lexicon: &Lexicon, first: usize, end: usize) -> Option<Range<usize>> {
    let word = |at: usize| if at < end { text.word(at) } else { "" };
    if !matches!(word(first), "According" | "Under" | "Pursuant") {
        return None;
    }
    let comma = (first + 2..(first + LONG).min(end)).find(|&at| word(at) == ",")?;
    let is_part =
        number::read(text, &lexicon.numbers, comma + 1, end).is_some_and(|(_, next)| word(next) == "of");
    is_part.then(|| text.tokens()[first].range().start..text.tokens()[comma].range().end)
}

/// What is said of somebody's own between a name and its verb, from the first comma on: ", whose president had visited Lamu, sold". The
/// parser would take the other verb for the main one.
fn whose(text: &Text<'_>, comma: usize, end: usize) -> Option<Range<usize>> {
    let word = |at: usize| if at < end { text.word(at) } else { "" };
    let is_name = comma.checked_sub(1).is_some_and(|name| word(name).starts_with(char::is_uppercase));
    if word(comma) != "," || word(comma + 1) != "whose" || !is_name {
        return None;
    }
    let close = (comma + 2..(comma + LONG).min(end)).find(|&at| word(at) == ",")?;
    let verb = word(close + 1);
    // "was" is read rightly.
    let is_past = function_word(verb).is_none() && (verb.ends_with("ed") || is_irregular_past(verb));
    is_past.then(|| text.tokens()[comma].range().start..text.tokens()[close].range().end)
}

/// The end of a given name behind a hyphen, which the parser may take for another word: "in" of "Moon Jae-in".
fn syllable(text: &Text<'_>, lexicon: &Lexicon, hyphen: usize, end: usize) -> Option<Range<usize>> {
    let tokens = text.tokens();
    let (family, given, last) = (hyphen.checked_sub(2)?, hyphen - 1, hyphen + 1);
    let is_capital = |at: usize| {
        text.word(at).starts_with(char::is_uppercase) && text.word(at).chars().any(char::is_lowercase)
    };
    let is_joined = |at: usize| at < end && !tokens[at].spaced;
    let is_name = text.word(hyphen) == "-"
        && is_joined(hyphen)
        && is_joined(last)
        && is_capital(given)
        && tokens[given].spaced
        && is_capital(family)
        && function_word(&text.word(family).to_lowercase()).is_none()
        && lexicon.descriptions.is_syllable(text.word(last));
    let goes_on = is_joined(last + 1) && text.word(last + 1) == "-";
    (is_name && !goes_on).then(|| tokens[hyphen].range().start..tokens[last].range().end)
}

/// A count of votes between commas, from the first of them on: ", by 12 votes to 3 with two abstentions,".
fn votes(text: &Text<'_>, lexicon: &Lexicon, comma: usize, end: usize) -> Option<Range<usize>> {
    let word = |at: usize| if at < end { text.word(at) } else { "" };
    if word(comma) != "," || !matches!(word(comma + 1), "by" | "with") {
        return None;
    }
    let mut close = comma + 2;
    let mut has_votes = false;
    while close < (comma + LONG).min(end) {
        if let Some((_, next)) = number::read(text, &lexicon.numbers, close, end) {
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

/// A margin of votes without commas: "passed by 17 votes to nil on 28 April", where "to" would govern what follows.
fn margin(text: &Text<'_>, lexicon: &Lexicon, by: usize, end: usize) -> Option<Range<usize>> {
    let word = |at: usize| if at < end { text.word(at) } else { "" };
    let behind = |at: usize| match word(at) {
        "nil" | "none" | "nothing" => Some(at + 1),
        _ => number::read(text, &lexicon.numbers, at, end).map(|(_, next)| next),
    };
    let first = by + usize::from(word(by) == "by");
    let voted = by.checked_sub(1).is_some_and(|before| word(before) == "voted");
    if first == by && !voted {
        return None;
    }
    let for_it = behind(first)?;
    let votes = for_it + usize::from(matches!(word(for_it), "votes" | "vote"));
    if votes == for_it && !voted || !matches!(word(votes), "to" | "-" | "–" | "against") {
        return None;
    }
    let last = behind(votes + 1)?;
    Some(text.tokens()[by].range().start..text.tokens()[last - 1].range().end)
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

/// "his counterpart" right before a name, which the parser takes for a part of it: "met his counterpart President Karanja".
fn counterpart(text: &Text<'_>, first: usize, end: usize) -> Option<Range<usize>> {
    let is_own = matches!(text.word(first), "his" | "her" | "its" | "their");
    let is_named = first + 2 < end
        && matches!(text.word(first + 1), "counterpart" | "counterparts" | "colleague")
        && text.word(first + 2).starts_with(char::is_uppercase);
    (is_own && is_named).then(|| text.tokens()[first].range().start..text.tokens()[first + 1].range().end)
}

/// "at last", "in principle": an adverb of two words between a verb and what it governs; "while" of "while in custody".
fn adverb(text: &Text<'_>, first: usize, end: usize) -> Option<Range<usize>> {
    if text.word(first) == "while" && first + 1 < end && matches!(text.word(first + 1), "in" | "on" | "under")
    {
        return Some(text.tokens()[first].range());
    }
    let last = first + 1;
    let is_adverb = last < end
        && matches!(
            (text.word(first), text.word(last)),
            ("at", "last" | "once" | "length") | ("in", "principle" | "effect" | "turn" | "vain")
        );
    let goes_on = matches!(text.word(last + 1), "to" | "that" | "on" | "with" | "for");
    (is_adverb && goes_on).then(|| text.tokens()[first].range().start..text.tokens()[last].range().end)
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
