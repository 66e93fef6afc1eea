//! What can stand after a flag: formats, colours, levels.

use std::num::NonZeroUsize;

use clap::ValueEnum;

use crate::finding::Severity;
use crate::{register, report};

/// `--format` of check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Each finding drawn on its words
    Full,
    /// One line a finding: path:line:column: severity[rule] message
    Concise,
    /// The findings of each file under its name, one line a finding
    Grouped,
    /// One JSON object with findings and summary
    Json,
    /// One JSON object a finding, one a line
    Jsonl,
    /// SARIF 2.1.0, for code scanning services and editors
    Sarif,
    /// Workflow commands, which GitHub Actions shows on the lines
    Github,
    /// A code quality report for GitLab
    Gitlab,
    /// JUnit XML, which CI systems show as test results
    Junit,
    /// Diagnostics for reviewdog, with suggestions
    Rdjson,
    /// A table for the summary of a job
    Markdown,
}

impl From<Format> for report::Format {
    fn from(format: Format) -> Self {
        match format {
            Format::Full => Self::Full,
            Format::Concise => Self::Concise,
            Format::Grouped => Self::Grouped,
            Format::Json => Self::Json,
            Format::Jsonl => Self::JsonLines,
            Format::Sarif => Self::Sarif,
            Format::Github => Self::Github,
            Format::Gitlab => Self::Gitlab,
            Format::Junit => Self::Junit,
            Format::Rdjson => Self::Rdjson,
            Format::Markdown => Self::Markdown,
        }
    }
}

/// `--format` of rules, explain and fields.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum ListFormat {
    /// For reading
    Table,
    /// For programs
    Json,
    /// For documentation
    Markdown,
}

/// `--format` of test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TestFormat {
    /// For reading
    Table,
    /// One JSON object
    Json,
}

/// What `schema` describes.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum SchemaOf {
    /// Rule files
    Rule,
    /// doclint.toml
    Config,
}

/// `--format` of record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RecordFormat {
    /// One list
    Json,
    /// One object a line
    Jsonl,
    /// Comma-separated values, for a spreadsheet
    Csv,
    /// For reading
    Table,
    /// Columns with their types, to a file or a pipe; needs a build with the feature parquet
    Parquet,
}

impl From<RecordFormat> for register::Format {
    fn from(format: RecordFormat) -> Self {
        match format {
            RecordFormat::Json => Self::Json,
            RecordFormat::Jsonl => Self::JsonLines,
            RecordFormat::Csv => Self::Csv,
            RecordFormat::Table => Self::Table,
            RecordFormat::Parquet => Self::Parquet,
        }
    }
}

/// `--sort` of record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RecordOrder {
    /// As the files are read; each record is written at once
    File,
    /// As people sort symbols: S/2023/9 before S/2023/10
    Symbol,
}

impl From<RecordOrder> for register::Order {
    fn from(order: RecordOrder) -> Self {
        match order {
            RecordOrder::File => Self::File,
            RecordOrder::Symbol => Self::Symbol,
        }
    }
}

/// `--color`
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Color {
    /// On a terminal, unless NO_COLOR is set; everywhere when FORCE_COLOR is
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// A severity as it is typed.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Level {
    /// Errors only
    Error,
    /// Errors and warnings
    Warning,
    /// Every finding
    Advice,
}

impl From<Level> for Severity {
    fn from(level: Level) -> Self {
        match level {
            Level::Error => Self::Error,
            Level::Warning => Self::Warning,
            Level::Advice => Self::Advice,
        }
    }
}

/// What `-j` takes: a number from 1.
///
/// # Errors
/// What is wrong with it, for the person who typed it.
pub fn jobs(typed: &str) -> Result<NonZeroUsize, String> {
    let wrong = |_| "write a number from 1, for example 4".to_owned();
    typed.parse().map_err(wrong)
}

/// What `--severity` takes: `annex-missing=advice`.
///
/// # Errors
/// What is wrong with it, for the person who typed it.
pub fn rule_and_level(typed: &str) -> Result<(String, Severity), String> {
    let (rule, level) = typed
        .split_once('=')
        .ok_or_else(|| "write RULE=LEVEL, for example annex-missing=advice".to_owned())?;
    let level = Severity::ALL
        .into_iter()
        .find(|severity| severity.name() == level)
        .ok_or_else(|| format!("{level} is no level; the levels are error, warning and advice"))?;
    Ok((rule.to_owned(), level))
}
