//! What `--format sarif` prints for the specimens: it is SARIF as OASIS has published it, and what
//! the schema cannot see holds too.

// The helpers of tests are tests too: what fails in them fails the test.
#![allow(clippy::unwrap_used)]

mod common;

use std::path::Path;

use common::program::{doclint, folder};
use serde_json::Value;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The report on these files of a folder.
fn report(folder: &Path, paths: &[&str]) -> Value {
    let arguments = [&["--format", "sarif", "--isolated"], paths].concat();
    let ran = doclint(folder, &arguments, "");
    serde_json::from_str(&ran.out).unwrap()
}

fn list<'v>(value: &'v Value, pointer: &str) -> &'v [Value] {
    value.pointer(pointer).unwrap().as_array().unwrap()
}

#[test]
fn the_schema_takes_every_report() {
    let text = std::fs::read_to_string(Path::new(ROOT).join("tests/schemas/sarif-2.1.0.json"));
    // A bracket too many in the patterns for languages, which not every library forgives.
    let text = text.unwrap().replace("[a-zA-Z]{2}]?$", "[a-zA-Z]{2}?$");
    let schema: Value = serde_json::from_str(&text).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    for path in ["seeds", "seeds/sound", "Cargo.toml"] {
        let report = report(Path::new(ROOT), &[path]);
        let mistakes: Vec<String> = schema
            .iter_errors(&report)
            .map(|mistake| format!("{}: {mistake}", mistake.instance_path()))
            .collect();
        assert!(mistakes.is_empty(), "{path}: {mistakes:#?}");
    }
    let mut wrong = report(Path::new(ROOT), &["seeds/sound"]);
    wrong["runs"][0]["columnKind"] = "bytes".into();
    assert!(!schema.is_valid(&wrong));
}

#[test]
fn rules_and_places_are_sound() {
    let report = report(Path::new(ROOT), &["seeds"]);
    let rules = list(&report, "/runs/0/tool/driver/rules");
    let results = list(&report, "/runs/0/results");
    assert!(results.len() > 30, "{}", results.len());
    let mut fixes = 0;
    for result in results {
        let rule = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[rule]["id"], result["ruleId"]);
        assert!(!result["message"]["text"].as_str().unwrap().is_empty());
        let related = result["relatedLocations"].as_array().into_iter().flatten();
        for location in list(result, "/locations").iter().chain(related) {
            let place = &location["physicalLocation"];
            let uri = place["artifactLocation"]["uri"].as_str().unwrap();
            assert!(
                uri.starts_with("seeds/") && !uri.contains([' ', '\\']),
                "{uri}"
            );
            let number = |key: &str| place["region"][key].as_u64().unwrap();
            assert!(number("startLine") >= 1 && number("startColumn") >= 1);
            let start = (number("startLine"), number("startColumn"));
            assert!(start <= (number("endLine"), number("endColumn")));
            // Snippets are the words themselves.
            let words = place["region"]["snippet"]["text"].as_str().unwrap();
            assert_eq!(words.chars().count() as u64, number("charLength"));
            let text = std::fs::read_to_string(Path::new(ROOT).join(uri)).unwrap();
            let from = usize::try_from(number("charOffset")).unwrap();
            let length = words.chars().count();
            let there: String = text.chars().skip(from).take(length).collect();
            assert_eq!(there, words, "{uri}");
        }
        fixes += result["fixes"].as_array().map_or(0, Vec::len);
    }
    assert!(fixes > 0);
}

#[test]
fn lines_added_above_change_no_fingerprint() {
    let text = common::seed("faulty/annex-date-mismatch.md");
    let prints = |text: &str| {
        let folder = folder(&[("été/a letter.md", text.as_bytes())]);
        let report = report(folder.path(), &["été"]);
        let results = list(&report, "/runs/0/results");
        assert_eq!(
            results[0]
                .pointer("/locations/0/physicalLocation/artifactLocation/uri")
                .unwrap(),
            "%C3%A9t%C3%A9/a%20letter.md"
        );
        let line = results[0]
            .pointer("/locations/0/physicalLocation/region/startLine")
            .cloned();
        (line.unwrap(), results[0]["partialFingerprints"].clone())
    };
    let (line, before) = prints(&text);
    let (lower, after) = prints(&format!("\n\n\n{text}"));
    assert_ne!(line, lower);
    assert_eq!(before, after);
}

#[test]
fn a_run_that_could_not_read_a_file_was_not_successful() {
    let folder = folder(&[("latin.md", b"S/2023/463\n\xE9"), ("a.md", b"S/2023/463\n")]);
    let report = report(folder.path(), &["."]);
    let successful = report.pointer("/runs/0/invocations/0/executionSuccessful");
    assert_eq!(successful, Some(&Value::Bool(false)));
}
