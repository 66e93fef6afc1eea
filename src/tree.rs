//! How a text was read: every block with the production that recognised it, so that what was not
//! understood can be seen.

use std::fmt::Write as _;

use crate::grammar::text::one_line;
use crate::grammar::{self, Production};
use crate::lexicon::Lexicons;
use crate::reading::Reading;
use crate::report::plain;
use crate::source::Source;

/// How many characters of a block are shown.
const SHOWN: usize = 72;

/// The blocks of a text, a line each: the line where it begins, its production, its first words.
/// What stands in an annex is set in. Last comes the share of the text that was understood.
pub fn tree(source: &Source) -> String {
    let reading = Reading::of(source.text());
    let mut lines = String::new();
    let (mut understood, mut all) = (0, 0);
    let mut depth = 0;
    for block in grammar::blocks(Lexicons::standard(), reading.text()) {
        let words = &reading.text()[block.span.start..block.span.end];
        all += words.len();
        if block.production != Production::Other {
            understood += words.len();
        }
        let is_heading = matches!(block.production, Production::AnnexHeading(_));
        if is_heading {
            depth = 1;
        }
        let indent = if is_heading || block.production.is_page_matter() {
            0
        } else {
            depth * 2
        };
        let line = source.position(reading.source_span(block.span).start).line;
        let _ = writeln!(
            lines,
            "{line:>5}  {:18} {:indent$}{}",
            block.production.name(),
            "",
            cut(&plain(&one_line(words)))
        );
    }
    let share = if all == 0 {
        100.0
    } else {
        100.0 * understood as f64 / all as f64
    };
    let _ = writeln!(lines, "\n{share:.1} % of the text understood");
    lines
}

fn cut(words: &str) -> String {
    if words.chars().count() <= SHOWN {
        return words.to_owned();
    }
    let kept: String = words.chars().take(SHOWN - 1).collect();
    format!("{}…", kept.trim_end())
}
