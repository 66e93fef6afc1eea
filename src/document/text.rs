//! Running text: signatures, notes, paragraphs, the symbols and dates in them.

use super::build::Parts;
use super::runs::runs;
use super::{At, Day, Document, Note, Paragraph, Signature, notes};
use crate::grammar::date::{dates_at, weekday_at};
use crate::grammar::symbol::{Symbol, symbol};
use crate::grammar::text::{length_of, located, one_line};
use crate::grammar::{Production, Read};
use crate::lexicon::Sought;
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
    let months = parts.hits.of(Sought::Month);
    document.dates = dates_at(parts.lexicons, parts.reading.text(), months)
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
        if !parts.lexicons.symbols.bodies.known.contains(&body[start..]) {
            continue;
        }
        let Some((span, value)) = located(words, start, symbol(parts.lexicons)) else {
            continue;
        };
        end = span.end;
        let span = Span::new(
            block.start + span.start,
            block.start + start + words[start..span.end].trim_end_matches(['*', ' ']).len(),
        );
        found.push(parts.at(&Read { value, span }));
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, Kind};
    use crate::source::Source;

    fn report(paragraphs: &str) -> Document {
        let text = format!(
            "United Nations A/78/284\n\nGeneral Assembly\n\nDistr.: General\n7 August 2023\nOriginal: English\n\nThe upper valley\n\nReport of the Secretary-General\n\n{paragraphs}"
        );
        crate::read(&Source::new("text", text))
    }

    #[test]
    fn what_a_report_quotes_is_not_its_own() {
        let quoted = "1. The letter read:\n\n“Letter dated 3 May 2023 from the Permanent Representative of Malta to the\nUnited Nations addressed to the President of the Security Council\n\n“I transmit a statement (see annex).\n\n“(Signed) Joan Vella\n\n“Annex\n\n“Statement on the wells”\n\n2. Another said: \"We ask for wells. (Signed) Kari Lund\"\n\n3. A third said: «Water. (Signed) Kari Lund» and “no more.”\n\n4. Letters have annexes (S/2023/311, annex).\nAnnex II to that letter lists the wells.\n";
        let document = report(quoted);
        assert_eq!(document.kind, Kind::Report);
        assert_eq!(document.annexes, []);
        assert_eq!(document.signatures, []);
        assert_eq!(document.communications().count(), 0);
    }

    #[test]
    fn what_stands_behind_a_quotation_is_signed() {
        let document = report("It said “no” and \"never\". (Signed) Kari Lund\n");
        let names = document
            .signatures
            .iter()
            .filter_map(|who| who.name.as_ref());
        assert_eq!(
            names.map(|name| name.value.as_str()).collect::<Vec<_>>(),
            ["Kari Lund"]
        );
    }
}
