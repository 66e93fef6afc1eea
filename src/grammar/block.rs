//! Blocks: runs of text with the production that recognised them. Spans are bytes of the reading.

use super::Read;
use super::annex::AnnexHeading;
use super::footer::FooterPart;
use super::masthead::MastheadField;
use super::signature::NameAndRole;
use super::symbol::Symbol;
use super::title::Communication;
use crate::lexicon::Language;
use crate::source::Span;

/// What a block was recognised as. A masthead and a title behind an annex heading are those of a
/// document that the annex reproduces.
#[derive(Clone, Debug, PartialEq)]
pub enum Production {
    /// A line of the masthead.
    Masthead(Vec<Read<MastheadField>>),
    /// The name of a body that no list has.
    SubsidiaryOrgan,
    /// The title of an agenda item.
    AgendaTitle,
    /// The title of a communication.
    Communication(Communication),
    /// The title of another document.
    Title,
    /// A line under the title: its type, `Addendum`.
    Subtitle,
    /// The heading of an annex, enclosure, appendix or attachment.
    AnnexHeading(AnnexHeading),
    /// `[Original: French]`
    Original(Vec<Read<Language>>),
    /// A signature block: the mark, and who signed.
    Signature(Span, NameAndRole),
    /// The name or office of a signature before the footer.
    SignatureContinued,
    /// A footer: job number, dates, barcode, `n/N`.
    Footer(Vec<Read<FooterPart>>),
    /// A page number alone.
    PageNumber,
    /// `/...`
    Continuation,
    /// A drawn line.
    Rule,
    /// The symbol at the top of a page, and the page it names.
    RunningHead(Vec<Read<Symbol>>, Option<Read<u32>>),
    /// A note: the span of its mark.
    Note(Span),
    /// The heading of a table of contents.
    Contents,
    /// Running text, and the number it begins with.
    Paragraph(Option<Read<u32>>),
    /// What the grammar does not know.
    Other,
}

impl Production {
    /// The name shown to people.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Masthead(_) => "masthead",
            Self::SubsidiaryOrgan => "subsidiary organ",
            Self::AgendaTitle => "agenda item title",
            Self::Communication(_) | Self::Title => "title",
            Self::Subtitle => "subtitle",
            Self::AnnexHeading(_) => "annex heading",
            Self::Original(_) => "original language",
            Self::Signature(..) | Self::SignatureContinued => "signature",
            Self::Footer(_) => "footer",
            Self::PageNumber => "page number",
            Self::Continuation => "continuation mark",
            Self::Rule => "rule",
            Self::RunningHead(..) => "running head",
            Self::Note(_) => "note",
            Self::Contents => "contents",
            Self::Paragraph(_) => "paragraph",
            Self::Other => "other",
        }
    }

    /// Whether a document begins with it: behind an annex heading, one that the annex reproduces.
    pub const fn opens_document(&self) -> bool {
        matches!(self, Self::Masthead(_) | Self::Communication(_))
    }

    /// Whether it is a signature, or the rest of one behind the end of a page.
    pub const fn is_signature(&self) -> bool {
        matches!(self, Self::Signature(..) | Self::SignatureContinued)
    }

    /// Whether it stands at the foot or the top of a page, between two parts of the text.
    pub const fn is_page_matter(&self) -> bool {
        matches!(
            self,
            Self::Footer(_)
                | Self::PageNumber
                | Self::Continuation
                | Self::Rule
                | Self::RunningHead(..)
        )
    }
}

/// A run of text and what it was recognised as.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// The words, without the blank lines about them.
    pub span: Span,
    /// What it is.
    pub production: Production,
}
