//! `doclint check`.

use std::time::Instant;

use crate::cli::{Check, nearest_verb};
use crate::config::Settings;
use crate::discover::Problem;
use crate::report::Summary;
use crate::run::input::Inputs;
use crate::run::output::{Known, Outputs};
use crate::run::progress::Progress;
use crate::run::terminal::Terminal;
use crate::run::{Failure, Outcome, prepare, verbose};

/// Reads the files, checks them and reports.
pub fn check(arguments: &Check, terminal: &Terminal) -> Result<Outcome, Failure> {
    let started = Instant::now();
    let sources = &arguments.rules;
    let mut settings = prepare::settings(sources.config.as_deref(), sources.isolated)?;
    prepare::exclude(&mut settings, &arguments.files.exclude)?;
    let mut rules = prepare::rules(&settings, &sources.folders)?;
    let all_rules = rules.ids();
    prepare::choose(&mut rules, &settings, &arguments.choice)?;
    let fail_on = arguments.fail_on.map_or(settings.fail_on, Into::into);

    let mut inputs = Inputs::find(&arguments.paths, &arguments.files, &settings);
    inputs.leave_out(&arguments.output.targets);
    let mut summary = Summary {
        unread: inputs.problems.len(),
        ..Summary::default()
    };
    for problem in &inputs.problems {
        terminal.tell_error(said(problem));
    }
    if arguments.output.verbose {
        verbose::tell(terminal, &settings, (&all_rules, &rules.ids()), &inputs);
    }
    let excluded = inputs.excluded;
    let known = Known::of(&rules, fail_on);
    let mut outputs = Outputs::open(arguments, terminal, &known)?;
    let mut progress = Progress::of(inputs.count(), arguments.quiet);
    inputs.each(
        arguments.files.jobs.map(usize::from),
        |source| crate::check(source, &rules),
        |checked| {
            match checked {
                Ok(checked) => {
                    summary.add(checked.is_document, &checked.findings);
                    if !checked.findings.is_empty() {
                        progress.hide();
                    }
                    outputs.file(&checked.source, &checked.findings)?;
                }
                Err(failure) => {
                    progress.hide();
                    summary.unread += 1;
                    terminal.tell_error(failure);
                }
            }
            progress.step();
            Ok(())
        },
    )?;
    summary.seconds = Some(started.elapsed().as_secs_f64());
    drop(progress);
    // With the object of `--format json` the numbers are in it.
    let tells_summary = outputs.tells_summary;
    outputs.finish(&summary)?;
    if !arguments.quiet && !tells_summary {
        terminal.tell(summary);
    }
    // A hook names the files of a commit: when all of them are excluded there is nothing to do.
    let read = summary.documents + summary.not_documents + summary.unread;
    if read == 0 && excluded > 0 {
        terminal.tell("nothing to check: every file that was named is excluded");
        return Ok(Outcome::Passed);
    }
    if summary.documents == 0 {
        terminal.tell_error(nothing_found(arguments, &settings, &summary));
    }
    Ok(if summary.documents == 0 || summary.unread > 0 {
        Outcome::Incomplete
    } else if summary.at_least(fail_on) > 0 {
        Outcome::Found
    } else {
        Outcome::Passed
    })
}

/// Why nothing was checked: a gate must not pass because it looked at nothing.
fn nothing_found(arguments: &Check, settings: &Settings, summary: &Summary) -> String {
    let place = match arguments.paths.as_slice() {
        [] => "the folder you stand in".to_owned(),
        [mark] if mark == "-" => "standard input".to_owned(),
        paths => paths.join(", "),
    };
    let reason = match (summary.not_documents, summary.unread) {
        (0, 0) => {
            let endings: Vec<&str> = settings.include.iter().map(glob::Pattern::as_str).collect();
            format!(
                "no file there is to be read (include: {})",
                endings.join(", ")
            )
        }
        (0, _) => "nothing could be read".to_owned(),
        (1, _) => "the one file read has no part of a document's layout".to_owned(),
        (count, _) => format!("none of the {count} files read has a part of a document's layout"),
    };
    format!("no document found in {place}: {reason}")
}

/// A problem, and the verb that was probably meant by a name that is no file's.
fn said(problem: &Problem) -> String {
    let verb = match problem {
        Problem::Missing { path } => path.to_str().and_then(nearest_verb),
        _ => None,
    };
    match verb {
        Some(verb) => format!("{problem}; did you mean the verb `{verb}`?"),
        None => problem.to_string(),
    }
}
