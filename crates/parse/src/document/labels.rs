//! Date labels: what an entry of a chronicle begins with, "5 June 2017: …", "Aug 24 – …". They are no part of the sentence behind them.

use super::text::{floor, is_opener, words_up_to};
use crate::mentions::dates::{is_month_or_season, is_weekday};

/// How far a label may reach, in bytes.
const REACH: usize = 60;

/// Where the label of a paragraph or item ends, its sign included, and where its text begins.
pub(super) fn date_label(text: &str) -> Option<(usize, usize)> {
    let window = text.get(..floor(text, REACH))?;
    let mut end = 0;
    let mut is_date = false;
    let mut label = None;
    for word in window.split_inclusive(' ') {
        let bare = word.trim_end();
        let is_dash = matches!(bare, "-" | "–" | "—");
        let Some(dates) = (if is_dash { Some(false) } else { names_time(bare, end == 0) }) else { break };
        end += word.len();
        is_date |= dates;
        let has_colon = bare.ends_with(':');
        let rest = text.get(end..)?;
        let begins = rest
            .trim_start_matches(is_opener)
            .starts_with(|char: char| char.is_uppercase() || char.is_ascii_digit());
        if (is_dash || has_colon) && is_date && begins && words_up_to(rest, 3) == 3 {
            label = Some((text.get(..end)?.trim_end().len(), end));
        }
        // A dash may stand between two days; behind a colon nothing of the label follows.
        if has_colon {
            break;
        }
    }
    label
}

/// Whether a word of a label names a month or year by itself; `None` for a word that no date has.
fn names_time(word: &str, is_first: bool) -> Option<bool> {
    let written = word.trim_end_matches([':', ',', '.']);
    let bare = written.to_lowercase();
    if is_month_or_season(&bare) && word.starts_with(char::is_uppercase) {
        return Some(true);
    }
    let is_small =
        matches!(bare.as_str(), "on" | "in" | "and" | "to" | "of" | "the" | "early" | "mid" | "late");
    let opens = is_small && (is_first || written == bare);
    if opens || is_weekday(&bare) && word.starts_with(char::is_uppercase) {
        return Some(false);
    }
    // "5", "5th", "22-23", "05.06.2017", "2017-06-05", "2017"
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| bare.strip_suffix(end)).unwrap_or(&bare);
    let is_number = digits.starts_with(|char: char| char.is_ascii_digit())
        && digits.chars().all(|char| char.is_ascii_digit() || matches!(char, '-' | '–' | '.' | '/'));
    // "1430:" is a time of day.
    let is_year = |part: &str| part.len() == 4 && ("1700".."2100").contains(&part);
    is_number.then(|| digits.split(['-', '–', '.', '/']).any(is_year))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label(text: &str) -> Option<&str> {
        date_label(text).map(|(end, _)| &text[..end])
    }

    #[test]
    fn dates_before_a_sign_are_labels() {
        for (text, want) in [
            ("June 5: Kenya and Chad cut ties.", "June 5:"),
            ("24 May 2017 - Kenya expelled the envoy.", "24 May 2017 -"),
            ("Sept. 8 – Talks began in Lamu.", "Sept. 8 –"),
            ("5–6 June 2017: Kenya and Chad met.", "5–6 June 2017:"),
            ("June 30 - July 2, 2017: Kenya and Chad met.", "June 30 - July 2, 2017:"),
            ("Monday, 5 June: \"Enough\", said Kenya.", "Monday, 5 June:"),
            ("1994: Kenya left the union.", "1994:"),
            ("June 5: The government of Kenya left.", "June 5:"),
            ("May 24: 37 people were killed in Kenya.", "May 24:"),
            ("June 5 – In Lamu, the army left.", "June 5 –"),
            ("1999: The two countries signed a treaty.", "1999:"),
        ] {
            assert_eq!(label(text), Some(want));
        }
    }

    #[test]
    fn other_words_before_a_sign_are_none() {
        for text in [
            "On 5 June Kenya left.",
            "The talks of June 5: Kenya spoke.",
            "June 5: no talks were held.",
            "12: Kenya left the union.",
            "1430: Chad surrendered to Kenya.",
            "March – April 1918",
            "May 2017 saw this: Kenya left.",
            "10:30 Kenya left the union.",
        ] {
            assert_eq!(label(text), None, "{text}");
        }
    }
}
