//! The reports for programs: one JSON object, or one finding a line.

use std::io::{self, Write};

use serde::Serialize;

use crate::finding::{Finding, Severity};
use crate::report::stream::Stream;
use crate::report::{Report, Summary, elsewhere};
use crate::source::{Source, Span};

/// The version of the contract; it changes when a key changes its meaning or goes.
const VERSION: u32 = 1;

/// The report of `--format json`: `{"version": 1, "findings": […], "summary": {…}}`, written as
/// the findings come, one a line.
pub struct Json<W> {
    findings: Stream<W>,
}

impl<W: Write> Json<W> {
    /// A report to `out`.
    pub fn new(out: W) -> Self {
        let head = format!("{{\"version\":{VERSION},\"findings\":");
        Self {
            findings: Stream::new(out, head),
        }
    }
}

impl<W: Write> Report for Json<W> {
    fn file(&mut self, source: &Source, findings: &[Finding]) -> io::Result<()> {
        for finding in findings {
            self.findings.add(&Entry::of(source, finding))?;
        }
        Ok(())
    }

    fn finish(&mut self, summary: &Summary) -> io::Result<()> {
        let summary = serde_json::to_string(summary)?;
        self.findings.end(&format!(",\"summary\":{summary}}}"))
    }
}

/// The report of `--format jsonl`: one finding a line.
pub struct JsonLines<W> {
    out: W,
}

impl<W: Write> JsonLines<W> {
    /// A report to `out`.
    pub fn new(out: W) -> Self {
        Self { out }
    }
}

impl<W: Write> Report for JsonLines<W> {
    fn file(&mut self, source: &Source, findings: &[Finding]) -> io::Result<()> {
        for finding in findings {
            serde_json::to_writer(&mut self.out, &Entry::of(source, finding))?;
            self.out.write_all(b"\n")?;
        }
        Ok(())
    }

    fn finish(&mut self, _summary: &Summary) -> io::Result<()> {
        self.out.flush()
    }
}

#[derive(Serialize)]
struct Entry<'f> {
    rule: &'f str,
    severity: Severity,
    message: &'f str,
    help: &'f str,
    #[serde(flatten)]
    place: Place<'f>,
    labels: Vec<LabelEntry<'f>>,
    fix: Option<FixEntry<'f>>,
}

/// Where words stand: lines and columns from 1, columns in characters, the end exclusive;
/// `offset` and `length` in bytes.
#[derive(Serialize)]
struct Place<'f> {
    file: &'f str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    offset: usize,
    length: usize,
    text: &'f str,
}

#[derive(Serialize)]
struct LabelEntry<'f> {
    #[serde(flatten)]
    place: Place<'f>,
    message: &'f str,
}

#[derive(Serialize)]
struct FixEntry<'f> {
    safe: bool,
    edits: Vec<EditEntry<'f>>,
}

#[derive(Serialize)]
struct EditEntry<'f> {
    #[serde(flatten)]
    place: Place<'f>,
    replacement: &'f str,
}

impl<'f> Entry<'f> {
    fn of(source: &'f Source, finding: &'f Finding) -> Self {
        Self {
            rule: &finding.rule,
            severity: finding.severity,
            message: &finding.message,
            help: &finding.help,
            place: Place::of(source, finding.primary.span),
            labels: std::iter::once((source, &finding.primary))
                .chain(elsewhere(source, finding))
                .map(|(source, label)| LabelEntry {
                    place: Place::of(source, label.span),
                    message: &label.message,
                })
                .collect(),
            fix: finding.fix.as_ref().map(|fix| FixEntry {
                safe: fix.safe,
                edits: fix
                    .edits
                    .iter()
                    .map(|edit| EditEntry {
                        place: Place::of(source, edit.span),
                        replacement: &edit.text,
                    })
                    .collect(),
            }),
        }
    }
}

impl<'f> Place<'f> {
    fn of(source: &'f Source, span: Span) -> Self {
        let text = source.slice(span);
        let offset = source.text().floor_char_boundary(span.start);
        let start = source.position(offset);
        let end = source.position(offset + text.len());
        Self {
            file: source.name(),
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            offset,
            length: text.len(),
            text,
        }
    }
}
