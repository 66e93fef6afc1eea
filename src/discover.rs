//! Finding the files of a run: what the user named, what lies in the folders and behind the
//! patterns the user named, without what the configuration leaves out. Files are looked for, not
//! opened.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf};
use std::{fs, io};

use ignore::{DirEntry, WalkBuilder};

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
    /// What could not be looked at, in the order of the arguments.
    pub problems: Vec<Problem>,
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
        files: BTreeMap::new(),
        excluded: 0,
        has_folder: false,
        problems: Vec::new(),
    };
    if paths.is_empty() {
        finder.path(Path::new("."));
    }
    for argument in paths {
        finder.argument(argument);
    }
    let mut files: Vec<_> = finder.files.into_values().collect();
    files.sort();
    Discovered {
        files,
        excluded: finder.excluded,
        has_folder: finder.has_folder,
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
    /// By the place on disk: the form in which it was given first.
    files: BTreeMap<PathBuf, PathBuf>,
    excluded: usize,
    has_folder: bool,
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
        let shown = tidy(path);
        match fs::metadata(path) {
            Ok(about) if about.is_dir() => self.folder(&shown),
            Ok(_) => {
                let scope = Scope::of_file(&shown);
                if scope.excludes(&shown, &self.exclude) {
                    self.excluded += 1;
                } else {
                    self.file(&scope, shown);
                }
            }
            Err(error) => self.problems.push(Problem::of(shown, &error)),
        }
    }

    fn file(&mut self, scope: &Scope, shown: PathBuf) {
        self.files.entry(scope.on_disk(&shown)).or_insert(shown);
    }

    fn folder(&mut self, folder: &Path) {
        self.has_folder = true;
        let scope = Scope::of_folder(folder);
        if scope.excludes(folder, &self.exclude) {
            return;
        }
        let walk = {
            let scope = scope.clone();
            let exclude = self.exclude.clone();
            WalkBuilder::new(folder)
                // What is read must not depend on whose machine it is.
                .git_global(false)
                .git_exclude(false)
                .require_git(false)
                .sort_by_file_name(OsStr::cmp)
                .filter_entry(move |entry| !scope.excludes(entry.path(), &exclude))
                .build()
        };
        for entry in walk {
            match entry {
                Ok(entry) => self.entry(&scope, &entry),
                Err(error) => self.problems.push(Problem::of_walk(folder, &error)),
            }
        }
    }

    fn entry(&mut self, scope: &Scope, entry: &DirEntry) {
        let Some(kind) = entry.file_type() else {
            return;
        };
        let wanted =
            (kind.is_file() || kind.is_symlink()) && scope.includes(entry.path(), &self.include);
        if !wanted {
            return;
        }
        let shown = tidy(entry.path());
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
fn tidy(path: &Path) -> PathBuf {
    let tidied: PathBuf = path
        .components()
        .filter(|component| *component != Component::CurDir)
        .collect();
    if tidied.as_os_str().is_empty() && !path.as_os_str().is_empty() {
        PathBuf::from(".")
    } else {
        tidied
    }
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
