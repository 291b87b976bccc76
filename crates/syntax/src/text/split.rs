//! Splits what stands between two spaces: marks off both ends, contractions, and joints inside.

use super::abbreviations::{Abbreviations, Class};
use super::shapes::{is_address, is_date, is_dotted, is_item_number, is_roman, is_symbol};
use super::tokens::Piece;

/// A run of text without white space, and what the rules need to know around it.
pub(crate) struct Chunk<'a> {
    pub(crate) text: &'a str,
    /// The next chunk.
    pub(crate) next: &'a str,
    pub(crate) line_start: bool,
    pub(crate) abbreviations: &'a Abbreviations,
}

/// Splits a chunk that begins at byte `base` of the text.
pub(crate) fn chunk(chunk: &Chunk<'_>, base: usize, out: &mut Vec<Piece>) {
    let mut body = chunk.text;
    let mut start = base;
    let mut tail: Vec<Piece> = Vec::new();
    // Each turn takes at least one byte off, and a turn looks at no more than the ends unless it stops.
    loop {
        if body.is_empty() || (is_word(body) && tail.is_empty()) || is_whole(chunk, body, !tail.is_empty()) {
            break;
        }
        let front = prefix(body);
        if front > 0 && front < body.len() {
            out.push(Piece { start, end: start + front });
            start += front;
            body = body.get(front..).unwrap_or("");
            continue;
        }
        let back = suffix(body);
        if back > 0 && back < body.len() {
            let end = start + body.len();
            tail.push(Piece { start: end - back, end });
            body = body.get(..body.len() - back).unwrap_or("");
            continue;
        }
        break;
    }
    if !body.is_empty() {
        if is_word(body) || is_whole(chunk, body, !tail.is_empty()) {
            out.push(Piece { start, end: start + body.len() });
        } else {
            middle(body, start, out);
        }
    }
    out.extend(tail.into_iter().rev());
}

/// Words without an apostrophe that are two words all the same.
const CLITIC_LIKE: [&str; 4] = ["cannot", "gonna", "gotta", "wanna"];

/// Plain letters: nothing to split off.
fn is_word(body: &str) -> bool {
    body.bytes().all(|b| b.is_ascii_alphabetic())
        && !CLITIC_LIKE.contains(&body.to_ascii_lowercase().as_str())
}

/// Things that stay whole although they hold marks.
fn is_whole(chunk: &Chunk<'_>, body: &str, stripped: bool) -> bool {
    let bytes = body.as_bytes();
    let ends_in_mark = matches!(
        bytes.last(),
        Some(b'.' | b',' | b';' | b':' | b'!' | b'?' | b')' | b']' | b'}' | b'"' | b'\'' | b'>')
    );
    if is_address(body) && !ends_in_mark && !body.ends_with(['”', '’', '»', '…']) {
        return true;
    }
    if bytes.last() == Some(&b'.') && body.len() > 1 {
        match chunk.abbreviations.get(body) {
            Some(Class::Number) => {
                let c = chunk.next.chars().find(|c| !matches!(c, '(' | '[' | '"' | '“'));
                return !stripped
                    && (c.is_some_and(|c| c.is_ascii_digit())
                        || is_roman(chunk.next)
                        || (body.len() > 2 && is_symbol(chunk.next)));
            }
            Some(_) => return true,
            None => {}
        }
        let number = body.get(..body.len() - 1).unwrap_or("");
        if chunk.line_start && !stripped && is_item_number(number) && !chunk.next.is_empty() {
            return true;
        }
    }
    is_dotted(body)
        || is_symbol(body)
        || is_date(body)
        || matches!(body, "..." | "…" | "--" | "``" | "''" | "...." | "---")
}

/// Bytes of the mark at the front of a chunk; 0 if there is none.
fn prefix(body: &str) -> usize {
    let mut chars = body.chars();
    let Some(first) = chars.next() else { return 0 };
    let second = chars.next();
    if body.starts_with("...") {
        return body.len() - body.trim_start_matches('.').len();
    }
    for pair in ["``", "''", "--", "’’", "‘‘"] {
        if body.starts_with(pair) {
            return if pair == "--" { body.len() - body.trim_start_matches('-').len() } else { pair.len() };
        }
    }
    // "US$500", "A$5".
    if let Some(at) = body.find('$')
        && (1..=3).contains(&at)
        && body.bytes().take(at).all(|b| b.is_ascii_uppercase())
    {
        return at + 1;
    }
    match first {
        '\'' | '’' if second.is_some_and(|c| c.is_ascii_digit()) => 0,
        '\'' | '’' if is_clitic(body) => 0,
        '"' | '\'' | '`' | '“' | '”' | '‘' | '’' | '„' | '«' | '»' | '‹' | '›' | '(' | '[' | '{' | ')'
        | ']' | '}' | '<' | '>' | '¿' | '¡' | ',' | ';' | ':' | '!' | '?' | '*' | '•' | '·' | '▪' | '●'
        | '◦' | '‣' | '§' | '=' | '–' | '—' | '―' | '…' | '|' | '~' | '%' => first.len_utf8(),
        '$' | '£' | '€' | '¥' | '₹' | '₽' | '₺' | '₴' | '₪' | '₾' | '֏' | '₼' | '#' => {
            first.len_utf8()
        }
        '-' | '+' if second.is_some_and(char::is_alphabetic) => 1,
        '.' if second.is_some_and(char::is_alphabetic) => 1,
        _ => 0,
    }
}

fn is_clitic(body: &str) -> bool {
    let mut rest = body.chars();
    rest.next();
    matches!(
        rest.as_str().to_ascii_lowercase().as_str(),
        "s" | "re" | "ve" | "ll" | "d" | "m" | "em" | "til" | "cause"
    )
}

/// Bytes of the mark at the end of a chunk; 0 if there is none.
fn suffix(body: &str) -> usize {
    let mut chars = body.chars().rev();
    let Some(last) = chars.next() else { return 0 };
    let second = chars.next();
    let third = chars.next();
    if body.ends_with("...") {
        return body.len() - body.trim_end_matches('.').len();
    }
    for pair in ["''", "``", "--", "’’"] {
        if body.ends_with(pair) {
            return if pair == "--" { body.len() - body.trim_end_matches('-').len() } else { pair.len() };
        }
    }
    match last {
        's' | 'S' if matches!(second, Some('\'' | '’')) && third.is_some() => {
            1 + second.map_or(1, char::len_utf8)
        }
        '"' | '\'' | '`' | '“' | '”' | '‘' | '’' | '„' | '«' | '»' | '‹' | '›' | '(' | '[' | '{' | ')'
        | ']' | '}' | '<' | '>' | ',' | ';' | ':' | '!' | '?' | '*' | '…' | '–' | '—' | '―' | '|' | '%'
        | '‰' => last.len_utf8(),
        '$' | '£' | '€' | '¥' | '₹' | '₽' | '₺' | '₪' | '#' if second.is_some_and(|c| c.is_ascii_digit()) => {
            last.len_utf8()
        }
        // The stop of an abbreviation or an initial was seen before, save behind a hyphen ("anti-U.S.").
        '.' if body.rsplit(['-', '–', '/']).next().is_some_and(|p| p.len() > 2 && is_dotted(p)) => 0,
        // Any other stop ends a sentence.
        '.' => 1,
        _ => unit(body),
    }
}

/// A unit written against its number ("10km", "5pm").
fn unit(body: &str) -> usize {
    const UNITS: [&str; 22] = [
        "km", "km²", "kg", "cm", "mm", "m", "ha", "am", "pm", "kt", "GB", "MW", "kWh", "mph", "km/h", "ft",
        "mi", "lb", "bn", "tn", "bcm", "mm²",
    ];
    let digits = body.bytes().take_while(|b| b.is_ascii_digit() || b".,:".contains(b)).count();
    let rest = body.get(digits..).unwrap_or("");
    if digits > 0 && UNITS.contains(&rest) { rest.len() } else { 0 }
}

const CURRENCIES: [char; 12] = ['$', '£', '€', '¥', '₹', '₽', '₺', '₴', '₪', '₾', '֏', '₼'];

/// Whether *'d* (*would*, *had*) or *'m* may hang on a word; on any other word they belong to a name ("Sa'd").
fn takes_clitic(host: &str, clitic: &str) -> bool {
    const HOSTS: [&str; 16] = [
        "i", "you", "he", "she", "it", "we", "they", "who", "that", "there", "what", "how", "where", "why",
        "this", "which",
    ];
    match clitic {
        "'d" => HOSTS.contains(&host),
        "'m" => host == "i",
        _ => true,
    }
}

/// Splits contractions and joints inside what is left.
fn middle(body: &str, start: usize, out: &mut Vec<Piece>) {
    let lower = body.to_ascii_lowercase().replace('’', "'");
    // The replacement is shorter than the typographic mark, so places are counted from the end of `body`.
    let cut_at = |tail: usize| body.char_indices().rev().nth(tail.saturating_sub(1)).map_or(0, |(at, _)| at);
    let cut = match lower.as_str() {
        "cannot" | "gonna" | "wanna" | "gotta" => Some(cut_at(if lower == "cannot" { 3 } else { 2 })),
        _ if lower.ends_with("n't") && lower.len() > 3 => Some(cut_at(3)),
        _ => ["'ll", "'re", "'ve", "'d", "'m", "'s"]
            .iter()
            .find(|c| lower.strip_suffix(**c).is_some_and(|host| !host.is_empty() && takes_clitic(host, c)))
            .map(|c| cut_at(c.len())),
    };
    if let Some(cut) = cut.filter(|&c| c > 0) {
        middle(body.get(..cut).unwrap_or(""), start, out);
        out.push(Piece { start: start + cut, end: start + body.len() });
        return;
    }
    let chars: Vec<(usize, char)> = body.char_indices().collect();
    let char_at = |i: usize| chars.get(i).map_or('\0', |c| c.1);
    let byte_at = |i: usize| chars.get(i).map_or(body.len(), |c| c.0);
    let mut from = 0;
    let mut i = 0;
    let push = |a: usize, b: usize, out: &mut Vec<Piece>| {
        if a < b {
            sum(body.get(byte_at(a)..byte_at(b)).unwrap_or(""), start + byte_at(a), out);
        }
    };
    while i < chars.len() {
        if i == from {
            // A symbol keeps its slashes, and ends at a bracket or a dash.
            let ends = |&k: &usize| matches!(char_at(k), '(' | ')' | '[' | ']' | '–' | '—');
            let end = (i..chars.len()).find(ends).unwrap_or(chars.len());
            if is_symbol(body.get(byte_at(i)..byte_at(end)).unwrap_or("")) {
                i = end;
            }
        }
        let length = joint(&char_at, i, chars.len());
        if length > 0 && (i > from || char_at(i) != '-') {
            push(from, i, out);
            push(i, i + length, out);
            from = i + length;
            i = from;
        } else {
            i += 1;
        }
    }
    push(from, chars.len(), out);
}

/// Whether the hyphen at `i` stands behind a "re" that it parts from its verb: "re-opened".
fn is_prefix(char_at: &impl Fn(usize) -> char, i: usize) -> bool {
    let is_re = i == 2 && matches!(char_at(0), 'r' | 'R') && char_at(1) == 'e';
    is_re && char_at(2) == '-' && char_at(3).is_ascii_lowercase()
}

/// One side of a joint: a sum is a currency sign, a figure and a unit ("€5m").
fn sum(body: &str, start: usize, out: &mut Vec<Piece>) {
    let figure = body.trim_start_matches(CURRENCIES);
    let front = body.len() - figure.len();
    let back = match figure.strip_suffix('%') {
        Some(rest) if !rest.is_empty() => 1,
        _ => unit(figure),
    };
    let has_figure = figure.bytes().next().is_some_and(|b| b.is_ascii_digit());
    let cuts = if has_figure { [0, front, body.len() - back, body.len()] } else { [0, 0, 0, body.len()] };
    for pair in cuts.windows(2) {
        if let [a, b] = *pair
            && a < b
        {
            out.push(Piece { start: start + a, end: start + b });
        }
    }
}

/// How many characters at `i` join two words of one chunk; 0 if none.
fn joint(char_at: &impl Fn(usize) -> char, i: usize, len: usize) -> usize {
    let c = char_at(i);
    let left = if i == 0 { '\0' } else { char_at(i - 1) };
    let run = |mark: char| (i..len).take_while(|&k| char_at(k) == mark).count();
    match c {
        '-' | '–' | '—' | '―' | '‑' | '‐' | '~' => {
            let n = run(c);
            let right = char_at(i + n);
            let letters = left.is_alphanumeric() && right.is_alphabetic() && !is_prefix(char_at, i);
            let figures = (left.is_ascii_digit() || left == '%')
                && (right.is_ascii_digit() || CURRENCIES.contains(&right))
                && c != '~';
            let dash = n > 1 || matches!(c, '–' | '—' | '―');
            let quoted = right == '\'' || right == '"' || right == '“';
            if letters
                || figures
                || dash && (left != '\0' && right != '\0')
                || (quoted && left.is_alphabetic())
            {
                n
            } else {
                0
            }
        }
        '/' | ':' | '=' | '<' | '>' => usize::from(left.is_alphanumeric() && char_at(i + 1).is_alphabetic()),
        '.' => {
            let n = run('.');
            let right = char_at(i + n);
            if n > 1 {
                return n;
            }
            let sentence = (left.is_lowercase() || matches!(left, ')' | '"' | '”')) && right.is_uppercase();
            // A note's number set against the end of a sentence ("border.12").
            let figures = (i + 1..len).take_while(|&k| char_at(k).is_ascii_digit()).count();
            let note = i >= 3
                && (i - 3..i).all(|k| char_at(k).is_lowercase())
                && (1..=3).contains(&figures)
                && i + 1 + figures == len;
            let bracket = (left.is_lowercase() || left.is_ascii_digit()) && right == '[';
            usize::from(sentence || note || bracket)
        }
        ',' | ';' => {
            usize::from((left.is_alphabetic() || matches!(left, ')' | ']')) && char_at(i + 1).is_alphabetic())
        }
        '…' | '(' | ')' | '[' | ']' | '"' | '“' | '”' | '«' | '»' | '?' | '!' => 1,
        _ => 0,
    }
}
