//! Taking markup off line by line: quote marks, headings, fences and table rows here, the marks
//! inside a line in [`super::inline`].

use std::borrow::Cow;

use memchr::{memchr3, memmem};

use super::characters::is_plain;
use super::html::CommentEnds;
use super::inline::Inline;
use super::layout::Layout;
use super::line::{
    after_quote_marks, before_comment, begins_line, ends_line, heading, is_separator_row,
    is_table_row, trimmed,
};
use super::map::Map;
use crate::source::Span;

/// A place of the source that is not read as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Edit {
    /// The source bytes.
    pub source: Span,
    /// What is read for them.
    pub words: Words,
}

/// What is read for a place of the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Words {
    /// Nothing: a mark.
    Nothing,
    /// A line break.
    Break,
    /// Other characters than are written; no entity stands for more than two.
    Rewritten(char, Option<char>),
}

impl Edit {
    /// A mark that is not read.
    pub const fn nothing(start: usize, end: usize) -> Self {
        Self {
            source: Span::new(start, end),
            words: Words::Nothing,
        }
    }

    /// A mark that ends a line.
    pub const fn line_break(start: usize, end: usize) -> Self {
        Self {
            source: Span::new(start, end),
            words: Words::Break,
        }
    }
}

/// The reading of a source and its map.
pub(super) fn read(source: &str) -> (Cow<'_, str>, Map) {
    let bytes = source.as_bytes();
    let mut layout = Layout::new(source);
    let mut markup = Markup::new(source);
    let (mut at, mut at_line_start) = (0, true);
    while at < bytes.len() {
        let end =
            memchr3(b'\n', b'\r', b'\x0C', &bytes[at..]).map_or(bytes.len(), |length| at + length);
        let mut is_comment = false;
        if at_line_start && is_plain(&bytes[at..end]) {
            layout.set_words(Span::new(at, end));
        } else {
            let reached = markup.line(Span::new(at, end), at_line_start);
            layout.set(Span::new(at, reached), &markup.edits);
            if reached > end {
                // A comment or a tag ran over the line's end.
                (at, at_line_start) = (reached, false);
                continue;
            }
            is_comment = at_line_start && markup.is_comment(Span::new(at, end));
        }
        at = end + usize::from(bytes[end..].starts_with(b"\r\n")) + 1;
        // A comment that has a line to itself is read as if the line were not there: an empty line
        // would part a paragraph.
        if end < bytes.len() && !is_comment {
            layout.set_break(Span::new(end, at));
        }
        at_line_start = true;
    }
    layout.finish()
}

/// What is known of the markup so far.
struct Markup<'s> {
    text: &'s str,
    /// The edits of the line just read, in order.
    edits: Vec<Edit>,
    comment_ends: CommentEnds,
    fence: Fence,
}

/// How the next fence line is to be taken.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fence {
    /// It opens, if another one closes it.
    Outside,
    /// It closes, if it begins at this byte.
    ClosesAt(usize),
    /// No fence is closed any more.
    NoneClosed,
}

impl<'s> Markup<'s> {
    fn new(text: &'s str) -> Self {
        Self {
            text,
            edits: Vec::new(),
            comment_ends: CommentEnds::default(),
            fence: Fence::Outside,
        }
    }

    /// Gathers the edits of a line, or of the rest of one, and gives the byte it was read up to:
    /// its end, or beyond it the end of a comment or tag.
    fn line(&mut self, line: Span, at_line_start: bool) -> usize {
        self.edits.clear();
        if !at_line_start {
            return self.inline(line, false);
        }
        if self.fence_line(line) {
            self.edits.push(Edit::nothing(line.start, line.end));
            return line.end;
        }
        let bytes = self.text.as_bytes();
        let content = after_quote_marks(bytes, line);
        if content > line.start {
            self.edits.push(Edit::nothing(line.start, content));
        }
        let words = before_comment(bytes, trimmed(bytes, Span::new(content, line.end)));
        if is_table_row(&bytes[words.start..words.end]) {
            self.table_row(line, words)
        } else if let Some(heading) = heading(bytes, words) {
            self.edits.push(Edit::nothing(content, heading.start));
            let reached = self.inline(heading, false);
            if reached < line.end {
                self.edits.push(Edit::nothing(reached, line.end));
            }
            reached.max(line.end)
        } else {
            self.inline(Span::new(content, line.end), false)
        }
    }

    fn table_row(&mut self, line: Span, row: Span) -> usize {
        if is_separator_row(&self.text.as_bytes()[row.start..row.end]) {
            self.edits.push(Edit::nothing(row.start, row.end));
            return line.end;
        }
        self.edits.push(Edit::nothing(row.start, row.start + 1));
        self.inline(Span::new(row.start + 1, row.end - 1), true);
        self.edits.push(Edit::nothing(row.end - 1, line.end));
        line.end
    }

    /// Whether the line just read holds a comment and nothing else.
    fn is_comment(&self, line: Span) -> bool {
        let words = trimmed(self.text.as_bytes(), line);
        matches!(self.edits[..], [Edit { source, words: Words::Nothing }] if source == words)
            && self.text[words.start..].starts_with("<!--")
    }

    fn inline(&mut self, line: Span, is_row: bool) -> usize {
        Inline::new(
            self.text,
            line,
            is_row,
            &mut self.edits,
            &mut self.comment_ends,
        )
        .read()
    }

    /// Whether a line is one of a pair of fences. What stands between them is read like all else:
    /// converters put whole documents between fences.
    fn fence_line(&mut self, line: Span) -> bool {
        let bytes = self.text.as_bytes();
        let words = trimmed(bytes, line);
        let Some(info) = bytes[words.start..words.end].strip_prefix(b"```") else {
            return false;
        };
        if matches!(self.fence, Fence::ClosesAt(start) if start < words.start) {
            // The closing fence stood inside a comment.
            self.fence = Fence::Outside;
        }
        match self.fence {
            Fence::ClosesAt(start) if start == words.start => {
                self.fence = Fence::Outside;
                true
            }
            Fence::Outside if !info.contains(&b'`') => {
                self.fence = self
                    .closing_fence(words.end)
                    .map_or(Fence::NoneClosed, Fence::ClosesAt);
                self.fence != Fence::NoneClosed
            }
            _ => false,
        }
    }

    /// The next line that holds a bare fence.
    fn closing_fence(&self, from: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        memmem::find_iter(&bytes[from..], b"```")
            .map(|found| from + found)
            .find(|start| begins_line(bytes, *start) && ends_line(bytes, start + 3))
    }
}
