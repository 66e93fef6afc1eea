//! What the built program prints for a command of a page, as the page shows it.

use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Map, Value};

/// What a command prints: first what goes to standard output, then the rest, without the time it
/// took. Keys that are picked with jq are picked here.
pub fn printed(command: &str, folder: &Path, columns: usize) -> String {
    let (arguments, filter) = match command.split_once(" | jq '") {
        Some((arguments, filter)) => (arguments, Some(filter.trim_end_matches('\''))),
        None => (command, None),
    };
    let output = Command::new(env!("CARGO_BIN_EXE_doclint"))
        .args(arguments.split_whitespace())
        .current_dir(folder)
        .env("NO_COLOR", "1")
        .env("COLUMNS", columns.to_string())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    if let Some(filter) = filter {
        return picked(&out, filter);
    }
    let error = String::from_utf8(output.stderr).unwrap();
    let lines: Vec<&str> = out
        .lines()
        .chain(error.lines().map(without_time))
        .map(str::trim_end)
        .collect();
    lines.join("\n") + "\n"
}

fn without_time(line: &str) -> &str {
    match line.rsplit_once("; ") {
        Some((words, time)) if time.ends_with(" ms") || time.ends_with(" s") => words,
        _ => line,
    }
}

/// What jq prints for `{a, b}`: the entries with these keys; or for `.runs[0] | {a, b}`: those of
/// the value at that place.
fn picked(json: &str, filter: &str) -> String {
    let (path, keys) = filter.split_once(" | ").unwrap_or(("", filter));
    let whole: Value = serde_json::from_str(json).unwrap();
    let pointer = path.replace(['.', '['], "/").replace(']', "");
    let value = whole.pointer(&pointer).unwrap();
    let keys = keys.trim_start_matches('{').trim_end_matches('}');
    let picked: Map<String, Value> = keys
        .split(", ")
        .map(|key| (key.to_owned(), value[key].clone()))
        .collect();
    serde_json::to_string_pretty(&picked).unwrap() + "\n"
}
