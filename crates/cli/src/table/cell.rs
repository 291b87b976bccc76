//! One cell of a table, measured and cut in columns of the screen.

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use crate::plain::one_line;

/// What stands where words were left out.
const CUT: char = '…';

/// A text on one line, with the part of it that should stay in sight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell {
    text: String,
    /// The part that should stay in sight, in characters of `text`.
    from: usize,
    until: usize,
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::new(text, 0, 0)
    }
}

impl Cell {
    /// A cell that is cut so that the characters from `from` to `until`, counted in the words joined by single spaces, stay in
    /// sight.
    pub(super) fn new(text: &str, from: usize, until: usize) -> Self {
        Self { text: one_line(text), from, until }
    }

    /// Columns of the screen that the whole text takes.
    pub(super) fn width(&self) -> usize {
        self.text.width()
    }

    /// The text in no more than `width` columns.
    pub(super) fn cut(&self, width: usize) -> String {
        if self.width() <= width {
            return self.text.clone();
        }
        let start = self.start(width);
        let mut cut = String::new();
        let mut taken = 0;
        if start > 0 && width > 1 {
            cut.push(CUT);
            taken = 1;
        }
        let mut rest = self.text.chars().skip(start).peekable();
        while let Some(c) = rest.next() {
            let columns = c.width().unwrap_or(0);
            // The last column is kept for the sign of the cut.
            let room = if rest.peek().is_some() { width.saturating_sub(1) } else { width };
            if taken + columns > room {
                cut.truncate(cut.trim_end().len());
                if taken < width {
                    cut.push(CUT);
                }
                break;
            }
            cut.push(c);
            taken += columns;
        }
        cut
    }

    /// The character to begin with: the first, or, if the part to see would be cut off, the beginning of a word before it.
    fn start(&self, width: usize) -> usize {
        let columns = |characters: usize| -> usize {
            self.text.chars().take(characters).map(|c| c.width().unwrap_or(0)).sum()
        };
        if columns(self.until) < width {
            return 0;
        }
        let lead = columns(self.from).saturating_sub(width / 4);
        let mut at = 0;
        let mut start = self.from;
        for (index, c) in self.text.chars().enumerate().take(self.from) {
            if at >= lead && c == ' ' {
                start = index + 1;
                break;
            }
            at += c.width().unwrap_or(0);
        }
        start
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_fits_stays_whole() {
        assert_eq!(Cell::from("Helsinki").cut(8), "Helsinki");
    }

    #[test]
    fn a_long_text_ends_with_the_sign() {
        assert_eq!(Cell::from("the Helsinki Final Act").cut(13), "the Helsinki…");
        assert_eq!(Cell::from("the Helsinki Final Act").cut(14), "the Helsinki…");
        assert_eq!(Cell::from("Helsinki").cut(1), "…");
        assert_eq!(Cell::from("Helsinki").cut(0), "");
    }

    #[test]
    fn wide_characters_take_two_columns() {
        assert_eq!(Cell::from("板門店の会談").cut(6), "板門…");
        assert_eq!(Cell::from("板門店").cut(6), "板門店");
    }

    #[test]
    fn the_part_to_see_stays_in_sight() {
        let text = "After eleven months of talks in Algiers the two sides signed a peace agreement";
        let from = text.find("signed").unwrap();
        let cell = Cell::new(text, from, from + 6);
        assert_eq!(cell.cut(30), "…sides signed a peace agreeme…");
        assert_eq!(cell.cut(64), "After eleven months of talks in Algiers the two sides signed a…");
    }
}
