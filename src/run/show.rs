//! The verbs that show documents: records, how a text was read.

use std::io::{self, IsTerminal};

use crate::cli::{self, RecordFormat, RecordOrder};
use crate::record::Record;
use crate::register::Register;
use crate::run::input::{Inputs, read_path};
use crate::run::terminal::{Terminal, output};
use crate::run::{Failure, Outcome, prepare};

/// `doclint record`
pub fn record(arguments: &cli::Record, terminal: &Terminal) -> Result<Outcome, Failure> {
    let order = arguments.sort.unwrap_or(match arguments.format {
        RecordFormat::Json | RecordFormat::Jsonl | RecordFormat::Parquet => RecordOrder::File,
        RecordFormat::Csv | RecordFormat::Table => RecordOrder::Symbol,
    });
    let format = arguments.format.into();
    let mut register = Register::new(output(), format, order.into(), terminal.out)?;
    if arguments.format == RecordFormat::Parquet && io::stdout().is_terminal() {
        return Err(Failure::NotForTerminals);
    }
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
    inputs.each(
        arguments.files.jobs.map(usize::from),
        |source| Record::of(&source, &crate::read(&source)),
        |record| {
            match record {
                Ok(record) => register.add(record)?,
                Err(failure) => {
                    outcome = Outcome::Incomplete;
                    terminal.tell_error(failure);
                }
            }
            Ok(())
        },
    )?;
    if register.finish(order.into())? == 0 {
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
