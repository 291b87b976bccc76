//! Columns of dates: a number of four digits that is all of a cell below "Year" or "Signed" is a year.

use crate::document::{BETWEEN_CELLS, Block, BlockKind};
use crate::lexicon::columns::{ColumnWords, Meaning};
use crate::text::Text;

/// Which columns of the current table hold dates.
pub(super) struct Columns<'c> {
    words: &'c ColumnWords,
    dated: Vec<bool>,
}

impl<'c> Columns<'c> {
    pub(super) fn new(words: &'c ColumnWords) -> Self {
        Self { words, dated: Vec::new() }
    }

    /// The tokens that begin the cells of dates of a block. Blocks are to be asked for in order.
    pub(super) fn cells(&mut self, block: &Block, text: &Text<'_>) -> Vec<usize> {
        if block.kind != BlockKind::TableRow {
            self.dated.clear();
            return Vec::new();
        }
        let row = text.slice(&block.range);
        if block.header {
            let is_date = |head| self.words.head(head).is_some_and(|(meaning, _)| meaning == Meaning::Date);
            self.dated = row.split(BETWEEN_CELLS).map(is_date).collect();
            return Vec::new();
        }
        let mut start = block.range.start;
        let starts = row.split(BETWEEN_CELLS).map(|cell| {
            let at = start;
            start += cell.len() + BETWEEN_CELLS.len();
            at
        });
        let dated = starts.zip(&self.dated).filter(|(_, is_dated)| **is_dated);
        dated.map(|(start, _)| text.token_at(start)).collect()
    }
}
