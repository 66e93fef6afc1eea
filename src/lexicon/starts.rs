//! Where the words of a text begin, told for a block of bytes at once: every search for words goes
//! over these places, and nothing else of a text is looked at.

use super::letters::IDEOGRAPHS;
use crate::bytes::{BLOCK, block_of, words_in};

/// Where the words of a text begin, in bytes; every ideograph is one.
pub fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    let mut block = Block::default();
    std::iter::from_fn(move || {
        while block.starts == 0 {
            let at = block.end;
            let next = Block::in_ascii(text.as_bytes(), at, block.in_word);
            block = next.or_else(|| Block::in_any_script(text, at, block.in_word))?;
        }
        Some(block.next_start())
    })
}

/// Some bytes of a text, and where words begin in them.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Block {
    first: usize,
    /// Behind the last byte.
    pub(super) end: usize,
    /// A bit for each place where a word begins, the lowest for the first byte.
    pub(super) starts: u64,
    /// Whether the last word may go on behind the block.
    pub(super) in_word: bool,
}

impl Block {
    /// The block from `first` on; `None` at the end of the text, and where a byte is not in ASCII.
    pub(super) fn in_ascii(text: &[u8], first: usize, in_word: bool) -> Option<Self> {
        let rest = text.get(first..).filter(|rest| !rest.is_empty())?;
        let (block, length) = block_of(rest);
        if !block.is_ascii() {
            return None;
        }
        let words = words_in(&block);
        Some(Self {
            first,
            end: first + length,
            starts: words & !(words << 1 | u64::from(in_word)),
            in_word: words >> (length - 1) & 1 != 0,
        })
    }

    /// The same for characters of any script; the last one may reach out of the block.
    fn in_any_script(text: &str, first: usize, mut in_word: bool) -> Option<Self> {
        let rest = text.get(first..).filter(|rest| !rest.is_empty())?;
        let mut starts = 0;
        let mut end = first;
        for (at, letter) in rest.char_indices().take_while(|(at, _)| *at < BLOCK) {
            let is_of_word = letter.is_alphanumeric();
            let begins = is_of_word && (!in_word || letter >= IDEOGRAPHS);
            starts |= u64::from(begins) << at;
            in_word = is_of_word && letter < IDEOGRAPHS;
            end = first + at + letter.len_utf8();
        }
        Some(Self {
            first,
            end,
            starts,
            in_word,
        })
    }

    /// Takes the first of the places that are left; there is one.
    pub(super) fn next_start(&mut self) -> usize {
        let start = self.first + self.starts.trailing_zeros() as usize;
        self.starts &= self.starts.wrapping_sub(1);
        start
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same, character by character.
    fn read_one_by_one(text: &str) -> Vec<usize> {
        let mut before = ' ';
        let mut starts = Vec::new();
        for (at, letter) in text.char_indices() {
            let goes_on = before.is_alphanumeric() && before < IDEOGRAPHS;
            if letter.is_alphanumeric() && (!goes_on || letter >= IDEOGRAPHS) {
                starts.push(at);
            }
            before = letter;
        }
        starts
    }

    #[test]
    fn words_begin_behind_what_is_no_letter() {
        let starts = |text| word_starts(text).collect::<Vec<_>>();
        assert_eq!(starts("S/2023/463, the 3rd"), [0, 2, 7, 12, 16]);
        assert_eq!(starts("Élan d'été"), [0, 6, 8]);
        assert_eq!(starts("第1届 x"), [0, 3, 4, 8]);
        assert_eq!(starts("  "), [0; 0]);
        assert_eq!(starts(""), [0; 0]);
    }

    #[test]
    fn blocks_of_bytes_make_no_difference() {
        let pieces = [
            "word",
            " ",
            "é",
            "附",
            "9",
            "-",
            "Совет",
            "long words and more ",
        ];
        for seed in 0..400_usize {
            let mut text = String::new();
            let mut state = seed;
            for _ in 0..40 {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1_442_695);
                // Many texts have no letter that ASCII lacks for a block or two.
                let pick = (state >> 33) % pieces.len();
                let is_other = !pieces[pick].is_ascii() && seed % 3 > 0;
                text.push_str(if is_other { "plain " } else { pieces[pick] });
            }
            let starts: Vec<usize> = word_starts(&text).collect();
            assert_eq!(starts, read_one_by_one(&text), "{text}");
        }
    }
}
