//! Setting the words of a source in lines: indentation and trailing spaces go, wide gaps part the
//! columns, and every run of characters keeps the place it came from.

use std::borrow::Cow;

use super::characters::{Role, may_be_special, role};
use super::map::{Map, Piece};
use super::markup::{Edit, Words};
use crate::source::Span;

/// A gap this many spaces wide parts two columns.
const COLUMN_GAP: usize = 3;

/// A space that is kept only if words follow it on its line.
#[derive(Clone, Copy, Debug, Default)]
struct Space {
    source: Span,
    rewritten: bool,
}

/// The spaces since the last word.
#[derive(Debug, Default)]
struct Gap {
    spaces: [Space; COLUMN_GAP - 1],
    count: usize,
    source: Span,
    has_tab: bool,
    rewritten: bool,
}

/// The reading as far as it is set.
#[derive(Debug)]
pub(super) struct Layout<'s> {
    source: &'s str,
    text: String,
    pieces: Vec<Piece>,
    rewritten: Vec<Span>,
    /// Source bytes that read as they are written and are not yet copied.
    pending: Span,
    gap: Gap,
    at_line_start: bool,
}

impl<'s> Layout<'s> {
    /// An empty page.
    pub fn new(source: &'s str) -> Self {
        Self {
            source,
            text: String::new(),
            pieces: Vec::new(),
            rewritten: Vec::new(),
            pending: Span::default(),
            gap: Gap::default(),
            at_line_start: true,
        }
    }

    /// Sets source bytes with edits, which are in order; what they leave out is set as it stands.
    pub fn set(&mut self, source: Span, edits: &[Edit]) {
        let mut at = source.start;
        for edit in edits {
            self.set_characters(Span::new(at, edit.source.start));
            match edit.words {
                Words::Nothing => {}
                Words::Break => self.set_break(edit.source),
                Words::Rewritten(first, second) => {
                    for character in std::iter::once(first).chain(second) {
                        self.set_character(character, edit.source, true);
                    }
                }
            }
            at = at.max(edit.source.end);
        }
        self.set_characters(Span::new(at, source.end));
    }

    /// Sets source bytes that begin and end with a word and hold nothing but words and single
    /// spaces.
    pub fn set_words(&mut self, source: Span) {
        if source.is_empty() {
            return;
        }
        self.close_gap();
        self.keep(source);
        self.at_line_start = false;
    }

    /// Ends the line; `source` is what ends it.
    pub fn set_break(&mut self, source: Span) {
        self.gap = Gap::default();
        if &self.source.as_bytes()[source.start..source.end] == b"\n" {
            self.keep(source);
        } else {
            self.add(source, '\n', false);
        }
        self.at_line_start = true;
    }

    /// The reading and its map; a source that reads as it is written is not copied.
    pub fn finish(mut self) -> (Cow<'s, str>, Map) {
        if self.pieces.is_empty() && self.pending.len() == self.source.len() {
            return (Cow::Borrowed(self.source), Map::default());
        }
        self.copy_pending();
        let map = Map::new(self.pieces, self.rewritten, self.source.len());
        (Cow::Owned(self.text), map)
    }

    fn set_characters(&mut self, source: Span) {
        let bytes = self.source.as_bytes();
        let (mut words, mut at) = (source.start, source.start);
        while at < source.end {
            let byte = bytes[at];
            let in_words =
                byte == b' ' && at > words && at + 1 < source.end && !may_be_special(bytes[at + 1]);
            if in_words || !may_be_special(byte) {
                at += 1;
                continue;
            }
            if byte == b' ' {
                let spaces = bytes[at..source.end].iter();
                let count = spaces.take_while(|byte| **byte == b' ').count();
                self.set_words(Span::new(words, at));
                self.widen_gap_by(at, count);
                at += count;
                words = at;
                continue;
            }
            let Some(character) = self.source[at..].chars().next() else {
                break;
            };
            let end = at + character.len_utf8();
            if role(character) != Role::Word {
                self.set_words(Span::new(words, at));
                self.set_character(character, Span::new(at, end), false);
                words = end;
            }
            at = end;
        }
        self.set_words(Span::new(words, source.end));
    }

    fn set_character(&mut self, character: char, source: Span, rewritten: bool) {
        match role(character) {
            Role::Word => self.set_added(character, source, rewritten),
            Role::As(other) => self.set_added(other, source, rewritten),
            Role::Space => self.widen_gap(source, rewritten, false),
            Role::Tab => self.widen_gap(source, rewritten, true),
            Role::Break => self.set_break(source),
            Role::Nothing => {}
        }
    }

    fn set_added(&mut self, character: char, source: Span, rewritten: bool) {
        self.close_gap();
        self.add(source, character, rewritten);
        self.at_line_start = false;
    }

    /// So many plain spaces, from a source byte on.
    fn widen_gap_by(&mut self, start: usize, count: usize) {
        // Of a wide gap only its ends count.
        let counted = count.min(COLUMN_GAP);
        for space in start..start + counted {
            self.widen_gap(Span::new(space, space + 1), false, false);
        }
        self.gap.source.end = start + count;
    }

    fn widen_gap(&mut self, source: Span, rewritten: bool, is_tab: bool) {
        let gap = &mut self.gap;
        if let Some(space) = gap.spaces.get_mut(gap.count) {
            *space = Space { source, rewritten };
        }
        gap.source = if gap.count == 0 {
            source
        } else {
            gap.source.to(source)
        };
        gap.count += 1;
        gap.has_tab |= is_tab;
        gap.rewritten |= rewritten;
    }

    /// Sets the gap before a word: nothing, spaces or a column break.
    fn close_gap(&mut self) {
        if self.gap.count == 0 {
            return;
        }
        let gap = std::mem::take(&mut self.gap);
        if self.at_line_start {
            return;
        }
        if gap.has_tab || gap.count >= COLUMN_GAP {
            self.add(gap.source, '\n', gap.rewritten);
            return;
        }
        for space in &gap.spaces[..gap.count] {
            if &self.source.as_bytes()[space.source.start..space.source.end] == b" " {
                self.keep(space.source);
            } else {
                self.add(space.source, ' ', space.rewritten);
            }
        }
    }

    /// Source bytes that read as they are written.
    fn keep(&mut self, source: Span) {
        if self.pending.is_empty() {
            self.pending = source;
        } else if self.pending.end == source.start {
            self.pending.end = source.end;
        } else {
            self.copy_pending();
            self.pending = source;
        }
    }

    /// A character that is read for source bytes.
    fn add(&mut self, source: Span, character: char, rewritten: bool) {
        self.copy_pending();
        let read = Span::new(self.text.len(), self.text.len() + character.len_utf8());
        self.pieces.push(Piece {
            read: read.start,
            source,
            same: false,
        });
        self.text.push(character);
        if rewritten {
            match self.rewritten.last_mut() {
                Some(last) if last.end == read.start => last.end = read.end,
                _ => self.rewritten.push(read),
            }
        }
    }

    fn copy_pending(&mut self) {
        if self.text.capacity() == 0 {
            self.text.reserve(self.source.len());
        }
        let source = std::mem::take(&mut self.pending);
        if source.is_empty() {
            return;
        }
        self.pieces.push(Piece {
            read: self.text.len(),
            source,
            same: true,
        });
        self.text.push_str(&self.source[source.start..source.end]);
    }
}
