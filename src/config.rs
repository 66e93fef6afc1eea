//! What a user has set: the standard settings, and those that a `doclint.toml` makes of them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use glob::{Pattern, PatternError};

use crate::finding::Severity;
use crate::mistake::{Mistake, nearest};
use crate::source::{Source, Span};

mod file;
mod shape;

pub(crate) use shape::SettingsFile;

/// The name of the configuration file.
pub const FILE_NAME: &str = "doclint.toml";

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
    /// The folder that the patterns are relative to.
    pub root: PathBuf,
    /// The `doclint.toml` that was read, when there was one.
    pub file: Option<PathBuf>,
    /// Which files of a folder are read.
    pub include: Vec<Pattern>,
    /// Which files and folders are left out, also when they are named.
    pub exclude: Vec<Pattern>,
    /// The folder with the files that those of a run are compared with, joined to `root`.
    pub repository: Option<PathBuf>,
    /// Folders of rule files besides the built-in ones, joined to `root`.
    pub rules: Vec<PathBuf>,
    /// The least grave level that makes a run fail.
    pub fail_on: Severity,
    /// The rules or parts to run; empty means all.
    pub select: Vec<String>,
    /// The rules or parts not to run.
    pub ignore: Vec<String>,
    /// Rules or parts with another level than their own, in the order of the file.
    pub severity: Vec<(String, Severity)>,
    origin: Option<Origin>,
}

/// Where the names of rules stand, for the mistakes that show only once the rules are known.
#[derive(Clone, Debug)]
struct Origin {
    source: Arc<Source>,
    names: Vec<(String, Span)>,
}

impl Settings {
    /// The settings of a user who has set nothing.
    pub fn standard(root: PathBuf) -> Self {
        Self {
            root,
            file: None,
            include: STANDARD_INCLUDE
                .iter()
                .filter_map(|text| Pattern::new(text).ok())
                .collect(),
            exclude: Vec::new(),
            repository: None,
            rules: Vec::new(),
            fail_on: Severity::Warning,
            select: Vec::new(),
            ignore: Vec::new(),
            severity: Vec::new(),
            origin: None,
        }
    }

    /// The settings of the `doclint.toml` at `path`, whose text is `source`. What it does not
    /// mention is standard; its folder is the root.
    ///
    /// # Errors
    /// Every mistake of the file, in the order in which they stand in it. Whether the rules it
    /// names exist is asked later: [`Settings::unknown_rules`].
    pub fn parse(source: Source, path: &Path) -> Result<Self, Vec<Mistake>> {
        let root = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
            _ => PathBuf::from("."),
        };
        let mut settings = Self::standard(root);
        settings.file = Some(path.to_owned());
        file::read(settings, &Arc::new(source))
    }

    /// The mistakes in the names of rules, in the order of the file. `known` are the ids of all
    /// rules and the names of their parts.
    pub fn unknown_rules(&self, known: &[&str]) -> Vec<Mistake> {
        let Some(origin) = &self.origin else {
            return Vec::new();
        };
        origin
            .names
            .iter()
            .filter(|(name, _)| !known.contains(&name.as_str()))
            .map(|(name, span)| Mistake {
                source: Arc::clone(&origin.source),
                span: *span,
                message: format!("there is no rule or part `{name}`"),
                help: Some(match nearest(name, known.iter().copied()) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => "`doclint rules` lists them".to_owned(),
                }),
            })
            .collect()
    }
}

/// The pattern that a user means by `text`: a leading `./` and a trailing `/` add nothing, and
/// no path that a pattern is compared with has them.
///
/// # Errors
/// When `text` is no pattern; the position counts characters of `text` from 0.
pub fn file_pattern(text: &str) -> Result<Pattern, PatternError> {
    let (start, rest) = text.strip_prefix("./").map_or((0, text), |rest| (2, rest));
    let rest = match rest.trim_end_matches('/') {
        "" => rest,
        trimmed => trimmed,
    };
    Pattern::new(rest).map_err(|error| PatternError {
        pos: error.pos + start,
        msg: error.msg,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_mentioned_is_standard() {
        let settings =
            Settings::parse(Source::new("doclint.toml", ""), Path::new("doclint.toml")).unwrap();
        assert_eq!(settings.root, Path::new("."));
        assert_eq!(settings.file.as_deref(), Some(Path::new("doclint.toml")));
        assert_eq!(settings.fail_on, Severity::Warning);
        let include: Vec<_> = settings.include.iter().map(Pattern::as_str).collect();
        assert_eq!(include, STANDARD_INCLUDE);
        assert!(settings.unknown_rules(&[]).is_empty());
    }

    #[test]
    fn an_unknown_rule_is_shown_on_its_name() {
        let text = "ignore = ['annex-date-mismach', 'letter']\nseverity.nonsense = 'error'\n";
        let settings = Settings::parse(
            Source::new("doclint.toml", text),
            Path::new("a/doclint.toml"),
        )
        .unwrap();
        let mistakes = settings.unknown_rules(&["annex-date-mismatch", "letter"]);
        let shown: Vec<_> = mistakes
            .iter()
            .map(|mistake| {
                (
                    mistake.source.slice(mistake.span),
                    mistake.message.as_str(),
                    mistake.help.as_deref().unwrap(),
                )
            })
            .collect();
        assert_eq!(
            shown,
            [
                (
                    "'annex-date-mismach'",
                    "there is no rule or part `annex-date-mismach`",
                    "did you mean `annex-date-mismatch`?"
                ),
                (
                    "nonsense",
                    "there is no rule or part `nonsense`",
                    "`doclint rules` lists them"
                ),
            ]
        );
    }

    #[test]
    fn patterns_are_trimmed_to_what_paths_look_like() {
        assert_eq!(file_pattern("./drafts/").unwrap().as_str(), "drafts");
        assert_eq!(file_pattern("**/*.md").unwrap().as_str(), "**/*.md");
        assert_eq!(file_pattern("./a[").unwrap_err().pos, 3);
    }
}
