//! What went wrong with one document, and where it stands.

use std::fmt;
use std::io;

/// Where a document stands: a file, or a line of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Origin {
    /// The file as the user named it, or `stdin`.
    pub(crate) file: String,
    /// The line, from 1, where the file has one document a line.
    pub(crate) line: Option<u64>,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}", self.file),
            None => f.write_str(&self.file),
        }
    }
}

/// Why one document gives no record; the others go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failure {
    /// Where the document stands.
    pub(crate) origin: Origin,
    /// What is wrong, and what to do.
    pub(crate) message: String,
}

impl Failure {
    pub(crate) fn new(origin: Origin, message: impl Into<String>) -> Self {
        Self { origin, message: message.into() }
    }

    /// A failure to read; the frequent causes get advice instead of the system's number.
    pub(crate) fn unreadable(origin: Origin, error: &io::Error) -> Self {
        let message = match error.kind() {
            io::ErrorKind::NotFound => "no such file: check the path".to_owned(),
            io::ErrorKind::PermissionDenied => "no permission to read it".to_owned(),
            _ => format!("cannot be read: {error}"),
        };
        Self::new(origin, message)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.origin, self.message)
    }
}

impl std::error::Error for Failure {}
