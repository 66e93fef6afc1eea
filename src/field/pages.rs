//! Fields of footers, page numbers and running heads.

use super::answer::{date, found, number, one, several, symbol, text};
use super::{Field, FieldType, Lookup, Node, Scope, Value};
use crate::document::{Footer, Page};

pub(super) static FIELDS: &[Field] = &[
    Field {
        node: Node::Footer,
        name: "job",
        holds: FieldType::Text,
        about: "the job number of page 1",
        get: |scope| {
            in_footer(scope, |footer| {
                text(footer.job.as_ref(), Lookup::NotApplicable)
            })
        },
    },
    Field {
        node: Node::Footer,
        name: "language",
        holds: FieldType::Text,
        about: "the language letter after the job number: A, C, E, F, R, S",
        get: |scope| {
            in_footer(scope, |footer| {
                footer
                    .language
                    .as_ref()
                    .map_or(Lookup::NotApplicable, |letter| {
                        one(letter, Value::Text(first_letter(&letter.written)))
                    })
            })
        },
    },
    Field {
        node: Node::Footer,
        name: "date",
        holds: FieldType::Date,
        about: "the ddmmyy dates, in order",
        get: |scope| {
            in_footer(scope, |footer| {
                several(
                    footer
                        .dates
                        .iter()
                        .map(|date| found(date, Value::Date(date.value))),
                    Lookup::NotApplicable,
                )
            })
        },
    },
    Field {
        node: Node::Footer,
        name: "first-date",
        holds: FieldType::Date,
        about: "the first of them",
        get: |scope| {
            in_footer(scope, |footer| {
                date(footer.dates.first(), Lookup::NotApplicable)
            })
        },
    },
    Field {
        node: Node::Footer,
        name: "barcode",
        holds: FieldType::Text,
        about: "the digits of the barcode",
        get: |scope| {
            in_footer(scope, |footer| {
                text(footer.barcode.as_ref(), Lookup::NotApplicable)
            })
        },
    },
    Field {
        node: Node::Page,
        name: "number",
        holds: FieldType::Number,
        about: "the page's number n of n/N",
        get: |scope| number(page(scope).number.as_ref(), Lookup::NotApplicable),
    },
    Field {
        node: Node::Page,
        name: "total",
        holds: FieldType::Number,
        about: "the number of pages N of n/N",
        get: |scope| number(page(scope).total.as_ref(), Lookup::NotApplicable),
    },
    Field {
        node: Node::Page,
        name: "job",
        holds: FieldType::Text,
        about: "the job number printed on the page",
        get: |scope| text(page(scope).job.as_ref(), Lookup::NotApplicable),
    },
    Field {
        node: Node::Head,
        name: "symbol",
        holds: FieldType::Symbol,
        about: "a symbol printed at the top of a page",
        get: |scope| {
            let head = &scope.document.heads[scope.index];
            several(std::iter::once(symbol(&head.symbol)), Lookup::NotApplicable)
        },
    },
];

fn in_footer<'d>(scope: &Scope<'d>, get: impl Fn(&'d Footer) -> Lookup<'d>) -> Lookup<'d> {
    scope
        .document
        .footer
        .as_ref()
        .map_or(Lookup::NotApplicable, get)
}

fn page<'d>(scope: &Scope<'d>) -> &'d Page {
    &scope.document.pages[scope.index]
}

/// A scan can have read a second letter into the parentheses.
fn first_letter(written: &str) -> &str {
    written.get(..1).unwrap_or(written)
}
