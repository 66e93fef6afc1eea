//! What the elements of a symbol say: year, session, series, modifier.

use super::{Modifier, Series};
use crate::lexicon::Lexicons;

pub(super) fn canonical_element(lexicons: &Lexicons, element: &str) -> String {
    let element: String = element.chars().filter(|c| *c != ' ').collect();
    let name_end = element
        .find(|c: char| !c.is_ascii_alphabetic())
        .unwrap_or(element.len());
    let (name, rest) = element.split_at(name_end);
    let known = lexicons
        .symbols
        .elements
        .mixed_case
        .iter()
        .find(|known| known.eq_ignore_ascii_case(name));
    match known {
        Some(known) => format!("{known}{rest}"),
        None => format!("{}{rest}", name.to_ascii_uppercase()),
    }
}

/// A year of four digits; the running number of a General Assembly document can look like one
/// (`A/59/2005/Add.2`), so its symbols have none.
pub(super) fn year_of(body: &str, elements: &[String]) -> Option<i16> {
    if body == "A" {
        return None;
    }
    let last_numeric = elements
        .iter()
        .rposition(|element| !element.is_empty() && element.bytes().all(|b| b.is_ascii_digit()));
    elements
        .iter()
        .enumerate()
        // The running number is the last number: `S/1994` of the old series is no year.
        .filter(|(index, _)| Some(*index) != last_numeric || elements.len() > index + 1)
        .filter(|(_, element)| element.len() == 4)
        .filter_map(|(_, element)| element.parse().ok())
        .find(|year| (1946..=2100).contains(year))
}

/// The General Assembly's session: `A/78/100`, `A/C.3/72/L.1`, `A/RES/77/1`.
pub(super) fn session_of(body: &str, elements: &[String]) -> Option<u32> {
    if body != "A" {
        return None;
    }
    let of_main_committee = |element: &str| {
        element == "RES"
            || element == "INF"
            || element == "BUR"
            || matches!(
                element.strip_prefix("C."),
                Some("1" | "2" | "3" | "4" | "5" | "6")
            )
    };
    let index = usize::from(
        elements
            .first()
            .is_some_and(|first| of_main_committee(first)),
    );
    let session = elements.get(index)?;
    (elements.len() > index + 1 && session.len() <= 3)
        .then(|| session.parse().ok())
        .flatten()
}

pub(super) fn series_of(elements: &[String]) -> Series {
    elements.iter().fold(Series::General, |series, element| {
        match element.split_once('.') {
            Some(("L", number)) if is_number(number) => Series::Limited,
            Some(("R", number)) if is_number(number) => Series::Restricted,
            _ => series,
        }
    })
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

pub(super) fn modifier_of(lexicons: &Lexicons, element: &str) -> Option<Modifier> {
    let name = element.split('.').next()?;
    let known = lexicons
        .symbols
        .elements
        .modifiers
        .iter()
        .any(|known| known == name);
    known.then_some(match name {
        "Add" => Modifier::Addendum,
        "Corr" => Modifier::Corrigendum,
        "Rev" => Modifier::Revision,
        _ => Modifier::Other,
    })
}
