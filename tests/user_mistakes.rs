//! What users write wrong in rule files, settings and arguments is drawn at its place, with what
//! was probably meant, and nothing is checked.

// The helpers of tests are tests too: what fails in them fails the test.
#![allow(clippy::unwrap_used)]

mod common;

use common::program::{Ran, doclint, folder};
use common::seed;

const RULE: &str = r#"title = "A masthead has a date"
severity = "warning"
why = "An example."
each = "masthead"
[check.absent]
field = "masthead.date"
[report]
message = "here is {masthead.date}"
labels = { "masthead.date" = "the date" }
help = "take it out"
"#;

/// Runs doclint on a specimen with a rule file in which some words are written otherwise.
fn with_rule(from: &str, to: &str) -> Ran {
    assert!(RULE.contains(from), "{from}");
    let rule = RULE.replacen(from, to, 1);
    let text = seed("S_2023_463.md");
    let folder = folder(&[
        ("a.md", text.as_bytes()),
        ("own/my-rule.toml", rule.as_bytes()),
    ]);
    doclint(
        folder.path(),
        &["-q", "--format", "concise", "--rules", "own"],
        "",
    )
}

/// Runs doclint on a specimen with these settings.
fn with_settings(settings: &str, arguments: &[&str]) -> Ran {
    let text = seed("S_2023_463.md");
    let folder = folder(&[
        ("a.md", text.as_bytes()),
        ("doclint.toml", settings.as_bytes()),
    ]);
    let all = [
        &["-q", "--format", "concise", "--fail-on", "error"],
        arguments,
    ]
    .concat();
    doclint(folder.path(), &all, "")
}

#[track_caller]
fn is_drawn(ran: &Ran, picture: &str) {
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    let lines = |text: &str| -> Vec<String> {
        let lines = text.lines().map(|line| line.trim().to_owned());
        lines.filter(|line| !line.is_empty()).collect()
    };
    assert_eq!(lines(&ran.error), lines(picture));
}

#[test]
fn a_sound_rule_file_is_used() {
    let ran = with_rule("take", "take");
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.out
            .contains("a.md:6:17: warning[my-rule] here is 29 June 2023\n"),
        "{}",
        ran.out
    );
}

#[test]
fn a_rule_file_that_is_no_toml_is_drawn() {
    is_drawn(
        &with_rule("\"take it out\"", "\"take it out"),
        r#"error
× invalid basic string, expected `"`
╭─[own/my-rule.toml:10:20]
9 │ labels = { "masthead.date" = "the date" }
10 │ help = "take it out
·                    ▲
╰────"#,
    );
}

#[test]
fn a_misspelt_field_is_drawn() {
    is_drawn(
        &with_rule("field = \"masthead.date\"", "field = \"masthead.dat\""),
        r#"error
× there is no field `masthead.dat` for each = "masthead"
╭─[own/my-rule.toml:6:9]
5 │ [check.absent]
6 │ field = "masthead.dat"
·         ──────────────
7 │ [report]
╰────
help: did you mean `masthead.date`?"#,
    );
}

#[test]
fn a_misspelt_check_is_drawn() {
    is_drawn(
        &with_rule("check.absent", "check.abset"),
        r#"error
× there is no check `abset`
╭─[own/my-rule.toml:5:8]
4 │ each = "masthead"
5 │ [check.abset]
·        ─────
6 │ field = "masthead.date"
╰────
help: did you mean `absent`? the checks are present, absent, agree, order, sequence, unique,
one-of, canonical, pattern"#,
    );
}

#[test]
fn a_misspelt_placeholder_is_drawn() {
    is_drawn(
        &with_rule("{masthead.date}", "{masthead.dat}"),
        r#"error
× there is no placeholder `{masthead.dat}`
╭─[own/my-rule.toml:8:21]
7 │ [report]
8 │ message = "here is {masthead.dat}"
·                     ────────────
9 │ labels = { "masthead.date" = "the date" }
╰────
help: did you mean `{masthead.date}`?"#,
    );
}

#[test]
fn a_misspelt_key_is_drawn() {
    is_drawn(
        &with_rule("help =", "hepl ="),
        r#"error
× there is no key `hepl` here
╭─[own/my-rule.toml:10:1]
9 │ labels = { "masthead.date" = "the date" }
10 │ hepl = "take it out"
· ────
╰────
help: did you mean `help`? the keys here are message, help, labels"#,
    );
}

#[test]
fn all_mistakes_of_all_rule_files_are_drawn_at_once() {
    let one = RULE.replace("\"masthead\"", "\"masthed\"");
    let two = RULE.replace("\"warning\"", "\"warnign\"");
    let folder = folder(&[
        ("own/one.toml", one.as_bytes()),
        ("own/two.toml", two.as_bytes()),
    ]);
    let ran = doclint(folder.path(), &["--rules", "own"], "");
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    let said: Vec<&str> = ran
        .error
        .lines()
        .filter(|line| line.contains('×'))
        .collect();
    assert_eq!(
        said,
        [
            "  × there is no node `masthed` to look at",
            "  × `warnign` is not one of the words for this"
        ]
    );
    assert!(ran.error.contains("─[own/one.toml:4:8]"));
    assert!(ran.error.contains("─[own/two.toml:2:12]"));
}

#[test]
fn a_misspelt_setting_is_drawn_and_can_be_left_out() {
    let settings = "ingore = [\"organ-missing\"]\n";
    is_drawn(
        &with_settings(settings, &[]),
        r#"error
× `ingore` is no setting of doclint
╭─[doclint.toml:1:1]
1 │ ingore = ["organ-missing"]
· ──────
╰────
help: did you mean `ignore`?"#,
    );
    let ran = with_settings(settings, &["--isolated"]);
    assert_eq!((ran.code, ran.error.as_str()), (Some(0), ""));
    assert!(ran.out.contains("advice[organ-missing]"), "{}", ran.out);
    let ran = with_settings("ignore = [\"organ-missing\"]\n", &[]);
    assert_eq!(ran.code, Some(0));
    assert!(!ran.out.contains("organ-missing"), "{}", ran.out);
}

#[test]
fn a_level_that_is_none_is_drawn() {
    is_drawn(
        &with_settings("fail-on = \"eror\"\n", &[]),
        r#"error
× `eror` is no level
╭─[doclint.toml:1:11]
1 │ fail-on = "eror"
·           ──────
╰────
help: did you mean `error`?"#,
    );
}

#[test]
fn a_misspelt_rule_is_named_with_the_nearest() {
    for flag in ["--select", "--ignore"] {
        let ran = with_settings("", &[flag, "anex-missing"]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
        assert_eq!(
            ran.error,
            "error: there is no rule `anex-missing`; did you mean `annex-missing`?\n"
        );
    }
}

#[test]
fn a_rule_of_doclint_is_not_replaced() {
    let text = seed("S_2023_463.md");
    let folder = folder(&[
        ("a.md", text.as_bytes()),
        ("own/date-missing.toml", RULE.as_bytes()),
    ]);
    let ran = doclint(folder.path(), &["--rules", "own"], "");
    is_drawn(
        &ran,
        r#"error
× doclint has a rule `date-missing` of its own, which no file replaces
╭─[own/date-missing.toml:1:1]
1 │ title = "A masthead has a date"
· ▲
2 │ severity = "warning"
╰────
help: give this file another name; to make doclint's rule graver or milder, write date-missing =
"advice" under [severity] in doclint.toml, and to leave it out, ignore = ["date-missing"]"#,
    );
}
