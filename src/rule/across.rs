//! Rules across files: they are asked of the cards of a repository, and their findings speak of
//! several files.

use std::sync::Arc;

use super::{Rule, RuleSet};
use crate::check::{Breach, Place};
use crate::field::{Node, scopes_across};
use crate::finding::{Finding, Label, Related};
use crate::repository::{Repository, Wanted};
use crate::source::Source;

/// How many other files a message names.
const MOST_FILES: usize = 3;

/// A finding across files before the files are read again for their words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The document with the words at fault, as the place of its card, from 0.
    pub record: usize,
    /// The finding, as far as it is about that document.
    pub finding: Finding,
    /// Words of other documents.
    pub elsewhere: Vec<(usize, Label)>,
}

impl Fault {
    /// The documents that it speaks of, the one at fault first.
    pub fn records(&self) -> impl Iterator<Item = usize> {
        std::iter::once(self.record).chain(self.elsewhere.iter().map(|(record, _)| *record))
    }

    /// The whole finding; `source` gives the text of a document.
    pub fn settled(self, source: impl Fn(usize) -> Arc<Source>) -> Finding {
        let elsewhere = self.elsewhere.into_iter();
        Finding {
            related: elsewhere
                .map(|(record, label)| Related {
                    source: source(record),
                    label,
                })
                .collect(),
            ..self.finding
        }
    }
}

impl Rule {
    /// Every breach of this rule across the files of a repository.
    pub fn check_across(&self, repository: &Repository) -> Vec<Fault> {
        let nodes = scopes_across(repository, self.node)
            .filter(|scope| self.when.iter().all(|condition| condition.holds(scope)));
        let breaches = self.check.breaches(nodes).into_iter();
        breaches
            .filter_map(|mut breach| {
                let files = other_files(&breach, repository);
                breach.extras.push(("files", files));
                self.fault(&breach)
            })
            .collect()
    }

    fn fault(&self, breach: &Breach<'_>) -> Option<Fault> {
        let record = breach.primary.record?;
        let (here, elsewhere): (Vec<&Place<'_>>, Vec<&Place<'_>>) = breach
            .others
            .iter()
            .partition(|place| place.record == Some(record));
        // The same words with nothing to say of them are no second place.
        let here = here
            .into_iter()
            .filter(|place| place.span != breach.primary.span);
        Some(Fault {
            record,
            finding: Finding {
                others: here.map(|place| self.label(place, breach)).collect(),
                ..self.finding(breach)
            },
            elsewhere: elsewhere
                .into_iter()
                .filter_map(|place| Some((place.record?, self.label(place, breach))))
                .collect(),
        })
    }
}

/// The other files that a breach speaks of, in words.
fn other_files(breach: &Breach<'_>, repository: &Repository) -> String {
    let places = breach.others.iter().filter_map(|place| place.record);
    let others = places.filter(|record| Some(*record) != breach.primary.record);
    let files: Vec<&str> = others
        .map(|record| &*repository.cards[record].file)
        .collect();
    match files.split_at_checked(MOST_FILES) {
        Some((named, rest)) if !rest.is_empty() => {
            format!("{} and {} more", named.join(", "), rest.len())
        }
        _ => files.join(", "),
    }
}

impl RuleSet {
    /// What the rules across files need of every document; `None` when there is no such rule.
    pub fn wanted(&self) -> Option<Wanted> {
        let across = || self.in_use().filter(|rule| rule.node.is_across_files());
        across().next()?;
        let asks_text = |rule: &Rule| {
            let mut fields = rule.check.fields().into_iter();
            rule.node == Node::Record && fields.any(|named| named.field.name == "text")
        };
        Some(Wanted {
            text: across().any(asks_text),
            citations: across().any(|rule| rule.node == Node::Reference),
        })
    }

    /// Every fault across the files of a repository that a file asked for has a part in: by file,
    /// by place, by rule.
    pub fn check_across(&self, repository: &Repository) -> Vec<Fault> {
        let asked_for = |fault: &Fault| {
            let mut records = fault.records();
            records.any(|record| repository.cards[record].is_asked_for)
        };
        let mut faults: Vec<Fault> = self
            .in_use()
            .filter(|rule| rule.node.is_across_files())
            .flat_map(|rule| rule.check_across(repository))
            .filter(asked_for)
            .collect();
        faults.sort_by(|one, other| {
            let place = |fault: &Fault| (fault.record, fault.finding.primary.span);
            place(one)
                .cmp(&place(other))
                .then_with(|| one.finding.rule.cmp(&other.finding.rule))
        });
        faults
    }
}
