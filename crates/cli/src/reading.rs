//! What decides on a record beside the text, in one word: if the word is the same and the text is, the record is.

use std::fs;

use anyhow::Context as _;
use verbale_core::{Checksum, Format};
use verbale_parse::{Metadata, lexicon_files};

use crate::args::ReadingArgs;

/// What is the same for all documents of a run: the program, and what the user gives it.
#[derive(Debug)]
pub(crate) struct Reading(String);

impl Reading {
    /// What the arguments say.
    ///
    /// # Errors
    /// If a file of the user's knowledge cannot be read.
    pub(crate) fn of(args: &ReadingArgs) -> anyhow::Result<Self> {
        let mut words = format!("{} {}\n", Format::NAME, env!("CARGO_PKG_VERSION"));
        words += &format!("{:?} {:?}\n", args.title, args.published.as_ref().map(ToString::to_string));
        for folder in &args.lexicon {
            for file in lexicon_files(folder)? {
                let content =
                    fs::read(&file).with_context(|| format!("{}: cannot be read", file.display()))?;
                let name = file.strip_prefix(folder).unwrap_or(&file);
                let checksum = Checksum::of(&String::from_utf8_lossy(&content));
                words += &format!("{:?} {checksum}\n", name.to_string_lossy());
            }
        }
        Ok(Self(words))
    }

    /// The word for a document.
    pub(crate) fn word(&self, metadata: &Metadata) -> String {
        let published = metadata.published.as_ref().map(ToString::to_string);
        let words = format!("{}{:?} {published:?}", self.0, metadata.title);
        Checksum::of(&words).as_str().to_owned()
    }
}
