//! A folder of its own for each test, and the command run in it.

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

pub(crate) const PEACE: &str = "On 17 September 1978 Egypt and Israel signed the accords in Washington.";
pub(crate) const WAR: &str = "On 2 August 1990 Iraq invaded Kuwait.";

/// What a run of the command left.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    /// Stdout as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// Asserts exit code 0 and nothing on stderr.
    #[track_caller]
    pub(crate) fn well(self) -> Self {
        assert_eq!((self.code, self.err.as_str()), (Some(0), ""));
        self
    }

    /// Asserts exit code and messages, and nothing on stdout.
    #[track_caller]
    pub(crate) fn fails(&self, code: i32, messages: &str) {
        assert_eq!((self.err.as_str(), self.code, self.out.as_str()), (messages, Some(code), ""));
    }
}

/// A folder that vanishes with the test.
pub(crate) struct Room(TempDir);

impl Room {
    /// A folder with these files.
    pub(crate) fn with(files: &[(&str, &str)]) -> Self {
        let room = Self(TempDir::new().unwrap());
        files.iter().for_each(|(name, content)| fs::write(room.path(name), content).unwrap());
        room
    }

    /// A folder `corpus` with a folder in it, and a text on a peace and one on a war.
    pub(crate) fn with_corpus() -> Self {
        let room = Self::with(&[]);
        fs::create_dir_all(room.path("corpus/gulf")).unwrap();
        fs::write(room.path("corpus/peace.txt"), PEACE).unwrap();
        fs::write(room.path("corpus/gulf/war.md"), WAR).unwrap();
        room
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// The names of the files in the folder, sorted.
    pub(crate) fn names(&self) -> Vec<String> {
        let names = fs::read_dir(self.0.path()).unwrap();
        let mut names: Vec<_> =
            names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// The command, in this folder, cut off from the terminal and the variables that change its output.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_verbale"));
        command.args(args).current_dir(self.0.path()).env_remove("COLUMNS").env_remove("RAYON_NUM_THREADS");
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Ran {
        self.run_on(args, b"")
    }

    /// Runs the command with something on stdin.
    pub(crate) fn run_on(&self, args: &[&str], stdin: &[u8]) -> Ran {
        let mut child = self.command(args).stdin(Stdio::piped()).spawn().unwrap();
        // The command may refuse its arguments before it reads anything.
        let _ = child.stdin.take().unwrap().write_all(stdin);
        let output = child.wait_with_output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Ran { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }
}
