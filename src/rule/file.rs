//! The rule file: its keys, and every mistake that can be made in one.

use std::collections::BTreeMap;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::IgnoredAny;
use toml::Spanned;

use super::condition::{Condition, OneOrMany};
use super::examples::{Example, Examples, Expectation};
use super::syntax::of_toml;
use super::{ExampleText, FixRule, Rule, Template};
use crate::check::{Check, CheckFile, Names};
use crate::field::{ByField, FieldPath, Node, NodeName};
use crate::finding::Severity;
use crate::mistake::{Mistake, nearest};
use crate::source::{Source, Span};

/// A rule of doclint: what must hold in a document, why, how grave a breach is, what to say of it,
/// and examples. The file's name is the rule's name.
#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(title = "A rule of doclint")]
#[serde(deny_unknown_fields)]
pub(crate) struct RuleFile {
    /// The fault, in one line: the list of rules has it.
    #[schemars(with = "String", length(min = 1))]
    title: Spanned<String>,
    /// How grave it is.
    severity: Severity,
    /// Why it matters, in one or two sentences.
    #[schemars(with = "String", length(min = 1))]
    why: Spanned<String>,
    /// Who says so.
    authority: Option<String>,
    /// What the rule looks at, one at a time.
    #[schemars(with = "NodeName")]
    each: Spanned<String>,
    /// The values with which the rule applies, by field: `when = { "title.form" = "letter" }`.
    /// All must be met.
    #[serde(default)]
    #[schemars(with = "ByField<OneOrMany>")]
    when: BTreeMap<Spanned<String>, Spanned<OneOrMany>>,
    /// The question that the rule asks: one table such as `[check.agree]`.
    check: CheckFile,
    /// What is said of a breach. Names in braces are filled in: `{masthead.date}` with the words
    /// as they are written, `{masthead.symbol.canonical}` as they should be written,
    /// `{masthead.date.value}` with the value.
    report: ReportFile,
    /// How to repair it, where one replacement does.
    fix: Option<FixFile>,
    // The examples are read when they are asked for.
    /// A sound document, in which the rule finds nothing. One of them is a near miss.
    #[serde(default, rename = "pass")]
    #[schemars(with = "Vec<PassFile>")]
    _pass: IgnoredAny,
    /// A faulty document, and what the rule finds in it.
    #[serde(default, rename = "fail")]
    #[schemars(with = "Vec<FailFile>")]
    _fail: IgnoredAny,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(inline)]
#[serde(deny_unknown_fields)]
struct ReportFile {
    /// What is there, beginning with a small letter and without a full stop.
    #[schemars(with = "String", length(min = 1))]
    message: Spanned<String>,
    /// What to do about it.
    #[schemars(with = "String", length(min = 1))]
    help: Spanned<String>,
    /// What is written beside each place, by field.
    #[serde(default)]
    #[schemars(with = "ByField<String>")]
    labels: BTreeMap<Spanned<String>, Spanned<String>>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(inline)]
#[serde(deny_unknown_fields)]
struct FixFile {
    /// The field whose words go.
    #[schemars(with = "FieldPath")]
    replace: Spanned<String>,
    /// What comes in their place; names in braces are filled in.
    #[schemars(with = "String")]
    with: Spanned<String>,
    /// Whether that is certain.
    safe: bool,
}

/// The examples of a rule file; its other keys are named so that a misspelt one is found.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ExampleFile {
    #[serde(rename = "title")]
    _title: IgnoredAny,
    #[serde(rename = "severity")]
    _severity: IgnoredAny,
    #[serde(rename = "why")]
    _why: IgnoredAny,
    #[serde(default, rename = "authority")]
    _authority: IgnoredAny,
    #[serde(rename = "each")]
    _each: IgnoredAny,
    #[serde(default, rename = "when")]
    _when: IgnoredAny,
    #[serde(rename = "check")]
    _check: IgnoredAny,
    #[serde(rename = "report")]
    _report: IgnoredAny,
    #[serde(default, rename = "fix")]
    _fix: IgnoredAny,
    #[serde(default)]
    pass: Vec<PassFile>,
    #[serde(default)]
    fail: Vec<FailFile>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(inline)]
#[serde(deny_unknown_fields)]
struct PassFile {
    /// What the document shows.
    #[schemars(with = "String")]
    name: Spanned<String>,
    /// The document.
    text: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(inline)]
#[serde(deny_unknown_fields)]
struct FailFile {
    /// What the document shows.
    #[schemars(with = "String")]
    name: Spanned<String>,
    /// The document.
    text: String,
    /// What is found in it: neither more nor less.
    #[schemars(with = "Vec<Expectation>", length(min = 1))]
    expect: Spanned<Vec<Expectation>>,
}

/// What of a rule file is read to check a document: all before the examples. Where another table
/// follows them, that is the whole file.
pub(super) fn head(text: &str) -> &str {
    let mut end = None;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        match table(line) {
            Some("pass" | "fail") => end = end.or(Some(start)),
            Some(_) if end.is_some() => return text,
            _ => {}
        }
        start += line.len();
    }
    &text[..end.unwrap_or(text.len())]
}

/// The name of the table that a line opens. Lines of a document in brackets, such as `[Signed]`,
/// look the same.
fn table(line: &str) -> Option<&str> {
    let inner = line.trim_start().strip_prefix('[')?.trim_start_matches('[');
    let (name, _) = inner.split_once(']')?;
    let is_key = |c: char| c.is_ascii_alphanumeric() || " _-.\"'".contains(c);
    name.chars().all(is_key).then(|| name.trim())
}

pub(super) fn parse(id: &str, part: &str, source: Arc<Source>) -> Result<Rule, Vec<Mistake>> {
    // What is wrong in the head alone is told as it is in the whole file.
    let file: RuleFile = toml::from_str(head(source.text()))
        .or_else(|_| toml::from_str(source.text()))
        .map_err(|error| vec![of_toml(&source, &error)])?;
    let mut mistakes = named_well(id, &source);
    let Some(node) = Node::from_name(file.each.get_ref()) else {
        mistakes.push(unknown_node(&file.each, &source));
        return Err(mistakes);
    };
    let mut names = Names::new(&source, node);
    for (words, key) in [
        (&file.title, "title"),
        (&file.why, "why"),
        (&file.report.message, "message"),
        (&file.report.help, "help"),
    ] {
        if words.get_ref().trim().is_empty() {
            names.mistake(words.span(), format!("`{key}` is empty"), None);
        }
    }
    let check = Check::of(&file.check, &mut names);
    let extras = file.check.extras();
    let template = |names: &mut Names<'_>, words: &Spanned<String>| {
        Template::parse(words.get_ref(), words.span(), extras, names)
    };
    let message = template(&mut names, &file.report.message);
    let help = template(&mut names, &file.report.help);
    let labels: Vec<_> = file
        .report
        .labels
        .iter()
        .map(|(path, words)| {
            let named = names.field(path);
            if let (Some(named), Some(check)) = (&named, &check)
                && !check.paths().contains(&named.path.as_str())
            {
                let paths = check.paths().join(", ");
                names.mistake(
                    path.span(),
                    format!("this check never points at `{}`", named.path),
                    Some(format!("it points at {paths}")),
                );
            }
            let words = template(&mut names, words);
            Some((named?.path, words?))
        })
        .collect();
    let fix = file.fix.as_ref().map(|fix| {
        (
            template(&mut names, &fix.with),
            names.field(&fix.replace),
            fix.safe,
        )
    });
    let when: Vec<_> = file
        .when
        .iter()
        .map(|(path, values)| Condition::load(path, values, &mut names))
        .collect();
    mistakes.append(&mut names.mistakes);
    if !mistakes.is_empty() {
        mistakes.sort_by_key(|mistake| mistake.span);
        return Err(mistakes);
    }
    let fix = match fix {
        Some((with, replace, safe)) => with.zip(replace).map(|(with, replace)| {
            Some(FixRule {
                replace,
                with,
                safe,
            })
        }),
        None => Some(None),
    };
    let whole = || {
        Some(Rule {
            id: id.to_owned(),
            part: part.to_owned(),
            title: file.title.into_inner(),
            severity: file.severity,
            why: file.why.into_inner(),
            authority: file.authority,
            node,
            when: when.into_iter().collect::<Option<_>>()?,
            check: check?,
            message: message?,
            help: help?,
            labels: labels.into_iter().collect::<Option<_>>()?,
            fix: fix?,
            examples: ExampleText::File(source),
        })
    };
    whole().ok_or_else(Vec::new)
}

pub(super) fn examples(source: &Arc<Source>) -> Result<Examples, Vec<Mistake>> {
    let file: ExampleFile =
        toml::from_str(source.text()).map_err(|error| vec![of_toml(source, &error)])?;
    let unexpecting: Vec<Mistake> = file
        .fail
        .iter()
        .filter(|fail| fail.expect.get_ref().is_empty())
        .map(|fail| Mistake {
            source: Arc::clone(source),
            span: Span::new(fail.expect.span().start, fail.expect.span().end),
            message: "a faulty example says what is found in it".to_owned(),
            help: Some("write expect = [{ line = 1 }] with the line of the fault".to_owned()),
        })
        .collect();
    if !unexpecting.is_empty() {
        return Err(unexpecting);
    }
    let example = |name: Spanned<String>, text, expect| Example {
        place: Span::new(name.span().start, name.span().end),
        name: name.into_inner(),
        text,
        expect,
    };
    Ok(Examples {
        file: Arc::clone(source),
        pass: file
            .pass
            .into_iter()
            .map(|pass| example(pass.name, pass.text, Vec::new()))
            .collect(),
        fail: file
            .fail
            .into_iter()
            .map(|fail| example(fail.name, fail.text, fail.expect.into_inner()))
            .collect(),
    })
}

/// An id is what people write after `ignore`: small letters, figures and hyphens.
fn named_well(id: &str, source: &Arc<Source>) -> Vec<Mistake> {
    let sound = !id.is_empty()
        && id
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    if sound {
        return Vec::new();
    }
    vec![Mistake {
        source: Arc::clone(source),
        span: Span::empty(0),
        message: format!("`{id}` is no name for a rule"),
        help: Some("name the file in small letters, figures and hyphens, after the fault: annex-date-mismatch.toml".to_owned()),
    }]
}

fn unknown_node(each: &Spanned<String>, source: &Arc<Source>) -> Mistake {
    let nodes = Node::ALL.map(Node::name);
    let help = match nearest(each.get_ref(), nodes) {
        Some(name) => format!("did you mean `{name}`?"),
        None => format!("a rule can look at each {}", nodes.join(", ")),
    };
    Mistake {
        source: Arc::clone(source),
        span: Span::new(each.span().start, each.span().end),
        message: format!("there is no node `{}` to look at", each.get_ref()),
        help: Some(help),
    }
}
