//! The full report: each finding drawn on the very words, with what to do about it.

use std::io::{self, Write};

use miette::{GraphicalReportHandler, GraphicalTheme, ThemeCharacters, ThemeStyles};

use crate::finding::{Edit, Finding, Fix, Label, Severity};
use crate::mistake::Mistake;
use crate::report::excerpt::pictures;
use crate::report::plain::{cut, plain, wrap};
use crate::report::{Look, Report, Summary};
use crate::source::{Source, Span};
use sheet::{Drawing, Sheet};

mod sheet;

/// How much of the words that a fix replaces is shown, in columns.
const MOST_REPLACED: usize = 40;

/// The report of `--format full`.
pub struct Full<W> {
    out: W,
    look: Look,
}

impl<W: Write> Full<W> {
    /// A report to `out`.
    pub fn new(out: W, look: Look) -> Self {
        Self { out, look }
    }
}

impl<W: Write> Report for Full<W> {
    fn file(&mut self, source: &Source, findings: &[Finding]) -> io::Result<()> {
        for finding in findings {
            writeln!(self.out, "{}", draw_finding(source, finding, self.look))?;
        }
        Ok(())
    }

    fn finish(&mut self, _summary: &Summary) -> io::Result<()> {
        self.out.flush()
    }
}

/// A finding as a picture, with a line break at its end.
pub fn draw_finding(source: &Source, finding: &Finding, look: Look) -> String {
    let heading = format!("{}[{}]", finding.severity.name(), plain(&finding.rule));
    let mut drawn = draw(
        source,
        &finding.labels().collect::<Vec<_>>(),
        finding.severity,
        &heading,
        &finding.message,
        look,
    );
    let remarks = [
        ("help", finding.help.clone()),
        (
            "fix",
            finding
                .fix
                .as_ref()
                .map_or_else(String::new, |fix| fix_in_words(source, finding, fix)),
        ),
        ("more", format!("doclint explain {}", finding.rule)),
    ];
    for (name, words) in remarks {
        remark(&mut drawn, name, &words, look);
    }
    drawn
}

/// A mistake in a TOML file as a picture, with a line break at its end.
pub fn draw_mistake(mistake: &Mistake, look: Look) -> String {
    let label = Label {
        span: mistake.span,
        message: String::new(),
    };
    let mut drawn = draw(
        &mistake.source,
        &[&label],
        Severity::Error,
        Severity::Error.name(),
        &mistake.message,
        look,
    );
    if let Some(help) = &mistake.help {
        remark(&mut drawn, "help", help, look);
    }
    drawn
}

/// The heading, the message and the excerpts.
fn draw(
    source: &Source,
    labels: &[&Label],
    severity: Severity,
    heading: &str,
    message: &str,
    look: Look,
) -> String {
    let deepest = labels
        .iter()
        .map(|label| source.line_of(label.span.end) + 1)
        .max()
        .unwrap_or_default();
    let gutter = deepest.to_string().len() + 4;
    let pictures = pictures(source, labels, look.width.saturating_sub(gutter));
    let width = look.width.saturating_sub(gutter);
    let sheet = Sheet::new(plain(source.name()).into_owned(), pictures, width);
    let styles = styles(look);
    let at_fault = match severity {
        Severity::Error => styles.error,
        Severity::Warning => styles.warning,
        Severity::Advice => styles.advice,
    };
    let far = match severity {
        Severity::Advice => styles.warning,
        Severity::Warning | Severity::Error => styles.help,
    };
    let highlights = sheet.marks().map(|mark| match mark.label {
        0 => at_fault,
        _ => far,
    });
    let theme = GraphicalTheme {
        characters: ThemeCharacters::unicode(),
        styles: ThemeStyles {
            highlights: highlights.collect(),
            ..styles.clone()
        },
    };
    let handler = GraphicalReportHandler::new_themed(theme)
        .with_width(look.width)
        .with_wrap_lines(false)
        .without_syntax_highlighting();
    let drawing = Drawing {
        sheet: &sheet,
        severity,
        heading,
        message: wrap(&plain(message), look.width.saturating_sub(6)),
    };
    let mut drawn = String::new();
    // Writing to a string cannot fail, and the sheet answers for every span it has given.
    let _ = handler.render_report(&mut drawn, &drawing);
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

fn fix_in_words(source: &Source, finding: &Finding, fix: &Fix) -> String {
    let edits: Vec<String> = fix
        .edits
        .iter()
        .map(|edit| edit_in_words(source, edit, finding.primary.span))
        .collect();
    let care = if fix.safe { "safe" } else { "check it first" };
    format!("{} ({care})", edits.join("; "))
}

fn edit_in_words(source: &Source, edit: &Edit, underlined: Span) -> String {
    let words = plain(source.slice(edit.span));
    let words = cut(&words, MOST_REPLACED);
    match (edit.span.is_empty(), edit.text.is_empty()) {
        (true, _) => format!("insert `{}`", edit.text),
        (false, true) => format!("take out `{words}`"),
        (false, false) if edit.span == underlined => format!("write `{}`", edit.text),
        (false, false) => format!("write `{}` for `{words}`", edit.text),
    }
}

fn styles(look: Look) -> ThemeStyles {
    if look.colour {
        ThemeStyles::ansi()
    } else {
        ThemeStyles::none()
    }
}
