//! Reading text and its alignment with the source.
//!
//! An alignment is a list of segments in reading order. An exact segment is copied byte for byte; an atom stands for some other
//! stretch of source as a whole (a ligature, a joined line break, a run of spaces).

use std::ops::Range;

use super::text::{ceil, floor};

/// One stretch of reading text and the source it stands for; it ends where the next one begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Segment {
    reading: usize,
    source: usize,
    source_len: usize,
    exact: bool,
}

/// What a sentence splitter should see of a document, aligned with the source in bytes.
///
/// Blocks are separated by `"\n\n"`; inside a block there is no newline.
///
/// ```
/// let layout = verbale_parse::document::read("The par-\nties met.");
/// assert_eq!(layout.reading.text(), "The parties met.");
/// assert_eq!(layout.reading.source_range(4..11), 4..13);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    text: String,
    segments: Vec<Segment>,
}

impl Reading {
    /// The reading text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The source bytes from the start of the first to the end of the last character of `reading` (bytes of the reading text).
    ///
    /// A range that is too long is cut at the end of the text; one that starts inside a character is widened to it. An empty range
    /// gives an empty range. Where the layout moved text (a note that interrupted a sentence), the result spans both parts.
    /// Takes O(log n) time.
    #[must_use]
    pub fn source_range(&self, reading: Range<usize>) -> Range<usize> {
        let start = floor(&self.text, reading.start);
        let end = ceil(&self.text, reading.end.min(self.text.len()));
        if start >= end {
            let at = self.source_start(start);
            return at..at;
        }
        let last = floor(&self.text, end - 1);
        let head = self.char_range(start, ceil(&self.text, start + 1));
        let tail = self.char_range(last, end);
        head.start.min(tail.start)..tail.end.max(head.end)
    }

    fn segment_at(&self, reading: usize) -> Option<Segment> {
        let next = self.segments.partition_point(|s| s.reading <= reading);
        self.segments.get(next.checked_sub(1)?).copied()
    }

    fn source_start(&self, reading: usize) -> usize {
        match self.segment_at(reading) {
            Some(s) if reading >= self.text.len() && !s.exact => s.source + s.source_len,
            Some(s) if s.exact => s.source + (reading - s.reading).min(s.source_len),
            Some(s) => s.source,
            None => 0,
        }
    }

    fn char_range(&self, start: usize, end: usize) -> Range<usize> {
        match self.segment_at(start) {
            Some(s) if s.exact => s.source + (start - s.reading)..s.source + (end - s.reading),
            Some(s) => s.source..s.source + s.source_len,
            None => 0..0,
        }
    }

    /// Length of the text in bytes.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// Appends `text`, which stands at byte `source` of the source.
    pub(super) fn push_exact(&mut self, text: &str, source: usize) {
        if text.is_empty() {
            return;
        }
        let reading = self.text.len();
        self.text.push_str(text);
        if let Some(last) = self.segments.last_mut()
            && last.exact
            && last.source + last.source_len == source
            && last.reading + last.source_len == reading
        {
            last.source_len += text.len();
            return;
        }
        self.segments.push(Segment { reading, source, source_len: text.len(), exact: true });
    }

    /// Appends `text`, which stands for the whole of `source`.
    pub(super) fn push_atom(&mut self, text: &str, source: Range<usize>) {
        if text.is_empty() {
            return;
        }
        self.segments.push(Segment {
            reading: self.text.len(),
            source: source.start,
            source_len: source.end.saturating_sub(source.start),
            exact: false,
        });
        self.text.push_str(text);
    }

    /// Appends a part of another reading text, with its alignment.
    pub(super) fn append(&mut self, other: &Reading, range: Range<usize>) {
        let first = other.segments.partition_point(|s| s.reading <= range.start).saturating_sub(1);
        for (i, segment) in other.segments.iter().enumerate().skip(first) {
            if segment.reading >= range.end {
                break;
            }
            let next = other.segments.get(i + 1).map_or(other.text.len(), |s| s.reading);
            let start = segment.reading.max(range.start);
            let end = next.min(range.end);
            let Some(text) = other.text.get(start..end) else { continue };
            if segment.exact {
                self.push_exact(text, segment.source + (start - segment.reading));
            } else {
                self.push_atom(text, segment.source..segment.source + segment.source_len);
            }
        }
    }

    /// Where the source of the last character ends.
    pub(super) fn source_end(&self) -> usize {
        self.segments.last().map_or(0, |s| s.source + s.source_len)
    }

    /// Drops the last character, if it is `ch`.
    pub(super) fn pop_if(&mut self, ch: char) -> Option<usize> {
        if !self.text.ends_with(ch) {
            return None;
        }
        self.text.pop();
        let len = self.text.len();
        let last = self.segments.last_mut()?;
        let source = if last.exact { last.source + (len - last.reading) } else { last.source };
        if last.reading >= len {
            self.segments.pop();
        } else if last.exact {
            last.source_len = len - last.reading;
        }
        Some(source)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Reading {
        let mut reading = Reading::default();
        reading.push_exact("of", 0);
        reading.push_exact("fi", 2);
        reading.push_atom("fi", 4..7);
        reading.push_exact("cé", 7);
        reading
    }

    #[test]
    fn ranges_cover_whole_characters() {
        let reading = sample();
        assert_eq!(reading.text(), "offificé");
        assert_eq!(reading.source_range(0..4), 0..4);
        assert_eq!(reading.source_range(4..5), 4..7);
        assert_eq!(reading.source_range(5..7), 4..8);
        assert_eq!(reading.source_range(7..8), 8..10);
        assert_eq!(reading.source_range(7..99), 8..10);
        assert_eq!(reading.source_range(9..9), 10..10);
    }

    #[test]
    fn a_part_keeps_its_alignment() {
        let mut part = Reading::default();
        part.append(&sample(), 1..7);
        assert_eq!(part.text(), "ffific");
        assert_eq!(part.source_range(3..4), 4..7);
        assert_eq!(part.source_range(0..1), 1..2);
    }

    #[test]
    fn the_last_character_can_go() {
        let mut reading = Reading::default();
        reading.push_exact("posi-", 3);
        assert_eq!(reading.pop_if('-'), Some(7));
        assert_eq!(reading.pop_if('-'), None);
        reading.push_exact("tion", 9);
        assert_eq!(reading.source_range(0..8), 3..13);
        assert_eq!(reading.source_range(3..5), 6..10);
    }
}
