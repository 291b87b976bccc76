//! Several outputs of one run: each has what it would have alone.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use rusqlite::Connection;

use crate::room::{PEACE, Ran, Room, WAR};

const BOTH: [&str; 4] = ["--output", "chronicle.sqlite", "--output", "chronicle.parquet"];

fn extract(room: &Room, more: &[&str]) -> Ran {
    room.run(&[&["extract", "corpus"], more].concat())
}

fn documents(room: &Room) -> Option<u32> {
    let connection = Connection::open(room.path("chronicle.sqlite")).ok()?;
    connection.query_row("SELECT count(*) FROM documents", [], |row| row.get(0)).ok()
}

/// The files of a folder with their content, but for databases, whose bytes tell of their past.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let found = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = found
        .filter(|path| path.is_file() && path.extension().is_none_or(|ending| ending != "sqlite"))
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap()))
        .collect();
    files.sort();
    files
}

/// Compares without printing megabytes.
#[track_caller]
fn assert_same(found: &[(String, Vec<u8>)], expected: &[(String, Vec<u8>)]) {
    let names = |files: &[(String, Vec<u8>)]| files.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    assert_eq!(names(found), names(expected));
    for ((name, found), (_, expected)) in found.iter().zip(expected) {
        assert!(found == expected, "{name} differs: {} bytes, expected {}", found.len(), expected.len());
    }
}

#[test]
fn side_by_side() {
    let (apart, together) = (Room::with_corpus(), Room::with_corpus());
    extract(&apart, &["--output", "all.jsonl"]).well();
    extract(&apart, &["--output", "all.json"]).well();
    extract(&apart, &["--output", "all.csv", "--tables", "actors,events"]).well();
    extract(&apart, &["--output", "all.parquet", "--tables", "actors,events"]).well();
    let outputs = ["all.jsonl", "all.json", "all.csv", "all.parquet"].map(|name| ["--output", name]).concat();
    let ran = extract(&together, &[&outputs, &["--tables", "actors,events"][..]].concat()).well();
    assert_eq!(ran.out, "");
    assert_eq!(files(&together.path("")).len(), 6);
    assert_same(&files(&together.path("")), &files(&apart.path("")));
}

#[test]
fn files_beside_a_database_have_what_they_would_have_alone() {
    let (alone, room) = (Room::with_corpus(), Room::with_corpus());
    let texts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/texts").display().to_string();
    let tables = ["--tables", "all"];
    for name in ["chronicle.parquet", "chronicle.csv"] {
        alone.run(&[&["extract", &texts, "--output", name], &tables[..]].concat()).well();
    }
    // What is in the database from elsewhere stays there.
    extract(&room, &["--output", "chronicle.sqlite"]).well();
    let outputs = [&BOTH[..], &["--output", "chronicle.csv"], &tables].concat();
    room.run(&[&["extract", &texts][..], &outputs].concat()).well();
    assert_eq!(files(&room.path("")).len(), 2 * verbale_tables::Table::ALL.len());
    assert_same(&files(&room.path("")), &files(&alone.path("")));
    let hidden = |name: &std::ffi::OsStr| name.to_string_lossy().starts_with('.');
    let examples = fs::read_dir(&texts).unwrap().filter(|file| !hidden(&file.as_ref().unwrap().file_name()));
    let examples = u32::try_from(examples.count()).unwrap();
    assert_eq!(documents(&room), Some(examples + 2));
    // A second run reads nothing, and takes all from the database.
    for (name, _) in files(&room.path("")) {
        fs::remove_file(room.path(&name)).unwrap();
    }
    let again = room.run(&[&["extract", &texts][..], &outputs].concat());
    let message = format!("verbale: {examples} documents have not changed since they were read\n");
    assert_eq!((again.code, again.err), (Some(0), message));
    assert_same(&files(&room.path("")), &files(&alone.path("")));
}

#[test]
fn a_run_that_was_killed_goes_on() {
    let (killed, whole) = (Room::with(&[("chronicle.parquet", "of old")]), Room::with(&[]));
    let total = 600;
    let line = |number: u32| format!("{{\"id\": \"note-{number}\", \"text\": \"{PEACE} {WAR}\"}}\n");
    for room in [&killed, &whole] {
        fs::create_dir(room.path("corpus")).unwrap();
        fs::write(room.path("corpus/notes.jsonl"), (1..=total).map(line).collect::<String>()).unwrap();
    }
    let args = [&["extract", "corpus", "--jobs", "1"], &BOTH[..]].concat();
    let mut child = killed.command(&args).spawn().unwrap();
    let begun = Instant::now();
    while documents(&killed).unwrap_or(0) == 0 {
        assert!(begun.elapsed() < Duration::from_secs(120), "nothing was ever written");
        std::thread::sleep(Duration::from_millis(5));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let kept = documents(&killed).unwrap();
    assert!(kept > 0 && kept < total, "{kept} of {total}");
    assert_eq!(killed.read("chronicle.parquet"), "of old");

    let ran = extract(&killed, &BOTH);
    let message = format!("verbale: {kept} documents have not changed since they were read\n");
    assert_eq!((ran.code, ran.err), (Some(0), message));
    assert_eq!(documents(&killed), Some(total));
    extract(&whole, &BOTH).well();
    let parquet = |room: &Room| fs::read(room.path("chronicle.parquet")).unwrap();
    assert!(parquet(&killed) == parquet(&whole), "the files differ");
}

#[test]
fn what_failed_is_added_in_its_place() {
    let (mended, whole) = (Room::with_corpus(), Room::with_corpus());
    fs::write(mended.path("corpus/gulf/war.md"), b"Iraq invaded Kuwait \xe0 l'aube.").unwrap();
    let ran = extract(&mended, &BOTH);
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    let rows = |room: &Room| fs::read(room.path("chronicle.parquet")).unwrap();
    assert_eq!(documents(&mended), Some(1));
    fs::write(mended.path("corpus/gulf/war.md"), WAR).unwrap();
    extract(&whole, &BOTH).well();
    assert!(rows(&mended) != rows(&whole), "the failed document has rows");
    let again = extract(&mended, &BOTH);
    assert_eq!((again.code, again.err.matches("has not changed").count()), (Some(0), 1), "{}", again.err);
    assert!(rows(&mended) == rows(&whole), "the files differ");

    // What is in the database of a document that fails now stays there, and in the file there is none, as if it stood alone.
    fs::write(mended.path("corpus/peace.txt"), b"\xff\xff\xff").unwrap();
    assert_eq!(extract(&mended, &BOTH).code, Some(1));
    fs::remove_file(whole.path("corpus/peace.txt")).unwrap();
    extract(&whole, &["--output", "alone.parquet"]).well();
    assert!(rows(&mended) == fs::read(whole.path("alone.parquet")).unwrap(), "the files differ");
    assert_eq!(documents(&mended), Some(2));
}

#[test]
fn where_all_fail_nothing_is_touched() {
    let room = Room::with(&[("chronicle.parquet", "of old")]);
    let ran = room.run(&[&["extract", "none.txt"], &BOTH[..]].concat());
    ran.fails(2, "verbale: none.txt: no such file: check the path\n");
    assert_eq!(room.names(), ["chronicle.parquet"]);
    assert_eq!(room.read("chronicle.parquet"), "of old");
}

#[test]
fn what_makes_no_sense_is_told_before_anything_is_read() {
    let room = Room::with_corpus();
    let fails = |args: &[&str], message: &str| {
        extract(&room, args).fails(2, &format!("verbale: {message}\n"));
    };
    let named = |names: &[&'static str]| names.iter().flat_map(|name| ["--output", name]).collect::<Vec<_>>();
    let formats = [&BOTH[..], &["--format", "csv"]].concat();
    fails(&formats, "--format is for one output: leave it out, and let the ending of each say what it is");
    let own = "write it in a run of its own";
    fails(&named(&["a.sqlite", "b.db"]), &format!("b.db: is a second database: {own}"));
    for name in ["a.jsonl", "a.json", "a.out"] {
        let message = format!("{name}: has whole records, and a database only their tables: {own}");
        fails(&["--output", name, "--output", "a.sqlite"], &message);
    }
    let twice = "would be written twice: give each --output a name of its own";
    fails(&named(&["a.csv", "./corpus/../a.csv"]), &format!("./corpus/../a.csv: {twice}"));
    let beside = [&named(&["a.csv", "a.actors.csv"])[..], &["--tables", "events,actors"]].concat();
    fails(&beside, &format!("a.actors.csv: {twice}"));
    let tables = "--tables is for the formats parquet and csv: leave it out, a database has all tables";
    fails(&["--output", "a.sqlite", "--output", "b.json", "--tables", "events"], tables);
    fails(
        &named(&["a.sqlite", "corpus"]),
        &format!("corpus: has whole records, and a database only their tables: {own}"),
    );
    fs::create_dir(room.path("folder.csv")).unwrap();
    fails(&named(&["a.sqlite", "folder.csv"]), "folder.csv: is a folder: name a file for --output");
    assert_eq!(room.names(), ["corpus", "folder.csv"]);
}
