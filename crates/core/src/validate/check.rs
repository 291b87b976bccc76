//! The state of one validation: where it is, what the record declares, and what it found.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{Display, Write as _};

use serde_json::{Map, Value};

use super::{Problem, ProblemCode};
use crate::date::Date;
use crate::quantity::Quantity;
use crate::span::TextIndex;

/// The numbers of the ids that a list declares, each with the indices of the entries that have it, in order.
pub(crate) type Declared = BTreeMap<u32, Vec<usize>>;

/// What can be said about the record before its parts are looked at one by one. What refers to a list that is not there
/// (`None`) may be right or wrong; that the list is missing is reported by itself.
#[derive(Debug)]
pub(crate) struct Known {
    /// Length of the text in code points.
    pub(crate) length: usize,
    pub(crate) sections: Option<Declared>,
    pub(crate) actors: Option<Declared>,
    pub(crate) places: Option<Declared>,
    pub(crate) dates: Option<Declared>,
    pub(crate) quantities: Option<Declared>,
    pub(crate) events: Option<Declared>,
    /// The indices of the sections that are, through their parents, their own parent.
    pub(crate) section_parent_cycles: BTreeSet<usize>,
    /// The indices of the actors that are, through their parents, their own parent.
    pub(crate) actor_parent_cycles: BTreeSet<usize>,
    /// The indices of the actors that are, through their members, members of themselves.
    pub(crate) actor_member_cycles: BTreeSet<usize>,
}

/// A step from a part to what it holds. Steps order as the record does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    /// To a field, by its place among the fields of the part, with its name.
    Field(usize, &'static str),
    Index(usize),
}

/// The state of one validation.
#[derive(Debug)]
pub(crate) struct Check<'t> {
    pub(crate) known: Known,
    /// The text that the record was made from, where it is at hand.
    pub(crate) text: Option<TextIndex<'t>>,
    /// The record's own dates and quantities, by the numbers of their ids, as far as they could be read.
    dates: BTreeMap<u32, Date>,
    quantities: BTreeMap<u32, Quantity>,
    path: Vec<Step>,
    /// The names of the fields of the part that is being looked at, in order.
    fields: &'static [&'static str],
    problems: Vec<(Vec<Step>, ProblemCode, String)>,
    spans: Vec<(usize, String, Vec<Step>)>,
}

impl<'t> Check<'t> {
    pub(crate) fn new(known: Known, text: Option<TextIndex<'t>>) -> Self {
        Self {
            known,
            text,
            dates: BTreeMap::new(),
            quantities: BTreeMap::new(),
            path: Vec::new(),
            fields: &[],
            problems: Vec::new(),
            spans: Vec::new(),
        }
    }

    /// Looks at a part that has these fields.
    pub(crate) fn fields<T>(
        &mut self,
        fields: &'static [&'static str],
        inside: impl FnOnce(&mut Self) -> T,
    ) -> T {
        let outer = std::mem::replace(&mut self.fields, fields);
        let value = inside(self);
        self.fields = outer;
        value
    }

    /// Does something one field further down.
    pub(crate) fn field<T>(&mut self, name: &'static str, inside: impl FnOnce(&mut Self) -> T) -> T {
        let place = self.fields.iter().position(|field| *field == name).unwrap_or(self.fields.len());
        self.step(Step::Field(place, name), inside)
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
        self.problems.push((self.path.clone(), code, message.to_string()));
    }

    /// Where in the list of that name the entry stands that is being looked at; `None` for what is no entry of it.
    pub(crate) fn entry_of(&self, list: &str) -> Option<usize> {
        match *self.path.as_slice() {
            [.., Step::Field(_, name), Step::Index(index)] if name == list => Some(index),
            _ => None,
        }
    }

    /// Where in the list of that name the entry stands whose own id is being looked at; `None` for a reference.
    pub(crate) fn entry_with_id(&self, list: &str) -> Option<usize> {
        match *self.path.as_slice() {
            [.., Step::Field(_, name), Step::Index(index), Step::Field(_, "id")] if name == list => {
                Some(index)
            }
            _ => None,
        }
    }

    /// Where in the record's events the event stands that is being looked at, or a part of it.
    pub(crate) fn event(&self) -> Option<usize> {
        match *self.path.as_slice() {
            [Step::Field(_, "events"), Step::Index(index), ..] => Some(index),
            _ => None,
        }
    }

    /// Keeps a date of the record's list; one that another part repeats must be the same.
    pub(crate) fn date(&mut self, date: &Date) {
        let number = date.id().number();
        if self.entry_of("dates").is_none() {
            self.copy("date", date.id(), self.dates.get(&number).is_none_or(|listed| listed == date));
        } else if stands_once(&self.known.dates, number) {
            self.dates.insert(number, date.clone());
        }
    }

    /// Keeps a quantity of the record's list; one that another part repeats must be the same.
    pub(crate) fn quantity(&mut self, quantity: &Quantity) {
        let number = quantity.id.number();
        if self.entry_of("quantities").is_none() {
            let same = self.quantities.get(&number).is_none_or(|listed| listed == quantity);
            self.copy("quantity", quantity.id, same);
        } else if stands_once(&self.known.quantities, number) {
            self.quantities.insert(number, quantity.clone());
        }
    }

    fn copy(&mut self, what: &str, id: impl Display, same: bool) {
        if !same {
            let message = format!("differs from the {what} of the record that has the id `{id}`");
            self.problem(ProblemCode::CopyMismatch, message);
        }
    }

    /// The fields of an object, with a problem for each that the part does not have.
    pub(crate) fn object<'v>(&mut self, value: &'v Value) -> Option<&'v Map<String, Value>> {
        let Some(object) = value.as_object() else {
            self.wrong_type(value, "an object");
            return None;
        };
        for name in object.keys().filter(|name| !self.fields.contains(&name.as_str())) {
            let message = format!("unknown field `{name}`; expected: {}", self.fields.join(", "));
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

    /// A problem for a value of another type than expected; a field that is `null` is missing.
    pub(crate) fn wrong_type(&mut self, value: &Value, expected: &str) {
        if value.is_null() && matches!(self.path.last(), Some(Step::Field(..))) {
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

    /// A text that could be read must hold more than white space.
    pub(crate) fn not_empty(&mut self, field: &'static str, text: Option<&String>) {
        if text.is_some_and(|text| text.trim().is_empty()) {
            self.field(field, |check| {
                check.problem(ProblemCode::EmptyText, "expected some words, found none")
            });
        }
    }

    /// A list that could be read must hold something; the message says why.
    pub(crate) fn not_empty_list<T>(&mut self, field: &'static str, list: Option<&Vec<T>>, message: &str) {
        if list.is_some_and(Vec::is_empty) {
            self.field(field, |check| check.problem(ProblemCode::EmptyList, message));
        }
    }

    /// Keeps a quote that cannot be compared with the text because the text is not at hand.
    pub(crate) fn remember_span(&mut self, start: usize, quote: &str) {
        self.spans.push((start, quote.to_owned(), self.path.clone()));
    }

    /// The problems found, in the order of the record's fields; without the text, quotes are at least compared with each other.
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
                self.problems.push((path, ProblemCode::QuoteConflict, message));
            } else {
                covered.extend(quote.chars().skip(shared));
            }
        }
        // Stable: what is wrong in one place stays in the order in which it was found.
        self.problems.sort_by(|(path, ..), (other, ..)| path.cmp(other));
        let problems = self.problems.into_iter();
        problems.map(|(path, code, message)| Problem { code, path: written(&path), message }).collect()
    }
}

fn stands_once(declared: &Option<Declared>, number: u32) -> bool {
    declared.as_ref().and_then(|ids| ids.get(&number)).is_some_and(|entries| entries.len() == 1)
}

/// A path as problems give it: `events[3].participants[0].actor`.
fn written(steps: &[Step]) -> String {
    let mut path = String::new();
    for step in steps {
        // Writing to a string cannot fail.
        let _ = match step {
            Step::Field(_, name) if path.is_empty() => write!(path, "{name}"),
            Step::Field(_, name) => write!(path, ".{name}"),
            Step::Index(index) => write!(path, "[{index}]"),
        };
    }
    path
}
