//! What the heads, titles and cells of tables mean, from `events/columns.tsv`.

use std::collections::BTreeMap;
use std::fmt;

use verbale_core::{Role, Status};

use super::LexiconError;
use super::frames::Frame;
use super::table::{Row, rows};

/// What a cell is to the event of its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// Who takes part.
    Role(Role),
    /// Who orders, and receives what is delivered.
    Buyer,
    /// A country: it acts where it signs or sends, and hosts or is the scene elsewhere.
    Land,
    /// When.
    Date,
    /// Where.
    Place,
    /// What is moved.
    Item,
    /// How many of it.
    Count,
    /// For how much.
    Money,
    /// The dead.
    Killed,
    /// The wounded.
    Injured,
    /// The document.
    Document,
    /// How it was voted on.
    Vote,
    /// A word for the kind of event.
    Kind,
    /// A word for what came of it.
    Outcome,
    /// Words of its own.
    Text,
}

impl fmt::Display for Meaning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Role(role) => role.fmt(f),
            other => f.write_str(&format!("{other:?}").to_lowercase()),
        }
    }
}

/// What a word says of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Says {
    /// The frame, by its place in the lexicon.
    pub(crate) frame: Option<usize>,
    pub(crate) status: Option<Status>,
}

/// Words of tables, in lower case and singular.
#[derive(Debug, Clone, Default)]
pub(crate) struct ColumnWords {
    heads: BTreeMap<String, (Meaning, Says)>,
    titles: BTreeMap<String, Says>,
    outcomes: BTreeMap<String, Says>,
}

impl ColumnWords {
    /// The embedded ones; their frames are found among `frames`.
    pub(super) fn embedded(frames: &[Frame]) -> Result<Self, LexiconError> {
        Self::read("events/columns.tsv", include_str!("../../data/events/columns.tsv"), frames)
    }

    fn read(file: &str, content: &str, frames: &[Frame]) -> Result<Self, LexiconError> {
        let mut found = Self::default();
        for row in rows(file, content, &["words", "part", "meaning", "frame", "status", "example"])? {
            row.required("words")?;
            row.required("example")?;
            let says = Says { frame: frame(&row, frames)?, status: row.parse("status")? };
            for words in row.list("words").map(str::to_owned) {
                let twice = match row.cell("part") {
                    "head" => found.heads.insert(words, (meaning(&row)?, says)).is_some(),
                    "title" => found.titles.insert(words, says).is_some(),
                    "outcome" => found.outcomes.insert(words, says).is_some(),
                    other => {
                        return Err(row.error(format!("`part` is head, title or outcome, not `{other}`")));
                    }
                };
                if twice {
                    return Err(row.error("one of the words stands twice".into()));
                }
            }
        }
        Ok(found)
    }

    /// What the head of a column means: its words, what stands before "of", else the longest words that it ends with.
    pub(crate) fn head(&self, head: &str) -> Option<(Meaning, Says)> {
        let words = plain(head);
        let before = words.iter().position(|word| word == "of").map_or(&words[..], |of| &words[..of]);
        let endings = (0..before.len()).map(|first| &before[first..]);
        std::iter::once(&words[..]).chain(endings).find_map(|words| lookup(&self.heads, words)).copied()
    }

    /// What the title of a table, or a word for the kind of event, names first, and whether one of its words says what came of it:
    /// "planned visits".
    pub(crate) fn title(&self, title: &str) -> Option<Says> {
        let words = plain(title);
        let longest_at = |first: usize| {
            (first + 1..=words.len().min(first + PHRASE))
                .rev()
                .find_map(|end| lookup(&self.titles, &words[first..end]))
        };
        let named = (0..words.len()).find_map(longest_at)?;
        let status = |word: &String| self.outcomes.get(word)?.status;
        Some(Says { frame: named.frame, status: words.iter().find_map(status) })
    }

    /// What a whole cell says about what came of it.
    pub(crate) fn outcome(&self, cell: &str) -> Option<Says> {
        lookup(&self.outcomes, &plain(cell)).copied()
    }
}

/// How many words a phrase of a title has at most.
const PHRASE: usize = 3;

fn frame(row: &Row<'_>, frames: &[Frame]) -> Result<Option<usize>, LexiconError> {
    let rule = row.cell("frame");
    let found = frames.iter().position(|frame| frame.rule == rule);
    match found {
        None if !rule.is_empty() => Err(row.error(format!("there is no frame `{rule}`"))),
        found => Ok(found),
    }
}

fn meaning(row: &Row<'_>) -> Result<Meaning, LexiconError> {
    Ok(match row.required("meaning")? {
        "buyer" => Meaning::Buyer,
        "land" => Meaning::Land,
        "date" => Meaning::Date,
        "place" => Meaning::Place,
        "item" => Meaning::Item,
        "count" => Meaning::Count,
        "money" => Meaning::Money,
        "killed" => Meaning::Killed,
        "injured" => Meaning::Injured,
        "document" => Meaning::Document,
        "vote" => Meaning::Vote,
        "kind" => Meaning::Kind,
        "outcome" => Meaning::Outcome,
        "text" => Meaning::Text,
        _ => Meaning::Role(row.parse_required("meaning")?),
    })
}

/// Words in lower case without what stands in brackets and without punctuation; "supplier(s)" is one word.
fn plain(words: &str) -> Vec<String> {
    let before = words.split(" (").next().unwrap_or("").replace("(s)", "");
    let parts = before.split(|char: char| !(char.is_alphanumeric() || matches!(char, '-' | '\'' | '’')));
    parts.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// The entry of some words, or of their singular.
fn lookup<'m, T>(known: &'m BTreeMap<String, T>, words: &[String]) -> Option<&'m T> {
    let phrase = words.join(" ");
    known.get(&phrase).or_else(|| singulars(&phrase).find_map(|words| known.get(&words)))
}

/// What a word in the plural may be in the singular.
pub(crate) fn singulars(word: &str) -> impl Iterator<Item = String> {
    let y = word.strip_suffix("ies").map(|stem| format!("{stem}y"));
    let es = word.strip_suffix("es").map(str::to_owned);
    let s = word.strip_suffix('s').map(str::to_owned);
    [y, s, es].into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use verbale_core::EventKind;

    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn heads_are_found_by_their_last_words() {
        let lexicon = Lexicon::embedded().unwrap();
        let meaning = |head| lexicon.columns.head(head).map(|(meaning, _)| meaning);
        assert_eq!(meaning("Main supplier(s)"), Some(Meaning::Role(Role::Supplier)));
        assert_eq!(meaning("Value (US$ million)"), Some(Meaning::Money));
        assert_eq!(meaning("Number of soldiers"), Some(Meaning::Count));
        assert_eq!(meaning("Date of signature"), Some(Meaning::Date));
        assert_eq!(meaning("Rainfall"), None);
    }

    #[test]
    fn titles_name_the_first_kind() {
        let lexicon = Lexicon::embedded().unwrap();
        let kind = |title| Some(lexicon.frames[lexicon.columns.title(title)?.frame?].kind);
        assert_eq!(kind("Peace treaties after the ceasefire"), Some(EventKind::Signature));
        assert_eq!(kind("Ships and crews"), None);
    }

    #[test]
    fn a_bad_row_is_named() {
        let rows = "words\tpart\tmeaning\tframe\tstatus\texample\nsold\thead\tdate\tarms/none\t\t| Sold |\n";
        let error = ColumnWords::read("x.tsv", rows, &[]).unwrap_err().to_string();
        assert_eq!(error, "x.tsv:2: there is no frame `arms/none`");
    }
}
