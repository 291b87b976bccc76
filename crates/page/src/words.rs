//! How the words of the record's vocabularies, its dates and its numbers are put for readers.

use std::fmt::Write as _;

use verbale_core::{Amount, Bound, Edtf, Precision, Quantity};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The parts of a year that EDTF numbers from 21.
const PARTS: [&str; 21] = [
    "spring",
    "summer",
    "autumn",
    "winter",
    "spring",
    "summer",
    "autumn",
    "winter",
    "southern spring",
    "southern summer",
    "southern autumn",
    "southern winter",
    "first quarter of",
    "second quarter of",
    "third quarter of",
    "fourth quarter of",
    "first third of",
    "second third of",
    "last third of",
    "first half of",
    "second half of",
];

/// A word of a vocabulary: `withdrawal_from_body` as "withdrawal from body".
pub(crate) fn label(word: &str) -> String {
    word.replace('_', " ")
}

/// The same at the start of a line: "Withdrawal from body".
pub(crate) fn capital(word: &str) -> String {
    let mut chars = word.chars();
    let first = chars.next().map(|c| c.to_ascii_uppercase());
    first.into_iter().chain(chars).map(|c| if c == '_' { ' ' } else { c }).collect()
}

/// A date in words, as exact as its EDTF; what English has no short words for stays EDTF.
pub(crate) fn date(edtf: &Edtf) -> String {
    if edtf.is_interval() {
        return interval(edtf);
    }
    point(edtf).map_or_else(|| edtf.to_string(), |words| hedge(edtf).to_owned() + &words)
}

fn hedge(edtf: &Edtf) -> &'static str {
    match (edtf.is_approximate(), edtf.is_uncertain()) {
        (true, true) => "perhaps about ",
        (true, false) => "about ",
        (false, true) => "perhaps ",
        (false, false) => "",
    }
}

/// A date that is no interval, without its qualifiers.
fn point(edtf: &Edtf) -> Option<String> {
    let text = edtf.to_string();
    let bare = text.trim_matches(['?', '~', '%']);
    // A qualifier within, or digits that are not given: only whole decades have words.
    if bare.contains(['?', '~', '%']) {
        return None;
    }
    if bare.contains('X') {
        let decade = bare.strip_suffix('X').filter(|_| edtf.precision() == Precision::Decade)?;
        let plain = decade.len() == 3 && decade.bytes().all(|byte| byte.is_ascii_digit());
        return plain.then(|| format!("{decade}0s"));
    }
    let year = year(edtf.calendar_year()?);
    match edtf.precision() {
        Precision::Day => {
            let month = month(edtf)?;
            let day = format!("{} {month} {year}", edtf.day_of_month()?);
            // The time of day is left as it is written.
            Some(bare.split_once('T').map_or_else(|| day.clone(), |(_, time)| format!("{day}, {time}")))
        }
        Precision::Month => Some(format!("{} {year}", month(edtf)?)),
        Precision::Season => {
            let code: usize = bare.get(bare.len().checked_sub(2)?..)?.parse().ok()?;
            Some(format!("{} {year}", PARTS.get(code.checked_sub(21)?)?))
        }
        Precision::Year => Some(year),
        Precision::Decade | Precision::Century | Precision::Interval => None,
    }
}

fn month(edtf: &Edtf) -> Option<&'static str> {
    MONTHS.get(usize::try_from(edtf.month_of_year()?.checked_sub(1)?).ok()?).copied()
}

/// The name of a month, 1 to 12, in three letters.
pub(crate) fn short_month(month: u32) -> &'static str {
    let index = usize::try_from(month.saturating_sub(1)).unwrap_or_default();
    MONTHS.get(index).and_then(|name| name.get(..3)).unwrap_or_default()
}

/// A year as historians write it; 0 is 1 BC.
pub(crate) fn year(year: i32) -> String {
    match year {
        ..=0 => format!("{} BC", 1 - i64::from(year)),
        1..=999 => format!("AD {year}"),
        _ => year.to_string(),
    }
}

fn interval(edtf: &Edtf) -> String {
    let text = edtf.to_string();
    let (from, to) = text.split_once('/').unwrap_or((&text, ""));
    match (edtf.start(), edtf.end()) {
        (Some(start), Some(end)) => between(&start, &end),
        (Some(start), None) if to == ".." => format!("from {}", date(&start)),
        (Some(start), None) => format!("{} to an unknown date", date(&start)),
        (None, Some(end)) if from == ".." => format!("until {}", date(&end)),
        (None, Some(end)) => format!("unknown date to {}", date(&end)),
        (None, None) => text,
    }
}

/// "19–20 November 2022" rather than the month and year twice.
fn between(start: &Edtf, end: &Edtf) -> String {
    let plain = [start, end].iter().all(|date| {
        date.precision() == Precision::Day
            && !date.is_approximate()
            && !date.is_uncertain()
            && point(date).is_some()
    });
    let same_month =
        start.calendar_year() == end.calendar_year() && start.month_of_year() == end.month_of_year();
    match start.day_of_month().filter(|_| plain && same_month) {
        Some(day) => format!("{day}–{}", date(end)),
        None => format!("{} – {}", date(start), date(end)),
    }
}

/// Words without what only sets them: what the source broke over two lines at a hyphen is on one line, asterisks are gone.
pub(crate) fn flowing(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let starts_low = line.starts_with(char::is_lowercase);
        let kept = words.trim_end().len();
        let in_word = words.get(..kept).and_then(|word| word.strip_suffix('-'));
        if starts_low
            && words.ends_with('\n')
            && in_word.is_some_and(|word| word.ends_with(char::is_alphabetic))
        {
            words.truncate(kept);
        }
        words.push_str(line);
    }
    words.replace("**", "")
}

/// A number as it is bounded: "at least 12,000", "10–12", "over 4,750,000,000 USD", "209, from 138".
pub(crate) fn quantity(quantity: &Quantity) -> String {
    let mut words = String::new();
    words.push_str(match quantity.bound {
        Bound::Exact => "",
        Bound::AtLeast => "at least ",
        Bound::Over => "over ",
        Bound::AtMost => "at most ",
        Bound::Under => "under ",
        Bound::About => "about ",
    });
    words.push_str(&amount(quantity.value));
    if let Some(max) = quantity.max {
        let _ = write!(words, "–{}", amount(max));
    }
    // What is counted is named beside it, or stands in the words of the text; a currency belongs to its number.
    if let Some(currency) =
        quantity.unit.as_deref().filter(|unit| unit.bytes().all(|byte| byte.is_ascii_uppercase()))
    {
        let _ = write!(words, " {currency}");
    }
    if let Some(before) = quantity.change_from {
        let _ = write!(words, ", from {}", amount(before));
    }
    if let Some(period) = &quantity.period {
        let _ = write!(words, " a {period}");
    }
    words
}

/// A number with commas between the thousands.
fn amount(amount: Amount) -> String {
    let text = amount.to_string();
    let (whole, fraction) = text.split_at(text.find('.').unwrap_or(text.len()));
    let mut words = String::with_capacity(text.len() + text.len() / 3);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            words.push(',');
        }
        words.push(digit);
    }
    words + fraction
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_as_exact_as_their_edtf() {
        let cases = [
            ("1979-03-26", "26 March 1979"),
            ("2020-10", "October 2020"),
            ("1957", "1957"),
            ("0431", "AD 431"),
            ("-0420", "421 BC"),
            ("202X", "2020s"),
            ("20XX", "20XX"),
            ("2020~", "about 2020"),
            ("1984?", "perhaps 1984"),
            ("2001-21", "spring 2001"),
            ("2001-34", "second quarter of 2001"),
            ("2022-11-19/2022-11-20", "19–20 November 2022"),
            ("1980-09/1988-08", "September 1980 – August 1988"),
            ("1985/..", "from 1985"),
            ("../1985", "until 1985"),
            ("1985/", "1985 to an unknown date"),
            ("XXXX-05-10", "XXXX-05-10"),
            ("1985-04-12T23:20:30", "12 April 1985, 23:20:30"),
            ("2004-?06-11", "2004-?06-11"),
        ];
        for (edtf, words) in cases {
            assert_eq!(date(&edtf.parse().unwrap()), words, "{edtf}");
        }
    }

    #[test]
    fn numbers_have_commas() {
        let number = |text: &str| amount(Amount::new(text.parse().unwrap()).unwrap());
        assert_eq!([number("7"), number("1234"), number("123456.5")], ["7", "1,234", "123,456.5"]);
    }

    #[test]
    fn a_word_broken_over_two_lines_is_one_word() {
        assert_eq!(
            flowing("the **Argen-\ntine** vice-\r\npresident - \nand he"),
            "the Argen-tine vice-president - \nand he"
        );
    }

    #[test]
    fn labels_are_words() {
        assert_eq!(
            (capital("withdrawal_from_body"), label("at_least")),
            ("Withdrawal from body".into(), "at least".into())
        );
    }
}
