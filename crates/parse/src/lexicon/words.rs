//! The tables of words: each is read from the embedded file first, then from a user's.

use super::LexiconError;
use super::descriptions::Descriptions;
use super::documents::Documents;
use super::heads::Heads;
use super::items::ItemWords;
use super::numbers::Numbers;
use super::places::{CommonNames, Designators};
use super::ships::Ships;

/// A file by its name, with its content.
macro_rules! file {
    ($name:literal) => {
        ($name, include_str!(concat!("../../data/", $name)))
    };
}

/// The embedded files of words, by their names within a folder of knowledge.
const FILES: [(&str, &str); 15] = [
    file!("actors/descriptions.tsv"),
    file!("actors/given_names.tsv"),
    file!("actors/heads.tsv"),
    file!("actors/name_syllables.tsv"),
    file!("actors/regions.tsv"),
    file!("actors/ships.tsv"),
    file!("actors/titles.tsv"),
    file!("instruments/bases.tsv"),
    file!("instruments/names.tsv"),
    file!("instruments/words.tsv"),
    file!("items/systems.tsv"),
    file!("items/words.tsv"),
    file!("places/common_words.tsv"),
    file!("places/designators.tsv"),
    file!("quantities/numbers.tsv"),
];

/// All tables of words that a folder of a user's may add to. A row of a later file takes the place of an earlier one's.
#[derive(Debug, Default)]
pub(crate) struct Words {
    pub(crate) common: CommonNames,
    pub(crate) descriptions: Descriptions,
    pub(crate) designators: Designators,
    pub(crate) documents: Documents,
    pub(crate) heads: Heads,
    pub(crate) items: ItemWords,
    pub(crate) numbers: Numbers,
    pub(crate) ships: Ships,
}

impl Words {
    /// The embedded words.
    pub(crate) fn embedded() -> Result<Self, LexiconError> {
        let mut words = Self::default();
        for (name, content) in FILES {
            words.add(name, name, content)?;
        }
        Ok(words)
    }

    /// The names of the files of words within a folder of knowledge.
    pub(super) fn files() -> impl Iterator<Item = &'static str> {
        FILES.iter().map(|(name, _)| *name)
    }

    /// Adds a file; `name` is its name within a folder, `file` the one that errors tell. False if no words have that name.
    pub(super) fn add(&mut self, name: &str, file: &str, content: &str) -> Result<bool, LexiconError> {
        match name {
            "actors/descriptions.tsv" => self.descriptions.read_nouns(file, content)?,
            "actors/given_names.tsv" => self.descriptions.read_names(file, content)?,
            "actors/heads.tsv" => self.heads.read_heads(file, content)?,
            "actors/name_syllables.tsv" => self.descriptions.read_syllables(file, content)?,
            "actors/regions.tsv" => self.heads.read_regions(file, content)?,
            "actors/ships.tsv" => self.ships.read(file, content)?,
            "actors/titles.tsv" => {
                self.heads.read_titles(file, content)?;
                self.descriptions.read_titles(file, content)?;
            }
            "instruments/bases.tsv" => self.documents.read_bases(file, content)?,
            "instruments/names.tsv" => self.documents.read_names(file, content)?,
            "instruments/words.tsv" => self.documents.read_words(file, content)?,
            "items/systems.tsv" => self.items.read_systems(file, content)?,
            "items/words.tsv" => self.items.read_words(file, content)?,
            "places/common_words.tsv" => self.common.read(file, content)?,
            "places/designators.tsv" => self.designators.read(file, content)?,
            "quantities/numbers.tsv" => self.numbers.read(file, content)?,
            _ => return Ok(false),
        }
        Ok(true)
    }
}
