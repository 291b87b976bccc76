//! A progress bar on stderr, for people: a pipe or a file never sees it.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::input::Input;

/// A bar that counts the bytes of the inputs; hidden for a single text, and where stderr is no terminal.
pub(crate) fn bar(inputs: &[Input]) -> ProgressBar {
    if inputs.len() < 2 && !inputs.iter().any(Input::has_lines) {
        return ProgressBar::hidden();
    }
    let bytes = inputs.iter().map(Input::size).sum();
    let bar =
        ProgressBar::with_draw_target(Some(bytes), ProgressDrawTarget::stderr()).with_message("0 documents");
    match ProgressStyle::with_template("{bar:30} {bytes} of {total_bytes}, {msg}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
