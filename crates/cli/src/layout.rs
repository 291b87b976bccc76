//! How records follow each other in the output.

use std::io::{self, Write};

use verbale_core::Record;
use verbale_tables::PloverEvent;

use crate::args::Format;
use crate::table;

/// How records follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    /// One indented JSON object.
    Object,
    /// A JSON array, indented, one object after the other.
    Array,
    /// One JSON object a line.
    Lines,
    /// One event a line, in PLOVER's JSON.
    Plover,
    /// Tables with a blank line between them, so many columns wide.
    Tables(usize),
    /// One HTML page.
    Page,
}

impl Layout {
    /// The layout of a format for one document or several, in a terminal of `width` columns.
    pub(crate) const fn new(format: Format, several: bool, width: usize) -> Self {
        match format {
            Format::Json if several => Self::Array,
            Format::Json => Self::Object,
            Format::Jsonl => Self::Lines,
            Format::Plover => Self::Plover,
            // The formats of tables are not written as text.
            Format::Table | Format::Parquet | Format::Csv | Format::Sqlite => Self::Tables(width),
            Format::Html => Self::Page,
        }
    }

    /// How one record, made from `text`, is written, without what stands between records.
    ///
    /// # Errors
    /// None that a valid record can cause.
    pub(crate) fn render(self, record: &Record, text: &str) -> anyhow::Result<String> {
        match self {
            Self::Object => Ok(record.to_json_pretty()?),
            // JSON strings have no raw line breaks, so every one in the text is indentation.
            Self::Array => Ok(record.to_json_pretty()?.replace('\n', "\n  ")),
            Self::Lines => Ok(record.to_json()?),
            Self::Plover => Ok(PloverEvent::lines(record)?),
            Self::Tables(width) => Ok(table::render(record, width)),
            Self::Page => Ok(verbale_page::render(record, text)?),
        }
    }
}

/// Writes rendered records with what stands between them.
#[derive(Debug)]
pub(crate) struct Sequence<W> {
    layout: Layout,
    output: W,
    started: bool,
}

impl<W: Write> Sequence<W> {
    pub(crate) const fn new(layout: Layout, output: W) -> Self {
        Self { layout, output, started: false }
    }

    /// Writes the next record.
    ///
    /// # Errors
    /// If the output cannot be written.
    pub(crate) fn write(&mut self, rendered: &str) -> io::Result<()> {
        let before = match (self.layout, self.started) {
            (Layout::Array, false) => "[\n  ",
            (Layout::Array, true) => ",\n  ",
            (Layout::Tables(_), true) => "\n",
            _ => "",
        };
        // A document may have no event that PLOVER knows, and then it has no line.
        let after =
            if matches!(self.layout, Layout::Array | Layout::Plover | Layout::Page) { "" } else { "\n" };
        self.started = true;
        [before, rendered, after].iter().try_for_each(|part| self.output.write_all(part.as_bytes()))
    }

    /// Hands on what was written so far.
    ///
    /// # Errors
    /// If the output cannot be written.
    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.output.flush()
    }

    /// Writes what stands behind the last record, and gives the output back.
    ///
    /// # Errors
    /// If the output cannot be written.
    pub(crate) fn end(mut self) -> io::Result<W> {
        if self.layout == Layout::Array {
            self.output.write_all(if self.started { b"\n]\n" } else { b"[]\n" })?;
        }
        Ok(self.output)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(layout: Layout, records: &[&str]) -> String {
        let mut sequence = Sequence::new(layout, Vec::new());
        records.iter().for_each(|record| sequence.write(record).unwrap());
        String::from_utf8(sequence.end().unwrap()).unwrap()
    }

    #[test]
    fn what_stands_between_records() {
        assert_eq!(written(Layout::Object, &["{}"]), "{}\n");
        assert_eq!(written(Layout::Array, &["{}", "{}"]), "[\n  {},\n  {}\n]\n");
        assert_eq!(written(Layout::Array, &[]), "[]\n");
        assert_eq!(written(Layout::Lines, &["{}", "{}"]), "{}\n{}\n");
        assert_eq!(written(Layout::Tables(80), &["A", "B"]), "A\n\nB\n");
    }
}
