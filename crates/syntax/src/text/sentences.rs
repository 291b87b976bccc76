//! Tokens to sentences.

use super::abbreviations::{Abbreviations, Class};
use super::shapes::is_item_number;
use super::tokens::Piece;

/// No sentence is longer than this; longer ones are cut, so that time stays linear whatever the text.
const LONGEST: usize = 600;

/// Brackets that run longer than this were never closed.
const BRACKET: usize = 60;

/// The longest line of a run of headings, in bytes.
const HEADING: usize = 45;

/// The first token of every sentence, in order, for a text with these tokens.
pub(crate) fn starts(text: &str, tokens: &[Piece], abbreviations: &Abbreviations) -> Vec<usize> {
    let word = |i: usize| tokens.get(i).and_then(|p| text.get(p.start..p.end)).unwrap_or("");
    let gap = |i: usize| match (tokens.get(i.wrapping_sub(1)), tokens.get(i)) {
        (Some(a), Some(b)) => text.get(a.end..b.start).unwrap_or(""),
        _ => "",
    };
    let breaks = line_breaks(text, tokens);
    let mut out = Vec::new();
    let mut current = 0;
    let closed = closed_at(tokens.len(), &word);
    // Up to which token brackets are open.
    let mut bracketed = 0;
    let mut quoted = false;
    for i in 0..tokens.len() {
        if i == 0 {
            out.push(0);
            continue;
        }
        match word(i - 1) {
            "(" | "[" => bracketed = bracketed.max(closed.get(i - 1).copied().flatten().unwrap_or(0)),
            "\"" => quoted = !quoted,
            _ => {}
        }
        let line = breaks.get(i).copied().unwrap_or(false);
        let too_long = i - current >= LONGEST;
        if line
            || too_long
            || ends_before(
                i,
                current,
                Open { brackets: i <= bracketed, quotes: quoted },
                &word,
                &gap,
                abbreviations,
            )
        {
            out.push(i);
            current = i;
            bracketed = 0;
            // Across a paragraph a quotation begins anew; within one it may hold several sentences.
            quoted &= !line;
        }
    }
    out
}

/// For each opening bracket the token that closes it, if that comes soon; an open bracket that nothing closes is a slip.
fn closed_at<'a>(tokens: usize, word: &impl Fn(usize) -> &'a str) -> Vec<Option<usize>> {
    let mut out = vec![None; tokens];
    let mut open: Vec<usize> = Vec::new();
    for i in 0..tokens {
        match word(i) {
            "(" | "[" => open.push(i),
            ")" | "]" => {
                if let Some(at) = open.pop().filter(|at| i - at < BRACKET)
                    && let Some(slot) = out.get_mut(at)
                {
                    *slot = Some(i);
                }
            }
            _ => {}
        }
    }
    out
}

fn is_end(word: &str) -> bool {
    matches!(word, "." | "!" | "?" | "…" | "。" | "?!" | "!!")
        || (word.len() >= 3 && word.bytes().all(|b| b == b'.'))
}

fn is_closing(word: &str) -> bool {
    matches!(word, "\"" | "''" | "'" | "”" | "’" | "»" | "›" | ")" | "]" | "}" | "’’")
}

fn is_opening(word: &str) -> bool {
    matches!(word, "\"" | "``" | "`" | "'" | "“" | "‘" | "«" | "‹" | "„" | "(" | "[" | "{" | "‘‘" | "''")
}

/// What is open before a token.
#[derive(Clone, Copy)]
struct Open {
    brackets: bool,
    /// An odd number of straight quotation marks.
    quotes: bool,
}

/// Whether a sentence ends before token `i`, the sentence having begun at `current`.
fn ends_before<'a>(
    i: usize,
    current: usize,
    open: Open,
    word: &impl Fn(usize) -> &'a str,
    gap: &impl Fn(usize) -> &'a str,
    abbreviations: &Abbreviations,
) -> bool {
    // Back over closing marks to the stop itself.
    let mut k = i - 1;
    let mut closings = 0;
    // A straight mark behind a space may open what follows.
    let closes = |k: usize| match word(k) {
        "\"" => gap(k).is_empty() || !open.quotes,
        "'" | "''" => gap(k).is_empty(),
        mark => is_closing(mark),
    };
    while k > current && closings < 4 && closes(k) {
        k -= 1;
        closings += 1;
    }
    let next = word(i);
    // A mark that closes belongs to the sentence it closes; a straight quotation mark closes when it touches the word before.
    let spaced_close = next == "\"" && open.quotes && !gap(i + 1).is_empty();
    if is_closing(next) && (!is_opening(next) || gap(i).is_empty() || spaced_close) {
        return false;
    }
    // Over opening marks to the first word of what follows.
    let mut first = i;
    while first < i + 4 && is_opening(word(first)) {
        first += 1;
    }
    let start = word(first);
    let Some(letter) = start.chars().next() else { return false };
    let stop = word(k);
    if is_end(stop) {
        if open.brackets && !matches!(word(i - 1), ")" | "]") && stop == "." {
            // Inside brackets a stop rarely ends the sentence that the brackets stand in.
            return false;
        }
        if letter.is_lowercase() {
            // "… asked?" he said; and a name such as "al-Shabaab" cannot be told from it.
            return false;
        }
        if matches!(stop, "!" | "?") && closings > 0 && is_said(start, word(first + 1)) {
            return false;
        }
        if stop.starts_with(['.', '…']) && stop != "." {
            return letter.is_uppercase() || i > first || is_opening(next);
        }
        if k > 0 && stop == "." && letter.is_ascii_digit() && gap(i).is_empty() && closings == 0 {
            // A note's number set against the stop.
            return false;
        }
        return !gap(i).is_empty() || letter.is_uppercase();
    }
    // Abbreviations and initials hold their stop.
    if stop.len() > 1 && stop.ends_with('.') && k + 1 + closings == i {
        if k == current && stop.bytes().next().is_some_and(|b| b.is_ascii_digit()) {
            return false;
        }
        let opens = abbreviations.starts(start) && letter.is_uppercase();
        return match abbreviations.get(stop) {
            Some(Class::Title | Class::Number) => false,
            Some(Class::Month | Class::End) => {
                (opens || closings > 0 && letter.is_uppercase())
                    && !(start == "I" && word(first + 1).ends_with('.'))
            }
            // Initials and dotted letters.
            None => {
                opens
                    && (stop.len() > 2
                        || k > current && word(k - 1).chars().next().is_some_and(char::is_lowercase))
            }
        };
    }
    // A note's number behind the stop: "border.12 The".
    if k >= 2
        && stop.len() <= 3
        && stop.bytes().all(|b| b.is_ascii_digit())
        && word(k - 1) == "."
        && gap(k).is_empty()
        && gap(k - 1).is_empty()
    {
        return letter.is_uppercase() && !gap(i).is_empty();
    }
    // Bracketed note numbers behind the stop: "border.[12] The" leaves "]" as a closing mark of a number.
    if closings > 0
        && word(i - 1) == "]"
        && k >= 2
        && word(k).bytes().all(|b| b.is_ascii_digit())
        && is_opening(word(k - 1))
        && is_end(word(k - 2))
    {
        return letter.is_uppercase();
    }
    false
}

/// Whether the words after a quotation say who spoke ("Colonel Ito asked").
fn is_said(first: &str, second: &str) -> bool {
    const SAID: [&str; 8] = ["said", "asked", "added", "replied", "says", "asks", "wrote", "told"];
    SAID.contains(&second) && first.chars().next().is_some_and(char::is_uppercase)
}

/// For every token, whether a line break before it ends the sentence whatever the words say.
///
/// A blank line always does. A single line break does before a list mark, and where the line was not broken for want of
/// room: the first word of the next line would have fitted, and the next line does not go on in lower case.
fn line_breaks(text: &str, tokens: &[Piece]) -> Vec<bool> {
    let mut out = vec![false; tokens.len()];
    // Lines as ranges of tokens, in blocks parted by blank lines.
    let mut lines: Vec<(usize, usize)> = Vec::new();
    let mut from = 0;
    for i in 1..=tokens.len() {
        let gap = match (tokens.get(i - 1), tokens.get(i)) {
            (Some(a), Some(b)) => text.get(a.end..b.start).unwrap_or(""),
            _ => "\n\n",
        };
        let feeds = feeds(gap);
        if feeds == 0 {
            continue;
        }
        lines.push((from, i));
        from = i;
        if feeds > 1 {
            if let Some(slot) = out.get_mut(i) {
                *slot = true;
            }
            block(text, tokens, &lines, &mut out);
            lines.clear();
        }
    }
    out
}

/// Line breaks in white space; a form feed or paragraph separator counts twice.
fn feeds(gap: &str) -> usize {
    let mut count = 0;
    let mut last = '\0';
    for c in gap.chars() {
        match c {
            '\n' if last == '\r' => {}
            '\n' | '\r' | '\u{2028}' => count += 1,
            '\u{2029}' | '\u{0C}' => count += 2,
            _ => {}
        }
        last = c;
    }
    count
}

fn block(text: &str, tokens: &[Piece], lines: &[(usize, usize)], out: &mut [bool]) {
    let piece = |i: usize| tokens.get(i).and_then(|p| text.get(p.start..p.end)).unwrap_or("");
    let length = |a: usize, b: usize| match (tokens.get(a), tokens.get(b.wrapping_sub(1))) {
        (Some(x), Some(y)) => y.end.saturating_sub(x.start),
        _ => 0,
    };
    let width = lines.iter().map(|&(a, b)| length(a, b)).max().unwrap_or(0);
    // A lone "A." at the start of a line may be an initial; a list has several.
    let lettered = lines.iter().filter(|&&(a, b)| b > a + 1 && is_lettered(piece(a))).count() > 1;
    // A run of headings: short lines that all begin with a capital and never end like a sentence or its part.
    let headings = lines.len() > 2
        && width <= HEADING
        && lines.iter().all(|&(a, b)| {
            piece(a).starts_with(char::is_uppercase)
                && !is_end(piece(b - 1))
                && !matches!(piece(b - 1), "," | "-" | "–")
        });
    for pair in lines.windows(2) {
        let [(a, b), (c, d)] = *pair else { continue };
        let next = piece(c);
        let last = piece(b - 1);
        let marked =
            is_bullet(next) || is_numbered(next, piece(c + 1), piece(c + 2)) || lettered && is_lettered(next);
        let lower = next.chars().next().is_some_and(char::is_lowercase);
        let goes_on = matches!(last, "," | "-" | "–") || (lower && !is_end(last));
        let room = length(a, b) + 1 + next.len() < width.saturating_sub(4);
        // A lone short line above a longer one is a heading; two lines of a narrow column are not.
        let deliberate = room && !goes_on && !(d - c == 1 && lines.len() == 2 && lower);
        if let Some(slot) = out.get_mut(c)
            && (marked || deliberate || headings)
        {
            *slot = true;
        }
    }
}

pub(crate) fn is_bullet(word: &str) -> bool {
    matches!(
        word,
        "•" | "·"
            | "▪"
            | "●"
            | "◦"
            | "‣"
            | "*"
            | "-"
            | "–"
            | "—"
            | "○"
            | "■"
            | "□"
            | "✓"
            | "→"
            | "➢"
    )
}

/// "A." or "iv." as the mark of an item.
fn is_lettered(word: &str) -> bool {
    word.len() > 1 && word.strip_suffix('.').is_some_and(is_item_number)
}

/// "1." or "1 )" or "a )" or "( iv )" at the start of a line.
fn is_numbered(first: &str, second: &str, third: &str) -> bool {
    let number = |w: &str| {
        !w.is_empty()
            && w.len() <= 4
            && (w.bytes().all(|b| b.is_ascii_digit())
                || w.len() == 1
                || w.bytes().all(|b| b"ivxIVX".contains(&b)))
    };
    (first.len() > 1
        && first.ends_with('.')
        && number(first.trim_end_matches('.'))
        && first.bytes().next().is_some_and(|b| b.is_ascii_digit()))
        || (number(first) && second == ")")
        || (first == "(" && number(second) && third == ")")
}
