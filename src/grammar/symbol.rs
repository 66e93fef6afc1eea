//! Document symbols: `S/2023/463`, `A/C.3/72/L.1**`, `A/76/667–S/2022/64`. Sources: the Dag
//! Hammarskjöld Library's research guide on document symbols; UNBIS reference manual.

mod elements;
mod family;
mod meaning;

use nom::Parser;
use nom::bytes::complete::take_while_m_n;
use nom::character::complete::{char, digit1, space0, space1};
use nom::combinator::{cond, opt};
use nom::multi::{many0, many0_count, many1};
use nom::sequence::preceded;

use elements::{element, give_back, parenthesised, part};
use meaning::{modifier_of, push_canonical, series_of, session_of, year_of};

pub use family::{in_order, key_of};

use super::Read;
use super::text::{Parsed, fail};
use crate::lexicon::Lexicons;
use crate::source::Span;

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
        key_of(&self.canonical)
    }
}

/// symbol = body , [ "." , session ] , "/" , element , { "/" , element } , [ year ] , { "*" } ;
///
/// Some bodies number their sessions before the first stroke (`IDB.49/1`).
/// Spaces about the strokes and after a stop are read over; the canonical form has none.
pub fn symbol<'t>(lexicons: &Lexicons) -> impl Fn(&'t str) -> Parsed<'t, Symbol> {
    move |input| {
        let (rest, body) = take_while_m_n(1, 8, |c: char| c.is_ascii_uppercase()).parse(input)?;
        let numbers_sessions = lexicons.symbols.bodies.with_session.contains(body);
        let (rest, _) = cond(numbers_sessions, opt((char('.'), digit1))).parse(rest)?;
        let body = Body {
            letters: body,
            name: &input[..input.len() - rest.len()],
        };
        after_body(lexicons, body, rest)
    }
}

/// What a symbol begins with: its letters, and with the session behind them.
#[derive(Clone, Copy)]
struct Body<'t> {
    letters: &'t str,
    name: &'t str,
}

/// A symbol whose body letter a scan has misread (`$/23329`), for places where a symbol stands.
pub fn misread_symbol<'t>(lexicons: &Lexicons) -> impl Fn(&'t str) -> Parsed<'t, Symbol> {
    move |input| {
        for (read, meant) in &lexicons.symbols.elements.lookalikes {
            if let Some(rest) = input.strip_prefix(read.as_str())
                && rest.starts_with('/')
            {
                let body = Body {
                    letters: meant,
                    name: meant,
                };
                return after_body(lexicons, body, rest);
            }
        }
        fail(input)
    }
}

/// Farther from the start of a symbol its first stroke does not stand, in bytes.
const FARTHEST_STROKE: usize = 64;

/// Whether there is a stroke near enough: a body has no more than eight letters, and spaces can
/// stand behind it.
pub fn may_begin_symbol(text: &str) -> bool {
    let near = &text.as_bytes()[..text.len().min(FARTHEST_STROKE)];
    memchr::memchr(b'/', near).is_some()
}

/// symbols = symbol , [ dash | space , symbol ] | misread symbol ;
///
/// The spans are counted from the start of the input and leave the asterisks of a reissue out.
pub fn symbols<'t>(lexicons: &Lexicons) -> impl Fn(&'t str) -> Parsed<'t, Vec<Read<Symbol>>> {
    move |input| {
        if !may_begin_symbol(input) {
            return fail(input);
        }
        let place = |from: &str, to: &str, value: Symbol| {
            let start = input.len() - from.len();
            let words = &input[start..input.len() - to.len()];
            let end = start + words.trim_end_matches(['*', ' ']).len();
            Read {
                value,
                span: Span::new(start, end),
            }
        };
        let first = symbol(lexicons)(input).or_else(|_| misread_symbol(lexicons)(input));
        let (rest, value) = first?;
        let mut found = vec![place(input, rest, value)];
        let behind = rest.trim_start_matches(' ');
        let second = behind.trim_start_matches(['–', '-', '—']).trim_start();
        let apart = second.len() < behind.len() || behind.len() < rest.len();
        if apart && let Ok((after, value)) = symbol(lexicons)(second) {
            found.push(place(second, after, value));
            return Ok((after, found));
        }
        Ok((rest, found))
    }
}

fn after_body<'t>(lexicons: &Lexicons, body: Body<'_>, input: &'t str) -> Parsed<'t, Symbol> {
    let Body { letters, name } = body;
    let (rest, elements) = many1(preceded((space0, char('/'), space0), |input| {
        element(lexicons, input)
    }))
    .parse(input)?;
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
    let (rest, behind_part) = match part.1 {
        Some(_) => many0(preceded(char('/'), |input| element(lexicons, input))).parse(rest)?,
        None => (rest, Vec::new()),
    };
    let (rest, stars) = many0_count(preceded(space0, char('*'))).parse(rest)?;
    let mut canonical = String::with_capacity(name.len() + input.len() - rest.len());
    canonical.push_str(name);
    for element in &elements {
        canonical.push('/');
        push_canonical(lexicons, element, &mut canonical);
    }
    let names_end = canonical.len();
    for (before, written, behind) in [(" (", year, ")"), (" ", part.1, "")] {
        if let Some(written) = written {
            canonical.extend([before, written, behind]);
        }
    }
    for modifier in &behind_part {
        canonical.push('/');
        push_canonical(lexicons, modifier, &mut canonical);
    }
    let names: Vec<&str> = canonical[name.len() + 1..names_end].split('/').collect();
    let last = match behind_part.last() {
        Some(_) => canonical.rsplit('/').next(),
        None => names.last().copied(),
    };
    let year = year.and_then(|number| number.parse().ok());
    let year = year.or_else(|| year_of(letters, &names));
    let (session, series) = (session_of(letters, &names), series_of(&names));
    let modifier = modifier_of(lexicons, last.unwrap_or_default());
    let symbol = Symbol {
        canonical,
        body: letters.to_owned(),
        year,
        session,
        series,
        modifier,
        reissues: u8::try_from(stars).unwrap_or(u8::MAX),
    };
    Ok((rest, symbol))
}

#[cfg(test)]
mod tests;
