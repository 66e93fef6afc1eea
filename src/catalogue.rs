//! The rules as things to read: a list, a table for documentation, JSON, and a page for each.

use serde::Serialize;

use crate::finding::Severity;
use crate::report::{plain, wrap};
use crate::rule::{Examples, Rule};

/// All rules by part, for a terminal.
pub fn table(rules: &[&Rule]) -> String {
    let widest = rules
        .iter()
        .map(|rule| rule.id.chars().count())
        .max()
        .unwrap_or_default();
    let mut table = String::new();
    for part in parts(rules) {
        if let Some(first) = part.first() {
            table.push_str(&format!("{} ({})\n", plain(&first.part), part.len()));
        }
        for rule in part {
            table.push_str(&format!(
                "  {:widest$}  {:7}  {}\n",
                plain(&rule.id),
                rule.severity.name(),
                plain(&rule.title)
            ));
        }
        table.push('\n');
    }
    let rules = match rules.len() {
        1 => "1 rule".to_owned(),
        count => format!("{count} rules"),
    };
    table + &format!("{rules}; doclint explain RULE shows one as a page\n")
}

/// All rules by part, in Markdown.
pub fn markdown(rules: &[&Rule]) -> String {
    let mut tables: Vec<String> = Vec::new();
    for part in parts(rules) {
        let mut table = String::new();
        if let Some(first) = part.first() {
            table.push_str(&format!("### {}\n\n", first.part));
        }
        table.push_str("| rule | severity | what it finds |\n|---|---|---|\n");
        for rule in part {
            let title = plain(&rule.title).replace('|', "\\|");
            table.push_str(&format!(
                "| `{}` | {} | {title} |\n",
                rule.id,
                rule.severity.name()
            ));
        }
        tables.push(table);
    }
    tables.join("\n")
}

#[derive(Serialize)]
struct Entry<'r> {
    id: &'r str,
    part: &'r str,
    severity: Severity,
    title: &'r str,
    why: &'r str,
    authority: Option<&'r str>,
    looks_at: String,
}

/// All rules, as one JSON list.
///
/// # Errors
/// None that is known of: everything in a rule is text.
pub fn json(rules: &[&Rule]) -> Result<String, serde_json::Error> {
    let entries: Vec<Entry> = rules
        .iter()
        .map(|rule| Entry {
            id: &rule.id,
            part: &rule.part,
            severity: rule.severity,
            title: &rule.title,
            why: &rule.why,
            authority: rule.authority.as_deref(),
            looks_at: rule.looks_at(),
        })
        .collect();
    serde_json::to_string_pretty(&entries).map(|list| list + "\n")
}

/// A rule as a page; `drawn` is the finding in its first faulty example, `width` in columns.
pub fn page(rule: &Rule, examples: &Examples, drawn: &str, width: usize) -> String {
    let mut page = format!(
        "{}\n{}, {}\n",
        wrap(&plain(&rule.title), width),
        plain(&rule.id),
        plain(&rule.part)
    );
    let facts = [
        ("severity", rule.severity.name().to_owned()),
        ("why", rule.why.clone()),
        ("authority", rule.authority.clone().unwrap_or_default()),
        ("looks at", rule.looks_at()),
    ];
    page.push('\n');
    for (name, words) in facts.iter().filter(|(_, words)| !words.is_empty()) {
        page.push_str(&item(&format!("  {name:9}  "), words, width));
    }
    if let Some(example) = examples.fail.first() {
        page.push_str(&item("\nExample: ", &example.name, width));
        page.push('\n');
        page.push_str(drawn);
    }
    if !examples.pass.is_empty() {
        page.push_str("\nNo fault:\n");
        for example in &examples.pass {
            page.push_str(&item("  - ", &example.name, width));
        }
    }
    page
}

/// Words after a beginning, the lines after the first set under them.
fn item(beginning: &str, words: &str, width: usize) -> String {
    let indent = beginning.trim_start_matches('\n').chars().count();
    let wrapped = wrap(&plain(words), width.saturating_sub(indent));
    let lines: Vec<&str> = wrapped.lines().collect();
    format!(
        "{beginning}{}\n",
        lines.join(&format!("\n{}", " ".repeat(indent)))
    )
}

fn parts<'r, 's>(rules: &'s [&'r Rule]) -> impl Iterator<Item = &'s [&'r Rule]> {
    rules.chunk_by(|one, next| one.part == next.part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_go_on_under_their_beginning() {
        assert_eq!(
            item("  why  ", "because a date orders the register", 24),
            "  why  because a date\n       orders the\n       register\n"
        );
    }

    #[test]
    fn no_rules_are_a_list_too() {
        assert_eq!(
            table(&[]),
            "0 rules; doclint explain RULE shows one as a page\n"
        );
        assert_eq!(markdown(&[]), "");
    }
}
