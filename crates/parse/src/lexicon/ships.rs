//! What stands before the name of a ship of a navy, from `actors/ships.tsv`: "HMS", "the frigate".

use std::collections::{BTreeMap, BTreeSet};

use verbale_core::CountryCode;

use super::LexiconError;
use super::table::rows;

/// Prefixes of ships, and nouns for ships of war.
#[derive(Debug, Clone, Default)]
pub(crate) struct Ships {
    /// By the prefix, whose ships have it.
    prefixes: BTreeMap<String, Vec<CountryCode>>,
    nouns: BTreeSet<String>,
}

impl Ships {
    /// Adds the words of a file; of two files that have a prefix, the later one tells whose ships have it.
    pub(super) fn read(&mut self, file: &str, content: &str) -> Result<(), LexiconError> {
        let mut seen = BTreeSet::new();
        for row in rows(file, content, &["word", "sort", "countries", "example"])? {
            let word = row.required("word")?;
            row.once(&mut seen, &["word", "sort"])?;
            row.shows(&word.to_lowercase())?;
            match row.cell("sort") {
                "noun" => {
                    self.nouns.insert(word.to_owned());
                }
                "prefix" => {
                    let code =
                        |code: &str| code.parse().map_err(|_| row.error(format!("`{code}` is no code")));
                    let countries = row.list("countries").map(code).collect::<Result<_, _>>()?;
                    self.prefixes.insert(word.to_owned(), countries);
                }
                other => return Err(row.error(format!("`sort` is prefix or noun, not `{other}`"))),
            }
        }
        Ok(())
    }

    /// Whose ships have a prefix, if it is one.
    pub(crate) fn countries(&self, prefix: &str) -> Option<&[CountryCode]> {
        self.prefixes.get(prefix).map(Vec::as_slice)
    }

    /// Whether a noun in lower case is one for ships of war.
    pub(crate) fn is_warship(&self, noun: &str) -> bool {
        self.nouns.contains(noun)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Words;

    #[test]
    fn prefixes_and_nouns() {
        let ships = Words::embedded().unwrap().ships;
        let codes = |prefix: &str| {
            ships.countries(prefix).map(|codes| codes.iter().map(ToString::to_string).collect())
        };
        assert_eq!(codes("HMS"), Some(vec!["GBR".to_owned()]));
        assert_eq!(codes("INS"), Some(vec!["IND".to_owned(), "ISR".to_owned()]));
        assert_eq!(codes("Hms"), None);
        assert!(ships.is_warship("frigate") && !ships.is_warship("tanker"));
    }

    #[test]
    fn a_bad_row_is_named() {
        let error =
            Ships::default().read("x.tsv", "word\tsort\tcountries\texample\nHMS\tname\tGBR\tHMS Belfast\n");
        assert!(error.unwrap_err().to_string().starts_with("x.tsv:2: `sort`"));
    }
}
