//! What can be typed, and nothing else.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::styling::{AnsiColor, Styles};
use clap::{Args, CommandFactory, Parser, Subcommand};

use crate::finding::Severity;
use crate::mistake::nearest;
use choices::rule_and_level;

pub use choices::{
    Color, Format, Level, ListFormat, RecordFormat, RecordOrder, SchemaOf, TestFormat,
};
pub use fixes::Fixes;
pub use known::{Init, KnownFaults};
pub use output::{Output, Target};
pub use pages::{Completions, Man, completions, man};
pub use writers::{Explain, Fields, Rules, Schema, Test};

mod choices;
mod fixes;
mod known;
mod output;
mod pages;
mod writers;

const STYLES: Styles = Styles::styled()
    .header(AnsiColor::Cyan.on_default().bold())
    .usage(AnsiColor::Cyan.on_default().bold())
    .literal(AnsiColor::Green.on_default())
    .placeholder(AnsiColor::Yellow.on_default());

const EXAMPLES: &str = "\
Examples:
  doclint                          check the folder you stand in
  doclint records/ 'new/*.txt'     check a folder and the files of a pattern
  doclint --format json records    the findings for a program
  doclint explain annex-missing    a rule as a page, with an example
  doclint test house-rules         rule files of your own, tried on their examples
  doclint record letter.md         what the document says of itself
  doclint init                     settings to begin with

Exit codes: 0 nothing to fail on, 1 findings, 2 the work could not be done.
Without a verb, doclint checks. `doclint check -h` lists what it can be told.";

/// Check United Nations documents kept as text.
///
/// doclint reads each text as the document it is, checks it against rules anyone can read and
/// write, and shows each fault on the very words.
#[derive(Debug, Parser)]
#[command(
    name = "doclint",
    version,
    styles = STYLES,
    after_help = EXAMPLES,
    subcommand_required = true,
    subcommand_help_heading = "Verbs",
    subcommand_value_name = "VERB",
    override_usage = "doclint [check] [OPTIONS] [PATH]...\n       doclint VERB …",
    max_term_width = 100
)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub verb: Verb,
}

/// What doclint can do.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Check documents and show their faults (what doclint does when no verb is given)
    Check(Check),
    /// Show a rule as a page: what it says, why, and an example of the fault
    Explain(Explain),
    /// List the rules
    Rules(Rules),
    /// Try rule files on the examples in them
    Test(Test),
    /// List the fields and checks that rules are written with
    Fields(Fields),
    /// Print the JSON Schema of rule files or of doclint.toml, for editors
    Schema(Schema),
    /// Print what each document says of itself, as a register would hold it
    Record(Record),
    /// Show how a text was read, part by part
    Tree(Tree),
    /// Write a doclint.toml to begin with, and show the snippets for hooks and CI
    Init(Init),
    /// Print what makes a shell complete verbs, flags and their values
    Completions(Completions),
    /// Print the man page, of doclint or of a verb
    Man(Man),
}

/// `doclint check`
#[derive(Debug, Args)]
pub struct Check {
    /// Files, folders or patterns; - reads standard input [default: the folder you stand in]
    #[arg(value_name = "PATH")]
    pub paths: Vec<String>,
    /// Which rules there are.
    #[command(flatten)]
    pub rules: RuleFiles,
    /// Which rules are used.
    #[command(flatten)]
    pub choice: Choice,
    /// Which files are read.
    #[command(flatten)]
    pub files: Files,
    /// Which faults are known.
    #[command(flatten)]
    pub known: KnownFaults,
    /// Show the settings in force and where each comes from, and check nothing
    #[arg(long, help_heading = "Rules")]
    pub config_show: bool,
    /// Which repairs are made.
    #[command(flatten)]
    pub fixes: Fixes,
    /// How findings are written
    #[arg(long, value_enum, default_value = "full", help_heading = "Output")]
    pub format: Format,
    /// Whether to use colours
    #[arg(
        long,
        value_enum,
        default_value = "auto",
        value_name = "WHEN",
        help_heading = "Output"
    )]
    pub color: Color,
    /// Where else findings are written, and what is said besides.
    #[command(flatten)]
    pub output: Output,
    /// Findings only, no closing line
    #[arg(short, long, help_heading = "Output")]
    pub quiet: bool,
    /// How grave a finding must be for exit code 1 [default: warning]
    #[arg(long, value_enum, value_name = "LEVEL", help_heading = "Output")]
    pub fail_on: Option<Level>,
}

/// Where rules and settings come from.
#[derive(Debug, Args)]
pub struct RuleFiles {
    /// A folder with rule files of your own; may be given again
    #[arg(long = "rules", value_name = "DIR", help_heading = "Rules")]
    pub folders: Vec<PathBuf>,
    /// The settings to use instead of the nearest doclint.toml
    #[arg(
        long,
        value_name = "FILE",
        conflicts_with = "isolated",
        help_heading = "Rules"
    )]
    pub config: Option<PathBuf>,
    /// Read no doclint.toml
    #[arg(long, help_heading = "Rules")]
    pub isolated: bool,
}

/// Which rules are used, and how grave they are.
#[derive(Debug, Args)]
pub struct Choice {
    /// Use only these rules; the name of a part means all its rules
    #[arg(
        long,
        value_name = "RULE",
        value_delimiter = ',',
        help_heading = "Rules"
    )]
    pub select: Vec<String>,
    /// Do not use these rules
    #[arg(
        long,
        value_name = "RULE",
        value_delimiter = ',',
        help_heading = "Rules"
    )]
    pub ignore: Vec<String>,
    /// Make a rule an error, a warning or advice
    #[arg(
        long,
        value_name = "RULE=LEVEL",
        value_delimiter = ',',
        value_parser = rule_and_level,
        help_heading = "Rules"
    )]
    pub severity: Vec<(String, Severity)>,
}

/// Which files are read, and how.
#[derive(Debug, Args)]
pub struct Files {
    /// Leave out the files that this pattern matches; may be given again
    #[arg(long, value_name = "GLOB", help_heading = "Files")]
    pub exclude: Vec<String>,
    /// What to call standard input in the findings
    #[arg(
        long,
        value_name = "NAME",
        default_value = "<stdin>",
        help_heading = "Files"
    )]
    pub stdin_filename: String,
    /// How many files to read at once [default: one a processor]
    #[arg(short = 'j', long = "jobs", value_name = "N", value_parser = choices::jobs, help_heading = "Files")]
    pub jobs: Option<std::num::NonZeroUsize>,
}

/// `doclint record`
#[derive(Debug, Args)]
pub struct Record {
    /// Files, folders or patterns; - reads standard input [default: the folder you stand in]
    #[arg(value_name = "PATH")]
    pub paths: Vec<String>,
    /// How the records are written
    #[arg(long, value_enum, default_value = "jsonl")]
    pub format: RecordFormat,
    /// In what order they are written [default: symbol for csv and table, else file]
    #[arg(long, value_enum, value_name = "ORDER")]
    pub sort: Option<RecordOrder>,
    /// Which files are read.
    #[command(flatten)]
    pub files: Files,
    /// The settings to use instead of the nearest doclint.toml
    #[arg(long, value_name = "FILE", conflicts_with = "isolated")]
    pub config: Option<PathBuf>,
    /// Read no doclint.toml
    #[arg(long)]
    pub isolated: bool,
}

/// `doclint tree`
#[derive(Debug, Args)]
pub struct Tree {
    /// The file; - reads standard input
    pub file: PathBuf,
}

/// Reads the arguments, the program's name first. When the first one is no verb, they are those
/// of `check`; a file with the name of a verb is written `./record` or stands after `check`.
///
/// # Errors
/// What clap has to say: a mistake, or the help that was asked for.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Cli, clap::Error> {
    let mut arguments: Vec<OsString> = arguments.into_iter().collect();
    if !arguments.get(1).is_some_and(is_known) {
        let place = arguments.len().min(1);
        arguments.insert(place, "check".into());
    }
    Cli::try_parse_from(arguments)
}

fn is_known(first: &OsString) -> bool {
    let asks = ["help", "-h", "--help", "-V", "--version"];
    asks.iter().any(|ask| first == ask)
        || Cli::command()
            .get_subcommands()
            .any(|verb| first == verb.get_name())
}

/// The verb that was probably meant by a word that is none.
pub fn nearest_verb(written: &str) -> Option<String> {
    let command = Cli::command();
    let verbs = command.get_subcommands().map(clap::Command::get_name);
    nearest(written, verbs).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(line: &str) -> Result<Cli, clap::Error> {
        parse(line.split_whitespace().map(OsString::from))
    }

    fn checked(line: &str) -> Check {
        match typed(line).unwrap().verb {
            Verb::Check(check) => check,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_definition_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn without_a_verb_doclint_checks() {
        assert!(checked("doclint").paths.is_empty());
        assert_eq!(checked("doclint seeds/ -").paths, ["seeds/", "-"]);
        assert_eq!(checked("doclint --format json seeds").paths, ["seeds"]);
        assert_eq!(checked("doclint -q record").paths, ["record"]);
        assert_eq!(checked("doclint check record").paths, ["record"]);
        assert!(matches!(
            typed("doclint record").unwrap().verb,
            Verb::Record(_)
        ));
    }

    #[test]
    fn lists_and_levels() {
        let check = checked("doclint --select a,b --select c --severity d=advice,e=error");
        assert_eq!(check.choice.select, ["a", "b", "c"]);
        assert_eq!(
            check.choice.severity,
            [
                ("d".to_owned(), Severity::Advice),
                ("e".to_owned(), Severity::Error)
            ]
        );
        let error = typed("doclint --severity d=grave").unwrap_err().to_string();
        assert!(
            error.contains("grave is no level; the levels are error, warning and advice"),
            "{error}"
        );
    }
}
