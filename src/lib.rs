//! doclint reads United Nations documents kept as text, checks them against rules anyone can read
//! and write, and shows each fault on the very words.
//!
//! ```text
//! text → Source → Reading → blocks → Document → fields ─┐
//!                                        │               ├→ checks → findings → report
//!                                      Record     rules/*.toml
//!
//! all Documents → Cards → Repository → fields → checks → findings across files
//! ```

pub mod bytes;
pub mod catalogue;
pub mod check;
pub mod cli;
pub mod config;
pub mod discover;
pub mod document;
pub mod field;
pub mod finding;
pub mod fix;
pub mod grammar;
pub mod lexicon;
pub mod mistake;
pub mod policy;
pub mod reading;
pub mod record;
pub mod register;
pub mod report;
pub mod repository;
pub mod rule;
pub mod run;
pub mod schema;
pub mod source;
pub mod tree;

use document::Document;
use finding::Finding;
use lexicon::Lexicons;
use reading::Reading;
use repository::{Card, Wanted};
use rule::RuleSet;
use source::Source;

/// A source with what was found in it.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The text.
    pub source: Source,
    /// In order of place, then rule.
    pub findings: Vec<Finding>,
    /// Whether it has the layout of a document.
    pub is_document: bool,
    /// What other documents are compared with, where that was wanted.
    pub card: Option<Card>,
}

/// The document that a text is: markup off, blocks recognised, the tree built. Any text gives one.
pub fn read(source: &Source) -> Document {
    let lexicons = Lexicons::standard();
    let reading = Reading::of(source.text());
    let blocks = grammar::blocks(lexicons, reading.text());
    document::document_of(source, &reading, lexicons, &blocks)
}

/// Reads a text only to compare it with others.
pub fn card(source: &Source, wanted: Wanted) -> Option<Card> {
    Card::of(source, &read(source), wanted)
}

/// Reads a text and checks it; `wanted` is what it is to be compared with other documents by.
pub fn check(source: Source, rules: &RuleSet, wanted: Option<Wanted>) -> Checked {
    let document = read(&source);
    Checked {
        findings: rules.check(&source, &document),
        is_document: document.has_layout(),
        card: wanted.and_then(|wanted| Card::of(&source, &document, wanted)),
        source,
    }
}
