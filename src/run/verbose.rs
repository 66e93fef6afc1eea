//! What `-v` says: which settings, rules and files a run uses, and what is left out.

use crate::config::{FILE_NAME, Settings};
use crate::report::{counted, plain};
use crate::run::input::Inputs;
use crate::run::terminal::Terminal;

/// Says where the settings come from, which rules of all are used, and which files are read.
pub fn tell(
    terminal: &Terminal,
    settings: &Settings,
    (all, used): (&[String], &[String]),
    inputs: &Inputs,
) {
    match &settings.file {
        Some(file) => terminal.tell(format_args!(
            "settings: {}",
            plain(&file.display().to_string())
        )),
        None => terminal.tell(format_args!("settings: the standard ones, no {FILE_NAME}")),
    }
    let left: Vec<&str> = all
        .iter()
        .filter(|id| !used.contains(id))
        .map(String::as_str)
        .collect();
    let rules = counted(used.len(), "rule", "rules");
    match left.len() {
        0 => terminal.tell(format_args!("rules: all {}", used.len())),
        count => terminal.tell(format_args!(
            "rules: {rules}; {count} not used: {}",
            left.join(", ")
        )),
    }
    terminal.tell(format_args!(
        "files: {} to read; hidden files and what .gitignore names are not looked at",
        inputs.count()
    ));
    for left_out in &inputs.left_out {
        let path = left_out.path.display().to_string();
        terminal.tell(format_args!("left out: {}: {}", plain(&path), left_out.why));
    }
}
