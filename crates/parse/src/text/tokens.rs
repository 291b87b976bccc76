//! Words, numbers and signs.

use std::ops::Range;

/// A word, a number or a sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    // Texts are shorter than 4 GiB, and tokens are many: half the size of a range of `usize`.
    start: u32,
    end: u32,
    pub(crate) kind: TokenKind,
    /// Whether white space stands before it; false for the first token of a block.
    pub(crate) spaced: bool,
}

impl Token {
    fn new(range: Range<usize>, kind: TokenKind, spaced: bool) -> Self {
        let position = |at| u32::try_from(at).unwrap_or(u32::MAX);
        Self { start: position(range.start), end: position(range.end), kind, spaced }
    }

    /// Where it stands in the reading text.
    pub(crate) const fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// Letters, and an apostrophe between or before letters: "Senate", "'s".
    Word,
    /// Digits, with points and commas between digits: "12", "1,500", "3.5", "13.11.2023".
    Number,
    /// Letters and digits: "19th", "1990s", "G20".
    Mixed,
    /// One other character.
    Sign,
}

fn is_apostrophe(char: char) -> bool {
    matches!(char, '\'' | '’' | 'ʼ')
}

/// Takes a word apart. `spaced` tells whether white space stands before it. A possessive "'s" is a token of its own.
pub(super) fn split(reading: &str, word: Range<usize>, spaced: bool, tokens: &mut Vec<Token>) {
    let Some(text) = reading.get(word.clone()) else { return };
    let before = |at: usize| reading.get(..word.start + at).unwrap_or_default();
    let mut chars = text.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        let mut end = start + first.len_utf8();
        let mut kind = TokenKind::Sign;
        if first.is_alphanumeric() || is_apostrophe(first) && is_possessive(&text[end..], before(start)) {
            let mut letters = !first.is_numeric();
            let mut digits = first.is_numeric();
            while let Some(&(at, next)) = chars.peek() {
                let behind = &text[at + next.len_utf8()..];
                let joins = next.is_alphanumeric()
                    || digits && !letters && matches!(next, '.' | ',') && starts_with_digit(behind)
                    || letters
                        && is_apostrophe(next)
                        && !is_possessive(behind, before(at))
                        && behind.starts_with(char::is_alphabetic);
                if !joins {
                    break;
                }
                letters |= next.is_alphabetic();
                digits |= next.is_numeric();
                end = at + next.len_utf8();
                chars.next();
            }
            kind = match (letters, digits) {
                (true, true) => TokenKind::Mixed,
                (false, true) => TokenKind::Number,
                _ => TokenKind::Word,
            };
        }
        tokens.push(Token::new(word.start + start..word.start + end, kind, spaced && start == 0));
    }
}

/// The tokens of a few words, such as a name in a knowledge file.
pub(crate) fn plain_words(words: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut start = 0;
    for word in words.split(' ') {
        split(words, start..start + word.len(), true, &mut tokens);
        start += word.len() + 1;
    }
    tokens.iter().filter_map(|token| words.get(token.range())).map(str::to_owned).collect()
}

fn starts_with_digit(text: &str) -> bool {
    text.starts_with(|char: char| char.is_ascii_digit())
}

/// Whether what follows an apostrophe is the "s" of a possessive, and what comes before is a word.
fn is_possessive(after: &str, before: &str) -> bool {
    let mut after = after.chars();
    before.ends_with(char::is_alphanumeric)
        && matches!(after.next(), Some('s' | 'S'))
        && !after.next().is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        for sentence in verbale_syntax::Splitter::english().unwrap().split(text) {
            sentence.into_iter().for_each(|word| split(text, word, true, &mut tokens));
        }
        tokens.into_iter().map(|token| &text[token.range()]).collect()
    }

    #[test]
    fn numbers_keep_their_points_and_commas() {
        assert_eq!(words("Over 1,500 men, 3.5 km."), ["Over", "1,500", "men", ",", "3.5", "km", "."]);
        assert_eq!(words("on 13.11.2023, the 19th"), ["on", "13.11.2023", ",", "the", "19th"]);
    }

    #[test]
    fn possessives_are_split_and_names_kept() {
        assert_eq!(words("Kenya's and O'Neill’s"), ["Kenya", "'s", "and", "O'Neill", "’s"]);
        assert_eq!(words("the states' own"), ["the", "states", "'", "own"]);
    }

    #[test]
    fn hyphens_and_dashes_stand_alone() {
        assert_eq!(
            words("19-20 May — a 26-year truce"),
            ["19", "-", "20", "May", "—", "a", "26", "-", "year", "truce"]
        );
    }
}
