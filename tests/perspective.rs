//! The same happenings told by two parties: what happened is read alike from both texts, who says so and how it is put is not.
//!
//! Each folder of `tests/perspective/` has two texts, named after their parties, and what a reader finds in them: `events.tsv` has a
//! row for what happened and one column for how each party tells it, `framing.tsv` has every loaded or hedging word. An actor stands for
//! the body or state that it belongs to, so that "Peruvian forces" and "Peru" are one party.
//!
//! What is not read yet stands in the column `gap`, and nothing else may: a gap that has closed fails the test like a new one.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use verbale_core::{ActorId, Event, Record, Source};
use verbale_parse::Extractor;

/// Stands where there is nothing to say.
const NOTHING: &str = "-";

struct Telling {
    text: String,
    record: Record,
}

/// The rows of a table by the names of its columns.
fn rows(path: &Path) -> Vec<BTreeMap<String, String>> {
    let file = fs::read_to_string(path).unwrap();
    let mut lines = file.lines().map(|line| line.split('\t'));
    let head: Vec<&str> = lines.next().unwrap().collect();
    let row = |cells: std::str::Split<'_, char>| {
        let cells: Vec<&str> = cells.collect();
        assert_eq!(cells.len(), head.len(), "{}: {cells:?}", path.display());
        head.iter().zip(cells).map(|(name, cell)| ((*name).to_owned(), cell.to_owned())).collect()
    };
    lines.map(row).collect()
}

fn folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/perspective");
    let mut all: Vec<_> = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    all.sort();
    all
}

/// The two texts of a pair, by their parties.
fn tellings(folder: &Path) -> BTreeMap<String, Telling> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let texts = paths.filter(|path| path.extension().is_some_and(|extension| extension == "txt"));
    let extractor = Extractor::new().unwrap();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap();
        let record = extractor.extract(&text).unwrap();
        (path.file_stem().unwrap().to_string_lossy().into_owned(), Telling { text, record })
    };
    texts.map(read).collect()
}

impl Telling {
    /// The party that an actor belongs to.
    fn party(&self, id: ActorId) -> &str {
        let mut actor = self.record.actors().iter().find(|actor| actor.id == id).unwrap();
        while let Some(parent) = actor.parent {
            actor = self.record.actors().iter().find(|actor| actor.id == parent).unwrap();
        }
        &actor.name
    }

    /// Where words stand that the text has only once, in code points.
    fn place(&self, words: &str) -> std::ops::Range<usize> {
        assert_eq!(self.text.matches(words).count(), 1, "«{words}» stands once in the text");
        let at = self.text.find(words).unwrap();
        let start = self.text[..at].chars().count();
        start..start + words.chars().count()
    }

    /// The event of a kind whose trigger stands within some words.
    fn event(&self, kind: &str, words: &str) -> Option<&Event> {
        let place = self.place(words);
        let mut events = self.record.events().iter();
        events.find(|event| event.kind.to_string() == kind && place.contains(&event.trigger.start()))
    }

    fn participants(&self, event: &Event) -> BTreeSet<String> {
        let all = event.participants.iter();
        all.map(|found| format!("{} {}", found.role, self.party(found.actor))).collect()
    }

    fn attribution(&self, event: &Event) -> String {
        let attribution = &event.attribution;
        let source = match attribution.source {
            Source::Document => "document",
            Source::Actor(actor) => self.party(actor),
        };
        format!("{source} {}", attribution.certainty)
    }
}

/// What differs between what a party tells of an event and what is expected.
fn wrong_in(telling: &Telling, row: &BTreeMap<String, String>, cell: &str) -> Vec<(&'static str, String)> {
    let (words, attribution) = cell.split_once(": ").unwrap();
    let Some(event) = telling.event(&row["kind"], words) else {
        return vec![("event", "is not found".to_owned())];
    };
    let mut wrong = Vec::new();
    let date = event.date.as_ref().map_or(NOTHING.to_owned(), |date| date.edtf().to_string());
    if row["date"] != NOTHING && date != row["date"] {
        wrong.push(("date", date));
    }
    let expected: BTreeSet<String> = row["participants"].split("; ").map(str::to_owned).collect();
    let participants = telling.participants(event);
    if participants != expected {
        wrong.push(("participants", participants.into_iter().collect::<Vec<_>>().join("; ")));
    }
    let found = telling.attribution(event);
    if found != attribution {
        wrong.push(("attribution", found));
    }
    wrong
}

/// Compares what is wrong with what is known to be.
fn compare(what: &str, wrong: Vec<(String, String)>, gaps: &str, report: &mut Vec<String>) {
    let known: BTreeSet<&str> = gaps.split(' ').filter(|gap| !gap.is_empty()).collect();
    for (key, found) in &wrong {
        if !known.contains(key.as_str()) {
            report.push(format!("{what}: {key} {found}"));
        }
    }
    for gap in known {
        if !wrong.iter().any(|(key, _)| key == gap) {
            report.push(format!("{what}: the gap {gap} has closed, take it out"));
        }
    }
}

fn show(report: &[String]) {
    assert!(report.is_empty(), "\n{}", report.join("\n"));
}

#[test]
fn both_tell_the_same_events() {
    let mut report = Vec::new();
    for folder in folders() {
        let tellings = tellings(&folder);
        assert_eq!(tellings.len(), 2, "{}", folder.display());
        let rows = rows(&folder.join("events.tsv"));
        let mut shared = 0;
        for row in &rows {
            let mut wrong = Vec::new();
            let told = tellings.iter().filter(|(party, _)| row[*party] != NOTHING);
            for (party, telling) in told.clone() {
                let all = wrong_in(telling, row, &row[party]);
                wrong.extend(all.into_iter().map(|(what, found)| (format!("{party}:{what}"), found)));
            }
            shared += usize::from(told.count() == 2);
            let what = format!("{}: {} {}", folder.file_name().unwrap().display(), row["kind"], row["date"]);
            compare(&what, wrong, &row["gap"], &mut report);
        }
        assert!(shared >= 3, "{} tells {shared} events twice", folder.display());
    }
    show(&report);
}

#[test]
fn each_frames_them_in_its_way() {
    let mut report = Vec::new();
    for folder in folders() {
        let rows = rows(&folder.join("framing.tsv"));
        for (party, telling) in tellings(&folder) {
            let what = |words: &str| format!("{}: {party}: {words}", folder.file_name().unwrap().display());
            let mut found = BTreeSet::new();
            for framing in telling.record.framing() {
                let toward = framing.toward.map_or(NOTHING, |actor| telling.party(actor));
                let words = framing.span.quote().split_whitespace().collect::<Vec<_>>().join(" ");
                found.insert((words, framing.kind.to_string(), toward.to_owned()));
            }
            let own = rows.iter().filter(|row| row["text"] == party);
            for row in own.clone() {
                let of_word =
                    found.iter().find(|(words, kind, _)| *words == row["words"] && *kind == row["kind"]);
                let wrong = match of_word {
                    None => Some(("words", "are not found")),
                    Some((_, _, toward)) => (*toward != row["toward"]).then_some(("toward", toward.as_str())),
                };
                let wrong = wrong.map(|(key, found)| (key.to_owned(), found.to_owned()));
                compare(&what(&row["words"]), wrong.into_iter().collect(), &row["gap"], &mut report);
            }
            for (words, kind, _) in &found {
                if !own.clone().any(|row| row["words"] == *words && row["kind"] == *kind) {
                    report.push(format!("{}: {kind} frames nothing", what(words)));
                }
            }
        }
    }
    show(&report);
}

#[test]
fn there_are_pairs() {
    assert!(folders().len() >= 8);
}
