//! Head nouns of actors that no list holds, adjectives of regions that own them, and forms of address, from `actors/heads.tsv`,
//! `actors/regions.tsv` and `actors/titles.tsv`.

use std::collections::{BTreeMap, BTreeSet};

use verbale_core::{ActorKind, Sector};

use super::LexiconError;
use super::table::rows;

/// What a head noun makes of the words around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum HeadUse {
    /// An actor, if an owner stands beside it or capitals make it a name.
    Owned,
    /// A group by itself: "protesters".
    Free,
    /// Its owner: "the Kenyan government" is Kenya.
    Itself,
    /// A person, named or not.
    Office,
}

/// A head noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) kind: ActorKind,
    pub(crate) sector: Sector,
    pub(crate) usage: HeadUse,
    /// Whether it is a part of a people and no state's: "the Kenyan diaspora".
    pub(crate) is_ethnic: bool,
}

/// All head nouns and titles.
#[derive(Debug, Clone, Default)]
pub(crate) struct Heads {
    /// By the words in lower case.
    heads: BTreeMap<String, Head>,
    /// The first words of heads, with how many words the longest of them has.
    first: BTreeMap<String, usize>,
    /// Heads that mean the same as another one.
    same_as: BTreeMap<String, String>,
    /// Adjectives of regions, their tokens with spaces between.
    regions: BTreeSet<String>,
    titles: BTreeSet<String>,
}

impl Heads {
    /// Adds the head nouns of a file; of two files that have one, the later one tells what it is.
    pub(super) fn read_heads(&mut self, file: &str, content: &str) -> Result<(), LexiconError> {
        let mut seen = BTreeSet::new();
        let rows = rows(file, content, &["head", "kind", "sector", "use", "same_as", "example"])?;
        for row in &rows {
            let head = row.required("head")?;
            row.once(&mut seen, &["head"])?;
            row.shows(head)?;
            let kind = row.parse_required("kind")?;
            let sector = row.parse_required("sector")?;
            let usage = match row.cell("use") {
                "owned" | "ethnic" => HeadUse::Owned,
                "free" => HeadUse::Free,
                "self" => HeadUse::Itself,
                "office" => HeadUse::Office,
                other => {
                    return Err(
                        row.error(format!("`use` is owned, free, self, office or ethnic, not `{other}`"))
                    );
                }
            };
            let is_ethnic = row.cell("use") == "ethnic";
            let tokens = tokens_of(head);
            self.heads.insert(tokens.clone(), Head { kind, sector, usage, is_ethnic });
            match row.cell("same_as") {
                "" => self.same_as.remove(&tokens),
                same => self.same_as.insert(tokens.clone(), tokens_of(same)),
            };
            let words = tokens.split(' ').count();
            if let Some(first) = tokens.split(' ').next() {
                let longest = self.first.entry(first.to_owned()).or_default();
                *longest = (*longest).max(words);
            }
        }
        // It may stand behind the row that means it.
        let is_unknown = |same: &str| !same.is_empty() && !self.heads.contains_key(&tokens_of(same));
        match rows.iter().find(|row| is_unknown(row.cell("same_as"))) {
            Some(row) => Err(row.error(format!("column `same_as`: no head `{}`", row.cell("same_as")))),
            None => Ok(()),
        }
    }

    /// Adds the adjectives of regions of a file.
    pub(super) fn read_regions(&mut self, file: &str, content: &str) -> Result<(), LexiconError> {
        let mut seen = BTreeSet::new();
        for row in rows(file, content, &["adjective", "example"])? {
            let adjective = row.required("adjective")?;
            row.once(&mut seen, &["adjective"])?;
            row.shows(&adjective.to_lowercase())?;
            self.regions.insert(tokens_of(adjective));
        }
        Ok(())
    }

    /// Adds the titles of a file.
    pub(super) fn read_titles(&mut self, file: &str, content: &str) -> Result<(), LexiconError> {
        for row in rows(file, content, &["title", "gender", "example"])? {
            let title = row.required("title")?;
            row.shows(&title.to_lowercase())?;
            self.titles.insert(title.to_owned());
        }
        Ok(())
    }

    /// The longest head whose words these are the first ones of, in lower case, with how many words it has.
    pub(crate) fn longest(&self, words: &[String]) -> Option<(Head, usize)> {
        let most = *self.first.get(words.first()?)?;
        (1..=most.min(words.len())).rev().find_map(|count| {
            let head = self.heads.get(&words[..count].join(" "))?;
            Some((*head, count))
        })
    }

    /// How many of the last words are the adjective of a region; the longest one's.
    pub(crate) fn region(&self, words: &[&str]) -> Option<usize> {
        (1..=words.len().min(REGION_WORDS))
            .rev()
            .find(|count| self.regions.contains(&words[words.len() - count..].join(" ")))
    }

    /// The head that means the same and stands for all of them: "armed forces" for "troops".
    pub(crate) fn canonical<'a>(&'a self, head: &'a str) -> &'a str {
        self.same_as.get(head).map_or(head, String::as_str)
    }

    /// Whether a word is a form of address or a rank, with or without its full stop.
    pub(crate) fn is_title(&self, word: &str) -> bool {
        self.titles.contains(word.trim_end_matches('.'))
    }
}

/// The most tokens of the adjective of a region: "sub - Saharan African".
pub(crate) const REGION_WORDS: usize = 4;

/// The tokens of a head, with spaces between them: a hyphen is a token of its own.
fn tokens_of(head: &str) -> String {
    head.replace('-', " - ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Words;

    #[test]
    fn the_longest_head_is_taken() {
        let heads = Words::embedded().unwrap().heads;
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(heads.longest(&words("ministry of defence said")).unwrap().1, 3);
        assert_eq!(heads.longest(&words("armed forces")).unwrap().0.kind, ActorKind::ArmedForce);
        assert!(heads.longest(&words("treaty of peace")).is_none());
        assert_eq!(heads.canonical("defense ministry"), "ministry of defence");
        assert!(heads.same_as.values().all(|head| heads.heads.contains_key(head)));
        assert!(heads.is_title("Gen.") && heads.is_title("Mr") && !heads.is_title("Table"));
    }

    #[test]
    fn a_bad_row_is_named() {
        let mut heads = Heads::default();
        let error = heads.read_heads(
            "actors/heads.tsv",
            "head\tkind\tsector\tuse\tsame_as\texample\narmy\tarmed_force\tMIL\tmine\t\tthe army\n",
        );
        assert_eq!(
            error.unwrap_err().to_string(),
            "actors/heads.tsv:2: `use` is owned, free, self, office or ethnic, not `mine`"
        );
        let error = heads.read_heads(
            "x.tsv",
            "head\tkind\tsector\tuse\tsame_as\texample\narmy\tarmed_force\tMIL\towned\tlevy\tthe army\n",
        );
        assert_eq!(error.unwrap_err().to_string(), "x.tsv:2: column `same_as`: no head `levy`");
    }
}
