//! The layout of a whole text: the productions in the order in which a page has them, and which of
//! them can stand where. Every line ends up in a block; nothing is refused.

use super::annex::{AnnexHeading, heading, original_line};
use super::block::{Block, Production};
use super::footer::{FooterPart, is_continuation, is_rule, parts, plain_page, vertical_barcode};
use super::masthead::{
    self, MastheadField, ends_line, is_subsidiary_organ, language_line, page_line,
};
use super::signature::{is_name, is_role, mark, signatory};
use super::symbol::{Symbol, joint, misread_symbol};
use super::text::{located, longest, one_line};
use super::title::{communication, opens_body};
use super::{Read, type_line};
use crate::document::Kind;
use crate::lexicon::Lexicons;
use crate::source::Span;

/// How many lines of text the masthead can reach into a document.
const MASTHEAD_LINES: usize = 60;
/// How many lines of agenda item titles can stand before the title of a letter.
const AGENDA_TITLE_LINES: usize = 40;

/// document = { block } ;
pub fn blocks(lexicons: &Lexicons, text: &str) -> Vec<Block> {
    let mut scanner = Scanner::new(lexicons, text);
    while scanner.line < scanner.lines.len() {
        scanner.step();
    }
    scanner.blocks
}

/// Which part of the document the scanner is in.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Zone {
    Masthead,
    Body,
    /// Behind an annex heading, before its text: titles and a masthead can stand there.
    AnnexStart,
}

struct Scanner<'t> {
    lexicons: &'t Lexicons,
    text: &'t str,
    /// Every line, spaces at its ends off; an empty span is a blank line.
    lines: Vec<Span>,
    /// The line that is read.
    line: usize,
    /// Where in it.
    at: usize,
    zone: Zone,
    /// The last line with a labelled masthead field: what stands before it is no title.
    masthead_end: usize,
    /// The last line that a masthead can reach to.
    masthead_reach: usize,
    symbols: Vec<String>,
    in_contents: bool,
    /// The last page number that stood alone.
    page: Option<u32>,
    /// A line after a footer that a signature before it has claimed.
    claimed: Option<usize>,
    blocks: Vec<Block>,
}

impl<'t> Scanner<'t> {
    fn new(lexicons: &'t Lexicons, text: &'t str) -> Self {
        let lines: Vec<Span> = lines_of(text);
        let mut scanner = Self {
            lexicons,
            text,
            line: 0,
            at: lines.first().map_or(0, |line| line.start),
            lines,
            zone: Zone::Masthead,
            masthead_end: 0,
            masthead_reach: 0,
            symbols: Vec::new(),
            in_contents: false,
            page: None,
            claimed: None,
            blocks: Vec::new(),
        };
        scanner.masthead_end = scanner.find_masthead_end();
        scanner.masthead_reach = (0..scanner.lines.len())
            .filter(|line| !scanner.is_blank(*line))
            .nth(MASTHEAD_LINES / 2)
            .unwrap_or(scanner.lines.len());
        scanner
    }

    /// One block, or one blank line.
    fn step(&mut self) {
        let line = self.lines[self.line];
        if line.is_empty() || self.at >= line.end {
            self.go_to_line(self.line + 1);
            return;
        }
        if self.claimed == Some(self.line) {
            self.claimed = None;
            self.push(Production::SignatureContinued, line.end);
            return;
        }
        let found = self.page_matter()
            || self.signature()
            || self.annex_heading()
            || self.annex_start()
            || self.masthead()
            || self.note();
        if !found {
            self.running_text();
        }
    }

    // ---- where we are ----

    fn rest(&self) -> &'t str {
        &self.text[self.at..self.lines[self.line].end]
    }

    fn words(&self, line: usize) -> &'t str {
        self.lines
            .get(line)
            .map_or("", |span| &self.text[span.start..span.end])
    }

    fn at_line_start(&self) -> bool {
        self.at == self.lines[self.line].start
    }

    fn is_blank(&self, line: usize) -> bool {
        self.lines.get(line).is_none_or(|span| span.is_empty())
    }

    fn after_blank(&self) -> bool {
        self.at_line_start() && (self.line == 0 || self.is_blank(self.line - 1))
    }

    /// The lines with words behind this one.
    fn following(&self, line: usize) -> impl Iterator<Item = usize> {
        (line + 1..self.lines.len()).filter(|line| !self.is_blank(*line))
    }

    fn previous(&self) -> Option<&Production> {
        self.blocks.last().map(|block| &block.production)
    }

    fn after_page_matter(&self) -> bool {
        self.previous().is_some_and(Production::is_page_matter)
    }

    fn previous_is_on_this_line(&self) -> bool {
        self.blocks
            .last()
            .is_some_and(|block| block.span.end > self.lines[self.line].start)
    }

    // ---- what we found ----

    fn push(&mut self, production: Production, end: usize) {
        self.blocks.push(Block {
            span: Span::new(self.at, end),
            production,
        });
        self.go_to(end);
    }

    fn go_to_line(&mut self, line: usize) {
        self.line = line;
        self.at = self
            .lines
            .get(line)
            .map_or(self.text.len(), |line| line.start);
    }

    /// Goes to a place behind the words just read, on whatever line that is.
    fn go_to(&mut self, end: usize) {
        while self.line < self.lines.len() && self.lines[self.line].end <= end {
            self.line += 1;
            self.at = self
                .lines
                .get(self.line)
                .map_or(self.text.len(), |line| line.start);
        }
        if let Some(line) = self.lines.get(self.line)
            && line.start < end
        {
            let rest = &self.text[end..line.end];
            self.at = end + rest.len() - rest.trim_start().len();
        }
    }

    // ---- page matter ----

    fn page_matter(&mut self) -> bool {
        let rest = self.rest();
        if is_rule(rest) && self.at_line_start() {
            self.push(Production::Rule, self.lines[self.line].end);
            return true;
        }
        if is_continuation(rest) {
            self.push(Production::Continuation, self.lines[self.line].end);
            return true;
        }
        self.footer() || self.upright_barcode() || self.page_number() || self.running_head()
    }

    fn footer(&mut self) -> bool {
        let end = self.lines[self.line].end;
        let found = parts(self.text, self.at, end);
        let Some(last) = found.last() else {
            return false;
        };
        let stop = last.span.end;
        let whole = self.text[stop..end].trim_matches([' ', '*']).is_empty();
        let has = |wanted: fn(&FooterPart) -> bool| found.iter().any(|part| wanted(&part.value));
        let job = has(|part| matches!(part, FooterPart::Job(_)));
        let sound = if job {
            whole || has(|part| matches!(part, FooterPart::Letter(_)))
        } else if has(|part| matches!(part, FooterPart::Barcode(_))) {
            whole || self.after_page_matter()
        } else if has(|part| matches!(part, FooterPart::Page(..))) {
            whole && self.is_page_footer(&found)
        } else {
            whole && matches!(self.previous(), Some(Production::Footer(_)))
        };
        if sound {
            let end = if whole { end } else { stop };
            self.push(Production::Footer(found), end);
        }
        sound
    }

    /// `n/N` alone on a line is a page footer beside a job number; elsewhere it is a fraction, a
    /// resolution, an agenda item.
    fn is_page_footer(&self, found: &[Read<FooterPart>]) -> bool {
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

    fn upright_barcode(&mut self) -> bool {
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

    /// A number alone on its line is a page number beside other page matter.
    fn page_number(&mut self) -> bool {
        let Some(number) = plain_page(self.rest()).filter(|_| self.at_line_start()) else {
            return false;
        };
        let next = self.following(self.line).next();
        let before = self.after_page_matter() && !matches!(self.previous(), Some(Production::Rule));
        let lone = self.after_blank() && self.is_blank(self.line + 1);
        // A head misread in a letter or two is still a head where the pages run on.
        let runs_on = number == self.page.map_or(2, |last| last + 1);
        let head = |line: usize| self.is_head_line(line) || (runs_on && self.is_misread_head(line));
        let after = next.is_none_or(|line| head(line) || is_job_line(self.words(line), true));
        let found = lone && (before || after);
        if found {
            self.page = Some(number);
            self.push(Production::PageNumber, self.lines[self.line].end);
        }
        found
    }

    // ---- running heads ----

    /// The symbol of a line that has nothing else.
    fn lone_symbols(&self, at: usize) -> Option<(usize, Vec<Read<Symbol>>)> {
        let production = |input| {
            joint(self.lexicons)(input).or_else(|_| {
                misread_symbol(self.lexicons)(input).map(|(rest, symbol)| (rest, (symbol, None)))
            })
        };
        let (span, (first, second)) = located(self.text, at, production)?;
        let words = &self.text[span.start..span.end];
        let trimmed = span.start + words.trim_end_matches(['*', ' ']).len();
        let mut found = Vec::new();
        match second {
            Some((offset, second)) => {
                let end = span.start + words[..offset].trim_end_matches([' ', '–', '-', '—']).len();
                found.push(Read {
                    value: first,
                    span: Span::new(span.start, end),
                });
                found.push(Read {
                    value: second,
                    span: Span::new(span.start + offset, trimmed),
                });
            }
            None => found.push(Read {
                value: first,
                span: Span::new(span.start, trimmed),
            }),
        }
        Some((span.end, found))
    }

    fn is_known(&self, symbols: &[Read<Symbol>]) -> bool {
        symbols
            .iter()
            .any(|symbol| self.symbols.contains(&symbol.value.key()))
    }

    fn is_head_line(&self, line: usize) -> bool {
        self.lines.get(line).is_some_and(|span| {
            self.lone_symbols(span.start).is_some_and(|(end, symbols)| {
                ends_line(&self.text[end..]) && self.is_known(&symbols)
            })
        })
    }

    /// A lone symbol that differs from the document's own in one letter or figure.
    fn is_misread_head(&self, line: usize) -> bool {
        let near = |symbol: &Read<Symbol>| {
            let key = symbol.value.key();
            self.symbols
                .iter()
                .any(|known| strsim::damerau_levenshtein(known, &key) <= 1)
        };
        self.lines.get(line).is_some_and(|span| {
            self.lone_symbols(span.start).is_some_and(|(end, symbols)| {
                ends_line(&self.text[end..]) && symbols.iter().any(near)
            })
        })
    }

    /// The document's own symbol on a line of its own, or another one at the top of a page: in a
    /// table a lone symbol is a cell.
    fn running_head(&mut self) -> bool {
        if self.zone == Zone::Masthead {
            return false;
        }
        let Some((mut end, mut symbols)) = self.lone_symbols(self.at) else {
            return false;
        };
        let alone = ends_line(&self.text[end..]);
        let known = self.is_known(&symbols);
        let next = self.line + 1;
        let page_follows = page_line(self.lexicons, self.words(next)).is_some();
        let stands_apart = self.is_blank(next)
            || page_line(self.lexicons, self.words(next)).is_some()
            || language_line(self.lexicons, self.words(next)).is_some()
            || self
                .lines
                .get(next)
                .is_some_and(|line| self.lone_symbols(line.start).is_some());
        let sound = match (known, alone) {
            (true, true) => self.after_blank() || self.after_page_matter(),
            (true, false) => self.after_page_matter() && self.previous_is_on_this_line(),
            (false, true) => {
                let at_top =
                    self.after_page_matter() && !matches!(self.previous(), Some(Production::Rule));
                self.at_line_start() && (page_follows || (at_top && stands_apart))
            }
            (false, false) => false,
        };
        if !sound {
            return false;
        }
        let mut page = None;
        let mut line = self.line + 1;
        while alone && !self.is_blank(line) {
            let span = self.lines[line];
            if let Some((stop, more)) = self
                .lone_symbols(span.start)
                .filter(|(stop, _)| ends_line(&self.text[*stop..]))
            {
                if symbols.len() >= 2 {
                    break;
                }
                symbols.extend(more);
                end = stop;
            } else if language_line(self.lexicons, self.words(line)).is_some() {
                end = span.end;
            } else if let Some(number) = page_line(self.lexicons, self.words(line)) {
                page = Some(Read {
                    value: number,
                    span,
                });
                end = span.end;
            } else {
                break;
            }
            line += 1;
        }
        self.push(Production::RunningHead(symbols, page), end);
        true
    }

    // ---- signatures ----

    fn signature(&mut self) -> bool {
        let Some(length) = mark(self.lexicons, self.rest()) else {
            return false;
        };
        let line_end = self.lines[self.line].end;
        let after = self.at + length;
        // A second mark on the line begins another signature.
        let end = (after..line_end)
            .filter(|at| self.text.is_char_boundary(*at))
            .find(|at| {
                self.text[*at..].starts_with('(')
                    && mark(self.lexicons, &self.text[*at..line_end]).is_some()
            })
            .unwrap_or(line_end);
        let mark = Span::new(self.at, after);
        let mut read = signatory(self.lexicons, self.text, Span::new(after, end));
        let mut stop = end;
        let mut line = self.line;
        if read.name.is_none() && read.role.is_none() && end == line_end {
            if let Some((candidate, apart)) = self.name_line() {
                read = signatory(self.lexicons, self.text, self.lines[candidate]);
                if apart {
                    self.claimed = Some(candidate);
                } else {
                    line = candidate;
                    stop = self.lines[candidate].end;
                }
            }
        }
        if end == line_end && self.claimed.is_none() && read.role.is_none() && read.name.is_some() {
            let roles = self.role_lines(line);
            if let (Some(first), Some(last)) = (roles.first(), roles.last()) {
                let span = Span::new(self.lines[*first].start, self.lines[*last].end);
                read.role = Some(Read {
                    value: one_line(&self.text[span.start..span.end]),
                    span,
                });
                stop = span.end;
            }
        } else if read.role.is_some() && end == line_end {
            stop = self
                .role_lines(line)
                .last()
                .map_or(stop, |last| self.lines[*last].end);
        }
        self.push(Production::Signature(mark, read), stop);
        true
    }

    /// The line with the name of a mark that stands alone, and whether a footer stands between.
    fn name_line(&self) -> Option<(usize, bool)> {
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
            {
                apart = true;
            } else {
                let other = heading(self.lexicons, self.text, span.start).is_some()
                    || is_role(self.lexicons, words)
                    || !masthead::line(self.lexicons, self.text, span.start)
                        .0
                        .is_empty()
                    || longest(
                        words,
                        self.lexicons.words(|lexicon| &lexicon.masthead.organs),
                    )
                    .is_some()
                    || (apart && !self.is_blank(line + 1));
                return (is_name(words) && !other).then_some((line, apart));
            }
        }
        None
    }

    /// The lines of the office under a name: those right below it, or one behind a blank line that
    /// begins with an office.
    fn role_lines(&self, name: usize) -> Vec<usize> {
        let short = |line: usize| {
            let words = self.words(line);
            words.len() <= 100
                // A sentence, not an office: "Chargé d'affaires a.i." ends with a stop too.
                && !(words.ends_with(['.', ';']) && words.len() > 60)
                && mark(self.lexicons, words).is_none()
                && heading(self.lexicons, self.text, self.lines[line].start).is_none()
                && parts(self.text, self.lines[line].start, self.lines[line].end).is_empty()
                && !is_rule(words)
                && !is_continuation(words)
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

    // ---- annexes ----

    fn annex_heading(&mut self) -> bool {
        if !self.rest().starts_with(char::is_uppercase) {
            return false;
        }
        let glued = self.previous_is_on_this_line() && self.after_page_matter();
        let found = heading(self.lexicons, self.text, self.at)
            .or_else(|| if glued { self.glued_heading() } else { None });
        let Some(found) = found else { return false };
        let stands_apart = self.after_blank()
            || self.after_page_matter()
            || found.letter.is_some()
            || matches!(self.previous(), Some(Production::Signature(..)))
            || (self.at_line_start() && self.after_sentence());
        if !stands_apart
            || (self.zone == Zone::Masthead
                && self.line <= self.masthead_end
                && self.masthead_end > 0)
            || self.is_contents_row()
        {
            return false;
        }
        let end = found.span.end;
        self.push(Production::AnnexHeading(found), end);
        self.zone = Zone::AnnexStart;
        true
    }

    /// Whether the line before ends a sentence or a heading: where a converter leaves no blank lines
    /// between paragraphs.
    fn after_sentence(&self) -> bool {
        let before = self.words(self.line.wrapping_sub(1));
        let next = self.words(self.line + 1);
        before.ends_with(['.', ']']) && next.starts_with(char::is_uppercase)
    }

    /// A numbered heading that a converter has run together with what stands before and behind it.
    fn glued_heading(&self) -> Option<AnnexHeading> {
        let (length, kind) = super::annex::word(self.lexicons, self.rest())?;
        let at = self.at + length + 1;
        let (span, value) = located(self.text, at, super::annex::number)?;
        Some(AnnexHeading {
            span: Span::new(self.at, span.end),
            kind,
            number: Some(Read { value, span }),
            letter: None,
        })
    }

    /// A row of a table of contents: dots or a page number follow.
    fn is_contents_row(&self) -> bool {
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
    fn annex_start(&mut self) -> bool {
        if self.zone != Zone::AnnexStart || !self.at_line_start() {
            return false;
        }
        if let Some((span, languages)) = original_line(self.lexicons, self.text, self.at) {
            self.push(Production::Original(languages), span.end);
            return true;
        }
        if let Some(found) = communication(self.lexicons, self.text, self.at) {
            let end = found.span.end;
            self.push(Production::InnerCommunication(found), end);
            return true;
        }
        let (fields, end) = masthead::line(self.lexicons, self.text, self.at);
        let opens = self.opens_inner_masthead(&fields);
        if !fields.is_empty()
            && (opens || matches!(self.previous(), Some(Production::InnerMasthead)))
        {
            self.push(Production::InnerMasthead, end);
            return true;
        }
        false
    }

    fn opens_inner_masthead(&self, fields: &[Read<MastheadField>]) -> bool {
        let names_organization = |fields: &[Read<MastheadField>]| {
            fields
                .iter()
                .any(|field| field.value == MastheadField::UnitedNations)
        };
        names_organization(fields)
            || (fields
                .iter()
                .any(|field| matches!(field.value, MastheadField::Symbols(_)))
                && self.following(self.line).take(2).any(|line| {
                    names_organization(
                        &masthead::line(self.lexicons, self.text, self.lines[line].start).0,
                    )
                }))
    }

    // ---- masthead and title ----

    fn find_masthead_end(&self) -> usize {
        (0..self.lines.len())
            .filter(|line| !self.is_blank(*line))
            .take(MASTHEAD_LINES)
            .take_while(|line| {
                *line == 0 || heading(self.lexicons, self.text, self.lines[*line].start).is_none()
            })
            .filter(|line| {
                let (fields, _) = masthead::line(self.lexicons, self.text, self.lines[*line].start);
                fields.iter().any(|field| field.value.is_labelled())
            })
            .last()
            .unwrap_or(0)
    }

    fn masthead(&mut self) -> bool {
        let late = self.zone == Zone::Body && self.line <= self.masthead_end;
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
        let (fields, end) = masthead::line(self.lexicons, self.text, self.at);
        let sound =
            !fields.is_empty() && (!late || fields.iter().any(|field| field.value.is_labelled()));
        if sound {
            for field in &fields {
                if let MastheadField::Symbols(symbols) = &field.value {
                    self.symbols
                        .extend(symbols.iter().map(|symbol| symbol.value.key()));
                }
            }
            self.push(Production::Masthead(fields), end);
        }
        sound
    }

    /// Under the heading of a meeting record stands the day of the meeting.
    fn meeting_date(&mut self) -> bool {
        if !matches!(self.previous(), Some(Production::Title)) {
            return false;
        }
        let (fields, end) = masthead::line(self.lexicons, self.text, self.at);
        let dated = matches!(
            fields.as_slice(),
            [Read {
                value: MastheadField::Date(_),
                ..
            }]
        );
        let weekday = self.rest().starts_with(char::is_alphabetic);
        if dated && weekday {
            self.push(Production::Masthead(fields), end);
        }
        dated && weekday
    }

    /// A scan runs columns together: a labelled field can stand behind other words on its line.
    fn labelled_within_line(&mut self) -> bool {
        let rest = self.rest();
        if self.line > self.masthead_reach || rest.len() > 120 {
            return false;
        }
        let starts = rest
            .match_indices(' ')
            .map(|(space, _)| self.at + space + 1);
        let found = starts
            .map(|start| (start, masthead::line(self.lexicons, self.text, start)))
            .find(|(_, (fields, _))| {
                fields
                    .first()
                    .is_some_and(|field| field.value.is_labelled())
            });
        let Some((start, (fields, end))) = found else {
            return false;
        };
        if !masthead::line(self.lexicons, self.text, self.at)
            .0
            .is_empty()
        {
            return false;
        }
        self.push(Production::Other, start - 1);
        self.at = start;
        self.push(Production::Masthead(fields), end);
        true
    }

    /// `* Reissued for technical reasons.`, and notes under a rule.
    fn note(&mut self) -> bool {
        let rest = self.rest();
        let stars = rest.bytes().take_while(|byte| *byte == b'*').count();
        let under_rule = matches!(
            self.previous(),
            Some(Production::Rule | Production::Note(_))
        );
        let reissued = self.at_line_start()
            && longest(rest, self.lexicons.words(|lexicon| &lexicon.notes.reissue)).is_some();
        let mark = if stars > 0 && rest[stars..].starts_with(' ') {
            stars
        } else if reissued {
            0
        } else {
            let end = rest.find(' ').unwrap_or(0);
            let mark = &rest[..end];
            let sound = under_rule
                && (mark.len() <= 3 && !mark.is_empty())
                && (mark.bytes().all(|byte| byte.is_ascii_digit())
                    || (mark.len() == 1 && mark.bytes().all(|byte| byte.is_ascii_lowercase())));
            if !sound {
                return false;
            }
            end
        };
        let last = (self.line + 1..self.lines.len())
            .take_while(|line| {
                let words = self.words(*line);
                !words.is_empty()
                    && !words.starts_with('*')
                    && parts(self.text, self.lines[*line].start, self.lines[*line].end).is_empty()
            })
            .last()
            .unwrap_or(self.line);
        let mark = Span::new(self.at, self.at + mark);
        let end = if under_rule && !rest.starts_with('*') {
            self.lines[self.line].end
        } else {
            self.lines[last].end
        };
        self.push(Production::Note(mark), end);
        true
    }

    fn running_text(&mut self) {
        match self.zone {
            Zone::Masthead => self.before_title(),
            Zone::AnnexStart => {
                if self.rest().len() > 100
                    || opens_body(self.lexicons, self.rest())
                    || super::paragraph_number(self.rest()).is_some()
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

    /// Without its line breaks an annex has its `[Original: …]` behind the title on the same line.
    fn paragraph_of_annex_start(&mut self) {
        let line = self.lines[self.line];
        let tag = self.rest().match_indices('[').find_map(|(offset, _)| {
            original_line(self.lexicons, &self.text[..line.end], self.at + offset)
        });
        match tag {
            Some((span, languages)) => {
                let lead = self.text[self.at..span.start].trim_end().len();
                self.push(Production::Paragraph(None), self.at + lead);
                self.push(Production::Original(languages), span.end);
            }
            None => self.paragraph(),
        }
    }

    /// A line that is no masthead line, before the title has been found.
    fn before_title(&mut self) {
        let end = self.lines[self.line].end;
        let joined = self.line > 0 && !self.is_blank(self.line - 1);
        let kind = type_line::kind(self.lexicons, self.rest());
        let in_organ = joined && matches!(self.previous(), Some(Production::SubsidiaryOrgan));
        if kind.is_none() && (in_organ || is_subsidiary_organ(self.lexicons, self.rest())) {
            self.extend_or_push(Production::SubsidiaryOrgan, end);
        } else if self.line < self.masthead_end || (kind.is_none() && self.masthead_goes_on()) {
            self.push(Production::Other, end);
        } else if (joined && self.is_agenda_title(kind)) || self.letter_follows() {
            self.extend_or_push(Production::AgendaTitle, end);
        } else if super::paragraph_number(self.rest()).is_none()
            && (self.has_masthead() || kind.is_some())
        {
            self.title();
        } else {
            self.zone = Zone::Body;
            self.paragraph();
        }
    }

    fn has_masthead(&self) -> bool {
        self.blocks
            .iter()
            .any(|block| matches!(block.production, Production::Masthead(_)))
    }

    /// Whether a session or agenda line comes within the next lines, so that this one is no title.
    fn masthead_goes_on(&self) -> bool {
        self.following(self.line).take(2).any(|line| {
            let (fields, _) = masthead::line(self.lexicons, self.text, self.lines[line].start);
            fields.iter().any(|field| {
                matches!(
                    field.value,
                    MastheadField::Session(_) | MastheadField::Agenda(_) | MastheadField::Year(_)
                )
            })
        })
    }

    /// Behind an agenda line stands the title of the item; behind a session its place and dates.
    fn is_agenda_title(&self, kind: Option<Kind>) -> bool {
        let adopted = matches!(kind, Some(Kind::Resolution | Kind::Decision));
        match self.previous() {
            Some(Production::AgendaTitle) => {
                let after_dates =
                    self.blocks
                        .iter()
                        .rev()
                        .find_map(|block| match &block.production {
                            Production::Masthead(fields) => Some(!has_agenda(fields)),
                            _ => None,
                        });
                !adopted && after_dates != Some(true)
            }
            Some(Production::Masthead(fields)) if has_agenda(fields) => !adopted,
            Some(Production::Masthead(fields)) => {
                fields
                    .iter()
                    .any(|field| matches!(field.value, MastheadField::Session(_)))
                    && self.rest().contains(|c: char| c.is_ascii_digit())
                    && !super::date::dates_in(self.lexicons, self.rest()).is_empty()
            }
            _ => false,
        }
    }

    /// Whether the title of a letter comes soon, with nothing but short lines before it.
    fn letter_follows(&self) -> bool {
        let mut run = 0;
        for line in (self.line..self.lines.len()).take(AGENDA_TITLE_LINES) {
            run = if self.is_blank(line) { 0 } else { run + 1 };
            if communication(self.lexicons, self.text, self.lines[line].start).is_some() {
                return true;
            }
            if run > 8 || self.words(line).len() > 120 {
                return false;
            }
        }
        false
    }

    /// The title of a document that is no communication, and the lines under it.
    fn title(&mut self) {
        let first = self.line;
        let count = type_line::title_lines(
            self.lexicons,
            (first..self.lines.len()).map(|line| self.words(line)),
        );
        let end = self.lines[first + count - 1].end;
        self.push(Production::Title, end);
        while self.line < self.lines.len()
            && (type_line::kind(self.lexicons, self.words(self.line)).is_some()
                || type_line::is_subtitle(self.lexicons, self.words(self.line)))
        {
            let end = self.lines[self.line].end;
            self.push(Production::Subtitle, end);
        }
        self.zone = Zone::Body;
    }

    fn extend_or_push(&mut self, production: Production, end: usize) {
        let joined = self.line > 0 && !self.is_blank(self.line - 1);
        match self.blocks.last_mut() {
            Some(last) if joined && last.production == production => {
                last.span.end = end;
                self.go_to(end);
            }
            _ => self.push(production, end),
        }
    }

    /// A line of running text joins the paragraph before it, unless a blank line or a number parts them.
    fn paragraph(&mut self) {
        let end = self.lines[self.line].end;
        let rest = self.rest();
        if longest(rest, self.lexicons.words(|lexicon| &lexicon.annex.contents))
            .is_some_and(|(length, _)| length == rest.len())
        {
            self.in_contents = true;
            self.push(Production::Contents, end);
            return;
        }
        let number = super::paragraph_number(rest).map(|(length, value)| Read {
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

fn has_agenda(fields: &[Read<MastheadField>]) -> bool {
    fields
        .iter()
        .any(|field| matches!(field.value, MastheadField::Agenda(_)))
}

/// Whether a line has a job number and nothing that is no footer; `any_station` takes those with a
/// duty station's prefix too.
fn is_job_line(line: &str, any_station: bool) -> bool {
    let found = parts(line, 0, line.len());
    found.iter().any(|part| matches!(&part.value, FooterPart::Job(job) if any_station || job.starts_with(|c: char| c.is_ascii_digit())))
        && found.last().is_some_and(|last| line[last.span.end..].trim_matches([' ', '*']).is_empty())
}

fn lines_of(text: &str) -> Vec<Span> {
    let mut start = 0;
    text.split('\n')
        .map(|line| {
            let lead = line.len() - line.trim_start().len();
            let span = Span::new(
                start + lead.min(line.len()),
                start + lead + line.trim().len(),
            );
            start += line.len() + 1;
            span
        })
        .collect()
}
