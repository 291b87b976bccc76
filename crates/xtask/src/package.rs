//! What is packaged must build without the rest of the workspace.

use std::fs;
use std::path::Path;

use anyhow::Context as _;
use verbale_core::Checksum;

use crate::run::{cargo, target};

const PACKAGED: &[&str] = &["core", "syntax", "parse", "tables", "page"];

/// Packages the crates that are published, and builds each from its package.
///
/// Cargo keeps what it unpacks of a package by its version and by the folder that it was built in. While a version is being worked
/// on, that would be an old package: so each state of the sources gets a folder of its own.
pub(crate) fn packages(root: &Path) -> anyhow::Result<()> {
    let mut state = String::new();
    for name in PACKAGED {
        read(&root.join("crates").join(name), &mut state)?;
    }
    let folder = target(root).join("packages");
    let own = folder.join(Checksum::of(&state).as_str());
    if folder.exists() {
        for entry in fs::read_dir(&folder)? {
            let old = entry?.path();
            if old != own {
                fs::remove_dir_all(&old).with_context(|| format!("{} cannot be removed", old.display()))?;
            }
        }
    }
    let own = own.to_string_lossy();
    let mut args = vec!["package", "--locked", "--allow-dirty", "--target-dir", &own];
    let packages: Vec<String> = PACKAGED.iter().map(|name| format!("--package=verbale-{name}")).collect();
    args.extend(packages.iter().map(String::as_str));
    cargo(root, &args, &[])
}

/// The names and contents of all files below a folder, in the order of their names.
fn read(folder: &Path, state: &mut String) -> anyhow::Result<()> {
    let mut entries: Vec<_> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        if path.is_dir() {
            read(&path, state)?;
        } else {
            state.push_str(&path.to_string_lossy());
            state.push_str(&String::from_utf8_lossy(&fs::read(&path)?));
        }
    }
    Ok(())
}
