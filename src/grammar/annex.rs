//! Annex headings: `Annex`, `Annex II*`, `Enclosure`, `Annex to the letter dated …`, and the
//! `[Original: …]` line under them.

use nom::Parser;
use nom::bytes::complete::{take_while_m_n, take_while1};
use nom::combinator::verify;

use super::Read;
use super::masthead::{ends_line, languages};
use super::number::{number_of, roman};
use super::text::{Parsed, blank_length, fail, located, longest_of, word_at};
use super::title::{Communication, communication};
use crate::document::AnnexKind;
use crate::lexicon::{Language, Lexicon, Lexicons};
use crate::source::Span;

/// What an annex heading says. Spans are bytes of the reading.
#[derive(Clone, Debug, PartialEq)]
pub struct AnnexHeading {
    /// All of it.
    pub span: Span,
    /// Annex, enclosure, appendix or attachment.
    pub kind: AnnexKind,
    /// Its number.
    pub number: Option<Read<u32>>,
    /// The communication that the heading says it is annexed to.
    pub letter: Option<Communication>,
}

/// A longer line behind an annex's word is no title, in bytes.
const LONGEST_TITLE: usize = 200;

/// heading = word , [ number ] , [ "to the" , communication ] , { "*" } , ( end of line | title ) ;
pub fn heading(lexicons: &Lexicons, text: &str, at: usize) -> Option<AnnexHeading> {
    let Some((length, kind)) = word(lexicons, &text[at..]) else {
        return behind_letter(lexicons, text, at);
    };
    let mut end = at + length;
    let number = located(text, end + spaces(text, end), |input| {
        any_number(lexicons, input).or_else(|_| misread_number(input))
    });
    if let Some((span, _)) = &number {
        end = span.end;
    }
    end += text[end..].bytes().take_while(|byte| *byte == b'*').count();
    let number = number.map(|(span, value)| Read { value, span });
    let after = end + blank_length(&text[end..]);
    if let Some((length, _)) = word_at(lexicons, &text[after..], |lexicon| &lexicon.annex.to) {
        let start = after + length + blank_length(&text[after + length..]);
        if let Some(letter) = communication(lexicons, text, start) {
            return Some(AnnexHeading {
                span: Span::new(at, letter.span.end),
                kind,
                number,
                letter: Some(letter),
            });
        }
        let end = bare_form(lexicons, text, start)?;
        return Some(AnnexHeading {
            span: Span::new(at, end),
            kind,
            number,
            letter: None,
        });
    }
    if let Some(letter) = owner(lexicons, text, at, after) {
        let span = Span::new(at, letter.span.end);
        return Some(AnnexHeading {
            span,
            kind,
            number,
            letter: Some(letter),
        });
    }
    let behind = text[end..].trim_start_matches(|c: char| c.is_whitespace() && c != '\n');
    let only = behind.is_empty() || behind.starts_with('\n');
    (only || title_behind(text, end).is_some()).then(|| AnnexHeading {
        span: Span::new(at, end),
        kind,
        number,
        letter: None,
    })
}

/// heading = word , [ number ] , [ "." ] , title ; where the line of the heading has run together with
/// the next one: `Annex Monthly report on the operations`, `Annex. Letter dated …`. And where the
/// title begins: a letter's, or where that is enough any other one.
pub fn run_on_heading(
    lexicons: &Lexicons,
    text: &str,
    line: Span,
    is_enough: bool,
) -> Option<(AnnexHeading, usize)> {
    let (length, kind) = word(lexicons, &text[line.start..line.end])?;
    let mut end = line.start + length;
    let number = located(&text[..line.end], end + spaces(text, end), number);
    if let Some((span, _)) = &number {
        end = span.end;
    }
    let behind = text[end..line.end].trim_start_matches(['.', ' ']);
    let title = line.end - behind.len();
    let is_title =
        is_enough && behind.len() <= LONGEST_TITLE && !behind.ends_with(['.', ';', ',', ':', '。']);
    let begins = behind.starts_with(char::is_uppercase) && title > end;
    (begins && (is_title || communication(lexicons, text, title).is_some())).then(|| {
        let heading = AnnexHeading {
            span: Span::new(line.start, end),
            kind,
            number: number.map(|(span, value)| Read { value, span }),
            letter: None,
        };
        (heading, title)
    })
}

/// heading = communication , "的" , word , [ number ] , end of line ; where the annex is named last.
fn behind_letter(lexicons: &Lexicons, text: &str, at: usize) -> Option<AnnexHeading> {
    if !text[at..].starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let letter = communication(lexicons, text, at)?;
    let link = letter.span.end;
    let (length, _) = word_at(lexicons, &text[link..], |lexicon| &lexicon.annex.to)?;
    let (word, kind) = word(lexicons, &text[link + length..])?;
    let mut end = link + length + word;
    let number = located(text, end, |input| any_number(lexicons, input));
    if let Some((span, _)) = &number {
        end = span.end;
    }
    ends_line(&text[end..]).then(|| AnnexHeading {
        span: Span::new(at, end),
        kind,
        number: number.map(|(span, value)| Read { value, span }),
        letter: Some(letter),
    })
}

/// title = ( ":" | "–" | "-" ) , words ; on the line of the heading that ends at `at`, and no
/// sentence. Where the words begin.
pub fn title_behind(text: &str, at: usize) -> Option<usize> {
    // A longer line is looked at only as far as that can be told.
    let near = text.floor_char_boundary(at + 2 * LONGEST_TITLE);
    let line_end = text[at..near].find('\n').map_or(near, |end| at + end);
    let line = &text[at..line_end];
    let mark = line.len() - line.trim_start_matches(' ').len();
    let c = line[mark..].chars().next()?;
    let behind = &line[mark + c.len_utf8()..];
    let spaced = mark > 0 && behind.starts_with(' ');
    let sound = match c {
        '：' => true,
        ':' => behind.starts_with(' '),
        '–' | '—' | '-' => spaced,
        _ => false,
    };
    let title = behind.trim();
    let is_title = title.len() <= LONGEST_TITLE
        && title.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
        && !title.ends_with(['.', ';', ',', ':', '。'])
        && !title.contains("...");
    (sound && is_title).then(|| line_end - behind.trim_start().len())
}

/// `Annex to the present letter`: the form and nothing else to the end of the line.
fn bare_form(lexicons: &Lexicons, text: &str, at: usize) -> Option<usize> {
    let determiner = word_at(lexicons, &text[at..], |lexicon| &lexicon.annex.determiners)
        .map_or(0, |(length, _)| length + spaces(text, at + length));
    let start = at + determiner;
    let words = &lexicons.all.title;
    let forms = [&words.letter, &words.identical_letters, &words.note_verbale];
    let forms = forms.map(|forms| (forms, ()));
    let (length, ()) = longest_of(&text[start..], forms)?;
    let end = start + length;
    ends_line(&text[end..]).then_some(end)
}

/// The communication right behind the word, in a language that puts nothing between them:
/// "مرفق الرسالة".
fn owner(lexicons: &Lexicons, text: &str, at: usize, after: usize) -> Option<Communication> {
    let without_link = |lexicon: &Lexicon| {
        let kinds = lexicon.annex.kinds().map(|(kind, words)| (words, kind));
        lexicon.annex.to.is_empty() && longest_of(&text[at..], kinds).is_some()
    };
    let joined = lexicons.languages.iter().any(without_link) && !text[at..after].contains('\n');
    joined
        .then(|| communication(lexicons, text, after))
        .flatten()
}

/// The word that names something annexed, and how many bytes it takes.
pub fn word(lexicons: &Lexicons, input: &str) -> Option<(usize, AnnexKind)> {
    let lists = lexicons.all.annex.kinds();
    longest_of(input, lists.map(|(kind, words)| (words, kind)))
}

/// number = Arabic | Roman | capital letter ;
pub fn number(input: &str) -> Parsed<'_, u32> {
    let mut written = verify(
        take_while1(|c: char| c.is_ascii_alphanumeric()),
        |written: &str| number_of(written).is_some(),
    );
    let (rest, written) = written.parse(input)?;
    Ok((rest, number_of(written).unwrap_or_default()))
}

/// number = Arabic | Roman | capital letter | ordinal word ;
pub fn any_number<'t>(lexicons: &Lexicons, input: &'t str) -> Parsed<'t, u32> {
    number(input).or_else(|_| number_in_words(lexicons, input))
}

/// number = ordinal word ;
fn number_in_words<'t>(lexicons: &Lexicons, input: &'t str) -> Parsed<'t, u32> {
    let words = lexicons.all.annex.ordinals.iter().zip(1..);
    match longest_of(input, words) {
        Some((end, number)) => Ok((&input[end..], number)),
        None => fail(input),
    }
}

/// A Roman numeral whose strokes a scan has misread: `IT` for II, `Jil` for III.
fn misread_number(input: &str) -> Parsed<'_, u32> {
    let stroke = |c: char| {
        if matches!(c, 'T' | 'J' | 'l' | '1' | 'i' | '|' | '!') {
            'I'
        } else {
            c
        }
    };
    let numeral = |written: &str| roman(&written.chars().map(stroke).collect::<String>());
    let mut written = verify(
        take_while_m_n(1, 5, |c: char| {
            c.is_ascii_alphanumeric() || c == '|' || c == '!'
        }),
        |written: &str| numeral(written).is_some(),
    );
    let (rest, written) = written.parse(input)?;
    Ok((rest, numeral(written).unwrap_or_default()))
}

fn spaces(text: &str, at: usize) -> usize {
    text[at..].len() - text[at..].trim_start_matches(' ').len()
}

/// original line = "[" , "Original" , ":" , languages , "]" ; it may be broken over lines.
pub fn original_line(
    lexicons: &Lexicons,
    text: &str,
    at: usize,
) -> Option<(Span, Vec<Read<Language>>)> {
    let inside = at
        + text[at..]
            .strip_prefix('[')
            .map(|rest| 1 + blank_length(rest))?;
    let (length, _) = word_at(lexicons, &text[inside..], |lexicon| {
        &lexicon.masthead.original_labels
    })?;
    let label = inside + length;
    let value = label + text[label..].len()
        - text[label..]
            .trim_start_matches([' ', ':', '\n', '\u{a0}'])
            .len();
    let (end, found) = languages(lexicons, text, value);
    let close = end + text[end..].find(']').filter(|offset| *offset < 80)?;
    (!found.is_empty()).then(|| (Span::new(at, close + 1), found))
}

#[cfg(test)]
mod tests;
