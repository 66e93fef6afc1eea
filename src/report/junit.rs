//! JUnit XML, which nearly every CI system shows as test results.

use std::io::{self, Write};

use crate::finding::Finding;
use crate::report::gathered::Gathered;
use crate::report::{Context, Report, Summary};
use crate::source::{Position, Source};

/// The report of `--format junit`: a test case for each finding, which fails where the run does,
/// and one that passes for each file without. Kept until the end, for the numbers come first.
pub struct Junit<'c, W> {
    out: W,
    context: Context<'c>,
    cases: Gathered<Case>,
}

/// A test case that is not just a file without faults.
struct Case {
    text: String,
    fails: bool,
}

impl<'c, W: Write> Junit<'c, W> {
    /// A report to `out`.
    pub fn new(out: W, context: Context<'c>) -> Self {
        Self {
            out,
            context,
            cases: Gathered::default(),
        }
    }
}

impl Case {
    fn of(context: &Context<'_>, source: &Source, finding: &Finding, place: Position) -> Self {
        let file = escaped(context.relative(source.name()));
        let rule = escaped(&finding.rule);
        let said = format!("{}: {}", finding.severity.name(), finding.message);
        let said = context.place(source, finding.primary.span, &said);
        let said = escaped(&(said + &context.besides(source, finding)));
        let fails = finding.severity >= context.fail_on;
        let outcome = if fails {
            format!(
                "<failure type=\"{}\" message=\"{}\">{said}</failure>",
                finding.severity.name(),
                escaped(&finding.message),
            )
        } else {
            format!("<system-out>{said}</system-out>")
        };
        let text = format!(
            "    <testcase classname=\"{file}\" name=\"{rule} at {line}:{column}\" file=\"{file}\" \
             line=\"{line}\">\n      {outcome}\n    </testcase>\n",
            line = place.line,
            column = place.column,
        );
        Self { text, fails }
    }

    /// Of a file without faults.
    fn sound(file: &str) -> Self {
        let file = escaped(file);
        Self {
            text: format!(
                "    <testcase classname=\"{file}\" name=\"no faults\" file=\"{file}\"/>\n"
            ),
            fails: false,
        }
    }
}

impl<W: Write> Report for Junit<'_, W> {
    fn file(&mut self, source: &Source, findings: &[Finding]) -> io::Result<()> {
        let context = &self.context;
        self.cases.add(source, findings, |finding, place| {
            Case::of(context, source, finding, place)
        });
        Ok(())
    }

    fn finish(&mut self, summary: &Summary) -> io::Result<()> {
        let mut cases = Vec::new();
        for (name, of_file) in self.cases.take() {
            if of_file.is_empty() {
                cases.push(Case::sound(self.context.relative(&name)));
            }
            cases.extend(of_file);
        }
        let numbers = format!(
            "name=\"doclint\" tests=\"{}\" failures=\"{}\" errors=\"{}\"",
            cases.len(),
            cases.iter().filter(|case| case.fails).count(),
            summary.unread
        );
        writeln!(self.out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
        writeln!(self.out, "<testsuites {numbers}>")?;
        writeln!(self.out, "  <testsuite {numbers}>")?;
        for case in &cases {
            self.out.write_all(case.text.as_bytes())?;
        }
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
