//! Running text: notes, paragraphs, and what begins an annex.

use super::{ANNEX_START_LINES, Scanner, Zone};
use crate::grammar::annex::original_line;
use crate::grammar::block::{Block, Production};
use crate::grammar::footer::parts;
use crate::grammar::signature::mark;
use crate::grammar::text::word_at;
use crate::grammar::title::opens_body;
use crate::grammar::{Read, paragraph_number, type_line};
use crate::source::Span;

impl Scanner<'_> {
    /// `* Reissued for technical reasons.`, and notes under a rule.
    pub(super) fn note(&mut self) -> bool {
        let rest = self.rest();
        let stars = rest.bytes().take_while(|byte| *byte == b'*').count();
        let under_rule = matches!(
            self.previous(),
            Some(Production::Rule | Production::Note(_))
        );
        let reissued = self.at_line_start()
            && !rest.starts_with(char::is_lowercase)
            && word_at(self.lexicons, rest, |lexicon| &lexicon.notes.reissue).is_some();
        let mark = if stars > 0 && self.is_star_note(&rest[stars..], under_rule) {
            stars
        } else if reissued {
            0
        } else {
            let end = if under_rule { rest.find(' ') } else { None };
            let mark = &rest[..end.unwrap_or(0)];
            let sound = (mark.len() <= 3 && !mark.is_empty())
                && (mark.bytes().all(|byte| byte.is_ascii_digit())
                    || (mark.len() == 1 && mark.bytes().all(|byte| byte.is_ascii_lowercase())));
            if !sound {
                return false;
            }
            mark.len()
        };
        let mark = Span::new(self.at, self.at + mark);
        let end = if under_rule && !rest.starts_with('*') {
            self.lines[self.line].end
        } else {
            let goes_on = |line: &usize| {
                let words = self.words(*line);
                !words.is_empty()
                    && !words.starts_with('*')
                    && self.heading_at(self.lines[*line].start).is_none()
                    && parts(self.text, self.lines[*line].start, self.lines[*line].end).is_empty()
            };
            let more = (self.line + 1..self.lines.len()).take_while(goes_on);
            self.lines[more.last().unwrap_or(self.line)].end
        };
        self.push(Production::Note(mark), end);
        true
    }

    /// Whether asterisks with this behind them on their line are the mark of a note: a space, or
    /// under a rule a word. A wide gap puts the note on the next line.
    fn is_star_note(&self, behind: &str, under_rule: bool) -> bool {
        let next = self.words(self.line + 1);
        let has_gap = behind.is_empty()
            && (under_rule || self.after_blank())
            && next.starts_with(char::is_alphanumeric);
        let is_glued = under_rule && behind.starts_with(char::is_alphabetic);
        behind.starts_with(' ') || has_gap || is_glued
    }

    pub(super) fn running_text(&mut self) {
        if let Some(end) = self.signature_within_line() {
            // Without any line breaks the title is on that line, too.
            let title = match self.zone {
                Zone::Masthead => self.letter_within_line(),
                _ => None,
            };
            match title.filter(|title| *title < end) {
                Some(title) => self.push(Production::AgendaTitle, title),
                None => self.push(Production::Paragraph(None), end),
            }
            return;
        }
        match self.zone {
            Zone::Masthead => self.before_title(),
            Zone::AnnexStart(heading) => {
                if self.line > heading + ANNEX_START_LINES
                    || self.rest().len() > 100
                    || opens_body(self.lexicons, self.rest())
                    || paragraph_number(self.rest()).is_some()
                {
                    self.zone = Zone::Body;
                }
                self.paragraph_of_annex_start();
            }
            Zone::Body => {
                let under_title = matches!(
                    self.previous(),
                    Some(Production::Title | Production::Subtitle)
                );
                let is_type =
                    self.rest().len() < 80 && type_line::kind(self.lexicons, self.rest()).is_some();
                if under_title && is_type {
                    self.push(Production::Subtitle, self.lines[self.line].end);
                } else {
                    self.paragraph();
                }
            }
        }
    }

    /// Without its line breaks a letter has its signature behind its last sentence: where that ends.
    fn signature_within_line(&self) -> Option<usize> {
        let rest = self.rest();
        let brackets = memchr::memchr_iter(b'(', rest.as_bytes());
        let mark = brackets
            .filter_map(|open| open.checked_sub(1))
            .filter(|space| rest.as_bytes()[*space] == b' ')
            .find(|space| {
                rest[..*space].trim_end().ends_with(['.', '”'])
                    && !ends_quoted(&rest[..*space])
                    && mark(self.lexicons, &rest[space + 1..]).is_some()
            })?;
        Some(self.at + rest[..mark].trim_end().len())
    }

    /// Without its line breaks an annex has its `[Original: …]` behind the title on the same line.
    pub(super) fn paragraph_of_annex_start(&mut self) {
        let line = self.lines[self.line];
        let tag = self.rest().match_indices('[').find_map(|(offset, _)| {
            original_line(self.lexicons, &self.text[..line.end], self.at + offset)
        });
        match tag {
            Some((span, languages)) => {
                let lead = self.text[self.at..span.start].trim_end().len();
                // Glued to a footer, the tag begins what is left of the line.
                if lead > 0 {
                    self.push(Production::Paragraph(None), self.at + lead);
                }
                self.push(Production::Original(languages), span.end);
            }
            None => self.paragraph(),
        }
    }

    pub(super) fn extend_or_push(&mut self, production: Production, end: usize) {
        let joined = self.line > 0 && !self.is_blank(self.line - 1);
        // A name goes on in small letters, also below a blank line.
        let is_rest = production == Production::SubsidiaryOrgan
            && self.rest().starts_with(char::is_lowercase);
        match self.blocks.last_mut() {
            Some(last) if (joined || is_rest) && last.production == production => {
                last.span.end = end;
                self.go_to(end);
            }
            _ => self.push(production, end),
        }
    }

    /// `Contents` on a line of its own.
    pub(super) fn is_contents_heading(&self) -> bool {
        let rest = self.rest();
        word_at(self.lexicons, rest, |lexicon| &lexicon.annex.contents)
            .is_some_and(|(length, _)| length == rest.len())
    }

    /// A line of running text joins the paragraph before it, unless a blank line or a number parts them.
    pub(super) fn paragraph(&mut self) {
        let end = self.lines[self.line].end;
        let rest = self.rest();
        if self.is_contents_heading() {
            self.in_contents = true;
            self.push(Production::Contents, end);
            return;
        }
        let number = paragraph_number(rest).map(|(length, value)| Read {
            value,
            span: Span::new(self.at, self.at + length),
        });
        if rest.len() > 160 {
            self.in_contents = false;
        }
        let joined = self.line > 0 && !self.is_blank(self.line - 1) && number.is_none();
        match self.blocks.last_mut() {
            Some(Block {
                span,
                production: Production::Paragraph(_),
            }) if joined => {
                span.end = end;
                self.in_contents &= span.len() < 400;
                self.go_to(end);
            }
            _ => self.push(Production::Paragraph(number), end),
        }
    }
}

/// Whether words stop within a quotation: the last of their marks opens one. What is signed in a
/// letter that is quoted is not signed here.
fn ends_quoted(words: &str) -> bool {
    let Some((at, mark)) = words
        .char_indices()
        .rev()
        .find(|(_, c)| matches!(c, '“' | '”' | '«' | '»' | '"'))
    else {
        return false;
    };
    match mark {
        '"' => !words[..at].ends_with(|c: char| !c.is_whitespace() && c != '('),
        mark => matches!(mark, '“' | '«'),
    }
}
