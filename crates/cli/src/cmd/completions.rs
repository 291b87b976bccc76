//! `verbale completions`: the completions of a shell.

use std::io::Write as _;

use clap::CommandFactory as _;

use crate::args::{Cli, CompletionsArgs};
use crate::outcome::Outcome;
use crate::output::Output;

/// Prints the completions.
///
/// # Errors
/// If stdout cannot be written.
pub(crate) fn run(args: &CompletionsArgs) -> anyhow::Result<Outcome> {
    // Generation stops the program on the first error of the writer; a vector has none.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "verbale", &mut script);
    let mut output = Output::stdout();
    output.write_all(&script)?;
    output.finish()?;
    Ok(Outcome::AllWell)
}
