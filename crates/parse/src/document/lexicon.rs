//! The word lists of the document stage: read once, checked by a test.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::LazyLock;

/// A row of a data file that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DataError {
    file: &'static str,
    line: usize,
    problem: &'static str,
}

impl fmt::Display for DataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.problem)
    }
}

/// When a hyphen at a line end stays.
#[derive(Clone, Debug)]
pub(super) struct HyphenRule {
    any: bool,
    with: BTreeSet<&'static str>,
    never_before: Vec<&'static str>,
}

impl HyphenRule {
    /// Whether the rule keeps the hyphen before `right` (lower case).
    pub(super) fn keeps(&self, right: &str) -> bool {
        self.with.contains(right)
            || (self.any && !self.never_before.iter().any(|start| right.starts_with(start)))
    }
}

/// Words by class, for each data file.
#[derive(Clone, Debug, Default)]
pub(super) struct Lexicon {
    /// Character → (class, replacement).
    pub(super) characters: BTreeMap<char, (&'static str, &'static str)>,
    /// (prefix | compound, left part) → rule.
    pub(super) hyphen_left: BTreeMap<&'static str, Vec<HyphenRule>>,
    /// Right parts that any whole word joins.
    pub(super) hyphen_tail: BTreeSet<&'static str>,
    /// Left parts that are no words.
    pub(super) hyphen_bound: BTreeSet<&'static str>,
    /// Right parts that a name joins.
    pub(super) hyphen_proper: BTreeSet<&'static str>,
    /// Function word → (class, whether a text cannot end after it).
    pub(super) function: BTreeMap<&'static str, (&'static str, bool)>,
    /// Finite verb form → class.
    pub(super) finite: BTreeMap<&'static str, &'static str>,
    /// Phrase → class.
    pub(super) headings: Classes,
    /// Abbreviation → class.
    pub(super) abbreviations: Classes,
    /// Masthead word → class.
    pub(super) head: Classes,
}

/// Words, each of one or more classes.
#[derive(Clone, Debug, Default)]
pub(super) struct Classes(BTreeSet<(&'static str, &'static str)>);

impl Classes {
    /// Whether `word` (lower case) is of `class`.
    pub(super) fn has(&self, word: &str, class: &str) -> bool {
        self.0.contains(&(word, class))
    }
}

const CHARACTERS: &str = include_str!("../../data/document/characters.tsv");
const HYPHENS: &str = include_str!("../../data/document/hyphens.tsv");
const FUNCTION: &str = include_str!("../../data/document/function_words.tsv");
const FINITE: &str = include_str!("../../data/document/finite_verbs.tsv");
const HEADINGS: &str = include_str!("../../data/document/headings.tsv");
const ABBREVIATIONS: &str = include_str!("../../data/document/abbreviations.tsv");
const HEAD: &str = include_str!("../../data/document/head_words.tsv");

const HEAD_CLASSES: &[&str] = &[
    "org",
    "genre",
    "address",
    "month",
    "weekday",
    "notname",
    "role",
    "honorific",
    "particle",
    "acronym",
    "author",
    "date",
    "publisher",
    "title",
];

/// The embedded lists. A test reads every row of them; a row that cannot be read would leave the lists empty.
pub(super) fn lexicon() -> &'static Lexicon {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::embedded().unwrap_or_default());
    &LEXICON
}

impl Lexicon {
    /// Reads the embedded lists.
    ///
    /// # Errors
    ///
    /// Names file and line of the first row that has not the columns of its file or a class that the file does not know.
    pub(super) fn embedded() -> Result<Self, DataError> {
        let mut lexicon = Self::default();
        rows("characters.tsv", CHARACTERS, |[class, from, to]| {
            let mut chars = from.chars();
            let (Some(ch), None) = (chars.next(), chars.next()) else { return Err("one character expected") };
            one_of(class, &["ligature", "cyrillic", "greek"])?;
            lexicon.characters.insert(ch, (class, to));
            Ok(())
        })?;
        rows("hyphens.tsv", HYPHENS, |[class, left, right]| {
            one_of(class, &["prefix", "compound", "tail", "bound", "proper"])?;
            let words = right.split(',');
            match class {
                "tail" => lexicon.hyphen_tail.extend(words),
                "bound" => {
                    lexicon.hyphen_bound.insert(left);
                }
                "proper" => lexicon.hyphen_proper.extend(words),
                _ => {
                    let mut rule = HyphenRule { any: false, with: BTreeSet::new(), never_before: Vec::new() };
                    for word in words {
                        match word.strip_prefix('!') {
                            Some(start) => rule.never_before.push(start),
                            None if word == "*" => rule.any = true,
                            None => {
                                rule.with.insert(word);
                            }
                        }
                    }
                    lexicon.hyphen_left.entry(left).or_default().push(rule);
                }
            }
            Ok(())
        })?;
        rows("function_words.tsv", FUNCTION, |[word, class, open]| {
            one_of(class, &["determiner", "preposition", "conjunction", "pronoun", "adverb"])?;
            one_of(open, &["yes", "no"])?;
            lexicon.function.insert(word, (class, open == "yes"));
            Ok(())
        })?;
        rows("finite_verbs.tsv", FINITE, |[form, class]| {
            one_of(class, &["auxiliary", "past", "present"])?;
            lexicon.finite.insert(form, class);
            Ok(())
        })?;
        classes(
            "headings.tsv",
            HEADINGS,
            &["notes", "generic", "caption", "closing"],
            &mut lexicon.headings,
        )?;
        classes(
            "abbreviations.tsv",
            ABBREVIATIONS,
            &["title", "number", "unit", "other"],
            &mut lexicon.abbreviations,
        )?;
        classes("head_words.tsv", HEAD, HEAD_CLASSES, &mut lexicon.head)?;
        Ok(lexicon)
    }
}

fn one_of(value: &str, known: &[&str]) -> Result<(), &'static str> {
    if known.contains(&value) { Ok(()) } else { Err("unknown class") }
}

fn classes(
    file: &'static str,
    text: &'static str,
    known: &[&str],
    into: &mut Classes,
) -> Result<(), DataError> {
    rows(file, text, |[word, class]| {
        one_of(class, known)?;
        if into.0.insert((word, class)) { Ok(()) } else { Err("the row stands twice") }
    })
}

/// Gives the columns of every row to `take`; lines that begin with `#` and empty lines are skipped.
fn rows<const N: usize>(
    file: &'static str,
    text: &'static str,
    mut take: impl FnMut([&'static str; N]) -> Result<(), &'static str>,
) -> Result<(), DataError> {
    for (number, line) in text.lines().enumerate() {
        if line.starts_with('#') || line.is_empty() {
            continue;
        }
        let mut columns = [""; N];
        let mut cells = line.split('\t');
        let mut read = || {
            for column in &mut columns {
                *column = cells
                    .next()
                    .filter(|c| !c.is_empty() && c.trim() == *c)
                    .ok_or("a column is missing or has space at its edge")?;
            }
            if cells.next().is_some() { Err("too many columns") } else { take(columns) }
        };
        read().map_err(|problem| DataError { file, line: number + 1, problem })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_embedded_row_is_well_formed() {
        match Lexicon::embedded() {
            Ok(lexicon) => assert!(lexicon.function.len() > 50 && !lexicon.hyphen_left.is_empty()),
            Err(error) => panic!("{error}"),
        }
    }

    #[test]
    fn every_file_says_where_it_comes_from() {
        for text in [CHARACTERS, HYPHENS, FUNCTION, FINITE, HEADINGS, ABBREVIATIONS, HEAD] {
            assert!(text.starts_with("# ") && text.contains("\n# columns:") || text.contains("# origin:"));
        }
    }

    #[test]
    fn a_bad_row_names_file_and_line() {
        let error = rows("x.tsv", "# head\na\tb\nc\n", |[_, _]| Ok(())).unwrap_err();
        assert_eq!(error.to_string(), "x.tsv:3: a column is missing or has space at its edge");
        let mut into = Classes::default();
        let error = classes("y.tsv", "word\tnoun\nword\tverb\n", &["noun"], &mut into).unwrap_err();
        assert_eq!(error.to_string(), "y.tsv:2: unknown class");
    }

    #[test]
    fn hyphen_rules_have_exceptions() {
        let lexicon = lexicon();
        let keeps = |left: &str, right: &str| {
            lexicon.hyphen_left.get(left).is_some_and(|rules| rules.iter().any(|r| r.keeps(right)))
        };
        assert!(keeps("non", "lethal") && !keeps("non", "etheless"));
        assert!(keeps("pro", "government") && !keeps("pro", "vide"));
    }
}
