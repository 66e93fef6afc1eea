//! Document symbols: `S/2023/463`, `A/C.3/72/L.1**`, `A/76/667–S/2022/64`. Sources: the Dag
//! Hammarskjöld Library's research guide on document symbols; UNBIS reference manual.

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n, take_while1};
use nom::character::complete::{alpha1, char, digit1, one_of, space0, space1};
use nom::combinator::{not, opt, peek, recognize};
use nom::multi::{many0, many1};
use nom::sequence::{delimited, preceded, terminated};

use super::text::{Parsed, fail};
use crate::lexicon::Lexicons;

/// A document symbol.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Symbol {
    /// The canonical form, reissue asterisks off: `S/2023/463`, `S/RES/2690 (2023)`.
    pub canonical: String,
    /// What it begins with: `A`, `FCCC`.
    pub body: String,
    /// The year in it, where its series is by years.
    pub year: Option<i16>,
    /// The session of the General Assembly in it.
    pub session: Option<u32>,
    /// Limited (`L.`), restricted (`R.`), or neither.
    pub series: Series,
    /// What the outermost modifier makes of the document it names.
    pub modifier: Option<Modifier>,
    /// How many asterisks of a reissue follow.
    pub reissues: u8,
}

/// The series that says how far a document is distributed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Series {
    /// None of the others.
    #[default]
    General,
    /// `L.`
    Limited,
    /// `R.`
    Restricted,
}

/// The last element when it modifies another document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Modifier {
    /// `Add.1`
    Addendum,
    /// `Corr.1`
    Corrigendum,
    /// `Rev.1`
    Revision,
    /// `Amend.1`, `Summary`
    Other,
}

impl Symbol {
    /// What two symbols are compared by: capitals, no spaces.
    pub fn key(&self) -> String {
        self.canonical
            .chars()
            .filter(|c| !c.is_whitespace())
            .flat_map(char::to_uppercase)
            .collect()
    }
}

/// symbol = body , "/" , element , { "/" , element } , [ year ] , { "*" } ;
///
/// Spaces about the strokes and after a stop are read over; the canonical form has none.
pub fn symbol<'t>(lexicons: &Lexicons) -> impl Fn(&'t str) -> Parsed<'t, Symbol> {
    move |input| {
        let (rest, body) = take_while_m_n(1, 8, |c: char| c.is_ascii_uppercase()).parse(input)?;
        let (rest, symbol) = after_body(lexicons, body, rest)?;
        Ok((rest, symbol))
    }
}

/// A symbol whose body letter a scan has misread (`$/23329`), for places where a symbol stands.
pub fn misread_symbol<'t>(lexicons: &Lexicons) -> impl Fn(&'t str) -> Parsed<'t, Symbol> {
    move |input| {
        for (read, meant) in &lexicons.symbols.elements.lookalikes {
            if let Some(rest) = input.strip_prefix(read.as_str())
                && rest.starts_with('/')
            {
                return after_body(lexicons, meant, rest);
            }
        }
        fail(input)
    }
}

/// Two symbols joined by a dash, or one.
pub fn joint<'t>(
    lexicons: &Lexicons,
) -> impl Fn(&'t str) -> Parsed<'t, (Symbol, Option<(usize, Symbol)>)> {
    move |input| {
        let (rest, first) = symbol(lexicons)(input)?;
        let dash = (space0::<&str, _>, one_of("–-—"), space0);
        match preceded(dash, symbol(lexicons)).parse(rest) {
            Ok((after, second)) => {
                let start = input.len() - rest.len() + dash_length(rest);
                Ok((after, (first, Some((start, second)))))
            }
            Err(_) => Ok((rest, (first, None))),
        }
    }
}

fn dash_length(input: &str) -> usize {
    input.len() - input.trim_start_matches([' ', '–', '-', '—']).len()
}

fn after_body<'t>(lexicons: &Lexicons, body: &str, input: &'t str) -> Parsed<'t, Symbol> {
    let (rest, elements) = many1(preceded((space0, char('/'), space0), element)).parse(input)?;
    let (mut rest, mut elements) = give_back(input, rest, elements);
    if !elements
        .iter()
        .any(|element| element.contains(|c: char| c.is_ascii_digit()))
    {
        return fail(input);
    }
    let mut year = None;
    if elements[0] == "RES" {
        if let Ok((after, number)) = preceded(space0, parenthesised).parse(rest) {
            year = Some(number);
            rest = after;
        } else if let Some((stem, number)) = elements
            .last()
            .and_then(|last| last.strip_suffix(')')?.split_once('('))
        {
            year = Some(number);
            let last = elements.len() - 1;
            elements[last] = stem;
        }
    }
    let part = if year.is_none() {
        opt(preceded(space1, part)).parse(rest)?
    } else {
        (rest, None)
    };
    rest = part.0;
    let (rest, stars) = many0(preceded(space0, char('*'))).parse(rest)?;
    let names: Vec<String> = elements
        .iter()
        .map(|element| canonical_element(lexicons, element))
        .collect();
    let mut canonical = format!("{body}/{}", names.join("/"));
    if let Some(number) = year {
        canonical.push_str(&format!(" ({number})"));
    }
    if let Some(part) = part.1 {
        canonical.push_str(&format!(" {part}"));
    }
    let last = names.last().map_or("", String::as_str);
    Ok((
        rest,
        Symbol {
            canonical,
            body: body.to_owned(),
            year: year
                .and_then(|number| number.parse().ok())
                .or_else(|| year_of(body, &names)),
            session: session_of(body, &names),
            series: series_of(&names),
            modifier: modifier_of(lexicons, last),
            reissues: u8::try_from(stars.len()).unwrap_or(u8::MAX),
        },
    ))
}

/// element = letters , "." , [ space ] , digits | { letter | digit | "." | "-" } , { group } ;
fn element(input: &str) -> Parsed<'_, &str> {
    let mut spaced = recognize((alpha1, char('.'), char(' '), digit1, opt(group)));
    // A hyphen joins an element ("ES-11") unless another symbol begins behind it.
    let hyphen = || {
        terminated(
            tag("-"),
            not(peek((
                take_while1(|c: char| c.is_ascii_uppercase()),
                char('/'),
            ))),
        )
    };
    let more = alt((
        recognize((hyphen(), opt(alt((run, group))))),
        recognize((group, opt(run))),
    ));
    let mut plain = recognize((alt((run, group)), many0(more)));
    match spaced.parse(input) {
        Ok((rest, read)) if is_modifier_like(read) => Ok((rest, read)),
        _ => plain.parse(input),
    }
}

/// Letters, figures and stops, up to where a converter has glued another symbol behind a figure
/// (`A/65/L.78A/65/L.78`).
fn run(input: &str) -> Parsed<'_, &str> {
    let end = input
        .find(|c: char| !c.is_ascii_alphanumeric() && c != '.')
        .unwrap_or(input.len());
    let mut kept = end;
    if input[end..].starts_with('/') {
        let body = input[..end]
            .trim_end_matches(|c: char| c.is_ascii_uppercase())
            .len();
        if body < end && input[..body].ends_with(|c: char| c.is_ascii_digit()) {
            kept = body;
        }
    }
    if kept == 0 {
        return fail(input);
    }
    Ok((&input[kept..], &input[..kept]))
}

/// Only modifiers are written with a space by mistake; `No. 5` behind a stroke is something else.
fn is_modifier_like(read: &str) -> bool {
    let name = read.split('.').next().unwrap_or_default();
    matches!(
        name.to_ascii_lowercase().as_str(),
        "add" | "corr" | "rev" | "amend" | "l" | "pv" | "sr"
    )
}

/// group = "(" , letters or digits , ")" | "[" … "]" ;
fn group(input: &str) -> Parsed<'_, &str> {
    let inside = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
    alt((
        recognize(delimited(char('('), take_while1(inside), char(')'))),
        recognize(delimited(char('['), take_while1(inside), char(']'))),
    ))
    .parse(input)
}

fn parenthesised(input: &str) -> Parsed<'_, &str> {
    delimited(
        char('('),
        take_while1(|c: char| c.is_ascii_alphanumeric() || c == '-'),
        char(')'),
    )
    .parse(input)
}

/// part = "(" , "Part" | "Vol." | "Resumption" | "Suppl." , number , ")" ;
fn part(input: &str) -> Parsed<'_, &str> {
    recognize((
        char('('),
        alt((
            tag("Part"),
            tag("PART"),
            tag("Vol."),
            tag("VOL."),
            tag("Resumption"),
            tag("Suppl."),
        )),
        space0,
        take_while1(|c: char| c.is_ascii_alphanumeric()),
        char(')'),
    ))
    .parse(input)
}

/// A stop or hyphen at the end of the last element is the sentence's, not the symbol's.
fn give_back<'t>(
    input: &'t str,
    rest: &'t str,
    mut elements: Vec<&'t str>,
) -> (&'t str, Vec<&'t str>) {
    let mut end = input.len() - rest.len();
    if let Some(last) = elements.last_mut() {
        let kept = last.trim_end_matches(['.', '-']);
        end -= last.len() - kept.len();
        *last = kept;
        if kept.is_empty() {
            elements.pop();
        }
    }
    (&input[end..], elements)
}

fn canonical_element(lexicons: &Lexicons, element: &str) -> String {
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
fn year_of(body: &str, elements: &[String]) -> Option<i16> {
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
fn session_of(body: &str, elements: &[String]) -> Option<u32> {
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

fn series_of(elements: &[String]) -> Series {
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

fn modifier_of(lexicons: &Lexicons, element: &str) -> Option<Modifier> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Symbol, &str) {
        let (rest, symbol) = symbol(Lexicons::standard())(text).unwrap();
        (symbol, rest)
    }

    #[test]
    fn symbols_and_their_canonical_form() {
        for (written, canonical) in [
            ("S/2023/463", "S/2023/463"),
            ("S / 2023 / 463", "S/2023/463"),
            ("A/C.3/77/L.20/Rev. 1", "A/C.3/77/L.20/Rev.1"),
            ("S/1999/25/ADD.43", "S/1999/25/Add.43"),
            ("S/RES/2690 (2023)", "S/RES/2690 (2023)"),
            ("S/RES/2690(2023)", "S/RES/2690 (2023)"),
            ("A/RES/3379 (XXX)", "A/RES/3379 (XXX)"),
            ("A/RES/ES-11/1", "A/RES/ES-11/1"),
            (
                "E/CN.4/Sub.2/AC.2/1987/WP.4/Add.1",
                "E/CN.4/Sub.2/AC.2/1987/WP.4/Add.1",
            ),
            ("TD/B/WP(XXXV)/MISC.1/REV.1", "TD/B/WP(XXXV)/Misc.1/Rev.1"),
            ("A/62/17 (Part I)", "A/62/17 (Part I)"),
            ("S/Agenda/9725", "S/Agenda/9725"),
            ("FCCC/CP/2015/L.9/Rev.1", "FCCC/CP/2015/L.9/Rev.1"),
            ("S/22558", "S/22558"),
        ] {
            let (symbol, rest) = read(written);
            assert_eq!(
                (symbol.canonical.as_str(), rest),
                (canonical, ""),
                "{written}"
            );
        }
    }

    #[test]
    fn what_follows_a_symbol_is_left() {
        assert_eq!(read("S/2023/463.").1, ".");
        assert_eq!(read("A/65/L.78A/65/L.78").1, "A/65/L.78");
        assert_eq!(read("S/2023/463, annex").1, ", annex");
        assert_eq!(read("A/76/328-S/2021/759").1, "-S/2021/759");
        assert_eq!(read("A/C.3/72/L.1**").0.reissues, 2);
        assert!(symbol(Lexicons::standard())("N/A").is_err());
        assert!(symbol(Lexicons::standard())("AND/OR").is_err());
    }

    #[test]
    fn what_a_symbol_says() {
        assert_eq!(read("S/2023/463").0.year, Some(2023));
        assert_eq!(read("S/RES/1373 (2001)").0.year, Some(2001));
        assert_eq!(read("S/1994").0.year, None);
        assert_eq!(read("A/59/2005/Add.2").0.year, None);
        assert_eq!(read("A/59/2005/Add.2").0.session, Some(59));
        assert_eq!(read("A/C.3/72/L.1").0.session, Some(72));
        assert_eq!(read("A/HRC/28/2").0.session, None);
        assert_eq!(read("A/C.3/72/L.1").0.series, Series::Limited);
        assert_eq!(read("S/2011/2/Add.1").0.modifier, Some(Modifier::Addendum));
        assert_eq!(read("S/2011/2").0.modifier, None);
    }

    #[test]
    fn two_symbols_may_be_joined() {
        let (rest, (first, second)) = joint(Lexicons::standard())("A/76/667–S/2022/64").unwrap();
        assert_eq!((first.canonical.as_str(), rest), ("A/76/667", ""));
        let (start, second) = second.unwrap();
        assert_eq!((start, second.canonical.as_str()), (11, "S/2022/64"));
    }

    #[test]
    fn a_misread_body_letter_is_known() {
        let (_, symbol) = misread_symbol(Lexicons::standard())("$/23329").unwrap();
        assert_eq!(symbol.canonical, "S/23329");
    }
}
