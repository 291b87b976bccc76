//! The quoted title of a document.

use std::ops::Range;

use super::{Title, range};
use crate::mentions::quotations::Quotations;
use crate::text::{FunctionWord, Text, function_word, lower};

const MARKS: &[char] = &['"', '“', '”', '‘', '’', '«', '»', '„'];

/// The title in quotation marks of a document: behind its name ("the resolution entitled “…”"), before it ("the “…” declaration"), or
/// around it ("the “General Agreement”").
pub(super) fn of(text: &Text<'_>, quotations: &Quotations, tokens: &Range<usize>) -> Option<Title> {
    let words = range(text, tokens);
    if let Some(around) = quotations.around(words.start) {
        return opens_title(text, &around, tokens).then_some(Title::Quoted(around));
    }
    behind(text, quotations, &words, tokens).or_else(|| before(text, quotations, &words))
}

/// How many words of a title may stand before the one that says what it is.
const OPENING: usize = 4;

/// Whether a document's word is what the quotation around it is the name of: capitals before it, "of" or the end behind it.
fn opens_title(text: &Text<'_>, around: &Range<usize>, tokens: &Range<usize>) -> bool {
    let first = text.token_at(around.start);
    let end = text.token_at(around.end);
    let is_capital = |token: usize| {
        let word = text.word(token);
        word.starts_with(char::is_uppercase) && function_word(word).is_none()
    };
    let named = (first..=tokens.start).all(is_capital) && tokens.start < first + OPENING;
    let goes_on = function_word(text.word(tokens.end)) == Some(FunctionWord::Preposition);
    named && (tokens.end >= end || goes_on)
}

/// The quotation right behind the words, or behind "entitled", "on" or what was done to the document.
fn behind(
    text: &Text<'_>,
    quotations: &Quotations,
    words: &Range<usize>,
    tokens: &Range<usize>,
) -> Option<Title> {
    let ranges = &quotations.ranges;
    let quoted = ranges.get(ranges.partition_point(|quoted| quoted.start < words.end))?;
    let between = text.slice(&(words.end..quoted.start)).trim_end_matches(MARKS);
    if between.len() > FAR {
        return None;
    }
    let first = tokens.end;
    let link: Vec<_> =
        (first..text.token_at(words.end + between.len())).map(|token| lower(text.word(token))).collect();
    let link: Vec<&str> = link.iter().map(AsRef::as_ref).collect();
    let link = link.strip_prefix(&[","]).unwrap_or(&link);
    let link = link.strip_suffix(&[":"]).unwrap_or(link);
    // "accepted the decision “in principle”": a manner.
    let is_manner =
        ["in ", "with ", "at ", "by ", "under "].iter().any(|word| text.slice(quoted).starts_with(word));
    if is_manner {
        return None;
    }
    let is_lower = text.slice(quoted).starts_with(char::is_lowercase);
    match link {
        // 'the Convention on "Consular Relations"'
        ["on" | "of" | "concerning"] if starts_capital(text, tokens) && tokens.len() > 1 => {
            let closing = text.reading().get(quoted.end..).and_then(|behind| behind.chars().next());
            let closing = closing.map_or(0, char::len_utf8);
            Some(Title::Name(words.start..quoted.end + closing))
        }
        []
        | ["titled" | "entitled" | "called" | "named" | "headed" | "on" | "dubbed"]
        | ["on", "the"]
        | ["was" | "is", "titled" | "entitled" | "called" | "named"]
        | ["known", "as"]
        | ["under" | "with", "the", "title" | "name" | "heading"] => Some(Title::Quoted(quoted.clone())),
        // 'a resolution was adopted "condemning …"'
        ["was" | "were" | "is" | "has", done @ ..] if is_lower && is_passed(done) => {
            Some(Title::Quoted(quoted.clone()))
        }
        _ => None,
    }
}

/// How many bytes may stand between a document and its title.
const FAR: usize = 40;

fn starts_capital(text: &Text<'_>, tokens: &Range<usize>) -> bool {
    text.word(tokens.start).starts_with(char::is_uppercase)
}

fn is_passed(words: &[&str]) -> bool {
    let done = words.strip_prefix(&["been"]).unwrap_or(words);
    matches!(
        done,
        ["adopted" | "passed" | "approved" | "signed" | "issued" | "endorsed" | "tabled" | "submitted"]
    )
}

/// The quotation right before the words, if it is a name: "the “Peace for Prosperity” plan".
fn before(text: &Text<'_>, quotations: &Quotations, words: &Range<usize>) -> Option<Title> {
    let ranges = &quotations.ranges;
    let last = ranges.partition_point(|quoted| quoted.end <= words.start).checked_sub(1)?;
    let quoted = &ranges[last];
    let between = text.slice(&(quoted.end..words.start));
    let near = between.trim_start_matches(MARKS).trim().is_empty() && between.len() < 6;
    let inside = text.slice(quoted);
    let is_name = inside.starts_with(char::is_uppercase) && !inside.ends_with(['.', ',', '!', '?']);
    (near && is_name).then(|| Title::Quoted(quoted.clone()))
}
