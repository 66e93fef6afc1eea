//! Where a check writes: files, several formats at once, the counts by rule, what `-v` says.

// The helpers of tests are tests too: what fails in them fails the test.
#![allow(clippy::unwrap_used)]

mod common;

use std::fs;
use std::process::{Command, Stdio};
use std::time::Duration;

use common::program::{doclint, folder};
use tempfile::TempDir;

const UNDATED: &[u8] =
    b"A/53/463\n\nUnited Nations\nGeneral Assembly\n\nDistr.: General\n\nOriginal: English\n";
const LINE: &str = "undated.md:6:1: error[date-missing] the masthead has no date\n";

fn undated() -> TempDir {
    folder(&[("undated.md", UNDATED)])
}

/// Checks for missing dates, with these arguments besides.
fn check(folder: &TempDir, arguments: &[&str]) -> common::program::Ran {
    let arguments = [
        &["--select", "date-missing", "--format", "concise"],
        arguments,
    ]
    .concat();
    doclint(folder.path(), &arguments, "")
}

fn names(folder: &TempDir) -> Vec<String> {
    let entries = fs::read_dir(folder.path()).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_file_has_what_standard_output_would_have() {
    let folder = undated();
    let line = check(&folder, &[]).out;
    assert_eq!(line, LINE);
    fs::write(folder.path().join("found"), "old").unwrap();
    let ran = check(&folder, &["-o", "found"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(
        ran.error.starts_with("1 document: 1 error; "),
        "{}",
        ran.error
    );
    assert_eq!(
        fs::read_to_string(folder.path().join("found")).unwrap(),
        line
    );
    assert_eq!(names(&folder), ["found", "undated.md"]);
}

#[test]
fn several_formats_are_written_in_one_run() {
    let folder = undated();
    let ran = check(
        &folder,
        &["--output", "json=a.json", "-o", "markdown=b.page"],
    );
    assert_eq!(ran.out, LINE);
    let json = fs::read_to_string(folder.path().join("a.json")).unwrap();
    assert!(
        json.starts_with("{\"version\":1,\"findings\":[\n{"),
        "{json}"
    );
    let page = fs::read_to_string(folder.path().join("b.page")).unwrap();
    assert!(
        page.starts_with("## doclint\n\n1 document: 1 error\n\n| severity"),
        "{page}"
    );
    // A picture for a file has no colours, whatever standard output has.
    check(&folder, &["-o", "full=c.txt", "-o", "d.txt"]);
    let picture = fs::read_to_string(folder.path().join("c.txt")).unwrap();
    assert!(picture.starts_with("error[date-missing]\n"), "{picture}");
    assert_eq!(
        fs::read_to_string(folder.path().join("d.txt")).unwrap(),
        LINE
    );
}

#[test]
fn a_file_that_the_run_writes_is_not_read() {
    let folder = undated();
    for _ in 0..2 {
        let ran = check(&folder, &["-v", "-o", "markdown=page.md", "."]);
        assert!(
            ran.error.contains("\n1 document: 1 error; "),
            "{}",
            ran.error
        );
    }
    let ran = check(&folder, &["-v", "-o", "markdown=./page.md"]);
    let said = "\nleft out: page.md: this run writes it\n";
    assert!(ran.error.contains(said), "{}", ran.error);
}

#[test]
fn what_cannot_be_written_is_said_before_the_work() {
    let folder = undated();
    for (arguments, said) in [
        (
            &["-o", "nowhere/found"][..],
            "error: nowhere/found: could not be written: no such file or folder\n",
        ),
        (
            &["-o", "."],
            "error: .: could not be written: a folder, not a file\n",
        ),
        (
            &["-o", "a", "-o", "json=a"],
            "error: a: two outputs cannot go to one file\n",
        ),
        (
            &["-o", "a", "-o", "b"],
            "error: --output: a and b are both to have the findings of --format; \
             write FORMAT= before one of them\n",
        ),
    ] {
        let ran = check(&folder, arguments);
        assert_eq!((ran.code, ran.error.as_str()), (Some(2), said));
        assert_eq!(ran.out, "");
    }
    let ran = check(&folder, &["-o", "sarfi=a"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.error.contains("did you mean `sarif`?"), "{}", ran.error);
    assert_eq!(names(&folder), ["undated.md"]);
}

#[test]
fn a_run_that_fails_leaves_the_old_file() {
    let folder = undated();
    fs::write(folder.path().join("found"), "old").unwrap();
    fs::write(folder.path().join("doclint.toml"), "exlude = []\n").unwrap();
    let ran = check(&folder, &["-o", "found"]);
    assert_eq!(ran.code, Some(2));
    assert_eq!(
        fs::read_to_string(folder.path().join("found")).unwrap(),
        "old"
    );
}

#[test]
fn an_interruption_leaves_the_old_file_and_no_other() {
    let folder = undated();
    fs::write(folder.path().join("found"), "old").unwrap();
    // The run waits for standard input, which does not come.
    let mut run = Command::new(env!("CARGO_BIN_EXE_doclint"))
        .args(["-o", "found", "undated.md", "-"])
        .current_dir(folder.path())
        .stdin(Stdio::piped())
        .spawn()
        .unwrap();
    std::thread::sleep(Duration::from_millis(300));
    assert!(run.try_wait().unwrap().is_none());
    run.kill().unwrap();
    run.wait().unwrap();
    let found = fs::read_to_string(folder.path().join("found"));
    assert_eq!(found.unwrap(), "old");
    assert_eq!(names(&folder), ["found", "undated.md"]);
}

#[cfg(unix)]
#[test]
fn a_file_keeps_its_mode_and_a_link_stays_one() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let folder = undated();
    let path = |name: &str| folder.path().join(name);
    fs::write(path("found"), "old").unwrap();
    fs::set_permissions(path("found"), PermissionsExt::from_mode(0o640)).unwrap();
    symlink("found", path("link")).unwrap();
    check(&folder, &["-o", "link", "-o", "json=/dev/null"]);
    assert_eq!(fs::read_to_string(path("found")).unwrap(), LINE);
    assert_eq!(
        fs::metadata(path("found")).unwrap().permissions().mode() & 0o777,
        0o640
    );
    assert!(path("link").is_symlink());
}

#[test]
fn rules_are_counted_after_the_findings_or_instead_of_them() {
    let folder = undated();
    let counts = "1  error    date-missing  The masthead has no date\n";
    assert_eq!(
        check(&folder, &["--statistics"]).out,
        format!("{LINE}{counts}")
    );
    let ran = check(&folder, &["--statistics", "-q"]);
    assert_eq!(
        (ran.code, ran.out.as_str(), ran.error.as_str()),
        (Some(1), counts, "")
    );
    // What a program reads is left as it is.
    let ran = doclint(
        folder.path(),
        &[
            "--select",
            "date-missing",
            "--statistics",
            "-q",
            "--format",
            "jsonl",
        ],
        "",
    );
    assert_eq!(ran.out.lines().count(), 1);
    assert_eq!(ran.error, counts);
}

#[test]
fn what_is_used_and_left_out_is_said_when_asked() {
    let folder = folder(&[
        ("undated.md", UNDATED),
        ("notes.doc", b""),
        ("drafts/a.md", UNDATED),
        (
            "doclint.toml",
            b"exclude = [\"drafts\"]\nignore = [\"organ-missing\"]\n",
        ),
    ]);
    let ran = doclint(folder.path(), &["-v", "--select", "masthead"], "");
    let lines: Vec<&str> = ran.error.lines().collect();
    assert_eq!(lines[0], "settings: doclint.toml");
    assert!(
        lines[1].contains(" not used: ") && lines[1].contains("organ-missing"),
        "{lines:?}"
    );
    assert_eq!(
        lines[2..6],
        [
            "files: 1 to read; hidden files and what .gitignore names are not looked at",
            "left out: doclint.toml: include does not name it",
            "left out: drafts: exclude names it",
            "left out: notes.doc: include does not name it",
        ]
    );
    let ran = doclint(folder.path(), &["-v", "--isolated", "undated.md"], "");
    let lines: Vec<&str> = ran.error.lines().collect();
    assert_eq!(lines[0], "settings: the standard ones, no doclint.toml");
    // The one that is off until it is asked for.
    assert!(
        lines[1].ends_with(" rules; 1 not used: citation-unresolved"),
        "{lines:?}"
    );
}

#[test]
fn nothing_in_a_report_for_people_steers_the_terminal() {
    let name = "a\u{1b}[31m\u{202E}b.md";
    let text =
        "\u{1b}[2JA/53/463\n\nUnited Nations\nGeneral\u{202E} Assembly\n\nDistr.: \u{7}Genral\n";
    let folder = folder(&[(name, text.as_bytes())]);
    for format in ["full", "concise", "grouped", "markdown"] {
        let ran = doclint(
            folder.path(),
            &["--format", format, "--statistics", "-v"],
            "",
        );
        assert!(!ran.out.is_empty());
        let steers =
            |c: char| c.is_control() && c != '\n' || ('\u{202A}'..='\u{202E}').contains(&c);
        assert!(!ran.out.contains(steers), "{format}: {:?}", ran.out);
        assert!(!ran.error.contains(steers), "{format}: {:?}", ran.error);
    }
}
