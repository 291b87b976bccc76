//! How records are written as text.

use verbale_core::Record;
use verbale_tables::{Marks, RecordLayout};

use crate::args::Format;
use crate::table;

/// How records are written as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    /// As JSON.
    Json(RecordLayout),
    /// As tables with a blank line between them, so many columns wide.
    Tables(usize),
    /// As one HTML page.
    Page,
}

impl Layout {
    /// The layout of a format for one document or several, in a terminal of `width` columns.
    pub(crate) const fn new(format: Format, several: bool, width: usize) -> Self {
        match format {
            Format::Json if several => Self::Json(RecordLayout::Array),
            Format::Json => Self::Json(RecordLayout::Object),
            Format::Jsonl => Self::Json(RecordLayout::Lines),
            Format::Plover => Self::Json(RecordLayout::Plover),
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
            Self::Json(layout) => Ok(layout.render(record)?),
            Self::Tables(width) => Ok(table::render(record, width)),
            Self::Page => Ok(verbale_page::render(record, text)?),
        }
    }

    /// What stands between records.
    pub(crate) const fn marks(self) -> Marks {
        match self {
            Self::Json(layout) => layout.marks(),
            Self::Tables(_) => Marks { between: "\n", after: "\n", ..Marks::NONE },
            Self::Page => Marks::NONE,
        }
    }
}
