//! The verbs for those who read and write rules.

use std::path::PathBuf;

use crate::catalogue::{list, page, tested};
use crate::cli::{self, ListFormat, TestFormat};
use crate::mistake::Mistake;
use crate::report::draw_finding;
use crate::rule::{Rule, RuleSet, Tested};
use crate::run::input::read_file;
use crate::run::terminal::Terminal;
use crate::run::{Failure, Outcome, prepare};
use crate::source::Source;

/// `doclint explain`
pub fn explain(arguments: &cli::Explain, terminal: &Terminal) -> Result<Outcome, Failure> {
    let sources = &arguments.rules;
    let settings = prepare::settings(sources.config.as_deref(), sources.isolated)?;
    let rules = prepare::rules(&settings, &sources.folders)?;
    let Some(name) = &arguments.rule else {
        let all: Vec<&Rule> = rules.rules().collect();
        terminal.print(&list::table(&all, terminal.out))?;
        return Ok(Outcome::Passed);
    };
    prepare::known(&rules, name)?;
    let mut alone = prepare::rules(&settings, &sources.folders)?;
    alone.select(std::slice::from_ref(name));
    let Some(rule) = rules.get(name) else {
        let part: Vec<&Rule> = alone.rules().collect();
        terminal.print(&list::table(&part, terminal.out))?;
        return Ok(Outcome::Passed);
    };
    let examples = rule.examples().map_err(Failure::Mistakes)?;
    let mut drawn = String::new();
    if let Some(example) = examples.fail.first() {
        let checked = crate::check(Source::new("example", example.text.as_str()), &alone);
        for finding in &checked.findings {
            drawn.push_str(&draw_finding(&checked.source, finding, terminal.out));
        }
    }
    let page = page::page(rule, &examples, &drawn, terminal.out.width);
    terminal.print(&page)?;
    Ok(Outcome::Passed)
}

/// `doclint rules`
pub fn list(arguments: &cli::Rules, terminal: &Terminal) -> Result<Outcome, Failure> {
    let sources = &arguments.rules;
    let settings = prepare::settings(sources.config.as_deref(), sources.isolated)?;
    let rules = prepare::rules(&settings, &sources.folders)?;
    let all: Vec<&Rule> = rules.rules().collect();
    let words = match arguments.format {
        ListFormat::Table => list::table(&all, terminal.out),
        ListFormat::Json => list::json(&all)?,
        ListFormat::Markdown => list::markdown(&all),
    };
    terminal.print(&words)?;
    Ok(Outcome::Passed)
}

/// `doclint test`
pub fn test(arguments: &cli::Test, terminal: &Terminal) -> Result<Outcome, Failure> {
    let sources = &arguments.rules;
    let (rules, mut mistakes) = if arguments.paths.is_empty() {
        let settings = prepare::settings(sources.config.as_deref(), sources.isolated)?;
        (prepare::rules(&settings, &sources.folders)?, Vec::new())
    } else {
        let paths = arguments.paths.iter().chain(&sources.folders);
        named(paths)?
    };
    let mut outcomes = Vec::new();
    for rule in rules.rules() {
        match Tested::of(rule) {
            Ok(tested) => outcomes.push(tested),
            Err(found) => mistakes.extend(found),
        }
    }
    match arguments.format {
        TestFormat::Json => terminal.print(&tested::json(&outcomes)?)?,
        TestFormat::Table => {
            let mut words = String::new();
            if !arguments.quiet && !outcomes.is_empty() {
                words = tested::table(&outcomes, terminal.out);
            }
            let faults = tested::faults(&outcomes, terminal.out);
            if !words.is_empty() && !faults.is_empty() {
                words.push('\n');
            }
            terminal.print(&(words + &faults))?;
        }
    }
    if !mistakes.is_empty() {
        return Err(Failure::Mistakes(mistakes));
    }
    if !arguments.quiet && arguments.format == TestFormat::Table {
        terminal.tell(tested::summary(&outcomes));
    }
    Ok(match outcomes.iter().map(Tested::faults).sum() {
        0_usize => Outcome::Passed,
        _ => Outcome::Found,
    })
}

/// The rules of the files and folders that were named, and the mistakes in the others.
fn named<'p>(paths: impl Iterator<Item = &'p PathBuf>) -> Result<(RuleSet, Vec<Mistake>), Failure> {
    let (mut rules, mut mistakes) = (RuleSet::empty(), Vec::new());
    for path in paths {
        for file in prepare::rule_files(path)? {
            if let Err(found) = rules.add(read_file(&file)?) {
                mistakes.extend(found);
            }
        }
    }
    Ok((rules, mistakes))
}
