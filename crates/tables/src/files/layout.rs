//! Whole records in a file.

use std::io::{self, Write};

use verbale_core::Record;

use crate::error::TableError;
use crate::plover::PloverEvent;

/// How whole records stand in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordLayout {
    /// One indented JSON object.
    Object,
    /// A JSON array, indented, one object after the other.
    Array,
    /// One JSON object a line.
    Lines,
    /// One event a line, in PLOVER's JSON.
    Plover,
}

impl RecordLayout {
    /// A record, without what stands between records.
    ///
    /// # Errors
    /// None that a valid record can cause.
    pub fn render(self, record: &Record) -> Result<String, TableError> {
        match self {
            Self::Object => Ok(record.to_json_pretty()?),
            // JSON strings have no raw line breaks, so every one in the text is indentation.
            Self::Array => Ok(record.to_json_pretty()?.replace('\n', "\n  ")),
            Self::Lines => Ok(record.to_json()?),
            Self::Plover => PloverEvent::lines(record),
        }
    }

    /// What stands between records.
    pub const fn marks(self) -> Marks {
        match self {
            Self::Object | Self::Lines => Marks { after: "\n", ..Marks::NONE },
            Self::Array => Marks { first: "[\n  ", between: ",\n  ", after: "", end: "\n]\n", empty: "[]\n" },
            // Each event has its line end; a document may have no event that PLOVER knows, and then it has no line.
            Self::Plover => Marks::NONE,
        }
    }
}

/// What stands around texts that follow each other in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marks {
    /// Before the first.
    pub first: &'static str,
    /// Before each other one.
    pub between: &'static str,
    /// Behind each.
    pub after: &'static str,
    /// At the end of the file.
    pub end: &'static str,
    /// What stands in a file without texts.
    pub empty: &'static str,
}

impl Marks {
    /// No marks.
    pub const NONE: Self = Self { first: "", between: "", after: "", end: "", empty: "" };
}

/// Writes texts with what stands between them.
///
/// ```
/// use verbale_tables::{RecordLayout, Sequence};
///
/// let mut sequence = Sequence::new(RecordLayout::Lines.marks(), Vec::new());
/// sequence.write("{}")?;
/// sequence.write("{}")?;
/// assert_eq!(sequence.finish()?, b"{}\n{}\n");
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug)]
pub struct Sequence<W> {
    marks: Marks,
    output: W,
    started: bool,
}

impl<W: Write> Sequence<W> {
    /// Begins a file.
    pub const fn new(marks: Marks, output: W) -> Self {
        Self { marks, output, started: false }
    }

    /// Writes the next text.
    ///
    /// # Errors
    /// If the output cannot be written.
    pub fn write(&mut self, text: &str) -> io::Result<()> {
        let before = if self.started { self.marks.between } else { self.marks.first };
        self.started = true;
        [before, text, self.marks.after].iter().try_for_each(|part| self.output.write_all(part.as_bytes()))
    }

    /// Hands on what was written so far.
    ///
    /// # Errors
    /// If the output cannot be written.
    pub fn flush(&mut self) -> io::Result<()> {
        self.output.flush()
    }

    /// Writes what stands behind the last text, and gives the output back.
    ///
    /// # Errors
    /// If the output cannot be written.
    pub fn finish(mut self) -> io::Result<W> {
        let end = if self.started { self.marks.end } else { self.marks.empty };
        self.output.write_all(end.as_bytes())?;
        Ok(self.output)
    }
}
