//! The diagnostic format of reviewdog, which comments on the lines of a change and suggests fixes.

use std::io::{self, Write};

use serde_json::{Value, json};

use crate::finding::{Finding, Severity};
use crate::report::stream::Stream;
use crate::report::{Context, Report, Summary};
use crate::source::{Source, Span};

/// The report of `--format rdjson`.
pub struct Rdjson<'c, W> {
    diagnostics: Stream<W>,
    context: Context<'c>,
}

impl<'c, W: Write> Rdjson<'c, W> {
    /// A report to `out`.
    pub fn new(out: W, context: Context<'c>) -> Self {
        let head = "{\"source\":{\"name\":\"doclint\"},\"diagnostics\":";
        Self {
            diagnostics: Stream::new(out, head),
            context,
        }
    }

    fn diagnostic(&self, source: &Source, finding: &Finding) -> Value {
        let edits = finding.fix.iter().flat_map(|fix| &fix.edits);
        let suggestions = edits
            .map(|edit| json!({ "range": range(source, edit.span), "text": edit.text }))
            .collect::<Value>();
        json!({
            // The format has no other places, and reviewdog refuses what it does not know.
            "message": finding.message.clone() + &self.context.besides(source, finding),
            "location": {
                "path": self.context.relative(source.name()),
                "range": range(source, finding.primary.span),
            },
            "severity": severity(finding.severity),
            "code": { "value": finding.rule },
            "suggestions": suggestions,
        })
    }
}

impl<W: Write> Report for Rdjson<'_, W> {
    fn file(&mut self, source: &Source, findings: &[Finding]) -> io::Result<()> {
        for finding in findings {
            let diagnostic = self.diagnostic(source, finding);
            self.diagnostics.add(&diagnostic)?;
        }
        Ok(())
    }

    fn finish(&mut self, _summary: &Summary) -> io::Result<()> {
        self.diagnostics.end("}")
    }
}

/// Lines and columns from 1, the end exclusive. Columns count bytes: reviewdog wants it so.
fn range(source: &Source, span: Span) -> Value {
    let position = |offset: usize| {
        let offset = source.text().floor_char_boundary(offset);
        let line = source.line_of(offset);
        let start = source.line(line).map_or(0, |line| line.start);
        json!({ "line": line, "column": offset - start + 1 })
    };
    json!({ "start": position(span.start), "end": position(span.end) })
}

const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "ERROR",
        Severity::Warning => "WARNING",
        Severity::Advice => "INFO",
    }
}
