//! The reference chapters of the guide: made from the schemas and the definitions of the tables, so that they cannot say
//! anything else.

mod fields;
mod frames;
mod record;
mod tables;

use std::fmt::Write as _;

use anyhow::Context as _;
use serde_json::Value;

/// The chapters, each with its file in `guide/src` and its text.
pub(crate) fn chapters() -> anyhow::Result<Vec<(&'static str, String)>> {
    let record = verbale_core::schema::of_name("record").context("the record has a schema")?;
    let frames = verbale_parse::frames_schema();
    Ok(vec![
        ("record.md", record::chapter(record.as_value())?),
        ("tables.md", tables::chapter(record.as_value())?),
        ("frame-fields.md", frames::chapter(frames.as_value(), record.as_value())?),
    ])
}

/// A Markdown table that grows by rows. A cell has neither a line end nor a bar of its own.
struct Rows {
    text: String,
    columns: usize,
}

impl Rows {
    fn new(columns: &[&str]) -> Self {
        let mut rows = Self { text: String::new(), columns: columns.len() };
        rows.add(columns);
        rows.add(&vec!["---"; columns.len()]);
        rows
    }

    fn add(&mut self, cells: &[&str]) {
        debug_assert_eq!(cells.len(), self.columns);
        for cell in cells {
            let cell = cell.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|");
            self.text.push_str("| ");
            self.text.push_str(&cell);
            self.text.push(' ');
        }
        self.text.push_str("|\n");
    }
}

/// A heading with what stands below it, and an empty line.
fn section(text: &mut String, level: usize, heading: &str, below: &str) {
    let _ = writeln!(text, "\n{} {heading}\n\n{}", "#".repeat(level), below.trim());
}

/// What a part of a schema says of itself: the first paragraph, which is the one for its readers.
fn meaning(schema: &Value) -> String {
    let whole = schema["description"].as_str().unwrap_or_default();
    let first = whole.split("\n\n").next().unwrap_or_default();
    first.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The name of the definition that a part of a schema refers to.
fn referred(schema: &Value) -> Option<&str> {
    schema["$ref"].as_str()?.strip_prefix("#/$defs/")
}

/// The words of a vocabulary with what they mean; `None` if the part of a schema is none.
fn words(schema: &Value) -> Option<Vec<(&str, String)>> {
    let mut words = Vec::new();
    for term in schema["oneOf"].as_array()? {
        match (term["const"].as_str(), term["enum"].as_array()) {
            (Some(word), _) => words.push((word, meaning(term))),
            (None, Some(plain)) => {
                words.extend(plain.iter().filter_map(Value::as_str).map(|word| (word, String::new())))
            }
            (None, None) => return None,
        }
    }
    Some(words)
}
