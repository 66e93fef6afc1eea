//! How a text was read.

use crate::source::Source;

/// The parts of a text, a line each.
pub fn tree(source: &Source) -> String {
    format!("document, {} lines\n", source.line_count())
}
