//! The source as a person reads it: markup off, columns apart, with a map back to the source.

mod characters;
mod emphasis;
mod html;
mod inline;
mod layout;
mod line;
mod map;
mod markup;
mod mathematics;

use std::borrow::Cow;

use crate::source::Span;
use map::Map;

/// A source as a person reads it. Lines neither begin nor end with a space, columns stand on lines
/// of their own, and every line break is `\n`.
#[derive(Clone, Debug)]
pub struct Reading<'s> {
    text: Cow<'s, str>,
    map: Map,
}

impl<'s> Reading<'s> {
    /// The reading of a text, whatever it holds. A text that reads as it is written is not copied.
    pub fn of(source: &'s str) -> Self {
        let (text, map) = markup::read(source);
        Self { text, map }
    }

    /// The words as read; every line break is `\n`.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where words of the reading stand in the source, in bytes. Markup around the words is left
    /// out, markup between them is covered; mathematics whose first or last character is read
    /// counts with its dollar signs. An empty span gives an empty place; a span out of bounds or
    /// inside a character gives that of the whole characters it touches.
    pub fn source_span(&self, read: Span) -> Span {
        let start = self.boundary_before(read.start);
        let end = self.boundary_after(read.end);
        if read.is_empty() || start >= end {
            return Span::empty(self.source_offset(start));
        }
        if self.is_as_written() {
            Span::new(start, end)
        } else {
            self.map.span(Span::new(start, end))
        }
    }

    /// The source byte where the character at a read byte begins; the end of the reading gives the
    /// end of the source.
    pub fn source_offset(&self, read: usize) -> usize {
        let read = self.boundary_before(read);
        if self.is_as_written() {
            read
        } else if read == self.text.len() {
            self.map.source_length()
        } else {
            self.map.start(read)
        }
    }

    /// Whether other characters are written in the source than are read (LaTeX, entities): spans
    /// that touch such a place are written otherwise than they read.
    pub fn is_rewritten(&self, read: Span) -> bool {
        self.map.is_rewritten(read)
    }

    /// Where the character around a read byte begins.
    fn boundary_before(&self, read: usize) -> usize {
        let mut read = read.min(self.text.len());
        while !self.text.is_char_boundary(read) {
            read -= 1;
        }
        read
    }

    /// Where the character around a read byte ends.
    fn boundary_after(&self, read: usize) -> usize {
        let mut read = read.min(self.text.len());
        while !self.text.is_char_boundary(read) {
            read += 1;
        }
        read
    }

    fn is_as_written(&self) -> bool {
        matches!(self.text, Cow::Borrowed(_))
    }
}

#[cfg(test)]
mod tests;
