//! The specimens: what each says of itself, and what is wrong with it, is written down in
//! `seeds.toml`.

// The helpers of tests are tests too: what fails in them fails the test.
#![allow(clippy::unwrap_used)]

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::{checked, seeds, words};
use doclint::finding::Severity;
use doclint::record::Record;
use doclint::rule::RuleSet;
use doclint::source::Source;
use serde::Deserialize;

/// One specimen.
#[derive(Debug, Deserialize)]
struct Expected {
    #[serde(flatten)]
    facts: Facts,
    #[serde(default)]
    findings: Vec<Fault>,
}

#[derive(Debug, PartialEq, Deserialize)]
struct Fault {
    rule: String,
    level: Severity,
    line: usize,
    words: String,
    message: String,
}

/// A record: the keys are those that `doclint record` prints, save the file's name.
#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
struct Facts {
    kind: String,
    symbols: Vec<String>,
    organs: Vec<String>,
    distribution: Option<String>,
    date: Option<String>,
    language: Option<String>,
    original: Vec<String>,
    title: Option<String>,
    letter: Option<Letter>,
    agenda_items: Vec<String>,
    session: Option<String>,
    annexes: Vec<Annex>,
    signatures: Vec<String>,
    job_number: Option<String>,
    job_language: Option<String>,
    footer_dates: Vec<String>,
    barcode: Option<String>,
    pages: Pages,
    running_symbols: Vec<String>,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Letter {
    dated: Option<String>,
    from: Option<String>,
    to: Vec<String>,
}

#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Annex {
    kind: String,
    number: Option<String>,
    dated: Option<String>,
    original: Vec<String>,
    signatures: Vec<String>,
    document: Option<Front>,
}

/// What the document says of itself that an annex reproduces.
#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Front {
    kind: String,
    symbols: Vec<String>,
    organs: Vec<String>,
    distribution: Option<String>,
    date: Option<String>,
    language: Option<String>,
    original: Vec<String>,
    title: Option<String>,
    letter: Option<Letter>,
    agenda_items: Vec<String>,
    session: Option<String>,
}

#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Pages {
    #[serde(default)]
    seen: Vec<u32>,
    last: Option<u32>,
}

fn expected() -> BTreeMap<String, Expected> {
    toml::from_str(include_str!("seeds.toml")).unwrap()
}

#[test]
fn every_specimen_is_written_down() {
    let files: Vec<String> = seeds().into_iter().map(|(name, _)| name).collect();
    let written: Vec<String> = expected().into_keys().collect();
    assert_eq!(files, written);
}

#[test]
fn specimens_have_their_faults_and_no_others() {
    let expected = expected();
    for (name, text) in seeds() {
        let checked = checked(&text);
        let found: Vec<Fault> = checked
            .findings
            .iter()
            .map(|finding| Fault {
                rule: finding.rule.clone(),
                level: finding.severity,
                line: checked.source.position(finding.primary.span.start).line,
                words: words(&checked.source, finding.primary.span),
                message: finding.message.clone(),
            })
            .collect();
        assert_eq!(found, expected[&name].findings, "{name}");
    }
}

#[test]
fn specimens_say_of_themselves_what_a_reader_sees() {
    let expected = expected();
    for (name, text) in seeds() {
        let source = Source::new(name.as_str(), text);
        let record = Record::of(&source, &doclint::read(&source));
        let record = serde_json::to_value(record).unwrap();
        let known = serde_json::from_value::<Facts>(record).unwrap();
        assert_eq!(known, expected[&name].facts, "{name}");
    }
}

#[test]
fn sound_specimens_are_sound_and_faulty_ones_are_named_after_their_fault() {
    for (name, specimen) in expected() {
        if name.starts_with("sound/") {
            assert_eq!(specimen.findings, [], "{name}");
        } else if let Some(fault) = name.strip_prefix("faulty/") {
            let stem = fault.split('.').next().unwrap();
            let named: Vec<&str> = specimen
                .findings
                .iter()
                .map(|fault| fault.rule.as_str())
                .collect();
            let wanted: &[&str] = match stem {
                "job-number-and-barcode" => &["barcode-mismatch", "job-number-mismatch"],
                "masthead-bare" => &["date-missing", "distribution-missing", "symbol-missing"],
                "dates-and-citations" => &[
                    "citation-anachronism",
                    "citation-not-canonical",
                    "weekday-mismatch",
                ],
                "resolution-number-and-date" => {
                    &["resolution-number-mismatch", "resolution-date-mismatch"]
                }
                "paragraph-and-note-lost" => &["footnote-missing", "paragraph-number-gap"],
                "conversion-marks" => &["character-lost", "conversion-residue"],
                rule => &[rule],
            };
            assert_eq!(named, wanted, "{name}");
        }
    }
}

/// A new rule may lack its specimen until the next version, so that adding it touches its file
/// alone.
#[test]
fn every_rule_has_a_faulty_specimen() {
    let expected = expected();
    let faults = expected.values().flat_map(|specimen| &specimen.findings);
    let shown: BTreeSet<&str> = faults.map(|fault| fault.rule.as_str()).collect();
    let rules = RuleSet::builtin().unwrap();
    let missing: Vec<&str> = rules
        .rules()
        .filter(|rule| rule.part != "repository")
        .map(|rule| rule.id.as_str())
        .filter(|id| !shown.contains(id))
        .collect();
    assert!(
        missing.is_empty() || common::is_between_versions(),
        "{missing:?}"
    );
}

#[test]
fn the_symbol_of_the_first_specimen_can_be_repaired() {
    let checked = checked(&common::seed("S_2023_463.md"));
    let mut grave = checked
        .findings
        .iter()
        .filter(|finding| finding.severity > Severity::Advice);
    let finding = grave.next().unwrap();
    assert_eq!(grave.next(), None);
    assert_eq!(finding.rule, "symbol-not-canonical");
    assert_eq!(
        checked.source.slice(finding.primary.span),
        "$S_{/2023/463}$"
    );
    let edits = &finding.fix.as_ref().unwrap().edits;
    assert_eq!(edits.len(), 1);
    assert_eq!(edits[0].span, finding.primary.span);
    assert_eq!(edits[0].text, "S/2023/463");
}
