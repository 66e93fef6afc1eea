//! What the reports print, to the character.

use std::sync::Arc;

use super::*;
use crate::finding::{Label, Related, Severity};
use crate::mistake::Mistake;
use crate::source::Span;

mod pictures;
mod programs;
mod services;
mod tables;

fn span(source: &Source, words: &str) -> Span {
    let start = source.text().find(words).unwrap();
    Span::new(start, start + words.len())
}

fn label(span: Span, message: &str) -> Label {
    Label {
        span,
        message: message.to_owned(),
    }
}

fn finding(primary: Label, others: Vec<Label>) -> Finding {
    Finding {
        rule: "annex-date-mismatch".to_owned(),
        severity: Severity::Error,
        message: "the annex heading is dated 12 June 2023, the letter 21 June 2023".to_owned(),
        help: "give the heading the letter's date".to_owned(),
        primary,
        others,
        related: Vec::new(),
        fix: None,
    }
}

/// What is known to a report in these tests.
fn context(width: usize, rules: &[RuleNote]) -> Context<'_> {
    Context {
        look: Look {
            colour: false,
            width,
        },
        rules,
        fail_on: Severity::Warning,
        folder: "/home/records",
        links: false,
    }
}

/// A report on files with their findings.
fn print_all(format: Format, context: Context<'_>, files: &[(&Source, &[Finding])]) -> String {
    let mut printed = Vec::new();
    let mut report = open(format, context, &mut printed);
    let mut summary = Summary::default();
    for (source, findings) in files {
        summary.add(true, findings);
        report.file(source, findings).unwrap();
    }
    report.finish(&summary).unwrap();
    drop(report);
    String::from_utf8(printed).unwrap()
}

fn print(format: Format, width: usize, source: &Source, finding: Finding) -> String {
    print_all(format, context(width, &[]), &[(source, &[finding])])
}

/// Words of a file that a finding speaks of besides its own.
fn related(source: &Arc<Source>, words: &str, message: &str) -> Related {
    Related {
        source: Arc::clone(source),
        label: label(span(source, words), message),
    }
}

#[test]
fn a_mistake_in_a_toml_file_is_drawn_with_its_help() {
    let source = Source::new("doclint.toml", "exlude = []\n");
    let mistake = Mistake {
        span: span(&source, "exlude"),
        source: Arc::new(source),
        message: "`exlude` is no setting".to_owned(),
        help: Some("did you mean `exclude`?".to_owned()),
    };
    let look = Look {
        colour: false,
        width: 80,
    };
    assert_eq!(
        draw_mistake(&mistake, look),
        concat!(
            "error\n",
            "\n",
            "  × `exlude` is no setting\n",
            "   ╭─[doclint.toml:1:1]\n",
            " 1 │ exlude = []\n",
            "   · ──────\n",
            "   ╰────\n",
            "  help: did you mean `exclude`?\n",
        )
    );
}

#[test]
fn colours_follow_the_gravity() {
    let source = Source::new("c.md", "annex");
    let look = Look {
        colour: true,
        width: 80,
    };
    for (severity, colour) in [
        (Severity::Error, "\u{1b}[31merror["),
        (Severity::Warning, "\u{1b}[33mwarning["),
        (Severity::Advice, "\u{1b}[36madvice["),
    ] {
        let mut finding = finding(label(span(&source, "annex"), ""), vec![]);
        finding.severity = severity;
        assert!(draw_finding(&source, &finding, look).starts_with(colour));
    }
}
