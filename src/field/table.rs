//! The one table of fields.

use smallvec::smallvec;

use super::{Absence, Field, FieldType, Found, Lookup, Node, Scope, Value};
use crate::document::{At, Document};
use crate::grammar::date::CalendarDate;
use crate::source::Span;

/// How many nodes of a kind a document has.
pub fn count(document: &Document, node: Node) -> usize {
    match node {
        Node::Document => 1,
        Node::Masthead => usize::from(document.has_layout()),
        Node::Title => usize::from(document.title.is_some()),
        Node::Letter => usize::from(
            document
                .title
                .as_ref()
                .is_some_and(|title| title.form.is_some()),
        ),
        Node::Annex => document.annexes.len(),
        Node::Signature => document.signatures.len(),
        Node::Footer => usize::from(document.footer.is_some()),
        Node::Page => document.pages.len(),
        Node::Head => document.heads.len(),
        Node::Mention => document.mentions.len(),
        Node::Citation => document.citations.len(),
        Node::Note => document.notes.len(),
        Node::Paragraph => document.paragraphs.len(),
        Node::Date => document.dates.len(),
    }
}

/// Every field, by node.
pub static FIELDS: &[Field] = &[
    Field {
        node: Node::Masthead,
        name: "date",
        holds: FieldType::Date,
        about: "the date in the masthead",
        get: |scope| {
            date(
                scope.document.masthead.date.as_ref(),
                scope.document.masthead.span,
                scope,
            )
        },
    },
    Field {
        node: Node::Title,
        name: "dated",
        holds: FieldType::Date,
        about: "the date that the title gives the letter",
        get: |scope| match &scope.document.title {
            Some(title) => date(title.dated.as_ref(), title.span, scope),
            None => Lookup::NotApplicable,
        },
    },
    Field {
        node: Node::Annex,
        name: "heading.dated",
        holds: FieldType::Date,
        about: "the date in the annex heading",
        get: |scope| match &scope.document.annexes[scope.index].letter {
            Some(letter) => date(letter.dated.as_ref(), letter.span, scope),
            None => Lookup::NotApplicable,
        },
    },
];

fn date<'d>(at: Option<&'d At<CalendarDate>>, place: Span, scope: &Scope<'d>) -> Lookup<'d> {
    let _ = scope;
    match at {
        Some(at) => Lookup::Found(smallvec![Found {
            value: Value::Date(at.value),
            span: at.span,
            written: &at.written,
            canonical: None,
        }]),
        None => Lookup::Absent(Absence {
            at: place,
            searched: place,
        }),
    }
}
