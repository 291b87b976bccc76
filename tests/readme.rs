//! What the README shows is what happens.
//!
//! A `console` block holds commands behind `$` and what they print; a line with nothing but `…` stands for any number of lines.
//! Rust and Python blocks are run elsewhere: those of a crate's README by its doctests, those of the package's by pytest; here
//! they must be the same.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

/// The fenced blocks of a language.
fn blocks(markdown: &str, language: &str) -> Vec<String> {
    let fence = format!("```{language}\n");
    let behind = markdown.split(&fence).skip(1);
    behind.map(|block| block.split("```").next().unwrap_or_default().to_owned()).collect()
}

/// The commands of a console block, each with the lines that it prints.
fn commands(block: &str) -> Vec<(String, Vec<String>)> {
    let mut commands: Vec<(String, Vec<String>)> = Vec::new();
    for line in block.lines() {
        match (line.strip_prefix("$ "), commands.last_mut()) {
            (Some(command), _) => commands.push((command.to_owned(), Vec::new())),
            (None, Some((_, printed))) => printed.push(line.to_owned()),
            (None, None) => panic!("a console block begins with a command: {line}"),
        }
    }
    commands
}

/// Whether the lines shown are the lines printed, but for those that `…` stands for.
fn is_shown(shown: &[String], printed: &[&str]) -> bool {
    match shown.split_first() {
        None => printed.is_empty(),
        Some((first, rest)) if first.trim() == "…" => {
            (0..=printed.len()).any(|skipped| is_shown(rest, &printed[skipped..]))
        }
        Some((first, rest)) => {
            printed.first().is_some_and(|line| line.trim_end() == first.trim_end())
                && is_shown(rest, &printed[1..])
        }
    }
}

#[test]
fn the_commands_print_what_the_readme_shows() {
    let folder = tempfile::tempdir().unwrap();
    let own = Path::new(env!("CARGO_BIN_EXE_verbale")).parent().unwrap();
    let path = std::env::join_paths(
        std::iter::once(own.to_path_buf())
            .chain(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default())),
    );
    let path = path.unwrap();
    let blocks = blocks(&read("README.md"), "console");
    assert!(!blocks.is_empty());
    for (command, shown) in blocks.iter().flat_map(|block| commands(block)) {
        let output = Command::new("sh")
            .args(["-c", &command])
            .current_dir(&folder)
            .envs([("PATH", path.as_os_str()), ("COLUMNS", "100".as_ref())])
            .output()
            .unwrap();
        let printed = String::from_utf8(output.stdout).unwrap();
        let lines: Vec<&str> = printed.lines().collect();
        assert!(
            is_shown(&shown, &lines),
            "$ {command}\nprints\n{printed}\n{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
}

#[test]
fn programs_are_those_that_other_tests_run() {
    let readme = read("README.md");
    for (language, home) in [("rust", "crates/parse/README.md"), ("python", "crates/python-module/README.md")]
    {
        let run = blocks(&read(home), language);
        let shown = blocks(&readme, language);
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
    for page in ["README.md", "DESIGN.md", "CONTRIBUTING.md", "examples/README.md"] {
        let text = read(page);
        let folder = root().join(page).parent().unwrap().to_path_buf();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let local = !link.contains("://") && !link.starts_with('#');
            assert!(!local || folder.join(link).exists(), "{page} links to {link}, which is not there");
        }
    }
}
