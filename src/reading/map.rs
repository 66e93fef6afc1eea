//! The map from the reading back to the source: which bytes each read character was written with.

use crate::source::Span;

/// A run of read characters and the source bytes they were read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Where it begins in the reading, in bytes; it ends where the next one begins.
    pub read: usize,
    /// The source bytes.
    pub source: Span,
    /// Whether it is written as it is read, byte for byte. Any other piece is one character.
    pub same: bool,
}

impl Piece {
    /// Where the character that begins at one of its read bytes begins in the source.
    fn start(&self, read: usize) -> usize {
        match self.same {
            true => (self.source.start + (read - self.read)).min(self.source.end),
            false => self.source.start,
        }
    }

    /// Where the character that ends before a read byte, and is one of its, ends in the source.
    fn end(&self, read: usize) -> usize {
        match self.same {
            true => (self.source.start + (read - self.read)).min(self.source.end),
            false => self.source.end,
        }
    }
}

/// The pieces of a reading that is not written as it is read, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Map {
    pieces: Vec<Piece>,
    /// The read bytes that stand for other characters, in order and apart.
    rewritten: Vec<Span>,
    source_length: usize,
}

impl Map {
    /// A map of pieces in order that together cover the reading.
    pub fn new(pieces: Vec<Piece>, rewritten: Vec<Span>, source_length: usize) -> Self {
        Self {
            pieces,
            rewritten,
            source_length,
        }
    }

    /// The length of the source in bytes.
    pub fn source_length(&self) -> usize {
        self.source_length
    }

    /// Where the character that begins at a read byte begins in the source.
    pub fn start(&self, read: usize) -> usize {
        match self.piece_at(read, 0) {
            Some((_, piece)) => piece.start(read),
            None => self.source_length,
        }
    }

    /// Where characters that begin and end at two read bytes stand in the source; there is one at
    /// least.
    pub fn span(&self, read: Span) -> Span {
        let Some((index, first)) = self.piece_at(read.start, 0) else {
            return Span::empty(self.source_length);
        };
        let last = read.end.saturating_sub(1);
        let last = self.piece_at(last, index).map_or(first, |(_, piece)| piece);
        Span::new(first.start(read.start), last.end(read.end))
    }

    /// Whether the span shares a byte with a rewritten place.
    pub fn is_rewritten(&self, read: Span) -> bool {
        let next = self
            .rewritten
            .partition_point(|place| place.end <= read.start);
        !read.is_empty()
            && self
                .rewritten
                .get(next)
                .is_some_and(|place| place.start < read.end)
    }

    /// The piece that a read byte is of, with its index; it is none of those before the index
    /// `from`.
    fn piece_at(&self, read: usize, from: usize) -> Option<(usize, &Piece)> {
        let pieces = self.pieces.get(from..)?;
        let is_behind = |piece: &Piece| piece.read <= read;
        // Both ends of most words are of one piece.
        let after = match pieces.get(1) {
            Some(next) if is_behind(next) => pieces.partition_point(is_behind),
            _ => pieces
                .iter()
                .take(1)
                .filter(|piece| is_behind(piece))
                .count(),
        };
        let index = after.checked_sub(1)?;
        Some((from + index, &pieces[index]))
    }
}
