//! `doclint fields`: the words that rules are written with.

// The helpers of tests are tests too: what fails in them fails the test.
#![allow(clippy::unwrap_used)]

mod common;

use common::program::{Ran, doclint_on, folder};
use doclint::catalogue::words::Vocabulary;
use doclint::check::KINDS;
use doclint::field::Node;
use doclint::report::{Look, columns};
use doclint::rule::RuleSet;
use doclint::schema::kinds;

fn listed(width: usize, arguments: &[&str]) -> Ran {
    let folder = folder(&[]);
    doclint_on(width, folder.path(), arguments, "")
}

/// Without the examples of rules, so that a new rule changes no table.
#[test]
fn every_field_has_an_example_value() {
    let vocabulary = Vocabulary::of(&RuleSet::empty(), &Node::ALL).unwrap();
    let without: Vec<&str> = vocabulary.without_example().collect();
    assert_eq!(
        without,
        Vec::<&str>::new(),
        "no specimen has these fields: write them into src/catalogue/specimen.rs"
    );
}

#[test]
fn every_kind_of_check_is_described() {
    let kinds = kinds();
    let names: Vec<&str> = kinds.iter().map(|kind| kind.name.as_str()).collect();
    assert_eq!(names, KINDS);
    for kind in &kinds {
        assert!(kind.question.contains('?'), "{kind:?}");
        for parameter in &kind.parameters {
            assert!(!parameter.about.is_empty(), "{}: {parameter:?}", kind.name);
        }
    }
}

#[test]
fn on_eighty_columns_what_a_field_is_stands_under_it() {
    let ran = listed(80, &["fields", "communication"]);
    assert_eq!((ran.code, ran.error.as_str()), (Some(0), ""));
    assert_eq!(
        ran.out,
        "communication: rules with each = \"communication\" can name these
  dated      date    2023-06-21
      the date that the title gives
  sender     text    Permanent Representative of Malta to the…
      who the communication is from
  addressee  text    President of the Security Council
      to whom it is addressed

3 fields
"
    );
}

#[test]
fn on_a_wide_terminal_a_field_is_one_line() {
    let ran = listed(120, &["fields", "communication"]);
    assert_eq!(
        ran.out,
        "communication: rules with each = \"communication\" can name these
  dated      date    2023-06-21                             the date that the title gives
  sender     text    Permanent Representative of Malta to…  who the communication is from
  addressee  text    President of the Security Council      to whom it is addressed

3 fields
"
    );
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    let rules = RuleSet::builtin().unwrap();
    let vocabulary = Vocabulary::of(&rules, &Node::ALL).unwrap();
    for width in [80, 100, 120] {
        let look = Look {
            colour: false,
            width,
        };
        for line in vocabulary.table(look).lines() {
            assert!(columns(line) <= width, "{width}: {line}");
        }
    }
}

#[test]
fn the_checks_follow_the_fields() {
    let ran = listed(80, &["fields"]);
    let (_, checks) = ran.out.split_once("[check.unique]").unwrap();
    let (unique, _) = checks.split_once("\n\n").unwrap();
    assert_eq!(
        unique,
        "  Do no two nodes share the value?
  field                     The field whose value no two nodes share.
  per             optional  The field that those nodes have in common which are
                            compared with each other.
  unless          optional  The field that makes nodes one thing: those with the
                            same value of it may share the other."
    );
    let end = format!(" fields, {} kinds of check\n", KINDS.len());
    assert!(ran.out.ends_with(&end), "{}", ran.out);
}

#[test]
fn a_table_for_documentation() {
    let ran = listed(80, &["fields", "head", "--format", "markdown"]);
    assert_eq!(
        ran.out,
        "**head**

| field | holds | what it is | for example |
|---|---|---|---|
| `symbol` | symbol | a symbol printed at the top of a page | `S/2023/463` |
"
    );
}

#[test]
fn an_object_for_programs() {
    let ran = listed(80, &["fields", "head", "--format", "json"]);
    let is: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(
        is,
        serde_json::json!({
            "nodes": [{
                "node": "head",
                "everywhere": false,
                "fields": [{
                    "field": "symbol",
                    "holds": "symbol",
                    "about": "a symbol printed at the top of a page",
                    "example": "S/2023/463",
                }],
            }],
            "checks": [],
        })
    );
}

#[test]
fn a_misspelt_node_gets_a_suggestion() {
    let ran = listed(80, &["fields", "anex"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert_eq!(
        ran.error,
        "error: there is no node `anex`; did you mean `annex`?\n"
    );
}
