//! Page matter: page numbers, continuation marks and running heads.

use super::footers::is_job_line;
use super::{Scanner, Zone};
use crate::grammar::Read;
use crate::grammar::block::Production;
use crate::grammar::footer::{is_continuation, is_rule, plain_page};
use crate::grammar::masthead::{ends_line, language_line, page_line};
use crate::grammar::symbol::{Symbol, may_begin_symbol, symbols};
use crate::grammar::text::located;
use crate::source::Span;

/// Fewer grave accents are marks of Markdown.
const FEWEST_GLYPHS: usize = 5;

/// A longer line is no running head, in bytes.
const LONGEST_HEAD: usize = 240;

impl Scanner<'_> {
    pub(super) fn page_matter(&mut self) -> bool {
        let rest = self.rest();
        if is_rule(rest) && self.at_line_start() {
            self.push(Production::Rule, self.lines[self.line].end);
            return true;
        }
        let first = rest.split(' ').next().unwrap_or_default();
        let is_glued = self.after_page_matter() && self.previous_is_on_this_line();
        if is_barcode_glyphs(first) {
            self.push(Production::Rule, self.at + first.len());
            return true;
        }
        let continuation = match is_glued {
            true => first,
            false => rest,
        };
        if is_continuation(continuation) {
            self.push(Production::Continuation, self.at + continuation.len());
            return true;
        }
        self.footer()
            || self.numbered_footer()
            || self.upright_barcode()
            || self.page_number()
            || self.running_head()
    }

    /// A number alone on its line is a page number beside other page matter.
    pub(super) fn page_number(&mut self) -> bool {
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
        let job_line = |line: usize| is_job_line(self.words(line), true);
        // Without blank lines the number stands right above or below the job number.
        let beside_job = job_line(self.line + 1)
            || (self.line > 0 && job_line(self.line - 1) && self.is_blank(self.line + 1));
        // Or right above the head of the next page.
        let ends_page = runs_on || (self.line > 0 && job_line(self.line - 1));
        let above_head = ends_page && self.is_head_line(self.line + 1);
        let found = (lone && (before || after)) || beside_job || above_head;
        if found {
            self.page = Some(number);
            self.push(Production::PageNumber, self.lines[self.line].end);
        }
        found
    }

    /// The symbols at a place, and where they end.
    pub(super) fn lone_symbols(&self, at: usize) -> Option<(usize, Vec<Read<Symbol>>)> {
        let (span, mut found) = located(self.text, at, symbols(self.lexicons))?;
        for symbol in &mut found {
            symbol.span = Span::new(symbol.span.start + at, symbol.span.end + at);
        }
        Some((span.end, found))
    }

    pub(super) fn is_known(&self, symbols: &[Read<Symbol>]) -> bool {
        symbols
            .iter()
            .any(|symbol| self.symbols.contains(&symbol.value.key()))
    }

    pub(super) fn is_head_line(&self, line: usize) -> bool {
        self.lines.get(line).is_some_and(|span| {
            self.lone_symbols(span.start).is_some_and(|(end, symbols)| {
                ends_line(&self.text[end..]) && self.is_known(&symbols)
            })
        })
    }

    /// A lone symbol that differs from the document's own in one letter or figure.
    pub(super) fn is_misread_head(&self, line: usize) -> bool {
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

    /// A head begins with a symbol, or has one behind a day in figures.
    fn may_be_head(&self) -> bool {
        let rest = &self.text[self.at..];
        rest.starts_with(|c: char| c.is_ascii_digit()) || may_begin_symbol(rest)
    }

    /// The head of a meeting record: symbol, item and day, in this order or the other way round, on
    /// one line or on one line each.
    fn dated_head(&self) -> Option<(usize, Vec<Read<Symbol>>)> {
        let lines = (self.line..self.lines.len()).take(3);
        let ends = lines
            .take_while(|line| self.at_line_start() && !self.is_blank(*line))
            .map(|line| self.lines[line].end);
        ends.filter(|end| end - self.at <= LONGEST_HEAD)
            .find_map(|end| {
                let words = &self.text[self.at..end];
                let figure = |c: char| c.is_ascii_digit();
                if !words.starts_with(figure) && !words.ends_with(figure) {
                    return None;
                }
                let last = end - words.split_whitespace().next_back()?.len();
                let first = &words[..words.find(char::is_whitespace)?];
                let at = if is_day_in_figures(&self.text[last..end]) {
                    self.at
                } else if is_day_in_figures(first) {
                    last
                } else {
                    return None;
                };
                let (stop, symbols) = self.lone_symbols(at)?;
                (stop <= end && self.is_known(&symbols)).then_some((end, symbols))
            })
    }

    /// The page that stands behind a head on its line, with a language before it or without:
    /// `S/2023/463 English Page 2`.
    fn page_on_line(&self, at: usize) -> Option<Read<u32>> {
        let end = self.lines[self.line].end;
        let behind = &self.text[at..end];
        let starts = behind.match_indices(' ').map(|(space, _)| space + 1);
        starts.take(3).find_map(|start| {
            let language = behind[..start].trim();
            let leads = language.is_empty() || language_line(self.lexicons, language).is_some();
            let page = page_line(self.lexicons, &behind[start..]).filter(|_| leads);
            page.map(|value| Read {
                value,
                span: Span::new(at + start, end),
            })
        })
    }

    /// Whether the document's own symbol stands here, with the number of a later page below it.
    fn is_head_of_later_page(&self) -> bool {
        let lines = self.line..(self.line + 3).min(self.lines.len());
        self.at_line_start()
            && self.is_head_line(self.line)
            && lines
                .skip(1)
                .find_map(|line| page_line(self.lexicons, self.words(line)))
                .is_some_and(|page| page > 1)
    }

    /// The document's own symbol on a line of its own, or another one at the top of a page: in a
    /// table a lone symbol is a cell.
    pub(super) fn running_head(&mut self) -> bool {
        if !self.may_be_head() || (self.zone == Zone::Masthead && !self.is_head_of_later_page()) {
            return false;
        }
        if let Some((end, symbols)) = self.dated_head() {
            self.push(Production::RunningHead(symbols, None), end);
            return true;
        }
        let Some((mut end, mut symbols)) = self.lone_symbols(self.at) else {
            return false;
        };
        if let Some(inner) = self.inner_symbol(&symbols) {
            symbols.truncate(inner);
            let Some(last) = symbols.last() else {
                return false;
            };
            end = last.span.end;
        }
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
            (true, true) => self.after_blank() || self.after_page_matter() || page_follows,
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
        if !alone && let Some(number) = self.page_on_line(end) {
            end = number.span.end;
            page = Some(number);
        }
        // The second symbol of a joint document can stand on a line of its own.
        let mut line = self.line + 1 + self.text[self.at..end].matches('\n').count();
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
}

/// What a converter gives for a barcode whose font it does not know: a row of grave accents.
fn is_barcode_glyphs(word: &str) -> bool {
    word.len() >= FEWEST_GLYPHS && word.bytes().all(|byte| byte == b'`')
}

/// `30/10/2019`
fn is_day_in_figures(word: &str) -> bool {
    let figures = |part: &str, least: usize, most: usize| {
        (least..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let parts = word.split_once('/').and_then(|(day, rest)| {
        let (month, year) = rest.split_once('/')?;
        Some((day, month, year))
    });
    parts.is_some_and(|(day, month, year)| {
        figures(day, 1, 2) && figures(month, 1, 2) && figures(year, 4, 4)
    })
}
