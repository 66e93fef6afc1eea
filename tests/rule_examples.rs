//! Every rule is tested by its own examples, each with that rule alone.

#![allow(clippy::expect_used)]

use doclint::rule::{RuleSet, verdicts};

include!(concat!(env!("OUT_DIR"), "/rule_tests.rs"));

fn examples_are_sound(id: &str) {
    let rules = RuleSet::builtin().expect("the rules that doclint carries are sound");
    let rule = rules.get(id).expect("every rule file is a rule");
    let examples = rule.examples().expect("the examples are well written");
    assert!(
        examples.pass.len() >= 2,
        "{id} wants two sound examples, one of them a near miss"
    );
    assert!(!examples.fail.is_empty(), "{id} wants a faulty example");
    let unsound: Vec<_> = verdicts(rule)
        .expect("the examples are well written")
        .into_iter()
        .filter(|(_, verdict)| !verdict.is_sound())
        .collect();
    assert!(unsound.is_empty(), "{id}: {unsound:#?}");
}
