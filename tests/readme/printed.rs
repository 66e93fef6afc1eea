//! What the built program prints for a command of a page, as the page shows it.

use std::path::Path;
use std::process::{Command, Stdio};

/// What a command prints: first what goes to standard output, then the rest, without the time it
/// took. Keys that are picked with jq are picked here.
pub fn printed(command: &str, folder: &Path, columns: usize) -> String {
    let (arguments, keys) = match command.split_once(" | jq '{") {
        Some((arguments, keys)) => (arguments, Some(keys.trim_end_matches("}'"))),
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
    if let Some(keys) = keys {
        return picked(&out, keys);
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

/// The entries with these keys of a JSON object, as jq prints them.
fn picked(json: &str, keys: &str) -> String {
    let whole = indented(json);
    let inner = whole
        .strip_prefix("{\n  ")
        .and_then(|rest| rest.strip_suffix("\n}"))
        .unwrap();
    let entries: Vec<&str> = inner.split(",\n  \"").collect();
    let picked: Vec<String> = keys
        .split(", ")
        .map(|key| {
            let beginning = format!("{key}\": ");
            let found = |entry: &&&str| entry.trim_start_matches('"').starts_with(&beginning);
            let entry = entries.iter().find(found).unwrap();
            format!("  \"{}", entry.trim_start_matches('"'))
        })
        .collect();
    format!("{{\n{}\n}}\n", picked.join(",\n"))
}

/// JSON with a line for each entry, set in by two spaces, its keys in their order.
fn indented(json: &str) -> String {
    let mut lines = String::new();
    let mut depth = 0;
    let (mut quoted, mut escaped) = (false, false);
    let mut last = ' ';
    for c in json.chars() {
        if quoted {
            lines.push(c);
            quoted = escaped || c != '"';
            escaped = c == '\\' && !escaped;
            last = c;
            continue;
        }
        match c {
            _ if c.is_whitespace() => continue,
            ']' | '}' => {
                depth -= 1;
                if last != '[' && last != '{' {
                    lines.push_str(&line_break(depth));
                }
            }
            _ if last == '[' || last == '{' => lines.push_str(&line_break(depth)),
            _ => {}
        }
        lines.push(c);
        match c {
            '[' | '{' => depth += 1,
            ',' => lines.push_str(&line_break(depth)),
            ':' => lines.push(' '),
            '"' => quoted = true,
            _ => {}
        }
        last = c;
    }
    lines
}

fn line_break(depth: usize) -> String {
    format!("\n{}", "  ".repeat(depth))
}
