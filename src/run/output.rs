//! Where the findings of a check go: one report to standard output or a file, others to files.

use std::env;
use std::io::{self, Write};
use std::path::MAIN_SEPARATOR_STR;

use crate::cli::{Check, Color, Target};
use crate::finding::{Finding, Severity};
use crate::report::{self, Context, Format, Look, Report, RuleNote, Statistics, Summary};
use crate::rule::{Rule, RuleSet};
use crate::run::Failure;
use crate::run::terminal::{Terminal, WIDTH, output};
use crate::run::whole::WholeFile;
use crate::source::Source;

/// What reports know beside the findings.
pub struct Known {
    rules: Vec<RuleNote>,
    folder: String,
    fail_on: Severity,
}

impl Known {
    /// Of a run with these rules.
    pub fn of(rules: &RuleSet, fail_on: Severity) -> Self {
        let note = |rule: &Rule| RuleNote {
            id: rule.id.clone(),
            part: rule.part.clone(),
            title: rule.title.clone(),
            why: rule.why.clone(),
            authority: rule.authority.clone(),
            severity: rule.severity,
        };
        let folder = env::current_dir().unwrap_or_default();
        Self {
            rules: rules.rules().map(note).collect(),
            folder: folder
                .display()
                .to_string()
                .replace(MAIN_SEPARATOR_STR, "/"),
            fail_on,
        }
    }

    fn context(&self, look: Look, links: bool) -> Context<'_> {
        Context {
            look,
            rules: &self.rules,
            fail_on: self.fail_on,
            folder: &self.folder,
            links,
        }
    }
}

/// The reports of a run, being written.
pub struct Outputs<'k> {
    reports: Vec<Box<dyn Report + 'k>>,
    files: Vec<WholeFile>,
    statistics: Option<Statistics>,
    /// Whether the numbers by rule go to standard output, as the findings do.
    counts_with_findings: bool,
    /// Whether standard output has the closing numbers already.
    pub tells_summary: bool,
    look: Look,
    rules: &'k [RuleNote],
}

impl<'k> Outputs<'k> {
    /// The reports that are asked for. The main one is written to `out`, and looks like `look` there.
    pub fn open(
        arguments: &Check,
        (out, look): (Box<dyn Write>, Look),
        terminal: &Terminal,
        known: &'k Known,
    ) -> Result<Self, Failure> {
        let targets = &arguments.output.targets;
        distinct(targets)?;
        let main: Format = arguments.format.into();
        let on_paper = Look {
            colour: matches!(arguments.color, Color::Always),
            width: WIDTH,
        };
        let mut reports = Vec::new();
        let mut files = Vec::new();
        for target in targets {
            let file = WholeFile::at(&target.file)?;
            let format = target.format.map_or(main, Into::into);
            let context = known.context(on_paper, false);
            reports.push(report::open(format, context, file.content()));
            files.push(file);
        }
        let to_standard_output = targets.iter().all(|target| target.format.is_some());
        let counts_only = arguments.quiet && arguments.output.statistics && main.is_for_people();
        if to_standard_output && !counts_only {
            let context = known.context(look, terminal.links);
            reports.push(report::open(main, context, out));
        }
        Ok(Self {
            reports,
            files,
            statistics: arguments.output.statistics.then(Statistics::default),
            counts_with_findings: !to_standard_output || main.is_for_people(),
            tells_summary: to_standard_output && main == Format::Json,
            look: terminal.out,
            rules: &known.rules,
        })
    }

    /// The findings of the next file.
    pub fn file(&mut self, source: &Source, findings: &[Finding]) -> Result<(), Failure> {
        for report in &mut self.reports {
            report.file(source, findings)?;
        }
        if let Some(statistics) = &mut self.statistics {
            statistics.add(findings);
        }
        Ok(())
    }

    /// The end of the run.
    pub fn finish(mut self, summary: &Summary) -> Result<(), Failure> {
        for report in &mut self.reports {
            report.finish(summary)?;
        }
        self.files.into_iter().try_for_each(WholeFile::put)?;
        if let Some(statistics) = &self.statistics {
            let lines = statistics.lines(self.rules, self.look);
            if self.counts_with_findings {
                let mut out = output();
                out.write_all(lines.as_bytes())?;
                out.flush()?;
            } else {
                // Standard output is for a program: nothing comes after what it reads.
                let _ = io::stderr().lock().write_all(lines.as_bytes());
            }
        }
        Ok(())
    }
}

/// That every file is written once, and the main findings go to one place.
fn distinct(targets: &[Target]) -> Result<(), Failure> {
    for (index, target) in targets.iter().enumerate() {
        for before in &targets[..index] {
            if before.file == target.file {
                let file = target.file.clone();
                return Err(Failure::SameOutput { file });
            }
            if before.format.is_none() && target.format.is_none() {
                return Err(Failure::TwoOutputs {
                    first: before.file.clone(),
                    second: target.file.clone(),
                });
            }
        }
    }
    Ok(())
}
