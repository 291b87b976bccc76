//! Counts documents, keeps what failed, and tells it at the end, when no progress bar and no table can bury it.

use crate::failure::Failure;
use crate::outcome::{Outcome, say};

/// So many messages are kept for the end; with more, memory would grow with the input, so they are told at once.
const KEPT: usize = 1000;

/// Documents that worked, and messages on those that did not.
#[derive(Debug, Default)]
pub(crate) struct Report {
    done: u64,
    failed: u64,
    messages: Vec<String>,
}

impl Report {
    /// Counts a document that worked.
    pub(crate) fn success(&mut self) {
        self.done += 1;
    }

    /// Counts a document that failed.
    pub(crate) fn failure(&mut self, failure: &Failure) {
        self.failed += 1;
        self.messages.push(failure.to_string());
        if self.messages.len() >= KEPT {
            self.tell();
        }
    }

    /// How many documents were seen, for the progress bar.
    pub(crate) fn documents(&self) -> String {
        format!("{} documents", self.done + self.failed)
    }

    /// Whether there were documents and every one of them failed.
    pub(crate) fn nothing_done(&self) -> bool {
        self.done == 0 && self.failed > 0
    }

    /// Tells what failed, with a count if there was more than one document.
    pub(crate) fn end(mut self, what: &str) -> Outcome {
        self.tell();
        let all = self.done + self.failed;
        if self.failed > 0 && all > 1 {
            say(&format!("{} of {all} {what} failed", self.failed));
        }
        match (self.done, self.failed) {
            (_, 0) => Outcome::AllWell,
            (0, _) => Outcome::NothingDone,
            _ => Outcome::SomeFailed,
        }
    }

    fn tell(&mut self) {
        self.messages.drain(..).for_each(|message| say(&message));
    }
}
