//! JSON Schema (draft 2020-12) of the record and its parts, made from the types.

use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::Value;

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
    // What verbale writes: a field that may be null is there all the same.
    let settings = SchemaSettings::draft2020_12().for_serialize().with_transform(PlainDescriptions);
    Some(make(settings.into_generator()))
}

/// The JSON Schema of a file that people write: what has a default may be left out.
pub fn of_input<T: JsonSchema>() -> Schema {
    of::<T>(SchemaSettings::draft2020_12().with_transform(PlainDescriptions).into_generator())
}

/// Docstrings are written for Rust; a schema's reader has no use for links to Rust items and programs in Rust.
#[derive(Debug, Clone)]
struct PlainDescriptions;

impl Transform for PlainDescriptions {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        if let Some(Value::String(description)) = schema.get_mut("description") {
            *description = plain(description);
        }
    }
}

/// The text up to its first program, with `[words](link)` and `[`Item`]` as plain words.
fn plain(markdown: &str) -> String {
    let prose = markdown.split("```").next().unwrap_or_default().trim();
    let mut text = String::with_capacity(prose.len());
    let mut rest = prose;
    while let Some((before, behind)) = rest.split_once('[') {
        text.push_str(before);
        let Some((words, after)) = behind.split_once(']') else {
            text.push('[');
            rest = behind;
            break;
        };
        let is_link = after.starts_with('(') || words.starts_with('`');
        let words = if is_link { words.to_owned() } else { format!("[{words}]") };
        text.push_str(&words);
        rest = if let Some(link) = after.strip_prefix('(') {
            link.split_once(')').map_or("", |(_, rest)| rest)
        } else {
            after
        };
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn descriptions_are_plain_words() {
        assert_eq!(
            plain(
                "Made by [`TextIndex::span`], see [the page](https://example.org).\n\n```\nlet x = 1;\n```"
            ),
            "Made by `TextIndex::span`, see the page."
        );
        assert_eq!(plain("`text[start..end] == quote` holds"), "`text[start..end] == quote` holds");
    }

    #[test]
    fn every_part_has_a_schema_without_programs() {
        for name in names() {
            let schema = serde_json::to_string(&of_name(name).unwrap()).unwrap();
            assert!(!schema.contains("```") && !schema.contains("](crate"), "{name}: {schema}");
        }
    }
}
