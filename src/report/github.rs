//! Workflow commands, which GitHub Actions shows on the lines of a change.

use std::io::{self, Write};

use crate::finding::{Finding, Severity};
use crate::report::{Context, Report, Summary, counted};
use crate::source::Source;

/// GitHub shows so many annotations of a level for one step.
const MOST_SHOWN: usize = 10;

/// The report of `--format github`. What is found is kept until the end, because the word on what
/// GitHub does not show has to come first to be shown.
pub struct Github<'c, W> {
    out: W,
    context: Context<'c>,
    commands: String,
}

impl<'c, W: Write> Github<'c, W> {
    /// A report to `out`.
    pub fn new(out: W, context: Context<'c>) -> Self {
        Self {
            out,
            context,
            commands: String::new(),
        }
    }

    fn command(&self, source: &Source, finding: &Finding) -> String {
        let start = source.position(finding.primary.span.start);
        let end = source.position(finding.primary.span.end);
        // GitHub refuses columns where the words go over several lines.
        let columns = match start.line == end.line {
            true => format!(",col={},endColumn={}", start.column, end.column),
            false => String::new(),
        };
        format!(
            "::{} file={},line={},endLine={}{columns},title={}::{}\n",
            level(finding.severity),
            property(self.context.relative(source.name())),
            start.line,
            end.line,
            property(&format!("doclint: {}", finding.rule)),
            data(&self.words(source, finding)),
        )
    }

    /// The message with its place, for the log shows nothing else; the other places; the help.
    fn words(&self, source: &Source, finding: &Finding) -> String {
        let said = self
            .context
            .place(source, finding.primary.span, &finding.message);
        said + &self.context.besides(source, finding)
    }
}

impl<W: Write> Report for Github<'_, W> {
    fn file(&mut self, source: &Source, findings: &[Finding]) -> io::Result<()> {
        for finding in findings {
            let command = self.command(source, finding);
            self.commands.push_str(&command);
        }
        Ok(())
    }

    fn finish(&mut self, summary: &Summary) -> io::Result<()> {
        if let Some(words) = not_shown(summary) {
            writeln!(self.out, "::notice title=doclint::{}", data(&words))?;
        }
        self.out.write_all(self.commands.as_bytes())?;
        self.out.flush()
    }
}

/// That there is more than GitHub shows, where there is.
fn not_shown(summary: &Summary) -> Option<String> {
    let many: Vec<String> = [
        (summary.errors, "errors"),
        (summary.warnings, "warnings"),
        (summary.advice, "pieces of advice"),
    ]
    .into_iter()
    .filter(|(count, _)| *count > MOST_SHOWN)
    .map(|(count, words)| counted(count, words, words))
    .collect();
    (!many.is_empty()).then(|| {
        format!(
            "{}: GitHub shows {MOST_SHOWN} of a kind here, the log of this step has all",
            many.join(", ")
        )
    })
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "notice",
    }
}

/// What stands after the second `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// What stands after a `=`.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
