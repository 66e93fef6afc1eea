//! JUnit XML, which nearly every CI system shows as test results.

use std::io::{self, Write};

use crate::finding::Finding;
use crate::report::{Context, Report, Summary};
use crate::source::Source;

/// The report of `--format junit`: a test case for each finding, which fails where the run does,
/// and one that passes for each file without. Kept until the end, for the numbers come first.
pub struct Junit<'c, W> {
    out: W,
    context: Context<'c>,
    cases: String,
    count: usize,
    failures: usize,
}

impl<'c, W: Write> Junit<'c, W> {
    /// A report to `out`.
    pub fn new(out: W, context: Context<'c>) -> Self {
        Self {
            out,
            context,
            cases: String::new(),
            count: 0,
            failures: 0,
        }
    }

    fn case(&mut self, source: &Source, finding: &Finding) {
        let place = source.position(finding.primary.span.start);
        let file = escaped(self.context.relative(source.name()));
        let rule = escaped(&finding.rule);
        let text = escaped(&self.text(source, finding));
        let outcome = if finding.severity >= self.context.fail_on {
            self.failures += 1;
            format!(
                "<failure type=\"{}\" message=\"{}\">{text}</failure>",
                finding.severity.name(),
                escaped(&finding.message),
            )
        } else {
            format!("<system-out>{text}</system-out>")
        };
        self.cases.push_str(&format!(
            "    <testcase classname=\"{file}\" name=\"{rule} at {line}:{column}\" file=\"{file}\" \
             line=\"{line}\">\n      {outcome}\n    </testcase>\n",
            line = place.line,
            column = place.column,
        ));
        self.count += 1;
    }

    fn text(&self, source: &Source, finding: &Finding) -> String {
        let said = format!("{}: {}", finding.severity.name(), finding.message);
        let said = self.context.place(source, finding.primary.span, &said);
        said + &self.context.besides(source, finding)
    }
}

impl<W: Write> Report for Junit<'_, W> {
    fn file(&mut self, source: &Source, findings: &[Finding]) -> io::Result<()> {
        for finding in findings {
            self.case(source, finding);
        }
        if findings.is_empty() {
            let file = escaped(self.context.relative(source.name()));
            self.cases.push_str(&format!(
                "    <testcase classname=\"{file}\" name=\"no faults\" file=\"{file}\"/>\n"
            ));
            self.count += 1;
        }
        Ok(())
    }

    fn finish(&mut self, summary: &Summary) -> io::Result<()> {
        let numbers = format!(
            "name=\"doclint\" tests=\"{}\" failures=\"{}\" errors=\"{}\"",
            self.count, self.failures, summary.unread
        );
        writeln!(self.out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
        writeln!(self.out, "<testsuites {numbers}>")?;
        writeln!(self.out, "  <testsuite {numbers}>")?;
        self.out.write_all(self.cases.as_bytes())?;
        writeln!(self.out, "  </testsuite>\n</testsuites>")?;
        self.out.flush()
    }
}

/// Text as XML has it, in an attribute or between tags; `�` for a character that XML cannot have.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&apos;"),
            '\t' | '\n' | '\r' => escaped.push_str(&format!("&#{};", u32::from(character))),
            '\0'..'\u{20}' | '\u{FFFE}' | '\u{FFFF}' => escaped.push('\u{FFFD}'),
            _ => escaped.push(character),
        }
    }
    escaped
}
