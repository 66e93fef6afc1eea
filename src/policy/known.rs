//! The baseline in use: what it holds is not heard of, and what it holds in vain is told.

use std::path::{MAIN_SEPARATOR_STR, Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{Baseline, Heard, Hearing, Key, Policy};
use crate::discover::{Located, canonical};
use crate::finding::Finding;
use crate::source::Source;

/// A baseline in use.
#[derive(Debug)]
pub(super) struct InUse {
    /// The folder that its files are relative to, without links.
    root: PathBuf,
    /// Whether it is being written: then everything found goes into it.
    is_written: bool,
    faults: Mutex<Baseline>,
}

/// What shows only at the end of a run.
#[derive(Debug, Default)]
pub struct Ending {
    /// What is wrong with the `[[allow]]` tables, by the file that they stand in.
    pub tables: Vec<(Arc<Source>, Heard)>,
    /// What the baseline holds and nothing finds any more, with how often.
    pub stale: Vec<(Key, usize)>,
    /// The baseline without what is stale, and with what was found when it is being written.
    pub renewed: Option<Baseline>,
}

impl Policy {
    /// With the faults that are known, in files relative to `folder`. When the baseline
    /// `is_written`, all that is found goes into it.
    #[must_use]
    pub fn with_baseline(mut self, faults: Baseline, folder: &Path, is_written: bool) -> Self {
        self.baseline = Some(InUse {
            root: canonical(folder),
            is_written,
            faults: Mutex::new(faults),
        });
        self
    }

    /// Takes out what the baseline holds.
    pub(super) fn take_known(
        &self,
        source: &Source,
        file: &Located,
        findings: &mut Vec<Finding>,
        hearing: Hearing,
    ) {
        let Some(baseline) = &self.baseline else {
            return;
        };
        let path = baseline.path_of(file);
        let mut faults = baseline.faults();
        if hearing == Hearing::Trial {
            let mut faults = faults.clone();
            return findings.retain(|finding| !faults.holds(&self.key(&path, source, finding)));
        }
        faults.look_at(&path);
        findings.retain(|finding| {
            let key = self.key(&path, source, finding);
            if baseline.is_written {
                faults.add(key);
                return false;
            }
            !faults.holds(&key)
        });
    }

    fn key(&self, path: &str, source: &Source, finding: &Finding) -> Key {
        Key::new(path.to_owned(), &finding.rule, self.words(source, finding))
    }

    /// The words that tell a fault from others of the same rule in the same file.
    fn words<'f>(&self, source: &'f Source, finding: &'f Finding) -> &'f str {
        let fact = self.rules.get(&finding.rule);
        let words = source.slice(finding.primary.span);
        match fact.is_some_and(|fact| fact.is_absence) || words.trim().is_empty() {
            true => &finding.message,
            false => words,
        }
    }

    /// What shows only at the end. `is_whole` says whether all files were looked at: of a run over
    /// some of them, nothing is said of the others.
    pub fn ending(&self, is_whole: bool) -> Ending {
        let mut ending = Ending {
            tables: self.of_tables(is_whole),
            ..Ending::default()
        };
        if let Some(baseline) = &self.baseline {
            let faults = baseline.faults();
            let is_judged = |key: &Key| self.is_judged(baseline, &faults, key, is_whole);
            if !baseline.is_written {
                ending.stale = faults.stale(is_judged);
            }
            ending.renewed = Some(faults.renewed(is_judged));
        }
        ending
    }

    /// Whether a fault of the baseline would have been found if it were there.
    fn is_judged(&self, baseline: &InUse, faults: &Baseline, key: &Key, is_whole: bool) -> bool {
        let Some(fact) = self.rules.get(&key.rule) else {
            return true;
        };
        let overrides = match self.choice.is_plain() {
            true => Vec::new(),
            false => {
                let file = Located::of(&baseline.root.join(&key.file));
                self.choice.overrides(&file)
            }
        };
        let is_looked_at = !fact.is_of_run && faults.has_looked_at(&key.file);
        self.is_used(&key.rule, &overrides) && (is_whole || is_looked_at)
    }
}

impl InUse {
    fn faults(&self) -> MutexGuard<'_, Baseline> {
        // What is counted is sound after every call, whatever else went wrong.
        self.faults.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The path from the folder of the baseline, with `/` on every system.
    fn path_of(&self, file: &Located) -> String {
        let path = file.under(&self.root).display().to_string();
        path.replace(MAIN_SEPARATOR_STR, "/")
    }
}
