//! What validation reports.

use std::fmt;

/// Declares the closed list of codes with the text that documents each.
macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $code:literal,)+) => {
        /// The closed list of what can be wrong with a record. Codes are stable: programs may rely on them.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum ProblemCode { $($(#[doc = $doc])+ $variant,)+ }

        impl ProblemCode {
            /// Every code, in the order of the documentation.
            pub const ALL: &'static [ProblemCode] = &[$(ProblemCode::$variant,)+];

            /// The code as programs see it: kebab-case.
            pub const fn as_str(self) -> &'static str {
                match self { $(ProblemCode::$variant => $code,)+ }
            }

            /// What the code means, in a sentence.
            pub const fn meaning(self) -> &'static str {
                match self { $(ProblemCode::$variant => concat!($($doc),+).trim_ascii(),)+ }
            }
        }
    };
}

codes! {
    /// The input is not JSON.
    InvalidJson = "invalid-json",
    /// `format` names another version of the contract than `verbale/1`.
    UnsupportedFormat = "unsupported-format",
    /// A value has another JSON type than its field.
    WrongType = "wrong-type",
    /// A field that every record has is missing.
    MissingField = "missing-field",
    /// A field that the contract does not have.
    UnknownField = "unknown-field",
    /// A word that the closed vocabulary of the field does not have.
    UnknownTerm = "unknown-term",
    /// A text that must say something is empty.
    EmptyText = "empty-text",
    /// A list that must hold something is empty.
    EmptyList = "empty-list",
    /// A value is not an identifier of the kind that the field holds.
    BadId = "bad-id",
    /// Two things of one kind have the same identifier.
    DuplicateId = "duplicate-id",
    /// No actor has the identifier.
    DanglingActor = "dangling-actor",
    /// No place has the identifier.
    DanglingPlace = "dangling-place",
    /// No date has the identifier.
    DanglingDate = "dangling-date",
    /// No quantity has the identifier.
    DanglingQuantity = "dangling-quantity",
    /// No event has the identifier.
    DanglingEvent = "dangling-event",
    /// No section has the identifier.
    DanglingSection = "dangling-section",
    /// A span ends where it starts, or before.
    ReversedSpan = "reversed-span",
    /// A span ends behind the text.
    SpanOutsideText = "span-outside-text",
    /// A quote is not what the text says at that place.
    QuoteMismatch = "quote-mismatch",
    /// Two spans share a stretch of the text and quote it differently.
    QuoteConflict = "quote-conflict",
    /// The record was made from another text: length or checksum differ.
    TextMismatch = "text-mismatch",
    /// A value is not an EDTF date of the supported profile.
    BadEdtf = "bad-edtf",
    /// A value is not an ISO 8601 calendar date.
    BadDate = "bad-date",
    /// A date's `earliest` is later than its `latest`.
    ReversedDates = "reversed-dates",
    /// A date's `earliest` or `latest` is not what its EDTF says.
    BoundsMismatch = "bounds-mismatch",
    /// A date's `precision` is not what its EDTF says.
    PrecisionMismatch = "precision-mismatch",
    /// A relative date without the anchor that it was counted from.
    MissingAnchor = "missing-anchor",
    /// A date or quantity that another part repeats differs from the one of that identifier in the record's list.
    CopyMismatch = "copy-mismatch",
    /// Not an ISO 3166-1 alpha-3 code, nor a withdrawn one of ISO 3166-3.
    UnknownCountry = "unknown-country",
    /// A unit in three capitals that is no ISO 4217 currency.
    UnknownCurrency = "unknown-currency",
    /// Not an ISO 639-1 code.
    UnknownLanguage = "unknown-language",
    /// Not a Wikidata item such as `Q142`.
    BadWikidata = "bad-wikidata",
    /// Not a SHA-256 checksum in lower-case hexadecimal digits.
    BadChecksum = "bad-checksum",
    /// Latitude or longitude outside the globe, or one without the other.
    BadCoordinates = "bad-coordinates",
    /// A number below zero.
    NegativeNumber = "negative-number",
    /// A range whose `max` is below its `value`.
    ReversedRange = "reversed-range",
    /// An actor is, through its members, a member of itself.
    MemberCycle = "member-cycle",
    /// An actor or a section is, through its parents, its own parent.
    ParentCycle = "parent-cycle",
    /// An event is related to itself.
    SelfReference = "self-reference",
    /// The PLOVER mode is not one of the event type.
    ModeMismatch = "mode-mismatch",
    /// The quad class is not that of the PLOVER event type.
    QuadMismatch = "quad-mismatch",
}

impl fmt::Display for ProblemCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// One thing that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What kind of problem.
    pub code: ProblemCode,
    /// The field, as in `events[3].participants[0].actor`; empty for the record as a whole.
    pub path: String,
    /// What was found and what is expected.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = if self.path.is_empty() { "record" } else { &self.path };
        write!(f, "{path}: {} [{}]", self.message, self.code)
    }
}

/// Everything that is wrong with a record; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValidationError {
    problems: Vec<Problem>,
}

impl ValidationError {
    /// `None` for an empty list: nothing is wrong then.
    pub(crate) fn new(problems: Vec<Problem>) -> Option<Self> {
        if problems.is_empty() { None } else { Some(Self { problems }) }
    }

    pub(crate) fn from_problem(code: ProblemCode, message: &str) -> Self {
        Self { problems: vec![Problem { code, path: String::new(), message: message.to_owned() }] }
    }

    /// The problems, in the order of the record's fields.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }
}

impl fmt::Display for ValidationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.problems.len();
        write!(f, "the record has {count} problem{}", if count == 1 { "" } else { "s" })?;
        for problem in &self.problems {
            write!(f, "\n  {problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for ValidationError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_distinct_kebab_case_and_documented() {
        let mut seen = std::collections::BTreeSet::new();
        for code in ProblemCode::ALL {
            assert!(seen.insert(code.as_str()), "{code} stands twice");
            assert!(code.as_str().bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{code}");
            assert!(code.meaning().ends_with('.'), "{code}: {}", code.meaning());
        }
    }
}
