//! Writing an expression. Each value has one text, and that text is the only one that reads as the value.

use std::fmt::{Display, Formatter, Result, Write};

use super::Edtf;
use super::parts::{Date, DateTime, Digits, End, Kind, Mark, Part, Qualifier, Year, Zone};

/// Writes the one EDTF text of the value; reading it gives the value again.
impl Display for Edtf {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self.0 {
            Kind::Date(date) => date.fmt(f),
            Kind::DateTime(moment) => moment.fmt(f),
            Kind::Interval(interval) => write!(f, "{}/{}", interval.start(), interval.end()),
        }
    }
}

impl Display for End {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Open => f.write_str(".."),
            Self::Unknown => Ok(()),
            Self::At(date) => date.fmt(f),
        }
    }
}

impl Display for Date {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let marks = self.marks();
        marked(f, marks.year, self.year())?;
        match self.part() {
            Part::Year => Ok(()),
            Part::Group(group) => {
                f.write_char('-')?;
                marked(f, marks.month, group.code())
            }
            Part::Month(month) => {
                f.write_char('-')?;
                marked(f, marks.month, month)
            }
            Part::Day(month, day) => {
                f.write_char('-')?;
                marked(f, marks.month, month)?;
                f.write_char('-')?;
                marked(f, marks.day, day)
            }
        }
    }
}

/// One component between its qualifiers.
fn marked(f: &mut Formatter<'_>, mark: Mark, component: impl Display) -> Result {
    if let Some(before) = mark.before {
        before.fmt(f)?;
    }
    component.fmt(f)?;
    mark.after.map_or(Ok(()), |after| after.fmt(f))
}

impl Display for Year {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Long(year) => write!(f, "Y{year}"),
            Self::Four { negative, digits } => {
                f.write_str(if *negative { "-" } else { "" })?;
                digits.fmt(f)
            }
        }
    }
}

impl<const N: usize> Display for Digits<N> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        self.0.iter().try_for_each(|digit| match digit {
            Some(digit) => write!(f, "{digit}"),
            None => f.write_char('X'),
        })
    }
}

impl Display for Qualifier {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_char(match self {
            Self::Uncertain => '?',
            Self::Approximate => '~',
            Self::Both => '%',
        })
    }
}

impl Display for DateTime {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{}T{:02}:{:02}:{:02}", self.date, self.hour, self.minute, self.second)?;
        match self.zone {
            None => Ok(()),
            Some(Zone::Utc) => f.write_char('Z'),
            Some(Zone::Shift { west, hours, minutes }) => {
                write!(f, "{}{hours:02}", if west { '-' } else { '+' })?;
                minutes.map_or(Ok(()), |minutes| write!(f, ":{minutes:02}"))
            }
        }
    }
}
