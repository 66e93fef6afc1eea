//! Note marks, and the notes they lead to: `provisional agenda*` and `* A/78/150.`, `in 2021[^3]` and
//! `[^3]: See chapter II.`

use std::collections::{BTreeMap, BTreeSet};

use memchr::memmem;

use super::build::Parts;
use super::{At, Document, Mark};
use crate::grammar::{MastheadField, Production, Read};
use crate::source::Span;

/// The longest mark of asterisks.
const LONGEST_STARS: usize = 4;
/// How a mark of a footnote begins in Markdown.
const FOOTNOTE: &[u8] = b"[^";

/// Reads the marks into a document that has its notes, and gives each note its mark.
pub(super) fn read(parts: &Parts<'_>, document: &mut Document) {
    let mut marks = stars(parts);
    marks.extend(footnotes(parts));
    marks.sort_by_key(|mark| mark.at.span);
    let definitions = definitions(parts.source.text());
    let glued = if marks.is_empty() {
        BTreeMap::new()
    } else {
        glued(parts)
    };
    let notes: BTreeMap<&str, Span> = document
        .notes
        .iter()
        .map(|note| (note.mark.value.as_str(), note.span))
        .rev()
        .collect();
    for mark in &mut marks {
        let name = mark.at.value.as_str();
        mark.note = [&notes, &definitions, &glued]
            .iter()
            .find_map(|known| known.get(name).copied());
    }
    document.marks = marks;
    let used = used_stars(parts, document);
    for note in &mut document.notes {
        let is_stars = note.mark.value.starts_with('*');
        note.is_used = !is_stars || note.reissue || used.contains(note.mark.value.as_str());
    }
}

fn mark(at: At<String>) -> Mark {
    Mark { at, note: None }
}

/// Asterisks behind the words of the masthead, the titles and the headings. Those of a symbol say
/// how often it was reissued, and are no marks of this kind.
fn stars(parts: &Parts<'_>) -> Vec<Mark> {
    let mut found = Vec::new();
    for block in parts.blocks {
        let spans: Vec<Span> = match &block.production {
            Production::Masthead(fields) => fields
                .iter()
                .filter(|field| matches!(field.value, MastheadField::Agenda(_)))
                .map(|field| field.span)
                .collect(),
            Production::Title
            | Production::Subtitle
            | Production::AgendaTitle
            | Production::Communication(_) => vec![block.span],
            _ => continue,
        };
        for span in spans {
            for stars in runs_of_stars(parts.words(span)) {
                let span = Span::new(span.start + stars.start, span.start + stars.end);
                let value = parts.words(span).to_owned();
                found.push(mark(parts.at(&Read { value, span })));
            }
        }
    }
    found
}

/// Asterisks right behind a word, and at the end of it.
fn runs_of_stars(words: &str) -> impl Iterator<Item = Span> {
    all_stars(words).filter(|stars| {
        let behind_word = words[..stars.start]
            .ends_with(|c: char| c.is_alphabetic() || matches!(c, ')' | '”' | '"' | '.'));
        let ends_word = !words[stars.end..].starts_with(char::is_alphanumeric);
        behind_word && ends_word && stars.end - stars.start <= LONGEST_STARS
    })
}

/// `[^3]` in running text: a mark that cannot be anything else.
fn footnotes(parts: &Parts<'_>) -> Vec<Mark> {
    let text = parts.source.text();
    let mut found = Vec::new();
    for start in memmem::find_iter(text.as_bytes(), FOOTNOTE) {
        let name_start = start + 2;
        let length = text[name_start..]
            .bytes()
            .take_while(u8::is_ascii_alphanumeric)
            .count();
        let end = name_start + length;
        let closes = text[end..].starts_with(']');
        let defines = text[end..].starts_with("]:");
        if (1..=8).contains(&length) && closes && !defines {
            found.push(mark(At {
                value: text[name_start..end].to_owned(),
                span: Span::new(start, end + 1),
                written: text[start..=end].to_owned(),
            }));
        }
    }
    found
}

/// `[^3]: …` at the start of a line.
fn definitions(text: &str) -> BTreeMap<&str, Span> {
    let mut found = BTreeMap::new();
    for start in memmem::find_iter(text.as_bytes(), FOOTNOTE) {
        let at_line_start = text[..start]
            .trim_end_matches([' ', '\t', '>'])
            .ends_with('\n')
            || start == 0;
        let name = &text[start + 2..];
        if at_line_start
            && let Some(length) = name
                .get(..name.len().min(10))
                .and_then(|near| near.find("]:"))
        {
            found
                .entry(&name[..length])
                .or_insert(Span::new(start, start + 2 + length + 2));
        }
    }
    found
}

/// Notes that a conversion put on the line of something else (`_____* See document A/63/50.`).
fn glued<'p>(parts: &'p Parts<'_>) -> BTreeMap<&'p str, Span> {
    let text = parts.reading.text();
    let mut found = BTreeMap::new();
    for stars in all_stars(text) {
        let words = &text[stars.start..stars.end];
        let opens = !text[..stars.start].ends_with(|c: char| c.is_alphanumeric() || c == '*');
        let before_words = text[stars.end..]
            .strip_prefix(' ')
            .is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
        if opens && before_words {
            found.entry(words).or_insert_with(|| parts.span(stars));
        }
    }
    found
}

/// Every run of asterisks in a text.
fn all_stars(text: &str) -> impl Iterator<Item = Span> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let bytes = text.as_bytes();
        let start = at + memchr::memchr(b'*', &bytes[at..])?;
        let run = bytes[start..].iter();
        let length = run.take_while(|byte| **byte == b'*').count();
        at = start + length;
        Some(Span::new(start, at))
    })
}

/// Every run of asterisks that stands behind something, anywhere in the text but in a barcode: a
/// note that has none of them is a note to nothing.
fn used_stars(parts: &Parts<'_>, document: &Document) -> BTreeSet<String> {
    let wanted: BTreeSet<&str> = document
        .notes
        .iter()
        .map(|note| note.mark.value.as_str())
        .filter(|mark| mark.starts_with('*'))
        .collect();
    let mut used = BTreeSet::new();
    if wanted.is_empty() {
        return used;
    }
    let text = parts.reading.text();
    for stars in all_stars(text) {
        let lead = text[..stars.start].trim_end_matches([' ', '\t']);
        let opens_line = lead.is_empty() || lead.ends_with('\n');
        let before_digits = lead.trim_end_matches(|c: char| c.is_ascii_digit());
        let closes_barcode = before_digits.len() < lead.len() && before_digits.ends_with('*');
        let barcode = closes_barcode || text[stars.end..].starts_with(|c: char| c.is_ascii_digit());
        let words = &text[stars.start..stars.end];
        if !opens_line && !barcode && wanted.contains(words) {
            used.insert(words.to_owned());
        }
    }
    used
}
