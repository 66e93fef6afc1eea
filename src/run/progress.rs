//! How far a long run has come, on standard error.

use std::env;
use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// A run that is over sooner shows nothing.
const QUICK: Duration = Duration::from_millis(500);
/// The time between two numbers.
const PACE: Duration = Duration::from_millis(100);
/// To the beginning of the line, and the line emptied.
const CLEAR: &str = "\r\u{1b}[2K";

/// A line that says how many files are done. It must not be there when anything else is written.
pub struct Progress {
    shown: bool,
    /// When the next number is due; `None` where nothing is to be shown.
    due: Option<Instant>,
    done: usize,
    all: usize,
}

impl Progress {
    /// For a run over `all` files. Nothing is shown to a log, in CI or when `quiet`.
    pub fn of(all: usize, quiet: bool) -> Self {
        let is_set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
        let is_dumb = env::var_os("TERM").is_some_and(|value| value == "dumb");
        let wanted = !quiet && !is_set("CI") && !is_dumb && io::stderr().is_terminal();
        Self {
            shown: false,
            due: wanted.then(|| Instant::now() + QUICK),
            done: 0,
            all,
        }
    }

    /// Another file is done.
    pub fn step(&mut self) {
        self.done += 1;
        let now = Instant::now();
        if self.due.is_none_or(|due| now < due) {
            return;
        }
        self.due = Some(now + PACE);
        self.shown = true;
        say(&format!("{CLEAR}{} of {} files", self.done, self.all));
    }

    /// Takes the line away, until the next number is due.
    pub fn hide(&mut self) {
        if self.shown {
            self.shown = false;
            say(CLEAR);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.hide();
    }
}

fn say(words: &str) {
    // When standard error is closed nobody is waiting.
    let _ = io::stderr().lock().write_all(words.as_bytes());
}
