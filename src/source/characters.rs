//! How many characters stand before a byte of a text, known without counting from its start.

/// Bytes from one count to the next.
const STEP: usize = 1024;

/// The characters of a text, counted every so many bytes.
#[derive(Clone, Debug)]
pub(super) enum Characters {
    /// Each byte is one.
    Bytes,
    /// How many begin before each multiple of [`STEP`].
    Counted(Vec<usize>),
}

impl Characters {
    /// Counts the characters of a text, which is UTF-8.
    pub(super) fn of(text: &[u8]) -> Self {
        if text.is_ascii() {
            return Self::Bytes;
        }
        let mut before = 0;
        let counted = text.chunks(STEP).map(|chunk| {
            let so_far = before;
            before += count(chunk);
            so_far
        });
        Self::Counted(counted.collect())
    }

    /// How many characters begin before the byte at `offset` of the same text.
    pub(super) fn before(&self, text: &[u8], offset: usize) -> usize {
        match self {
            Self::Bytes => offset,
            Self::Counted(counted) => {
                // The end of the text can be a multiple of the step, with no count of its own.
                let step = (offset / STEP).min(counted.len().saturating_sub(1));
                let so_far = counted.get(step).copied().unwrap_or_default();
                so_far + count(&text[step * STEP..offset])
            }
        }
    }
}

/// How many characters begin in a piece of UTF-8.
pub(super) fn count(bytes: &[u8]) -> usize {
    let goes_on = |byte: &&u8| **byte & 0b1100_0000 == 0b1000_0000;
    bytes.len() - bytes.iter().filter(goes_on).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_ends_with_a_step_has_all_its_characters() {
        let text = "é".repeat(STEP);
        let characters = Characters::of(text.as_bytes());
        assert_eq!(characters.before(text.as_bytes(), 2 * STEP), STEP);
        assert_eq!(characters.before(text.as_bytes(), 0), 0);
        assert_eq!(characters.before(text.as_bytes(), 1026), 513);
    }
}
