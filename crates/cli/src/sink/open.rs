//! Which outputs the arguments ask for.

use std::io::IsTerminal as _;
use std::path::Path;

use anyhow::{bail, ensure};
use verbale_tables::{FileFormat, Sequence, Table, TableFiles, beside};

use super::{Database, Seen, Sink};
use crate::args::{ExtractArgs, Format};
use crate::corpus::Corpus;
use crate::layout::Layout;
use crate::output::{Names, Output};
use crate::table;

/// Begins the outputs that the arguments ask for, and tells which documents need not be read again.
///
/// # Errors
/// On arguments that make no sense together, and if something cannot be written.
pub(crate) fn open(args: &ExtractArgs, corpus: &Corpus) -> anyhow::Result<(Sink, Seen)> {
    let to_terminal = args.output.is_empty() && std::io::stdout().is_terminal();
    let outputs = outputs(args, to_terminal)?;
    check(args, corpus, &outputs, to_terminal)?;
    let tables = if args.tables.is_empty() { vec![Table::Events] } else { Table::named(&args.tables)? };
    let mut names = Names::new(&corpus.inputs);
    let (mut sink, mut seen) = (Sink::default(), Seen::new());
    for (format, path) in outputs {
        match (file_format(format), path) {
            (Some(format), path) => sink.files.push(files(format, &tables, path, &mut names)?),
            (None, Some(path)) if format == Format::Sqlite => {
                let (database, known) = Database::find(path, &mut names)?;
                sink.database = Some(database);
                seen = known;
            }
            (None, path) => {
                let layout = Layout::new(format, corpus.several, table::width(to_terminal));
                let output = path.map_or_else(|| Ok(Output::stdout()), |path| names.create(path))?;
                sink.texts.push((layout, Sequence::new(layout.marks(), output)));
            }
        }
    }
    Ok((sink, if args.again { Seen::new() } else { seen }))
}

/// The outputs, each with its format; a path is missing only where the one output is stdout.
fn outputs(args: &ExtractArgs, to_terminal: bool) -> anyhow::Result<Vec<(Format, Option<&Path>)>> {
    let default = if to_terminal { Format::Table } else { Format::Json };
    let told = |path: &Path| Format::of_file(path).unwrap_or(default);
    Ok(match args.output.as_slice() {
        [] => vec![(args.format.unwrap_or(default), None)],
        [path] => vec![(args.format.unwrap_or_else(|| told(path)), Some(path))],
        several => {
            ensure!(
                args.format.is_none(),
                "--format is for one output: leave it out, and let the ending of each say what it is"
            );
            several.iter().map(|path| (told(path), Some(path.as_path()))).collect()
        }
    })
}

/// Refuses what makes no sense, before anything is touched.
fn check(
    args: &ExtractArgs,
    corpus: &Corpus,
    outputs: &[(Format, Option<&Path>)],
    to_terminal: bool,
) -> anyhow::Result<()> {
    let is = |wanted: Format| outputs.iter().any(|(format, _)| *format == wanted);
    let has_files = is(Format::Parquet) || is(Format::Csv);
    ensure!(
        args.tables.is_empty() || has_files,
        "--tables is for the formats parquet and csv: leave it out, a database has all tables"
    );
    ensure!(!args.again || is(Format::Sqlite), "--again is for the format sqlite: leave it out");
    ensure!(
        !(to_terminal && is(Format::Parquet)),
        "a Parquet file is not for a terminal: name a file with --output"
    );
    ensure!(
        !is(Format::Html) || !corpus.several,
        "a page holds one document, and there are several: make a page of each, or ask for another --format"
    );
    if !is(Format::Sqlite) {
        return Ok(());
    }
    let mut databases = 0;
    for (format, path) in outputs {
        let Some(path) = path.map(Path::display) else {
            bail!("a database is a file: name it with --output")
        };
        databases += usize::from(*format == Format::Sqlite);
        ensure!(databases < 2, "{path}: is a second database: write it in a run of its own");
        ensure!(
            *format == Format::Sqlite || file_format(*format).is_some(),
            "{path}: has whole records, and a database only their tables: write it in a run of its own"
        );
    }
    Ok(())
}

/// The format of a file with one table, if it is one.
const fn file_format(format: Format) -> Option<FileFormat> {
    match format {
        Format::Parquet => Some(FileFormat::Parquet),
        Format::Csv => Some(FileFormat::Csv),
        _ => None,
    }
}

/// Begins files of tables: the first in the file at `path`, or on stdout if there is none; the others beside it.
fn files(
    format: FileFormat,
    tables: &[Table],
    path: Option<&Path>,
    names: &mut Names<'_>,
) -> anyhow::Result<TableFiles<Output>> {
    let mut files = Vec::with_capacity(tables.len());
    for (index, table) in tables.iter().enumerate() {
        let path = match path {
            Some(path) if index > 0 => Some(beside(path, *table)),
            path => path.map(Path::to_path_buf),
        };
        ensure!(
            path.is_some() || tables.len() == 1,
            "there are several tables: name a file with --output, and the others are written beside it"
        );
        let output = path.as_deref().map_or_else(|| Ok(Output::stdout()), |path| names.create(path))?;
        files.push((*table, output));
    }
    TableFiles::new(format, files).map_err(super::told)
}
