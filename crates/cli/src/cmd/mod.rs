//! One file a command.

mod completions;
mod explain;
mod extract;
mod parse;
mod schema;
mod validate;

use anyhow::{anyhow, ensure};
use verbale_parse::{Extractor, LexiconError, lexicon_files};
use verbale_tables::Reading;

use crate::args::{Cli, Command, ReadingArgs};
use crate::outcome::Outcome;

/// Does what was asked for.
///
/// # Errors
/// If nothing could be done.
pub(crate) fn run(cli: &Cli) -> anyhow::Result<Outcome> {
    match &cli.command {
        Command::Extract(args) => extract::run(args),
        Command::Validate(args) => validate::run(args),
        Command::Schema(args) => schema::run(args),
        Command::Explain(args) => explain::run(args),
        Command::Parse(args) => parse::run(args),
        Command::Completions(args) => completions::run(args),
    }
}

/// The extractor that the arguments describe.
fn extractor(args: &ReadingArgs) -> anyhow::Result<Extractor> {
    let mut builder = Extractor::builder();
    if let Some(title) = &args.title {
        builder = builder.title(title);
    }
    if let Some(published) = &args.published {
        builder = builder.published(published.clone());
    }
    for folder in &args.lexicon {
        ensure!(
            folder.is_dir(),
            "{}: no such folder: --lexicon names a folder with actors/ or frames/",
            folder.display()
        );
        builder = builder.lexicon(folder);
    }
    builder.build().map_err(|error| match error {
        LexiconError { file, line: 0, message } => anyhow!("{file}: {message}"),
        error => anyhow!("{error}"),
    })
}

/// What the arguments say that decides on records beside their texts.
fn reading(args: &ReadingArgs) -> anyhow::Result<Reading> {
    let mut reading = Reading::new(args.title.as_deref(), args.published.as_ref());
    for folder in &args.lexicon {
        reading.add_lexicon(folder, &lexicon_files(folder)?)?;
    }
    Ok(reading)
}
