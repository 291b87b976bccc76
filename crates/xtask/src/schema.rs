//! What is published of the types and the definitions of the tables: schemas, and the reference chapters of the guide. Made,
//! committed, compared.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context as _, bail};

use crate::reference;

/// Writes or compares `schemas/NAME.schema.json` and the reference chapters in `guide/src`.
pub(crate) fn schema(root: &Path, check: bool) -> anyhow::Result<()> {
    let schemas = schemas()?;
    for entry in fs::read_dir(root.join("schemas"))? {
        let file = format!("schemas/{}", entry?.file_name().to_string_lossy());
        if !schemas.iter().any(|(path, _)| *path == file) {
            bail!("{file} belongs to no type: delete it");
        }
    }
    let mut stale = Vec::new();
    let mut published = schemas;
    let chapters = reference::chapters()?;
    published.extend(chapters.into_iter().map(|(file, text)| (format!("guide/src/{file}"), text)));
    for (file, content) in &published {
        let path = root.join(file);
        if fs::read_to_string(&path).ok().as_ref() != Some(content) {
            stale.push(file.as_str());
            if !check {
                fs::write(&path, content).with_context(|| format!("{} cannot be written", path.display()))?;
            }
        }
    }
    if check && !stale.is_empty() {
        bail!("not what the code produces: {}; run `cargo xtask schema`", stale.join(", "));
    }
    let done = if check { "up to date" } else { "written" };
    writeln!(std::io::stderr(), "{} schemas and chapters {done}", published.len())?;
    Ok(())
}

/// The schemas, each with its file and its text.
fn schemas() -> anyhow::Result<Vec<(String, String)>> {
    let mut described = Vec::new();
    for name in verbale_core::schema::names() {
        let schema = verbale_core::schema::of_name(name)
            .with_context(|| format!("{name} is published without a schema"))?;
        described.push((name, serde_json::to_string_pretty(&schema)?));
    }
    described.push(("frames", serde_json::to_string_pretty(&verbale_parse::frames_schema())?));
    described.push(("tables", verbale_tables::describe()?));
    Ok(described
        .into_iter()
        .map(|(name, json)| (format!("schemas/{name}.schema.json"), json + "\n"))
        .collect())
}
