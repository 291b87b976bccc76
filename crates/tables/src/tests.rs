//! What goes into a format comes out again, and the tables keep their promises on every example text.

mod batches;
mod csv;
mod files;
mod parquet;
mod rows;
mod snapshot;
mod sqlite;
mod whole;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use verbale_core::Record;

use crate::cell::Cell;
use crate::table::Table;
use crate::view::View;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The records of the example texts, in the order of their names.
static EXAMPLES: LazyLock<Vec<Record>> = LazyLock::new(|| {
    let files = fs::read_dir(root().join("examples/texts")).unwrap();
    let mut files: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    files.sort();
    let read = |file: &PathBuf| {
        let id = file.file_stem().unwrap().to_str().unwrap();
        let extractor = verbale_parse::Extractor::builder().id(id).build().unwrap();
        extractor.extract(&fs::read_to_string(file).unwrap()).unwrap()
    };
    files.iter().map(read).collect()
});

/// A record that does not change with the parser.
fn gulf() -> Record {
    Record::from_json(&fs::read_to_string(root().join("tests/cli/kuwait.json")).unwrap()).unwrap()
}

/// The rows of a record in a table.
fn rows<'r>(view: &View<'r>, table: Table) -> Vec<Vec<Cell<'r>>> {
    let mut rows = Vec::new();
    (table.definition().rows)(view, &mut |cells| rows.push(cells));
    rows
}
