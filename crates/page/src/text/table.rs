//! Tables whose columns are told by bars: their cells, so that they can be set as a table.
//!
//! Every sign of the source stays: the bars stand in the cells, not shown.

use std::ops::Range;

use super::layout::{Block, Kind};

/// What a cell begins and ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cell {
    /// Names its column.
    pub(super) head: bool,
    /// Belongs to the row that only divides the head from the rest.
    pub(super) unread: bool,
    pub(super) begins_table: bool,
    pub(super) begins_row: bool,
    pub(super) ends_row: bool,
    pub(super) ends_table: bool,
}

/// The cells of lines that each have bars, and between which nothing stands but line ends that HTML allows there.
pub(super) fn cells(text: &str, lines: &[Range<usize>]) -> Option<Vec<Block>> {
    let whole = lines.first()?.start..lines.last()?.end;
    if text.get(whole)?.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
        || lines.windows(2).any(|pair| text.get(pair[0].end..pair[1].start).is_none_or(|end| !end.is_ascii()))
    {
        return None;
    }
    let divides =
        |line: &Range<usize>| text[line.clone()].chars().all(|c| matches!(c, '|' | '-' | ':' | ' '));
    let head = lines.get(1).is_some_and(divides);
    let mut blocks = Vec::new();
    for (row, line) in lines.iter().enumerate() {
        let columns = columns(text, line);
        for (column, range) in columns.iter().enumerate() {
            let cell = Cell {
                head: head && row == 0,
                unread: divides(line),
                begins_table: row == 0 && column == 0,
                begins_row: column == 0,
                ends_row: column + 1 == columns.len(),
                ends_table: row + 1 == lines.len() && column + 1 == columns.len(),
            };
            let bars = text[range.clone()]
                .match_indices('|')
                .map(|(at, bar)| range.start + at..range.start + at + bar.len());
            blocks.push(Block {
                range: range.clone(),
                kind: Kind::Cell(cell),
                breaks: Vec::new(),
                hidden: bars.collect(),
                strong: Vec::new(),
            });
        }
    }
    Some(blocks)
}

/// Where the cells of a line are, each with the bar before it; the last one with the bar behind it, too.
fn columns(text: &str, line: &Range<usize>) -> Vec<Range<usize>> {
    let words = &text[line.clone()];
    let mut starts: Vec<usize> = words.match_indices('|').map(|(at, _)| line.start + at).collect();
    // What stands before the first bar, and nothing but white space behind the last, are no cells.
    match starts.first_mut() {
        Some(first) if text[line.start..*first].trim().is_empty() => *first = line.start,
        _ => starts.insert(0, line.start),
    }
    if starts.len() > 1 && starts.last().is_some_and(|last| text[last + 1..line.end].trim().is_empty()) {
        starts.pop();
    }
    let ends = starts.iter().skip(1).copied().chain([line.end]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Vec<&str>> {
        let mut at = 0;
        let lines: Vec<Range<usize>> = text
            .split_inclusive('\n')
            .map(|line| {
                let start = at;
                at += line.len();
                start..start + line.trim_end().len()
            })
            .collect();
        lines.iter().map(|line| columns(text, line).into_iter().map(|range| &text[range]).collect()).collect()
    }

    #[test]
    fn cells_hold_their_bars() {
        assert_eq!(rows("| a | b |\n c | d"), [vec!["| a ", "| b |"], vec![" c ", "| d"]]);
        assert_eq!(rows("||"), [vec!["||"]]);
    }
}
