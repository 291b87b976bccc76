//! The lines of a block become one text.

use std::ops::Range;

use super::clean::push_clean;
use super::hyphens::{Vocabulary, broken_word};
use super::reading::Reading;

/// Joins the pieces of a draft.
pub(super) fn join(source: &str, pieces: &[Range<usize>], vocabulary: &Vocabulary) -> Reading {
    let mut out = Reading::default();
    let mut above = "";
    for piece in pieces {
        let text = source.get(piece.clone()).unwrap_or("");
        if out.len() > 0 {
            seam(&mut out, above, text, piece.start, vocabulary);
        }
        push_clean(&mut out, text, piece.start);
        above = text;
    }
    out
}

/// What stands between two lines: nothing, or a space.
fn seam(out: &mut Reading, above: &str, text: &str, start: usize, vocabulary: &Vocabulary) {
    if above.ends_with('\u{ad}') {
        return;
    }
    if let Some((left, right)) = broken_word(above, text) {
        let url = last_word(above).contains("://") || last_word(above).contains('@');
        if !url && !vocabulary.keeps_hyphen(left, right) {
            let _ = out.pop_if('-').or_else(|| out.pop_if('\u{2010}'));
        }
        return;
    }
    let end = out.source_end();
    let dash = above.strip_suffix(['—', '–', '/']).is_some_and(|stem| stem.ends_with(char::is_alphanumeric));
    let dash_ahead = text.strip_prefix('—').is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    if dash || dash_ahead || broken_address(above, text) {
        return;
    }
    if !out.text().ends_with(' ') {
        out.push_atom(" ", end..start);
    }
}

fn last_word(text: &str) -> &str {
    text.rsplit(char::is_whitespace).next().unwrap_or("")
}

/// Whether a web address goes on in the next line.
fn broken_address(above: &str, text: &str) -> bool {
    let last = last_word(above);
    let address = last.contains("://") || last.starts_with("www.") || last.starts_with("<http");
    if !address || last.ends_with('>') {
        return false;
    }
    let next = text.split_whitespace().next().unwrap_or("");
    let like = next.contains(['/', '=', '_', '&', '%'])
        || next.ends_with(['>', '.']) && next.contains('-')
        || next.bytes().any(|b| b.is_ascii_digit())
        || next.contains(".htm");
    (last.ends_with(['/', '_', '=', '?', '&', '%', '-', '.'])
        && like
        && !next.starts_with(char::is_uppercase))
        || (last.starts_with('<') && next.contains('>'))
}

/// A text of lines joined, for the tests of what the joining uses.
#[cfg(test)]
pub(super) fn joined(text: &str) -> String {
    let mut start = 0;
    let mut pieces = Vec::new();
    for line in text.split('\n') {
        pieces.push(start..start + line.len());
        start += line.len() + 1;
    }
    let Some(line) = super::lines::split(text).into_iter().next() else { return String::new() };
    let mut draft = super::draft::Draft::new(super::BlockKind::Paragraph, &line, 0);
    draft.pieces.clone_from(&pieces);
    let vocabulary = Vocabulary::of(text, &[draft]);
    join(text, &pieces, &vocabulary).text().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_and_addresses() {
        assert_eq!(joined("two states—\nnamely"), "two states—namely");
        assert_eq!(joined("they – \nagain –\nleft"), "they – again – left");
        assert_eq!(
            joined("at https://example.org/a/\nb-c/d.html now"),
            "at https://example.org/a/b-c/d.html now"
        );
    }
}
