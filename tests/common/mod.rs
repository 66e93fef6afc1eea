//! What several tests share: the specimens, and findings in a form that can be written down.

// Each test is a program of its own and uses a part of this.
#![allow(dead_code)]
// The helpers of tests are tests too: what fails in them fails the test.
#![allow(clippy::unwrap_used)]

pub mod places;
pub mod program;

use std::fs;
use std::path::Path;

use doclint::Checked;
use doclint::finding::Finding;
use doclint::rule::RuleSet;
use doclint::source::{Source, Span};

/// Every file below seeds/, by its path from there, with its text; in the order of the paths.
pub fn seeds() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(&root).unwrap().to_str().unwrap();
                let text = fs::read_to_string(&path).unwrap();
                found.push((name.replace('\\', "/"), text));
            }
        }
    }
    found.sort();
    found
}

/// The text of one specimen.
pub fn seed(name: &str) -> String {
    let mut seeds = seeds().into_iter();
    let (_, text) = seeds.find(|(known, _)| known == name).unwrap();
    text
}

/// Whether there are changes since the last version. A new rule is one file; what is told and shown
/// of it elsewhere may wait for the next version.
pub fn is_between_versions() -> bool {
    include_str!("../../CHANGELOG.md").contains("\n## Unreleased\n")
}

/// A text checked against the rules that doclint carries.
pub fn checked(text: &str) -> Checked {
    doclint::check(
        Source::new("text", text),
        &RuleSet::builtin().unwrap(),
        None,
    )
}

/// The words of a span, on one line.
pub fn words(source: &Source, span: Span) -> String {
    let words: Vec<&str> = source.slice(span).split_whitespace().collect();
    words.join(" ")
}

/// A finding in a line: where, which rule, which words, what is said.
pub fn told(source: &Source, finding: &Finding) -> String {
    let span = finding.primary.span;
    format!(
        "{}: {}[{}] {:?}: {}",
        source.position(span.start).line,
        finding.severity.name(),
        finding.rule,
        words(source, span),
        finding.message
    )
}
