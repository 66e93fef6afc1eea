//! The concise report: one line a finding, as compilers write it and editors read it.

use std::io::{self, Write};

use crate::finding::Finding;
use crate::report::plain::plain;
use crate::report::{Context, Report, Summary};
use crate::source::Source;

/// The report of `--format concise`.
pub struct Concise<'c, W> {
    out: W,
    context: Context<'c>,
}

impl<'c, W: Write> Concise<'c, W> {
    /// A report to `out`.
    pub fn new(out: W, context: Context<'c>) -> Self {
        Self { out, context }
    }
}

impl<W: Write> Report for Concise<'_, W> {
    fn file(&mut self, source: &Source, findings: &[Finding]) -> io::Result<()> {
        let name = plain(source.name());
        for finding in findings {
            let place = source.position(finding.primary.span.start);
            let place = format!("{name}:{}:{}", place.line, place.column);
            writeln!(
                self.out,
                "{}: {}[{}] {}",
                self.context.link(source.name(), &place),
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
