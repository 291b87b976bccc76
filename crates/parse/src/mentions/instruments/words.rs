//! Which words name a document, and of which kind.

use std::ops::Range;

use verbale_core::InstrumentKind;

use crate::lexicon::{Documents, StandsFor};
use crate::text::{Text, TokenKind, function_word, lower};

/// What some words name.
pub(super) struct Words {
    /// The kind of document; none if the words only look like one: "international law".
    pub(super) kind: Option<InstrumentKind>,
    pub(super) stands_for: StandsFor,
    /// The token behind them.
    pub(super) end: usize,
}

/// The longest words that name a document at a token of a paragraph.
pub(super) fn at(text: &Text<'_>, documents: &Documents, at: usize, block: &Range<usize>) -> Option<Words> {
    if text.tokens().get(at)?.kind != TokenKind::Word {
        return None;
    }
    if let Some(found) = described(text, documents, at, block.end) {
        return Some(found);
    }
    let found = listed(text, documents, at, block.end)?;
    Some(match found.kind {
        Some(InstrumentKind::Statement) if is_presidential(text, at, found.end, block) => {
            Words { kind: Some(InstrumentKind::PresidentialStatement), ..found }
        }
        // "a resolution draft"
        _ if lower(text.word(found.end)) == "draft" => {
            Words { kind: found.kind.map(draft_of), end: found.end + 1, ..found }
        }
        _ => found,
    })
}

/// Whether a token names a document by one word of the list.
pub(crate) fn names_document(text: &Text<'_>, documents: &Documents, at: usize) -> bool {
    at < text.tokens().len() && listed(text, documents, at, at + 1).is_some_and(|found| found.kind.is_some())
}

/// The longest words of the list at a token.
fn listed(text: &Text<'_>, documents: &Documents, at: usize, end: usize) -> Option<Words> {
    let mut found = None;
    let mut phrase = String::new();
    for next in at..end {
        let word = lower(text.word(next));
        if next > at && !word.starts_with(['\'', '’', '-']) && !phrase.ends_with('-') {
            phrase.push(' ');
        }
        phrase.push_str(&word);
        let entry = documents.word(&phrase).or_else(|| documents.word(&singular(&phrase)?));
        let is_capital = text.word(at).starts_with(char::is_uppercase);
        if let Some(entry) = entry.filter(|entry| is_capital || !entry.is_capital) {
            found = Some(Words { kind: entry.kind, stands_for: entry.stands_for, end: next + 1 });
        }
        // Most words begin none of the phrases.
        if !documents.begins(&phrase) {
            break;
        }
    }
    found
}

fn singular(phrase: &str) -> Option<String> {
    match phrase.strip_suffix("ies") {
        Some(stem) => Some(format!("{stem}y")),
        None => phrase.strip_suffix('s').map(str::to_owned),
    }
}

/// How many words may stand between "draft" or "joint" and what it describes.
const DESCRIBED: usize = 6;

/// "a draft Franco-German resolution", "a draft of the treaty", "a joint final statement"
fn described(text: &Text<'_>, documents: &Documents, at: usize, end: usize) -> Option<Words> {
    let first = lower(text.word(at)).into_owned();
    let is_draft = first == "draft";
    if !is_draft && first != "joint" {
        return None;
    }
    let mut next = at + 1;
    if is_draft && text.word(next) == "of" {
        next += 1;
        next += usize::from(matches!(text.word(next), "the" | "a" | "an"));
    }
    for noun in next..end.min(next + DESCRIBED) {
        if let Some(found) = listed(text, documents, noun, end) {
            let kind = if is_draft { draft_of(found.kind?) } else { joint(found.kind?)? };
            return Some(Words { kind: Some(kind), stands_for: StandsFor::Itself, ..found }).filter(|_| {
                noun > at + 1 || listed(text, documents, at, end).is_none_or(|own| own.end == at + 1)
            });
        }
        let token = text.tokens().get(noun)?;
        let describes = match token.kind {
            TokenKind::Word => function_word(text.word(noun)).is_none(),
            TokenKind::Sign => text.word(noun) == "-",
            _ => false,
        };
        if !describes {
            return None;
        }
    }
    None
}

/// The kind of a document that is drafted.
fn draft_of(kind: InstrumentKind) -> InstrumentKind {
    use InstrumentKind::{
        DraftResolution, DraftStatement, JointStatement, PresidentialStatement, PressStatement, Resolution,
        Statement,
    };
    match kind {
        Resolution => DraftResolution,
        Statement | PresidentialStatement | PressStatement | JointStatement => DraftStatement,
        other => other,
    }
}

/// The kind of a document that several issue together.
fn joint(kind: InstrumentKind) -> Option<InstrumentKind> {
    use InstrumentKind::{Declaration, JointStatement, PressStatement, Statement};
    match kind {
        Statement | PressStatement => Some(JointStatement),
        Declaration => Some(Declaration),
        _ => None,
    }
}

/// How many tokens before or behind a statement say that the President of a council makes it.
const COUNCIL: usize = 9;

/// "a statement by the President of the Security Council", "the Council President's statement": not that of the President of a state.
fn is_presidential(text: &Text<'_>, at: usize, end: usize, block: &Range<usize>) -> bool {
    let presides = |words: &[&str]| {
        let has = |known: &[&str]| words.iter().any(|word| known.contains(&lower(word).as_ref()));
        has(&["council"])
            && has(&["president", "chairman", "chairwoman", "chairperson", "chair", "presidency"])
    };
    let is_plain = |&token: &usize| {
        matches!(text.tokens().get(token), Some(found) if found.kind == TokenKind::Word)
            || text.word(token) == "-"
    };
    if matches!(text.word(end), "of" | "by" | "from") {
        let behind = (end + 1..block.end.min(end + COUNCIL)).take_while(is_plain);
        // "a statement by the Council on the President's arrest"
        let names = |token: &usize| {
            matches!(text.word(*token), "of" | "the" | "UN" | "-")
                || text.word(*token).starts_with(char::is_uppercase)
                || matches!(text.word(*token), "president" | "council" | "chair" | "chairman" | "presidency")
        };
        return presides(&behind.take_while(names).map(|token| text.word(token)).collect::<Vec<_>>());
    }
    let owned = at.checked_sub(1).is_some_and(|before| {
        lower(text.word(before)).ends_with('s') && { text.word(before).starts_with(['\'', '’']) }
    });
    let first = at.saturating_sub(4).max(block.start);
    owned && presides(&(first..at).map(|token| text.word(token)).collect::<Vec<_>>())
}
