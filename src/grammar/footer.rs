//! Footers: the job-number footer of page 1 (`18-16895 (E) 241018` and its barcode), the page
//! footers after it (`2/10 … 18-16895`), page numbers and continuation marks.

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{take_while, take_while_m_n};
use nom::character::complete::{char, digit1, one_of, space0};
use nom::combinator::{all_consuming, map, map_opt, not, opt, peek, recognize};
use nom::sequence::{delimited, preceded, terminated};

use super::Read;
use super::date::{CalendarDate, footer_date};
use super::text::{Parsed, digits, fail, located};
use crate::source::Span;

/// One thing that a footer prints.
#[derive(Clone, Debug, PartialEq)]
pub enum FooterPart {
    /// The job number, without language letter and asterisks.
    Job(String),
    /// The language letter behind it.
    Letter(char),
    /// A `ddmmyy` date.
    Date(CalendarDate),
    /// The digits of the barcode.
    Barcode(String),
    /// `n/N`
    Page(u32, u32),
}

/// footer = part , { part } ; as much of a line as there is.
pub fn parts(text: &str, start: usize, end: usize) -> Vec<Read<FooterPart>> {
    let line = &text[..end];
    if !may_begin(line.as_bytes().get(start..).unwrap_or_default()) {
        return Vec::new();
    }
    let mut found: Vec<Read<FooterPart>> = Vec::new();
    let mut at = start;
    let mut has_job = false;
    loop {
        at += line[at..].len() - line[at..].trim_start_matches([' ', '\t']).len();
        match located(line, at, |input| part(input, has_job)) {
            Some((span, value)) => {
                at = span.end;
                has_job |= matches!(value, FooterPart::Job(_));
                found.push(Read {
                    value,
                    span: without_rule(line, span),
                });
            }
            None => break found,
        }
    }
}

/// Whether one of the parts of a footer is wanted.
pub fn has(found: &[Read<FooterPart>], wanted: fn(&FooterPart) -> bool) -> bool {
    found.iter().any(|part| wanted(&part.value))
}

/// Whether a part can begin a line: nearly all begin otherwise.
fn may_begin(line: &[u8]) -> bool {
    match line {
        [b'0'..=b'9' | b'*' | b'-' | b' ' | b'\t', ..] => true,
        [b'A'..=b'Z', next, ..] => matches!(next, b'0'..=b'9' | b'A'..=b'Z' | b'.' | b':'),
        _ => false,
    }
}

/// The dashes that a rule left behind are no part of a job number.
fn without_rule(line: &str, span: Span) -> Span {
    let words = &line[span.start..span.end];
    Span::new(span.end - words.trim_start_matches('-').len(), span.end)
}

fn part(input: &str, after_job: bool) -> Parsed<'_, FooterPart> {
    if after_job {
        alt((
            map(letter, FooterPart::Letter),
            map(footer_date, FooterPart::Date),
            map(barcode, FooterPart::Barcode),
            map(page, |(number, total)| FooterPart::Page(number, total)),
        ))
        .parse(input)
    } else {
        alt((
            map(job, FooterPart::Job),
            map(barcode, FooterPart::Barcode),
            map(page, |(number, total)| FooterPart::Page(number, total)),
            map(footer_date, FooterPart::Date),
        ))
        .parse(input)
    }
}

/// job = [ prefix , "." ] , digit digit , "-" , 5 digits , [ operator code ] , { "*" } ;
///
/// The prefix is the duty station's: `GE.` Geneva, `V.` Vienna. A page `n/N` may be glued to it.
fn job(input: &str) -> Parsed<'_, String> {
    if let Ok((rest, written)) = joined_job(input) {
        return Ok((rest, written.to_owned()));
    }
    let prefix = terminated(
        take_while_m_n(1, 3, |c: char| c.is_ascii_uppercase()),
        one_of(".:"),
    );
    let number = recognize((digits(2, 2), char('-'), job_digits));
    let (rest, (prefix, number)) = preceded(rule, (opt(prefix), number)).parse(input)?;
    let (rest, _) = opt((char(' '), operator_code)).parse(rest)?;
    let (rest, _) = nom::multi::many0(preceded(space0, char('*'))).parse(rest)?;
    let rest = if rest.starts_with(|c: char| c.is_alphabetic()) {
        return fail(input);
    } else {
        rest
    };
    let written = prefix.map_or_else(|| number.to_owned(), |prefix| format!("{prefix}.{number}"));
    Ok((rest, written))
}

/// job = "K" , 7 digits ; as Nairobi prints it.
fn joined_job(input: &str) -> Parsed<'_, &str> {
    let end = not(peek(take_while_m_n(1, 1, |c: char| c.is_alphanumeric())));
    terminated(recognize((char('K'), digits(7, 7))), end).parse(input)
}

/// Five digits, or five to which a page number `n/N` is glued.
fn job_digits(input: &str) -> Parsed<'_, &str> {
    let run = input.bytes().take_while(u8::is_ascii_digit).count();
    let glued = run > 5 && input[run..].starts_with('/');
    // Programmes and funds mark what they have processed themselves: `22-11009X`.
    let marked = input[run..].starts_with('X')
        && !input[run + 1..].starts_with(|c: char| c.is_alphanumeric());
    if run == 5 && marked {
        Ok((&input[6..], &input[..6]))
    } else if run == 5 || glued {
        Ok((&input[5..], &input[..5]))
    } else {
        fail(input)
    }
}

/// `3557a`: the typing pool's mark behind old job numbers.
fn operator_code(input: &str) -> Parsed<'_, &str> {
    recognize((
        digits(4, 4),
        take_while_m_n(1, 1, |c: char| c.is_ascii_lowercase()),
    ))
    .parse(input)
}

/// A rule drawn with hyphens that was glued to the job number.
fn rule(input: &str) -> Parsed<'_, ()> {
    let dashes = input.bytes().take_while(|byte| *byte == b'-').count();
    if dashes == 1 {
        fail(input)
    } else {
        Ok((&input[dashes..], ()))
    }
}

/// letter = "(" , "A" | "C" | "E" | "F" | "R" | "S" , [ a misread letter ] , ")" ;
fn letter(input: &str) -> Parsed<'_, char> {
    delimited(
        (char('('), space0),
        terminated(one_of("ACEFRS"), opt(one_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))),
        (space0, char(')')),
    )
    .parse(input)
}

/// The language letter alone on its line, below the job number.
pub fn letter_alone(line: &str) -> Option<char> {
    all_consuming(letter)
        .parse(line)
        .ok()
        .map(|(_, letter)| letter)
}

/// barcode = "*" , 7 digits , "*" ; Geneva spaces the digits.
fn barcode(input: &str) -> Parsed<'_, String> {
    let spaced = take_while(|c: char| c.is_ascii_digit() || matches!(c, ' ' | 'X'));
    let (rest, spaced) = delimited(char('*'), spaced, char('*')).parse(input)?;
    let inside: String = spaced.chars().filter(|c| *c != ' ').collect();
    let figures = inside.strip_suffix('X').unwrap_or(&inside);
    if (6..=8).contains(&figures.len()) && !figures.contains('X') {
        Ok((rest, inside))
    } else {
        fail(input)
    }
}

/// page = digits , "/" , digits ; a job number may be glued to it (`2/316-03571`).
fn page(input: &str) -> Parsed<'_, (u32, u32)> {
    let number = |input| map_opt(digits(1, 3), |written: &str| written.parse().ok()).parse(input);
    let (rest, (number, _)) = (number, char('/')).parse(input)?;
    let run = rest.bytes().take_while(u8::is_ascii_digit).count();
    let length = run.saturating_sub(2);
    if (1..=3).contains(&length)
        && job(&rest[length..]).is_ok()
        && let Ok(total) = rest[..length].parse()
        && number <= total
    {
        return Ok((&rest[length..], (number, total)));
    }
    let (rest, total) = map_opt(digits(1, 3), |written: &str| written.parse().ok()).parse(rest)?;
    not(peek(one_of::<&str, &str, nom::error::Error<&str>>("/.")))
        .parse(rest)
        .map_err(|_| nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Not)))?;
    Ok((rest, (number, total)))
}

/// A barcode with one character a line, as `pdftotext` reads a vertical one: the span of its lines.
pub fn vertical_barcode(lines: &[&str]) -> Option<(usize, String)> {
    if lines.first() != Some(&"*") {
        return None;
    }
    let digits: String = lines[1..]
        .iter()
        .take(9)
        .take_while(|line| line.len() == 1 && line.bytes().all(|byte| byte.is_ascii_digit()))
        .copied()
        .collect();
    let count = digits.len() + 2;
    ((6..=8).contains(&digits.len()) && lines.get(count - 1) == Some(&"*"))
        .then_some((count, digits))
}

/// `/...` at the foot of a page that goes on.
pub fn is_continuation(line: &str) -> bool {
    let dots = line.strip_prefix('/').unwrap_or_default();
    dots.len() >= 2 && dots.bytes().all(|byte| byte == b'.') || line == "/…"
}

/// A line drawn with hyphens, underscores or equals signs.
pub fn is_rule(line: &str) -> bool {
    line.len() >= 3
        && line
            .chars()
            .all(|c| matches!(c, '-' | '_' | '=' | '—' | '–' | '─' | ' '))
}

/// A page number alone on its line.
pub fn plain_page(line: &str) -> Option<u32> {
    let (rest, digits) = digit1::<&str, nom::error::Error<&str>>(line).ok()?;
    (rest.is_empty() && digits.len() <= 3)
        .then(|| digits.parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Vec<FooterPart> {
        parts(line, 0, line.len())
            .into_iter()
            .map(|part| part.value)
            .collect()
    }

    fn day(year: i16, month: u8, day: u8) -> FooterPart {
        FooterPart::Date(CalendarDate { year, month, day })
    }

    #[test]
    fn first_page_footers() {
        use FooterPart::{Barcode, Job, Letter};
        assert_eq!(
            read("18-16895 (E)     241018"),
            [Job("18-16895".into()), Letter('E'), day(2018, 10, 24)]
        );
        assert_eq!(
            read("21-00584 (E) 190121 170221 *2100584* S/2021/47"),
            [
                Job("21-00584".into()),
                Letter('E'),
                day(2021, 1, 19),
                day(2021, 2, 17),
                Barcode("2100584".into())
            ]
        );
        assert_eq!(
            read("17-13704* (E) 180817"),
            [Job("17-13704".into()), Letter('E'), day(2017, 8, 18)]
        );
        assert_eq!(
            read("GE.19-13858(E)"),
            [Job("GE.19-13858".into()), Letter('E')]
        );
        assert_eq!(read("GE:09-17825"), [Job("GE.09-17825".into())]);
        assert_eq!(
            read("91-42570 3557a (EB) Faas"),
            [Job("91-42570".into()), Letter('E')]
        );
        assert_eq!(
            read("----97-03313 (E)"),
            [Job("97-03313".into()), Letter('E')]
        );
        assert_eq!(read("* 1 4 0 2 3 4 5 *"), [Barcode("1402345".into())]);
        assert_eq!(
            read("22-11009X (E) *2211009X*"),
            [
                Job("22-11009X".into()),
                Letter('E'),
                Barcode("2211009X".into())
            ]
        );
        assert_eq!(
            read("K2304311 120423"),
            [Job("K2304311".into()), day(2023, 4, 12)]
        );
        assert_eq!(read("K23043112"), []);
    }

    #[test]
    fn page_footers() {
        use FooterPart::{Job, Page};
        assert_eq!(read("2/2 23-12564"), [Page(2, 2), Job("23-12564".into())]);
        assert_eq!(read("20-146093/37"), [Job("20-14609".into()), Page(3, 37)]);
        assert_eq!(
            read("26-02915  2/24"),
            [Job("26-02915".into()), Page(2, 24)]
        );
        assert_eq!(read("4/522-02755"), [Page(4, 5), Job("22-02755".into())]);
        assert_eq!(
            read("11/1214-58484"),
            [Page(11, 12), Job("14-58484".into())]
        );
        assert_eq!(read("2001-2002"), []);
        assert_eq!(read("1/2/3"), []);
    }

    #[test]
    fn a_language_letter_alone() {
        assert_eq!(letter_alone("(S)"), Some('S'));
        assert_eq!(letter_alone("(a)"), None);
        assert_eq!(letter_alone("(E) text"), None);
    }

    #[test]
    fn barcodes_that_stand_upright() {
        let lines = ["*", "0", "4", "2", "7", "0", "0", "5", "*", "next"];
        assert_eq!(vertical_barcode(&lines), Some((9, "0427005".into())));
        assert_eq!(vertical_barcode(&["*", "0", "*"]), None);
    }

    #[test]
    fn marks_of_pages() {
        assert!(is_continuation("/..."));
        assert!(!is_continuation("/x"));
        assert!(is_rule("__________________"));
        assert_eq!(plain_page("12"), Some(12));
        assert_eq!(plain_page("12."), None);
    }
}
