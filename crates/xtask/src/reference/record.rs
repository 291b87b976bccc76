//! The chapter on the record: every part, field and word of the contract.

use std::collections::BTreeSet;

use anyhow::Context as _;
use serde_json::Value;
use verbale_core::{EventKind, ProblemCode};

use super::{Rows, fields, meaning, referred, section, words};

/// A pattern longer than this explains nothing to a reader.
const LONGEST_PATTERN: usize = 60;

/// Writes the chapter.
pub(super) fn chapter(record: &Value) -> anyhow::Result<String> {
    let mut text = include_str!("record.md").to_owned();
    let mut walk =
        Walk { record, seen: BTreeSet::new(), values: Rows::new(&["value", "meaning", "written as"]) };
    section(&mut text, 2, "Record", &format!("{}\n\n{}", meaning(record), fields::table(record, &link)?));
    walk.below(record, &mut text)?;
    let about = "What has no fields of its own.";
    section(&mut text, 2, "Values", &format!("{about}\n\n{}", walk.values.text));
    section(&mut text, 2, "Problems", &problems());
    Ok(text)
}

/// Where the chapter explains a definition.
pub(super) fn link(name: &str) -> String {
    format!("[{name}](#{})", name.to_lowercase())
}

/// Goes through the definitions in the order in which a reader meets them.
struct Walk<'a> {
    record: &'a Value,
    seen: BTreeSet<&'a str>,
    values: Rows,
}

impl<'a> Walk<'a> {
    /// Explains what the fields of a part refer to: the vocabularies first, then the parts with all that is in them.
    fn below(&mut self, part: &'a Value, text: &mut String) -> anyhow::Result<()> {
        let mut parts = Vec::new();
        for (_, field) in fields::in_order(part)? {
            let Some(name) = named(field).filter(|name| self.seen.insert(name)) else { continue };
            let definition =
                self.record["$defs"].get(name).with_context(|| format!("no definition of {name}"))?;
            if definition["type"] == "object" {
                parts.push((name, definition));
            } else if let Some(words) = words(definition) {
                section(text, 3, name, &format!("{}\n\n{}", meaning(definition), vocabulary(name, &words)));
            } else {
                self.value(name, definition);
            }
        }
        for (name, definition) in parts {
            let table = fields::table(definition, &link)?;
            section(text, 2, name, &format!("{}\n\n{table}", meaning(definition)));
            self.below(definition, text)?;
        }
        Ok(())
    }

    /// A value without fields; the column of its name has the place that links lead to.
    fn value(&mut self, name: &str, definition: &Value) {
        let pattern = definition["pattern"].as_str().filter(|pattern| pattern.len() <= LONGEST_PATTERN);
        let written = match name {
            "Edtf" => Some("[What a date means](dates.md)".to_owned()),
            _ => pattern.or(definition["const"].as_str()).map(|form| format!("`{form}`")),
        };
        let place = format!("<a id=\"{}\"></a>{name}", name.to_lowercase());
        self.values.add(&[&place, &meaning(definition), &written.unwrap_or_default()]);
    }
}

/// The definition that a field refers to, itself, perhaps, or in a list.
fn named(field: &Value) -> Option<&str> {
    let of_choice = || field["anyOf"].as_array()?.iter().find_map(referred);
    referred(field).or_else(|| referred(&field["items"])).or_else(of_choice)
}

fn vocabulary(name: &str, words: &[(&str, String)]) -> String {
    // The kinds of events are many, and stand in groups.
    let group =
        |word: &str| (name == "EventKind").then(|| Some(word.parse::<EventKind>().ok()?.group().as_str()))?;
    let is_grouped = words.iter().any(|(word, _)| group(word).is_some());
    let mut rows = Rows::new(if is_grouped { &["word", "meaning", "group"] } else { &["word", "meaning"] });
    for (word, meaning) in words {
        let word_shown = format!("`{word}`");
        match group(word) {
            Some(group) => rows.add(&[&word_shown, meaning, group]),
            None => rows.add(&[&word_shown, meaning]),
        }
    }
    rows.text
}

fn problems() -> String {
    let mut rows = Rows::new(&["code", "meaning"]);
    for code in ProblemCode::ALL {
        rows.add(&[&format!("`{}`", code.as_str()), code.meaning()]);
    }
    let about = "What `verbale validate` and the loaders of both libraries can find wrong with a record; all at once, each with the \
                 path of the field. The codes are stable.";
    format!("{about}\n\n{}", rows.text)
}
