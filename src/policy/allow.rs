//! The `[[allow]]` tables of the settings, and which of them were used.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use crate::config::Allow;
use crate::discover::{Located, Rooted, canonical};

/// The tables, found by the files they name.
#[derive(Debug, Default)]
pub(super) struct Allows {
    all: Vec<Known>,
    /// By the folder of the settings and the path from there.
    by_path: BTreeMap<PathBuf, BTreeMap<PathBuf, Vec<usize>>>,
    /// Those whose pattern can mean several files.
    wide: Vec<usize>,
}

/// A table, and what came of it.
#[derive(Debug)]
pub(super) struct Known {
    pub allow: Allow,
    file: Rooted,
    is_wide: bool,
    /// Whether it was compared with a file in which its rule is used.
    is_met: AtomicBool,
    /// Whether it allowed something.
    is_used: AtomicBool,
}

impl Allows {
    pub fn new(allows: &[Allow]) -> Self {
        let mut known = Self::default();
        for (index, allow) in allows.iter().enumerate() {
            let file = Rooted::of(&allow.file);
            let is_wide = file.is_wide();
            if is_wide {
                known.wide.push(index);
            } else {
                let root = canonical(&allow.file.root);
                let paths = known.by_path.entry(root).or_default();
                for text in allow.file.texts() {
                    paths.entry(PathBuf::from(text)).or_default().push(index);
                }
            }
            known.all.push(Known {
                allow: allow.clone(),
                file,
                is_wide,
                is_met: AtomicBool::new(false),
                is_used: AtomicBool::new(false),
            });
        }
        known
    }

    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = &Known> {
        self.all.iter()
    }

    /// Those for a file, in their order.
    pub fn of(&self, file: &Located) -> Vec<&Known> {
        let by_path = self.by_path.iter().flat_map(|(root, paths)| {
            let named = file.under(root).ancestors();
            named.filter_map(|path: &Path| paths.get(path)).flatten()
        });
        let wide = self.wide.iter();
        let mut found: Vec<usize> = by_path
            .chain(wide.filter(|index| self.all[**index].file.matches(file)))
            .copied()
            .collect();
        found.sort_unstable();
        found.iter().map(|index| &self.all[*index]).collect()
    }
}

impl Known {
    /// Whether it allows a fault that a rule finds at these words.
    pub fn allows(&self, rule: &str, words: &str) -> bool {
        self.allow.rule == rule && self.allow.text.as_deref().is_none_or(|text| text == words)
    }

    pub fn meet(&self) {
        self.is_met.store(true, Ordering::Relaxed);
    }

    pub fn take(&self) {
        self.is_used.store(true, Ordering::Relaxed);
    }

    /// Whether nothing needs it. A run that looks at some files only cannot say that of a file
    /// that it did not look at, nor of a pattern.
    pub fn is_unused(&self, is_whole: bool) -> bool {
        let is_judged = is_whole || (!self.is_wide && self.is_met.load(Ordering::Relaxed));
        is_judged && !self.is_used.load(Ordering::Relaxed)
    }
}
