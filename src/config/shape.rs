//! The shape of `doclint.toml`, for its schema. The file itself is walked key by key, so that all
//! its mistakes are told at once.

use std::collections::BTreeMap;

use schemars::JsonSchema;

use crate::finding::Severity;

/// The settings of doclint. The nearest doclint.toml, in the folder one stands in or above it, is
/// read; its patterns and paths are relative to its own folder.
#[derive(Default, JsonSchema)]
#[schemars(
    title = "The settings of doclint",
    deny_unknown_fields,
    rename_all = "kebab-case"
)]
#[allow(dead_code)] // It is never filled: its schema is all that is asked of it.
pub(crate) struct SettingsFile {
    /// Another file whose settings hold too, where this one says nothing else.
    extend: Option<String>,
    /// Which files of a folder are read: patterns such as `**/*.md`. Without it, all Markdown and
    /// text files are.
    #[schemars(length(min = 1), inner(regex(pattern = r"^[^/]")))]
    include: Option<Vec<String>>,
    /// Which files and folders are left out, even when they are named.
    #[schemars(inner(regex(pattern = r"^[^/]")))]
    exclude: Option<Vec<String>>,
    /// The folder with the whole repository: when some of its files are checked, they are compared
    /// with the others.
    repository: Option<String>,
    /// Folders with rule files of your own.
    rules: Option<Vec<String>>,
    /// How grave a finding must be for exit code 1; a warning, unless it is said otherwise.
    fail_on: Option<Severity>,
    /// Use only these rules; the name of a part means all its rules. Without it, all are used.
    select: Option<Vec<String>>,
    /// Do not use these rules; the name of a part means all its rules.
    ignore: Option<Vec<String>>,
    /// A file with the known faults of the repository; `doclint --write-baseline FILE` makes one.
    baseline: Option<String>,
    /// Make a rule, or a part, graver or milder.
    severity: Option<BTreeMap<String, Severity>>,
    /// What holds for some files only; what comes later comes on top.
    r#override: Option<Vec<OverrideTable>>,
    /// Single faults that are meant to stay.
    allow: Option<Vec<AllowTable>>,
}

/// What holds for some files only.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, rename = "Override")]
#[allow(dead_code)]
struct OverrideTable {
    /// Which files: patterns such as `ocr/**`.
    #[schemars(inner(regex(pattern = r"^[^/]")))]
    files: Vec<String>,
    /// Use only these rules for them, whatever is selected otherwise.
    select: Option<Vec<String>>,
    /// Do not use these rules for them either.
    ignore: Option<Vec<String>>,
    /// Make a rule, or a part, graver or milder for them.
    severity: Option<BTreeMap<String, Severity>>,
}

/// A fault that is meant to stay.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, rename = "Allow")]
#[allow(dead_code)]
struct AllowTable {
    /// The rule that finds it.
    rule: String,
    /// The file that it is in; a pattern may mean several.
    #[schemars(regex(pattern = r"^[^/]"))]
    file: String,
    /// The words at fault; without them, whatever the rule finds in the file.
    text: Option<String>,
    /// Why it stays.
    reason: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::file::KEYS;

    #[test]
    fn the_shape_has_the_keys_that_are_read() {
        let schema = schemars::schema_for!(SettingsFile);
        let properties = schema.get("properties").unwrap().as_object().unwrap();
        let keys: Vec<&str> = properties.keys().map(String::as_str).collect();
        assert_eq!(keys, KEYS);
    }
}
