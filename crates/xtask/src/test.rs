//! Everything that has to pass before a change lands. The same command runs on a developer's machine and in CI.

use std::ffi::OsStr;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::bail;

use crate::package;
use crate::run::{cargo, program, target};
use crate::schema::schema;

/// Runs all checks; the first failure ends it.
pub(crate) fn test(root: &Path, rust_only: bool) -> anyhow::Result<()> {
    rust(root)?;
    if rust_only { Ok(()) } else { python(root) }
}

fn rust(root: &Path) -> anyhow::Result<()> {
    schema(root, true)?;
    cargo(root, &["fmt", "--all", "--check"], &[])?;
    cargo(root, &["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"], &[])?;
    // A snapshot that differs is a failure, never a file to accept by accident.
    cargo(
        root,
        &["test", "--workspace", "--locked", "--no-fail-fast"],
        &[("INSTA_UPDATE", OsStr::new("no"))],
    )?;
    cargo(root, &["run", "--quiet", "--locked", "--package", "verbale-cli", "--example", "first_look"], &[])?;
    cargo(
        root,
        &["doc", "--workspace", "--no-deps", "--locked"],
        &[("RUSTDOCFLAGS", OsStr::new("-D warnings"))],
    )?;
    package::packages(root)
}

/// The Python package, installed as a user would into a virtual environment of its own.
fn python(root: &Path) -> anyhow::Result<()> {
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
    program(root, &python, &["-m", "ruff", "check"], &[])?;
    program(root, &python, &["-m", "ruff", "format", "--check"], &[])?;
    program(
        root,
        &python,
        &["-m", "mypy", "--strict", "python/verbale", "tests/python", "examples/python"],
        &[],
    )?;
    program(root, &python, &["-m", "mypy.stubtest", "verbale._native"], &[])?;
    cargo(root, &["build", "--quiet", "--locked", "--package", "verbale-cli"], &[])?;
    browser()?;
    let binary = target.join("debug").join(format!("verbale{}", std::env::consts::EXE_SUFFIX));
    program(root, &python, &["-m", "pytest", "--quiet"], &[("VERBALE_BIN", binary.as_os_str())])
}

/// Says what the tests of the page need where it is not there. They are left out then; with `VERBALE_BROWSER=required`, as in CI,
/// they fail.
fn browser() -> std::io::Result<()> {
    let runs = |name| {
        let tried = Command::new(name).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
        tried.is_ok_and(|status| status.success())
    };
    if runs("chromedriver") && (runs("chromium") || runs("google-chrome")) {
        return Ok(());
    }
    writeln!(
        std::io::stderr(),
        "\nno chromium and chromedriver on the path: the tests of the page in a browser are left out; on Debian, \
         `apt-get install chromium chromium-driver`"
    )
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
