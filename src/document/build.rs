//! From blocks to the document: masthead, title, body, signatures, notes, text.

use std::collections::BTreeSet;

use super::kind::{agenda_titles, kind, symbol_kind};
use super::masthead::masthead;
use super::text::text;
use super::{At, Document, Kind, Title, annexes, heading, pages, request};
use crate::grammar::text::one_line;
use crate::grammar::title::Communication;
use crate::grammar::{Block, Production, Read, type_line};
use crate::lexicon::{Language, Lexicons};
use crate::reading::Reading;
use crate::source::{Source, Span};

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
        is_html: is_html(source.text()),
        ..Document::default()
    };
    let mut symbols = BTreeSet::new();
    for block in blocks {
        match &block.production {
            Production::Masthead(fields) => masthead(&parts, fields, &mut symbols, &mut document),
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
    if symbol_kind(lexicons, &document).is_some() {
        // A meeting record or an agenda names letters that it is about; none is its title.
        document.title.take_if(|title| title.form.is_some());
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
    request::read(&parts, &mut document);
    heading::read(&parts, &mut document);
    document
}

/// Whether a file begins as HTML does.
fn is_html(text: &str) -> bool {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    let near = &start[..start.floor_char_boundary(400)];
    let near = near.to_ascii_lowercase();
    near.starts_with("<!doctype html") || near.starts_with("<html") || near.contains("<body")
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
