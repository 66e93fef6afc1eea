//! The concise report: one line a finding, as compilers write it and editors read it.

use std::io::{self, Write};

use crate::finding::Finding;
use crate::report::plain::plain;
use crate::report::{Report, Summary};
use crate::source::{Position, Source};

/// The report of `--format concise`.
pub struct Concise<W> {
    out: W,
}

impl<W: Write> Concise<W> {
    /// A report to `out`.
    pub fn new(out: W) -> Self {
        Self { out }
    }
}

impl<W: Write> Report for Concise<W> {
    fn file(&mut self, source: &Source, findings: &[Finding]) -> io::Result<()> {
        let mut last = None;
        for finding in findings {
            let offset = finding.primary.span.start;
            let place = place_behind(source, last, offset);
            last = Some((offset, place));
            writeln!(
                self.out,
                "{}:{}:{}: {}[{}] {}",
                plain(source.name()),
                place.line,
                place.column,
                finding.severity.name(),
                plain(&finding.rule),
                plain(&finding.message),
            )?;
        }
        Ok(())
    }

    fn finish(&mut self, _summary: &Summary) -> io::Result<()> {
        self.out.flush()
    }
}

/// Where an offset stands, counted on from the last one when that is before it on its line: a
/// line of a million characters with a finding at every word is gone through once.
fn place_behind(source: &Source, last: Option<(usize, Position)>, offset: usize) -> Position {
    let between = last.and_then(|(before, place)| {
        let words = source.text().get(before..offset)?;
        (place.column > 1 && memchr::memchr(b'\n', words.as_bytes()).is_none())
            .then_some((words, place))
    });
    match between {
        Some((words, place)) => Position {
            column: place.column + words.chars().count(),
            ..place
        },
        None => source.position(offset),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_on_along_a_line() {
        let source = Source::new("s", "\u{feff}été à la fin\nAnnexe à la lettre");
        let mut last = None;
        for (offset, _) in source.text().char_indices() {
            let place = place_behind(&source, last, offset);
            assert_eq!(place, source.position(offset), "{offset}");
            last = Some((offset, place));
        }
        assert_eq!(place_behind(&source, last, 0), source.position(0));
    }
}
