//! What is set in files and on the command line: which of them counts, and how it is shown.

// The helpers of tests are tests too: what fails in them fails the test.
#![allow(clippy::unwrap_used)]

mod common;

use std::fs;
use std::path::Path;

use common::program::{Ran, doclint, folder};
use doclint::config::TEMPLATE;
use tempfile::TempDir;

/// A document without a date, an organ and a title.
const BARE: &[u8] = b"S/2023/463\n\nUnited Nations\n\nDistr.: General\n\nOriginal: English\n";

/// The rules that find something, by the file in which they do.
fn found(folder: &Path, arguments: &[&str]) -> Vec<String> {
    let all = [&["-q", "--format", "concise"], arguments].concat();
    let ran = doclint(folder, &all, "");
    assert_eq!(ran.error, "");
    ran.out
        .lines()
        .map(|line| {
            let (place, rest) = line.split_once(": ").unwrap();
            let (rule, _) = rest.split_once(']').unwrap();
            format!("{} {rule}]", place.split(':').next().unwrap())
        })
        .collect()
}

fn bare(settings: &str) -> TempDir {
    folder(&[
        ("new/a.md", BARE),
        ("ocr/b.md", BARE),
        ("doclint.toml", settings.as_bytes()),
    ])
}

const SELECT: &str = "select = ['date-missing', 'organ-missing']\n";

#[test]
fn an_override_holds_for_its_files() {
    let some = "[[override]]\nfiles = ['ocr/**']\n";
    let all = [
        "new/a.md advice[organ-missing]",
        "new/a.md error[date-missing]",
    ];
    for (override_, ocr) in [
        ("ignore = ['organ-missing']", &["error[date-missing]"][..]),
        ("ignore = ['masthead']", &[]),
        ("select = ['title-missing']", &["warning[title-missing]"]),
        (
            "severity = { masthead = 'warning', date-missing = 'advice' }",
            &["warning[organ-missing]", "advice[date-missing]"],
        ),
        (
            "severity = { date-missing = 'advice' }\n[[override]]\nfiles = ['ocr/b.md']\n\
             severity = { date-missing = 'warning' }",
            &["advice[organ-missing]", "warning[date-missing]"],
        ),
    ] {
        let folder = bare(&format!("{SELECT}{some}{override_}\n"));
        let ocr = ocr.iter().map(|found| format!("ocr/b.md {found}"));
        let expected: Vec<String> = all.map(str::to_owned).into_iter().chain(ocr).collect();
        let mut is = found(folder.path(), &[]);
        is.sort_by_key(|line| expected.iter().position(|known| known == line));
        assert_eq!(is, expected, "{override_}");
    }
}

#[test]
fn what_is_typed_has_the_last_word() {
    let folder = bare(&format!(
        "{SELECT}[[override]]\nfiles = ['ocr']\nselect = ['title-missing']\n\
         severity = {{ date-missing = 'advice' }}\n"
    ));
    assert_eq!(
        found(folder.path(), &["--select", "date-missing"]),
        [
            "new/a.md error[date-missing]",
            "ocr/b.md advice[date-missing]"
        ]
    );
    let typed = [
        "--select",
        "date-missing",
        "--severity",
        "date-missing=warning",
    ];
    assert_eq!(
        found(folder.path(), &typed),
        [
            "new/a.md warning[date-missing]",
            "ocr/b.md warning[date-missing]"
        ]
    );
    assert_eq!(
        found(&folder.path().join("ocr"), &["--ignore", "date-missing"]),
        ["b.md warning[title-missing]"]
    );
}

#[test]
fn a_file_extends_another_and_has_the_last_word() {
    let folder = folder(&[
        (
            "house/all.toml",
            b"extend = 'base.toml'\nselect = ['date-missing']\n",
        ),
        (
            "house/base.toml",
            b"select = ['organ-missing']\nexclude = ['ocr/**']\n[severity]\n\
              date-missing = 'warning'\norgan-missing = 'error'\n",
        ),
        (
            "house/texts/doclint.toml",
            b"extend = '../all.toml'\n[severity]\norgan-missing = 'advice'\n",
        ),
        ("house/texts/ocr/a.md", BARE),
        ("house/ocr/b.md", BARE),
    ]);
    let texts = folder.path().join("house/texts");
    // Patterns count from the file that has them: house/ocr is left out, house/texts/ocr is not.
    assert_eq!(
        found(&texts, &[".", "../ocr/b.md"]),
        ["ocr/a.md warning[date-missing]"]
    );
    let ran = doclint(&texts, &["--config-show"], "");
    assert_eq!((ran.code, ran.error.as_str()), (Some(0), ""));
    assert_eq!(
        ran.out,
        "# doclint.toml\n\
         include = [\"**/*.md\", \"**/*.markdown\", \"**/*.txt\", \"**/*.text\", \"**/*.MD\", \
         \"**/*.TXT\"]  # standard\n\
         exclude = [\"ocr/**\"]  # ../base.toml:2\n\
         rules = []  # standard\n\
         fail-on = \"warning\"  # standard\n\
         select = [\"date-missing\"]  # ../all.toml:2\n\
         ignore = []  # standard\n\
         \n\
         [severity]\n\
         date-missing = \"warning\"  # ../base.toml:4\n\
         organ-missing = \"advice\"  # doclint.toml:3\n"
    );
}

#[test]
fn the_settings_in_force_are_shown_with_what_is_typed() {
    let folder = folder(&[(
        "doclint.toml",
        b"include = ['**/*.md']\nignore = ['annex']\n[[override]]\nfiles = ['ocr']\n\
          ignore = ['footer']\nseverity = { letter = 'error' }\n[[allow]]\n\
          rule = 'date-impossible'\nfile = 'a.md'\ntext = '31 \"June\" 1993'\nreason = 'misprint'\n",
    )]);
    let typed = [
        "--ignore",
        "letter",
        "--exclude",
        "drafts/**",
        "--fail-on",
        "error",
        "--severity",
        "masthead=advice",
        "--config-show",
    ];
    let ran = doclint(folder.path(), &typed, "");
    let shown = "# doclint.toml\n\
                 include = [\"**/*.md\"]  # doclint.toml:1\n\
                 exclude = [\"drafts/**\"]  # command line\n\
                 rules = []  # standard\n\
                 fail-on = \"error\"  # command line\n\
                 select = []  # standard\n\
                 ignore = [\"annex\", \"letter\"]  # doclint.toml:2, command line\n\
                 \n\
                 [severity]\n\
                 masthead = \"advice\"  # command line\n\
                 \n\
                 [[override]]  # doclint.toml:3\n\
                 files = [\"ocr\"]\n\
                 ignore = [\"footer\"]\n\
                 severity = { letter = \"error\" }\n\
                 \n\
                 [[allow]]  # doclint.toml:10\n\
                 rule = \"date-impossible\"\n\
                 file = \"a.md\"\n\
                 text = '31 \"June\" 1993'\n\
                 reason = \"misprint\"\n";
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), shown));
    // What is shown is a settings file.
    fs::write(folder.path().join("doclint.toml"), &ran.out).unwrap();
    assert_eq!(doclint(folder.path(), &["--config-show"], "").code, Some(0));
}

#[track_caller]
fn is_said(ran: &Ran, words: &[&str]) {
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    for words in words {
        assert!(ran.error.contains(words), "{}", ran.error);
    }
}

#[test]
fn what_cannot_be_extended_is_drawn() {
    let folder = folder(&[
        ("a.toml", b"extend = 'b.toml'\n"),
        ("b.toml", b"extend = './a.toml'\n"),
        ("self.toml", b"extend = 'self.toml'\n"),
        ("gone.toml", b"extend = 'nowhere.toml'\n"),
        ("wrong.toml", b"fail-on = 'eror'\nextend = 'too.toml'\n"),
        ("too.toml", b"ignore = 'annex'\n"),
    ]);
    let run = |config: &str| doclint(folder.path(), &["--config", config], "");
    is_said(
        &run("a.toml"),
        &[
            "× the files that extend each other go in a circle",
            "[b.toml:1:10]",
        ],
    );
    is_said(&run("self.toml"), &["× this file extends itself"]);
    is_said(
        &run("gone.toml"),
        &[
            "× `extend` cannot be followed: nowhere.toml: no such file or folder",
            "[gone.toml:1:10]",
        ],
    );
    // The mistakes of all files are told at once.
    is_said(
        &run("wrong.toml"),
        &["[too.toml:1:10]", "[wrong.toml:1:11]"],
    );
}

#[test]
fn a_rule_that_is_not_there_is_drawn_wherever_it_is_named() {
    let folder = bare(
        "[[override]]\nfiles = ['ocr']\nselect = ['anex']\n[[allow]]\nrule = 'anex-missing'\n\
         file = 'a.md'\nreason = 'why'\n[[allow]]\nrule = 'annex'\nfile = 'a.md'\nreason = 'why'\n",
    );
    is_said(
        &doclint(folder.path(), &[], ""),
        &[
            "× there is no rule or part `anex`",
            "help: did you mean `annex`?",
            "[doclint.toml:3:11]",
            "× there is no rule `anex-missing`",
            "help: did you mean `annex-missing`?",
            "[doclint.toml:5:8]",
            "× there is no rule `annex`",
            "[doclint.toml:9:8]",
        ],
    );
}

#[test]
fn init_writes_settings_and_never_over_others() {
    let folder = folder(&[("a.md", BARE)]);
    let here = folder.path();
    let ran = doclint(here, &["init"], "");
    assert_eq!(
        (ran.code, ran.error.as_str()),
        (Some(0), "doclint.toml written\n")
    );
    assert!(ran.out.contains("        - id: doclint\n"), "{}", ran.out);
    let written = fs::read_to_string(here.join("doclint.toml")).unwrap();
    assert_eq!(written, TEMPLATE);
    // With nothing but comments, all is as it was.
    assert_eq!(found(here, &[]), found(here, &["--isolated"]));
    is_said(
        &doclint(here, &["init"], ""),
        &[
            "error: doclint.toml: there is one already; nothing was written. Move it away for a new one\n",
        ],
    );
    is_said(
        &doclint(here, &["init", "nowhere"], ""),
        &["error: nowhere/doclint.toml: no such file or folder\n"],
    );
}

#[test]
fn every_example_that_init_writes_is_read() {
    let folder = folder(&[("a.md", BARE), ("house-rules/none/x", b"")]);
    let examples: String = TEMPLATE
        .lines()
        .filter_map(|line| line.strip_prefix("# "))
        .filter(|line| line.starts_with('[') || line.contains(" = "))
        .filter(|line| !line.starts_with("extend") && !line.starts_with("rules"))
        .map(|line| format!("{line}\n"))
        .collect();
    assert_eq!(examples.lines().count(), 17);
    fs::write(folder.path().join("doclint.toml"), examples).unwrap();
    let ran = doclint(folder.path(), &["--config-show"], "");
    assert_eq!((ran.code, ran.error.as_str()), (Some(0), ""));
}
