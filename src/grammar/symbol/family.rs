//! How symbols belong together: what a document modifies, its base symbol, and the order in which
//! people sort them.

use std::cmp::Ordering;

use super::meaning::modifier_of;
use super::{Modifier, Symbol};
use crate::lexicon::Lexicons;

impl Symbol {
    /// The symbol of the document that an addendum, a corrigendum or a revision belongs to:
    /// `S/2023/463/Add.1` of `S/2023/463/Add.1/Corr.1`.
    pub fn parent(&self) -> Option<&str> {
        let modifies = matches!(
            self.modifier,
            Some(Modifier::Addendum | Modifier::Corrigendum | Modifier::Revision)
        );
        let (parent, _) = self.canonical.rsplit_once('/')?;
        modifies.then_some(parent)
    }

    /// The symbol without the elements that modify another document: `S/2023/463` of all three.
    pub fn base(&self) -> &str {
        let lexicons = Lexicons::standard();
        let mut base = self.canonical.as_str();
        while let Some((rest, last)) = base.rsplit_once('/')
            && modifier_of(lexicons, last).is_some()
        {
            base = rest;
        }
        base
    }

    /// The number of an addendum to the base symbol: 2 of `S/2023/463/Add.2`, also of its
    /// corrigenda; none of `S/2023/463/Rev.1/Add.2`, which is an addendum to the revision.
    pub fn addendum(&self) -> Option<u32> {
        let modifiers = self.canonical[self.base().len()..].strip_prefix("/Add.")?;
        let (number, _) = modifiers.split_once('/').unwrap_or((modifiers, ""));
        number.parse().ok()
    }
}

/// What two symbols are compared by, as written in their canonical form: capitals, no spaces.
pub fn key_of(canonical: &str) -> String {
    canonical
        .chars()
        .filter(|c| !c.is_whitespace())
        .flat_map(char::to_uppercase)
        .collect()
}

/// The order in which people sort symbols: `S/2023/9` before `S/2023/10`, what modifies a document
/// behind it.
pub fn in_order(one: &str, other: &str) -> Ordering {
    let (mut one, mut other) = (one, other);
    loop {
        let (figures, rest) = number(one);
        let (others, behind) = number(other);
        let by_number = || {
            let (figures, others) = (value(figures), value(others));
            figures.len().cmp(&others.len()).then(figures.cmp(others))
        };
        let order = match (figures.is_empty(), others.is_empty()) {
            (false, false) => {
                (one, other) = (rest, behind);
                by_number()
            }
            _ => {
                let (mut of_one, mut of_other) = (one.chars(), other.chars());
                let (next, its) = (of_one.next(), of_other.next());
                if next.is_none() && its.is_none() {
                    return Ordering::Equal;
                }
                (one, other) = (of_one.as_str(), of_other.as_str());
                next.cmp(&its)
            }
        };
        if order.is_ne() {
            return order;
        }
    }
}

/// The figures that a text begins with, and what follows them.
fn number(text: &str) -> (&str, &str) {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    text.split_at(end)
}

fn value(figures: &str) -> &str {
    figures.trim_start_matches('0')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Symbol {
        let (rest, symbol) = super::super::symbol(Lexicons::standard())(text).unwrap();
        assert_eq!(rest, "");
        symbol
    }

    #[test]
    fn a_chain_of_modifiers_leads_to_the_base_symbol() {
        let symbol = read("S/2002/1146/Add.1/Corr.2");
        assert_eq!(symbol.parent(), Some("S/2002/1146/Add.1"));
        assert_eq!(symbol.base(), "S/2002/1146");
        assert_eq!(symbol.addendum(), Some(1));
        assert_eq!(read("A/C.3/72/L.1/Rev.1").parent(), Some("A/C.3/72/L.1"));
        assert_eq!(read("A/C.3/72/L.1/Rev.1/Add.2").addendum(), None);
        assert_eq!(read("S/2023/463").parent(), None);
        assert_eq!(read("A/HRC/WG.6/7/SVN/2").base(), "A/HRC/WG.6/7/SVN/2");
    }

    #[test]
    fn symbols_are_sorted_as_people_sort_them() {
        let mut symbols = [
            "S/2023/10",
            "S/2023/9/Add.10",
            "S/RES/2690 (2023)",
            "S/2023/9/Add.2",
            "A/78/1",
            "S/2023/9",
            "A/9/200",
        ];
        symbols.sort_by(|one, other| in_order(one, other));
        assert_eq!(
            symbols,
            [
                "A/9/200",
                "A/78/1",
                "S/2023/9",
                "S/2023/9/Add.2",
                "S/2023/9/Add.10",
                "S/2023/10",
                "S/RES/2690 (2023)",
            ]
        );
    }
}
