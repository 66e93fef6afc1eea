//! The commonest words of all languages in one table, which tells the language of a text.

use super::{Language, Lexicon};

/// How many words tell the language of a text.
const SAMPLE: usize = 400;

/// How many are enough, and how many are wanted, to be sure of it.
const SURE_SAMPLE: usize = 160;
const LEAST_SAMPLE: usize = 40;

/// A bit for each lexicon, in their order.
type Languages = u8;

/// How many places the hashes of words have.
const PLACES: usize = 1 << 12;

/// The commonest words, by their hash.
#[derive(Debug, Default)]
pub struct CommonWords {
    words: Vec<Vec<(String, Languages)>>,
    languages: Vec<Language>,
}

impl CommonWords {
    /// Those of these lexicons.
    pub fn of(lexicons: &[Lexicon]) -> Self {
        let mut words: Vec<Vec<(String, Languages)>> = vec![Vec::new(); PLACES];
        for (index, lexicon) in lexicons.iter().enumerate() {
            // Chinese is known by its characters.
            if lexicon.language == Language::Chinese {
                continue;
            }
            for word in lexicon.common.iter().filter(|word| !word.is_empty()) {
                let alike = &mut words[hash(word) as usize % PLACES];
                match alike.iter_mut().find(|(known, _)| known == word) {
                    Some((_, languages)) => *languages |= 1 << index,
                    None => alike.push((word.clone(), 1 << index)),
                }
            }
        }
        Self {
            words,
            languages: lexicons.iter().map(|lexicon| lexicon.language).collect(),
        }
    }

    /// The language of running text, told by its commonest words: at least every tenth word among
    /// the first few hundred is one of them. `None` when no language has so many.
    pub fn language_of(&self, text: &str) -> Option<Language> {
        let mut count = 0;
        let mut common = [0; Languages::BITS as usize];
        for word in words_of(text).take(SAMPLE) {
            count += 1;
            add(&mut common, self.languages_with(&word));
        }
        let found = self.languages.iter().zip(common);
        found
            .filter(|(_, found)| *found > 0 && found * 10 >= count)
            .max_by_key(|(_, found)| *found)
            .map(|(language, _)| *language)
    }

    /// The language of running text where its commonest words leave no doubt: every tenth word is
    /// one that is common in no other language, and of the others there is hardly one.
    pub fn surely<'t>(&self, texts: impl Iterator<Item = &'t str>) -> Option<Language> {
        let mut count = 0;
        let mut common = [0; Languages::BITS as usize];
        for word in texts.flat_map(words_of).take(SURE_SAMPLE) {
            count += 1;
            let languages = self.languages_with(&word);
            if languages.is_power_of_two() {
                add(&mut common, languages);
            }
        }
        let most = *common.iter().max()?;
        let others = common.iter().sum::<usize>() - most;
        let place = common.iter().position(|found| *found == most)?;
        let sure = count >= LEAST_SAMPLE && most * 10 >= count && others * 8 <= most;
        self.languages.get(place).filter(|_| sure).copied()
    }

    /// The languages in which a word is among the commonest; an ideograph is written in Chinese.
    fn languages_with(&self, word: &Word<'_>) -> Languages {
        let is_ideograph = |c| ('\u{4E00}'..='\u{9FFF}').contains(&c);
        if word.is_other && word.text.starts_with(is_ideograph) {
            let chinese = |language: &Language| *language == Language::Chinese;
            let index = self.languages.iter().position(chinese);
            return index.map_or(0, |index| 1 << index);
        }
        if word.is_other {
            let small = word.text.to_lowercase();
            return self.languages_of(&small, hash(&small));
        }
        self.languages_of(word.text, word.hash)
    }

    fn languages_of(&self, word: &str, hash: u32) -> Languages {
        let alike = self.words.get(hash as usize % PLACES).into_iter().flatten();
        let mut alike = alike.filter(|(known, _)| known.eq_ignore_ascii_case(word));
        alike.next().map_or(0, |(_, languages)| *languages)
    }
}

/// A run of letters in a text.
struct Word<'t> {
    text: &'t str,
    /// Whether it has letters that ASCII lacks.
    is_other: bool,
    hash: u32,
}

/// The hash of a word, small letters and capitals in ASCII alike.
fn hash(word: &str) -> u32 {
    word.bytes().fold(0, with_letter)
}

fn with_letter(hash: u32, byte: u8) -> u32 {
    hash.wrapping_mul(31).wrapping_add(u32::from(byte | 0x20))
}

/// The words of a text.
fn words_of(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let bytes = rest.as_bytes();
        let is_sign = |byte: &u8| byte.is_ascii() && !byte.is_ascii_alphabetic();
        let start = bytes.iter().take_while(|byte| is_sign(byte)).count();
        let (mut end, mut hash) = (start, 0);
        while let Some(byte) = bytes.get(end).filter(|byte| byte.is_ascii_alphabetic()) {
            hash = with_letter(hash, *byte);
            end += 1;
        }
        let is_other = bytes.get(end).is_some_and(|byte| !byte.is_ascii());
        rest = &rest[start..];
        end -= start;
        if is_other {
            rest = rest.trim_start_matches(|c: char| !c.is_alphabetic());
            let other = rest.find(|c: char| !c.is_alphabetic());
            end = other.unwrap_or(rest.len());
        }
        let (word, behind) = rest.split_at(end);
        rest = behind;
        let word = Word {
            text: word,
            is_other,
            hash,
        };
        (end > 0).then_some(word)
    })
}

fn add(counts: &mut [usize], languages: Languages) {
    for (index, count) in counts.iter_mut().enumerate() {
        *count += usize::from(languages >> index & 1);
    }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::{Language, Lexicons};

    #[test]
    fn the_language_of_a_text_is_sure_or_not_told() {
        let common = &Lexicons::standard().common;
        let surely = |text: &str| common.surely([text; 12].into_iter());
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
        assert_eq!(common.surely([english].into_iter()), None);
    }
}
