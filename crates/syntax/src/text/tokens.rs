//! Text to tokens. Nothing is changed or lost: a token is a range of the text, and what lies between is white space.

use super::abbreviations::Abbreviations;
use super::split::{self, Chunk};

/// Byte range of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// Characters that part words without being seen.
pub(crate) fn is_gap(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2060}' | '\u{FEFF}')
        || (c.is_control())
}

/// All tokens of a text, in order.
pub(crate) fn tokens(text: &str, abbreviations: &Abbreviations) -> Vec<Piece> {
    let mut out = Vec::with_capacity(text.len() / 5);
    let mut chunks: Vec<(usize, usize, bool)> = Vec::with_capacity(text.len() / 6);
    let mut open: Option<usize> = None;
    let (mut line_start, mut at_line_start) = (true, true);
    for (at, c) in text.char_indices() {
        if is_gap(c) {
            if let Some(start) = open.take() {
                chunks.push((start, at, at_line_start));
                line_start = false;
            }
            line_start |= matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{0C}');
        } else if open.is_none() {
            open = Some(at);
            at_line_start = line_start;
            line_start = false;
        }
    }
    if let Some(start) = open {
        chunks.push((start, text.len(), at_line_start));
    }
    for (index, &(start, end, line_start)) in chunks.iter().enumerate() {
        let next = chunks.get(index + 1).and_then(|c| text.get(c.0..c.1)).unwrap_or("");
        let Some(body) = text.get(start..end) else { continue };
        let chunk = Chunk { text: body, next, line_start, abbreviations };
        split::chunk(&chunk, start, &mut out);
    }
    out
}
