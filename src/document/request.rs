//! How a letter asks to be circulated: the first request of its own text.

use super::build::Parts;
use super::{Document, Request};
use crate::grammar::circulation::request;
use crate::grammar::{Production, Read};
use crate::source::Span;

/// Reads the request of a communication into it; its language is known.
pub(super) fn read(parts: &Parts<'_>, document: &mut Document) {
    let lexicon = document
        .language
        .and_then(|language| parts.lexicons.of(language));
    let Some(lexicon) = lexicon.filter(|_| document.form().is_some()) else {
        return;
    };
    let own = parts
        .blocks
        .iter()
        .take_while(|block| !matches!(block.production, Production::AnnexHeading(_)))
        .filter(|block| matches!(block.production, Production::Paragraph(_)));
    let requests = own.filter_map(|block| {
        let found = request(parts.lexicons, lexicon, parts.words(block.span))?;
        let moved =
            |span: Span| Span::new(span.start + block.span.start, span.end + block.span.start);
        let at = |read: &Read<String>| {
            parts.at(&Read {
                value: read.value.clone(),
                span: moved(read.span),
            })
        };
        Some(Request {
            span: parts.span(moved(found.span)),
            organs: found.organs.iter().map(at).collect(),
            agenda_items: found.agenda_items.iter().map(at).collect(),
        })
    });
    // A request that names an organ says more than a word that can ask.
    let mut first = None;
    for request in requests {
        if !request.organs.is_empty() {
            first = Some(request);
            break;
        }
        first.get_or_insert(request);
    }
    document.request = first;
}
