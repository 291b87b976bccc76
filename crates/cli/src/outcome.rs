//! How a command ended, and the exit code that says so.

use std::io::{self, Write as _};
use std::process::ExitCode;

/// How a command that could do its work ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Everything went well: exit code 0.
    AllWell,
    /// Some document failed or some record is invalid: exit code 1.
    SomeFailed,
    /// Not one document could be read; what failed has been reported: exit code 2.
    NothingDone,
}

/// The exit code of a command. An error is told on stderr and means that nothing could be done: exit code 2.
pub(crate) fn exit_code(result: anyhow::Result<Outcome>) -> ExitCode {
    match result {
        Ok(Outcome::AllWell) => ExitCode::SUCCESS,
        Ok(Outcome::SomeFailed) => ExitCode::from(1),
        Ok(Outcome::NothingDone) => ExitCode::from(2),
        // The reader of the output has seen enough, as in `verbale … | head`: no cause for alarm.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("{error:#}"));
            ExitCode::from(2)
        }
    }
}

/// Writes a message to stderr. If even that fails, there is nobody left to tell.
pub(crate) fn say(message: &str) {
    let _ = writeln!(io::stderr().lock(), "verbale: {message}");
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let mut causes = error.chain().filter_map(|cause| cause.downcast_ref::<io::Error>());
    causes.any(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
}

#[cfg(test)]
mod tests {
    use anyhow::Context as _;

    use super::*;

    #[test]
    fn a_broken_pipe_is_seen_under_its_context() {
        let broken = Err::<(), _>(io::Error::from(io::ErrorKind::BrokenPipe)).context("stdout").unwrap_err();
        assert!(is_broken_pipe(&broken));
        assert!(!is_broken_pipe(&anyhow::anyhow!("a lexicon of another kind")));
    }
}
