//! What is kept of every document so that documents can be compared with each other: a card for
//! each, and the groups that their symbols make of them. Texts are not kept, so that a hundred
//! thousand documents fit where a few thousand texts would.

use std::path::Path;

use crate::document::Document;
use crate::grammar::symbol::Symbol;
use crate::source::Source;

mod card;
mod file_name;
mod fingerprint;
mod groups;

pub use card::{Card, Said, Wanted};
pub use file_name::{FileName, named_after};
pub use fingerprint::{Fingerprint, stamp};

/// A symbol of a document: which card (from 0), and which of its symbols (from 0).
pub type Place = (usize, usize);

/// Documents that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Which symbols of which documents; never empty.
    pub members: Vec<Place>,
}

/// The documents of a run, as far as they are compared with each other.
#[derive(Debug)]
pub struct Repository {
    /// A card for each document, by path.
    pub cards: Vec<Card>,
    /// The documents of one base symbol, where there is more than the base document: each family
    /// in the order in which people sort symbols.
    pub families: Vec<Group>,
    /// The documents of one symbol, one for each language, where there are several languages.
    pub versions: Vec<Group>,
    /// Every symbol that a document cites, each once: the card, and which of its citations.
    pub references: Vec<Place>,
    /// Whether a document that is not among the cards is not in the repository: a folder was read,
    /// not some files of it.
    pub is_whole: bool,
    /// Every symbol by its key, sorted.
    keys: Vec<(Box<str>, Place)>,
    blank: (Source, Document),
}

impl Repository {
    /// The repository of these cards, in whatever order they come.
    pub fn new(mut cards: Vec<Card>, is_whole: bool) -> Self {
        cards.sort_by(|one, other| Path::new(&*one.file).cmp(Path::new(&*other.file)));
        let keys = groups::keys(&cards);
        let references = cards.iter().enumerate().flat_map(|(index, card)| {
            (0..card.citations.len()).map(move |citation| (index, citation))
        });
        Self {
            families: groups::families(&cards, &keys),
            versions: groups::versions(&cards, &keys),
            references: references.collect(),
            is_whole,
            keys,
            blank: (Source::new("", ""), Document::default()),
            cards,
        }
    }

    /// The symbol at a place.
    pub fn symbol(&self, (card, symbol): Place) -> &Said<Symbol> {
        &self.cards[card].symbols[symbol]
    }

    /// The first document with the symbol of a key.
    pub fn find(&self, key: &str) -> Option<Place> {
        let at = self.keys.partition_point(|(known, _)| **known < *key);
        let (known, place) = self.keys.get(at)?;
        (**known == *key).then_some(*place)
    }

    /// The first document that revises the one of a key; not that of the key `but`.
    pub fn revision(&self, key: &str, but: &str) -> Option<Place> {
        let revised = format!("{key}/REV.");
        let at = self.keys.partition_point(|(known, _)| **known < *revised);
        let revisions = self.keys[at..]
            .iter()
            .take_while(|(known, _)| known.starts_with(&revised));
        let mut others = revisions.filter(|(known, _)| **known != *but);
        others.next().map(|(_, place)| *place)
    }

    /// An empty text and the document read from it: nodes across files have no other.
    pub const fn blank(&self) -> (&Source, &Document) {
        (&self.blank.0, &self.blank.1)
    }
}
