//! The layout of a whole text: the productions in the order in which a page has them, and which of
//! them can stand where. Every line ends up in a block; nothing is refused.

mod agenda;
mod annexes;
mod footers;
mod front;
mod pages;
mod signatures;
mod text;
mod titles;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::Read;
use super::annex::AnnexHeading;
use super::block::{Block, Production};
use super::masthead::MastheadField;
use crate::lexicon::Lexicons;
use crate::source::Span;

/// How many lines of text the masthead can reach into a document.
const MASTHEAD_LINES: usize = 60;
/// How many lines titles and a masthead can reach into an annex.
const ANNEX_START_LINES: usize = 40;
/// How many of its lines are enough to know a masthead in an annex.
const INNER_MASTHEAD_LINES: usize = 10;
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
    /// Behind an annex heading on this line, before its text: titles and a masthead can stand there.
    AnnexStart(usize),
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
    /// Whether an annex heading has been read: a masthead is an inner one then.
    in_annex: bool,
    /// The last line with a labelled masthead field: what stands before it is no title.
    masthead_end: usize,
    /// The last line that a masthead can reach to.
    masthead_reach: usize,
    /// The last line on which a title can stand under it.
    title_reach: usize,
    symbols: Vec<String>,
    /// Whether one of them is a corrigendum's.
    corrects: bool,
    in_contents: bool,
    /// Where the document's own title begins, behind the titles of agenda items.
    own_title: Option<usize>,
    /// The last page number that stood alone.
    page: Option<u32>,
    /// The first and the last line after a footer that a signature before it has claimed.
    claimed: Option<(usize, usize)>,
    blocks: Vec<Block>,
    /// The annex headings that have been asked for, by the place where they begin.
    headings: RefCell<BTreeMap<usize, AnnexHeading>>,
    /// The masthead lines that have been asked for, by the place where they begin, each with the
    /// place where reading stopped.
    masthead_lines: RefCell<BTreeMap<usize, Rc<MastheadLine>>>,
}

/// The fields of a masthead line, none when it is no such line, and where reading stopped.
type MastheadLine = (Vec<Read<MastheadField>>, usize);

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
            in_annex: false,
            masthead_end: 0,
            masthead_reach: 0,
            title_reach: 0,
            symbols: Vec::new(),
            corrects: false,
            in_contents: false,
            own_title: None,
            page: None,
            claimed: None,
            blocks: Vec::new(),
            headings: RefCell::default(),
            masthead_lines: RefCell::default(),
        };
        scanner.begin_front();
        scanner
    }

    /// From this line on the masthead and the title of a document are expected: the outer one, or
    /// one that an annex reproduces.
    fn begin_front(&mut self) {
        self.zone = Zone::Masthead;
        self.masthead_end = self.find_masthead_end();
        self.masthead_reach = self.line_with_words(MASTHEAD_LINES / 2);
        self.title_reach = self.line_with_words(MASTHEAD_LINES + AGENDA_TITLE_LINES);
    }

    /// The line with so many lines of text before it, counted from this one.
    fn line_with_words(&self, before: usize) -> usize {
        (self.line..self.lines.len())
            .filter(|line| !self.is_blank(*line))
            .nth(before)
            .unwrap_or(self.lines.len())
    }

    /// One block, or one blank line.
    fn step(&mut self) {
        let line = self.lines[self.line];
        if line.is_empty() || self.at >= line.end {
            self.go_to_line(self.line + 1);
            return;
        }
        if let Some((first, last)) = self.claimed
            && first == self.line
        {
            self.claimed = None;
            self.push(Production::SignatureContinued, self.lines[last].end);
            return;
        }
        if self.zone == Zone::Masthead && self.line > self.title_reach {
            self.zone = Zone::Body;
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

    /// The blocks of the document whose front is read, the last one first.
    fn front_blocks(&self) -> impl Iterator<Item = &Block> {
        let blocks = self.blocks.iter().rev();
        blocks.take_while(|block| !matches!(block.production, Production::AnnexHeading(_)))
    }

    fn after_page_matter(&self) -> bool {
        self.previous().is_some_and(Production::is_page_matter)
    }

    fn previous_is_on_this_line(&self) -> bool {
        self.blocks
            .last()
            .is_some_and(|block| block.span.end > self.lines[self.line].start)
    }

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
}

fn lines_of(text: &str) -> Vec<Span> {
    let mut start = 0;
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]);
    ends.map(|end| {
        let line = &text[start..end];
        let words = line.trim_start();
        let first = end - words.len();
        start = end + 1;
        Span::new(first, first + words.trim_end().len())
    })
    .collect()
}

#[cfg(test)]
mod tests;
