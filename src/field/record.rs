//! Fields of a record: what the card of a document says, and what the repository knows of it.

use smallvec::smallvec;

use super::answer::{absent, several};
use super::{Field, FieldType, Found, Lookup, Node, Scope, Value};
use crate::grammar::symbol::{Symbol, key_of};
use crate::repository::{Card, FileName, Place, Repository, Said};
use crate::source::Span;

const NODE: Node = Node::Record;

pub(super) static FIELDS: &[Field] = &[
    Field {
        node: NODE,
        name: "symbol",
        holds: FieldType::Symbol,
        about: "the document symbol; a joint document has two",
        get: |scope| of_card(scope, |card| symbols(scope.index, card)),
    },
    Field {
        node: NODE,
        name: "file-name.symbol",
        holds: FieldType::Symbol,
        about: "the symbol that the file is named after, as in S_2023_463.md; where the name can be read as the document's own symbol, that",
        get: |scope| {
            of_card(scope, |card| {
                let own = |index: usize| card.symbols.get(index).map(|said| &said.value);
                let named = match &card.file_name {
                    FileName::NoSymbol => None,
                    FileName::Own(index) => own(*index),
                    FileName::Other(named) => Some(&**named),
                };
                // A name has no words in the text; what it is compared with has.
                let place = card.place();
                named.map_or(Lookup::NotApplicable, |named| {
                    one(scope.index, Value::Symbol(named), place)
                })
            })
        },
    },
    Field {
        node: NODE,
        name: "kind",
        holds: FieldType::Text,
        about: "what kind of document it is: letter, identical-letters, note-verbale, report, …",
        get: |scope| {
            of_card(scope, |card| {
                let place = card.place();
                one(scope.index, Value::Text(card.kind.name()), place)
            })
        },
    },
    Field {
        node: NODE,
        name: "language",
        holds: FieldType::Text,
        about: "the language of this version: ar, en, es, fr, ru, zh",
        get: |scope| {
            of_card(scope, |card| {
                let place = card.place();
                card.language.map_or(Lookup::NotApplicable, |language| {
                    one(scope.index, Value::Text(language.code()), place)
                })
            })
        },
    },
    Field {
        node: NODE,
        name: "date",
        holds: FieldType::Date,
        about: "the masthead date",
        get: |scope| of_card(scope, |card| said(date(scope.index, card))),
    },
    Field {
        node: NODE,
        name: "distribution",
        holds: FieldType::Text,
        about: "general, limited, restricted, provisional",
        get: |scope| of_card(scope, |card| said(distribution(scope.index, card))),
    },
    Field {
        node: NODE,
        name: "annexes",
        holds: FieldType::Number,
        about: "how many annexes there are; enclosures are not counted",
        get: |scope| of_card(scope, |card| said(Some(annexes(scope.index, card)))),
    },
    Field {
        node: NODE,
        name: "job",
        holds: FieldType::Text,
        about: "the job number that most footers print",
        get: |scope| {
            of_card(scope, |card| {
                card.job.as_ref().map_or(Lookup::NotApplicable, |job| {
                    one(scope.index, Value::Text(&job.value), job.span)
                })
            })
        },
    },
    Field {
        node: NODE,
        name: "text",
        holds: FieldType::Number,
        about: "a number that title and paragraphs give: the same for the same letters and figures; none of a short text",
        get: |scope| {
            of_card(scope, |card| {
                card.text.as_ref().map_or(Lookup::NotApplicable, |text| {
                    one(scope.index, Value::Number(text.value.0), text.span)
                })
            })
        },
    },
    Field {
        node: NODE,
        name: "parent",
        holds: FieldType::Symbol,
        about: "the document that an addendum, a corrigendum or a revision belongs to; a revision of that stands for it. Asked when a folder is read, not some files of it",
        get: |scope| parent(scope).unwrap_or(Lookup::NotApplicable),
    },
    Field {
        node: NODE,
        name: "parent.symbol",
        holds: FieldType::Text,
        about: "the symbol of that document, whether or not it is there",
        get: |scope| {
            of_card(scope, |card| {
                several(
                    card.symbols.iter().filter_map(|said| {
                        Some(found(
                            scope.index,
                            Value::Text(said.value.parent()?),
                            said.span,
                        ))
                    }),
                    Lookup::NotApplicable,
                )
            })
        },
    },
];

/// A value in one of the files. The words are not kept: the value stands for them.
pub(super) const fn found<'d>(card: usize, value: Value<'d>, span: Span) -> Found<'d> {
    Found {
        value,
        span,
        written: "",
        canonical: None,
        record: Some(card),
    }
}

fn one<'d>(card: usize, value: Value<'d>, span: Span) -> Lookup<'d> {
    Lookup::Found(smallvec![found(card, value, span)])
}

fn said(found: Option<Found<'_>>) -> Lookup<'_> {
    found.map_or(Lookup::NotApplicable, |found| {
        Lookup::Found(smallvec![found])
    })
}

/// The answer of the card that the scope looks at.
fn of_card<'d>(scope: &Scope<'d>, answer: impl Fn(&'d Card) -> Lookup<'d>) -> Lookup<'d> {
    let card = scope
        .repository
        .and_then(|repository| repository.cards.get(scope.index));
    card.map_or(Lookup::NotApplicable, answer)
}

fn symbols(index: usize, card: &Card) -> Lookup<'_> {
    several(
        card.symbols.iter().map(|said| symbol(index, said)),
        Lookup::NotApplicable,
    )
}

pub(super) const fn symbol(card: usize, said: &Said<Symbol>) -> Found<'_> {
    found(card, Value::Symbol(&said.value), said.span)
}

pub(super) fn date(index: usize, card: &Card) -> Option<Found<'_>> {
    let date = card.date.as_ref()?;
    Some(found(index, Value::Date(date.value), date.span))
}

pub(super) fn distribution(index: usize, card: &Card) -> Option<Found<'_>> {
    let distribution = card.distribution.as_ref()?;
    let value = Value::Text(distribution.value);
    Some(found(index, value, distribution.span))
}

pub(super) fn annexes(index: usize, card: &Card) -> Found<'_> {
    let count = Value::Number(i64::from(card.annexes.value));
    found(index, count, card.annexes.span)
}

fn parent<'d>(scope: &Scope<'d>) -> Option<Lookup<'d>> {
    let repository = scope.repository.filter(|repository| repository.is_whole)?;
    let card = &repository.cards[scope.index];
    let mut parents = Vec::new();
    for said in card.symbols.iter() {
        let Some(parent) = said.value.parent() else {
            continue;
        };
        match document_of(repository, &key_of(parent), &said.value.key()) {
            Some(place) => parents.push(symbol(place.0, repository.symbol(place))),
            None => return Some(absent(said.span, Span::empty(0))),
        }
    }
    Some(several(parents.into_iter(), Lookup::NotApplicable))
}

/// The document of a key, or one that revises it and is not that of the key `but`.
fn document_of(repository: &Repository, key: &str, but: &str) -> Option<Place> {
    let whole = repository.find(key);
    whole.or_else(|| repository.revision(key, but))
}
