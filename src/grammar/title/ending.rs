//! Titles that begin with the date and end with the form, as Chinese ones do:
//! `2012年10月29日` sender `给` addressee `的信`.

use super::Communication;
use super::office::offices;
use crate::document::Form;
use crate::grammar::Read;
use crate::grammar::date::date;
use crate::grammar::text::{located, one_line};
use crate::lexicon::{Lexicon, Lexicons};
use crate::source::Span;

/// A title longer than this, in bytes, is none.
const LONGEST: usize = 600;

/// communication = date , sender , "给" , addressee , form ;
pub(super) fn by_ending(lexicons: &Lexicons, text: &str, at: usize) -> Option<Communication> {
    let begins = text[at..].starts_with(|c: char| c.is_ascii_digit());
    if !begins || date(lexicons)(&text[at..]).is_err() {
        return None;
    }
    let limit = text.floor_char_boundary(at + LONGEST);
    let limit = text[at..limit]
        .find("\n\n")
        .map_or(limit, |blank| at + blank);
    let mut languages = lexicons.languages.iter();
    languages.find_map(|lexicon| in_language(lexicons, lexicon, &text[..limit], at))
}

fn in_language(
    lexicons: &Lexicons,
    lexicon: &Lexicon,
    text: &str,
    at: usize,
) -> Option<Communication> {
    let words = &lexicon.title;
    let forms = [
        (&words.identical_letters_endings, Form::IdenticalLetters),
        (&words.note_verbale_endings, Form::NoteVerbale),
        (&words.letter_endings, Form::Letter),
    ];
    let endings = forms
        .into_iter()
        .flat_map(|(endings, form)| endings.iter().map(move |ending| (ending, form)));
    let (start, length, form) = endings
        .filter_map(|(ending, form)| Some((at + text[at..].find(ending)?, ending.len(), form)))
        .min_by_key(|(start, ..)| *start)?;
    let (dated, value) = located(&text[..start], at, date(lexicons))?;
    // Chinese mastheads have English dates: a title's is written with the marks of its language.
    let marks = &lexicon.dates.marks;
    if !marks.is_empty()
        && !marks
            .iter()
            .any(|mark| text[dated.start..dated.end].contains(mark))
    {
        return None;
    }
    let behind = &text[dated.end..start];
    let (offset, mark) = words
        .before_addressee
        .iter()
        .filter_map(|mark| Some((behind.find(mark)?, mark.len())))
        .next()?;
    let read = |span: Span| Read {
        value: one_line(&text[span.start..span.end]),
        span,
    };
    let content = Span::new(dated.end + offset + mark, start);
    let mut addressees = offices(lexicons, text, at, content, false);
    if addressees.last().is_none_or(|last| last.span.end < start) {
        addressees = vec![read(content)];
    }
    Some(Communication {
        span: Span::new(at, start + length),
        form: Read {
            value: form,
            span: Span::new(start, start + length),
        },
        dated: Some(Read { value, span: dated }),
        sender: Some(read(Span::new(dated.end, dated.end + offset))),
        addressees,
    })
}
