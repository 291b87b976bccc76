//! The chapter on the fields of frames.

use anyhow::Context as _;
use serde_json::Value;

use super::{Rows, fields, meaning, section, words};

/// Writes the chapter; a vocabulary that the record has is explained there.
pub(super) fn chapter(frames: &Value, record: &Value) -> anyhow::Result<String> {
    let mut text = include_str!("frames.md").to_owned();
    let link = |name: &str| {
        let page = if record["$defs"].get(name).is_some() { "record.md" } else { "" };
        format!("[{name}]({page}#{})", name.to_lowercase())
    };
    let definition = |name| frames["$defs"].get(name).with_context(|| format!("no definition of {name}"));
    for name in ["Frame", "Example"] {
        let part = definition(name)?;
        let required: Vec<String> = fields::in_order(part)?
            .iter()
            .filter(|(field, _)| {
                part["required"].as_array().is_some_and(|all| all.iter().any(|one| one == field))
            })
            .map(|(field, _)| format!("`{field}`"))
            .collect();
        let about = format!("{} Needed: {}.", meaning(part), required.join(", "));
        // TOML has no null: the field is left out.
        let table = fields::table(part, &link)?.replace(" or `null`", "");
        section(&mut text, 2, name, &format!("{about}\n\n{table}"));
    }
    let slot = definition("Slot")?;
    let mut rows = Rows::new(&["slot", "meaning"]);
    for (word, meaning) in words(slot).context("slots are words")? {
        let plain = "Behind that preposition.".to_owned();
        rows.add(&[&format!("`{word}`"), if meaning.is_empty() { &plain } else { &meaning }]);
    }
    section(&mut text, 2, "Slot", &format!("{}\n\n{}", meaning(slot), rows.text));
    Ok(text)
}
