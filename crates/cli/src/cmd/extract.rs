//! `verbale extract`: texts in, records out, in the order of the input.

use std::io::IsTerminal as _;

use anyhow::{Context as _, bail, ensure};
use rayon::iter::{IndexedParallelIterator as _, IntoParallelIterator as _, ParallelIterator as _};
use verbale_core::Checksum;
use verbale_parse::Extractor;
use verbale_tables::FileFormat;

use crate::args::{ExtractArgs, Format};
use crate::corpus::Corpus;
use crate::failure::Failure;
use crate::layout::{Layout, Sequence};
use crate::outcome::{Outcome, say};
use crate::output::Output;
use crate::progress;
use crate::reading::Reading;
use crate::report::Report;
use crate::sink::{Database, Done, Files, Ids, Read, Seen, Sink, tables};
use crate::table;
use crate::tasks::{Task, Tasks};

/// So many documents for each thread are in memory at a time …
const DOCUMENTS_PER_THREAD: usize = 64;
/// … and of no more bytes than this, unless a single document is longer.
const BYTES: u64 = 16 << 20;

/// Reads the documents, writes their records, reports what failed.
///
/// # Errors
/// On wrong usage, on knowledge that cannot be read, and if the output cannot be written.
pub(crate) fn run(args: &ExtractArgs) -> anyhow::Result<Outcome> {
    let corpus = Corpus::of(&args.paths)?;
    let inputs = &corpus.inputs;
    ensure!(
        args.id.is_none() || !corpus.several,
        "--id names one document, and there are several: leave it out"
    );
    let extractor = super::extractor(&args.reading)?;
    let reading = Reading::of(&args.reading)?;
    let threads = rayon::ThreadPoolBuilder::new()
        .num_threads(args.jobs.map_or(0, usize::from))
        .build()
        .context("the threads cannot be started: name fewer with --jobs")?;
    let (mut sink, layout, seen) = open(args, &corpus)?;
    let reader = Reader { args, extractor, reading, layout, seen };
    // Rows find their document by its id; texts do not.
    let mut ids = (!matches!(sink, Sink::Text(_))).then(Ids::default);
    let bar = progress::bar(inputs);
    let mut report = Report::default();
    let mut unchanged: u64 = 0;
    let mut tasks = Tasks::new(inputs, args.reading.encoding);
    loop {
        let chunk = next_chunk(&mut tasks, threads.current_num_threads() * DOCUMENTS_PER_THREAD);
        if chunk.is_empty() {
            break;
        }
        let read = |task: Task<'_>| {
            let size = task.size();
            let result = reader.read(task);
            bar.inc(size);
            result
        };
        let results: Vec<_> = threads.install(|| chunk.into_par_iter().with_max_len(1).map(read).collect());
        let mut documents = Vec::with_capacity(results.len());
        let mut failures = Vec::new();
        for result in results {
            match result {
                Ok(document) => documents.push(document),
                Err(failure) => failures.push(failure),
            }
        }
        if let Some(ids) = &mut ids {
            let (first, others) = ids.first_of_each(documents);
            documents = first;
            failures.extend(others);
        }
        unchanged += documents.iter().filter(|read| matches!(read.done, Done::Unchanged)).count() as u64;
        let done = documents.len();
        bar.suspend(|| sink.write(documents))?;
        (0..done).for_each(|_| report.success());
        failures.iter().for_each(|failure| report.failure(failure));
        bar.set_message(report.documents());
    }
    bar.finish_and_clear();
    if !report.nothing_done() {
        sink.finish()?;
    }
    match unchanged {
        0 => {}
        1 => say("1 document has not changed since it was read"),
        unchanged => say(&format!("{unchanged} documents have not changed since they were read")),
    }
    Ok(report.end("documents"))
}

/// Where the records go; how they are written, if as text; and what is there already.
fn open(args: &ExtractArgs, corpus: &Corpus) -> anyhow::Result<(Sink, Option<Layout>, Seen)> {
    let path = args.output.as_deref();
    let to_terminal = path.is_none() && std::io::stdout().is_terminal();
    let default = if to_terminal { Format::Table } else { Format::Json };
    let format = args.format.or_else(|| path.and_then(Format::of_file)).unwrap_or(default);
    let of_tables = match format {
        Format::Parquet => Some(FileFormat::Parquet),
        Format::Csv => Some(FileFormat::Csv),
        _ => None,
    };
    ensure!(
        args.tables.is_empty() || of_tables.is_some(),
        "--tables is for the formats parquet and csv: leave it out, a database has all tables"
    );
    ensure!(!args.again || format == Format::Sqlite, "--again is for the format sqlite: leave it out");
    if let Some(file) = of_tables {
        ensure!(
            !(to_terminal && file == FileFormat::Parquet),
            "a Parquet file is not for a terminal: name a file with --output"
        );
        let files = Files::create(file, &tables(&args.tables)?, path, &corpus.inputs)?;
        return Ok((Sink::Files(files), None, Seen::new()));
    }
    if format == Format::Sqlite {
        let Some(path) = path else { bail!("a database is a file: name it with --output") };
        let (database, seen) = Database::find(path, &corpus.inputs)?;
        let seen = if args.again { Seen::new() } else { seen };
        return Ok((Sink::Database(database), None, seen));
    }
    ensure!(
        format != Format::Html || !corpus.several,
        "a page holds one document, and there are several: make a page of each, or ask for another --format"
    );
    let layout = Layout::new(format, corpus.several, table::width(to_terminal));
    let output = Output::create(path, &corpus.inputs)?;
    Ok((Sink::Text(Sequence::new(layout, output)), Some(layout), Seen::new()))
}

/// The next documents: as many as keep the threads busy, as few as fit the memory.
fn next_chunk<'i>(tasks: &mut Tasks<'i>, documents: usize) -> Vec<Task<'i>> {
    let mut chunk = Vec::new();
    let mut bytes = 0;
    while chunk.len() < documents && bytes < BYTES {
        let Some(task) = tasks.next() else { break };
        bytes += task.size();
        chunk.push(task);
    }
    chunk
}

/// Reads documents, from any thread.
struct Reader<'a> {
    args: &'a ExtractArgs,
    extractor: Extractor,
    reading: Reading,
    /// How a record is written as text; `None` if it is not.
    layout: Option<Layout>,
    /// What need not be read again.
    seen: Seen,
}

impl Reader<'_> {
    fn read(&self, task: Task<'_>) -> Result<Read, Failure> {
        let mut document = task.load(self.args.reading.encoding)?;
        if let Some(id) = &self.args.id {
            document.metadata.id = Some(id.clone());
        }
        let reading = self.reading.word(&document.metadata);
        if let Some(id) = &document.metadata.id
            && let Some(known) = self.seen.get(id)
            && known.reading == reading
            && known.sha256 == Checksum::of(&document.text).as_str()
        {
            return Ok(Read { origin: document.origin, id: id.clone(), reading, done: Done::Unchanged });
        }
        let record = match self.extractor.extract_with(&document.text, &document.metadata) {
            Ok(record) => record,
            Err(error) => return Err(Failure::new(document.origin, error.to_string())),
        };
        let id = record.document().id.clone();
        let done = match self.layout {
            None => Done::Record(Box::new(record)),
            Some(layout) => match layout.render(&record, &document.text) {
                Ok(text) => Done::Text(text),
                Err(error) => {
                    let message = format!("the record cannot be written: {error}");
                    return Err(Failure::new(document.origin, message));
                }
            },
        };
        Ok(Read { origin: document.origin, id, reading, done })
    }
}
