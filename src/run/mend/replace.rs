//! Replacing a file whole: whatever happens, the old text or the new one is there.

use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::Builder;
use thiserror::Error;

use crate::run::reason;

/// Why a file was not replaced. It is as it was.
#[derive(Debug, Error)]
pub enum Unmended {
    #[error("{}: not fixed: the file is read-only", .0.display())]
    ReadOnly(PathBuf),
    #[error("{}: not fixed: the file has changed since it was read", .0.display())]
    Changed(PathBuf),
    #[error("{}: not fixed: {}", .0.display(), reason(.1))]
    Read(PathBuf, io::Error),
    #[error("{}: not fixed: no file can be written beside it: {}", .0.display(), reason(.1))]
    Write(PathBuf, io::Error),
}

/// Writes the new text of a file whose text was `before`. The new file is written beside it, and
/// then takes its name, mode and owner; of a link, the file that it leads to is replaced.
pub fn replace(path: &Path, before: &str, after: &str) -> Result<(), Unmended> {
    let unread = |error| Unmended::Read(path.to_owned(), error);
    let unwritten = |error| Unmended::Write(path.to_owned(), error);
    let target = fs::canonicalize(path).map_err(unread)?;
    let about = fs::metadata(&target).map_err(unread)?;
    if about.permissions().readonly() {
        return Err(Unmended::ReadOnly(path.to_owned()));
    }
    let folder = target.parent().unwrap_or(Path::new("."));
    let mut new = Builder::new()
        .prefix(".doclint-")
        .tempfile_in(folder)
        .map_err(unwritten)?;
    new.write_all(after.as_bytes()).map_err(unwritten)?;
    keep_owner(new.as_file(), &about);
    new.as_file()
        .set_permissions(about.permissions())
        .map_err(unwritten)?;
    new.as_file().sync_all().map_err(unwritten)?;
    // As late as can be: nobody else's change is to be lost.
    if fs::read(&target).map_err(unread)? != before.as_bytes() {
        return Err(Unmended::Changed(path.to_owned()));
    }
    new.persist(&target)
        .map_err(|error| unwritten(error.error))?;
    Ok(())
}

/// Gives the file the owner and the group of another, as far as one may.
#[cfg(unix)]
fn keep_owner(new: &File, about: &Metadata) {
    use std::os::unix::fs::{MetadataExt, fchown};
    // Who may not give files away owns the new one.
    let _ = fchown(new, Some(about.uid()), Some(about.gid()));
}

#[cfg(not(unix))]
const fn keep_owner(_new: &File, _about: &Metadata) {}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;

    fn written(text: &str) -> (TempDir, PathBuf) {
        let folder = TempDir::new().unwrap();
        let file = folder.path().join("letter.md");
        fs::write(&file, text).unwrap();
        (folder, file)
    }

    #[test]
    fn a_file_that_has_changed_keeps_its_change() {
        let (folder, file) = written("changed");
        let error = replace(&file, "old", "new").unwrap_err();
        assert_eq!(
            error.to_string(),
            format!(
                "{}: not fixed: the file has changed since it was read",
                file.display()
            )
        );
        assert_eq!(fs::read_to_string(&file).unwrap(), "changed");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_file_that_has_gone_does_not_come_back() {
        let (folder, file) = written("old");
        fs::remove_file(&file).unwrap();
        let error = replace(&file, "old", "new").unwrap_err();
        assert!(matches!(error, Unmended::Read(..)), "{error}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_still_leads_to_the_file_and_the_mode_is_kept() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let (folder, file) = written("old");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
        let link = folder.path().join("link.md");
        symlink("letter.md", &link).unwrap();
        replace(&link, "old", "new").unwrap();
        assert_eq!(fs::read_link(&link).unwrap(), Path::new("letter.md"));
        assert_eq!(fs::read_to_string(&file).unwrap(), "new");
        let mode = fs::metadata(&file).unwrap().permissions().mode();
        assert_eq!(mode & 0o7777, 0o640);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }
}
