//! JSON Schema (draft 2020-12) of the record and its parts, made from the types.

use schemars::{JsonSchema, Schema, SchemaGenerator, generate::SchemaSettings};

use crate::{
    Actor, Citation, Date, Diagnostic, Document, Event, Framing, Place, Quantity, Quotation, Record,
};

/// A type with a published schema: its name in lower case, and how the schema is made.
type Published = (&'static str, fn(SchemaGenerator) -> Schema);

fn of<T: JsonSchema>(generator: SchemaGenerator) -> Schema {
    generator.into_root_schema_for::<T>()
}

const PUBLISHED: &[Published] = &[
    ("record", of::<Record>),
    ("document", of::<Document>),
    ("actor", of::<Actor>),
    ("place", of::<Place>),
    ("date", of::<Date>),
    ("quantity", of::<Quantity>),
    ("event", of::<Event>),
    ("quotation", of::<Quotation>),
    ("citation", of::<Citation>),
    ("framing", of::<Framing>),
    ("diagnostic", of::<Diagnostic>),
];

/// The names of the types that have a schema: `record` first, then its parts.
pub fn names() -> impl Iterator<Item = &'static str> {
    PUBLISHED.iter().map(|(name, _)| *name)
}

/// The JSON Schema of a type by its name; `None` for a name that [`names`] does not have.
///
/// ```
/// let schema = verbale_core::schema::of_name("date").unwrap();
/// assert_eq!(schema.as_value()["title"], "Date");
/// ```
pub fn of_name(name: &str) -> Option<Schema> {
    let (_, make) = PUBLISHED.iter().find(|(published, _)| *published == name)?;
    Some(make(SchemaSettings::draft2020_12().into_generator()))
}
