//! The words of numbers and measures, from `quantities/numbers.tsv`.

use std::collections::{BTreeMap, BTreeSet};

use verbale_core::{Bound, CurrencyCode};

use super::LexiconError;
use super::table::rows;
use crate::text::lower;

/// What a word does in a quantity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum NumberWord {
    /// "seven" is 7.
    Unit(u64),
    /// "forty" is 40.
    Ten(u64),
    /// "dozen" is 12, "thousands" 1000.
    Times(u64),
    /// How the number behind it relates to the true value.
    Bound(Bound),
    /// A currency or the per cent sign.
    Currency(String),
    /// "annually" is "year".
    Period(String),
    /// A number behind it is a name.
    Name,
    /// A plural with its singular.
    Plural(String),
    /// A verb or noun of change.
    Change,
    /// A verb with a particle that looks like a bound.
    Particle,
}

/// All of them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Numbers {
    /// By the phrase in lower case.
    words: BTreeMap<String, Vec<NumberWord>>,
    /// How many bytes and words the longest phrase has.
    longest: (usize, usize),
}

impl Numbers {
    /// Adds the words of a file; of two files that have one, the later one tells all that it does.
    pub(super) fn read(&mut self, file: &str, content: &str) -> Result<(), LexiconError> {
        let mut seen = BTreeSet::new();
        let mut words: BTreeMap<String, Vec<NumberWord>> = BTreeMap::new();
        for row in rows(file, content, &["word", "kind", "value", "example"])? {
            let number = || {
                row.parse::<u64>("value")?.ok_or_else(|| row.error("column `value` must be a number".into()))
            };
            let text = || row.required("value").map(str::to_owned);
            let meaning = match row.cell("kind") {
                "unit" => NumberWord::Unit(number()?),
                "ten" => NumberWord::Ten(number()?),
                "times" => NumberWord::Times(number()?),
                "bound" => NumberWord::Bound(
                    row.parse("value")?.ok_or_else(|| row.error("a bound needs a value".into()))?,
                ),
                "currency" if row.cell("value") == "%" => NumberWord::Currency(text()?),
                "currency" => {
                    NumberWord::Currency(row.parse_required::<CurrencyCode>("value")?.as_str().to_owned())
                }
                "period" => NumberWord::Period(text()?),
                "name" => NumberWord::Name,
                "plural" => NumberWord::Plural(text()?),
                "change" => NumberWord::Change,
                "particle" => NumberWord::Particle,
                other => return Err(row.error(format!("no kind `{other}`"))),
            };
            let word = row.required("word")?;
            row.once(&mut seen, &["word", "kind"])?;
            row.shows(word)?;
            self.longest.0 = self.longest.0.max(word.len());
            self.longest.1 = self.longest.1.max(word.split(' ').count());
            words.entry(word.to_owned()).or_default().push(meaning);
        }
        self.words.extend(words);
        Ok(())
    }

    /// What a word or phrase, in any case, may do in a quantity.
    pub(crate) fn meanings(&self, phrase: &str) -> &[NumberWord] {
        if phrase.len() > self.longest.0 {
            return &[];
        }
        self.words.get(lower(phrase).as_ref()).map_or(&[], Vec::as_slice)
    }

    /// How many words the longest phrase has.
    pub(crate) fn longest(&self) -> usize {
        self.longest.1
    }

    /// The words that a number in words may begin with.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        let is_number = |meaning: &NumberWord| {
            matches!(meaning, NumberWord::Unit(_) | NumberWord::Ten(_) | NumberWord::Times(_))
        };
        let words = self.words.iter().filter(move |(_, meanings)| meanings.iter().any(is_number));
        words.map(|(word, _)| word.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Words;

    #[test]
    fn a_later_file_tells_all_that_a_word_does() {
        let mut numbers = Words::embedded().unwrap().numbers;
        let second = numbers.meanings("second").to_vec();
        numbers
            .read("x.tsv", "word\tkind\tvalue\texample\ncrore\ttimes\t10000000\ttwo crore rupees\n")
            .unwrap();
        assert_eq!(numbers.meanings("Crore"), [NumberWord::Times(10_000_000)]);
        assert_eq!(numbers.meanings("second"), second);
        let long = "gold franc of the bank\tcurrency\tCHF\tten gold franc of the bank";
        numbers
            .read("x.tsv", &format!("word\tkind\tvalue\texample\n{long}\ndozen\tname\t\tDozen 5\n"))
            .unwrap();
        assert_eq!(numbers.meanings("gold franc of the bank"), [NumberWord::Currency("CHF".to_owned())]);
        assert_eq!((numbers.meanings("dozen"), numbers.longest()), (&[NumberWord::Name][..], 5));
    }

    #[test]
    fn a_bad_row_is_named() {
        let mut numbers = Numbers::default();
        let mut error = |row: &str| {
            let content = format!("word\tkind\tvalue\texample\n{row}\n");
            numbers.read("x.tsv", &content).unwrap_err().to_string()
        };
        let many = error("some\tbound\tmany\tsome men");
        assert!(many.starts_with("x.tsv:2: column `value`: `many` is not one of"), "{many}");
        let zorin = error("zorin\tcurrency\tZOR\tten zorin");
        assert!(zorin.starts_with("x.tsv:2: column `value`: `ZOR` is not an ISO 4217"), "{zorin}");
    }
}
