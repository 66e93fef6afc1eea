//! A rule as a page: what it says, why, what it asks, an example of the fault as it is found, near
//! misses, and how to change it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::list::{Entry, colour_of, off};
use super::text::{BOLD, DIM, item, item_in};
use crate::finding::Severity;
use crate::mistake::Mistake;
use crate::report::{Look, cut, draw_finding, plain, wrap};
use crate::rule::{Example, ExampleFile, Rule};
use crate::schema::kinds;
use crate::source::{Source, Span};

/// The most lines of a near miss that are shown.
const MOST_LINES: usize = 6;
/// When more lines than this are new, the near miss is another document altogether.
const MOST_NEW: usize = 4;

/// A rule as a page.
#[derive(Debug)]
pub struct Page<'r> {
    rule: &'r Rule,
    question: String,
    parameters: Vec<(String, String)>,
    /// The first faulty example.
    fault: Option<Example>,
    near_misses: Vec<NearMiss>,
}

/// A sound example, with the lines of it that matter.
#[derive(Debug, Serialize)]
struct NearMiss {
    name: String,
    lines: Vec<Line>,
}

#[derive(Debug, Serialize)]
struct Line {
    /// Counted from 1.
    line: usize,
    text: String,
}

impl<'r> Page<'r> {
    /// The page of a rule.
    ///
    /// # Errors
    /// The mistakes in its examples.
    pub fn of(rule: &'r Rule) -> Result<Self, Vec<Mistake>> {
        let examples = rule.examples()?;
        let fault = examples.fail.into_iter().next();
        let kind = kinds().into_iter().find(|kind| kind.name == rule.kind());
        let misses = examples.pass.iter();
        Ok(Self {
            rule,
            question: kind.map_or_else(String::new, |kind| first_question(&kind.question)),
            parameters: rule.parameters(),
            near_misses: misses
                .map(|example| NearMiss::of(rule, example, fault.as_ref()))
                .collect(),
            fault,
        })
    }

    /// What the rule says and asks, in words: a name and words for each.
    fn facts(&self) -> Vec<(&'static str, String)> {
        let rule = self.rule;
        let mut facts = vec![
            (
                "severity",
                format!("{}{}", rule.severity.name(), off(rule.is_on)),
            ),
            ("why", rule.why.clone()),
        ];
        facts.extend(rule.authority.clone().map(|words| ("authority", words)));
        facts.push(("looks at", rule.sight()));
        for (field, values) in rule.conditions() {
            facts.push(("when", format!("{field} is {}", one_of(values))));
        }
        facts.push(("asks", format!("{} ({})", self.question, rule.kind())));
        for (field, about) in rule.fields() {
            facts.push(("", format!("{field}: {about}")));
        }
        for (name, value) in &self.parameters {
            facts.push(("", format!("{name} = {value}")));
        }
        facts
    }

    /// What is found in the first faulty example, drawn.
    fn drawn(&self, look: Look) -> String {
        let Some(example) = &self.fault else {
            return String::new();
        };
        let found = self.rule.found(example);
        let drawn = found
            .iter()
            .map(|(source, finding)| draw_finding(source, finding, look));
        drawn.collect()
    }

    /// For a terminal.
    pub fn text(&self, look: Look) -> String {
        let rule = self.rule;
        let heading = wrap(&plain(&rule.title), look.width);
        let mut page = format!(
            "{}\n{}, {}\n\n",
            look.paint(BOLD, &heading),
            plain(&rule.id),
            plain(&rule.part)
        );
        for (name, words) in self.facts() {
            let beginning = look.paint(BOLD, &format!("  {name:9}  "));
            let words = match name {
                "severity" => look.paint(colour_of(rule.severity), &words),
                _ => {
                    page.push_str(&item_in(&beginning, 13, &words, look.width));
                    continue;
                }
            };
            page.push_str(&format!("{beginning}{words}\n"));
        }
        if let Some(example) = &self.fault {
            page.push('\n');
            page.push_str(&item("Example: ", &example.name, look.width));
            page.push('\n');
            page.push_str(&self.drawn(look));
        }
        if !self.near_misses.is_empty() {
            page.push_str("\nNo fault:\n");
        }
        for miss in &self.near_misses {
            page.push_str(&item("  - ", &miss.name, look.width));
            for line in &miss.lines {
                let gutter = look.paint(DIM, &format!("    {:>4} │", line.line));
                let text = cut(&line.text, look.width.saturating_sub(12)).into_owned();
                page.push_str(&format!("{gutter} {text}\n"));
            }
        }
        page + "\n" + &self.changes(look.width)
    }

    /// How to change what the rule does.
    fn changes(&self, width: usize) -> String {
        match self.rule.is_on {
            true => changes(&self.rule.id, self.rule.severity, width),
            false => use_of(&self.rule.id, self.rule.severity, width),
        }
    }

    /// For documentation.
    pub fn markdown(&self) -> String {
        let rule = self.rule;
        let mut page = format!(
            "## {}\n\n`{}`, {}\n\n",
            plain(&rule.title),
            rule.id,
            plain(&rule.part)
        );
        for (name, words) in self.facts() {
            page.push_str(&match name {
                "" => format!("  - {}\n", plain(&words)),
                _ => format!("- **{name}**: {}\n", plain(&words)),
            });
        }
        if let Some(example) = &self.fault {
            let look = Look {
                colour: false,
                width: 80,
            };
            let drawn = self.drawn(look);
            let name = plain(&example.name);
            page.push_str(&format!(
                "\nExample: {name}\n\n```text\n{}\n```\n",
                drawn.trim_end()
            ));
        }
        if !self.near_misses.is_empty() {
            page.push_str("\nNo fault:\n\n");
        }
        for miss in &self.near_misses {
            page.push_str(&format!("- {}\n", plain(&miss.name)));
            if !miss.lines.is_empty() {
                let lines = miss.lines.iter();
                let lines: String = lines
                    .map(|line| format!("  {:>4} │ {}\n", line.line, line.text))
                    .collect();
                page.push_str(&format!("\n  ```text\n{lines}  ```\n\n"));
            }
        }
        let changes = self.changes(usize::MAX);
        format!("{}\n\n```text\n{changes}```\n", page.trim_end())
    }

    /// As a JSON object.
    ///
    /// # Errors
    /// None that is known of: everything in it is text and numbers.
    pub fn json(&self) -> Result<String, serde_json::Error> {
        #[derive(Serialize)]
        struct Whole<'p> {
            #[serde(flatten)]
            entry: Entry<'p>,
            question: &'p str,
            parameters: BTreeMap<&'p str, &'p str>,
            when: BTreeMap<&'p str, &'p [String]>,
            example: Option<Fault<'p>>,
            no_fault: &'p [NearMiss],
        }
        #[derive(Serialize)]
        struct Fault<'p> {
            name: &'p str,
            text: &'p str,
            #[serde(skip_serializing_if = "<[_]>::is_empty")]
            files: &'p [ExampleFile],
            findings: &'p [crate::rule::Expectation],
        }
        let whole = Whole {
            entry: Entry::of(self.rule),
            question: &self.question,
            parameters: self
                .parameters
                .iter()
                .map(|(name, value)| (name.as_str(), value.as_str()))
                .collect(),
            when: self.rule.conditions().into_iter().collect(),
            example: self.fault.as_ref().map(|example| Fault {
                name: &example.name,
                text: example.text(),
                // One document is in `text` already.
                files: example.files.get(1).map_or(&[], |_| &example.files),
                findings: &example.expect,
            }),
            no_fault: &self.near_misses,
        };
        serde_json::to_string_pretty(&whole).map(|object| object + "\n")
    }
}

/// How to change what a rule does.
pub(super) fn changes(id: &str, severity: Severity, width: usize) -> String {
    let (change, level) = match severity {
        Severity::Advice => ("graver", "warning"),
        Severity::Warning | Severity::Error => ("milder", "advice"),
    };
    let leave = format!("To leave it out: --ignore {id}, or in doclint.toml");
    let change = format!("To make it {change}: --severity {id}={level}, or there");
    format!(
        "{}  ignore = [\"{id}\"]\n{}  [severity]\n  {id} = \"{level}\"\n",
        item("", &leave, width),
        item("", &change, width)
    )
}

/// How to use a rule that is off.
fn use_of(id: &str, severity: Severity, width: usize) -> String {
    format!(
        "{}  [severity]\n  {id} = \"{}\"\n",
        item(
            "",
            &format!("To use it: --select {id}, or in doclint.toml"),
            width
        ),
        severity.name()
    )
}

impl NearMiss {
    /// The lines that matter are those that the rule looks at and, where they are few, those that
    /// the faulty example has not got; without either, those that the rule's conditions look at, or
    /// the first that are new.
    fn of(rule: &Rule, example: &Example, fault: Option<&Example>) -> Self {
        // What matters of several documents is in no line of one of them.
        if rule.node.is_across_files() {
            return Self {
                name: example.name.clone(),
                lines: Vec::new(),
            };
        }
        let source = Source::new("example", example.text());
        let document = crate::read(&source);
        let lines_of = |spans: Vec<Span>| -> Vec<usize> {
            let spans = spans.into_iter().filter(|span| !span.is_empty());
            let lines =
                |span: Span| source.position(span.start).line..=source.position(span.end).line;
            spans.flat_map(lines).collect()
        };
        let known: Vec<&str> = fault.map_or(Vec::new(), |fault| fault.text().lines().collect());
        let all = example.text().lines().enumerate();
        let new = all.filter(|(_, line)| !line.trim().is_empty() && !known.contains(line));
        let new: Vec<usize> = new.map(|(index, _)| index + 1).collect();
        let mut lines = lines_of(rule.looked_at(&source, &document));
        if new.len() <= MOST_NEW {
            lines.extend(&new);
        }
        if lines.is_empty() {
            lines = lines_of(rule.conditions_met(&source, &document));
        }
        if lines.is_empty() {
            lines.extend(new.iter().take(MOST_NEW));
        }
        lines.sort_unstable();
        lines.dedup();
        let written = lines.into_iter().filter_map(|line| {
            let text = plain(source.slice(source.line(line)?))
                .trim_end()
                .to_owned();
            (!text.is_empty()).then_some(Line { line, text })
        });
        Self {
            name: example.name.clone(),
            lines: written.take(MOST_LINES).collect(),
        }
    }
}

/// `a`, `a or b`, `a, b or c`.
fn one_of(values: &[String]) -> String {
    match values.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{} or {last}", others.join(", ")),
        _ => values.concat(),
    }
}

/// The question of a kind of check without what is said beside it.
fn first_question(question: &str) -> String {
    let end = question.find('?').map_or(question.len(), |mark| mark + 1);
    question[..end].to_owned()
}
