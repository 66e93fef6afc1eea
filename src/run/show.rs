//! The verbs that show something: rules, records, how a text was read.

use std::io::Write;

use crate::catalogue;
use crate::cli::{self, ListFormat, RecordFormat};
use crate::record::Record;
use crate::report::draw_finding;
use crate::rule::Rule;
use crate::run::input::{Inputs, read_path};
use crate::run::terminal::{Terminal, output};
use crate::run::{Failure, Outcome, prepare};
use crate::source::Source;

/// `doclint explain`
pub fn explain(arguments: &cli::Explain, terminal: &Terminal) -> Result<Outcome, Failure> {
    let sources = &arguments.rules;
    let settings = prepare::settings(sources.config.as_deref(), sources.isolated)?;
    let rules = prepare::rules(&settings, &sources.folders)?;
    let Some(name) = &arguments.rule else {
        let all: Vec<&Rule> = rules.rules().collect();
        terminal.print(&catalogue::table(&all))?;
        return Ok(Outcome::Passed);
    };
    prepare::known(&rules, name)?;
    let mut alone = prepare::rules(&settings, &sources.folders)?;
    alone.select(std::slice::from_ref(name));
    let Some(rule) = rules.get(name) else {
        let part: Vec<&Rule> = alone.rules().collect();
        terminal.print(&catalogue::table(&part))?;
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
    let page = catalogue::page(rule, &examples, &drawn, terminal.out.width);
    terminal.print(&page)?;
    Ok(Outcome::Passed)
}

/// `doclint rules`
pub fn rules(arguments: &cli::Rules, terminal: &Terminal) -> Result<Outcome, Failure> {
    let sources = &arguments.rules;
    let settings = prepare::settings(sources.config.as_deref(), sources.isolated)?;
    let rules = prepare::rules(&settings, &sources.folders)?;
    let all: Vec<&Rule> = rules.rules().collect();
    let list = match arguments.format {
        ListFormat::Table => catalogue::table(&all),
        ListFormat::Json => catalogue::json(&all)?,
        ListFormat::Markdown => catalogue::markdown(&all),
    };
    terminal.print(&list)?;
    Ok(Outcome::Passed)
}

/// `doclint record`
pub fn record(arguments: &cli::Record, terminal: &Terminal) -> Result<Outcome, Failure> {
    let mut settings = prepare::settings(arguments.config.as_deref(), arguments.isolated)?;
    prepare::exclude(&mut settings, &arguments.files.exclude)?;
    let inputs = Inputs::find(&arguments.paths, &arguments.files, &settings);
    for problem in &inputs.problems {
        terminal.tell_error(problem);
    }
    let mut outcome = match inputs.problems.as_slice() {
        [] => Outcome::Passed,
        _ => Outcome::Incomplete,
    };
    let (before, between, after) = match arguments.format {
        RecordFormat::Json => ("[\n", ",\n", "\n]\n"),
        RecordFormat::Jsonl => ("", "\n", "\n"),
    };
    let mut out = output();
    let mut any = false;
    inputs.each(
        arguments.files.jobs.map(usize::from),
        |source| serde_json::to_string(&Record::of(&source, &crate::read(&source))),
        |record| {
            match record {
                Ok(record) => {
                    let joint = if any { between } else { before };
                    any = true;
                    write!(out, "{joint}{}", record?)?;
                }
                Err(failure) => {
                    outcome = Outcome::Incomplete;
                    terminal.tell_error(failure);
                }
            }
            Ok(())
        },
    )?;
    match (any, arguments.format) {
        (true, _) => out.write_all(after.as_bytes())?,
        (false, RecordFormat::Json) => out.write_all(b"[]\n")?,
        (false, RecordFormat::Jsonl) => {}
    }
    out.flush()?;
    if !any {
        terminal.tell_error("no file to make a record of");
        outcome = Outcome::Incomplete;
    }
    Ok(outcome)
}

/// `doclint tree`
pub fn tree(arguments: &cli::Tree, terminal: &Terminal) -> Result<Outcome, Failure> {
    let source = read_path(&arguments.file)?;
    terminal.print(&crate::tree::tree(&source, terminal.out))?;
    Ok(Outcome::Passed)
}
