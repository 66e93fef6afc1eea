//! Session, year and agenda lines, and the numbers that their words give.

use nom::Parser;
use nom::character::complete::{char, one_of, space0};
use nom::combinator::{opt, recognize};
use nom::multi::many0;
use nom::sequence::preceded;

use super::{MastheadField, ends_line};
use crate::grammar::text::{
    COMMAS, Parsed, before_last, blank_length, digits, fail, length_of, located, longest,
    longest_of, word_at,
};
use crate::grammar::{Read, type_line};
use crate::lexicon::{IDEOGRAPHS, Lexicon, Lexicons, Openings, Words, word_starts};

/// What is longer is no line of a masthead.
const LONGEST_LINE: usize = 400;
/// A longer line says more than a session, in bytes.
const LONGEST_SHORT: usize = 120;
/// No ordinal has more words.
const MOST_ORDINAL_WORDS: usize = 4;
/// What is longer in ideographs, in bytes, is no session.
const LONGEST_IDEOGRAPHS: usize = 60;

/// agenda line = "Agenda item" , item , { separator , item } , [ "of the provisional agenda" ] , { "*" } ;
pub(super) fn agenda<'t>(lexicons: &Lexicons, input: &'t str) -> Parsed<'t, MastheadField> {
    let Some((label, _)) = word_at(lexicons, input, |lexicon| &lexicon.masthead.agenda) else {
        return fail(input);
    };
    let (mut end, items) = agenda_items(lexicons, input, label);
    if items.is_empty() {
        return fail(input);
    }
    let after = input[end..].trim_start_matches(' ');
    match word_at(lexicons, after, |lexicon| &lexicon.masthead.agenda_of) {
        Some((length, _)) => end = input.len() - after.len() + length,
        // "Items 4 and 5 were considered" is a sentence; where lines have run together the item's
        // title stands behind.
        None if !ends_line(after.trim_start_matches('*'))
            && !after.starts_with(char::is_uppercase) =>
        {
            return fail(input);
        }
        None => {}
    }
    end += input[end..]
        .bytes()
        .take_while(|byte| *byte == b'*')
        .count();
    Ok((&input[end..], MastheadField::Agenda(items)))
}

/// items = item , { "," | "and" , ( item | letter ) } ; item = number , [ letter ] ;
/// letter = [ "(" ] , "a" … "z" , ")" ; alone it belongs to the number before it.
pub fn agenda_items(lexicons: &Lexicons, input: &str, at: usize) -> (usize, Vec<Read<String>>) {
    let mut found: Vec<Read<String>> = Vec::new();
    let mut number = "";
    let mut end = at;
    let mut position = at;
    loop {
        let is_between = |c: char| c == ' ' || COMMAS.contains(&c);
        let behind = input[position..].trim_start_matches(is_between);
        let has_comma = input[position..input.len() - behind.len()].contains(COMMAS);
        position = input.len() - behind.len();
        if behind.starts_with('\n') && !found.is_empty() {
            let next = behind.trim_start();
            position += match list_goes_on(lexicons, next, has_comma) {
                true => behind.len() - next.len(),
                false => 0,
            };
        }
        let and = word_at(lexicons, &input[position..], |lexicon| &lexicon.title.and);
        if let Some((length, _)) = and {
            position += length;
            position += blank_length(&input[position..]);
        }
        let letter = || {
            let letters = one_of("abcdefghijklmnopqrstuvwxyz");
            recognize((opt(char('(')), letters, char(')')))
        };
        // Bodies with long agendas number within their items: "4.8.3".
        let within = many0((char('.'), digits(1, 2)));
        let item = (
            recognize((digits(1, 3), within)),
            opt(preceded(space0, letter())),
        );
        let (span, written) = if let Some((span, (digits, letter))) = located(input, position, item)
        {
            number = digits;
            (span, letter)
        } else if let Some((span, letter)) =
            located(input, position, letter()).filter(|_| !number.is_empty())
        {
            (span, Some(letter))
        } else {
            return (end, found);
        };
        let value = match written {
            Some(letter) => format!("{number} ({})", letter.trim_matches(['(', ')'])),
            None => number.to_owned(),
        };
        found.push(Read { value, span });
        (end, position) = (span.end, span.end);
    }
}

/// Whether a list of numbers goes on behind a line break: `158,` ⏎ `159`, `158` ⏎ `and 159`.
fn list_goes_on(lexicons: &Lexicons, next: &str, has_comma: bool) -> bool {
    let and = word_at(lexicons, next, |lexicon| &lexicon.title.and);
    let number = match and {
        Some((length, ())) => next[length..].trim_start_matches(' '),
        None if has_comma => next,
        None => "",
    };
    digits(1, 3).parse(number).is_ok()
}

/// `Seventy-eighth session`, `Seventy-eighth year`: a short line that ends so, or begins so with the
/// number behind.
pub(super) fn numbered<'t>(lexicons: &Lexicons, input: &'t str) -> Parsed<'t, MastheadField> {
    let near = &input[..input.floor_char_boundary(LONGEST_LINE)];
    let line_end = near.find('\n').unwrap_or(near.len());
    let whole = near[..line_end].trim_end();
    // A note mark can follow.
    let line = whole.trim_end_matches(['*', ' ']);
    // A line begins with a capital, a figure, or a letter that has no case.
    let begins = line.starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase());
    if !begins || !may_name_session(lexicons, line) {
        return fail(input);
    }
    if let Some(end) = session_before_more(lexicons, line) {
        let number = ordinal(lexicons, line);
        return Ok((&input[end..], MastheadField::Session(number)));
    }
    if let Some(end) = year_before_agenda(lexicons, line) {
        let number = ordinal(lexicons, line);
        return Ok((&input[end..], MastheadField::Year(number)));
    }
    let is_short = line.len() <= LONGEST_SHORT && line_end < LONGEST_LINE;
    if is_short && (names_session(lexicons, line) || session_of_year(lexicons, line)) {
        let number = ordinal(lexicons, line);
        return Ok((&input[whole.len()..], MastheadField::Session(number)));
    }
    if !is_short || line.split_whitespace().nth(6).is_some() {
        return fail(input);
    }
    let all = &lexicons.all.masthead;
    let named = [&all.session, &all.year].into_iter();
    if !named.into_iter().any(|list| begins_or_ends(line, list)) {
        return fail(input);
    }
    for lexicon in &lexicons.languages {
        let (session, year) = (&lexicon.masthead.session, &lexicon.masthead.year);
        let is_session = begins_or_ends(line, session);
        if !is_session && !begins_or_ends(line, year) {
            continue;
        }
        let Some(number) = ordinal_in(lexicon, line) else {
            continue;
        };
        let field = if is_session {
            MastheadField::Session(Some(number))
        } else {
            MastheadField::Year(Some(number))
        };
        return Ok((&input[whole.len()..], field));
    }
    fail(input)
}

/// Whether there is a word for a session or a year in the line.
fn may_name_session(lexicons: &Lexicons, line: &str) -> bool {
    let near = &line[..line.floor_char_boundary(LONGEST_SHORT)];
    let masthead = &lexicons.all.masthead;
    let lists = [(&masthead.session, ()), (&masthead.year, ())];
    word_starts(near).any(|start| {
        let words = &line[start..];
        lexicons.openings.at(words).has(Openings::SESSION) && longest_of(words, lists).is_some()
    })
}

/// `Seventy-eighth session (resumed)`, `第七十四届会议`, `الدورة الرابعة والسبعون`: the word ends the line;
/// where letters have no case it can begin it.
fn names_session(lexicons: &Lexicons, line: &str) -> bool {
    let bare = line.rfind(" (").filter(|_| line.ends_with(')'));
    let bare = bare.map_or(line, |open| &line[..open]);
    let words = bare.split_whitespace().count();
    let ideographs = bare.chars().all(|c| c >= IDEOGRAPHS || c.is_ascii_digit());
    let mut sessions = lexicons.all.masthead.session.iter();
    if ideographs {
        // "This session" has the word, too.
        let numbered =
            ordinal(lexicons, bare).is_some() || bare.contains(|c: char| c.is_ascii_digit());
        return numbered
            && bare.len() <= LONGEST_IDEOGRAPHS
            && sessions.any(|word| bare.ends_with(word.as_str()));
    }
    let caseless = !line.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    // "Report on the fourth session", "Wells: special session" are titles.
    let is_title = line.contains(':') || type_line::kind(lexicons, line).is_some();
    (2..=6).contains(&words)
        && !is_title
        && sessions
            .any(|word| ends_with_word(bare, word) || (caseless && length_of(bare, word).is_some()))
}

/// `Session de 2019`, `Substantive session of 2009`, `Сессия 2019 года`: the word among the first,
/// a year at the end.
fn session_of_year(lexicons: &Lexicons, line: &str) -> bool {
    let is_year = |word: &str| {
        word.len() == 4 && word.starts_with(['1', '2']) && word.bytes().all(|b| b.is_ascii_digit())
    };
    let mut last_words = line.split_whitespace().rev();
    let year_ends = match (last_words.next(), last_words.next()) {
        // A short word can follow the year: "года".
        (Some(last), Some(year)) => is_year(last) || (is_year(year) && last.chars().count() <= 4),
        _ => false,
    };
    let starts = std::iter::once(0)
        .chain(line.match_indices(' ').map(|(space, _)| space + 1))
        .take(3);
    year_ends
        && line.split_whitespace().nth(8).is_none()
        && starts.into_iter().any(|start| {
            word_at(lexicons, &line[start..], |lexicon| {
                &lexicon.masthead.session
            })
            .is_some()
        })
}

/// Two columns on one line, or no line breaks at all: `Forty-seventh session Forty-sixth year`,
/// `Trente-quatrième session Point 3 …`, `Sixty-fifth session الدورة الخامسة والستون`.
fn session_before_more(lexicons: &Lexicons, line: &str) -> Option<usize> {
    let near = &line[..line.floor_char_boundary(80)];
    if !near.starts_with(char::is_uppercase) {
        return None;
    }
    let end = near.match_indices(' ').find_map(|(space, _)| {
        let behind = &line[space + 1..];
        let session = word_at(lexicons, behind, |lexicon| &lexicon.masthead.session)?;
        Some(space + 1 + session.0)
    })?;
    let rest = line.get(end..)?.trim_start();
    let mut years = lexicons.words(|lexicon| &lexicon.masthead.year);
    let year = ordinal(lexicons, line).is_some()
        && ordinal(lexicons, rest).is_some()
        && years.any(|(word, _)| ends_with_word(rest, word));
    let again = ordinal(lexicons, line).is_some() && names_session(lexicons, rest);
    let item = agenda(lexicons, rest).is_ok() || year_before_agenda(lexicons, rest).is_some();
    let masthead = &lexicons.all.masthead;
    let of_records = [&masthead.records, &masthead.supplements].map(|list| (list, ()));
    (year || again || item || longest_of(rest, of_records).is_some()).then_some(end)
}

/// Where a year ends that stands before an agenda line: `Seventieth year Agenda item 5`.
fn year_before_agenda(lexicons: &Lexicons, line: &str) -> Option<usize> {
    ordinal(lexicons, line)?;
    let mut words = line.match_indices(' ').take(MOST_ORDINAL_WORDS);
    words.find_map(|(space, _)| {
        let behind = &line[space + 1..];
        let (length, ()) = word_at(lexicons, behind, |lexicon| &lexicon.masthead.year)?;
        let end = space + 1 + length;
        agenda(lexicons, line[end..].trim_start()).ok()?;
        Some(end)
    })
}

fn begins_or_ends(line: &str, list: &Words) -> bool {
    let ends = || list.iter().any(|word| ends_with_word(line, word));
    longest_of(line, [(list, ())]).is_some() || ends()
}

/// Whether a line ends with a word, and has another one before it.
fn ends_with_word(line: &str, word: &str) -> bool {
    let apart = |before: &str| {
        before.ends_with(char::is_whitespace)
            || (!before.is_empty() && word.starts_with(|c| c >= IDEOGRAPHS))
    };
    before_last(line, word).is_some_and(apart)
}

/// The number that the words at the start of a line give, in whatever language.
pub fn ordinal(lexicons: &Lexicons, line: &str) -> Option<u32> {
    let mut languages = lexicons.languages.iter();
    languages.find_map(|lexicon| ordinal_in(lexicon, line))
}

/// ordinal = [ "session" | "year" ] , ( tens , [ "and" ] , unit | ( unit | round ) , [ tens ] ) ;
fn ordinal_in(lexicon: &Lexicon, line: &str) -> Option<u32> {
    let words = &lexicon.ordinals;
    let names = [&lexicon.masthead.session, &lexicon.masthead.year];
    let line = behind_any(line, &names);
    let tens = |input: &str| {
        let all = (2..).zip(words.tens.iter());
        longest(input, all.map(|(ten, word)| (word.as_str(), ten * 10)))
    };
    let unit = |input: &str| longest_of(input, words.units.iter().zip(1..));
    let unit_or_round = |input: &str| {
        let round = words.round.iter().zip((2..).map(|ten| ten * 10));
        longest_of(input, words.units.iter().zip(1..).chain(round))
    };
    let tens_first = || {
        let (end, tens) = tens(line)?;
        let (_, unit) = unit(behind_any(joined(&line[end..]), &[&lexicon.title.and]))?;
        Some(tens + unit)
    };
    let unit_first = || {
        let (end, unit) = unit_or_round(line)?;
        Some(unit + tens(joined(&line[end..])).map_or(0, |(_, tens)| tens))
    };
    tens_first().or_else(unit_first)
}

/// What stands behind one of these words, or all of it.
fn behind_any<'t>(input: &'t str, lists: &[&Words]) -> &'t str {
    longest_of(input, lists.iter().map(|list| (*list, ())))
        .map_or(input, |(end, ())| joined(&input[end..]))
}

/// Without the spaces and hyphens between two words.
fn joined(input: &str) -> &str {
    input.trim_start_matches(|c: char| c == '-' || c.is_whitespace())
}
