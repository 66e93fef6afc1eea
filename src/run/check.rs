//! `doclint check`.

use std::mem;
use std::time::Instant;

use crate::cli::{Check, nearest_verb};
use crate::config::{Patterns, Settings};
use crate::discover::Problem;
use crate::lexicon::Lexicons;
use crate::report::Summary;
use crate::run::across::Across;
use crate::run::input::Inputs;
use crate::run::mend::{Made, Mender};
use crate::run::output::{Known, Outputs};
use crate::run::progress::Progress;
use crate::run::terminal::Terminal;
use crate::run::{Failure, Outcome, known, prepare, verbose};

/// Reads the files, checks them and reports.
pub fn check(arguments: &Check, terminal: &Terminal) -> Result<Outcome, Failure> {
    let started = Instant::now();
    Lexicons::prepare();
    let sources = &arguments.rules;
    let mut settings = prepare::settings(sources.config.as_deref(), sources.isolated)?;
    prepare::exclude(&mut settings, &arguments.files.exclude)?;
    prepare::repository(&settings)?;
    let mut rules = prepare::rules(&settings, &sources.folders)?;
    let all_rules = rules.ids();
    let policy = prepare::choose(&mut rules, &settings, &arguments.choice)?;
    if arguments.config_show {
        terminal.print(&prepare::in_force(settings, arguments).shown())?;
        return Ok(Outcome::Passed);
    }
    let policy = known::with_baseline(policy, arguments, &settings)?;
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
    let jobs = arguments.files.jobs.map(usize::from);
    let others = inputs.others(&arguments.paths, &settings);
    let mut across = Across::new(&rules, &inputs, others.as_ref());
    let wanted = across.wanted();
    let mut is_input = inputs.has_standard_input();
    let mender = Mender::of(&arguments.fixes, is_input);
    let mut settler = mender.settler();
    let notes = Known::of(&rules, fail_on);
    let mut outputs = Outputs::open(arguments, mender.report_to(terminal), terminal, &notes)?;
    let mut progress = Progress::of(inputs.count(), arguments.quiet);
    inputs.each(
        jobs,
        |source| {
            let check = |source| crate::check(source, &rules, wanted);
            mender.make(source, check, |source, found| {
                policy.on_trial(source, found)
            })
        },
        |made| {
            let from_input = mem::take(&mut is_input);
            if !made.as_ref().is_ok_and(Made::is_silent) {
                progress.hide();
            }
            if let Some(mut checked) = settler.settle(made, terminal, &mut summary)? {
                // Beside a diff there is no report, and the files are not as they were found.
                if !arguments.fixes.diff {
                    across.keep(&mut checked, from_input);
                }
                let heard = policy.of_file(&checked.source, checked.findings);
                summary.add(checked.is_document, &heard.findings);
                summary.know(heard.allowed, heard.in_baseline);
                outputs.file(&checked.source, &heard.findings)?;
            }
            progress.step();
            Ok(())
        },
    )?;
    if let Some(others) = others {
        across.read(others, jobs, terminal)?;
    }
    let limits = across.limits();
    let mut changed = 0;
    across.find(
        &rules,
        |failure| {
            changed += 1;
            terminal.tell_error(failure);
        },
        |found| {
            let heard = policy.of_run(&found.source, found.findings);
            summary.count(&heard.findings);
            summary.know(heard.allowed, heard.in_baseline);
            outputs.file(&found.source, &heard.findings)?;
            Ok(())
        },
    )?;
    summary.unread += changed;
    let is_whole = summary.unread == 0 && known::is_whole(arguments, &settings);
    let ending = policy.ending(is_whole);
    for (source, heard) in &ending.tables {
        summary.count(&heard.findings);
        summary.know(0, heard.in_baseline);
        outputs.file(source, &heard.findings)?;
    }
    if !arguments.known.prune_baseline {
        summary.stale = ending.stale.iter().map(|(_, count)| count).sum();
    }
    mender.conclude(&mut summary);
    summary.seconds = Some(started.elapsed().as_secs_f64());
    drop(progress);
    // With the object of `--format json` the numbers are in it.
    let tells_summary = outputs.tells_summary;
    outputs.finish(&summary)?;
    known::keep(&ending, arguments, &settings, terminal)?;
    if !arguments.quiet {
        if arguments.fixes.diff {
            terminal.tell(settler.would(&summary));
        } else if !tells_summary {
            terminal.tell(summary);
            limits.into_iter().for_each(|limits| terminal.tell(limits));
        }
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
    Ok(
        if summary.documents == 0 || summary.unread + summary.unwritten > 0 {
            Outcome::Incomplete
        } else if arguments.fixes.diff {
            match summary.fixed {
                0 => Outcome::Passed,
                _ => Outcome::Found,
            }
        } else if summary.at_least(fail_on) > 0 {
            Outcome::Found
        } else {
            Outcome::Passed
        },
    )
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
            let endings = settings.include.texts().join(", ");
            let excluded: Vec<&str> = settings.exclude.iter().flat_map(Patterns::texts).collect();
            let excluded = match excluded.as_slice() {
                [] => String::new(),
                patterns => format!("; exclude: {}", patterns.join(", ")),
            };
            format!("no file there is to be read (include: {endings}{excluded})")
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
