//! `doclint test`: the examples of rule files, each with its rule alone.

// The helpers of tests are tests too: what fails in them fails the test.
#![allow(clippy::unwrap_used)]

mod common;

use common::program::{Ran, doclint, doclint_on, folder};
use tempfile::TempDir;

const RULE: &str = r#"title = "The document is not of general distribution"
severity = "error"
why = "This archive is open to the public."
each = "masthead"
[check.one-of]
field = "masthead.distribution"
values = ["general"]
[report]
message = "the distribution is {masthead.distribution.value}; here it can be {values} only"
help = "hand it to the registry"
"#;
const GENERAL: &str = r#"
[[pass]]
name = "it is"
text = '''
S/2023/463
Distr.: General
'''
"#;
const LIMITED: &str = r#"
[[fail]]
name = "it is limited"
expect = [{ line = 2, text = "Distr.: Limited" }]
text = '''
S/2023/463
Distr.: Limited
'''
"#;

/// A folder with rule files, each the sound rule with these examples.
fn rules(files: &[(&str, &str)]) -> TempDir {
    let texts: Vec<(String, String)> = files
        .iter()
        .map(|(name, examples)| (format!("house/{name}.toml"), format!("{RULE}{examples}")))
        .collect();
    let files: Vec<(&str, &[u8])> = texts
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_bytes()))
        .collect();
    folder(&files)
}

fn tested(examples: &str, arguments: &[&str]) -> Ran {
    let folder = rules(&[("not-general", examples)]);
    let arguments = [&["test", "house"], arguments].concat();
    doclint_on(80, folder.path(), &arguments, "")
}

#[test]
fn sound_examples_are_counted() {
    let ran = tested(&format!("{GENERAL}{LIMITED}"), &[]);
    assert_eq!(ran.code, Some(0));
    assert_eq!(
        ran.out,
        "  rule         pass  fail  verdict
house
  not-general     1     1  sound

"
    );
    assert_eq!(ran.error, "1 rule, 2 examples: all sound\n");
}

#[test]
fn colours_are_used_where_they_are_asked_for() {
    let ran = tested(&format!("{GENERAL}{LIMITED}"), &["--color", "always"]);
    assert_eq!(
        ran.out,
        "\u{1b}[2m  rule         pass  fail  verdict\u{1b}[0m
\u{1b}[1mhouse\u{1b}[0m
  not-general     1     1  \u{1b}[32msound\u{1b}[0m

"
    );
}

#[test]
fn a_finding_elsewhere_is_shown_with_what_came() {
    let examples = format!("{GENERAL}{}", LIMITED.replace("line = 2", "line = 1"));
    let ran = tested(&examples, &[]);
    assert_eq!(ran.code, Some(1));
    assert_eq!(
        ran.out,
        "  rule         pass  fail  verdict
house
  not-general     1     1  1 wrong place

house/not-general.toml:20: wrong place: it is limited
  expected  line 1, `Distr.: Limited`
  came      line 2, `Distr.: Limited`: the distribution is limited; here it can
            be general only
  if right  expect = [{ line = 2, text = \"Distr.: Limited\" }]

"
    );
    assert_eq!(ran.error, "1 rule, 2 examples: 1 fault\n");
}

#[test]
fn other_words_on_the_same_line_are_shown() {
    let examples = format!("{GENERAL}{}", LIMITED.replace("\"Distr.: ", "\"Distr. "));
    let ran = tested(&examples, &["-q"]);
    assert_eq!(ran.code, Some(1));
    assert_eq!(
        ran.out,
        "house/not-general.toml:20: wrong words: it is limited
  expected  line 2, `Distr. Limited`
  came      line 2, `Distr.: Limited`: the distribution is limited; here it can
            be general only
  if right  expect = [{ line = 2, text = \"Distr.: Limited\" }]
"
    );
    assert_eq!(ran.error, "");
}

#[test]
fn a_finding_that_does_not_come_is_missing() {
    let limited = LIMITED.replace("3\nDistr.: Limited", "3\nDistr.: General");
    let ran = tested(&format!("{GENERAL}{limited}"), &["-q"]);
    assert_eq!(ran.code, Some(1));
    assert_eq!(
        ran.out,
        "house/not-general.toml:20: missing: it is limited
  expected  line 2, `Distr.: Limited`
  came      no finding
"
    );
}

#[test]
fn a_finding_in_a_sound_document_is_noisy() {
    let examples = format!("{}{LIMITED}", GENERAL.replace("General", "Restricted"));
    let ran = tested(&examples, &["-q"]);
    assert_eq!(ran.code, Some(1));
    assert_eq!(
        ran.out,
        "house/not-general.toml:13: noisy: it is
  expected  no finding
  came      line 2, `Distr.: Restricted`: the distribution is restricted; here
            it can be general only
"
    );
}

#[test]
fn a_rule_without_examples_of_both_kinds_is_a_fault() {
    let ran = tested(GENERAL, &[]);
    assert_eq!(ran.code, Some(1));
    assert_eq!(
        ran.out,
        "  rule         pass  fail  verdict
house
  not-general     1     0  no [[fail]]

house/not-general.toml: no [[fail]]
  a faulty document shows that the rule speaks, and where

"
    );
    let none = tested("", &[]).out;
    assert!(
        none.contains("0     0  no [[pass]], no [[fail]]\n"),
        "{none}"
    );
}

#[test]
fn what_cannot_be_read_does_not_hide_the_rest() {
    let misspelt = LIMITED.replace("expect", "expects");
    let folder = rules(&[
        ("not-general", &format!("{GENERAL}{LIMITED}")),
        ("unread", &format!("{GENERAL}{misspelt}")),
    ]);
    let ran = doclint(folder.path(), &["test", "house"], "");
    assert_eq!(ran.code, Some(2));
    let sound = "not-general     1     1  sound\n\n";
    assert!(ran.out.ends_with(sound), "{}", ran.out);
    let said = "× there is no key `expects` here";
    assert!(ran.error.contains(said), "{}", ran.error);
    assert!(
        ran.error.contains("did you mean `expect`?"),
        "{}",
        ran.error
    );
}

#[test]
fn nothing_to_test_is_no_success() {
    let folder = folder(&[("empty/README.md", b"")]);
    let ran = doclint(folder.path(), &["test", "empty"], "");
    assert_eq!(ran.code, Some(2));
    assert_eq!(ran.error, "error: empty: no rule file (*.toml) there\n");
    let ran = doclint(folder.path(), &["test", "nowhere"], "");
    assert_eq!(ran.code, Some(2));
    assert_eq!(ran.error, "error: nowhere: no such file or folder\n");
}

#[test]
fn one_file_can_be_named() {
    let folder = rules(&[("one", &format!("{GENERAL}{LIMITED}")), ("two", GENERAL)]);
    let ran = doclint(folder.path(), &["test", "house/one.toml"], "");
    assert_eq!(ran.code, Some(0));
    assert_eq!(ran.error, "1 rule, 2 examples: all sound\n");
}

#[test]
fn with_nothing_named_all_rules_of_a_check_are_tested() {
    let folder = rules(&[("not-general", &format!("{GENERAL}{LIMITED}"))]);
    let alone = doclint(folder.path(), &["test"], "");
    assert_eq!(alone.code, Some(0), "{}", alone.out);
    let all = " examples: all sound\n";
    assert!(alone.error.ends_with(all), "{}", alone.error);
    let more = doclint(folder.path(), &["test", "--rules", "house"], "").out;
    assert!(more.contains("\nhouse\n  not-general "), "{more}");
    assert_eq!(more.lines().count(), alone.out.lines().count() + 2);
}

#[test]
fn programs_get_one_object() {
    let ran = tested(LIMITED, &["--format", "json"]);
    assert_eq!(ran.code, Some(1));
    assert_eq!(ran.error, "");
    let is: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(
        is,
        serde_json::json!({
            "version": 1,
            "rules": [{
                "rule": "not-general",
                "part": "house",
                "file": "house/not-general.toml",
                "pass": [],
                "fail": [{
                    "name": "it is limited",
                    "line": 13,
                    "verdict": "found",
                    "expected": [{ "line": 2, "text": "Distr.: Limited", "message": null }],
                    "came": [{
                        "line": 2,
                        "text": "Distr.: Limited",
                        "message": "the distribution is limited; here it can be general only",
                    }],
                }],
                "lacks": ["[[pass]]"],
                "sound": false,
            }],
            "summary": { "rules": 1, "examples": 1, "faults": 1 },
        })
    );
}
