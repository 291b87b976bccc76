//! `verbale parse`: the sentences of a text with their words, tags, trees and names.

use std::io::Write as _;

use anyhow::ensure;
use verbale_syntax::{Syntax, conllu};

use crate::args::{ParseArgs, TreeFormat};
use crate::input::Input;
use crate::outcome::Outcome;
use crate::output::Output;

/// Prints the sentences.
///
/// # Errors
/// If the text cannot be read, or stdout cannot be written.
pub(crate) fn run(args: &ParseArgs) -> anyhow::Result<Outcome> {
    let input = Input::of(&args.path);
    ensure!(
        !input.has_lines(),
        "{}: has one document a line; `verbale parse` reads one text",
        input.origin()
    );
    let analysis = Syntax::english()?.analyze(&input.read(args.encoding)?);
    let mut output = Output::stdout();
    match args.format {
        TreeFormat::Conllu => output.write_all(conllu::write(&analysis).as_bytes())?,
        TreeFormat::Tree => {
            for sentence in analysis.sentences() {
                writeln!(output, "{sentence}")?;
            }
        }
    }
    output.finish()?;
    Ok(Outcome::AllWell)
}
