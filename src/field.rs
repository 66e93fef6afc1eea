//! The fields that rules may name. A rule file says `masthead.date`; this module says which nodes
//! and fields there are ([`table`]), of what type each is, and how a document answers.
//!
//! Singular nodes (`document`, `masthead`, `title`, `letter`, `footer`) are named in full from
//! everywhere: `masthead.date`. Fields of plural nodes (`annex`, `page`, …) are named from the
//! node the rule looks at: with `each = "annex"`, `heading.dated` is this annex's heading.
//!
//! Nodes across files (`record`, `family`, `versions`, `reference`) are nodes of a repository, not
//! of a document; their rules name their fields and no others.

use std::fmt;

use smallvec::SmallVec;

use crate::document::Document;
use crate::grammar::date::CalendarDate;
use crate::grammar::symbol::Symbol;
use crate::repository::Repository;
use crate::source::{Source, Span};

mod across;
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
mod record;
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
    /// Across files: every document, by what its card says.
    Record,
    /// Across files: the documents of one base symbol (parent, addenda, corrigenda, revisions).
    Family,
    /// Across files: the language versions of one symbol.
    Versions,
    /// Across files: every symbol that a document cites.
    Reference,
}

impl Node {
    /// All nodes in the order in which they are listed.
    pub const ALL: [Self; 20] = [
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
        Self::Record,
        Self::Family,
        Self::Versions,
        Self::Reference,
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
            Self::Record => "record",
            Self::Family => "family",
            Self::Versions => "versions",
            Self::Reference => "reference",
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

    /// Whether it is a node of a repository, so that a rule about it compares files.
    pub const fn is_across_files(self) -> bool {
        matches!(
            self,
            Self::Record | Self::Family | Self::Versions | Self::Reference
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

impl fmt::Display for Value<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => formatter.write_str(text),
            Self::Date(date) => date.fmt(formatter),
            Self::Number(number) => number.fmt(formatter),
            Self::Symbol(symbol) => formatter.write_str(&symbol.canonical),
            Self::Flag(flag) => flag.fmt(formatter),
        }
    }
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
    /// Across files: which document says so, from 0. In a rule about one document, none.
    pub record: Option<usize>,
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
    Found(SmallVec<[Found<'d>; 1]>),
    /// It is not, and that can be a fault.
    Absent(Absence),
    /// The question does not arise, or the text as converted cannot carry the answer.
    NotApplicable,
}

/// What a rule looks at: a document, and which of its nodes; or a repository, and which of its.
#[derive(Clone, Copy, Debug)]
pub struct Scope<'d> {
    /// The text, for its words. Across files, an empty one: texts are not kept.
    pub source: &'d Source,
    /// The document read from it. Across files, an empty one.
    pub document: &'d Document,
    /// Across files, the cards of the documents.
    pub repository: Option<&'d Repository>,
    /// Which kind of node.
    pub node: Node,
    /// Which of them, from 0 in reading order; 0 for a singular node.
    pub index: usize,
}

impl Scope<'_> {
    /// Across files: the document that the node is, or that it stands in; of several the first.
    pub fn record(&self) -> Option<usize> {
        let repository = self.repository?;
        let first = |members: &[(usize, usize)]| members.first().map(|(card, _)| *card);
        match self.node {
            Node::Record => Some(self.index),
            Node::Family => first(&repository.families[self.index].members),
            Node::Versions => first(&repository.versions[self.index].members),
            Node::Reference => Some(repository.references[self.index].0),
            _ => None,
        }
    }
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
    table::fields().filter(move |field| {
        field.node == node || (field.node.is_singular() && !node.is_across_files())
    })
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
        repository: None,
        node,
        index,
    })
}

/// The scopes a rule across files looks at: documents by path, groups by symbol.
pub fn scopes_across(repository: &Repository, node: Node) -> impl Iterator<Item = Scope<'_>> {
    let (source, document) = repository.blank();
    (0..table::count_across(repository, node)).map(move |index| Scope {
        source,
        document,
        repository: Some(repository),
        node,
        index,
    })
}
