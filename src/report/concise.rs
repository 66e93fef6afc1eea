//! The concise report: one line a finding, as compilers write it and editors read it.

use std::io::{self, Write};

use crate::finding::Finding;
use crate::report::plain::plain;
use crate::report::{Report, Summary};
use crate::source::Source;

/// The report of `--format concise`.
pub struct Concise<W> {
    out: W,
}

impl<W: Write> Concise<W> {
    /// A report to `out`.
    pub fn new(out: W) -> Self {
        Self { out }
    }
}

impl<W: Write> Report for Concise<W> {
    fn file(&mut self, source: &Source, findings: &[Finding]) -> io::Result<()> {
        for finding in findings {
            let place = source.position(finding.primary.span.start);
            writeln!(
                self.out,
                "{}:{}:{}: {}[{}] {}",
                plain(source.name()),
                place.line,
                place.column,
                finding.severity.name(),
                plain(&finding.rule),
                plain(&finding.message),
            )?;
        }
        Ok(())
    }

    fn finish(&mut self, _summary: &Summary) -> io::Result<()> {
        self.out.flush()
    }
}
