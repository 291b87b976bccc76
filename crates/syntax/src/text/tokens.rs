//! Text to tokens. Nothing is changed or lost: a token is a range of the text, and what lies between is white space or unseen
//! marks.

use super::abbreviations::Abbreviations;
use super::shapes::is_address;
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

/// A run without white space that is longer is cut, since splitting looks at a run again for each mark it takes off.
const LONGEST: usize = 256;

/// Cuts a long run into parts of at most [`LONGEST`] bytes, with the places where they begin.
fn parts(body: &str) -> Vec<(usize, &str)> {
    let mut out = Vec::new();
    let mut from = 0;
    while from < body.len() {
        let mut to = (from + LONGEST).min(body.len());
        while !body.is_char_boundary(to) {
            to -= 1;
        }
        out.push((from, body.get(from..to).unwrap_or("")));
        from = to;
    }
    out
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
        if body.len() <= LONGEST {
            split::chunk(&Chunk { text: body, next, line_start, abbreviations }, start, &mut out);
        } else if is_address(body) {
            out.push(Piece { start, end });
        } else {
            for (from, part) in parts(body) {
                let chunk = Chunk { text: part, next: "", line_start: false, abbreviations };
                split::chunk(&chunk, start + from, &mut out);
            }
        }
    }
    out
}
