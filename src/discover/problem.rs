//! What can keep a path from being looked at, in words for the person who named it.

use std::path::{Path, PathBuf};
use std::{fs, io};

use thiserror::Error;

/// Why something the user named, or something in a folder, could not be looked at.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum Problem {
    /// No file or folder has this name.
    #[error("{}: no such file or folder", .path.display())]
    Missing {
        /// The path as given.
        path: PathBuf,
    },
    /// A link to something that is not there.
    #[error("{}: a link to nothing", .path.display())]
    DeadLink {
        /// The link.
        path: PathBuf,
    },
    /// Links that lead to each other.
    #[error("{}: a link that leads back to itself", .path.display())]
    LinkLoop {
        /// The link.
        path: PathBuf,
    },
    /// The system does not let it be read.
    #[error("{}: {reason}", .path.display())]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        reason: String,
    },
    /// A pattern that no file matches.
    #[error("nothing matches '{pattern}'")]
    NothingMatches {
        /// The pattern as given.
        pattern: String,
    },
    /// A pattern that is none.
    #[error("'{pattern}' is no pattern: {reason} (character {column})")]
    BadPattern {
        /// The pattern as given.
        pattern: String,
        /// Where it goes wrong, in characters from 1.
        column: usize,
        /// What is wrong.
        reason: &'static str,
    },
}

impl Problem {
    /// The problem of a path that the system answers with an error.
    pub(super) fn of(path: PathBuf, error: &io::Error) -> Self {
        let is_link = fs::symlink_metadata(&path).is_ok_and(|about| about.is_symlink());
        match error.kind() {
            io::ErrorKind::NotFound if is_link => Self::DeadLink { path },
            io::ErrorKind::NotFound => Self::Missing { path },
            io::ErrorKind::PermissionDenied => Self::Unreadable {
                path,
                reason: "permission denied".to_owned(),
            },
            // The kind of error that a loop is has no stable name, but a loop ends nowhere.
            _ if is_link && fs::canonicalize(&path).is_err() => Self::LinkLoop { path },
            _ => Self::Unreadable {
                path,
                reason: error.to_string(),
            },
        }
    }

    /// The problem of something met while `folder` is walked.
    pub(super) fn of_walk(folder: &Path, error: &ignore::Error) -> Self {
        let path = place(error).unwrap_or(folder).to_owned();
        match error.io_error() {
            Some(error) => Self::of(super::tidy(&path).into_owned(), error),
            None => Self::Unreadable {
                path: super::tidy(&path).into_owned(),
                reason: error.to_string(),
            },
        }
    }
}

fn place(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => {
            place(err)
        }
        _ => None,
    }
}
