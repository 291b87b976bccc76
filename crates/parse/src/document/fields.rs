//! Lines of a masthead, told apart by their words.

use std::ops::Range;

use super::text::{Ending, all_caps, bare, ending, is_function_word, is_superscript, words_up_to};
use super::word_lists::{HeadClass, Label, word_lists};
use crate::mentions::dates::{is_month_or_season, is_weekday};

/// What a line of the masthead is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Address,
    Genre,
    Date,
    Person,
    Organisation,
    /// A label and what it names: `Published: 3 May 2021`.
    Labelled(Label),
    Title,
    Unknown,
}

/// The text without emphasis marks at its edges.
pub(super) fn plain(text: &str) -> &str {
    text.trim_matches(|c: char| matches!(c, '*' | '_' | '#' | ' '))
}

/// The parts of a line that is divided by bars or dots, by dashes around a date or a genre, or by a comma before a date.
pub(super) fn segments(text: &str) -> Vec<&str> {
    let barred: Vec<&str> = text.split(['|', '•', '·']).map(str::trim).filter(|s| !s.is_empty()).collect();
    if barred.len() > 1 {
        return barred;
    }
    // "Lake Monitor — Policy Brief 7 — July 2025", but not "A war — and its end"
    let dashed: Vec<&str> = text
        .split(" — ")
        .flat_map(|part| part.split(" – "))
        .map(|part| part.trim().trim_matches(['*', '_']))
        .filter(|s| !s.is_empty())
        .collect();
    // "NAIROBI, 9 June 1999 — The envoys met on Monday." opens a report.
    let is_statement = |part: &&str| ending(part) == Ending::Stop && words_up_to(part, 5) > 4;
    let has_field = dashed.iter().any(|part| is_date(part) || is_genre(part));
    if dashed.len() > 1 && has_field && !dashed.iter().any(is_statement) {
        return dashed;
    }
    // "Lake Monitor, July 2025", "By Ann Karanja, 3 May 2020"
    match text.rsplit_once(", ") {
        Some((head, date)) if is_date(date) && (is_organisation(plain(head)) || is_byline(plain(head))) => {
            vec![head, date]
        }
        _ => barred,
    }
}

/// What a line, or a part of one, is.
pub(super) fn classify(text: &str) -> Class {
    let text = plain(text);
    let parts = segments(text);
    if parts.len() > 1 {
        return parts.into_iter().map(single).find(|c| *c != Class::Unknown).unwrap_or(Class::Unknown);
    }
    single(text)
}

fn single(text: &str) -> Class {
    if words_up_to(text, 31) > 30 {
        return Class::Unknown;
    }
    if let Some((label, _)) = label(text) {
        return Class::Labelled(label);
    }
    if is_address(text) {
        return Class::Address;
    }
    if is_genre(text) {
        return Class::Genre;
    }
    if is_date(text) {
        return Class::Date;
    }
    if is_byline(text) || is_names(text) {
        return Class::Person;
    }
    if is_organisation(text) { Class::Organisation } else { Class::Unknown }
}

/// A label before a colon, and where what it names begins.
pub(super) fn label(text: &str) -> Option<(Label, usize)> {
    let (head, rest) = text.split_once(':')?;
    let key = plain(head).to_lowercase();
    let label = Label::ALL.into_iter().find(|label| word_lists().head.has(&key, HeadClass::Label(*label)))?;
    let body = rest.trim_start_matches(['*', '_', ' ']);
    (!body.is_empty()).then_some((label, text.len() - body.len()))
}

fn is_address(text: &str) -> bool {
    if text.contains('@') || text.contains("www.") || text.contains("http") || text.contains('©') {
        return true;
    }
    let symbol = text
        .chars()
        .next()
        .is_some_and(|c| ('\u{2100}'..='\u{2bff}').contains(&c) || ('\u{1f000}'..='\u{1faff}').contains(&c));
    let phone = text.contains('+') && text.bytes().filter(u8::is_ascii_digit).count() >= 6;
    let digits = text.bytes().any(|b| b.is_ascii_digit());
    let words = || text.split(|c: char| c.is_whitespace() || c == ',' || c == ':').filter(|w| !w.is_empty());
    let place = words().any(|w| word_lists().head.has(&w.to_lowercase(), HeadClass::Address));
    let code = words().any(|w| {
        w.len() >= 4
            && w.bytes().any(|b| b.is_ascii_digit())
            && w.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    });
    let listed = text.matches(',').count() >= 2 && code && find_date(text).is_none();
    symbol || phone || (place && (digits || text.contains(':')) && words().count() <= 14) || listed
}

/// A kind of publication, with or without a number or a date: `Policy Brief No. 12`.
fn is_genre(text: &str) -> bool {
    let lower = text.to_lowercase();
    if word_lists().head.has(lower.trim_matches(|c: char| !c.is_alphanumeric()), HeadClass::Genre) {
        return true;
    }
    let words: Vec<&str> = lower.split_whitespace().collect();
    (1..=3.min(words.len())).any(|n| {
        let (Some(head), Some(tail)) = (words.get(..n), words.get(n..)) else { return false };
        word_lists().head.has(head.join(" ").trim_end_matches([',', ':']), HeadClass::Genre)
            && !tail.is_empty()
            && tail.iter().all(|w| is_number_word(w))
    })
}

fn is_number_word(word: &str) -> bool {
    let word = bare(word);
    word.is_empty()
        || matches!(word.as_str(), "no" | "nr" | "number" | "issue" | "vol")
        || word.starts_with(|c: char| c.is_ascii_digit())
        || is_month_or_season(&word)
}

/// A date, with or without a weekday and a place before it.
fn is_date(text: &str) -> bool {
    let Some(range) = find_date(text) else { return false };
    let before = text.get(..range.start).unwrap_or("").trim_end_matches([',', ' ', '–', '—', '-']);
    let after = text.get(range.end..).unwrap_or("");
    let place = words_up_to(before, 4) <= 3
        && before.split_whitespace().all(|w| w.starts_with(char::is_uppercase))
        && (before.is_empty() || text.contains(','));
    let rest = after.trim_matches(|c: char| !c.is_alphanumeric());
    place && (rest.is_empty() || words_up_to(rest, 4) <= 3 && rest.contains(':'))
}

/// The first calendar date in a line: day, month and year in any order, two of them at least; a number date; a year alone.
pub(super) fn find_date(text: &str) -> Option<Range<usize>> {
    let mut best: Option<Range<usize>> = None;
    let mut month = false;
    let mut number = false;
    let only = words_up_to(text, 2) == 1;
    for word in text.split_whitespace() {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        let trimmed = word.trim_matches(|c: char| !c.is_alphanumeric());
        let from = start + word.find(trimmed).unwrap_or(0);
        let lower = trimmed.to_lowercase();
        let is_month = is_month_or_season(&lower) && (trimmed.starts_with(char::is_uppercase));
        let is_number = is_day_or_year(&lower);
        let numeric = is_number_date(&lower);
        if numeric || (only && lower.len() == 4 && is_number) {
            return Some(from..from + trimmed.len());
        }
        if is_month || is_number || is_weekday(&lower) {
            month |= is_month;
            number |= is_number;
            best = Some(best.map_or(from, |b| b.start)..from + trimmed.len());
        } else if month && number {
            break;
        } else if !matches!(lower.as_str(), "of" | "the" | "to" | "and" | "") {
            best = None;
            month = false;
            number = false;
        }
    }
    best.filter(|_| month && number)
}

fn is_day_or_year(word: &str) -> bool {
    let digits = word.trim_end_matches(char::is_alphabetic);
    let suffix = word.get(digits.len()..).unwrap_or("");
    let span = digits
        .split(['-', '–'])
        .all(|d| !d.is_empty() && d.len() <= 4 && d.bytes().all(|b| b.is_ascii_digit()));
    span && matches!(suffix, "" | "st" | "nd" | "rd" | "th")
}

/// `2021-05-03`, `03.05.2021`, `3/5/2021`
fn is_number_date(word: &str) -> bool {
    ['-', '.', '/'].into_iter().any(|mark| {
        let parts: Vec<&str> = word.split(mark).collect();
        parts.len() == 3
            && parts.iter().all(|p| (1..=4).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_digit()))
            && parts.iter().any(|p| p.len() == 4)
    })
}

fn is_byline(text: &str) -> bool {
    text.get(..3).is_some_and(|b| b.eq_ignore_ascii_case("by "))
        && words_up_to(text, 16) <= 15
        && text.get(3..).is_some_and(|r| r.trim_start().starts_with(char::is_uppercase))
}

/// One or more persons' names, and perhaps what they are.
fn is_names(text: &str) -> bool {
    let parts = name_parts(text);
    parts.first().is_some_and(|p| is_name(p))
        && parts.iter().all(|p| is_name(p) || is_role(p) || is_organisation(p))
}

/// A line of names cut at commas and "and".
pub(super) fn name_parts(text: &str) -> Vec<&str> {
    text.split([',', ';', '&'])
        .flat_map(|part| part.split(" and "))
        .flat_map(|part| part.split(" AND "))
        .map(|part| part.trim().trim_start_matches("and ").trim())
        .filter(|p| !p.is_empty())
        .collect()
}

fn is_role(text: &str) -> bool {
    text.split_whitespace().any(|w| word_lists().head.has(&bare(w), HeadClass::Role))
}

/// Two to four capitalised words, none of them a word of titles or organisations.
pub(super) fn is_name(text: &str) -> bool {
    let head = &word_lists().head;
    let mut count = 0;
    for word in text.split_whitespace() {
        let lower = bare(word);
        if head.has(&word.to_lowercase(), HeadClass::Honorific) {
            continue;
        }
        let particle =
            head.has(&lower, HeadClass::Particle) || lower.starts_with("al-") || lower.starts_with("el-");
        if particle && !all_caps(word) && count > 0 {
            continue;
        }
        let letters = word.chars().all(|c| {
            c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’' | '*' | '†') || is_superscript(c)
        });
        let dates = (is_month_or_season(&lower) || is_weekday(&lower)) && !head.has(&lower, HeadClass::Name);
        let known = dates
            || [
                HeadClass::Role,
                HeadClass::Organisation,
                HeadClass::Genre,
                HeadClass::NotName,
                HeadClass::Address,
                HeadClass::Acronym,
            ]
            .into_iter()
            .any(|class| head.has(&lower, class));
        if !letters
            || !word.starts_with(char::is_uppercase)
            || known
            || (is_function_word(&lower) && lower.len() > 1)
        {
            return false;
        }
        count += 1;
    }
    (2..=4).contains(&count)
}

/// `Ministry of Transport`, `Harbour Research Institute`: an organisation's noun with no function word before it, at the end of the
/// line or before "of", "for", "on", "against".
fn is_organisation(text: &str) -> bool {
    if text.contains(':')
        || text.ends_with(['?', '!', '.'])
        || text.chars().any(|c| c.is_ascii_digit())
        || words_up_to(text, 15) > 14
    {
        return false;
    }
    let words: Vec<&str> = text.split_whitespace().filter(|w| !w.starts_with('(')).collect();
    let capitals = words.iter().all(|w| !w.starts_with(char::is_lowercase) || is_function_word(&bare(w)));
    let mut before_free = true;
    for (i, word) in words.iter().enumerate() {
        let lower = bare(word);
        if before_free && word_lists().head.has(&lower, HeadClass::Organisation) {
            let next = words.get(i + 1).map(|w| bare(w));
            if capitals && next.is_none_or(|n| matches!(n.as_str(), "of" | "for" | "on" | "against")) {
                return true;
            }
        }
        before_free &= i == 0 && lower == "the" || !is_function_word(&lower);
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_may_hold_several_fields() {
        assert_eq!(
            segments("Lake Monitor — Policy Brief 7 — July 2025"),
            ["Lake Monitor", "Policy Brief 7", "July 2025"]
        );
        assert_eq!(segments("By Ann Karanja, 3 May 2020"), ["By Ann Karanja", "3 May 2020"]);
        assert_eq!(segments("A war — and its end"), ["A war — and its end"]);
        let lead = "NAIROBI, 9 June 1999 — The envoys met on Monday.";
        assert_eq!(segments(lead), [lead]);
        assert_eq!(segments("Nairobi, 3 May 2020"), ["Nairobi, 3 May 2020"]);
    }

    #[test]
    fn lines_are_told_apart() {
        for (text, class) in [
            ("12 Harbour Street, Oslo 0150, Norway", Class::Address),
            ("📞 (+47 22) 55 50 10", Class::Address),
            ("POLICY BRIEF No. 7", Class::Genre),
            ("Special Report", Class::Genre),
            ("MAY 2021", Class::Date),
            ("Geneva, 12 May 2021", Class::Date),
            ("Tuesday, March 3rd, 2020", Class::Date),
            ("2021-05-12", Class::Date),
            ("1 to 30 June 2021", Class::Date),
            ("By Amina Okoro and Lars Holm", Class::Person),
            ("Amina Okoro, Senior Fellow, and Lars Holm", Class::Person),
            ("Senior Analyst", Class::Unknown),
            ("AMINA OKORO", Class::Person),
            ("Amina Okoro, Senior Fellow", Class::Person),
            ("Pieter van der Berg", Class::Person),
            ("Institute for Coastal Studies", Class::Organisation),
            ("MINISTRY OF TRANSPORT", Class::Organisation),
            ("The Role of the Security Council", Class::Unknown),
            ("Ten years of the Darfur mandate", Class::Unknown),
            ("Tigray Peace Talks", Class::Unknown),
            ("Published: 3 May 2021", Class::Labelled(Label::Date)),
        ] {
            assert_eq!(classify(text), class, "{text}");
        }
    }

    #[test]
    fn dates_inside_lines() {
        let found = |text: &str| find_date(text).map(|r| text[r].to_owned());
        assert_eq!(found("Juba, 4 July 2018 (updated)").as_deref(), Some("4 July 2018"));
        assert_eq!(found("Autumn 2019").as_deref(), Some("Autumn 2019"));
        assert_eq!(found("The talks of May"), None);
        assert_eq!(found("12 men may go"), None);
    }
}
