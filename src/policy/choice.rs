//! Which rules are used for a file, and how grave they are: what is set, what is set for some files
//! only, and what is typed.

use crate::config::{Override, Settings};
use crate::discover::{Located, Rooted};
use crate::finding::Severity;

/// What is typed; it comes after what is set.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// Rules or parts in place of all selections that are set; empty when nothing is typed.
    pub select: Vec<String>,
    /// Rules or parts that are ignored too.
    pub ignore: Vec<String>,
    /// Levels that have the last word.
    pub severity: Vec<(String, Severity)>,
}

/// Which rules are used, and how grave they are.
#[derive(Debug)]
pub(super) struct Choice {
    select: Vec<String>,
    ignore: Vec<String>,
    severity: Vec<(String, Severity)>,
    overrides: Vec<(Rooted, Override)>,
    typed: Typed,
}

impl Choice {
    pub fn new(settings: &Settings, typed: Typed) -> Self {
        let overrides = settings.overrides.iter();
        Self {
            select: settings.select.clone(),
            ignore: settings.ignore.clone(),
            severity: settings.severity.clone(),
            overrides: overrides
                .map(|some| (Rooted::of(&some.files), some.clone()))
                .collect(),
            typed,
        }
    }

    /// Whether it is the same for all files.
    pub fn is_plain(&self) -> bool {
        self.overrides.is_empty()
    }

    /// The overrides for a file, in their order.
    pub fn overrides(&self, file: &Located) -> Vec<&Override> {
        let matching = self
            .overrides
            .iter()
            .filter(|(files, _)| files.matches(file));
        matching.map(|(_, some)| some).collect()
    }

    /// How grave a rule is for some file at least; `None` when none uses it.
    pub fn anywhere(&self, rule: &Named<'_>) -> Option<Severity> {
        let mut alone = self.overrides.iter().map(|(_, some)| [some]);
        let used =
            self.level(rule, &[]).is_some() || alone.any(|some| self.level(rule, &some).is_some());
        used.then(|| self.severity(rule, &[]))
    }

    /// How grave a rule is under these overrides; `None` when it is not used.
    pub fn level(&self, rule: &Named<'_>, overrides: &[&Override]) -> Option<Severity> {
        let mut selected = overrides.iter().filter_map(|some| some.select.as_ref());
        let select = match self.typed.select.as_slice() {
            [] => selected.next_back().unwrap_or(&self.select),
            _ => &self.typed.select,
        };
        let ignored = overrides.iter().map(|some| &some.ignore);
        let is_ignored = [&self.ignore, &self.typed.ignore]
            .into_iter()
            .chain(ignored)
            .flatten()
            .any(|name| rule.is(name));
        let is_selected = select.is_empty() || select.iter().any(|name| rule.is(name));
        let is_named = || select.contains(&rule.id.to_owned()) || self.has_level(rule, overrides);
        let is_used = !is_ignored && is_selected && (rule.is_on || is_named());
        is_used.then(|| self.severity(rule, overrides))
    }

    /// Whether a level is set for the rule itself.
    fn has_level(&self, rule: &Named<'_>, overrides: &[&Override]) -> bool {
        self.levels(overrides).any(|(name, _)| name == rule.id)
    }

    /// The levels that are set, the last word last.
    fn levels<'l>(
        &'l self,
        overrides: &'l [&Override],
    ) -> impl DoubleEndedIterator<Item = &'l (String, Severity)> {
        let set = overrides.iter().map(|some| &some.severity);
        [&self.severity]
            .into_iter()
            .chain(set)
            .chain([&self.typed.severity])
            .flatten()
    }

    fn severity(&self, rule: &Named<'_>, overrides: &[&Override]) -> Severity {
        self.levels(overrides)
            .rfind(|(name, _)| rule.is(name))
            .map_or(rule.severity, |(_, level)| *level)
    }
}

/// A rule by its names, with its own level.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named<'r> {
    pub id: &'r str,
    pub part: &'r str,
    pub severity: Severity,
    /// Whether it is used without being named.
    pub is_on: bool,
}

impl Named<'_> {
    fn is(&self, name: &str) -> bool {
        name == self.id || name == self.part
    }
}
