//! Emphasis: pairs of stars or underscores around words. Note marks, barcodes and rulers are
//! written with the same characters and stay.

use super::markup::Edit;
use crate::source::Span;

/// More marks in a row than this are a ruler.
const LONGEST_RUN: usize = 3;

/// How many unmatched openers are remembered; older ones are taken for note marks.
const REMEMBERED: usize = 8;

/// Marks that may open an emphasis.
#[derive(Clone, Copy, Debug)]
struct Opener {
    mark: u8,
    /// The index of its edit, which grows backwards from the end of the run.
    edit: usize,
    /// Where the run ends in the source.
    end: usize,
    /// How many of its marks are not matched yet.
    left: usize,
}

/// The emphasis of one line or table cell.
#[derive(Debug)]
pub(super) struct Emphasis {
    openers: Vec<Opener>,
    /// How far the line was searched for letters, and where the last one stood.
    searched: usize,
    last_letter: usize,
}

impl Emphasis {
    /// No emphasis yet on a line that starts at `start`.
    pub const fn new(start: usize) -> Self {
        Self {
            openers: Vec::new(),
            searched: start,
            last_letter: 0,
        }
    }

    /// Forgets what is open: a cell has ended.
    pub fn close_cell(&mut self) {
        self.openers.clear();
    }

    /// Forgets the openers whose edits come after the edit of that index.
    pub fn forget_after(&mut self, edit: usize) {
        self.openers.retain(|opener| opener.edit < edit);
    }

    /// Reads the run of marks at `at`, pushes its edits, and gives where it ends.
    pub fn read_run(&mut self, text: &str, line: Span, at: usize, edits: &mut Vec<Edit>) -> usize {
        let bytes = text.as_bytes();
        let mark = bytes[at];
        let length = bytes[at..line.end]
            .iter()
            .take_while(|byte| **byte == mark)
            .count();
        let end = at + length;
        if length > LONGEST_RUN {
            return end;
        }
        let before = text[line.start..at].chars().next_back();
        let after = text[end..line.end].chars().next();
        let mut left = length;
        if may_close(before, after) {
            left -= self.close(text, mark, Span::new(at, end), edits);
            if left < length {
                edits.push(Edit::nothing(at, end - left));
            }
        }
        if left > 0 && may_open(before, after) {
            if self.openers.len() == REMEMBERED {
                self.openers.remove(0);
            }
            self.openers.push(Opener {
                mark,
                edit: edits.len(),
                end,
                left,
            });
            edits.push(Edit::nothing(end, end));
        }
        end
    }

    /// Matches a closing run with openers before it; gives how many of its marks are matched.
    fn close(&mut self, text: &str, mark: u8, run: Span, edits: &mut [Edit]) -> usize {
        let mut left = run.len();
        while left > 0 {
            let Some(index) = self.partner(mark, left) else {
                break;
            };
            let opener = self.openers[index];
            self.openers.truncate(index);
            if !self.has_letter(text, Span::new(opener.end, run.start)) {
                break;
            }
            let matched = left.min(opener.left);
            edits[opener.edit].source.start -= matched;
            left -= matched;
            if opener.left > matched {
                let left = opener.left - matched;
                self.openers.push(Opener { left, ..opener });
            }
        }
        run.len() - left
    }

    /// The nearest opener of just that many marks; else of fewer, so that a note mark may follow;
    /// else three marks, which can be closed one after the other.
    fn partner(&self, mark: u8, length: usize) -> Option<usize> {
        let nearest = |fits: fn(usize, usize) -> bool| {
            self.openers
                .iter()
                .rposition(|opener| opener.mark == mark && fits(opener.left, length))
        };
        nearest(|open, closing| open == closing)
            .or_else(|| nearest(|open, closing| open < closing))
            .or_else(|| nearest(|open, _| open == LONGEST_RUN))
    }

    /// Whether there is a letter or a stroke in a span whose end is the place read now. Each
    /// character of the line is looked at once.
    fn has_letter(&mut self, text: &str, span: Span) -> bool {
        let new = &text[self.searched..span.end];
        if let Some(letter) =
            new.rfind(|character: char| character.is_alphabetic() || character == '/')
        {
            self.last_letter = self.searched + letter;
        }
        self.searched = span.end;
        self.last_letter >= span.start
    }
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric()
}

/// Marks open before words that are not the rest of a word.
fn may_open(before: Option<char>, after: Option<char>) -> bool {
    !before.is_some_and(is_word)
        && after.is_some_and(|character| {
            !character.is_whitespace()
                && !matches!(character, ')' | ']' | '}' | ',' | '.' | ';' | ':')
        })
}

/// Marks close after words that do not go on.
fn may_close(before: Option<char>, after: Option<char>) -> bool {
    !after.is_some_and(is_word)
        && before.is_some_and(|character| {
            !character.is_whitespace() && !matches!(character, '(' | '[' | '{')
        })
}
