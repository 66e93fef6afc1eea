//! What came of the examples of rules: a table, and what is wrong with each that is.

use serde::Serialize;

use super::text::{BOLD, DIM, WELL, WRONG, item_in, parts};
use crate::report::{Look, counted, plain};
use crate::rule::{Came, Expectation, Judged, Tested, Verdict};

/// A line for each rule: how many sound and how many faulty examples it has, and the verdict.
pub fn table(tested: &[Tested], look: Look) -> String {
    let widest = tested
        .iter()
        .map(|tested| tested.rule.chars().count())
        .max()
        .unwrap_or_default();
    let heading = format!(
        "  {:widest$}  {:>4}  {:>4}  {}",
        "rule", "pass", "fail", "verdict"
    );
    let mut table = format!("{}\n", look.paint(DIM, &heading));
    for part in parts(tested, |tested| &tested.part) {
        if let Some(first) = part.first() {
            table.push_str(&format!("{}\n", look.paint(BOLD, &plain(&first.part))));
        }
        for tested in part {
            let colour = if tested.faults() == 0 { WELL } else { WRONG };
            table.push_str(&format!(
                "  {:widest$}  {:>4}  {:>4}  {}\n",
                plain(&tested.rule),
                tested.pass.len(),
                tested.fail.len(),
                look.paint(colour, &verdict(tested))
            ));
        }
    }
    table
}

/// `sound`, or how many examples have which verdict.
fn verdict(tested: &Tested) -> String {
    let kinds = [
        Verdict::WrongPlace,
        Verdict::WrongWords,
        Verdict::Missing,
        Verdict::Noisy,
    ];
    let counts = kinds.iter().filter_map(|kind| {
        let count = tested
            .wrong()
            .filter(|wrong| wrong.verdict == *kind)
            .count();
        (count > 0).then(|| format!("{count} {}", kind.name()))
    });
    let lacks = tested.lacks().into_iter().map(|kind| format!("no {kind}"));
    let all: Vec<String> = counts.chain(lacks).collect();
    match all.as_slice() {
        [] => "sound".to_owned(),
        all => all.join(", "),
    }
}

/// What is wrong: each example with what was expected of it and what came.
pub fn faults(tested: &[Tested], look: Look) -> String {
    let mut told = Vec::new();
    for tested in tested {
        for kind in tested.lacks() {
            let verdict = look.paint(WRONG, &format!("no {kind}"));
            let reason = match kind {
                "[[fail]]" => "a faulty document shows that the rule speaks, and where",
                _ => "a sound document shows that the rule can be silent",
            };
            told.push(format!("{}: {verdict}\n  {reason}\n", plain(&tested.file)));
        }
        told.extend(
            tested
                .wrong()
                .map(|judged| fault(&tested.file, judged, look)),
        );
    }
    told.join("\n")
}

fn fault(file: &str, judged: &Judged, look: Look) -> String {
    let mut told = format!(
        "{}:{}: {}: {}\n",
        plain(file),
        judged.line,
        look.paint(WRONG, judged.verdict.name()),
        plain(&judged.name)
    );
    let mut entries = |name: &str, all: Vec<String>| {
        for (index, words) in all.iter().enumerate() {
            let name = if index == 0 { name } else { "" };
            let beginning = look.paint(BOLD, &format!("  {name:8}  "));
            told.push_str(&item_in(&beginning, 12, words, look.width));
        }
    };
    entries(
        "expected",
        or_nothing(judged.expected.iter().map(expected).collect()),
    );
    entries("came", or_nothing(judged.came.iter().map(came).collect()));
    if !judged.expected.is_empty() && !judged.came.is_empty() {
        entries(
            "if right",
            vec![format!("expect = [{}]", joined(&judged.came))],
        );
    }
    told
}

fn or_nothing(all: Vec<String>) -> Vec<String> {
    if all.is_empty() {
        vec!["no finding".to_owned()]
    } else {
        all
    }
}

fn expected(expected: &Expectation) -> String {
    let text = expected.text.as_ref().map(|text| format!(", `{text}`"));
    let message = expected
        .message
        .as_ref()
        .map(|message| format!(": {message}"));
    format!(
        "{}line {}{}{}",
        in_file(expected.file.as_deref()),
        expected.line,
        text.unwrap_or_default(),
        message.unwrap_or_default()
    )
}

fn came(came: &Came) -> String {
    let file = in_file(came.file.as_deref());
    format!(
        "{file}line {}, `{}`: {}",
        came.line, came.text, came.message
    )
}

/// `S_2023_463.md, `, where there are several files.
fn in_file(file: Option<&str>) -> String {
    file.map_or_else(String::new, |file| format!("{file}, "))
}

/// Findings as a rule file expects them.
fn joined(came: &[Came]) -> String {
    let entries = came.iter().map(|came| {
        let file = came.file.as_deref();
        let file = file.map_or_else(String::new, |file| format!("file = {}, ", quoted(file)));
        match came.text.as_str() {
            "" => format!("{{ {file}line = {} }}", came.line),
            text => format!("{{ {file}line = {}, text = {} }}", came.line, quoted(text)),
        }
    });
    entries.collect::<Vec<_>>().join(", ")
}

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// How much was tested, and whether all is as it should be.
pub fn summary(tested: &[Tested]) -> String {
    let Numbers {
        rules,
        examples,
        faults,
    } = Numbers::of(tested);
    let what = format!(
        "{}, {}",
        counted(rules, "rule", "rules"),
        counted(examples, "example", "examples")
    );
    match faults {
        0 => format!("{what}: all sound"),
        count => format!("{what}: {}", counted(count, "fault", "faults")),
    }
}

#[derive(Serialize)]
struct Numbers {
    rules: usize,
    examples: usize,
    faults: usize,
}

impl Numbers {
    fn of(tested: &[Tested]) -> Self {
        let examples = |tested: &Tested| tested.pass.len() + tested.fail.len();
        Self {
            rules: tested.len(),
            examples: tested.iter().map(examples).sum(),
            faults: tested.iter().map(Tested::faults).sum(),
        }
    }
}

#[derive(Serialize)]
struct Whole<'t> {
    version: u32,
    rules: Vec<Entry<'t>>,
    summary: Numbers,
}

#[derive(Serialize)]
struct Entry<'t> {
    #[serde(flatten)]
    tested: &'t Tested,
    lacks: Vec<&'static str>,
    sound: bool,
}

/// All of it as one JSON object.
///
/// # Errors
/// None that is known of: everything in it is text and numbers.
pub fn json(tested: &[Tested]) -> Result<String, serde_json::Error> {
    let whole = Whole {
        version: 1,
        rules: tested
            .iter()
            .map(|tested| Entry {
                tested,
                lacks: tested.lacks(),
                sound: tested.faults() == 0,
            })
            .collect(),
        summary: Numbers::of(tested),
    };
    serde_json::to_string_pretty(&whole).map(|object| object + "\n")
}
