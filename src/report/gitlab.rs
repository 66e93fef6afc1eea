//! The code quality report of GitLab, which shows it in merge requests.

use std::io::{self, Write};

use serde_json::{Value, json};

use crate::finding::{Finding, Label, Severity};
use crate::report::fingerprint::Fingerprints;
use crate::report::stream::Stream;
use crate::report::{Context, Report, Summary, elsewhere};
use crate::source::Source;

/// The report of `--format gitlab`.
pub struct Gitlab<'c, W> {
    issues: Stream<W>,
    context: Context<'c>,
    fingerprints: Fingerprints,
}

impl<'c, W: Write> Gitlab<'c, W> {
    /// A report to `out`.
    pub fn new(out: W, context: Context<'c>) -> Self {
        Self {
            issues: Stream::new(out, ""),
            context,
            fingerprints: Fingerprints::default(),
        }
    }

    fn location(&self, source: &Source, label: &Label) -> Value {
        json!({
            "path": self.context.relative(source.name()),
            "lines": {
                "begin": source.position(label.span.start).line,
                "end": source.position(label.span.end).line,
            },
        })
    }
}

impl<W: Write> Report for Gitlab<'_, W> {
    fn file(&mut self, source: &Source, findings: &[Finding]) -> io::Result<()> {
        let name = self.context.relative(source.name());
        for finding in findings {
            let others: Value = elsewhere(source, finding)
                .map(|(source, label)| self.location(source, label))
                .collect();
            let issue = json!({
                "description": finding.message,
                "check_name": finding.rule,
                "fingerprint": self.fingerprints.of(name, source, finding),
                "severity": severity(finding.severity),
                "location": self.location(source, &finding.primary),
                "other_locations": others,
                "content": { "body": finding.help },
            });
            self.issues.add(&issue)?;
        }
        Ok(())
    }

    fn finish(&mut self, _summary: &Summary) -> io::Result<()> {
        self.issues.end("")
    }
}

/// GitLab's words; `critical` and `blocker` are left to tools that find holes.
const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "major",
        Severity::Warning => "minor",
        Severity::Advice => "info",
    }
}
