//! `verbale validate`: every problem of some records, one a line.

use std::io::{self, Write as _};

use anyhow::ensure;
use serde_json::Value;
use verbale_core::{Problem, ProblemCode, Record, ValidationError};

use crate::args::ValidateArgs;
use crate::failure::{Failure, Origin};
use crate::input::Input;
use crate::lines::Lines;
use crate::outcome::{Outcome, say};
use crate::output::Output;
use crate::plain;
use crate::report::Report;

/// Checks the records, prints what is wrong with them, reports what cannot be read.
///
/// # Errors
/// If the text cannot be read, or stdout cannot be written.
pub(crate) fn run(args: &ValidateArgs) -> anyhow::Result<Outcome> {
    let inputs = Input::of_all(&args.paths)?;
    let read_twice =
        args.text.as_deref().is_some_and(|text| text.as_os_str() == "-") && inputs.contains(&Input::Stdin);
    ensure!(!read_twice, "stdin can be read only once: name a file for --text");
    let text = args.text.as_deref().map(|path| Input::of(path).read(args.encoding)).transpose()?;
    let mut checker =
        Checker { text: text.as_deref(), output: Output::stdout(), records: 0, invalid: 0, problems: 0 };
    let mut report = Report::default();
    for input in &inputs {
        let read = if input.has_lines() { checker.lines(input)? } else { checker.file(input)? };
        match read {
            Ok(()) => report.success(),
            Err(failure) => report.failure(&failure),
        }
    }
    checker.output.flush()?;
    let outcome = report.end("files");
    let Checker { records, invalid, problems, .. } = checker;
    let s = |count: u64| if count == 1 { "" } else { "s" };
    if invalid > 0 {
        say(&format!("{problems} problem{} in {invalid} of {records} record{}", s(problems), s(records)));
    } else if outcome == Outcome::AllWell {
        say(&format!("{records} record{}, no problem", s(records)));
    }
    Ok(if invalid > 0 && outcome == Outcome::AllWell { Outcome::SomeFailed } else { outcome })
}

/// Checks one record after the other and counts.
struct Checker<'t> {
    text: Option<&'t str>,
    output: Output,
    records: u64,
    invalid: u64,
    problems: u64,
}

impl Checker<'_> {
    /// The records of a `.jsonl` file.
    fn lines(&mut self, input: &Input) -> io::Result<Result<(), Failure>> {
        let file = match input.open() {
            Ok(Some(file)) => file,
            Ok(None) => return Ok(Ok(())),
            Err(failure) => return Ok(Err(failure)),
        };
        for line in Lines::new(file) {
            let line = match line {
                Ok(line) => line,
                Err(error) => return Ok(Err(Failure::unreadable(input.origin(), &error))),
            };
            let origin = input.line(line.number);
            match line.into_json() {
                Ok(json) => self.record(&origin, "", self.check_json(&json))?,
                Err(message) => {
                    self.records += 1;
                    self.invalid += 1;
                    self.problem(&origin, &format!("record: {message} [{}]", ProblemCode::InvalidJson))?;
                }
            }
        }
        Ok(Ok(()))
    }

    /// The record of a file, or those of the array in it.
    fn file(&mut self, input: &Input) -> io::Result<Result<(), Failure>> {
        let json = match input.read_json() {
            Ok(json) => json,
            Err(failure) => return Ok(Err(failure)),
        };
        let origin = input.origin();
        match serde_json::from_str(&json) {
            Ok(Value::Array(records)) => {
                for (index, record) in records.iter().enumerate() {
                    let result = Record::from_value(record).and_then(|record| self.check_text(&record));
                    self.record(&origin, &format!("[{index}]"), result)?;
                }
            }
            Ok(record) => {
                let result = Record::from_value(&record).and_then(|record| self.check_text(&record));
                self.record(&origin, "", result)?;
            }
            Err(_) => self.record(&origin, "", self.check_json(&json))?,
        }
        Ok(Ok(()))
    }

    fn check_json(&self, json: &str) -> Result<(), ValidationError> {
        Record::from_json(json).and_then(|record| self.check_text(&record))
    }

    fn check_text(&self, record: &Record) -> Result<(), ValidationError> {
        self.text.map_or(Ok(()), |text| record.verify(text))
    }

    /// Counts a record and prints its problems; `index` is its place in an array.
    fn record(
        &mut self,
        origin: &Origin,
        index: &str,
        result: Result<(), ValidationError>,
    ) -> io::Result<()> {
        self.records += 1;
        if let Err(error) = result {
            self.invalid += 1;
            for problem in error.problems() {
                self.problem(origin, &told(index, problem))?;
            }
        }
        Ok(())
    }

    fn problem(&mut self, origin: &Origin, told: &str) -> io::Result<()> {
        self.problems += 1;
        writeln!(self.output, "{origin}: {}", plain::escaped(told))
    }
}

fn told(index: &str, problem: &Problem) -> String {
    let Problem { code, path, message } = problem;
    match (index, path.as_str()) {
        ("", _) => problem.to_string(),
        (_, "") => format!("{index}: {message} [{code}]"),
        (_, path) => format!("{index}.{path}: {message} [{code}]"),
    }
}
