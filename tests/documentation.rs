//! What the README and the guide show is what happens.
//!
//! A block with a file's name behind its language, as in ```` ```toml own/frames/talks.toml ````, is that file. A `console` block holds
//! commands behind `$` and what they print. The blocks of a page work in one folder, from the first to the last. A line with nothing
//! but `…` stands for any number of lines, ` …` at the end of a line for the rest of it.
//!
//! Rust and Python blocks are run elsewhere: those of a crate's README by its doctests, those of the package's and of the guide by
//! pytest; the README must have the same as those.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "documentation/blocks.rs"]
mod blocks;
#[path = "documentation/console.rs"]
mod console;

use std::fs;
use std::path::{Path, PathBuf};

use blocks::{Block, blocks};

/// What installs something takes minutes, and is the only thing that is shown and not run.
const INSTALLS: &[&str] =
    &["cargo install --path crates/cli", "cargo xtask doc", "pip install '.[pandas,plot]'"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

/// The chapters of the guide, by their paths, but for the list of them.
fn chapters() -> Vec<String> {
    let names = fs::read_dir(root().join("guide/src")).unwrap();
    let names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut chapters: Vec<_> =
        names.filter(|name| name != "SUMMARY.md").map(|name| format!("guide/src/{name}")).collect();
    chapters.sort();
    assert!(chapters.len() > 8, "{chapters:?}");
    chapters
}

/// The programs of a page in a language.
fn programs(page: &str, language: &str) -> Vec<String> {
    let blocks = blocks(&read(page)).into_iter();
    blocks
        .filter(|block| block.language == language && block.file.is_none())
        .map(|block| block.content)
        .collect()
}

#[test]
fn the_commands_print_what_the_readme_shows() {
    assert!(console::run(&blocks(&read("README.md"))) > 5);
}

#[test]
fn the_commands_print_what_the_guide_shows() {
    let count: usize = chapters().iter().map(|chapter| console::run(&blocks(&read(chapter)))).sum();
    assert!(count > 20, "the guide shows {count} commands");
}

#[test]
fn the_guide_has_no_block_that_nobody_runs() {
    for chapter in chapters() {
        let blocks = blocks(&read(&chapter));
        for (at, Block { language, file, content }) in blocks.iter().enumerate() {
            let is_run = match language.as_str() {
                _ if file.is_some() => true,
                "console" | "python" => true,
                // What the program before it prints.
                "text" => at > 0 && blocks[at - 1].language == "python",
                "sh" => content.lines().all(|line| INSTALLS.contains(&line)),
                _ => false,
            };
            assert!(is_run, "{chapter}: a block of {language:?} that nothing runs:\n{content}");
        }
    }
}

#[test]
fn programs_are_those_that_other_tests_run() {
    for (language, home) in [("rust", "crates/parse/README.md"), ("python", "crates/python-module/README.md")]
    {
        let run = programs(home, language);
        let shown = programs("README.md", language);
        assert!(!shown.is_empty(), "the README shows no {language}");
        for program in shown {
            assert!(
                run.contains(&program),
                "a {language} program of the README stands not in {home}:\n{program}"
            );
        }
    }
}

#[test]
fn links_lead_somewhere() {
    let pages = ["README.md", "DESIGN.md", "CONTRIBUTING.md", "examples/README.md", "guide/src/SUMMARY.md"];
    for page in pages.map(str::to_owned).into_iter().chain(chapters()) {
        let text = read(&page);
        let folder = root().join(&page).parent().unwrap().to_path_buf();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let file = link.split('#').next().unwrap_or_default();
            // The pages of the libraries are there when they are built; `cargo xtask doc` follows these links.
            let is_built =
                page.starts_with("guide/") && (file.starts_with("rust/") || file.starts_with("python/"));
            let local = !link.contains("://") && !is_built;
            assert!(!local || folder.join(file).exists(), "{page} links to {link}, which is not there");
        }
    }
}

#[test]
fn every_chapter_stands_in_the_summary_once() {
    let summary = read("guide/src/SUMMARY.md");
    for chapter in chapters() {
        let name = chapter.trim_start_matches("guide/src/");
        assert_eq!(summary.matches(&format!("({name})")).count(), 1, "{name} in guide/src/SUMMARY.md");
    }
}

#[test]
fn what_is_cited_is_this_version_under_this_licence() {
    let citation = read("CITATION.cff");
    let value = |key: &str| {
        let line =
            citation.lines().find_map(|line| line.strip_prefix(key)).unwrap_or_else(|| panic!("no {key}"));
        line.trim().to_owned()
    };
    assert_eq!(value("version:"), env!("CARGO_PKG_VERSION"));
    assert_eq!(value("cff-version:"), "1.2.0");
    // In `license:`, several are a choice; what stands under one of its own is a reference.
    let own = licences(&value("license:")).join(" OR ");
    let others: Vec<_> = citation.lines().filter_map(|line| line.strip_prefix("    license:")).collect();
    let others = licences(&others.join(" ")).join(" AND ");
    assert_eq!(format!("({own}) AND {others}"), package_licence());
    assert!(read("guide/src/citing.md").contains(concat!("Version ", env!("CARGO_PKG_VERSION"), ".\n")));
}

/// The licences of a value in `CITATION.cff`.
fn licences(value: &str) -> Vec<String> {
    value.split(['[', ']', ',', ' ']).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The licence of the package, as `pyproject.toml` says it.
fn package_licence() -> String {
    let project = read("pyproject.toml");
    let licence = project.lines().find_map(|line| line.strip_prefix("license = "));
    licence.unwrap().trim_matches('"').to_owned()
}
