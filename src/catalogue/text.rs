//! Words set in columns, for the lists and pages of the catalogue.

use crate::report::{columns, plain, wrap};

/// The terminal's bold.
pub const BOLD: &str = "1";
/// The terminal's dim.
pub const DIM: &str = "2";
/// The terminal's colours for what is well and what is not.
pub const WELL: &str = "32";
/// What is not well.
pub const WRONG: &str = "31";

/// Words after a beginning, the lines after the first set under them.
pub fn item(beginning: &str, words: &str, width: usize) -> String {
    item_in(beginning, columns(beginning), words, width)
}

/// The same with a beginning that takes `indent` columns, whatever colours are in it.
pub fn item_in(beginning: &str, indent: usize, words: &str, width: usize) -> String {
    let wrapped = wrap(&plain(words), width.saturating_sub(indent));
    let lines: Vec<&str> = wrapped.lines().collect();
    let whole = format!(
        "{beginning}{}",
        lines.join(&format!("\n{}", " ".repeat(indent)))
    );
    format!("{}\n", whole.trim_end())
}

/// Runs of the same part.
pub fn parts<T>(all: &[T], part: impl Fn(&T) -> &str) -> impl Iterator<Item = &[T]> {
    all.chunk_by(move |one, next| part(one) == part(next))
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
}
