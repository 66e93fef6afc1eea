//! From blocks to the document: masthead, title, body, signatures, notes, text.

use super::annexes;
use super::pages;
use super::{At, Distribution, Document, Form, Kind, Note, Paragraph, Signature, Title};
use crate::grammar::date::dates_in;
use crate::grammar::masthead::MastheadField;
use crate::grammar::symbol::{Modifier, Symbol, symbol};
use crate::grammar::text::{length_of, located, one_line};
use crate::grammar::title::Communication;
use crate::grammar::{Block, Production, Read, type_line};
use crate::lexicon::{Language, Lexicons};
use crate::reading::Reading;
use crate::source::{Source, Span};

/// How many blocks the first page has, about.
const FIRST_PAGE: usize = 16;

/// What a document is built from.
pub(super) struct Parts<'p> {
    pub(super) source: &'p Source,
    pub(super) reading: &'p Reading<'p>,
    pub(super) lexicons: &'p Lexicons,
    pub(super) blocks: &'p [Block],
}

impl Parts<'_> {
    /// A value with the place of its words in the source. Where other characters are written than
    /// are read, the words are given as they are written.
    pub(super) fn at<T>(&self, read: &Read<T>) -> At<T>
    where
        T: Clone,
    {
        let span = self.span(read.span);
        let written = if self.reading.is_rewritten(read.span) {
            self.source.slice(span).to_owned()
        } else {
            one_line(self.words(read.span))
        };
        At {
            value: read.value.clone(),
            span,
            written,
        }
    }

    pub(super) fn span(&self, read: Span) -> Span {
        self.reading.source_span(read)
    }

    pub(super) fn words(&self, read: Span) -> &str {
        &self.reading.text()[read.start..read.end]
    }

    /// The annex (an index) that each block stands in.
    pub(super) fn annex_of_blocks(&self) -> Vec<Option<usize>> {
        let mut annex = None;
        self.blocks
            .iter()
            .map(|block| {
                if matches!(block.production, Production::AnnexHeading(_)) {
                    annex = Some(annex.map_or(0, |index| index + 1));
                }
                annex
            })
            .collect()
    }
}

/// The document that a text's blocks make.
pub fn document_of(
    source: &Source,
    reading: &Reading<'_>,
    lexicons: &Lexicons,
    blocks: &[Block],
) -> Document {
    let parts = Parts {
        source,
        reading,
        lexicons,
        blocks,
    };
    let mut document = Document {
        span: Span::new(0, source.text().len()),
        ..Document::default()
    };
    for block in blocks {
        match &block.production {
            Production::Masthead(fields) => masthead(&parts, fields, &mut document),
            Production::SubsidiaryOrgan => {
                let value = one_line(parts.words(block.span));
                document.masthead.organs.push(parts.at(&Read {
                    value,
                    span: block.span,
                }));
            }
            Production::Communication(found) if document.title.is_none() => {
                document.title = Some(communication(&parts, found));
            }
            Production::Title if document.title.is_none() => {
                document.title = Some(Title {
                    text: type_line::title_text(parts.words(block.span)),
                    span: parts.span(block.span),
                    form: None,
                    dated: None,
                    sender: None,
                    addressees: Vec::new(),
                });
            }
            _ => {}
        }
    }
    document.masthead.agenda_titles = agenda_titles(&parts).count() > 0;
    document.kind = kind(&parts, &document);
    if document.kind == Kind::Corrigendum
        && let Some(title) = &mut document.title
    {
        // The title is the corrected document's; this one is no letter itself.
        title.form = None;
    }
    text(&parts, &mut document);
    document.body = body(&parts, &document);
    annexes::read(&parts, &mut document);
    pages::read(&parts, &mut document);
    document.language = language(&parts, &document);
    document
}

fn masthead(parts: &Parts<'_>, fields: &[Read<MastheadField>], document: &mut Document) {
    let masthead = &mut document.masthead;
    for field in fields {
        let span = parts.span(field.span);
        if masthead.span.is_empty() {
            (masthead.span, masthead.first) = (span, span);
        }
        masthead.span = masthead.span.to(span);
        match &field.value {
            MastheadField::Symbols(symbols) => {
                for symbol in symbols {
                    if masthead
                        .symbols
                        .iter()
                        .all(|known| known.value.key() != symbol.value.key())
                    {
                        masthead.symbols.push(parts.at(symbol));
                    }
                }
            }
            MastheadField::Organ(name) => {
                let known = masthead
                    .organs
                    .iter()
                    .any(|organ| organ.value.eq_ignore_ascii_case(name));
                if !known {
                    masthead.organs.push(parts.at(&Read {
                        value: name.clone(),
                        span: field.span,
                    }));
                }
            }
            MastheadField::Distribution(value) if is_open(masthead.distribution.as_ref()) => {
                masthead.distribution = Some(parts.at(&Read {
                    value: *value,
                    span: field.span,
                }));
            }
            MastheadField::Date(value) if masthead.date.is_none() => {
                masthead.date = Some(parts.at(&Read {
                    value: *value,
                    span: field.span,
                }));
            }
            MastheadField::Originals(languages) if masthead.originals.is_empty() => {
                masthead.original_label.get_or_insert(span);
                masthead.originals = languages
                    .iter()
                    .map(|language| parts.at(language))
                    .collect();
            }
            MastheadField::Notice => masthead.official_records |= is_record(parts, field.span),
            MastheadField::Version(languages) => {
                let last = languages
                    .last()
                    .map_or(field.span.end, |language| language.span.end);
                masthead.only |= field.span.end > last;
                // The label and its language can be parted: "ORIGINAL:", and lines further down "ENGLISH".
                let waiting = masthead.original_label.is_some() && masthead.originals.is_empty();
                if waiting {
                    masthead.originals = languages
                        .iter()
                        .map(|language| parts.at(language))
                        .collect();
                } else if masthead.version.is_none() {
                    masthead.version = languages.first().map(|language| parts.at(language));
                }
            }
            MastheadField::Session(_) if masthead.session.is_none() => {
                let value = one_line(parts.words(field.span));
                masthead.session = Some(parts.at(&Read {
                    value,
                    span: field.span,
                }));
            }
            MastheadField::Agenda(items) => {
                masthead
                    .agenda_items
                    .extend(items.iter().map(|item| parts.at(item)));
            }
            _ => {}
        }
    }
}

/// Whether the category is still wanted.
fn is_open(distribution: Option<&At<Distribution>>) -> bool {
    distribution.is_none_or(|distribution| distribution.value == Distribution::Unstated)
}

/// Documents of the Official Records have no distribution line.
fn is_record(parts: &Parts<'_>, line: Span) -> bool {
    parts
        .lexicons
        .words(|lexicon| &lexicon.masthead.records)
        .any(|(words, _)| length_of(parts.words(line), words).is_some())
}

/// A communication's title, its spans in the source.
pub(super) fn communication(parts: &Parts<'_>, found: &Communication) -> Title {
    Title {
        text: type_line::title_text(parts.words(found.span)),
        span: parts.span(found.span),
        form: Some(parts.at(&found.form)),
        dated: found.dated.as_ref().map(|date| parts.at(date)),
        sender: found.sender.as_ref().map(|sender| parts.at(sender)),
        addressees: found
            .addressees
            .iter()
            .map(|addressee| parts.at(addressee))
            .collect(),
    }
}

/// What kind the document is: its symbol says so, or its title, or the lines under it.
fn kind(parts: &Parts<'_>, document: &Document) -> Kind {
    let symbol = document
        .masthead
        .symbols
        .first()
        .map(|symbol| &symbol.value);
    let corrects = symbol.is_some_and(|symbol| symbol.modifier == Some(Modifier::Corrigendum));
    if corrects || says_corrigendum(parts) {
        return Kind::Corrigendum;
    }
    if let Some(form) = document
        .title
        .as_ref()
        .and_then(|title| title.form.as_ref())
    {
        return match form.value {
            Form::Letter => Kind::Letter,
            Form::IdenticalLetters => Kind::IdenticalLetters,
            Form::NoteVerbale => Kind::NoteVerbale,
        };
    }
    if let Some(kind) = symbol.and_then(|symbol| kind_of_symbol(parts.lexicons, symbol)) {
        return kind;
    }
    let lines = parts
        .blocks
        .iter()
        .filter(|block| matches!(block.production, Production::Title | Production::Subtitle));
    let kind_of = |words: &str| {
        type_line::kind_at_end(parts.lexicons, words)
            .or_else(|| type_line::kind(parts.lexicons, words))
    };
    let kind = lines
        .map(|block| parts.words(block.span))
        .find_map(kind_of)
        .or_else(|| agenda_titles(parts).filter_map(kind_of).last());
    kind.or_else(|| note_verbale_without_title(parts))
        .unwrap_or_default()
}

/// The lines under the agenda line: without blank lines the title is among them.
fn agenda_titles<'p>(parts: &'p Parts<'_>) -> impl Iterator<Item = &'p str> {
    let titles = parts
        .blocks
        .iter()
        .filter(|block| block.production == Production::AgendaTitle);
    titles.flat_map(|block| parts.words(block.span).lines())
}

/// `Corrigendum` on a line of its own on the first page.
fn says_corrigendum(parts: &Parts<'_>) -> bool {
    parts
        .blocks
        .iter()
        .take(FIRST_PAGE)
        .flat_map(|block| parts.words(block.span).lines())
        .any(|line| type_line::is_corrigendum(parts.lexicons, line))
}

fn kind_of_symbol(lexicons: &Lexicons, symbol: &Symbol) -> Option<Kind> {
    symbol
        .canonical
        .split('/')
        .filter_map(|element| lexicons.symbols.kinds.get(element.split('.').next()?))
        .find_map(|name| Kind::from_name(name))
}

/// A note verbale whose title is lost is known by its compliments.
fn note_verbale_without_title(parts: &Parts<'_>) -> Option<Kind> {
    let first = parts
        .blocks
        .iter()
        .filter(|block| matches!(block.production, Production::Paragraph(_)))
        .take(4);
    let presents = |words: &str| {
        parts
            .lexicons
            .words(|lexicon| &lexicon.compliments.presents)
            .any(|(formula, _)| {
                words
                    .char_indices()
                    .take(400)
                    .any(|(at, _)| length_of(&words[at..], formula).is_some())
            })
    };
    first
        .map(|block| parts.words(block.span))
        .any(presents)
        .then_some(Kind::NoteVerbale)
}

fn text(parts: &Parts<'_>, document: &mut Document) {
    let annexes = parts.annex_of_blocks();
    for (block, annex) in parts.blocks.iter().zip(annexes) {
        match &block.production {
            Production::Signature(mark, who) => document.signatures.push(Signature {
                span: parts.span(block.span),
                mark: parts.span(*mark),
                name: who.name.as_ref().map(|name| parts.at(name)),
                role: who.role.as_ref().map(|role| parts.at(role)),
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
                });
            }
            _ => {}
        }
    }
    document.dates = dates_in(parts.lexicons, parts.reading.text())
        .into_iter()
        .map(|(span, value)| parts.at(&Read { value, span }))
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

/// From the end of the title to the last words before the first annex.
fn body(parts: &Parts<'_>, document: &Document) -> Span {
    let start = document
        .title
        .as_ref()
        .map_or(document.masthead.span.end, |title| title.span.end);
    let end = parts
        .blocks
        .iter()
        .take_while(|block| !matches!(block.production, Production::AnnexHeading(_)))
        .filter(|block| {
            matches!(
                block.production,
                Production::Paragraph(_) | Production::Signature(..)
            )
        })
        .map(|block| parts.span(block.span).end)
        .last();
    Span::new(start, end.unwrap_or(start).max(start))
}

/// The language of this version: the line that says so, or the one whose commonest words the text
/// is made of.
fn language(parts: &Parts<'_>, document: &Document) -> Option<Language> {
    let version = document
        .masthead
        .version
        .as_ref()
        .map(|version| version.value);
    version.or_else(|| parts.lexicons.language_of(parts.reading.text()))
}
