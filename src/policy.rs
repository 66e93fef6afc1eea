//! What a user wants to hear of what was found: rules that hold for some files only, faults that
//! are allowed, faults that are known. Everything that is found passes through here.

use std::collections::BTreeMap;
use std::path::Path;

use crate::config::{Override, Settings};
use crate::discover::Located;
use crate::finding::{Finding, Severity};
use crate::rule::{Rule, RuleSet};
use crate::source::Source;
use allow::{Allows, Known};
use choice::{Choice, Named};
use known::InUse;
use notices::NOTICES;

pub use baseline::{Baseline, BaselineError, Key};
pub use choice::Typed;
pub use known::Ending;

mod allow;
mod baseline;
mod choice;
mod inline;
mod known;
pub mod notices;
mod said;

/// What a user wants to hear.
#[derive(Debug)]
pub struct Policy {
    rules: BTreeMap<String, Fact>,
    choice: Choice,
    allows: Allows,
    baseline: Option<InUse>,
}

/// What has to be known of a rule.
#[derive(Debug)]
struct Fact {
    part: String,
    severity: Severity,
    is_on: bool,
    /// Whether a fault is told by what is missing: the words are only the place.
    is_absence: bool,
    /// Whether it looks at all files of a run together.
    is_of_run: bool,
}

/// What is left of the findings in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    /// What the user hears, in order of place, then rule.
    pub findings: Vec<Finding>,
    /// How many are allowed.
    pub allowed: usize,
    /// How many the baseline holds.
    pub in_baseline: usize,
}

/// What findings are heard of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hearing {
    /// A file by itself.
    File,
    /// A file compared with the others.
    Run,
    /// A text that may never be: nothing is counted.
    Trial,
}

impl Policy {
    /// The policy of settings and of what is typed. `rules` are all rules there are.
    pub fn new(rules: &RuleSet, settings: &Settings, typed: Typed) -> Self {
        let notices = NOTICES.iter().map(|notice| {
            let fact = Fact {
                part: notices::PART.to_owned(),
                severity: notice.severity,
                is_on: true,
                is_absence: false,
                is_of_run: false,
            };
            (notice.id.to_owned(), fact)
        });
        let rules = rules.rules().map(|rule| (rule.id.clone(), Fact::of(rule)));
        Self {
            rules: notices.chain(rules).collect(),
            choice: Choice::new(settings, typed),
            allows: Allows::new(&settings.allow),
            baseline: None,
        }
    }

    /// How grave a rule is, for some file at least; `None` when none uses it.
    pub fn level(&self, rule: &Rule) -> Option<Severity> {
        self.choice.anywhere(&Named {
            id: &rule.id,
            part: &rule.part,
            severity: rule.severity,
            is_on: rule.is_on,
        })
    }

    /// What is heard of a file, with what is wrong with the allowances in it.
    pub fn of_file(&self, source: &Source, findings: Vec<Finding>) -> Heard {
        self.heard(source, findings, Hearing::File)
    }

    /// What is heard of a file when all files were compared.
    pub fn of_run(&self, source: &Source, findings: Vec<Finding>) -> Heard {
        self.heard(source, findings, Hearing::Run)
    }

    /// What would be heard of a text that a repair is tried on.
    pub fn on_trial(&self, source: &Source, findings: Vec<Finding>) -> Vec<Finding> {
        self.heard(source, findings, Hearing::Trial).findings
    }

    fn heard(&self, source: &Source, findings: Vec<Finding>, hearing: Hearing) -> Heard {
        let mut allowances = inline::allowances(source);
        let is_idle = self.choice.is_plain() && self.allows.is_empty() && self.baseline.is_none();
        if is_idle && allowances.is_empty() {
            return Heard {
                findings,
                ..Heard::default()
            };
        }
        let file = Located::of(Path::new(source.name()));
        let overrides = self.choice.overrides(&file);
        let mut findings = self.tuned(findings, &overrides);
        let found = findings.len();
        let tables = self.allows.of(&file);
        for table in &tables {
            if self.is_used(&table.allow.rule, &overrides) {
                table.meet();
            }
        }
        findings.retain(|finding| {
            let line = source.line_of(finding.primary.span.start);
            let is_inline = inline::allow(source, &mut allowances, &finding.rule, line);
            !is_inline && !allows_by_table(source, finding, &tables)
        });
        let allowed = found - findings.len();
        if hearing == Hearing::File && !allowances.is_empty() {
            let said = self.said(source, &allowances, &overrides);
            findings.extend(self.tuned(said, &overrides));
            findings.sort_by(|one, other| {
                (one.primary.span, &one.rule).cmp(&(other.primary.span, &other.rule))
            });
        }
        let left = findings.len();
        self.take_known(source, &file, &mut findings, hearing);
        Heard {
            allowed,
            in_baseline: left - findings.len(),
            findings,
        }
    }

    /// The findings of rules that are used under these overrides, as grave as they are.
    fn tuned(&self, mut findings: Vec<Finding>, overrides: &[&Override]) -> Vec<Finding> {
        findings.retain_mut(|finding| {
            let Some(fact) = self.rules.get(&finding.rule) else {
                return true;
            };
            let level = self.choice.level(&fact.named(&finding.rule), overrides);
            finding.severity = level.unwrap_or(finding.severity);
            level.is_some()
        });
        findings
    }

    fn is_used(&self, rule: &str, overrides: &[&Override]) -> bool {
        let fact = self.rules.get(rule);
        fact.is_some_and(|fact| self.choice.level(&fact.named(rule), overrides).is_some())
    }
}

impl Fact {
    fn of(rule: &Rule) -> Self {
        Self {
            part: rule.part.clone(),
            severity: rule.severity,
            is_on: rule.is_on,
            is_absence: rule.kind() == "present" && rule.node.is_singular(),
            is_of_run: rule.node.is_across_files(),
        }
    }

    fn named<'n>(&'n self, id: &'n str) -> Named<'n> {
        Named {
            id,
            part: &self.part,
            severity: self.severity,
            is_on: self.is_on,
        }
    }
}

/// Whether a table of the settings allows a finding.
fn allows_by_table(source: &Source, finding: &Finding, tables: &[&Known]) -> bool {
    if tables.is_empty() {
        return false;
    }
    let words: Vec<&str> = source
        .slice(finding.primary.span)
        .split_whitespace()
        .collect();
    let words = words.join(" ");
    let mut is_allowed = false;
    for table in tables
        .iter()
        .filter(|table| table.allows(&finding.rule, &words))
    {
        table.take();
        is_allowed = true;
    }
    is_allowed
}
