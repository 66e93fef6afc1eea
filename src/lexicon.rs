//! The words of the languages, as data: one `lexicon/<code>.toml` a language, and the bodies of
//! document symbols in `lexicon/symbols.toml`. The grammar holds shapes and no words.

use std::sync::LazyLock;

use serde::Deserialize;

mod finder;
mod letters;
mod words;

pub use finder::Finder;
pub use letters::without_accent;
pub use words::{
    ActWords, AddresseeWords, AnnexWords, CirculationWords, ComplimentWords, DateWords,
    DistributionWords, KindWords, LanguageWords, Lexicon, MastheadWords, NoteWords, OfficeWords,
    OrdinalWords, SignatureWords, TitleEndings, TitleWords,
};

/// An official language of the United Nations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Language {
    /// Arabic.
    #[serde(rename = "ar")]
    Arabic,
    /// Chinese.
    #[serde(rename = "zh")]
    Chinese,
    /// English.
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
    /// Bodies and elements of symbols.
    pub symbols: SymbolWords,
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

/// How many words tell the language of a text.
const SAMPLE: usize = 400;

/// How many are enough, and how many are wanted, to be sure of it.
const SURE_SAMPLE: usize = 160;
const LEAST_SAMPLE: usize = 40;

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
}

/// Whether a word is among the commonest of a language; in Chinese, whether it is written in it.
fn is_common(lexicon: &Lexicon, word: &str) -> bool {
    if lexicon.language == Language::Chinese {
        return word.starts_with(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c));
    }
    let mut common = lexicon.common.iter();
    common.any(|known| same_letters(known, word))
}

/// Whether a word of a lexicon, in small letters, is this one, in whatever letters.
fn same_letters(known: &str, word: &str) -> bool {
    if known.is_ascii() || word.is_ascii() {
        return known.eq_ignore_ascii_case(word);
    }
    known.len() == word.len() && known.chars().eq(word.chars().flat_map(char::to_lowercase))
}

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
        let languages: Vec<Lexicon> = languages
            .iter()
            .map(|text| toml::from_str(text))
            .collect::<Result<_, _>>()?;
        Ok(Self {
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
            languages,
        })
    }

    /// The words of a kind in every language, with the language each belongs to.
    pub fn words<'l>(
        &'l self,
        pick: impl Fn(&'l Lexicon) -> &'l [String] + 'l,
    ) -> impl Iterator<Item = (&'l str, Language)> {
        self.languages.iter().flat_map(move |lexicon| {
            pick(lexicon)
                .iter()
                .map(|word| (word.as_str(), lexicon.language))
        })
    }

    /// The language of running text, told by its commonest words: at least every tenth word among
    /// the first few hundred is one of them. `None` when no language has so many.
    pub fn language_of(&self, text: &str) -> Option<Language> {
        let mut count = 0;
        let mut common = [0; Language::ALL.len()];
        for word in words_of(text).take(SAMPLE) {
            count += 1;
            for (found, lexicon) in common.iter_mut().zip(&self.languages) {
                *found += usize::from(is_common(lexicon, word));
            }
        }
        common
            .into_iter()
            .zip(&self.languages)
            .filter(|(found, _)| *found > 0 && found * 10 >= count)
            .max_by_key(|(found, _)| *found)
            .map(|(_, lexicon)| lexicon.language)
    }

    /// The language of running text where its commonest words leave no doubt: every tenth word is
    /// one that is common in no other language, and of the others there is hardly one.
    pub fn surely<'t>(&self, texts: impl Iterator<Item = &'t str>) -> Option<Language> {
        let mut count = 0;
        let mut common = [0; Language::ALL.len()];
        for word in texts.flat_map(words_of).take(SURE_SAMPLE) {
            count += 1;
            let mut languages = self
                .languages
                .iter()
                .enumerate()
                .filter(|(_, lexicon)| is_common(lexicon, word));
            if let (Some((index, _)), None) = (languages.next(), languages.next()) {
                common[index] += 1;
            }
        }
        let most = *common.iter().max()?;
        let others = common.iter().sum::<usize>() - most;
        let place = common.iter().position(|found| *found == most)?;
        let sure = count >= LEAST_SAMPLE && most * 10 >= count && others * 8 <= most;
        self.languages
            .get(place)
            .filter(|_| sure)
            .map(|lexicon| lexicon.language)
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

    #[test]
    fn the_language_of_a_text_is_sure_or_not_told() {
        let surely = |text: &str| Lexicons::standard().surely([text; 12].into_iter());
        let english = "The members of the Council took note of the report.";
        let french = "Les membres du Conseil ont pris note du rapport dans le calme.";
        assert_eq!(surely(english), Some(Language::English));
        assert_eq!(surely(french), Some(Language::French));
        assert_eq!(
            surely("Los miembros del Consejo tomaron nota de los informes."),
            Some(Language::Spanish)
        );
        assert_eq!(
            surely("安理会成员，注意到，报告，赞扬，秘书长"),
            Some(Language::Chinese)
        );
        assert_eq!(surely(&format!("{english} {french}")), None);
        assert_eq!(Lexicons::standard().surely([english].into_iter()), None);
    }
}
