//! The chapter on the flat tables.

use anyhow::Context as _;
use serde_json::Value;
use verbale_tables::{Column, ColumnType, Table};

use super::{Rows, section, words};

/// Writes the chapter; vocabularies are those of the record.
pub(super) fn chapter(record: &Value) -> anyhow::Result<String> {
    let mut text = include_str!("tables.md").to_owned();
    let definitions = record["$defs"].as_object().context("the record has definitions")?;
    for table in Table::ALL {
        let mut rows = Rows::new(&["column", "type", "meaning"]);
        for column in table.columns() {
            let mut meaning = column.meaning().to_owned();
            if let Some(found) = column.words() {
                let same = definitions.iter().find(|(_, part)| {
                    words(part)
                        .is_some_and(|known| known.iter().map(|(word, _)| *word).eq(found.iter().copied()))
                });
                let listed = match same {
                    Some((name, _)) => format!("[{name}](record.md#{})", name.to_lowercase()),
                    None => found.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", "),
                };
                meaning = format!("{meaning} Words: {listed}.");
            }
            rows.add(&[&format!("`{}`", column.name()), &kind(column), &meaning]);
        }
        let below = format!("{}\n\n{}\n\n{}", table.meaning(), keys(*table), rows.text);
        section(&mut text, 2, table.name(), &below);
    }
    Ok(text)
}

fn kind(column: &Column) -> String {
    let name = match column.column_type() {
        ColumnType::Text => "text",
        ColumnType::Word => "word",
        ColumnType::Whole => "whole number",
        ColumnType::Number => "number",
        ColumnType::Day => "day",
        ColumnType::Texts => "list of texts",
        ColumnType::Wholes => "list of whole numbers",
        _ => "other",
    };
    if column.is_nullable() { format!("{name} or null") } else { name.to_owned() }
}

/// What names a row, and what its columns refer to.
fn keys(table: Table) -> String {
    let joined =
        |names: &[&str]| names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" and ");
    let mut text = format!("Key: {}.", joined(table.key()));
    let references: Vec<String> = table
        .references()
        .iter()
        .map(|reference| format!("{} to [{1}](#{1})", joined(reference.columns), reference.table))
        .collect();
    if !references.is_empty() {
        text.push_str(&format!(" Refers by {}.", references.join(", by ")));
    }
    text
}
