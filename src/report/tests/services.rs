//! The reports that services and other tools read.

use serde_json::{Value, json};

use super::*;
use crate::finding::{Edit, Fix};

const TEXT: &str = "été\nÀ l’annexe II\n";

/// A finding with everything that a finding can have, in a file with an awkward name.
fn rich() -> (Source, Finding) {
    let source = Source::new("records/a:b, 50%.md", TEXT);
    let mut finding = finding(
        label(span(&source, "annexe"), "ici"),
        vec![label(span(&source, "été"), "")],
    );
    let other = Arc::new(Source::new("/elsewhere/c.md", "autre"));
    finding.message = "dated <12 June>\nor & \"not\"\u{1b}".to_owned();
    finding.related = vec![related(&other, "autre", "là")];
    finding.fix = Some(Fix {
        safe: false,
        edits: vec![Edit {
            span: span(&source, "II"),
            text: "I".to_owned(),
        }],
    });
    (source, finding)
}

fn note() -> RuleNote {
    RuleNote {
        id: "annex-date-mismatch".to_owned(),
        part: "annex".to_owned(),
        title: "Another date".to_owned(),
        why: "It belongs to no letter.".to_owned(),
        authority: Some("Editorial Manual".to_owned()),
        severity: Severity::Error,
    }
}

fn parsed(format: Format, rules: &[RuleNote], source: &Source, findings: &[Finding]) -> Value {
    let printed = print_all(format, context(80, rules), &[(source, findings)]);
    serde_json::from_str(&printed).unwrap()
}

#[test]
fn sarif_has_places_in_characters_and_all_that_belongs_to_a_finding() {
    let (source, finding) = rich();
    let run = &parsed(Format::Sarif, &[note()], &source, &[finding])["runs"][0];
    let mut result = run["results"][0].clone();
    let fingerprint = result["partialFingerprints"]["doclintWords/v1"].take();
    assert_eq!(fingerprint.as_str().map(str::len), Some(32));
    let artifact = json!({"uri": "records/a%3Ab%2C%2050%25.md", "uriBaseId": "%SRCROOT%"});
    assert_eq!(
        result,
        json!({
            "ruleId": "annex-date-mismatch",
            "ruleIndex": 0,
            "level": "error",
            "message": {"text": "dated <12 June>\nor & \"not\"\u{1b}"},
            "locations": [{
                "physicalLocation": {
                    "artifactLocation": artifact,
                    "region": {
                        "startLine": 2, "startColumn": 5, "endLine": 2, "endColumn": 11,
                        "charOffset": 8, "charLength": 6, "snippet": {"text": "annexe"},
                    },
                },
                "message": {"text": "ici"},
            }],
            "relatedLocations": [{
                "id": 1,
                "physicalLocation": {
                    "artifactLocation": artifact,
                    "region": {
                        "startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 4,
                        "charOffset": 0, "charLength": 3, "snippet": {"text": "été"},
                    },
                },
            }, {
                "id": 2,
                "physicalLocation": {
                    "artifactLocation": {"uri": "file:///elsewhere/c.md"},
                    "region": {
                        "startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 6,
                        "charOffset": 0, "charLength": 5, "snippet": {"text": "autre"},
                    },
                },
                "message": {"text": "là"},
            }],
            "partialFingerprints": {"doclintWords/v1": null},
            "properties": {"help": "give the heading the letter's date"},
            "fixes": [{
                "description": {"text": "write `I` for `II` (check it first)"},
                "artifactChanges": [{
                    "artifactLocation": artifact,
                    "replacements": [{
                        "deletedRegion": {
                            "startLine": 2, "startColumn": 12, "endLine": 2, "endColumn": 14,
                            "charOffset": 15, "charLength": 2,
                        },
                        "insertedContent": {"text": "I"},
                    }],
                }],
            }],
        })
    );
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    assert_eq!(run["invocations"], json!([{"executionSuccessful": true}]));
    let rules = json!([{
        "id": "annex-date-mismatch",
        "shortDescription": {"text": "Another date"},
        "fullDescription": {"text": "It belongs to no letter."},
        "help": {
            "text": "It belongs to no letter.\n\nAuthority: Editorial Manual.\n\n\
                     More: doclint explain annex-date-mismatch",
            "markdown": "It belongs to no letter.\n\nAuthority: Editorial Manual.\n\n\
                         More: `doclint explain annex-date-mismatch`",
        },
        "defaultConfiguration": {"level": "error"},
        "properties": {
            "part": "annex",
            "authority": "Editorial Manual",
            "tags": ["annex"],
            "problem.severity": "error",
        },
    }]);
    assert_eq!(run["tool"]["driver"]["rules"], rules);
}

#[test]
fn sarif_declares_a_rule_that_only_a_finding_names() {
    let (source, mut finding) = rich();
    finding.rule = "allowance-unused".to_owned();
    let run = &parsed(Format::Sarif, &[note()], &source, &[finding])["runs"][0];
    assert_eq!(run["results"][0]["ruleIndex"], 1);
    assert_eq!(run["tool"]["driver"]["rules"][1]["id"], "allowance-unused");
}

/// The fingerprints of findings at these words, each time they occur.
fn fingerprints(text: &str, words: &str) -> Vec<Value> {
    let source = Source::new("a.md", text);
    let findings: Vec<Finding> = text
        .match_indices(words)
        .map(|(at, _)| finding(label(Span::new(at, at + words.len()), ""), vec![]))
        .collect();
    let sarif = parsed(Format::Sarif, &[], &source, &findings);
    let gitlab = parsed(Format::Gitlab, &[], &source, &findings);
    let results = sarif["runs"][0]["results"].as_array().unwrap().iter();
    let known = results.map(|result| result["partialFingerprints"]["doclintWords/v1"].clone());
    let known: Vec<Value> = known.collect();
    let issues = gitlab.as_array().unwrap().iter();
    let issues: Vec<Value> = issues.map(|issue| issue["fingerprint"].clone()).collect();
    assert_eq!(known, issues);
    known
}

#[test]
fn fingerprints_stay_when_lines_are_added_above() {
    let before = fingerprints("31 June 1993\n31 June 1993\n", "31 June 1993");
    assert_eq!(before.len(), 2);
    assert_ne!(before[0], before[1]);
    let after = fingerprints("A line.\n\n31 June 1993, 31 June 1993\n", "31 June 1993");
    assert_eq!(before, after);
    let wrapped = fingerprints("31 June\n  1993\n", "31 June\n  1993");
    assert_eq!(before[0], wrapped[0]);
    assert_ne!(before[0], fingerprints("30 June 1993", "30 June 1993")[0]);
}

#[test]
fn a_workflow_command_is_one_line_whatever_is_in_it() {
    let (source, finding) = rich();
    assert_eq!(
        print(Format::Github, 80, &source, finding),
        "::error file=records/a%3Ab%2C 50%25.md,line=2,endLine=2,col=5,endColumn=11,\
         title=doclint%3A annex-date-mismatch::records/a:b, 50%25.md:2:5: dated <12 June>%0A\
         or & \"not\"\u{1b}%0Arecords/a:b, 50%25.md:1:1%0A/elsewhere/c.md:1:1: là%0A\
         help: give the heading the letter's date\n"
    );
}

#[test]
fn a_command_over_several_lines_has_no_columns() {
    let source = Source::new("a.md", "one\r\ntwo");
    let finding = finding(label(span(&source, "one\r\ntwo"), ""), vec![]);
    let printed = print(Format::Github, 80, &source, finding);
    let begins = "::error file=a.md,line=1,endLine=2,title=doclint%3A annex-date-mismatch::a.md";
    assert!(printed.starts_with(begins), "{printed}");
}

#[test]
fn more_commands_than_github_shows_are_counted_before_them() {
    let source = Source::new("a.md", "one");
    let mut warning = finding(label(Span::new(0, 3), ""), vec![]);
    warning.severity = Severity::Warning;
    let lines = |count| {
        let findings = vec![warning.clone(); count];
        print_all(Format::Github, context(80, &[]), &[(&source, &findings)])
    };
    assert_eq!(lines(10).lines().count(), 10);
    let printed = lines(11);
    assert_eq!(printed.lines().count(), 12);
    assert_eq!(
        printed.lines().next(),
        Some(
            "::notice title=doclint::11 warnings: GitHub shows 10 of a kind here, \
             the log of this step has all"
        )
    );
}

#[test]
fn gitlab_gets_what_it_asks_for() {
    let (source, finding) = rich();
    let mut issues = parsed(Format::Gitlab, &[], &source, &[finding]);
    issues[0]["fingerprint"].take();
    assert_eq!(
        issues,
        json!([{
            "description": "dated <12 June>\nor & \"not\"\u{1b}",
            "check_name": "annex-date-mismatch",
            "fingerprint": null,
            "severity": "major",
            "location": {"path": "records/a:b, 50%.md", "lines": {"begin": 2, "end": 2}},
            "other_locations": [
                {"path": "records/a:b, 50%.md", "lines": {"begin": 1, "end": 1}},
                {"path": "/elsewhere/c.md", "lines": {"begin": 1, "end": 1}},
            ],
            "content": {"body": "give the heading the letter's date"},
        }])
    );
    let none = print_all(Format::Gitlab, context(80, &[]), &[]);
    assert_eq!(none, "[]\n");
}

#[test]
fn junit_is_xml_whatever_is_in_it() {
    let (source, finding) = rich();
    let mut advice = finding.clone();
    advice.severity = Severity::Advice;
    advice.help = String::new();
    advice.related.clear();
    let sound = Source::new("sound.md", "");
    let findings = [finding, advice];
    let printed = print_all(
        Format::Junit,
        context(80, &[]),
        &[(&source, &findings), (&sound, &[])],
    );
    assert_eq!(
        printed,
        concat!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
            "<testsuites name=\"doclint\" tests=\"3\" failures=\"1\" errors=\"0\">\n",
            "  <testsuite name=\"doclint\" tests=\"3\" failures=\"1\" errors=\"0\">\n",
            "    <testcase classname=\"records/a:b, 50%.md\" name=\"annex-date-mismatch at 2:5\" ",
            "file=\"records/a:b, 50%.md\" line=\"2\">\n",
            "      <failure type=\"error\" message=\"dated &lt;12 June&gt;&#10;or &amp; ",
            "&quot;not&quot;\u{FFFD}\">records/a:b, 50%.md:2:5: error: dated &lt;12 June&gt;&#10;",
            "or &amp; &quot;not&quot;\u{FFFD}&#10;records/a:b, 50%.md:1:1&#10;",
            "/elsewhere/c.md:1:1: là&#10;help: give the heading the letter&apos;s date</failure>\n",
            "    </testcase>\n",
            "    <testcase classname=\"records/a:b, 50%.md\" name=\"annex-date-mismatch at 2:5\" ",
            "file=\"records/a:b, 50%.md\" line=\"2\">\n",
            "      <system-out>records/a:b, 50%.md:2:5: advice: dated &lt;12 June&gt;&#10;",
            "or &amp; &quot;not&quot;\u{FFFD}&#10;records/a:b, 50%.md:1:1</system-out>\n",
            "    </testcase>\n",
            "    <testcase classname=\"sound.md\" name=\"no faults\" file=\"sound.md\"/>\n",
            "  </testsuite>\n",
            "</testsuites>\n",
        )
    );
}

#[test]
fn reviewdog_gets_columns_in_bytes_and_a_suggestion() {
    let (source, finding) = rich();
    let name = "records/a:b, 50%.md";
    let range = |line: usize, from: usize, to: usize| json!({"start": {"line": line, "column": from}, "end": {"line": line, "column": to}});
    assert_eq!(
        parsed(Format::Rdjson, &[], &source, &[finding]),
        json!({
            "source": {"name": "doclint"},
            "diagnostics": [{
                "message": "dated <12 June>\nor & \"not\"\u{1b}\n\
                            records/a:b, 50%.md:1:1\n/elsewhere/c.md:1:1: là\n\
                            help: give the heading the letter's date",
                "location": {"path": name, "range": range(2, 8, 14)},
                "severity": "ERROR",
                "code": {"value": "annex-date-mismatch"},
                "suggestions": [{"range": range(2, 15, 17), "text": "I"}],
            }],
        })
    );
}
