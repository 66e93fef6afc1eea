//! Fields of the masthead's symbols, and what they say of year, session, organ, number.

use super::answer::{absent, several, symbol};
use super::masthead::place;
use super::{Field, FieldType, Found, Lookup, Node, Scope, Value};
use crate::grammar::date::CalendarDate;
use crate::grammar::symbol::{Series, Symbol};
use crate::lexicon::Lexicons;

const NODE: Node = Node::Masthead;

pub(super) static FIELDS: &[Field] = &[
    Field {
        node: NODE,
        name: "symbol",
        holds: FieldType::Symbol,
        about: "the document symbol; a joint document has two",
        get: |scope| {
            let masthead = &scope.document.masthead;
            let searched = match masthead.span.is_empty() {
                true => scope.document.span,
                false => masthead.span,
            };
            several(
                masthead.symbols.iter().map(symbol),
                absent(place(scope), searched),
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
        name: "symbol.council-year",
        holds: FieldType::Number,
        about: "the year of the Security Council that the symbol is of: 78 for S/2023/…",
        get: |scope| {
            numbers(scope, |symbol| {
                let council = symbol.body == "S";
                symbol
                    .year
                    .filter(|_| council)
                    .map(|year| i64::from(year) - 1945)
            })
        },
    },
    Field {
        node: NODE,
        name: "symbol.first-day",
        holds: FieldType::Date,
        about: "the first day of the year or session in the symbol's series",
        get: |scope| {
            of_symbols(scope, |symbol| {
                Some(Value::Date(CalendarDate {
                    year: i16::try_from(symbol.first_year()?).ok()?,
                    month: 1,
                    day: 1,
                }))
            })
        },
    },
    Field {
        node: NODE,
        name: "symbol.resolution",
        holds: FieldType::Text,
        about: "the number of the resolution that the symbol names: 77/182, 2690 (2023)",
        get: |scope| {
            words(scope, |symbol| {
                Some(symbol.canonical.split_once("/RES/")?.1)
            })
        },
    },
    Field {
        node: NODE,
        name: "symbol.meeting",
        holds: FieldType::Number,
        about: "the number of the meeting that the symbol names: 9241 in S/PV.9241",
        get: |scope| numbers(scope, |symbol| symbol.meeting().map(i64::from)),
    },
];

fn of_symbols<'d>(
    scope: &Scope<'d>,
    value: impl Fn(&'d Symbol) -> Option<Value<'d>>,
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

fn numbers<'d>(scope: &Scope<'d>, number: impl Fn(&Symbol) -> Option<i64>) -> Lookup<'d> {
    of_symbols(scope, |symbol| number(symbol).map(Value::Number))
}

fn words<'d>(scope: &Scope<'d>, word: impl Fn(&'d Symbol) -> Option<&'d str>) -> Lookup<'d> {
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
