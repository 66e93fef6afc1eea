//! Fields of the other nodes across files: families, language versions, symbols cited.

use smallvec::smallvec;

use super::answer::{absent, several};
use super::record::{annexes, date, distribution, found, symbol};
use super::{Field, FieldType, Found, Lookup, Node, Scope, Value};
use crate::repository::{Card, Group, Repository};
use crate::source::Span;

pub(super) static FIELDS: &[Field] = &[
    Field {
        node: Node::Family,
        name: "symbol",
        holds: FieldType::Text,
        about: "the base symbol that the documents have in common",
        get: |scope| {
            of_first(scope, |repository, place| {
                let said = repository.symbol(place);
                found(place.0, Value::Text(said.value.base()), said.span)
            })
        },
    },
    Field {
        node: Node::Family,
        name: "addendum",
        holds: FieldType::Number,
        about: "the numbers of the addenda, in order. Asked when a folder is read, not some files of it",
        get: |scope| match group(scope) {
            Some((repository, group)) if repository.is_whole => {
                let mut last = None;
                let numbers = group.members.iter().filter_map(|place| {
                    let said = repository.symbol(*place);
                    let number = said.value.addendum()?;
                    // Its language versions and corrigenda are the same addendum.
                    let is_new = last != Some(number);
                    last = Some(number);
                    is_new.then(|| found(place.0, Value::Number(i64::from(number)), said.span))
                });
                several(numbers, Lookup::NotApplicable)
            }
            _ => Lookup::NotApplicable,
        },
    },
    Field {
        node: Node::Versions,
        name: "symbol",
        holds: FieldType::Symbol,
        about: "the symbol that the language versions have in common",
        get: |scope| {
            of_first(scope, |repository, place| {
                symbol(place.0, repository.symbol(place))
            })
        },
    },
    Field {
        node: Node::Versions,
        name: "language",
        holds: FieldType::Text,
        about: "the languages: ar, en, es, fr, ru, zh",
        get: |scope| {
            of_cards(scope, |index, card| {
                let language = card.language?.code();
                Some(found(index, Value::Text(language), card.place()))
            })
        },
    },
    Field {
        node: Node::Versions,
        name: "date",
        holds: FieldType::Date,
        about: "the masthead dates",
        get: |scope| of_cards(scope, date),
    },
    Field {
        node: Node::Versions,
        name: "distribution",
        holds: FieldType::Text,
        about: "the distributions: general, limited, restricted, provisional",
        get: |scope| of_cards(scope, distribution),
    },
    Field {
        node: Node::Versions,
        name: "annexes",
        holds: FieldType::Number,
        about: "how many annexes each version has; enclosures are not counted",
        get: |scope| of_cards(scope, |index, card| Some(annexes(index, card))),
    },
    Field {
        node: Node::Reference,
        name: "symbol",
        holds: FieldType::Symbol,
        about: "a symbol that a document cites",
        get: |scope| match reference(scope) {
            Some((_, cited)) => Lookup::Found(smallvec![cited]),
            None => Lookup::NotApplicable,
        },
    },
    Field {
        node: Node::Reference,
        name: "target",
        holds: FieldType::Symbol,
        about: "the document cited. Asked when a folder is read, not some files of it",
        get: |scope| match reference(scope) {
            Some((repository, cited)) if repository.is_whole => {
                let Value::Symbol(symbol_cited) = cited.value else {
                    return Lookup::NotApplicable;
                };
                match repository.find(&symbol_cited.key()) {
                    Some(place) => {
                        Lookup::Found(smallvec![symbol(place.0, repository.symbol(place))])
                    }
                    None => absent(cited.span, Span::empty(0)),
                }
            }
            _ => Lookup::NotApplicable,
        },
    },
];

/// The group that the scope looks at.
fn group<'d>(scope: &Scope<'d>) -> Option<(&'d Repository, &'d Group)> {
    let repository = scope.repository?;
    let groups = match scope.node {
        Node::Family => &repository.families,
        _ => &repository.versions,
    };
    Some((repository, groups.get(scope.index)?))
}

fn of_first<'d>(
    scope: &Scope<'d>,
    answer: impl Fn(&'d Repository, (usize, usize)) -> Found<'d>,
) -> Lookup<'d> {
    let first = group(scope)
        .and_then(|(repository, group)| Some(answer(repository, *group.members.first()?)));
    first.map_or(Lookup::NotApplicable, |found| {
        Lookup::Found(smallvec![found])
    })
}

/// What each of the group's cards says.
fn of_cards<'d>(
    scope: &Scope<'d>,
    answer: impl Fn(usize, &'d Card) -> Option<Found<'d>>,
) -> Lookup<'d> {
    let Some((repository, group)) = group(scope) else {
        return Lookup::NotApplicable;
    };
    let cards = group.members.iter().map(|(card, _)| *card);
    several(
        cards.filter_map(|index| answer(index, &repository.cards[index])),
        Lookup::NotApplicable,
    )
}

/// The repository and the symbol cited.
fn reference<'d>(scope: &Scope<'d>) -> Option<(&'d Repository, Found<'d>)> {
    let repository = scope.repository?;
    let (card, citation) = repository.references.get(scope.index)?;
    let cited = &repository.cards[*card].citations[*citation];
    Some((repository, symbol(*card, cited)))
}
