//! What becomes of repairs: files are replaced whole, or the changes are printed.

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

use crate::Checked;
use crate::cli::Fixes;
use crate::finding::Finding;
use crate::fix::{Mended, Reach, difference, mend};
use crate::report::{Look, Summary, counted, plain};
use crate::run::Failure;
use crate::run::terminal::{Terminal, output};
use crate::source::Source;

mod replace;

/// What was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Task {
    /// Nothing is to be repaired.
    Report,
    /// `--fix`
    Fix,
    /// `--diff`
    Difference,
}

/// Mends texts.
#[derive(Clone, Copy, Debug)]
pub struct Mender {
    task: Task,
    reach: Reach,
    has_standard_input: bool,
}

/// Puts mended texts where they belong, one after the other.
#[derive(Debug)]
pub struct Settler {
    task: Task,
    /// Whether the next text is that of standard input, which comes before all files.
    is_standard_input: bool,
    /// Files that are changed, or would be.
    files: usize,
}

/// A text that was checked, and what its fixes make of it.
pub struct Made {
    checked: Checked,
    mended: Option<Mended>,
}

impl Made {
    /// Whether there is nothing to say of it.
    pub fn is_silent(&self) -> bool {
        self.mended.is_none() && self.checked.findings.is_empty()
    }
}

impl Mender {
    /// What the flags ask for.
    pub const fn of(flags: &Fixes, has_standard_input: bool) -> Self {
        Self {
            task: match (flags.fix, flags.diff) {
                (_, true) => Task::Difference,
                (true, false) => Task::Fix,
                (false, false) => Task::Report,
            },
            reach: if flags.unsafe_fixes {
                Reach::All
            } else {
                Reach::Safe
            },
            has_standard_input,
        }
    }

    /// For the texts that this makes, in the order of the inputs.
    pub const fn settler(self) -> Settler {
        Settler {
            task: self.task,
            is_standard_input: self.has_standard_input,
            files: 0,
        }
    }

    /// Checks a text, and mends it when that was asked for: only what the user hears of is
    /// repaired. What comes back has everything that is found.
    pub fn make(
        self,
        source: Source,
        check: impl Fn(Source) -> Checked,
        hear: impl Fn(&Source, Vec<Finding>) -> Vec<Finding>,
    ) -> Made {
        let checked = check(source);
        if self.task == Task::Report || checked.findings.is_empty() {
            let mended = None;
            return Made { checked, mended };
        }
        let heard = |mut checked: Checked| {
            checked.findings = hear(&checked.source, checked.findings);
            checked
        };
        let mended = mend(&heard(checked.clone()), self.reach, |text| {
            heard(check(text))
        });
        let mended = mended.map(|mended| Mended {
            checked: check(mended.checked.source),
            ..mended
        });
        Made { checked, mended }
    }

    /// Where the report goes, and how it looks there: standard output may be taken by the mended
    /// text of standard input; beside a diff there is no report.
    pub fn report_to(self, terminal: &Terminal) -> (Box<dyn Write>, Look) {
        match self.task {
            Task::Fix if self.has_standard_input => {
                (Box::new(io::BufWriter::new(io::stderr())), terminal.error)
            }
            Task::Report | Task::Fix => (Box::new(output()), terminal.out),
            Task::Difference => (Box::new(io::sink()), terminal.out),
        }
    }

    /// Takes out of the numbers what was tried and did no good.
    pub const fn conclude(self, summary: &mut Summary) {
        if !matches!(self.task, Task::Report) {
            summary.fixable = 0;
            if matches!(self.reach, Reach::All) {
                summary.fixable_unsafely = 0;
            }
        }
    }
}

impl Settler {
    /// Puts the repairs of the next text where they belong. What is left to report comes back;
    /// nothing of a text that could not be read, which is said.
    pub fn settle(
        &mut self,
        made: Result<Made, Failure>,
        terminal: &Terminal,
        summary: &mut Summary,
    ) -> Result<Option<Checked>, Failure> {
        let is_standard_input = std::mem::take(&mut self.is_standard_input);
        let Made { checked, mended } = match made {
            Ok(made) => made,
            Err(failure) => {
                summary.unread += 1;
                terminal.tell_error(failure);
                return Ok(None);
            }
        };
        if self.task == Task::Fix && is_standard_input {
            let now = mended.as_ref().map_or(&checked, |mended| &mended.checked);
            terminal.print(now.source.text())?;
        }
        let Some(mended) = mended else {
            return Ok(Some(checked));
        };
        match self.task {
            Task::Difference => {
                let changes = difference(&checked.source, &mended.checked.source);
                if io::stdout().is_terminal() {
                    for line in changes.lines() {
                        terminal.print(&format!("{}\n", plain(line)))?;
                    }
                } else {
                    terminal.print(&changes)?;
                }
            }
            Task::Fix if !is_standard_input => {
                let path = PathBuf::from(checked.source.name());
                let text = mended.checked.source.text();
                if let Err(error) = replace::replace(&path, checked.source.text(), text) {
                    terminal.tell_error(error);
                    summary.unwritten += 1;
                    return Ok(Some(checked));
                }
            }
            Task::Fix | Task::Report => {}
        }
        self.files += 1;
        summary.fixed += mended.fixed;
        Ok(Some(mended.checked))
    }

    /// The closing line of `--diff`.
    pub fn would(&self, summary: &Summary) -> String {
        let would = match self.files {
            0 => "nothing would be fixed".to_owned(),
            files => {
                let fixed = counted(summary.fixed, "fault", "faults");
                let files = counted(files, "file", "files");
                format!("{fixed} in {files} would be fixed")
            }
        };
        match summary.fixable_unsafely {
            0 => would,
            more => format!("{would}, {more} more with --unsafe-fixes"),
        }
    }
}
