//! `verbale extract`: texts in, records out, in the order of the input.

use std::io::IsTerminal as _;

use anyhow::{Context as _, ensure};
use rayon::iter::{IndexedParallelIterator as _, IntoParallelIterator as _, ParallelIterator as _};
use verbale_parse::Extractor;

use crate::args::{ExtractArgs, Format};
use crate::failure::Failure;
use crate::input::Input;
use crate::layout::{Layout, Sequence};
use crate::outcome::Outcome;
use crate::output::Output;
use crate::progress;
use crate::report::Report;
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
    let inputs = Input::of_all(&args.paths)?;
    let several = inputs.len() > 1 || inputs.iter().any(Input::has_lines);
    ensure!(args.id.is_none() || !several, "--id names one document, and there are several: leave it out");
    let extractor = super::extractor(&args.reading)?;
    let threads = rayon::ThreadPoolBuilder::new()
        .num_threads(args.jobs.map_or(0, usize::from))
        .build()
        .context("the threads cannot be started: name fewer with --jobs")?;
    let layout = layout(args, several);
    let mut sequence = Sequence::new(layout, Output::create(args.output.as_deref(), &inputs)?);
    let bar = progress::bar(&inputs);
    let mut report = Report::default();
    let mut tasks = Tasks::new(&inputs);
    loop {
        let chunk = next_chunk(&mut tasks, threads.current_num_threads() * DOCUMENTS_PER_THREAD);
        if chunk.is_empty() {
            break;
        }
        let read = |task: Task<'_>| {
            let size = task.size();
            let rendered = read(task, &extractor, args.id.as_deref(), layout);
            bar.inc(size);
            rendered
        };
        let results: Vec<_> = threads.install(|| chunk.into_par_iter().with_max_len(1).map(read).collect());
        bar.suspend(|| write(&results, &mut sequence, &mut report))?;
        bar.set_message(report.documents());
    }
    bar.finish_and_clear();
    if !report.nothing_done() {
        sequence.end()?.finish()?;
    }
    Ok(report.end("documents"))
}

fn layout(args: &ExtractArgs, several: bool) -> Layout {
    let to_terminal = args.output.is_none() && std::io::stdout().is_terminal();
    let format = args.format.unwrap_or(if to_terminal { Format::Table } else { Format::Json });
    Layout::new(format, several, table::width(to_terminal))
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

/// The text of a document's record.
fn read(task: Task<'_>, extractor: &Extractor, id: Option<&str>, layout: Layout) -> Result<String, Failure> {
    let mut document = task.load()?;
    if let Some(id) = id {
        document.metadata.id = Some(id.to_owned());
    }
    let failure = |message| Failure::new(document.origin.clone(), message);
    let record = extractor
        .extract_with(&document.text, &document.metadata)
        .map_err(|error| failure(error.to_string()))?;
    layout.render(&record).map_err(|error| failure(format!("the record cannot be written: {error}")))
}

fn write(
    results: &[Result<String, Failure>],
    sequence: &mut Sequence<Output>,
    report: &mut Report,
) -> std::io::Result<()> {
    for result in results {
        match result {
            Ok(rendered) => {
                sequence.write(rendered)?;
                report.success();
            }
            Err(failure) => report.failure(failure),
        }
    }
    sequence.flush()
}
