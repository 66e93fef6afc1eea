//! Annex headings, and what can stand between a heading and its text.

use super::{INNER_MASTHEAD_LINES, Scanner, Zone};
use crate::grammar::Read;
use crate::grammar::annex::{self, AnnexHeading, heading, original_line, title_behind};
use crate::grammar::block::Production;
use crate::grammar::footer::plain_page;
use crate::grammar::masthead::MastheadField;
use crate::grammar::symbol::Symbol;
use crate::grammar::text::located;
use crate::grammar::title::communication;
use crate::lexicon::Openings;
use crate::source::Span;

impl Scanner<'_> {
    /// The annex heading that begins at a place. Several productions ask for the one at the start of
    /// a line, and what it says of a letter takes long to read.
    pub(super) fn heading_at(&self, at: usize) -> Option<AnnexHeading> {
        let input = &self.text[at..];
        let begins = self.lexicons.openings.at(input).has(Openings::ANNEX)
            || input.starts_with(|c: char| c.is_ascii_digit());
        if !begins {
            return None;
        }
        let mut headings = self.headings.borrow_mut();
        if let Some(known) = headings.get(&at) {
            return Some(known.clone());
        }
        let read = heading(self.lexicons, self.text, at)?;
        headings.insert(at, read.clone());
        Some(read)
    }

    pub(super) fn annex_heading(&mut self) -> bool {
        // Arabic and Chinese have no capitals.
        if self.rest().starts_with(char::is_lowercase) {
            return false;
        }
        let glued = self.previous_is_on_this_line() && self.after_page_matter();
        let found = self
            .heading_at(self.at)
            .or_else(|| if glued { self.glued_heading() } else { None });
        let Some(found) = found else {
            return self.run_on_heading();
        };
        // A corrigendum names the place that it corrects: `Annex II` is no heading there.
        if self.corrects || self.is_title_of_annexes(&found) {
            return false;
        }
        let title = if found.letter.is_none() {
            title_behind(self.text, found.span.end)
        } else {
            None
        };
        if title.is_some() && !self.titled_heading_stands_apart() {
            return false;
        }
        let stands_apart = self.after_blank()
            || self.after_page_matter()
            || found.letter.is_some()
            || self.previous().is_some_and(Production::is_signature)
            || (self.at_line_start() && (self.after_sentence() || self.after_asterisks()));
        if !stands_apart
            || (self.zone == Zone::Masthead
                && self.line <= self.masthead_end
                && self.masthead_end > 0)
            || self.is_contents_row()
        {
            return false;
        }
        self.begin_annex(found, title);
        true
    }

    /// A heading that has run together with the title below it: that of a letter at the top of a page,
    /// any title behind a signature. In running text such words begin a sentence.
    fn run_on_heading(&mut self) -> bool {
        let begins_annex = self.lexicons.openings.at(self.rest()).has(Openings::ANNEX);
        let mut before = self.blocks.iter().rev().map(|block| &block.production);
        let behind_signature = before
            .find(|production| !production.is_page_matter())
            .is_some_and(Production::is_signature);
        let stands_apart = self.after_blank() && self.is_blank(self.line + 1);
        let may_begin = begins_annex && stands_apart && !self.in_contents;
        if !may_begin || !(behind_signature || self.after_page_matter()) {
            return false;
        }
        let line = self.lines[self.line];
        let found = annex::run_on_heading(self.lexicons, self.text, line, behind_signature);
        let Some((found, title)) = found else {
            return false;
        };
        self.begin_annex(found, Some(title));
        true
    }

    fn begin_annex(&mut self, heading: AnnexHeading, title: Option<usize>) {
        let (line, end) = (self.line, heading.span.end);
        self.push(Production::AnnexHeading(heading), end);
        if let Some(title) = title {
            self.at = title;
        }
        self.zone = Zone::AnnexStart(line);
        self.in_annex = true;
        self.own_title = None;
    }

    /// A heading with its title on the line is a row where other such lines stand about it.
    fn titled_heading_stands_apart(&self) -> bool {
        let titled = |line: usize| {
            let found = self.heading_at(self.lines[line].start);
            found.is_some_and(|found| title_behind(self.text, found.span.end).is_some())
        };
        let before = (0..self.line).rev().find(|line| !self.is_blank(*line));
        (self.after_blank() || self.after_page_matter())
            && !self.in_contents
            && !before.is_some_and(titled)
            && !self.following(self.line).next().is_some_and(titled)
    }

    /// `Annexes` above `Annex I` is the title of them all.
    fn is_title_of_annexes(&self, found: &AnnexHeading) -> bool {
        let next = self.following(self.line).next();
        let next = next.and_then(|line| self.heading_at(self.lines[line].start));
        found.number.is_none()
            && found.letter.is_none()
            && next.is_some_and(|next| next.kind == found.kind && next.number.is_some())
    }

    /// Whether the line before ends a sentence or a heading: where a converter leaves no blank lines
    /// between paragraphs.
    pub(super) fn after_sentence(&self) -> bool {
        let before = self.words(self.line.wrapping_sub(1));
        let next = self.words(self.line + 1);
        before.ends_with(['.', ']']) && next.starts_with(char::is_uppercase)
    }

    /// Whether the line before has nothing but asterisks, which part two texts.
    fn after_asterisks(&self) -> bool {
        let before = self.words(self.line.wrapping_sub(1));
        before.starts_with('*') && before.trim_matches(['*', ' ']).is_empty()
    }

    /// A numbered heading that a converter has run together with what stands before and behind it.
    pub(super) fn glued_heading(&self) -> Option<AnnexHeading> {
        let (length, kind) = annex::word(self.lexicons, self.rest())?;
        let at = self.at + length + 1;
        let (span, value) = located(self.text, at, annex::number)?;
        Some(AnnexHeading {
            span: Span::new(self.at, span.end),
            kind,
            number: Some(Read { value, span }),
            letter: None,
        })
    }

    /// A row of a table of contents: dots or a page number follow.
    pub(super) fn is_contents_row(&self) -> bool {
        let next: Vec<&str> = self
            .following(self.line)
            .take(4)
            .map(|line| self.words(line))
            .collect();
        let dotted = |line: &&str| line.contains(".....") || line.contains(". . . .");
        next.iter().take(2).any(dotted)
            || (self.in_contents
                && next
                    .iter()
                    .any(|line| plain_page(line).is_some() || dotted(line)))
    }

    /// What can stand between an annex heading and its text.
    pub(super) fn annex_start(&mut self) -> bool {
        let behind_heading = matches!(self.previous(), Some(Production::AnnexHeading(_)));
        if !matches!(self.zone, Zone::AnnexStart(_)) || !(self.at_line_start() || behind_heading) {
            return false;
        }
        if let Some((span, languages)) = original_line(self.lexicons, self.text, self.at) {
            self.push(Production::Original(languages), span.end);
            return true;
        }
        if let Some(found) = communication(self.lexicons, self.text, self.at) {
            let end = found.span.end;
            self.push(Production::Communication(found), end);
            return true;
        }
        if !self.opens_inner_masthead(self.line) {
            return false;
        }
        self.begin_front();
        self.masthead()
    }

    /// Which of these symbols at the top of a page is not the head of it, but begins the masthead of
    /// a document that an annex reproduces.
    pub(super) fn inner_symbol(&self, symbols: &[Read<Symbol>]) -> Option<usize> {
        if !matches!(self.zone, Zone::AnnexStart(_)) {
            return None;
        }
        let opens = |symbol: &Read<Symbol>| {
            let mut lines = self.line..self.lines.len();
            let line = lines.find(|line| self.lines[*line].end > symbol.span.start);
            line.is_some_and(|line| self.opens_inner_masthead(line))
        };
        symbols
            .iter()
            .position(|symbol| !self.is_known(std::slice::from_ref(symbol)) && opens(symbol))
    }

    /// Whether a masthead begins on this line: its lines name a symbol below the Organization, or
    /// say how far the document is distributed. A list of bodies does neither.
    fn opens_inner_masthead(&self, line: usize) -> bool {
        let (mut symbol, mut organization, mut organ, mut distribution) =
            (false, false, false, false);
        let lines = std::iter::once(line).chain(self.following(line));
        for line in lines.take(INNER_MASTHEAD_LINES) {
            let (fields, _) = &*self.masthead_line(self.lines[line].start);
            if fields.is_empty() {
                break;
            }
            for field in fields {
                match field.value {
                    MastheadField::Symbols(_) => symbol = true,
                    MastheadField::UnitedNations => organization = true,
                    MastheadField::Organ(_) => organ = true,
                    MastheadField::Distribution(_) => distribution = true,
                    _ => {}
                }
            }
        }
        (symbol && organization) || (distribution && (symbol || organization || organ))
    }
}
