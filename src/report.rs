//! The reports: what a run found, for people and for programs. One file a format.

use std::io::{self, Write};

use crate::finding::{Finding, Label};
use crate::source::Source;

pub use context::{Context, RuleNote};
pub use full::{draw_finding, draw_mistake};
pub use plain::{columns, cut, plain, wrap};
pub use statistics::Statistics;
pub use summary::{Summary, counted};

mod concise;
mod context;
mod excerpt;
mod fingerprint;
mod fix;
mod full;
mod gathered;
mod github;
mod gitlab;
mod grouped;
mod json;
mod junit;
mod line;
mod markdown;
mod plain;
mod rdjson;
mod sarif;
mod statistics;
mod stream;
mod summary;
mod uri;

/// How findings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Drawn on the words.
    Full,
    /// One line a finding.
    Concise,
    /// Under the name of each file.
    Grouped,
    /// One object.
    Json,
    /// One object a line.
    JsonLines,
    /// For code scanning services.
    Sarif,
    /// Workflow commands of GitHub Actions.
    Github,
    /// Code quality of GitLab.
    Gitlab,
    /// Test results.
    Junit,
    /// Diagnostics for reviewdog.
    Rdjson,
    /// A page with a table.
    Markdown,
}

impl Format {
    /// Whether it is for people at a terminal, where the closing numbers go with the findings.
    pub const fn is_for_people(self) -> bool {
        matches!(self, Self::Full | Self::Concise | Self::Grouped)
    }
}

/// How a report for people looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Whether colours are used.
    pub colour: bool,
    /// The columns there are.
    pub width: usize,
}

impl Look {
    /// The words in one of the terminal's colours (the number of an escape sequence, such as `31`),
    /// when colours are used.
    pub fn paint(self, colour: &str, words: &str) -> String {
        if self.colour {
            format!("\u{1b}[{colour}m{words}\u{1b}[0m")
        } else {
            words.to_owned()
        }
    }
}

/// A report that is being written. Files come in their order, the summary comes last.
pub trait Report {
    /// The findings of the next file, in their order.
    ///
    /// # Errors
    /// What writing gives.
    fn file(&mut self, source: &Source, findings: &[Finding]) -> io::Result<()>;

    /// The end of the report.
    ///
    /// # Errors
    /// What writing gives.
    fn finish(&mut self, summary: &Summary) -> io::Result<()>;
}

/// A report in `format` to `out`.
pub fn open<'w>(
    format: Format,
    context: Context<'w>,
    out: impl Write + 'w,
) -> Box<dyn Report + 'w> {
    match format {
        Format::Full => Box::new(full::Full::new(out, context)),
        Format::Concise => Box::new(concise::Concise::new(out, context)),
        Format::Grouped => Box::new(grouped::Grouped::new(out, context)),
        Format::Json => Box::new(json::Json::new(out)),
        Format::JsonLines => Box::new(json::JsonLines::new(out)),
        Format::Sarif => Box::new(sarif::Sarif::new(out, context)),
        Format::Github => Box::new(github::Github::new(out, context)),
        Format::Gitlab => Box::new(gitlab::Gitlab::new(out, context)),
        Format::Junit => Box::new(junit::Junit::new(out, context)),
        Format::Rdjson => Box::new(rdjson::Rdjson::new(out, context)),
        Format::Markdown => Box::new(markdown::Markdown::new(out, context)),
    }
}

/// The words that a finding speaks of besides those at fault, each with the file that has them.
fn elsewhere<'f>(
    source: &'f Source,
    finding: &'f Finding,
) -> impl Iterator<Item = (&'f Source, &'f Label)> {
    let here = finding.others.iter().map(move |label| (source, label));
    let related = finding.related.iter();
    here.chain(related.map(|related| (&*related.source, &related.label)))
}

#[cfg(test)]
mod tests;
