//! How symbols group documents: by key, by base symbol, by language.

use super::{Card, Group, Place};
use crate::grammar::symbol::{in_order, key_of};

/// Every symbol of every card by its key, sorted by key, then by path.
pub(super) fn keys(cards: &[Card]) -> Vec<(Box<str>, Place)> {
    let mut keys: Vec<(Box<str>, Place)> = Vec::with_capacity(cards.len());
    for (index, card) in cards.iter().enumerate() {
        for (symbol, said) in card.symbols.iter().enumerate() {
            keys.push((said.value.key().into(), (index, symbol)));
        }
    }
    keys.sort_unstable();
    keys
}

/// The families that have more than their base document.
pub(super) fn families(cards: &[Card], keys: &[(Box<str>, Place)]) -> Vec<Group> {
    let mut modifying: Vec<(String, Place)> = Vec::new();
    for (_, place) in keys {
        let symbol = &cards[place.0].symbols[place.1].value;
        if symbol.base().len() < symbol.canonical.len() {
            modifying.push((key_of(symbol.base()), *place));
        }
    }
    modifying.sort_unstable();
    let families = modifying.chunk_by(|(one, _), (next, _)| one == next);
    families
        .map(|family| {
            let base = family.first().map_or("", |(base, _)| base);
            let from = keys.partition_point(|(key, _)| **key < *base);
            let of_base = keys[from..].iter().take_while(|(key, _)| **key == *base);
            let mut members: Vec<Place> = of_base.map(|(_, place)| *place).collect();
            members.extend(family.iter().map(|(_, place)| *place));
            let canonical = |place: &Place| &*cards[place.0].symbols[place.1].value.canonical;
            members.sort_by(|one, other| {
                in_order(canonical(one), canonical(other)).then(one.cmp(other))
            });
            Group { members }
        })
        .collect()
}

/// The documents of one symbol in several languages, the first of each language. Joint documents
/// are versions of each other once, not once for each symbol.
pub(super) fn versions(cards: &[Card], keys: &[(Box<str>, Place)]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for same in keys.chunk_by(|(one, _), (next, _)| one == next) {
        let mut languages = Vec::new();
        let mut members = Vec::new();
        for (_, place) in same {
            if let Some(language) = cards[place.0].language
                && !languages.contains(&language)
            {
                languages.push(language);
                members.push(*place);
            }
        }
        if members.len() > 1 {
            groups.push(Group { members });
        }
    }
    let cards_of =
        |group: &Group| -> Vec<usize> { group.members.iter().map(|(card, _)| *card).collect() };
    groups.sort_by_key(cards_of);
    groups.dedup_by_key(|group| cards_of(group));
    groups
}
