//! Nouns of equipment, forces, goods and money, from `items/words.tsv`.

use std::collections::BTreeMap;

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
}

impl ItemWords {
    /// The embedded ones.
    pub(crate) fn embedded() -> Result<Self, LexiconError> {
        Self::read("items/words.tsv", include_str!("../../data/items/words.tsv"))
    }

    fn read(file: &str, content: &str) -> Result<Self, LexiconError> {
        let mut items = Self::default();
        for row in rows(file, content, &["words", "category", "example"])? {
            let words = row.required("words")?;
            row.required("example")?;
            let category = row.parse_required("category")?;
            if items.words.insert(words.to_owned(), category).is_some() {
                return Err(row.error(format!("`{words}` stands twice")));
            }
            let count = words.split(' ').count();
            if let Some(last) = words.split(' ').next_back() {
                let longest = items.longest.entry(last.to_owned()).or_default();
                *longest = (*longest).max(count);
            }
        }
        Ok(items)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_is_taken() {
        let items = ItemWords::embedded().unwrap();
        assert_eq!(items.ending(&["two", "patrol", "boat"]), Some((ItemCategory::Vessel, 2)));
        assert_eq!(items.ending(&["tank"]), Some((ItemCategory::Vehicle, 1)));
        assert_eq!(items.ending(&["treaty"]), None);
    }

    #[test]
    fn a_bad_row_is_named() {
        let error = ItemWords::read("x.tsv", "words\tcategory\texample\ntank\tbeast\ta tank\n");
        assert!(error.unwrap_err().to_string().starts_with("x.tsv:2: column `category`"));
    }
}
