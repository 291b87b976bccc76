//! `verbale validate`.

use crate::room::{Ran, Room};

const TEXT: &str = include_str!("kuwait.txt");
const RECORD: &str = include_str!("kuwait.json");

/// The record with one thing changed, on one line.
fn changed(from: &str, to: &str) -> String {
    assert!(RECORD.contains(from));
    let record: serde_json::Value = serde_json::from_str(&RECORD.replace(from, to)).unwrap();
    record.to_string()
}

fn validate(files: &[(&str, &str)], args: &[&str]) -> Ran {
    let args: Vec<_> = ["validate"].iter().chain(args).copied().collect();
    Room::with(files).run(&args)
}

#[test]
fn a_valid_record() {
    validate(&[("k.json", RECORD)], &["k.json"]).fails(0, "verbale: 1 record, no problem\n");
    let files = [("k.json", RECORD), ("k.txt", TEXT)];
    validate(&files, &["k.json", "--text", "k.txt"]).fails(0, "verbale: 1 record, no problem\n");
    let piped = Room::with(&[]).run_on(&["validate", "-"], RECORD.as_bytes());
    piped.fails(0, "verbale: 1 record, no problem\n");
}

#[test]
fn every_problem_has_its_line() {
    let record = changed("\"IRQ\"", "\"XQX\"").replace("\"attack\"", "\"quarrel\"");
    let ran = validate(&[("k.json", &record)], &["k.json"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), "verbale: 2 problems in 1 of 1 record\n"));
    let lines: Vec<_> = ran.out.lines().collect();
    assert_eq!(lines.len(), 2, "{}", ran.out);
    assert!(
        lines[0].starts_with("k.json: actors[0].country: ") && lines[0].ends_with(" [unknown-country]"),
        "{}",
        ran.out
    );
    assert!(
        lines[1].starts_with("k.json: events[0].kind: ") && lines[1].ends_with(" [unknown-term]"),
        "{}",
        ran.out
    );
}

#[test]
fn an_array_names_the_record() {
    let array = format!("[{RECORD}, {}, 7]", changed("\"IRQ\"", "\"XQX\""));
    let ran = validate(&[("all.json", &array)], &["all.json"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), "verbale: 2 problems in 2 of 3 records\n"));
    assert!(ran.out.starts_with("all.json: [1].actors[0].country: "), "{}", ran.out);
    assert!(
        ran.out.contains("\nall.json: [2]: expected an object, found a number [wrong-type]\n"),
        "{}",
        ran.out
    );
}

#[test]
fn a_line_is_named() {
    let good = changed("\"IRQ\"", "\"IRQ\"");
    let lines = format!("{good}\n\n{}\n{{\n{good}\n", changed("\"IRQ\"", "\"XQX\""));
    let ran = validate(&[("all.jsonl", &lines)], &["all.jsonl"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), "verbale: 2 problems in 2 of 4 records\n"));
    assert!(ran.out.starts_with("all.jsonl:3: actors[0].country: "), "{}", ran.out);
    assert!(ran.out.contains("\nall.jsonl:4: record: not JSON: "), "{}", ran.out);
}

#[test]
fn quotes_are_compared_with_the_text() {
    let text = TEXT.replace("660", "661");
    let ran = validate(&[("k.json", RECORD), ("k.txt", &text)], &["--text", "k.txt", "k.json"]);
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.out.contains("k.json: events[1].evidence[0]: ") && ran.out.contains("[quote-mismatch]"),
        "{}",
        ran.out
    );
    assert!(
        ran.out.contains("k.json: document.sha256: ") && ran.out.contains("[text-mismatch]"),
        "{}",
        ran.out
    );
}

#[test]
fn files_that_cannot_be_read() {
    validate(&[], &["k.json"]).fails(2, "verbale: k.json: no such file: check the path\n");
    let messages = "verbale: none.json: no such file: check the path\nverbale: 1 of 2 files failed\n";
    validate(&[("k.json", RECORD)], &["none.json", "k.json"]).fails(1, messages);
    let ran = validate(&[("k.json", RECORD)], &["k.json", "--text", "none.txt"]);
    ran.fails(2, "verbale: none.txt: no such file: check the path\n");
    let ran = validate(&[], &["-", "--text", "-"]);
    ran.fails(2, "verbale: stdin can be read only once: name a file for --text\n");
}

#[test]
fn what_is_no_json_is_a_problem() {
    let ran = validate(&[("k.json", "peace")], &["k.json"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), "verbale: 1 problem in 1 of 1 record\n"));
    assert!(
        ran.out.starts_with("k.json: record: not JSON: ") && ran.out.ends_with("[invalid-json]\n"),
        "{}",
        ran.out
    );
}

#[test]
fn words_of_a_record_cannot_steer_the_terminal() {
    let ran = validate(&[("k.json", "{\"red\\u001b[31m\\n\": 1}")], &["k.json"]);
    assert!(ran.out.contains("red\\u{1b}[31m\\n") && !ran.out.contains('\u{1b}'), "{}", ran.out);
}

#[test]
fn what_extract_writes_is_valid() {
    let room = Room::with(&[
        ("k.txt", TEXT),
        ("sun.md", "# Sun City\n\nDelegates signed the accord on 2 April 2003.\n"),
    ]);
    for file in ["all.json", "all.jsonl"] {
        let format = file.trim_start_matches("all.");
        room.run(&["extract", "--format", format, "--output", file, "k.txt", "sun.md"]).well();
        room.run(&["validate", file]).fails(0, "verbale: 2 records, no problem\n");
    }
}
