//! Words that relate events, and nouns that take up one told before.

use std::collections::{BTreeMap, BTreeSet};

use verbale_core::{EventKind, RelationKind};

use super::super::LexiconError;
use super::super::table::{Row, rows};

/// How words relate two events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SignalPart {
    /// "after the attack"
    Preposition,
    /// "after they attacked"
    Conjunction,
    /// "the attack led to protests"
    Verb,
    /// "answered the attack with air strikes"
    Answer,
    /// "In response, they left": it points to the sentence before.
    Adverb,
}

/// Words that relate two events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Signal {
    /// All of them, in order.
    pub(crate) words: Vec<String>,
    pub(crate) part: SignalPart,
    pub(crate) relation: RelationKind,
    /// Whether the event inside of the phrase, or the object of the verb, has the relation to the other one.
    pub(crate) from_inside: bool,
    /// What the event inside must be; empty for any.
    pub(crate) kinds: Vec<EventKind>,
}

/// All of these words.
#[derive(Debug, Clone, Default)]
pub(crate) struct RelationWords {
    /// By the word that the tree hangs the others on: the first of a verb, the last of the other parts. The longest first.
    signals: BTreeMap<String, Vec<Signal>>,
    recalls: BTreeMap<String, Vec<EventKind>>,
    others: BTreeSet<String>,
}

impl RelationWords {
    /// The signals of a preposition or conjunction as written, or of a verb in base form.
    pub(crate) fn signals(&self, word: &str) -> &[Signal] {
        self.signals.get(word).map_or(&[], Vec::as_slice)
    }

    /// The kinds of the events that a noun may take up, the likeliest first.
    pub(crate) fn recalls(&self, noun: &str) -> &[EventKind] {
        self.recalls.get(noun).map_or(&[], Vec::as_slice)
    }

    /// Whether an adjective says that it is another event: "a new attack".
    pub(crate) fn is_other(&self, adjective: &str) -> bool {
        self.others.contains(adjective)
    }

    pub(super) fn read(&mut self) -> Result<(), LexiconError> {
        self.read_signals("events/relations.tsv", include_str!("../../../data/events/relations.tsv"))?;
        self.read_recalls("events/recalls.tsv", include_str!("../../../data/events/recalls.tsv"))?;
        self.signals
            .values_mut()
            .for_each(|signals| signals.sort_by_key(|signal| std::cmp::Reverse(signal.words.len())));
        Ok(())
    }

    fn read_signals(&mut self, file: &str, content: &str) -> Result<(), LexiconError> {
        for row in rows(file, content, &["words", "part", "relation", "from", "kinds", "example"])? {
            row.required("example")?;
            let part = match row.cell("part") {
                "preposition" => SignalPart::Preposition,
                "conjunction" => SignalPart::Conjunction,
                "verb" => SignalPart::Verb,
                "answer" => SignalPart::Answer,
                "adverb" => SignalPart::Adverb,
                other => {
                    let message =
                        format!("`part` is preposition, conjunction, verb, answer or adverb, not `{other}`");
                    return Err(row.error(message));
                }
            };
            let from_inside = match row.cell("from") {
                "inside" | "object" => true,
                "outside" | "subject" => false,
                other => {
                    let message = format!("`from` is inside, outside, subject or object, not `{other}`");
                    return Err(row.error(message));
                }
            };
            let words: Vec<String> = row.required("words")?.split(' ').map(str::to_owned).collect();
            let key = match part {
                SignalPart::Verb | SignalPart::Answer => words.first(),
                SignalPart::Preposition | SignalPart::Conjunction | SignalPart::Adverb => words.last(),
            };
            let key = key.cloned().unwrap_or_default();
            let relation = row.parse_required("relation")?;
            let signal = Signal { words, part, relation, from_inside, kinds: kinds(&row)? };
            self.signals.entry(key).or_default().push(signal);
        }
        Ok(())
    }

    fn read_recalls(&mut self, file: &str, content: &str) -> Result<(), LexiconError> {
        for row in rows(file, content, &["word", "part", "kinds", "example"])? {
            let word = row.required("word")?;
            row.shows(word)?;
            let is_new = match row.cell("part") {
                "noun" => self.recalls.insert(word.to_owned(), kinds(&row)?).is_none(),
                "other" => self.others.insert(word.to_owned()),
                other => return Err(row.error(format!("`part` is noun or other, not `{other}`"))),
            };
            if !is_new {
                return Err(row.error(format!("`{word}` stands twice")));
            }
        }
        Ok(())
    }
}

fn kinds(row: &Row<'_>) -> Result<Vec<EventKind>, LexiconError> {
    let kind = |kind: &str| kind.parse().map_err(|error| row.error(format!("column `kinds`: {error}")));
    row.list("kinds").map(kind).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_row_is_named() {
        let mut words = RelationWords::default();
        let header = "words\tpart\trelation\tfrom\tkinds\texample\n";
        let mut error =
            |row: &str| words.read_signals("x.tsv", &format!("{header}{row}\n")).unwrap_err().to_string();
        assert_eq!(
            error("after\tprefix\tprecedes\tinside\t\tafter it"),
            "x.tsv:2: `part` is preposition, conjunction, verb, answer or adverb, not `prefix`"
        );
        assert_eq!(
            error("after\tpreposition\tprecedes\tit\t\tafter it"),
            "x.tsv:2: `from` is inside, outside, subject or object, not `it`"
        );
    }
}
