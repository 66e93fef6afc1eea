//! A list of words of a lexicon that knows the letters with which they begin: at nearly every place
//! of a text none can stand, and that is told without trying them.

use std::ops::Deref;

use serde::Deserialize;

use super::letters::{KASHIDA, is_loose, without_accent};

/// Words, in the order of their file.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "Vec<String>")]
pub struct Words {
    words: Vec<String>,
    /// How each word begins, and which it is; by the first letter, then in the order of the file.
    beginnings: Vec<(Beginning, usize)>,
    /// For each class of a first letter the classes of the second one, a bit for each.
    seconds: [u32; CLASSES],
}

/// Letters that are read for each other are of one class: small or a capital, with an accent or
/// without.
const CLASSES: usize = 32;

/// The classes of a word's first two letters; a word of one letter has no second one.
type Beginning = (usize, Option<usize>);

impl From<Vec<String>> for Words {
    fn from(words: Vec<String>) -> Self {
        let beginnings = words.iter().map(|word| beginning(word)).zip(0..);
        let mut beginnings: Vec<(Beginning, usize)> = beginnings.collect();
        beginnings.sort_by_key(|((first, _), _)| *first);
        let mut seconds = [0; CLASSES];
        for ((first, second), _) in &beginnings {
            seconds[*first] |= second.map_or(u32::MAX, |second| 1 << second);
        }
        Self {
            words,
            beginnings,
            seconds,
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
    /// The words that the text can begin with, by its first two letters.
    pub fn that_begin<'w>(&'w self, text: &str) -> impl Iterator<Item = &'w str> + use<'w> {
        let (first, second) = beginning(text);
        let second = second.unwrap_or_default();
        let any = self.seconds[first] >> second & 1 != 0 && !text.is_empty();
        let start = match any {
            true => self
                .beginnings
                .partition_point(|(known, _)| known.0 < first),
            false => self.beginnings.len(),
        };
        let candidates = self.beginnings[start..].iter();
        candidates
            .take_while(move |(known, _)| known.0 == first)
            .filter(move |(known, _)| known.1.is_none_or(|known| known == second))
            .map(|(_, index)| self.words[*index].as_str())
    }
}

/// How a word or a text begins.
fn beginning(text: &str) -> Beginning {
    // Most texts by far begin like this, and this is asked at every word.
    if let [first, second, ..] = *text.as_bytes()
        && first.is_ascii()
        && second.is_ascii_alphanumeric()
    {
        return (
            usize::from(first) % CLASSES,
            Some(usize::from(second) % CLASSES),
        );
    }
    let mut letters = text.chars();
    let first = letters.next().map_or(0, class);
    let second = letters
        .find(|letter| !is_loose(*letter))
        .filter(|letter| *letter != KASHIDA);
    (first, second.map(class))
}

fn class(letter: char) -> usize {
    let plain = if letter.is_ascii() {
        letter
    } else {
        without_accent(letter.to_lowercase().next().unwrap_or(letter))
    };
    plain as usize % CLASSES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_apart_by_their_first_letters() {
        let words = ["Annex", "Élément", "приложение", "附件", "y"];
        let words = Words::from(words.map(str::to_owned).to_vec());
        let that_begin = |text| words.that_begin(text).collect::<Vec<_>>();
        assert_eq!(that_begin("annexes"), ["Annex"]);
        assert_eq!(that_begin("ELEMENT"), ["Élément"]);
        assert_eq!(that_begin("élément"), ["Élément"]);
        assert_eq!(that_begin("Приложение"), ["приложение"]);
        assert_eq!(that_begin("附件一"), ["附件"]);
        assert_eq!(that_begin("a n-nex"), ["Annex"]);
        assert_eq!(that_begin("y 5"), ["y"]);
        assert_eq!(that_begin("letter"), [""; 0]);
        assert_eq!(that_begin("Apple"), [""; 0]);
        assert_eq!(that_begin(""), [""; 0]);
        assert_eq!(words.len(), 5);
    }
}
