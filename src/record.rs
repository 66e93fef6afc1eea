//! The register's entry: what a document says of itself, flat. A part that the text does not
//! contain is null or an empty list; nothing is known from elsewhere.

use serde::Serialize;

use crate::document::{Annex, At, Document, Kind, Masthead, Title};
use crate::grammar::date::CalendarDate;
use crate::lexicon::Language;
use crate::source::Source;

/// What a document says of itself.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Record {
    /// The path as given.
    pub file: String,
    /// What its front says.
    #[serde(flatten)]
    pub front: FrontRecord,
    /// Every annex, enclosure, appendix and attachment.
    pub annexes: Vec<AnnexRecord>,
    /// Names signed in the document's own text.
    pub signatures: Vec<String>,
    /// The job number.
    pub job_number: Option<String>,
    /// The letter after it.
    pub job_language: Option<char>,
    /// The dates of page 1's footer.
    pub footer_dates: Vec<String>,
    /// The digits of the barcode.
    pub barcode: Option<String>,
    /// The `n/N` footers.
    pub pages: PagesRecord,
    /// Symbols printed as running heads.
    pub running_symbols: Vec<String>,
}

/// What the front of a document says: of the outer one, or of one that an annex reproduces.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FrontRecord {
    /// `letter`, `report`, …
    pub kind: &'static str,
    /// Masthead symbols, canonical.
    pub symbols: Vec<String>,
    /// Organ names as printed.
    pub organs: Vec<String>,
    /// `general`, `limited`, `restricted`, `provisional`.
    pub distribution: Option<&'static str>,
    /// The masthead date, `YYYY-MM-DD`.
    pub date: Option<String>,
    /// The language of this version.
    pub language: Option<&'static str>,
    /// Original languages.
    pub original: Vec<&'static str>,
    /// The title on one line.
    pub title: Option<String>,
    /// What the title of a communication says.
    pub letter: Option<LetterRecord>,
    /// `34`, `73 (b)`.
    pub agenda_items: Vec<String>,
    /// The session as printed.
    pub session: Option<String>,
}

/// What the title of a communication says.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LetterRecord {
    /// `YYYY-MM-DD`
    pub dated: Option<String>,
    /// The sender.
    pub from: Option<String>,
    /// The addressees.
    pub to: Vec<String>,
}

/// One annex.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AnnexRecord {
    /// `annex`, `enclosure`, `appendix`, `attachment`.
    pub kind: &'static str,
    /// As printed.
    pub number: Option<String>,
    /// The date in its heading.
    pub dated: Option<String>,
    /// Its original languages.
    pub original: Vec<&'static str>,
    /// Names signed in it.
    pub signatures: Vec<String>,
    /// What the document that it reproduces says of itself.
    pub document: Option<FrontRecord>,
}

/// The `n/N` footers.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PagesRecord {
    /// Each `n`, in order.
    pub seen: Vec<u32>,
    /// `N`
    pub last: Option<u32>,
}

impl Record {
    /// The record of a document.
    pub fn of(source: &Source, document: &Document) -> Self {
        let footer = document.footer.as_ref();
        let job = footer.and_then(|footer| footer.job.as_ref());
        Self {
            file: source.name().to_owned(),
            front: FrontRecord::of(
                document.kind,
                document.language,
                &document.masthead,
                document.title.as_ref(),
            ),
            annexes: document
                .annexes
                .iter()
                .enumerate()
                .map(|(index, annex)| annex_record(document, index, annex))
                .collect(),
            signatures: names(document, None),
            job_number: job.or(document.job.as_ref()).map(|job| job.value.clone()),
            job_language: footer
                .and_then(|footer| footer.language.as_ref())
                .map(|letter| letter.value),
            footer_dates: footer
                .map(|footer| footer.dates.iter().map(iso).collect())
                .unwrap_or_default(),
            barcode: footer
                .and_then(|footer| footer.barcode.as_ref())
                .map(|barcode| barcode.value.clone()),
            pages: pages(document),
            running_symbols: running_symbols(document),
        }
    }
}

impl FrontRecord {
    fn of(
        kind: Kind,
        language: Option<Language>,
        masthead: &Masthead,
        title: Option<&Title>,
    ) -> Self {
        let values = |read: &[At<String>]| read.iter().map(|at| at.value.clone()).collect();
        let communication = title.filter(|title| title.form.is_some());
        Self {
            kind: kind.name(),
            symbols: masthead
                .symbols
                .iter()
                .map(|symbol| symbol.value.canonical.clone())
                .collect(),
            organs: values(&masthead.organs),
            distribution: masthead
                .distribution
                .as_ref()
                .and_then(|distribution| distribution.value.category()),
            date: masthead.date.as_ref().map(iso),
            language: language.map(Language::code),
            original: codes(&masthead.originals),
            title: title.map(|title| title.text.clone()),
            letter: communication.map(|title| LetterRecord {
                dated: title.dated.as_ref().map(iso),
                from: title.sender.as_ref().map(|sender| sender.value.clone()),
                to: values(&title.addressees),
            }),
            agenda_items: values(&masthead.agenda_items),
            session: masthead
                .session
                .as_ref()
                .map(|session| session.value.clone()),
        }
    }
}

fn iso(date: &At<CalendarDate>) -> String {
    date.value.to_string()
}

fn codes(languages: &[At<Language>]) -> Vec<&'static str> {
    languages
        .iter()
        .map(|language| language.value.code())
        .collect()
}

fn annex_record(document: &Document, index: usize, annex: &Annex) -> AnnexRecord {
    AnnexRecord {
        kind: annex.kind.name(),
        number: annex.number.as_ref().map(|number| number.written.clone()),
        dated: annex
            .letter
            .as_ref()
            .and_then(|letter| letter.dated.as_ref())
            .map(iso),
        original: codes(&annex.originals),
        signatures: names(document, Some(index)),
        document: annex.document.as_ref().map(|front| {
            FrontRecord::of(
                front.kind,
                front.language,
                &front.masthead,
                front.title.as_ref(),
            )
        }),
    }
}

fn names(document: &Document, annex: Option<usize>) -> Vec<String> {
    document
        .signatures
        .iter()
        .filter(|signature| signature.annex == annex)
        .filter_map(|signature| signature.name.as_ref())
        .map(|name| name.value.clone())
        .collect()
}

/// The total that most footers give is the document's: one of them can be misprinted.
fn pages(document: &Document) -> PagesRecord {
    PagesRecord {
        seen: document
            .pages
            .iter()
            .filter_map(|page| page.number.as_ref())
            .map(|number| number.value)
            .collect(),
        last: document.page_total.as_ref().map(|total| total.value),
    }
}

fn running_symbols(document: &Document) -> Vec<String> {
    let mut distinct: Vec<String> = Vec::new();
    for symbol in document.heads.iter().map(|head| &head.symbol) {
        if !distinct.contains(&symbol.value.canonical) {
            distinct.push(symbol.value.canonical.clone());
        }
    }
    distinct
}
