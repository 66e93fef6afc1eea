//! `doclint record`: the register in each of its forms.

// The helpers of tests are tests too: what fails in them fails the test.
#![allow(clippy::unwrap_used)]

mod common;

use common::program::{doclint, doclint_on, folder};
use tempfile::TempDir;

/// Two letters that sort otherwise by name than by symbol, and one text without a symbol.
fn archive() -> TempDir {
    let text = |symbol: &str, title: &str| {
        format!(
            "{symbol}\nSecurity Council\nDistr.: General\n29 June 2023\nOriginal: English\n\n{title}\n"
        )
    };
    folder(&[
        (
            "a.txt",
            text("S/2023/10", "Note on =SUM(A1), \"quoted\"").as_bytes(),
        ),
        ("b.txt", text("S/2023/9", "安理会主席的说明").as_bytes()),
        ("c.md", b"=cmd|' /C calc'!A0\n"),
    ])
}

fn files(out: &str) -> Vec<&str> {
    let names = ["a.txt", "b.txt", "c.md"];
    let line = |line: &str| names.into_iter().find(|name| line.contains(name));
    out.lines().filter_map(line).collect()
}

#[test]
fn tables_are_sorted_by_symbol_and_lines_come_as_they_are_read() {
    let folder = archive();
    let record = |more: &[&str]| doclint(folder.path(), &[&["record"], more].concat(), "").out;
    assert_eq!(files(&record(&[])), ["a.txt", "b.txt", "c.md"]);
    assert_eq!(
        files(&record(&["--sort", "symbol"])),
        ["b.txt", "a.txt", "c.md"]
    );
    for format in ["csv", "table"] {
        let by_symbol = record(&["--format", format]);
        assert_eq!(files(&by_symbol), ["b.txt", "a.txt", "c.md"], "{format}");
        let by_file = record(&["--format", format, "--sort", "file"]);
        assert_eq!(files(&by_file), ["a.txt", "b.txt", "c.md"], "{format}");
    }
    let list = record(&["--format", "json", "--sort", "symbol"]);
    let list: Vec<serde_json::Value> = serde_json::from_str(&list).unwrap();
    assert_eq!(list[0]["symbols"][0], "S/2023/9");
}

#[test]
fn a_table_fits_the_terminal() {
    let folder = archive();
    let ran = doclint_on(80, folder.path(), &["record", "--format", "table"], "");
    assert_eq!(
        ran.out,
        "symbols    language  date        distribution  title                       file
S/2023/9   en        2023-06-29  general       安理会主席的说明            b.txt
S/2023/10  en        2023-06-29  general       Note on =SUM(A1), \"quoted\"  a.txt
                                                                           c.md
"
    );
}

#[test]
fn a_spreadsheet_runs_nothing() {
    let folder = archive();
    let ran = doclint(folder.path(), &["record", "--format", "csv"], "");
    let lines: Vec<&str> = ran.out.split("\r\n").collect();
    assert!(
        lines[0].starts_with("file,symbols,kind,language,date,"),
        "{}",
        lines[0]
    );
    assert!(
        lines[2].contains(",\"Note on =SUM(A1), \"\"quoted\"\"\","),
        "{}",
        lines[2]
    );
    assert_eq!((lines.len(), lines[4]), (5, ""));
}

#[test]
fn no_file_is_no_register() {
    let empty = folder(&[]);
    for (format, out) in [("json", "[]\n"), ("jsonl", ""), ("csv", ""), ("table", "")] {
        let ran = doclint(empty.path(), &["record", "--format", format], "");
        assert_eq!((ran.out.as_str(), ran.code), (out, Some(2)), "{format}");
        assert_eq!(ran.error, "error: no file to make a record of\n");
    }
}
