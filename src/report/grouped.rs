//! The grouped report: the findings of each file under its name, one line each.

use std::io::{self, Write};

use crate::finding::{Finding, Severity};
use crate::report::gathered::Gathered;
use crate::report::plain::{columns, plain, wrap};
use crate::report::{Context, Look, Report, Summary};
use crate::source::{Position, Source};

/// A message is never wrapped to less than this.
const LEAST_MESSAGE: usize = 30;

/// The report of `--format grouped`. Kept until the end, for each file has one group.
pub struct Grouped<'c, W> {
    out: W,
    context: Context<'c>,
    rows: Gathered<Row>,
}

impl<'c, W: Write> Grouped<'c, W> {
    /// A report to `out`.
    pub fn new(out: W, context: Context<'c>) -> Self {
        Self {
            out,
            context,
            rows: Gathered::default(),
        }
    }

    fn group(&mut self, name: &str, rows: &[Row]) -> io::Result<()> {
        let look = self.context.look;
        let shown = plain(name);
        let link = self.context.link(name, &shown);
        writeln!(self.out, "{}", look.paint("1", &link))?;
        let widest = |cell: fn(&Row) -> &str| {
            let widths = rows.iter().map(|row| columns(cell(row)));
            widths.max().unwrap_or_default()
        };
        let widths = [
            widest(|row| &row.place),
            widest(|row| row.severity.name()),
            widest(|row| &row.rule),
        ];
        for row in rows {
            self.out.write_all(row.lines(widths, look).as_bytes())?;
        }
        writeln!(self.out)
    }
}

impl<W: Write> Report for Grouped<'_, W> {
    fn file(&mut self, source: &Source, findings: &[Finding]) -> io::Result<()> {
        self.rows.add(source, findings, Row::of);
        Ok(())
    }

    fn finish(&mut self, _summary: &Summary) -> io::Result<()> {
        for (name, rows) in self.rows.take() {
            if !rows.is_empty() {
                self.group(&name, &rows)?;
            }
        }
        self.out.flush()
    }
}

/// A finding cut into the cells of its line.
struct Row {
    place: String,
    severity: Severity,
    rule: String,
    /// The message, and a paragraph for every place in another file.
    said: Vec<String>,
}

impl Row {
    fn of(finding: &Finding, place: Position) -> Self {
        let related = finding.related.iter().map(|related| {
            let place = related.source.position(related.label.span.start);
            let name = plain(related.source.name());
            let words = plain(&related.label.message);
            format!("{name}:{}:{} {words}", place.line, place.column)
        });
        Self {
            place: format!("{}:{}", place.line, place.column),
            severity: finding.severity,
            rule: plain(&finding.rule).into_owned(),
            said: std::iter::once(plain(&finding.message).into_owned())
                .chain(related)
                .collect(),
        }
    }

    /// The line, and those that the message needs besides.
    fn lines(&self, [place, severity, rule]: [usize; 3], look: Look) -> String {
        let indent = place + severity + rule + 8;
        let width = look.width.saturating_sub(indent).max(LEAST_MESSAGE);
        let colour = match self.severity {
            Severity::Error => "31",
            Severity::Warning => "33",
            Severity::Advice => "36",
        };
        let name = format!("{:severity$}", self.severity.name());
        let mut lines = format!(
            "  {:>place$}  {}  {}",
            self.place,
            look.paint(colour, &name),
            look.paint("2", &format!("{:rule$}", self.rule)),
        );
        let said: Vec<String> = self.said.iter().map(|words| wrap(words, width)).collect();
        for (index, line) in said.iter().flat_map(|words| words.lines()).enumerate() {
            let before = if index == 0 { 2 } else { indent };
            lines.push_str(&" ".repeat(before));
            lines.push_str(line);
            lines.push('\n');
        }
        lines
    }
}
