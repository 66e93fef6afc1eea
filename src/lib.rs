//! doclint reads United Nations documents kept as text, checks them against rules anyone can read
//! and write, and shows each fault on the very words.

pub mod document;
pub mod field;
pub mod finding;
pub mod grammar;
pub mod lexicon;
pub mod mistake;
pub mod reading;
pub mod report;
pub mod source;
