//! Nouns of equipment, forces, goods and money, from `items/words.tsv`, and names of weapon systems, from `items/systems.tsv`.

use std::collections::{BTreeMap, BTreeSet};

use verbale_core::ItemCategory;

use super::LexiconError;
use super::table::rows;

/// What events move, buy and promise.
#[derive(Debug, Clone, Default)]
pub(crate) struct ItemWords {
    /// By the words in lower case, singular.
    words: BTreeMap<String, ItemCategory>,
    /// How many words the longest phrase has that ends with a word.
    longest: BTreeMap<String, usize>,
    /// Names of weapon systems, by how they are written; "#" stands for a number.
    systems: BTreeMap<String, ItemCategory>,
}

impl ItemWords {
    /// Adds the names of weapon systems of a file; of two files that have one, the later one tells what it is.
    pub(super) fn read_systems(&mut self, file: &str, content: &str) -> Result<(), LexiconError> {
        let mut seen = BTreeSet::new();
        for row in rows(file, content, &["name", "category", "example"])? {
            let name = row.required("name")?;
            row.once(&mut seen, &["name"])?;
            row.shows(name.trim_end_matches('#').to_lowercase().as_str())?;
            self.systems.insert(name.to_owned(), row.parse_required("category")?);
        }
        Ok(())
    }

    /// Adds the nouns of a file; of two files that have one, the later one tells what it is.
    pub(super) fn read_words(&mut self, file: &str, content: &str) -> Result<(), LexiconError> {
        let mut seen = BTreeSet::new();
        for row in rows(file, content, &["words", "category", "example"])? {
            let words = row.required("words")?;
            row.once(&mut seen, &["words"])?;
            row.required("example")?;
            self.words.insert(words.to_owned(), row.parse_required("category")?);
            let count = words.split(' ').count();
            if let Some(last) = words.split(' ').next_back() {
                let longest = self.longest.entry(last.to_owned()).or_default();
                *longest = (*longest).max(count);
            }
        }
        Ok(())
    }

    /// What a weapon system is, by its name as the text writes it: "F-16s", "T-90M", "Javelins".
    pub(crate) fn system(&self, name: &str) -> Option<ItemCategory> {
        let is_digit = |char: char| char.is_ascii_digit();
        let exact = |name: &str| self.systems.get(name).copied();
        let numbered = || {
            let prefix = name.get(..name.find(is_digit)?)?;
            exact(&format!("{prefix}#")).filter(|_| name.len() < prefix.len() + LONGEST_NUMBER)
        };
        exact(name).or_else(|| exact(name.strip_suffix('s')?)).or_else(numbered)
    }

    /// Whether a word names a model of equipment: a system of the list, or letters with a number, "Su-30MK2".
    pub(crate) fn is_model(&self, name: &str) -> bool {
        let has_capital = name.starts_with(|char: char| char.is_ascii_uppercase());
        let has_digit = name.contains(|char: char| char.is_ascii_digit());
        self.system(name).is_some() || has_capital && has_digit && name.len() > 2
    }

    /// Whether a noun, in lower case and singular, is one for ships: "cruiser".
    pub(crate) fn is_vessel(&self, noun: &str) -> bool {
        matches!(self.ending(&[noun]), Some((ItemCategory::Vessel, _)))
    }

    /// The category of the longest phrase that some words end with, all in lower case and the last one singular, and how many words
    /// it has.
    pub(crate) fn ending(&self, words: &[&str]) -> Option<(ItemCategory, usize)> {
        let most = *self.longest.get(*words.last()?)?;
        (1..=most.min(words.len())).rev().find_map(|count| {
            let category = self.words.get(&words[words.len() - count..].join(" "))?;
            Some((*category, count))
        })
    }
}

/// How many letters and digits the number of a weapon system has at most, with a plural "s".
const LONGEST_NUMBER: usize = 7;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Words;

    #[test]
    fn the_longest_phrase_is_taken() {
        let items = Words::embedded().unwrap().items;
        assert_eq!(items.ending(&["two", "patrol", "boat"]), Some((ItemCategory::Vessel, 2)));
        assert_eq!(items.ending(&["tank"]), Some((ItemCategory::Vehicle, 1)));
        assert_eq!(items.ending(&["treaty"]), None);
    }

    #[test]
    fn names_of_systems() {
        let items = Words::embedded().unwrap().items;
        for name in ["F-16s", "MiG-29", "Su-30MKIs", "Bayraktars"] {
            assert_eq!(items.system(name), Some(ItemCategory::Aircraft), "{name}");
        }
        assert_eq!(items.system("T-72"), Some(ItemCategory::Vehicle));
        assert_eq!(items.system("F-word"), None);
        assert_eq!(items.system("javelin"), None);
    }

    #[test]
    fn a_bad_row_is_named() {
        let error =
            ItemWords::default().read_words("x.tsv", "words\tcategory\texample\ntank\tbeast\ta tank\n");
        assert!(error.unwrap_err().to_string().starts_with("x.tsv:2: column `category`"));
    }
}
