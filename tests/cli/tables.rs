//! `verbale extract` into tables: files, databases, PLOVER's JSON.

use std::fs;
use std::io::Read as _;

use serde_json::Value;

use crate::room::Room;

const CAMP: &str = "On 17 September 1978 Egypt and Israel signed the accords in Washington. \
                    Jordan rejected the accords.";
const ALGIERS: &str = "Iran and Iraq signed an agreement in Algiers on 6 March 1975.";

fn room() -> Room {
    Room::with(&[("camp.txt", CAMP), ("=algiers.txt", ALGIERS)])
}

fn csv(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect());
    rows.collect()
}

#[test]
fn the_ending_of_the_output_tells_the_format() {
    let room = room();
    let written = |name: &str| {
        room.run(&["extract", "camp.txt", "--output", name]).well();
        fs::read(room.path(name)).unwrap()
    };
    let is_record = |bytes: &[u8]| serde_json::from_slice::<Value>(bytes).unwrap()["format"] == "verbale/1";
    assert!(is_record(&written("camp.json")));
    assert!(is_record(&written("camp.out")), "an ending that says nothing is json, as ever");
    assert_eq!(written("camp.JSONL").iter().filter(|byte| **byte == b'\n').count(), 1);
    assert!(written("camp.parquet").starts_with(b"PAR1") && written("camp.parquet").ends_with(b"PAR1"));
    assert!(written("camp.csv").starts_with(b"document,id,kind,"));
    assert!(written("camp.sqlite").starts_with(b"SQLite format 3\0"));
    room.run(&["extract", "camp.txt", "--format", "csv", "--output", "csv.jsonl"]).well();
    assert_eq!(fs::read(room.path("csv.jsonl")).unwrap(), written("camp.csv"), "what is said goes before");
}

#[test]
fn a_table_of_its_own_may_go_to_stdout() {
    let ran = room().run(&["extract", "camp.txt", "--format", "csv", "--tables", "participants"]).well();
    let rows = csv(&ran.out);
    let who = |row: &Vec<String>| [row[1].clone(), row[3].clone(), row[5].clone()].join(" ");
    insta::assert_snapshot!(rows.iter().map(who).collect::<Vec<_>>().join("\n"), @r"
    event role actor_name
    e1 actor Egypt
    e1 actor Israel
    e2 actor Jordan
    ");
    assert_eq!(ran.out.matches("\r\n").count(), rows.len());
}

#[test]
fn other_tables_stand_beside_the_file() {
    let room = room();
    let names = |tables: &str| {
        room.run(&["extract", "camp.txt", "--output", "chronicle.parquet", "--tables", tables]).well();
        let names = room.names().into_iter().filter(|name| name.ends_with(".parquet")).collect::<Vec<_>>();
        names.iter().for_each(|name| fs::remove_file(room.path(name)).unwrap());
        names
    };
    assert_eq!(names("events"), ["chronicle.parquet"]);
    assert_eq!(names("events,actors"), ["chronicle.actors.parquet", "chronicle.parquet"]);
    assert_eq!(names("all").len(), verbale_tables::Table::ALL.len());
    let several = ["extract", "camp.txt", "--format", "csv", "--tables", "events,actors"];
    let message = "there are several tables: name a file with --output, and the others are written beside it";
    room.run(&several).fails(2, &format!("verbale: {message}\n"));
}

#[test]
fn nothing_in_a_csv_file_runs() {
    let room = room();
    let ran = room.run(&["extract", "=algiers.txt", "--format", "csv"]).well();
    assert_eq!(csv(&ran.out)[1][0], "'=algiers");
}

#[test]
fn events_in_the_json_of_plover() {
    let ran = room().run(&["extract", "camp.txt", "=algiers.txt", "--format", "plover"]).well();
    let events: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let ids: Vec<_> = events.iter().map(|event| event["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["camp:e1", "camp:e2", "=algiers:e1"]);
    assert_eq!(events[0]["actor"][0]["code"], "EGY");
    let none = room().run_on(&["extract", "--format", "plover"], b"Peace.").well();
    assert_eq!(none.out, "");
}

#[test]
fn a_reader_who_has_seen_enough_is_no_error() {
    let room = room();
    fs::write(room.path("cables.jsonl"), format!("{{\"text\": \"{CAMP}\"}}\n").repeat(400)).unwrap();
    for format in ["csv", "plover"] {
        let mut child = room.command(&["extract", "cables.jsonl", "--format", format]).spawn().unwrap();
        let mut seen = [0; 10];
        child.stdout.take().unwrap().read_exact(&mut seen).unwrap();
        let ended = child.wait_with_output().unwrap();
        assert_eq!((ended.status.code(), ended.stderr.as_slice()), (Some(0), &b""[..]), "{format}");
    }
}

#[test]
fn tables_do_not_depend_on_the_number_of_threads() {
    let room = room();
    let lines = (1..=200).map(|number| format!("{{\"text\": \"{}\"}}\n", CAMP.repeat(number % 7)));
    fs::write(room.path("cables.jsonl"), lines.collect::<String>()).unwrap();
    for file in ["cables.parquet", "cables.csv"] {
        let written = |jobs| {
            room.run(&["extract", "cables.jsonl", "--output", file, "--jobs", jobs]).well();
            fs::read(room.path(file)).unwrap()
        };
        assert!(written("1") == written("4"), "{file}");
    }
}

#[test]
fn a_file_that_was_there_stays_where_a_run_is_killed() {
    let room = Room::with(&[("old.parquet", "what was there before")]);
    let lines = format!("{{\"text\": \"{CAMP}\"}}\n").repeat(20_000);
    fs::write(room.path("cables.jsonl"), lines).unwrap();
    let mut child = room.command(&["extract", "cables.jsonl", "--output", "old.parquet"]).spawn().unwrap();
    while room.names().len() < 3 {
        assert!(child.try_wait().unwrap().is_none(), "it ended before it wrote a file beside the old one");
        std::thread::yield_now();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(room.read("old.parquet"), "what was there before");
}

#[test]
fn what_makes_no_sense_is_told_before_anything_is_read() {
    let room = room();
    let fails = |args: &[&str], message: &str| {
        let args = [&["extract", "none.txt"], args].concat();
        room.run(&args).fails(2, &format!("verbale: {message}\n"));
    };
    fails(&["--format", "sqlite"], "a database is a file: name it with --output");
    fails(
        &["--output", "a.sqlite", "--tables", "events"],
        "--tables is for the formats parquet and csv: leave it out, a database has all tables",
    );
    fails(&["--output", "a.csv", "--again"], "--again is for the format sqlite: leave it out");
    let unknown = room.run(&["extract", "camp.txt", "--format", "csv", "--tables", "treaties"]);
    assert_eq!(unknown.code, Some(2));
    assert!(unknown.err.contains("event_places"), "{}", unknown.err);
    assert_eq!(room.names(), ["=algiers.txt", "camp.txt"]);
}
