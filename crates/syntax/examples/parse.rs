//! Reads a text from a file and prints its analysis: `parse FILE [conllu|tree]`.

#![allow(clippy::print_stdout, clippy::print_stderr)]

use verbale_syntax::{Syntax, conllu};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("a file is wanted")?;
    let text = std::fs::read_to_string(path)?;
    let analysis = Syntax::english()?.analyze(&text);
    match arguments.next().as_deref() {
        Some("conllu") => print!("{}", conllu::write(&analysis)),
        _ => {
            for sentence in analysis.sentences() {
                println!("{sentence}");
            }
        }
    }
    Ok(())
}
