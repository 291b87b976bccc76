//! Files appear whole or not at all.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use tempfile::TempDir;

use crate::error::TableError;
use crate::files::{WholeFile, target};

fn names(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<_> = names.map(|name| name.into_string().unwrap()).collect();
    names.sort();
    names
}

fn write(path: &Path, text: &str) {
    let mut file = WholeFile::create(path).unwrap();
    file.write_all(text.as_bytes()).unwrap();
    file.finish().unwrap();
}

#[test]
fn a_file_that_is_not_finished_leaves_nothing() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("notes.txt");
    for present in [false, true] {
        if present {
            fs::write(&path, "of old").unwrap();
        }
        let mut file = WholeFile::create(&path).unwrap();
        file.write_all(&[b'x'; 100_000]).unwrap();
        drop(file);
        assert_eq!(names(folder.path()).len(), usize::from(present));
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), "of old");
}

#[test]
fn two_writers_of_one_file_do_not_mix() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("notes.txt");
    let (mut one, mut other) = (WholeFile::create(&path).unwrap(), WholeFile::create(&path).unwrap());
    for _ in 0..20_000 {
        one.write_all(b"one").unwrap();
        other.write_all(b"other").unwrap();
    }
    one.finish().unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "one".repeat(20_000));
    other.finish().unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "other".repeat(20_000));
    assert_eq!(names(folder.path()), ["notes.txt"]);
}

#[test]
fn what_cannot_be_written_is_told_by_its_name() {
    let folder = TempDir::new().unwrap();
    let told = |path: &Path| match WholeFile::create(path).unwrap_err() {
        error @ TableError::File { .. } => {
            format!("{error}: {}", std::error::Error::source(&error).unwrap())
        }
        error => panic!("{error:?}"),
    };
    assert!(told(folder.path()).contains(": is a folder: name a file"));
    let nowhere = told(&folder.path().join("none/notes.txt"));
    assert!(nowhere.contains("none/notes.txt: cannot be written: no file can be made in its folder: "));
    assert!(!nowhere.contains(".verbale-"), "{nowhere}");
}

#[test]
fn a_path_leads_to_one_file_however_it_is_written() {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("sub")).unwrap();
    let path = |name: &str| target(&folder.path().join(name));
    assert_eq!(path("sub/../notes.txt"), path("notes.txt"));
    fs::write(folder.path().join("notes.txt"), "").unwrap();
    assert_eq!(path("sub/../notes.txt"), path("notes.txt"));
    assert_ne!(path("sub/notes.txt"), path("notes.txt"));
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    use std::process::Command;
    use std::thread;

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn a_link_stays_a_link_even_to_what_is_not_there_yet() {
        let folder = TempDir::new().unwrap();
        let path = |name: &str| folder.path().join(name);
        fs::create_dir(path("store")).unwrap();
        symlink("store/real.txt", path("near.txt")).unwrap();
        symlink(path("near.txt"), path("far.txt")).unwrap();
        for text in ["first", "second"] {
            write(&path("far.txt"), text);
            assert_eq!(fs::read_to_string(path("store/real.txt")).unwrap(), text);
            assert_eq!(names(&path("store")), ["real.txt"]);
        }
        assert!(path("far.txt").is_symlink() && path("near.txt").is_symlink());
        // A circle leads nowhere.
        symlink("b", path("a")).unwrap();
        symlink("a", path("b")).unwrap();
        let _ = WholeFile::create(&path("a")).map(drop);
    }

    #[test]
    fn who_may_read_a_file_stays() {
        let folder = TempDir::new().unwrap();
        let (path, usual) = (folder.path().join("notes.txt"), folder.path().join("usual"));
        fs::write(&usual, "").unwrap();
        write(&path, "new");
        assert_eq!(mode(&path), mode(&usual));
        for rights in [0o600, 0o640, 0o664] {
            fs::set_permissions(&path, fs::Permissions::from_mode(rights)).unwrap();
            write(&path, "again");
            assert_eq!(mode(&path), rights);
        }
    }

    #[test]
    fn nobody_may_read_a_file_sooner_than_when_it_is_there() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("notes.txt");
        write(&path, "of old");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        let file = WholeFile::create(&path).unwrap();
        for name in names(folder.path()) {
            assert_eq!(mode(&folder.path().join(&name)), 0o600, "{name}");
        }
        // The owner thinks better of it while the file is written.
        fs::set_permissions(&path, fs::Permissions::from_mode(0o400)).unwrap();
        file.finish().unwrap();
        assert_eq!(mode(&path), 0o400);
    }

    #[test]
    fn a_pipe_is_written_and_stays() {
        let folder = TempDir::new().unwrap();
        let pipe = folder.path().join("pipe");
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let reader = thread::spawn({
            let pipe = pipe.clone();
            move || fs::read_to_string(pipe).unwrap()
        });
        write(&pipe, "through the pipe");
        assert_eq!(reader.join().unwrap(), "through the pipe");
        assert!(!fs::metadata(&pipe).unwrap().is_file());
        assert_eq!(names(folder.path()), ["pipe"]);
    }
}
