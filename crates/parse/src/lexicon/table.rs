//! Tab-separated knowledge files: `#` comments, a header row, rows; lists within a cell are separated by `|`.

use std::collections::BTreeSet;

use super::LexiconError;

/// One row of a table, with where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Row<'a> {
    file: &'a str,
    line: usize,
    columns: &'static [&'static str],
    cells: Vec<&'a str>,
}

/// The rows of a table whose header must be exactly `columns`.
pub(crate) fn rows<'a>(
    file: &'a str,
    content: &'a str,
    columns: &'static [&'static str],
) -> Result<Vec<Row<'a>>, LexiconError> {
    let content = content.strip_prefix('\u{FEFF}').unwrap_or(content);
    let mut lines =
        (1..).zip(content.lines()).filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
    let Some((line, header)) = lines.next() else {
        return Err(LexiconError::new(
            file,
            1,
            format!("no header row; expected the columns {}", columns.join(", ")),
        ));
    };
    if header.split('\t').ne(columns.iter().copied()) {
        let message = format!("expected the columns {}, separated by tabs", columns.join(", "));
        return Err(LexiconError::new(file, line, message));
    }
    lines
        .map(|(line, cells)| {
            let mut row = Row { file, line, columns, cells: Vec::with_capacity(columns.len()) };
            row.cells.extend(cells.split('\t').map(str::trim));
            match row.cells.len() {
                found if found == columns.len() => Ok(row),
                found => Err(row.error(format!("expected {} cells, found {found}", columns.len()))),
            }
        })
        .collect()
}

impl<'a> Row<'a> {
    /// The cell of a column; empty for a column that the table does not have.
    pub(crate) fn cell(&self, column: &str) -> &'a str {
        let place = self.columns.iter().position(|name| *name == column);
        place.and_then(|place| self.cells.get(place)).copied().unwrap_or_default()
    }

    /// The entries of a cell that holds a list.
    pub(crate) fn list(&self, column: &str) -> impl Iterator<Item = &'a str> {
        self.cell(column).split('|').map(str::trim).filter(|entry| !entry.is_empty())
    }

    /// A cell that must hold something.
    pub(crate) fn required(&self, column: &str) -> Result<&'a str, LexiconError> {
        let cell = self.cell(column);
        if cell.is_empty() {
            Err(self.error(format!("column `{column}` must not be empty")))
        } else {
            Ok(cell)
        }
    }

    /// Holds a row to its example, which must contain `word`, in any case.
    pub(crate) fn shows(&self, word: &str) -> Result<(), LexiconError> {
        if self.cell("example").to_lowercase().contains(word) {
            Ok(())
        } else {
            Err(self.error(format!("the example must contain `{word}`")))
        }
    }

    /// Refuses a row whose cells in the columns that tell rows apart are those of a row before it in the same file.
    pub(crate) fn once(
        &self,
        seen: &mut BTreeSet<Vec<&'a str>>,
        columns: &[&str],
    ) -> Result<(), LexiconError> {
        let cells: Vec<&str> = columns.iter().map(|column| self.cell(column)).collect();
        let first = cells.first().copied().unwrap_or_default();
        if seen.insert(cells) { Ok(()) } else { Err(self.error(format!("`{first}` stands twice"))) }
    }

    /// A cell as a term or code; `None` if it is empty.
    pub(crate) fn parse<T: std::str::FromStr<Err: std::fmt::Display>>(
        &self,
        column: &str,
    ) -> Result<Option<T>, LexiconError> {
        match self.cell(column) {
            "" => Ok(None),
            cell => cell.parse().map(Some).map_err(|error| self.error(format!("column `{column}`: {error}"))),
        }
    }

    /// A cell that must hold a term or code.
    pub(crate) fn parse_required<T: std::str::FromStr<Err: std::fmt::Display>>(
        &self,
        column: &str,
    ) -> Result<T, LexiconError> {
        self.parse(column)?.ok_or_else(|| self.error(format!("column `{column}` must not be empty")))
    }

    pub(crate) fn error(&self, message: String) -> LexiconError {
        LexiconError::new(self.file, self.line, message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_by_name() {
        let table = rows("t.tsv", "# words\nword\tforms\n\npeace\tpeace|peaces\nwar\t\n", &["word", "forms"])
            .unwrap();
        assert_eq!(table[0].cell("word"), "peace");
        assert_eq!(table[0].list("forms").collect::<Vec<_>>(), ["peace", "peaces"]);
        assert_eq!(table[1].list("forms").count(), 0);
    }

    #[test]
    fn errors_name_file_and_line() {
        let error = |content| rows("t.tsv", content, &["word", "forms"]).unwrap_err().to_string();
        assert_eq!(error("word\tforms\npeace\n"), "t.tsv:2: expected 2 cells, found 1");
        assert_eq!(error("# only\n"), "t.tsv:1: no header row; expected the columns word, forms");
        let table = rows("t.tsv", "word\tforms\npeace\ta\npeace\tb\npeace\ta\n", &["word", "forms"]).unwrap();
        let twice = |columns: &[&str]| {
            let mut seen = BTreeSet::new();
            table.iter().find_map(|row| row.once(&mut seen, columns).err()).map(|error| error.to_string())
        };
        assert_eq!(twice(&["word"]).unwrap(), "t.tsv:3: `peace` stands twice");
        assert_eq!(twice(&["word", "forms"]).unwrap(), "t.tsv:4: `peace` stands twice");
        assert_eq!(error("\n\nword\n"), "t.tsv:3: expected the columns word, forms, separated by tabs");
    }
}
