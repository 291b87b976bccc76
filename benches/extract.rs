//! How fast texts become records, how much memory that takes at its peak, and what loading costs.
//!
//! Run with `cargo xtask bench`. The documents are made of the example texts; `max alloc` is the peak above what was there
//! before, so memory per byte of text is that figure divided by the size in the benchmark's name.

#![allow(clippy::expect_used, reason = "a benchmark stops at the first surprise")]

mod common;

use divan::{AllocProfiler, Bencher, counter::BytesCount};
use verbale_parse::Extractor;

use common::document;

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

/// From the text to the record in memory, on one core.
#[divan::bench(args = [100_000, 1_000_000], sample_count = 20)]
fn extract(bencher: Bencher<'_, '_>, size: usize) {
    let text = document(size);
    let extractor = Extractor::new().expect("the embedded knowledge");
    bencher.counter(BytesCount::of_str(&text)).bench(|| extractor.extract(&text));
}

/// Loading all knowledge.
#[divan::bench(sample_count = 20)]
fn load(bencher: Bencher<'_, '_>) {
    bencher.bench(verbale_parse::bench::load);
}

/// Loading the syntax model, which is a part of it.
#[divan::bench(sample_count = 20)]
fn load_syntax(bencher: Bencher<'_, '_>) {
    bencher.bench(verbale_parse::bench::load_syntax);
}

/// Reading the layout alone.
#[divan::bench(sample_count = 20)]
fn document_stage(bencher: Bencher<'_, '_>) {
    let text = document(1_000_000);
    bencher.counter(BytesCount::of_str(&text)).bench(|| verbale_parse::document::read(&text));
}

/// Finding the times of a text whose layout and words are known.
#[divan::bench(sample_count = 20)]
fn dates_stage(bencher: Bencher<'_, '_>) {
    let text = document(1_000_000);
    let bencher = bencher.counter(BytesCount::of_str(&text));
    verbale_parse::bench::dates_stage(&text, |stage| bencher.bench_local(stage))
        .expect("the embedded knowledge");
}
