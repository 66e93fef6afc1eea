//! What has to be known before the first file is read: the settings and the rules.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use crate::cli::{Check, Choice};
use crate::config::{Extended, Patterns, Settings, extended, file_pattern};
use crate::discover::{canonical, find_config};
use crate::mistake::{Mistake, nearest};
use crate::policy::notices::{self, NOTICES};
use crate::policy::{Policy, Typed};
use crate::rule::RuleSet;
use crate::run::Failure;
use crate::run::input::read_file;
use crate::source::Source;

/// The settings of `--config`, else of the nearest `doclint.toml`, else the standard ones.
pub fn settings(config: Option<&Path>, isolated: bool) -> Result<Settings, Failure> {
    let here = Path::new(".");
    let file = match config {
        Some(file) => Some(file.to_owned()),
        None if isolated => None,
        None => find_config(here),
    };
    match file {
        Some(file) => Settings::parse(chain(file)?).map_err(Failure::Mistakes),
        None => Ok(Settings::standard(here.to_owned())),
    }
}

/// A settings file and those that it extends, the farthest first.
fn chain(file: PathBuf) -> Result<Vec<(PathBuf, Source)>, Failure> {
    let mut files = Vec::new();
    let mut known = vec![canonical(&file)];
    let source = read_file(&file)?;
    let mut next = extended(&file, &source);
    files.push((file, source));
    while let Some(Extended { path, place }) = next {
        let mistake = |message: String, help: &str| {
            Failure::Mistakes(vec![Mistake {
                source: place.source,
                span: place.span,
                message,
                help: Some(help.to_owned()),
            }])
        };
        let on_disk = canonical(&path);
        if known.contains(&on_disk) {
            let message = match known.len() {
                1 => "this file extends itself".to_owned(),
                _ => "the files that extend each other go in a circle".to_owned(),
            };
            return Err(mistake(message, "take `extend` out of one of them"));
        }
        known.push(on_disk);
        let source = read_file(&path).map_err(|failure| {
            let help = "the path is relative to the folder of this file";
            mistake(format!("`extend` cannot be followed: {failure}"), help)
        })?;
        next = extended(&path, &source);
        files.push((path, source));
    }
    files.reverse();
    Ok(files)
}

/// Adds the patterns of `--exclude`.
pub fn exclude(settings: &mut Settings, patterns: &[String]) -> Result<(), Failure> {
    let mut globs = Vec::new();
    for pattern in patterns {
        let compiled = file_pattern(pattern).map_err(|error| Failure::Pattern {
            pattern: pattern.clone(),
            reason: error.msg,
        })?;
        globs.push(compiled);
    }
    if !globs.is_empty() {
        let root = settings.root.clone();
        settings.exclude.push(Patterns { root, globs });
        settings.typed("exclude", true);
    }
    Ok(())
}

/// The settings with what is typed for a check.
pub fn in_force(mut settings: Settings, arguments: &Check) -> Settings {
    let choice = &arguments.choice;
    if !choice.select.is_empty() {
        settings.select.clone_from(&choice.select);
        settings.typed("select", false);
    }
    if !choice.ignore.is_empty() {
        settings.ignore.extend(choice.ignore.iter().cloned());
        settings.typed("ignore", true);
    }
    for (name, level) in &choice.severity {
        settings.severity.retain(|(known, _)| known != name);
        settings.severity.push((name.clone(), *level));
        settings.typed(&format!("severity.{name}"), false);
    }
    if let Some(level) = arguments.fail_on {
        settings.fail_on = level.into();
        settings.typed("fail-on", false);
    }
    if !arguments.rules.folders.is_empty() {
        settings
            .rules
            .extend(arguments.rules.folders.iter().cloned());
        settings.typed("rules", true);
    }
    if let Some(baseline) = &arguments.known.baseline {
        settings.baseline = Some(baseline.clone());
        settings.typed("baseline", false);
    }
    settings
}

/// That the folder of the repository is there: nothing is compared with one that is not.
pub fn repository(settings: &Settings) -> Result<(), Failure> {
    let Some(path) = &settings.repository else {
        return Ok(());
    };
    match fs::metadata(path) {
        Ok(_) => Ok(()),
        Err(error) => {
            let path = path.clone();
            Err(Failure::Read { path, error }.of_setting("repository"))
        }
    }
}

/// The built-in rules and those of the user's folders; all mistakes of all rule files at once.
pub fn rules(settings: &Settings, folders: &[PathBuf]) -> Result<RuleSet, Failure> {
    let mut rules = RuleSet::builtin().map_err(Failure::Mistakes)?;
    let mut mistakes = Vec::new();
    let mut files = Vec::new();
    for folder in &settings.rules {
        files.extend(rule_files(folder).map_err(|failure| failure.of_setting("rules"))?);
    }
    for folder in folders {
        files.extend(rule_files(folder)?);
    }
    for file in files {
        if let Err(found) = rules.add(read_file(&file)?) {
            mistakes.extend(found);
        }
    }
    if mistakes.is_empty() {
        mistakes = settings.unknown_rules(&ids(&rules), &parts(&rules));
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

/// Takes the rules that are to be used, as grave as they are to be, and gives what says so of
/// single files. What is typed comes after what is set: it replaces the selection and adds to
/// what is ignored.
pub fn choose(
    rules: &mut RuleSet,
    settings: &Settings,
    choice: &Choice,
) -> Result<Policy, Failure> {
    let typed = choice.select.iter().chain(&choice.ignore);
    for name in typed.chain(choice.severity.iter().map(|(name, _)| name)) {
        known(rules, name)?;
    }
    let typed = Typed {
        select: choice.select.clone(),
        ignore: choice.ignore.clone(),
        severity: choice.severity.clone(),
    };
    let policy = Policy::new(rules, settings, typed);
    rules.tune(|rule| policy.level(rule));
    if rules.rules().next().is_none() {
        return Err(Failure::NoRule);
    }
    Ok(policy)
}

/// That there is a rule or a part of this name.
pub fn known(rules: &RuleSet, name: &str) -> Result<(), Failure> {
    let names = [ids(rules), parts(rules)].concat();
    if names.contains(&name) {
        return Ok(());
    }
    Err(Failure::UnknownRule {
        name: name.to_owned(),
        near: nearest(name, names).map(str::to_owned),
    })
}

/// The ids of the rules, and of what is said of allowances.
fn ids(rules: &RuleSet) -> Vec<&str> {
    let rules = rules.rules().map(|rule| rule.id.as_str());
    rules.chain(NOTICES.map(|notice| notice.id)).collect()
}

/// The names of the parts.
fn parts(rules: &RuleSet) -> Vec<&str> {
    let rules = rules.rules().map(|rule| rule.part.as_str());
    rules.chain([notices::PART]).collect()
}
