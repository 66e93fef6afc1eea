//! The words of the languages, as data: one `lexicon/<code>.toml` a language, and the bodies of
//! document symbols in `lexicon/symbols.toml`. The grammar holds shapes and no words.

use std::sync::LazyLock;

use serde::Deserialize;

mod common;
mod finder;
mod letters;
mod list;
mod merged;
mod words;

pub use common::CommonWords;
pub use finder::{Finder, Hit};
pub use letters::{KASHIDA, is_apostrophe, is_loose, without_accent};
pub use list::Words;
use merged::merged;
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
    pub kinds: std::collections::BTreeMap<String, String>,
}

/// The bodies there are.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bodies {
    /// In capitals.
    pub known: Vec<String>,
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
    /// Finds the names of months.
    pub months: Finder,
    /// Finds the words for annexed matter, and words that announce it.
    pub annexed: Finder,
    /// Finds the beginnings of words that announce something annexed without naming it.
    pub enclosing: Finder,
}

const LANGUAGES: [&str; 6] = [
    include_str!("lexicon/en.toml"),
    include_str!("lexicon/fr.toml"),
    include_str!("lexicon/es.toml"),
    include_str!("lexicon/ru.toml"),
    include_str!("lexicon/ar.toml"),
    include_str!("lexicon/zh.toml"),
];
const SYMBOLS: &str = include_str!("lexicon/symbols.toml");

impl Lexicons {
    /// The lexicons that doclint carries.
    pub fn standard() -> &'static Self {
        static STANDARD: LazyLock<Lexicons> =
            LazyLock::new(|| Lexicons::parse(&LANGUAGES, SYMBOLS).unwrap_or_default());
        &STANDARD
    }

    /// Lexicons from the texts of their files.
    ///
    /// # Errors
    /// What toml says of the first file that is not a lexicon.
    pub fn parse(languages: &[&str], symbols: &str) -> Result<Self, toml::de::Error> {
        let tables: Vec<toml::Table> = languages
            .iter()
            .map(|text| toml::from_str(text))
            .collect::<Result<_, _>>()?;
        let all = merged(tables).try_into()?;
        let languages: Vec<Lexicon> = languages
            .iter()
            .map(|text| toml::from_str(text))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            common: CommonWords::of(&languages),
            months: Finder::of(
                languages
                    .iter()
                    .flat_map(|lexicon| lexicon.dates.months.iter().flatten()),
            ),
            annexed: Finder::of(languages.iter().flat_map(|lexicon| lexicon.annex.named())),
            enclosing: Finder::of(
                languages
                    .iter()
                    .flat_map(|lexicon| &lexicon.annex.enclosing),
            ),
            symbols: toml::from_str(symbols)?,
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
        let lexicons = Lexicons::parse(&LANGUAGES, SYMBOLS).unwrap();
        for lexicon in &lexicons.languages {
            assert_eq!(lexicon.dates.months.len(), 12, "{:?}", lexicon.language);
            assert_eq!(lexicon.dates.weekdays.len(), 7, "{:?}", lexicon.language);
        }
        assert!(lexicons.symbols.bodies.known.iter().any(|body| body == "A"));
    }
}
