//! Every rule is tested by its own examples, each with that rule alone.

#![allow(clippy::expect_used)]

use doclint::rule::{RuleSet, Tested};

include!(concat!(env!("OUT_DIR"), "/rule_tests.rs"));

fn examples_are_sound(id: &str) {
    let rules = RuleSet::builtin().expect("the rules that doclint carries are sound");
    let rule = rules.get(id).expect("every rule file is a rule");
    let tested = Tested::of(rule).expect("the examples are well written");
    assert!(
        tested.pass.len() >= 2,
        "{id} wants two sound examples, one of them a near miss"
    );
    assert!(!tested.fail.is_empty(), "{id} wants a faulty example");
    let unsound: Vec<_> = tested.wrong().collect();
    assert!(unsound.is_empty(), "{id}: {unsound:#?}");
}
