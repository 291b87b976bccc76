//! What is read by code: figures, and words whose surroundings decide what they are.

use super::build::figures;
use super::grammar::{Grammar, Known};
use super::matcher::{Kept, Matcher};
use super::value::DateValue;
use super::words::WordId;
use crate::mentions::quantities::number;
use crate::text::TokenKind;

/// A terminal of the grammar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Terminal {
    /// A day of a month: "26", "26th".
    Day,
    /// A day of a month as an ordinal: "26th".
    OrdinalDay,
    /// A day of a month as an ordinal that stands alone.
    LoneDay,
    /// A day behind a date with a month, in a list: "May 6 and 7".
    NextDay,
    /// A year in four digits.
    Year,
    /// A year in any number of digits, for eras.
    AnyYear,
    /// The last two digits of a year.
    ShortYear,
    /// A year in four digits whose surroundings say that it is one.
    LoneYear,
    /// A month whose surroundings say that it is one.
    LoneMonth,
    /// A season whose surroundings say that it is a time.
    LoneSeason,
    /// A day of the week that is no part of a name.
    LoneWeekday,
    /// "1990s".
    Decade,
    /// "'80s": a decade of the 20th century.
    ShortDecade,
    /// A whole number in figures or words.
    Count,
    /// "nineteenth", "19th".
    Ordinal,
    /// A day in figures: 13.11.1956, 1956-11-13, 13/11/1956.
    Figures,
    /// A time of day: 10:57, 5 pm.
    Clock,
    /// A named day.
    Feast,
}

/// The name of each terminal in the grammar, and the name under which it is kept.
const TERMINALS: &[(&str, Terminal, &str)] = &[
    ("DAY", Terminal::Day, "day"),
    ("ORDINALDAY", Terminal::OrdinalDay, "day"),
    ("LONEDAY", Terminal::LoneDay, "day"),
    ("NEXTDAY", Terminal::NextDay, "day"),
    ("YEAR", Terminal::Year, "year"),
    ("ANYYEAR", Terminal::AnyYear, "year"),
    ("SHORTYEAR", Terminal::ShortYear, "year"),
    ("LONEYEAR", Terminal::LoneYear, "year"),
    ("LONEMONTH", Terminal::LoneMonth, "month"),
    ("LONESEASON", Terminal::LoneSeason, "season"),
    ("LONEWEEKDAY", Terminal::LoneWeekday, "weekday"),
    ("DECADE", Terminal::Decade, "decade"),
    ("SHORTDECADE", Terminal::ShortDecade, "decade"),
    ("COUNT", Terminal::Count, "number"),
    ("ORDINAL", Terminal::Ordinal, "ordinal"),
    ("FIGURES", Terminal::Figures, "first"),
    ("CLOCK", Terminal::Clock, ""),
    ("FEAST", Terminal::Feast, "feast"),
];

impl Terminal {
    pub(super) fn of(name: &str) -> Option<Self> {
        TERMINALS.iter().find_map(|(known, terminal, _)| (*known == name).then_some(*terminal))
    }

    pub(super) fn names() -> String {
        TERMINALS.iter().map(|(name, ..)| *name).collect::<Vec<_>>().join(", ")
    }

    /// The name under which it is kept; empty if it is not.
    pub(super) fn slot(self) -> &'static str {
        TERMINALS
            .iter()
            .find_map(|(_, terminal, slot)| (*terminal == self).then_some(*slot))
            .unwrap_or_default()
    }

    /// The words that it may begin with.
    pub(super) fn starts(self, grammar: &Grammar) -> Vec<WordId> {
        let of_class = |class| match grammar.class(class) {
            Some(class) => grammar.words.of_class(class).collect(),
            None => Vec::new(),
        };
        match self {
            Self::Day | Self::NextDay | Self::Decade | Self::ShortDecade | Self::Clock => {
                vec![WordId::NUMBER, WordId::MIXED]
            }
            Self::OrdinalDay | Self::LoneDay => vec![WordId::MIXED],
            Self::Year | Self::AnyYear | Self::ShortYear | Self::LoneYear | Self::Figures => {
                vec![WordId::NUMBER]
            }
            Self::Count => [vec![WordId::NUMBER], of_class(Known::Number)].concat(),
            Self::Ordinal => [vec![WordId::MIXED], of_class(Known::Ordinal)].concat(),
            Self::LoneMonth => of_class(Known::Month),
            Self::LoneSeason => of_class(Known::Season),
            Self::LoneWeekday => of_class(Known::Weekday),
            Self::Feast => grammar.days.iter().filter_map(|(words, _)| words.first().copied()).collect(),
        }
    }
}

impl Matcher<'_, '_> {
    /// Reads a terminal; what it says, and the position behind it.
    pub(super) fn terminal(&self, terminal: Terminal, at: usize) -> Option<(Kept, usize)> {
        let one = |number: Option<i32>| number.map(|number| (Kept::Number(number), at + 1));
        match terminal {
            Terminal::Day => one(self.day(at)),
            Terminal::OrdinalDay => one(self.day(at).filter(|_| self.id(at) == WordId::MIXED)),
            Terminal::LoneDay => {
                one(self.day(at).filter(|_| self.id(at) == WordId::MIXED && self.is_ordinal_day(at)))
            }
            Terminal::NextDay => one(self.day(at).filter(|_| self.is_next_day(at))),
            Terminal::Year => one(self.year(at)),
            Terminal::AnyYear => one(self.figure(at).filter(|year| (1..=9999).contains(year))),
            Terminal::ShortYear => one(self.figure(at).filter(|_| self.word(at).len() == 2)),
            Terminal::LoneYear => one(self.year(at).filter(|_| self.is_year(at))),
            Terminal::LoneMonth => one(self.class_value(at, Known::Month).filter(|_| self.is_month(at))),
            Terminal::LoneSeason => one(self.class_value(at, Known::Season).filter(|_| self.is_season(at))),
            Terminal::LoneWeekday => {
                one(self.class_value(at, Known::Weekday).filter(|_| self.is_weekday(at)))
            }
            Terminal::Decade => self.decade(at),
            Terminal::ShortDecade => one(self.short_decade(at)),
            Terminal::Count => self.count(at),
            Terminal::Ordinal => one(self.ordinal(at)),
            Terminal::Figures => self.figures(at).map(|(value, end)| (Kept::Value(value), end)),
            Terminal::Clock => self.clock(at).map(|end| (Kept::Number(0), end)),
            Terminal::Feast => self.feast(at),
        }
    }

    /// A whole number in figures.
    fn figure(&self, at: usize) -> Option<i32> {
        if self.id(at) == WordId::NUMBER { self.word(at).parse().ok() } else { None }
    }

    fn day(&self, at: usize) -> Option<i32> {
        let word = self.word(at);
        let digits = match self.id(at) {
            WordId::NUMBER => word,
            WordId::MIXED => ordinal_digits(word)?,
            _ => return None,
        };
        digits.parse().ok().filter(|day| digits.len() <= 2 && (1..=31).contains(day))
    }

    /// A year in four digits. "Su-1954" is a thing: letters before a hyphen name one.
    fn year(&self, at: usize) -> Option<i32> {
        let year = self.figure(at).filter(|year| self.word(at).len() == 4 && (1000..2100).contains(year))?;
        let named = at > self.place.tokens.start + 1
            && self.glued(at)
            && self.is_dash(at - 1)
            && self.glued(at - 1)
            && self.is_name(at - 2);
        (!named).then_some(year)
    }

    fn decade(&self, at: usize) -> Option<(Kept, usize)> {
        let (year, end) = match self.word(at).strip_suffix('s') {
            Some(year) => (year.parse::<i32>().ok()?, at + 1),
            // "1990's"
            None if self.is_sign(at + 1, "'s") => (self.year(at)?, at + 2),
            None => return None,
        };
        ((1000..2100).contains(&year) && year % 10 == 0).then_some((Kept::Number(year), end))
    }

    fn short_decade(&self, at: usize) -> Option<i32> {
        let decade: i32 = self.word(at).strip_suffix('s').filter(|digits| digits.len() == 2)?.parse().ok()?;
        // Those of this century are written out, or in words: "the 2010s", "the twenties".
        (decade % 10 == 0).then_some(1900 + decade)
    }

    fn count(&self, at: usize) -> Option<(Kept, usize)> {
        // "two million" is a number of two words, "2 days" is not.
        let short = self.figure(at).filter(|_| !self.is_class(at + 1, Known::Number));
        if let Some(value) = short {
            return (1..=9999).contains(&value).then_some((Kept::Number(value), at + 1));
        }
        let (number, end) = number::read(self.text, self.numbers, at, self.place.tokens.end)?;
        let value: i32 = number.value.to_string().parse().ok().filter(|value| (1..=9999).contains(value))?;
        (!number.indefinite).then_some((Kept::Number(value), end))
    }

    fn ordinal(&self, at: usize) -> Option<i32> {
        match self.id(at) {
            WordId::MIXED => ordinal_digits(self.word(at))?.parse().ok(),
            _ => self.class_value(at, Known::Ordinal),
        }
    }

    /// `13.11.1956`, `1956-11-13`, `13/11/1956`.
    fn figures(&self, at: usize) -> Option<(DateValue, usize)> {
        let word = self.word(at);
        if word.matches('.').count() == 2 {
            let mut parts = word.split('.').map(|part| (part.len(), part.parse::<u32>().ok()));
            let ((..=2, Some(day)), (..=2, Some(month)), (4, Some(year))) =
                (parts.next()?, parts.next()?, parts.next()?)
            else {
                return None;
            };
            return Some((figures(year, month, day)?, at + 1));
        }
        let separator = self.word(at + 1);
        let whole = (at + 1..=at + 4).all(|at| self.glued(at));
        let longer = self.glued(at + 5) && matches!(self.id(at + 5), WordId::NUMBER | WordId::MIXED);
        if !whole || self.word(at + 3) != separator || longer {
            return None;
        }
        let [first, second, third] = [word, self.word(at + 2), self.word(at + 4)];
        let numbers = (first.parse::<u32>().ok()?, second.parse::<u32>().ok()?, third.parse::<u32>().ok()?);
        let value = match (separator, first.len(), third.len()) {
            ("-" | "/", 4, 1..=2) => figures(numbers.0, numbers.1, numbers.2)?,
            ("/" | "-", 1..=2, 4) => match (numbers.0, numbers.1) {
                (13..=31, 1..=12) => figures(numbers.2, numbers.1, numbers.0)?,
                (1..=12, 13..=31) => figures(numbers.2, numbers.0, numbers.1)?,
                (day, month) if day == month && day <= 12 => figures(numbers.2, month, day)?,
                (1..=12, 1..=12) => DateValue::Ambiguous,
                _ => return None,
            },
            _ => return None,
        };
        Some((value, at + 5))
    }

    /// `10:57`, `5:30PM`, `19:00 hrs`, `5 p.m.`, `11 o'clock`; the position behind it.
    fn clock(&self, at: usize) -> Option<usize> {
        let hour = |word: &str, most: u32| word.parse::<u32>().is_ok_and(|hour| hour <= most);
        let digits = |word: &str| word.trim_end_matches(|char: char| char.is_ascii_alphabetic()).to_owned();
        let word = self.word(at);
        let has_minutes = self.is_sign(at + 1, ":") && self.glued(at + 1) && self.glued(at + 2);
        if word.len() <= 2 && hour(word, 24) && has_minutes {
            let minutes = self.word(at + 2);
            let (number, letters) =
                (digits(minutes), minutes.trim_start_matches(|char: char| char.is_ascii_digit()));
            if number.len() != 2 || !hour(&number, 59) {
                return None;
            }
            return match letters {
                "" => Some(self.half_day(at + 3).unwrap_or(at + 3)),
                _ if is_half_day(letters) || matches!(letters, "h" | "hr" | "hrs") => Some(at + 3),
                _ => None,
            };
        }
        let number = digits(word);
        if number.len() > 2 || !hour(&number, 12) {
            return None;
        }
        if number.len() < word.len() {
            return is_half_day(&word[number.len()..]).then_some(at + 1);
        }
        self.half_day(at + 1)
    }

    /// "pm", "p.m.", "o'clock", "hrs"; the position behind it.
    fn half_day(&self, at: usize) -> Option<usize> {
        let word = self.word(at);
        if is_half_day(word) || matches!(word, "hrs" | "hr" | "o'clock" | "o’clock" | "GMT" | "UTC") {
            return Some(at + 1);
        }
        let dotted = matches!(word, "a" | "p" | "A" | "P")
            && self.is_sign(at + 1, ".")
            && self.glued(at + 2)
            && matches!(self.word(at + 2), "m" | "M");
        // The last full stop may end the sentence, too.
        dotted.then_some(at + 3 + usize::from(self.is_sign(at + 3, ".")))
    }

    /// The longest named day that begins at a token, unless it is a part of a longer name.
    fn feast(&self, at: usize) -> Option<(Kept, usize)> {
        let matching =
            |words: &[WordId]| words.iter().enumerate().all(|(place, word)| self.id(at + place) == *word);
        let days = self.grammar.days.iter().filter(|(words, _)| matching(words));
        let (words, feast) = days.max_by_key(|(words, _)| words.len())?;
        let end = at + words.len();
        let capital = self.word(at).starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit());
        (capital && !self.is_name(end)).then_some((Kept::Feast(*feast), end))
    }

    /// Whether a token is a word with a capital that says nothing about time: a part of a name.
    pub(super) fn is_name(&self, at: usize) -> bool {
        (self.id(at) == WordId::NONE || self.is_class(at, Known::Counted))
            && self
                .text
                .tokens()
                .get(at)
                .is_some_and(|token| matches!(token.kind, TokenKind::Word | TokenKind::Mixed))
            && self.word(at).starts_with(char::is_uppercase)
    }
}

/// The digits of "26th".
fn ordinal_digits(word: &str) -> Option<&str> {
    let digits = word.trim_end_matches(|char: char| char.is_ascii_alphabetic());
    let ending = &word[digits.len()..];
    ["st", "nd", "rd", "th", "ST", "ND", "RD", "TH"]
        .contains(&ending)
        .then_some(digits)
        .filter(|digits| !digits.is_empty())
}

fn is_half_day(word: &str) -> bool {
    matches!(word, "am" | "pm" | "AM" | "PM")
}
