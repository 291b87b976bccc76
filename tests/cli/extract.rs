//! `verbale extract` on texts.

use std::fs;
use std::io::Read as _;

use verbale_core::Record;

use crate::room::Room;

const OSLO: &str = "Norway hosted secret talks between Israel and the PLO in 1993.\n";
const DAYTON: &str = "The Dayton agreement was initialled on 21 November 1995.\n";

fn room() -> Room {
    Room::with(&[("oslo.txt", OSLO), ("dayton.1995.md", DAYTON), ("accords", OSLO)])
}

#[test]
fn one_text_gives_one_indented_object() {
    let ran = room().run(&["extract", "oslo.txt"]).well();
    assert!(
        ran.out.starts_with("{\n  \"format\": \"verbale/1\",\n  \"document\": {\n    \"id\": \"oslo\""),
        "{}",
        ran.out
    );
    assert!(ran.out.ends_with("}\n"));
    Record::from_json(&ran.out).unwrap().verify(OSLO).unwrap();
}

#[test]
fn several_texts_give_an_array_in_the_order_of_the_arguments() {
    let room = room();
    let ran = room.run(&["extract", "oslo.txt", "dayton.1995.md", "accords"]).well();
    let json = ran.json();
    let ids: Vec<_> =
        json.as_array().unwrap().iter().map(|record| record["document"]["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["oslo", "dayton.1995", "accords"]);
    assert_eq!(ran.out, serde_json::to_string_pretty(&records(&ran.out)).unwrap() + "\n");
}

fn records(json: &str) -> Vec<Record> {
    serde_json::from_str(json).unwrap()
}

#[test]
fn stdin_is_read_where_nothing_or_a_dash_is_named() {
    let room = room();
    let nothing = room.run_on(&["extract"], OSLO.as_bytes()).well();
    let dash = room.run_on(&["extract", "-"], OSLO.as_bytes()).well();
    assert_eq!(nothing.out, dash.out);
    assert_eq!(nothing.json()["document"]["id"], "document");
    let both = room.run_on(&["extract", "dayton.1995.md", "-"], OSLO.as_bytes()).well();
    assert_eq!(both.json()[1], dash.json());
    room.run(&["extract", "-", "-"]).fails(2, "verbale: stdin can be read only once: name `-` once\n");
}

#[test]
fn id_and_title_may_be_given() {
    let ran = room().run(&["extract", "--id", "memo-4", "--title", "The Oslo channel", "oslo.txt"]).well();
    assert_eq!(ran.json()["document"]["id"], "memo-4");
    assert_eq!(ran.json()["document"]["title"], "The Oslo channel");
}

#[test]
fn the_date_of_publication_may_be_given() {
    let ran = room().run(&["extract", "--published", "1993-09", "oslo.txt"]).well();
    assert_eq!(ran.json()["document"]["published"]["edtf"], "1993-09");
}

#[test]
fn an_id_is_for_one_document() {
    let room = room();
    let message = "verbale: --id names one document, and there are several: leave it out\n";
    room.run(&["extract", "--id", "x", "oslo.txt", "accords"]).fails(2, message);
    room.run(&["extract", "--id", "x", "any.jsonl"]).fails(2, message);
}

#[test]
fn a_table_is_headed_by_the_title() {
    let ran =
        room().run(&["extract", "--format", "table", "--title", "The\tOslo channel", "oslo.txt"]).well();
    assert!(ran.out.starts_with("The Oslo channel\noslo · "), "{}", ran.out);
    let narrow =
        room().command(&["extract", "--format", "table", "oslo.txt"]).env("COLUMNS", "24").output().unwrap();
    let narrow = String::from_utf8(narrow.stdout).unwrap();
    assert!(narrow.lines().all(|line| line.chars().count() <= 24), "{narrow}");
}

#[test]
fn the_others_are_written_where_some_fail() {
    let room = room();
    fs::write(room.path("latin1.txt"), b"Talks in Chi\xE8vres.").unwrap();
    fs::create_dir(room.path("folder")).unwrap();
    let ran = room.run(&[
        "extract",
        "--format",
        "jsonl",
        "none.txt",
        "oslo.txt",
        "latin1.txt",
        "folder",
        "accords",
    ]);
    assert_eq!((ran.code, ran.out.lines().count()), (Some(1), 2));
    insta::assert_snapshot!(ran.err, @"
    verbale: none.txt: no such file: check the path
    verbale: latin1.txt: not UTF-8 at byte 12: name its encoding, as in `--encoding windows-1252`
    verbale: folder: is a folder without texts: it has no .txt, .md or .jsonl file
    verbale: 3 of 5 documents failed
    ");
}

#[test]
fn nothing_is_printed_where_all_fail() {
    let room = room();
    room.run(&["extract", "none.txt"]).fails(2, "verbale: none.txt: no such file: check the path\n");
    let ran = room.run_on(&["extract", "-", "none.txt"], b"\xFF");
    let messages = "\
verbale: stdin: not UTF-8 at byte 0: name its encoding, as in `--encoding windows-1252`
verbale: none.txt: no such file: check the path
verbale: 2 of 2 documents failed
";
    ran.fails(2, messages);
}

#[test]
fn a_pdf_is_no_text() {
    let room = Room::with(&[("treaty.pdf", "%PDF-1.7\n")]);
    let message = "is a PDF: take its text out first, as in `pdftotext FILE - | verbale extract`";
    room.run(&["extract", "treaty.pdf"]).fails(2, &format!("verbale: treaty.pdf: {message}\n"));
}

#[test]
fn wrong_usage_is_told_before_anything_is_read() {
    let room = room();
    let message = "verbale: none: no such folder: --lexicon names a folder with actors/ or frames/\n";
    room.run(&["extract", "--lexicon", "none", "oslo.txt"]).fails(2, message);
    for args in [
        ["--published", "21 November 1995"],
        ["--jobs", "0"],
        ["--id", " "],
        ["--title", ""],
        ["--format", "xml"],
    ] {
        let ran = room.run(&["extract", args[0], args[1], "oslo.txt"]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
        assert!(ran.err.contains(args[0]), "{}", ran.err);
    }
}

#[test]
fn an_empty_text_is_a_document() {
    let ran = room().run_on(&["extract"], b"").well();
    assert_eq!(ran.json()["document"]["length"], 0);
}

#[test]
fn a_reader_who_has_seen_enough_is_no_error() {
    let room = room();
    let lines = format!("{{\"text\": \"{}\"}}\n", DAYTON.trim()).repeat(4000);
    fs::write(room.path("cables.jsonl"), lines).unwrap();
    let mut child = room.command(&["extract", "--format", "jsonl", "cables.jsonl"]).spawn().unwrap();
    let mut seen = [0; 10];
    child.stdout.take().unwrap().read_exact(&mut seen).unwrap();
    let ended = child.wait_with_output().unwrap();
    assert_eq!((ended.status.code(), ended.stderr.as_slice()), (Some(0), &b""[..]));
}
