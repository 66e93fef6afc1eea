//! present: is the field there?

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::{Breach, Named, Names};
use crate::field::{FieldPath, Lookup, Scope};
use crate::source::Source;

/// `[check.present]`
#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(inline)]
#[serde(deny_unknown_fields)]
pub struct Parameters {
    /// The field that must be there.
    #[schemars(with = "FieldPath")]
    field: Spanned<String>,
}

/// Is the field there?
#[derive(Debug)]
pub struct Present {
    pub(super) field: Named,
}

impl Parameters {
    pub(super) fn check(&self, names: &mut Names<'_>) -> Option<Present> {
        Some(Present {
            field: names.field(&self.field)?,
        })
    }
}

impl Present {
    pub(super) fn ask<'d>(&self, scope: &Scope<'d>) -> Option<Breach<'d>> {
        let Lookup::Absent(absence) = self.field.get(scope) else {
            return None;
        };
        let mut breach = Breach::at(scope, &self.field, absence.at);
        let first = line_of(scope.source, absence.searched.start);
        // A line end belongs to the line before it.
        let words = scope.source.slice(absence.searched).trim_end();
        let end = absence.searched.start + words.len();
        let last = line_of(scope.source, end);
        let searched = if first == last {
            format!("line {first}")
        } else {
            format!("lines {first} to {last}")
        };
        breach.extras.push(("searched", searched));
        Some(breach)
    }
}

/// The line (from 1) that a byte stands on; unlike a column it is known without counting.
fn line_of(source: &Source, offset: usize) -> usize {
    let (mut first, mut behind) = (1, source.line_count() + 1);
    while behind - first > 1 {
        let middle = first + (behind - first) / 2;
        match source.line(middle) {
            Some(line) if line.start <= offset => first = middle,
            _ => behind = middle,
        }
    }
    first
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_of_a_byte() {
        let source = Source::new("s", "one\ntwo\n\nfour\n");
        for offset in 0..=source.text().len() + 1 {
            let line = source.position(offset).line;
            assert_eq!(line_of(&source, offset), line, "{offset}");
        }
    }
}
