//! Examples: short documents that a rule passes or fails. They are the rule's tests and its
//! documentation; each is checked with that rule alone.

use serde::Deserialize;

use super::Rule;
use crate::finding::Finding;
use crate::grammar::text::one_line;
use crate::mistake::Mistake;
use crate::source::Source;

/// The examples of a rule.
#[derive(Clone, Debug, Default)]
pub struct Examples {
    /// Sound documents, near misses among them.
    pub pass: Vec<Example>,
    /// Faulty ones.
    pub fail: Vec<Example>,
}

/// One short document.
#[derive(Clone, Debug)]
pub struct Example {
    /// What it shows.
    pub name: String,
    /// The document.
    pub text: String,
    /// What the rule finds in it; empty for a sound one.
    pub expect: Vec<Expectation>,
}

/// A finding that an example must give.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expectation {
    /// The line of the words at fault, from 1.
    pub line: usize,
    /// Those words, on one line.
    pub text: Option<String>,
    /// The message.
    pub message: Option<String>,
}

/// What came of an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// A sound document without a finding.
    Silent,
    /// A faulty document with just the findings expected.
    Found,
    /// A faulty document with a finding at another place or with another message.
    Wrong(Vec<String>),
    /// A faulty document without the finding expected.
    Missing,
    /// A finding that is not expected.
    Noisy(Vec<String>),
}

impl Verdict {
    /// Whether it is as it should be.
    pub const fn is_sound(&self) -> bool {
        matches!(self, Self::Silent | Self::Found)
    }
}

/// The verdict on every example of a rule, with the example's name.
///
/// # Errors
/// The mistakes in the examples' part of the rule file.
pub fn verdicts(rule: &Rule) -> Result<Vec<(String, Verdict)>, Vec<Mistake>> {
    let examples = rule.examples()?;
    let all = examples.pass.into_iter().chain(examples.fail);
    Ok(all
        .map(|example| (example.name.clone(), verdict(rule, &example)))
        .collect())
}

fn verdict(rule: &Rule, example: &Example) -> Verdict {
    let source = Source::new("example", example.text.as_str());
    let document = crate::read(&source);
    let findings = rule.check(&source, &document);
    let said = || {
        findings
            .iter()
            .map(|finding| describe(&source, finding))
            .collect::<Vec<_>>()
    };
    if example.expect.is_empty() {
        return if findings.is_empty() {
            Verdict::Silent
        } else {
            Verdict::Noisy(said())
        };
    }
    // Each expectation is met by a finding of its own.
    let mut left: Vec<&Finding> = findings.iter().collect();
    let mut met = |expected: &Expectation| {
        left.iter()
            .position(|finding| expected.meets(&source, finding))
            .map(|place| left.remove(place))
            .is_some()
    };
    if findings.is_empty() {
        Verdict::Missing
    } else if !example.expect.iter().all(&mut met) {
        Verdict::Wrong(said())
    } else if findings.len() > example.expect.len() {
        Verdict::Noisy(said())
    } else {
        Verdict::Found
    }
}

impl Expectation {
    fn meets(&self, source: &Source, finding: &Finding) -> bool {
        let span = finding.primary.span;
        source.position(span.start).line == self.line
            && self
                .text
                .as_ref()
                .is_none_or(|text| *text == one_line(source.slice(span)))
            && self
                .message
                .as_ref()
                .is_none_or(|message| *message == finding.message)
    }
}

fn describe(source: &Source, finding: &Finding) -> String {
    let span = finding.primary.span;
    format!(
        "line {}, {:?}: {}",
        source.position(span.start).line,
        one_line(source.slice(span)),
        finding.message
    )
}
