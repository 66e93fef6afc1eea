//! The reports: what a run found, for people and for programs. One file a format.

use std::io::{self, Write};

use crate::finding::Finding;
use crate::source::Source;

pub use full::{draw_finding, draw_mistake};
pub use plain::{columns, cut, plain, wrap};
pub use summary::{Summary, counted};

mod concise;
mod excerpt;
mod full;
mod json;
mod line;
mod plain;
mod summary;

/// How findings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Drawn on the words.
    Full,
    /// One line a finding.
    Concise,
    /// One object.
    Json,
    /// One object a line.
    JsonLines,
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
pub fn open<'w>(format: Format, look: Look, out: impl Write + 'w) -> Box<dyn Report + 'w> {
    match format {
        Format::Full => Box::new(full::Full::new(out, look)),
        Format::Concise => Box::new(concise::Concise::new(out)),
        Format::Json => Box::new(json::Json::new(out)),
        Format::JsonLines => Box::new(json::JsonLines::new(out)),
    }
}

#[cfg(test)]
mod tests;
