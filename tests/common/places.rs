//! Every place that comes of reading and checking a text, and that it lies in the text.

use doclint::document::Document;
use doclint::field::{Lookup, Node, fields_of, scopes};
use doclint::finding::Finding;
use doclint::source::{Source, Span};

/// Fails when a place of the document, of a finding or of any field is out of the text or inside a
/// character.
pub fn all_lie_within(source: &Source, document: &Document, findings: &[Finding]) {
    let text = source.text();
    for span in spans(&format!("{document:?}")) {
        lies_within(text, span, "the document");
    }
    for finding in findings {
        for label in finding.labels() {
            lies_within(text, label.span, &finding.rule);
        }
        for edit in finding.fix.iter().flat_map(|fix| &fix.edits) {
            lies_within(text, edit.span, &finding.rule);
        }
    }
    answers(source, document);
}

/// Asks for every field of every node, also those that no rule names.
fn answers(source: &Source, document: &Document) {
    for node in Node::ALL {
        for scope in scopes(source, document, node) {
            for field in fields_of(node) {
                match (field.get)(&scope) {
                    Lookup::Found(found) => {
                        for found in found {
                            lies_within(source.text(), found.span, field.name);
                        }
                    }
                    Lookup::Absent(absence) => {
                        lies_within(source.text(), absence.at, field.name);
                        lies_within(source.text(), absence.searched, field.name);
                    }
                    Lookup::NotApplicable => {}
                }
            }
        }
    }
}

/// Every span of a value, found in how it is shown, so that none is forgotten.
fn spans(shown: &str) -> impl Iterator<Item = Span> {
    shown.split("Span { start: ").skip(1).filter_map(|rest| {
        let (start, rest) = rest.split_once(", end: ")?;
        let (end, _) = rest.split_once(" }")?;
        Some(Span::new(start.parse().ok()?, end.parse().ok()?))
    })
}

/// Fails when a span is out of the text or inside a character.
pub fn lies_within(text: &str, span: Span, whose: &str) {
    assert!(
        span.start <= span.end && text.get(span.start..span.end).is_some(),
        "{whose}: {span:?} of {} bytes",
        text.len()
    );
}
