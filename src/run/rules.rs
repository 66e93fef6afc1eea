//! The verbs for those who read and write rules.

use std::path::PathBuf;

use crate::catalogue::list::Entry;
use crate::catalogue::page::Page;
use crate::catalogue::{list, notice, tested, words};
use crate::cli::{self, ListFormat, SchemaOf, TestFormat};
use crate::field::Node;
use crate::mistake::{Mistake, nearest};
use crate::policy::notices::NOTICES;
use crate::rule::{RuleSet, Tested};
use crate::run::input::read_file;
use crate::run::terminal::Terminal;
use crate::run::{Failure, Outcome, prepare};
use crate::schema;

/// `doclint explain`
pub fn explain(arguments: &cli::Explain, terminal: &Terminal) -> Result<Outcome, Failure> {
    let sources = &arguments.rules;
    let settings = prepare::settings(sources.config.as_deref(), sources.isolated)?;
    let rules = prepare::rules(&settings, &sources.folders)?;
    let mut all = Entry::all(rules.rules());
    let Some(name) = &arguments.rule else {
        return listed(&all, arguments.format, terminal);
    };
    prepare::known(&rules, name)?;
    if let Some(notice) = NOTICES.iter().find(|notice| notice.id == name) {
        let words = match arguments.format {
            ListFormat::Table => notice::text(notice, terminal.out),
            ListFormat::Json => notice::json(notice)?,
            ListFormat::Markdown => notice::markdown(notice),
        };
        terminal.print(&words)?;
        return Ok(Outcome::Passed);
    }
    let Some(rule) = rules.get(name) else {
        all.retain(|entry| entry.part() == name);
        return listed(&all, arguments.format, terminal);
    };
    let page = Page::of(rule).map_err(Failure::Mistakes)?;
    let words = match arguments.format {
        ListFormat::Table => page.text(terminal.out),
        ListFormat::Json => page.json()?,
        ListFormat::Markdown => page.markdown(),
    };
    terminal.print(&words)?;
    Ok(Outcome::Passed)
}

/// `doclint rules`
pub fn list(arguments: &cli::Rules, terminal: &Terminal) -> Result<Outcome, Failure> {
    let sources = &arguments.rules;
    let settings = prepare::settings(sources.config.as_deref(), sources.isolated)?;
    let rules = prepare::rules(&settings, &sources.folders)?;
    listed(&Entry::all(rules.rules()), arguments.format, terminal)
}

fn listed(
    rules: &[Entry<'_>],
    format: ListFormat,
    terminal: &Terminal,
) -> Result<Outcome, Failure> {
    let words = match format {
        ListFormat::Table => list::table(rules, terminal.out),
        ListFormat::Json => list::json(rules)?,
        ListFormat::Markdown => list::markdown(rules),
    };
    terminal.print(&words)?;
    Ok(Outcome::Passed)
}

/// `doclint fields`
pub fn fields(arguments: &cli::Fields, terminal: &Terminal) -> Result<Outcome, Failure> {
    let nodes = match arguments.node.as_deref() {
        None => Node::ALL.to_vec(),
        Some(name) => vec![Node::from_name(name).ok_or_else(|| Failure::UnknownNode {
            name: name.to_owned(),
            near: nearest(name, Node::ALL.map(Node::name)).map(str::to_owned),
        })?],
    };
    let rules = RuleSet::builtin().map_err(Failure::Mistakes)?;
    let vocabulary = words::Vocabulary::of(&rules, &nodes).map_err(Failure::Mistakes)?;
    let words = match arguments.format {
        ListFormat::Table => vocabulary.table(terminal.out),
        ListFormat::Json => vocabulary.json()?,
        ListFormat::Markdown => vocabulary.markdown(),
    };
    terminal.print(&words)?;
    Ok(Outcome::Passed)
}

/// `doclint schema`
pub fn schema(arguments: &cli::Schema, terminal: &Terminal) -> Result<Outcome, Failure> {
    let schema = match arguments.of {
        SchemaOf::Rule => schema::of_rules(),
        SchemaOf::Config => schema::of_settings(),
    };
    terminal.print(&schema::printed(&schema)?)?;
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
            words.push_str(&faults);
            if !arguments.quiet && !words.is_empty() {
                words.push('\n');
            }
            terminal.print(&words)?;
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
