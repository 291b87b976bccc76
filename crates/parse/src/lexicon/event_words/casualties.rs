//! Words for the dead, wounded, missing and captured, from `events/casualties.tsv`.

use std::collections::BTreeMap;

use super::Phrases;
use super::read::phrase;
use crate::lexicon::LexiconError;
use crate::lexicon::table::rows;

/// What became of somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Harm {
    Killed,
    Injured,
    Missing,
    Captured,
}

/// How a number stands beside such a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum CasualtyPart {
    /// "killed 12 people"
    Object,
    /// "12 people died"
    Subject,
    /// "left 12 dead"
    State,
    /// "12 deaths"
    Count,
    /// "the lives of 12 people"
    Of,
    /// "the death toll rose to 12"
    Toll,
}

/// All of them, by how the number stands beside them and by their first word in base form, the longest phrase first.
#[derive(Debug, Clone, Default)]
pub(crate) struct CasualtyWords(BTreeMap<(CasualtyPart, String), Phrases<Harm>>);

impl CasualtyWords {
    pub(super) fn read(file: &str, content: &str) -> Result<Self, LexiconError> {
        let mut words = Self::default();
        for row in rows(file, content, &["word", "part", "fate", "example"])? {
            row.required("example")?;
            let part = match row.cell("part") {
                "object" => CasualtyPart::Object,
                "subject" => CasualtyPart::Subject,
                "state" => CasualtyPart::State,
                "count" => CasualtyPart::Count,
                "of" => CasualtyPart::Of,
                "toll" => CasualtyPart::Toll,
                other => {
                    let message =
                        format!("`part` is object, subject, state, count, of or toll, not `{other}`");
                    return Err(row.error(message));
                }
            };
            let fate = match row.cell("fate") {
                "killed" => Harm::Killed,
                "injured" => Harm::Injured,
                "missing" => Harm::Missing,
                "captured" => Harm::Captured,
                other => {
                    let message = format!("`fate` is killed, injured, missing or captured, not `{other}`");
                    return Err(row.error(message));
                }
            };
            let (word, rest) = phrase(row.required("word")?);
            words.0.entry((part, word)).or_default().push((rest, fate));
        }
        words
            .0
            .values_mut()
            .for_each(|phrases| phrases.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len())));
        Ok(words)
    }

    /// What a word says of those whose number stands beside it so, with the further words that each meaning needs.
    pub(crate) fn harms(&self, part: CasualtyPart, word: &str) -> &[(Vec<String>, Harm)] {
        self.0.get(&(part, word.to_owned())).map_or(&[], Vec::as_slice)
    }
}
