//! Things that look like one word although they hold marks: addresses, initials, symbols, dates, item numbers.

/// What numbers an item of a list before its full stop: figures, a letter or a Roman numeral.
pub(crate) fn is_item_number(body: &str) -> bool {
    let bytes = body.as_bytes();
    (bytes.len() <= 3 && bytes.iter().all(u8::is_ascii_digit))
        || (bytes.len() == 1 && bytes.iter().all(u8::is_ascii_alphabetic))
        || (bytes.len() <= 5 && (is_roman(body) || bytes.iter().all(|b| b"ivxlc".contains(b))))
}

/// A web or mail address.
pub(crate) fn is_address(body: &str) -> bool {
    let lower = body.get(..8.min(body.len())).unwrap_or("").to_ascii_lowercase();
    if ["http://", "https://", "ftp://", "www."].iter().any(|p| lower.starts_with(p))
        || body.contains("://") && body.as_bytes().first().is_some_and(u8::is_ascii_alphabetic)
    {
        return true;
    }
    match body.split_once('@') {
        Some((user, host)) => {
            !user.is_empty()
                && host.contains('.')
                && !host.starts_with('.')
                && user.bytes().all(|b| b.is_ascii_alphanumeric() || b"._+-".contains(&b))
        }
        None => false,
    }
}

/// Letters each followed by a stop ("U.S.", "J.R.R", "a.m."), or one capital with a stop ("J.").
pub(crate) fn is_dotted(body: &str) -> bool {
    let mut letters = 0;
    let mut want_letter = true;
    let mut dots = 0;
    for c in body.chars() {
        if want_letter && c.is_alphabetic() {
            letters += 1;
            want_letter = false;
        } else if !want_letter && c == '.' {
            dots += 1;
            want_letter = true;
        } else {
            return false;
        }
    }
    (letters >= 2 && dots >= 1)
        || (letters == 1 && dots == 1 && body.chars().next().is_some_and(char::is_uppercase))
}

/// A document symbol ("S/PRST/2020/9", "A/75/PV.4", "S/2020/123/Add.1"): capitals, digits and slashes.
pub(crate) fn is_symbol(body: &str) -> bool {
    /// How the United Nations mark a change to a document (ST/LIB/SER.B/5, United Nations document series symbols).
    const CHANGES: [&str; 6] = ["Add", "Amend", "Corr", "Excerpt", "Rev", "Summary"];
    let is_segment = |part: &str| {
        let plain =
            |p: &str| p.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b".-".contains(&b));
        plain(part)
            || part.split_once('.').is_some_and(|(change, number)| CHANGES.contains(&change) && plain(number))
    };
    body.as_bytes().first().is_some_and(u8::is_ascii_uppercase)
        && body.contains('/')
        && body.bytes().any(|b| b.is_ascii_digit())
        && body.split('/').all(is_segment)
        && body.as_bytes().last().is_some_and(u8::is_ascii_alphanumeric)
}

/// A date or clock time in figures ("2020-10-11", "11.10.2020", "11/10/2020", "14:30").
pub(crate) fn is_date(body: &str) -> bool {
    let figures = |mark: char| {
        body.split(mark).all(|p| (1..=4).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_digit()))
    };
    let marks = |mark: char| body.matches(mark).count();
    (marks('-') == 2 && figures('-'))
        || (marks('.') == 2 && figures('.'))
        || (marks('/') == 2 && figures('/'))
        || ((1..=2).contains(&marks(':')) && figures(':'))
}

pub(crate) fn is_roman(text: &str) -> bool {
    let core = text.trim_end_matches([',', '.', ';', ')']);
    !core.is_empty() && core.bytes().all(|b| b"IVXLC".contains(&b))
}
