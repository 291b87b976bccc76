//! The command `verbale`, run as its users run it: arguments and files in, exit code, output and messages out.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "cli/database.rs"]
mod database;
#[path = "cli/extract.rs"]
mod extract;
#[path = "cli/folders.rs"]
mod folders;
#[path = "cli/jsonl.rs"]
mod jsonl;
#[path = "cli/manual.rs"]
mod manual;
#[path = "cli/output.rs"]
mod output;
#[path = "cli/outputs.rs"]
mod outputs;
#[path = "cli/page.rs"]
mod page;
#[path = "cli/room.rs"]
mod room;
#[path = "cli/tables.rs"]
mod tables;
#[path = "cli/validate.rs"]
mod validate;
