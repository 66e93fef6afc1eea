//! A specimen can be cut off anywhere, and line ends are no part of what it says: texts that are
//! gone through one by one. Those that are made up are in `properties`.

// The helpers of tests are tests too: what fails in them fails the test.
#![allow(clippy::unwrap_used)]

mod common;

use std::sync::LazyLock;

use common::{checked, places, seeds, told};
use doclint::rule::RuleSet;
use doclint::source::Source;

static RULES: LazyLock<RuleSet> = LazyLock::new(|| RuleSet::builtin().unwrap());

/// Each specimen is cut after every character where the program is fast, and after every so many
/// where it is built for finding faults in it.
const STRIDE: usize = if cfg!(debug_assertions) { 23 } else { 1 };

/// Shows the text that a test fails on.
struct Shown<'t>(&'t str);

impl Drop for Shown<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("the text: {:?}", self.0);
        }
    }
}

/// Reads and checks a text, and looks at every place that comes of it.
fn holds(text: &str) {
    let _shown = Shown(text);
    let source = Source::new("text", text);
    let document = doclint::read(&source);
    let findings = RULES.check(&source, &document);
    places::all_lie_within(&source, &document, &findings);
}

#[test]
fn a_specimen_can_end_anywhere() {
    for (start, (_, text)) in seeds().iter().enumerate() {
        let cuts = text.char_indices().map(|(offset, _)| offset);
        for end in cuts.skip(start % STRIDE).step_by(STRIDE) {
            holds(&text[..end]);
        }
        holds(text);
    }
}

#[test]
fn line_ends_and_marks_of_byte_order_change_no_finding() {
    for (name, text) in seeds() {
        let found = |text: &str| -> Vec<String> {
            holds(text);
            let checked = checked(text);
            let findings = checked.findings.iter();
            findings
                .map(|finding| told(&checked.source, finding))
                .collect()
        };
        let plain = found(&text);
        assert_eq!(found(&text.replace('\n', "\r\n")), plain, "{name}");
        assert_eq!(found(&format!("\u{feff}{text}")), plain, "{name}");
    }
}
