//! The rules of a run: doclint's own and the user's.

use std::path::Path;
use std::sync::Arc;

use super::{ExampleText, Rule};
use crate::document::Document;
use crate::finding::{Finding, Severity};
use crate::mistake::{Mistake, nearest};
use crate::source::{Source, Span};

/// A rule file that the program carries.
struct Builtin {
    part: &'static str,
    id: &'static str,
    text: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/builtin_rules.rs"));

/// The parts in the order in which a document has them; parts of the user's own follow.
const PARTS: [&str; 7] = [
    "masthead",
    "letter",
    "annex",
    "signature",
    "footer",
    "text",
    "repository",
];

/// The rules of a run, by part and id.
#[derive(Debug, Default)]
pub struct RuleSet {
    rules: Vec<Rule>,
}

impl RuleSet {
    /// The rules that doclint carries.
    ///
    /// # Errors
    /// The mistakes in them; the tests see to it that there are none.
    pub fn builtin() -> Result<Self, Vec<Mistake>> {
        let mut set = Self::default();
        let mut mistakes = Vec::new();
        for rule in BUILTIN {
            let name = format!("rules/{}/{}.toml", rule.part, rule.id);
            let head = Arc::new(Source::new(name.as_str(), super::file::head(rule.text)));
            match Rule::carried(rule.id, rule.part, head) {
                Ok(mut parsed) => {
                    parsed.examples = ExampleText::Carried(name, rule.text);
                    set.rules.push(parsed);
                }
                Err(found) => mistakes.extend(found),
            }
        }
        if !mistakes.is_empty() {
            return Err(mistakes);
        }
        set.sort();
        Ok(set)
    }

    /// No rules.
    pub fn empty() -> Self {
        Self::default()
    }

    /// Adds a rule file of the user's: its id is the file's stem, its part the folder's name.
    ///
    /// # Errors
    /// Every mistake in the file; an id that a rule has already is one.
    pub fn add(&mut self, source: Source) -> Result<(), Vec<Mistake>> {
        let path = Path::new(source.name()).to_owned();
        let id = path
            .file_stem()
            .and_then(|stem| stem.to_str())
            .unwrap_or_default();
        let part = path
            .parent()
            .and_then(Path::file_name)
            .and_then(|name| name.to_str())
            .unwrap_or("own");
        let source = Arc::new(source);
        if let Some(known) = self.get(id) {
            return Err(vec![taken(known, source)]);
        }
        let rule = Rule::parse(id, part, source)?;
        self.rules.push(rule);
        self.sort();
        Ok(())
    }

    fn sort(&mut self) {
        let place = |rule: &Rule| {
            PARTS
                .iter()
                .position(|part| *part == rule.part)
                .unwrap_or(PARTS.len())
        };
        self.rules.sort_by(|one, other| {
            (place(one), &one.part, &one.id).cmp(&(place(other), &other.part, &other.id))
        });
    }

    /// The rules, by part, then id.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        self.rules.iter()
    }

    /// The ids of the rules, in their order.
    pub fn ids(&self) -> Vec<String> {
        self.rules().map(|rule| rule.id.clone()).collect()
    }

    /// The rule of an id.
    pub fn get(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == id)
    }

    /// Whether an id is a rule's or a part's.
    pub fn knows(&self, id: &str) -> bool {
        self.rules
            .iter()
            .any(|rule| rule.id == id || rule.part == id)
    }

    /// The id or part that was probably meant.
    pub fn nearest(&self, id: &str) -> Option<&str> {
        nearest(
            id,
            self.rules
                .iter()
                .flat_map(|rule| [rule.id.as_str(), rule.part.as_str()]),
        )
    }

    /// The rules that are used, by part, then id.
    pub fn in_use(&self) -> impl Iterator<Item = &Rule> {
        self.rules.iter().filter(|rule| rule.is_on)
    }

    /// Keeps the rules that have a level, and makes them as grave as that: these are used.
    pub fn tune(&mut self, level: impl Fn(&Rule) -> Option<Severity>) {
        self.rules.retain_mut(|rule| match level(rule) {
            Some(severity) => {
                rule.severity = severity;
                rule.is_on = true;
                true
            }
            None => false,
        });
    }

    /// Every finding in a document, by place, then by rule.
    pub fn check(&self, source: &Source, document: &Document) -> Vec<Finding> {
        let mut findings: Vec<Finding> = self
            .in_use()
            .flat_map(|rule| rule.check(source, document))
            .collect();
        findings.sort_by(|one, other| {
            (one.primary.span, &one.rule).cmp(&(other.primary.span, &other.rule))
        });
        findings
    }
}

/// That a rule of this name is there already.
fn taken(known: &Rule, source: Arc<Source>) -> Mistake {
    let id = &known.id;
    let (message, help) = match &known.examples {
        ExampleText::Carried(..) => (
            format!("doclint has a rule `{id}` of its own, which no file replaces"),
            format!(
                "give this file another name; to make doclint's rule graver or milder, write \
                 {id} = \"advice\" under [severity] in doclint.toml, and to leave it out, \
                 ignore = [\"{id}\"]"
            ),
        ),
        ExampleText::File(other) => (
            format!("there is a rule `{id}` already, in {}", other.name()),
            "give one of the two files another name".to_owned(),
        ),
    };
    Mistake {
        source,
        span: Span::empty(0),
        message,
        help: Some(help),
    }
}
