//! The state of one validation: where it is, what the record declares, and what it found.

use std::collections::BTreeSet;
use std::fmt::{Display, Write as _};

use serde_json::{Map, Value};

use super::{Problem, ProblemCode};
use crate::span::TextIndex;

/// What the record declares: the numbers of its ids, and the length of its text in code points.
#[derive(Debug, Default)]
pub(crate) struct Known {
    pub(crate) length: usize,
    pub(crate) sections: BTreeSet<u32>,
    pub(crate) actors: BTreeSet<u32>,
    pub(crate) places: BTreeSet<u32>,
    pub(crate) dates: BTreeSet<u32>,
    pub(crate) quantities: BTreeSet<u32>,
    pub(crate) events: BTreeSet<u32>,
}

#[derive(Debug, Clone, Copy)]
enum Step {
    Field(&'static str),
    Index(usize),
}

/// The state of one validation.
#[derive(Debug)]
pub(crate) struct Check<'t> {
    pub(crate) known: Known,
    /// The text that the record was made from, where it is at hand.
    pub(crate) text: Option<TextIndex<'t>>,
    path: Vec<Step>,
    problems: Vec<Problem>,
    spans: Vec<(usize, String, String)>,
}

impl<'t> Check<'t> {
    pub(crate) fn new(known: Known, text: Option<TextIndex<'t>>) -> Self {
        Self { known, text, path: Vec::new(), problems: Vec::new(), spans: Vec::new() }
    }

    /// Does something one field further down.
    pub(crate) fn field<T>(&mut self, name: &'static str, inside: impl FnOnce(&mut Self) -> T) -> T {
        self.step(Step::Field(name), inside)
    }

    /// Does something one list entry further down.
    pub(crate) fn index<T>(&mut self, index: usize, inside: impl FnOnce(&mut Self) -> T) -> T {
        self.step(Step::Index(index), inside)
    }

    fn step<T>(&mut self, step: Step, inside: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(step);
        let value = inside(self);
        self.path.pop();
        value
    }

    pub(crate) fn problem(&mut self, code: ProblemCode, message: impl Display) {
        let path = self.path();
        self.problems.push(Problem { code, path, message: message.to_string() });
    }

    fn path(&self) -> String {
        let mut path = String::new();
        for step in &self.path {
            // Writing to a string cannot fail.
            let _ = match step {
                Step::Field(name) if path.is_empty() => write!(path, "{name}"),
                Step::Field(name) => write!(path, ".{name}"),
                Step::Index(index) => write!(path, "[{index}]"),
            };
        }
        path
    }

    /// The fields of an object, with a problem for each that the contract does not have.
    pub(crate) fn object<'v>(&mut self, value: &'v Value, fields: &[&str]) -> Option<&'v Map<String, Value>> {
        let Some(object) = value.as_object() else {
            self.wrong_type(value, "an object");
            return None;
        };
        for name in object.keys().filter(|name| !fields.contains(&name.as_str())) {
            let message = format!("unknown field `{name}`; expected: {}", fields.join(", "));
            self.problem(ProblemCode::UnknownField, message);
        }
        Some(object)
    }

    pub(crate) fn string<'v>(&mut self, value: &'v Value) -> Option<&'v str> {
        let string = value.as_str();
        if string.is_none() {
            self.wrong_type(value, "a string");
        }
        string
    }

    /// A problem for a value of another type than expected; `null` means that the field is missing.
    pub(crate) fn wrong_type(&mut self, value: &Value, expected: &str) {
        if value.is_null() {
            self.problem(ProblemCode::MissingField, format!("this field is missing; expected {expected}"));
        } else {
            let found = match value {
                Value::Null => "null",
                Value::Bool(_) => "a boolean",
                Value::Number(_) => "a number",
                Value::String(_) => "a string",
                Value::Array(_) => "a list",
                Value::Object(_) => "an object",
            };
            self.problem(ProblemCode::WrongType, format!("expected {expected}, found {found}"));
        }
    }

    pub(crate) fn not_empty(&mut self, field: &'static str, text: &str) {
        if text.trim().is_empty() {
            self.field(field, |check| {
                check.problem(ProblemCode::EmptyText, "expected some words, found none")
            });
        }
    }

    /// Keeps a quote that cannot be compared with the text because the text is not at hand.
    pub(crate) fn remember_span(&mut self, start: usize, quote: &str) {
        let path = self.path();
        self.spans.push((start, quote.to_owned(), path));
    }

    /// The problems found; without the text, quotes are at least compared with each other.
    pub(crate) fn finish(mut self) -> Vec<Problem> {
        self.spans.sort();
        let mut covered: Vec<char> = Vec::new();
        let mut covered_from = 0;
        for (start, quote, path) in std::mem::take(&mut self.spans) {
            if start >= covered_from + covered.len() {
                covered.clear();
                covered_from = start;
            }
            let shared = covered.len() - (start - covered_from);
            let seen = &covered[start - covered_from..];
            if quote.chars().take(shared).ne(seen.iter().copied().take(quote.chars().count())) {
                let message = format!("another span quotes the text at {start} differently than {quote:?}");
                self.problems.push(Problem { code: ProblemCode::QuoteConflict, path, message });
            } else {
                covered.extend(quote.chars().skip(shared));
            }
        }
        self.problems
    }
}
