//! The heading of a resolution or a meeting record: its number, when it was adopted, the meeting.

use super::build::Parts;
use super::{Document, Heading, Kind};
use crate::grammar::act::{adopted, meeting, resolution_number};
use crate::grammar::text::located;
use crate::grammar::{Block, Production, Read, date, type_line};
use crate::source::Span;

/// How many blocks a heading has at most.
const HEADING: usize = 20;

/// Reads the heading of a document whose kind is known into it.
pub(super) fn read(parts: &Parts<'_>, document: &mut Document) {
    let heading = match document.kind {
        Kind::Resolution => Heading {
            resolution: lines(parts).find_map(|line| {
                let found = resolution_number(parts.lexicons, parts.words(line))?;
                Some(parts.at(&moved(found, line.start)))
            }),
            adopted: parts
                .blocks
                .iter()
                .take(HEADING)
                .find_map(|block| {
                    let found = adopted(parts.lexicons, parts.words(block.span))?;
                    Some(parts.at(&moved(found, block.span.start)))
                })
                .or_else(|| closing(parts)),
            meeting: None,
        },
        Kind::MeetingRecord | Kind::Agenda => Heading {
            meeting: lines(parts).find_map(|line| {
                let words = parts.words(line);
                let stands_first = words
                    .trim_start()
                    .starts_with(|c: char| c.is_ascii_digit() || c == '第')
                    || type_line::kind(parts.lexicons, words).is_some()
                    || words.split_whitespace().count() <= 3;
                let found = meeting(parts.lexicons, words).filter(|_| stands_first)?;
                Some(parts.at(&moved(found, line.start)))
            }),
            ..Heading::default()
        },
        _ => Heading::default(),
    };
    document.heading = heading;
}

fn moved<T>(read: Read<T>, by: usize) -> Read<T> {
    Read {
        value: read.value,
        span: Span::new(read.span.start + by, read.span.end + by),
    }
}

/// The blocks that a heading is made of.
fn titles<'p>(parts: &'p Parts<'_>) -> impl Iterator<Item = &'p Block> {
    parts.blocks.iter().take(HEADING).filter(|block| {
        matches!(
            block.production,
            Production::Title | Production::Subtitle | Production::AgendaTitle
        )
    })
}

/// Their lines.
fn lines(parts: &Parts<'_>) -> impl Iterator<Item = Span> {
    titles(parts).flat_map(|block| lines_of(parts, block.span))
}

fn lines_of<'p>(parts: &'p Parts<'_>, block: Span) -> impl Iterator<Item = Span> + 'p {
    parts
        .words(block)
        .split_inclusive('\n')
        .scan(block.start, |start, line| {
            let span = Span::new(*start, *start + line.trim_end().len());
            *start += line.len();
            Some(span)
        })
}

/// `41st meeting` ⏎ `19 March 2015`: resolutions end with the meeting that adopted them.
fn closing(parts: &Parts<'_>) -> Option<super::At<date::CalendarDate>> {
    let blocks = parts
        .blocks
        .iter()
        .filter(|block| matches!(block.production, Production::Paragraph(_)));
    let all: Vec<Span> = blocks
        .flat_map(|block| lines_of(parts, block.span))
        .collect();
    let is_meeting = |line: Span| {
        let words = parts.words(line);
        words.split_whitespace().count() <= 4 && meeting(parts.lexicons, words).is_some()
    };
    all.windows(2).find_map(|pair| {
        let (span, value) = located(parts.words(pair[1]), 0, date::date(parts.lexicons))?;
        let whole = parts.words(pair[1])[span.end..]
            .trim_end_matches('.')
            .is_empty();
        (whole && is_meeting(pair[0]))
            .then(|| parts.at(&moved(Read { value, span }, pair[1].start)))
    })
}
