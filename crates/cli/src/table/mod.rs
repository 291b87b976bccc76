//! The table of a record's events, for people: when, what, whether, who to whom, and the words that say so.

mod cell;
mod columns;

use std::collections::BTreeMap;
use std::io;

use terminal_size::{Width, terminal_size_of};
use verbale_core::{Actor, ActorId, Certainty, Event, Record, Role, Source};

use crate::plain::one_line;
use cell::Cell;

/// Columns of the screen between two columns of the table.
const GAP: usize = 2;

const HEADER: [&str; 5] = ["DATE", "KIND", "STATUS", "WHO → WHOM", "WORDS"];

/// No table is narrower than this: below it, there is nothing left to read.
const NARROWEST: usize = 20;

/// How wide a table may be: the terminal, else the variable `COLUMNS`, else 100; at least 20.
pub(crate) fn width(to_terminal: bool) -> usize {
    let terminal = if to_terminal { terminal_size_of(io::stdout()) } else { None };
    let width = match terminal {
        Some((Width(columns), _)) => Some(columns.into()),
        None => std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()),
    };
    width.unwrap_or(100).max(NARROWEST)
}

/// The table of a record, no wider than `width`, without a line break at its end.
pub(crate) fn render(record: &Record, width: usize) -> String {
    let actors: BTreeMap<ActorId, &Actor> = record.actors().iter().map(|actor| (actor.id, actor)).collect();
    let mut lines = heading(record, width);
    if !record.events().is_empty() {
        let header = HEADER.map(Cell::from);
        let rows: Vec<_> = record.events().iter().map(|event| row(event, &actors)).collect();
        let natural = std::array::from_fn(|column| {
            rows.iter().chain([&header]).map(|row| row[column].width()).max().unwrap_or(0)
        });
        let widths = columns::fit(natural, width, GAP);
        lines.push(String::new());
        lines.extend([&header].into_iter().chain(&rows).map(|row| line(row, widths)));
    }
    lines.join("\n")
}

/// The document's title, and below it what else is known of the document.
fn heading(record: &Record, width: usize) -> Vec<String> {
    let document = record.document();
    let title = document.title.as_deref().map(one_line).filter(|title| !title.is_empty());
    let mut facts = Vec::new();
    if title.is_some() {
        facts.push(one_line(&document.id));
    }
    if let Some(published) = &document.published {
        facts.push(published.edtf().to_string());
    }
    facts.push(match record.events().len() {
        0 => "no events found".to_owned(),
        1 => "1 event".to_owned(),
        events => format!("{events} events"),
    });
    let title = title.unwrap_or_else(|| one_line(&document.id));
    [title, facts.join(" · ")].map(|text| Cell::from(text.as_str()).cut(width)).into()
}

fn row(event: &Event, actors: &BTreeMap<ActorId, &Actor>) -> [Cell; 5] {
    let date = event.date.as_ref().map_or("–".to_owned(), |date| date.edtf().to_string());
    let (status, who) = (status(event, actors), who(event, actors));
    let [date, kind, status, who] = [&date, event.kind.as_str(), &status, &who].map(Cell::from);
    [date, kind, status, who, words(event)]
}

/// Whether it happened. If the document does not simply assert it, how it is put and by whom stands first, where no cut can hide
/// it.
fn status(event: &Event, actors: &BTreeMap<ActorId, &Actor>) -> String {
    let status = event.status;
    match (event.attribution.source, event.attribution.certainty) {
        (Source::Document, Certainty::Asserted) => status.to_string(),
        (Source::Document, certainty) => format!("{certainty}: {status}"),
        (Source::Actor(id), Certainty::Asserted) => format!("said by {}: {status}", name(id, actors)),
        (Source::Actor(id), certainty) => format!("{certainty} by {}: {status}", name(id, actors)),
    }
}

/// Who does it to whom. Where neither is known, the others, with their roles.
fn who(event: &Event, actors: &BTreeMap<ActorId, &Actor>) -> String {
    let names = |roles: &[Role]| {
        let mut names: Vec<String> = Vec::new();
        for participant in event.participants.iter().filter(|participant| roles.contains(&participant.role)) {
            let name = name(participant.actor, actors);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names.join(", ")
    };
    let from = names(Role::WHO);
    let to = names(Role::WHOM);
    match (from.is_empty(), to.is_empty()) {
        (false, false) => format!("{from} → {to}"),
        (false, true) => from,
        (true, false) => format!("→ {to}"),
        (true, true) => {
            let others = event.participants.iter();
            let others: Vec<_> =
                others.map(|other| format!("{} {}", other.role, name(other.actor, actors))).collect();
            if others.is_empty() { "–".to_owned() } else { others.join(", ") }
        }
    }
}

fn name(id: ActorId, actors: &BTreeMap<ActorId, &Actor>) -> String {
    actors.get(&id).map_or_else(|| id.to_string(), |actor| one_line(&actor.name))
}

/// The evidence, which is cut so that the trigger stays in sight.
fn words(event: &Event) -> Cell {
    let trigger = &event.trigger;
    let Some(evidence) = event.evidence.iter().find(|evidence| evidence.contains(trigger)) else {
        return Cell::from(trigger.quote());
    };
    let characters = |text: &str| one_line(text).chars().count();
    let until: String = evidence.quote().chars().take(trigger.end() - evidence.start()).collect();
    let until = characters(&until);
    Cell::new(evidence.quote(), until.saturating_sub(characters(trigger.quote())), until)
}

fn line(row: &[Cell; 5], widths: [usize; 5]) -> String {
    let mut line = String::new();
    for (cell, width) in row.iter().zip(widths) {
        let cut = cell.cut(width);
        let fill = width - Cell::from(cut.as_str()).width().min(width) + GAP;
        line.push_str(&cut);
        line.extend(std::iter::repeat_n(' ', fill));
    }
    line.truncate(line.trim_end().len());
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gulf() -> Record {
        Record::from_json(include_str!("../../../../tests/cli/kuwait.json")).unwrap()
    }

    #[test]
    fn a_wide_table() {
        insta::assert_snapshot!(render(&gulf(), 100), @r"
        The first week of the Gulf crisis
        kuwait · 1990-08-09 · 4 events

        DATE        KIND       STATUS            WHO → WHOM           WORDS
        1990-08-02  attack     occurred          Iraq → Kuwait        On 2 August 1990 Iraqi troops invaded…
        1990-08-02  demand     occurred          UN Security Council  …part, demanded their withdrawal in r…
        –           mediation  failed            mediator Jordan      Jordan announced a mediation which ne…
        –           request    alleged by Iraq…  → Iraq               …had asked for its help.
        ");
    }

    #[test]
    fn a_narrow_table() {
        insta::assert_snapshot!(render(&gulf(), 64), @r"
        The first week of the Gulf crisis
        kuwait · 1990-08-09 · 4 events

        DATE        KIND      STATUS    WHO → WHOM      WORDS
        1990-08-02  attack    occurred  Iraq → Kuwait   …invaded Kuwait…
        1990-08-02  demand    occurred  UN Security C…  …demanded their…
        –           mediati…  failed    mediator Jord…  …a mediation wh…
        –           request   alleged…  → Iraq          …asked for its…
        ");
    }

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        for columns in NARROWEST..140 {
            for line in render(&gulf(), columns).lines() {
                let found = Cell::from(line).width();
                assert!(found <= columns, "{found} of {columns}: {line}");
            }
        }
    }

    #[test]
    fn a_record_without_events() {
        let mut draft = gulf().into_draft();
        draft.events.clear();
        draft.document.title = None;
        let text = include_str!("../../../../tests/cli/kuwait.txt");
        assert_eq!(render(&Record::new(draft, text).unwrap(), 80), "kuwait\n1990-08-09 · no events found");
    }
}
