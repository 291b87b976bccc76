//! `verbale extract` on folders, patterns and encodings.

use std::fs;

use crate::room::Room;

fn ids(out: &str) -> Vec<String> {
    let json = out.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    json.map(|record| record["document"]["id"].as_str().unwrap().to_owned()).collect()
}

fn room() -> Room {
    let room = Room::with(&[("loose.txt", "Peace.")]);
    for folder in ["corpus/1990", "corpus/.hidden", "empty"] {
        fs::create_dir_all(room.path(folder)).unwrap();
    }
    for file in ["b.txt", "a.md", "1990/b.TXT", "1990/c.html", ".hidden/d.txt", ".e.txt", "f"] {
        fs::write(room.path(&format!("corpus/{file}")), "Peace.").unwrap();
    }
    fs::write(
        room.path("corpus/1990/cables.jsonl"),
        "{\"text\": \"War.\"}\n{\"text\": \"War.\", \"id\": \"x\"}\n",
    )
    .unwrap();
    room
}

#[test]
fn a_folder_gives_its_texts_by_their_paths() {
    let room = room();
    let expected = ["1990/b", "1990/cables:1", "x", "a", "b"];
    assert_eq!(ids(&room.run(&["extract", "--format", "jsonl", "corpus"]).well().out), expected);
    assert_eq!(ids(&room.run(&["extract", "--format", "jsonl", "./corpus/"]).well().out), expected);
    let one = room.run(&["extract", "corpus/1990", "loose.txt", "--format", "jsonl"]).well();
    assert_eq!(ids(&one.out), ["b", "cables:1", "x", "loose"]);
    room.run(&["extract", "empty"])
        .fails(2, "verbale: empty: is a folder without texts: it has no .txt, .md or .jsonl file\n");
}

#[test]
fn a_folder_of_one_text_is_a_folder() {
    let room = Room::with(&[]);
    fs::create_dir(room.path("corpus")).unwrap();
    fs::write(room.path("corpus/one.txt"), "Peace.").unwrap();
    assert_eq!(room.run(&["extract", "corpus"]).well().json().as_array().unwrap().len(), 1);
    room.run(&["extract", "corpus", "--id", "x"])
        .fails(2, "verbale: --id names one document, and there are several: leave it out\n");
}

#[test]
fn a_pattern_that_no_shell_has_read() {
    let room = room();
    let found = |pattern: &str| ids(&room.run(&["extract", "--format", "jsonl", pattern]).well().out);
    assert_eq!(found("corpus/*.txt"), ["b"]);
    assert_eq!(found("corpus/**/b.*"), ["b", "b"]);
    room.run(&["extract", "corpus/*.doc"])
        .fails(2, "verbale: corpus/*.doc: matches no file: check the pattern\n");
    fs::write(room.path("[1].txt"), "Peace.").unwrap();
    assert_eq!(found("[1].txt"), ["[1]"], "a file of that very name");
}

#[test]
fn texts_in_other_encodings_give_the_same_record() {
    let text = "Élysée: “France” signed the treaty on 22 January 1963.\n";
    let room = Room::with(&[("text.txt", text)]);
    let record = |bytes: &[u8], more: &[&str]| {
        fs::write(room.path("text.txt"), bytes).unwrap();
        room.run(&[&["extract", "text.txt"], more].concat()).well().out
    };
    let expected = record(text.as_bytes(), &[]);
    let utf_16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(record(&[b"\xEF\xBB\xBF", text.as_bytes()].concat(), &[]), expected);
    assert_eq!(record(&[b"\xFF\xFE", utf_16.as_slice()].concat(), &[]), expected);
    assert_eq!(record(&utf_16, &["--encoding", "utf-16le"]), expected);
    let windows = b"\xC9lys\xE9e: \x93France\x94 signed the treaty on 22 January 1963.\n";
    assert_eq!(record(windows, &["--encoding", "windows-1252"]), expected);
    fs::write(room.path("text.json"), &expected).unwrap();
    let told = room.run(&["validate", "text.json", "--text", "text.txt", "--encoding", "windows-1252"]);
    assert_eq!(told.code, Some(0), "{}", told.err);
}

#[test]
fn a_wrong_encoding_names_file_and_byte() {
    let room = Room::with(&[("peace.txt", "Chièvres."), ("lines.jsonl", "{\"text\": \"Peace.\"}")]);
    let run = |encoding, file| room.run(&["extract", "--encoding", encoding, file]);
    run("windows-1252", "peace.txt").fails(
        2,
        "verbale: peace.txt: not Windows-1252 at byte 3, but UTF-8: leave `--encoding` out, or name another one\n",
    );
    run("utf-16le", "lines.jsonl").fails(
        2,
        "verbale: lines.jsonl: a .jsonl file cannot be UTF-16: convert it first, as in `iconv -f UTF-16 -t UTF-8`\n",
    );
    fs::write(room.path("lines.jsonl"), b"{\"text\": \"Chi\xE8vres\"}").unwrap();
    let ran = run("windows-1252", "lines.jsonl").well();
    assert_eq!(ran.json()[0]["document"]["length"], 8);
}
