//! Text from a document or a record, made fit for one line of a terminal.

use std::borrow::Cow;

/// The text with every control character written as an escape, so that one message stays one line, and words from a file
/// cannot steer the terminal.
pub(crate) fn escaped(text: &str) -> Cow<'_, str> {
    if !text.contains(char::is_control) {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if c.is_control() { plain.extend(c.escape_default()) } else { plain.push(c) }
    }
    Cow::Owned(plain)
}

/// The words of the text, one space between them; control characters count as space.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_do_not_reach_the_terminal() {
        assert_eq!(escaped("Élysée"), "Élysée");
        assert_eq!(escaped("red\u{1b}[31m\nnext"), "red\\u{1b}[31m\\nnext");
        assert_eq!(one_line("  The\r\n  Hague\u{1b} \t talks "), "The Hague talks");
    }
}
