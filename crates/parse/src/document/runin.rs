//! Run-in headings: the first words of a paragraph that name its subject and are no sentence.

use super::text::{all_caps, bare, floor, is_abbreviation, is_closer, words_up_to};
use super::word_lists::{FiniteClass, word_lists};
use crate::text::{FunctionWord, function_word};

/// Words of a run-in heading at most.
const WORDS: usize = 14;

/// Words that begin a remark rather than a heading.
const REMARKS: &[&str] = &[
    "not", "no", "yes", "then", "but", "and", "so", "or", "still", "yet", "perhaps", "maybe", "hence", "it",
    "he", "she", "they", "we", "i", "you", "there", "that", "this", "nor", "indeed", "again", "never",
    "enough", "moreover", "however",
];

/// Bytes of a run-in heading that is set in bold (`bold_end` is where the first bold stretch ends): bold words that end in a full
/// stop, colon or dash, and are no sentence.
pub(super) fn bold(text: &str, bold_end: usize) -> Option<usize> {
    let head = text.get(..bold_end)?.trim_end();
    let rest = text.get(bold_end..)?;
    if words_up_to(head, 11) > 10 || words_up_to(rest, 3) < 3 {
        return None;
    }
    let inside = head.ends_with(['.', ':', '?', '—', '–']);
    let mark = rest.trim_start().chars().next();
    let outside = mark.is_some_and(|c| matches!(c, ':' | '.' | '—' | '–'));
    if !(inside || outside) || has_finite_verb(head) || starts_as_remark(head) {
        return None;
    }
    let end = if inside {
        head.len()
    } else {
        bold_end + (rest.len() - rest.trim_start().len()) + mark.map_or(0, char::len_utf8)
    };
    let follows = text.get(end..)?.trim_start();
    let upper =
        follows.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
    // A lower-case word after a colon still begins the text; after a full stop it goes on with the sentence.
    (upper || text.get(..end)?.ends_with([':', '—', '–'])).then_some(end)
}

/// Bytes of an unmarked run-in heading, its full stop included.
pub(super) fn plain(text: &str) -> Option<usize> {
    let end = first_stop(text)?;
    let head = text.get(..end)?;
    let words = words_up_to(head, WORDS + 1);
    let rest = text.get(end..)?;
    let body = rest.trim_start_matches([' ', '—', '–']);
    let spaced = body.len() < rest.len();
    if words > WORDS
        || !spaced
        || words_up_to(body, 5) < 5
        || !head.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
    {
        return None;
    }
    let upper = body
        .trim_start_matches(super::text::is_opener)
        .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let words_fit = !head.contains(['!', '?', ';', '"', '“', '('])
        && (words <= 10 || head.contains(':'))
        && head.chars().any(char::is_lowercase)
        || all_caps(head);
    (upper && words_fit && !has_finite_verb(head) && !starts_as_remark(head)).then_some(end)
}

/// Where the first sentence ends, within the reach of a heading.
fn first_stop(text: &str) -> Option<usize> {
    let window = text.get(..floor(text, 140))?;
    let mut from = 0;
    while let Some(found) = window.get(from..).and_then(|t| t.find('.')) {
        let at = from + found;
        let next = window.get(at + 1..).and_then(|t| t.chars().next());
        let word = window.get(..at)?.rsplit(char::is_whitespace).next().unwrap_or("");
        if next == Some(' ') || next == Some('—') || next == Some('–') {
            return (!is_abbreviation(word)).then_some(at + 1);
        }
        if next.is_some_and(is_closer) {
            return None;
        }
        from = at + 1;
    }
    None
}

fn starts_as_remark(head: &str) -> bool {
    let first = bare(head.split_whitespace().next().unwrap_or(""));
    REMARKS.contains(&first.as_str())
}

/// Whether a short text has a finite verb in its main clause. A verb behind "that", "what", "who" belongs to a clause of its own.
pub(super) fn has_finite_verb(text: &str) -> bool {
    let words: Vec<String> = text.split_whitespace().map(bare).filter(|w| !w.is_empty()).collect();
    let raw: Vec<&str> = text.split_whitespace().filter(|w| w.chars().any(char::is_alphanumeric)).collect();
    let mut in_clause = false;
    let mut clause_verb = false;
    for (i, word) in words.iter().enumerate() {
        if matches!(
            word.as_str(),
            "that" | "which" | "who" | "whom" | "what" | "how" | "why" | "where" | "whose" | "when"
        ) {
            in_clause = true;
            clause_verb = false;
            continue;
        }
        let class = word_lists().finite.get(word.as_str()).copied();
        let month = word == "may" && raw.get(i).is_some_and(|w| w.starts_with(char::is_uppercase));
        let verb = (class.is_some() && !month && !after_determiner(&words, i)) || acts(&words, &raw, i);
        if !verb {
            continue;
        }
        if in_clause {
            let group = i > 0
                && words.get(i - 1).is_some_and(|w| {
                    word_lists().finite.contains_key(w.as_str()) || matches!(w.as_str(), "and" | "or" | "not")
                });
            if clause_verb && !group && class == Some(FiniteClass::Auxiliary) {
                return true;
            }
            clause_verb = true;
            continue;
        }
        return true;
    }
    false
}

/// After a determiner or a preposition a verb form is a noun or a participle: "the spread", "of lost".
fn after_determiner(words: &[String], i: usize) -> bool {
    let Some(before) = i.checked_sub(1).and_then(|b| words.get(b)) else { return true };
    matches!(function_word(before), Some(FunctionWord::Determiner | FunctionWord::Preposition))
}

/// Regular verbs by their surroundings: "-ed" behind a noun and not before "by"; "-s" behind a name or noun and before a
/// determiner.
fn acts(words: &[String], raw: &[&str], i: usize) -> bool {
    let Some(word) = words.get(i) else { return false };
    let capital = i > 0 && raw.get(i).is_some_and(|w| w.starts_with(char::is_uppercase));
    if i == 0 || capital {
        return false;
    }
    let before = words.get(i - 1).map_or("", String::as_str);
    let after = words.get(i + 1).map_or("", String::as_str);
    let modifies = matches!(
        function_word(before),
        Some(FunctionWord::Determiner | FunctionWord::Preposition | FunctionWord::Conjunction)
    ) || (before.ends_with("ly") && i < 2);
    if word.ends_with("ed")
        && word.len() > 4
        && !matches!(
            word.as_str(),
            "united"
                | "armed"
                | "hundred"
                | "indeed"
                | "alleged"
                | "so-called"
                | "unresolved"
                | "disputed"
                | "occupied"
        )
    {
        let possessive = raw.get(i - 1).is_some_and(|w| w.ends_with("'s") || w.ends_with("’s"));
        return !modifies && !possessive && !matches!(after, "by" | "in" | "at") && !word.contains('-');
    }
    let determiner = function_word(after) == Some(FunctionWord::Determiner);
    word.ends_with('s') && !word.ends_with("ss") && word.len() > 3 && determiner && !modifies
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(text: &str) -> Option<&str> {
        plain(text).map(|end| &text[..end])
    }

    #[test]
    fn phrases_are_headings() {
        for (text, want) in [
            ("The northern front. In March the two armies met again at the river.", "The northern front."),
            (
                "Outcome: what the talks changed. Overall, the agenda grew in both capitals.",
                "Outcome: what the talks changed.",
            ),
            ("Norway. Norway is one of the states that hosted the talks.", "Norway."),
            (
                "Trade: the ports that grew or shrank in those years. It is too early to say.",
                "Trade: the ports that grew or shrank in those years.",
            ),
            (
                "Fish, gas and the sea border. For years both fleets met there.",
                "Fish, gas and the sea border.",
            ),
        ] {
            assert_eq!(head(text), Some(want));
        }
    }

    #[test]
    fn sentences_are_not() {
        for text in [
            "The government resigned. In March a new cabinet took office there.",
            "Talks were held. In March the envoys came back to the capital.",
            "Peru signed. In March the others followed suit without any delay.",
            "Mr. Haddad went to the capital and met the president there.",
            "Not so. The army stayed where it was for the whole of spring.",
            "The U.S. Congress debated the bill for three days in the spring.",
            "Kenya hosts the talks. In March the envoys came back to Nairobi.",
            "The incident also showed Peru's resolve. In March the others followed suit.",
            "He left. In March the others followed suit without delay.",
        ] {
            assert_eq!(head(text), None, "{text}");
        }
    }

    #[test]
    fn bold_lead_ins() {
        assert_eq!(bold("Background. The talks began in May.", 11), Some(11));
        assert_eq!(bold("Background: the talks began in May.", 10), Some(11));
        assert_eq!(bold("On 3 May, the talks began again.", 8), None);
        assert_eq!(bold("Talks are over. The talks ended.", 15), None);
    }
}
