//! Tables whose cells are parted by tabs, as copied from a spreadsheet.

use std::ops::Range;

use super::clean::push_clean;
use super::lines::Line;
use super::reading::Reading;
use super::text::is_blank;

/// How many cells a row has at most; text in which each space is a tab is no table.
const CELLS: usize = 12;

/// Where the cells of a line stand in the source: three or more, each parted from the next by one tab.
pub(super) fn cells(line: &Line<'_>) -> Option<Vec<Range<usize>>> {
    let count = line.text.bytes().filter(|&byte| byte == b'\t').count() + 1;
    if !(3..=CELLS).contains(&count) {
        return None;
    }
    let mut start = line.start;
    let cell = |cell: &str| {
        let body = cell.trim_matches(is_blank);
        let first = start + cell.find(body).unwrap_or(0);
        start += cell.len() + 1;
        first..first + body.len()
    };
    Some(line.text.split('\t').map(cell).collect())
}

/// Whether two lines that follow each other are rows of one table.
pub(super) fn fit(cells: &[Range<usize>], other: &Line<'_>) -> bool {
    !other.fresh() && self::cells(other).is_some_and(|others| others.len() == cells.len())
}

/// The text of a row, its cells joined as those of other tables.
pub(super) fn join(source: &str, cells: &[Range<usize>], between: &str) -> Reading {
    let mut row = Reading::default();
    let mut above: Option<usize> = None;
    for cell in cells {
        if let Some(end) = above {
            row.push_atom(between, end..cell.start);
        }
        push_clean(&mut row, source.get(cell.clone()).unwrap_or(""), cell.start);
        above = Some(cell.end);
    }
    row
}

#[cfg(test)]
mod tests {
    use super::super::{BlockKind, read};

    #[test]
    fn rows_are_parted_at_tabs() {
        let source = "Talks went on.\n\nDate\tEvent\tPlace\n3 May 1999\tclashes began\tKargil\n\
                      5 May 1999\t\tDras\n\nIt was cold.";
        let layout = read(source);
        let rows: Vec<(&str, bool)> = layout
            .blocks
            .iter()
            .filter(|block| block.kind == BlockKind::TableRow)
            .map(|block| (&layout.reading.text()[block.range.clone()], block.header))
            .collect();
        let expected = [
            ("Date ; Event ; Place", true),
            ("3 May 1999 ; clashes began ; Kargil", false),
            ("5 May 1999 ;  ; Dras", false),
        ];
        assert_eq!(rows, expected);
        let place = layout.reading.text().find("Dras").unwrap();
        assert_eq!(&source[layout.reading.source_range(place..place + 4)], "Dras");
    }

    #[test]
    fn one_line_with_tabs_is_no_table() {
        let layout = read("Geneva\t\t3 May 1999\tNo. 4\n\nThe talks went on in the city for days.");
        assert!(layout.blocks.iter().all(|block| block.kind != BlockKind::TableRow));
    }
}
