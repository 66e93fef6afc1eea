//! Runs the built program as a user does.

use std::fs;
use std::path::Path;
use std::time::Duration;

use assert_cmd::Command;
use tempfile::TempDir;

/// What a run printed where, and how it ended.
pub struct Ran {
    pub code: Option<i32>,
    pub out: String,
    pub error: String,
}

/// Runs doclint in a folder, on a hundred columns.
pub fn doclint(folder: &Path, arguments: &[&str], input: &str) -> Ran {
    doclint_on(100, folder, arguments, input)
}

/// Runs doclint in a folder, on so many columns. A run that takes this long does not end at all.
pub fn doclint_on(columns: usize, folder: &Path, arguments: &[&str], input: &str) -> Ran {
    let output = Command::cargo_bin("doclint")
        .unwrap()
        .current_dir(folder)
        .env_remove("FORCE_COLOR")
        .env("COLUMNS", columns.to_string())
        .args(arguments)
        .write_stdin(input)
        .timeout(Duration::from_secs(60))
        .output()
        .unwrap();
    Ran {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).unwrap(),
        error: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A folder with these files; a name can have folders in front.
pub fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}
