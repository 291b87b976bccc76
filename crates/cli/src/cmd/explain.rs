//! `verbale explain`: what each stage saw in a text.

use std::io::Write as _;

use anyhow::{bail, ensure};
use verbale_parse::Metadata;

use crate::args::ExplainArgs;
use crate::input::Input;
use crate::outcome::Outcome;
use crate::output::Output;

/// Prints what each stage saw.
///
/// # Errors
/// If the text cannot be read, or stdout cannot be written.
pub(crate) fn run(args: &ExplainArgs) -> anyhow::Result<Outcome> {
    let input = Input::of(&args.path);
    ensure!(
        !input.has_lines(),
        "{}: has one document a line; `verbale explain` reads one text",
        input.origin()
    );
    let extractor = super::extractor(&args.reading)?;
    let text = input.read(args.reading.encoding)?;
    let explained = match extractor.explain(&text, &Metadata { id: input.stem(), ..Metadata::default() }) {
        Ok(explained) => explained,
        Err(error) => bail!("{}: {error}", input.origin()),
    };
    let mut output = Output::stdout();
    output.write_all(explained.as_bytes())?;
    if !explained.is_empty() && !explained.ends_with('\n') {
        output.write_all(b"\n")?;
    }
    output.finish()?;
    Ok(Outcome::AllWell)
}
