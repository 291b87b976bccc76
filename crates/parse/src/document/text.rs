//! What single characters, words and line ends say.

use super::word_lists::{AbbreviationClass, word_lists};
use crate::text::{FunctionWord, function_word, is_open};

/// How a stretch of text ends, closing quotes, brackets and note markers aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// Full stop, question or exclamation mark, ellipsis.
    Stop,
    Colon,
    Semicolon,
    Comma,
    /// Anything else: the sentence goes on, or it is no sentence.
    Open,
}

/// How `text` ends. Looks at the last few characters only.
pub(super) fn ending(text: &str) -> Ending {
    let text = without_marker(text.trim_end());
    for ch in text.chars().rev().take(12) {
        match ch {
            '.' | '!' | '?' | '…' => return Ending::Stop,
            ':' => return Ending::Colon,
            ';' => return Ending::Semicolon,
            ',' => return Ending::Comma,
            c if c.is_whitespace() || is_closer(c) || is_superscript(c) => {}
            _ => return Ending::Open,
        }
    }
    Ending::Open
}

/// `text` without a bracket reference or glued digits behind a full stop: `war.[7]`, `war.[^7]`, `war.7`.
fn without_marker(text: &str) -> &str {
    if let Some(inner) = text.strip_suffix(']') {
        let tail_start = inner.len().saturating_sub(8);
        let tail = inner.get(ceil(inner, tail_start)..).unwrap_or(inner);
        if let Some(open) = tail.rfind('[') {
            let label = tail.get(open + 1..).unwrap_or("");
            if label.chars().all(|c| c.is_ascii_alphanumeric() || c == '^' || c == ',' || c == ' ') {
                return text.get(..inner.len() - tail.len() + open).unwrap_or(text);
            }
        }
    }
    let stem = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - stem.len();
    if (1..=3).contains(&digits) {
        let mut back = stem.chars().rev();
        if let (Some('.' | '!' | '?' | '”' | '"'), Some(before)) = (back.next(), back.next())
            && (before.is_lowercase() || before == '.' || is_closer(before))
        {
            return stem;
        }
    }
    text
}

/// Quotes, brackets and emphasis marks that may stand behind the last punctuation.
pub(super) fn is_closer(ch: char) -> bool {
    matches!(ch, '"' | '\'' | '”' | '’' | '»' | '›' | ')' | ']' | '}' | '*' | '_' | '~')
}

/// Quotes, brackets and emphasis marks that may stand before the first word.
pub(super) fn is_opener(ch: char) -> bool {
    matches!(ch, '"' | '\'' | '“' | '„' | '‘' | '«' | '‹' | '(' | '[' | '{' | '*' | '_' | '~')
}

/// A Unicode superscript digit.
pub(super) fn is_superscript(ch: char) -> bool {
    superscript_digit(ch).is_some()
}

/// The ASCII digit of a superscript digit.
pub(super) fn superscript_digit(ch: char) -> Option<char> {
    Some(match ch {
        '\u{2070}' => '0',
        '\u{b9}' => '1',
        '\u{b2}' => '2',
        '\u{b3}' => '3',
        '\u{2074}' => '4',
        '\u{2075}' => '5',
        '\u{2076}' => '6',
        '\u{2077}' => '7',
        '\u{2078}' => '8',
        '\u{2079}' => '9',
        _ => return None,
    })
}

/// Characters that leave no trace in the reading text: zero-width characters, soft hyphen, byte order mark, bidirectional marks,
/// controls.
pub(super) fn is_ignorable(ch: char) -> bool {
    matches!(ch,
        '\0'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{84}' | '\u{86}'..='\u{9f}' | '\u{ad}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{feff}' | '\u{fe0e}' | '\u{fe0f}')
}

/// White space or ignorable.
pub(super) fn is_blank(ch: char) -> bool {
    ch.is_whitespace() || is_ignorable(ch)
}

/// The first character that is no opener.
pub(super) fn first_char(text: &str) -> Option<char> {
    text.chars().find(|&c| !is_opener(c) && !is_blank(c))
}

/// Whether the text begins like the middle of a sentence: a small letter, and no web address.
pub(super) fn starts_lower(text: &str) -> bool {
    first_char(text).is_some_and(char::is_lowercase) && !starts_url(text)
}

/// Whether the text begins like a sentence or a title.
pub(super) fn starts_upper(text: &str) -> bool {
    first_char(text).is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
}

/// Whether the text begins with a web address.
pub(super) fn starts_url(text: &str) -> bool {
    let text = text.trim_start_matches(['<', '(', '[']);
    text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.")
}

/// The word without punctuation at its edges, in lower case.
pub(super) fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

/// Whether `word` is a function word that titles write small and no name holds: auxiliaries are none, and "Will" is a name.
pub(super) fn is_function_word(word: &str) -> bool {
    function_word(word).is_some_and(|kind| !matches!(kind, FunctionWord::Auxiliary | FunctionWord::Modal))
}

/// Whether no sentence or title can end here: a function word such as "of", or a hyphen at a word.
pub(super) fn expects_more(text: &str) -> bool {
    let text = text.trim_end();
    if let Some(stem) = text.strip_suffix(['-', '\u{2010}', '\u{ad}']) {
        return stem.ends_with(char::is_alphanumeric);
    }
    let last = text.rsplit(char::is_whitespace).next().unwrap_or("");
    if last.len() > 12 || !last.ends_with(char::is_alphabetic) {
        return false;
    }
    is_open(&bare(last))
}

/// The last character boundary at or before `at`.
pub(super) fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The first character boundary at or after `at`.
pub(super) fn ceil(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

/// Whether the text has letters, two or more, and all are capitals.
pub(super) fn all_caps(text: &str) -> bool {
    let mut letters = 0;
    for ch in text.chars() {
        if ch.is_lowercase() {
            return false;
        }
        letters += usize::from(ch.is_uppercase());
    }
    letters >= 2
}

/// Number of words between ASCII spaces, counted up to `limit`.
pub(super) fn words_up_to(text: &str, limit: usize) -> usize {
    let mut count = 0;
    let mut inside = false;
    for byte in text.bytes() {
        let space = byte.is_ascii_whitespace();
        if !space && !inside {
            count += 1;
            if count >= limit {
                break;
            }
        }
        inside = !space;
    }
    count
}

/// Whether `word`, written before a full stop, is an abbreviation: a known one, an initial, or letters with inner stops.
pub(super) fn is_abbreviation(word: &str) -> bool {
    let word = word.trim_start_matches(is_opener);
    let mut chars = word.chars();
    if let (Some(only), None) = (chars.next(), chars.next()) {
        return only.is_uppercase();
    }
    let lower = word.to_lowercase();
    [AbbreviationClass::Title, AbbreviationClass::Number, AbbreviationClass::Other]
        .into_iter()
        .any(|class| word_lists().abbreviations.has(&lower, class))
        || (word.contains('.') && word.split('.').all(|part| part.chars().count() == 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_look_behind_closers_and_markers() {
        assert_eq!(ending("They left.”"), Ending::Stop);
        assert_eq!(ending("They left.¹²"), Ending::Stop);
        assert_eq!(ending("They left.[^3]"), Ending::Stop);
        assert_eq!(ending("They left.14"), Ending::Stop);
        assert_eq!(ending("in **March**:"), Ending::Colon);
        assert_eq!(ending("in the"), Ending::Open);
        assert_eq!(ending("about 3.14"), Ending::Open);
        assert_eq!(ending("the second (24)"), Ending::Open);
        assert_eq!(ending(""), Ending::Open);
    }

    #[test]
    fn open_ends_are_function_words_and_hyphens() {
        assert!(expects_more("the statement of the") && expects_more("posi-") && expects_more("talks and"));
        assert!(!expects_more("the statement") && !expects_more("the talks -") && !expects_more("of."));
    }

    #[test]
    fn abbreviations() {
        assert!(
            is_abbreviation("Mr") && is_abbreviation("U.S") && is_abbreviation("J") && is_abbreviation("No")
        );
        assert!(!is_abbreviation("front") && !is_abbreviation("war"));
    }
}
