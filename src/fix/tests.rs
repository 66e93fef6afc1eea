use super::*;
use crate::finding::{Label, Severity};

/// A finding of rule `r` whose repair writes `text` for the bytes of `span`.
fn finding(span: (usize, usize), text: &str, safe: bool) -> Finding {
    let span = Span::new(span.0, span.1);
    Finding {
        rule: "r".to_owned(),
        severity: Severity::Warning,
        message: String::new(),
        help: String::new(),
        primary: Label {
            span,
            message: String::new(),
        },
        others: Vec::new(),
        related: Vec::new(),
        fix: Some(Fix {
            safe,
            edits: vec![Edit {
                span,
                text: text.to_owned(),
            }],
        }),
    }
}

/// Each `x` should be `with`; with `unsafe_after`, those behind that byte are not certain.
fn check(source: Source, with: &str, unsafe_after: usize) -> Checked {
    let findings = source
        .text()
        .match_indices('x')
        .map(|(at, _)| finding((at, at + 1), with, at < unsafe_after))
        .collect();
    Checked {
        source,
        findings,
        card: None,
        is_document: true,
    }
}

fn mended(text: &str, with: &str, reach: Reach) -> Option<(String, usize)> {
    let check = |source| check(source, with, 6);
    let mended = mend(&check(Source::new("s", text)), reach, check)?;
    Some((mended.checked.source.text().to_owned(), mended.fixed))
}

#[test]
fn what_is_certain_is_repaired_and_the_rest_with_leave() {
    let text = "ax bx cx dx";
    let safe = mended(text, "y", Reach::Safe).unwrap();
    assert_eq!(safe, ("ay by cx dx".to_owned(), 2));
    let all = mended(text, "y", Reach::All).unwrap();
    assert_eq!(all, ("ay by cy dy".to_owned(), 4));
    assert_eq!(mended("ay by", "y", Reach::All), None);
}

#[test]
fn what_touches_is_repaired_in_another_round() {
    assert_eq!(
        mended("axxb", "y", Reach::Safe),
        Some(("ayyb".to_owned(), 2))
    );
}

#[test]
fn a_repair_that_does_no_good_is_not_made() {
    assert_eq!(mended("ax", "xx", Reach::Safe), None);
    assert_eq!(mended("ax", "x", Reach::Safe), None);
}

#[test]
fn a_repair_that_brings_a_new_finding_does_not_hinder_the_others() {
    // Writing `y` behind `b` is a fault of another rule.
    let check = |source: Source| {
        let new = source.text().find("by");
        let mut checked = check(source, "y", usize::MAX);
        checked.findings.extend(new.map(|at| Finding {
            rule: "other".to_owned(),
            fix: None,
            ..finding((at, at + 1), "", true)
        }));
        checked
    };
    let mended = mend(
        &check(Source::new("s", "ax bx cx dx ex")),
        Reach::Safe,
        check,
    )
    .unwrap();
    assert_eq!(mended.checked.source.text(), "ay bx cy dy ey");
    assert_eq!(mended.fixed, 4);
    assert!(mend(&mended.checked, Reach::Safe, check).is_none());
}

#[test]
fn of_fixes_that_overlap_the_one_that_stands_first_is_applied() {
    let source = Source::new("s", "0123456789");
    let findings = [
        finding((4, 8), "b", true),
        finding((2, 5), "a", true),
        finding((8, 9), "c", true),
        finding((20, 21), "out of the text", true),
        finding((0, 1), "0", true),
    ];
    let fixes = apart(&source, &findings, Reach::Safe);
    let text = replaced(&source, fixes.iter().flat_map(|fix| &fix.edits));
    assert_eq!(text, "01a567c9");
}

#[test]
fn a_fix_is_applied_whole_or_not_at_all() {
    let source = Source::new("s", "0123456789");
    let mut double = finding((6, 7), "b", true);
    if let Some(fix) = &mut double.fix {
        fix.edits.push(Edit {
            span: Span::new(1, 2),
            text: "b".to_owned(),
        });
    }
    let findings = [finding((1, 3), "a", true), double];
    let fixes = apart(&source, &findings, Reach::Safe);
    let text = replaced(&source, fixes.iter().flat_map(|fix| &fix.edits));
    assert_eq!(text, "0a3456789");
}

#[test]
fn line_endings_stay_what_they_are() {
    let text = |text: &str, with: &str| mended(text, with, Reach::Safe).unwrap().0;
    assert_eq!(text("a\r\nx\r\n", "1\n2\r\n3"), "a\r\n1\r\n2\r\n3\r\n");
    assert_eq!(text("a\nx", "1\n2"), "a\n1\n2");
    assert_eq!(text("\u{FEFF}x", "y"), "\u{FEFF}y");
}

#[test]
fn the_difference_can_be_patched() {
    let difference = |name: &str, before: &str, after: &str| {
        difference(&Source::new(name, before), &Source::new(name, after))
    };
    assert_eq!(
        difference("in/letter.md", "one\r\ntwo\r\nthree", "one\r\n2\r\nthree"),
        "--- a/in/letter.md\n+++ b/in/letter.md\n@@ -1,3 +1,3 @@\n one\r\n-two\r\n+2\r\n three\n\
         \\ No newline at end of file\n"
    );
    assert_eq!(
        difference("/in/a\"b", "one\n", "1\n"),
        "--- \"a/in/a\\\"b\"\n+++ \"b/in/a\\\"b\"\n@@ -1 +1 @@\n-one\n+1\n"
    );
}
