//! The verbs that show documents: records, how a text was read.

use std::io::Write;

use crate::cli::{self, RecordFormat};
use crate::record::Record;
use crate::run::input::{Inputs, read_path};
use crate::run::terminal::{Terminal, output};
use crate::run::{Failure, Outcome, prepare};

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
