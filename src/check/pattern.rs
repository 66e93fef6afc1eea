//! pattern: does the text match, or not match, a regular expression?

use std::sync::OnceLock;

use regex::Regex;
use regex_syntax::hir::Hir;
use regex_syntax::hir::literal::Extractor;
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::{Breach, Named, Names, Spot};
use crate::field::{FieldPath, FieldType, Found, Scope, Value};
use crate::reading::Reading;
use crate::source::Span;

/// `[check.pattern]`
#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(inline)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Parameters {
    /// The field; it holds text.
    #[schemars(with = "FieldPath")]
    field: Spanned<String>,
    /// The regular expression that the text must match.
    #[schemars(with = "Option<String>")]
    must_match: Option<Spanned<String>>,
    /// The regular expression that must match nowhere in the text; one of the two is given.
    #[schemars(with = "Option<String>")]
    must_not_match: Option<Spanned<String>>,
}

/// Does the text match, or not match?
#[derive(Debug)]
pub struct Pattern {
    pub(super) field: Named,
    regex: LazyRegex,
    wanted: bool,
}

/// A regular expression that is made ready for the first text in which it may match: that takes
/// longer than reading a letter.
#[derive(Debug)]
struct LazyRegex {
    written: String,
    ready: OnceLock<Option<Regex>>,
    /// How a match can begin; `None` where that is not known, or it can be empty.
    beginnings: Option<Beginnings>,
}

impl LazyRegex {
    fn new(written: &str) -> Result<Self, Box<regex_syntax::Error>> {
        Ok(Self {
            written: written.to_owned(),
            ready: OnceLock::new(),
            beginnings: Beginnings::of(&regex_syntax::parse(written)?),
        })
    }

    /// `None` where it matches nowhere in the text.
    fn for_text(&self, text: &str) -> Option<&Regex> {
        let is_ready = self.ready.get().is_some();
        let may_match = match &self.beginnings {
            // A closer look pays as long as it may save making it ready.
            Some(beginnings) => {
                let text = text.as_bytes();
                beginnings.first.stand_in(text) && (is_ready || beginnings.stand_in(text))
            }
            None => true,
        };
        may_match.then(|| self.ready())?
    }

    fn ready(&self) -> Option<&Regex> {
        let ready = || Regex::new(&self.written).ok();
        self.ready.get_or_init(ready).as_ref()
    }
}

/// The bytes with which a match can begin.
#[derive(Debug)]
struct Beginnings {
    first: FirstBytes,
    /// The first two, a bit for each pair.
    pairs: Box<[u64; PAIRS / 64]>,
}

/// The first bytes with which a match can begin.
#[derive(Debug)]
enum FirstBytes {
    /// So few that they are found at the speed of memory; some can be the same.
    Few([u8; 3]),
    /// Runs of bytes: the first one, and how many come behind it.
    Runs(Vec<(u8, u8)>),
}

/// How many pairs of bytes there are.
const PAIRS: usize = 1 << 16;
/// How many bytes of a text are compared with a run at once.
const CHUNK: usize = 128;

impl Beginnings {
    /// `None` where that is not known, or a match can be empty.
    fn of(expression: &Hir) -> Option<Self> {
        let mut extractor = Extractor::new();
        extractor
            .limit_class(1 << 14)
            .limit_literal_len(2)
            .limit_total(1 << 14);
        let literals = extractor.extract(expression);
        let mut pairs = Box::new([0; PAIRS / 64]);
        let mut add = |first, second| {
            let pair = pair(first, second);
            pairs[pair / 64] |= 1 << (pair % 64);
        };
        let mut firsts = Vec::new();
        for literal in literals.literals()? {
            let (first, rest) = literal.as_bytes().split_first()?;
            firsts.push(*first);
            match rest.first() {
                Some(second) => add(*first, *second),
                None => (0..=u8::MAX).for_each(|second| add(*first, second)),
            }
        }
        Some(Self {
            first: FirstBytes::of(firsts),
            pairs,
        })
    }

    /// Whether a match can stand in the text.
    fn stand_in(&self, text: &[u8]) -> bool {
        let is_one = |first, second| {
            let pair = pair(first, second);
            self.pairs[pair / 64] >> (pair % 64) & 1 != 0
        };
        // Behind the last byte there is none: a match of one byte has all of them for its second.
        let last = || text.last().is_some_and(|last| is_one(*last, 0));
        text.windows(2).any(|pair| is_one(pair[0], pair[1])) || last()
    }
}

const fn pair(first: u8, second: u8) -> usize {
    (first as usize) << 8 | second as usize
}

impl FirstBytes {
    fn of(mut bytes: Vec<u8>) -> Self {
        bytes.sort_unstable();
        bytes.dedup();
        if let ([first, ..], [.., last]) = (&bytes[..], &bytes[..])
            && bytes.len() <= 3
        {
            return Self::Few([*first, bytes[bytes.len() / 2], *last]);
        }
        let runs = bytes.chunk_by(|one, next| *next == one + 1);
        let run = |run: &[u8]| Some((*run.first()?, run.last()? - run.first()?));
        Self::Runs(runs.filter_map(run).collect())
    }

    fn stand_in(&self, text: &[u8]) -> bool {
        match self {
            Self::Few([first, second, third]) => {
                memchr::memchr3(*first, *second, *third, text).is_some()
            }
            Self::Runs(runs) => text.chunks(CHUNK).any(|chunk| {
                let is_there = |(first, more): &(u8, u8)| {
                    // Without an early exit the compiler looks at many bytes at once.
                    let found = chunk.iter().fold(0, |found, byte| {
                        found | u8::from(byte.wrapping_sub(*first) <= *more)
                    });
                    found != 0
                };
                runs.iter().any(is_there)
            }),
        }
    }
}

impl Parameters {
    pub(super) fn check(&self, names: &mut Names<'_>) -> Option<Pattern> {
        let field = names.typed(&self.field, &[FieldType::Text], "pattern");
        let (written, wanted) = match (&self.must_match, &self.must_not_match) {
            (Some(written), None) => (written, true),
            (None, Some(written)) => (written, false),
            (Some(_), Some(one)) => {
                names.mistake(
                    one.span(),
                    "a pattern is either `must-match` or `must-not-match`".to_owned(),
                    None,
                );
                return None;
            }
            (None, None) => {
                names.mistake(
                    self.field.span(),
                    "there is no pattern".to_owned(),
                    Some(
                        "add `must-match` or `must-not-match` with a regular expression".to_owned(),
                    ),
                );
                return None;
            }
        };
        let reason = match LazyRegex::new(written.get_ref()) {
            Ok(regex) if names.is_carried() || regex.ready().is_some() => {
                return Some(Pattern {
                    field: field?,
                    regex,
                    wanted,
                });
            }
            Ok(_) => "it is too long".to_owned(),
            Err(error) => error.to_string(),
        };
        let reason = reason.lines().last().unwrap_or_default();
        let reason = reason.trim_start_matches("error: ");
        names.mistake(
            written.span(),
            format!("this is no regular expression: {reason}"),
            None,
        );
        None
    }
}

impl Pattern {
    pub(super) fn ask<'d>(&self, scope: &Scope<'d>) -> Vec<Breach<'d>> {
        let at = |spot: Spot| Breach::at(scope, &self.field, spot);
        self.field
            .values(scope)
            .iter()
            .flat_map(|found| {
                let Value::Text(text) = found.value else {
                    return Vec::new();
                };
                if self.wanted {
                    return if self
                        .regex
                        .for_text(text)
                        .is_some_and(|regex| regex.is_match(text))
                    {
                        Vec::new()
                    } else {
                        vec![at(found.into())]
                    };
                }
                let mut places: Vec<Span> = self
                    .regex
                    .for_text(text)
                    .into_iter()
                    .flat_map(|regex| regex.find_iter(text))
                    .filter(|hit| !hit.is_empty())
                    .map(|hit| place(scope, found, text, hit.range()))
                    .collect();
                // Hits whose places are not known all stand on the whole text: one of them will do.
                places.dedup();
                let spot = |span| Spot {
                    span,
                    record: found.record,
                };
                places.into_iter().map(|span| at(spot(span))).collect()
            })
            .collect()
    }
}

/// The words of a hit in the source, when that reads as the text does but for white space; the
/// whole text otherwise. `hit` is in bytes of the text.
fn place(scope: &Scope<'_>, found: &Found<'_>, text: &str, hit: std::ops::Range<usize>) -> Span {
    let start = found.span.start;
    let source = scope.source.slice(found.span);
    if source == text {
        return Span::new(start + hit.start, start + hit.end);
    }
    let count = |text: &str| letters(text).count();
    let (before, count) = (count(&text[..hit.start]), count(&text[hit]));
    let reading = Reading::of(source);
    let read = reading.text();
    let same = letters(read).map(|(_, letter)| letter);
    let is_same = same.eq(letters(text).map(|(_, letter)| letter));
    let mut places = letters(read)
        .map(|(offset, letter)| Span::new(offset, offset + letter.len_utf8()))
        .skip(before)
        .take(count);
    match places.next() {
        Some(first) if is_same => {
            let words = places.last().map_or(first, |last| first.to(last));
            let words = reading.source_span(words);
            Span::new(start + words.start, start + words.end)
        }
        _ => found.span,
    }
}

/// All but white space, with its places in bytes.
fn letters(text: &str) -> impl Iterator<Item = (usize, char)> {
    text.char_indices().filter(|(_, c)| !c.is_whitespace())
}
