//! The numbers of documents: "No. 822", "68/262", "822, 853, 874 and 884".

use std::ops::Range;

use verbale_core::InstrumentKind;

use crate::text::{Text, TokenKind};

/// The numbers of a document.
pub(super) struct Numbers {
    /// One, or several with commas between them.
    pub(super) number: String,
    pub(super) tokens: Range<usize>,
    /// Whether other words stand before them: "resolutions of the Council (822, 853)".
    pub(super) apart: bool,
}

/// The numbers behind the words that name a document.
pub(super) fn of(text: &Text<'_>, at: usize, end: usize, kind: InstrumentKind) -> Option<Numbers> {
    let (first, marked) = start(text, at);
    if let Some((number, next)) = one(text, first, end).filter(|_| marked || is_numbered(kind)) {
        let (number, next) = others(text, number, next, end);
        return Some(Numbers { number, tokens: first..next, apart: false });
    }
    in_brackets(text, at, end).filter(|_| is_numbered(kind))
}

/// Whether a bare number behind the word is the document's: "resolution 242", but not "the statement 10 minutes later".
fn is_numbered(kind: InstrumentKind) -> bool {
    use InstrumentKind::{DraftResolution, Law, PresidentialStatement, Recommendation, Resolution};
    matches!(kind, Resolution | DraftResolution | Law | PresidentialStatement | Recommendation)
}

/// Where a number may begin, behind "No." and the like, and whether such a mark stands there.
fn start(text: &Text<'_>, at: usize) -> (usize, bool) {
    if matches!(text.word(at), "No" | "Nos" | "no" | "nos" | "№" | "#" | "number" | "numbers") {
        let point = usize::from(text.word(at + 1) == ".");
        let again = usize::from(text.word(at + 1 + point) == "№");
        return (at + 1 + point + again, true);
    }
    (at, false)
}

/// "242", "68/262", "A/RES/68/262", "ES-11/1", "2758 (XXVI)", "1325 (2000)": a number, and the token behind it.
fn one(text: &Text<'_>, at: usize, end: usize) -> Option<(String, usize)> {
    let mut next = at;
    let mut number = String::new();
    let mut has_digits = false;
    let joined = |token: usize| text.tokens().get(token).is_some_and(|token| !token.spaced);
    while next < end && (next == at || joined(next)) {
        let word = text.word(next);
        let is_part = match text.tokens().get(next)?.kind {
            TokenKind::Number => !word.contains([',', '.']),
            TokenKind::Word | TokenKind::Mixed => {
                !word.contains(|char: char| !char.is_ascii_uppercase() && !char.is_ascii_digit())
            }
            TokenKind::Sign => matches!(word, "/" | "-") && next > at && joined(next + 1),
        };
        if !is_part {
            break;
        }
        has_digits |= word.starts_with(|char: char| char.is_ascii_digit());
        number.push_str(word);
        next += 1;
    }
    // "resolution 242-style"
    if !has_digits || !number.ends_with(|char: char| char.is_ascii_alphanumeric()) {
        return None;
    }
    if text.word(next) == "(" && text.word(next + 2) == ")" && next + 2 < end {
        let inside = text.word(next + 1);
        let is_roman = inside.chars().all(|char| matches!(char, 'I' | 'V' | 'X' | 'L'));
        let is_year = inside.len() == 4 && inside.chars().all(|char| char.is_ascii_digit());
        if is_roman {
            number = format!("{number} ({inside})");
        }
        if is_roman || is_year {
            next += 3;
        }
    }
    Some((number, next))
}

/// The numbers that follow one: ", 853, 874 and 884".
fn others(text: &Text<'_>, first: String, mut next: usize, end: usize) -> (String, usize) {
    let digits = |number: &str| number.chars().take_while(char::is_ascii_digit).count();
    let length = digits(&first);
    let mut all = first;
    loop {
        let link = match text.word(next) {
            "," if matches!(text.word(next + 1), "and" | "or") => 2,
            "," | ";" | "and" | "or" | "&" => 1,
            _ => break,
        };
        let (start, _) = start(text, next + link);
        // "Resolution 242, 5 members abstaining": another resolution has about as many digits.
        let Some((number, behind)) =
            one(text, start, end).filter(|(number, _)| digits(number) + 1 >= length && digits(number) > 0)
        else {
            break;
        };
        all.push_str(", ");
        all.push_str(&number);
        next = behind;
    }
    (all, next)
}

/// How many words may stand between resolutions and the list of their numbers.
const OWNER: usize = 7;

/// "resolutions of the Security Council (822, 853, 874 and 884)", "four resolutions: 822, 853, 874 and 884"
fn in_brackets(text: &Text<'_>, at: usize, end: usize) -> Option<Numbers> {
    let plain =
        |token: &usize| matches!(text.tokens().get(*token), Some(found) if found.kind == TokenKind::Word);
    let owner = if matches!(text.word(at), "of" | "by") { OWNER } else { 0 };
    let mark = at + (at..end.min(at + owner)).take_while(plain).count();
    if !matches!(text.word(mark), "(" | ":" | "-" | "–" | "—") {
        return None;
    }
    let (first, _) = start(text, mark + 1);
    let (number, next) = one(text, first, end)?;
    let (number, next) = others(text, number, next, end);
    // One number alone may be anything: "(2010)".
    number.contains(", ").then_some(Numbers { number, tokens: first..next, apart: true })
}
