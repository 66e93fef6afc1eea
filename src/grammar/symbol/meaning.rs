//! What the elements of a symbol say: year, session, series, modifier.

use super::{Modifier, Series, Symbol};
use crate::lexicon::Lexicons;

/// Adds an element in its canonical form: its name in capitals or as the lexicon has it, no spaces.
pub(super) fn push_canonical(lexicons: &Lexicons, element: &str, canonical: &mut String) {
    let name_end = element
        .find(|c: char| !c.is_ascii_alphabetic())
        .unwrap_or(element.len());
    let (name, rest) = element.split_at(name_end);
    if !name.is_empty() {
        let mut known = lexicons.symbols.elements.mixed_case.iter();
        match known.find(|known| known.eq_ignore_ascii_case(name)) {
            Some(known) => canonical.push_str(known),
            None => canonical.push_str(&name.to_ascii_uppercase()),
        }
    }
    rest.split(' ').for_each(|rest| canonical.push_str(rest));
}

/// A year of four digits; the running number of a General Assembly document can look like one
/// (`A/59/2005/Add.2`), so its symbols have none. That of a communication to a treaty body is of the
/// communication (`CCPR/C/115/D/2019/2010`).
pub(super) fn year_of(body: &str, elements: &[&str]) -> Option<i16> {
    if body == "A" || elements.contains(&"D") {
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
pub(super) fn session_of(body: &str, elements: &[&str]) -> Option<u32> {
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

impl Symbol {
    /// Whether its document prints how far it is distributed.
    pub fn has_distribution(&self) -> bool {
        self.begins_with_none_of(&Lexicons::standard().symbols.bodies.without_distribution)
    }

    /// Whether its document says in which language it was written.
    pub fn has_original(&self) -> bool {
        self.begins_with_none_of(&Lexicons::standard().symbols.bodies.without_original)
    }

    fn begins_with_none_of(&self, series: &[String]) -> bool {
        let mut series = series.iter();
        !series.any(|series| self.canonical.starts_with(series))
    }

    /// The number of the meeting whose record or agenda it is: 9241 of `S/PV.9241`.
    pub fn meeting(&self) -> Option<u32> {
        let mut elements = self.canonical.split('/').peekable();
        while let Some(element) = elements.next() {
            let numbered = element.strip_prefix("PV.").or(element.strip_prefix("SR."));
            let number = match numbered {
                Some(number) => Some(number),
                None if element == "Agenda" => elements.peek().copied(),
                None => None,
            };
            if let Some(number) = number {
                let end = number
                    .find(|c: char| !c.is_ascii_digit())
                    .unwrap_or(number.len());
                return number[..end].parse().ok();
            }
        }
        None
    }

    /// Whether it is a document of the General Assembly or the Economic and Social Council itself,
    /// not of one of their bodies: `A/78/100`, `E/2023/12`.
    pub fn is_plenary(&self) -> bool {
        let mut elements = self.canonical.split('/').skip(1);
        let series = elements.next().unwrap_or_default();
        let number = elements.next().unwrap_or_default();
        let session = series.trim_start_matches("ES-").trim_start_matches("S-");
        matches!(self.body.as_str(), "A" | "E") && is_number(session) && is_number(number)
    }

    /// The year in it, or that in which its session opens; session N of the General Assembly opens
    /// in 1945 + N.
    pub fn first_year(&self) -> Option<i64> {
        let of_session = || self.session.map(|session| i64::from(session) + 1945);
        self.year.map(i64::from).or_else(of_session)
    }

    /// The first year in which there can be such a document. Other bodies than the Security Council
    /// number by the year of their session (`E/CN.4/2004/G/9`), for which documents are issued in
    /// the year before.
    pub fn first_year_of_issue(&self) -> Option<i64> {
        let is_ahead = self.body != "S" && self.year.is_some();
        self.first_year().map(|year| year - i64::from(is_ahead))
    }

    /// The last year in which it is issued: a session goes on into the year after.
    pub fn last_year(&self) -> Option<i64> {
        let of_session = || self.session.map(|session| i64::from(session) + 1946);
        self.year.map(i64::from).or_else(of_session)
    }
}

pub(super) fn series_of(elements: &[&str]) -> Series {
    elements.iter().fold(Series::General, |series, element| {
        let numbered = |letter| element.strip_prefix(letter).is_some_and(is_number);
        if numbered("L.") {
            Series::Limited
        } else if numbered("R.") {
            Series::Restricted
        } else {
            series
        }
    })
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

pub(super) fn modifier_of(lexicons: &Lexicons, element: &str) -> Option<Modifier> {
    let name_end = element.bytes().position(|byte| byte == b'.');
    let name = &element[..name_end.unwrap_or(element.len())];
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
