//! What arguments name: texts, folders of texts, patterns.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::ensure;

use crate::failure::{Failure, Origin};
use crate::input::Input;

/// Endings of files that are read from folders. What is named by itself may have any ending.
const ENDINGS: [&str; 3] = ["txt", "md", "jsonl"];

/// Everything to read, in order.
#[derive(Debug)]
pub(crate) struct Corpus {
    /// What to read.
    pub(crate) inputs: Vec<Input>,
    /// Whether there may be several documents: more than one file, or a file, folder or pattern that may have more.
    pub(crate) several: bool,
}

impl Corpus {
    /// What the arguments name; stdin if there are none. Folders are read with all folders in them, in the order of names; names that
    /// begin with a dot are passed over.
    ///
    /// # Errors
    /// If stdin stands among them twice: it can be read only once.
    pub(crate) fn of(paths: &[PathBuf]) -> anyhow::Result<Self> {
        if paths.is_empty() {
            return Ok(Self { inputs: vec![Input::Stdin], several: false });
        }
        let mut corpus = Self { inputs: Vec::new(), several: false };
        paths.iter().for_each(|path| corpus.add(path));
        let from_stdin = corpus.inputs.iter().filter(|input| **input == Input::Stdin).count();
        ensure!(from_stdin <= 1, "stdin can be read only once: name `-` once");
        corpus.several |= corpus.inputs.len() > 1 || corpus.inputs.iter().any(Input::has_lines);
        Ok(corpus)
    }

    fn add(&mut self, path: &Path) {
        if path.is_dir() {
            self.add_folder(path);
        } else if path.exists() || !is_pattern(path) {
            self.inputs.push(Input::of(path));
        } else {
            self.add_pattern(path);
        }
    }

    fn add_folder(&mut self, folder: &Path) {
        self.several = true;
        let before = self.inputs.len();
        self.walk(folder, "");
        if self.inputs.len() == before {
            self.fail(folder, "is a folder without texts: it has no .txt, .md or .jsonl file");
        }
    }

    /// Adds the files of a folder; `within` is its path in the folder that was named.
    fn walk(&mut self, folder: &Path, within: &str) {
        let entries = match fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>) {
            Ok(entries) => entries,
            Err(error) => {
                let failure = Failure::unreadable(origin(folder), &error);
                return self.inputs.push(Input::Unreadable(failure));
            }
        };
        let mut names: Vec<_> = entries.iter().map(fs::DirEntry::file_name).collect();
        names.sort();
        for name in names {
            let path = folder.join(&name);
            let shown = name.to_string_lossy();
            if shown.starts_with('.') {
                continue;
            }
            // A link to a folder may lead back to where it stands.
            if path.is_dir() && !path.is_symlink() {
                self.walk(&path, &format!("{within}{shown}/"));
            } else if path.is_file() && has_text(&path) {
                let stem = path.file_stem().unwrap_or(&name).to_string_lossy();
                let id = format!("{within}{stem}");
                self.inputs.push(Input::Found { path, id });
            }
        }
    }

    fn add_pattern(&mut self, pattern: &Path) {
        self.several = true;
        let shown = pattern.to_string_lossy();
        // As in a shell, `*` does not stand for the dot that hides a file.
        let options =
            glob::MatchOptions { require_literal_leading_dot: true, ..glob::MatchOptions::default() };
        let paths = match glob::glob_with(&shown, options) {
            Ok(paths) => paths,
            Err(error) => return self.fail(pattern, &format!("is no pattern: {error}")),
        };
        let before = self.inputs.len();
        for path in paths {
            match path {
                Ok(path) if path.is_dir() => {}
                Ok(path) => self.inputs.push(Input::of(&path)),
                Err(error) => {
                    let failure = Failure::unreadable(origin(error.path()), error.error());
                    self.inputs.push(Input::Unreadable(failure));
                }
            }
        }
        if self.inputs.len() == before {
            self.fail(pattern, "matches no file: check the pattern");
        }
    }

    fn fail(&mut self, path: &Path, message: &str) {
        self.inputs.push(Input::Unreadable(Failure::new(origin(path), message)));
    }
}

fn origin(path: &Path) -> Origin {
    Origin { file: path.display().to_string(), line: None }
}

fn has_text(path: &Path) -> bool {
    let ending = path.extension().and_then(OsStr::to_str).unwrap_or_default();
    ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(ending))
}

fn is_pattern(path: &Path) -> bool {
    path.to_string_lossy().contains(['*', '?', '['])
}
