//! Spans: where in the source text a value was read, and the words that stand there.

use std::ops::Range;

use crate::validate::{Check, ProblemCode, Rules, part};

part! {
    /// A stretch of the source text: positions in Unicode code points, half-open, and the words between them
    /// (text position selector and text quote selector of the W3C Web Annotation Data Model).
    ///
    /// Within a [`Record`](crate::Record), `text[start..end] == quote` holds for every span. Spans are made by
    /// [`TextIndex::span`], which counts code points for you.
    #[derive(Eq, PartialOrd, Ord, Hash)]
    pub struct Span {
        /// Position of the first code point.
        start: usize,
        /// Position behind the last code point; greater than `start`.
        end: usize,
        /// The text between the two positions, exactly as the source has it.
        quote: String,
    }
}

impl Span {
    /// Position of the first code point.
    pub const fn start(&self) -> usize {
        self.start
    }

    /// Position behind the last code point.
    pub const fn end(&self) -> usize {
        self.end
    }

    /// The text between the two positions, exactly as the source has it.
    pub fn quote(&self) -> &str {
        &self.quote
    }

    /// Length in code points.
    pub const fn len(&self) -> usize {
        self.end - self.start
    }

    /// Never true: a span holds at least one code point.
    pub const fn is_empty(&self) -> bool {
        self.end <= self.start
    }

    /// Whether the two spans share a code point.
    pub const fn overlaps(&self, other: &Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies within this span.
    pub const fn contains(&self, other: &Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

impl Rules for Span {
    fn rules(seen: &Self::Seen<'_>, check: &mut Check<'_>) {
        let length = check.known.length;
        let outside = seen.end.filter(|end| **end > length);
        if let Some(end) = outside {
            check.problem(
                ProblemCode::SpanOutsideText,
                format!("end {end} lies outside the text, which has {length} code points"),
            );
        }
        let (Some(&start), Some(&end)) = (seen.start, seen.end) else { return };
        if start >= end {
            check.problem(ProblemCode::ReversedSpan, format!("start {start} must be less than end {end}"));
            return;
        }
        // Behind wrong positions, a quote has nothing that it can be compared with.
        let Some(quote) = seen.quote.filter(|_| outside.is_none()) else { return };
        let found = quote.chars().count();
        if found != end - start {
            check.problem(
                ProblemCode::QuoteMismatch,
                format!("the quote has {found} code points, the span {}", end - start),
            );
            return;
        }
        match check.text.as_ref().map(|text| text.slice(start..end)) {
            Some(Some(expected)) if expected != quote => {
                let message = format!("the text at {start}..{end} is {expected:?}, not {quote:?}");
                check.problem(ProblemCode::QuoteMismatch, message);
            }
            Some(_) => {}
            None => check.remember_span(start, quote),
        }
    }
}

/// A text with a table that turns byte positions into code points and back.
///
/// The table holds one entry for each 64 bytes, so both conversions look at no more than 64 bytes.
///
/// ```
/// use verbale_core::TextIndex;
///
/// let index = TextIndex::new("Élysée and Kyiv");
/// let span = index.span(index.text().find("Kyiv").map(|at| at..at + 4).unwrap()).unwrap();
/// assert_eq!((span.start(), span.end(), span.quote()), (11, 15, "Kyiv"));
/// ```
#[derive(Debug, Clone)]
pub struct TextIndex<'t> {
    text: &'t str,
    /// Code points before byte `64 * i`.
    before: Vec<u32>,
    length: usize,
}

const STEP: usize = 64;

fn starts_code_point(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

impl<'t> TextIndex<'t> {
    /// Counts the text once. Texts hold less than 2^32 code points.
    pub fn new(text: &'t str) -> Self {
        let mut before = Vec::with_capacity(text.len() / STEP + 1);
        let mut length = 0usize;
        for chunk in text.as_bytes().chunks(STEP) {
            before.push(u32::try_from(length).unwrap_or(u32::MAX));
            length += chunk.iter().filter(|&&byte| starts_code_point(byte)).count();
        }
        Self { text, before, length }
    }

    /// The text itself.
    pub const fn text(&self) -> &'t str {
        self.text
    }

    /// Length of the text in code points.
    pub const fn length(&self) -> usize {
        self.length
    }

    /// How many code points stand before byte `at`; the text's length where `at` lies behind its end.
    pub fn code_point(&self, at: usize) -> usize {
        if at >= self.text.len() {
            return self.length;
        }
        let step = at / STEP;
        let within = &self.text.as_bytes()[step * STEP..at];
        self.before[step] as usize + within.iter().filter(|&&byte| starts_code_point(byte)).count()
    }

    /// The byte at which code point `at` begins; `None` behind the end of the text.
    pub fn byte(&self, at: usize) -> Option<usize> {
        if at >= self.length {
            return (at == self.length).then_some(self.text.len());
        }
        let step = self.before.partition_point(|&count| count as usize <= at).saturating_sub(1);
        let mut missing = at - self.before[step] as usize;
        for (offset, &byte) in self.text.as_bytes()[step * STEP..].iter().enumerate() {
            if starts_code_point(byte) {
                if missing == 0 {
                    return Some(step * STEP + offset);
                }
                missing -= 1;
            }
        }
        None
    }

    /// The text between two code points.
    pub fn slice(&self, code_points: Range<usize>) -> Option<&'t str> {
        let start = self.byte(code_points.start)?;
        let end = self.byte(code_points.end)?;
        self.text.get(start..end)
    }

    /// The span of a range of bytes; `None` for an empty range, one outside the text or one that cuts a code point.
    pub fn span(&self, bytes: Range<usize>) -> Option<Span> {
        let quote = self.text.get(bytes.clone())?;
        if quote.is_empty() {
            return None;
        }
        let start = self.code_point(bytes.start);
        Some(Span { start, end: start + quote.chars().count(), quote: quote.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn counts_code_points_not_bytes() {
        let index = TextIndex::new("é📍a");
        assert_eq!(index.length(), 3);
        assert_eq!([index.code_point(0), index.code_point(2), index.code_point(6)], [0, 1, 2]);
        assert_eq!(
            [index.byte(1), index.byte(2), index.byte(3), index.byte(4)],
            [Some(2), Some(6), Some(7), None]
        );
    }

    #[test]
    fn refuses_what_is_no_span() {
        let index = TextIndex::new("né");
        assert!(index.span(0..0).is_none(), "empty");
        assert!(index.span(1..2).is_none(), "cuts é");
        assert!(index.span(0..9).is_none(), "outside");
    }

    proptest! {
        #[test]
        fn conversions_are_inverse(text in "\\PC{0,200}") {
            let index = TextIndex::new(&text);
            prop_assert_eq!(index.length(), text.chars().count());
            for (count, (byte, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(index.code_point(byte), count);
                prop_assert_eq!(index.byte(count), Some(byte));
            }
        }
    }
}
