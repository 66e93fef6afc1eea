//! The language lines: that of the version, and `Original: …`.

use super::distribution::distribution;
use super::{MastheadField, ends_line};
use crate::grammar::Read;
use crate::grammar::text::{COMMAS, Parsed, blank_length, fail, longest_of, word_at};
use crate::lexicon::{Language, Lexicons};
use crate::source::Span;

/// What can be a misread label: `Original` and its like, in bytes.
const SHORTEST_LABEL: usize = 6;
const LONGEST_LABEL: usize = 12;
/// How far behind the start of a language the colon of a label behind it stands, in bytes.
const LONGEST_GLUED: usize = 40;

/// original = label , [ ":" ] , language , { separator , language } ;
pub(super) fn original<'t>(lexicons: &Lexicons, input: &'t str) -> Parsed<'t, MastheadField> {
    let label = word_at(lexicons, input, |lexicon| &lexicon.masthead.original_labels);
    let label = label.map(|(label, _)| label);
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
        (true, true) => {
            let (end, unknown) = unknown_language(lexicons, input, at);
            Ok((
                &input[end..],
                unknown.map_or(
                    MastheadField::Originals(Vec::new()),
                    MastheadField::UnknownOriginal,
                ),
            ))
        }
        (true, false) => fail(input),
    }
}

/// What stands on the line of the label when that names no language known here: one to three words
/// that are no other field of the masthead.
fn unknown_language(lexicons: &Lexicons, input: &str, at: usize) -> (usize, Option<String>) {
    let line = input[at..].lines().next().unwrap_or_default();
    let words = line.trim();
    let is_name = |word: &str| {
        word.starts_with(char::is_alphabetic)
            && word
                .chars()
                .all(|c| c.is_alphabetic() || matches!(c, ',' | '/' | '-'))
    };
    let count = words.split(' ').count();
    if (1..=3).contains(&count)
        && words.split(' ').all(is_name)
        && super::field(lexicons, words).is_err()
    {
        (at + line.trim_end().len(), Some(words.to_owned()))
    } else {
        (at, None)
    }
}

/// Where a label that may be misread ends: before the colon.
pub(super) fn label_end(input: &str) -> Option<usize> {
    let mut near = input.bytes().take(LONGEST_LABEL + 1);
    near.position(|byte| byte == b':')
        .filter(|colon| *colon >= SHORTEST_LABEL)
}

/// A label that a scan has misread (`QRITGTNAL: RUSSIAN`): the colon and a language bear it out.
fn misread_original(lexicons: &Lexicons, input: &str) -> Option<usize> {
    let colon = label_end(input)?;
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

/// Behind a comma, a stroke or "and", which may break the line; where the line is broken and the
/// stroke lost, behind the break (`ARABIC/CHINESE` ⏎ `ENGLISH/FRENCH/`).
fn behind_separator(lexicons: &Lexicons, input: &str, at: usize) -> Option<usize> {
    let is_mark = |c: char| c == '/' || COMMAS.contains(&c);
    let mut position = at + blank_length(&input[at..]);
    let mark = input[position..].len() - input[position..].trim_start_matches(is_mark).len();
    position += mark + blank_length(&input[position + mark..]);
    let and = word_at(lexicons, &input[position..], |lexicon| &lexicon.title.and);
    let word = and.map_or(0, |(length, _)| length);
    position += word + blank_length(&input[position + word..]);
    let begins_list = || {
        let (length, _) = language(lexicons, &input[position..])?;
        input[position + length..].starts_with('/').then_some(())
    };
    let goes_on =
        mark + word > 0 || (input[at..position].contains('\n') && begins_list().is_some());
    goes_on.then_some(position)
}

fn language(lexicons: &Lexicons, input: &str) -> Option<(usize, Language)> {
    let names = |language| (lexicons.all.languages.of(language), language);
    longest_of(input, Language::ALL.map(names))
}

/// version = language , { "," , language } , [ "only" ] , end of line or another field ;
pub(super) fn version<'t>(lexicons: &Lexicons, input: &'t str) -> Parsed<'t, MastheadField> {
    if language(lexicons, input).is_none() {
        return glued_version(lexicons, input);
    }
    // A language on the next line is a line of its own.
    let line_end = input.find('\n').unwrap_or(input.len());
    let (mut end, found) = languages(lexicons, &input[..line_end], 0);
    if found.is_empty() {
        return fail(input);
    }
    let after = input[end..].trim_start_matches(' ');
    if let Some((length, _)) = word_at(lexicons, after, |lexicon| &lexicon.masthead.only) {
        end = input.len() - after.len() + length;
    } else if !ends_line(after)
        && original(lexicons, after).is_err()
        && distribution(lexicons, after).is_err()
    {
        return fail(input);
    }
    Ok((&input[end..], MastheadField::Version(found)))
}

/// A language that a converter has run together with the label behind it: `RUSSIANOriginal: FRENCH`.
fn glued_version<'t>(lexicons: &Lexicons, input: &'t str) -> Parsed<'t, MastheadField> {
    let near = &input[..input.floor_char_boundary(LONGEST_GLUED)];
    let labels = &lexicons.all.masthead.original_labels;
    let before = near.split_once(':').and_then(|(word, _)| {
        let mut labels = labels.iter();
        labels.find_map(|label| word.trim_end().strip_suffix(label.as_str()))
    });
    let version = before.and_then(|before| Some((before.len(), language_line(lexicons, before)?)));
    match version {
        Some((end, value)) => {
            let span = Span::new(0, end);
            Ok((
                &input[end..],
                MastheadField::Version(vec![Read { value, span }]),
            ))
        }
        None => fail(input),
    }
}

/// Whether a line is the name of a language and nothing else.
pub fn language_line(lexicons: &Lexicons, line: &str) -> Option<Language> {
    language(lexicons, line)
        .filter(|(end, _)| *end == line.len())
        .map(|(_, language)| language)
}
