//! The pictures of a finding as miette takes them: a text of the excerpts alone, which answers
//! with the true lines and columns of the source.

use std::fmt::{self, Display};

use miette::{
    Diagnostic, LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents,
};

use crate::finding::Severity;
use crate::report::excerpt::{Mark, Picture};
use crate::report::plain::{columns, wrap};
use crate::source::Span;

/// Label messages are never wrapped to less than this, however far right they stand.
const LEAST_MESSAGE: usize = 28;

/// The pictures of one finding one after the other.
#[derive(Debug)]
pub struct Sheet {
    pictures: Vec<Placed>,
    /// Columns for the lines and what is said under them.
    width: usize,
}

/// A picture on the sheet.
#[derive(Debug)]
struct Placed {
    /// Where it begins on the sheet.
    offset: usize,
    /// What is shown as the name of its file.
    name: String,
    picture: Picture,
}

impl Sheet {
    /// An empty sheet, `width` columns wide.
    pub fn new(width: usize) -> Self {
        Self {
            pictures: Vec::new(),
            width,
        }
    }

    /// Adds pictures of the file that is shown as `name`.
    pub fn add(&mut self, name: &str, pictures: Vec<Picture>) {
        for picture in pictures {
            let offset = self
                .pictures
                .last()
                .map_or(0, |last| last.offset + last.picture.text.len() + 1);
            self.pictures.push(Placed {
                offset,
                name: name.to_owned(),
                picture,
            });
        }
    }

    /// Every mark, in the order in which it is drawn.
    pub fn marks(&self) -> impl Iterator<Item = &Mark> {
        let pictures = self.pictures.iter();
        pictures.flat_map(|placed| &placed.picture.marks)
    }

    fn labels(&self) -> impl Iterator<Item = LabeledSpan> {
        let first = self.marks().position(|mark| mark.label == 0);
        self.pictures
            .iter()
            .flat_map(|placed| placed.picture.marks.iter().map(move |mark| (placed, mark)))
            .enumerate()
            .map(move |(index, (placed, mark))| {
                let span = (placed.offset + mark.span.start, mark.span.len());
                let message = self.message(&placed.picture, mark);
                if Some(index) == first {
                    LabeledSpan::new_primary_with_span(message, span)
                } else {
                    LabeledSpan::new_with_span(message, span)
                }
            })
    }

    fn message(&self, picture: &Picture, mark: &Mark) -> Option<String> {
        if mark.message.is_empty() {
            return None;
        }
        let line = picture.text[..mark.span.start]
            .rfind('\n')
            .map_or(0, |newline| newline + 1);
        let before = columns(&picture.text[line..mark.span.start]);
        let under = columns(&picture.text[mark.span.start..mark.span.end]);
        let free = self.width.saturating_sub(before + under / 2 + 4);
        Some(wrap(&mark.message, free.max(LEAST_MESSAGE)))
    }
}

impl SourceCode for Sheet {
    /// The whole picture in which the span begins. Asked for no context, miette wants to know
    /// where the words stand, for the place beside the file name: that is the mark's place in the
    /// source. A span over two pictures has no answer, so that they are drawn apart.
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        context_before: usize,
        context_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let asked = Span::new(span.offset(), span.offset() + span.len());
        let placed = self
            .pictures
            .iter()
            .find(|placed| {
                placed.offset <= asked.start
                    && asked.end <= placed.offset + placed.picture.text.len()
            })
            .ok_or(MietteError::OutOfBounds)?;
        let (offset, picture) = (placed.offset, &placed.picture);
        let mark = picture
            .marks
            .iter()
            .find(|mark| offset + mark.span.start == asked.start)
            .filter(|_| context_before == 0 && context_after == 0);
        let (line, column) = mark.map_or((picture.first_line, 1), |mark| {
            (mark.position.line, mark.position.column)
        });
        Ok(Box::new(MietteSpanContents::new_named(
            placed.name.clone(),
            picture.text.as_bytes(),
            (offset, picture.text.len()).into(),
            line - 1,
            column - 1,
            picture.line_count,
        )))
    }
}

/// What miette draws: a heading, a message and a sheet.
#[derive(Debug)]
pub struct Drawing<'d> {
    /// The excerpts.
    pub sheet: &'d Sheet,
    /// Decides the colour and the sign before the message.
    pub severity: Severity,
    /// The first line.
    pub heading: &'d str,
    /// The second paragraph, wrapped.
    pub message: String,
}

impl Display for Drawing<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for Drawing<'_> {}

impl Diagnostic for Drawing<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        Some(Box::new(self.heading))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
            Severity::Advice => miette::Severity::Advice,
        })
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(self.sheet)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.sheet.labels()))
    }
}
