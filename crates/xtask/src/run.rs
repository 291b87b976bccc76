//! Running programs, each announced on stderr.

use std::ffi::OsStr;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, bail};

/// Runs a program in the root of the workspace; a failure is an error.
pub(crate) fn program<S: AsRef<OsStr>>(
    root: &Path,
    program: &Path,
    args: &[S],
    env: &[(&str, &OsStr)],
) -> anyhow::Result<()> {
    let words: Vec<_> = args.iter().map(|arg| arg.as_ref().to_string_lossy()).collect();
    let shown = format!("{} {}", program.file_name().unwrap_or_default().to_string_lossy(), words.join(" "));
    writeln!(std::io::stderr(), "\n--- {shown}")?;
    let status = Command::new(program)
        .args(args)
        .envs(env.iter().copied())
        .current_dir(root)
        .status()
        .with_context(|| format!("`{shown}` cannot be run"))?;
    if !status.success() {
        bail!("`{shown}` failed: {status}");
    }
    Ok(())
}

/// Runs cargo.
pub(crate) fn cargo(root: &Path, args: &[&str], env: &[(&str, &OsStr)]) -> anyhow::Result<()> {
    program(root, Path::new(env!("CARGO")), args, env)
}

/// Where cargo builds.
pub(crate) fn target(root: &Path) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |target| root.join(target))
}
