//! The words of numbers and measures, from `data/quantities/numbers.tsv`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use verbale_core::Bound;

use crate::lexicon::LexiconError;
use crate::lexicon::table::rows;
use crate::text::lower;

/// What a word does in a quantity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NumberWord {
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

const FILE: &str = "quantities/numbers.tsv";

/// Words by the phrase in lower case.
type Words = BTreeMap<String, Vec<NumberWord>>;

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // A malformed row is a failing test below, not a failing program.
    read(include_str!("../../../data/quantities/numbers.tsv")).unwrap_or_default()
});

fn read(content: &str) -> Result<Words, LexiconError> {
    let mut words = Words::new();
    for row in rows(FILE, content, &["word", "kind", "value", "example"])? {
        let number =
            || row.parse::<u64>("value")?.ok_or_else(|| row.error("column `value` must be a number".into()));
        let text = || row.required("value").map(str::to_owned);
        let meaning = match row.cell("kind") {
            "unit" => NumberWord::Unit(number()?),
            "ten" => NumberWord::Ten(number()?),
            "times" => NumberWord::Times(number()?),
            "bound" => NumberWord::Bound(
                row.parse("value")?.ok_or_else(|| row.error("a bound needs a value".into()))?,
            ),
            "currency" => NumberWord::Currency(text()?),
            "period" => NumberWord::Period(text()?),
            "name" => NumberWord::Name,
            "plural" => NumberWord::Plural(text()?),
            "change" => NumberWord::Change,
            "particle" => NumberWord::Particle,
            other => return Err(row.error(format!("no kind `{other}`"))),
        };
        let word = row.required("word")?;
        if !row.cell("example").to_lowercase().contains(word) {
            return Err(row.error("the example must contain the word".into()));
        }
        words.entry(word.to_owned()).or_default().push(meaning);
    }
    Ok(words)
}

/// The words that a number in words may begin with.
pub(crate) fn number_words() -> impl Iterator<Item = &'static str> {
    let is_number = |meaning: &NumberWord| {
        matches!(meaning, NumberWord::Unit(_) | NumberWord::Ten(_) | NumberWord::Times(_))
    };
    WORDS.iter().filter(move |(_, meanings)| meanings.iter().any(is_number)).map(|(word, _)| word.as_str())
}

/// What a word or phrase may do in a quantity.
pub(super) fn meanings(phrase: &str) -> &'static [NumberWord] {
    // No phrase of the file is longer.
    if phrase.len() > 24 { &[] } else { WORDS.get(lower(phrase).as_ref()).map_or(&[], Vec::as_slice) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_can_be_read() {
        assert!(read(include_str!("../../../data/quantities/numbers.tsv")).unwrap().len() > 150);
    }

    #[test]
    fn a_bad_row_is_named() {
        let error = read("word\tkind\tvalue\texample\nsome\tbound\tmany\tsome men\n").unwrap_err();
        assert!(
            error.to_string().starts_with("quantities/numbers.tsv:2: column `value`: `many` is not one of"),
            "{error}"
        );
    }
}
