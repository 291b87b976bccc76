//! Names of places that are ordinary words, given names or surnames, too, from `places/common_words.tsv`.

use std::collections::BTreeSet;

use super::spelling::key;
use crate::lexicon::LexiconError;
use crate::lexicon::table::rows;

/// The keys of all of them.
#[derive(Debug, Default)]
pub(crate) struct CommonNames(BTreeSet<String>);

impl CommonNames {
    /// Adds the names of a file.
    pub(crate) fn read(&mut self, file: &str, content: &str) -> Result<(), LexiconError> {
        for row in rows(file, content, &["initial", "names"])? {
            row.required("names")?;
            self.0.extend(row.list("names").map(key));
        }
        Ok(())
    }

    /// Whether a key is one of them.
    pub(super) fn has(&self, key: &str) -> bool {
        self.0.contains(key)
    }

    /// All keys.
    #[cfg(test)]
    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}
