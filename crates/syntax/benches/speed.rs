//! Speed of loading and of the whole way from raw text to analysis, on one core.
//!
//! `cargo bench -p verbale-syntax`; with `BENCH_TEXT=FILE` on another text. `benches/compare.py` runs this and spaCy's small
//! English model on the same text.

#![allow(clippy::print_stdout)]

use std::time::Instant;
use verbale_syntax::Syntax;

const TEXT: &str = include_str!("text.txt");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let text = match std::env::var("BENCH_TEXT") {
        Ok(path) => std::fs::read_to_string(path)?,
        Err(_) => TEXT.repeat(40),
    };
    let mut loads: Vec<f64> = Vec::new();
    for _ in 0..9 {
        let start = Instant::now();
        std::hint::black_box(Syntax::english()?);
        loads.push(start.elapsed().as_secs_f64());
    }
    loads.sort_by(f64::total_cmp);
    let syntax = Syntax::english()?;
    let mut times: Vec<f64> = Vec::new();
    let (mut tokens, mut sentences) = (0, 0);
    for _ in 0..5 {
        let start = Instant::now();
        let analysis = syntax.analyze(&text);
        times.push(start.elapsed().as_secs_f64());
        sentences = analysis.sentences().len();
        tokens = analysis.sentences().map(|s| s.len()).sum();
    }
    times.sort_by(f64::total_cmp);
    let median = |list: &[f64]| list.get(list.len() / 2).copied().unwrap_or(f64::NAN);
    println!("load     {:8.3} ms (median of {})", median(&loads) * 1e3, loads.len());
    println!(
        "analyze  {:8.0} tokens/s (median of {}; {tokens} tokens, {sentences} sentences)",
        tokens as f64 / median(&times),
        times.len()
    );
    println!("best     {:8.0} tokens/s", tokens as f64 / times.first().copied().unwrap_or(f64::NAN));
    Ok(())
}
