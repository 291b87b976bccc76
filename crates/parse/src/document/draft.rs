//! A block before its text is made.

use std::iter;
use std::ops::Range;

use super::BlockKind;
use super::levels::HeadStyle;
use super::lines::Line;
use super::lists::Style;
use super::text::floor;

/// A block before its text is made: stretches of source, one a line.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) kind: BlockKind,
    pub(super) pieces: Vec<Range<usize>>,
    /// Whether a blank line or a page break precedes it.
    pub(super) fresh: bool,
    pub(super) indent: usize,
    pub(super) depth: u8,
    pub(super) ordinal: Option<String>,
    pub(super) style: Option<Style>,
    pub(super) heading: Option<HeadStyle>,
    /// Label of a note body.
    pub(super) label: Option<String>,
    /// First row of a table, with a rule below it.
    pub(super) header: bool,
}

impl Draft {
    pub(super) fn new(kind: BlockKind, line: &Line<'_>, skip: usize) -> Self {
        Self {
            kind,
            pieces: iter::once(line.start + skip.min(line.text.len())..line.end()).collect(),
            fresh: line.fresh(),
            indent: line.indent,
            depth: 0,
            ordinal: None,
            style: None,
            heading: None,
            label: None,
            header: false,
        }
    }

    /// The text of the first line.
    pub(super) fn first<'a>(&self, source: &'a str) -> &'a str {
        self.pieces.first().and_then(|p| source.get(p.clone())).unwrap_or("")
    }

    /// The text of the last line.
    pub(super) fn last<'a>(&self, source: &'a str) -> &'a str {
        self.pieces.last().and_then(|p| source.get(p.clone())).unwrap_or("")
    }

    /// Bytes of all lines.
    pub(super) fn len(&self) -> usize {
        self.pieces.iter().map(ExactSizeIterator::len).sum()
    }

    /// The lines joined by spaces, up to about 400 bytes.
    pub(super) fn joined(&self, source: &str) -> String {
        let mut text = String::new();
        for piece in &self.pieces {
            if text.len() > 400 {
                break;
            }
            if !text.is_empty() {
                text.push(' ');
            }
            let line = source.get(piece.clone()).unwrap_or("");
            text.push_str(line.get(..floor(line, 400)).unwrap_or(line));
        }
        text
    }
}
