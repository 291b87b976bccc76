//! The words of dates, from `data/dates/words.tsv`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use verbale_core::edtf::Season;

use crate::lexicon::LexiconError;
use crate::lexicon::table::rows;
use crate::text::lower;

/// What a word does in a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateWord {
    /// January is 1.
    Month(u32),
    Weekday,
    Season(Season),
    /// "nineteenth" is 19.
    Ordinal(u32),
    /// Before year 1.
    Bce,
    /// After it.
    Ce,
    /// "early", "mid", "late".
    Part,
    /// A word before a bare year.
    Marker(Marker),
    /// A word behind a number that makes it a count.
    Count,
}

/// How much a word before a number says about the number's being a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marker {
    /// It is one: "in 1954".
    Any,
    /// It is one unless a noun follows that it counts: "by 1960", but "by 1960 men".
    Bare,
    /// It is one if the number before is: "in 1899 and 1907".
    Series,
}

const FILE: &str = "dates/words.tsv";

static WORDS: LazyLock<BTreeMap<String, Vec<DateWord>>> = LazyLock::new(|| {
    // A malformed row is a failing test below, not a failing program.
    read(include_str!("../../../data/dates/words.tsv")).unwrap_or_default()
});

fn read(content: &str) -> Result<BTreeMap<String, Vec<DateWord>>, LexiconError> {
    let mut words: BTreeMap<String, Vec<DateWord>> = BTreeMap::new();
    for row in rows(FILE, content, &["word", "kind", "value", "example"])? {
        let number =
            || row.parse::<u32>("value")?.ok_or_else(|| row.error("column `value` must be a number".into()));
        let meaning = match (row.cell("kind"), row.cell("value")) {
            ("month", _) => DateWord::Month(number()?),
            ("ordinal", _) => DateWord::Ordinal(number()?),
            ("weekday", _) => DateWord::Weekday,
            ("season", "spring") => DateWord::Season(Season::Spring),
            ("season", "summer") => DateWord::Season(Season::Summer),
            ("season", "autumn") => DateWord::Season(Season::Autumn),
            ("season", "winter") => DateWord::Season(Season::Winter),
            ("era", "bce") => DateWord::Bce,
            ("era", "ce") => DateWord::Ce,
            ("part", _) => DateWord::Part,
            ("marker", "any") => DateWord::Marker(Marker::Any),
            ("marker", "bare") => DateWord::Marker(Marker::Bare),
            ("marker", "series") => DateWord::Marker(Marker::Series),
            ("count", _) => DateWord::Count,
            (kind, value) => return Err(row.error(format!("no kind `{kind}` with value `{value}`"))),
        };
        row.shows(row.required("word")?)?;
        words.entry(row.required("word")?.to_owned()).or_default().push(meaning);
    }
    Ok(words)
}

/// What a word may do in a date.
pub(super) fn meanings(word: &str) -> &'static [DateWord] {
    // No word of the file is longer; most words of a text are not looked up at all.
    if word.len() > 24 { &[] } else { WORDS.get(lower(word).as_ref()).map_or(&[], Vec::as_slice) }
}

/// The number of a month's name.
pub(super) fn month(word: &str) -> Option<u32> {
    // "may" and "march" are verbs; months begin with a capital, but not in French or Spanish.
    let lower = word.starts_with(char::is_lowercase);
    if lower && matches!(word, "may" | "march" | "mars" | "mar" | "sept" | "dec") {
        return None;
    }
    meanings(word)
        .iter()
        .find_map(|meaning| if let DateWord::Month(number) = meaning { Some(*number) } else { None })
}

/// Whether a word, in any case, is the name of a month or a season, in English or another language of the file.
pub(crate) fn is_month_or_season(word: &str) -> bool {
    meanings(word).iter().any(|meaning| matches!(meaning, DateWord::Month(_) | DateWord::Season(_)))
}

/// Whether a word, in any case, is the name of a day of the week.
pub(crate) fn is_weekday(word: &str) -> bool {
    meanings(word).contains(&DateWord::Weekday)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_can_be_read() {
        let words = read(include_str!("../../../data/dates/words.tsv")).unwrap();
        assert!(words.len() > 100);
    }

    #[test]
    fn a_bad_row_is_named() {
        let error = read("word\tkind\tvalue\texample\nmay\tmonht\t5\t8 May 1945\n").unwrap_err();
        assert_eq!(error.to_string(), "dates/words.tsv:2: no kind `monht` with value `5`");
    }
}
