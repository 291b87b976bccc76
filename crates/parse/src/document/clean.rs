//! Characters of a line as the reading text has them: spaces collapsed, ligatures and look-alike letters replaced.

use super::reading::Reading;
use super::text::is_ignorable;
use super::word_lists::{CharacterClass, word_lists};

/// Characters that need a look: everything else is copied in runs.
const PLAIN: u8 = 0;
const SPACE: u8 = 1;
const LOOK: u8 = 2;

const fn byte_classes() -> [u8; 256] {
    let mut table = [PLAIN; 256];
    let mut i = 0;
    while i < 0x20 {
        table[i] = LOOK;
        i += 1;
    }
    table[b' ' as usize] = SPACE;
    table[b'\t' as usize] = SPACE;
    table[0x7f] = LOOK;
    table[b'&' as usize] = LOOK;
    let mut lead = 0xc2;
    while lead <= 0xd4 {
        // Latin-1 and Latin Extended-A letters, C3 to C5, are plain.
        if lead == 0xc2 || lead >= 0xcd {
            table[lead] = LOOK;
        }
        lead += 1;
    }
    table[0xe1] = LOOK;
    table[0xe2] = LOOK;
    table[0xe3] = LOOK;
    table[0xef] = LOOK;
    table
}

const CLASSES: [u8; 256] = byte_classes();

/// Appends a line: runs of white space become one space; ignorable characters go; ligatures, character references and look-alike
/// letters are replaced.
pub(super) fn push_clean(out: &mut Reading, text: &str, start: usize) {
    let bytes = text.as_bytes();
    let mut run = 0;
    let mut at = 0;
    let mut word = Word { end: 0, latin: false };
    while let Some(&byte) = bytes.get(at) {
        let class = CLASSES.get(usize::from(byte)).copied().unwrap_or(PLAIN);
        if class == PLAIN {
            at += 1;
            continue;
        }
        if class == SPACE
            && byte == b' '
            && bytes.get(at + 1).is_some_and(|b| CLASSES.get(usize::from(*b)).copied() == Some(PLAIN))
            && at > run
        {
            at += 1;
            continue;
        }
        let rest = text.get(at..).unwrap_or("");
        let Some(ch) = rest.chars().next() else { break };
        let change = change(text, rest, at, ch, &mut word);
        if matches!(change, Change::None) {
            at += ch.len_utf8();
            continue;
        }
        out.push_exact(text.get(run..at).unwrap_or(""), start + run);
        let len = match change {
            Change::Space => {
                let len = rest.len()
                    - rest.trim_start_matches(|c: char| c.is_whitespace() || is_ignorable(c)).len();
                if !out.text().ends_with(' ') && out.len() > 0 {
                    out.push_atom(" ", start + at..start + at + len);
                }
                len
            }
            Change::Drop => ch.len_utf8(),
            Change::Replace(with, len) => {
                out.push_atom(with, start + at..start + at + len);
                len
            }
            Change::None => ch.len_utf8(),
        };
        at += len;
        run = at;
    }
    out.push_exact(text.get(run..).unwrap_or(""), start + run);
}

enum Change {
    None,
    Space,
    Drop,
    Replace(&'static str, usize),
}

fn change(text: &str, rest: &str, at: usize, ch: char, word: &mut Word) -> Change {
    if ch.is_whitespace() {
        return Change::Space;
    }
    if is_ignorable(ch) {
        return Change::Drop;
    }
    if ch == '&' {
        return reference(rest);
    }
    match word_lists().characters.get(&ch) {
        Some((CharacterClass::Ligature, with)) => Change::Replace(with, ch.len_utf8()),
        Some((CharacterClass::Lookalike, with)) => {
            if at >= word.end {
                *word = Word::around(text, at);
            }
            if word.latin { Change::Replace(with, ch.len_utf8()) } else { Change::None }
        }
        None => Change::None,
    }
}

/// `&amp;` and its like.
fn reference(rest: &str) -> Change {
    let known = [
        ("&amp;", "&"),
        ("&quot;", "\""),
        ("&apos;", "'"),
        ("&#39;", "'"),
        ("&lt;", "‹"),
        ("&gt;", "›"),
        ("&nbsp;", " "),
        ("&ndash;", "–"),
        ("&mdash;", "—"),
    ];
    known
        .iter()
        .find(|(name, _)| rest.starts_with(name))
        .map_or(Change::None, |(name, with)| Change::Replace(with, name.len()))
}

/// A word with a letter that may be a look-alike.
struct Word {
    end: usize,
    /// Whether it is Latin but for look-alikes: more Latin letters than others, each of the others like a Latin one.
    latin: bool,
}

impl Word {
    /// The word around byte `at`; of what stands before `at`, the last letters only.
    fn around(text: &str, at: usize) -> Self {
        let letter = |c: &char| c.is_alphabetic();
        let rest = text.get(at..).unwrap_or("");
        let (mut latin, mut other, mut foreign, mut end) = (0_usize, 0_usize, false, at);
        let before = text.get(..at).unwrap_or("").chars().rev().take(24).take_while(letter);
        for (i, ch) in before.map(|c| (0, c)).chain(rest.char_indices().take_while(|(_, c)| letter(c))) {
            end = end.max(at + i + ch.len_utf8());
            match ch {
                '\u{370}'..='\u{52f}' if word_lists().characters.contains_key(&ch) => other += 1,
                '\u{370}'..='\u{52f}' => foreign = true,
                _ => latin += 1,
            }
        }
        Self { end, latin: latin > other && !foreign }
    }
}

#[cfg(test)]
mod tests {
    use super::super::join::joined;

    #[test]
    fn characters_are_cleaned() {
        assert_eq!(joined("of\u{fb01}cial\u{a0} \ttalks\u{200b} &amp; more"), "official talks & more");
        assert_eq!(joined("the Afri\u{441}an Union"), "the African Union");
        assert_eq!(joined("\u{41c}\u{438}\u{440} means peace"), "\u{41c}\u{438}\u{440} means peace");
    }
}
