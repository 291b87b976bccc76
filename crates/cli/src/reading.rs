//! What decides on a record beside the text, in one word: if the word is the same and the text is, the record is.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use verbale_core::{Checksum, Format};
use verbale_parse::Metadata;

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
            let mut files = Vec::new();
            list(folder, &mut files).with_context(|| format!("{}: cannot be read", folder.display()))?;
            files.sort();
            for file in files {
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

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            list(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
