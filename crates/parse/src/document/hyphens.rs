//! Line-end hyphens: which of them belong to the word. The document itself is asked first, then the word lists.

use std::collections::BTreeMap;

use super::draft::Draft;
use super::text::{all_caps, is_ignorable};
use super::word_lists::word_lists;

/// How often the words occur that a line-end hyphen could make: joined or hyphenated.
#[derive(Debug, Default)]
pub(super) struct Vocabulary(BTreeMap<String, u32>);

impl Vocabulary {
    /// Counts the words in question in all drafts. A document without line-end hyphens is not read.
    pub(super) fn of(source: &str, drafts: &[Draft]) -> Self {
        let mut counts = BTreeMap::new();
        // For each first byte, one bit a length: almost every other word is told apart by it.
        let mut shapes = [0_u64; 256];
        for draft in drafts {
            for pair in draft.pieces.windows(2) {
                let [left, right] = pair else { continue };
                let (left, right) =
                    (source.get(left.clone()).unwrap_or(""), source.get(right.clone()).unwrap_or(""));
                if let Some((left, right)) = broken_word(left, right) {
                    for form in [format!("{left}{right}"), format!("{left}-{right}")] {
                        if let Some(shape) = shapes.get_mut(first_byte(&form)) {
                            *shape |= length_bit(&form);
                        }
                        counts.insert(form.to_lowercase(), 0);
                    }
                }
            }
        }
        if counts.is_empty() {
            return Self::default();
        }
        let mut lower = String::new();
        for piece in drafts.iter().flat_map(|d| &d.pieces) {
            for word in words(source.get(piece.clone()).unwrap_or("")) {
                if shapes.get(first_byte(word)).is_none_or(|shape| shape & length_bit(word) == 0) {
                    continue;
                }
                lower.clear();
                lower.push_str(word);
                if word.is_ascii() {
                    lower.make_ascii_lowercase();
                } else {
                    lower = lower.to_lowercase();
                }
                if let Some(count) = counts.get_mut(lower.as_str()) {
                    *count += 1;
                }
            }
        }
        Self(counts)
    }

    fn count(&self, word: &str) -> u32 {
        self.0.get(&word.to_lowercase()).copied().unwrap_or(0)
    }

    /// Whether the hyphen between the two parts of a broken word belongs to the word.
    pub(super) fn keeps_hyphen(&self, left: &str, right: &str) -> bool {
        let joined = self.count(&format!("{left}{right}"));
        let hyphenated = self.count(&format!("{left}-{right}"));
        if joined != hyphenated {
            return hyphenated > joined;
        }
        let capital = right.starts_with(char::is_uppercase);
        if left.ends_with(|c: char| c.is_ascii_digit()) || right.starts_with(|c: char| c.is_ascii_digit()) {
            return true;
        }
        if capital {
            return !(all_caps(left) && all_caps(right));
        }
        if all_caps(left) {
            return true;
        }
        let lists = word_lists();
        let part = left.rsplit('-').next().unwrap_or(left);
        let (part, right) = (part.to_lowercase(), right.to_lowercase());
        if left.contains('-')
            && part.len() <= 3
            && matches!(part.as_str(), "to" | "by" | "the" | "and" | "of" | "in" | "for" | "up")
        {
            return true;
        }
        let by_rule =
            lists.hyphen_left.get(part.as_str()).is_some_and(|rules| rules.iter().any(|r| r.keeps(&right)));
        let by_tail = part.chars().count() >= 3
            && !lists.hyphen_bound.contains(part.as_str())
            && lists.hyphen_tail.contains(right.as_str());
        let by_name = left.starts_with(char::is_uppercase) && lists.hyphen_proper.contains(right.as_str());
        by_rule || by_tail || by_name
    }
}

/// The first byte of a word, ASCII letters in lower case.
fn first_byte(word: &str) -> usize {
    usize::from(word.bytes().next().unwrap_or(0).to_ascii_lowercase())
}

/// A bit for the length of a word; all long ones share the last.
fn length_bit(word: &str) -> u64 {
    1 << word.len().min(63)
}

/// The words of a text, hyphens included. Letters beyond ASCII are taken for parts of words, punctuation beyond ASCII for gaps.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
    let mut at = 0;
    std::iter::from_fn(move || {
        let bytes = text.as_bytes();
        while bytes.get(at).is_some_and(|b| !plain(*b) && b.is_ascii()) {
            at += 1;
        }
        let start = at;
        loop {
            match bytes.get(at) {
                Some(b) if plain(*b) => at += 1,
                Some(b) if !b.is_ascii() => {
                    let ch = text.get(at..).and_then(|t| t.chars().next()).filter(|c| c.is_alphanumeric());
                    match ch {
                        Some(ch) => at += ch.len_utf8(),
                        // A quotation mark or a dash.
                        None => break,
                    }
                }
                _ => break,
            }
        }
        let word = text.get(start..at);
        if at < bytes.len() && start == at {
            at += text.get(at..).and_then(|t| t.chars().next()).map_or(1, char::len_utf8);
        }
        (start < bytes.len()).then_some(word.unwrap_or(""))
    })
}

/// The two parts of a word that a hyphen breaks between two lines.
pub(super) fn broken_word<'a>(left: &'a str, right: &'a str) -> Option<(&'a str, &'a str)> {
    let stem = left.strip_suffix(['-', '\u{2010}'])?;
    let from = stem
        .char_indices()
        .rev()
        .find(|(_, c)| !(c.is_alphanumeric() || *c == '-'))
        .map_or(0, |(i, c)| i + c.len_utf8());
    let part = stem.get(from..).filter(|p| p.ends_with(char::is_alphanumeric))?;
    let right = right.trim_start_matches(is_ignorable);
    let len = right.find(|c: char| !c.is_alphanumeric()).unwrap_or(right.len());
    (len > 0 && part.len() <= 60 && len <= 60).then_some((part, right.get(..len)?))
}

#[cfg(test)]
mod tests {
    use super::super::join::joined;
    use super::*;

    #[test]
    fn broken_words_are_joined() {
        for (text, want) in [
            ("posi-\ntion", "position"),
            ("nego-\ntiators", "negotiators"),
            ("with-\nheld", "withheld"),
            ("pro-\nvided", "provided"),
            ("GOVERN-\nMENT", "GOVERNMENT"),
            ("soft\u{ad}\nened", "softened"),
            ("none-\ntheless", "nonetheless"),
            ("control-\nled", "controlled"),
            ("dis-\narmed", "disarmed"),
        ] {
            assert_eq!(joined(text), want);
        }
    }

    #[test]
    fn real_hyphens_stay() {
        for text in [
            "East-\nWest",
            "self-\ndetermination",
            "26-\nyear",
            "pro-\nRussian",
            "non-\nlethal",
            "face-to-\nface",
            "UN-\nbacked",
            "two-\nthirds",
            "Saudi-\nled",
            "co-\nchair",
            "long-\nterm",
        ] {
            assert_eq!(joined(text), text.replace('\n', ""));
        }
    }

    #[test]
    fn the_document_decides() {
        assert_eq!(joined("a cease-fire and a cease-\nfire"), "a cease-fire and a cease-fire");
        assert_eq!(joined("a ceasefire and a cease-\nfire"), "a ceasefire and a ceasefire");
        assert_eq!(
            joined("the co-chairing state, a co-chair-\ning state"),
            "the co-chairing state, a co-chairing state"
        );
    }

    #[test]
    fn words_are_cut_at_punctuation() {
        let found: Vec<&str> = words("“Éire’s” co-chairs—two, 3rd").filter(|w| !w.is_empty()).collect();
        assert_eq!(found, ["Éire", "s", "co-chairs", "two", "3rd"]);
    }
}
