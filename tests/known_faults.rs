//! Faults that are known: the baseline of a repository, and allowances in the settings and in the
//! documents.

// The helpers of tests are tests too: what fails in them fails the test.
#![allow(clippy::unwrap_used)]

mod common;

use std::fs;
use std::path::Path;

use common::program::{Ran, doclint, folder};
use common::{checked, seeds, words};
use doclint::source::Span;
use tempfile::TempDir;

/// A document with a date that does not exist, on line 12.
const MISPRINT: &str = "S/1994/31\n\nUnited Nations\n\nSecurity Council\n\nDistr.: General\n\
                        11 January 1994\nOriginal: English\n\nNote by the Secretary-General\n\n\
                        The mission arrived on 31 June 1993 and left on 2 July 1993.\n";

/// The faulty specimens in a folder.
fn faulty() -> TempDir {
    let seeds = seeds();
    let faulty: Vec<(&str, &[u8])> = seeds
        .iter()
        .filter(|(name, _)| name.starts_with("faulty/"))
        .map(|(name, text)| (name.as_str(), text.as_bytes()))
        .collect();
    folder(&faulty)
}

fn change(folder: &TempDir, file: &str, change: impl Fn(&str) -> String) {
    let path = folder.path().join(file);
    let text = fs::read_to_string(&path).unwrap();
    let changed = change(&text);
    assert_ne!(text, changed, "{file}");
    fs::write(path, changed).unwrap();
}

/// Runs doclint with findings in lines, and without the time it took.
fn run(folder: &Path, arguments: &[&str]) -> Ran {
    let all = [&["--format", "concise"], arguments].concat();
    let mut ran = doclint(folder, &all, "");
    let timed = ran.error.trim_end().rsplit_once("; ");
    if let Some((said, _)) = timed.filter(|(_, time)| time.ends_with('s')) {
        ran.error = format!("{said}\n");
    }
    ran
}

#[track_caller]
fn is(ran: &Ran, code: i32, out: &str, error: &str) {
    assert_eq!(
        (ran.code, ran.out.as_str(), ran.error.as_str()),
        (Some(code), out, error)
    );
}

#[test]
fn old_faults_are_not_heard_of_and_new_ones_are() {
    let folder = faulty();
    let here = folder.path();
    let found = run(here, &["-q"]).out.lines().count();
    let ran = run(here, &["--write-baseline", "known.json"]);
    let known = format!("; {found} in the baseline; 1 file is not a document\n");
    let faulty = seeds()
        .iter()
        .filter(|(name, _)| name.starts_with("faulty/"))
        .count();
    let documents = format!("{} documents", faulty - 1);
    let sum = format!("{documents}: no other faults found{known}");
    is(
        &ran,
        0,
        "",
        &format!("known.json: {found} known faults written\n{sum}"),
    );

    // Lines above change nothing.
    for (name, _) in seeds() {
        if name.starts_with("faulty/") {
            change(&folder, &name, |text| format!("\n\n\n\n\n{text}"));
        }
    }
    is(&run(here, &["--baseline", "known.json"]), 0, "", &sum);

    // A fault is mended.
    change(&folder, "faulty/annex-date-mismatch.md", |text| {
        text.replace("14 May 2022", "4 May 2022")
    });
    let stale = "known.json: 1 known fault no longer found; --prune-baseline takes it out\n  \
                 faulty/annex-date-mismatch.md: annex-date-mismatch \"14 May 2022\"\n";
    let left = found - 1;
    let rest =
        format!("{left} in the baseline; 1 stale in the baseline; 1 file is not a document\n");
    let ran = run(here, &["--baseline", "known.json"]);
    let sum = format!("{stale}{documents}: no other faults found; {rest}");
    is(&ran, 0, "", &sum);

    // A fault is new.
    change(&folder, "faulty/annex-missing.txt", |text| {
        text.replace("Distr.: General", "")
    });
    let new = "faulty/annex-missing.txt:13:1: warning[distribution-missing] the masthead has no \
               distribution line\n";
    let ran = run(here, &["--baseline", "known.json"]);
    is(
        &ran,
        1,
        new,
        &format!("{stale}{documents}: 1 warning; {rest}"),
    );

    // What is stale is taken out, and nothing else.
    let before = fs::read_to_string(here.join("known.json")).unwrap();
    let ran = run(here, &["--baseline", "known.json", "--prune-baseline"]);
    assert_eq!(ran.code, Some(1));
    let after = fs::read_to_string(here.join("known.json")).unwrap();
    let gone: Vec<&str> = before
        .lines()
        .filter(|line| !after.contains(line))
        .collect();
    assert_eq!(
        gone,
        [
            "{\"file\":\"faulty/annex-date-mismatch.md\",\"rule\":\"annex-date-mismatch\",\
           \"words\":\"14 May 2022\"},"
        ]
    );
    assert_eq!(before.lines().count(), after.lines().count() + 1);
    assert!(!here.join("known.json.new").exists());
}

#[test]
fn a_run_over_some_files_says_nothing_of_the_others() {
    let folder = folder(&[
        ("a.md", MISPRINT.as_bytes()),
        ("b.md", MISPRINT.as_bytes()),
        (
            "doclint.toml",
            b"baseline = 'known.json'\nselect = ['date-impossible']\n",
        ),
    ]);
    let here = folder.path();
    assert_eq!(
        run(here, &[]).error,
        "error: known.json: there is no such baseline; --write-baseline known.json makes it\n"
    );
    assert_eq!(run(here, &["--write-baseline", "known.json"]).code, Some(0));
    fs::remove_file(here.join("b.md")).unwrap();
    let quiet = "1 document: no other faults found; 1 in the baseline\n";
    is(&run(here, &["a.md"]), 0, "", quiet);
    let ran = run(here, &["."]);
    assert!(
        ran.error
            .contains("  b.md: date-impossible \"31 June 1993\"\n")
    );

    // A rule that is not used finds nothing; that does not make a fault stale.
    let other = ["--select", "date-missing", "a.md"];
    is(&run(here, &other), 0, "", "1 document: no faults found\n");
    // Nor is it lost when the baseline is written anew.
    let before = fs::read_to_string(here.join("known.json")).unwrap();
    run(here, &["--write-baseline", "known.json", "a.md"]);
    assert_eq!(fs::read_to_string(here.join("known.json")).unwrap(), before);

    // From another folder, the files have the same names.
    fs::create_dir(here.join("sub")).unwrap();
    is(&run(&here.join("sub"), &["../a.md"]), 0, "", quiet);
}

#[test]
fn a_fault_that_is_repeated_is_one_more() {
    let folder = folder(&[("a.md", MISPRINT.as_bytes())]);
    let here = folder.path();
    let select = ["--select", "date-impossible"];
    let with = |more: &[&str]| run(here, &[&select, more].concat());
    with(&["--write-baseline", "known.json"]);
    change(&folder, "a.md", |text| {
        format!("{text}\nOn 31 June 1993 all was quiet.\n")
    });
    let ran = with(&["--baseline", "known.json"]);
    is(
        &ran,
        1,
        "a.md:15:4: error[date-impossible] there is no 31 June 1993\n",
        "1 document: 1 error; 1 in the baseline\n",
    );
}

#[test]
fn what_is_no_baseline_is_said() {
    let folder = folder(&[("a.md", MISPRINT.as_bytes()), ("known.json", b"{}")]);
    let error = |arguments: &[&str]| {
        let ran = run(folder.path(), arguments);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
        ran.error
    };
    assert_eq!(
        error(&["--baseline", "known.json"]),
        "error: known.json: this is no baseline: missing field `version` at line 1 column 2\n"
    );
    assert_eq!(
        error(&["--prune-baseline"]),
        "error: there is no baseline to prune: name one with --baseline FILE, or in doclint.toml\n"
    );
}

/// Runs doclint on the misprint, changed, with settings.
fn misprint(settings: &str, change: impl Fn(&str) -> String, arguments: &[&str]) -> Ran {
    let text = change(MISPRINT);
    let folder = folder(&[
        ("1994/a.md", text.as_bytes()),
        (
            "1994/b.txt",
            MISPRINT
                .replace("31 June", "30 June")
                .replace("S/1994/31", "S/1994/32")
                .as_bytes(),
        ),
        ("doclint.toml", settings.as_bytes()),
    ]);
    run(folder.path(), arguments)
}

const ALLOWED: &str = "2 documents: no other faults found; 1 allowed\n";

#[test]
fn a_table_allows_a_fault_by_its_words() {
    let allow = "[[allow]]\nrule = 'date-impossible'\nfile = '1994/a.md'\ntext = '31  June 1993'\n\
                 reason = 'misprint in the original'\n";
    is(&misprint(allow, str::to_owned, &[]), 0, "", ALLOWED);
    let wide = allow.replace("1994/a.md", "1994/*.md");
    is(&misprint(&wide, str::to_owned, &[]), 0, "", ALLOWED);
    let all = allow.replace("text = '31  June 1993'\n", "");
    is(&misprint(&all, str::to_owned, &[]), 0, "", ALLOWED);
}

#[test]
fn a_table_that_allows_nothing_is_a_finding() {
    let allow = "[[allow]]\nrule = 'date-impossible'\nfile = '1994/b.txt'\ntext = '31 June 1993'\n\
                 reason = 'misprint in the original'\n";
    let mended = |text: &str| text.replace("31 June", "30 June");
    let unused = "doclint.toml:4:8: warning[allowance-unused] date-impossible finds nothing that \
                  this allows\n";
    let ran = misprint(allow, mended, &[]);
    is(&ran, 1, unused, "2 documents: 1 warning\n");
    let ran = misprint(allow, mended, &["1994/b.txt"]);
    is(&ran, 1, unused, "1 document: 1 warning\n");
    // Of a file that was not looked at, and of a rule that is not used, nothing is said.
    for quiet in [
        &["1994/a.md"][..],
        &["--select", "date-missing"],
        &["--ignore", "allowance-unused"],
    ] {
        assert_eq!(misprint(allow, mended, quiet).code, Some(0), "{quiet:?}");
    }
    let wide = allow.replace("1994/b.txt", "**/*.txt");
    assert_eq!(misprint(&wide, mended, &["1994"]).code, Some(0));
    assert_eq!(misprint(&wide, mended, &[]).out, unused);
}

#[test]
fn a_table_without_a_reason_is_a_finding() {
    let allow = "[[allow]]\nrule = 'date-impossible'\nfile = '1994/a.md'\ntext = '31 June 1993'\n";
    let ran = misprint(allow, str::to_owned, &[]);
    is(
        &ran,
        1,
        "doclint.toml:4:8: error[allowance-reasonless] this allowance gives no reason\n",
        "2 documents: 1 error; 1 allowed\n",
    );
}

/// Runs doclint on the misprint with a comment before it.
fn commented(comment: &str) -> Ran {
    let change = |text: &str| text.replace("The mission", &format!("{comment}\nThe mission"));
    misprint("", change, &[])
}

#[test]
fn a_comment_allows_a_fault() {
    let comment = "<!-- doclint: allow[date-impossible] misprint in the original -->";
    is(&commented(comment), 0, "", ALLOWED);
    is(&commented(&format!("{comment}\n\n")), 0, "", ALLOWED);
    let behind = |text: &str| text.replace("2 July 1993.", &format!("2 July 1993. {comment}"));
    is(&misprint("", behind, &[]), 0, "", ALLOWED);
}

#[test]
fn what_is_wrong_with_a_comment_is_a_finding() {
    for (comment, findings) in [
        (
            "<!-- doclint: allow[date-impossible] -->",
            "13:1: error[allowance-reasonless] this allowance gives no reason\n",
        ),
        (
            "<!-- doclint: allow[date-impossible, weekday-mismatch] a misprint -->",
            "13:38: warning[allowance-unused] weekday-mismatch finds nothing here that could be \
             allowed\n",
        ),
        (
            "<!-- doclint: allow[date-impossible, date-imposible] a misprint -->",
            "13:38: warning[allowance-unused] there is no rule `date-imposible`\n",
        ),
    ] {
        let findings = format!("1994/a.md:{findings}");
        let ran = commented(comment);
        assert_eq!((ran.code, ran.out), (Some(1), findings), "{comment}");
    }
    let ran = commented("<!-- doclint: ignore -->");
    assert_eq!(
        ran.out,
        "1994/a.md:13:1: warning[allowance-unused] this comment allows nothing: it is not \
         written as an allowance of a rule\n\
         1994/a.md:14:24: error[date-impossible] there is no 31 June 1993\n"
    );
}

#[test]
fn what_is_said_of_allowances_is_tuned_and_explained_like_rules() {
    let reasonless = "<!-- doclint: allow[date-impossible] -->\nThe mission";
    let change = |text: &str| text.replace("The mission", reasonless);
    let severity = "[severity]\nallowance-reasonless = 'advice'\n";
    assert_eq!(misprint(severity, change, &[]).code, Some(0));
    let typed = ["--ignore", "allowance"];
    is(&misprint("", change, &typed), 0, "", ALLOWED);
    let folder = folder(&[]);
    let ran = doclint(folder.path(), &["explain", "allowance-unused"], "");
    assert!(
        ran.out
            .starts_with("An allowance allows nothing\nallowance-unused, allowance\n")
    );
    let ran = doclint(folder.path(), &["rules"], "");
    assert!(
        ran.out.contains("allowance (2)\n  allowance-reasonless"),
        "{}",
        ran.out
    );
}

/// A comment of the kind that the tests write into documents.
const COMMENT: &str = "<!-- doclint: allow[date-impossible] misprint in the original -->";

/// What is found in a text, without the lines and without the comments between the words.
fn told(text: &str) -> Vec<String> {
    let checked = checked(text);
    let words = |span: Span| {
        words(&checked.source, span)
            .replace(&format!("{COMMENT}\n"), "")
            .replace(&format!(" {COMMENT}"), "")
    };
    checked
        .findings
        .iter()
        .map(|finding| {
            let others = finding.others.iter();
            let others: Vec<String> = others.map(|label| words(label.span)).collect();
            let words = words(finding.primary.span);
            format!("{} {words:?} {} {others:?}", finding.rule, finding.message)
        })
        .collect()
}

#[test]
fn a_comment_does_not_disturb_the_reading() {
    let mut disturbed = Vec::new();
    let documents = seeds().into_iter().filter(|(_, text)| {
        // What is found in a text that is no document stands on its first line, whatever that is.
        !told(text)
            .iter()
            .any(|found| found.starts_with("not-a-document "))
    });
    for (index, (name, text)) in documents.enumerate() {
        let expected = told(&text);
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        // Other lines in each text: all would take minutes.
        for (number, line) in lines.iter().enumerate().skip(index % 7).step_by(7) {
            let before = format!(
                "{}{COMMENT}\n{}",
                lines[..number].concat(),
                lines[number..].concat()
            );
            if told(&before) != expected {
                disturbed.push(format!("{name}, before line {}: {line}", number + 1));
            }
            let words = line.trim_end();
            let behind = format!(
                "{}{words} {COMMENT}{}{}",
                lines[..number].concat(),
                &line[words.len()..],
                lines[number + 1..].concat()
            );
            if !words.is_empty() && told(&behind) != expected {
                disturbed.push(format!("{name}, behind line {}: {line}", number + 1));
            }
        }
    }
    assert_eq!(disturbed, Vec::<String>::new());
}
