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
        match self.piece_at(read) {
            Some(piece) if piece.same => {
                (piece.source.start + (read - piece.read)).min(piece.source.end)
            }
            Some(piece) => piece.source.start,
            None => self.source_length,
        }
    }

    /// Where the character that ends before a read byte ends in the source; 0 has none before it.
    pub fn end(&self, read: usize) -> usize {
        match read.checked_sub(1).and_then(|last| self.piece_at(last)) {
            Some(piece) if piece.same => {
                (piece.source.start + (read - piece.read)).min(piece.source.end)
            }
            Some(piece) => piece.source.end,
            None => 0,
        }
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

    fn piece_at(&self, read: usize) -> Option<&Piece> {
        let after = self.pieces.partition_point(|piece| piece.read <= read);
        self.pieces.get(after.checked_sub(1)?)
    }
}
