//! The masthead: symbol, organ, distribution, date, languages, session, agenda items, in any
//! order, sharing lines or split over them.

use nom::Parser;
use nom::branch::alt;
use nom::character::complete::{char, one_of, space0};
use nom::combinator::{opt, recognize};
use nom::sequence::delimited;

use super::Read;
use super::date::{CalendarDate, date};
use super::symbol::{Symbol, joint, misread_symbol};
use super::text::{Parsed, blank_length, digits, fail, length_of, located, longest, one_line};
use crate::document::Distribution;
use crate::lexicon::{Language, Lexicons};
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
        matches!(self, Self::Distribution(_) | Self::Originals(_))
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
    alt((
        |input| distribution(lexicons, input),
        |input| original(lexicons, input),
        |input| symbols(lexicons, input),
        |input| organization(lexicons, input),
        |input| organ(lexicons, input),
        |input| version(lexicons, input),
        |input| dated(lexicons, input),
        |input| agenda(lexicons, input),
        |input| numbered(lexicons, input),
        |input| notice(lexicons, input),
        |input| stray_category(lexicons, input),
        series_letter,
    ))
    .parse(input)
}

/// distribution = label , [ ":" ] , category ; the category may stand on the next line.
fn distribution<'t>(lexicons: &Lexicons, input: &'t str) -> Parsed<'t, MastheadField> {
    let labels = lexicons.words(|lexicon| &lexicon.masthead.distribution_labels);
    let Some((label, _)) = longest(input, labels) else {
        return provisional(lexicons, input);
    };
    let after = input[label..].trim_start_matches([' ', ':']);
    let blank = blank_length(after);
    if let Some((end, category)) = category(lexicons, &after[blank..]) {
        return Ok((&after[blank + end..], MastheadField::Distribution(category)));
    }
    let word = after.find(char::is_whitespace).unwrap_or(after.len());
    if after.starts_with(char::is_alphabetic) && organ(lexicons, after).is_err() {
        return Ok((
            &after[word..],
            MastheadField::Distribution(Distribution::Unknown),
        ));
    }
    Ok((
        &input[label + colon_length(&input[label..])..],
        MastheadField::Distribution(Distribution::Unstated),
    ))
}

fn colon_length(input: &str) -> usize {
    let spaces = input.len() - input.trim_start_matches(' ').len();
    if input[spaces..].starts_with(':') {
        spaces + 1
    } else {
        0
    }
}

/// The category alone on its line, in capitals: its label stands elsewhere.
fn stray_category<'t>(lexicons: &Lexicons, input: &'t str) -> Parsed<'t, MastheadField> {
    match category(lexicons, input) {
        Some((end, category))
            if ends_line(&input[end..]) && !input[..end].contains(char::is_lowercase) =>
        {
            Ok((&input[end..], MastheadField::Distribution(category)))
        }
        _ => fail(input),
    }
}

/// A note mark may follow the category (`RESERVADA*`).
fn category(lexicons: &Lexicons, input: &str) -> Option<(usize, Distribution)> {
    let found = longest(
        input,
        lexicons.languages.iter().flat_map(|lexicon| {
            let words = &lexicon.masthead.distribution;
            [
                (&words.general, Distribution::General),
                (&words.limited, Distribution::Limited),
                (&words.restricted, Distribution::Restricted),
                (&words.provisional, Distribution::Provisional),
            ]
            .into_iter()
            .flat_map(|(words, category)| words.iter().map(move |word| (word.as_str(), category)))
        }),
    )?;
    // "General" can be the beginning of an organ's name.
    if organ(lexicons, input).is_ok() {
        return None;
    }
    let stars = input[found.0..]
        .bytes()
        .take_while(|byte| *byte == b'*')
        .count();
    Some((found.0 + stars, found.1))
}

/// `Provisional` in the place of the distribution.
fn provisional<'t>(lexicons: &Lexicons, input: &'t str) -> Parsed<'t, MastheadField> {
    match longest(
        input,
        lexicons.words(|lexicon| &lexicon.masthead.distribution.provisional),
    ) {
        Some((end, _)) if ends_line(&input[end..]) => Ok((
            &input[end..],
            MastheadField::Distribution(Distribution::Provisional),
        )),
        _ => fail(input),
    }
}

/// original = label , [ ":" ] , language , { separator , language } ;
fn original<'t>(lexicons: &Lexicons, input: &'t str) -> Parsed<'t, MastheadField> {
    let labels = lexicons.words(|lexicon| &lexicon.masthead.original_labels);
    let label = longest(input, labels).map(|(label, _)| label);
    let Some(label) = label.or_else(|| misread_original(lexicons, input)) else {
        return fail(input);
    };
    let mut at = label;
    at += input[at..].len() - input[at..].trim_start_matches(' ').len();
    let colon = input[at..].starts_with(':');
    at += usize::from(colon);
    let blank = blank_length(&input[at..]);
    let (end, languages) = languages(lexicons, input, at + blank);
    match (languages.is_empty(), colon) {
        (false, _) => Ok((&input[end..], MastheadField::Originals(languages))),
        (true, true) => Ok((&input[at..], MastheadField::Originals(Vec::new()))),
        (true, false) => fail(input),
    }
}

/// A label that a scan has misread (`QRITGTNAL: RUSSIAN`): the colon and a language bear it out.
fn misread_original(lexicons: &Lexicons, input: &str) -> Option<usize> {
    let colon = input.find(':').filter(|colon| (6..=12).contains(colon))?;
    let word = input[..colon].to_lowercase();
    let near = |label: &str| strsim::levenshtein(&word, &label.to_lowercase()) <= label.len() / 2;
    let mut labels = lexicons.words(|lexicon| &lexicon.masthead.original_labels);
    let sound = word.chars().all(char::is_alphabetic) && labels.any(|(label, _)| near(label));
    let value = input[colon + 1..].trim_start_matches(' ');
    let (end, found) = languages(lexicons, value, 0);
    (sound && !found.is_empty() && ends_line(&value[end..])).then_some(colon)
}

/// languages = language , { [ "," | "/" | "and" ] , language } ; from `at`, and where they end.
pub fn languages(lexicons: &Lexicons, input: &str, at: usize) -> (usize, Vec<Read<Language>>) {
    let mut found: Vec<Read<Language>> = Vec::new();
    let mut end = at;
    let mut position = at;
    while let Some((length, language)) = language(lexicons, &input[position..]) {
        end = position + length;
        found.push(Read {
            value: language,
            span: Span::new(position, end),
        });
        let Some(next) = behind_separator(lexicons, input, end) else {
            break;
        };
        position = next;
    }
    (end, found)
}

/// Behind a comma, a stroke or "and", which may break the line.
fn behind_separator(lexicons: &Lexicons, input: &str, at: usize) -> Option<usize> {
    let mut position = at + blank_length(&input[at..]);
    let mark = input[position..].len() - input[position..].trim_start_matches([',', '/']).len();
    position += mark + blank_length(&input[position + mark..]);
    let and = longest(
        &input[position..],
        lexicons.words(|lexicon| &lexicon.title.and),
    );
    let word = and.map_or(0, |(length, _)| length);
    position += word + blank_length(&input[position + word..]);
    (mark + word > 0).then_some(position)
}

fn language(lexicons: &Lexicons, input: &str) -> Option<(usize, Language)> {
    longest(
        input,
        lexicons.languages.iter().flat_map(|lexicon| {
            Language::ALL.into_iter().flat_map(move |language| {
                lexicon
                    .languages
                    .of(language)
                    .iter()
                    .map(move |name| (name.as_str(), language))
            })
        }),
    )
}

/// version = language , { "," , language } , [ "only" ] , end of line or another field ;
fn version<'t>(lexicons: &Lexicons, input: &'t str) -> Parsed<'t, MastheadField> {
    let (mut end, mut found) = languages(lexicons, input, 0);
    if found.is_empty() {
        return fail(input);
    }
    let line_end = input.find('\n').unwrap_or(input.len());
    if end > line_end {
        // A language on the next line is a line of its own.
        found.retain(|read| read.span.end <= line_end);
        end = found.last().map_or(0, |read| read.span.end);
    }
    let after = input[end..].trim_start_matches(' ');
    if let Some((length, _)) = longest(after, lexicons.words(|lexicon| &lexicon.masthead.only)) {
        end = input.len() - after.len() + length;
    } else if !ends_line(after)
        && original(lexicons, after).is_err()
        && distribution(lexicons, after).is_err()
    {
        return fail(input);
    }
    Ok((&input[end..], MastheadField::Version(found)))
}

fn symbols<'t>(lexicons: &Lexicons, input: &'t str) -> Parsed<'t, MastheadField> {
    let (rest, (first, second)) = alt((joint(lexicons), |input| {
        misread_symbol(lexicons)(input).map(|(rest, symbol)| (rest, (symbol, None)))
    }))
    .parse(input)?;
    let end = input.len() - rest.len();
    let known = lexicons.symbols.bodies.known.contains(&first.body);
    if !known && !ends_line(rest) {
        return fail(input);
    }
    let read = |value: Symbol, start: usize, end: usize| Read {
        value,
        span: Span::new(start, end),
    };
    let mut found = Vec::new();
    match second {
        Some((start, second)) => {
            let first_end = input[..start].trim_end_matches([' ', '–', '-', '—']).len();
            found.push(read(first, 0, first_end));
            found.push(read(second, start, end));
        }
        None => found.push(read(first, 0, end)),
    }
    for symbol in &mut found {
        let words = &input[symbol.span.start..symbol.span.end];
        symbol.span.end = symbol.span.start + words.trim_end_matches(['*', ' ']).len();
    }
    Ok((rest, MastheadField::Symbols(found)))
}

/// The whole name, or one of its words alone on a line in capitals (`UNITED` ⏎ `NATIONS`).
fn organization<'t>(lexicons: &Lexicons, input: &'t str) -> Parsed<'t, MastheadField> {
    if let Some((end, _)) = longest(
        input,
        lexicons.words(|lexicon| &lexicon.masthead.united_nations),
    ) {
        return Ok((&input[end..], MastheadField::UnitedNations));
    }
    let word = input.find(char::is_whitespace).unwrap_or(input.len());
    let is_half = lexicons
        .words(|lexicon| &lexicon.masthead.united_nations)
        .flat_map(|(name, _)| name.split(' '))
        .any(|half| half.to_uppercase() == input[..word]);
    if is_half {
        Ok((&input[word..], MastheadField::UnitedNations))
    } else {
        fail(input)
    }
}

fn organ<'t>(lexicons: &Lexicons, input: &'t str) -> Parsed<'t, MastheadField> {
    match longest(input, lexicons.words(|lexicon| &lexicon.masthead.organs)) {
        Some((end, _)) => Ok((&input[end..], MastheadField::Organ(one_line(&input[..end])))),
        None => fail(input),
    }
}

/// Whether a line is the name of a body that no list has.
pub fn is_subsidiary_organ(lexicons: &Lexicons, line: &str) -> bool {
    longest(
        line,
        lexicons.words(|lexicon| &lexicon.masthead.organ_beginnings),
    )
    .is_some()
}

/// date line = [ weekday , "," ] , date , [ "," , time ] ;
fn dated<'t>(lexicons: &Lexicons, input: &'t str) -> Parsed<'t, MastheadField> {
    let weekday =
        longest(input, lexicons.words(|lexicon| &lexicon.dates.weekdays)).map(|(end, _)| end);
    let start = weekday.map_or(0, |end| {
        end + input[end..].len() - input[end..].trim_start_matches([',', ' ']).len()
    });
    let (rest, value) = date(lexicons)(&input[start..])?;
    if weekday.is_some() {
        let end = rest.find('\n').unwrap_or(rest.len());
        return Ok((&rest[end..], MastheadField::Date(value)));
    }
    Ok((rest, MastheadField::Date(value)))
}

/// agenda line = "Agenda item" , item , { separator , item } , [ "of the provisional agenda" ] , { "*" } ;
fn agenda<'t>(lexicons: &Lexicons, input: &'t str) -> Parsed<'t, MastheadField> {
    let Some((label, _)) = longest(input, lexicons.words(|lexicon| &lexicon.masthead.agenda))
    else {
        return fail(input);
    };
    let (mut end, items) = agenda_items(lexicons, input, label);
    if items.is_empty() {
        return fail(input);
    }
    let after = input[end..].trim_start_matches(' ');
    match longest(after, lexicons.words(|lexicon| &lexicon.masthead.agenda_of)) {
        Some((length, _)) => end = input.len() - after.len() + length,
        // "Items 4 and 5 were considered" is a sentence.
        None if !ends_line(after.trim_start_matches('*')) => return fail(input),
        None => {}
    }
    end += input[end..]
        .bytes()
        .take_while(|byte| *byte == b'*')
        .count();
    Ok((&input[end..], MastheadField::Agenda(items)))
}

/// items = item , { "," | "and" , item } ; item = number , [ "(" , letter , ")" ] ;
pub fn agenda_items(lexicons: &Lexicons, input: &str, at: usize) -> (usize, Vec<Read<String>>) {
    let mut found = Vec::new();
    let mut end = at;
    let mut position = at;
    loop {
        position +=
            input[position..].len() - input[position..].trim_start_matches([' ', ',']).len();
        if let Some((length, _)) = longest(
            &input[position..],
            lexicons.words(|lexicon| &lexicon.title.and),
        ) {
            position += length;
            position += blank_length(&input[position..]);
        }
        let item = recognize((
            digits(1, 3),
            opt((
                space0,
                delimited(char('('), one_of("abcdefghijklmnopqrstuvwxyz"), char(')')),
            )),
        ));
        match located(input, position, item) {
            Some((span, written)) => {
                found.push(Read {
                    value: one_line(written),
                    span,
                });
                end = span.end;
                position = span.end;
            }
            None => return (end, found),
        }
    }
}

/// `Seventy-eighth session`, `Seventy-eighth year`: a short line that ends so.
fn numbered<'t>(lexicons: &Lexicons, input: &'t str) -> Parsed<'t, MastheadField> {
    let line_end = input.find('\n').unwrap_or(input.len());
    let line = input[..line_end].trim_end();
    let words = line.split_whitespace().count();
    if line.len() > 120 || !(2..=6).contains(&words) {
        return fail(input);
    }
    let ends_with = |list: &[String]| list.iter().any(|word| ends_with_word(line, word));
    if let Some(end) = session_before_year(lexicons, line) {
        let number = ordinal(lexicons, line);
        return Ok((&input[end..], MastheadField::Session(number)));
    }
    for lexicon in &lexicons.languages {
        let number = ordinal(lexicons, line);
        if ends_with(&lexicon.masthead.session)
            && line.chars().next().is_some_and(char::is_uppercase)
        {
            return Ok((&input[line.len()..], MastheadField::Session(number)));
        }
        if number.is_some() && ends_with(&lexicon.masthead.year) {
            return Ok((&input[line.len()..], MastheadField::Year(number)));
        }
    }
    fail(input)
}

/// Two columns on one line: `Forty-seventh session Forty-sixth year`.
fn session_before_year(lexicons: &Lexicons, line: &str) -> Option<usize> {
    let small = line.to_lowercase();
    let end = lexicons
        .words(|lexicon| &lexicon.masthead.session)
        .find_map(|(word, _)| Some(small.find(&word.to_lowercase())? + word.len()))?;
    let rest = line.get(end..)?.trim_start();
    let mut years = lexicons.words(|lexicon| &lexicon.masthead.year);
    let year = years.any(|(word, _)| ends_with_word(rest, word));
    (year && ordinal(lexicons, rest).is_some() && ordinal(lexicons, line).is_some()).then_some(end)
}

fn ends_with_word(line: &str, word: &str) -> bool {
    line.len() > word.len()
        && line.is_char_boundary(line.len() - word.len())
        && line[line.len() - word.len()..].to_lowercase() == word.to_lowercase()
        && line[..line.len() - word.len()].ends_with(char::is_whitespace)
}

/// ordinal = unit | round | tens , "-" , unit ; the number that the words at the start give.
pub fn ordinal(lexicons: &Lexicons, line: &str) -> Option<u32> {
    let words: Vec<String> = line
        .to_lowercase()
        .split([' ', '-'])
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    let position = |list: &[String], word: &String| {
        list.iter()
            .position(|entry| entry == word)
            .and_then(|index| u32::try_from(index).ok())
    };
    lexicons.languages.iter().find_map(|lexicon| {
        let list = &lexicon.ordinals;
        let first = words.first()?;
        if let Some(index) = position(&list.units, first) {
            return Some(index + 1);
        }
        if let Some(index) = position(&list.round, first) {
            return Some(index * 10 + 20);
        }
        let tens = position(&list.tens, first)? * 10 + 20;
        Some(tens + position(&list.units, words.get(1)?)? + 1)
    })
}

fn notice<'t>(lexicons: &Lexicons, input: &'t str) -> Parsed<'t, MastheadField> {
    let lists = lexicons.languages.iter().flat_map(|lexicon| {
        lexicon
            .masthead
            .records
            .iter()
            .chain(&lexicon.masthead.notices)
    });
    match longest(input, lists.map(|words| (words.as_str(), ()))) {
        Some((end, ())) if ends_line(&input[end..]) => Ok((&input[end..], MastheadField::Notice)),
        _ => fail(input),
    }
}

/// The big letters of the series stand beside the Organization's name in old layouts.
fn series_letter(input: &str) -> Parsed<'_, MastheadField> {
    let end = input.bytes().take_while(u8::is_ascii_uppercase).count();
    if (1..=2).contains(&end) && ends_line(&input[end..]) {
        Ok((&input[end..], MastheadField::SeriesLetter))
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

/// Whether a line is the name of a language and nothing else.
pub fn language_line(lexicons: &Lexicons, line: &str) -> Option<Language> {
    language(lexicons, line)
        .filter(|(end, _)| *end == line.len())
        .map(|(_, language)| language)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let (fields, _) = line(Lexicons::standard(), text, 0);
        fields
            .iter()
            .map(|field| {
                format!(
                    "{}:{}",
                    name(&field.value),
                    &text[field.span.start..field.span.end]
                )
            })
            .collect()
    }

    fn name(field: &MastheadField) -> &'static str {
        match field {
            MastheadField::UnitedNations => "un",
            MastheadField::SeriesLetter => "letter",
            MastheadField::Symbols(_) => "symbol",
            MastheadField::Organ(_) => "organ",
            MastheadField::Distribution(_) => "distribution",
            MastheadField::Date(_) => "date",
            MastheadField::Originals(_) => "original",
            MastheadField::Version(_) => "version",
            MastheadField::Session(_) => "session",
            MastheadField::Year(_) => "year",
            MastheadField::Agenda(_) => "agenda",
            MastheadField::Notice => "notice",
        }
    }

    #[test]
    fn fields_share_a_line() {
        assert_eq!(
            read("S/2023/463 United Nations"),
            ["symbol:S/2023/463", "un:United Nations"]
        );
        assert_eq!(
            read("Distr.: General 29 June 2023 English\n"),
            [
                "distribution:Distr.: General",
                "date:29 June 2023",
                "version:English"
            ]
        );
        assert_eq!(
            read("Security Council Distr.: General 18 January 2021"),
            [
                "organ:Security Council",
                "distribution:Distr.: General",
                "date:18 January 2021"
            ]
        );
        assert_eq!(
            read("Arabic Original: English"),
            ["version:Arabic", "original:Original: English"]
        );
    }

    #[test]
    fn fields_are_split_over_lines() {
        assert_eq!(
            read("Distr.\nGENERAL\nS/1996/292"),
            ["distribution:Distr.\nGENERAL"]
        );
        assert_eq!(
            read("ORIGINAL:\n\nENGLISH\n"),
            ["original:ORIGINAL:\n\nENGLISH"]
        );
        assert_eq!(read("UNITED\nNATIONS"), ["un:UNITED\nNATIONS"]);
        assert_eq!(read("UNITED\n\nNo 5"), ["un:UNITED"]);
        assert_eq!(read("S\n"), ["letter:S"]);
    }

    #[test]
    fn sentences_are_no_mastheads() {
        for sentence in [
            "Security Council resolution 986 (1995) was adopted.",
            "The Security Council,",
            "English is spoken there.",
            "21 June 2023 was a Wednesday.",
            "Items 4 and 5 were considered together.",
        ] {
            assert_eq!(read(sentence), Vec::<String>::new(), "{sentence}");
        }
    }

    #[test]
    fn sessions_and_agenda_items() {
        assert_eq!(
            read("Seventy-sixth session"),
            ["session:Seventy-sixth session"]
        );
        assert_eq!(
            ordinal(Lexicons::standard(), "Seventy-sixth session"),
            Some(76)
        );
        assert_eq!(ordinal(Lexicons::standard(), "Eightieth session"), Some(80));
        assert_eq!(
            read("Agenda items 73 (b) and 117*"),
            ["agenda:Agenda items 73 (b) and 117*"]
        );
        assert_eq!(
            read("Item 5 of the provisional agenda*"),
            ["agenda:Item 5 of the provisional agenda*"]
        );
    }

    #[test]
    fn a_category_that_is_none() {
        let (fields, _) = line(Lexicons::standard(), "Distr.: Genral\n3 May 2001", 0);
        assert_eq!(
            fields[0].value,
            MastheadField::Distribution(Distribution::Unknown)
        );
        assert_eq!(fields[0].span, Span::new(0, 14));
        assert_eq!(
            read("Distr.\nGeneral Assembly\nGENERAL"),
            ["distribution:Distr."]
        );
        assert_eq!(read("GENERAL\n"), ["distribution:GENERAL"]);
    }
}
