//! `verbale extract` to an HTML page.

use crate::room::Room;

const TREATY: &str = "On 26 March 1979 Egypt and Israel signed a peace treaty in Washington.";

fn room() -> Room {
    Room::with(&[("treaty.txt", TREATY), ("camp.txt", "Egypt and Israel met at Camp David in 1978.")])
}

#[test]
fn the_ending_of_the_output_asks_for_a_page() {
    let room = room();
    let printed = room.run(&["extract", "--format", "html", "treaty.txt"]).well().out;
    assert!(printed.starts_with("<!DOCTYPE html>") && printed.ends_with("</html>\n"), "{printed}");
    assert!(printed.contains(">signed</a>"), "{printed}");
    for page in ["treaty.html", "treaty.HTM"] {
        room.run(&["extract", "--output", page, "treaty.txt"]).well();
        assert_eq!(room.read(page), printed);
    }
}

#[test]
fn a_format_that_is_named_wins_over_the_ending() {
    let room = room();
    room.run(&["extract", "--format", "json", "--output", "treaty.html", "treaty.txt"]).well();
    assert!(room.read("treaty.html").starts_with('{'));
}

#[test]
fn a_page_holds_one_document() {
    let room = room();
    let ran = room.run(&["extract", "--output", "both.html", "treaty.txt", "camp.txt"]);
    ran.fails(
        2,
        "verbale: a page holds one document, and there are several: make a page of each, or ask for another --format\n",
    );
    assert_eq!(room.names(), ["camp.txt", "treaty.txt"]);
}
