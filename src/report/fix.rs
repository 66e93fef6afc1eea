//! A fix in words.

use crate::finding::{Edit, Finding, Fix};
use crate::report::plain::{cut, plain};
use crate::source::{Source, Span};

/// How much of the words that a fix replaces is shown, in columns.
const MOST_REPLACED: usize = 40;

/// What the fix of a finding does, in a line: ``write `4 May 2022` (check it first)``.
pub fn in_words(source: &Source, finding: &Finding, fix: &Fix) -> String {
    let edits: Vec<String> = fix
        .edits
        .iter()
        .map(|edit| edit_in_words(source, edit, finding.primary.span))
        .collect();
    let care = if fix.safe { "safe" } else { "check it first" };
    format!("{} ({care})", edits.join("; "))
}

fn edit_in_words(source: &Source, edit: &Edit, underlined: Span) -> String {
    let words = plain(source.slice(edit.span));
    let words = cut(&words, MOST_REPLACED);
    match (edit.span.is_empty(), edit.text.is_empty()) {
        (true, _) => format!("insert `{}`", edit.text),
        (false, true) => format!("take out `{words}`"),
        (false, false) if edit.span == underlined => format!("write `{}`", edit.text),
        (false, false) => format!("write `{}` for `{words}`", edit.text),
    }
}
