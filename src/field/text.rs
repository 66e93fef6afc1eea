//! Fields of running text: citations, notes, paragraphs, dates.

use super::answer::{about, absent, number, one, several, symbol, text};
use super::{Field, FieldType, Lookup, Node, Value};

pub(super) static FIELDS: &[Field] = &[
    Field {
        node: Node::Citation,
        name: "symbol",
        holds: FieldType::Symbol,
        about: "a symbol cited in the text",
        get: |scope| {
            several(
                std::iter::once(symbol(&scope.document.citations[scope.index])),
                Lookup::NotApplicable,
            )
        },
    },
    Field {
        node: Node::Citation,
        name: "year",
        holds: FieldType::Number,
        about: "the first year in which there can be a document with that symbol",
        get: |scope| {
            let cited = &scope.document.citations[scope.index];
            cited
                .value
                .first_year_of_issue()
                .map_or(Lookup::NotApplicable, |year| {
                    one(cited, Value::Number(year))
                })
        },
    },
    Field {
        node: Node::Note,
        name: "mark",
        holds: FieldType::Text,
        about: "the mark of a note: *, **, 1, a",
        get: |scope| {
            text(
                Some(&scope.document.notes[scope.index].mark),
                Lookup::NotApplicable,
            )
        },
    },
    Field {
        node: Node::Note,
        name: "text",
        holds: FieldType::Text,
        about: "the words of a note",
        get: |scope| {
            let note = &scope.document.notes[scope.index];
            about(scope, note.span, Value::Text(&note.text))
        },
    },
    Field {
        node: Node::Note,
        name: "use",
        holds: FieldType::Flag,
        about: "the mark in the text that leads to the note, where it is one of asterisks",
        get: |scope| {
            let note = &scope.document.notes[scope.index];
            if note.is_used {
                about(scope, note.mark.span, Value::Flag(true))
            } else {
                absent(note.mark.span, scope.document.span)
            }
        },
    },
    Field {
        node: Node::Mark,
        name: "words",
        holds: FieldType::Text,
        about: "a mark that leads to a note: *, 3",
        get: |scope| {
            text(
                Some(&scope.document.marks[scope.index].at),
                Lookup::NotApplicable,
            )
        },
    },
    Field {
        node: Node::Mark,
        name: "note",
        holds: FieldType::Text,
        about: "the note that it leads to",
        get: |scope| {
            let mark = &scope.document.marks[scope.index];
            match mark.note {
                Some(span) => about(scope, span, Value::Text("")),
                None => absent(mark.at.span, scope.document.span),
            }
        },
    },
    Field {
        node: Node::Paragraph,
        name: "run",
        holds: FieldType::Number,
        about: "which run of numbered paragraphs it belongs to, from 0",
        get: |scope| {
            let paragraph = &scope.document.paragraphs[scope.index];
            match (&paragraph.number, paragraph.run) {
                (Some(number), Some(run)) => one(
                    number,
                    Value::Number(i64::try_from(run).unwrap_or(i64::MAX)),
                ),
                _ => Lookup::NotApplicable,
            }
        },
    },
    Field {
        node: Node::Paragraph,
        name: "run.number",
        holds: FieldType::Number,
        about: "the number of a paragraph that belongs to a run",
        get: |scope| {
            let paragraph = &scope.document.paragraphs[scope.index];
            let in_run = paragraph
                .number
                .as_ref()
                .filter(|_| paragraph.run.is_some());
            number(in_run, Lookup::NotApplicable)
        },
    },
    Field {
        node: Node::Paragraph,
        name: "source",
        holds: FieldType::Text,
        about: "a paragraph as it stands in the file, markup and all; none of a file in HTML",
        get: |scope| {
            let paragraph = &scope.document.paragraphs[scope.index];
            let words = scope.source.slice(paragraph.span);
            if scope.document.is_html {
                Lookup::NotApplicable
            } else {
                about(scope, paragraph.span, Value::Text(words))
            }
        },
    },
    Field {
        node: Node::Paragraph,
        name: "number",
        holds: FieldType::Number,
        about: "the number of a paragraph",
        get: |scope| {
            number(
                scope.document.paragraphs[scope.index].number.as_ref(),
                Lookup::NotApplicable,
            )
        },
    },
    Field {
        node: Node::Paragraph,
        name: "text",
        holds: FieldType::Text,
        about: "the words of a paragraph",
        get: |scope| {
            let paragraph = &scope.document.paragraphs[scope.index];
            about(scope, paragraph.span, Value::Text(&paragraph.text))
        },
    },
    Field {
        node: Node::Date,
        name: "date",
        holds: FieldType::Date,
        about: "a date anywhere in the text",
        get: |scope| {
            let date = &scope.document.dates[scope.index].date;
            one(date, Value::Date(date.value))
        },
    },
    Field {
        node: Node::Date,
        name: "weekday",
        holds: FieldType::Text,
        about: "the weekday printed beside the date: Monday, Tuesday, …",
        get: |scope| {
            let weekday = scope.document.dates[scope.index].weekday.as_ref();
            weekday.map_or(Lookup::NotApplicable, |weekday| {
                one(weekday, Value::Text(weekday_name(weekday.value)))
            })
        },
    },
    Field {
        node: Node::Date,
        name: "weekday.true",
        holds: FieldType::Text,
        about: "the weekday that the date is",
        get: |scope| {
            let date = &scope.document.dates[scope.index].date;
            date.value
                .weekday()
                .map_or(Lookup::NotApplicable, |weekday| {
                    one(date, Value::Text(weekday_name(weekday)))
                })
        },
    },
];

/// `weekday` counts from 1 for Monday.
fn weekday_name(weekday: u8) -> &'static str {
    const NAMES: [&str; 7] = [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ];
    NAMES
        .get(usize::from(weekday).wrapping_sub(1))
        .copied()
        .unwrap_or_default()
}
