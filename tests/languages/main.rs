//! What the words of each language are read as: every session, every month, every heading of an
//! annex, what documents call themselves, and a letter of each.

// The helpers of tests are tests too: what fails in them fails the test.
#![allow(clippy::unwrap_used)]

#[path = "../common/mod.rs"]
mod common;

mod annexes;
mod bodies;
mod dates;
mod kinds;
mod letters;
mod masthead;
mod pages;

use doclint::document::Document;
use doclint::grammar::masthead::{MastheadField, line};
use doclint::lexicon::Lexicons;
use doclint::source::Source;

/// The fields of a masthead line.
fn fields(text: &str) -> Vec<MastheadField> {
    let (fields, _) = line(Lexicons::standard(), text, 0);
    fields.into_iter().map(|field| field.value).collect()
}

fn read(text: &str) -> Document {
    doclint::read(&Source::new("text", text))
}
