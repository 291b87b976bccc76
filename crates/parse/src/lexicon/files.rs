//! Which files of knowledge there are, and which of them a folder holds.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::LexiconError;
use super::words::Words;

/// The files that a folder of knowledge may hold besides those of [`Words`]. `*` stands for any name.
const FILES: [&str; 7] = [
    "actors/bodies.tsv",
    "actors/countries.tsv",
    "actors/persons.tsv",
    "dates/days.tsv",
    "frames/*.toml",
    "places/places.tsv",
    "places/settlements.tsv",
];

/// The files of knowledge in a folder that an extractor is given, in the order in which they are read.
///
/// # Errors
/// If the folder has none, or cannot be read.
pub fn lexicon_files(folder: &Path) -> Result<Vec<PathBuf>, LexiconError> {
    let known = known();
    let folders: BTreeSet<&str> = known.iter().filter_map(|name| Some(name.split_once('/')?.0)).collect();
    let names: BTreeSet<&str> = known.iter().filter_map(|name| Some(name.split_once('/')?.1)).collect();
    let mut files = Vec::new();
    for path in entries(folder)? {
        if !path.is_dir() {
            files.extend(names.contains(name(&path).as_ref()).then_some(path));
            continue;
        }
        let is_of_knowledge = folders.contains(name(&path).as_ref());
        let inside = entries(&path)?.into_iter().filter(|path| !path.is_dir());
        // A file that has strayed into another folder is read, too: that it is refused shows the slip.
        files.extend(inside.filter(|path| is_of_knowledge || names.contains(name(path).as_ref())));
    }
    if files.is_empty() {
        let message = format!("no knowledge here; expected a folder with {}", listed());
        return Err(LexiconError::new(&folder.display().to_string(), 0, message));
    }
    Ok(files)
}

/// A file's name within a folder of knowledge: its own behind that of the folder in which it lies.
pub(super) fn name_within(file: &Path) -> String {
    format!("{}/{}", file.parent().map(name).unwrap_or_default(), name(file))
}

/// The error for a file that is none of knowledge.
pub(super) fn unknown(file: &str) -> LexiconError {
    LexiconError::new(file, 0, format!("no such file of knowledge; expected {}", listed()))
}

/// The error for a file or folder that cannot be read.
pub(super) fn unreadable(path: &Path, error: &std::io::Error) -> LexiconError {
    LexiconError::new(&path.display().to_string(), 0, format!("cannot be read: {error}"))
}

/// All names of files, sorted.
pub(super) fn known() -> Vec<&'static str> {
    let mut names: Vec<_> = FILES.into_iter().chain(Words::files()).collect();
    names.sort_unstable();
    names
}

fn listed() -> String {
    let names = known();
    match names.as_slice() {
        [names @ .., last] => format!("{} or {last}", names.join(", ")),
        [] => String::new(),
    }
}

/// What a folder holds, sorted by name: all but what an editor or a file manager leaves behind, and notes.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, LexiconError> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| unreadable(folder, &error))? {
        let path = entry.map_err(|error| unreadable(folder, &error))?.path();
        let name = name(&path);
        if !name.starts_with('.') && !name.ends_with('~') && !name.ends_with(".md") {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

/// The last part of a path.
fn name(path: &Path) -> Cow<'_, str> {
    path.file_name().unwrap_or_default().to_string_lossy()
}
