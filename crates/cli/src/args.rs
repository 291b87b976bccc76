//! What can be asked for. The texts here are the command's manual.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint, builder::PossibleValuesParser};
use clap_complete::Shell;
use verbale_core::{Edtf, schema};
use verbale_tables::Table;

use crate::encoding::Encoding;

/// Turn English diplomatic and conflict texts into typed, validated records: who did what to whom, when, where, and who says so.
#[derive(Debug, Parser)]
#[command(name = "verbale", version, max_term_width = 100, arg_required_else_help = true, after_help = AFTER_HELP)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

const AFTER_HELP: &str = "\
Examples:
  verbale extract note.txt                   the events of a text, as a table
  verbale extract note.txt > note.json       its record, as JSON
  verbale validate --text note.txt note.json
  verbale schema event
  verbale explain note.txt

Exit codes:
  0  all well
  1  some document failed, or some record is invalid
  2  wrong usage, or nothing could be done";

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Extract(ExtractArgs),
    Validate(ValidateArgs),
    Schema(SchemaArgs),
    Explain(ExplainArgs),
    Parse(ParseArgs),
    Completions(CompletionsArgs),
}

/// Read texts and write their records.
///
/// A document's id is its file's name without the ending, or its path within the folder that was named; for a line of a .jsonl file
/// without `id`, that and the number of the line, as in `cables:12`. The same text gives the same record, byte for byte, whatever the number of threads.
#[derive(Debug, Args)]
#[command(after_help = EXTRACT_HELP)]
pub(crate) struct ExtractArgs {
    /// Texts, folders with .txt, .md and .jsonl files, or patterns such as `1990/*.txt`; `-` or nothing for stdin. A .jsonl file has
    /// one object a line: `text`, and if you like `id`, `title`, `published`; other fields are ignored
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub(crate) paths: Vec<PathBuf>,

    /// How to write records [default: by the ending of the output; else table on a terminal, json elsewhere]
    #[arg(long, short, value_enum)]
    pub(crate) format: Option<Format>,

    /// Write to this file, which appears whole or not at all; a database is added to. May be given more than once
    #[arg(long, short, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) output: Vec<PathBuf>,

    /// Tables to write as Parquet or CSV [default: events]: the first to the output, each other one beside it, as in
    /// `chronicle.actors.csv`
    #[arg(long, value_name = "TABLE,…", value_delimiter = ',', value_parser = table_names(), hide_possible_values = true)]
    pub(crate) tables: Vec<String>,

    /// Read documents again that have not changed since the database was written
    #[arg(long)]
    pub(crate) again: bool,

    /// The document's id, if there is one document
    #[arg(long, value_parser = some_words)]
    pub(crate) id: Option<String>,

    #[command(flatten)]
    pub(crate) reading: ReadingArgs,

    /// Threads [default: all cores]
    #[arg(long, short, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) jobs: Option<u16>,
}

const EXTRACT_HELP: &str = "\
Examples:
  verbale extract note.txt
  verbale extract --published 1905-09-06 --title \"Peace at Portsmouth\" note.txt
  verbale extract --format jsonl --output records.jsonl --jobs 4 cables.jsonl
  verbale extract --format jsonl texts/*.txt | head -n 1
  verbale extract corpus/ --output chronicle.sqlite
  verbale extract corpus/ --output chronicle.csv --tables events,participants,actors
  verbale extract corpus/ --output chronicle.sqlite --output chronicle.parquet
  pdftotext note.pdf - | verbale extract --id note --format json
  verbale extract --output note.html note.txt

With --format json, one text gives one object; several texts, a folder, or a .jsonl file, an array.
Tables: events, documents, participants, actors, mentions, places, event_places, items,
relations, quotations, citations, framing; `all` for all of them.
A database can be written again and again: documents that have not changed are passed over, those
that have changed take the place of what was there, the others stay. What was written before an
interruption stays, too. Query its view `chronicle` first; `about_columns` explains the columns.
With several outputs, the ending of each says what it is, and each has what it would have alone.
With a database among them, Parquet and CSV are made of it: documents that it has are not read
again, so that the same command goes on after an interruption. Whole records (.json, .jsonl, .html)
are written in a run of their own, since a database has only their tables.
If some documents fail, the others are written; what failed is told at the end.

Exit codes:
  0  all well
  1  some document failed; the others were written
  2  wrong usage, or nothing could be done: no file is written";

/// How to write records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Indented JSON
    Json,
    /// One record a line, in the order of the input
    Jsonl,
    /// A table of the events, for people
    Table,
    /// A Parquet file of the events, for notebooks
    Parquet,
    /// A CSV file of the events, for spreadsheets; what would run as a formula has a `'` before it
    Csv,
    /// A database with all tables, for SQL
    Sqlite,
    /// Events in the JSON of PLOVER, one a line
    Plover,
    /// One page to read in a browser: the text with its marks, a timeline, the events
    Html,
}

impl Format {
    /// The format that a file's name tells by its ending.
    pub(crate) fn of_file(path: &Path) -> Option<Self> {
        let ending = path.extension().and_then(OsStr::to_str)?.to_ascii_lowercase();
        match ending.as_str() {
            "json" => Some(Self::Json),
            "jsonl" | "ndjson" => Some(Self::Jsonl),
            "parquet" => Some(Self::Parquet),
            "csv" => Some(Self::Csv),
            "sqlite" | "sqlite3" | "db" => Some(Self::Sqlite),
            "html" | "htm" => Some(Self::Html),
            _ => None,
        }
    }
}

/// The names of the tables, and the word for all of them.
fn table_names() -> PossibleValuesParser {
    PossibleValuesParser::new(Table::ALL.iter().map(|table| table.name()).chain([Table::EVERY]))
}

/// What is known beside the text.
#[derive(Debug, Args)]
pub(crate) struct ReadingArgs {
    /// When the document was published, in EDTF: 1905-09-06, 1905-09, 1905
    #[arg(long, value_name = "EDTF")]
    pub(crate) published: Option<Edtf>,

    /// The document's title, instead of the one that the text gives
    #[arg(long, value_parser = some_words)]
    pub(crate) title: Option<String>,

    /// A folder of your own actors, places, words and frames; may be given more than once
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) lexicon: Vec<PathBuf>,

    /// The encoding of the texts [default: UTF-8, or UTF-16 where a byte order mark says so]
    #[arg(long, value_enum, value_name = "NAME")]
    pub(crate) encoding: Option<Encoding>,
}

/// Check records and print every problem, one a line.
///
/// A problem is printed as `FILE: path: message [code]`, or `FILE:LINE: …` for a .jsonl file.
#[derive(Debug, Args)]
#[command(after_help = VALIDATE_HELP)]
pub(crate) struct ValidateArgs {
    /// JSON with one record or an array of records, or a .jsonl file with one record a line; `-` for stdin
    #[arg(value_name = "RECORD", required = true, value_hint = ValueHint::FilePath)]
    pub(crate) paths: Vec<PathBuf>,

    /// The text that the records were made from: also checks length, checksum and every quote
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) text: Option<PathBuf>,

    /// The encoding of that text [default: UTF-8, or UTF-16 where a byte order mark says so]
    #[arg(long, value_enum, value_name = "NAME", requires = "text")]
    pub(crate) encoding: Option<Encoding>,
}

const VALIDATE_HELP: &str = "\
Examples:
  verbale validate note.json
  verbale validate records.jsonl more.json
  verbale validate --text note.txt note.json

Exit codes:
  0  every record is valid
  1  some record is invalid, or some file cannot be read
  2  wrong usage, or no file could be read";

/// Print the JSON Schema (draft 2020-12) of the record or of one of its parts.
///
/// `tables` stands for the flat tables: their columns, keys and references, as a Frictionless Data Package.
#[derive(Debug, Args)]
#[command(after_help = SCHEMA_HELP)]
pub(crate) struct SchemaArgs {
    /// The type
    #[arg(value_name = "TYPE", default_value = "record", value_parser = PossibleValuesParser::new(schema_names()))]
    pub(crate) name: String,

    /// Print the names of the types that have a schema
    #[arg(long, conflicts_with = "name")]
    pub(crate) list: bool,
}

const SCHEMA_HELP: &str = "\
Examples:
  verbale schema > record.schema.json
  verbale schema event
  verbale schema tables
  verbale schema --list";

/// The name that stands for all flat tables.
pub(crate) const TABLES: &str = "tables";

/// What can be described.
pub(crate) fn schema_names() -> impl Iterator<Item = &'static str> {
    schema::names().chain([TABLES])
}

/// Show what each stage saw in a text: the layout, the mentions, the events with the rule behind each.
#[derive(Debug, Args)]
#[command(after_help = EXPLAIN_HELP)]
pub(crate) struct ExplainArgs {
    /// A text; `-` or nothing for stdin
    #[arg(value_name = "PATH", value_hint = ValueHint::FilePath, default_value = "-", hide_default_value = true)]
    pub(crate) path: PathBuf,

    #[command(flatten)]
    pub(crate) reading: ReadingArgs,
}

const EXPLAIN_HELP: &str = "\
Examples:
  verbale explain note.txt
  echo 'Norway hosted the talks.' | verbale explain";

/// Show the sentences of a text with their words, tags, trees and names.
#[derive(Debug, Args)]
#[command(after_help = PARSE_HELP)]
pub(crate) struct ParseArgs {
    /// A text; `-` or nothing for stdin
    #[arg(value_name = "PATH", value_hint = ValueHint::FilePath, default_value = "-", hide_default_value = true)]
    pub(crate) path: PathBuf,

    /// How to write the sentences
    #[arg(long, short, value_enum, default_value = "tree")]
    pub(crate) format: TreeFormat,

    /// The encoding of the text [default: UTF-8, or UTF-16 where a byte order mark says so]
    #[arg(long, value_enum, value_name = "NAME")]
    pub(crate) encoding: Option<Encoding>,
}

/// How sentences are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TreeFormat {
    /// Trees drawn for people
    Tree,
    /// CoNLL-U, for programs
    Conllu,
}

const PARSE_HELP: &str = "\
Examples:
  verbale parse note.txt
  echo 'Norway hosted the talks.' | verbale parse --format conllu";

/// Print the completions of a shell.
#[derive(Debug, Args)]
#[command(after_help = COMPLETIONS_HELP)]
pub(crate) struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    pub(crate) shell: Shell,
}

const COMPLETIONS_HELP: &str = "\
Examples:
  verbale completions bash > ~/.local/share/bash-completion/completions/verbale
  verbale completions zsh > ~/.zfunc/_verbale
  verbale completions fish > ~/.config/fish/completions/verbale.fish";

/// An argument that must say something.
fn some_words(argument: &str) -> Result<String, &'static str> {
    if argument.trim().is_empty() { Err("expected some words, found none") } else { Ok(argument.to_owned()) }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_definition_is_sound() {
        Cli::command().debug_assert();
    }
}
