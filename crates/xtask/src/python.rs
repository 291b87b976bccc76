//! The Python package, installed as a user would into a virtual environment of its own.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::bail;

use crate::run::{program, target};

/// Makes the environment if there is none, installs the package as it is now, and gives the path of its Python.
pub(crate) fn environment(root: &Path) -> anyhow::Result<PathBuf> {
    let target = target(root);
    let venv = target.join("venv");
    let bin = venv.join(if cfg!(windows) { "Scripts" } else { "bin" });
    let python = bin.join(if cfg!(windows) { "python.exe" } else { "python" });
    // An environment that was left half made has no working pip.
    let works = Command::new(&python)
        .args(["-m", "pip", "--version"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    if !works.is_ok_and(|status| status.success()) {
        let args = [OsStr::new("-m"), OsStr::new("venv"), OsStr::new("--clear"), venv.as_os_str()];
        program(root, &system_python()?, &args, &[])?;
    }
    // Cargo keeps the wheel's build beside the others, so that a second run is quick.
    let wheel = target.join("wheel");
    program(
        root,
        &python,
        &["-m", "pip", "install", "--quiet", ".[dev]"],
        &[("CARGO_TARGET_DIR", wheel.as_os_str())],
    )?;
    Ok(python)
}

/// Python 3.11 or later, by the names that it goes by.
fn system_python() -> anyhow::Result<PathBuf> {
    let recent = "import sys; sys.exit(sys.version_info < (3, 11))";
    for name in ["python3", "python"] {
        let found = Command::new(name).args(["-c", recent]).status();
        if found.is_ok_and(|status| status.success()) {
            return Ok(PathBuf::from(name));
        }
    }
    bail!("no Python 3.11 or later on the path: install it, or run `cargo xtask test --rust-only`")
}
