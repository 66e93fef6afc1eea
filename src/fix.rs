//! Repairs: a text and what was found in it give the mended text. Nothing here reads or writes
//! files.

use std::collections::BTreeMap;

use crate::Checked;
use crate::finding::{Edit, Finding, Fix};
use crate::source::{Source, Span};

mod difference;

pub use difference::difference;

/// Which fixes are applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Those that need no person to look at them.
    Safe,
    /// The others too.
    All,
}

impl Reach {
    const fn takes(self, fix: &Fix) -> bool {
        matches!(self, Self::All) || fix.safe
    }
}

/// A text that was mended.
#[derive(Clone, Debug)]
pub struct Mended {
    /// The new text, and what is found in it.
    pub checked: Checked,
    /// How many findings were repaired.
    pub fixed: usize,
}

/// Applies the fixes of a text and checks it again, until there is none left that does good;
/// `None` when there is none at all. A fix that would bring a finding that was not there is not
/// applied, and each round leaves fewer findings: so it comes to an end, and the mended text has
/// nothing to mend.
pub fn mend(checked: &Checked, reach: Reach, check: impl Fn(Source) -> Checked) -> Option<Mended> {
    let mut mended: Option<Mended> = None;
    loop {
        let (now, fixed) = match &mended {
            Some(mended) => (&mended.checked, mended.fixed),
            None => (checked, 0),
        };
        let Some(round) = round(now, reach, &check) else {
            return mended;
        };
        mended = Some(Mended {
            fixed: fixed + round.fixed,
            ..round
        });
    }
}

/// One round: the fixes that do not overlap are applied together.
fn round(checked: &Checked, reach: Reach, check: &impl Fn(Source) -> Checked) -> Option<Mended> {
    let fixes = apart(&checked.source, &checked.findings, reach);
    let mut round = Round {
        source: &checked.source,
        check,
        kept: Vec::new(),
        best: None,
    };
    round.keep(&fixes, checked);
    Some(Mended {
        fixed: round.kept.len(),
        checked: round.best?,
    })
}

/// The fixes of one text that have proved good, and what they make of it.
struct Round<'f, C> {
    source: &'f Source,
    check: &'f C,
    kept: Vec<&'f Fix>,
    best: Option<Checked>,
}

impl<'f, C: Fn(Source) -> Checked> Round<'f, C> {
    /// Keeps the fixes that do good: all of them at once, else those of one half, then of the other.
    fn keep(&mut self, fixes: &[&'f Fix], before: &Checked) {
        if fixes.is_empty() {
            return;
        }
        let trial = [self.kept.as_slice(), fixes].concat();
        let text = replaced(self.source, trial.iter().flat_map(|fix| &fix.edits));
        let after = (self.check)(Source::new(self.source.name(), text));
        if does_good(
            &self.best.as_ref().unwrap_or(before).findings,
            &after.findings,
        ) {
            self.kept = trial;
            self.best = Some(after);
        } else if fixes.len() > 1 {
            let (first, second) = fixes.split_at(fixes.len() / 2);
            self.keep(first, before);
            self.keep(second, before);
        }
    }
}

/// Whether some findings are gone, and no rule has more than before.
fn does_good(before: &[Finding], after: &[Finding]) -> bool {
    let (was, is) = (by_rule(before), by_rule(after));
    let none_new = is
        .iter()
        .all(|(rule, count)| was.get(rule).is_some_and(|before| count <= before));
    none_new && after.len() < before.len()
}

fn by_rule(findings: &[Finding]) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for finding in findings {
        *counts.entry(finding.rule.as_str()).or_default() += 1;
    }
    counts
}

/// The fixes that can be applied together: of those that meet, the one that stands first.
fn apart<'f>(source: &Source, findings: &'f [Finding], reach: Reach) -> Vec<&'f Fix> {
    let mut fixes: Vec<&Fix> = findings
        .iter()
        .filter_map(|finding| finding.fix.as_ref())
        .filter(|fix| reach.takes(fix) && changes(source, fix))
        .collect();
    fixes.sort_by_key(|fix| fix.edits.iter().map(|edit| edit.span.start).min());
    let mut taken: Vec<Span> = Vec::new();
    fixes.retain(|fix| {
        let spans: Vec<Span> = fix.edits.iter().map(|edit| edit.span).collect();
        let mut own = spans.iter().enumerate();
        let is_free = own.all(|(index, span)| {
            let mut others = taken.iter().chain(&spans[..index]);
            !others.any(|other| meet(*span, *other))
        });
        if is_free {
            taken.extend(spans);
        }
        is_free
    });
    fixes
}

/// Whether two edits touch or overlap: what would stand first is then not certain.
const fn meet(one: Span, other: Span) -> bool {
    one.start <= other.end && other.start <= one.end
}

/// Whether a fix has words to replace that the text has, and other words for them.
fn changes(source: &Source, fix: &Fix) -> bool {
    let text = source.text();
    let words = |edit: &Edit| text.get(edit.span.start..edit.span.end);
    let mut edits = fix.edits.iter();
    fix.edits.iter().all(|edit| words(edit).is_some())
        && edits.any(|edit| words(edit) != Some(&edit.text))
}

/// The text with the edits, which lie apart; its line endings stay what they are.
fn replaced<'f>(source: &Source, edits: impl Iterator<Item = &'f Edit>) -> String {
    let mut edits: Vec<&Edit> = edits.collect();
    edits.sort_by_key(|edit| edit.span);
    let text = source.text();
    let has_crlf = text.find('\n').is_some_and(|at| text[..at].ends_with('\r'));
    let mut mended = String::with_capacity(text.len());
    let mut from = 0;
    for edit in edits {
        mended.push_str(&text[from..edit.span.start]);
        if has_crlf {
            let words = edit.text.replace("\r\n", "\n").replace('\n', "\r\n");
            mended.push_str(&words);
        } else {
            mended.push_str(&edit.text);
        }
        from = edit.span.end;
    }
    mended.push_str(&text[from..]);
    mended
}

#[cfg(test)]
mod tests;
