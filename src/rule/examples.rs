//! Examples: short documents that a rule passes or fails. They are the rule's tests and its
//! documentation; each is checked with that rule alone.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Rule;
use crate::finding::Finding;
use crate::grammar::text::one_line;
use crate::mistake::Mistake;
use crate::repository::{Card, Repository, Wanted};
use crate::source::{Source, Span};

/// The examples of a rule.
#[derive(Clone, Debug)]
pub struct Examples {
    /// The rule file.
    pub file: Arc<Source>,
    /// Sound documents, near misses among them.
    pub pass: Vec<Example>,
    /// Faulty ones.
    pub fail: Vec<Example>,
}

/// One short document, or several that are compared with each other.
#[derive(Clone, Debug)]
pub struct Example {
    /// What it shows.
    pub name: String,
    /// Where that stands, in bytes of the rule file.
    pub place: Span,
    /// The documents; most examples have one.
    pub files: Vec<ExampleFile>,
    /// What the rule finds in it; empty for a sound one.
    pub expect: Vec<Expectation>,
}

/// A document of an example.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[schemars(inline)]
#[serde(deny_unknown_fields)]
pub struct ExampleFile {
    /// The path of the file.
    pub name: String,
    /// The document.
    pub text: String,
}

impl ExampleFile {
    /// The only document of an example.
    pub(super) fn alone(text: String) -> Self {
        Self {
            name: "example".to_owned(),
            text,
        }
    }
}

impl Example {
    /// The text of the document, of several the first.
    pub fn text(&self) -> &str {
        self.files.first().map_or("", |file| &file.text)
    }

    /// The documents as sources.
    pub fn sources(&self) -> Vec<Arc<Source>> {
        let files = self.files.iter();
        files
            .map(|file| Arc::new(Source::new(file.name.as_str(), file.text.as_str())))
            .collect()
    }

    /// The documents as a repository, by path, and the texts in the order of their cards.
    pub fn repository(&self) -> (Repository, Vec<Arc<Source>>) {
        let wanted = Wanted {
            text: true,
            citations: true,
        };
        let mut sources = self.sources();
        let cards = sources.iter();
        let cards = cards.filter_map(|source| Card::of(source, &crate::read(source), wanted));
        let repository = Repository::new(cards.collect(), true);
        let named = |name: &str| sources.iter().find(|source| source.name() == name).cloned();
        let cards = repository.cards.iter();
        sources = cards.filter_map(|card| named(&card.file)).collect();
        (repository, sources)
    }
}

/// A finding that an example must give.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[schemars(inline)]
#[serde(deny_unknown_fields)]
pub struct Expectation {
    /// The file, where there are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The line of the words at fault, counted from 1.
    #[schemars(range(min = 1))]
    pub line: usize,
    /// Those words, on one line.
    pub text: Option<String>,
    /// The message.
    pub message: Option<String>,
}

/// A finding that an example gave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Came {
    /// The file, where there are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The line of the words at fault, counted from 1.
    pub line: usize,
    /// Those words, on one line.
    pub text: String,
    /// The message.
    pub message: String,
}

/// What is to be said of an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// A sound document without a finding.
    Silent,
    /// A faulty document with just the findings expected.
    Found,
    /// A faulty document with a finding on another line than the one expected.
    WrongPlace,
    /// A faulty document with a finding on the line expected, with other words.
    WrongWords,
    /// A faulty document without a finding expected.
    Missing,
    /// A finding that is not expected.
    Noisy,
}

impl Verdict {
    /// Whether it is as it should be.
    pub const fn is_sound(self) -> bool {
        matches!(self, Self::Silent | Self::Found)
    }

    /// The verdict in words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Silent => "silent",
            Self::Found => "found",
            Self::WrongPlace => "wrong place",
            Self::WrongWords => "wrong words",
            Self::Missing => "missing",
            Self::Noisy => "noisy",
        }
    }
}

/// What came of an example.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Judged {
    /// What the example shows.
    pub name: String,
    /// The line of that name in the rule file, counted from 1.
    pub line: usize,
    /// What is to be said of it.
    pub verdict: Verdict,
    /// The findings that it must give.
    pub expected: Vec<Expectation>,
    /// Those that it gave.
    pub came: Vec<Came>,
}

/// What came of the examples of a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tested {
    /// The rule's id.
    pub rule: String,
    /// Its part.
    pub part: String,
    /// The name of its file.
    pub file: String,
    /// The sound documents, in the order of the file.
    pub pass: Vec<Judged>,
    /// The faulty ones, in the order of the file.
    pub fail: Vec<Judged>,
}

impl Tested {
    /// Checks every example of a rule with that rule alone.
    ///
    /// # Errors
    /// The mistakes in the examples' part of the rule file.
    pub fn of(rule: &Rule) -> Result<Self, Vec<Mistake>> {
        let examples = rule.examples()?;
        let judged = |all: &[Example]| {
            all.iter()
                .map(|example| Judged {
                    line: examples.file.position(example.place.start).line,
                    ..judged(rule, example)
                })
                .collect()
        };
        Ok(Self {
            rule: rule.id.clone(),
            part: rule.part.clone(),
            file: examples.file.name().to_owned(),
            pass: judged(&examples.pass),
            fail: judged(&examples.fail),
        })
    }

    /// The examples that are not as they should be, in the order of the file.
    pub fn wrong(&self) -> impl Iterator<Item = &Judged> {
        let all = self.pass.iter().chain(&self.fail);
        all.filter(|judged| !judged.verdict.is_sound())
    }

    /// The kinds of example that there are none of. Without a faulty one nothing shows that the
    /// rule speaks, without a sound one nothing shows that it can be silent.
    pub fn lacks(&self) -> Vec<&'static str> {
        let kinds = [("[[pass]]", &self.pass), ("[[fail]]", &self.fail)];
        let empty = kinds
            .into_iter()
            .filter(|(_, examples)| examples.is_empty());
        empty.map(|(kind, _)| kind).collect()
    }

    /// How many things are wrong.
    pub fn faults(&self) -> usize {
        self.wrong().count() + self.lacks().len()
    }
}

impl Rule {
    /// What it finds in an example: each finding with the text that it stands in.
    pub fn found(&self, example: &Example) -> Vec<(Arc<Source>, Finding)> {
        if self.node.is_across_files() {
            let (repository, sources) = example.repository();
            let faults = self.check_across(&repository).into_iter();
            let source = |record: usize| Arc::clone(&sources[record]);
            return faults
                .map(|fault| (source(fault.record), fault.settled(source)))
                .collect();
        }
        let sources = example.sources().into_iter();
        sources
            .flat_map(|source| {
                let findings = self.check(&source, &crate::read(&source)).into_iter();
                findings.map(move |finding| (Arc::clone(&source), finding))
            })
            .collect()
    }
}

fn judged(rule: &Rule, example: &Example) -> Judged {
    let has_several = example.files.len() > 1;
    let came: Vec<Came> = rule
        .found(example)
        .iter()
        .map(|(source, finding)| Came::of(source, finding, has_several))
        .collect();
    Judged {
        name: example.name.clone(),
        line: 0,
        verdict: verdict(&example.expect, &came),
        expected: example.expect.clone(),
        came,
    }
}

fn verdict(expected: &[Expectation], came: &[Came]) -> Verdict {
    if expected.is_empty() {
        return match came {
            [] => Verdict::Silent,
            _ => Verdict::Noisy,
        };
    }
    // Each expectation is met by a finding of its own.
    let mut left: Vec<&Came> = came.iter().collect();
    let unmet: Vec<&Expectation> = expected
        .iter()
        .filter(|expected| {
            let met = left.iter().position(|came| expected.is_met_by(came));
            met.map(|place| left.remove(place)).is_none()
        })
        .collect();
    let same_line = |came: &&Came| unmet.iter().any(|expected| expected.line == came.line);
    match (unmet.is_empty(), left.is_empty()) {
        (true, true) => Verdict::Found,
        (true, false) => Verdict::Noisy,
        (false, true) => Verdict::Missing,
        (false, false) if left.iter().any(same_line) => Verdict::WrongWords,
        (false, false) => Verdict::WrongPlace,
    }
}

impl Expectation {
    fn is_met_by(&self, came: &Came) -> bool {
        let same =
            |wanted: &Option<String>, is: &str| wanted.as_ref().is_none_or(|wanted| wanted == is);
        let same_file = self.file.is_none() || self.file == came.file;
        same_file
            && self.line == came.line
            && same(&self.text, &came.text)
            && same(&self.message, &came.message)
    }
}

impl Came {
    fn of(source: &Source, finding: &Finding, has_several: bool) -> Self {
        let span = finding.primary.span;
        Self {
            file: has_several.then(|| source.name().to_owned()),
            line: source.position(span.start).line,
            text: one_line(source.slice(span)),
            message: finding.message.clone(),
        }
    }
}
