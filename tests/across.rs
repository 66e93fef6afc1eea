//! The rules across files, each on a repository made for it, as a user runs them.

// The helpers of tests are tests too: what fails in them fails the test.
#![allow(clippy::unwrap_used)]

mod common;

use std::fs;

use common::program::{Ran, doclint, folder};
use tempfile::TempDir;

/// A short document of a symbol.
fn document(symbol: &str) -> String {
    format!("{symbol}\nSecurity Council\nDistr.: General\n29 June 2023\nOriginal: English\n")
}

/// A folder with these files.
fn repository(files: &[(&str, &str)]) -> TempDir {
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, text)| (*name, text.as_bytes()))
        .collect();
    folder(&files)
}

/// The rules of the repository part on a folder, one line a finding.
fn across(folder: &TempDir, more: &[&str]) -> Ran {
    let select = ["--format", "concise", "-q", "--select", "repository"];
    doclint(folder.path(), &[&select, more].concat(), "")
}

/// What the rules of the repository part say of these files.
fn said(files: &[(&str, &str)]) -> String {
    across(&repository(files), &["."]).out
}

#[test]
fn every_rule_speaks_on_a_repository_made_for_it() {
    let one = document("S/2023/463");
    assert_eq!(
        said(&[("a/S_2023_463.md", &one), ("S_2023_463.txt", &one)]),
        "S_2023_463.txt:1:1: error[symbol-duplicate] S/2023/463 is the symbol of this file and of \
         a/S_2023_463.md\n"
    );
    assert_eq!(
        said(&[("S_2023_464.md", &one)]),
        "S_2023_464.md:1:1: warning[file-name-mismatch] the file is named after S/2023/464, the \
         document in it is S/2023/463\n"
    );
    let french = "S/2023/463\nConseil de sécurité\nDistr. générale\n30 juin 2023\nFrançais\n";
    assert_eq!(
        said(&[("en.txt", &one), ("fr.txt", french)]),
        "en.txt:4:1: warning[version-mismatch] the language versions of S/2023/463 differ in date: \
         2023-06-29, 2023-06-30 (compared with fr.txt)\n"
    );
    let (first, third) = (document("S/2023/463/Add.1"), document("S/2023/463/Add.3"));
    assert_eq!(
        said(&[("1.txt", &first), ("3.txt", &third)]),
        "1.txt:1:1: advice[parent-missing] S/2023/463/Add.1 is here; S/2023/463, which it belongs \
         to, is not among the 2 documents looked at\n\
         3.txt:1:1: advice[addendum-gap] of the addenda to S/2023/463, 3 follows 1\n\
         3.txt:1:1: advice[parent-missing] S/2023/463/Add.3 is here; S/2023/463, which it belongs \
         to, is not among the 2 documents looked at\n"
    );
    let job = "\n23-12564 (E)    290623    290623\n";
    let two = document("S/2023/470");
    assert_eq!(
        said(&[
            ("1.txt", &format!("{one}{job}")),
            ("2.txt", &format!("{two}{job}"))
        ]),
        "1.txt:7:1: warning[job-number-reused] the job number 23-12564 is that of another document \
         too, in 2.txt\n"
    );
    let words = "\nReport of the Secretary-General\n\n".to_owned()
        + &"The patrol reached the harbour on the first day and left it on the second. ".repeat(8);
    assert_eq!(
        said(&[
            ("1.txt", &format!("{one}{words}")),
            ("2.txt", &format!("{two}{words}"))
        ]),
        "1.txt:7:1: warning[text-duplicate] the text of S/2023/463 is that of another document \
         too, in 2.txt\n"
    );
}

#[test]
fn a_rule_that_is_off_is_used_when_it_is_named() {
    let citing = document("S/2023/463")
        + "\nReport of the Secretary-General\n\nThe facts are in document S/2023/41.\n";
    let folder = repository(&[("1.txt", &citing)]);
    assert_eq!(across(&folder, &["."]).out, "");
    let said = "1.txt:9:27: advice[citation-unresolved] S/2023/41 is cited; it is not among the 1 \
                document looked at\n";
    let quiet = ["--format", "concise", "-q"];
    let named = ["--select", "citation-unresolved", "."];
    let ran = doclint(folder.path(), &[&quiet[..], &named].concat(), "");
    assert_eq!((ran.out.as_str(), ran.code), (said, Some(0)));
    fs::write(
        folder.path().join("doclint.toml"),
        "[severity]\ncitation-unresolved = \"error\"\n",
    )
    .unwrap();
    let ran = doclint(folder.path(), &[&quiet[..], &["."]].concat(), "");
    assert!(
        ran.out.contains("error[citation-unresolved]"),
        "{}",
        ran.out
    );
    assert_eq!(ran.code, Some(1));
}

#[test]
fn a_file_is_compared_with_the_rest_of_its_repository() {
    let one = document("S/2023/463");
    let folder = repository(&[
        ("2023/S_2023_463.txt", &one),
        ("2023/copy.txt", &one),
        ("2023/a.txt", &document("S/2023/1")),
        ("2023/b.txt", &document("S/2023/1")),
        ("2023/S_2023_463_Add.1.txt", &document("S/2023/463/Add.1")),
    ]);
    let file = "2023/S_2023_463.txt";
    let alone = doclint(folder.path(), &["--select", "repository", file], "");
    assert_eq!((alone.out.as_str(), alone.code), ("", Some(0)));
    fs::write(folder.path().join("doclint.toml"), "repository = \".\"\n").unwrap();
    let concise = ["--format", "concise", "--select", "repository"];
    let found = "2023/S_2023_463.txt:1:1: error[symbol-duplicate] S/2023/463 is the symbol of this \
                 file and of 2023/copy.txt\n";
    for arguments in [&[file][..], &["./2023/S_2023_463.txt"], &["2023/S*463.txt"]] {
        let ran = doclint(folder.path(), &[&concise, arguments].concat(), "");
        assert_eq!(
            (ran.out.as_str(), ran.code),
            (found, Some(1)),
            "{arguments:?}"
        );
        let told = "\ncompared with 4 other documents of the repository\n";
        assert!(ran.error.ends_with(told), "{}", ran.error);
    }
    // The editor has the file's text on standard input: the file itself is no second document.
    let input = ["--stdin-filename", file, "-"];
    let ran = doclint(folder.path(), &[&concise[..], &input].concat(), &one);
    assert_eq!(ran.out, found);
    let parent = ["2023/S_2023_463_Add.1.txt"];
    let ran = doclint(folder.path(), &[&concise[..], &parent].concat(), "");
    assert_eq!((ran.out.as_str(), ran.code), ("", Some(0)));
}

#[test]
fn what_was_not_compared_is_said() {
    let folder = repository(&[
        ("1.txt", &document("S/2023/463/Add.2")),
        ("2.txt", &document("S/2023/2")),
    ]);
    let ran = doclint(folder.path(), &["--select", "repository", "1.txt"], "");
    let (_, told) = ran.error.split_once('\n').unwrap();
    assert_eq!(
        told,
        "this document was compared with no other; `repository` in doclint.toml names the folder \
         of the rest\n"
    );
    assert_eq!(ran.out, "");
    let both = doclint(
        folder.path(),
        &["--select", "repository", "1.txt", "2.txt"],
        "",
    );
    let (_, told) = both.error.split_once('\n').unwrap();
    assert_eq!(
        told,
        "only these 2 documents were compared with each other; `repository` in doclint.toml names \
         the folder of the rest\n"
    );
    let whole = doclint(folder.path(), &["--select", "repository", "."], "");
    assert_eq!(whole.error.lines().count(), 1, "{}", whole.error);
    fs::write(folder.path().join("doclint.toml"), "repository = \".\"\n").unwrap();
    fs::write(folder.path().join("bad.txt"), b"S/2023/9 \xff").unwrap();
    let ran = doclint(folder.path(), &["--select", "repository", "2.txt"], "");
    assert!(ran.error.starts_with("not compared: "), "{}", ran.error);
    assert_eq!(ran.code, Some(0));
}

#[test]
fn findings_across_files_come_after_all_others_in_order() {
    let one = document("S/2023/463").replace("29 June", "31 June");
    let folder = repository(&[("b.txt", &one), ("a.txt", &one), ("c.txt", &one)]);
    let select = ["--select", "symbol-duplicate,date-impossible", "-q"];
    let concise = [&select[..], &["--format", "concise", "."]].concat();
    let ran = doclint(folder.path(), &concise, "");
    let rules: Vec<&str> = ran
        .out
        .lines()
        .map(|line| line.split([':', '[', ']']).nth(4).unwrap())
        .collect();
    let dates = ["date-impossible"; 3];
    assert_eq!(rules, [&dates[..], &["symbol-duplicate"]].concat());
    assert!(ran.out.ends_with("of b.txt, c.txt\n"), "{}", ran.out);
}

#[test]
fn the_threads_make_no_difference() {
    let texts: Vec<(String, String)> = (0..200)
        .map(|number| {
            let symbol = format!("S/2023/{}", number % 150 + 1);
            (format!("{:03}.txt", 199 - number), document(&symbol))
        })
        .collect();
    let files: Vec<(&str, &str)> = texts
        .iter()
        .map(|(name, text)| (&**name, &**text))
        .collect();
    let folder = repository(&files);
    let first = across(&folder, &["-j", "1", "."]).out;
    assert_eq!(first.lines().count(), 50);
    for _ in 0..4 {
        assert_eq!(across(&folder, &["-j", "16", "."]).out, first);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_not_utf8_and_links_in_a_circle_are_no_hindrance() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;

    let one = document("S/2023/463");
    let folder = repository(&[("b.txt", &one), ("deep/c.txt", &document("S/2023/2"))]);
    let misnamed = folder.path().join(OsStr::from_bytes(b"a\xff.txt"));
    fs::write(misnamed, &one).unwrap();
    symlink(folder.path(), folder.path().join("deep/circle")).unwrap();
    let ran = across(&folder, &["."]);
    assert_eq!(
        ran.out,
        "a\u{fffd}.txt:1:1: error[symbol-duplicate] S/2023/463 is the symbol of this file and of \
         b.txt\n"
    );
    assert_eq!((ran.error.as_str(), ran.code), ("", Some(1)));
    symlink("loop.txt", folder.path().join("loop.txt")).unwrap();
    let ran = across(&folder, &["."]);
    assert_eq!(
        ran.error,
        "error: loop.txt: a link that leads back to itself\n"
    );
    assert_eq!(ran.code, Some(2));
}
