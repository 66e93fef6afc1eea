//! From blocks to the document: its front, its body, and what the other modules read into it.

use super::front::front;
use super::text::text;
use super::{At, Document, Front, annexes, heading, pages, request};
use crate::grammar::text::one_line;
use crate::grammar::{Block, Production, Read};
use crate::lexicon::{Hit, Hits, Lexicons, Sought};
use crate::reading::Reading;
use crate::source::{Source, Span};

/// What a document is built from.
#[derive(Clone, Copy)]
pub(super) struct Parts<'p> {
    pub(super) source: &'p Source,
    pub(super) reading: &'p Reading<'p>,
    pub(super) lexicons: &'p Lexicons,
    pub(super) blocks: &'p [Block],
    /// What is looked for in all of the reading.
    pub(super) hits: &'p Hits,
}

impl<'p> Parts<'p> {
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

    /// Where words that are looked for stand in a span of the reading, in bytes of the span.
    pub(super) fn hits(&self, sought: Sought, span: Span) -> impl Iterator<Item = Hit> {
        self.hits.within(sought, span.start..span.end)
    }

    /// The document's own blocks: those before its annexes.
    fn own(&self) -> Parts<'p> {
        self.split().next().unwrap_or(*self)
    }

    /// The blocks of each annex: those behind its heading, to the next heading of any rank.
    pub(super) fn annexes(&self) -> impl Iterator<Item = Parts<'p>> {
        self.split().skip(1)
    }

    fn split(&self) -> impl Iterator<Item = Parts<'p>> {
        let parts = *self;
        self.blocks
            .split(|block| matches!(block.production, Production::AnnexHeading(_)))
            .map(move |blocks| Parts { blocks, ..parts })
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
        hits: &lexicons.finder.find(reading.text()),
    };
    let Front {
        kind,
        language,
        masthead,
        title,
    } = front(&parts.own(), reading.text());
    let mut document = Document {
        kind,
        language,
        masthead,
        title,
        span: Span::new(0, source.text().len()),
        is_html: is_html(source.text()),
        ..Document::default()
    };
    text(&parts, &mut document);
    document.body = body(&parts, &document);
    annexes::read(&parts, &mut document);
    pages::read(&parts, &mut document);
    request::read(&parts, &mut document);
    heading::read(&parts.own(), &mut document);
    document
}

/// Whether a file begins as HTML does.
fn is_html(text: &str) -> bool {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    let near = &start[..start.floor_char_boundary(400)];
    let near = near.to_ascii_lowercase();
    near.starts_with("<!doctype html") || near.starts_with("<html") || near.contains("<body")
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
