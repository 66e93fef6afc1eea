//! Fields of the masthead.

use super::answer::{absent, date, found, languages, one, several, symbol, text, year};
use super::{Field, FieldType, Found, Lookup, Node, Scope, Value};
use crate::document::Kind;
use crate::grammar::masthead::ordinal;
use crate::grammar::symbol::Series;
use crate::grammar::text::length_of;
use crate::lexicon::Lexicons;
use crate::source::Span;

const NODE: Node = Node::Masthead;

pub(super) static FIELDS: &[Field] = &[
    Field {
        node: NODE,
        name: "symbol",
        holds: FieldType::Symbol,
        about: "the document symbol; a joint document has two",
        get: |scope| {
            several(
                scope.document.masthead.symbols.iter().map(symbol),
                missing(scope, place(scope)),
            )
        },
    },
    Field {
        node: NODE,
        name: "symbol.known-body",
        holds: FieldType::Symbol,
        about: "the symbol, when it begins with a known organ or series",
        get: |scope| {
            let known = &Lexicons::standard().symbols.bodies.known;
            let unknown = scope
                .document
                .masthead
                .symbols
                .iter()
                .find(|symbol| !known.contains(&symbol.value.body));
            match unknown {
                Some(unknown) => absent(unknown.span, scope.document.masthead.span),
                None => several(
                    scope.document.masthead.symbols.iter().map(symbol),
                    Lookup::NotApplicable,
                ),
            }
        },
    },
    Field {
        node: NODE,
        name: "symbol.year",
        holds: FieldType::Number,
        about: "the year in the symbol, where its series is by years",
        get: |scope| numbers(scope, |symbol| symbol.year.map(i64::from)),
    },
    Field {
        node: NODE,
        name: "symbol.session",
        holds: FieldType::Number,
        about: "the session of the General Assembly in the symbol",
        get: |scope| numbers(scope, |symbol| symbol.session.map(i64::from)),
    },
    Field {
        node: NODE,
        name: "symbol.series",
        holds: FieldType::Text,
        about: "limited (L.), restricted (R.) or general",
        get: |scope| {
            words(scope, |symbol| {
                Some(match symbol.series {
                    Series::General => "general",
                    Series::Limited => "limited",
                    Series::Restricted => "restricted",
                })
            })
        },
    },
    Field {
        node: NODE,
        name: "symbol.principal-organ",
        holds: FieldType::Text,
        about: "the principal organ that the symbol begins with: A, S, E, T",
        get: |scope| words(scope, |symbol| principal(&symbol.body)),
    },
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
                None if masthead.official_records => Lookup::NotApplicable,
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
        name: "original",
        holds: FieldType::Text,
        about: "the original languages: ar, en, es, fr, ru, zh",
        get: |scope| {
            let masthead = &scope.document.masthead;
            let adopted = matches!(
                scope.document.kind,
                Kind::Resolution
                    | Kind::Decision
                    | Kind::MeetingRecord
                    | Kind::PresidentialStatement
            );
            let otherwise = if masthead.only || masthead.official_records || adopted {
                Lookup::NotApplicable
            } else {
                let after = masthead.version.as_ref().map(|version| version.span);
                missing(
                    scope,
                    masthead
                        .original_label
                        .or(after)
                        .or(masthead.date.as_ref().map(|date| date.span))
                        .unwrap_or(place(scope)),
                )
            };
            languages(&masthead.originals, otherwise)
        },
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
];

/// The top of the masthead, for what belongs there and has no nearer place.
fn place(scope: &Scope<'_>) -> Span {
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

fn missing<'d>(scope: &Scope<'d>, at: Span) -> Lookup<'d> {
    let masthead = scope.document.masthead.span;
    absent(
        at,
        if masthead.is_empty() {
            scope.document.span
        } else {
            masthead
        },
    )
}

fn of_symbols<'d>(
    scope: &Scope<'d>,
    value: impl Fn(&'d crate::grammar::symbol::Symbol) -> Option<Value<'d>>,
) -> Lookup<'d> {
    let symbols = scope.document.masthead.symbols.iter();
    let found = symbols.filter_map(|at| {
        Some(Found {
            value: value(&at.value)?,
            ..symbol(at)
        })
    });
    several(found, Lookup::NotApplicable)
}

fn numbers<'d>(
    scope: &Scope<'d>,
    number: impl Fn(&crate::grammar::symbol::Symbol) -> Option<i64>,
) -> Lookup<'d> {
    of_symbols(scope, |symbol| number(symbol).map(Value::Number))
}

fn words<'d>(
    scope: &Scope<'d>,
    word: impl Fn(&'d crate::grammar::symbol::Symbol) -> Option<&'d str>,
) -> Lookup<'d> {
    of_symbols(scope, |symbol| word(symbol).map(Value::Text))
}

/// The body of a symbol when it is a principal organ's.
fn principal(body: &str) -> Option<&'static str> {
    let languages = &Lexicons::standard().languages;
    languages
        .iter()
        .find_map(|lexicon| lexicon.masthead.principal.get_key_value(body))
        .map(|(body, _)| body.as_str())
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
