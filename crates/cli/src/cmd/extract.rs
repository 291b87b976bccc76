//! `verbale extract`: texts in, records out, in the order of the input.

use anyhow::{Context as _, ensure};
use rayon::iter::{IndexedParallelIterator as _, IntoParallelIterator as _, ParallelIterator as _};
use verbale_core::Checksum;
use verbale_parse::{Extractor, Metadata};
use verbale_tables::Reading;

use crate::args::ExtractArgs;
use crate::corpus::Corpus;
use crate::failure::Failure;
use crate::layout::Layout;
use crate::outcome::{Outcome, say};
use crate::progress;
use crate::report::Report;
use crate::sink::{self, Done, Ids, Read, Seen};
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
    let reading = super::reading(&args.reading)?;
    let threads = rayon::ThreadPoolBuilder::new()
        .num_threads(args.jobs.map_or(0, usize::from))
        .build()
        .context("the threads cannot be started: name fewer with --jobs")?;
    let (mut sink, seen) = sink::open(args, &corpus)?;
    let (layouts, has_rows) = (sink.layouts(), sink.has_rows());
    let reader = Reader { args, extractor, reading, layouts, has_rows, seen };
    let mut ids = has_rows.then(Ids::default);
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
    if !report.nothing_done() {
        bar.set_message(format!("{}: writing the files", report.documents()));
        sink.finish()?;
    }
    bar.finish_and_clear();
    match unchanged {
        0 => {}
        1 => say("1 document has not changed since it was read"),
        unchanged => say(&format!("{unchanged} documents have not changed since they were read")),
    }
    Ok(report.end("documents"))
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
    /// How a record is written as text.
    layouts: Vec<Layout>,
    /// Whether it becomes rows.
    has_rows: bool,
    /// What need not be read again.
    seen: Seen,
}

impl Reader<'_> {
    fn read(&self, task: Task<'_>) -> Result<Read, Failure> {
        let mut document = task.load(self.args.reading.encoding)?;
        if let Some(id) = &self.args.id {
            document.metadata.id = Some(id.clone());
        }
        let Metadata { title, published, .. } = &document.metadata;
        let reading = self.reading.word(title.as_deref(), published.as_ref());
        if let Some(id) = &document.metadata.id
            && let Some(known) = self.seen.get(id)
            && known.is_of(&Checksum::of(&document.text), &reading)
        {
            return Ok(Read { origin: document.origin, id: id.clone(), reading, done: Done::Unchanged });
        }
        let record = match self.extractor.extract_with(&document.text, &document.metadata) {
            Ok(record) => record,
            Err(error) => return Err(Failure::new(document.origin, error.to_string())),
        };
        let id = record.document().id.clone();
        let texts = self.layouts.iter().map(|layout| layout.render(&record, &document.text));
        let texts = match texts.collect() {
            Ok(texts) => texts,
            Err(error) => {
                let error: anyhow::Error = error;
                return Err(Failure::new(document.origin, format!("the record cannot be written: {error}")));
            }
        };
        let done = Done::Read { record: self.has_rows.then(|| Box::new(record)), texts };
        Ok(Read { origin: document.origin, id, reading, done })
    }
}
