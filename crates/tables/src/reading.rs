//! What decides on a record beside the text, in one word: if the word is the same and the text is, the record is.

use std::fs;
use std::path::{Path, PathBuf};

use verbale_core::{Checksum, Edtf, Format};

use crate::error::TableError;

/// What is the same for all documents of a run: the program, and what the user gives it.
///
/// ```
/// use verbale_tables::Reading;
///
/// let reading = Reading::new(None, None);
/// assert_eq!(reading.word(None, None), Reading::new(None, None).word(None, None));
/// assert_ne!(reading.word(None, None), reading.word(Some("Of war and peace"), None));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading(String);

impl Reading {
    /// This version of the program, with the title and the date of publication that all documents are given, if they are.
    pub fn new(title: Option<&str>, published: Option<&Edtf>) -> Self {
        let published = published.map(ToString::to_string);
        Self(format!("{} {}\n{title:?} {published:?}\n", Format::NAME, env!("CARGO_PKG_VERSION")))
    }

    /// Adds the files of a folder with the user's own knowledge.
    ///
    /// # Errors
    /// If a file cannot be read.
    pub fn add_lexicon(&mut self, folder: &Path, files: &[PathBuf]) -> Result<(), TableError> {
        for file in files {
            let content = fs::read(file).map_err(|source| TableError::File {
                path: file.clone(),
                what: "cannot be read",
                source,
            })?;
            let name = file.strip_prefix(folder).unwrap_or(file);
            let checksum = Checksum::of(&String::from_utf8_lossy(&content));
            self.0 += &format!("{:?} {checksum}\n", name.to_string_lossy());
        }
        Ok(())
    }

    /// The word for a document, with the title and the date of publication that it alone is given.
    pub fn word(&self, title: Option<&str>, published: Option<&Edtf>) -> String {
        let published = published.map(ToString::to_string);
        Checksum::of(&format!("{}{title:?} {published:?}", self.0)).as_str().to_owned()
    }
}
