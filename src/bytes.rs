//! Questions to all bytes of a text, put to many of them at once: whatever reads a text begins with
//! one of them.

/// How many bytes are looked at together, one for each bit of a mask.
pub const BLOCK: usize = u64::BITS as usize;

/// How many pairs of neighbours are looked at together.
const PAIRS: usize = 32;

/// Whether a question is true of a byte and the one behind it, for any of the bytes; the last one is
/// asked with a letter behind it. The question has no branches, or it is slow.
#[inline]
pub fn any_pair(bytes: &[u8], question: impl Fn(u8, u8) -> bool) -> bool {
    let ask = |some: &[u8; PAIRS + 1]| {
        // Without an early exit the compiler looks at many bytes at once.
        let pairs = some[..PAIRS].iter().zip(&some[1..]);
        pairs.fold(0, |found, (one, next)| {
            found | u8::from(question(*one, *next))
        }) != 0
    };
    let mut rest = bytes;
    while let Some(some) = rest.first_chunk() {
        if ask(some) {
            return true;
        }
        rest = &rest[PAIRS..];
    }
    let mut last = [b'x'; PAIRS + 1];
    last[..rest.len()].copy_from_slice(rest);
    ask(&last)
}

/// A bit for each letter or figure in ASCII, the lowest for the first byte.
pub fn words_in(block: &[u8; BLOCK]) -> u64 {
    mask(block.map(|byte| u8::from(byte.is_ascii_alphanumeric())))
}

/// The first bytes of a text, with spaces behind its end, and how many they are.
pub fn block_of(text: &[u8]) -> ([u8; BLOCK], usize) {
    match text.first_chunk() {
        Some(block) => (*block, BLOCK),
        None => {
            let mut block = [b' '; BLOCK];
            block[..text.len()].copy_from_slice(text);
            (block, text.len())
        }
    }
}

/// A bit for each byte that is 1; the others are 0.
fn mask(bytes: [u8; BLOCK]) -> u64 {
    // Each factor moves one of eight bytes to its bit of the highest byte.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    let (eights, _) = bytes.as_chunks::<8>();
    eights.iter().rev().fold(0, |mask, eight| {
        mask << 8 | u64::from_le_bytes(*eight).wrapping_mul(GATHER) >> 56
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_of_neighbours_are_found_wherever_they_stand() {
        let is_double = |one, next| (one == b' ') & (next == b' ');
        for length in 0..100 {
            let mut text = vec![b'x'; length];
            assert!(!any_pair(&text, is_double));
            for place in 1..length {
                text[place - 1..=place].fill(b' ');
                assert!(any_pair(&text, is_double), "{length} {place}");
                text[place - 1..=place].fill(b'x');
            }
        }
        assert!(any_pair(b"*", |one, _| one == b'*'));
    }

    #[test]
    fn each_letter_has_its_bit() {
        let (block, length) = block_of("S/2023, é".as_bytes());
        assert_eq!((words_in(&block), length), (0b111_101, 10));
        let text: Vec<u8> = (0..64).map(|at| b"a- "[at % 3]).collect();
        let (block, length) = block_of(&text);
        assert_eq!((words_in(&block), length), (0x9249_2492_4924_9249, 64));
    }
}
