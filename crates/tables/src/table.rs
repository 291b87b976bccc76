//! The tables there are.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use arrow_schema::{Schema, SchemaRef};
use verbale_core::Format;

use crate::column::{Column, Definition, Reference};
use crate::definitions;

/// A flat table. Every row of every table names its document, so that tables of many documents can be joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Table {
    /// One row an event, with the names of who and where.
    Events,
    /// One row a document.
    Documents,
    /// One row an actor in its role in an event.
    Participants,
    /// One row an actor of a document.
    Actors,
    /// One row a place in the text where an actor is mentioned.
    Mentions,
    /// One row a place of a document.
    Places,
    /// One row a place where an event happens.
    EventPlaces,
    /// One row a thing, force, person or sum that an event moves or promises.
    Items,
    /// One row a relation between two events.
    Relations,
    /// One row a quotation.
    Quotations,
    /// One row a footnote mark, numbered reference or link.
    Citations,
    /// One row a loaded or hedging expression.
    Framing,
}

impl Table {
    /// Every table; the one to read first comes first.
    pub const ALL: &'static [Self] = &[
        Self::Events,
        Self::Documents,
        Self::Participants,
        Self::Actors,
        Self::Mentions,
        Self::Places,
        Self::EventPlaces,
        Self::Items,
        Self::Relations,
        Self::Quotations,
        Self::Citations,
        Self::Framing,
    ];

    /// The word for all tables.
    pub const EVERY: &'static str = "all";

    /// The name: in SQL, in file names, in Python.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Events => "events",
            Self::Documents => "documents",
            Self::Participants => "participants",
            Self::Actors => "actors",
            Self::Mentions => "mentions",
            Self::Places => "places",
            Self::EventPlaces => "event_places",
            Self::Items => "items",
            Self::Relations => "relations",
            Self::Quotations => "quotations",
            Self::Citations => "citations",
            Self::Framing => "framing",
        }
    }

    pub(crate) const fn definition(self) -> &'static Definition {
        match self {
            Self::Events => &definitions::events::DEFINITION,
            Self::Documents => &definitions::documents::DEFINITION,
            Self::Participants => &definitions::participants::DEFINITION,
            Self::Actors => &definitions::actors::DEFINITION,
            Self::Mentions => &definitions::mentions::DEFINITION,
            Self::Places => &definitions::places::DEFINITION,
            Self::EventPlaces => &definitions::event_places::DEFINITION,
            Self::Items => &definitions::items::DEFINITION,
            Self::Relations => &definitions::relations::DEFINITION,
            Self::Quotations => &definitions::quotations::DEFINITION,
            Self::Citations => &definitions::citations::DEFINITION,
            Self::Framing => &definitions::framing::DEFINITION,
        }
    }

    /// The tables of these names, each once, in their order; `all` names all of them.
    ///
    /// # Errors
    /// If there is no such table.
    ///
    /// ```
    /// use verbale_tables::Table;
    ///
    /// assert_eq!(Table::named(["items", "actors", "items"])?, [Table::Items, Table::Actors]);
    /// assert_eq!(Table::named([Table::EVERY])?, Table::ALL);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn named<N: AsRef<str>>(names: impl IntoIterator<Item = N>) -> Result<Vec<Self>, UnknownTable> {
        let mut tables: Vec<Self> = Vec::new();
        for name in names {
            let name = name.as_ref();
            let named = if name == Self::EVERY { Self::ALL.to_vec() } else { vec![name.parse()?] };
            for table in named {
                if !tables.contains(&table) {
                    tables.push(table);
                }
            }
        }
        Ok(tables)
    }

    /// What a row of the table is.
    pub const fn meaning(self) -> &'static str {
        self.definition().meaning
    }

    /// The columns, in order.
    pub const fn columns(self) -> &'static [Column] {
        self.definition().columns
    }

    /// The names of the columns that name a row: no two rows agree in all of them.
    pub const fn key(self) -> &'static [&'static str] {
        self.definition().key
    }

    /// What its columns refer to in other tables.
    pub const fn references(self) -> &'static [Reference] {
        self.definition().references
    }

    /// The Arrow schema. Its metadata has the name of the table, what a row is, and the version of the records.
    ///
    /// ```
    /// use verbale_tables::Table;
    ///
    /// let schema = Table::Events.schema();
    /// let (_, earliest) = schema.column_with_name("date_earliest").unwrap();
    /// assert_eq!(earliest.data_type().to_string(), "Timestamp(ms)");
    /// ```
    pub fn schema(self) -> SchemaRef {
        let fields: Vec<_> = self.columns().iter().map(Column::field).collect();
        let metadata = [
            ("table".to_owned(), self.name().to_owned()),
            ("description".to_owned(), self.meaning().to_owned()),
            ("format".to_owned(), Format::NAME.to_owned()),
        ];
        Arc::new(Schema::new(fields).with_metadata(metadata.into()))
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// A name that no table has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no table is called `{0}`; there are: {list}", list = Table::ALL.iter().map(|table| table.name()).collect::<Vec<_>>().join(", "))]
pub struct UnknownTable(pub String);

impl FromStr for Table {
    type Err = UnknownTable;

    fn from_str(name: &str) -> Result<Self, UnknownTable> {
        let found = Self::ALL.iter().find(|table| table.name() == name);
        found.copied().ok_or_else(|| UnknownTable(name.to_owned()))
    }
}
