//! What holds for any text: nothing panics, every place lies in the text, no word is lost between
//! blocks, the map back to the source runs forward, and the answer is the same every time. The
//! texts are specimens that are cut, shuffled, spliced, spoilt and filled with hostile pieces.

// The helpers of tests are tests too: what fails in them fails the test.
#![allow(clippy::unwrap_used)]

mod common;

use std::ops::Range;
use std::sync::LazyLock;

use common::{places, seeds};
use doclint::grammar::blocks;
use doclint::lexicon::Lexicons;
use doclint::reading::Reading;
use doclint::report::Look;
use doclint::rule::RuleSet;
use doclint::source::{Source, Span};
use doclint::tree::tree;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

static RULES: LazyLock<RuleSet> = LazyLock::new(|| RuleSet::builtin().unwrap());
static SEEDS: LazyLock<Vec<String>> =
    LazyLock::new(|| seeds().into_iter().map(|(_, text)| text).collect());

/// How many texts each property is asked of.
const CASES: u32 = if cfg!(debug_assertions) { 250 } else { 5000 };

/// What markup, layout and numbers are made of.
const PIECES: [&str; 56] = [
    "\n",
    "\n\n",
    " ",
    "        ",
    "\u{c}",
    "\r\n",
    "\r",
    "\t",
    "\0",
    "\u{feff}",
    "\u{a0}",
    "\u{2028}",
    "\u{85}",
    "\u{202e}",
    "\u{640}",
    "*",
    "**",
    "$",
    "$_{",
    "}",
    "\\",
    "|",
    "`",
    "> ",
    "# ",
    "<br>",
    "<!--",
    "&nbsp;",
    "&#0;",
    "[",
    "](",
    ")",
    "/...",
    "(Signed) ",
    "Annex ",
    "IV",
    "Annex to the letter dated ",
    "(see annex II)",
    "Enclosure",
    "[Original: French]",
    "S/2023/",
    "A/78/1",
    "Distr.: General",
    "Original: English",
    "Letter dated ",
    "31 June 2023",
    "from the ",
    " addressed to the ",
    "United Nations",
    "Security Council",
    "2/3",
    "23-12564 (E) 290623",
    "*2312564*",
    "99999999999999999999",
    "٣",
    "ﷺ𝟚",
];

/// Something done to a text. A place is a share of the text's length, so that it can shrink.
#[derive(Clone, Debug)]
enum Change {
    /// Nothing is left behind a place.
    CutAt(Index),
    /// The words between two places go.
    Remove(Index, Index),
    /// Two lines change places.
    SwapLines(Vec<(Index, Index)>),
    /// Words of another specimen come in between.
    Splice {
        from: Index,
        words: (Index, Index),
        at: Index,
    },
    /// Hostile pieces come in between.
    Insert(Vec<&'static str>, Index),
    /// The words between two places stand there several times.
    Repeat(Index, Index, usize),
    /// Bytes become others, whether or not they still make characters.
    Spoil(Vec<(Index, u8)>),
}

impl Change {
    fn apply(&self, text: &str) -> String {
        match self {
            Self::CutAt(at) => text[..place(text, at)].to_owned(),
            Self::Remove(one, two) => {
                let words = between(text, one, two);
                [&text[..words.start], &text[words.end..]].concat()
            }
            Self::SwapLines(swaps) => {
                let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
                for (one, two) in swaps.iter().filter(|_| !text.is_empty()) {
                    let count = lines.len();
                    lines.swap(one.index(count), two.index(count));
                }
                lines.concat()
            }
            Self::Splice { from, words, at } => {
                let other = from.get(&SEEDS);
                with(text, at, &other[between(other, &words.0, &words.1)])
            }
            Self::Insert(pieces, at) => with(text, at, &pieces.concat()),
            Self::Repeat(one, two, times) => {
                let words = between(text, one, two);
                with(text, one, &text[words].repeat(*times))
            }
            Self::Spoil(spoilt) => {
                let mut bytes = text.as_bytes().to_vec();
                for (at, byte) in spoilt.iter().filter(|_| !text.is_empty()) {
                    bytes[at.index(text.len())] = *byte;
                }
                String::from_utf8_lossy(&bytes).into_owned()
            }
        }
    }
}

/// A place of the text between two characters.
fn place(text: &str, index: &Index) -> usize {
    text.floor_char_boundary(index.index(text.len() + 1))
}

fn between(text: &str, one: &Index, two: &Index) -> Range<usize> {
    let (one, two) = (place(text, one), place(text, two));
    one.min(two)..one.max(two)
}

fn with(text: &str, at: &Index, words: &str) -> String {
    let (before, after) = text.split_at(place(text, at));
    [before, words, after].concat()
}

fn pieces() -> impl Strategy<Value = Vec<&'static str>> {
    vec(select(&PIECES[..]), 1..40)
}

fn change() -> impl Strategy<Value = Change> {
    let index = any::<Index>;
    prop_oneof![
        index().prop_map(Change::CutAt),
        (index(), index()).prop_map(|(one, two)| Change::Remove(one, two)),
        vec((index(), index()), 1..40).prop_map(Change::SwapLines),
        (index(), (index(), index()), index()).prop_map(|(from, words, at)| Change::Splice {
            from,
            words,
            at
        }),
        (pieces(), index()).prop_map(|(pieces, at)| Change::Insert(pieces, at)),
        (index(), index(), 2..6_usize)
            .prop_map(|(one, two, times)| Change::Repeat(one, two, times)),
        vec((index(), any::<u8>()), 1..40).prop_map(Change::Spoil),
    ]
}

/// Specimens that were changed; now and then nothing but pieces, or nothing but noise.
fn text() -> impl Strategy<Value = String> {
    let changed = (any::<Index>(), vec(change(), 1..5)).prop_map(|(seed, changes)| {
        let seed = seed.get(&SEEDS).clone();
        let long = |text: &String| text.len() > 20_000;
        changes.iter().fold(seed, |text, change| {
            let changed = change.apply(&text);
            if long(&changed) { text } else { changed }
        })
    });
    let noise =
        vec(any::<u8>(), 0..400).prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    prop_oneof![
        8 => changed,
        2 => pieces().prop_map(|pieces| pieces.concat()),
        1 => noise,
    ]
}

fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        max_shrink_time: 20_000,
        ..ProptestConfig::with_cases(CASES)
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_place_lies_in_the_text(text in text()) {
        let source = Source::new("text", text);
        let document = doclint::read(&source);
        let findings = RULES.check(&source, &document);
        places::all_lie_within(&source, &document, &findings);
    }

    #[test]
    fn a_text_that_is_checked_again_gives_the_same(text in text()) {
        let check = || doclint::check(Source::new("text", text.as_str()), &RULES, RULES.wanted());
        let (once, again) = (check(), check());
        prop_assert_eq!(once.findings, again.findings);
        prop_assert_eq!(once.is_document, again.is_document);
        let plain = Look { colour: false, width: 80 };
        let shown = || tree(&Source::new("text", text.as_str()), plain);
        prop_assert_eq!(shown(), shown());
    }

    #[test]
    fn blocks_and_the_white_space_between_are_the_whole_text(text in text()) {
        let reading = Reading::of(&text);
        let read = reading.text();
        let mut end = 0;
        for block in blocks(Lexicons::standard(), read) {
            let span = block.span;
            prop_assert!(end <= span.start, "{block:?} begins before {end}");
            prop_assert!(span.start < span.end, "{block:?} has no words");
            prop_assert_eq!(read[end..span.start].trim(), "", "before {:?}", block);
            end = span.end;
        }
        prop_assert_eq!(read[end..].trim(), "", "behind the last block");
    }

    #[test]
    fn the_map_to_the_source_runs_forward(text in text()) {
        let reading = Reading::of(&text);
        let mut last = Span::empty(0);
        for (at, character) in reading.text().char_indices() {
            let span = reading.source_span(Span::new(at, at + character.len_utf8()));
            places::lies_within(&text, span, "the reading");
            prop_assert!(!span.is_empty(), "{character:?} at {at} was read from nothing");
            prop_assert!(last.start <= span.start && last.end <= span.end, "{last:?}, {span:?}");
            let offset = reading.source_offset(at);
            prop_assert!(last.start <= offset && offset < span.end, "{offset}, {span:?}");
            last = span;
        }
        prop_assert_eq!(reading.source_offset(reading.text().len()), text.len());
    }
}
