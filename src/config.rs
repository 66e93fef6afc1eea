//! What a user has set: the standard settings, and those that the files named `doclint.toml` make
//! of them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::finding::Severity;
use crate::mistake::{Mistake, nearest};
use crate::source::{Source, Span};

mod file;
mod patterns;
mod shape;
mod shown;

pub use file::{Extended, extended};
pub use patterns::{Patterns, file_pattern};
pub(crate) use shape::SettingsFile;

/// The name of the configuration file.
pub const FILE_NAME: &str = "doclint.toml";

/// What `doclint init` writes: every setting, commented out, with what it is for.
pub const TEMPLATE: &str = include_str!("config/template.toml");

/// What is read in a folder when nothing else is said. Upper-case endings are those of old
/// archives; patterns tell cases apart, so that they mean the same on every machine.
const STANDARD_INCLUDE: [&str; 6] = [
    "**/*.md",
    "**/*.markdown",
    "**/*.txt",
    "**/*.text",
    "**/*.MD",
    "**/*.TXT",
];

/// What a user has set.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The folder of the nearest `doclint.toml`; the one stood in when there is none.
    pub root: PathBuf,
    /// The `doclint.toml` that was read, when there was one.
    pub file: Option<PathBuf>,
    /// Which files of a folder are read.
    pub include: Patterns,
    /// Which files and folders are left out, also when they are named.
    pub exclude: Vec<Patterns>,
    /// The folder with the files that those of a run are compared with, joined to the folder of
    /// its file.
    pub repository: Option<PathBuf>,
    /// Folders of rule files besides the built-in ones, joined to the folder of their file.
    pub rules: Vec<PathBuf>,
    /// The least grave level that makes a run fail.
    pub fail_on: Severity,
    /// The rules or parts to run; empty means all.
    pub select: Vec<String>,
    /// The rules or parts not to run.
    pub ignore: Vec<String>,
    /// Rules or parts with another level than their own, in the order of the file.
    pub severity: Vec<(String, Severity)>,
    /// The file with the known faults of a repository, joined to the folder of its file.
    pub baseline: Option<PathBuf>,
    /// What holds for some files only; what comes later comes on top.
    pub overrides: Vec<Override>,
    /// Single faults that are meant to stay.
    pub allow: Vec<Allow>,
    /// Where each setting was set, by its key; what is not here is standard.
    origins: BTreeMap<String, Vec<Origin>>,
    /// The names of rules, for the mistakes that show only once the rules are known.
    names: Vec<Name>,
}

/// What holds for some files only.
#[derive(Clone, Debug)]
pub struct Override {
    /// Which files.
    pub files: Patterns,
    /// The rules or parts to run in place of those of the settings.
    pub select: Option<Vec<String>>,
    /// The rules or parts not to run, beside those of the settings.
    pub ignore: Vec<String>,
    /// Rules or parts with another level than in the settings.
    pub severity: Vec<(String, Severity)>,
    /// Where it stands.
    pub place: Place,
}

/// A fault that is meant to stay.
#[derive(Clone, Debug)]
pub struct Allow {
    /// The rule that finds it.
    pub rule: String,
    /// The file that it is in; a pattern may mean several.
    pub file: Patterns,
    /// The words at fault; without them, whatever the rule finds in the file.
    pub text: Option<String>,
    /// Why it stays.
    pub reason: Option<String>,
    /// Where it stands: its words, or its first line.
    pub place: Place,
}

/// Words of a `doclint.toml`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The TOML text.
    pub source: Arc<Source>,
    /// The words, in bytes of it.
    pub span: Span,
}

/// Who set a setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A file, and the place of the key in it.
    File(Place),
    /// What was typed.
    CommandLine,
}

/// The name of a rule, or of a part, in a file.
#[derive(Clone, Debug)]
struct Name {
    name: String,
    place: Place,
    /// Whether it may be a part's.
    may_be_part: bool,
}

impl Settings {
    /// The settings of a user who has set nothing.
    pub fn standard(root: PathBuf) -> Self {
        Self {
            include: Patterns {
                root: root.clone(),
                globs: STANDARD_INCLUDE
                    .iter()
                    .filter_map(|text| file_pattern(text).ok())
                    .collect(),
            },
            root,
            file: None,
            exclude: Vec::new(),
            repository: None,
            rules: Vec::new(),
            fail_on: Severity::Warning,
            select: Vec::new(),
            ignore: Vec::new(),
            severity: Vec::new(),
            baseline: None,
            overrides: Vec::new(),
            allow: Vec::new(),
            origins: BTreeMap::new(),
            names: Vec::new(),
        }
    }

    /// The settings of a `doclint.toml` and of the files that it extends, each with its path and
    /// the nearest last. What a nearer file says replaces what a farther one does; under
    /// `[severity]` that is told rule by rule, and `[[override]]` and `[[allow]]` are added. The
    /// folder of the last file is the root.
    ///
    /// # Errors
    /// Every mistake of every file, in the order in which they stand in it. Whether the rules it
    /// names exist is asked later: [`Settings::unknown_rules`].
    pub fn parse(files: Vec<(PathBuf, Source)>) -> Result<Self, Vec<Mistake>> {
        let root = files.last().map(|(path, _)| folder_of(path));
        let mut settings = Self::standard(root.unwrap_or_else(|| PathBuf::from(".")));
        let mut mistakes = Vec::new();
        for (path, source) in files {
            mistakes.extend(file::read(&mut settings, &folder_of(&path), source));
            settings.file = Some(path);
        }
        match mistakes.as_slice() {
            [] => Ok(settings),
            _ => Err(mistakes),
        }
    }

    /// The mistakes in the names of rules, in the order of the files. `ids` are those of all
    /// rules, `parts` the names of their parts.
    pub fn unknown_rules(&self, ids: &[&str], parts: &[&str]) -> Vec<Mistake> {
        self.names
            .iter()
            .filter_map(|named| named.mistake(ids, parts))
            .collect()
    }

    /// Notes that a setting was typed. What is typed is added to what a file says, or replaces it.
    pub fn typed(&mut self, key: &str, is_added: bool) {
        let origins = self.origins.entry(key.to_owned()).or_default();
        if !is_added {
            origins.clear();
        }
        origins.push(Origin::CommandLine);
    }
}

impl Name {
    fn mistake(&self, ids: &[&str], parts: &[&str]) -> Option<Mistake> {
        let parts = if self.may_be_part { parts } else { &[] };
        let mut known = ids.iter().chain(parts).copied();
        if known.clone().any(|known| known == self.name) {
            return None;
        }
        let what = match self.may_be_part {
            true => "rule or part",
            false => "rule",
        };
        Some(Mistake {
            source: Arc::clone(&self.place.source),
            span: self.place.span,
            message: format!("there is no {what} `{}`", self.name),
            help: Some(match nearest(&self.name, &mut known) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "`doclint rules` lists them".to_owned(),
            }),
        })
    }
}

/// The folder of a file, as a path that others can be joined to.
pub fn folder_of(file: &Path) -> PathBuf {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// A path that a file in `folder` names.
pub fn joined(folder: &Path, path: &str) -> PathBuf {
    match folder.as_os_str() == "." {
        true => path.into(),
        false => folder.join(path),
    }
}

#[cfg(test)]
mod tests;
