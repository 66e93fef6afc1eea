//! What can be typed by those who read and write rules.

use std::path::PathBuf;

use clap::Args;

use super::{Color, ListFormat, RuleFiles, SchemaOf, TestFormat};

/// `doclint explain`
#[derive(Debug, Args)]
pub struct Explain {
    /// A rule, or a part of the catalogue; without it, all rules with their titles
    pub rule: Option<String>,
    /// How the page is written
    #[arg(long, value_enum, default_value = "table")]
    pub format: ListFormat,
    /// Which rules there are.
    #[command(flatten)]
    pub rules: RuleFiles,
    /// Whether to use colours
    #[arg(long, value_enum, default_value = "auto", value_name = "WHEN")]
    pub color: Color,
}

/// `doclint rules`
#[derive(Debug, Args)]
pub struct Rules {
    /// How the list is written
    #[arg(long, value_enum, default_value = "table")]
    pub format: ListFormat,
    /// Which rules there are.
    #[command(flatten)]
    pub rules: RuleFiles,
    /// Whether to use colours
    #[arg(long, value_enum, default_value = "auto", value_name = "WHEN")]
    pub color: Color,
}

/// `doclint test`
#[derive(Debug, Args)]
pub struct Test {
    /// Rule files, or folders with rule files [default: all rules that a check would know]
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Which rules there are.
    #[command(flatten)]
    pub rules: RuleFiles,
    /// How the outcome is written
    #[arg(long, value_enum, default_value = "table", help_heading = "Output")]
    pub format: TestFormat,
    /// Whether to use colours
    #[arg(
        long,
        value_enum,
        default_value = "auto",
        value_name = "WHEN",
        help_heading = "Output"
    )]
    pub color: Color,
    /// Faults only
    #[arg(short, long, help_heading = "Output")]
    pub quiet: bool,
}

/// `doclint fields`
#[derive(Debug, Args)]
pub struct Fields {
    /// A node, to list its fields only: masthead, annex, …
    pub node: Option<String>,
    /// How the list is written
    #[arg(long, value_enum, default_value = "table")]
    pub format: ListFormat,
    /// Whether to use colours
    #[arg(long, value_enum, default_value = "auto", value_name = "WHEN")]
    pub color: Color,
}

/// `doclint schema`
#[derive(Debug, Args)]
pub struct Schema {
    /// The files that it describes
    #[arg(value_enum, value_name = "FILE")]
    pub of: SchemaOf,
}
