//! What resolutions and meeting records say of themselves in their heading: the number of the
//! resolution (`77/182.`, `Resolution 2690 (2023)`), when it was adopted, the number of the meeting.

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::character::complete::{char, one_of, space0, space1};
use nom::combinator::{opt, recognize};
use nom::sequence::{delimited, preceded};

use super::Read;
use super::date::dates_in;
use super::text::{Parsed, digits, length_of, word_at};
use crate::grammar::date::CalendarDate;
use crate::lexicon::Lexicons;
use crate::source::Span;

/// The longest line of a heading that gives the number of a meeting, in bytes.
const LONGEST_HEADING: usize = 160;

/// resolution line = word , number , "(" , year , ")" | session number , "." | number , "(" , session , ")" , "." ;
///
/// The number of a resolution at the start of a line.
pub fn resolution_number(lexicons: &Lexicons, line: &str) -> Option<Read<String>> {
    let lead = line.len() - line.trim_start().len();
    let line_words = &line[lead..];
    let word = word_at(lexicons, line_words, |lexicon| &lexicon.acts.resolution);
    let (start, of_council) = match word {
        Some((end, _)) => {
            let behind = &line_words[end..];
            (end + behind.len() - behind.trim_start().len(), true)
        }
        None => (0, false),
    };
    let input = &line_words[start..];
    let (rest, number) = if of_council {
        by_year(input).ok()?
    } else {
        let (rest, number) = alt((by_session, by_roman_session)).parse(input).ok()?;
        rest.trim_start()
            .starts_with('.')
            .then_some((rest, number))?
    };
    let start = lead + start;
    Some(Read {
        value: number.to_owned(),
        span: Span::new(start, start + input.len() - rest.len()),
    })
}

/// `2690 (2023)`
fn by_year(input: &str) -> Parsed<'_, &str> {
    let year = delimited(char('('), digits(4, 4), char(')'));
    recognize((digits(1, 4), space0, year)).parse(input)
}

/// `77/182`, `S-32/1`, `50/204 A`
fn by_session(input: &str) -> Parsed<'_, &str> {
    let special = alt((tag("ES-"), tag("S-")));
    let letter = preceded(
        space1,
        take_while_m_n(1, 1, |c: char| c.is_ascii_uppercase()),
    );
    recognize((
        opt(special),
        digits(1, 4),
        char('/'),
        digits(1, 4),
        opt(letter),
    ))
    .parse(input)
}

/// `3379 (XXX)`, of the sessions before the thirty-first.
fn by_roman_session(input: &str) -> Parsed<'_, &str> {
    let roman = nom::multi::many1_count(one_of("IVXLCES-"));
    recognize((digits(1, 4), space0, delimited(char('('), roman, char(')')))).parse(input)
}

/// The date in words that begin as a line does that says by whom and when something was adopted.
pub fn adopted(lexicons: &Lexicons, words: &str) -> Option<Read<CalendarDate>> {
    word_at(lexicons, words.trim_start(), |lexicon| {
        &lexicon.acts.adopted
    })?;
    let (span, value) = dates_in(lexicons, words).into_iter().next()?;
    Some(Read { value, span })
}

/// meeting = number , [ ending ] , word | word , number ; the number of the meeting that a short
/// line names.
pub fn meeting(lexicons: &Lexicons, line: &str) -> Option<Read<u32>> {
    if line.len() > LONGEST_HEADING {
        return None;
    }
    let mut at = 0;
    while let Some(offset) = line[at..].find(|c: char| c.is_ascii_digit()) {
        let start = at + offset;
        let length = line[start..]
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(line.len() - start);
        let end = start + length;
        at = end;
        let is_one = length <= 5 && !line[..start].ends_with(['/', '.', '-', '(']);
        if is_one
            && (is_meeting_behind(lexicons, &line[end..])
                || is_meeting_before(lexicons, &line[..start]))
        {
            return Some(Read {
                value: line[start..end].parse().ok()?,
                span: Span::new(start, end),
            });
        }
    }
    None
}

/// The longest ending behind the figures of an ordinal (`-е`, `ème`), in characters.
const LONGEST_ENDING: usize = 4;

fn is_meeting_behind(lexicons: &Lexicons, rest: &str) -> bool {
    let meeting = |input| word_at(lexicons, input, |lexicon| &lexicon.acts.meeting).is_some();
    let ending: usize = rest
        .chars()
        .take(LONGEST_ENDING + 1)
        .take_while(|c| !c.is_whitespace() && !c.is_ascii_digit() && *c != ',')
        .map(char::len_utf8)
        .sum();
    let is_ending = rest[..ending].chars().count() <= LONGEST_ENDING;
    meeting(rest) || (is_ending && meeting(rest[ending..].trim_start()))
}

fn is_meeting_before(lexicons: &Lexicons, lead: &str) -> bool {
    let lead = lead.trim_end();
    let words = lexicons.words(|lexicon| &lexicon.acts.meeting);
    // In Arabic alone the number follows its word.
    words
        .filter(|(_, language)| *language == crate::lexicon::Language::Arabic)
        .any(|(word, _)| {
            let start = lead.len().saturating_sub(word.len());
            lead.is_char_boundary(start) && length_of(&lead[start..], word) == Some(word.len())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_resolutions() {
        let read = |line| {
            resolution_number(Lexicons::standard(), line).map(|read| (read.value, read.span.start))
        };
        let number = |number: &str, start| Some((number.to_owned(), start));
        assert_eq!(read("77/182. Drought in the valley"), number("77/182", 0));
        assert_eq!(read("79/146."), number("79/146", 0));
        assert_eq!(read("50/204 A. A register"), number("50/204 A", 0));
        assert_eq!(read("ES-11/1. A call"), number("ES-11/1", 0));
        assert_eq!(read("3379 (XXX). A word"), number("3379 (XXX)", 0));
        assert_eq!(read("Resolution 2690 (2023)"), number("2690 (2023)", 11));
        assert_eq!(read("Résolution 2690 (2023)"), number("2690 (2023)", 12));
        assert_eq!(read("第2690(2023)号决议"), number("2690(2023)", 3));
        assert_eq!(read("Resolution adopted by the General Assembly"), None);
        assert_eq!(read("12 of 77/182. The rest"), None);
        assert_eq!(read("1. Decides to meet"), None);
    }

    #[test]
    fn dates_of_adoption() {
        let read = |words| adopted(Lexicons::standard(), words).map(|read| read.value.to_string());
        assert_eq!(
            read("Adopted by the Security Council at its 9331st meeting, on 1 June 2023"),
            Some("2023-06-01".to_owned())
        );
        assert_eq!(
            read("Resolución aprobada por la Asamblea General el 14 de diciembre de 2022"),
            Some("2022-12-14".to_owned())
        );
        assert_eq!(read("Recalling the resolution of 1 June 2023"), None);
        assert_eq!(read("Resolution adopted by the General Assembly"), None);
    }

    #[test]
    fn numbers_of_meetings() {
        let read = |line| meeting(Lexicons::standard(), line).map(|read| read.value);
        for line in [
            "9241st meeting",
            "Provisional agenda for the 9241st meeting of the Security Council",
            "9241e séance",
            "9241ª sesión",
            "9241-е заседание",
            "第9241次会议",
            "الجلسة 9241",
        ] {
            assert_eq!(read(line), Some(9241), "{line}");
        }
        assert_eq!(read("82nd plenary meeting"), Some(82));
        assert_eq!(read("55th session 4087th meeting"), Some(4087));
        assert_eq!(read("At its session of 2023"), None);
        assert_eq!(read("Monday, 10 January 2000, 10 a.m."), None);
    }
}
