//! The command `verbale`: diplomatic and conflict texts in, records out.
//!
//! `main` only dispatches. `args` says what can be asked for; `cmd` has one file a command; `corpus`, `input`, `encoding`,
//! `lines` and `tasks` read documents; `sink`, `layout`, `table` and `output` write records; `report` tells what failed.

mod args;
mod cmd;
mod corpus;
mod encoding;
mod failure;
mod input;
mod layout;
mod lines;
mod outcome;
mod output;
mod plain;
mod progress;
mod report;
mod sink;
mod table;
mod tasks;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    outcome::exit_code(cmd::run(&args::Cli::parse()))
}
