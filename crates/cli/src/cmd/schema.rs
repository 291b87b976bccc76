//! `verbale schema`: the JSON Schema of the record and its parts, and the description of the tables.

use std::io::Write as _;

use anyhow::anyhow;
use verbale_core::schema;

use crate::args::{SchemaArgs, TABLES, schema_names};
use crate::outcome::Outcome;
use crate::output::Output;

/// Prints a schema, or the names of those that there are.
///
/// # Errors
/// If the type has no schema, or stdout cannot be written.
pub(crate) fn run(args: &SchemaArgs) -> anyhow::Result<Outcome> {
    let mut output = Output::stdout();
    if args.list {
        schema_names().try_for_each(|name| writeln!(output, "{name}"))?;
    } else if args.name == TABLES {
        writeln!(output, "{}", verbale_tables::describe()?)?;
    } else {
        let name = &args.name;
        let schema = schema::of_name(name)
            .ok_or_else(|| anyhow!("`{name}` has no schema; see `verbale schema --list`"))?;
        writeln!(output, "{}", serde_json::to_string_pretty(&schema)?)?;
    }
    output.finish()?;
    Ok(Outcome::AllWell)
}
