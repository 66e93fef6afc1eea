//! doclint reads United Nations documents kept as text, checks them against rules anyone can read
//! and write, and shows each fault on the very words.

pub mod check;
pub mod config;
pub mod discover;
pub mod document;
pub mod field;
pub mod finding;
pub mod grammar;
pub mod lexicon;
pub mod mistake;
pub mod reading;
pub mod record;
pub mod report;
pub mod rule;
pub mod source;

use document::Document;
use lexicon::Lexicons;
use reading::Reading;
use source::Source;

/// The document that a text is: markup off, blocks recognised, the tree built. Any text gives one.
pub fn read(source: &Source) -> Document {
    let lexicons = Lexicons::standard();
    let reading = Reading::of(source.text());
    let blocks = grammar::blocks(lexicons, reading.text());
    document::document_of(source, &reading, lexicons, &blocks)
}
