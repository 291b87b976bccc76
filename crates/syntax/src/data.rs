//! Reading the crate's own data files.

/// A line in a data file that breaks the file's format.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("data file {file}, line {line}: {problem}")]
pub struct DataError {
    /// Name of the file under `data/`.
    pub file: &'static str,
    /// Line number from 1.
    pub line: usize,
    /// What is wrong with it.
    pub problem: String,
}

/// The lines of a data file that say something, with their numbers from 1; `#` opens a comment line.
pub(crate) fn rows(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .map(|(n, line)| (n + 1, line.trim_end()))
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
}
