//! The words of the languages, as data: one `lexicon/<code>.toml` a language, and the bodies of
//! document symbols in `lexicon/symbols.toml`. The grammar holds shapes and no words.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;
use std::thread;

use serde::Deserialize;

mod common;
mod finder;
mod letters;
mod list;
mod openings;
mod starts;
mod words;

pub use common::CommonWords;
pub use finder::{Finder, Hit, Hits, Sought};
pub use letters::{IDEOGRAPHS, KASHIDA, is_apostrophe, is_loose, without_accent};
pub use list::{FirstLetters, Words};
pub use openings::{OpeningTable, Openings};
pub use starts::word_starts;
pub use words::{
    ActWords, AddresseeWords, AnnexWords, CirculationWords, ComplimentWords, DateWords,
    DistributionWords, KindWords, LanguageWords, Lexicon, MastheadWords, NoteWords, OfficeWords,
    OrdinalWords, SignatureWords, TitleEndings, TitleWords,
};

/// An official language of the United Nations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Language {
    /// Arabic.
    #[serde(rename = "ar")]
    Arabic,
    /// Chinese.
    #[serde(rename = "zh")]
    Chinese,
    /// English.
    #[default]
    #[serde(rename = "en")]
    English,
    /// French.
    #[serde(rename = "fr")]
    French,
    /// Russian.
    #[serde(rename = "ru")]
    Russian,
    /// Spanish.
    #[serde(rename = "es")]
    Spanish,
}

impl Language {
    /// The six.
    pub const ALL: [Self; 6] = [
        Self::Arabic,
        Self::Chinese,
        Self::English,
        Self::French,
        Self::Russian,
        Self::Spanish,
    ];

    /// The ISO 639-1 code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Arabic => "ar",
            Self::Chinese => "zh",
            Self::English => "en",
            Self::French => "fr",
            Self::Russian => "ru",
            Self::Spanish => "es",
        }
    }

    /// The letter after a job number.
    pub const fn letter_name(self) -> &'static str {
        match self {
            Self::Arabic => "A",
            Self::Chinese => "C",
            Self::English => "E",
            Self::French => "F",
            Self::Russian => "R",
            Self::Spanish => "S",
        }
    }
}

/// What is known of the bodies and elements of symbols.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SymbolWords {
    /// The bodies there are.
    pub bodies: Bodies,
    /// The elements that are special.
    pub elements: Elements,
    /// Elements that say what kind of document the symbol names.
    pub kinds: BTreeMap<String, String>,
}

/// The bodies there are.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Bodies {
    /// In capitals.
    pub known: BTreeSet<String>,
    /// Those that number their sessions before the first stroke: `IDB.49/1`.
    pub with_session: BTreeSet<String>,
    /// Beginnings of symbols of documents that print no distribution.
    pub without_distribution: Vec<String>,
    /// Beginnings of symbols of documents that do not say their original language.
    pub without_original: Vec<String>,
}

/// The elements that are special.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Elements {
    /// Written with one capital.
    pub mixed_case: Vec<String>,
    /// Modify another document.
    pub modifiers: Vec<String>,
    /// Have a number behind a stop, which some write with a space between.
    pub numbered: Vec<String>,
    /// What scans make of a body letter: as read, as meant.
    pub lookalikes: Vec<(String, String)>,
}

/// The lexicons of all languages, in one value.
#[derive(Debug, Default)]
pub struct Lexicons {
    /// One a language.
    pub languages: Vec<Lexicon>,
    /// The words of them all; lists in which the place of a word says what it means (tens, counts,
    /// weekdays, marks) mean nothing here.
    pub all: Lexicon,
    /// Bodies and elements of symbols.
    pub symbols: SymbolWords,
    /// The commonest words of them all.
    pub common: CommonWords,
    /// The words of them all that can stand before a kind of document: ordinals, adjectives.
    pub qualifiers: Words,
    /// What words can begin at a place.
    pub openings: OpeningTable,
    /// Finds what is looked for in all of a text.
    pub finder: Finder,
}

/// What the build script makes of the lexicon files.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Files {
    languages: Vec<Lexicon>,
    all: Lexicon,
    symbols: SymbolWords,
}

const FILES: &str = include_str!(concat!(env!("OUT_DIR"), "/lexicons.json"));

fn qualifiers(languages: &[Lexicon]) -> Vec<String> {
    let of_language = |lexicon: &Lexicon| {
        let OrdinalWords {
            units, round, tens, ..
        } = &lexicon.ordinals;
        let ordinals = units.iter().chain(round).flatten().chain(tens);
        let all = ordinals.chain(&lexicon.title.qualifiers);
        all.cloned().collect::<Vec<_>>()
    };
    languages.iter().flat_map(of_language).collect()
}

/// A finder of the words of all languages.
fn finder(all: &Lexicon) -> Finder {
    Finder::of(|sought| match sought {
        Sought::Month => Box::new(all.dates.months.iter().flatten()),
        Sought::Annexed => Box::new(all.annex.named()) as Box<dyn Iterator<Item = &String>>,
        Sought::Enclosing => Box::new(all.annex.enclosing.iter()),
    })
}

impl Lexicons {
    /// The lexicons that doclint carries.
    pub fn standard() -> &'static Self {
        static STANDARD: LazyLock<Lexicons> =
            LazyLock::new(|| Lexicons::parse(FILES).unwrap_or_default());
        &STANDARD
    }

    /// Begins to make the lexicons ready, beside whatever is done until they are needed.
    pub fn prepare() {
        // Without a thread they are made ready when they are needed.
        let _ = thread::Builder::new().spawn(Self::standard);
    }

    /// Lexicons from the JSON of the build script.
    fn parse(files: &str) -> serde_json::Result<Self> {
        let Files {
            languages,
            all,
            symbols,
        } = serde_json::from_str(files)?;
        Ok(Self {
            common: CommonWords::of(&languages),
            qualifiers: Words::from(qualifiers(&languages)),
            openings: OpeningTable::of(&all),
            finder: finder(&all),
            symbols,
            all,
            languages,
        })
    }

    /// The words of a kind in every language, with the language each belongs to.
    pub fn words<'l>(
        &'l self,
        pick: impl Fn(&'l Lexicon) -> &'l Words + 'l,
    ) -> impl Iterator<Item = (&'l str, Language)> {
        self.languages.iter().flat_map(move |lexicon| {
            pick(lexicon)
                .iter()
                .map(|word| (word.as_str(), lexicon.language))
        })
    }

    /// The lexicon of a language.
    pub fn of(&self, language: Language) -> Option<&Lexicon> {
        self.languages
            .iter()
            .find(|lexicon| lexicon.language == language)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lexicons_that_doclint_carries_are_sound() {
        let lexicons = Lexicons::parse(FILES).unwrap();
        for lexicon in &lexicons.languages {
            assert_eq!(lexicon.dates.months.len(), 12, "{:?}", lexicon.language);
            assert_eq!(lexicon.dates.weekdays.len(), 7, "{:?}", lexicon.language);
        }
        assert!(
            lexicons
                .all
                .masthead
                .session
                .contains(&"session".to_owned())
        );
        assert!(lexicons.all.masthead.session.contains(&"сессия".to_owned()));
        let mays = ["May", "mai", "mayo"].map(str::to_owned);
        let fifth = &lexicons.all.dates.months[4];
        assert!(mays.iter().all(|name| fifth.contains(name)));
        assert!(lexicons.symbols.bodies.known.contains("A"));
    }
}
