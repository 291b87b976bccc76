//! Flat tables of verbale records, for notebooks, spreadsheets and databases.
//!
//! A [`Record`](verbale_core::Record) is a tree; analysts want rows. [`Table`] lists the tables: `events` first, which can be read
//! alone, then what it refers to. Every column is defined once, with its name, [type](ColumnType), meaning and value, and from that come
//! the Arrow [schema](Table::schema), every writer and the [description](describe()) for people and programs.
//!
//! | to get | use |
//! | --- | --- |
//! | Arrow record batches of some records | [`Tables::from_records`] |
//! | the same for any number of records | [`BatchBuilder`] |
//! | a Parquet file | [`ParquetWriter`] |
//! | a CSV file | [`CsvWriter`] |
//! | either of them, as somebody asks; one a table | [`TableWriter`]; [`TableFiles`] |
//! | a SQLite database that grows from run to run, and what it has | [`Database`], [`Snapshot`] |
//! | events in PLOVER's own JSON | [`PloverEvent`] |
//! | whole records one after the other | [`RecordLayout`] and [`Sequence`] |
//! | a file that appears whole or not at all | [`WholeFile`] |
//!
//! ```
//! use verbale_tables::{Table, Tables};
//!
//! let record = verbale_parse::extract("On 26 March 1979 Egypt and Israel signed a peace treaty in Washington.")?;
//! let tables = Tables::from_records([&record])?;
//! let events = tables.get(Table::Events);
//! assert_eq!(events.num_rows(), 1);
//! assert!(events.column_by_name("actor_countries").is_some());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod batch;
mod cell;
mod column;
mod csv;
mod definitions;
mod describe;
mod error;
mod files;
mod parquet;
mod plover;
mod reading;
mod rows;
mod sqlite;
mod table;
mod tables;
#[cfg(test)]
mod tests;
mod view;

/// The programs of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

pub use batch::BatchBuilder;
pub use column::{Column, ColumnType, Reference};
pub use csv::{CsvWriter, neutral};
pub use describe::describe;
pub use error::TableError;
pub use files::{
    FileFormat, Marks, RecordLayout, Sequence, TableFiles, TableWriter, WholeFile, beside, target,
};
pub use parquet::ParquetWriter;
pub use plover::{PloverActor, PloverCitation, PloverEvent, PloverLocation, PloverText};
pub use reading::Reading;
pub use sqlite::{Database, Known, Snapshot};
pub use table::{Table, UnknownTable};
pub use tables::Tables;

/// The crates whose types appear in this crate's interface, in the versions that it uses.
pub use {arrow_array, arrow_schema};
