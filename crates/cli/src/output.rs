//! Where bytes go: stdout, or a file that appears whole or not at all.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use verbale_tables::{WholeFile, target};

use crate::input::Input;

/// Somewhere to write. A file takes its name only in [`finish`](Self::finish); without it, nothing is left behind.
#[derive(Debug)]
pub(crate) enum Output {
    /// Standard output.
    Stdout(BufWriter<io::Stdout>),
    /// A file.
    File(WholeFile),
}

impl Output {
    /// Standard output.
    pub(crate) fn stdout() -> Self {
        Self::Stdout(BufWriter::new(io::stdout()))
    }

    /// Ends the output: the file takes its name.
    ///
    /// # Errors
    /// If what was written does not reach the disk, or the file cannot take its name; then it does not appear.
    pub(crate) fn finish(self) -> anyhow::Result<()> {
        match self {
            Self::Stdout(mut stdout) => stdout.flush().context("stdout"),
            Self::File(file) => Ok(file.finish()?),
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Stdout(stdout) => stdout.write(bytes),
            Self::File(file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Stdout(stdout) => stdout.flush(),
            Self::File(file) => file.flush(),
        }
    }
}

/// The files that a run writes: none is read by it, and none is written twice.
#[derive(Debug)]
pub(crate) struct Names<'i> {
    inputs: &'i [Input],
    taken: Vec<PathBuf>,
}

impl<'i> Names<'i> {
    /// No file yet; those inputs are read.
    pub(crate) const fn new(inputs: &'i [Input]) -> Self {
        Self { inputs, taken: Vec::new() }
    }

    /// Begins the file at a path.
    ///
    /// # Errors
    /// If its name is not to be had, or if nothing can be written there.
    pub(crate) fn create(&mut self, path: &Path) -> anyhow::Result<Output> {
        self.take(path)?;
        Ok(Output::File(WholeFile::create(path)?))
    }

    /// Takes the name of a file, and gives the path that it leads to through links.
    ///
    /// # Errors
    /// If it is a folder, one of the inputs, or taken.
    pub(crate) fn take(&mut self, path: &Path) -> anyhow::Result<PathBuf> {
        let shown = path.display();
        if fs::metadata(path).is_ok_and(|present| !present.is_file() && !present.is_dir()) {
            // A pipe or a device takes whatever comes.
            return Ok(path.to_path_buf());
        }
        let target = target(path);
        if target.is_dir() {
            bail!("{shown}: is a folder: name a file for --output");
        }
        if self.inputs.iter().any(|input| is_file(input, &target)) {
            bail!("{shown}: is also an input: name another file for --output");
        }
        if self.taken.contains(&target) {
            bail!("{shown}: would be written twice: give each --output a name of its own");
        }
        self.taken.push(target.clone());
        Ok(target)
    }
}

fn is_file(input: &Input, target: &Path) -> bool {
    input.path().and_then(|path| fs::canonicalize(path).ok()).is_some_and(|path| path == *target)
}
