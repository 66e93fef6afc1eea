//! The reports that programs read.

use super::*;
use crate::finding::{Edit, Fix};

#[test]
fn the_concise_report_has_one_line_a_finding() {
    let source = Source::new("a\nb.md", "été: annexe\n");
    let finding = finding(label(span(&source, "annexe"), ""), vec![]);
    assert_eq!(
        print(Format::Concise, 80, &source, finding),
        "a b.md:1:6: error[annex-date-mismatch] \
         the annex heading is dated 12 June 2023, the letter 21 June 2023\n"
    );
}

#[test]
fn json_counts_columns_in_characters_and_offsets_in_bytes() {
    let source = Source::new("records/été.md", "été\nÀ l’annexe II\nfin");
    let mut finding = finding(
        label(span(&source, "annexe II\nfin"), "ici"),
        vec![label(span(&source, "été"), "là")],
    );
    finding.fix = Some(Fix {
        safe: true,
        edits: vec![Edit {
            span: span(&source, "II"),
            text: "I".to_owned(),
        }],
    });
    let printed = print(Format::Json, 80, &source, finding.clone());
    let place = serde_json::json!({
        "file": "records/été.md",
        "line": 2, "column": 5, "end_line": 3, "end_column": 4,
        "offset": 13, "length": 13, "text": "annexe II\nfin",
    });
    let mut first = place.clone();
    first["message"] = "ici".into();
    let mut expected = place;
    expected["rule"] = "annex-date-mismatch".into();
    expected["severity"] = "error".into();
    expected["message"] = finding.message.as_str().into();
    expected["help"] = finding.help.as_str().into();
    expected["labels"] = serde_json::json!([first, {
        "file": "records/été.md",
        "line": 1, "column": 1, "end_line": 1, "end_column": 4,
        "offset": 0, "length": 5, "text": "été", "message": "là",
    }]);
    expected["fix"] = serde_json::json!({"safe": true, "edits": [{
        "file": "records/été.md",
        "line": 2, "column": 12, "end_line": 2, "end_column": 14,
        "offset": 20, "length": 2, "text": "II", "replacement": "I",
    }]});
    assert_eq!(
        serde_json::from_str::<serde_json::Value>(&printed).unwrap(),
        serde_json::json!({
            "version": 1,
            "findings": [expected],
            "summary": {
                "documents": 1, "errors": 1, "warnings": 0, "advice": 0,
                "not_documents": 0, "unread": 0, "allowed": 0, "in_baseline": 0, "stale": 0,
                "fixed": 0, "fixable": 1, "fixable_unsafely": 0, "unwritten": 0,
            },
        })
    );
    let line = print(Format::JsonLines, 80, &source, finding);
    assert_eq!(
        serde_json::from_str::<serde_json::Value>(&line).unwrap(),
        expected
    );
    assert_eq!(line.lines().count(), 1);
}

#[test]
fn json_without_findings_is_an_object_too() {
    let mut printed = Vec::new();
    let look = Look {
        colour: false,
        width: 80,
    };
    open(Format::Json, look, &mut printed)
        .finish(&Summary::default())
        .unwrap();
    assert_eq!(
        String::from_utf8(printed).unwrap(),
        "{\"version\":1,\"findings\":[],\"summary\":{\"documents\":0,\"errors\":0,\"warnings\":0,\
         \"advice\":0,\"not_documents\":0,\"unread\":0,\"allowed\":0,\"in_baseline\":0,\"stale\":0,\
         \"fixed\":0,\"fixable\":0,\"fixable_unsafely\":0,\"unwritten\":0}}\n"
    );
}
