//! How fast a record becomes a page, and how fast a browser opens it.
//!
//! Run with `cargo xtask bench`. `opens` is the time from the navigation to the page's `domComplete`, in headless Chromium, at the size
//! of a laptop's window; without Chromium on the path, it is left out.

#![allow(clippy::expect_used, reason = "a benchmark stops at the first surprise")]
#![allow(clippy::print_stdout, reason = "a benchmark prints what it measures")]

mod common;

use std::fs;
use std::process::{Command, Stdio};

use divan::{Bencher, counter::BytesCount};
use verbale_core::Record;
use verbale_parse::Extractor;

use common::document;

/// So large is the document whose page is opened, and so often.
const SIZE: usize = 100_000;
const TIMES: usize = 11;

/// Holds the page and asks it. The page itself lets no other script run.
const FRAME: &str = "<!DOCTYPE html><title></title><iframe src=page.html width=1360 height=900 onload=\"
    document.title = frames[0].performance.getEntriesByType('navigation')[0].domComplete\"></iframe>";

fn main() {
    divan::main();
    // `cargo test --benches` only asks whether benchmarks run.
    if !std::env::args().any(|arg| arg == "--test") {
        opens();
    }
}

/// A document and its record.
fn read() -> (String, Record) {
    let text = document(SIZE);
    let extractor = Extractor::new().expect("the embedded knowledge");
    let record = extractor.extract(&text).expect("a record");
    (text, record)
}

/// From the record to the page.
#[divan::bench(sample_count = 20)]
fn render(bencher: Bencher<'_, '_>) {
    let (text, record) = read();
    bencher.counter(BytesCount::of_str(&text)).bench(|| verbale_page::render(&record, &text));
}

/// Opens the page again and again, each time in a browser that has just started, and prints how long that took.
fn opens() {
    let browser = ["chromium", "google-chrome"].into_iter().find(|name| {
        let tried = Command::new(name).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
        tried.is_ok_and(|status| status.success())
    });
    let Some(browser) = browser else {
        println!("opens: no chromium on the path");
        return;
    };
    let (text, record) = read();
    let page = verbale_page::render(&record, &text).expect("a page");
    let folder = tempfile::tempdir().expect("a folder");
    for (name, html) in [("page.html", page.as_str()), ("frame.html", FRAME)] {
        fs::write(folder.path().join(name), html).expect("a file");
    }
    let mut times = Vec::new();
    for _ in 0..TIMES {
        let ran = Command::new(browser)
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--window-size=1360,900"])
            .args(["--disable-background-networking", "--disable-component-update", "--disable-sync"])
            // So that the frame may ask the page how long it took.
            .arg("--allow-file-access-from-files")
            .arg(format!("--user-data-dir={}", folder.path().join("profile").display()))
            .arg("--dump-dom")
            .arg(folder.path().join("frame.html"))
            .output()
            .expect("a browser");
        let shown = String::from_utf8_lossy(&ran.stdout);
        let told = shown.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>"));
        match told.and_then(|(time, _)| time.parse::<f64>().ok()) {
            Some(time) => times.push(time),
            None => {
                return println!("opens: the browser says nothing: {}", String::from_utf8_lossy(&ran.stderr));
            }
        }
    }
    times.sort_by(f64::total_cmp);
    if let [fastest, .., slowest] = times[..] {
        let (size, median) = (page.len() / 1000, times[TIMES / 2]);
        println!(
            "opens: {size} KB of page, {TIMES} times: fastest {fastest:.0} ms, median {median:.0} ms, slowest {slowest:.0} ms"
        );
    }
}
