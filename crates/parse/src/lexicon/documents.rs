//! Names and nouns of documents, and what stands before a document on which an event rests, from `instruments/names.tsv`,
//! `instruments/words.tsv` and `instruments/bases.tsv`.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use verbale_core::InstrumentKind;

use super::LexiconError;
use super::table::rows;
use crate::text::plain_words;

/// What "the" and the words of a document may stand for, if that was named before by other words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StandsFor {
    /// Only for what the same words named.
    Itself,
    /// For what was proposed: "the draft".
    Draft,
    /// For anything written: "the document".
    Any,
    /// Only for what the same words named, and names a document only where it is adopted: "the decision".
    Passed,
}

/// A noun or phrase for a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DocumentWord {
    /// The kind of document; none if the words only look like one: "international law".
    pub(crate) kind: Option<InstrumentKind>,
    pub(crate) stands_for: StandsFor,
    /// Whether the words need a capital.
    pub(crate) is_capital: bool,
}

/// Words by one of them, each with what it says; the longest first.
type Phrases<T> = BTreeMap<String, Vec<(Vec<String>, T)>>;

/// All of them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Documents {
    /// The words behind the first one of a name, and what they name.
    names: Phrases<InstrumentKind>,
    /// By the phrase in lower case.
    words: BTreeMap<String, DocumentWord>,
    /// The words up to the last one before a document, and whether the document must have a name or number.
    bases: Phrases<bool>,
}

impl Documents {
    /// Adds the names of a file; of two rows that have one, the later one tells what it names.
    pub(super) fn read_names(&mut self, file: &str, content: &str) -> Result<(), LexiconError> {
        for row in rows(file, content, &["name", "aliases", "kind", "year", "source"])? {
            let kind: InstrumentKind = row.parse_required("kind")?;
            row.required("source")?;
            row.parse_required::<u16>("year")?;
            for name in std::iter::once(row.required("name")?).chain(row.list("aliases")) {
                let mut words = plain_words(name).into_iter();
                if let Some(first) = words.next() {
                    put(&mut self.names, first, words.collect(), kind);
                }
            }
        }
        Ok(())
    }

    /// Adds the words of a file; of two files that have some, the later one tells what they name.
    pub(super) fn read_words(&mut self, file: &str, content: &str) -> Result<(), LexiconError> {
        let mut seen = BTreeSet::new();
        for row in rows(file, content, &["words", "kind", "stands_for", "example"])? {
            let kind = row.parse("kind")?;
            let stands_for = match row.cell("stands_for") {
                "" => StandsFor::Itself,
                "draft" => StandsFor::Draft,
                "any" => StandsFor::Any,
                "passed" => StandsFor::Passed,
                other => {
                    return Err(row.error(format!("`stands_for` is draft, any or passed, not `{other}`")));
                }
            };
            let phrase = row.required("words")?;
            row.once(&mut seen, &["words"])?;
            let is_capital = phrase.starts_with(char::is_uppercase);
            let phrase = phrase.to_lowercase();
            row.shows(&phrase)?;
            self.words.insert(phrase, DocumentWord { kind, stands_for, is_capital });
        }
        Ok(())
    }

    /// Adds what stands before documents from a file; of two files that have some words, the later one is taken.
    pub(super) fn read_bases(&mut self, file: &str, content: &str) -> Result<(), LexiconError> {
        let mut seen = BTreeSet::new();
        for row in rows(file, content, &["words", "named", "example"])? {
            let phrase = row.required("words")?;
            row.once(&mut seen, &["words"])?;
            row.shows(phrase)?;
            let needs_name = match row.cell("named") {
                "yes" => true,
                "no" => false,
                other => return Err(row.error(format!("`named` is yes or no, not `{other}`"))),
            };
            let words: Vec<String> = phrase.split(' ').map(str::to_owned).collect();
            let last = words.last().cloned().unwrap_or_default();
            put(&mut self.bases, last, words, needs_name);
        }
        Ok(())
    }

    /// The names that begin with a word: the words behind it, and what they name; the longest first.
    pub(crate) fn names(&self, first: &str) -> &[(Vec<String>, InstrumentKind)] {
        self.names.get(first).map_or(&[], Vec::as_slice)
    }

    /// What a phrase in lower case names.
    pub(crate) fn word(&self, phrase: &str) -> Option<DocumentWord> {
        self.words.get(phrase).copied()
    }

    /// Whether a phrase of the list begins with some letters.
    pub(crate) fn begins(&self, letters: &str) -> bool {
        let behind = (std::ops::Bound::Included(letters), std::ops::Bound::Unbounded);
        self.words.range::<str, _>(behind).next().is_some_and(|(known, _)| known.starts_with(letters))
    }

    /// The words before a document that end with a word, and whether the document must have a name or number; the longest first.
    pub(crate) fn bases(&self, last: &str) -> &[(Vec<String>, bool)] {
        self.bases.get(last).map_or(&[], Vec::as_slice)
    }
}

/// Puts words in their place among those of the same key, over the same words that were there before.
fn put<T>(phrases: &mut Phrases<T>, key: String, words: Vec<String>, says: T) {
    let known = phrases.entry(key).or_default();
    match known.iter_mut().find(|(other, _)| *other == words) {
        Some((_, said)) => *said = says,
        None => known.push((words, says)),
    }
    known.sort_by_key(|(words, _)| Reverse(words.len()));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Words;

    #[test]
    fn a_later_file_has_the_last_word() {
        let mut documents = Words::embedded().unwrap().documents;
        let memorandum = |documents: &Documents| {
            let mut names = documents.names("Lamu").iter();
            names.find_map(|(words, kind)| (*words == ["Memorandum"]).then_some(*kind))
        };
        let names = "name\taliases\tkind\tyear\tsource\nLamu Memorandum\t\tletter_of_intent\t1999\tnews\n";
        documents.read_names("x.tsv", names).unwrap();
        assert_eq!(memorandum(&documents), Some(InstrumentKind::LetterOfIntent));
        documents.read_names("x.tsv", &names.replace("letter_of_intent", "treaty")).unwrap();
        assert_eq!(memorandum(&documents), Some(InstrumentKind::Treaty));
        assert_eq!(documents.bases("under"), [(vec!["under".to_owned()], false)]);
        let words = "words\tkind\tstands_for\texample\naccord\ttreaty\tany\tthe accord\n";
        documents.read_words("x.tsv", words).unwrap();
        assert_eq!(documents.word("accord").unwrap().stands_for, StandsFor::Any);
        assert!(documents.begins("acco") && !documents.begins("accox"));
    }

    #[test]
    fn a_bad_row_is_named() {
        let mut documents = Documents::default();
        let names =
            documents.read_names("n.tsv", "name\taliases\tkind\tyear\tsource\nPact\t\ttreaty\told\tx\n");
        assert!(names.unwrap_err().to_string().starts_with("n.tsv:2: column `year`"));
        let words =
            documents.read_words("w.tsv", "words\tkind\tstands_for\texample\npact\ttreaty\tall\tpact\n");
        assert!(words.unwrap_err().to_string().starts_with("w.tsv:2: `stands_for` is"));
        let bases = "words\tnamed\texample\nunder\tno\tunder it\nunder\tyes\tunder it\n";
        assert_eq!(
            documents.read_bases("b.tsv", bases).unwrap_err().to_string(),
            "b.tsv:3: `under` stands twice"
        );
    }
}
