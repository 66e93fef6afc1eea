//! Rules: each is one TOML file that says what must hold, why, how grave a breach is, what to say,
//! and shows by examples what it means.

use std::sync::Arc;

use crate::check::{Breach, Check, Named, Place};
use crate::document::Document;
use crate::field::{Node, scopes};
use crate::finding::{Edit, Finding, Fix, Label, Severity};
use crate::mistake::Mistake;
use crate::source::{Source, Span};

mod about;
mod across;
mod condition;
mod examples;
mod file;
mod keys;
mod set;
mod syntax;
mod template;
#[cfg(test)]
mod tests;

use condition::Condition;

pub use across::Fault;
pub use examples::{Came, Example, ExampleFile, Examples, Expectation, Judged, Tested, Verdict};
pub(crate) use keys::RuleFile;
pub use set::RuleSet;
pub use template::Template;

/// A rule that has been read and found sound.
#[derive(Debug)]
pub struct Rule {
    /// The stem of its file.
    pub id: String,
    /// The folder of its file: masthead, letter, annex, …
    pub part: String,
    /// What is wrong when it is broken, in a line.
    pub title: String,
    /// How grave that is.
    pub severity: Severity,
    /// Whether it is used: some rules are used only when they are asked for by name.
    pub is_on: bool,
    /// Why it matters.
    pub why: String,
    /// Who says so.
    pub authority: Option<String>,
    /// What it looks at, one at a time.
    pub node: Node,
    when: Vec<Condition>,
    check: Check,
    message: Template,
    help: Template,
    labels: Vec<(String, Template)>,
    fix: Option<FixRule>,
    examples: ExampleText,
}

/// Where a rule's examples are; they are not read to check a document.
#[derive(Debug)]
enum ExampleText {
    /// In the rule's file.
    File(Arc<Source>),
    /// In the program: the file's name and its whole text.
    Carried(String, &'static str),
}

/// What to replace, with what, and whether that is certain.
#[derive(Debug)]
struct FixRule {
    replace: Named,
    with: Template,
    safe: bool,
}

impl Rule {
    /// The rule of a file. `id` and `part` are the names of the file and its folder.
    ///
    /// # Errors
    /// Every mistake in the file, with its place.
    pub fn parse(id: &str, part: &str, file: Arc<Source>) -> Result<Self, Vec<Mistake>> {
        file::parse(id, part, file, false)
    }

    /// A rule that doclint carries: what is slow to look into has been by its tests.
    fn carried(id: &str, part: &str, head: Arc<Source>) -> Result<Self, Vec<Mistake>> {
        file::parse(id, part, head, true)
    }

    /// Every breach of this rule in a document, in reading order.
    pub fn check(&self, source: &Source, document: &Document) -> Vec<Finding> {
        // Of a text that is no document, only that is said.
        if !document.has_layout() && self.node != Node::Document {
            return Vec::new();
        }
        let nodes = scopes(source, document, self.node)
            .filter(|scope| self.when.iter().all(|condition| condition.holds(scope)));
        let breaches = self.check.breaches(nodes);
        breaches.iter().map(|breach| self.finding(breach)).collect()
    }

    fn finding(&self, breach: &Breach<'_>) -> Finding {
        let label = |place: &Place<'_>| self.label(place, breach);
        Finding {
            rule: self.id.clone(),
            severity: self.severity,
            message: self.message.render(breach),
            help: self.help.render(breach),
            primary: label(&breach.primary),
            others: breach.others.iter().map(label).collect(),
            related: Vec::new(),
            fix: self.fix.as_ref().and_then(|fix| fix.of(breach)),
        }
    }

    fn label(&self, place: &Place<'_>, breach: &Breach<'_>) -> Label {
        let template = self.labels.iter().find(|(path, _)| *path == place.path);
        Label {
            span: place.span,
            message: template.map_or_else(String::new, |(_, words)| words.render_at(place, breach)),
        }
    }

    /// What it looks at, in words: `each annex: heading.dated, title.dated`, `the masthead: …`.
    pub fn looks_at(&self) -> String {
        format!("{}: {}", self.sight(), self.check.paths().join(", "))
    }

    /// The node it looks at, in words: `each annex`, `the masthead`.
    pub fn sight(&self) -> String {
        match self.node {
            Node::Record => "each document of the repository".to_owned(),
            Node::Family => {
                "each family of documents: a base symbol with its addenda, corrigenda, \
                             revisions"
                    .to_owned()
            }
            Node::Versions => "the language versions of each symbol".to_owned(),
            Node::Reference => "each symbol cited".to_owned(),
            node if node.is_singular() => format!("the {}", node.name()),
            node => format!("each {}", node.name()),
        }
    }

    /// Its examples.
    ///
    /// # Errors
    /// Every mistake in them, with its place.
    pub fn examples(&self) -> Result<Examples, Vec<Mistake>> {
        match &self.examples {
            ExampleText::File(source) => file::examples(source),
            ExampleText::Carried(name, text) => {
                file::examples(&Arc::new(Source::new(name.as_str(), *text)))
            }
        }
    }
}

impl FixRule {
    /// The words that are replaced are those of the finding.
    fn of(&self, breach: &Breach<'_>) -> Option<Fix> {
        let values = self.replace.values(&breach.primary.scope);
        let places = [&breach.primary].into_iter().chain(&breach.others);
        let at_fault: Vec<Span> = places
            .filter(|place| place.path == self.replace.path)
            .map(|place| place.span)
            .collect();
        let span = values
            .iter()
            .map(|found| found.span)
            .find(|span| at_fault.contains(span))?;
        // A value that is not there is no replacement.
        let text = self.with.render_whole(breach)?;
        Some(Fix {
            safe: self.safe,
            edits: vec![Edit { span, text }],
        })
    }
}
