//! The front of a document: masthead lines, agenda item titles, the title.

use std::rc::Rc;

use super::{MASTHEAD_LINES, MastheadLine, Scanner, Zone};
use crate::document::Kind;
use crate::grammar::block::Production;
use crate::grammar::masthead::{self, MastheadField, is_subsidiary_organ};
use crate::grammar::symbol::{Modifier, Symbol};
use crate::grammar::title::communication;
use crate::grammar::{Read, paragraph_number, type_line};
use crate::lexicon::Openings;

/// How many lines below a labelled field or the date `English only` or a category without a label
/// can stand, blank ones not counted.
const NEAR: usize = 4;

fn begins_with_notice(fields: &[Read<MastheadField>]) -> bool {
    let first = fields.first();
    first.is_some_and(|field| field.value == MastheadField::Notice)
}

impl Scanner<'_> {
    /// The last line with a labelled field, or with `English only` not far below one or the date.
    pub(super) fn find_masthead_end(&self) -> usize {
        let lines = (self.line..self.lines.len())
            .filter(|line| !self.is_blank(*line))
            .take(MASTHEAD_LINES)
            .take_while(|line| {
                *line == self.line || self.heading_at(self.lines[*line].start).is_none()
            });
        let mut end = 0;
        let mut last = None;
        for (count, line) in lines.enumerate() {
            let words = self.words(line);
            if type_line::is_corrigendum(self.lexicons, words) {
                // Which versions it corrects stands below.
                last = None;
            }
            if !masthead::may_be_labelled(self.lexicons, words) {
                continue;
            }
            let (fields, _) = &*self.masthead_line(self.lines[line].start);
            let has = |is_one: fn(&Read<MastheadField>) -> bool| fields.iter().any(is_one);
            let is_labelled = has(|field| field.value.is_labelled());
            let is_near = last.is_some_and(|last| count - last <= NEAR);
            // "GENERAL" far below can be a heading.
            let is_stray = self.is_category(line) && last.is_some();
            if (is_labelled && (is_near || !is_stray)) || (is_near && has(masthead::says_only)) {
                end = line;
            }
            if is_labelled || has(|field| matches!(field.value, MastheadField::Date(_))) {
                last = Some(count);
            }
        }
        end
    }

    /// Whether a line begins with a category of distribution and no label.
    fn is_category(&self, line: usize) -> bool {
        let openings = self.lexicons.openings.at(self.words(line));
        openings.has(Openings::CATEGORY) && !openings.has(Openings::DISTRIBUTION)
    }

    /// The masthead line that begins at a place. The masthead's end is looked for before it is
    /// read, so each is asked for more than once.
    pub(super) fn masthead_line(&self, at: usize) -> Rc<MastheadLine> {
        let mut lines = self.masthead_lines.borrow_mut();
        let read = || Rc::new(masthead::line(self.lexicons, self.text, at));
        Rc::clone(lines.entry(at).or_insert_with(read))
    }

    pub(super) fn masthead(&mut self) -> bool {
        let on_cover =
            self.zone == Zone::Body && self.at_line_start() && self.is_of_records_cover();
        let late = self.zone == Zone::Body && (self.line <= self.masthead_end || on_cover);
        if self.zone == Zone::Body && self.meeting_date() {
            return true;
        }
        if self.zone != Zone::Masthead && !late {
            return false;
        }
        if !late && self.labelled_within_line() {
            return true;
        }
        if self.zone == Zone::Masthead
            && let Some(found) = communication(self.lexicons, self.text, self.at)
        {
            let end = found.span.end;
            self.push(Production::Communication(found), end);
            self.zone = Zone::Body;
            return true;
        }
        let line = self.masthead_line(self.at);
        let (fields, end) = &*line;
        let goes_on = || {
            let organization = |field: &Read<MastheadField>| {
                field.value.is_labelled() || field.value == MastheadField::UnitedNations
            };
            matches!(self.previous(), Some(Production::Masthead(_)))
                || fields.iter().any(organization)
                || self.following(self.line).next().is_some_and(|next| {
                    let next = self.masthead_line(self.lines[next].start);
                    next.0.iter().any(organization)
                })
        };
        let sound = !fields.is_empty() && (!late || on_cover || goes_on());
        if sound {
            for field in fields {
                if let MastheadField::Symbols(symbols) = &field.value
                    && !self.in_annex
                {
                    let corrects = |symbol: &Read<Symbol>| {
                        symbol.value.modifier == Some(Modifier::Corrigendum)
                    };
                    self.corrects |= symbols.iter().any(corrects);
                    self.symbols
                        .extend(symbols.iter().map(|symbol| symbol.value.key()));
                }
            }
            self.push(Production::Masthead(fields.clone()), *end);
        }
        sound
    }

    /// Whether this line is one of those that name the Official Records, under the title on a cover:
    /// `General Assembly`, `Official Records`, `Sixty-fourth Session`, `Supplement No. 2`.
    fn is_of_records_cover(&self) -> bool {
        let of_records = |field: &Read<MastheadField>| {
            matches!(
                field.value,
                MastheadField::Notice | MastheadField::Session(_)
            )
        };
        let behind_masthead = matches!(self.previous(), Some(Production::Masthead(_)));
        let openings = Openings::ORGAN.and(Openings::NOTICE);
        let may_begin = self.lexicons.openings.at(self.rest()).has(openings);
        let goes_on = || {
            let (fields, _) = &*self.masthead_line(self.at);
            let begins = begins_with_notice(fields) || (!fields.is_empty() && behind_masthead);
            begins && fields.iter().all(of_records)
        };
        self.line <= self.masthead_reach
            && (may_begin || behind_masthead)
            && (self.opens_records_cover(self.line) || goes_on())
    }

    /// The name of an organ, with that of its records behind it or on the next line.
    pub(super) fn opens_records_cover(&self, line: usize) -> bool {
        let openings = self.lexicons.openings.at(self.words(line));
        if !openings.has(Openings::ORGAN) {
            return false;
        }
        let (fields, _) = &*self.masthead_line(self.lines[line].start);
        let Some((
            Read {
                value: MastheadField::Organ(_),
                ..
            },
            behind,
        )) = fields.split_first()
        else {
            return false;
        };
        let next = || {
            let next = self.following(line).next()?;
            Some(self.masthead_line(self.lines[next].start))
        };
        begins_with_notice(behind)
            || (behind.is_empty() && next().is_some_and(|next| begins_with_notice(&next.0)))
    }

    /// Under the heading of a meeting record stands the day of the meeting.
    pub(super) fn meeting_date(&mut self) -> bool {
        if !matches!(self.previous(), Some(Production::Title)) {
            return false;
        }
        let line = self.masthead_line(self.at);
        let (fields, end) = &*line;
        let dated = matches!(
            fields.as_slice(),
            [Read {
                value: MastheadField::Date(_),
                ..
            }]
        );
        let weekday = self.rest().starts_with(char::is_alphabetic);
        if dated && weekday {
            self.push(Production::Masthead(fields.clone()), *end);
        }
        dated && weekday
    }

    /// A scan runs columns together: a labelled field can stand behind other words on its line.
    pub(super) fn labelled_within_line(&mut self) -> bool {
        let rest = self.rest();
        if self.line > self.masthead_reach || rest.len() > 120 {
            return false;
        }
        let starts = rest
            .match_indices(' ')
            .map(|(space, _)| self.at + space + 1)
            .filter(|start| masthead::may_be_label(self.lexicons, &self.text[*start..]));
        let found = starts
            .map(|start| (start, self.masthead_line(start)))
            .find(|(_, line)| {
                let first = line.0.first();
                first.is_some_and(|field| field.value.is_labelled())
            });
        let Some((start, line)) = found else {
            return false;
        };
        if !self.masthead_line(self.at).0.is_empty() {
            return false;
        }
        let (fields, end) = &*line;
        self.push(Production::Other, start - 1);
        self.at = start;
        self.push(Production::Masthead(fields.clone()), *end);
        true
    }

    /// A line that is no masthead line, before the title has been found.
    pub(super) fn before_title(&mut self) {
        let end = self.lines[self.line].end;
        let joined = self.line > 0 && !self.is_blank(self.line - 1);
        let kind = type_line::kind(self.lexicons, self.rest());
        if joined && let Some(line) = self.title_among_agenda_titles() {
            self.own_title = Some(line);
        }
        if kind.is_none() && self.is_organ_line(joined) {
            self.extend_or_push(Production::SubsidiaryOrgan, end);
        } else if let Some(start) = self.letter_within_line() {
            self.push(Production::AgendaTitle, start);
        } else if self.own_title == Some(self.line) && !self.is_before_letter(kind) {
            self.title();
        } else if (joined && self.is_agenda_title(kind))
            || (!joined && kind.is_none() && self.is_title_of_item_apart())
            || (!joined && self.is_session_dates_apart())
        {
            self.extend_or_push(Production::AgendaTitle, end);
        } else if self.line < self.masthead_end
            || (kind.is_none() && self.masthead_goes_on() && !self.names_kind_last())
        {
            self.push(Production::Other, end);
        } else if self.is_before_letter(kind) {
            self.extend_or_push(Production::AgendaTitle, end);
        } else if !type_line::opens_text(self.lexicons, self.rest())
            && self.can_be_title()
            && (self.has_masthead() || kind.is_some())
        {
            self.title();
        } else if !self.can_be_title() && paragraph_number(self.rest()).is_none() {
            self.push(Production::Other, end);
        } else {
            self.zone = Zone::Body;
            self.paragraph();
        }
    }

    /// Whether a title names its kind at its end, as drafts do, and in Chinese reports.
    fn names_kind_last(&self) -> bool {
        let kind = type_line::kind_at_end(self.lexicons, self.rest());
        kind.is_some_and(|kind| kind != Kind::MeetingRecord)
    }

    /// Job numbers and dates run together are no title, and a remark in brackets is none; a raised
    /// ordinal's number stands alone.
    fn can_be_title(&self) -> bool {
        let letters = self.rest().chars().filter(|c| c.is_alphabetic()).count();
        let figures = self.rest().chars().filter(char::is_ascii_digit).count();
        // `[pic]`, `[on the report of the Third Committee]`; not `(Draft) Programme (2024)`.
        let within = |open, close| {
            self.rest().starts_with(open) && self.rest().find(close) == Some(self.rest().len() - 1)
        };
        if within('[', ']') || within('(', ')') {
            return false;
        }
        let ahead = (self.line..self.lines.len()).map(|line| self.words(line));
        let named = type_line::kind_at_end(self.lexicons, self.rest())
            .or_else(|| type_line::kind(self.lexicons, self.rest()));
        figures <= letters
            || named.is_some()
            || type_line::broken_ordinal(self.lexicons, ahead).is_some()
    }

    /// The name of a body that no list has stands right below the masthead's other lines.
    fn is_organ_line(&self, joined: bool) -> bool {
        match self.previous() {
            Some(Production::SubsidiaryOrgan)
                if joined || self.rest().starts_with(char::is_lowercase) =>
            {
                let name = self
                    .blocks
                    .last()
                    .map_or("", |block| &self.text[block.span.start..block.span.end]);
                let small = |word: Option<&str>| {
                    word.is_some_and(|word| word.starts_with(char::is_lowercase))
                };
                let goes_on = small(name.split_whitespace().next_back())
                    || small(self.rest().split_whitespace().next());
                name.lines().count() < 4
                    && !name.ends_with('*')
                    && masthead::ordinal(self.lexicons, self.rest()).is_none()
                    && !type_line::opens_text(self.lexicons, self.rest())
                    && (goes_on || self.session_within(4))
            }
            Some(Production::AgendaTitle) => false,
            _ => is_subsidiary_organ(self.lexicons, self.rest()),
        }
    }

    /// Without line breaks a letter's title stands behind the agenda item's on one line.
    pub(super) fn letter_within_line(&self) -> Option<usize> {
        let rest = self.rest();
        if rest.len() < 120 {
            return None;
        }
        let words = rest
            .match_indices(' ')
            .map(|(space, _)| self.at + space + 1);
        words
            .take(200)
            .filter(|at| self.text[*at..].starts_with(char::is_uppercase))
            .find(|at| communication(self.lexicons, self.text, *at).is_some())
    }

    pub(super) fn has_masthead(&self) -> bool {
        self.blocks
            .iter()
            .any(|block| matches!(block.production, Production::Masthead(_)))
    }

    /// Whether a session or agenda line comes within the next lines, so that this one is no title.
    pub(super) fn masthead_goes_on(&self) -> bool {
        self.session_within(2)
    }

    fn session_within(&self, lines: usize) -> bool {
        self.following(self.line).take(lines).any(|line| {
            let (fields, _) = &*self.masthead_line(self.lines[line].start);
            // On a cover the session of the records stands below the title.
            let of_records = self.opens_records_cover(line);
            let goes_on = |field: &Read<MastheadField>| {
                matches!(
                    field.value,
                    MastheadField::Session(_) | MastheadField::Agenda(_) | MastheadField::Year(_)
                )
            };
            !of_records && fields.iter().any(goes_on)
        })
    }
}
