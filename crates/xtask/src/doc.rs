//! The documentation to read: the guide, the pages of the crates in `rust/`, those of the Python package in `python/`; one folder,
//! `target/site`, to be looked at or put on a server.

use std::ffi::OsStr;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Context as _;

use crate::links;
use crate::python::environment;
use crate::run::{cargo, program, target};

/// The version of mdBook that builds the guide.
const MDBOOK: &str = "0.5.4";

/// Builds everything.
pub(crate) fn doc(root: &Path) -> anyhow::Result<()> {
    rust(root)?;
    python(root, &environment(root)?)
}

/// Where the pages are.
fn site(root: &Path) -> PathBuf {
    target(root).join("site")
}

/// Builds the guide and the pages of the crates. The guide comes first, since mdBook empties the folder.
pub(crate) fn rust(root: &Path) -> anyhow::Result<()> {
    let site = site(root);
    let args = [OsStr::new("build"), OsStr::new("guide"), OsStr::new("--dest-dir"), site.as_os_str()];
    program(root, &mdbook(root)?, &args, &[])?;
    let pages = target(root).join("doc");
    // Cargo leaves the pages of modules that are no more.
    remove(&pages)?;
    cargo(
        root,
        &["doc", "--workspace", "--no-deps", "--locked"],
        &[("RUSTDOCFLAGS", OsStr::new("-D warnings"))],
    )?;
    copy(&pages, &site.join("rust"))?;
    links::check(&site, &["python"])
}

/// Builds the pages of the Python package, which a Python must have installed, and looks at all links.
pub(crate) fn python(root: &Path, python: &Path) -> anyhow::Result<()> {
    let site = site(root);
    let pages = site.join("python");
    program(root, python, &[OsStr::new("guide/python_pages.py"), pages.as_os_str()], &[])?;
    links::check(&site, &[])
}

/// The program mdBook: installed beside what is built, unless it is there.
///
/// Without its search, which would take as long to compile as the rest.
fn mdbook(root: &Path) -> anyhow::Result<PathBuf> {
    let tools = target(root).join("tools");
    let mdbook = tools.join("bin").join(format!("mdbook{}", std::env::consts::EXE_SUFFIX));
    let found = Command::new(&mdbook).arg("--version").output();
    let expected = format!("mdbook v{MDBOOK}");
    if !found.is_ok_and(|output| String::from_utf8_lossy(&output.stdout).trim() == expected) {
        let build = tools.join("build");
        let (tools, build_dir) = (tools.to_string_lossy(), build.to_string_lossy());
        let version = format!("mdbook@{MDBOOK}");
        cargo(
            root,
            &[
                "install",
                &version,
                "--locked",
                "--no-default-features",
                "--debug",
                "--force",
                "--quiet",
                "--root",
                &tools,
                "--target-dir",
                &build_dir,
            ],
            // Built once and thrown away but for the program.
            &[("CARGO_PROFILE_DEV_DEBUG", OsStr::new("false")), ("CARGO_INCREMENTAL", OsStr::new("0"))],
        )?;
        remove(&build)?;
    }
    Ok(mdbook)
}

/// Removes a folder, if there is one.
fn remove(folder: &Path) -> anyhow::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(error).with_context(|| format!("{} cannot be removed", folder.display()))
        }
        _ => Ok(()),
    }
}

/// Copies a folder with all that is in it.
fn copy(from: &Path, to: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(to).with_context(|| format!("{} cannot be made", to.display()))?;
    for entry in fs::read_dir(from).with_context(|| format!("{} cannot be read", from.display()))? {
        let entry = entry?;
        let (path, own) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &own)?;
        } else {
            fs::copy(&path, &own).with_context(|| format!("{} cannot be copied", path.display()))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_removed_if_there_is_one() {
        let folder = tempfile::tempdir().unwrap();
        let pages = folder.path().join("doc");
        fs::create_dir_all(pages.join("verbale_core/gone")).unwrap();
        fs::write(pages.join("verbale_core/gone/index.html"), "gone").unwrap();
        remove(&pages).unwrap();
        assert!(!pages.exists());
        remove(&pages).unwrap();
    }
}
