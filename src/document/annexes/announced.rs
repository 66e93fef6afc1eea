//! What a text announces, which annexes that means, and where each annex is announced.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::build::Parts;
use crate::document::{Annex, AnnexKind, Document, Mention};
use crate::grammar::mention::{Announcement, Count, announcements, encloses};
use crate::grammar::number::to_roman;
use crate::grammar::text::one_line;
use crate::grammar::{Production, Read};
use crate::lexicon::Sought;
use crate::source::Span;

/// Every announcement with the annex in whose text it stands.
struct Announced {
    found: Announcement,
    annex: Option<usize>,
}

/// Reads the announcements into a document that has its annexes.
pub(super) fn read(parts: &Parts<'_>, document: &mut Document) {
    let announced = announced(parts);
    document.mentions = mentions(parts, &announced, document);
    let mut mentions = document.mentions.iter();
    document.has_lost_annexes = mentions.any(|mention| !mention.missing.is_empty());
    announce(parts, &announced, document);
}

fn announced(parts: &Parts<'_>) -> Vec<Announced> {
    let mut all = Vec::new();
    for (block, annex) in parts.blocks.iter().zip(parts.annex_of_blocks()) {
        if matches!(
            block.production,
            Production::Paragraph(_) | Production::Note(_)
        ) {
            let annexed = parts.hits(Sought::Annexed, block.span);
            let words = parts.words(block.span);
            for mut found in announcements(parts.lexicons, words, annexed) {
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

/// The annexes by kind and number, each in reading order, and by what they are annexed to.
struct Register<'d> {
    annexes: &'d [Annex],
    numbered: BTreeMap<(&'static str, Option<u32>), Vec<usize>>,
    held: BTreeMap<Option<usize>, Held>,
}

/// What is annexed to a text: to the document's own, or to that of an annex.
#[derive(Default)]
struct Held {
    count: usize,
    /// How many there are of each kind.
    named: BTreeMap<&'static str, usize>,
    /// The largest number.
    last: Option<u32>,
}

impl<'d> Register<'d> {
    fn of(annexes: &'d [Annex]) -> Self {
        let mut numbered: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        let mut held: BTreeMap<_, Held> = BTreeMap::new();
        for (index, annex) in annexes.iter().enumerate() {
            let (name, number) = (annex.kind.name(), number(annex));
            numbered.entry((name, number)).or_default().push(index);
            let held = held.entry(annex.parent).or_default();
            held.count += 1;
            *held.named.entry(name).or_default() += 1;
            held.last = held.last.max(number);
        }
        Self {
            annexes,
            numbered,
            held,
        }
    }

    /// The first annex of a kind and number from `least` on.
    fn first(&self, kind: AnnexKind, number: Option<u32>, least: usize) -> Option<usize> {
        let known = self.numbered.get(&(kind.name(), number))?;
        let before = known.partition_point(|index| *index < least);
        known.get(before).copied()
    }

    /// The annexes that an announcement can mean, the first for each number. Without a number any
    /// one will do, because letters call annexes enclosures and the other way round; a number wants
    /// that number, unless the headings have none.
    fn targets(&self, found: &Announcement, annex: Option<usize>) -> Vec<usize> {
        let least = annex.map_or(0, |holder| holder + 1);
        if found.numbers.is_empty() {
            return (least..self.annexes.len()).take(1).collect();
        }
        let numbers = found.numbers.iter().copied().map(Some);
        let targets: BTreeSet<usize> = numbers
            .chain([None])
            .filter_map(|number| self.first(found.kind, number, least))
            .collect();
        targets.into_iter().collect()
    }

    /// What an announcement names that is not there.
    fn missing(&self, found: &Announcement, targets: &[usize]) -> String {
        let name = found.kind.name();
        if found.numbers.is_empty() {
            return if targets.is_empty() {
                name.to_owned()
            } else {
                String::new()
            };
        }
        let there: BTreeSet<Option<u32>> = targets
            .iter()
            .map(|index| number(&self.annexes[*index]))
            .collect();
        let is_lost = |number: &u32| !there.contains(&None) && !there.contains(&Some(*number));
        let lost: Vec<u32> = found.numbers.iter().copied().filter(is_lost).collect();
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
}

fn number(annex: &Annex) -> Option<u32> {
    annex.number.as_ref().map(|number| number.value)
}

/// What announcements of one thing share: the text they stand in, the numbers they name, and, where
/// it is there, the kind.
type Subject<'a> = (Option<usize>, &'a [u32], Option<&'static str>);

/// The announcements that bind, those of one thing together.
fn mentions(parts: &Parts<'_>, announced: &[Announced], document: &Document) -> Vec<Mention> {
    let register = Register::of(&document.annexes);
    let mut mentions: Vec<Mention> = Vec::new();
    let mut known: BTreeMap<Subject<'_>, usize> = BTreeMap::new();
    for Announced { found, annex } in announced {
        // In the text of an annex "annex" names an annex of whatever is reproduced there.
        if !found.binding || (annex.is_some() && found.kind == AnnexKind::Annex) {
            continue;
        }
        let span = parts.span(found.span);
        let targets = register.targets(found, *annex);
        let missing = register.missing(found, &targets);
        // What is missing under two names is missing once.
        let kind = missing.is_empty().then(|| found.kind.name());
        let place = known.entry((*annex, &found.numbers, kind));
        let index = *place.or_insert(mentions.len());
        match mentions.get_mut(index) {
            Some(mention) => {
                mention.again.push(span);
                if mention.count.is_none() {
                    count(parts, found, *annex, &register, mention);
                }
            }
            None => {
                let mut mention = Mention {
                    span,
                    written: one_line(parts.words(found.span)),
                    kind: found.kind,
                    numbers: found.numbers.clone(),
                    missing,
                    again: Vec::new(),
                    targets,
                    searched: Span::new(span.end, document.span.end),
                    count: None,
                    there: String::new(),
                };
                count(parts, found, *annex, &register, &mut mention);
                mentions.push(mention);
            }
        }
    }
    mentions
}

/// Keeps how many annexes an announcement speaks of beside how many there are.
fn count(
    parts: &Parts<'_>,
    found: &Announcement,
    holder: Option<usize>,
    register: &Register<'_>,
    mention: &mut Mention,
) {
    let (Some(said), Some(held)) = (found.count, register.held.get(&holder)) else {
        return;
    };
    let all = held.count;
    let there = held.named.get(found.kind.name()).copied().unwrap_or(all);
    let words = |number: usize| match number {
        1 => format!("one {}", found.kind.name()),
        _ => format!("{number} {}", found.kind.plural()),
    };
    let (said, fits) = match said {
        // An annex with an enclosure of its own is more than one, too.
        Count::Several => (
            format!("several {}", found.kind.plural()),
            all > 1 || register.annexes.len() > holder.map_or(1, |holder| holder + 2),
        ),
        Count::Exactly(number) => {
            let number = usize::try_from(number).unwrap_or(usize::MAX);
            // A gap in the numbers is a fault of its own.
            let numbered = held
                .last
                .and_then(|last| usize::try_from(last).ok())
                .is_some_and(|last| last >= number)
                && there < number;
            (words(number), there == number || all == number || numbered)
        }
    };
    mention.there = if fits { said.clone() } else { words(there) };
    mention.count = Some(parts.at(&Read {
        value: said,
        span: found.span,
    }));
}

/// Where each annex is announced: by name, or by a word like "enclosed" in the text it belongs to.
fn announce(parts: &Parts<'_>, announced: &[Announced], document: &mut Document) {
    let mut enclosing: BTreeMap<Option<usize>, Span> = BTreeMap::new();
    for (block, annex) in parts.blocks.iter().zip(parts.annex_of_blocks()) {
        if matches!(block.production, Production::Paragraph(_))
            && !enclosing.contains_key(&annex)
            && let Some(span) = encloses(
                parts.words(block.span),
                parts.hits(Sought::Enclosing, block.span),
            )
        {
            let start = block.span.start;
            let span = Span::new(start + span.start, start + span.end);
            enclosing.insert(annex, parts.span(span));
        }
    }
    // The first announcement in each place, of any number and of each.
    let mut of_any: BTreeMap<Option<usize>, Span> = BTreeMap::new();
    let mut of_number: BTreeMap<(Option<usize>, Option<u32>), Span> = BTreeMap::new();
    for Announced { found, annex } in announced {
        let span = parts.span(found.span);
        of_any.entry(*annex).or_insert(span);
        if found.numbers.is_empty() {
            of_number.entry((*annex, None)).or_insert(span);
        }
        for number in &found.numbers {
            of_number.entry((*annex, Some(*number))).or_insert(span);
        }
    }
    for annex in &mut document.annexes {
        let places = [None, annex.parent];
        let by_name = match number(annex) {
            None => places.iter().filter_map(|place| of_any.get(place)).min(),
            wanted => places
                .iter()
                .flat_map(|place| [(*place, None), (*place, wanted)])
                .filter_map(|key| of_number.get(&key))
                .min(),
        };
        let by_word = || places.iter().filter_map(|place| enclosing.get(place)).min();
        annex.announced = by_name.or_else(by_word).copied();
    }
}
