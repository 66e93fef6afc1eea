//! How fields answer: the value with its words, or the place where it belongs.

use smallvec::smallvec;

use super::{Absence, Found, Lookup, Scope, Value};
use crate::document::At;
use crate::grammar::date::CalendarDate;
use crate::grammar::symbol::Symbol;
use crate::grammar::text::begins_word;
use crate::lexicon::{Language, Lexicons};
use crate::source::Span;

/// One value with the words it was read from.
pub(super) fn one<'d, T>(at: &'d At<T>, value: Value<'d>) -> Lookup<'d> {
    Lookup::Found(smallvec![found(at, value)])
}

pub(super) fn found<'d, T>(at: &'d At<T>, value: Value<'d>) -> Found<'d> {
    Found {
        value,
        span: at.span,
        written: &at.written,
        canonical: None,
        record: None,
    }
}

/// Several values; `otherwise` when there is none.
pub(super) fn several<'d>(
    values: impl Iterator<Item = Found<'d>>,
    otherwise: Lookup<'d>,
) -> Lookup<'d> {
    let values: smallvec::SmallVec<[Found<'d>; 1]> = values.collect();
    if values.is_empty() {
        otherwise
    } else {
        Lookup::Found(values)
    }
}

pub(super) fn absent<'d>(at: Span, searched: Span) -> Lookup<'d> {
    Lookup::Absent(Absence { at, searched })
}

pub(super) fn date<'d>(at: Option<&'d At<CalendarDate>>, otherwise: Lookup<'d>) -> Lookup<'d> {
    at.map_or(otherwise, |at| one(at, Value::Date(at.value)))
}

pub(super) fn year<'d>(at: Option<&'d At<CalendarDate>>) -> Lookup<'d> {
    at.map_or(Lookup::NotApplicable, |at| {
        one(at, Value::Number(i64::from(at.value.year)))
    })
}

pub(super) fn text<'d>(at: Option<&'d At<String>>, otherwise: Lookup<'d>) -> Lookup<'d> {
    at.map_or(otherwise, |at| one(at, Value::Text(&at.value)))
}

pub(super) fn number<'d>(at: Option<&'d At<u32>>, otherwise: Lookup<'d>) -> Lookup<'d> {
    at.map_or(otherwise, |at| one(at, Value::Number(i64::from(at.value))))
}

/// A flag or a word about a place of the document.
pub(super) fn about<'d>(scope: &Scope<'d>, span: Span, value: Value<'d>) -> Lookup<'d> {
    Lookup::Found(smallvec![Found {
        value,
        span,
        written: scope.source.slice(span),
        canonical: None,
        record: None,
    }])
}

/// A symbol. Print and library records differ by the space before a year in parentheses, and some
/// series write their elements in capitals (`MISC.1`); all are canonical. So is a symbol between marks that leave its letters alone (`$S/2009/417$`): a search
/// finds it.
pub(super) fn symbol(at: &At<Symbol>) -> Found<'_> {
    let tight = |text: &str| text.replace(" (", "(").to_uppercase();
    let canonical = &at.value.canonical;
    let sound = at.written == *canonical || tight(&at.written).contains(&tight(canonical));
    Found {
        canonical: Some(if sound { &at.written } else { canonical }),
        ..found(at, Value::Symbol(&at.value))
    }
}

pub(super) fn languages<'d>(languages: &'d [At<Language>], otherwise: Lookup<'d>) -> Lookup<'d> {
    several(
        languages
            .iter()
            .map(|language| found(language, Value::Text(language.value.code()))),
        otherwise,
    )
}

/// The offices that words name: a deputy is no Permanent Representative, so the longest name wins.
pub(super) fn offices(at: Option<&At<String>>) -> Lookup<'_> {
    let Some(at) = at else {
        return Lookup::NotApplicable;
    };
    let lexicons = Lexicons::standard();
    let kinds = lexicons.all.signature.offices.kinds();
    let kinds = kinds.map(|(kind, words)| (words, kind));
    let named = |place: usize| crate::grammar::text::longest_of(&at.value[place..], kinds);
    let mut offices = Vec::new();
    let mut end = 0;
    for (place, _) in at.value.char_indices() {
        if place >= end
            && begins_word(&at.value, place)
            && let Some((length, kind)) = named(place)
        {
            end = place + length;
            offices.push(found(at, Value::Text(kind)));
        }
    }
    several(offices.into_iter(), Lookup::NotApplicable)
}

/// The numbers of agenda items: 73 of `73 (b)`.
pub(super) fn item_numbers(items: &[At<String>]) -> Lookup<'_> {
    let numbers = items.iter().filter_map(|item| {
        let digits = item.value.split(' ').next()?;
        Some(found(item, Value::Number(digits.parse().ok()?)))
    });
    several(numbers, Lookup::NotApplicable)
}
