//! The published schemas: made from the types and the definitions of the tables, committed, compared.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context as _, bail};

/// Writes or compares `schemas/NAME.schema.json`.
pub(crate) fn schema(root: &Path, check: bool) -> anyhow::Result<()> {
    let folder = root.join("schemas");
    fs::create_dir_all(&folder)?;
    let mut stale = Vec::new();
    let mut published = Vec::new();
    let of_record =
        verbale_core::schema::names().map(|name| Some((name, verbale_core::schema::of_name(name)?)));
    let mut described = Vec::new();
    for entry in of_record.chain([Some(("frames", verbale_parse::frames_schema()))]) {
        let (name, schema) = entry.context("every published name has a schema")?;
        described.push((name, serde_json::to_string_pretty(&schema)?));
    }
    described.push(("tables", verbale_tables::describe()?));
    for (name, json) in described {
        let json = json + "\n";
        let file = format!("{name}.schema.json");
        let path = folder.join(&file);
        if fs::read_to_string(&path).ok().as_deref() != Some(json.as_str()) {
            stale.push(file.clone());
            if !check {
                fs::write(&path, json).with_context(|| format!("{} cannot be written", path.display()))?;
            }
        }
        published.push(file);
    }
    for entry in fs::read_dir(&folder)? {
        let file = entry?.file_name().to_string_lossy().into_owned();
        if !published.contains(&file) {
            bail!("schemas/{file} belongs to no type: delete it");
        }
    }
    if check && !stale.is_empty() {
        bail!("not what the code produces: {}; run `cargo xtask schema`", stale.join(", "));
    }
    let done = if check { "up to date" } else { "written" };
    writeln!(std::io::stderr(), "{} schemas {done}", published.len())?;
    Ok(())
}
