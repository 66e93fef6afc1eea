//! What is read: standard input and files, several at once, handed on in their order.

use std::io::{self, Read};
use std::num::NonZero;
use std::path::{MAIN_SEPARATOR_STR, Path, PathBuf};
use std::sync::mpsc;
use std::{fs, thread};

use crate::cli::{Files, Target};
use crate::config::Settings;
use crate::discover::{LeftOut, Problem, Reason, discover};
use crate::run::Failure;
use crate::source::Source;

/// The argument that means standard input.
const STANDARD_INPUT: &str = "-";
/// How many files a thread reads at most before the results are handed on and their texts dropped.
const FILES_TOGETHER: usize = 16;
/// Of fewer files a thread reads fewer together, so that each gets so many chunks of them.
const CHUNKS: usize = 8;

/// What a run is to read.
pub struct Inputs {
    standard_input: Option<String>,
    files: Vec<PathBuf>,
    /// Whether a folder is among them, so that all its files are.
    pub has_folder: bool,
    /// How many named files `exclude` leaves out.
    pub excluded: usize,
    /// The files and folders that are not read, where they could have been.
    pub left_out: Vec<LeftOut>,
    /// What could not be looked at.
    pub problems: Vec<Problem>,
}

impl Inputs {
    /// The inputs that the arguments mean; standard input comes before all files.
    pub fn find(paths: &[String], files: &Files, settings: &Settings) -> Self {
        let (marks, named): (Vec<String>, Vec<String>) = paths
            .iter()
            .cloned()
            .partition(|path| path == STANDARD_INPUT);
        let standard_input = (!marks.is_empty()).then(|| files.stdin_filename.clone());
        if standard_input.is_some() && named.is_empty() {
            return Self {
                standard_input,
                files: Vec::new(),
                has_folder: false,
                excluded: 0,
                left_out: Vec::new(),
                problems: Vec::new(),
            };
        }
        let discovered = discover(&named, settings);
        Self {
            standard_input,
            files: discovered.files,
            has_folder: discovered.has_folder,
            excluded: discovered.excluded,
            left_out: discovered.left_out,
            problems: discovered.problems,
        }
    }

    /// Whether standard input is read, before all files.
    pub const fn has_standard_input(&self) -> bool {
        self.standard_input.is_some()
    }

    /// The files whose names are not UTF-8, by the name that is shown: it does not lead to them.
    pub fn misnamed(&self) -> impl Iterator<Item = (String, PathBuf)> {
        let misnamed = self.files.iter().filter(|path| path.to_str().is_none());
        misnamed.map(|path| (shown(path), path.clone()))
    }

    /// The other files of the repository, when the settings name one: those that the files of this
    /// run are compared with.
    pub fn others(&self, paths: &[String], settings: &Settings) -> Option<Self> {
        let folder = settings.repository.as_ref()?;
        let named = paths.iter().filter(|path| *path != STANDARD_INPUT);
        // What is named comes first, so that a file keeps the form in which it was given.
        let mut all: Vec<String> = named.cloned().collect();
        if all.is_empty() && self.standard_input.is_none() {
            all.push(".".to_owned());
        }
        all.push(folder.display().to_string());
        let all = discover(&all, settings);
        let here = |path: &PathBuf| fs::canonicalize(path).ok();
        let on_input = self.standard_input.as_ref().map(PathBuf::from);
        let on_input = on_input.as_ref().and_then(here);
        let is_other = |path: &PathBuf| {
            self.files.binary_search(path).is_err()
                && (on_input.is_none() || here(path) != on_input)
        };
        let problems = all.problems.into_iter();
        Some(Self {
            standard_input: None,
            files: all.files.into_iter().filter(is_other).collect(),
            has_folder: true,
            excluded: 0,
            left_out: Vec::new(),
            problems: problems
                .filter(|problem| !self.problems.contains(problem))
                .collect(),
        })
    }

    /// Leaves out the files of an earlier run that this one writes anew: they are no records.
    pub fn leave_out(&mut self, written: &[Target]) {
        for target in written {
            let Ok(disk) = fs::canonicalize(&target.file) else {
                continue;
            };
            let is_target = |file: &mut PathBuf| {
                file.file_name() == target.file.file_name()
                    && fs::canonicalize(file).is_ok_and(|file| file == disk)
            };
            let found = self.files.extract_if(.., is_target);
            self.left_out.extend(found.map(|path| LeftOut {
                path,
                why: Reason::Written,
            }));
        }
    }

    /// How many texts there are to read.
    pub fn count(&self) -> usize {
        self.files.len() + usize::from(self.standard_input.is_some())
    }

    /// Reads everything and makes something of each text, on `jobs` threads (`None`: one a
    /// processor). `hand_on` gets the results in the order of the inputs, soon after they are
    /// made, so that only a few texts are in memory at a time.
    pub fn each<T: Send>(
        self,
        jobs: Option<usize>,
        make: impl Fn(Source) -> T + Sync,
        mut hand_on: impl FnMut(Result<T, Failure>) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        if let Some(name) = self.standard_input {
            hand_on(read_standard_input(name).map(&make))?;
        }
        match &self.files[..] {
            [] => return Ok(()),
            // It is read sooner than a thread is there for it.
            [path] => return hand_on(read_file(path).map(make)),
            _ => {}
        }
        let all = || thread::available_parallelism().map_or(1, NonZero::get);
        let threads = jobs.unwrap_or_else(all).clamp(1, self.files.len());
        let together = (self.files.len() / threads / CHUNKS).clamp(1, FILES_TOGETHER);
        let chunks = || self.files.chunks(together);
        let make = &make;
        thread::scope(|scope| {
            let mut made = Vec::new();
            for thread in 0..threads {
                // It is no more than two chunks ahead of what is handed on.
                let (sender, receiver) = mpsc::sync_channel(1);
                made.push(receiver);
                let work = move || {
                    for files in chunks().skip(thread).step_by(threads) {
                        let made = files.iter().map(|path| read_file(path).map(make));
                        if sender.send(made.collect::<Vec<_>>()).is_err() {
                            // Nothing more is wanted.
                            return;
                        }
                    }
                };
                let builder = thread::Builder::new();
                builder
                    .spawn_scoped(scope, work)
                    .map_err(Failure::Threads)?;
            }
            for (_, made) in chunks().zip(made.iter().cycle()) {
                let results = made.recv().into_iter().flatten();
                results.into_iter().try_for_each(&mut hand_on)?;
            }
            Ok(())
        })
    }
}

/// The text of a file, or of standard input for `-`.
pub fn read_path(path: &Path) -> Result<Source, Failure> {
    if path.as_os_str() == STANDARD_INPUT {
        read_standard_input("<stdin>".to_owned())
    } else {
        read_file(path)
    }
}

/// The text of a file, named as it is shown: with `/` on every system.
pub fn read_file(path: &Path) -> Result<Source, Failure> {
    let bytes = fs::read(path).map_err(|error| Failure::Read {
        path: path.to_owned(),
        error,
    })?;
    source(shown(path), bytes)
}

/// The name of a file as it is shown.
fn shown(path: &Path) -> String {
    path.display().to_string().replace(MAIN_SEPARATOR_STR, "/")
}

fn read_standard_input(name: String) -> Result<Source, Failure> {
    let mut bytes = Vec::new();
    io::stdin()
        .lock()
        .read_to_end(&mut bytes)
        .map_err(|error| Failure::Read {
            path: PathBuf::from(&name),
            error,
        })?;
    source(name, bytes)
}

fn source(name: String, bytes: Vec<u8>) -> Result<Source, Failure> {
    let path = PathBuf::from(&name);
    Source::from_bytes(name, bytes).map_err(|error| Failure::Encoding { path, error })
}
