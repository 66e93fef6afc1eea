//! Fields of running text: citations, notes, paragraphs, dates.

use super::answer::{about, number, one, several, symbol, text};
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
            let date = &scope.document.dates[scope.index];
            one(date, Value::Date(date.value))
        },
    },
];
