//! The word lists of the document stage, from `data/document/`: read once, checked by a test.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::lexicon::LexiconError;
use crate::lexicon::table::{Row, rows};

/// In which words a character is replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CharacterClass {
    /// In all.
    Ligature,
    /// A Cyrillic or Greek letter that looks like a Latin one: in words that are otherwise Latin.
    Lookalike,
}

/// What kind of finite form a verb form is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FiniteClass {
    Auxiliary,
    Past,
    Present,
}

/// What a phrase on a line of its own, or at the head of a line, says about the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum HeadingClass {
    /// It heads the notes.
    Notes,
    /// It heads a section and is never a title.
    Generic,
    Caption,
    /// It ends a list of notes.
    Closing,
}

/// What stands around an abbreviation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum AbbreviationClass {
    /// A name behind it.
    Title,
    /// A number behind it.
    Number,
    /// A number before it.
    Unit,
    Other,
}

/// What a word says about a line of a masthead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum HeadClass {
    /// Head noun of an organisation.
    Organisation,
    /// Kind of publication.
    Genre,
    Address,
    /// Capitalised in titles, no part of a person's name.
    NotName,
    /// Part of a person's name, though dates know the word.
    Name,
    /// What a person is.
    Role,
    Honorific,
    /// Small word inside a name.
    Particle,
    Acronym,
    /// Names, before a colon, what stands behind it.
    Label(Label),
}

/// What a label before a colon names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Label {
    Author,
    Date,
    Publisher,
    Title,
}

impl Label {
    /// All, in the order in which a label that could be several is read.
    pub(super) const ALL: [Self; 4] = [Self::Author, Self::Date, Self::Publisher, Self::Title];
}

/// When a hyphen at a line end stays.
#[derive(Clone, Debug, Default)]
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
pub(super) struct WordLists {
    /// Character → (class, replacement).
    pub(super) characters: BTreeMap<char, (CharacterClass, &'static str)>,
    /// Left part, a prefix or the first part of a compound → rules.
    pub(super) hyphen_left: BTreeMap<&'static str, Vec<HyphenRule>>,
    /// Right parts that any whole word joins.
    pub(super) hyphen_tail: BTreeSet<&'static str>,
    /// Left parts that are no words.
    pub(super) hyphen_bound: BTreeSet<&'static str>,
    /// Right parts that a name joins.
    pub(super) hyphen_proper: BTreeSet<&'static str>,
    /// Finite verb form → class.
    pub(super) finite: BTreeMap<&'static str, FiniteClass>,
    pub(super) headings: Classes<HeadingClass>,
    /// Abbreviations without their last full stop.
    pub(super) abbreviations: Classes<AbbreviationClass>,
    /// Masthead words.
    pub(super) head: Classes<HeadClass>,
}

/// Words, each of one or more classes.
#[derive(Clone, Debug)]
pub(super) struct Classes<C>(BTreeSet<(&'static str, C)>);

impl<C> Default for Classes<C> {
    fn default() -> Self {
        Self(BTreeSet::new())
    }
}

impl<C: Copy + Ord> Classes<C> {
    /// Whether `word` (lower case) is of `class`.
    pub(super) fn has<'w>(&'w self, word: &'w str, class: C) -> bool {
        self.0.contains(&(word, class))
    }
}

const CHARACTERS: &str = include_str!("../../data/document/characters.tsv");
const HYPHENS: &str = include_str!("../../data/document/hyphens.tsv");
const FINITE: &str = include_str!("../../data/document/finite_verbs.tsv");
const HEADINGS: &str = include_str!("../../data/document/headings.tsv");
const ABBREVIATIONS: &str = include_str!("../../data/document/abbreviations.tsv");
const HEAD: &str = include_str!("../../data/document/head_words.tsv");

const CHARACTER_CLASSES: &[(&str, CharacterClass)] = &[
    ("ligature", CharacterClass::Ligature),
    ("cyrillic", CharacterClass::Lookalike),
    ("greek", CharacterClass::Lookalike),
];

const FINITE_CLASSES: &[(&str, FiniteClass)] =
    &[("auxiliary", FiniteClass::Auxiliary), ("past", FiniteClass::Past), ("present", FiniteClass::Present)];

const HEADING_CLASSES: &[(&str, HeadingClass)] = &[
    ("notes", HeadingClass::Notes),
    ("generic", HeadingClass::Generic),
    ("caption", HeadingClass::Caption),
    ("closing", HeadingClass::Closing),
];

const ABBREVIATION_CLASSES: &[(&str, AbbreviationClass)] = &[
    ("title", AbbreviationClass::Title),
    ("number", AbbreviationClass::Number),
    ("unit", AbbreviationClass::Unit),
    ("other", AbbreviationClass::Other),
];

const HEAD_CLASSES: &[(&str, HeadClass)] = &[
    ("org", HeadClass::Organisation),
    ("genre", HeadClass::Genre),
    ("address", HeadClass::Address),
    ("notname", HeadClass::NotName),
    ("name", HeadClass::Name),
    ("role", HeadClass::Role),
    ("honorific", HeadClass::Honorific),
    ("particle", HeadClass::Particle),
    ("acronym", HeadClass::Acronym),
    ("author", HeadClass::Label(Label::Author)),
    ("date", HeadClass::Label(Label::Date)),
    ("publisher", HeadClass::Label(Label::Publisher)),
    ("title", HeadClass::Label(Label::Title)),
];

/// The embedded lists. A test reads every row of them; a row that cannot be read would leave the lists empty.
pub(super) fn word_lists() -> &'static WordLists {
    static LISTS: LazyLock<WordLists> = LazyLock::new(|| WordLists::embedded().unwrap_or_default());
    &LISTS
}

impl WordLists {
    /// Reads the embedded lists.
    ///
    /// # Errors
    ///
    /// Names file and line of the first row that has not the columns of its file, a class that the file does not know, or an example
    /// that does not show its word.
    fn embedded() -> Result<Self, LexiconError> {
        let mut lists = Self {
            headings: classes(
                "document/headings.tsv",
                HEADINGS,
                &["phrase", "class", "example"],
                HEADING_CLASSES,
            )?,
            abbreviations: classes(
                "document/abbreviations.tsv",
                ABBREVIATIONS,
                &["abbreviation", "class", "example"],
                ABBREVIATION_CLASSES,
            )?,
            head: classes("document/head_words.tsv", HEAD, &["word", "class", "example"], HEAD_CLASSES)?,
            ..Self::default()
        };
        for row in rows("document/characters.tsv", CHARACTERS, &["class", "character", "replacement"])? {
            let character: char = row
                .parse("character")?
                .ok_or_else(|| row.error("column `character` must not be empty".into()))?;
            let change = (class(&row, CHARACTER_CLASSES)?, row.required("replacement")?);
            lists.characters.insert(character, change);
        }
        for row in rows("document/finite_verbs.tsv", FINITE, &["form", "class", "example"])? {
            row.shows(row.required("form")?)?;
            lists.finite.insert(row.required("form")?, class(&row, FINITE_CLASSES)?);
        }
        for row in rows("document/hyphens.tsv", HYPHENS, &["class", "left", "right", "example"])? {
            lists.hyphen(&row)?;
        }
        Ok(lists)
    }

    fn hyphen(&mut self, row: &Row<'static>) -> Result<(), LexiconError> {
        let left = row.required("left")?;
        row.required("example")?;
        match row.cell("class") {
            "prefix" | "compound" => {
                let mut rule = HyphenRule::default();
                for word in row.list("right") {
                    match word.strip_prefix('!') {
                        Some(start) => rule.never_before.push(start),
                        None if word == "*" => rule.any = true,
                        None => {
                            rule.with.insert(word);
                        }
                    }
                }
                self.hyphen_left.entry(left).or_default().push(rule);
            }
            "tail" => self.hyphen_tail.extend(row.list("right")),
            "proper" => self.hyphen_proper.extend(row.list("right")),
            "bound" => {
                self.hyphen_bound.insert(left);
            }
            other => return Err(row.error(format!("no class `{other}`"))),
        }
        Ok(())
    }
}

/// The class of a row by its name.
fn class<C: Copy>(row: &Row<'_>, known: &[(&str, C)]) -> Result<C, LexiconError> {
    let name = row.cell("class");
    known
        .iter()
        .find_map(|(known, class)| (*known == name).then_some(*class))
        .ok_or_else(|| row.error(format!("no class `{name}`")))
}

/// A file of words, their classes and examples, in columns of these names.
fn classes<C: Copy + Ord>(
    file: &'static str,
    content: &'static str,
    columns: &'static [&'static str; 3],
    known: &[(&str, C)],
) -> Result<Classes<C>, LexiconError> {
    let mut found = Classes::default();
    for row in rows(file, content, columns)? {
        let word = row.required(columns[0])?;
        row.shows(word)?;
        if !found.0.insert((word, class(&row, known)?)) {
            return Err(row.error("the row stands twice".into()));
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_embedded_row_is_well_formed() {
        match WordLists::embedded() {
            Ok(lists) => assert!(lists.finite.len() > 50 && !lists.hyphen_left.is_empty()),
            Err(error) => panic!("{error}"),
        }
    }

    #[test]
    fn every_file_says_where_it_comes_from() {
        for text in [CHARACTERS, HYPHENS, FINITE, HEADINGS, ABBREVIATIONS, HEAD] {
            assert!(text.starts_with("# ") && text.contains("\n# Columns:") && text.contains("\n# Origin:"));
        }
    }

    #[test]
    fn a_bad_row_names_file_and_line() {
        let error = |content| {
            classes("y.tsv", content, &["word", "class", "example"], HEAD_CLASSES).unwrap_err().to_string()
        };
        assert_eq!(error("word\tclass\texample\nfloor\tnoun\tFloor 2\n"), "y.tsv:2: no class `noun`");
        assert_eq!(
            error("word\tclass\texample\nfloor\taddress\tFloor 2\nfloor\taddress\tFloor 3\n"),
            "y.tsv:3: the row stands twice"
        );
        assert_eq!(
            error("# head\nword\tclass\texample\nfloor\taddress\tSuite 2\n"),
            "y.tsv:3: the example must contain `floor`"
        );
    }

    #[test]
    fn hyphen_rules_have_exceptions() {
        let keeps = |left: &str, right: &str| {
            word_lists().hyphen_left.get(left).is_some_and(|rules| rules.iter().any(|r| r.keeps(right)))
        };
        assert!(keeps("non", "lethal") && !keeps("non", "etheless"));
        assert!(keeps("pro", "government") && !keeps("pro", "vide"));
    }

    #[test]
    fn hyphens_stay_as_their_examples_show() {
        let lists = word_lists();
        for row in rows("hyphens.tsv", HYPHENS, &["class", "left", "right", "example"]).unwrap() {
            let (left, example) = (row.cell("left"), row.cell("example"));
            let shown = match row.cell("class") {
                "bound" => example.starts_with(left) && !example.contains('-'),
                class => {
                    example.split('-').zip(example.split('-').skip(1)).any(|(first, second)| match class {
                        "tail" => lists.hyphen_tail.contains(second),
                        "proper" => {
                            first.starts_with(char::is_uppercase) && lists.hyphen_proper.contains(second)
                        }
                        _ => first == left && lists.hyphen_left[left].iter().any(|rule| rule.keeps(second)),
                    })
                }
            };
            assert!(shown, "{left}: {example}");
        }
    }
}
