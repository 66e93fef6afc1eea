//! The annex tree, and what announces each annex.

use std::collections::BTreeMap;

use super::build::{Parts, communication};
use super::{Annex, AnnexKind, Document, Mention};
use crate::grammar::Production;
use crate::grammar::mention::{Announcement, announcements, encloses};
use crate::grammar::text::to_roman;
use crate::source::Span;

/// Reads the annexes of a document into it, and the words that announce them.
pub(super) fn read(parts: &Parts<'_>, document: &mut Document) {
    headings(parts, document);
    groups(document);
    contents(parts, document);
    let announced = announced(parts);
    mentions(parts, &announced, document);
    announce(parts, &announced, document);
}

fn headings(parts: &Parts<'_>, document: &mut Document) {
    for block in parts.blocks {
        match &block.production {
            Production::AnnexHeading(heading) => {
                let parent = parent(&document.annexes, heading.kind);
                document.annexes.push(Annex {
                    kind: heading.kind,
                    heading: parts.span(heading.span),
                    number: heading.number.as_ref().map(|number| parts.at(number)),
                    letter: heading
                        .letter
                        .as_ref()
                        .map(|letter| communication(parts, letter)),
                    inner: None,
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
            Production::InnerCommunication(found) => {
                if let Some(annex) = document.annexes.last_mut()
                    && annex.inner.is_none()
                {
                    annex.inner = Some(communication(parts, found));
                }
            }
            _ => {}
        }
    }
}

/// An enclosure belongs to the annex before it, an appendix to the annex or enclosure before it.
fn parent(before: &[Annex], kind: AnnexKind) -> Option<usize> {
    before
        .iter()
        .rposition(|annex| rank(annex.kind) < rank(kind))
}

const fn rank(kind: AnnexKind) -> u8 {
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
                | Production::InnerCommunication(_)
                | Production::InnerMasthead
                | Production::Signature(..)
                | Production::Note(_)
                | Production::Contents
                | Production::Other
        );
        let end = parts.span(block.span).end;
        let mut holder = annex;
        while let Some(index) = holder {
            let annex = &mut document.annexes[index];
            if filled {
                annex.has_content = true;
                annex.content.end = annex.content.end.max(end);
            }
            holder = annex.parent;
        }
    }
}

/// Every announcement with the annex in whose text it stands.
struct Announced {
    found: Announcement,
    annex: Option<usize>,
}

fn announced(parts: &Parts<'_>) -> Vec<Announced> {
    let mut all = Vec::new();
    for (block, annex) in parts.blocks.iter().zip(parts.annex_of_blocks()) {
        if matches!(
            block.production,
            Production::Paragraph(_) | Production::Note(_)
        ) {
            for mut found in announcements(parts.lexicons, parts.words(block.span)) {
                found.span = Span::new(
                    found.span.start + block.span.start,
                    found.span.end + block.span.start,
                );
                all.push(Announced { found, annex });
            }
        }
    }
    all
}

/// The announcements that bind, those of one thing together.
fn mentions(parts: &Parts<'_>, announced: &[Announced], document: &mut Document) {
    let mut mentions: Vec<(Option<usize>, Mention)> = Vec::new();
    for Announced { found, annex } in announced {
        // In the text of an annex "annex" names an annex of whatever is reproduced there.
        if !found.binding || (annex.is_some() && found.kind == AnnexKind::Annex) {
            continue;
        }
        let span = parts.span(found.span);
        let targets = targets(document, found, *annex);
        let missing = missing(document, found, &targets);
        let same = mentions.iter_mut().find(|(place, mention)| {
            place == annex
                && mention.numbers == found.numbers
                && (mention.kind == found.kind || !missing.is_empty())
                && mention.missing.is_empty() == missing.is_empty()
        });
        match same {
            Some((_, mention)) => mention.again.push(span),
            None => mentions.push((
                *annex,
                Mention {
                    span,
                    written: crate::grammar::text::one_line(parts.words(found.span)),
                    kind: found.kind,
                    numbers: found.numbers.clone(),
                    missing,
                    again: Vec::new(),
                    targets,
                    searched: Span::new(span.end, document.span.end),
                },
            )),
        }
    }
    document.mentions = mentions.into_iter().map(|(_, mention)| mention).collect();
}

/// The annexes that an announcement can mean. Without a number any one will do, because letters
/// call annexes enclosures and the other way round; a number wants that number, unless the
/// headings have none.
fn targets(document: &Document, found: &Announcement, annex: Option<usize>) -> Vec<usize> {
    let behind = |index: &usize| annex.is_none_or(|holder| *index > holder);
    let candidates = (0..document.annexes.len()).filter(behind);
    if found.numbers.is_empty() {
        return candidates.collect();
    }
    candidates
        .filter(|index| {
            let annex = &document.annexes[*index];
            let number = annex.number.as_ref().map(|number| number.value);
            annex.kind == found.kind && number.is_none_or(|number| found.numbers.contains(&number))
        })
        .collect()
}

/// What an announcement names that is not there.
fn missing(document: &Document, found: &Announcement, targets: &[usize]) -> String {
    let name = found.kind.name();
    if found.numbers.is_empty() {
        return if targets.is_empty() {
            name.to_owned()
        } else {
            String::new()
        };
    }
    let there = |number: &u32| {
        targets.iter().any(|index| {
            document.annexes[*index]
                .number
                .as_ref()
                .is_none_or(|found| found.value == *number)
        })
    };
    let lost: Vec<u32> = found
        .numbers
        .iter()
        .copied()
        .filter(|number| !there(number))
        .collect();
    match lost.as_slice() {
        [] => String::new(),
        [number] => format!("{name} {}", to_roman(*number)),
        [first, .., last] => format!(
            "{} {} to {}",
            found.kind.plural(),
            to_roman(*first),
            to_roman(*last)
        ),
    }
}

/// The first announcement of each sort in a text: of anything, of no number, of a number, and by a
/// word like "enclosed". The text is the document's own (`None`) or an annex's.
#[derive(Default)]
struct Announcements {
    any: BTreeMap<Option<usize>, Span>,
    unnumbered: BTreeMap<Option<usize>, Span>,
    numbered: BTreeMap<(Option<usize>, u32), Span>,
    by_word: BTreeMap<Option<usize>, Span>,
}

impl Announcements {
    fn of(parts: &Parts<'_>, announced: &[Announced]) -> Self {
        let mut first = Self::default();
        for Announced { found, annex } in announced {
            let span = parts.span(found.span);
            first.any.entry(*annex).or_insert(span);
            if found.numbers.is_empty() {
                first.unnumbered.entry(*annex).or_insert(span);
            }
            for number in &found.numbers {
                first.numbered.entry((*annex, *number)).or_insert(span);
            }
        }
        for (block, annex) in parts.blocks.iter().zip(parts.annex_of_blocks()) {
            let is_text = matches!(block.production, Production::Paragraph(_));
            if !is_text || first.by_word.contains_key(&annex) {
                continue;
            }
            if let Some(span) = encloses(parts.lexicons, parts.words(block.span)) {
                let start = block.span.start;
                let span = Span::new(start + span.start, start + span.end);
                first.by_word.insert(annex, parts.span(span));
            }
        }
        first
    }

    /// What announces an annex of this number in these texts, by name or else by a word.
    fn announce(&self, texts: [Option<usize>; 2], number: Option<u32>) -> Option<Span> {
        let by_name = |text: &Option<usize>| match number {
            None => self.any.get(text).copied(),
            Some(number) => {
                let numbered = self.numbered.get(&(*text, number)).copied();
                numbered.or_else(|| self.unnumbered.get(text).copied())
            }
        };
        let named = texts.iter().find_map(by_name);
        named.or_else(|| {
            texts
                .iter()
                .find_map(|text| self.by_word.get(text).copied())
        })
    }
}

/// Where each annex is announced: in the document's own text, or in that of the annex it is part of.
fn announce(parts: &Parts<'_>, announced: &[Announced], document: &mut Document) {
    let first = Announcements::of(parts, announced);
    for annex in &mut document.annexes {
        let number = annex.number.as_ref().map(|number| number.value);
        annex.announced = first.announce([None, annex.parent], number);
    }
}
