//! The front of a document: masthead, title, kind and language. The outer document's is read from
//! the blocks before its annexes, that of a document which an annex reproduces from the annex's.

use std::collections::BTreeSet;

use super::build::Parts;
use super::kind::{agenda_titles, kind, symbol_kind};
use super::masthead::add_line;
use super::{Front, Kind, Title};
use crate::grammar::text::one_line;
use crate::grammar::title::Communication;
use crate::grammar::{Production, Read, type_line};

/// The front that the blocks make; `text` is what shows the language where no line names it.
pub(super) fn front(parts: &Parts<'_>, text: &str) -> Front {
    let mut front = Front::default();
    let mut symbols = BTreeSet::new();
    for block in parts.blocks {
        match &block.production {
            Production::Masthead(fields) => {
                add_line(parts, fields, &mut symbols, &mut front.masthead);
            }
            Production::SubsidiaryOrgan => {
                let value = one_line(parts.words(block.span));
                front.masthead.organs.push(parts.at(&Read {
                    value,
                    span: block.span,
                }));
            }
            Production::Communication(found) if front.title.is_none() => {
                front.title = Some(communication(parts, found));
            }
            Production::Title if front.title.is_none() => {
                front.title = Some(Title {
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
    if symbol_kind(parts.lexicons, &front.masthead).is_some() {
        // A meeting record or an agenda names letters that it is about; none is its title.
        front.title.take_if(|title| title.form.is_some());
    }
    front.masthead.agenda_titles = agenda_titles(parts).count() > 0;
    front.kind = kind(parts, &front.masthead, front.title.as_ref());
    if front.kind == Kind::Corrigendum
        && let Some(title) = &mut front.title
    {
        // The title is the corrected document's; this one is no letter itself.
        title.form = None;
    }
    let version = front.masthead.version.as_ref();
    front.language = version
        .map(|version| version.value)
        .or_else(|| parts.lexicons.language_of(text));
    front
}

/// The front of the document that an annex reproduces: one with a masthead of its own, or a
/// communication.
pub(super) fn reproduced(annex: &Parts<'_>) -> Option<Box<Front>> {
    let (first, last) = (annex.blocks.first()?, annex.blocks.last()?);
    annex
        .blocks
        .iter()
        .any(|block| block.production.opens_document())
        .then(|| Box::new(front(annex, annex.words(first.span.to(last.span)))))
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
