//! Running text: signatures, notes, paragraphs, the symbols and dates in them.

use super::build::Parts;
use super::runs::runs;
use super::{At, Day, Document, Note, Paragraph, Signature, notes};
use crate::grammar::date::{dates_in, weekday_at};
use crate::grammar::symbol::{Symbol, symbol};
use crate::grammar::text::{length_of, located, one_line};
use crate::grammar::{Production, Read};
use crate::source::Span;

/// Reads the running text of a document into it.
pub(super) fn text(parts: &Parts<'_>, document: &mut Document) {
    let annexes = parts.annex_of_blocks();
    for (block, annex) in parts.blocks.iter().zip(annexes) {
        match &block.production {
            Production::Signature(mark, who) => document.signatures.push(Signature {
                span: parts.span(block.span),
                mark: parts.span(*mark),
                name: who.name.as_ref().map(|name| parts.at(name)),
                role: who.role.as_ref().map(|role| parts.at(role)),
                by_office: who.by_office,
                annex,
            }),
            Production::Note(mark) => {
                let words = parts.words(Span::new(mark.end, block.span.end));
                let reissue = parts
                    .lexicons
                    .words(|lexicon| &lexicon.notes.reissue)
                    .any(|(formula, _)| length_of(words.trim_start(), formula).is_some());
                let value = parts.words(*mark).to_owned();
                document.notes.push(Note {
                    span: parts.span(block.span),
                    mark: parts.at(&Read { value, span: *mark }),
                    text: one_line(words),
                    reissue,
                    is_used: true,
                });
            }
            Production::Paragraph(number) => {
                let words = parts.words(block.span);
                document.citations.extend(citations(parts, block.span));
                document.paragraphs.push(Paragraph {
                    span: parts.span(block.span),
                    text: one_line(words),
                    number: number.as_ref().map(|number| parts.at(number)),
                    annex,
                    run: None,
                });
            }
            _ => {}
        }
    }
    runs(&mut document.paragraphs);
    notes::read(parts, document);
    document.dates = dates_in(parts.lexicons, parts.reading.text())
        .into_iter()
        .map(|(span, value)| Day {
            date: parts.at(&Read { value, span }),
            weekday: weekday_at(parts.lexicons, parts.reading.text(), span)
                .map(|weekday| parts.at(&weekday)),
        })
        .collect();
}

/// Symbols of known bodies in running text.
fn citations(parts: &Parts<'_>, block: Span) -> Vec<At<Symbol>> {
    let words = parts.words(block);
    let mut found = Vec::new();
    let mut end = 0;
    for stroke in memchr::memchr_iter(b'/', words.as_bytes()) {
        let body = words[..stroke].trim_end_matches(' ');
        let start = body
            .trim_end_matches(|c: char| c.is_ascii_uppercase())
            .len();
        if start < end
            || start == body.len()
            || body[..start]
                .ends_with(|c: char| c.is_alphanumeric() || c == '/' || c == '-' || c == '.')
        {
            continue;
        }
        let Some((span, value)) = located(words, start, symbol(parts.lexicons)) else {
            continue;
        };
        if !parts.lexicons.symbols.bodies.known.contains(&value.body) {
            continue;
        }
        end = span.end;
        let span = Span::new(
            block.start + span.start,
            block.start + start + words[start..span.end].trim_end_matches(['*', ' ']).len(),
        );
        found.push(parts.at(&Read { value, span }));
    }
    found
}
