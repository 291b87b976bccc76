//! Documents of diplomacy: resolutions, statements, treaties, contracts.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use verbale_core::InstrumentKind;

use crate::document::BlockKind;
use crate::lexicon::LexiconError;
use crate::lexicon::table::rows;
use crate::text::{Text, TokenKind, lower};

/// Words that name a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct InstrumentMention {
    pub(crate) range: Range<usize>,
    pub(crate) kind: InstrumentKind,
    pub(crate) number: Option<String>,
    /// Where its numbers stand: "822, 853 and 874" behind "Resolutions".
    pub(crate) number_range: Option<Range<usize>>,
}

const FILE: &str = "instruments/words.tsv";

static WORDS: LazyLock<BTreeMap<String, InstrumentKind>> = LazyLock::new(|| {
    // A malformed row is a failing test below, not a failing program.
    read(include_str!("../../data/instruments/words.tsv")).unwrap_or_default()
});

fn read(content: &str) -> Result<BTreeMap<String, InstrumentKind>, LexiconError> {
    let mut words = BTreeMap::new();
    for row in rows(FILE, content, &["words", "kind", "example"])? {
        let kind = row.parse("kind")?.ok_or_else(|| row.error("column `kind` must not be empty".into()))?;
        let phrase = row.required("words")?;
        if !row.cell("example").to_lowercase().contains(phrase) {
            return Err(row.error("the example must contain the words".into()));
        }
        words.insert(phrase.to_owned(), kind);
    }
    Ok(words)
}

/// Finds the documents that a text names, in order.
pub(crate) fn find(text: &Text<'_>) -> Vec<InstrumentMention> {
    let mut mentions = Vec::new();
    for (_, kind, tokens) in text.blocks() {
        if matches!(kind, BlockKind::Masthead | BlockKind::Note) {
            continue;
        }
        let mut at = tokens.start;
        while at < tokens.end {
            match instrument(text, at, tokens.end) {
                Some((mention, next)) => {
                    mentions.push(mention);
                    at = next;
                }
                None => at += 1,
            }
        }
    }
    mentions
}

/// The longest words that name a document at a token.
fn instrument(text: &Text<'_>, at: usize, end: usize) -> Option<(InstrumentMention, usize)> {
    if text.tokens().get(at)?.kind != TokenKind::Word {
        return None;
    }
    let mut found = None;
    let mut phrase = String::new();
    for next in at..end.min(at + 3) {
        let word = lower(text.word(next));
        if next > at && !word.starts_with(['\'', '’']) {
            phrase.push(' ');
        }
        phrase.push_str(&word);
        if let Some(kind) = WORDS.get(&phrase).or_else(|| WORDS.get(&singular(&phrase)?)) {
            found = Some((*kind, next + 1));
        }
        // Most words begin none of the phrases.
        let begins =
            WORDS.range(phrase.clone()..).next().is_some_and(|(known, _)| known.starts_with(&phrase));
        if !begins {
            break;
        }
    }
    let (kind, next) = found?;
    let start = text.tokens()[at].range().start;
    let (number, number_range, next) = match numbers(text, next, end) {
        Some((number, range, behind)) => (Some(number), Some(range), behind),
        None => (None, None, next),
    };
    let range = start..text.tokens()[next - 1].range().end;
    Some((InstrumentMention { range, kind, number, number_range }, next))
}

fn singular(phrase: &str) -> Option<String> {
    match phrase.strip_suffix("ies") {
        Some(stem) => Some(format!("{stem}y")),
        None => phrase.strip_suffix('s').map(str::to_owned),
    }
}

/// "No. 822", "822", "822, 853, 874 and 884": the first number, where all of them stand, and the position behind them.
fn numbers(text: &Text<'_>, at: usize, end: usize) -> Option<(String, Range<usize>, usize)> {
    let mut next = at;
    if matches!(text.word(next), "No" | "Nos" | "no" | "nos" | "№") {
        next += 1;
        next += usize::from(text.word(next) == ".");
    }
    let is_number =
        |at: usize| at < end && text.tokens()[at].kind == TokenKind::Number && !text.word(at).contains(',');
    if !is_number(next) {
        return None;
    }
    let number = text.word(next).to_owned();
    let start = text.tokens()[next].range().start;
    let mut last = next;
    loop {
        let behind = last + 1;
        let link = match text.word(behind) {
            "," if text.word(behind + 1) == "and" => 2,
            "," | "and" => 1,
            _ => break,
        };
        // "Resolution 242, 5 members abstaining": another resolution has about as many digits.
        if !is_number(behind + link) || text.word(behind + link).len() + 1 < number.len() {
            break;
        }
        last = behind + link;
    }
    Some((number, start..text.tokens()[last].range().end, last + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn instruments(source: &str) -> Vec<String> {
        let layout = crate::document::read(source);
        let text = Text::of_layout(&layout);
        let show = |found: InstrumentMention| {
            let number = found.number.map(|number| format!(" no. {number}")).unwrap_or_default();
            format!("{} = {}{number}", text.slice(&found.range), found.kind)
        };
        find(&text).into_iter().map(show).collect()
    }

    #[test]
    fn the_file_can_be_read() {
        assert!(read(include_str!("../../data/instruments/words.tsv")).unwrap().len() > 40);
    }

    #[test]
    fn the_longest_words_win() {
        let source = "They tabled a draft resolution and later two press statements on the peace treaty.";
        let expected = [
            "draft resolution = draft_resolution",
            "press statements = press_statement",
            "peace treaty = treaty",
        ];
        assert_eq!(instruments(source), expected);
    }

    #[test]
    fn numbers_belong_to_their_instrument() {
        assert_eq!(
            instruments("Resolution No. 242 was recalled."),
            ["Resolution No. 242 = resolution no. 242"]
        );
        assert_eq!(
            instruments("Resolutions 242, 338 and 425 were recalled by 5 members."),
            ["Resolutions 242, 338 and 425 = resolution no. 242"]
        );
    }
}
