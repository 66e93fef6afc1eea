//! The second pass of `doclint check`: the cards of all documents are compared with each other.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::Checked;
use crate::finding::{Finding, Label};
use crate::repository::{Card, Repository, Wanted, stamp};
use crate::rule::{Fault, RuleSet};
use crate::run::Failure;
use crate::run::input::{Inputs, read_file};
use crate::run::terminal::Terminal;
use crate::source::{Source, Span};

/// The cards of a run, and what is needed to show what is found among them.
#[derive(Debug, Default)]
pub struct Across {
    wanted: Option<Wanted>,
    cards: Vec<Card>,
    /// What came from standard input, which cannot be read again.
    input: Option<Arc<Source>>,
    /// The files whose names are not UTF-8, by the name that is shown.
    misnamed: BTreeMap<String, PathBuf>,
    /// Whether the files are a folder's or the repository's, not some of them.
    is_whole: bool,
    /// How many documents were read only to compare others with them.
    others: usize,
}

/// The findings across files in one of the files.
pub struct FoundAcross {
    /// The text of that file.
    pub source: Arc<Source>,
    /// By place, then by rule.
    pub findings: Vec<Finding>,
}

impl Across {
    /// Nothing is kept when no rule compares files; `others` are files beside those of the run.
    pub fn new(rules: &RuleSet, inputs: &Inputs, others: Option<&Inputs>) -> Self {
        let is_one = inputs.count() + others.map_or(0, Inputs::count) < 2;
        let of_one = |wanted| Wanted {
            text: false,
            ..wanted
        };
        let wanted = rules.wanted();
        Self {
            wanted: if is_one { wanted.map(of_one) } else { wanted },
            is_whole: inputs.has_folder,
            misnamed: inputs.misnamed().collect(),
            ..Self::default()
        }
    }

    /// What is wanted of each document.
    pub const fn wanted(&self) -> Option<Wanted> {
        self.wanted
    }

    /// Keeps what other documents are compared with.
    pub fn keep(&mut self, checked: &mut Checked, is_input: bool) {
        if is_input && self.wanted.is_some() {
            self.input = Some(Arc::new(checked.source.clone()));
        }
        self.cards.extend(checked.card.take());
    }

    /// Reads the files that are compared with those of the run. What cannot be read of them is
    /// said, and does not hinder: they were not asked for.
    pub fn read(
        &mut self,
        others: Inputs,
        jobs: Option<usize>,
        terminal: &Terminal,
    ) -> Result<(), Failure> {
        let Some(wanted) = self.wanted else {
            return Ok(());
        };
        self.is_whole = true;
        self.misnamed.extend(others.misnamed());
        for problem in &others.problems {
            terminal.tell(format_args!("not compared: {problem}"));
        }
        let before = self.cards.len();
        others.each(
            jobs,
            |source| crate::card(&source, wanted),
            |card| {
                match card {
                    Ok(card) => self.cards.extend(card.map(|card| Card {
                        is_asked_for: false,
                        ..card
                    })),
                    Err(failure) => terminal.tell(format_args!("not compared: {failure}")),
                }
                Ok(())
            },
        )?;
        self.others = self.cards.len() - before;
        Ok(())
    }

    /// How far the rules across files could look, where that is less than one would think.
    pub fn limits(&self) -> Option<String> {
        self.wanted?;
        if self.others > 0 {
            return Some(match self.others {
                1 => "compared with 1 other document of the repository".to_owned(),
                count => format!("compared with {count} other documents of the repository"),
            });
        }
        let symbols = self.cards.iter().flat_map(|card| &card.symbols);
        let has_parent = symbols
            .into_iter()
            .any(|said| said.value.parent().is_some());
        let is_open = self.cards.len() > 1 || has_parent;
        (is_open && !self.is_whole).then(|| {
            let compared = match self.cards.len() {
                1 => "this document was compared with no other".to_owned(),
                count => format!("only these {count} documents were compared with each other"),
            };
            format!("{compared}; `repository` in doclint.toml names the folder of the rest")
        })
    }

    /// What is found across the files, file by file. `tell` is told of files that are no longer as
    /// they were.
    pub fn find(
        self,
        rules: &RuleSet,
        mut tell: impl FnMut(Failure),
        mut hand_on: impl FnMut(FoundAcross) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        if self.wanted.is_none() {
            return Ok(());
        }
        let repository = Repository::new(each_file_once(self.cards), self.is_whole);
        let mut changed = BTreeSet::new();
        let mut of_file: Vec<Fault> = Vec::new();
        let faults = rules.check_across(&repository);
        let mut faults = faults.into_iter().peekable();
        while let Some(fault) = faults.next() {
            let record = fault.record;
            of_file.push(fault);
            if faults.peek().is_some_and(|next| next.record == record) {
                continue;
            }
            // The texts of one file's findings are in memory at a time.
            let records = of_file.iter().flat_map(Fault::records);
            let texts: BTreeMap<usize, Text> = records
                .map(|record| {
                    let card = &repository.cards[record];
                    let path = self.misnamed.get(&*card.file).map(PathBuf::as_path);
                    let path = path.unwrap_or(Path::new(&*card.file));
                    (record, again(card, path, self.input.as_ref()))
                })
                .collect();
            for (record, text) in &texts {
                if !text.is_same && changed.insert(*record) {
                    tell(Failure::Changed {
                        path: PathBuf::from(text.source.name()),
                    });
                }
            }
            let findings = of_file.drain(..).map(|fault| settled(fault, &texts));
            let found = FoundAcross {
                findings: findings.collect(),
                source: Arc::clone(&texts[&record].source),
            };
            hand_on(found)?;
        }
        Ok(())
    }
}

/// The cards without those of links to a file that has a card: one document under two names is
/// not two. Only where texts are the same does the disk have to be asked.
fn each_file_once(mut cards: Vec<Card>) -> Vec<Card> {
    let mut names: BTreeMap<u64, usize> = BTreeMap::new();
    for card in &cards {
        *names.entry(card.stamp).or_default() += 1;
    }
    let is_link = |file: &str| fs::symlink_metadata(file).is_ok_and(|about| about.is_symlink());
    cards.sort_by_cached_key(|card| names[&card.stamp] > 1 && is_link(&card.file));
    let mut seen = BTreeSet::new();
    cards.retain(|card| {
        names[&card.stamp] == 1
            || fs::canonicalize(&*card.file).map_or(true, |place| seen.insert(place))
    });
    cards
}

/// A file read again.
struct Text {
    source: Arc<Source>,
    /// Whether it is as it was when it was checked; otherwise the source is empty.
    is_same: bool,
}

fn again(card: &Card, path: &Path, input: Option<&Arc<Source>>) -> Text {
    let is_same = |source: &Source| stamp(source.text()) == card.stamp;
    let on_input = input.filter(|input| input.name() == &*card.file);
    let read = match on_input {
        Some(input) => Some(Arc::clone(input)),
        None => read_file(path).ok().map(Arc::new),
    };
    let read = read.filter(|source| is_same(source));
    Text {
        is_same: read.is_some(),
        source: read.unwrap_or_else(|| Arc::new(Source::new(&*card.file, ""))),
    }
}

/// The whole finding. In a file that is no longer as it was nothing can be shown but its name.
fn settled(mut fault: Fault, texts: &BTreeMap<usize, Text>) -> Finding {
    let lost = |record: usize| !texts[&record].is_same;
    let nowhere = |label: &mut Label| label.span = Span::empty(0);
    if lost(fault.record) {
        nowhere(&mut fault.finding.primary);
        fault.finding.others.iter_mut().for_each(nowhere);
    }
    let elsewhere = fault.elsewhere.iter_mut();
    elsewhere
        .filter(|(record, _)| lost(*record))
        .for_each(|(_, label)| nowhere(label));
    fault.settled(|record| Arc::clone(&texts[&record].source))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_file_that_is_no_longer_as_it_was_is_named() {
        let folder = tempfile::TempDir::new().unwrap();
        let text = "S/2023/463\nDistr.: General\n29 June 2023\nOriginal: English\n";
        let rules = RuleSet::builtin().unwrap();
        let mut across = Across {
            wanted: rules.wanted(),
            is_whole: true,
            ..Across::default()
        };
        let paths = ["a.txt", "b.txt", "c.txt"].map(|name| folder.path().join(name));
        for path in &paths {
            fs::write(path, text).unwrap();
            let source = read_file(path).unwrap();
            across.cards.extend(crate::card(&source, Wanted::default()));
        }
        fs::remove_file(&paths[0]).unwrap();
        fs::write(&paths[2], "words").unwrap();
        let (mut told, mut found) = (Vec::new(), Vec::new());
        let tell = |failure: Failure| told.push(failure.to_string());
        let hand_on = |file: FoundAcross| {
            found.push(file);
            Ok(())
        };
        across.find(&rules, tell, hand_on).unwrap();
        let said = |path: &Path| {
            format!(
                "{}: changed or gone since it was checked; what is said of it here may not fit, \
                 so run doclint again",
                path.display()
            )
        };
        assert_eq!(told, [said(&paths[0]), said(&paths[2])]);
        let [file] = found.as_slice() else {
            panic!("{} files", found.len());
        };
        let finding = &file.findings[0];
        assert_eq!(finding.rule, "symbol-duplicate");
        assert_eq!(
            (file.source.text(), finding.primary.span),
            ("", Span::empty(0))
        );
        let related: Vec<(&str, Span)> = finding
            .related
            .iter()
            .map(|related| (related.source.text(), related.label.span))
            .collect();
        assert_eq!(related, [(text, Span::new(0, 10)), ("", Span::empty(0))]);
    }
}
