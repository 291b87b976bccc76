//! Validation: every problem of a record at once, each with a stable code, the path of its field, and what is expected.

mod check;
mod part;
mod problem;

pub(crate) use check::{Check, Declared, Known};
pub(crate) use part::{Fields, Part, Rules, part, plain};
pub use problem::{Problem, ProblemCode, ValidationError};
