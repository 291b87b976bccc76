//! The lines of a file with one JSON object a line, numbered, read one at a time.

use std::io::{self, BufRead};

use crate::encoding::{self, Encoding, UTF_8_MARK};

/// A line that is not blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    /// Number of the line in the file, from 1; blank lines count.
    pub(crate) number: u64,
    /// Position of its first byte in the file.
    pub(crate) start: u64,
    /// What stands there, without the line break.
    pub(crate) bytes: Vec<u8>,
}

impl Line {
    /// The line as text, which for JSON is UTF-8.
    ///
    /// # Errors
    /// Says where it is not UTF-8.
    pub(crate) fn into_json(self) -> Result<String, String> {
        encoding::utf_8_only(self.bytes, self.start)
    }

    /// The line as text in an encoding whose line breaks are single bytes.
    ///
    /// # Errors
    /// Says where it leaves the encoding.
    pub(crate) fn into_text(self, encoding: Encoding) -> Result<String, String> {
        encoding::text(self.bytes, self.start, Some(encoding))
    }
}

/// Reads lines; ends after the first error.
#[derive(Debug)]
pub(crate) struct Lines<R> {
    reader: Option<R>,
    number: u64,
    position: u64,
}

impl<R: BufRead> Lines<R> {
    pub(crate) fn new(reader: R) -> Self {
        Self { reader: Some(reader), number: 0, position: 0 }
    }

    fn read(&mut self) -> io::Result<Option<Line>> {
        let Some(reader) = &mut self.reader else { return Ok(None) };
        loop {
            let mut bytes = Vec::new();
            let read = reader.read_until(b'\n', &mut bytes)?;
            if read == 0 {
                return Ok(None);
            }
            let mut start = self.position;
            self.position += read as u64;
            self.number += 1;
            // Editors on Windows mark UTF-8 with a byte order mark, which JSON does not know.
            if self.number == 1 && bytes.starts_with(UTF_8_MARK) {
                bytes.drain(..UTF_8_MARK.len());
                start += UTF_8_MARK.len() as u64;
            }
            bytes.truncate(bytes.trim_ascii_end().len());
            if !bytes.is_empty() {
                return Ok(Some(Line { number: self.number, start, bytes }));
            }
        }
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = io::Result<Line>;

    fn next(&mut self) -> Option<Self::Item> {
        let line = self.read().transpose();
        if !matches!(line, Some(Ok(_))) {
            self.reader = None;
        }
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_count_but_give_nothing() {
        let lines: Vec<Line> = Lines::new(&b"\xEF\xBB\xBF{}\r\n\n  \n{1}"[..]).map(Result::unwrap).collect();
        let found: Vec<_> =
            lines.iter().map(|line| (line.number, line.start, line.bytes.as_slice())).collect();
        assert_eq!(found, [(1, 3, b"{}".as_slice()), (4, 11, b"{1}")]);
    }

    #[test]
    fn an_error_ends_the_lines() {
        struct Broken;
        impl io::Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::Error::other("the disk is gone"))
            }
        }
        let mut lines = Lines::new(io::BufReader::new(Broken));
        assert!(lines.next().unwrap().is_err());
        assert!(lines.next().is_none());
    }
}
