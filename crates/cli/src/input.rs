//! Inputs by name: a text, a file with one document a line, or stdin.

use std::fs::{self, File};
use std::io::{self, BufReader, IsTerminal as _, Read as _};
use std::path::{Path, PathBuf};

use crate::encoding::{self, Encoding};
use crate::failure::{Failure, Origin};
use crate::outcome::say;

/// Something to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Input {
    /// Standard input, named `-`.
    Stdin,
    /// A file that was named.
    File(PathBuf),
    /// A file in a folder that was named.
    Found {
        /// The file.
        path: PathBuf,
        /// Its path within the folder, without the ending: the same on every machine.
        id: String,
    },
    /// Something of which it is known already that it cannot be read.
    Unreadable(Failure),
}

impl Input {
    /// The input that an argument names.
    pub(crate) fn of(path: &Path) -> Self {
        if path.as_os_str() == "-" { Self::Stdin } else { Self::File(path.to_path_buf()) }
    }

    /// The inputs that the arguments name; stdin if there are none.
    ///
    /// # Errors
    /// If stdin stands among them twice: it can be read only once.
    pub(crate) fn of_all(paths: &[PathBuf]) -> anyhow::Result<Vec<Self>> {
        if paths.is_empty() {
            return Ok(vec![Self::Stdin]);
        }
        let inputs: Vec<Self> = paths.iter().map(|path| Self::of(path)).collect();
        let from_stdin = inputs.iter().filter(|input| **input == Self::Stdin).count();
        anyhow::ensure!(from_stdin <= 1, "stdin can be read only once: name `-` once");
        Ok(inputs)
    }

    /// Where the input stands, as a whole.
    pub(crate) fn origin(&self) -> Origin {
        match self {
            Self::Stdin => Origin { file: "stdin".to_owned(), line: None },
            Self::File(path) | Self::Found { path, .. } => {
                Origin { file: path.display().to_string(), line: None }
            }
            Self::Unreadable(failure) => failure.origin.clone(),
        }
    }

    /// A line of the input.
    pub(crate) fn line(&self, number: u64) -> Origin {
        Origin { line: Some(number), ..self.origin() }
    }

    /// Whether the input has one document a line.
    pub(crate) fn has_lines(&self) -> bool {
        let ending = self.path().and_then(Path::extension);
        ending.is_some_and(|ending| ending.eq_ignore_ascii_case("jsonl"))
    }

    /// The file.
    pub(crate) fn path(&self) -> Option<&Path> {
        match self {
            Self::Stdin | Self::Unreadable(_) => None,
            Self::File(path) | Self::Found { path, .. } => Some(path),
        }
    }

    /// What names the document if nothing else does: the name of the file without folder and ending, or its path within the folder
    /// that was named; `None` for stdin.
    pub(crate) fn stem(&self) -> Option<String> {
        match self {
            Self::Stdin | Self::Unreadable(_) => None,
            Self::Found { id, .. } => Some(id.clone()),
            Self::File(path) => {
                let stem = path.file_stem()?.to_string_lossy().into_owned();
                (!stem.trim().is_empty()).then_some(stem)
            }
        }
    }

    /// Length in bytes as far as it is known beforehand, else 0.
    pub(crate) fn size(&self) -> u64 {
        self.path().and_then(|path| fs::metadata(path).ok()).map_or(0, |data| data.len())
    }

    /// Opens a file to read it piece by piece; `None` for stdin.
    ///
    /// # Errors
    /// If it is a folder or cannot be opened.
    pub(crate) fn open(&self) -> Result<Option<BufReader<File>>, Failure> {
        if let Self::Unreadable(failure) = self {
            return Err(failure.clone());
        }
        let Some(path) = self.path() else { return Ok(None) };
        if path.is_dir() {
            let advice = path.join("*.txt");
            let message = format!("is a folder: name the files in it, as in `{}`", advice.display());
            return Err(Failure::new(self.origin(), message));
        }
        match File::open(path) {
            Ok(file) => Ok(Some(BufReader::new(file))),
            Err(error) => Err(Failure::unreadable(self.origin(), &error)),
        }
    }

    /// Reads the whole input, in UTF-8 or as its byte order mark says if no encoding is given.
    ///
    /// # Errors
    /// If it cannot be read, or is in another encoding.
    pub(crate) fn read(&self, encoding: Option<Encoding>) -> Result<String, Failure> {
        encoding::text(self.bytes()?, 0, encoding).map_err(|message| Failure::new(self.origin(), message))
    }

    /// Reads the whole input, which is JSON.
    ///
    /// # Errors
    /// If it cannot be read, or is not UTF-8.
    pub(crate) fn read_json(&self) -> Result<String, Failure> {
        encoding::utf_8_only(self.bytes()?, 0).map_err(|message| Failure::new(self.origin(), message))
    }

    fn bytes(&self) -> Result<Vec<u8>, Failure> {
        let mut bytes = Vec::new();
        let result = match self.open()? {
            Some(mut file) => file.read_to_end(&mut bytes),
            None => {
                let mut stdin = io::stdin().lock();
                if stdin.is_terminal() {
                    say("reading the text from the terminal; end it with Ctrl-D, or see `verbale --help`");
                }
                stdin.read_to_end(&mut bytes)
            }
        };
        result.map_err(|error| Failure::unreadable(self.origin(), &error))?;
        if bytes.starts_with(b"%PDF-") {
            let message = "is a PDF: take its text out first, as in `pdftotext FILE - | verbale extract`";
            return Err(Failure::new(self.origin(), message));
        }
        Ok(bytes)
    }
}
