//! What can begin at a place of a text, told by the first three letters there, before any production
//! is tried: at most places nothing can.

use super::Lexicon;
use super::list::{Beginning, CLASSES, first_letters, in_one};

/// What words of the lexicons begin, a bit for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Openings(u16);

impl Openings {
    /// The label of a distribution, or one without a label.
    pub const DISTRIBUTION: Self = Self(1);
    /// A category of distribution.
    pub const CATEGORY: Self = Self(1 << 1);
    /// The label of the original language.
    pub const ORIGINAL: Self = Self(1 << 2);
    /// The name of an organ.
    pub const ORGAN: Self = Self(1 << 3);
    /// The Organization's name, or a word of it.
    pub const UNITED_NATIONS: Self = Self(1 << 4);
    /// The name of a language.
    pub const LANGUAGE: Self = Self(1 << 5);
    /// The name of a weekday.
    pub const WEEKDAY: Self = Self(1 << 6);
    /// The word for an agenda item.
    pub const AGENDA: Self = Self(1 << 7);
    /// The word for a session, or for a year.
    pub const SESSION: Self = Self(1 << 8);
    /// A notice, or the line of the Official Records.
    pub const NOTICE: Self = Self(1 << 9);
    /// The word for something annexed.
    pub const ANNEX: Self = Self(1 << 10);

    /// Whether one of these can begin here.
    pub const fn has(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }

    /// These and those.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// What begins with each three letters.
#[derive(Debug, Default)]
pub struct OpeningTable(Vec<Openings>);

impl OpeningTable {
    /// The table for the words of a lexicon.
    pub fn of(lexicon: &Lexicon) -> Self {
        let mut table = Self(vec![Openings::default(); CLASSES * CLASSES * CLASSES]);
        let masthead = &lexicon.masthead;
        let distribution = &masthead.distribution;
        let mut add = |opening, lists: &[&super::Words]| {
            for word in lists.iter().copied().flatten() {
                table.add(opening, word);
            }
        };
        add(
            Openings::DISTRIBUTION,
            &[&masthead.distribution_labels, &distribution.provisional],
        );
        add(
            Openings::CATEGORY,
            &[
                &distribution.general,
                &distribution.limited,
                &distribution.restricted,
                &distribution.provisional,
            ],
        );
        add(Openings::ORIGINAL, &[&masthead.original_labels]);
        add(Openings::ORGAN, &[&masthead.organs]);
        add(
            Openings::LANGUAGE,
            &super::Language::ALL.map(|language| lexicon.languages.of(language)),
        );
        add(Openings::WEEKDAY, &[&lexicon.dates.weekdays]);
        add(Openings::AGENDA, &[&masthead.agenda]);
        add(Openings::SESSION, &[&masthead.session, &masthead.year]);
        add(
            Openings::NOTICE,
            &[&masthead.records, &masthead.notices, &masthead.supplements],
        );
        add(
            Openings::ANNEX,
            &lexicon.annex.kinds().map(|(_, words)| words),
        );
        for name in &masthead.united_nations {
            table.add(Openings::UNITED_NATIONS, name);
            for word in name.split(' ') {
                table.add(Openings::UNITED_NATIONS, word);
            }
        }
        table
    }

    fn add(&mut self, opening: Openings, word: &str) {
        let (first, second, third) = Beginning::of(word).letters();
        let all = || 0..CLASSES;
        let one = |class| class..class + 1;
        for second in second.map_or_else(all, one) {
            for third in third.map_or_else(all, one) {
                let place = in_one([first, second, third]);
                self.0[place] = self.0[place].and(opening);
            }
        }
    }

    /// What can begin at the start of a text.
    pub fn at(&self, text: &str) -> Openings {
        let found = self.0.get(in_one(first_letters(text)));
        found.copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicons;

    #[test]
    fn what_can_begin_is_told_by_three_letters() {
        let openings = |text| Lexicons::standard().openings.at(text);
        assert!(openings("Distr.: General").has(Openings::DISTRIBUTION));
        assert!(openings("DI STR.").has(Openings::DISTRIBUTION));
        assert!(openings("Annex II").has(Openings::ANNEX));
        assert!(openings("附件一").has(Openings::ANNEX));
        assert!(openings("Приложение").has(Openings::ANNEX));
        assert_eq!(openings("Señores"), openings("SENORES"));
        assert!(openings("NATIONS").has(Openings::UNITED_NATIONS));
        assert_eq!(openings("We thank you"), Openings::default());
        assert_eq!(openings(""), Openings::default());
    }
}
