//! Signature blocks: the mark, the name that may stand apart from it, the office below.

use super::Scanner;
use crate::grammar::Read;
use crate::grammar::block::Production;
use crate::grammar::footer::{self, FooterPart, is_continuation, is_rule, parts, plain_page};
use crate::grammar::masthead;
use crate::grammar::signature::{NameAndRole, is_name, is_role, mark, signatory};
use crate::grammar::text::{one_line, word_at};
use crate::source::Span;

/// Name and office take no more than this, in bytes from the mark on, where lines have run together.
const LONGEST_SIGNATORY: usize = 400;

impl Scanner<'_> {
    pub(super) fn signature(&mut self) -> bool {
        let Some(length) = mark(self.lexicons, self.rest()) else {
            return self.name_before_mark();
        };
        let line_end = self.lines[self.line].end;
        let after = self.at + length;
        let end = (after..line_end)
            .filter(|at| self.text.is_char_boundary(*at))
            .find(|at| self.follows_signature(Span::new(*at, line_end)))
            .unwrap_or(line_end);
        let mark = Span::new(self.at, after);
        let mut read = signatory(self.lexicons, self.text, Span::new(after, end));
        let mut stop = end;
        let mut line = self.line;
        if read.name.is_none()
            && read.role.is_none()
            && end == line_end
            && let Some((candidate, apart)) = self.name_line()
        {
            read = signatory(self.lexicons, self.text, self.lines[candidate]);
            if apart {
                let roles = self.role_lines(candidate);
                if read.role.is_none() {
                    read.role = self.office(&roles);
                }
                self.claimed = Some((candidate, roles.last().copied().unwrap_or(candidate)));
            } else {
                line = candidate;
                stop = self.lines[candidate].end;
            }
        }
        if end == line_end && self.claimed.is_none() && read.role.is_none() && read.name.is_some() {
            read.role = self.office(&self.role_lines(line));
            stop = read.role.as_ref().map_or(stop, |role| role.span.end);
        } else if self.claimed.is_none() && read.role.is_some() && end == line_end {
            stop = self
                .role_lines(line)
                .last()
                .map_or(stop, |last| self.lines[*last].end);
        }
        self.push(Production::Signature(mark, read), stop);
        true
    }

    /// Whether another signature begins here, or where lines have run together the footer, or the
    /// heading of an annex to the letter that is signed.
    fn follows_signature(&self, rest: Span) -> bool {
        let words = &self.text[rest.start..rest.end];
        if words.starts_with('(') {
            return mark(self.lexicons, words).is_some();
        }
        let begins_word = self.text[..rest.start].ends_with(' ');
        if !begins_word || rest.start - self.at > LONGEST_SIGNATORY {
            return false;
        }
        let is_footer = || {
            let found = parts(self.text, rest.start, rest.end);
            let has = |wanted| footer::has(&found, wanted);
            let is_whole = found.last().is_some_and(|last| last.span.end == rest.end);
            has(|part| matches!(part, FooterPart::Job(_)))
                && (is_whole || has(|part| matches!(part, FooterPart::Letter(_))))
        };
        let is_heading = || {
            let heading = self.heading_at(rest.start);
            heading.is_some_and(|heading| heading.letter.is_some())
        };
        is_footer() || is_heading()
    }

    /// The office that these lines name.
    fn office(&self, lines: &[usize]) -> Option<Read<String>> {
        let (first, last) = (lines.first()?, lines.last()?);
        let span = Span::new(self.lines[*first].start, self.lines[*last].end);
        Some(Read {
            value: one_line(&self.text[span.start..span.end]),
            span,
        })
    }

    /// A name with the mark behind it at the end of the line, as Chinese documents have it.
    fn name_before_mark(&mut self) -> bool {
        let rest = self.rest();
        // Full-width brackets are read as these.
        let Some(open) = memchr::memrchr(b'(', rest.as_bytes()).filter(|open| *open > 0) else {
            return false;
        };
        let name = rest[..open].trim_end();
        let marked = mark(self.lexicons, &rest[open..]) == Some(rest.len() - open);
        let is_short = name.chars().count() <= 40 && !name.contains(['。', '，', '.', ';']);
        let found = marked && is_short && (is_name(name) || !name.is_ascii());
        if found {
            let end = self.lines[self.line].end;
            let mark = Span::new(self.at + open, end);
            let name = Read {
                value: one_line(name),
                span: Span::new(self.at, self.at + name.len()),
            };
            let who = NameAndRole {
                name: Some(name),
                role: None,
                by_office: false,
            };
            self.push(Production::Signature(mark, who), end);
        }
        found
    }

    /// The line with the name of a mark that stands alone, and whether the end of a page stands between.
    pub(super) fn name_line(&self) -> Option<(usize, bool)> {
        let mut apart = false;
        for line in self.following(self.line).take(8) {
            let words = self.words(line);
            let span = self.lines[line];
            let footer = parts(self.text, span.start, span.end);
            if footer.last().is_some_and(|last| {
                self.text[last.span.end..span.end]
                    .trim_matches([' ', '*'])
                    .is_empty()
            }) || is_rule(words)
                || is_continuation(words)
                || self.is_head_line(line)
            {
                apart = true;
            } else {
                let other = self.heading_at(span.start).is_some()
                    || is_role(self.lexicons, words)
                    || !masthead::line(self.lexicons, self.text, span.start)
                        .0
                        .is_empty()
                    || word_at(self.lexicons, words, |lexicon| &lexicon.masthead.organs).is_some()
                    || (apart
                        && !self.is_blank(line + 1)
                        && !is_continuation(self.words(line + 1))
                        && !self.is_head_line(line + 1)
                        && !is_role(self.lexicons, self.words(line + 1)));
                return (is_name(words) && !other).then_some((line, apart));
            }
        }
        None
    }

    /// The lines of the office under a name: those right below it, or one behind a blank line that
    /// begins with an office.
    pub(super) fn role_lines(&self, name: usize) -> Vec<usize> {
        let short = |line: usize| {
            let words = self.words(line);
            words.len() <= 100
                // A sentence, not an office: "Chargé d'affaires a.i." ends with a stop too.
                && !(words.ends_with(['.', ';']) && words.len() > 60)
                && mark(self.lexicons, words).is_none()
                && self.heading_at(self.lines[line].start).is_none()
                && parts(self.text, self.lines[line].start, self.lines[line].end).is_empty()
                && !is_rule(words)
                && !is_continuation(words)
                && plain_page(words).is_none()
                && !words.starts_with(['*', '['])
                && !self.is_head_line(line)
        };
        let below: Vec<usize> = (name + 1..self.lines.len())
            .take(5)
            .take_while(|line| !self.is_blank(*line) && short(*line))
            .collect();
        if !below.is_empty() {
            return below;
        }
        match self.following(name).next() {
            Some(line) if line <= name + 3 && is_role(self.lexicons, self.words(line)) => (line
                ..self.lines.len())
                .take(5)
                .take_while(|line| !self.is_blank(*line) && short(*line))
                .collect(),
            _ => Vec::new(),
        }
    }
}
