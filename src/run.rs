//! The one room with a door to disk, environment and terminal: what was typed is done here, in
//! order, and ends in an exit code.

use std::ffi::OsString;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use thiserror::Error;

use crate::cli::{self, Verb};
use crate::mistake::Mistake;
use crate::policy::BaselineError;
use crate::register::RegisterError;
use crate::source::EncodingError;
use terminal::Terminal;

mod across;
mod check;
mod init;
mod input;
mod known;
mod mend;
mod output;
mod pages;
mod prepare;
mod progress;
mod rules;
mod show;
mod terminal;
mod verbose;
mod whole;

/// How a run ended that did its work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Nothing at or above the failing level.
    Passed,
    /// Findings.
    Found,
    /// Something could not be looked at, or there was nothing to look at; it has been said.
    Incomplete,
}

/// Why the work could not be done.
#[derive(Debug, Error)]
enum Failure {
    #[error("mistakes in a rule file or in the settings")]
    Mistakes(Vec<Mistake>),
    #[error("{}: {}", .path.display(), reason(.error))]
    Read { path: PathBuf, error: io::Error },
    #[error("`{key}` in the settings: {failure}")]
    Setting {
        key: &'static str,
        failure: Box<Failure>,
    },
    #[error("{}: {error}", .path.display())]
    Encoding { path: PathBuf, error: EncodingError },
    #[error(
        "{}: changed or gone since it was checked; what is said of it here may not fit, so run \
         doclint again",
        .path.display()
    )]
    Changed { path: PathBuf },
    #[error("there is no rule `{name}`{}", meant_rule(.near.as_deref()))]
    UnknownRule { name: String, near: Option<String> },
    #[error("there is no node `{name}`{}", meant(.near.as_deref(), "fields"))]
    UnknownNode { name: String, near: Option<String> },
    #[error("there is no verb `{name}`{}", meant(.near.as_deref(), "help"))]
    UnknownVerb { name: String, near: Option<String> },
    #[error("--exclude '{pattern}' is no pattern: {reason}")]
    Pattern {
        pattern: String,
        reason: &'static str,
    },
    #[error("{}: no rule file (*.toml) there", .folder.display())]
    NoRuleFile { folder: PathBuf },
    #[error("{}: {error}", .folder.display())]
    RuleFolder {
        folder: PathBuf,
        error: ignore::Error,
    },
    #[error("{}: this is no baseline: {error}", .path.display())]
    Baseline { path: PathBuf, error: BaselineError },
    #[error(
        "{}: there is no such baseline; --write-baseline {} makes it",
        .path.display(),
        .path.display()
    )]
    NoBaseline { path: PathBuf },
    #[error("there is no baseline to prune: name one with --baseline FILE, or in doclint.toml")]
    NothingToPrune,
    #[error(
        "{}: there is one already; nothing was written. Move it away for a new one",
        .path.display()
    )]
    Taken { path: PathBuf },
    #[error("no rule is left to check: what is selected is ignored")]
    NoRule,
    #[error("the threads to work on could not be started: {0}")]
    Threads(io::Error),
    #[error("what was found could not be written: {0}")]
    Write(#[from] io::Error),
    #[error("{}: could not be written: {}", .file.display(), reason(.error))]
    Output { file: PathBuf, error: io::Error },
    #[error("{}: two outputs cannot go to one file", .file.display())]
    SameOutput { file: PathBuf },
    #[error("--output: {} and {} are both to have the findings of --format; write FORMAT= before one of them", .first.display(), .second.display())]
    TwoOutputs { first: PathBuf, second: PathBuf },
    #[error(
        "Parquet is not for terminals; send it to a file, as in `doclint record --format parquet > \
         records.parquet`, or to a program"
    )]
    NotForTerminals,
    #[error("the records could not be written: {0}")]
    Register(#[from] RegisterError),
    #[error("what was found could not be written: {0}")]
    Json(#[from] serde_json::Error),
}

impl Failure {
    /// The same, in what a key of the settings names.
    fn of_setting(self, key: &'static str) -> Self {
        Self::Setting {
            key,
            failure: Box::new(self),
        }
    }
}

/// What the system says, in the words of the other messages.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file or folder".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::IsADirectory => "a folder, not a file".to_owned(),
        _ => error.to_string(),
    }
}

/// The rule that was probably meant, or where rules are found.
fn meant_rule(near: Option<&str>) -> String {
    match near {
        Some(_) => meant(near, "rules"),
        None => format!("{}, --rules DIR adds your own", meant(near, "rules")),
    }
}

/// The name that was probably meant, or the verb that lists the names there are.
fn meant(near: Option<&str>, verb: &str) -> String {
    match near {
        Some(near) => format!("; did you mean `{near}`?"),
        None => format!("; `doclint {verb}` lists them"),
    }
}

/// Does what the arguments say (the program's name comes first). The exit code is 0 when nothing
/// reaches the failing level, 1 when something does, 2 when the work could not be done.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let cli = match cli::parse(arguments) {
        Ok(cli) => cli,
        Err(error) => {
            // A closed pipe is nobody's fault, and there is nowhere else to say it.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    let terminal = Terminal::of(&cli.verb);
    let outcome = match &cli.verb {
        Verb::Check(arguments) => check::check(arguments, &terminal),
        Verb::Explain(arguments) => rules::explain(arguments, &terminal),
        Verb::Rules(arguments) => rules::list(arguments, &terminal),
        Verb::Fields(arguments) => rules::fields(arguments, &terminal),
        Verb::Schema(arguments) => rules::schema(arguments, &terminal),
        Verb::Test(arguments) => rules::test(arguments, &terminal),
        Verb::Record(arguments) => show::record(arguments, &terminal),
        Verb::Tree(arguments) => show::tree(arguments, &terminal),
        Verb::Init(arguments) => init::init(arguments, &terminal),
        Verb::Completions(arguments) => pages::completions(arguments),
        Verb::Man(arguments) => pages::man(arguments),
    };
    match outcome {
        Ok(Outcome::Passed) => ExitCode::SUCCESS,
        Ok(Outcome::Found) => ExitCode::from(1),
        Ok(Outcome::Incomplete) => ExitCode::from(2),
        Err(failure) => {
            terminal.tell_failure(&failure);
            ExitCode::from(2)
        }
    }
}
