//! The masthead: symbol, organ, distribution, date, languages, session, agenda items, in any
//! order, sharing lines or split over them.

mod distribution;
mod languages;
mod sessions;

pub use languages::{language_line, languages};
pub use sessions::{agenda_items, ordinal};

use nom::Parser;
use nom::branch::alt;

use distribution::{distribution, stray_category};
use languages::{original, version};
use sessions::{agenda, numbered};

use super::Read;
use super::date::{CalendarDate, misread_date};
use super::symbol::{Symbol, symbols};
use super::text::{
    COMMAS, Parsed, fail, length_of, located, longest_of, one_line, word_at, word_of,
};
use crate::document::Distribution;
use crate::lexicon::{Language, Lexicons, Openings};
use crate::source::Span;

/// One thing that a masthead prints.
#[derive(Clone, Debug, PartialEq)]
pub enum MastheadField {
    /// `United Nations`, or one of its words on a line of its own.
    UnitedNations,
    /// The big letter of the series: `S`.
    SeriesLetter,
    /// One symbol, or two of a joint document.
    Symbols(Vec<Read<Symbol>>),
    /// The name of an organ.
    Organ(String),
    /// `Distr.: General`; the span is of the whole line.
    Distribution(Distribution),
    /// The date.
    Date(CalendarDate),
    /// `Original: French`; empty when the label stands alone.
    Originals(Vec<Read<Language>>),
    /// `Original: Portuguese`: a language that is none of the six, as printed.
    UnknownOriginal(String),
    /// The language line of a version.
    Version(Vec<Read<Language>>),
    /// `Seventy-eighth session`, with its number where the words give it.
    Session(Option<u32>),
    /// `Seventy-eighth year`, of the Security Council.
    Year(Option<u32>),
    /// `Agenda items 7 and 133`
    Agenda(Vec<Read<String>>),
    /// `Official Records`, `ADVANCE VERSION`
    Notice,
}

impl MastheadField {
    /// Whether only a masthead prints this, so that it may begin a line that goes on otherwise.
    pub const fn is_labelled(&self) -> bool {
        matches!(
            self,
            Self::Distribution(_) | Self::Originals(_) | Self::UnknownOriginal(_)
        )
    }
}

/// Whether a field is a language and the word "only".
pub fn says_only(field: &Read<MastheadField>) -> bool {
    match &field.value {
        MastheadField::Version(languages) => {
            let last = languages.last();
            last.is_some_and(|last| last.span.end < field.span.end)
        }
        _ => false,
    }
}

/// masthead line = field , { field } ;
///
/// The fields from `at` to the end of the line, and where reading stopped: at the end of the last
/// field, which may be on a later line (`Distr.` ⏎ `GENERAL`). Empty when the line is none.
pub fn line(lexicons: &Lexicons, text: &str, at: usize) -> (Vec<Read<MastheadField>>, usize) {
    let mut fields: Vec<Read<MastheadField>> = Vec::new();
    let mut position = at;
    loop {
        let rest = &text[position..];
        position += rest.len() - rest.trim_start_matches(' ').len();
        if text[position..].is_empty() || text[position..].starts_with('\n') {
            return (fields, position);
        }
        let Some((span, value)) = located(text, position, |input| field(lexicons, input)) else {
            break;
        };
        let inner = relocated(value, span.start);
        position = span.end;
        fields.push(Read { value: inner, span });
    }
    let opens = fields.iter().rposition(|field| {
        field.value.is_labelled()
            || matches!(
                field.value,
                MastheadField::Symbols(_) | MastheadField::Agenda(_)
            )
    });
    match opens {
        // What follows on the line is the title or the body.
        Some(_) if has_label(&fields) => (fields, position),
        _ => (Vec::new(), at),
    }
}

fn has_label(fields: &[Read<MastheadField>]) -> bool {
    let symbols_with_organization = fields
        .iter()
        .any(|field| field.value == MastheadField::UnitedNations)
        && fields
            .iter()
            .any(|field| matches!(field.value, MastheadField::Symbols(_)));
    symbols_with_organization
        || fields.iter().any(|field| {
            field.value.is_labelled() || matches!(field.value, MastheadField::Agenda(_))
        })
}

/// Spans inside a field are counted from its start; moves them into the text.
fn relocated(field: MastheadField, start: usize) -> MastheadField {
    fn moved<T>(reads: Vec<Read<T>>, start: usize) -> Vec<Read<T>> {
        reads
            .into_iter()
            .map(|read| Read {
                span: Span::new(read.span.start + start, read.span.end + start),
                ..read
            })
            .collect()
    }
    match field {
        MastheadField::Symbols(reads) => MastheadField::Symbols(moved(reads, start)),
        MastheadField::Originals(reads) => MastheadField::Originals(moved(reads, start)),
        MastheadField::Version(reads) => MastheadField::Version(moved(reads, start)),
        MastheadField::Agenda(reads) => MastheadField::Agenda(moved(reads, start)),
        other => other,
    }
}

fn field<'t>(lexicons: &Lexicons, input: &'t str) -> Parsed<'t, MastheadField> {
    let begins = lexicons.openings.at(input);
    alt((
        when(begins.has(Openings::DISTRIBUTION), |input| {
            distribution(lexicons, input)
        }),
        |input| original(lexicons, input),
        |input| symbol_line(lexicons, input),
        // The names of some organs begin with the Organization's.
        when(begins.has(Openings::ORGAN), |input| organ(lexicons, input)),
        when(begins.has(Openings::UNITED_NATIONS), |input| {
            organization(lexicons, input)
        }),
        when(begins.has(Openings::LANGUAGE), |input| {
            version(lexicons, input)
        }),
        |input| dated(lexicons, input),
        when(begins.has(Openings::AGENDA), |input| {
            agenda(lexicons, input)
        }),
        // The name of the records can have a session behind it.
        when(begins.has(Openings::NOTICE), |input| {
            notice(lexicons, input)
        }),
        |input| numbered(lexicons, input),
        when(begins.has(Openings::CATEGORY), |input| {
            stray_category(lexicons, input)
        }),
        |input| series_letter(lexicons, input),
    ))
    .parse(input)
}

/// Whether a field with a label can begin the text: nearly all texts begin otherwise.
pub fn may_be_label(lexicons: &Lexicons, text: &str) -> bool {
    const OPENINGS: Openings = Openings::DISTRIBUTION
        .and(Openings::CATEGORY)
        .and(Openings::ORIGINAL);
    lexicons.openings.at(text).has(OPENINGS) || languages::label_end(text).is_some()
}

/// Whether a line of the masthead with a label can begin like this line: nearly all begin otherwise.
/// A session, which can stand before a label, is not looked for.
pub fn may_be_labelled(lexicons: &Lexicons, line: &str) -> bool {
    const OPENINGS: Openings = Openings::DISTRIBUTION
        .and(Openings::CATEGORY)
        .and(Openings::ORIGINAL)
        .and(Openings::ORGAN)
        .and(Openings::UNITED_NATIONS)
        .and(Openings::LANGUAGE)
        .and(Openings::WEEKDAY)
        .and(Openings::AGENDA)
        .and(Openings::NOTICE);
    lexicons.openings.at(line).has(OPENINGS)
        || line.starts_with(|c: char| c.is_ascii_digit())
        || languages::label_end(line).is_some()
        || symbols(lexicons)(line).is_ok()
}

/// A production that is tried only where its words can begin.
fn when<'t>(
    can_begin: bool,
    production: impl Fn(&'t str) -> Parsed<'t, MastheadField>,
) -> impl Fn(&'t str) -> Parsed<'t, MastheadField> {
    move |input| match can_begin {
        true => production(input),
        false => fail(input),
    }
}

fn symbol_line<'t>(lexicons: &Lexicons, input: &'t str) -> Parsed<'t, MastheadField> {
    let (rest, found) = symbols(lexicons)(input)?;
    if let Some(cut) = glued_day(lexicons, input, input.len() - rest.len())
        && let Ok((_, found)) = symbols(lexicons)(&input[..cut])
    {
        return Ok((&input[cut..], MastheadField::Symbols(found)));
    }
    let known = |symbol: &Read<Symbol>| lexicons.symbols.bodies.known.contains(&symbol.value.body);
    if !found.iter().any(known) && !ends_line(rest) {
        return fail(input);
    }
    Ok((rest, MastheadField::Symbols(found)))
}

/// Where the day begins that a converter has run together with the symbol before it
/// (`A/HRC/7/7814 July 2008`): the longest that leaves a figure to the symbol.
fn glued_day(lexicons: &Lexicons, input: &str, end: usize) -> Option<usize> {
    let figures = input[..end].bytes().rev();
    let figures = figures.take_while(u8::is_ascii_digit).count();
    let mut days = (1..=2).rev().filter(|length| *length < figures);
    if !input[end..].starts_with(' ') {
        return None;
    }
    let length = days.find(|length| misread_date(lexicons)(&input[end - length..]).is_ok())?;
    Some(end - length)
}

/// The whole name, or one of its words alone on a line in capitals (`UNITED` ⏎ `NATIONS`).
fn organization<'t>(lexicons: &Lexicons, input: &'t str) -> Parsed<'t, MastheadField> {
    if let Some((end, _)) = word_at(lexicons, input, |lexicon| &lexicon.masthead.united_nations) {
        return Ok((&input[end..], MastheadField::UnitedNations));
    }
    let word = input.find(char::is_whitespace).unwrap_or(input.len());
    let capitals = !input[..word].contains(char::is_lowercase);
    let is_half = capitals
        && lexicons
            .words(|lexicon| &lexicon.masthead.united_nations)
            .flat_map(|(name, _)| name.split(' '))
            .any(|half| length_of(&input[..word], half) == Some(word));
    if is_half {
        Ok((&input[word..], MastheadField::UnitedNations))
    } else {
        fail(input)
    }
}

fn organ<'t>(lexicons: &Lexicons, input: &'t str) -> Parsed<'t, MastheadField> {
    match word_at(lexicons, input, |lexicon| &lexicon.masthead.organs) {
        Some((end, _)) => Ok((&input[end..], MastheadField::Organ(one_line(&input[..end])))),
        None => fail(input),
    }
}

/// Whether a line is the name of a body that no list has.
pub fn is_subsidiary_organ(lexicons: &Lexicons, line: &str) -> bool {
    word_at(lexicons, line, |lexicon| &lexicon.masthead.organ_beginnings).is_some()
}

/// date line = [ weekday , "," ] , date , [ "," , time ] | date , weekday , [ time ] ;
fn dated<'t>(lexicons: &Lexicons, input: &'t str) -> Parsed<'t, MastheadField> {
    let weekday = |input| word_at(lexicons, input, |lexicon| &lexicon.dates.weekdays);
    let gap = |c: char| c == ' ' || COMMAS.contains(&c);
    let before = weekday(input).map(|(end, _)| end);
    let start = before.map_or(0, |end| {
        end + input[end..].len() - input[end..].trim_start_matches(gap).len()
    });
    let (rest, value) = misread_date(lexicons)(&input[start..])?;
    if before.is_some() || weekday(rest.trim_start_matches(gap)).is_some() {
        let end = rest.find('\n').unwrap_or(rest.len());
        return Ok((&rest[end..], MastheadField::Date(value)));
    }
    Ok((rest, MastheadField::Date(value)))
}

/// notice = "ADVANCE VERSION" | "Official Records" , [ "," year | [ ":" ] session ] | supplement ;
/// supplement = "Supplement No." , number , [ letter ] , [ "(" , words ] ;
fn notice<'t>(lexicons: &Lexicons, input: &'t str) -> Parsed<'t, MastheadField> {
    let masthead = &lexicons.all.masthead;
    // The words themselves can be broken over a line: "ADVANCE EDITED", "VERSION".
    let line_end = |from: usize| {
        input[from..]
            .find('\n')
            .map_or(input.len(), |end| from + end)
    };
    if let Some(end) = supplement(lexicons, input) {
        return Ok((&input[line_end(end)..], MastheadField::Notice));
    }
    let lists = [(&masthead.records, ()), (&masthead.notices, ())];
    let Some((end, ())) = longest_of(input, lists) else {
        return fail(input);
    };
    let line_end = line_end(end);
    let between = [' ', ':', ','];
    let behind = input[end..line_end].trim_start_matches(between);
    let behind_year = behind.trim_start_matches(|c: char| c.is_ascii_digit());
    let behind = match behind.len() - behind_year.len() {
        4 => behind_year.trim_start_matches(between),
        _ => behind,
    };
    if behind.is_empty() {
        return Ok((&input[line_end..], MastheadField::Notice));
    }
    let start = line_end - behind.len();
    let goes_on =
        numbered(lexicons, &input[start..]).is_ok() || supplement(lexicons, behind).is_some();
    match word_of(input, &masthead.records) {
        Some(_) if goes_on => Ok((&input[start..], MastheadField::Notice)),
        _ => fail(input),
    }
}

/// Where the number of a supplement ends, when nothing but brackets stands behind it on the line: a
/// sentence can begin with one.
fn supplement(lexicons: &Lexicons, input: &str) -> Option<usize> {
    let label = word_of(input, &lexicons.all.masthead.supplements)?;
    let number = input[label..].trim_start_matches(' ');
    let behind = number.trim_start_matches(|c: char| c.is_ascii_digit());
    // `53 A`, `17号`
    let mark = behind.trim_start_matches(' ');
    let mark = mark.strip_prefix(char::is_alphabetic).unwrap_or(mark);
    let is_all = ends_line(mark) || mark.trim_start_matches(' ').starts_with('(');
    (behind.len() < number.len() && is_all).then_some(input.len() - behind.len())
}

/// The big letters of the series stand beside the Organization's name in old layouts; where lines
/// have run together, before the organ's.
fn series_letter<'t>(lexicons: &Lexicons, input: &'t str) -> Parsed<'t, MastheadField> {
    let end = input.bytes().take_while(u8::is_ascii_uppercase).count();
    let behind = &input[end..];
    let before_organ = || behind.starts_with(' ') && organ(lexicons, behind.trim_start()).is_ok();
    if (1..=2).contains(&end) && (ends_line(behind) || before_organ()) {
        Ok((behind, MastheadField::SeriesLetter))
    } else {
        fail(input)
    }
}

/// Whether nothing but spaces is left on the line.
pub fn ends_line(input: &str) -> bool {
    let rest = input.trim_start_matches(' ');
    rest.is_empty() || rest.starts_with('\n')
}

/// Whether a word of the lexicon says "page" at the start of a line, and which page.
pub fn page_line(lexicons: &Lexicons, line: &str) -> Option<u32> {
    let words = lexicons.words(|lexicon| &lexicon.masthead.page);
    words
        .filter_map(|(word, _)| length_of(line, word))
        .find_map(|end| line[end..].trim().parse().ok())
}

#[cfg(test)]
mod tests;
