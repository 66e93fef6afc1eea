//! One text as it is on disk, with its line index. Every span in doclint is in bytes of a
//! [`Source`]; lines and columns are computed from it, in characters, only when they are shown.

use std::sync::OnceLock;

use thiserror::Error;

mod characters;

use characters::Characters;

/// A run of bytes: `start` inclusive, `end` exclusive, 0-based.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The bytes from `start` up to `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// An empty place, between two bytes.
    pub const fn empty(at: usize) -> Self {
        Self::new(at, at)
    }

    /// How many bytes it covers.
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether it covers no byte.
    pub const fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// Whether `offset` lies inside.
    pub const fn contains(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// The smallest span that covers both.
    pub fn to(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }
}

/// A place as people name it: line and column are 1-based, the column counts characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// Why bytes are no text that doclint can read.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum EncodingError {
    /// A byte that UTF-8 does not allow there.
    #[error(
        "not UTF-8: byte 0x{byte:02X} at line {line}, column {column} (offset {offset}); \
         convert it first, for example: iconv -f WINDOWS-1252 -t UTF-8"
    )]
    NotUtf8 {
        /// The byte's value.
        byte: u8,
        /// Where it stands, in bytes from the start of the file.
        offset: usize,
        /// Its line, from 1.
        line: usize,
        /// Its column in characters, from 1.
        column: usize,
    },
    /// A byte-order mark of UTF-16.
    #[error("UTF-16, not UTF-8; convert it first, for example: iconv -f UTF-16 -t UTF-8")]
    Utf16,
}

/// One text: its name, its words, its line index.
#[derive(Clone, Debug)]
pub struct Source {
    name: String,
    text: String,
    line_starts: Vec<usize>,
    /// Counted when a column far along a line is asked for.
    characters: OnceLock<Characters>,
}

/// A source is its name and its text; the rest is counted from them.
impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.text == other.text
    }
}

impl Eq for Source {}

/// A column with at most this many bytes before it on its line is counted at once.
const NEAR: usize = 512;

/// A byte-order mark is no character that anyone sees.
const BYTE_ORDER_MARK: char = '\u{FEFF}';

impl Source {
    /// A source of text that is UTF-8 already. `name` is the path as it is shown.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let line_starts = std::iter::once(0)
            .chain(memchr::memchr_iter(b'\n', text.as_bytes()).map(|newline| newline + 1))
            .collect();
        Self {
            name: name.into(),
            text,
            line_starts,
            characters: OnceLock::new(),
        }
    }

    /// A source of the bytes of a file.
    ///
    /// # Errors
    /// [`EncodingError`] when the bytes are not UTF-8, with the place of the first that is not.
    pub fn from_bytes(name: impl Into<String>, bytes: Vec<u8>) -> Result<Self, EncodingError> {
        if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
            return Err(EncodingError::Utf16);
        }
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Self::new(name, text)),
            Err(error) => {
                let offset = error.utf8_error().valid_up_to();
                let bytes = error.as_bytes();
                let sound = Self::new("", String::from_utf8_lossy(&bytes[..offset]));
                let Position { line, column } = sound.position(sound.text.len());
                Err(EncodingError::NotUtf8 {
                    byte: bytes[offset],
                    offset,
                    line,
                    column,
                })
            }
        }
    }

    /// The path as it is shown.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The words of a span; a span out of bounds or inside a character gives what is sound of it.
    pub fn slice(&self, span: Span) -> &str {
        let start = self.text.floor_char_boundary(span.start);
        let end = self.text.ceil_char_boundary(span.end).max(start);
        &self.text[start..end]
    }

    /// Line and column of a byte offset; an offset past the end gives the end. It takes no longer
    /// at the end of a line of millions of characters than at its beginning.
    pub fn position(&self, offset: usize) -> Position {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.line_of(offset);
        let start = self.line_starts[line - 1];
        let before = if offset - start <= NEAR {
            characters::count(&self.text.as_bytes()[start..offset])
        } else {
            self.counted_before(offset) - self.counted_before(start)
        };
        let is_marked = start == 0 && offset > 0 && self.text.starts_with(BYTE_ORDER_MARK);
        Position {
            line,
            column: before + 1 - usize::from(is_marked),
        }
    }

    /// How many characters stand before a byte offset, from the beginning of the text and without
    /// its byte-order mark; an offset past the end gives the end.
    pub fn characters_before(&self, offset: usize) -> usize {
        let offset = self.text.floor_char_boundary(offset);
        let is_marked = offset > 0 && self.text.starts_with(BYTE_ORDER_MARK);
        self.counted_before(offset) - usize::from(is_marked)
    }

    fn counted_before(&self, offset: usize) -> usize {
        let text = self.text.as_bytes();
        let index = self.characters.get_or_init(|| Characters::of(text));
        index.before(text, offset)
    }

    /// The line (from 1) that a byte stands on; the last one for an offset past the end.
    pub fn line_of(&self, offset: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= offset)
    }

    /// How many lines there are; a text that ends in a newline has an empty last one.
    pub fn line_count(&self) -> usize {
        self.line_starts.len()
    }

    /// The bytes of a line (from 1) without its line ending; `None` when there is no such line.
    pub fn line(&self, line: usize) -> Option<Span> {
        let start = *self.line_starts.get(line.checked_sub(1)?)?;
        let end = self
            .line_starts
            .get(line)
            .map_or(self.text.len(), |next| next - 1);
        let ending = self.text[start..end].ends_with('\r');
        Some(Span::new(start, end - usize::from(ending)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let source = Source::new("s", "été\nAnnexe à la lettre\r\nfin");
        let at = source.text().find("à").unwrap();
        assert_eq!(source.position(at), Position { line: 2, column: 8 });
        assert_eq!(source.slice(source.line(2).unwrap()), "Annexe à la lettre");
        assert_eq!(source.slice(source.line(3).unwrap()), "fin");
        assert_eq!(source.line(4), None);
        assert_eq!(source.position(999), Position { line: 3, column: 4 });
    }

    #[test]
    fn bytes_that_are_not_utf8_are_named_with_their_place() {
        let error = Source::from_bytes("s", b"one\nd\xE9claration".to_vec()).unwrap_err();
        assert_eq!(
            error,
            EncodingError::NotUtf8 {
                byte: 0xE9,
                offset: 5,
                line: 2,
                column: 2
            }
        );
        assert_eq!(
            Source::from_bytes("s", vec![0xFF, 0xFE, 0x41, 0]).unwrap_err(),
            EncodingError::Utf16
        );
    }

    #[test]
    fn a_byte_order_mark_is_no_column() {
        let source = Source::new("s", "\u{FEFF}S/2023/463");
        assert_eq!(source.position(3), Position { line: 1, column: 1 });
        assert_eq!(source.position(4), Position { line: 1, column: 2 });
    }

    #[test]
    fn columns_far_along_a_line_are_counted_too() {
        for piece in ["a", "é", "安", "a😀é"] {
            let text = format!("{BYTE_ORDER_MARK}{0}\nfirst\n{0}", piece.repeat(3000));
            let source = Source::new("s", text);
            let mut position = Position { line: 1, column: 1 };
            for (offset, character) in source.text().char_indices() {
                assert_eq!(source.position(offset), position, "{piece} {offset}");
                match character {
                    '\n' => (position.line, position.column) = (position.line + 1, 1),
                    BYTE_ORDER_MARK => {}
                    _ => position.column += 1,
                }
            }
            assert_eq!(source.position(usize::MAX), position);
        }
    }

    #[test]
    fn an_empty_text_has_one_line() {
        let source = Source::new("s", "");
        assert_eq!(source.line_count(), 1);
        assert_eq!(source.position(0), Position { line: 1, column: 1 });
        assert_eq!(source.slice(Span::new(3, 9)), "");
    }
}
