//! The layers of the house: which module may name which, and where each outside crate and each
//! door to the outside has its home.

// The helpers of tests are tests too: what fails in them fails the test.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

/// A module below the command, and the other modules that its code may name.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("bytes", &[]),
    ("source", &[]),
    ("finding", &["source"]),
    ("fix", &["Checked", "finding", "source"]),
    ("mistake", &["source"]),
    ("reading", &["bytes", "source"]),
    ("lexicon", &["bytes", "document"]),
    ("grammar", &["bytes", "document", "lexicon", "source"]),
    ("document", &["grammar", "lexicon", "reading", "source"]),
    ("record", &["document", "grammar", "lexicon", "source"]),
    (
        "repository",
        &["bytes", "document", "grammar", "lexicon", "source"],
    ),
    (
        "field",
        &["document", "grammar", "lexicon", "repository", "source"],
    ),
    (
        "check",
        &["field", "grammar", "mistake", "reading", "source"],
    ),
    ("config", &["finding", "mistake", "source"]),
    ("discover", &["config"]),
    (
        "policy",
        &["config", "discover", "finding", "mistake", "rule", "source"],
    ),
    ("register", &["grammar", "record", "report"]),
    ("report", &["finding", "mistake", "source"]),
    ("schema", &["check", "config", "rule"]),
];

/// Words of code, and the modules that may have them.
const HOMES: &[(&str, &[&str])] = &[
    ("nom::", &["grammar"]),
    ("csv::WriterBuilder", &["register"]),
    ("parquet::", &["register"]),
    ("xxhash_rust::", &["repository"]),
    ("miette", &["report"]),
    ("toml::", &["check", "config", "lexicon", "rule"]),
    ("clap", &["cli"]),
    ("diffy", &["fix"]),
    ("tempfile", &["run"]),
    (
        "schemars",
        &["check", "config", "field", "finding", "rule", "schema"],
    ),
    ("fs::", &["discover", "run"]),
    ("env::", &["main", "run"]),
    ("stdin()", &["run"]),
    ("stdout()", &["run"]),
    ("stderr()", &["run"]),
    ("print!(", &[]),
    ("println!(", &[]),
    ("Instant::", &["run"]),
];

/// Every line of code in src/, with its module and its file; neither comments nor unit tests.
fn code() -> Vec<(String, String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut lines = Vec::new();
    let mut entries = vec![root.clone()];
    while let Some(path) = entries.pop() {
        if path.is_dir() {
            entries.extend(
                fs::read_dir(&path)
                    .unwrap()
                    .map(|entry| entry.unwrap().path()),
            );
            continue;
        }
        let name = path.strip_prefix(&root).unwrap().to_str().unwrap();
        let name = name.replace('\\', "/");
        if name.contains("tests") || !name.ends_with(".rs") {
            continue;
        }
        let module = name.split(['/', '.']).next().unwrap().to_owned();
        let text = fs::read_to_string(&path).unwrap();
        let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
        for line in text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
        {
            lines.push((module.clone(), name.clone(), line.trim().to_owned()));
        }
    }
    lines
}

#[test]
fn each_module_names_only_those_below_it() {
    for (module, file, line) in code() {
        let Some((_, allowed)) = MAY_NAME.iter().find(|(known, _)| *known == module) else {
            continue;
        };
        assert!(
            !line.contains("crate::{"),
            "{file}: one `use` a module: {line}"
        );
        for rest in line.split("crate::").skip(1) {
            let named = rest
                .split(|c: char| !c.is_alphanumeric() && c != '_')
                .next()
                .unwrap();
            assert!(
                named == module || allowed.contains(&named),
                "{file}: {line}"
            );
        }
    }
}

#[test]
fn crates_and_doors_have_their_homes() {
    for (module, file, line) in code() {
        for (word, homes) in HOMES {
            assert!(
                !line.contains(word) || homes.contains(&module.as_str()),
                "{file}: {line}"
            );
        }
    }
}
