//! Documents waiting to be read, found one at a time, loaded by whichever thread comes to them.

use std::fs::File;
use std::io::BufReader;
use std::slice;

use serde::Deserialize;
use verbale_parse::Metadata;

use crate::encoding::Encoding;
use crate::failure::{Failure, Origin};
use crate::input::Input;
use crate::lines::{Line, Lines};

/// A text with what its file knows about it.
#[derive(Debug)]
pub(crate) struct Document {
    /// Where it stands.
    pub(crate) origin: Origin,
    /// The text.
    pub(crate) text: String,
    /// What the file says beside the text.
    pub(crate) metadata: Metadata,
}

/// A document waiting to be read.
#[derive(Debug)]
pub(crate) enum Task<'i> {
    /// A whole input.
    Text(&'i Input),
    /// A line of an input.
    Line(&'i Input, Line),
    /// An input of which the rest cannot be read.
    Failed(Failure),
}

/// An object of a `.jsonl` file; its other fields are ignored.
#[derive(Debug, Deserialize)]
#[serde(expecting = "an object with the field `text`")]
struct Object {
    text: String,
    id: Option<String>,
    title: Option<String>,
    published: Option<String>,
}

impl Task<'_> {
    /// Length in bytes as far as it is known beforehand.
    pub(crate) fn size(&self) -> u64 {
        match self {
            Self::Text(input) => input.size(),
            Self::Line(_, line) => line.bytes.len() as u64,
            Self::Failed(_) => 0,
        }
    }

    /// Reads the document.
    ///
    /// # Errors
    /// Names the file, the line, and what to do.
    pub(crate) fn load(self, encoding: Option<Encoding>) -> Result<Document, Failure> {
        match self {
            Self::Text(input) => {
                let metadata = Metadata { id: input.stem(), ..Metadata::default() };
                Ok(Document { origin: input.origin(), text: input.read(encoding)?, metadata })
            }
            Self::Line(input, line) => {
                let origin = input.line(line.number);
                match object(line, encoding.unwrap_or(Encoding::Utf8)) {
                    Ok((text, mut metadata)) => {
                        let (stem, line) =
                            (input.stem().unwrap_or_default(), origin.line.unwrap_or_default());
                        metadata.id.get_or_insert_with(|| format!("{stem}:{line}"));
                        Ok(Document { origin, text, metadata })
                    }
                    Err(message) => Err(Failure::new(origin, message)),
                }
            }
            Self::Failed(failure) => Err(failure),
        }
    }
}

/// The text of a line and what stands beside it.
fn object(line: Line, encoding: Encoding) -> Result<(String, Metadata), String> {
    let json = line.into_text(encoding)?;
    let object: Object = serde_json::from_str(&json).map_err(|error| {
        // The line that serde counts is the one of this object, always 1.
        let told = error.to_string();
        let place = format!(" at line {} column {}", error.line(), error.column());
        let told = told.strip_suffix(&place).unwrap_or(&told);
        format!("{told} (column {}); a line is an object, as in {EXAMPLE}", error.column())
    })?;
    for (field, value) in [("id", &object.id), ("title", &object.title)] {
        if value.as_ref().is_some_and(|value| value.trim().is_empty()) {
            return Err(format!("`{field}` is empty: leave it out, or let it say something"));
        }
    }
    let published = match object.published {
        None => None,
        Some(edtf) => Some(edtf.parse().map_err(|error| format!("`published`: {error}, in `{edtf}`"))?),
    };
    Ok((object.text, Metadata { id: object.id, title: object.title, published }))
}

/// A line as it should be.
const EXAMPLE: &str = r#"{"text": "…", "id": "note-7"}"#;

/// The documents of some inputs, in order. Files are opened when their turn comes; lines are read one at a time.
#[derive(Debug)]
pub(crate) struct Tasks<'i> {
    inputs: slice::Iter<'i, Input>,
    encoding: Option<Encoding>,
    lines: Option<(&'i Input, Lines<BufReader<File>>)>,
}

impl<'i> Tasks<'i> {
    pub(crate) fn new(inputs: &'i [Input], encoding: Option<Encoding>) -> Self {
        Self { inputs: inputs.iter(), encoding, lines: None }
    }
}

impl<'i> Iterator for Tasks<'i> {
    type Item = Task<'i>;

    fn next(&mut self) -> Option<Task<'i>> {
        loop {
            if let Some((input, lines)) = &mut self.lines {
                match lines.next() {
                    Some(Ok(line)) => return Some(Task::Line(input, line)),
                    Some(Err(error)) => {
                        return Some(Task::Failed(Failure::unreadable(input.origin(), &error)));
                    }
                    None => self.lines = None,
                }
            }
            let input = self.inputs.next()?;
            if !input.has_lines() {
                return Some(Task::Text(input));
            }
            if self.encoding.is_some_and(|encoding| !encoding.has_lines()) {
                let message =
                    "a .jsonl file cannot be UTF-16: convert it first, as in `iconv -f UTF-16 -t UTF-8`";
                return Some(Task::Failed(Failure::new(input.origin(), message)));
            }
            match input.open() {
                Ok(file) => self.lines = file.map(|file| (input, Lines::new(file))),
                Err(failure) => return Some(Task::Failed(failure)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Result<(String, Metadata), String> {
        object(Line { number: 7, start: 0, bytes: json.into() }, Encoding::Utf8)
    }

    #[test]
    fn an_object_with_all_that_it_may_say() {
        let json =
            r#"{"id": "n", "title": "T", "published": "1905-09", "text": "Peace.", "source": {"page": 4}}"#;
        let (text, metadata) = read(json).unwrap();
        assert_eq!(
            (text.as_str(), metadata.id.as_deref(), metadata.title.as_deref()),
            ("Peace.", Some("n"), Some("T"))
        );
        assert_eq!(metadata.published.unwrap().to_string(), "1905-09");
        assert_eq!(read(r#"{"text": "", "id": null}"#), Ok((String::new(), Metadata::default())));
    }

    #[test]
    fn every_error_says_what_is_wrong() {
        let error = |json| read(json).unwrap_err();
        assert!(
            error(r#"{"id": "n"}"#)
                .starts_with("missing field `text` (column 11); a line is an object, as in {")
        );
        assert!(
            error(r#"{"text": 5}"#).starts_with("invalid type: integer `5`, expected a string (column 10)")
        );
        assert!(error("[]").contains("expected an object with the field `text`"), "{}", error("[]"));
        assert!(error(r#"{"text": "a"#).starts_with("EOF while parsing a string (column 11)"));
        assert_eq!(
            error(r#"{"text": "a", "id": " "}"#),
            "`id` is empty: leave it out, or let it say something"
        );
        assert!(
            error(r#"{"text": "a", "published": "May 1997"}"#).starts_with("`published`: not an EDTF date")
        );
    }
}
