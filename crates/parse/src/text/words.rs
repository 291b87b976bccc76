//! Function words, from `data/text/function_words.tsv`: what a splitter of words knows of grammar without a parser.

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

/// What a word does if it is a function word, in any case.
pub(crate) fn function_word(word: &str) -> Option<FunctionWord> {
    if word.len() > 12 {
        return None;
    }
    WORDS.get(word).copied().or_else(|| {
        // Most words are in lower case already; the others are worth a copy.
        word.bytes().any(|byte| byte.is_ascii_uppercase()).then(|| WORDS.get(word.to_ascii_lowercase().as_str()).copied())?
    })
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
