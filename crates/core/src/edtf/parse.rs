//! Reading an expression. One pass from left to right; every error says where it stopped.

use std::str::FromStr;

use super::parts::{Date, DateTime, Digits, End, Group, Interval, Kind, Marks, Part, Qualifier, Year, Zone};
use super::{Edtf, EdtfError};

impl FromStr for Edtf {
    type Err = EdtfError;

    /// Reads the whole of `text`; no spaces, no other spelling than the one that [`Display`](std::fmt::Display) writes.
    fn from_str(text: &str) -> Result<Self, EdtfError> {
        let mut reader = Reader { bytes: text.as_bytes(), at: 0 };
        reader.expression().map(Self)
    }
}

/// All that was read so far is ASCII, so that the byte position is also the position in code points.
struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn expression(&mut self) -> Result<Kind, EdtfError> {
        let start = match self.peek() {
            None => return Err(self.expected("a date")),
            Some(b'[' | b'{') => return Err(self.unsupported("a set of dates (level 2)")),
            Some(b'/') => End::Unknown,
            Some(b'.') => self.open_end()?,
            Some(_) => End::At(self.date()?),
        };
        match (start, self.peek()) {
            (End::At(date), None) => Ok(Kind::Date(date)),
            (End::At(date), Some(b'T')) => self.time_of(date).map(Kind::DateTime),
            (_, Some(b'/')) => self.interval_from(start).map(Kind::Interval),
            (End::At(date), Some(_)) => Err(self.unexpected_after(date)),
            _ => Err(self.expected("'/' and the end of the interval")),
        }
    }

    fn interval_from(&mut self, start: End) -> Result<Interval, EdtfError> {
        self.at += 1;
        let end_at = self.at;
        let end = match self.peek() {
            None => End::Unknown,
            Some(b'.') => self.open_end()?,
            Some(_) => End::At(self.date()?),
        };
        match (end, self.peek()) {
            (_, None) => {}
            (_, Some(b'/')) => return Err(self.expected("the end: an interval has one start and one end")),
            (_, Some(b'T')) => return Err(self.expected("the end: an interval has no time of day")),
            (End::At(date), Some(_)) => return Err(self.unexpected_after(date)),
            _ => return Err(self.expected("the end")),
        }
        Interval::new(start, end).map_err(|expected| expected_at(end_at, expected))
    }

    /// `..`
    fn open_end(&mut self) -> Result<End, EdtfError> {
        self.require(b'.', "'..'")?;
        self.require(b'.', "'..'")?;
        Ok(End::Open)
    }

    fn date(&mut self) -> Result<Date, EdtfError> {
        let mut marks = Marks::default();
        marks.year.before = self.qualifier();
        let year_at = self.at;
        let year = self.year()?;
        marks.year.after = self.qualifier();

        let mut part = Part::Year;
        let mut part_at = year_at;
        if matches!(year, Year::Four { .. }) && self.eat(b'-') {
            marks.month.before = self.qualifier();
            part_at = self.at;
            part = self.month_or_group()?;
            marks.month.after = self.qualifier();
        }
        if let Part::Month(month) = part
            && self.eat(b'-')
        {
            marks.day.before = self.qualifier();
            part_at = self.at;
            part = Part::Day(month, self.day()?);
            marks.day.after = self.qualifier();
        }
        // Year, month and day exist, each for itself; what is left to see is whether the month has the day.
        Date::new(year, part, marks).ok_or(expected_at(part_at, "a day that exists in this month"))
    }

    fn year(&mut self) -> Result<Year, EdtfError> {
        if self.eat(b'Y') {
            return self.long_year();
        }
        let at = self.at;
        let negative = self.eat(b'-');
        let mut digits = Digits::UNSPECIFIED;
        for digit in &mut digits.0 {
            *digit = self.digit_or_x("a year of four digits, each 0 to 9 or X")?;
        }
        let year = Year::Four { negative, digits };
        let exists = year.completions().next().is_some();
        exists.then_some(year).ok_or(expected_at(at, "a year other than minus zero (1 BCE is 0000)"))
    }

    fn long_year(&mut self) -> Result<Year, EdtfError> {
        let negative = self.eat(b'-');
        let start = self.at;
        if self.peek() == Some(b'0') {
            return Err(self.expected("a digit 1 to 9"));
        }
        let mut year = 0_i32;
        while let Some(digit) = self.digit() {
            let digit = if negative { -i32::from(digit) } else { digit.into() };
            year = year
                .checked_mul(10)
                .and_then(|tens| tens.checked_add(digit))
                .ok_or(expected_at(start, "a year between -2147483648 and 2147483647"))?;
        }
        match self.peek() {
            Some(b'E') => Err(self.unsupported("an exponent of a year (level 2)")),
            _ if Year::four(year).is_none() => Ok(Year::Long(year)),
            _ => Err(self.expected("five digits or more after Y")),
        }
    }

    fn month_or_group(&mut self) -> Result<Part, EdtfError> {
        const EXPECTED: &str = "a month 01 to 12 or a season or other part of the year 21 to 41";
        let at = self.at;
        let digits = Digits([self.digit_or_x(EXPECTED)?, self.digit_or_x(EXPECTED)?]);
        if let Some(group) = digits.value().and_then(Group::of) {
            return Ok(Part::Group(group));
        }
        let exists = digits.completions().any(|month| (1..=12).contains(&month));
        exists.then_some(Part::Month(digits)).ok_or(expected_at(at, EXPECTED))
    }

    fn day(&mut self) -> Result<Digits<2>, EdtfError> {
        const EXPECTED: &str = "a day 01 to 31, each digit 0 to 9 or X";
        let at = self.at;
        let digits = Digits([self.digit_or_x(EXPECTED)?, self.digit_or_x(EXPECTED)?]);
        let exists = digits.completions().any(|day| (1..=31).contains(&day));
        exists.then_some(digits).ok_or(expected_at(at, EXPECTED))
    }

    fn time_of(&mut self, date: Date) -> Result<DateTime, EdtfError> {
        let complete = match (date.year().value(), date.part()) {
            (Some(_), Part::Day(month, day)) => month.value().and(day.value()).is_some(),
            _ => false,
        };
        if !complete || date.marks() != Marks::default() {
            return Err(self.expected("the end: only a complete day without qualifiers has a time"));
        }
        self.at += 1;
        let hour = self.number_below(24, "an hour 00 to 23")?;
        self.require(b':', "':' and the minute")?;
        let minute = self.number_below(60, "a minute 00 to 59")?;
        self.require(b':', "':' and the second")?;
        let second = self.number_below(60, "a second 00 to 59")?;
        let zone = self.zone()?;
        let moment = DateTime { date, hour, minute, second, zone };
        match self.peek() {
            None => Ok(moment),
            Some(b'/') => Err(self.expected("the end: an interval has no time of day")),
            Some(_) => Err(self.expected("the end, 'Z' or a shift from UTC such as +02:00")),
        }
    }

    fn zone(&mut self) -> Result<Option<Zone>, EdtfError> {
        let west = match self.peek() {
            Some(b'Z') => {
                self.at += 1;
                return Ok(Some(Zone::Utc));
            }
            Some(b'+') => false,
            Some(b'-') => true,
            _ => return Ok(None),
        };
        let sign_at = self.at;
        self.at += 1;
        let hours = self.number_below(24, "the hours of the shift, 00 to 23")?;
        let minutes = if self.eat(b':') {
            Some(self.number_below(60, "the minutes of the shift, 00 to 59")?)
        } else {
            None
        };
        if west && hours == 0 && minutes.unwrap_or(0) == 0 {
            return Err(expected_at(sign_at, "'+' or 'Z' for no shift"));
        }
        Ok(Some(Zone::Shift { west, hours, minutes }))
    }

    fn number_below(&mut self, limit: u8, expected: &'static str) -> Result<u8, EdtfError> {
        let at = self.at;
        match (self.digit(), self.digit()) {
            (Some(tens), Some(ones)) if tens * 10 + ones < limit => Ok(tens * 10 + ones),
            _ => Err(expected_at(at, expected)),
        }
    }

    fn qualifier(&mut self) -> Option<Qualifier> {
        let qualifier = match self.peek()? {
            b'?' => Qualifier::Uncertain,
            b'~' => Qualifier::Approximate,
            b'%' => Qualifier::Both,
            _ => return None,
        };
        self.at += 1;
        Some(qualifier)
    }

    /// A known digit, or `None` for `X`.
    fn digit_or_x(&mut self, expected: &'static str) -> Result<Option<u8>, EdtfError> {
        if self.eat(b'X') {
            return Ok(None);
        }
        match self.digit() {
            Some(digit) => Ok(Some(digit)),
            None => Err(self.expected(expected)),
        }
    }

    fn digit(&mut self) -> Option<u8> {
        let digit = self.peek().filter(u8::is_ascii_digit)? - b'0';
        self.at += 1;
        Some(digit)
    }

    fn require(&mut self, byte: u8, expected: &'static str) -> Result<(), EdtfError> {
        if self.eat(byte) { Ok(()) } else { Err(self.expected(expected)) }
    }

    fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        if found {
            self.at += 1;
        }
        found
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// What is wrong with the byte after a date that could be read.
    fn unexpected_after(&self, date: Date) -> EdtfError {
        match (date.part(), self.peek()) {
            (Part::Year, Some(b'S')) => self.unsupported("significant digits of a year (level 2)"),
            (Part::Year, Some(b'0'..=b'9')) => {
                self.expected("the end of the year: beyond four digits it begins with Y")
            }
            (Part::Year, Some(b'-')) => self.expected("the end: a year with Y has no month"),
            (Part::Group(_), Some(b'-')) => {
                self.expected("the end: a season or other part of the year has no day")
            }
            (Part::Year, _) => self.expected("'-', a qualifier, '/' or the end"),
            _ => self.expected("a qualifier, '-' before the next part, '/' or the end"),
        }
    }

    fn expected(&self, expected: &'static str) -> EdtfError {
        expected_at(self.at, expected)
    }

    fn unsupported(&self, feature: &'static str) -> EdtfError {
        EdtfError::Unsupported { position: self.at, feature }
    }
}

const fn expected_at(position: usize, expected: &'static str) -> EdtfError {
    EdtfError::Text { position, expected }
}
