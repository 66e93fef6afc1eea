//! The whole way from text to findings: every label lies in the text.

#![no_main]

use std::sync::LazyLock;

use doclint::rule::RuleSet;
use doclint::source::Source;
use libfuzzer_sys::fuzz_target;

static RULES: LazyLock<RuleSet> =
    LazyLock::new(|| RuleSet::builtin().expect("the rules that doclint carries are sound"));

fuzz_target!(|text: &str| {
    let checked = doclint::check(Source::new("text", text), &RULES, RULES.wanted());
    for finding in &checked.findings {
        for label in finding.labels() {
            let words = text.get(label.span.start..label.span.end);
            assert!(words.is_some(), "{}: {:?}", finding.rule, label.span);
        }
    }
});
