//! The fields of a part of a schema, as a table.

use anyhow::{Context as _, bail};
use serde_json::Value;

use super::{Rows, meaning, referred};

/// The fields of an object, those that have to be there first and in their order: name, type, meaning.
pub(super) fn table(part: &Value, link: &dyn Fn(&str) -> String) -> anyhow::Result<String> {
    let mut rows = Rows::new(&["field", "type", "meaning"]);
    for (name, field) in in_order(part)? {
        rows.add(&[&format!("`{name}`"), &kind(field, link)?, &meaning(field)]);
    }
    Ok(rows.text)
}

/// The fields of an object: those that have to be there in the order of the contract, then the others.
pub(super) fn in_order(part: &Value) -> anyhow::Result<Vec<(&str, &Value)>> {
    let fields = part["properties"].as_object().context("an object has fields")?;
    let required: Vec<&str> =
        part["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let others = fields.keys().map(String::as_str).filter(|name| !required.contains(name));
    let order = required.iter().copied().chain(others);
    order.map(|name| Ok((name, fields.get(name).with_context(|| format!("no field {name}"))?))).collect()
}

/// The type of a field in words, with links to the definitions.
pub(super) fn kind(field: &Value, link: &dyn Fn(&str) -> String) -> anyhow::Result<String> {
    if let Some(name) = referred(field) {
        return Ok(link(name));
    }
    if let Some(choices) = field["anyOf"].as_array() {
        let kinds: Vec<String> = choices.iter().map(|choice| kind(choice, link)).collect::<Result<_, _>>()?;
        return Ok(kinds.join(" or "));
    }
    if let Some(choices) = field["type"].as_array() {
        let names: Vec<&str> = choices.iter().map(plain).collect::<Result<_, _>>()?;
        return Ok(names.join(" or "));
    }
    if field["type"] == "array" {
        let item = kind(&field["items"], link)?;
        // A word of ours is in the plural, a name is not.
        return Ok(format!("list of {item}{}", if item.starts_with('[') { "" } else { "s" }));
    }
    if field["type"] == "object" {
        let (keys, values) = (&field["propertyNames"], &field["additionalProperties"]);
        return Ok(format!("{} for each {}", kind(values, link)?, kind(keys, link)?));
    }
    plain(&field["type"]).map(str::to_owned)
}

/// A type of JSON in a word.
fn plain(name: &Value) -> anyhow::Result<&'static str> {
    Ok(match name.as_str() {
        Some("string") => "text",
        Some("integer") => "whole number",
        Some("number") => "number",
        Some("boolean") => "true or false",
        Some("null") => "`null`",
        _ => bail!("no word for the type {name}"),
    })
}
