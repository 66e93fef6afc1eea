//! The document: masthead, title, letter, annex tree, pages and notes, each part with the words
//! it was read from. All spans are bytes of the source.

mod annexes;
mod build;
mod front;
mod heading;
mod kind;
mod masthead;
mod names;
mod notes;
mod pages;
mod request;
mod runs;
mod text;

pub use build::document_of;
pub use names::{AnnexKind, Distribution, Form, Kind};

use crate::grammar::date::CalendarDate;
use crate::grammar::symbol::Symbol;
use crate::lexicon::Language;
use crate::source::Span;

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct At<T> {
    /// What the words mean.
    pub value: T,
    /// Bytes of the source.
    pub span: Span,
    /// The words as a person reads them: markup off, line breaks as single spaces.
    pub written: String,
}

/// What stands at the head of a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Masthead {
    /// Document symbols; a joint document has two.
    pub symbols: Vec<At<Symbol>>,
    /// Organ names as printed.
    pub organs: Vec<At<String>>,
    /// The distribution line.
    pub distribution: Option<At<Distribution>>,
    /// The date.
    pub date: Option<At<CalendarDate>>,
    /// The language line of a translation.
    pub version: Option<At<Language>>,
    /// Original languages.
    pub originals: Vec<At<Language>>,
    /// What the line of the original names that is none of the six languages.
    pub unknown_original: Option<At<String>>,
    /// The session line.
    pub session: Option<At<String>>,
    /// The year of the Security Council: 78 in `Seventy-eighth year`.
    pub council_year: Option<At<u32>>,
    /// Agenda items: `34`, `73 (b)`.
    pub agenda_items: Vec<At<String>>,
    /// Whether titles of agenda items follow; a title run together with them is not told apart.
    pub agenda_titles: bool,
    /// Whether the language line says that there is no other version (`English only`).
    pub only: bool,
    /// Whether it says that the document is one of the Official Records.
    pub official_records: bool,
    /// The first line of it.
    pub first: Span,
    /// The label `Original`, also when its language is lost.
    pub original_label: Option<Span>,
    /// All of it; empty where it belongs when there is none.
    pub span: Span,
}

/// The title, and what a communication's title says.
#[derive(Clone, Debug, PartialEq)]
pub struct Title {
    /// The words on one line, note marks off.
    pub text: String,
    /// All of it.
    pub span: Span,
    /// The form, when it is a communication's.
    pub form: Option<At<Form>>,
    /// The date of the communication.
    pub dated: Option<At<CalendarDate>>,
    /// Who it is from, without "the".
    pub sender: Option<At<String>>,
    /// To whom it is addressed, each without "the".
    pub addressees: Vec<At<String>>,
}

/// What a document is known by: its masthead and title, and what follows from them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Front {
    /// What kind it is.
    pub kind: Kind,
    /// The language of this version.
    pub language: Option<Language>,
    /// What stands at its head; empty when an annex reproduces a communication without it.
    pub masthead: Masthead,
    /// Its title.
    pub title: Option<Title>,
}

/// A signature block: `(Signed) Name`, then the office.
#[derive(Clone, Debug, PartialEq)]
pub struct Signature {
    /// All of it.
    pub span: Span,
    /// The mark `(Signed)`.
    pub mark: Span,
    /// Who signed.
    pub name: Option<At<String>>,
    /// In what office.
    pub role: Option<At<String>>,
    /// Whether the office signed and nobody is named.
    pub by_office: bool,
    /// The annex it stands in (an index of [`Document::annexes`]); `None` in the document's own text.
    pub annex: Option<usize>,
}

/// An annex, enclosure, appendix or attachment.
#[derive(Clone, Debug, PartialEq)]
pub struct Annex {
    /// Which kind.
    pub kind: AnnexKind,
    /// The whole heading: `Annex II to the letter dated …`, with its `[Original: …]` line.
    pub heading: Span,
    /// The number as printed and as a number; a letter `A` is 1.
    pub number: Option<At<u32>>,
    /// What the heading says of the letter it belongs to.
    pub letter: Option<Title>,
    /// The document that the annex reproduces, when it begins with a masthead or with the title of
    /// a communication.
    pub document: Option<Box<Front>>,
    /// The languages of its `[Original: …]` line.
    pub originals: Vec<At<Language>>,
    /// What follows the heading, to the next annex of the same rank.
    pub content: Span,
    /// Whether there are words in it.
    pub has_content: bool,
    /// The annex that it is a part of (an enclosure of an annex): an index of [`Document::annexes`].
    pub parent: Option<usize>,
    /// Where it is announced, when it is.
    pub announced: Option<Span>,
    /// The annexes that are numbered together have one of these: kind, holder, and which run.
    pub group: String,
    /// How many of them there are.
    pub together: usize,
}

/// Words that announce an annex: `(see annex)`, `its annex`, `annex II`.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// The words.
    pub span: Span,
    /// The words as read.
    pub written: String,
    /// The kind that they name.
    pub kind: AnnexKind,
    /// The numbers that they name.
    pub numbers: Vec<u32>,
    /// What they name that is not there, in words: `annex`, `annex II`; empty when all is.
    pub missing: String,
    /// Further words that announce the same one.
    pub again: Vec<Span>,
    /// The words that say how many there are, and what they say: `one annex`, `several annexes`.
    pub count: Option<At<String>>,
    /// How many there are: the words of `count` when they fit.
    pub there: String,
    /// What they announce (indices of [`Document::annexes`]).
    pub targets: Vec<usize>,
    /// Where it was searched.
    pub searched: Span,
}

/// The job-number footer of page 1.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Footer {
    /// All of it.
    pub span: Span,
    /// The job number as printed, without language letter, spaces, asterisks.
    pub job: Option<At<String>>,
    /// The language letter: A C E F R S.
    pub language: Option<At<char>>,
    /// The `ddmmyy` dates, in order.
    pub dates: Vec<At<CalendarDate>>,
    /// The digits between the asterisks.
    pub barcode: Option<At<String>>,
}

/// A page footer: page 1's, or a later page's `n/N` or job number.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// All of it.
    pub span: Span,
    /// `n`
    pub number: Option<At<u32>>,
    /// `N`
    pub total: Option<At<u32>>,
    /// The job number.
    pub job: Option<At<String>>,
}

/// A symbol printed at the top of a later page; a joint document has two of them there.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// The symbol.
    pub symbol: At<Symbol>,
    /// The page that stands below it.
    pub page: Option<At<u32>>,
}

/// A note at the foot of a page or the end of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// All of it.
    pub span: Span,
    /// Its mark: `*`, `**`, `1`, `a`.
    pub mark: At<String>,
    /// Its words.
    pub text: String,
    /// Whether it says that the document was reissued.
    pub reissue: bool,
    /// Whether something in the text leads to it, as far as that can be told.
    pub is_used: bool,
}

/// A mark that leads to a note.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Its name: `*`, `3`.
    pub at: At<String>,
    /// The note, when it is there.
    pub note: Option<Span>,
}

/// How a letter asks to be circulated.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The word that asks.
    pub span: Span,
    /// The principal organs whose document it is to be, by the body of their symbols.
    pub organs: Vec<At<String>>,
    /// The agenda items under which: `34`, `73 (b)`.
    pub agenda_items: Vec<At<String>>,
}

/// What a resolution or a meeting record says of itself in its heading.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heading {
    /// The number of the resolution: `77/182`, `2690 (2023)`.
    pub resolution: Option<At<String>>,
    /// When it was adopted.
    pub adopted: Option<At<CalendarDate>>,
    /// The number of the meeting.
    pub meeting: Option<At<u32>>,
}

/// A date in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Day {
    /// The date.
    pub date: At<CalendarDate>,
    /// The weekday before or behind it, from 1 for Monday.
    pub weekday: Option<At<u8>>,
}

/// A paragraph of running text.
#[derive(Clone, Debug, PartialEq)]
pub struct Paragraph {
    /// All of it.
    pub span: Span,
    /// The words on one line.
    pub text: String,
    /// Its number.
    pub number: Option<At<u32>>,
    /// The annex it stands in.
    pub annex: Option<usize>,
    /// Which run of numbered paragraphs it belongs to.
    pub run: Option<usize>,
}

/// The tree of one document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// What kind it is.
    pub kind: Kind,
    /// The language of this version.
    pub language: Option<Language>,
    /// What stands at its head.
    pub masthead: Masthead,
    /// Its title.
    pub title: Option<Title>,
    /// The document's own text: from the title's end to the end of its last words before the first
    /// annex.
    pub body: Span,
    /// Every annex, enclosure, appendix and attachment, in reading order.
    pub annexes: Vec<Annex>,
    /// Every announcement of one, in reading order.
    pub mentions: Vec<Mention>,
    /// Whether annexes are announced that are not there.
    pub has_lost_annexes: bool,
    /// Every signature block, in reading order.
    pub signatures: Vec<Signature>,
    /// The footer of page 1.
    pub footer: Option<Footer>,
    /// The page footers, page 1's too, in reading order.
    pub pages: Vec<Page>,
    /// The job number that most footers print; the first of them when they are of two minds.
    pub job: Option<At<String>>,
    /// The page count that most footers print.
    pub page_total: Option<At<u32>>,
    /// The symbols of the running heads, in reading order.
    pub heads: Vec<Head>,
    /// The notes.
    pub notes: Vec<Note>,
    /// The marks that lead to them, in reading order.
    pub marks: Vec<Mark>,
    /// The symbols cited in running text.
    pub citations: Vec<At<Symbol>>,
    /// Every date, in reading order.
    pub dates: Vec<Day>,
    /// How the letter asks to be circulated.
    pub request: Option<Request>,
    /// What the heading of a resolution or a meeting record says.
    pub heading: Heading,
    /// The paragraphs.
    pub paragraphs: Vec<Paragraph>,
    /// Whether the file is written in HTML.
    pub is_html: bool,
    /// The whole text.
    pub span: Span,
}

impl Annex {
    /// The title of the communication that the annex reproduces.
    pub fn communication(&self) -> Option<&Title> {
        let title = self.document.as_ref()?.title.as_ref();
        title.filter(|title| title.form.is_some())
    }
}

impl Document {
    /// The form of a communication.
    pub fn form(&self) -> Option<Form> {
        Some(self.title.as_ref()?.form.as_ref()?.value)
    }

    /// The titles of communications: the document's own, then those that annexes reproduce.
    pub fn communications(&self) -> impl Iterator<Item = &Title> {
        let own = self.title.iter().filter(|title| title.form.is_some());
        own.chain(self.annexes.iter().filter_map(Annex::communication))
    }

    /// Whether the document says that it was reissued.
    pub fn is_reissued(&self) -> bool {
        self.notes.iter().any(|note| note.reissue)
            || self
                .masthead
                .symbols
                .iter()
                .any(|symbol| symbol.value.reissues > 0)
    }

    /// Whether a note has so many asterisks for its mark.
    pub fn has_note_of_stars(&self, count: u8) -> bool {
        let is_mark = |mark: &str| mark.len() == usize::from(count) && !mark.contains(|c| c != '*');
        self.notes.iter().any(|note| is_mark(&note.mark.value))
    }

    /// Whether the text has at least one part of the layout, so that it can be a document at all.
    pub fn has_layout(&self) -> bool {
        !self.masthead.span.is_empty()
            || self.form().is_some()
            || self.kind != Kind::Other
            || self.footer.is_some()
    }
}
