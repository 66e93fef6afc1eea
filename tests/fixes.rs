//! Repairs as a user sees them: what `--fix` makes of files, what `--diff` prints, and what is left
//! as it was.

// The helpers of tests are tests too: what fails in them fails the test.
#![allow(clippy::unwrap_used)]

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use common::program::{doclint, folder};
use common::{seed, seeds};
use tempfile::TempDir;

const ALL: [&str; 2] = ["--fix", "--unsafe-fixes"];

/// A folder with the specimens, and some of them as other systems write them.
fn specimens() -> TempDir {
    let first = seed("S_2023_463.md");
    let crlf = first.replace('\n', "\r\n");
    let bare = format!("\u{FEFF}{}", first.trim_end());
    let mut files = seeds();
    files.push(("crlf.md".to_owned(), crlf));
    files.push(("with a space/bare.md".to_owned(), bare));
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_bytes()))
        .collect();
    folder(&files)
}

/// Every file of a folder, by its path from there.
fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut contents = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap();
                contents.insert(name.display().to_string(), fs::read(&path).unwrap());
            }
        }
    }
    contents
}

#[test]
fn a_second_fix_changes_nothing_and_nothing_new_is_found() {
    for flags in [&ALL[..1], &ALL] {
        let folder = specimens();
        let lines = |flags: &[&str]| {
            let flags = [flags, &["--format", "concise"]].concat();
            doclint(folder.path(), &flags, "").out
        };
        let (before, untouched) = (lines(&[]), contents(folder.path()));
        let left = lines(flags);
        let once = contents(folder.path());
        assert_ne!(once, untouched);
        assert_eq!(lines(&[]), left);
        for line in left.lines() {
            assert!(before.contains(line), "{line} is new");
        }
        assert_eq!(lines(flags), left);
        assert_eq!(contents(folder.path()), once);
    }
}

#[test]
fn the_difference_patched_gives_what_fix_gives() {
    for flags in [&["--unsafe-fixes"][..], &[]] {
        let (patched, fixed) = (specimens(), specimens());
        let untouched = contents(patched.path());
        let diff = doclint(patched.path(), &[&["--diff"], flags].concat(), "");
        assert_eq!(diff.code, Some(1));
        assert_eq!(contents(patched.path()), untouched);
        doclint(fixed.path(), &[&["--fix"], flags].concat(), "");
        if !patch(patched.path(), &diff.out) {
            return;
        }
        assert_eq!(contents(patched.path()), contents(fixed.path()));
        let again = doclint(patched.path(), &[&["--diff"], flags].concat(), "");
        assert_eq!((again.code, again.out.as_str()), (Some(0), ""));
        let more = match flags {
            [] => ", 3 more with --unsafe-fixes",
            _ => "",
        };
        assert_eq!(again.error, format!("nothing would be fixed{more}\n"));
    }
}

/// Applies a diff with `patch`; `false` where there is no such program.
fn patch(folder: &Path, diff: &str) -> bool {
    let scratch = TempDir::new().unwrap();
    let file = scratch.path().join("diff");
    fs::write(&file, diff).unwrap();
    let patch = Command::new("patch")
        .args(["-p1", "--batch", "-i"])
        .arg(&file)
        .current_dir(folder)
        .stdout(Stdio::null())
        .status();
    match patch {
        Ok(status) => {
            assert!(status.success(), "patch: {status}");
            true
        }
        Err(_) => false,
    }
}

#[test]
fn line_endings_marks_and_the_missing_last_newline_are_kept() {
    let folder = specimens();
    let before = contents(folder.path());
    doclint(folder.path(), &["--fix"], "");
    let after = contents(folder.path());
    for name in ["S_2023_463.md", "crlf.md", "with a space/bare.md"] {
        let was = String::from_utf8(before[name].clone()).unwrap();
        let is = String::from_utf8(after[name].clone()).unwrap();
        assert_eq!(is, was.replace("$S_{/2023/463}$", "S/2023/463"), "{name}");
        assert_ne!(is, was, "{name}");
    }
}

#[test]
fn mended_standard_input_goes_to_standard_output_and_findings_to_standard_error() {
    let text = seed("S_2023_463.md");
    let folder = folder(&[("kept.md", b"kept")]);
    let flags = [
        "--fix",
        "-",
        "--stdin-filename",
        "kept.md",
        "--format",
        "concise",
    ];
    let ran = doclint(folder.path(), &flags, &text);
    assert_eq!(ran.out, text.replace("$S_{/2023/463}$", "S/2023/463"));
    assert!(
        ran.error.starts_with("kept.md:2:1: advice[organ-missing]"),
        "{}",
        ran.error
    );
    assert_eq!(fs::read(folder.path().join("kept.md")).unwrap(), b"kept");

    let again = doclint(folder.path(), &flags, &ran.out);
    assert_eq!(again.out, ran.out);
}

#[test]
fn a_file_that_cannot_be_replaced_is_named_and_its_faults_are_told() {
    let folder = specimens();
    let file = folder.path().join("S_2023_463.md");
    let mut mode = fs::metadata(&file).unwrap().permissions();
    mode.set_readonly(true);
    fs::set_permissions(&file, mode).unwrap();
    let flags = ["--fix", "--format", "concise", "S_2023_463.md"];
    let ran = doclint(folder.path(), &flags, "");
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.error
            .starts_with("error: S_2023_463.md: not fixed: the file is read-only\n1 document: "),
        "{}",
        ran.error
    );
    assert!(
        ran.error.contains("; 1 file could not be fixed"),
        "{}",
        ran.error
    );
    assert!(
        ran.out.contains("warning[symbol-not-canonical]"),
        "{}",
        ran.out
    );
    assert_eq!(fs::read_to_string(&file).unwrap(), seed("S_2023_463.md"));
}
