//! `doclint explain` and `doclint rules`: pages and lists, for people, documentation and programs.

// The helpers of tests are tests too: what fails in them fails the test.
#![allow(clippy::unwrap_used)]

mod common;

use common::program::{Ran, doclint_on, folder};
use doclint::catalogue::page::Page;
use doclint::report::{Look, columns};
use doclint::rule::RuleSet;

const RULE: &str = r#"title = "The footer is dated long after the masthead"
severity = "advice"
why = "A document is processed within weeks of its submission, sometimes a few days before the date."
authority = "The archive's guide"
each = "footer"
when = { "document.kind" = ["letter", "note-verbale"] }
[check.order]
fields = ["masthead.date", "footer.first-date"]
at-most = "60 days"
[report]
message = "the footer is dated {footer.first-date}, the masthead {masthead.date}"
labels = { "footer.first-date" = "the footer" }
help = "compare both with the original"
[[pass]]
name = "the same day"
text = '''
S/2023/463
Distr.: General
29 June 2023

Letter dated 21 June 2023 from the Permanent Representative of Malta to the
United Nations addressed to the President of the Security Council

I have the honour to write.

23-12564 (E)    290623    290623
'''
[[pass]]
name = "a report is none of the archive's business"
text = '''
S/2023/463
Distr.: General
29 June 2023

Report of the Secretary-General

23-12564 (E)    291223    291223
'''
[[fail]]
name = "half a year later"
expect = [{ line = 3, text = "29 June 2023" }]
text = '''
S/2023/463
Distr.: General
29 June 2023

Letter dated 21 June 2023 from the Permanent Representative of Malta to the
United Nations addressed to the President of the Security Council

I have the honour to write.

23-12564 (E)    291223    291223
'''
"#;

fn explained(arguments: &[&str]) -> Ran {
    let folder = folder(&[("own/footer-late.toml", RULE.as_bytes())]);
    let own = [arguments, &["--rules", "own"]].concat();
    doclint_on(80, folder.path(), &own, "")
}

#[test]
fn a_rule_is_a_page() {
    let ran = explained(&["explain", "footer-late"]);
    assert_eq!((ran.code, ran.error.as_str()), (Some(0), ""));
    assert_eq!(
        ran.out,
        r#"The footer is dated long after the masthead
footer-late, own

  severity   advice
  why        A document is processed within weeks of its submission, sometimes a
             few days before the date.
  authority  The archive's guide
  looks at   the footer
  when       document.kind is letter or note-verbale
  asks       Does each come no later, no larger, than the next? (order)
             masthead.date: the date on which the document was submitted
             footer.first-date: the first of them
             at-most = "60 days"

Example: half a year later

advice[footer-late]

  ☞ the footer is dated 291223, the masthead 29 June 2023
   ╭─[example:3:1]
 2 │ Distr.: General
 3 │ 29 June 2023
   · ────────────
   ╰────
    ╭─[example:10:17]
 10 │ 23-12564 (E)    291223    291223
    ·                 ───┬──
    ·                    ╰── the footer
    ╰────
  help: compare both with the original
  more: doclint explain footer-late

No fault:
  - the same day
       3 │ 29 June 2023
      10 │ 23-12564 (E)    290623    290623
  - a report is none of the archive's business
       5 │ Report of the Secretary-General

To leave it out: --ignore footer-late, or in doclint.toml
  ignore = ["footer-late"]
To make it graver: --severity footer-late=warning, or there
  [severity]
  footer-late = "warning"
"#
    );
}

#[test]
fn no_page_is_wider_than_the_terminal() {
    let look = Look {
        colour: false,
        width: 80,
    };
    let rules = RuleSet::builtin().unwrap();
    for rule in rules.rules() {
        let page = Page::of(rule).unwrap().text(look);
        // What is written beside a place far to the right is not broken into single words.
        for line in page.lines().filter(|line| !line.contains('·')) {
            assert!(columns(line) <= 80, "{}: {line}", rule.id);
        }
    }
}

#[test]
fn a_page_for_documentation() {
    let ran = explained(&["explain", "footer-late", "--format", "markdown"]);
    assert_eq!(ran.code, Some(0));
    assert_eq!(
        ran.out,
        r#"## The footer is dated long after the masthead

`footer-late`, own

- **severity**: advice
- **why**: A document is processed within weeks of its submission, sometimes a few days before the date.
- **authority**: The archive's guide
- **looks at**: the footer
- **when**: document.kind is letter or note-verbale
- **asks**: Does each come no later, no larger, than the next? (order)
  - masthead.date: the date on which the document was submitted
  - footer.first-date: the first of them
  - at-most = "60 days"

Example: half a year later

```text
advice[footer-late]

  ☞ the footer is dated 291223, the masthead 29 June 2023
   ╭─[example:3:1]
 2 │ Distr.: General
 3 │ 29 June 2023
   · ────────────
   ╰────
    ╭─[example:10:17]
 10 │ 23-12564 (E)    291223    291223
    ·                 ───┬──
    ·                    ╰── the footer
    ╰────
  help: compare both with the original
  more: doclint explain footer-late
```

No fault:

- the same day

  ```text
     3 │ 29 June 2023
    10 │ 23-12564 (E)    290623    290623
  ```

- a report is none of the archive's business

  ```text
     5 │ Report of the Secretary-General
  ```

```text
To leave it out: --ignore footer-late, or in doclint.toml
  ignore = ["footer-late"]
To make it graver: --severity footer-late=warning, or there
  [severity]
  footer-late = "warning"
```
"#
    );
}

#[test]
fn a_page_for_programs() {
    let ran = explained(&["explain", "footer-late", "--format", "json"]);
    let mut is: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert!(is["example"]["text"].take().is_string());
    assert_eq!(
        is,
        serde_json::json!({
            "id": "footer-late",
            "part": "own",
            "severity": "advice",
            "enabled": true,
            "title": "The footer is dated long after the masthead",
            "why": "A document is processed within weeks of its submission, sometimes a few days \
                    before the date.",
            "authority": "The archive's guide",
            "looks_at": "the footer: masthead.date, footer.first-date",
            "each": "footer",
            "check": "order",
            "fields": ["masthead.date", "footer.first-date"],
            "question": "Does each come no later, no larger, than the next?",
            "parameters": { "at-most": "\"60 days\"" },
            "when": { "document.kind": ["letter", "note-verbale"] },
            "example": {
                "name": "half a year later",
                "text": null,
                "findings": [{ "line": 3, "text": "29 June 2023", "message": null }],
            },
            "no_fault": [
                {
                    "name": "the same day",
                    "lines": [
                        { "line": 3, "text": "29 June 2023" },
                        { "line": 10, "text": "23-12564 (E)    290623    290623" },
                    ],
                },
                {
                    "name": "a report is none of the archive's business",
                    "lines": [{ "line": 5, "text": "Report of the Secretary-General" }],
                },
            ],
        })
    );
}

#[test]
fn without_a_rule_all_are_listed_as_by_rules() {
    for format in ["table", "json", "markdown"] {
        let explained = self::explained(&["explain", "--format", format]);
        let listed = self::explained(&["rules", "--format", format]);
        assert_eq!((explained.code, listed.code), (Some(0), Some(0)));
        assert_eq!(explained.out, listed.out);
    }
}

#[test]
fn a_part_lists_its_rules() {
    let ran = explained(&["explain", "signature", "--color", "always"]);
    let beginning = "\u{1b}[1msignature\u{1b}[0m (";
    assert!(ran.out.starts_with(beginning), "{}", ran.out);
    let line = " \u{1b}[31merror  \u{1b}[0m  A signature has no name\n";
    assert!(ran.out.contains(line), "{}", ran.out);
}

#[test]
fn a_misspelt_rule_gets_a_suggestion() {
    let ran = explained(&["explain", "footer-lat"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert_eq!(
        ran.error,
        "error: there is no rule `footer-lat`; did you mean `footer-late`?\n"
    );
}
