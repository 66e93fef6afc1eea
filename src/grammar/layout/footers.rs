//! Footers: job number, language letter, dates and barcode, and the page numbers beside them.

use super::Scanner;
use crate::grammar::Read;
use crate::grammar::block::Production;
use crate::grammar::footer::{
    self, FooterPart, is_continuation, letter_alone, parts, plain_page, vertical_barcode,
};
use crate::source::Span;

/// What stands in brackets behind a job number, in bytes: `(EXT)`, `(11 p.)`.
const LONGEST_REMARK: usize = 8;
/// A longer line is no footer with a page number, in bytes.
const LONGEST_NUMBERED: usize = 160;

impl Scanner<'_> {
    pub(super) fn footer(&mut self) -> bool {
        let end = self.lines[self.line].end;
        let span = Span::new(self.at, end);
        if let Some(letter) = letter_alone(self.rest()).filter(|_| self.wants_letter()) {
            let value = FooterPart::Letter(letter);
            self.push(Production::Footer(vec![Read { value, span }]), end);
            return true;
        }
        let found = parts(self.text, self.at, end);
        let Some(last) = found.last() else {
            return false;
        };
        let stop = last.span.end;
        let behind = self.text[stop..end].trim_matches([' ', '*']);
        // `031195/...`: the page goes on.
        let in_brackets =
            behind.len() <= LONGEST_REMARK && behind.starts_with('(') && behind.ends_with(')');
        let has = |wanted| footer::has(&found, wanted);
        let job = has(|part| matches!(part, FooterPart::Job(_)));
        let whole = behind.is_empty() || is_continuation(behind) || (job && in_brackets);
        let sound = if job {
            whole || has(|part| matches!(part, FooterPart::Letter(_)))
        } else if has(|part| matches!(part, FooterPart::Barcode(_))) {
            whole || self.after_page_matter()
        } else if has(|part| matches!(part, FooterPart::Page(..))) {
            whole && self.is_page_footer(&found)
        } else {
            whole && (self.behind_footer() || self.before_job_line())
        };
        if sound {
            let end = if whole { end } else { stop };
            self.push(Production::Footer(found), end);
        }
        sound
    }

    /// A page number on one line with the job number, before it or behind it.
    pub(super) fn numbered_footer(&mut self) -> bool {
        let rest = self.rest();
        let figure = |c: char| c.is_ascii_digit();
        let at_an_end = rest.starts_with(figure) || rest.ends_with(figure);
        if rest.len() > LONGEST_NUMBERED || !at_an_end {
            return false;
        }
        let first = rest.find(' ').unwrap_or(rest.len());
        let last = rest.rfind(' ').unwrap_or(0);
        let (number, job) = if is_job_line(rest[first..].trim_start(), true) {
            (plain_page(&rest[..first]), None)
        } else {
            let job = rest[..last].trim_end();
            let number = plain_page(rest[last..].trim_start());
            (number.filter(|_| is_job_line(job, true)), Some(job.len()))
        };
        let found = number.is_some() && self.at_line_start();
        if found {
            self.page = number;
            let (start, end) = (self.at, self.lines[self.line].end);
            if let Some(length) = job {
                let footer = parts(self.text, start, start + length);
                self.push(Production::Footer(footer), start + length);
            }
            let end = if job.is_some() { end } else { start + first };
            self.push(Production::PageNumber, end);
        }
        found
    }

    /// Whether a job number without its language letter stands before.
    fn wants_letter(&self) -> bool {
        let Some(Production::Footer(found)) = self.previous() else {
            return false;
        };
        footer::has(found, |part| matches!(part, FooterPart::Job(_)))
            && !footer::has(found, |part| matches!(part, FooterPart::Letter(_)))
    }

    /// Whether a footer stands before, or only the mark of a page that goes on lies between.
    fn behind_footer(&self) -> bool {
        let mut before = self.blocks.iter().rev().map(|block| &block.production);
        let near = before.find(|production| **production != Production::Continuation);
        matches!(near, Some(Production::Footer(_)))
    }

    /// Whether the job number comes behind this line, with nothing but its dates and barcode between.
    fn before_job_line(&self) -> bool {
        let goes_on = |line: &usize| {
            let words = self.words(*line);
            let found = parts(words, 0, words.len());
            is_continuation(words)
                || found
                    .last()
                    .is_some_and(|last| last.span.end == words.len())
        };
        self.at_line_start()
            && self
                .following(self.line)
                .take(3)
                .take_while(goes_on)
                .any(|line| is_job_line(self.words(line), true))
    }

    /// `n/N` alone on a line is a page footer beside a job number; elsewhere it is a fraction, a
    /// resolution, an agenda item.
    pub(super) fn is_page_footer(&self, found: &[Read<FooterPart>]) -> bool {
        let [
            Read {
                value: FooterPart::Page(number, total),
                ..
            },
        ] = found
        else {
            return false;
        };
        if *number == 0 || *total < 2 || number > total || !self.at_line_start() {
            return false;
        }
        let before = (0..self.line).rev().filter(|line| !self.is_blank(*line));
        let near: Vec<&str> = self
            .following(self.line)
            .take(3)
            .chain(before.take(3))
            .map(|line| self.words(line))
            .collect();
        near.iter().any(|line| is_job_line(line, false))
            || near.iter().step_by(3).any(|line| is_job_line(line, true))
    }

    pub(super) fn upright_barcode(&mut self) -> bool {
        if self.rest() != "*" {
            return false;
        }
        let lines: Vec<&str> = (self.line..self.lines.len())
            .take(12)
            .map(|line| self.words(line))
            .collect();
        let Some((count, digits)) = vertical_barcode(&lines) else {
            return false;
        };
        let end = self.lines[self.line + count - 1].end;
        let part = Read {
            value: FooterPart::Barcode(digits),
            span: Span::new(self.at, end),
        };
        self.push(Production::Footer(vec![part]), end);
        true
    }
}

/// Whether a line has a job number and nothing that is no footer; `any_station` takes those with a
/// duty station's prefix too.
pub(super) fn is_job_line(line: &str, any_station: bool) -> bool {
    let found = parts(line, 0, line.len());
    found.iter().any(|part| matches!(&part.value, FooterPart::Job(job) if any_station || job.starts_with(|c: char| c.is_ascii_digit())))
        && found.last().is_some_and(|last| line[last.span.end..].trim_matches([' ', '*']).is_empty())
}
