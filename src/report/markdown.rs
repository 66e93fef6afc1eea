//! A page of Markdown: what came of the run, for the summary of a job or a comment.

use std::io::{self, Write};

use crate::finding::{Finding, Severity};
use crate::report::gathered::Gathered;
use crate::report::plain::plain;
use crate::report::{Context, Report, Summary};
use crate::source::Source;

/// The summary of a job may have a mebibyte: more rows than this are not shown.
const MOST_ROWS: usize = 1000;

/// The report of `--format markdown`. Kept until the end, for the numbers and the graver findings
/// come first.
pub struct Markdown<'c, W> {
    out: W,
    context: Context<'c>,
    rows: Gathered<(Severity, String)>,
}

impl<'c, W: Write> Markdown<'c, W> {
    /// A report to `out`.
    pub fn new(out: W, context: Context<'c>) -> Self {
        Self {
            out,
            context,
            rows: Gathered::default(),
        }
    }
}

impl<W: Write> Report for Markdown<'_, W> {
    fn file(&mut self, source: &Source, findings: &[Finding]) -> io::Result<()> {
        let context = &self.context;
        let file = escaped(context.relative(source.name()));
        self.rows.add(source, findings, |finding, place| {
            let row = format!(
                "| {} | {file}:{}:{} | {} | {} |",
                finding.severity.name(),
                place.line,
                place.column,
                escaped(&finding.rule),
                message(source, finding, context),
            );
            (finding.severity, row)
        });
        Ok(())
    }

    fn finish(&mut self, summary: &Summary) -> io::Result<()> {
        let mut rows: Vec<(Severity, String)> = self.rows.take().flat_map(|file| file.1).collect();
        rows.sort_by_key(|(severity, _)| std::cmp::Reverse(*severity));
        let summary = Summary {
            seconds: None,
            ..*summary
        };
        writeln!(self.out, "## doclint\n\n{summary}")?;
        if !rows.is_empty() {
            writeln!(self.out, "\n| severity | place | rule | what is wrong |")?;
            writeln!(self.out, "|---|---|---|---|")?;
        }
        for (_, row) in rows.iter().take(MOST_ROWS) {
            writeln!(self.out, "{row}")?;
        }
        if rows.len() > MOST_ROWS {
            let left = rows.len() - MOST_ROWS;
            writeln!(
                self.out,
                "\nand {left} more, which this page has no room for"
            )?;
        }
        self.out.flush()
    }
}

/// The message, and the words of other files that it speaks of.
fn message(source: &Source, finding: &Finding, context: &Context<'_>) -> String {
    let mut message = escaped(&finding.message);
    for related in &finding.related {
        let place = related.source.position(related.label.span.start);
        message.push_str(&format!(
            "<br>{}:{}:{} {}",
            escaped(context.relative(related.source.name())),
            place.line,
            place.column,
            escaped(&related.label.message),
        ));
    }
    if let Some(fix) = &finding.fix {
        let fix = crate::report::fix::in_words(source, finding, fix);
        message.push_str(&format!("<br>fix: {}", escaped(&fix)));
    }
    message
}

/// Text in a cell of a table, which Markdown reads as what it is.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in plain(text).chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\\' | '|' | '`' | '*' | '_' | '[' | ']' | '#' | '~' | '$' | '@' => {
                escaped.push('\\');
                escaped.push(character);
            }
            _ => escaped.push(character),
        }
    }
    escaped
}
