//! The words of the languages, as data: one `lexicon/<code>.toml` a language.

/// An official language of the United Nations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Arabic.
    Arabic,
    /// Chinese.
    Chinese,
    /// English.
    English,
    /// French.
    French,
    /// Russian.
    Russian,
    /// Spanish.
    Spanish,
}

impl Language {
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
    pub const fn letter(self) -> char {
        match self {
            Self::Arabic => 'A',
            Self::Chinese => 'C',
            Self::English => 'E',
            Self::French => 'F',
            Self::Russian => 'R',
            Self::Spanish => 'S',
        }
    }
}
