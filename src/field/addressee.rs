//! Fields of the addressees of the title: their order, and the organs they preside over.

use super::answer::{found, several};
use super::{Field, FieldType, Lookup, Node, Scope, Value};
use crate::grammar::text::length_of;
use crate::lexicon::Lexicons;

pub(super) static FIELDS: &[Field] = &[
    Field {
        node: Node::Title,
        name: "addressee.rank",
        holds: FieldType::Number,
        about: "the place of each addressee in the order in which several stand: the Secretary-General, then the Presidents of the General Assembly, of the Security Council, of the Economic and Social Council",
        get: |scope| {
            of_addressees(scope, |addressee| {
                let rank = match addressee {
                    Addressee::SecretaryGeneral => 0,
                    Addressee::President("A") => 1,
                    Addressee::President("S") => 2,
                    Addressee::President(_) => 3,
                };
                Some(Value::Number(rank))
            })
        },
    },
    Field {
        node: Node::Title,
        name: "addressee.organ",
        holds: FieldType::Text,
        about: "the principal organs whose Presidents it is addressed to, by the letter of their symbols: A, S, E",
        get: |scope| {
            of_addressees(scope, |addressee| match addressee {
                Addressee::President(organ) => Some(Value::Text(organ)),
                Addressee::SecretaryGeneral => None,
            })
        },
    },
];

/// Someone whom letters are addressed to.
enum Addressee {
    SecretaryGeneral,
    /// Of the organ whose symbols begin so.
    President(&'static str),
}

fn addressee_of(words: &str) -> Option<Addressee> {
    let languages = &Lexicons::standard().languages;
    languages.iter().find_map(|lexicon| {
        let known = &lexicon.addressees;
        let is = |names: &[String]| names.iter().any(|name| length_of(words, name).is_some());
        let organ = known.presidents.iter().find(|(_, names)| is(names));
        organ
            .map(|(organ, _)| Addressee::President(organ))
            .or_else(|| is(&known.secretary_general).then_some(Addressee::SecretaryGeneral))
    })
}

fn of_addressees<'d>(
    scope: &Scope<'d>,
    value: impl Fn(Addressee) -> Option<Value<'d>>,
) -> Lookup<'d> {
    let title = scope.document.title.iter();
    let known = title.flat_map(|title| &title.addressees).filter_map(|at| {
        let value = value(addressee_of(&at.value)?)?;
        Some(found(at, value))
    });
    several(known, Lookup::NotApplicable)
}
