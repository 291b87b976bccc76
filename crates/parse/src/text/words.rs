//! Function words, from `data/text/function_words.tsv`: what a splitter of words knows of grammar without a parser.

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
}

const FILE: &str = "text/function_words.tsv";

static WORDS: LazyLock<BTreeMap<&'static str, FunctionWord>> = LazyLock::new(|| {
    // A malformed row is a failing test below, not a failing program.
    read(include_str!("../../data/text/function_words.tsv")).unwrap_or_default()
});

fn read(content: &str) -> Result<BTreeMap<&str, FunctionWord>, LexiconError> {
    let mut words = BTreeMap::new();
    for row in rows(FILE, content, &["word", "kind"])? {
        let kind = match row.cell("kind") {
            "determiner" => FunctionWord::Determiner,
            "preposition" => FunctionWord::Preposition,
            "conjunction" => FunctionWord::Conjunction,
            "pronoun" => FunctionWord::Pronoun,
            "auxiliary" => FunctionWord::Auxiliary,
            "modal" => FunctionWord::Modal,
            "negation" => FunctionWord::Negation,
            other => return Err(row.error(format!("no kind `{other}`"))),
        };
        words.insert(row.required("word")?, kind);
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

/// What a word does if it is a function word, in any case.
pub(crate) fn function_word(word: &str) -> Option<FunctionWord> {
    // No function word is longer.
    if word.len() > 12 { None } else { WORDS.get(lower(word).as_ref()).copied() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_can_be_read() {
        assert!(read(include_str!("../../data/text/function_words.tsv")).unwrap().len() > 80);
        assert_eq!(function_word("The"), Some(FunctionWord::Determiner));
        assert_eq!(function_word("treaty"), None);
    }
}
