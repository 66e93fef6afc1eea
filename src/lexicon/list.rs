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
    /// By the first letter, then in the order of the file.
    known: Vec<Known>,
    /// Behind which of them those of each first letter end.
    ends: [u16; CLASSES],
    /// For each class of a first letter the classes of the second one, a bit for each.
    seconds: [u32; CLASSES],
}

/// How a word begins, and which of the list it is.
#[derive(Debug)]
struct Known {
    first_three: FirstThree,
    beginning: Beginning,
    index: usize,
}

/// The classes of the first three letters in one number, and the bits of those that there are.
#[derive(Clone, Copy, Debug)]
struct FirstThree {
    classes: usize,
    mask: usize,
}

/// Letters that are read for each other are of one class: small or a capital, with an accent or
/// without.
pub(super) const CLASSES: usize = 32;

/// So many words are tried one by one: most differ in their first letters.
const FEW: usize = 5;

/// How many letters of a word are compared at once.
const MOST: usize = 16;

/// How far into a text they are looked for, in bytes: many spaces can stand between them.
const NEAR: usize = 48;

/// The classes of the first letters of a word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Beginning {
    classes: [u8; MOST],
    count: usize,
}

impl From<Vec<String>> for Words {
    fn from(words: Vec<String>) -> Self {
        let beginnings = words.iter().map(|word| Beginning::of(word)).zip(0..);
        let mut known: Vec<Known> = beginnings
            .map(|(beginning, index)| Known {
                first_three: FirstThree::of(&beginning),
                beginning,
                index,
            })
            .collect();
        known.sort_by_key(|known| known.beginning.first());
        let ends = std::array::from_fn(|first| {
            let end = known.partition_point(|known| known.beginning.first() <= first);
            u16::try_from(end).unwrap_or(u16::MAX)
        });
        let mut seconds = [0; CLASSES];
        for Known { beginning, .. } in &known {
            seconds[beginning.first()] |=
                beginning.letter(1).map_or(u32::MAX, |second| 1 << second);
        }
        Self {
            words,
            known,
            ends,
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
    /// Whether one of the words can stand where these are the first two letters.
    #[inline]
    pub fn may_begin(&self, letters: FirstLetters) -> bool {
        let [first, second] = letters.0;
        self.seconds[first] >> second & 1 != 0
    }

    /// The words that the text can begin with, by its first letters.
    pub fn that_begin<'w>(&'w self, text: &str) -> impl Iterator<Item = &'w str> + use<'w> {
        let letters @ [first, second, _] = first_letters(text);
        let alike = match self.may_begin(FirstLetters([first, second])) {
            false => 0..0,
            true => first.checked_sub(1).map_or(0, |before| self.end(before))..self.end(first),
        };
        let alike = &self.known[alike];
        let first_three = in_one(letters);
        let read = (alike.len() > FEW).then(|| Beginning::of(text));
        let may_stand = move |known: &&Known| {
            let FirstThree { classes, mask } = known.first_three;
            let is_like = |read| known.beginning.is_like(read);
            (classes ^ first_three) & mask == 0 && read.as_ref().is_none_or(is_like)
        };
        let alike = alike.iter().filter(may_stand);
        alike.map(|known| self.words[known.index].as_str())
    }

    fn end(&self, first: usize) -> usize {
        usize::from(self.ends[first])
    }
}

/// The classes of the first two letters of a text.
#[derive(Clone, Copy, Debug)]
pub struct FirstLetters([usize; 2]);

impl FirstLetters {
    /// Those of a text.
    #[inline]
    pub fn of(text: &str) -> Self {
        Self(first_letters(text))
    }
}

impl FirstThree {
    fn of(beginning: &Beginning) -> Self {
        let (first, second, third) = beginning.letters();
        let all = [Some(first), second, third];
        Self {
            classes: in_one(all.map(Option::unwrap_or_default)),
            mask: in_one(all.map(|letter| letter.map_or(0, |_| CLASSES - 1))),
        }
    }
}

/// Three classes in one number, the first one highest.
pub(super) const fn in_one([first, second, third]: [usize; 3]) -> usize {
    (first * CLASSES + second) * CLASSES + third
}

impl Beginning {
    /// That of a word or of a text.
    pub(super) fn of(text: &str) -> Self {
        Self::in_ascii(text).unwrap_or_else(|| Self::in_any_script(text))
    }

    /// The same, where nothing but ASCII is met.
    fn in_ascii(text: &str) -> Option<Self> {
        let mut classes = [0; MOST];
        // Every byte is written, and stays where it counts: that has no branches to guess.
        let (mut count, mut others) = (0, 0);
        for byte in text.bytes().take(NEAR) {
            let class = CLASS_OF[usize::from(byte)];
            others |= class & OTHER;
            classes[count] = class;
            count += usize::from(class < LOOSE);
            if count == MOST {
                break;
            }
        }
        (others == 0).then_some(Self { classes, count })
    }

    fn in_any_script(text: &str) -> Self {
        let near = &text[..text.floor_char_boundary(NEAR)];
        let letters = near.chars().filter(|letter| !is_loose(*letter));
        let letters = letters.take_while(|letter| *letter != KASHIDA);
        let mut beginning = Self::default();
        for (place, letter) in beginning.classes.iter_mut().zip(letters) {
            *place = class(letter);
            beginning.count += 1;
        }
        beginning
    }

    /// Whether none of the letters that both have is another one.
    fn is_like(&self, other: &Self) -> bool {
        let count = self.count.min(other.count);
        self.classes[..count] == other.classes[..count]
    }

    /// The class of the first letter.
    fn first(&self) -> usize {
        self.letter(0).unwrap_or_default()
    }

    /// The class of the letter with an index; `None` when there is none.
    fn letter(&self, index: usize) -> Option<usize> {
        let known = &self.classes[..self.count];
        known.get(index).map(|class| usize::from(*class))
    }

    /// The classes of the first three letters.
    pub(super) fn letters(&self) -> (usize, Option<usize>, Option<usize>) {
        (self.first(), self.letter(1), self.letter(2))
    }
}

/// The classes of the first letters of a text; 0 for those that are missing.
#[inline]
pub(super) fn first_letters<const N: usize>(text: &str) -> [usize; N] {
    // Most texts by far begin like this, and this is asked at every word.
    if let Some(first) = text.as_bytes().first_chunk::<N>() {
        let first = first.map(|byte| CLASS_OF[usize::from(byte)]);
        if first.iter().all(|class| *class < LOOSE) {
            return first.map(usize::from);
        }
    }
    closer_letters(text)
}

/// The same, where they stand apart or are no letters in ASCII.
#[cold]
fn closer_letters<const N: usize>(text: &str) -> [usize; N] {
    // Short words have the next one's letters behind them.
    let near = &text.as_bytes()[..text.len().min(8)];
    let mut letters = [0; N];
    let mut count = 0;
    for byte in near {
        let class = CLASS_OF[usize::from(*byte)];
        if class == OTHER {
            break;
        }
        letters[count] = usize::from(class) % CLASSES;
        count += usize::from(class < LOOSE);
        if count == N {
            return letters;
        }
    }
    let beginning = Beginning::of(text);
    let mut index = 0..;
    [0; N].map(|none| {
        index
            .next()
            .and_then(|at| beginning.letter(at))
            .unwrap_or(none)
    })
}

/// Instead of a class: a sign in ASCII that is loose.
const LOOSE: u8 = 0x40;
/// Instead of a class: no sign that is written in ASCII.
const OTHER: u8 = 0x80;

/// The classes of the letters and signs in ASCII.
const CLASS_OF: [u8; 256] = {
    let mut classes = [OTHER; 256];
    let mut byte: u8 = 0;
    while byte < 128 {
        classes[byte as usize] = match byte {
            b'\t'..=b'\r' | b' ' | b'\'' | b'-' => LOOSE,
            b'!'..=b'~' => byte % CLASSES as u8,
            _ => OTHER,
        };
        byte += 1;
    }
    classes
};

fn class(letter: char) -> u8 {
    let plain = if letter.is_ascii() {
        letter
    } else {
        without_accent(letter.to_lowercase().next().unwrap_or(letter))
    };
    (plain as u32 % CLASSES as u32) as u8
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
