//! How runs end: the situations of `outcomes.toml`, with the exit code, what goes to standard output
//! and standard error, and what becomes of the files.

// The helpers of tests are tests too: what fails in them fails the test.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use serde::Deserialize;
use tempfile::TempDir;

/// The table.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    /// Texts, by the names that situations call them.
    texts: BTreeMap<String, String>,
    /// Files that are no text.
    bytes: BTreeMap<String, Vec<u8>>,
    situations: Vec<Situation>,
}

/// One situation.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Situation {
    name: String,
    /// What is typed behind `doclint`.
    run: Vec<String>,
    /// Files and the names of their texts.
    #[serde(default)]
    files: BTreeMap<String, String>,
    #[serde(default)]
    folders: Vec<String>,
    /// Links and where they lead.
    #[serde(default)]
    links: BTreeMap<String, String>,
    #[serde(default)]
    read_only: Vec<String>,
    /// Files without permission to read; where one may read all the same, nothing is tried.
    #[serde(default)]
    unreadable: Vec<String>,
    /// The name of the text on standard input.
    stdin: Option<String>,
    /// Whether the reader of standard output goes away at once.
    #[serde(default)]
    pipe_closes: bool,
    exit: i32,
    #[serde(default)]
    out: Words,
    #[serde(default)]
    error: Words,
    /// Files and their texts at the end; all others are as they were.
    #[serde(default)]
    after: BTreeMap<String, String>,
}

/// What is printed: all of it, or words that are in it.
#[derive(Deserialize)]
#[serde(untagged)]
enum Words {
    All(String),
    Some(Vec<String>),
}

impl Default for Words {
    fn default() -> Self {
        Self::All(String::new())
    }
}

impl Words {
    fn hold(&self, printed: &str) -> bool {
        match self {
            Self::All(words) => words.trim_end() == printed.trim_end(),
            Self::Some(words) => words.iter().all(|words| printed.contains(words.as_str())),
        }
    }
}

impl Table {
    fn text(&self, name: &str) -> &[u8] {
        match (self.texts.get(name), self.bytes.get(name)) {
            (Some(text), _) => text.as_bytes(),
            (None, Some(bytes)) => bytes,
            (None, None) => panic!("there is no text `{name}`"),
        }
    }
}

#[test]
fn every_situation_ends_as_it_should() {
    let table: Table = toml::from_str(include_str!("outcomes.toml")).unwrap();
    assert!(table.situations.len() >= 40);
    let wrong: Vec<String> = table
        .situations
        .iter()
        .filter_map(|situation| difference(&table, situation))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// What is not as the table says.
fn difference(table: &Table, situation: &Situation) -> Option<String> {
    let folder = TempDir::new().unwrap();
    let root = folder.path();
    if !lay_out(table, situation, root) {
        return None;
    }
    let (exit, out, error) = ran(table, situation, root);
    let mut wrong = Vec::new();
    if exit != Some(situation.exit) {
        wrong.push(format!("exit {exit:?}, not {}", situation.exit));
    }
    if !situation.pipe_closes && !situation.out.hold(&out) {
        wrong.push(format!("standard output:\n{out}"));
    }
    if !situation.error.hold(&error) {
        wrong.push(format!("standard error:\n{error}"));
    }
    for (name, before) in &situation.files {
        let text = situation.after.get(name).unwrap_or(before);
        let is = fs::read(root.join(name)).unwrap();
        if is != table.text(text) {
            wrong.push(format!("{name} is now:\n{}", String::from_utf8_lossy(&is)));
        }
    }
    (!wrong.is_empty()).then(|| format!("{}: {}", situation.name, wrong.join("\n")))
}

/// Writes the files of a situation; `false` when it cannot be had here.
fn lay_out(table: &Table, situation: &Situation, root: &Path) -> bool {
    for name in &situation.folders {
        fs::create_dir_all(root.join(name)).unwrap();
    }
    for (name, text) in &situation.files {
        let path = root.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, table.text(text)).unwrap();
    }
    for name in &situation.read_only {
        let path = root.join(name);
        let mut mode = fs::metadata(&path).unwrap().permissions();
        mode.set_readonly(true);
        fs::set_permissions(path, mode).unwrap();
    }
    situation
        .links
        .iter()
        .all(|(link, to)| linked(to, &root.join(link)))
        && situation
            .unreadable
            .iter()
            .all(|name| shut(&root.join(name)))
}

#[cfg(unix)]
fn linked(to: &str, link: &Path) -> bool {
    std::os::unix::fs::symlink(to, link).is_ok()
}

#[cfg(not(unix))]
fn linked(_to: &str, _link: &Path) -> bool {
    false
}

/// Takes the permission to read away; `false` when one may read all the same.
#[cfg(unix)]
fn shut(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0)).unwrap();
    fs::File::open(path).is_err()
}

#[cfg(not(unix))]
fn shut(_path: &Path) -> bool {
    false
}

/// The exit code, and what was printed where, without the time it took.
fn ran(table: &Table, situation: &Situation, root: &Path) -> (Option<i32>, String, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_doclint"))
        .args(&situation.run)
        .current_dir(root)
        .env("NO_COLOR", "1")
        .env("COLUMNS", "100")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    if situation.pipe_closes {
        drop(child.stdout.take());
    }
    if let (Some(mut stdin), Some(name)) = (child.stdin.take(), &situation.stdin) {
        stdin.write_all(table.text(name)).unwrap();
    }
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        output.status.code(),
        text(output.stdout),
        without_time(&text(output.stderr)),
    )
}

fn without_time(printed: &str) -> String {
    let line = |line: &str| match line.rsplit_once("; ") {
        Some((words, time)) if time.ends_with(" ms") || time.ends_with(" s") => words.to_owned(),
        _ => line.to_owned(),
    };
    printed.lines().map(line).collect::<Vec<_>>().join("\n")
}
