//! A list of words of a lexicon that knows with which bytes a text can begin that has one of them:
//! at nearly every place of a text none can stand, and that is told without trying them.

use std::ops::Deref;

use serde::Deserialize;

use super::letters::without_accent;

/// Words, in the order of their file.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "Vec<String>")]
pub struct Words {
    words: Vec<String>,
    /// With which bytes each can begin in a text.
    firsts: Vec<[u8; 4]>,
    /// With which any of them can: a bit for each byte.
    any_first: [u64; 4],
}

impl From<Vec<String>> for Words {
    fn from(words: Vec<String>) -> Self {
        let firsts: Vec<[u8; 4]> = words.iter().map(|word| first_bytes(word)).collect();
        let mut any_first = [0; 4];
        for byte in firsts.iter().flatten() {
            any_first[usize::from(byte >> 6)] |= 1 << (byte & 63);
        }
        Self {
            words,
            firsts,
            any_first,
        }
    }
}

impl Deref for Words {
    type Target = [String];

    fn deref(&self) -> &[String] {
        &self.words
    }
}

impl<'w> IntoIterator for &'w Words {
    type Item = &'w String;
    type IntoIter = std::slice::Iter<'w, String>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Words {
    /// The words that the text can begin with, by its first letter.
    pub fn that_begin<'w>(&'w self, text: &str) -> impl Iterator<Item = &'w str> + use<'w> {
        let first = text.bytes().next().filter(|byte| self.has_first(*byte));
        first.into_iter().flat_map(move |byte| {
            let both = self.words.iter().zip(&self.firsts);
            both.filter_map(move |(word, firsts)| firsts.contains(&byte).then_some(word.as_str()))
        })
    }

    fn has_first(&self, byte: u8) -> bool {
        self.any_first[usize::from(byte >> 6)] & (1 << (byte & 63)) != 0
    }
}

/// The first bytes of a word in small letters and in capitals, with its accent and without.
fn first_bytes(word: &str) -> [u8; 4] {
    let first = word.chars().next().unwrap_or_default();
    let plain = without_accent(first);
    let forms = [small(first), capital(first), small(plain), capital(plain)];
    forms.map(|form| form.encode_utf8(&mut [0; 4]).as_bytes()[0])
}

fn small(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

fn capital(letter: char) -> char {
    letter.to_uppercase().next().unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_apart_by_their_first_letter() {
        let words = ["Annex", "Élément", "приложение", "附件"];
        let words = Words::from(words.map(str::to_owned).to_vec());
        let that_begin = |text| words.that_begin(text).collect::<Vec<_>>();
        assert_eq!(that_begin("annexes"), ["Annex"]);
        assert_eq!(that_begin("ELEMENT"), ["Élément"]);
        assert_eq!(that_begin("élément"), ["Élément"]);
        assert_eq!(that_begin("Приложение"), ["приложение"]);
        assert_eq!(that_begin("附件一"), ["附件"]);
        assert_eq!(that_begin("letter"), [""; 0]);
        assert_eq!(that_begin(""), [""; 0]);
        assert_eq!(words.len(), 4);
    }
}
