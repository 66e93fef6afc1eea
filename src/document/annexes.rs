//! The annex tree, and what announces each annex.

mod announced;

use std::collections::BTreeMap;

use super::build::Parts;
use super::front::{communication, reproduced};
use super::{Annex, AnnexKind, Document};
use crate::grammar::Production;
use crate::source::Span;

/// Reads the annexes of a document into it, and the words that announce them.
pub(super) fn read(parts: &Parts<'_>, document: &mut Document) {
    headings(parts, document);
    for (annex, blocks) in document.annexes.iter_mut().zip(parts.annexes()) {
        annex.document = reproduced(&blocks);
    }
    groups(document);
    contents(parts, document);
    announced::read(parts, document);
}

fn headings(parts: &Parts<'_>, document: &mut Document) {
    let mut last = [None; RANKS];
    for block in parts.blocks {
        match &block.production {
            Production::AnnexHeading(heading) => {
                let parent = parent(&last, heading.kind);
                last[rank(heading.kind)] = Some(document.annexes.len());
                document.annexes.push(Annex {
                    kind: heading.kind,
                    heading: parts.span(heading.span),
                    number: heading.number.as_ref().map(|number| parts.at(number)),
                    letter: heading
                        .letter
                        .as_ref()
                        .map(|letter| communication(parts, letter)),
                    document: None,
                    originals: Vec::new(),
                    content: Span::empty(parts.span(heading.span).end),
                    has_content: false,
                    parent,
                    announced: None,
                    group: String::new(),
                    together: 0,
                });
            }
            Production::Original(languages) => {
                if let Some(annex) = document.annexes.last_mut() {
                    annex.originals = languages
                        .iter()
                        .map(|language| parts.at(language))
                        .collect();
                }
            }
            _ => {}
        }
    }
}

/// An enclosure belongs to the annex before it, an appendix to the annex or enclosure before it.
/// `last` is the last annex of each rank so far.
fn parent(last: &[Option<usize>; RANKS], kind: AnnexKind) -> Option<usize> {
    last[..rank(kind)].iter().copied().flatten().max()
}

const RANKS: usize = 3;

const fn rank(kind: AnnexKind) -> usize {
    match kind {
        AnnexKind::Annex => 0,
        AnnexKind::Enclosure | AnnexKind::Attachment => 1,
        AnnexKind::Appendix => 2,
    }
}

/// Which annexes are numbered together: those of one kind and one holder. In anything but a letter
/// a new run can begin at 1, because each decision or chapter has its own annexes.
fn groups(document: &mut Document) {
    let restarts = document.form().is_none();
    let mut run = 0;
    for index in 0..document.annexes.len() {
        let annex = &document.annexes[index];
        let first = annex
            .number
            .as_ref()
            .is_some_and(|number| number.value == 1);
        if restarts && first {
            run += 1;
        }
        let holder = annex
            .parent
            .map_or(String::new(), |parent| parent.to_string());
        document.annexes[index].group = format!("{} {holder} {run}", annex.kind.name());
    }
    let mut counted: BTreeMap<&str, usize> = BTreeMap::new();
    for annex in &document.annexes {
        *counted.entry(&annex.group).or_default() += 1;
    }
    let together: Vec<usize> = document
        .annexes
        .iter()
        .map(|annex| counted[annex.group.as_str()])
        .collect();
    for (annex, together) in document.annexes.iter_mut().zip(together) {
        annex.together = together;
    }
}

/// What follows each heading, to the next one of the same or a higher rank.
fn contents(parts: &Parts<'_>, document: &mut Document) {
    let annexes = parts.annex_of_blocks();
    for (block, annex) in parts.blocks.iter().zip(annexes) {
        let filled = matches!(
            block.production,
            Production::Paragraph(_)
                | Production::Masthead(_)
                | Production::SubsidiaryOrgan
                | Production::AgendaTitle
                | Production::Communication(_)
                | Production::Title
                | Production::Subtitle
                | Production::Signature(..)
                | Production::Note(_)
                | Production::Contents
                | Production::Other
        );
        let mut holder = annex.filter(|_| filled);
        while let Some(index) = holder {
            let annex = &mut document.annexes[index];
            annex.has_content = true;
            annex.content.end = annex.content.end.max(parts.span(block.span).end);
            holder = annex.parent;
        }
    }
}
