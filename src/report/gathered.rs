//! What a report keeps of each file until the end: findings across files come after all others, and
//! a file should be spoken of once.

use std::collections::BTreeMap;
use std::mem;

use crate::finding::Finding;
use crate::source::{Position, Source};

/// Entries by file; files in the order in which they came, the entries of each in that of the text.
pub struct Gathered<T> {
    files: Vec<(String, Vec<Entry<T>>)>,
    numbers: BTreeMap<String, usize>,
}

/// An entry, and what it is sorted by.
struct Entry<T> {
    place: Position,
    rule: String,
    kept: T,
}

impl<T> Default for Gathered<T> {
    fn default() -> Self {
        Self {
            files: Vec::new(),
            numbers: BTreeMap::new(),
        }
    }
}

impl<T> Gathered<T> {
    /// Adds what `keep` makes of the findings of a file, which may have come before.
    pub fn add(
        &mut self,
        source: &Source,
        findings: &[Finding],
        keep: impl Fn(&Finding, Position) -> T,
    ) {
        let next = self.files.len();
        let number = *self.numbers.entry(source.name().to_owned()).or_insert(next);
        if number == next {
            self.files.push((source.name().to_owned(), Vec::new()));
        }
        self.files[number].1.extend(findings.iter().map(|finding| {
            let place = source.position(finding.primary.span.start);
            Entry {
                place,
                rule: finding.rule.clone(),
                kept: keep(finding, place),
            }
        }));
    }

    /// The name and the entries of each file, those without entries too.
    pub fn take(&mut self) -> impl Iterator<Item = (String, Vec<T>)> + use<T> {
        self.numbers.clear();
        mem::take(&mut self.files)
            .into_iter()
            .map(|(name, mut entries)| {
                entries
                    .sort_by(|one, other| (one.place, &one.rule).cmp(&(other.place, &other.rule)));
                (name, entries.into_iter().map(|entry| entry.kept).collect())
            })
    }
}
