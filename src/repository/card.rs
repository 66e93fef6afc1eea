//! The card of a document: what of it is compared with other documents, and where it stands.

use super::file_name::{FileName, named_after};
use super::fingerprint::{Fingerprint, stamp};
use crate::document::{AnnexKind, At, Document, Kind};
use crate::grammar::date::CalendarDate;
use crate::grammar::symbol::Symbol;
use crate::lexicon::Language;
use crate::source::{Source, Span};

/// A value and where it stands, in bytes of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said<T> {
    /// The value.
    pub value: T,
    /// The words it was read from.
    pub span: Span,
}

/// What only some rules ask for, so that it is left out of cards when none of them is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The fingerprint of the text.
    pub text: bool,
    /// The symbols cited.
    pub citations: bool,
}

/// What of a document is compared with other documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The path as given.
    pub file: Box<str>,
    /// Whether the file was asked for; others are read only to compare it with them.
    pub is_asked_for: bool,
    /// The hash of the whole text, to know it again.
    pub stamp: u64,
    /// What kind of document it is.
    pub kind: Kind,
    /// The symbols of the masthead; a joint document has two.
    pub symbols: Box<[Said<Symbol>]>,
    /// The symbol that the file is named after.
    pub file_name: FileName,
    /// The language of this version.
    pub language: Option<Language>,
    /// The masthead date.
    pub date: Option<Said<CalendarDate>>,
    /// `general`, `limited`, `restricted`, `provisional`.
    pub distribution: Option<Said<&'static str>>,
    /// How many annexes there are, enclosures not counted; the place is the first of them, or where
    /// it would stand.
    pub annexes: Said<u32>,
    /// The job number.
    pub job: Option<Said<Box<str>>>,
    /// What the words of the text give, where there are enough of them.
    pub text: Option<Said<Fingerprint>>,
    /// The symbols cited, each once.
    pub citations: Box<[Said<Symbol>]>,
}

impl Card {
    /// The card of a document; of a text that is none there is no card.
    pub fn of(source: &Source, document: &Document, wanted: Wanted) -> Option<Self> {
        if !document.has_layout() {
            return None;
        }
        let masthead = &document.masthead;
        let symbols: Box<[Said<Symbol>]> = masthead.symbols.iter().map(said).collect();
        let top = document
            .annexes
            .iter()
            .filter(|annex| annex.kind == AnnexKind::Annex && annex.parent.is_none());
        let mut headings = top.map(|annex| annex.heading);
        let first = headings.next();
        let count = first.map_or(0, |_| 1 + headings.count());
        Some(Self {
            file: source.name().into(),
            is_asked_for: true,
            stamp: stamp(source.text()),
            kind: document.kind,
            file_name: named_after(source.name(), &symbols),
            language: document.language,
            date: masthead.date.as_ref().map(said),
            distribution: masthead.distribution.as_ref().and_then(|at| {
                Some(Said {
                    value: at.value.category()?,
                    span: at.span,
                })
            }),
            annexes: Said {
                value: u32::try_from(count).unwrap_or(u32::MAX),
                span: first.unwrap_or(Span::empty(document.body.end)),
            },
            job: document.job.as_ref().map(|job| Said {
                value: job.value.as_str().into(),
                span: job.span,
            }),
            text: wanted.text.then(|| Fingerprint::of(document)).flatten(),
            citations: match wanted.citations {
                true => distinct(&document.citations),
                false => Box::default(),
            },
            symbols,
        })
    }

    /// Where the document says which it is: at its first symbol, or where that would stand.
    pub fn place(&self) -> Span {
        let first = self.symbols.first();
        first.map_or(Span::empty(0), |said| said.span)
    }
}

fn said<T: Clone>(at: &At<T>) -> Said<T> {
    Said {
        value: at.value.clone(),
        span: at.span,
    }
}

/// The symbols in their order, each where it stands first.
fn distinct(citations: &[At<Symbol>]) -> Box<[Said<Symbol>]> {
    let mut known = std::collections::BTreeSet::new();
    let new = citations.iter().filter(|at| known.insert(at.value.key()));
    new.map(said).collect()
}
