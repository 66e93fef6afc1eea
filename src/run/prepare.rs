//! What has to be known before the first file is read: the settings and the rules.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use crate::cli::Choice;
use crate::config::{Settings, file_pattern};
use crate::discover::find_config;
use crate::mistake::nearest;
use crate::rule::RuleSet;
use crate::run::Failure;
use crate::run::input::read_file;

/// The settings of `--config`, else of the nearest `doclint.toml`, else the standard ones.
pub fn settings(config: Option<&Path>, isolated: bool) -> Result<Settings, Failure> {
    let here = Path::new(".");
    let file = match config {
        Some(file) => Some(file.to_owned()),
        None if isolated => None,
        None => find_config(here),
    };
    match file {
        Some(file) => Settings::parse(read_file(&file)?, &file).map_err(Failure::Mistakes),
        None => Ok(Settings::standard(here.to_owned())),
    }
}

/// Adds the patterns of `--exclude`.
pub fn exclude(settings: &mut Settings, patterns: &[String]) -> Result<(), Failure> {
    for pattern in patterns {
        let compiled = file_pattern(pattern).map_err(|error| Failure::Pattern {
            pattern: pattern.clone(),
            reason: error.msg,
        })?;
        settings.exclude.push(compiled);
    }
    Ok(())
}

/// The built-in rules and those of the user's folders; all mistakes of all rule files at once.
pub fn rules(settings: &Settings, folders: &[PathBuf]) -> Result<RuleSet, Failure> {
    let mut rules = RuleSet::builtin().map_err(Failure::Mistakes)?;
    let mut mistakes = Vec::new();
    for folder in settings.rules.iter().chain(folders) {
        for file in rule_files(folder)? {
            if let Err(found) = rules.add(read_file(&file)?) {
                mistakes.extend(found);
            }
        }
    }
    if mistakes.is_empty() {
        mistakes = settings.unknown_rules(&names(&rules));
    }
    if mistakes.is_empty() {
        Ok(rules)
    } else {
        Err(Failure::Mistakes(mistakes))
    }
}

/// Every `*.toml` below the folder, in order; the file itself when it is one.
pub fn rule_files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let found = fs::metadata(folder).map_err(|error| Failure::Read {
        path: folder.to_owned(),
        error,
    })?;
    if found.is_file() {
        return Ok(vec![folder.to_owned()]);
    }
    let mut files = Vec::new();
    let walk = WalkBuilder::new(folder)
        .standard_filters(false)
        .sort_by_file_name(OsStr::cmp)
        .build();
    for entry in walk {
        let entry = entry.map_err(|error| Failure::RuleFolder {
            folder: folder.to_owned(),
            error,
        })?;
        let is_rule = entry.path().extension() == Some(OsStr::new("toml"));
        if is_rule && entry.path().is_file() {
            files.push(entry.into_path());
        }
    }
    if files.is_empty() {
        return Err(Failure::NoRuleFile {
            folder: folder.to_owned(),
        });
    }
    Ok(files)
}

/// Takes the rules that are to be used, as grave as they are to be. What is typed comes after
/// what is set: it replaces the selection and adds to what is ignored.
pub fn choose(rules: &mut RuleSet, settings: &Settings, choice: &Choice) -> Result<(), Failure> {
    let typed = choice.select.iter().chain(&choice.ignore);
    for name in typed.chain(choice.severity.iter().map(|(name, _)| name)) {
        known(rules, name)?;
    }
    for (name, severity) in settings.severity.iter().chain(&choice.severity) {
        rules.set_severity(name, *severity);
    }
    let selected = if choice.select.is_empty() {
        &settings.select
    } else {
        &choice.select
    };
    if !selected.is_empty() {
        rules.select(selected);
    }
    rules.ignore(&settings.ignore);
    rules.ignore(&choice.ignore);
    if rules.in_use().next().is_none() {
        return Err(Failure::NoRule);
    }
    Ok(())
}

/// That there is a rule or a part of this name.
pub fn known(rules: &RuleSet, name: &str) -> Result<(), Failure> {
    let names = names(rules);
    if names.contains(&name) {
        return Ok(());
    }
    Err(Failure::UnknownRule {
        name: name.to_owned(),
        near: rules
            .nearest(name)
            .or_else(|| nearest(name, names))
            .map(str::to_owned),
    })
}

/// The ids of the rules and the names of their parts.
fn names(rules: &RuleSet) -> Vec<&str> {
    rules
        .rules()
        .flat_map(|rule| [rule.id.as_str(), rule.part.as_str()])
        .collect()
}
