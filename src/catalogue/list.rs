//! All rules as a list: for a terminal, in Markdown, as JSON.

use serde::Serialize;

use super::text::{BOLD, item_in, parts};
use crate::finding::Severity;
use crate::policy::notices::{self, NOTICES, Notice};
use crate::report::{Look, counted, plain};
use crate::rule::Rule;

/// All rules by part, for a terminal.
pub fn table(rules: &[Entry<'_>], look: Look) -> String {
    let widest = rules
        .iter()
        .map(|rule| rule.id.chars().count())
        .max()
        .unwrap_or_default();
    let mut table = String::new();
    for part in parts(rules, |rule| rule.part) {
        if let Some(first) = part.first() {
            let part_name = look.paint(BOLD, &plain(first.part));
            table.push_str(&format!("{part_name} ({})\n", part.len()));
        }
        for rule in part {
            let severity = format!("{:7}", rule.severity.name());
            let severity = look.paint(colour_of(rule.severity), &severity);
            let beginning = format!("  {:widest$}  {severity}  ", plain(rule.id));
            let title = format!("{}{}", rule.title, off(rule.enabled));
            table.push_str(&item_in(&beginning, widest + 13, &title, look.width));
        }
        table.push('\n');
    }
    let rules = counted(rules.len(), "rule", "rules");
    table + &format!("{rules}; doclint explain RULE shows one as a page\n")
}

/// That a rule is used only when it is asked for.
pub(super) const fn off(is_on: bool) -> &'static str {
    match is_on {
        true => "",
        false => " (off unless it is named)",
    }
}

/// The colour of a severity on a terminal.
pub const fn colour_of(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "31",
        Severity::Warning => "33",
        Severity::Advice => "36",
    }
}

/// All rules by part, in Markdown.
pub fn markdown(rules: &[Entry<'_>]) -> String {
    let mut tables: Vec<String> = Vec::new();
    for part in parts(rules, |rule| rule.part) {
        let mut table = String::new();
        if let Some(first) = part.first() {
            table.push_str(&format!("### {}\n\n", first.part));
        }
        table.push_str("| rule | severity | what it finds |\n|---|---|---|\n");
        for rule in part {
            let title = plain(rule.title).replace('|', "\\|");
            table.push_str(&format!(
                "| `{}` | {} | {title}{} |\n",
                rule.id,
                rule.severity.name(),
                off(rule.enabled)
            ));
        }
        tables.push(table);
    }
    tables.join("\n")
}

/// What a list says of a rule.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Entry<'r> {
    id: &'r str,
    part: &'r str,
    severity: Severity,
    enabled: bool,
    title: &'r str,
    why: &'r str,
    authority: Option<&'r str>,
    looks_at: String,
    each: &'static str,
    check: &'static str,
    fields: Vec<&'r str>,
}

impl<'r> Entry<'r> {
    /// The rules, and what is said of allowances, which is tuned like them.
    pub fn all(rules: impl Iterator<Item = &'r Rule>) -> Vec<Self> {
        rules
            .map(Self::of)
            .chain(NOTICES.iter().map(Self::of_notice))
            .collect()
    }

    /// Its id.
    pub const fn id(&self) -> &'r str {
        self.id
    }

    /// The name of its part.
    pub const fn part(&self) -> &'r str {
        self.part
    }

    pub(super) fn of_notice(notice: &'r Notice) -> Self {
        Self {
            id: notice.id,
            part: notices::PART,
            severity: notice.severity,
            enabled: true,
            title: notice.title,
            why: notice.why,
            authority: None,
            looks_at: "each allowance".to_owned(),
            each: "allowance",
            check: "allowance",
            fields: Vec::new(),
        }
    }

    pub(super) fn of(rule: &'r Rule) -> Self {
        Self {
            id: &rule.id,
            part: &rule.part,
            severity: rule.severity,
            enabled: rule.is_on,
            title: &rule.title,
            why: &rule.why,
            authority: rule.authority.as_deref(),
            looks_at: rule.looks_at(),
            each: rule.node.name(),
            check: rule.kind(),
            fields: rule.fields().into_iter().map(|(path, _)| path).collect(),
        }
    }
}

/// All rules, as one JSON list.
///
/// # Errors
/// None that is known of: everything in a rule is text.
pub fn json(rules: &[Entry<'_>]) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(rules).map(|list| list + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_rules_are_a_list_too() {
        let look = Look {
            colour: false,
            width: 80,
        };
        assert_eq!(
            table(&[], look),
            "0 rules; doclint explain RULE shows one as a page\n"
        );
        assert_eq!(markdown(&[]), "");
    }
}
