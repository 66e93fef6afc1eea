//! Hashes by which texts are known again: of the whole file, and of the letters of its text alone.

use xxhash_rust::xxh3::{Xxh3Default, xxh3_64};

use super::Said;
use crate::bytes::{BLOCK, block_of, words_in};
use crate::document::Document;

/// The fewest letters and figures by which a text is known: shorter ones are formulas that many
/// documents share.
const FEWEST: u64 = 300;

/// The hash of the letters and figures of a title and the paragraphs under it: what a conversion
/// makes of line breaks, hyphens and quotation marks makes no difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fingerprint(pub i64);

impl Fingerprint {
    /// The fingerprint of a document with enough words, at its title or else its first paragraph.
    pub(super) fn of(document: &Document) -> Option<Said<Self>> {
        let title = document.title.as_ref();
        let first = document.paragraphs.first()?;
        let mut hash = Xxh3Default::new();
        let mut count = 0;
        let title_words = title.map(|title| title.text.as_str());
        let words = document.paragraphs.iter().map(|paragraph| &*paragraph.text);
        let mut letters = Vec::new();
        for words in title_words.into_iter().chain(words) {
            let length = fold(words, &mut letters);
            hash.update(&letters[..length]);
            count += length as u64;
        }
        (count >= FEWEST).then(|| Said {
            value: Self(hash.digest().cast_signed()),
            span: title.map_or(first.span, |title| title.span),
        })
    }
}

/// How many bytes are copied together: few words are longer.
const TOGETHER: usize = 16;

/// Writes the letters and figures of a text in small letters, as UTF-8, at the start of `letters`,
/// and gives how many bytes they take.
fn fold(text: &str, letters: &mut Vec<u8>) -> usize {
    // No small letter takes more than half as many bytes again; words are copied with what stands
    // behind them.
    let most = text.len() + text.len() / 2 + TOGETHER;
    if letters.len() < most {
        letters.resize(most, 0);
    }
    if text.is_ascii() {
        return fold_ascii(text.as_bytes(), letters);
    }
    let mut end = 0;
    for word in text.split_inclusive(|c: char| !c.is_ascii()) {
        let other = word.chars().next_back().filter(|c| !c.is_ascii());
        let ascii = &word.as_bytes()[..word.len() - other.map_or(0, char::len_utf8)];
        end += fold_ascii(ascii, &mut letters[end..]);
        let kept = other.into_iter().filter(|c| c.is_alphanumeric());
        for letter in kept.flat_map(char::to_lowercase) {
            end += letter.encode_utf8(&mut letters[end..]).len();
        }
    }
    end
}

fn fold_ascii(text: &[u8], letters: &mut [u8]) -> usize {
    let mut end = 0;
    let mut rest = text;
    while !rest.is_empty() {
        let (mut block, length) = block_of(rest);
        let mut words = words_in(&block);
        block.make_ascii_lowercase();
        let mut small = [0; BLOCK + TOGETHER];
        small[..BLOCK].copy_from_slice(&block);
        while words != 0 {
            let first = words.trailing_zeros() as usize;
            let more = (words >> first).trailing_ones() as usize;
            let word = more.min(TOGETHER);
            letters[end..end + TOGETHER].copy_from_slice(&small[first..first + TOGETHER]);
            end += word;
            // Of a longer word the rest is copied as another one.
            words &= u64::MAX.checked_shl((first + word) as u32).unwrap_or(0);
        }
        rest = &rest[length..];
    }
    end
}

/// The hash of a whole text.
pub fn stamp(text: &str) -> u64 {
    xxh3_64(text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    fn of(text: &str) -> Option<Fingerprint> {
        let document = crate::read(&Source::new("s", text));
        Fingerprint::of(&document).map(|said| said.value)
    }

    #[test]
    fn only_letters_and_figures_count() {
        let text = |words: &str| format!("S/2023/463\n\n{}", words.repeat(12));
        let sound = of(&text("The situation – as we said – is grave. Élan.\n\n"));
        assert!(sound.is_some());
        assert_eq!(
            sound,
            of(&text("The situation - as *we* said -\nis grave. élan\n\n"))
        );
        assert_ne!(
            sound,
            of(&text("The situation, as she said, is grave. Élan.\n\n"))
        );
    }

    #[test]
    fn a_formula_is_not_known_again() {
        assert_eq!(of("S/2023/463\n\nThe meeting rose at 6 p.m.\n"), None);
    }
}
