//! The examples of a rule file: when they are read, and what is said of each.

use super::{RULE, one, rule, told};
use crate::rule::{RuleSet, Tested, Verdict};

#[test]
fn a_document_is_checked_without_the_examples_being_read() {
    let broken = RULE.replace("expect = [{ line = 1 }]", "expect = [{ line = ");
    assert_eq!(rule(&broken).unwrap().id, "my-rule");
    assert!(rule(&broken).unwrap().examples().is_err());
}

#[test]
fn what_follows_the_examples_is_read_too() {
    let (rest, fix) = (RULE.find("[fix]"), RULE.find("[[pass]]"));
    let fix = &RULE[rest.unwrap()..fix.unwrap()];
    let late = |fix: &str, with: &str| RULE.replace(fix, "") + with;
    assert!(rule(&late(fix, fix)).unwrap().fix.is_some());
    let found = rule(&late(fix, "[fixes]\nsafe = true\n")).unwrap_err();
    assert_eq!(
        found.iter().map(told).collect::<Vec<_>>(),
        one("fixes", "there is no key `fixes` here")
    );
    assert!(rule(&late(fix, "")).unwrap().fix.is_none());
}

#[test]
fn keys_after_the_examples_are_not_lost_in_silence() {
    let set = RuleSet::builtin().unwrap();
    for rule in set.rules() {
        assert!(rule.examples().is_ok(), "{}", rule.id);
    }
}

#[test]
fn each_expectation_wants_a_finding_of_its_own() {
    let text = RULE
        .replace("when = { \"document.reissued\" = \"false\" }\n", "")
        .replace("each = \"annex\"", "each = \"document\"")
        .replace(
            "[check.agree]\nfields = [\"heading.dated\", \"title.dated\"]",
            "[check.present]\nfield = \"document.layout\"",
        )
        .replace("\"{heading.dated}, not {title.dated}\"", "\"nothing\"")
        .replace("labels = { \"heading.dated\" = \"the annex\" }\n", "")
        .replace(
            "[fix]\nreplace = \"heading.dated\"\nwith = \"{title.dated}\"\nsafe = false\n",
            "",
        );
    let judged = |text: &str| Tested::of(&rule(text).unwrap()).unwrap().fail[0].verdict;
    assert_eq!(judged(&text), Verdict::Found);
    let twice = text.replace("[{ line = 1 }]", "[{ line = 1 }, { line = 1 }]");
    assert_eq!(judged(&twice), Verdict::Missing);
    let elsewhere = text.replace("line = 1", "line = 2");
    assert_eq!(judged(&elsewhere), Verdict::WrongPlace);
    let otherwise = text.replace("line = 1", "line = 1, message = \"something\"");
    assert_eq!(judged(&otherwise), Verdict::WrongWords);
}

#[test]
fn examples_are_read_when_asked_for_and_must_expect_something() {
    let examples = |from: &str, to: &str| {
        let rule = rule(&RULE.replacen(from, to, 1)).unwrap();
        let found = rule.examples().unwrap_err();
        found.iter().map(told).collect::<Vec<_>>()
    };
    assert_eq!(
        examples("line = 1", "lin = 1"),
        one("lin", "there is no key `lin` here")
    );
    assert_eq!(
        examples("[{ line = 1 }]", "[]"),
        one("[]", "a faulty example says what is found in it")
    );
}
