//! What takes up an actor that was named before: nouns such as "the country", and the gender by which a person is "he" or "she", from
//! `actors/descriptions.tsv`, `actors/given_names.tsv`, `actors/name_syllables.tsv` and `actors/titles.tsv`.

use std::collections::{BTreeMap, BTreeSet};

use verbale_core::ActorKind;

use super::LexiconError;
use super::table::{Row, rows};

/// By which pronoun a text takes up a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gender {
    /// She.
    Female,
    /// He.
    Male,
}

/// How many actors a noun takes up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Number {
    /// "the country"
    One,
    /// "the two countries"
    Many,
    /// "the two sides", "the sides"
    Pair,
    /// "its neighbour"
    Other,
}

/// A noun that takes up actors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Description {
    /// How many it means.
    pub(crate) number: Number,
    pub(crate) kinds: Vec<ActorKind>,
}

/// All such nouns and genders.
#[derive(Debug, Clone, Default)]
pub(crate) struct Descriptions {
    nouns: BTreeMap<String, Description>,
    genders: BTreeMap<String, Gender>,
    /// Ends of given names behind a hyphen: "in" of "Moon Jae-in".
    syllables: BTreeSet<String>,
}

impl Descriptions {
    /// Adds the nouns of a file; of two files that have one, the later one tells what it takes up.
    pub(super) fn read_nouns(&mut self, file: &str, content: &str) -> Result<(), LexiconError> {
        for row in rows(file, content, &["noun", "number", "kinds", "example"])? {
            let noun = row.required("noun")?;
            row.shows(noun)?;
            let number = match row.cell("number") {
                "one" => Number::One,
                "many" => Number::Many,
                "pair" => Number::Pair,
                "other" => Number::Other,
                unknown => {
                    let message = format!("`number` is one, many, pair or other, not `{unknown}`");
                    return Err(row.error(message));
                }
            };
            let mut kinds = Vec::new();
            for kind in row.list("kinds") {
                kinds.push(kind.parse().map_err(|_| row.error(format!("`{kind}` is no kind of actor")))?);
            }
            if kinds.contains(&ActorKind::State) {
                kinds.push(ActorKind::Territory);
            }
            self.nouns.insert(noun.to_owned(), Description { number, kinds });
        }
        Ok(())
    }

    /// Adds the given names of a file; of two files that have one, the later one tells its gender.
    pub(super) fn read_names(&mut self, file: &str, content: &str) -> Result<(), LexiconError> {
        for row in rows(file, content, &["gender", "initial", "names", "example"])? {
            row.shows(&row.list("names").next().unwrap_or_default().to_lowercase())?;
            let gender = gender(&row)?.ok_or_else(|| row.error("`gender` must not be empty".to_owned()))?;
            self.genders.extend(row.list("names").map(|name| (name.to_owned(), gender)));
        }
        Ok(())
    }

    /// Adds the ends of given names of a file.
    pub(super) fn read_syllables(&mut self, file: &str, content: &str) -> Result<(), LexiconError> {
        for row in rows(file, content, &["initial", "syllables", "example"])? {
            row.shows(row.list("syllables").next().unwrap_or_default())?;
            self.syllables.extend(row.list("syllables").map(str::to_owned));
        }
        Ok(())
    }

    /// Adds the genders that the titles of a file tell.
    pub(super) fn read_titles(&mut self, file: &str, content: &str) -> Result<(), LexiconError> {
        for row in rows(file, content, &["title", "gender", "example"])? {
            if let Some(gender) = gender(&row)? {
                self.genders.insert(row.required("title")?.to_owned(), gender);
            }
        }
        Ok(())
    }

    /// Whether a word may end a given name behind a hyphen: "in" of "Moon Jae-in".
    pub(crate) fn is_syllable(&self, word: &str) -> bool {
        self.syllables.contains(word)
    }

    /// What a noun in lower case takes up.
    pub(crate) fn noun(&self, noun: &str) -> Option<&Description> {
        self.nouns.get(noun)
    }

    /// The gender that the first word of a name, or one of its titles, tells.
    pub(crate) fn gender(&self, name: &str) -> Option<Gender> {
        name.split([' ', '-']).find_map(|word| self.genders.get(word.trim_end_matches('.')).copied())
    }
}

fn gender(row: &Row<'_>) -> Result<Option<Gender>, LexiconError> {
    match row.cell("gender") {
        "" => Ok(None),
        "female" => Ok(Some(Gender::Female)),
        "male" => Ok(Some(Gender::Male)),
        other => Err(row.error(format!("`gender` is female or male, not `{other}`"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Words;

    #[test]
    fn nouns_and_genders() {
        let all = Words::embedded().unwrap().descriptions;
        assert!(all.noun("country").unwrap().kinds.contains(&ActorKind::Territory));
        assert!(all.noun("sides").unwrap().number == Number::Pair && all.noun("treaty").is_none());
        assert_eq!(all.gender("Mrs. Karanja"), Some(Gender::Female));
        assert_eq!(all.gender("President John Karanja"), Some(Gender::Male));
        assert_eq!(all.gender("Karanja"), None);
    }
}
