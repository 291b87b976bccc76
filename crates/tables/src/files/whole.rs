//! Files that appear whole or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, TempPath};

use crate::error::TableError;

/// As many links, one behind the other, as systems follow.
const LINKS: usize = 40;

/// A file that appears whole or not at all: it takes its name only in [`finish`](Self::finish), and without it, nothing is left
/// behind.
///
/// A link stays a link: what it points to is replaced. A file that is replaced leaves its rights to the new one. A pipe or a device such as
/// `/dev/null` cannot be replaced: it is written as it is. Of two programs that write the same file, one has the last word, whole.
///
/// ```
/// use std::io::Write as _;
/// use verbale_tables::WholeFile;
///
/// let folder = tempfile::tempdir()?;
/// let path = folder.path().join("notes.txt");
/// let mut file = WholeFile::create(&path)?;
/// file.write_all(b"Peace.")?;
/// assert!(!path.exists());
/// file.finish()?;
/// assert_eq!(std::fs::read(&path)?, b"Peace.");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct WholeFile {
    /// As the user named it.
    named: PathBuf,
    place: Place,
}

#[derive(Debug)]
enum Place {
    /// A file under a passing name, beside the place where it will stand.
    File { file: BufWriter<File>, passing: TempPath, target: PathBuf },
    /// A pipe or a device.
    Device(BufWriter<File>),
}

impl WholeFile {
    /// Begins a file.
    ///
    /// # Errors
    /// If it is a folder, or if nothing can be written there.
    pub fn create(path: &Path) -> Result<Self, TableError> {
        let present = fs::metadata(path).ok();
        let place = match &present {
            Some(present) if present.is_dir() => {
                let folder = io::Error::from(io::ErrorKind::IsADirectory);
                return Err(failed(path, "is a folder: name a file", folder));
            }
            Some(present) if !present.is_file() => {
                let device = File::options().write(true).open(path);
                Place::Device(BufWriter::new(device.map_err(|error| failed(path, CANNOT, error))?))
            }
            _ => {
                let target = target(path);
                let (file, passing) = passing(folder(&target), present.as_ref())
                    .map_err(|error| failed(path, NO_FILE_BESIDE, error))?;
                Place::File { file: BufWriter::new(file), passing, target }
            }
        };
        Ok(Self { named: path.to_path_buf(), place })
    }

    /// Ends the file, which takes its name when it is on the disk.
    ///
    /// # Errors
    /// If what was written does not reach the disk, or the file cannot take its name; then it does not appear.
    pub fn finish(self) -> Result<(), TableError> {
        let ended = match self.place {
            Place::Device(mut device) => device.flush(),
            Place::File { file, passing, target } => end(file, passing, &target),
        };
        ended.map_err(|error| failed(&self.named, CANNOT, error))
    }
}

impl Write for WholeFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.place {
            Place::File { file, .. } => file.write(bytes),
            Place::Device(device) => device.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.place {
            Place::File { file, .. } => file.flush(),
            Place::Device(device) => device.flush(),
        }
    }
}

const CANNOT: &str = "cannot be written";
const NO_FILE_BESIDE: &str = "cannot be written: no file can be made in its folder";

/// The file that a path leads to through links, whether or not it is there yet.
pub fn target(path: &Path) -> PathBuf {
    let mut path = path.to_path_buf();
    for _ in 0..LINKS {
        if let Ok(found) = fs::canonicalize(&path) {
            return found;
        }
        // Of a link to what is not there yet, the system does not say where it leads.
        let Ok(next) = fs::read_link(&path) else { break };
        path = folder(&path).join(next);
    }
    match (fs::canonicalize(folder(&path)), path.file_name()) {
        (Ok(folder), Some(name)) => folder.join(name),
        _ => path,
    }
}

fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// A file under a passing name, with the rights of the file that it will replace, or those of any new file.
fn passing(folder: &Path, present: Option<&fs::Metadata>) -> io::Result<(File, TempPath)> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if present.is_some() {
        // Nobody else, until it has the rights of the other.
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    let file =
        Builder::new().prefix(".verbale-").suffix(".tmp").make_in(folder, |path| options.open(path))?;
    if let Some(present) = present {
        file.as_file().set_permissions(present.permissions())?;
    }
    Ok(file.into_parts())
}

fn end(file: BufWriter<File>, passing: TempPath, target: &Path) -> io::Result<()> {
    let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
    if let Ok(present) = fs::metadata(target) {
        // Once more: nobody may read it now who cannot read what is there now.
        file.set_permissions(present.permissions())?;
    }
    file.sync_all()?;
    // Not every system renames a file that is open.
    drop(file);
    passing.persist(target).map_err(|error| error.error)
}

fn failed(path: &Path, what: &'static str, source: io::Error) -> TableError {
    TableError::File { path: path.to_path_buf(), what, source }
}
