//! Page furniture: page numbers, running headers and footers.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::lines::Line;
use super::lists::{bullet, ordinal, roman_value};
use super::text::{Ending, ending, expects_more, first_char, starts_lower, words_up_to};

/// One flag a line: whether it is page furniture.
pub(super) fn find(lines: &[Line<'_>]) -> Vec<bool> {
    let mut skip: Vec<bool> = (0..lines.len()).map(|i| is_page_number(lines, i)).collect();
    let shaped: Vec<bool> = lines.iter().map(header_shaped).collect();
    let is_shaped = |i: usize| shaped.get(i).copied().unwrap_or(false);
    let headers = repeated(lines, is_shaped);
    for i in 0..lines.len() {
        let Some(line) = lines.get(i) else { continue };
        if !is_shaped(i) {
            continue;
        }
        let count = headers.get(&key(line.text)).copied().unwrap_or_default();
        let at_page_edge = at_edge(lines, &skip, i);
        let numbered = page_number_beside(line.text);
        let apart = numbered || spread(line.text);
        let known = if apart {
            count.all >= 2 || at_page_edge
        } else {
            (count.all >= 3 && count.at_edge * 2 >= count.all) || (count.all == 2 && count.at_edge == 2)
        };
        // The first one may be the title that the headers repeat.
        let original = count.first == i && !at_page_edge && !(apart && count.all >= 2 && i > 2);
        if known && !original {
            mark(&mut skip, i);
        }
    }
    interruptions(lines, &mut skip, is_shaped);
    skip
}

fn mark(skip: &mut [bool], i: usize) {
    if let Some(flag) = skip.get_mut(i) {
        *flag = true;
    }
}

/// A page number alone on its line: `12`, `Page 3 of 9`, `— 4 —`, `[4]`, `3/9`, `iv`.
fn is_page_number(lines: &[Line<'_>], i: usize) -> bool {
    let Some(line) = lines.get(i) else { return false };
    if line.text.len() > 24 || lines.len() < 2 {
        return false;
    }
    let text = line.text.trim_matches(|c: char| {
        matches!(c, '-' | '–' | '—' | '|' | '[' | ']' | '~' | '·' | '•' | '<' | '>') || c.is_whitespace()
    });
    let framed = text.len() < line.text.len();
    let lower = text.to_lowercase();
    let next_fresh = lines.get(i + 1).is_none_or(Line::fresh);
    if let Some(rest) = lower.strip_prefix("page").or_else(|| lower.strip_prefix("p.")) {
        return is_count(rest.trim_start_matches([' ', '|']));
    }
    if lower.contains("of") || lower.contains('/') {
        return is_count(&lower) && lower.len() >= 3 && (line.fresh() || next_fresh);
    }
    if lower.is_empty() || lower.len() > 4 || !lower.bytes().all(|b| b.is_ascii_digit()) {
        return line.fresh()
            && next_fresh
            && lines.len() > 4
            && lower == text
            && roman_value(&lower).is_some()
            && lower.len() > 1;
    }
    let year = lower.len() == 4 && ("1500".."2101").contains(&lower.as_str());
    let beside_number = |j: Option<usize>| {
        j.and_then(|j| lines.get(j))
            .is_some_and(|l| l.text.len() <= 4 && l.text.bytes().all(|b| b.is_ascii_digit()))
    };
    let column = beside_number(i.checked_sub(1)) || beside_number(Some(i + 1));
    framed || (!year && !column)
}

/// `3`, `3 of 9`, `3/9`.
fn is_count(text: &str) -> bool {
    let number = |part: &str| {
        let part = part.trim();
        !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit())
    };
    match text.split_once("of").or_else(|| text.split_once('/')) {
        Some((page, all)) => number(page) && number(all),
        None => number(text),
    }
}

/// Short, without an end mark, no list item: it could be a running header.
fn header_shaped(line: &Line<'_>) -> bool {
    line.text.len() <= 90
        && !starts_lower(line.text)
        && words_up_to(line.text, 13) <= 12
        && ending(line.text) == Ending::Open
        && !line.text.starts_with(['#', '>', '=', '|'])
        && bullet(line.text).is_none()
        && ordinal(line.text).is_none()
}

/// Words at both margins: `Report of the Mission          March 2014`.
fn spread(text: &str) -> bool {
    text.contains("     ")
}

/// A number set apart at one end of the line: `Journal   12`, `12 | Journal`, `Journal 12`.
fn page_number_beside(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
    let last = text.rsplit(char::is_whitespace).next().unwrap_or("");
    let first = text.split(char::is_whitespace).next().unwrap_or("");
    let (stem, apart) = if digits(last) {
        let stem = text.get(..text.len() - last.len()).unwrap_or("");
        (stem, stem.ends_with("  ") || stem.ends_with('\t') || stem.trim_end().ends_with(['|', '•', '·']))
    } else if digits(first) {
        let stem = text.get(first.len()..).unwrap_or("");
        (
            stem,
            stem.starts_with("  ")
                || stem.starts_with('\t')
                || stem.trim_start().starts_with(['|', '•', '·']),
        )
    } else {
        return false;
    };
    apart && stem.chars().any(char::is_alphabetic)
}

#[derive(Clone, Copy, Debug, Default)]
struct Count {
    all: usize,
    at_edge: usize,
    first: usize,
}

/// The text without emphasis marks at its edges.
fn plain(text: &str) -> &str {
    text.trim_matches(['*', '_'])
}

/// The line with its numbers masked and its spaces single.
fn key(text: &str) -> Cow<'_, str> {
    let text = plain(text);
    if !text.bytes().any(|b| b.is_ascii_digit()) && !text.contains("  ") {
        return Cow::Borrowed(text);
    }
    let mut key = String::with_capacity(text.len());
    for word in text.split_whitespace().map(plain) {
        if word.bytes().all(|b| b.is_ascii_digit() || b == b'|') {
            continue;
        }
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(word);
    }
    Cow::Owned(key)
}

fn repeated<'a>(lines: &[Line<'a>], is_shaped: impl Fn(usize) -> bool) -> BTreeMap<Cow<'a, str>, Count> {
    let mut counts: BTreeMap<Cow<'a, str>, Count> = BTreeMap::new();
    for (i, line) in lines.iter().enumerate() {
        if is_shaped(i) {
            let count = counts.entry(key(line.text)).or_insert(Count { all: 0, at_edge: 0, first: i });
            count.all += 1;
            count.at_edge += usize::from(at_edge(lines, &[], i));
        }
    }
    counts
}

/// Whether the line stands at the edge of a page: beside a form feed or a page number, or inside a sentence.
fn at_edge(lines: &[Line<'_>], skip: &[bool], i: usize) -> bool {
    let broken_before = lines.get(i).is_some_and(|l| l.page_break) && i > 0;
    let broken_after = lines.get(i + 1).is_some_and(|l| l.page_break);
    let number = |j: Option<usize>| {
        j.is_some_and(|j| {
            if skip.is_empty() { is_page_number(lines, j) } else { skip.get(j).copied().unwrap_or(false) }
        })
    };
    broken_before
        || broken_after
        || number(i.checked_sub(1))
        || number(Some(i + 1))
        || interrupts(lines, i, i)
}

/// Whether the lines `from..=to` stand between two halves of a sentence.
fn interrupts(lines: &[Line<'_>], from: usize, to: usize) -> bool {
    let (Some(before), Some(next)) = (from.checked_sub(1).and_then(|b| lines.get(b)), lines.get(to + 1))
    else {
        return false;
    };
    breaks(before, next)
}

fn breaks(before: &Line<'_>, next: &Line<'_>) -> bool {
    let open = matches!(ending(before.text), Ending::Open | Ending::Comma);
    let body = before.width >= 30 || !before.fresh();
    let resumes = starts_lower(next.text) && bullet(next.text).is_none() && ordinal(next.text).is_none();
    body && ((open && resumes)
        || (expects_more(before.text) && !before.fresh() && next.width >= 30 && plain_start(next.text)))
}

fn plain_start(text: &str) -> bool {
    !text.starts_with(['#', '|', '>']) && bullet(text).is_none() && ordinal(text).is_none()
}

/// Marks short lines that interrupt a sentence, up to three in a row, page numbers between them not counted.
fn interruptions(lines: &[Line<'_>], skip: &mut [bool], is_shaped: impl Fn(usize) -> bool) {
    let mut before: Option<usize> = None;
    let mut run: Vec<usize> = Vec::new();
    for (i, line) in lines.iter().enumerate() {
        if skip.get(i).copied().unwrap_or(false) {
            continue;
        }
        let candidate = is_shaped(i)
            && words_up_to(line.text, 9) <= 8
            && first_char(line.text).is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
            && !expects_more(line.text);
        if candidate && run.len() < 3 {
            run.push(i);
            continue;
        }
        if !run.is_empty()
            && let Some(above) = before.and_then(|b| lines.get(b))
            && breaks(above, line)
            && run.iter().all(|&r| stands_out(lines, above, r))
        {
            for &r in &run {
                mark(skip, r);
            }
        }
        run.clear();
        before = Some(i);
    }
}

/// Whether a candidate is set off from the lines around it, or much narrower than the line above.
fn stands_out(lines: &[Line<'_>], above: &Line<'_>, i: usize) -> bool {
    let Some(line) = lines.get(i) else { return false };
    let next = lines.get(i + 1);
    (line.fresh() && next.is_none_or(Line::fresh))
        || (line.width * 2 <= above.width
            && words_up_to(line.text, 6) <= 5
            && line.text.split_whitespace().all(capitalised_or_small))
}

fn capitalised_or_small(word: &str) -> bool {
    word.len() <= 3 || !word.starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::super::lines::split;
    use super::*;

    fn skipped(text: &str) -> Vec<&str> {
        let lines = split(text);
        let flags = find(&lines);
        lines.iter().zip(flags).filter(|(_, f)| *f).map(|(l, _)| l.text).collect()
    }

    #[test]
    fn page_numbers() {
        let text =
            "First page ends here.\n\n12\n\nNext.\n\nPage 3 of 9\n\nNext.\n\n— 4 —\n\nNext.\n\u{c}5/9\nNext.";
        assert_eq!(skipped(text), ["12", "Page 3 of 9", "— 4 —", "5/9"]);
    }

    #[test]
    fn years_and_columns_of_numbers_stay() {
        assert!(skipped("Annual review\n\n2019\n\nThe year began quietly.").is_empty());
        assert!(skipped("Killed\n12\n14\nThe year began quietly.").is_empty());
        assert!(skipped("12").is_empty());
    }

    #[test]
    fn headers_inside_a_sentence() {
        let text = "The commission took note of the long report on the\n\nDiplomatic Review   14\n\nwater dispute and adjourned its meeting.";
        assert_eq!(skipped(text), ["Diplomatic Review   14"]);
        let text = "The commission took note of the long report on the\nPolitics\nwater dispute and adjourned its meeting.";
        assert_eq!(skipped(text), ["Politics"]);
    }

    #[test]
    fn repeated_headers_at_page_edges() {
        let page = "The delegates spoke at length about the river.\n\nRiver Commission Papers\n\u{c}";
        assert_eq!(skipped(&page.repeat(4)).len(), 4);
    }

    #[test]
    fn headers_with_numbers_and_headers_below_page_numbers() {
        let text = "The delegates met in the spring.\nThey spoke at length about the river.\nThey left.\nRiver Papers   7\n\
            The second round was held in the autumn.\nRiver Papers   8\nA third was put off.";
        assert_eq!(skipped(text), ["River Papers   7", "River Papers   8"]);
        let text = "The first page.\n\nPage 2\nRIVER MISSION\n\nThe second page.\n\nPage 3\nRIVER MISSION\n\nThe third page.";
        assert_eq!(skipped(text), ["Page 2", "RIVER MISSION", "Page 3", "RIVER MISSION"]);
    }

    #[test]
    fn repeated_section_names_stay() {
        let part = "Findings\n\nThe delegates spoke at length about the river.\n\n";
        assert!(skipped(&part.repeat(4)).is_empty());
    }
}
