//! Words for what a place is, from `places/designators.tsv`: "Lake", "province", "village of".

use std::collections::BTreeMap;

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
pub(crate) struct Designators(BTreeMap<(Position, &'static str), PlaceKind>);

impl Designators {
    /// The embedded ones.
    pub(crate) fn embedded() -> Result<Self, LexiconError> {
        const FILE: &str = "places/designators.tsv";
        let content = include_str!("../../../data/places/designators.tsv");
        let mut words = BTreeMap::new();
        for row in rows(FILE, content, &["word", "position", "kind", "example"])? {
            let word = row.required("word")?;
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
            if words.insert((position, word), row.parse_required("kind")?).is_some() {
                return Err(row.error(format!("`{word}` stands twice")));
            }
        }
        Ok(Self(words))
    }

    /// What a place is that has such a word there.
    pub(crate) fn kind(&self, position: Position, words: &str) -> Option<PlaceKind> {
        self.0.get(&(position, words)).copied()
    }
}
