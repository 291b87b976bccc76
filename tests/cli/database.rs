//! `verbale extract` into a database that grows from run to run.

use std::fmt::Write as _;
use std::fs;
use std::time::{Duration, Instant};

use rusqlite::Connection;

use crate::room::{PEACE, Ran, Room, WAR};

fn extract(room: &Room, more: &[&str]) -> Ran {
    room.run(&[&["extract", "corpus", "--output", "chronicle.sqlite"], more].concat())
}

/// The rows that a query gives, one a line.
fn ask(room: &Room, query: &str) -> String {
    let connection = Connection::open(room.path("chronicle.sqlite")).unwrap();
    let mut statement = connection.prepare(query).unwrap();
    let columns = statement.column_count();
    let mut rows = statement.query([]).unwrap();
    let mut text = String::new();
    while let Some(row) = rows.next().unwrap() {
        let cells = (0..columns).map(|at| match row.get_unwrap::<_, rusqlite::types::Value>(at) {
            rusqlite::types::Value::Null => "–".to_owned(),
            rusqlite::types::Value::Text(text) => text,
            other => format!("{other:?}"),
        });
        writeln!(text, "{}", cells.collect::<Vec<_>>().join(" | ")).unwrap();
    }
    text
}

const STORY: &str = "SELECT document, date, kind, who, whom FROM chronicle";

#[test]
fn many_documents_in_one_database() {
    let room = Room::with_corpus();
    assert_eq!(extract(&room, &[]).well().out, "");
    insta::assert_snapshot!(ask(&room, STORY), @r"
    peace | 1978-09-17 | signature | Egypt, Israel | –
    gulf/war | 1990-08-02 | offensive | Iraq | Kuwait
    ");
    assert_eq!(ask(&room, "PRAGMA foreign_key_check"), "");
    assert_eq!(room.names(), ["chronicle.sqlite", "corpus"]);
}

#[test]
fn what_has_not_changed_is_passed_over_and_what_has_is_replaced() {
    let room = Room::with_corpus();
    extract(&room, &[]).well();
    let before = fs::read(room.path("chronicle.sqlite")).unwrap();
    let again = extract(&room, &[]);
    let message = "verbale: 2 documents have not changed since they were read\n";
    assert_eq!((again.code, again.err.as_str()), (Some(0), message));
    assert!(fs::read(room.path("chronicle.sqlite")).unwrap() == before, "nothing was written");

    fs::write(room.path("corpus/peace.txt"), "Peace was far.").unwrap();
    let ran = extract(&room, &[]);
    let message = "verbale: 1 document has not changed since it was read\n";
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), message));
    insta::assert_snapshot!(ask(&room, STORY), @"gulf/war | 1990-08-02 | offensive | Iraq | Kuwait");

    // What stays away stays in the database.
    fs::remove_file(room.path("corpus/gulf/war.md")).unwrap();
    fs::write(room.path("corpus/peace.txt"), PEACE).unwrap();
    extract(&room, &[]).well();
    assert_eq!(ask(&room, "SELECT id FROM documents ORDER BY id"), "gulf/war\npeace\n");
    assert_eq!(ask(&room, "PRAGMA foreign_key_check"), "");
}

#[test]
fn another_title_or_lexicon_is_another_reading() {
    let room = Room::with_corpus();
    extract(&room, &[]).well();
    extract(&room, &["--again"]).well();
    extract(&room, &["--title", "Of war and peace"]).well();
    assert_eq!(ask(&room, "SELECT DISTINCT title FROM documents"), "Of war and peace\n");
    fs::create_dir_all(room.path("own/frames")).unwrap();
    fs::write(room.path("own/frames/none.toml"), "frame = []\n").unwrap();
    let own = ["--title", "Of war and peace", "--lexicon", "own"];
    extract(&room, &own).well();
    // What the lexicon does not read changes no record.
    fs::write(room.path("own/frames/.none.toml~"), "what an editor left").unwrap();
    fs::write(room.path("own/README"), "our own frames").unwrap();
    assert!(extract(&room, &own).err.contains("2 documents have not changed"));
    fs::write(room.path("own/frames/none.toml"), "# still none\nframe = []\n").unwrap();
    extract(&room, &own).well();
}

#[test]
fn two_documents_cannot_have_one_id() {
    let room = Room::with_corpus();
    fs::write(room.path("corpus/war.md"), WAR).unwrap();
    let files = ["extract", "corpus/war.md", "corpus/gulf/war.md", "corpus/peace.txt"];
    let ran = room.run(&[&files[..], &["--output", "chronicle.sqlite"]].concat());
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    insta::assert_snapshot!(ran.err, @r"
    verbale: corpus/gulf/war.md: its id is `war`, which is that of corpus/war.md, too: rename one, or name the folder above both
    verbale: 1 of 3 documents failed
    ");
    assert_eq!(ask(&room, "SELECT id FROM documents ORDER BY id"), "peace\nwar\n");
    // The refused one has not been read before, though its like has.
    fs::write(room.path("corpus/gulf/war.md"), WAR).unwrap();
    let again = room.run(&[&files[..], &["--output", "chronicle.sqlite"]].concat());
    assert!(again.err.contains("verbale: 2 documents have not changed"), "{}", again.err);
    assert_eq!(extract(&room, &[]).code, Some(0));
    assert_eq!(ask(&room, "SELECT count(*) FROM documents"), "Integer(3)\n");
}

#[test]
fn where_all_fail_there_is_no_database() {
    let room = Room::with_corpus();
    room.run(&["extract", "none.txt", "--output", "chronicle.sqlite"])
        .fails(2, "verbale: none.txt: no such file: check the path\n");
    assert_eq!(room.names(), ["corpus"]);
    fs::write(room.path("none.jsonl"), "\n").unwrap();
    room.run(&["extract", "none.jsonl", "--output", "chronicle.sqlite"]).well();
    assert_eq!(ask(&room, "SELECT count(*) FROM documents"), "Integer(0)\n");
}

#[test]
fn a_file_that_is_no_database_of_ours_stays() {
    let room = Room::with_corpus();
    fs::write(room.path("chronicle.sqlite"), "some notes that are no database at all").unwrap();
    let message = "verbale: chronicle.sqlite: is a database of another program: name another file, or remove this one\n";
    extract(&room, &[]).fails(2, message);
    assert_eq!(room.read("chronicle.sqlite"), "some notes that are no database at all");
    let run = |output| room.run(&["extract", "corpus", "--output", output]);
    run("corpus/gulf/war.md")
        .fails(2, "verbale: corpus/gulf/war.md: is also an input: name another file for --output\n");
    run("none/chronicle.sqlite")
        .fails(2, "verbale: none/chronicle.sqlite: cannot be written: there is no such folder\n");
}

#[test]
fn a_run_that_was_killed_goes_on() {
    let room = Room::with(&[]);
    fs::create_dir(room.path("corpus")).unwrap();
    let line = |number: u32| format!("{{\"id\": \"note-{number}\", \"text\": \"{PEACE} {WAR}\"}}\n");
    let total = 2_000;
    fs::write(room.path("corpus/notes.jsonl"), (1..=total).map(line).collect::<String>()).unwrap();
    let args = ["extract", "corpus", "--output", "chronicle.sqlite", "--jobs", "1"];
    let mut child = room.command(&args).spawn().unwrap();
    let begun = Instant::now();
    let written = || -> Option<u32> {
        let connection = Connection::open(room.path("chronicle.sqlite")).ok()?;
        connection.query_row("SELECT count(*) FROM documents", [], |row| row.get(0)).ok()
    };
    while written().unwrap_or(0) == 0 {
        assert!(begun.elapsed() < Duration::from_secs(120), "nothing was ever written");
        std::thread::sleep(Duration::from_millis(5));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let kept = written().unwrap();
    assert!(kept > 0 && kept < total, "{kept} of {total}");
    assert_eq!(ask(&room, "PRAGMA integrity_check"), "ok\n");
    assert_eq!(ask(&room, "PRAGMA foreign_key_check"), "");

    let ran = extract(&room, &[]);
    let message = format!("verbale: {kept} documents have not changed since they were read\n");
    assert_eq!((ran.code, ran.err), (Some(0), message));
    assert_eq!(written(), Some(total));
    let events = ask(&room, "SELECT count(*), count(DISTINCT document) FROM events");
    fs::rename(room.path("chronicle.sqlite"), room.path("first.sqlite")).unwrap();
    extract(&room, &[]).well();
    assert_eq!(ask(&room, "SELECT count(*), count(DISTINCT document) FROM events"), events);
}
