//! Fields of the masthead.

use super::answer::{absent, date, found, item_numbers, number, one, several, text, year};
use super::{Field, FieldType, Lookup, Node, Scope, Value};
use crate::document::Masthead;
use crate::grammar::masthead::ordinal;
use crate::grammar::text::length_of;
use crate::lexicon::Lexicons;
use crate::source::Span;

const NODE: Node = Node::Masthead;

pub(super) static FIELDS: &[Field] = &[
    Field {
        node: NODE,
        name: "organ",
        holds: FieldType::Text,
        about: "the names of organs as printed",
        get: |scope| {
            let organs = scope.document.masthead.organs.iter();
            several(
                organs.map(|organ| found(organ, Value::Text(&organ.value))),
                missing(scope, place(scope)),
            )
        },
    },
    Field {
        node: NODE,
        name: "organ.principal",
        holds: FieldType::Text,
        about: "the principal organs printed, by the letter of their symbols: A, S, E, T",
        get: |scope| {
            let organs = scope.document.masthead.organs.iter();
            let principal = organs.filter_map(|organ| {
                Some(found(organ, Value::Text(principal_of_name(&organ.value)?)))
            });
            several(principal, Lookup::NotApplicable)
        },
    },
    Field {
        node: NODE,
        name: "distribution",
        holds: FieldType::Text,
        about: "general, limited, restricted, provisional; unknown when the word is none of these",
        get: |scope| {
            let masthead = &scope.document.masthead;
            match &masthead.distribution {
                Some(distribution) => one(distribution, Value::Text(distribution.value.name())),
                None if masthead.official_records || !states_distribution(masthead) => {
                    Lookup::NotApplicable
                }
                None => missing(
                    scope,
                    masthead
                        .date
                        .as_ref()
                        .map_or(place(scope), |date| date.span),
                ),
            }
        },
    },
    Field {
        node: NODE,
        name: "date",
        holds: FieldType::Date,
        about: "the date on which the document was submitted",
        get: |scope| {
            let masthead = &scope.document.masthead;
            let under = masthead
                .distribution
                .as_ref()
                .map_or(place(scope), |distribution| distribution.span);
            match masthead.official_records {
                true => date(masthead.date.as_ref(), Lookup::NotApplicable),
                false => date(masthead.date.as_ref(), missing(scope, under)),
            }
        },
    },
    Field {
        node: NODE,
        name: "date.year",
        holds: FieldType::Number,
        about: "the year of the date",
        get: |scope| year(scope.document.masthead.date.as_ref()),
    },
    Field {
        node: NODE,
        name: "session",
        holds: FieldType::Text,
        about: "the session as printed",
        get: |scope| {
            text(
                scope.document.masthead.session.as_ref(),
                Lookup::NotApplicable,
            )
        },
    },
    Field {
        node: NODE,
        name: "session.number",
        holds: FieldType::Number,
        about: "the session's number",
        get: |scope| match &scope.document.masthead.session {
            Some(session) => ordinal(Lexicons::standard(), &session.value)
                .map_or(Lookup::NotApplicable, |number| {
                    one(session, Value::Number(i64::from(number)))
                }),
            None => Lookup::NotApplicable,
        },
    },
    Field {
        node: NODE,
        name: "agenda-item",
        holds: FieldType::Text,
        about: "the agenda items",
        get: |scope| {
            let items = scope.document.masthead.agenda_items.iter();
            several(
                items.map(|item| found(item, Value::Text(&item.value))),
                missing(scope, Span::empty(scope.document.masthead.span.end)),
            )
        },
    },
    Field {
        node: NODE,
        name: "council-year",
        holds: FieldType::Number,
        about: "the year of the Security Council as printed: 78 in \"Seventy-eighth year\"",
        get: |scope| {
            number(
                scope.document.masthead.council_year.as_ref(),
                Lookup::NotApplicable,
            )
        },
    },
    Field {
        node: NODE,
        name: "agenda-item.number",
        holds: FieldType::Number,
        about: "the numbers of the agenda items, without letters",
        get: |scope| item_numbers(&scope.document.masthead.agenda_items),
    },
];

/// The top of the masthead, for what belongs there and has no nearer place.
pub(super) fn place(scope: &Scope<'_>) -> Span {
    let masthead = &scope.document.masthead;
    if masthead.span.is_empty() {
        scope
            .document
            .title
            .as_ref()
            .map_or(masthead.first, |title| title.span)
    } else {
        masthead.first
    }
}

/// A part that the masthead should have. Where the whole masthead is lost, the symbol alone is
/// missed: one fault, one finding.
pub(super) fn missing<'d>(scope: &Scope<'d>, at: Span) -> Lookup<'d> {
    let masthead = scope.document.masthead.span;
    if masthead.is_empty() {
        return Lookup::NotApplicable;
    }
    absent(at, masthead)
}

/// Whether documents of this series print how far they are distributed.
fn states_distribution(masthead: &Masthead) -> bool {
    let mut symbols = masthead.symbols.iter();
    symbols.all(|symbol| symbol.value.has_distribution())
}

fn principal_of_name(name: &str) -> Option<&'static str> {
    let languages = &Lexicons::standard().languages;
    languages
        .iter()
        .flat_map(|lexicon| &lexicon.masthead.principal)
        .find(|(_, names)| {
            let whole = |known: &String| length_of(name, known) == Some(name.len());
            names.iter().any(whole)
        })
        .map(|(body, _)| body.as_str())
}
