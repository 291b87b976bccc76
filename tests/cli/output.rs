//! Output files appear whole or not at all.

use std::fs;

use crate::room::Room;

fn room() -> Room {
    Room::with(&[
        ("camp.txt", "Egypt and Israel met at Camp David in 1978."),
        ("old.json", "what was there before"),
    ])
}

#[test]
fn a_file_takes_the_place_of_the_old_one() {
    let room = room();
    let printed = room.run(&["extract", "camp.txt"]).well().out;
    let ran = room.run(&["extract", "--output", "old.json", "camp.txt"]).well();
    assert_eq!((ran.out.as_str(), room.read("old.json")), ("", printed));
    assert_eq!(room.names(), ["camp.txt", "old.json"]);
}

#[test]
fn where_all_fail_nothing_is_touched() {
    let room = room();
    for file in ["old.json", "new.json"] {
        let ran = room.run(&["extract", "--output", file, "none.txt"]);
        ran.fails(2, "verbale: none.txt: no such file: check the path\n");
    }
    assert_eq!(room.read("old.json"), "what was there before");
    assert_eq!(room.names(), ["camp.txt", "old.json"]);
}

#[test]
fn where_some_fail_the_others_are_written() {
    let room = room();
    let ran = room.run(&["extract", "--output", "new.json", "none.txt", "camp.txt"]);
    ran.fails(1, "verbale: none.txt: no such file: check the path\nverbale: 1 of 2 documents failed\n");
    let array: serde_json::Value = serde_json::from_str(&room.read("new.json")).unwrap();
    assert_eq!(array[0]["document"]["id"], "camp");
    assert_eq!(array.as_array().unwrap().len(), 1);
}

#[test]
fn a_file_that_cannot_be_written_is_told_at_once() {
    let room = room();
    fs::create_dir(room.path("folder")).unwrap();
    let run = |file| room.run(&["extract", "--output", file, "camp.txt"]);
    run("folder").fails(2, "verbale: folder: is a folder: name a file for --output\n");
    run("camp.txt").fails(2, "verbale: camp.txt: is also an input: name another file for --output\n");
    run("./folder/../camp.txt")
        .fails(2, "verbale: ./folder/../camp.txt: is also an input: name another file for --output\n");
    let ran = run("none/new.json");
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(
        ran.err.starts_with("verbale: none/new.json: cannot be written: no file can be made in its folder"),
        "{}",
        ran.err
    );
    assert_eq!(room.names(), ["camp.txt", "folder", "old.json"]);
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    use super::*;

    #[test]
    fn a_link_stays_a_link() {
        let room = room();
        symlink("old.json", room.path("link.json")).unwrap();
        room.run(&["extract", "--output", "link.json", "camp.txt"]).well();
        assert!(fs::symlink_metadata(room.path("link.json")).unwrap().is_symlink());
        assert!(room.read("old.json").starts_with('{'));
    }

    #[test]
    fn the_rights_of_a_file_stay_and_those_of_a_new_one_are_the_usual() {
        let room = room();
        let mode = |name: &str| fs::metadata(room.path(name)).unwrap().permissions().mode() & 0o777;
        fs::set_permissions(room.path("old.json"), fs::Permissions::from_mode(0o640)).unwrap();
        for file in ["old.json", "new.json"] {
            room.run(&["extract", "--output", file, "camp.txt"]).well();
        }
        assert_eq!((mode("old.json"), mode("new.json")), (0o640, mode("camp.txt")));
    }

    #[test]
    fn a_link_to_what_is_not_there_yet_stays_a_link() {
        let room = room();
        fs::create_dir(room.path("store")).unwrap();
        symlink("store/new.json", room.path("link.json")).unwrap();
        room.run(&["extract", "--output", "link.json", "camp.txt"]).well();
        assert!(fs::symlink_metadata(room.path("link.json")).unwrap().is_symlink());
        assert!(room.read("store/new.json").starts_with('{'));
    }

    #[test]
    fn a_device_is_written_to_and_stays() {
        let room = room();
        assert_eq!(room.run(&["extract", "--output", "/dev/null", "camp.txt"]).well().out, "");
    }
}
