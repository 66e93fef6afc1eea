//! What is said of allowances as a page, like that of a rule.

use super::list::{Entry, colour_of};
use super::page::changes;
use super::text::{BOLD, item_in};
use crate::policy::notices::{Notice, PART};
use crate::report::Look;

/// For a terminal.
pub fn text(notice: &Notice, look: Look) -> String {
    let name = |name: &str| look.paint(BOLD, &format!("  {name:9}  "));
    let severity = look.paint(colour_of(notice.severity), notice.severity.name());
    format!(
        "{}\n{}, {PART}\n\n{}{severity}\n{}{}\nExample:\n\n  {}\n\n{}",
        look.paint(BOLD, notice.title),
        notice.id,
        name("severity"),
        item_in(&name("why"), 13, notice.why, look.width),
        item_in(&name("looks at"), 13, LOOKS_AT, look.width),
        notice.example,
        changes(notice.id, notice.severity, look.width)
    )
}

/// For documentation.
pub fn markdown(notice: &Notice) -> String {
    format!(
        "## {}\n\n`{}`, {PART}\n\n- **severity**: {}\n- **why**: {}\n- **looks at**: {LOOKS_AT}\n\n\
         Example:\n\n```text\n{}\n```\n\n```text\n{}```\n",
        notice.title,
        notice.id,
        notice.severity.name(),
        notice.why,
        notice.example,
        changes(notice.id, notice.severity, usize::MAX)
    )
}

/// As a JSON object.
///
/// # Errors
/// None that is known of: everything in it is text.
pub fn json(notice: &Notice) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(&Entry::of_notice(notice)).map(|page| page + "\n")
}

const LOOKS_AT: &str = "each comment for doclint in a document, each [[allow]] of doclint.toml";
