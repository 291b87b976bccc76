//! CSV files (RFC 4180) that a spreadsheet can open without running what stands in them.

use std::borrow::Cow;
use std::io::Write;

use arrow_array::RecordBatch;
use csv::{Terminator, Writer, WriterBuilder};
use verbale_core::Record;

use crate::cell::Cell;
use crate::column::Column;
use crate::error::TableError;
use crate::rows;
use crate::sqlite::Snapshot;
use crate::table::Table;
use crate::view::View;

/// Writes one table as CSV: comma, quotation marks where needed, CR LF, UTF-8 without a mark, names of the columns in the first row.
///
/// An empty cell is no value. The parts of a list are joined by `;`; within a part `;` and `\` have a `\` before them. A text that a
/// spreadsheet would run as a formula, because it begins with `=`, `+`, `-`, `@`, a tab or a line end, has a `'` before it
/// ([`neutral`]); numbers have none.
///
/// ```
/// use verbale_tables::{CsvWriter, Table};
///
/// let record = verbale_parse::extract("On 26 March 1979 Egypt and Israel signed a peace treaty.")?;
/// let mut writer = CsvWriter::new(Vec::new(), Table::Participants)?;
/// writer.write(&record)?;
/// let text = String::from_utf8(writer.finish()?)?;
/// assert!(text.starts_with("document,event,position,role,actor,actor_name,"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct CsvWriter<W: Write> {
    table: Table,
    writer: Writer<W>,
}

impl<W: Write> CsvWriter<W> {
    /// Begins a file with the names of the columns.
    ///
    /// # Errors
    /// If the output cannot be written.
    pub fn new(output: W, table: Table) -> Result<Self, TableError> {
        let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(output);
        writer.write_record(table.columns().iter().map(Column::name))?;
        Ok(Self { table, writer })
    }

    /// Adds the rows of a record.
    ///
    /// # Errors
    /// If the output cannot be written.
    pub fn write(&mut self, record: &Record) -> Result<(), TableError> {
        let mut written = Ok(());
        (self.table.definition().rows)(&View::new(record), &mut |cells| {
            if written.is_ok() {
                written = self.writer.write_record(cells.iter().map(|cell| field(cell).into_owned()));
            }
        });
        Ok(written?)
    }

    /// Adds the rows of a document that a database has.
    pub(crate) fn write_document(
        &mut self,
        database: &Snapshot<'_>,
        document: &str,
    ) -> Result<(), TableError> {
        database.for_each(self.table, document, |cells| {
            Ok(self.writer.write_record(cells.iter().map(|cell| field(cell).into_owned()))?)
        })
    }

    /// Adds the rows of a batch of the same table.
    ///
    /// # Errors
    /// If the batch is of another table, or the output cannot be written.
    pub fn write_batch(&mut self, batch: &RecordBatch) -> Result<(), TableError> {
        rows::for_each(self.table, batch, |cells| {
            Ok(self.writer.write_record(cells.iter().map(|cell| field(cell).into_owned()))?)
        })
    }

    /// Ends the file and gives the output back.
    ///
    /// # Errors
    /// If the output cannot be written.
    pub fn finish(self) -> Result<W, TableError> {
        self.writer.into_inner().map_err(|error| TableError::Io(error.into_error()))
    }
}

/// The text of a cell.
pub(crate) fn field<'c>(cell: &'c Cell<'_>) -> Cow<'c, str> {
    match cell {
        Cell::Text(text) => neutral(text.as_deref().unwrap_or_default()),
        Cell::Word(word) => Cow::Borrowed(word.unwrap_or_default()),
        Cell::Whole(number) => number.map_or_else(String::new, |number| number.to_string()).into(),
        Cell::Number(number) => number.map_or_else(String::new, |number| number.to_string()).into(),
        // A year before 1 begins with a sign, and a spreadsheet would count -0421-04-01 together.
        Cell::Day(day) => day.map_or_else(String::new, |day| neutral(&day.to_string()).into_owned()).into(),
        Cell::Texts(texts) => {
            let parts: Vec<_> = texts.iter().map(|text| part(text.as_deref().unwrap_or_default())).collect();
            neutral(&parts.join(";")).into_owned().into()
        }
        Cell::Wholes(numbers) => {
            let parts: Vec<_> = numbers.iter().map(ToString::to_string).collect();
            parts.join(";").into()
        }
    }
}

/// A part of a list, in which what stands between parts is marked.
fn part(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;")
}

/// The text with a `'` before it if a spreadsheet would run it as a formula, or if it only needs the `'` taken away for that. So the
/// first `'` of such a text can always be taken away again, and nothing is lost.
///
/// ```
/// use verbale_tables::neutral;
///
/// assert_eq!(neutral("=HYPERLINK(\"https://example.org\")"), "'=HYPERLINK(\"https://example.org\")");
/// assert_eq!(neutral("'=1"), "''=1");
/// assert_eq!(neutral("'t Zand"), "'t Zand");
/// ```
pub fn neutral(text: &str) -> Cow<'_, str> {
    // With the wide forms of East Asian keyboards, which spreadsheets take for the same signs.
    const SIGNS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    if text.trim_start_matches('\'').starts_with(SIGNS) { format!("'{text}").into() } else { text.into() }
}
