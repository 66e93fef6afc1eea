//! Files that are written whole: they have the old content or the new, also when the run is
//! interrupted.

use std::cell::RefCell;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use crate::run::Failure;

/// A file to be. What is written is kept until [`WholeFile::put`].
pub struct WholeFile {
    path: PathBuf,
    content: Content,
}

/// A writer to a [`WholeFile`].
#[derive(Clone, Default)]
pub struct Content(Rc<RefCell<Vec<u8>>>);

impl Write for Content {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl WholeFile {
    /// A file at `path`. It is not touched yet, but that it could not be written is found now.
    pub fn at(path: &Path) -> Result<Self, Failure> {
        let error = if path.is_dir() {
            Some(io::ErrorKind::IsADirectory)
        } else if !folder_of(path).is_dir() {
            Some(io::ErrorKind::NotFound)
        } else {
            None
        };
        match error {
            Some(kind) => Err(failure(path, kind.into())),
            None => Ok(Self {
                path: path.to_owned(),
                content: Content::default(),
            }),
        }
    }

    /// What the file is to have is written here.
    pub fn content(&self) -> Content {
        self.content.clone()
    }

    /// Puts the file in its place.
    pub fn put(self) -> Result<(), Failure> {
        let content = self.content.0.borrow();
        replace(&self.path, &content).map_err(|error| failure(&self.path, error))
    }
}

/// Writes a new file beside the old one and puts it in its place, with the old one's mode.
fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    // Of a link, the file that it leads to is written.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let old = fs::metadata(&path).ok();
    if old.as_ref().is_some_and(|old| !old.is_file()) {
        // A device or a pipe is no file to be replaced.
        return fs::write(&path, content);
    }
    let mut file = new_file(folder_of(&path))?;
    file.write_all(content)?;
    if let Some(old) = old {
        file.as_file().set_permissions(old.permissions())?;
    }
    file.persist(&path)?;
    Ok(())
}

/// A new file with the mode that new files have here, not one for its owner only.
fn new_file(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".doclint-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

fn folder_of(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

fn failure(path: &Path, error: io::Error) -> Failure {
    Failure::Output {
        file: path.to_owned(),
        error,
    }
}
