//! Offices: senders and addressees, and where each ends. The lexicon lists those that letters are
//! addressed to; another one ends with its paragraph, or before words that open a letter.

use super::starts_word;
use crate::grammar::Read;
use crate::grammar::text::{blank_length, one_line, word_at};
use crate::lexicon::Lexicons;
use crate::source::Span;

/// A line that reaches so far behind the beginning of an office, in bytes, has not been wrapped.
const UNWRAPPED: usize = 120;
/// How many bytes before an office tell a title from other text.
const LEAD: usize = 14;
/// How far off a title can come back, in bytes.
const NEAR: usize = 20_000;
/// Longer words can begin a name: "General", "Original".
const LONGEST_SMALL: usize = 4;

/// offices = office , { "and" , office } ; when another clause follows, whatever stands before it.
pub(super) fn offices(
    lexicons: &Lexicons,
    text: &str,
    title: usize,
    content: Span,
    bounded: bool,
) -> Vec<Read<String>> {
    let mut found = Vec::new();
    let mut rest = content;
    while let Some(span) = office(lexicons, text, title, rest) {
        let span = if bounded && known_office(lexicons, text, span.start).is_none() {
            until_and(lexicons, text, Span::new(span.start, content.end))
        } else {
            span
        };
        found.extend(read_words(text, span));
        match after_and(lexicons, text, Span::new(span.end, content.end)) {
            Some(next) => rest = Span::new(next, content.end),
            None => break,
        }
    }
    found
}

/// Behind an office: "and", and then an office again.
fn after_and(lexicons: &Lexicons, text: &str, rest: Span) -> Option<usize> {
    let input = &text[rest.start..rest.end];
    let mut at = input.len() - input.trim_start().len();
    if input[at..].starts_with(',') {
        at += 1;
        at += blank_length(&input[at..]);
    }
    let comma = at > 0 && input[..at].contains(',');
    let and =
        word_at(lexicons, &input[at..], |lexicon| &lexicon.title.and).map(|(length, _)| length);
    if and.is_none() && !comma {
        return None;
    }
    at += and.unwrap_or(0);
    at += blank_length(&input[at..]);
    let start = without_article(lexicons, text, rest.start + at);
    let is_office = known_office(lexicons, text, start).is_some()
        || word_at(lexicons, &text[start..rest.end.max(start)], |lexicon| &lexicon.title.office_beginnings).is_some()
        // An article and a capital: an office that no list has.
        || (and.is_some() && start > rest.start + at && text[start..].starts_with(char::is_uppercase));
    is_office.then_some(rest.start + at)
}

/// office = [ article ] , known office | beginning , words ;
///
/// `title` is where the title begins: how wide its lines are tells its last one.
pub(super) fn office(lexicons: &Lexicons, text: &str, title: usize, content: Span) -> Option<Span> {
    let start = without_article(lexicons, text, content.start);
    if start >= content.end {
        return None;
    }
    if let Some(length) = known_office(lexicons, text, start) {
        return Some(Span::new(start, (start + length).min(content.end)));
    }
    Some(trimmed(
        lexicons,
        text,
        Span::new(
            start,
            office_end(lexicons, text, title, Span::new(start, content.end)),
        ),
    ))
}

/// The length of an office of the lexicon, unless it is the beginning of another one that no list
/// has: `Secretary-General of the 1995 Review and Extension Conference`.
pub(super) fn known_office(lexicons: &Lexicons, text: &str, start: usize) -> Option<usize> {
    let (length, ()) = word_at(lexicons, &text[start..], |lexicon| &lexicon.title.offices)?;
    let behind = text[start + length..].trim_start();
    let link = word_at(lexicons, behind, |lexicon| &lexicon.title.office_links);
    let in_capitals = |words: &str| !words.contains(char::is_lowercase);
    let goes_on = link.is_some_and(|(end, ())| {
        behind.starts_with(char::is_lowercase)
            || (in_capitals(&behind[..end]) && in_capitals(&text[start..start + length]))
    });
    (!goes_on).then_some(length)
}

/// Where an office ends that no list has, and that may have the letter's text behind it on a line.
fn office_end(lexicons: &Lexicons, text: &str, title: usize, span: Span) -> usize {
    let end = unknown_office_end(lexicons, text, title, span);
    let line = text[span.start..end].find('\n').unwrap_or(end - span.start);
    if line < UNWRAPPED {
        return end;
    }
    let unwrapped = Span::new(span.start, span.start + line);
    [
        repeated(text, title, unwrapped),
        sentence_start(lexicons, text, unwrapped),
    ]
    .into_iter()
    .flatten()
    .fold(end, usize::min)
}

/// Where the same words go on otherwise in another place: a letter's title comes back in the heading
/// of its annex.
fn repeated(text: &str, title: usize, span: Span) -> Option<usize> {
    let office = &text[span.start..span.end];
    let (first, _) = office.char_indices().filter(|(_, c)| *c == ' ').nth(1)?;
    // With the words before it the beginning is a title's.
    let lead = text
        .floor_char_boundary(span.start.saturating_sub(LEAD))
        .max(title);
    let wanted = &text[lead..span.start + first];
    let behind = |at: usize| &text[at + wanted.len() - first..];
    let same = |other: &str| {
        let same = office
            .chars()
            .zip(other.chars())
            .take_while(|(one, other)| one == other);
        let length: usize = same.map(|(one, _)| one.len_utf8()).sum();
        let parts_a_word = |text: &str| text[length..].starts_with(char::is_alphanumeric);
        if parts_a_word(office) || parts_a_word(other) {
            office[..length].rfind(' ').unwrap_or(0)
        } else {
            length
        }
    };
    let from = text.floor_char_boundary(lead.saturating_sub(NEAR));
    let near = &text[from..text.floor_char_boundary(span.end.saturating_add(NEAR))];
    near.match_indices(wanted)
        .take(4)
        .map(|(offset, _)| from + offset)
        .filter(|at| *at != lead)
        .map(|at| same(behind(at)))
        .filter(|length| *length > first)
        .min()
        .map(|length| span.start + length)
}

/// Where a sentence begins without a stop before it: a small word with a capital and a small word
/// behind it, or the name of an organ right behind a word with a capital.
fn sentence_start(lexicons: &Lexicons, text: &str, span: Span) -> Option<usize> {
    let words = || {
        text[span.start..span.end]
            .match_indices(' ')
            .map(|(space, _)| span.start + space + 1)
    };
    let word = |at: usize| text[at..span.end].split(' ').next().unwrap_or_default();
    let small = |at: usize| {
        let word = word(at).to_lowercase();
        word.chars().count() <= LONGEST_SMALL
            && lexicons
                .languages
                .iter()
                .any(|lexicon| lexicon.common.contains(&word))
    };
    let organ = |at: usize| {
        word_at(lexicons, &text[at..span.end], |lexicon| {
            &lexicon.masthead.organs
        })
        .is_some()
    };
    let mut before = span.start;
    for at in words() {
        let capital = |at: usize| text[at..].starts_with(char::is_uppercase);
        let next = at + word(at).len() + 1;
        let next_small = next < span.end && !capital(next);
        if capital(at)
            && ((small(at) && next_small) || (capital(before) && !small(before) && organ(at)))
        {
            return Some(at);
        }
        before = at;
    }
    None
}

/// An office that no list has ends with the words that end offices, before the words that open a
/// letter's body, before a line that is set wider than a title, or with the paragraph.
fn unknown_office_end(lexicons: &Lexicons, text: &str, title: usize, span: Span) -> usize {
    let mut widest = 0;
    let mut line_start = text[..span.start]
        .rfind('\n')
        .map_or(0, |newline| newline + 1);
    for (offset, c) in text[span.start..span.end].char_indices() {
        let at = span.start + offset;
        if starts_word(text, at) {
            let rest = &text[at..span.end];
            if let Some((length, _)) =
                word_at(lexicons, rest, |lexicon| &lexicon.title.office_endings)
            {
                return at + length;
            }
            if offset > 0 && super::opens_body(lexicons, rest) {
                return at;
            }
        }
        if c == '\n' {
            widest = widest.max(at - line_start);
            line_start = at + 1;
            if is_short(text, title, Span::new(at, span.end)) {
                return at;
            }
            let next = text[line_start..span.end]
                .find('\n')
                .unwrap_or(span.end - line_start);
            if next > 78 && next > widest + widest / 4 {
                return at;
            }
        }
    }
    span.end
}

/// Whether the line of a title that ends at `rest.start` has room for the next word: only the last
/// line of a title does.
fn is_short(text: &str, title: usize, rest: Span) -> bool {
    const SLACK: usize = 6;
    let width = |words: &str| words.chars().count();
    let lines = || text[title..rest.start].lines().map(width);
    let widest = lines().max().unwrap_or(0);
    let last = lines().next_back().unwrap_or(0);
    let next = text[rest.start..rest.end].split_whitespace().next();
    last + 1 + next.map_or(0, width) + SLACK <= widest
}

/// Up to the next "and" between offices, for offices that no list has.
fn until_and(lexicons: &Lexicons, text: &str, span: Span) -> Span {
    let end = text[span.start..span.end]
        .char_indices()
        .map(|(offset, _)| span.start + offset)
        .filter(|at| starts_word(text, *at))
        .find(|at| {
            after_and(
                lexicons,
                text,
                Span::new(text[..*at].trim_end().len(), span.end),
            )
            .is_some_and(|_| {
                word_at(lexicons, &text[*at..], |lexicon| &lexicon.title.and).is_some()
            })
        })
        .unwrap_or(span.end);
    trimmed(lexicons, text, Span::new(span.start, end))
}

pub(super) fn without_article(lexicons: &Lexicons, text: &str, at: usize) -> usize {
    let at = at + blank_length(&text[at..]);
    match word_at(lexicons, &text[at..], |lexicon| &lexicon.title.articles) {
        Some((length, _)) => at + length + blank_length(&text[at + length..]),
        None => at,
    }
}

/// Articles, commas, note marks and spaces at the ends are no part of a name.
pub(super) fn trimmed(lexicons: &Lexicons, text: &str, span: Span) -> Span {
    let start = without_article(lexicons, text, span.start).min(span.end);
    let words = &text[start..span.end];
    Span::new(
        start,
        start
            + words
                .trim_end_matches([' ', '\n', ',', ';', '*', '.'])
                .len(),
    )
}

pub(super) fn read_words(text: &str, span: Span) -> Option<Read<String>> {
    (!span.is_empty()).then(|| Read {
        value: one_line(&text[span.start..span.end]),
        span,
    })
}
