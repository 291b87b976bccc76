//! The grammar as one regular expression, for JSON Schema.

/// A date without time, its qualifiers included.
macro_rules! date {
    () => {
        concat!(
            "[?~%]?(?:",
            "Y-?[1-9][0-9]{4,9}[?~%]?",
            "|-?[0-9X]{4}[?~%]?(?:",
            "-[?~%]?(?:2[1-9]|3[0-9]|4[01])[?~%]?",
            "|-[?~%]?(?:0[1-9X]|1[0-2X]|X[0-9X])[?~%]?",
            "(?:-[?~%]?(?:0[1-9X]|[12][0-9X]|3[01X]|X[0-9X])[?~%]?)?",
            ")?)"
        )
    };
}

/// An anchored regular expression (ECMA-262, as JSON Schema asks; no look-around, ASCII classes only) that matches every
/// text which [`Edtf`](super::Edtf) reads.
///
/// It knows the grammar but not the calendar: it also matches days that do not exist (`2023-02-30`), minus zero
/// (`-0000`) and intervals that end before they start, which reading refuses.
pub const PATTERN: &str = concat!(
    "^(?:",
    date!(),
    "(?:/(?:\\.\\.|",
    date!(),
    ")?)?|(?:\\.\\.)?/",
    date!(),
    "|-?[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])",
    "T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]",
    "(?:Z|[+-](?:[01][0-9]|2[0-3])(?::[0-5][0-9])?)?",
    ")$"
);
