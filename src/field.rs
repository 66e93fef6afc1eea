//! The fields that rules may name. A rule file says `masthead.date`; this module says which nodes
//! and fields there are ([`table`]), of what type each is, and how a document answers.
//!
//! Singular nodes (`document`, `masthead`, `title`, `letter`, `footer`) are named in full from
//! everywhere: `masthead.date`. Fields of plural nodes (`annex`, `page`, …) are named from the
//! node the rule looks at: with `each = "annex"`, `heading.dated` is this annex's heading.

use smallvec::SmallVec;

use crate::document::Document;
use crate::grammar::date::CalendarDate;
use crate::grammar::symbol::Symbol;
use crate::source::{Source, Span};

mod addressee;
mod annex;
mod answer;
mod document;
mod inner;
mod languages;
mod letter;
mod masthead;
mod names;
mod pages;
mod request;
mod signature;
mod symbol;
pub mod table;
mod text;

pub use names::{ByField, FieldPath, NodeName};

/// What a rule can look at, one at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Node {
    /// The whole document: one, also for a text that is none.
    Document,
    /// The masthead: one, when the text is a document.
    Masthead,
    /// The title: one, when there is one.
    Title,
    /// The letter (letter, identical letters, note verbale): one, when the title is of one.
    Letter,
    /// Every title of a communication: the document's own, and those that annexes reproduce.
    Communication,
    /// Every annex, enclosure, appendix and attachment.
    Annex,
    /// Every signature block.
    Signature,
    /// The first-page footer: one, when there is one.
    Footer,
    /// Every page footer, page 1's too.
    Page,
    /// Every symbol of a running head.
    Head,
    /// Every announcement of an annex, enclosure or appendix.
    Mention,
    /// Every symbol cited in the text.
    Citation,
    /// Every note at the foot of a page.
    Note,
    /// Every mark that leads to a note.
    Mark,
    /// Every paragraph.
    Paragraph,
    /// Every date.
    Date,
}

impl Node {
    /// All nodes in the order in which they are listed.
    pub const ALL: [Self; 16] = [
        Self::Document,
        Self::Masthead,
        Self::Title,
        Self::Letter,
        Self::Communication,
        Self::Annex,
        Self::Signature,
        Self::Footer,
        Self::Page,
        Self::Head,
        Self::Mention,
        Self::Citation,
        Self::Note,
        Self::Mark,
        Self::Paragraph,
        Self::Date,
    ];

    /// The word of rule files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Masthead => "masthead",
            Self::Title => "title",
            Self::Letter => "letter",
            Self::Communication => "communication",
            Self::Annex => "annex",
            Self::Signature => "signature",
            Self::Footer => "footer",
            Self::Page => "page",
            Self::Head => "head",
            Self::Mention => "mention",
            Self::Citation => "citation",
            Self::Note => "note",
            Self::Mark => "mark",
            Self::Paragraph => "paragraph",
            Self::Date => "date",
        }
    }

    /// The node of a word of rule files.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|node| node.name() == name)
    }

    /// Whether a document has at most one, so that its fields can be named from everywhere.
    pub const fn is_singular(self) -> bool {
        matches!(
            self,
            Self::Document | Self::Masthead | Self::Title | Self::Letter | Self::Footer
        )
    }
}

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldType {
    /// Words.
    Text,
    /// A day.
    Date,
    /// A whole number.
    Number,
    /// A document symbol.
    Symbol,
    /// Yes or no; in `when`, `"true"` and `"false"`.
    Flag,
}

impl FieldType {
    /// The word shown to writers of rules.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Date => "date",
            Self::Number => "number",
            Self::Symbol => "symbol",
            Self::Flag => "flag",
        }
    }
}

/// A value of a field, borrowed from the document.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value<'d> {
    /// Words; compared by their letters and digits alone.
    Text(&'d str),
    /// A day, which may be one that no calendar has.
    Date(CalendarDate),
    /// A whole number.
    Number(i64),
    /// A document symbol; compared without case, spaces and reissue asterisks.
    Symbol(&'d Symbol),
    /// Yes or no.
    Flag(bool),
}

/// A value and the words it was read from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found<'d> {
    /// What the words mean.
    pub value: Value<'d>,
    /// Bytes of the source.
    pub span: Span,
    /// The words as a person reads them: markup off.
    pub written: &'d str,
    /// How they should be written, where there is one right way and it is known.
    pub canonical: Option<&'d str>,
}

/// Where a field belongs that is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absence {
    /// The words that announce it, or the place where it belongs.
    pub at: Span,
    /// What was searched for it.
    pub searched: Span,
}

/// A document's answer to the question for a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Lookup<'d> {
    /// It is there, once or more (a joint document has two symbols).
    Found(SmallVec<[Found<'d>; 2]>),
    /// It is not, and that can be a fault.
    Absent(Absence),
    /// The question does not arise, or the text as converted cannot carry the answer.
    NotApplicable,
}

/// What a rule looks at: a document, and which of its nodes.
#[derive(Clone, Copy, Debug)]
pub struct Scope<'d> {
    /// The text, for its words.
    pub source: &'d Source,
    /// The document read from it.
    pub document: &'d Document,
    /// Which kind of node.
    pub node: Node,
    /// Which of them, from 0 in reading order; 0 for a singular node.
    pub index: usize,
}

/// One field: where it is found, what it holds.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// The node that has it.
    pub node: Node,
    /// Its name from that node: `date`, `heading.dated`.
    pub name: &'static str,
    /// What it holds.
    pub holds: FieldType,
    /// What it is, in a line.
    pub about: &'static str,
    /// The accessor. It is called with a scope of this field's node, or, for a singular node, with
    /// any scope of the document.
    pub get: for<'d> fn(&Scope<'d>) -> Lookup<'d>,
}

impl Field {
    /// The name as rule files write it: with the node in front when that is singular.
    pub fn path(&self) -> String {
        if self.node.is_singular() {
            format!("{}.{}", self.node.name(), self.name)
        } else {
            self.name.to_owned()
        }
    }
}

/// The fields that a rule with `each = node` may name.
pub fn fields_of(node: Node) -> impl Iterator<Item = &'static Field> {
    table::fields().filter(move |field| field.node == node || field.node.is_singular())
}

/// The field a rule with `each = node` means by `path`.
pub fn find(node: Node, path: &str) -> Option<&'static Field> {
    fields_of(node).find(|field| {
        if field.node.is_singular() {
            path.strip_prefix(field.node.name())
                .and_then(|rest| rest.strip_prefix('.'))
                == Some(field.name)
        } else {
            path == field.name
        }
    })
}

/// The scopes a rule with `each = node` looks at, in reading order.
pub fn scopes<'d>(
    source: &'d Source,
    document: &'d Document,
    node: Node,
) -> impl Iterator<Item = Scope<'d>> {
    (0..table::count(document, node)).map(move |index| Scope {
        source,
        document,
        node,
        index,
    })
}
