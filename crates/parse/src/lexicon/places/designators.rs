//! Words for what a place is, from `places/designators.tsv`: "Lake", "province", "village of".

use std::collections::{BTreeMap, BTreeSet};

use verbale_core::PlaceKind;

use crate::lexicon::LexiconError;
use crate::lexicon::table::rows;

/// Where such a word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Position {
    /// "Lake Turkana"
    Before,
    /// "Tahrir Square": with a capital only.
    Capital,
    /// "Kunar province"
    Behind,
    /// "the village of Račak"
    Of,
}

/// All of them, by where they stand and their words in lower case.
#[derive(Debug, Default)]
pub(crate) struct Designators(BTreeMap<Position, BTreeMap<String, PlaceKind>>);

impl Designators {
    /// Adds the words of a file; of two files that have one for the same position, the later one tells what it names.
    pub(crate) fn read(&mut self, file: &str, content: &str) -> Result<(), LexiconError> {
        let mut seen = BTreeSet::new();
        for row in rows(file, content, &["word", "position", "kind", "example"])? {
            let word = row.required("word")?;
            row.once(&mut seen, &["word", "position"])?;
            row.shows(word)?;
            let position = match row.cell("position") {
                "before" => Position::Before,
                "capital" => Position::Capital,
                "behind" => Position::Behind,
                "of" => Position::Of,
                other => {
                    return Err(
                        row.error(format!("`position` is before, capital, behind or of, not `{other}`"))
                    );
                }
            };
            self.0.entry(position).or_default().insert(word.to_owned(), row.parse_required("kind")?);
        }
        Ok(())
    }

    /// What a place is that has such a word there.
    pub(crate) fn kind(&self, position: Position, words: &str) -> Option<PlaceKind> {
        self.0.get(&position)?.get(words).copied()
    }
}
