//! A rule as a page.

use super::text::item;
use crate::report::{plain, wrap};
use crate::rule::{Examples, Rule};

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
        page.push('\n');
        page.push_str(&item("Example: ", &example.name, width));
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
