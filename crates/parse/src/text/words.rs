//! Function words, from `data/text/function_words.tsv`: what this crate knows of grammar without a parser.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::lexicon::LexiconError;
use crate::lexicon::table::rows;

/// What a function word does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FunctionWord {
    Determiner,
    Preposition,
    Conjunction,
    Pronoun,
    Auxiliary,
    Modal,
    Negation,
    Adverb,
}

/// A row of the file.
#[derive(Debug, Clone, Copy)]
struct Entry {
    kind: FunctionWord,
    /// Whether a text cannot end after the word.
    open: bool,
}

const FILE: &str = "text/function_words.tsv";

static WORDS: LazyLock<BTreeMap<&'static str, Entry>> = LazyLock::new(|| {
    // A malformed row is a failing test below, not a failing program.
    read(include_str!("../../data/text/function_words.tsv")).unwrap_or_default()
});

fn read(content: &str) -> Result<BTreeMap<&str, Entry>, LexiconError> {
    let mut words = BTreeMap::new();
    for row in rows(FILE, content, &["word", "kind", "open", "example"])? {
        let kind = match row.cell("kind") {
            "determiner" => FunctionWord::Determiner,
            "preposition" => FunctionWord::Preposition,
            "conjunction" => FunctionWord::Conjunction,
            "pronoun" => FunctionWord::Pronoun,
            "auxiliary" => FunctionWord::Auxiliary,
            "modal" => FunctionWord::Modal,
            "negation" => FunctionWord::Negation,
            "adverb" => FunctionWord::Adverb,
            other => return Err(row.error(format!("no kind `{other}`"))),
        };
        let open = match row.cell("open") {
            "yes" => true,
            "no" => false,
            other => return Err(row.error(format!("`open` is yes or no, not `{other}`"))),
        };
        let word = row.required("word")?;
        row.shows(word)?;
        if words.insert(word, Entry { kind, open }).is_some() {
            return Err(row.error(format!("`{word}` stands twice")));
        }
    }
    Ok(words)
}

/// A word in lower case, without a copy where it is so already.
pub(crate) fn lower(word: &str) -> Cow<'_, str> {
    if word.chars().all(|char| char.is_lowercase() || !char.is_alphabetic()) {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(word.to_lowercase())
    }
}

/// Whether no letter of a word is small: "UN", "U.S."
pub(crate) fn is_in_capitals(word: &str) -> bool {
    word.chars().filter(|char| char.is_alphabetic()).all(char::is_uppercase)
}

/// What a word does if it is a function word, in any case.
pub(crate) fn function_word(word: &str) -> Option<FunctionWord> {
    entry(word).map(|entry| entry.kind)
}

/// Whether a text cannot end after a word: "of", "whose".
pub(crate) fn is_open(word: &str) -> bool {
    entry(word).is_some_and(|entry| entry.open)
}

fn entry(word: &str) -> Option<Entry> {
    // No function word is longer.
    if word.len() > 12 { None } else { WORDS.get(lower(word).as_ref()).copied() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_can_be_read() {
        assert!(read(include_str!("../../data/text/function_words.tsv")).unwrap().len() > 100);
        assert_eq!(function_word("The"), Some(FunctionWord::Determiner));
        assert_eq!(function_word("treaty"), None);
        assert!(is_open("Of") && !is_open("there") && !is_open("was"));
    }
}
