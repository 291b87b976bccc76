//! Names of places that no list holds, by the word beside them that says what they are: "Lake Turkana", "Kunar province", "the village
//! of Račak".

use std::ops::Range;

use verbale_core::PlaceKind;

use super::PlaceMention;
use crate::lexicon::Lexicon;
use crate::lexicon::places::Position;
use crate::text::{Text, TokenKind, function_word};

/// How many words a name has at most, without the word that says what it is.
const LONGEST: usize = 3;

/// The place whose name begins at a token of a block, if a word beside it says that it is one.
pub(super) fn at(
    text: &Text<'_>,
    lexicon: &Lexicon,
    at: usize,
    block: &Range<usize>,
) -> Option<PlaceMention> {
    let first = block.start;
    let run = capitals(text, at, block.end);
    if run.is_empty() || function_word(text.word(at)).is_some() || (at > first && follows_capital(text, at)) {
        return None;
    }
    // "Lake Turkana", but not "the Lake Peace Committee"
    if let Some(kind) = lexicon.designators.kind(Position::Before, &text.word(at).to_lowercase()) {
        let name = at + 1..run.end;
        let sure = (1..LONGEST).contains(&name.len()) && !ends_with_head(text, lexicon, &name);
        return sure.then(|| mention(text, run, kind));
    }
    let word = |distance: usize| at.checked_sub(distance).filter(|&at| at >= first).map(|at| text.word(at));
    if word(1) == Some("of") {
        let two = word(3).zip(word(2)).map(|(one, other)| format!("{one} {other}"));
        let kind = two.and_then(|words| lexicon.designators.kind(Position::Of, &words));
        let kind = kind.or_else(|| lexicon.designators.kind(Position::Of, word(2)?));
        if let Some(kind) = kind.filter(|_| run.len() <= LONGEST && is_free(text, lexicon, &run)) {
            return Some(mention(text, run, kind));
        }
    }
    // "Kunar province", "Tahrir Square"
    (at + 1..=run.end.min(at + LONGEST)).find_map(|end| {
        let (kind, last) = behind(text, lexicon, end)?;
        let whole = at..last + 1;
        let capital = text.word(end).starts_with(char::is_uppercase);
        let fits = !capital || last + 1 >= run.end;
        let opens = behind(text, lexicon, at).is_some() || !capital && at == first;
        (fits && !opens && is_free(text, lexicon, &(at..end))).then(|| mention(text, whole, kind))
    })
}

/// What the words at a token say that the place before them is, and the last of them.
fn behind(text: &Text<'_>, lexicon: &Lexicon, at: usize) -> Option<(PlaceKind, usize)> {
    let capital = text.word(at).starts_with(char::is_uppercase);
    (at..at + 3).rev().find_map(|last| {
        let end = text.tokens().get(last)?.range().end;
        let start = text.tokens().get(at)?.range().start;
        let words = text.slice(&(start..end)).to_lowercase();
        let kind = lexicon.designators.kind(Position::Behind, &words);
        let kind = kind.or_else(|| lexicon.designators.kind(Position::Capital, &words).filter(|_| capital));
        Some((kind?, last))
    })
}

/// The words with capitals that begin at a token, with nothing but spaces and hyphens between.
fn capitals(text: &Text<'_>, at: usize, block_end: usize) -> Range<usize> {
    let is_capital = |at: usize| {
        let token = text.tokens().get(at).filter(|_| at < block_end);
        token
            .is_some_and(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number | TokenKind::Mixed))
            && text.word(at).starts_with(|char: char| char.is_uppercase() || char.is_ascii_digit())
    };
    if !is_capital(at) || !text.word(at).starts_with(char::is_uppercase) {
        return at..at;
    }
    let mut end = at + 1;
    loop {
        if is_capital(end) && text.tokens()[end].spaced {
            end += 1;
        } else if text.word(end) == "-" && is_capital(end + 1) && !text.tokens()[end].spaced {
            end += 2;
        } else {
            return at..end;
        }
    }
}

/// Whether a token goes on with words that have capitals.
fn follows_capital(text: &Text<'_>, at: usize) -> bool {
    let before = text.word(at - 1);
    let joined = before == "-" && at > 1 && text.word(at - 2).starts_with(char::is_uppercase);
    joined || before.starts_with(char::is_uppercase) && function_word(before).is_none()
}

/// Whether words name nothing that the lists know, and nobody.
fn is_free(text: &Text<'_>, lexicon: &Lexicon, tokens: &Range<usize>) -> bool {
    let words = words(text, tokens);
    let shouted = tokens.len() == 1 && words.len() > 1 && !words.contains(char::is_lowercase);
    !shouted && lexicon.names.find(words).is_empty() && !ends_with_head(text, lexicon, tokens)
}

fn ends_with_head(text: &Text<'_>, lexicon: &Lexicon, tokens: &Range<usize>) -> bool {
    let words: Vec<String> = tokens.clone().map(|token| text.word(token).to_lowercase()).collect();
    (0..words.len()).any(|first| lexicon.heads.longest(&words[first..]).is_some())
}

fn words<'t>(text: &Text<'t>, tokens: &Range<usize>) -> &'t str {
    text.slice(&range(text, tokens))
}

fn range(text: &Text<'_>, tokens: &Range<usize>) -> Range<usize> {
    let all = text.tokens();
    all[tokens.start].range().start..all[tokens.end - 1].range().end
}

fn mention(text: &Text<'_>, tokens: Range<usize>, kind: PlaceKind) -> PlaceMention {
    let range = range(text, &tokens);
    let name = text.slice(&range).split_whitespace().collect::<Vec<_>>().join(" ");
    PlaceMention { range, name, kind, country: None, point: None, geonames: None }
}
