//! Commands that a page shows, with what they print.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::blocks::Block;

/// Writes the files and runs the commands of a page in a folder of their own, and compares what they print; gives the number of
/// commands.
pub(crate) fn run(blocks: &[Block]) -> usize {
    let folder = tempfile::tempdir().unwrap();
    let own = Path::new(env!("CARGO_BIN_EXE_verbale")).parent().unwrap();
    let path = std::env::join_paths(
        std::iter::once(own.to_path_buf())
            .chain(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default())),
    );
    let path = path.unwrap();
    let mut count = 0;
    for block in blocks {
        if let Some(file) = &block.file {
            let file = folder.path().join(file);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, &block.content).unwrap();
        }
        let commands = if block.language == "console" { commands(&block.content) } else { Vec::new() };
        for (command, shown) in commands {
            count += 1;
            // As on a terminal, messages stand where they come.
            let output = Command::new("sh")
                .args(["-c", &format!("{{ {command}\n}} 2>&1")])
                .current_dir(&folder)
                .envs([("PATH", path.as_os_str()), ("COLUMNS", "100".as_ref())])
                .output()
                .unwrap();
            let printed = String::from_utf8(output.stdout).unwrap();
            let lines: Vec<&str> = printed.lines().collect();
            assert!(is_shown(&shown, &lines), "$ {command}\nprints\n{printed}");
        }
    }
    count
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

/// Whether the lines shown are the lines printed, but for what `…` stands for.
fn is_shown(shown: &[String], printed: &[&str]) -> bool {
    match shown.split_first() {
        None => printed.is_empty(),
        Some((first, rest)) if first.trim() == "…" => {
            (0..=printed.len()).any(|skipped| is_shown(rest, &printed[skipped..]))
        }
        Some((first, rest)) => {
            let is_line = |line: &&str| match first.strip_suffix(" …") {
                Some(beginning) => line.starts_with(beginning),
                None => line.trim_end() == first.trim_end(),
            };
            printed.first().is_some_and(is_line) && is_shown(rest, &printed[1..])
        }
    }
}

#[test]
fn what_differs_is_not_shown() {
    let shown = |lines: &str, printed: &[&str]| {
        let lines: Vec<String> = lines.lines().map(str::to_owned).collect();
        is_shown(&lines, printed)
    };
    assert!(shown("one\n…\nthree and …", &["one", "two", "three and four"]));
    assert!(!shown("one\n…\nthree and …", &["one", "two", "three or four"]));
    assert!(!shown("one", &["one", "two"]));
    assert!(!shown("one\ntwo", &["one"]));
}
