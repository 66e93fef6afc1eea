//! The built program as a user runs it: what it prints where, and its exit codes.

// The helpers of tests are tests too: what fails in them fails the test.
#![allow(clippy::unwrap_used)]

use std::fs;

use assert_cmd::Command;
use tempfile::TempDir;

const DATED: &str = "A/53/463\n\nUnited Nations\nGeneral Assembly\n\nDistr.: General\n29 June 2023\n\n\
                     Original: English\n";
const UNDATED: &str =
    "A/53/463\n\nUnited Nations\nGeneral Assembly\n\nDistr.: General\n\nOriginal: English\n";

struct Ran {
    code: Option<i32>,
    out: String,
    error: String,
}

fn doclint(folder: &TempDir, arguments: &[&str], input: &str) -> Ran {
    let output = Command::cargo_bin("doclint")
        .unwrap()
        .current_dir(folder)
        .env_remove("FORCE_COLOR")
        .args(arguments)
        .write_stdin(input)
        .output()
        .unwrap();
    Ran {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).unwrap(),
        error: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A folder with these files.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

#[test]
fn help_is_no_failure() {
    let ran = doclint(&folder(&[]), &["--help"], "");
    assert_eq!(ran.code, Some(0));
    assert!(ran.out.contains("Verbs:\n  check "), "{}", ran.out);
    assert_eq!(ran.error, "");
}

#[test]
fn a_misspelt_flag_is_usage_and_gets_a_suggestion() {
    let ran = doclint(&folder(&[]), &["--fromat", "json"], "");
    assert_eq!(ran.code, Some(2));
    assert_eq!(ran.out, "");
    assert!(ran.error.contains("'--format'"), "{}", ran.error);
}

#[test]
fn a_misspelt_rule_gets_a_suggestion() {
    let folder = folder(&[("a.md", DATED)]);
    for flag in ["--select", "--ignore"] {
        let ran = doclint(&folder, &[flag, "date-misssing"], "");
        assert_eq!(ran.code, Some(2));
        assert_eq!(
            ran.error,
            "error: there is no rule `date-misssing`; did you mean `date-missing`?\n"
        );
    }
    let ran = doclint(&folder, &["--severity", "date-misssing=advice"], "");
    assert_eq!(ran.code, Some(2));
}

#[test]
fn the_exit_code_says_what_was_found() {
    let folder = folder(&[("dated.md", DATED), ("undated.md", UNDATED)]);
    let select = ["--select", "date-missing"];
    let code = |more: &[&str]| doclint(&folder, &[&select, more].concat(), "").code;
    assert_eq!(code(&["dated.md"]), Some(0));
    assert_eq!(code(&["undated.md"]), Some(1));
    assert_eq!(code(&[]), Some(1));
    assert_eq!(
        code(&["--severity", "date-missing=advice", "undated.md"]),
        Some(0)
    );
    assert_eq!(
        code(&[
            "--severity",
            "date-missing=warning",
            "--fail-on",
            "error",
            "undated.md"
        ]),
        Some(0)
    );
    assert_eq!(code(&["undated.md", "nowhere.md"]), Some(2));
}

#[test]
fn a_gate_does_not_pass_because_it_looked_at_nothing() {
    let empty = folder(&[]);
    let ran = doclint(&empty, &[], "");
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.error
            .contains("error: no document found in the folder you stand in: no file there"),
        "{}",
        ran.error
    );
    let ran = doclint(&empty, &["nowhere"], "");
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.error
            .starts_with("error: nowhere: no such file or folder\n")
    );
    let prose = folder(&[("README.md", "Shopping: bread and milk.\n")]);
    let ran = doclint(&prose, &["-q"], "");
    assert_eq!(ran.code, Some(2));
    assert_eq!(
        ran.error,
        "error: no document found in the folder you stand in: \
         the one file read has no part of a document's layout\n"
    );
}

#[test]
fn a_file_that_is_not_utf8_does_not_hide_the_others() {
    let folder = folder(&[("undated.md", UNDATED)]);
    fs::write(
        folder.path().join("latin.md"),
        b"Nations Unies\nd\xE9claration\n",
    )
    .unwrap();
    let ran = doclint(
        &folder,
        &["--format", "concise", "--select", "date-missing", "-q"],
        "",
    );
    assert_eq!(ran.code, Some(2));
    assert!(ran.out.starts_with("undated.md:"), "{}", ran.out);
    assert!(
        ran.error
            .starts_with("error: latin.md: not UTF-8: byte 0xE9 at line 2, column 2 (offset 15);"),
        "{}",
        ran.error
    );
}

#[test]
fn standard_input_has_the_name_it_is_given() {
    let ran = doclint(
        &folder(&[]),
        &[
            "--select",
            "date-missing",
            "--format",
            "jsonl",
            "--stdin-filename",
            "new/letter.md",
            "-",
        ],
        UNDATED,
    );
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.out.contains("\"file\":\"new/letter.md\""),
        "{}",
        ran.out
    );
}

#[test]
fn the_number_of_threads_does_not_change_a_byte() {
    let folder = folder(&[]);
    for number in 0..150 {
        let text = if number % 2 == 0 { DATED } else { UNDATED };
        fs::write(folder.path().join(format!("{number}.md")), text).unwrap();
    }
    let run = |jobs| doclint(&folder, &["-j", jobs, "--format", "json"], "").out;
    assert_eq!(run("1"), run("8"));
}

#[test]
fn mistakes_in_the_settings_are_drawn() {
    let folder = folder(&[
        ("a.md", DATED),
        ("doclint.toml", "ignore = [\"date-misssing\"]\n"),
    ]);
    let ran = doclint(&folder, &[], "");
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.error.contains("did you mean `date-missing`?"),
        "{}",
        ran.error
    );
    assert!(ran.error.contains("doclint.toml:1:"), "{}", ran.error);
    let select = ["--isolated", "--select", "date-missing"];
    assert_eq!(doclint(&folder, &select, "").code, Some(0));
}

#[test]
fn a_folder_of_rules_has_rules() {
    let folder = folder(&[("a.md", DATED)]);
    fs::create_dir(folder.path().join("house")).unwrap();
    let ran = doclint(&folder, &["--rules", "house"], "");
    assert_eq!(ran.code, Some(2));
    assert_eq!(ran.error, "error: house: no rule file (*.toml) there\n");
    let ran = doclint(&folder, &["--rules", "hose"], "");
    assert_eq!(ran.code, Some(2));
    assert_eq!(ran.error, "error: hose: no such file or folder\n");
}

#[test]
fn a_rule_is_explained_with_its_finding_drawn() {
    let ran = doclint(&folder(&[]), &["explain", "date-missing"], "");
    assert_eq!(ran.code, Some(0));
    assert!(ran.out.contains("date-missing, masthead"), "{}", ran.out);
    assert!(
        ran.out.contains("more: doclint explain date-missing"),
        "{}",
        ran.out
    );
}

#[test]
fn colours_are_used_where_they_are_asked_for() {
    let folder = folder(&[("undated.md", UNDATED)]);
    let select = ["--select", "date-missing"];
    let plain = doclint(&folder, &select, "").out;
    assert!(!plain.contains('\u{1b}'));
    let coloured = doclint(&folder, &[&select[..], &["--color", "always"]].concat(), "").out;
    assert!(coloured.contains("\u{1b}[31m"));
}
