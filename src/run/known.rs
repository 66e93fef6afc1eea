//! The baseline of a run: read before it, written after it.

use std::fs;
use std::path::{Path, PathBuf};

use crate::cli::Check;
use crate::config::{Settings, folder_of};
use crate::discover::canonical;
use crate::policy::{Baseline, Ending, Key, Policy};
use crate::report::{counted, plain};
use crate::run::Failure;
use crate::run::input::read_file;
use crate::run::terminal::Terminal;

/// The most stale faults that are named.
const MOST_STALE: usize = 10;

/// The policy with the baseline that is typed or set.
pub fn with_baseline(
    policy: Policy,
    arguments: &Check,
    settings: &Settings,
) -> Result<Policy, Failure> {
    if let Some(path) = &arguments.known.write_baseline {
        let faults = match path.exists() {
            true => read(path)?,
            false => Baseline::default(),
        };
        return Ok(policy.with_baseline(faults, &folder_of(path), true));
    }
    match in_use(arguments, settings) {
        Some(path) => Ok(policy.with_baseline(read(path)?, &folder_of(path), false)),
        None if arguments.known.prune_baseline => Err(Failure::NothingToPrune),
        None => Ok(policy),
    }
}

/// Whether all files of the settings are looked at: the run is over their whole folder.
pub fn is_whole(arguments: &Check, settings: &Settings) -> bool {
    let root = canonical(&settings.root);
    let holds_root = |folder: &Path| folder.is_dir() && root.starts_with(canonical(folder));
    let is_named = match arguments.paths.as_slice() {
        [] => holds_root(Path::new(".")),
        paths => paths.iter().any(|path| holds_root(Path::new(path))),
    };
    is_named && arguments.files.exclude.is_empty()
}

/// Writes the baseline when that is asked for, and tells what is stale in it.
pub fn keep(
    ending: &Ending,
    arguments: &Check,
    settings: &Settings,
    terminal: &Terminal,
) -> Result<(), Failure> {
    let tell = |words: String| {
        if !arguments.quiet {
            terminal.tell(plain(&words));
        }
    };
    let Some(renewed) = &ending.renewed else {
        return Ok(());
    };
    if let Some(path) = &arguments.known.write_baseline {
        write(path, renewed)?;
        let faults = counted(renewed.len(), "known fault", "known faults");
        tell(format!("{}: {faults} written", path.display()));
        return Ok(());
    }
    let Some(path) = in_use(arguments, settings).filter(|_| !ending.stale.is_empty()) else {
        return Ok(());
    };
    let prune = arguments.known.prune_baseline;
    let count = ending.stale.iter().map(|(_, count)| count).sum();
    let faults = counted(count, "known fault", "known faults");
    match prune {
        true => {
            write(path, renewed)?;
            tell(format!(
                "{}: {faults} no longer found, taken out",
                path.display()
            ));
        }
        false => tell(format!(
            "{}: {faults} no longer found; --prune-baseline takes {} out",
            path.display(),
            if count == 1 { "it" } else { "them" }
        )),
    }
    for (key, count) in ending.stale.iter().take(MOST_STALE) {
        tell(told(key, *count));
    }
    if let more @ 1.. = ending.stale.len().saturating_sub(MOST_STALE) {
        tell(format!("  and {more} more"));
    }
    Ok(())
}

/// A stale fault in a line.
fn told(key: &Key, count: usize) -> String {
    let times = match count {
        1 => String::new(),
        count => format!(" ({count} times)"),
    };
    format!("  {}: {} \"{}\"{times}", key.file, key.rule, key.words)
}

/// The baseline that is typed, or that is set.
fn in_use<'a>(arguments: &'a Check, settings: &'a Settings) -> Option<&'a PathBuf> {
    let typed = arguments.known.baseline.as_ref();
    typed.or(settings.baseline.as_ref())
}

fn read(path: &Path) -> Result<Baseline, Failure> {
    if !path.exists() {
        return Err(Failure::NoBaseline {
            path: path.to_owned(),
        });
    }
    let source = read_file(path)?;
    Baseline::parse(source.text()).map_err(|error| Failure::Baseline {
        path: path.to_owned(),
        error,
    })
}

/// The file is replaced whole: whoever reads it meanwhile reads the old or the new one.
fn write(path: &Path, baseline: &Baseline) -> Result<(), Failure> {
    let text = baseline.printed()?;
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    fs::write(&beside, text)
        .and_then(|()| fs::rename(&beside, path))
        .map_err(|error| Failure::Read {
            path: path.to_owned(),
            error,
        })
}
