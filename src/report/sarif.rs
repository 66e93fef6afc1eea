//! SARIF 2.1.0, which code scanning services and editors read.

use std::io::{self, Write};

use serde_json::{Value, json};

use crate::finding::{Finding, Label, Severity};
use crate::report::fingerprint::Fingerprints;
use crate::report::stream::Stream;
use crate::report::{Context, Report, RuleNote, Summary, elsewhere, fix, uri};
use crate::source::{Source, Span};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";
/// Names the folder that relative file names start from; readers take it for the repository.
const ROOT: &str = "%SRCROOT%";
/// The name of our fingerprint; it changes when the same finding gets another one.
const FINGERPRINT: &str = "doclintWords/v1";

/// The report of `--format sarif`. The results come first, as they are found; the rules after them.
pub struct Sarif<'c, W> {
    results: Stream<W>,
    context: Context<'c>,
    fingerprints: Fingerprints,
    /// The rules of the run, and those that findings name besides.
    rules: Vec<(String, Value)>,
}

impl<'c, W: Write> Sarif<'c, W> {
    /// A report to `out`.
    pub fn new(out: W, context: Context<'c>) -> Self {
        let head = format!(
            "{{\"$schema\":\"{SCHEMA}\",\"version\":\"2.1.0\",\
             \"runs\":[{{\"columnKind\":\"unicodeCodePoints\",\"results\":"
        );
        let rules = context.rules.iter();
        Self {
            results: Stream::new(out, head),
            fingerprints: Fingerprints::default(),
            rules: rules
                .map(|rule| (rule.id.clone(), described(rule)))
                .collect(),
            context,
        }
    }

    /// The place of a rule in the list; a rule that the run does not know is added to it.
    fn rule_index(&mut self, finding: &Finding) -> usize {
        let known = self.rules.iter().position(|(id, _)| *id == finding.rule);
        known.unwrap_or_else(|| {
            let id = finding.rule.clone();
            self.rules.push((id, named(finding)));
            self.rules.len() - 1
        })
    }

    fn result(&mut self, source: &Source, finding: &Finding) -> Value {
        let rule_index = self.rule_index(finding);
        let name = self.context.relative(source.name());
        let fingerprint = self.fingerprints.of(name, source, finding);
        let mut result = json!({
            "ruleId": finding.rule,
            "ruleIndex": rule_index,
            "level": level(finding.severity),
            "message": { "text": finding.message },
            "locations": [self.location(source, &finding.primary)],
            "partialFingerprints": { FINGERPRINT: fingerprint },
            "properties": { "help": finding.help },
        });
        let related: Vec<Value> = elsewhere(source, finding)
            .enumerate()
            .map(|(index, (source, label))| {
                let mut location = self.location(source, label);
                location["id"] = json!(index + 1);
                location
            })
            .collect();
        if !related.is_empty() {
            result["relatedLocations"] = Value::Array(related);
        }
        if let Some(fix) = self.fix(source, finding) {
            result["fixes"] = json!([fix]);
        }
        result
    }

    fn location(&self, source: &Source, label: &Label) -> Value {
        let mut location = json!({
            "physicalLocation": {
                "artifactLocation": self.artifact(source),
                "region": region(source, label.span, true),
            },
        });
        if !label.message.is_empty() {
            location["message"] = json!({ "text": label.message });
        }
        location
    }

    fn artifact(&self, source: &Source) -> Value {
        let name = self.context.relative(source.name());
        let uri = uri::of_name(name);
        match uri::is_whole(name) {
            true => json!({ "uri": uri }),
            false => json!({ "uri": uri, "uriBaseId": ROOT }),
        }
    }

    fn fix(&self, source: &Source, finding: &Finding) -> Option<Value> {
        let fix = finding.fix.as_ref()?;
        let replacements = fix.edits.iter().map(|edit| {
            json!({
                "deletedRegion": region(source, edit.span, false),
                "insertedContent": { "text": edit.text },
            })
        });
        Some(json!({
            "description": { "text": fix::in_words(source, finding, fix) },
            "artifactChanges": [{
                "artifactLocation": self.artifact(source),
                "replacements": replacements.collect::<Value>(),
            }],
        }))
    }
}

impl<W: Write> Report for Sarif<'_, W> {
    fn file(&mut self, source: &Source, findings: &[Finding]) -> io::Result<()> {
        for finding in findings {
            let result = self.result(source, finding);
            self.results.add(&result)?;
        }
        Ok(())
    }

    fn finish(&mut self, summary: &Summary) -> io::Result<()> {
        let invocations = json!([{ "executionSuccessful": summary.unread == 0 }]);
        let rules: Value = self.rules.drain(..).map(|(_, rule)| rule).collect();
        let tool = json!({
            "driver": {
                "name": env!("CARGO_PKG_NAME"),
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            },
        });
        self.results.end(&format!(
            ",\"invocations\":{invocations},\"tool\":{tool}}}]}}"
        ))
    }
}

/// A rule of the run.
fn described(rule: &RuleNote) -> Value {
    let more = format!("doclint explain {}", rule.id);
    let authority = rule.authority.as_deref();
    let by = authority.map_or_else(String::new, |name| format!("Authority: {name}.\n\n"));
    let mut properties = json!({
        "part": rule.part,
        "tags": [rule.part],
        "problem.severity": match rule.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice => "recommendation",
        },
    });
    if let Some(authority) = authority {
        properties["authority"] = json!(authority);
    }
    json!({
        "id": rule.id,
        "shortDescription": { "text": rule.title },
        "fullDescription": { "text": rule.why },
        "help": {
            "text": format!("{}\n\n{by}More: {more}", rule.why),
            "markdown": format!("{}\n\n{by}More: `{more}`", rule.why),
        },
        "defaultConfiguration": { "level": level(rule.severity) },
        "properties": properties,
    })
}

/// A rule that is known by a finding only.
fn named(finding: &Finding) -> Value {
    json!({
        "id": finding.rule,
        "shortDescription": { "text": finding.rule },
        "help": { "text": finding.help },
        "defaultConfiguration": { "level": level(finding.severity) },
    })
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    }
}

/// Where words stand: lines and columns from 1, the end exclusive, `charOffset` from 0; all but
/// lines in characters.
fn region(source: &Source, span: Span, with_words: bool) -> Value {
    let words = source.slice(span);
    let from = source.text().floor_char_boundary(span.start);
    let start = source.position(from);
    let end = source.position(from + words.len());
    let offset = source.characters_before(from);
    let mut region = json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": offset,
        "charLength": source.characters_before(from + words.len()) - offset,
    });
    if with_words {
        region["snippet"] = json!({ "text": words });
    }
    region
}
