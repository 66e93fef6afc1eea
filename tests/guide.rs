//! docs/write-a-rule.md, followed by hand: its files are written as it says, its commands typed,
//! and what they print is what the page shows. `RENEW=1 cargo test --test guide` writes that anew.

// The helpers of tests are tests too: what fails in them fails the test.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

use printed::printed;
use tempfile::TempDir;

#[path = "readme/printed.rs"]
mod printed;

const PAGE: &str = "docs/write-a-rule.md";

#[test]
fn the_page_shows_what_is_printed_when_it_is_followed() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(PAGE);
    let written = fs::read_to_string(&path).unwrap();
    let renewed = Reader::new().follow(&written);
    if std::env::var_os("RENEW").is_some() {
        fs::write(&path, &renewed).unwrap();
        return;
    }
    for (number, (is, should)) in written.lines().zip(renewed.lines()).enumerate() {
        assert_eq!(
            is,
            should,
            "{PAGE}, line {}: `RENEW=1 cargo test --test guide` writes it anew",
            number + 1
        );
    }
    assert_eq!(written.len(), renewed.len(), "{PAGE} ends early or late");
}

/// Someone who does what the page says, in a folder with the specimens.
struct Reader {
    folder: TempDir,
    /// The file that was written last.
    file: PathBuf,
    /// What was in it before a mistake was made on purpose.
    sound: Option<String>,
}

impl Reader {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
        copy(&seeds, &folder.path().join("seeds"));
        Self {
            file: folder.path().to_owned(),
            folder,
            sound: None,
        }
    }

    /// The page with what is printed in it.
    fn follow(&mut self, page: &str) -> String {
        let mut renewed = String::new();
        for (index, piece) in page.split("```").enumerate() {
            if index > 0 {
                renewed.push_str("```");
            }
            let (kind, block) = piece.split_once('\n').unwrap_or((piece, ""));
            match kind {
                "console" if index % 2 == 1 => renewed.push_str(&self.type_in(block)),
                "toml" if index % 2 == 1 => {
                    self.write(block);
                    renewed.push_str(piece);
                }
                "diff" if index % 2 == 1 => {
                    self.change(block);
                    renewed.push_str(piece);
                }
                _ => renewed.push_str(piece),
            }
        }
        renewed
    }

    /// Types the commands of a block, then puts right what was changed for it.
    fn type_in(&mut self, block: &str) -> String {
        let mut shown = "console\n".to_owned();
        for line in block.lines().filter(|line| line.starts_with("$ ")) {
            let command = line.strip_prefix("$ doclint ").unwrap();
            let said = printed(command, self.folder.path(), 80);
            shown.push_str(&format!("{line}\n{}", said.trim_start_matches('\n')));
        }
        if let Some(sound) = self.sound.take() {
            fs::write(&self.file, sound).unwrap();
        }
        shown
    }

    /// Writes a block into the file that its first line names, or at the end of it.
    fn write(&mut self, block: &str) {
        let first = block.lines().next().unwrap();
        let Some(name) = first.strip_prefix("# ") else {
            return;
        };
        let (name, is_more) = match name.split_once(", at the end") {
            Some((name, _)) => (name, true),
            None => (name, false),
        };
        let path = self.folder.path().join(name);
        let before = match is_more {
            true => fs::read_to_string(&path).unwrap() + "\n",
            false => String::new(),
        };
        let more = match is_more {
            true => block.split_once('\n').unwrap().1,
            false => block,
        };
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, before + more).unwrap();
        self.file = path;
    }

    /// Makes the mistake of a block: the lines with a minus go, those with a plus come.
    fn change(&mut self, block: &str) {
        let lines = |mark: char| -> String {
            let marked = block.lines().filter_map(|line| line.strip_prefix(mark));
            marked.map(|line| format!("{line}\n")).collect()
        };
        let sound = fs::read_to_string(&self.file).unwrap();
        assert_eq!(sound.matches(&lines('-')).count(), 1, "{block}");
        fs::write(&self.file, sound.replacen(&lines('-'), &lines('+'), 1)).unwrap();
        self.sound = Some(sound);
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let to = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &to);
        } else {
            fs::copy(&path, &to).unwrap();
        }
    }
}
