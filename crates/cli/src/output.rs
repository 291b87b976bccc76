//! Where records go: stdout, or a file that appears whole or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use tempfile::{Builder, NamedTempFile};

use crate::input::Input;

/// Somewhere to write. A file takes its name only in [`finish`](Self::finish); without it, nothing is left behind.
#[derive(Debug)]
pub(crate) enum Output {
    /// Standard output.
    Stdout(BufWriter<io::Stdout>),
    /// A file, written under another name beside the place where it will stand.
    File(BufWriter<NamedTempFile>, PathBuf),
    /// A pipe or a device such as `/dev/null`, which cannot be replaced.
    Device(BufWriter<File>),
}

impl Output {
    /// Standard output.
    pub(crate) fn stdout() -> Self {
        Self::Stdout(BufWriter::new(io::stdout()))
    }

    /// The file at `path`, or stdout if there is none.
    ///
    /// # Errors
    /// If the file is a folder or one of the inputs, or if nothing can be written beside it.
    pub(crate) fn create(path: Option<&Path>, inputs: &[Input]) -> anyhow::Result<Self> {
        let Some(path) = path else { return Ok(Self::stdout()) };
        let shown = path.display();
        let target = target(path, inputs)?;
        let present = fs::metadata(&target).ok();
        if present.as_ref().is_some_and(|present| !present.is_file()) {
            let device = File::options().write(true).open(&target);
            return Ok(Self::Device(BufWriter::new(
                device.with_context(|| format!("{shown}: cannot be written"))?,
            )));
        }
        let folder = match target.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            _ => Path::new("."),
        };
        let file = temporary(folder, present.as_ref())
            .with_context(|| format!("{shown}: cannot be written: no file can be made in its folder"))?;
        Ok(Self::File(BufWriter::new(file), target))
    }

    /// Ends the output: the file takes its name.
    ///
    /// # Errors
    /// If what was written does not reach the disk, or the file cannot take its name; then it does not appear.
    pub(crate) fn finish(self) -> anyhow::Result<()> {
        match self {
            Self::Stdout(mut stdout) => stdout.flush().context("stdout"),
            Self::Device(mut device) => device.flush().context("the output cannot be written"),
            Self::File(file, target) => {
                let shown = target.display().to_string();
                let written = file.into_inner().map_err(io::IntoInnerError::into_error).and_then(|file| {
                    file.as_file().sync_all()?;
                    file.persist(&target).map_err(|error| error.error)
                });
                written.map(drop).with_context(|| format!("{shown}: cannot be written"))
            }
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Stdout(stdout) => stdout.write(bytes),
            Self::File(file, _) => file.write(bytes),
            Self::Device(device) => device.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Stdout(stdout) => stdout.flush(),
            Self::File(file, _) => file.flush(),
            Self::Device(device) => device.flush(),
        }
    }
}

/// The file that will be written, where `path` names it or a link to it.
///
/// # Errors
/// If it is a folder or one of the inputs.
pub(crate) fn target(path: &Path, inputs: &[Input]) -> anyhow::Result<PathBuf> {
    let shown = path.display();
    // A link stays a link: what it points to is replaced.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    if target.is_dir() {
        bail!("{shown}: is a folder: name a file for --output");
    }
    if inputs.iter().any(|input| is_file(input, &target)) {
        bail!("{shown}: is also an input: name another file for --output");
    }
    Ok(target)
}

fn is_file(input: &Input, target: &Path) -> bool {
    input.path().and_then(|path| fs::canonicalize(path).ok()).is_some_and(|path| path == *target)
}

/// A file under a passing name, with the rights of the file that it will replace, or those of any new file.
fn temporary(folder: &Path, present: Option<&fs::Metadata>) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".verbale-").suffix(".tmp");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let file = builder.tempfile_in(folder)?;
    if let Some(present) = present {
        file.as_file().set_permissions(present.permissions())?;
    }
    Ok(file)
}
