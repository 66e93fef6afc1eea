//! The full report: each finding drawn on the very words, with what to do about it.

use std::io::{self, Write};

use miette::{GraphicalReportHandler, GraphicalTheme, ThemeCharacters, ThemeStyles};

use crate::finding::{Finding, Label, Severity};
use crate::mistake::Mistake;
use crate::report::excerpt::pictures;
use crate::report::plain::{plain, wrap};
use crate::report::{Context, Look, Report, Summary, fix};
use crate::source::Source;
use sheet::{Drawing, Sheet};

mod sheet;

/// The report of `--format full`.
pub struct Full<'c, W> {
    out: W,
    context: Context<'c>,
}

impl<'c, W: Write> Full<'c, W> {
    /// A report to `out`.
    pub fn new(out: W, context: Context<'c>) -> Self {
        Self { out, context }
    }
}

impl<W: Write> Report for Full<'_, W> {
    fn file(&mut self, source: &Source, findings: &[Finding]) -> io::Result<()> {
        let named = |name: &str| self.context.link(name, &plain(name)).into_owned();
        for finding in findings {
            let drawn = drawn(source, finding, self.context.look, &named);
            writeln!(self.out, "{drawn}")?;
        }
        Ok(())
    }

    fn finish(&mut self, _summary: &Summary) -> io::Result<()> {
        self.out.flush()
    }
}

/// A finding as a picture, with a line break at its end.
pub fn draw_finding(source: &Source, finding: &Finding, look: Look) -> String {
    drawn(source, finding, look, &|name| plain(name).into_owned())
}

/// `named` makes of the name of a file what is shown of it.
fn drawn(source: &Source, finding: &Finding, look: Look, named: &dyn Fn(&str) -> String) -> String {
    let heading = format!("{}[{}]", finding.severity.name(), plain(&finding.rule));
    let drawing = Drawing {
        severity: finding.severity,
        heading: &heading,
        message: wrap(&plain(&finding.message), look.width.saturating_sub(6)),
        sheet: &sheet(&by_file(source, finding), look, named),
    };
    let mut drawn = draw(&drawing, look);
    remark(&mut drawn, "help", &finding.help, look);
    if let Some(fix) = &finding.fix {
        let words = fix::in_words(source, finding, fix);
        remark(&mut drawn, "fix", &words, look);
    }
    let more = format!("doclint explain {}", finding.rule);
    remark(&mut drawn, "more", &more, look);
    drawn
}

/// A mistake in a TOML file as a picture, with a line break at its end.
pub fn draw_mistake(mistake: &Mistake, look: Look) -> String {
    let label = Label {
        span: mistake.span,
        message: String::new(),
    };
    let labels = [(&*mistake.source, vec![&label])];
    let drawing = Drawing {
        severity: Severity::Error,
        heading: Severity::Error.name(),
        message: wrap(&plain(&mistake.message), look.width.saturating_sub(6)),
        sheet: &sheet(&labels, look, &|name| plain(name).into_owned()),
    };
    let mut drawn = draw(&drawing, look);
    if let Some(help) = &mistake.help {
        remark(&mut drawn, "help", help, look);
    }
    drawn
}

/// The labels of a finding with the file that they are in, its own first.
fn by_file<'f>(source: &'f Source, finding: &'f Finding) -> Vec<(&'f Source, Vec<&'f Label>)> {
    let mut files = vec![(source, finding.labels().collect::<Vec<_>>())];
    for related in &finding.related {
        let known = files
            .iter_mut()
            .find(|(source, _)| source.name() == related.source.name());
        match known {
            Some((_, labels)) => labels.push(&related.label),
            None => files.push((&related.source, vec![&related.label])),
        }
    }
    files
}

/// The excerpts that show these labels; the first label is the one at fault.
fn sheet(files: &[(&Source, Vec<&Label>)], look: Look, named: &dyn Fn(&str) -> String) -> Sheet {
    let deepest = files
        .iter()
        .flat_map(|(source, labels)| labels.iter().map(|label| source.line_of(label.span.end)))
        .max()
        .unwrap_or_default();
    let gutter = (deepest + 1).to_string().len() + 4;
    let width = look.width.saturating_sub(gutter);
    let mut before = 0;
    let mut sheet = Sheet::new(width);
    for (source, labels) in files {
        let mut pictures = pictures(source, labels, width);
        for mark in pictures.iter_mut().flat_map(|picture| &mut picture.marks) {
            mark.label += before;
        }
        sheet.add(&named(source.name()), pictures);
        before += labels.len();
    }
    sheet
}

/// The heading, the message and the excerpts.
fn draw(drawing: &Drawing<'_>, look: Look) -> String {
    let styles = styles(look);
    let at_fault = match drawing.severity {
        Severity::Error => styles.error,
        Severity::Warning => styles.warning,
        Severity::Advice => styles.advice,
    };
    let far = match drawing.severity {
        Severity::Advice => styles.warning,
        Severity::Warning | Severity::Error => styles.help,
    };
    let highlights = drawing.sheet.marks().map(|mark| match mark.label {
        0 => at_fault,
        _ => far,
    });
    let theme = GraphicalTheme {
        characters: ThemeCharacters::unicode(),
        styles: ThemeStyles {
            highlights: highlights.collect(),
            ..styles
        },
    };
    let handler = GraphicalReportHandler::new_themed(theme)
        .with_width(look.width)
        .with_wrap_lines(false)
        .without_syntax_highlighting();
    let mut drawn = String::new();
    // Writing to a string cannot fail, and the sheet answers for every span it has given.
    let _ = handler.render_report(&mut drawn, drawing);
    drawn
}

/// A line such as `  help: …` under a picture; nothing when there are no words.
fn remark(drawn: &mut String, name: &str, words: &str, look: Look) {
    if words.is_empty() {
        return;
    }
    let indent = 8;
    let wrapped = wrap(&plain(words), look.width.saturating_sub(indent));
    let style = styles(look).help;
    drawn.push_str(&format!(
        "{}{}",
        " ".repeat(6 - name.len()),
        style.style(format_args!("{name}:"))
    ));
    for (index, line) in wrapped.lines().enumerate() {
        let indent = if index == 0 { 1 } else { indent };
        drawn.push_str(&" ".repeat(indent));
        drawn.push_str(line);
        drawn.push('\n');
    }
}

fn styles(look: Look) -> ThemeStyles {
    if look.colour {
        ThemeStyles::ansi()
    } else {
        ThemeStyles::none()
    }
}
