//! The keys of a rule file, as types: what serde reads, and what the schema describes.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::IgnoredAny;
use toml::Spanned;

use super::condition::OneOrMany;
use super::examples::{ExampleFile, Expectation};
use crate::check::CheckFile;
use crate::field::{ByField, FieldPath, NodeName};
use crate::finding::Severity;

/// A rule of doclint: what must hold in a document, why, how grave a breach is, what to say of it,
/// and examples. The file's name is the rule's name.
#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(title = "A rule of doclint")]
#[serde(deny_unknown_fields)]
pub(crate) struct RuleFile {
    /// The fault, in one line: the list of rules has it.
    #[schemars(with = "String", length(min = 1))]
    pub(super) title: Spanned<String>,
    /// How grave it is.
    pub(super) severity: Severity,
    /// Whether the rule is used when nobody asks for it by its name: it is, unless this says
    /// `false`.
    #[serde(default = "yes")]
    #[schemars(with = "Option<bool>")]
    pub(super) enabled: bool,
    /// Why it matters, in one or two sentences.
    #[schemars(with = "String", length(min = 1))]
    pub(super) why: Spanned<String>,
    /// Who says so.
    pub(super) authority: Option<String>,
    /// What the rule looks at, one at a time.
    #[schemars(with = "NodeName")]
    pub(super) each: Spanned<String>,
    /// The values with which the rule applies, by field: `when = { "title.form" = "letter" }`.
    /// All must be met.
    #[serde(default)]
    #[schemars(with = "ByField<OneOrMany>")]
    pub(super) when: BTreeMap<Spanned<String>, Spanned<OneOrMany>>,
    /// The question that the rule asks: one table such as `[check.agree]`.
    pub(super) check: CheckFile,
    /// What is said of a breach. Names in braces are filled in: `{masthead.date}` with the words
    /// as they are written, `{masthead.symbol.canonical}` as they should be written,
    /// `{masthead.date.value}` with the value.
    pub(super) report: ReportFile,
    /// How to repair it, where one replacement does.
    pub(super) fix: Option<FixFile>,
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

const fn yes() -> bool {
    true
}

#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(inline)]
#[serde(deny_unknown_fields)]
pub(super) struct ReportFile {
    /// What is there, beginning with a small letter and without a full stop.
    #[schemars(with = "String", length(min = 1))]
    pub(super) message: Spanned<String>,
    /// What to do about it.
    #[schemars(with = "String", length(min = 1))]
    pub(super) help: Spanned<String>,
    /// What is written beside each place, by field.
    #[serde(default)]
    #[schemars(with = "ByField<String>")]
    pub(super) labels: BTreeMap<Spanned<String>, Spanned<String>>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(inline)]
#[serde(deny_unknown_fields)]
pub(super) struct FixFile {
    /// The field whose words go.
    #[schemars(with = "FieldPath")]
    pub(super) replace: Spanned<String>,
    /// What comes in their place; names in braces are filled in.
    #[schemars(with = "String")]
    pub(super) with: Spanned<String>,
    /// Whether that is certain.
    pub(super) safe: bool,
}

/// The examples of a rule file; its other keys are named so that a misspelt one is found.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ExamplesFile {
    #[serde(rename = "title")]
    _title: IgnoredAny,
    #[serde(rename = "severity")]
    _severity: IgnoredAny,
    #[serde(default, rename = "enabled")]
    _enabled: IgnoredAny,
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
    pub(super) pass: Vec<PassFile>,
    #[serde(default)]
    pub(super) fail: Vec<FailFile>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(
    inline,
    extend("oneOf" = [{ "required": ["text"] }, { "required": ["files"] }])
)]
#[serde(deny_unknown_fields)]
pub(super) struct PassFile {
    /// What the document shows.
    #[schemars(with = "String")]
    pub(super) name: Spanned<String>,
    /// The document.
    pub(super) text: Option<String>,
    /// Instead of it, for a rule across files: the documents.
    #[serde(default)]
    pub(super) files: Vec<ExampleFile>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(
    inline,
    extend("oneOf" = [{ "required": ["text"] }, { "required": ["files"] }])
)]
#[serde(deny_unknown_fields)]
pub(super) struct FailFile {
    /// What the document shows.
    #[schemars(with = "String")]
    pub(super) name: Spanned<String>,
    /// The document.
    pub(super) text: Option<String>,
    /// Instead of it, for a rule across files: the documents.
    #[serde(default)]
    pub(super) files: Vec<ExampleFile>,
    /// What is found in it: neither more nor less.
    #[schemars(with = "Vec<Expectation>", length(min = 1))]
    pub(super) expect: Spanned<Vec<Expectation>>,
}
