//! Reads a text and prints a chronology: when, what, who, and the words that say so.
//!
//! Run it with `cargo run --package verbale-cli --example first_look`.

use std::error::Error;
use std::io::Write;

use verbale_parse::{Extractor, Metadata};

const TEXT: &str = include_str!("../texts/egypt-israel-treaty-1979.txt");

fn main() -> Result<(), Box<dyn Error>> {
    let extractor = Extractor::new()?;
    let metadata =
        Metadata { id: Some("treaty".into()), published: Some("1979-03-26".parse()?), ..Metadata::default() };
    let record = extractor.extract_with(TEXT, &metadata)?;
    let name =
        |id| record.actors().iter().find(|actor| actor.id == id).map_or("?", |actor| actor.name.as_str());

    let mut out = std::io::stdout().lock();
    for event in record.events() {
        let date = event.date.as_ref().map_or("undated".to_owned(), |date| date.edtf().to_string());
        let who: Vec<_> =
            event.participants.iter().map(|found| format!("{} {}", found.role, name(found.actor))).collect();
        writeln!(out, "{date:<12} {:<14} {:<12} {}", event.kind, event.trigger.quote(), who.join(", "))?;
    }

    // A record is checked whenever it is read, and against its text on demand.
    let again = verbale_core::Record::from_json(&record.to_json()?)?;
    again.verify(TEXT)?;
    Ok(())
}
