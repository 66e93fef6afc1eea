//! Finding the files of a run: what the user named, what lies in the folders and behind the
//! patterns the user named, without what the configuration leaves out. Files are looked for, not
//! opened.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ffi::{OsStr, OsString};
use std::path::{Component, Path, PathBuf};
use std::sync::mpsc;
use std::{fs, io};

use ignore::{DirEntry, WalkBuilder};
use memchr::memmem;
use thiserror::Error;

use crate::config::{FILE_NAME, Settings};

pub use problem::Problem;
use scope::Scope;
pub use scope::{Located, Rooted};

mod problem;
mod scope;

/// The files of a run, and what could not be looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Discovered {
    /// Each file once, in the form the user gave (`seeds/a.md`), sorted byte-wise by component.
    pub files: Vec<PathBuf>,
    /// How many files that the user named are left out by `exclude`.
    pub excluded: usize,
    /// Whether a folder was looked through, so that all its files are there.
    pub has_folder: bool,
    /// What is left out, named or in a folder, in order; hidden files and what `.gitignore` names
    /// are not among it.
    pub left_out: Vec<LeftOut>,
    /// What could not be looked at, in the order of the arguments.
    pub problems: Vec<Problem>,
}

/// A file or folder that is not read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LeftOut {
    /// The file or folder, in the form the user gave.
    pub path: PathBuf,
    /// Why.
    pub why: Reason,
}

/// Why a file or folder is left out.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// A pattern of `exclude` matches it.
    #[error("exclude names it")]
    Excluded,
    /// No pattern of `include` matches it.
    #[error("include does not name it")]
    NotIncluded,
    /// The run writes it.
    #[error("this run writes it")]
    Written,
}

/// The files that `paths` mean: files, folders and patterns; none means the folder one stands in.
///
/// A file that is named is read whatever its ending and whatever `.gitignore` says, unless
/// `exclude` leaves it out; in folders `include`, `.gitignore` and `.ignore` decide, and hidden
/// files are not read. Links to files are followed, links to folders only when they are named.
pub fn discover(paths: &[String], settings: &Settings) -> Discovered {
    let mut finder = Finder {
        include: Rooted::of(&settings.include),
        exclude: settings.exclude.iter().map(Rooted::of).collect(),
        files: Vec::new(),
        known: HashSet::new(),
        excluded: 0,
        has_folder: false,
        left_out: Vec::new(),
        problems: Vec::new(),
    };
    if paths.is_empty() {
        finder.path(Path::new("."));
    }
    for argument in paths {
        finder.argument(argument);
    }
    // Those of one folder are in order already.
    finder.files.sort();
    finder.left_out.sort();
    finder.left_out.dedup();
    Discovered {
        files: finder.files,
        excluded: finder.excluded,
        has_folder: finder.has_folder,
        left_out: finder.left_out,
        problems: finder.problems,
    }
}

/// The nearest `doclint.toml` in the folder of `from` (a file or a folder) or above it; as a
/// short path when it lies under the folder one stands in.
pub fn find_config(from: &Path) -> Option<PathBuf> {
    let folder = if from.is_dir() { from } else { folder_of(from) };
    let found = canonical(folder)
        .ancestors()
        .map(|folder| folder.join(FILE_NAME))
        .find(|file| file.is_file())?;
    let here = canonical(Path::new("."));
    Some(match found.strip_prefix(here) {
        Ok(short) => short.to_owned(),
        Err(_) => found,
    })
}

struct Finder {
    include: Rooted,
    exclude: Vec<Rooted>,
    /// Each in the form in which it was given first.
    files: Vec<PathBuf>,
    /// Their places on the disk.
    known: HashSet<OsString>,
    excluded: usize,
    has_folder: bool,
    left_out: Vec<LeftOut>,
    problems: Vec<Problem>,
}

impl Finder {
    fn argument(&mut self, argument: &str) {
        let is_pattern = argument.contains(['*', '?', '[']);
        if is_pattern && fs::symlink_metadata(argument).is_err() {
            self.pattern(argument);
        } else {
            self.path(Path::new(argument));
        }
    }

    fn pattern(&mut self, pattern: &str) {
        let options = glob::MatchOptions {
            require_literal_leading_dot: true,
            ..glob::MatchOptions::new()
        };
        let matches = match glob::glob_with(pattern, options) {
            Ok(matches) => matches,
            Err(error) => {
                self.problems.push(Problem::BadPattern {
                    pattern: pattern.to_owned(),
                    column: error.pos + 1,
                    reason: error.msg,
                });
                return;
            }
        };
        let mut any = false;
        for found in matches {
            any = true;
            match found {
                Ok(path) => self.path(&path),
                Err(error) => {
                    let path = error.path().to_owned();
                    self.problems.push(Problem::of(path, error.error()));
                }
            }
        }
        if !any {
            self.problems.push(Problem::NothingMatches {
                pattern: pattern.to_owned(),
            });
        }
    }

    /// A file or folder that the user named.
    fn path(&mut self, path: &Path) {
        let shown = tidy(path).into_owned();
        match fs::metadata(path) {
            Ok(about) if about.is_dir() => self.folder(&shown),
            Ok(_) => {
                let scope = Scope::of_file(&shown);
                if scope.excludes(&shown, &self.exclude) {
                    self.excluded += 1;
                    self.leave_out(&shown, Reason::Excluded);
                } else {
                    self.file(&scope, shown);
                }
            }
            Err(error) => self.problems.push(Problem::of(shown, &error)),
        }
    }

    fn file(&mut self, scope: &Scope, shown: PathBuf) {
        let disk = scope.on_disk(&shown).into_os_string();
        if self.known.insert(disk) {
            self.files.push(shown);
        }
    }

    fn folder(&mut self, folder: &Path) {
        self.has_folder = true;
        let scope = Scope::of_folder(folder);
        if scope.excludes(folder, &self.exclude) {
            return self.leave_out(folder, Reason::Excluded);
        }
        let (sender, excluded) = mpsc::channel();
        let walk = {
            let scope = scope.clone();
            let exclude = self.exclude.clone();
            WalkBuilder::new(folder)
                // What is read must not depend on whose machine it is.
                .git_global(false)
                .git_exclude(false)
                .require_git(false)
                .sort_by_file_name(OsStr::cmp)
                .filter_entry(move |entry| {
                    let is_excluded = scope.excludes(entry.path(), &exclude);
                    if is_excluded {
                        // The receiver is there as long as the walk.
                        let _ = sender.send(entry.path().to_owned());
                    }
                    !is_excluded
                })
                .build()
        };
        for entry in walk {
            match entry {
                Ok(entry) => self.entry(&scope, &entry),
                Err(error) => self.problems.push(Problem::of_walk(folder, &error)),
            }
        }
        for path in excluded {
            self.leave_out(&path, Reason::Excluded);
        }
    }

    fn leave_out(&mut self, path: &Path, why: Reason) {
        let path = tidy(path).into_owned();
        self.left_out.push(LeftOut { path, why });
    }

    fn entry(&mut self, scope: &Scope, entry: &DirEntry) {
        let Some(kind) = entry.file_type() else {
            return;
        };
        if !kind.is_file() && !kind.is_symlink() {
            return;
        }
        if !scope.includes(entry.path(), &self.include) {
            return self.leave_out(entry.path(), Reason::NotIncluded);
        }
        let shown = tidy(entry.path()).into_owned();
        if kind.is_symlink() {
            match fs::metadata(entry.path()) {
                Ok(about) if about.is_file() => {}
                Ok(_) => return,
                Err(error) => return self.problems.push(Problem::of(shown, &error)),
            }
        }
        self.file(scope, shown);
    }
}

/// The path without `./` and without a trailing `/`; `.` stays.
fn tidy(path: &Path) -> Cow<'_, Path> {
    if is_tidy(path.as_os_str().as_encoded_bytes()) {
        return Cow::Borrowed(path);
    }
    let tidied: PathBuf = path
        .components()
        .filter(|component| *component != Component::CurDir)
        .collect();
    if tidied.as_os_str().is_empty() && !path.as_os_str().is_empty() {
        Cow::Borrowed(Path::new("."))
    } else {
        Cow::Owned(tidied)
    }
}

/// Whether a path surely has no `.`, no empty name and no `/` at its end: nearly all are so.
fn is_tidy(path: &[u8]) -> bool {
    !path.is_empty()
        && !path.starts_with(b".")
        && !path.ends_with(b"/")
        && !path.contains(&b'\\')
        && memmem::find(path, b"/.").is_none()
        && memmem::find(path, b"//").is_none()
}

/// The folder that a file is in.
fn folder_of(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// The path on disk, links resolved; of a path that is not there, as much as can be said.
pub fn canonical(path: &Path) -> PathBuf {
    fs::canonicalize(path)
        .or_else(|_: io::Error| std::path::absolute(path))
        .unwrap_or_else(|_| path.to_owned())
}
