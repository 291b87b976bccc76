//! American spellings of British words, from `data/text/spelling.tsv`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::lexicon::LexiconError;
use crate::lexicon::table::rows;

const FILE: &str = "text/spelling.tsv";

static WORDS: LazyLock<BTreeMap<&'static str, &'static str>> = LazyLock::new(|| {
    // A malformed row is a failing test below, not a failing program.
    read(include_str!("../../data/text/spelling.tsv")).unwrap_or_default()
});

fn read(content: &str) -> Result<BTreeMap<&str, &str>, LexiconError> {
    let mut words = BTreeMap::new();
    for row in rows(FILE, content, &["british", "american", "example"])? {
        let british = row.required("british")?;
        row.shows(british)?;
        if words.insert(british, row.required("american")?).is_some() {
            return Err(row.error(format!("`{british}` stands twice")));
        }
    }
    Ok(words)
}

/// The American spelling of a British word in lower case.
pub(crate) fn american(word: &str) -> Option<&'static str> {
    WORDS.get(word).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_can_be_read() {
        assert!(read(include_str!("../../data/text/spelling.tsv")).unwrap().len() > 600);
        assert_eq!(american("apologise"), Some("apologize"));
        assert_eq!(american("advise"), None);
    }
}
