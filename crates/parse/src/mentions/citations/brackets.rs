//! Numbers in brackets that point to a list of references: "(3)", "[12]", "(2, p. 114)", "(7; 9)", "(1, 18)".

use std::ops::Range;

use crate::document::BlockKind;
use crate::text::{Text, TokenKind};

/// A reference in brackets.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Bracket {
    pub(super) range: Range<usize>,
    pub(super) numbers: Vec<u32>,
    pub(super) locator: Option<String>,
}

/// Finds the references of the running text.
pub(super) fn find(text: &Text<'_>) -> Vec<Bracket> {
    let mut found = Vec::new();
    for (_, kind, tokens) in text.blocks() {
        if matches!(kind, BlockKind::Masthead | BlockKind::Note | BlockKind::Heading) {
            continue;
        }
        let mut at = tokens.start;
        while at < tokens.end {
            match read(text, at, tokens.clone()) {
                Some((bracket, next)) => {
                    found.push(bracket);
                    at = next;
                }
                None => at += 1,
            }
        }
    }
    found
}

fn read(text: &Text<'_>, at: usize, block: Range<usize>) -> Option<(Bracket, usize)> {
    let close = match text.word(at) {
        "(" => ")",
        "[" => "]",
        _ => return None,
    };
    let mut numbers = Vec::new();
    // The locator of the reference that is being read, and the first one of all.
    let (mut locator, mut first_locator): (Option<Range<usize>>, Option<Range<usize>>) = (None, None);
    let mut next = at + 1;
    loop {
        // No list of references is longer; an opening bracket without end must not be read to the end of the block.
        if next >= block.end || next - at > 60 {
            return None;
        }
        let token = text.tokens().get(next)?;
        match (text.word(next), token.kind) {
            (word, _) if word == close => break,
            (word, TokenKind::Number) => match &mut locator {
                Some(range) => range.end = token.range().end,
                // "(1,18)" without space is one token. A year is no number in a list of references.
                None => {
                    for part in word.split(',') {
                        numbers.push(part.parse().ok().filter(|number| (1..1000).contains(number))?);
                    }
                }
            },
            (";", _) => first_locator = first_locator.or(locator.take()),
            ("-" | "–", _) => {
                if let Some(range) = &mut locator {
                    range.end = token.range().end;
                }
            }
            (",", _) => {}
            (".", _) if locator.is_some() => {}
            ("p" | "pp" | "para" | "paras" | "art" | "vol" | "ch", _) if !numbers.is_empty() => {
                locator = Some(token.range());
            }
            _ => return None,
        }
        next += 1;
    }
    let bracket = bracket(text, at, next, numbers, first_locator.or(locator))?;
    is_reference(text, at, next, block, close).then_some((bracket, next + 1))
}

fn bracket(
    text: &Text<'_>,
    open: usize,
    close: usize,
    numbers: Vec<u32>,
    locator: Option<Range<usize>>,
) -> Option<Bracket> {
    if numbers.is_empty() {
        return None;
    }
    let range = text.tokens().get(open)?.range().start..text.tokens().get(close)?.range().end;
    Some(Bracket { range, numbers, locator: locator.map(|range| text.slice(&range).to_owned()) })
}

/// A reference ends a clause; a number that counts points, "(1) the border, (2) the river", begins one.
fn is_reference(text: &Text<'_>, open: usize, close: usize, block: Range<usize>, sign: &str) -> bool {
    let behind = close + 1;
    let before_text = open > block.start;
    let ends_clause = behind >= block.end
        || matches!(text.word(behind), "." | "," | ";" | ":" | "!" | "?" | ")" | "”" | "\"" | "(" | "[");
    let after_stop = before_text
        && matches!(text.word(open - 1), "." | "!" | "?" | "”" | "\"")
        && text.word(behind).starts_with(char::is_uppercase);
    before_text && (ends_clause || after_stop || sign == "]")
}
