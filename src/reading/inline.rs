//! The marks inside a line: escapes, code spans, links, table cells, and the ways into emphasis,
//! mathematics and HTML.

use super::emphasis::Emphasis;
use super::html::{self, CommentEnds};
use super::markup::Edit;
use super::mathematics;
use crate::source::Span;

/// How many open brackets are remembered; older ones belong to no link.
const REMEMBERED: usize = 8;

/// More backticks in a row than this are no code span.
const LONGEST_CODE_MARK: usize = 3;

/// The longest address of a link, in bytes.
const LONGEST_TARGET: usize = 1000;

/// Whether each byte can begin a mark.
const MARKS: [bool; 256] = {
    let mut marks = [false; 256];
    let all = b"\\`$<&*_[]|";
    let mut index = 0;
    while index < all.len() {
        marks[all[index] as usize] = true;
        index += 1;
    }
    marks
};

/// A bracket that may open a link.
#[derive(Clone, Copy)]
struct Bracket {
    edit: usize,
    at: usize,
    is_image: bool,
}

/// A line as it is read from mark to mark.
pub(super) struct Inline<'s, 'e> {
    text: &'s str,
    line: Span,
    is_row: bool,
    edits: &'e mut Vec<Edit>,
    comment_ends: &'e mut CommentEnds,
    emphasis: Emphasis,
    brackets: Vec<Bracket>,
    /// For each length of code mark, whether none is left on the line.
    code_marks_spent: [bool; LONGEST_CODE_MARK + 1],
}

impl<'s, 'e> Inline<'s, 'e> {
    /// The marks of a line, or of a table row without its outer pipes. Edits are pushed in order.
    pub fn new(
        text: &'s str,
        line: Span,
        is_row: bool,
        edits: &'e mut Vec<Edit>,
        comment_ends: &'e mut CommentEnds,
    ) -> Self {
        Self {
            text,
            line,
            is_row,
            edits,
            comment_ends,
            emphasis: Emphasis::new(line.start),
            brackets: Vec::new(),
            code_marks_spent: [false; LONGEST_CODE_MARK + 1],
        }
    }

    /// Reads the line; gives the byte it was read up to. Only a comment or tag can run over the
    /// line's end, and in a table row nothing can.
    pub fn read(mut self) -> usize {
        let bytes = self.text.as_bytes();
        let mut at = self.line.start;
        while at < self.line.end {
            let plain = bytes[at..self.line.end].iter();
            at += plain.take_while(|byte| !MARKS[usize::from(**byte)]).count();
            if at == self.line.end {
                break;
            }
            at = match bytes[at] {
                b'\\' => self.backslash(at),
                b'`' => self.code(at),
                b'$' => self.mathematics(at).unwrap_or(at + 1),
                b'<' => self.html(at).unwrap_or(at + 1),
                b'&' => self.entity(at).unwrap_or(at + 1),
                b'*' | b'_' => self.emphasis.read_run(self.text, self.line, at, self.edits),
                b'[' => self.open_bracket(at),
                b']' => self.close_bracket(at),
                b'|' if self.is_row => {
                    self.edits.push(Edit::line_break(at, at + 1));
                    self.emphasis.close_cell();
                    self.brackets.clear();
                    at + 1
                }
                _ => at + 1,
            };
        }
        at
    }

    fn backslash(&mut self, at: usize) -> usize {
        let Some(escaped) = self.text.as_bytes()[at + 1..self.line.end].first() else {
            // A hard line break.
            self.edits.push(Edit::nothing(at, at + 1));
            return at + 1;
        };
        if *escaped == b'('
            && let Some(end) = self.mathematics(at)
        {
            return end;
        }
        if !escaped.is_ascii_punctuation() {
            return at + 1;
        }
        self.edits.push(Edit::nothing(at, at + 1));
        at + 2
    }

    fn mathematics(&mut self, at: usize) -> Option<usize> {
        mathematics::read(self.text, Span::new(at, self.line.end), self.edits)
    }

    /// A code span: its marks hug what stands between them, in which nothing else is markup.
    fn code(&mut self, at: usize) -> usize {
        let bytes = &self.text.as_bytes()[..self.line.end];
        let run = |from: usize| {
            bytes[from..]
                .iter()
                .take_while(|byte| **byte == b'`')
                .count()
        };
        let length = run(at);
        let start = at + length;
        if length > LONGEST_CODE_MARK || self.code_marks_spent[length] {
            return start;
        }
        let mut end = start;
        while let Some(next) = memchr::memchr(b'`', &bytes[end..]) {
            end += next;
            let closing = run(end);
            if closing != length {
                end += closing;
                continue;
            }
            if bytes[start] == b' ' || bytes[end - 1] == b' ' {
                // Grave accents as quotation marks, not as marks of code.
                return start;
            }
            self.edits.push(Edit::nothing(at, start));
            self.edits.push(Edit::nothing(end, end + length));
            return end + length;
        }
        self.code_marks_spent[length] = true;
        start
    }

    fn html(&mut self, at: usize) -> Option<usize> {
        let edit = match self.comment_ends.comment(self.text, at) {
            Some(end) => Edit::nothing(at, end),
            None => html::tag(self.text, at)?,
        };
        let end = edit.source.end;
        if self.is_row && end > self.line.end {
            return None;
        }
        self.edits.push(edit);
        Some(end)
    }

    fn entity(&mut self, at: usize) -> Option<usize> {
        let edit = html::entity(&self.text[..self.line.end], at)?;
        self.edits.push(edit);
        Some(edit.source.end)
    }

    fn open_bracket(&mut self, at: usize) -> usize {
        let before = &self.text.as_bytes()[self.line.start..at];
        if self.brackets.len() == REMEMBERED {
            self.brackets.remove(0);
        }
        self.brackets.push(Bracket {
            edit: self.edits.len(),
            at,
            is_image: before.ends_with(b"!") && !before.ends_with(b"\\!"),
        });
        self.edits.push(Edit::nothing(at + 1, at + 1));
        at + 1
    }

    fn close_bracket(&mut self, at: usize) -> usize {
        let Some(open) = self.brackets.pop() else {
            return at + 1;
        };
        let rest = &self.text.as_bytes()[at + 1..self.line.end];
        let Some(length) = target_length(rest, open.is_image) else {
            return at + 1;
        };
        let end = at + 1 + length;
        if open.is_image {
            self.edits.truncate(open.edit);
            self.emphasis.forget_after(open.edit);
            self.edits.push(Edit::nothing(open.at - 1, end));
        } else {
            self.edits[open.edit].source.start = open.at;
            self.edits.push(Edit::nothing(at, end));
        }
        end
    }
}

/// The length of a link's target with its parentheses, in bytes; `None` when it is none. An image
/// may lie anywhere; what else stands in parentheses after brackets is seldom an address.
fn target_length(rest: &[u8], is_image: bool) -> Option<usize> {
    let target = rest.strip_prefix(b"(")?;
    let starts: [&[u8]; 5] = [b"http", b"#", b"/", b"./", b"mailto:"];
    if !is_image && !starts.iter().any(|start| target.starts_with(start)) {
        return None;
    }
    let mut depth = 0_usize;
    let mut is_quoted = false;
    for (index, byte) in rest.iter().enumerate().take(LONGEST_TARGET) {
        match byte {
            b'[' | b']' | b'<' => return None,
            b'"' => is_quoted = !is_quoted,
            _ if is_quoted => {}
            b'(' => depth += 1,
            b')' if depth == 1 => return Some(index + 1),
            b')' => depth -= 1,
            b' ' if rest.get(index + 1) != Some(&b'"') => return None,
            _ => {}
        }
    }
    None
}
