//! Dates: what calendar time an expression names, and how it was found out.

use chrono::NaiveDate;
use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::Value;

use crate::edtf::{Edtf, Precision};
use crate::id::DateId;
use crate::span::Span;
use crate::validate::{Check, Part, ProblemCode, Rules, part};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// How the calendar value of an expression was found out.
    pub enum Basis {
        /// The words say it in full.
        Explicit = "explicit",
        /// The missing part was taken from an earlier or later date in the text.
        Inherited = "inherited",
        /// Counted from another date.
        Relative = "relative",
        /// Counted from the document's own date.
        Publication = "publication",
    }
}

part! {
    /// A temporal expression that names a calendar time.
    ///
    /// ```
    /// use verbale_core::{Basis, Date, DateId, Edtf, TextIndex};
    ///
    /// let text = TextIndex::new("They met in June 1815.");
    /// let edtf = Edtf::month(1815, 6)?;
    /// let date = Date::new(DateId::from_index(0), edtf, Basis::Explicit, None, text.span(12..21).unwrap());
    /// assert_eq!(date.latest().unwrap().to_string(), "1815-06-30");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct Date {
        /// Identifier within the record.
        id: DateId,
        /// The value in EDTF, never more exact than the words.
        edtf: Edtf,
        /// First day that the expression may mean, inclusive; `null` if that is open or unknown.
        #[schemars(schema_with = "iso_date_schema")]
        earliest: Option<NaiveDate>,
        /// Last day that the expression may mean, inclusive; `null` if that is open or unknown.
        #[schemars(schema_with = "iso_date_schema")]
        latest: Option<NaiveDate>,
        /// How exact the value is.
        precision: Precision,
        /// How the value was found out.
        basis: Basis,
        /// The expression that the value was counted or completed from.
        anchor: Option<Span>,
        /// The words that name the time.
        span: Span,
    }
}

impl Date {
    /// A date; bounds and precision follow from the EDTF.
    pub fn new(id: DateId, edtf: Edtf, basis: Basis, anchor: Option<Span>, span: Span) -> Self {
        let DateParts { earliest, latest, precision } = DateParts::of(&edtf);
        Self { id, edtf, earliest, latest, precision, basis, anchor, span }
    }

    /// Identifier within the record.
    pub const fn id(&self) -> DateId {
        self.id
    }

    /// The value in EDTF.
    pub const fn edtf(&self) -> &Edtf {
        &self.edtf
    }

    /// First day that the expression may mean, inclusive; `None` if that is open or unknown.
    pub const fn earliest(&self) -> Option<NaiveDate> {
        self.earliest
    }

    /// Last day that the expression may mean, inclusive; `None` if that is open or unknown.
    pub const fn latest(&self) -> Option<NaiveDate> {
        self.latest
    }

    /// How exact the value is.
    pub const fn precision(&self) -> Precision {
        self.precision
    }

    /// How the value was found out.
    pub const fn basis(&self) -> Basis {
        self.basis
    }

    /// The expression that the value was counted or completed from.
    pub const fn anchor(&self) -> Option<&Span> {
        self.anchor.as_ref()
    }

    /// The words that name the time.
    pub const fn span(&self) -> &Span {
        &self.span
    }
}

impl Rules for Date {
    fn rules(seen: &Self::Seen<'_>, check: &mut Check<'_>) {
        DateParts::agree(seen.edtf, [seen.earliest, seen.latest], seen.precision, check);
        if seen.basis == Some(&Basis::Relative) && seen.anchor == Some(&None) {
            check.field("anchor", |check| {
                check.problem(
                    ProblemCode::MissingAnchor,
                    "a relative date names the expression that it was counted from",
                );
            });
        }
    }

    fn whole(&self, check: &mut Check<'_>) {
        check.date(self);
    }
}

/// What follows from the EDTF of a date.
#[derive(Debug)]
pub(crate) struct DateParts {
    pub(crate) earliest: Option<NaiveDate>,
    pub(crate) latest: Option<NaiveDate>,
    pub(crate) precision: Precision,
}

impl DateParts {
    pub(crate) fn of(edtf: &Edtf) -> Self {
        Self { earliest: edtf.earliest(), latest: edtf.latest(), precision: edtf.precision() }
    }

    /// The bounds `[earliest, latest]` and the precision of a date must be what its EDTF says, as far as they could be read.
    pub(crate) fn agree(
        edtf: Option<&Edtf>,
        [earliest, latest]: [Option<&Option<NaiveDate>>; 2],
        precision: Option<&Precision>,
        check: &mut Check<'_>,
    ) {
        if let (Some(Some(earliest)), Some(Some(latest))) = (earliest, latest)
            && earliest > latest
        {
            let message = format!("earliest {earliest} is later than latest {latest}");
            check.problem(ProblemCode::ReversedDates, message);
        }
        let Some(edtf) = edtf else { return };
        let expected = Self::of(edtf);
        for (field, found, expected) in
            [("earliest", earliest, expected.earliest), ("latest", latest, expected.latest)]
        {
            if let Some(&found) = found
                && found != expected
            {
                let text = |date: Option<NaiveDate>| date.map_or("null".to_owned(), |date| date.to_string());
                let message = format!("`{edtf}` has {field} {}, found {}", text(expected), text(found));
                check.field(field, |check| check.problem(ProblemCode::BoundsMismatch, message));
            }
        }
        if let Some(&found) = precision
            && found != expected.precision
        {
            let message = format!("`{edtf}` has precision {}, found {found}", expected.precision);
            check.field("precision", |check| check.problem(ProblemCode::PrecisionMismatch, message));
        }
    }
}

/// The schema of a calendar date; JSON Schema's own `date` format has no years before 0.
pub(crate) fn iso_date_schema(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": ["string", "null"], "pattern": "^([+-][0-9]{4,6}|[0-9]{4})-[0-9]{2}-[0-9]{2}$" })
}

impl Part for NaiveDate {
    fn read(value: &Value, check: &mut Check<'_>) -> Option<Self> {
        let text = check.string(value)?;
        match text.parse() {
            Ok(date) => Some(date),
            Err(_) => {
                check.problem(ProblemCode::BadDate, format!("`{text}` is not a date in the form 1815-06-09"));
                None
            }
        }
    }

    fn check(&self, _: &mut Check<'_>) {}
}
