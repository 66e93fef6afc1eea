//! The elements between the strokes of a symbol.

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while1};
use nom::character::complete::{alpha1, char, digit1, space0};
use nom::combinator::{not, opt, peek, recognize};
use nom::multi::many0_count;
use nom::sequence::{delimited, terminated};

use crate::grammar::text::{Parsed, fail};
use crate::lexicon::Lexicons;

/// element = letters , "." , [ space ] , digits | { letter | digit | "." | "-" } , { group } ;
pub(super) fn element<'t>(lexicons: &Lexicons, input: &'t str) -> Parsed<'t, &'t str> {
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
    let mut plain = recognize((alt((run, group)), many0_count(more)));
    match spaced.parse(input) {
        Ok((rest, read)) if is_numbered(lexicons, read) => Ok((rest, read)),
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

/// Only these are written with a space by mistake; `No. 5` behind a stroke is something else.
fn is_numbered(lexicons: &Lexicons, read: &str) -> bool {
    let name = read.split('.').next().unwrap_or_default();
    let mut known = lexicons.symbols.elements.numbered.iter();
    known.any(|known| known.eq_ignore_ascii_case(name))
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

pub(super) fn parenthesised(input: &str) -> Parsed<'_, &str> {
    delimited(
        char('('),
        take_while1(|c: char| c.is_ascii_alphanumeric() || c == '-'),
        char(')'),
    )
    .parse(input)
}

/// part = "(" , "Part" | "Vol." | "Resumption" | "Suppl." , number , ")" ;
pub(super) fn part(input: &str) -> Parsed<'_, &str> {
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
pub(super) fn give_back<'t>(
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
