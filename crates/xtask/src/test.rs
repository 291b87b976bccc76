//! Everything that has to pass before a change lands. The same command runs on a developer's machine and in CI.

use std::ffi::OsStr;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::python::environment;
use crate::run::{cargo, program, target};
use crate::schema::schema;
use crate::{doc, package};

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
    doc::rust(root)?;
    package::packages(root)
}

/// The Python package, with the command at its side.
fn python(root: &Path) -> anyhow::Result<()> {
    let python = environment(root)?;
    program(root, &python, &["-m", "ruff", "check"], &[])?;
    program(root, &python, &["-m", "ruff", "format", "--check"], &[])?;
    program(
        root,
        &python,
        &[
            "-m",
            "mypy",
            "--strict",
            "python/verbale",
            "tests/python",
            "examples/python",
            "guide/python_pages.py",
        ],
        &[],
    )?;
    program(root, &python, &["-m", "mypy.stubtest", "verbale._native"], &[])?;
    cargo(root, &["build", "--quiet", "--locked", "--package", "verbale-cli"], &[])?;
    browser()?;
    let binary = target(root).join("debug").join(format!("verbale{}", std::env::consts::EXE_SUFFIX));
    program(root, &python, &["-m", "pytest", "--quiet"], &[("VERBALE_BIN", binary.as_os_str())])?;
    doc::python(root, &python)
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
