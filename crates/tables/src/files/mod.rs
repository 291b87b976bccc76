//! Files: where they go, and what stands in them.

mod layout;
mod tables;
mod whole;
mod writer;

pub use layout::{Marks, RecordLayout, Sequence};
pub use tables::{TableFiles, beside};
pub use whole::{WholeFile, target};
pub use writer::{FileFormat, TableWriter};
