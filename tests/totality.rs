//! Any text gives a document and findings: nothing panics, nothing hangs, and every place lies in
//! the text, on whole characters.

// The helpers of tests are tests too: what fails in them fails the test.
#![allow(clippy::unwrap_used)]

mod common;

use std::sync::LazyLock;

use common::{checked, seeds, told};
use doclint::document::Document;
use doclint::field::{Lookup, Node, fields_of, scopes};
use doclint::rule::RuleSet;
use doclint::source::{Source, Span};
use doclint::tree::tree;

static RULES: LazyLock<RuleSet> = LazyLock::new(|| RuleSet::builtin().unwrap());

/// Each specimen is cut after every character where the program is fast, and after every so many
/// where it is built for finding faults in it.
const STRIDE: usize = if cfg!(debug_assertions) { 23 } else { 1 };
/// How many texts of each kind are made up.
const ROUNDS: usize = if cfg!(debug_assertions) { 150 } else { 3000 };

/// Numbers that look random and are the same every time (xorshift64).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % (limit.max(1) as u64)).unwrap()
    }

    /// A place of the text between two characters.
    fn place(&mut self, text: &str) -> usize {
        text.floor_char_boundary(self.below(text.len() + 1))
    }

    fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.below(last + 1));
        }
    }
}

/// Shows the text that a test fails on.
struct Shown<'t>(&'t str);

impl Drop for Shown<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("the text: {:?}", self.0);
        }
    }
}

/// Reads and checks a text, and looks at every place that comes of it.
fn holds(text: &str) {
    let _shown = Shown(text);
    let source = Source::new("text", text);
    let document = doclint::read(&source);
    for span in spans(&format!("{document:?}")) {
        lies_within(text, span, "the document");
    }
    for finding in RULES.check(&source, &document) {
        for label in finding.labels() {
            lies_within(text, label.span, &finding.rule);
        }
        for edit in finding.fix.iter().flat_map(|fix| &fix.edits) {
            lies_within(text, edit.span, &finding.rule);
        }
    }
    answers(&source, &document);
}

/// Asks for every field of every node, also those that no rule names.
fn answers(source: &Source, document: &Document) {
    for node in Node::ALL {
        for scope in scopes(source, document, node) {
            for field in fields_of(node) {
                match (field.get)(&scope) {
                    Lookup::Found(found) => {
                        for found in found {
                            lies_within(source.text(), found.span, field.name);
                        }
                    }
                    Lookup::Absent(absence) => {
                        lies_within(source.text(), absence.at, field.name);
                        lies_within(source.text(), absence.searched, field.name);
                    }
                    Lookup::NotApplicable => {}
                }
            }
        }
    }
}

/// Every span of a value, found in how it is shown, so that none is forgotten.
fn spans(shown: &str) -> impl Iterator<Item = Span> {
    shown.split("Span { start: ").skip(1).map(|rest| {
        let (start, rest) = rest.split_once(", end: ").unwrap();
        let (end, _) = rest.split_once(" }").unwrap();
        Span::new(start.parse().unwrap(), end.parse().unwrap())
    })
}

fn lies_within(text: &str, span: Span, whose: &str) {
    assert!(
        span.start <= span.end && text.get(span.start..span.end).is_some(),
        "{whose}: {span:?} of {} bytes",
        text.len()
    );
}

#[test]
fn a_specimen_can_end_anywhere() {
    for (start, (_, text)) in seeds().iter().enumerate() {
        let cuts = text.char_indices().map(|(offset, _)| offset);
        for end in cuts.skip(start % STRIDE).step_by(STRIDE) {
            holds(&text[..end]);
        }
        holds(text);
    }
}

#[test]
fn lines_can_stand_in_any_order() {
    let mut numbers = Numbers(0x5EED_0001);
    let seeds = seeds();
    for round in 0..ROUNDS {
        let mut lines: Vec<&str> = seeds[round % seeds.len()].1.lines().collect();
        numbers.shuffle(&mut lines);
        holds(&lines.join("\n"));
    }
}

#[test]
fn specimens_can_be_spliced() {
    let mut numbers = Numbers(0x5EED_0002);
    let seeds = seeds();
    for _ in 0..ROUNDS {
        let mut text = String::new();
        for _ in 0..3 {
            let (_, other) = &seeds[numbers.below(seeds.len())];
            let (one, two) = (numbers.place(other), numbers.place(other));
            text.push_str(&other[one.min(two)..one.max(two)]);
        }
        holds(&text);
    }
}

#[test]
fn bytes_can_be_spoilt() {
    let mut numbers = Numbers(0x5EED_0003);
    let seeds = seeds();
    for round in 0..ROUNDS {
        let mut bytes = seeds[round % seeds.len()].1.clone().into_bytes();
        for _ in 0..=numbers.below(40) {
            let place = numbers.below(bytes.len());
            bytes[place] = numbers.below(256).to_le_bytes()[0];
        }
        holds(&String::from_utf8_lossy(&bytes));
        let noise: Vec<u8> = (0..numbers.below(400))
            .map(|_| numbers.below(256).to_le_bytes()[0])
            .collect();
        holds(&String::from_utf8_lossy(&noise));
    }
}

/// What markup, layout and numbers are made of.
const PIECES: [&str; 48] = [
    "\n",
    "\n\n",
    " ",
    "        ",
    "\u{c}",
    "\r\n",
    "\r",
    "\t",
    "\0",
    "\u{feff}",
    "\u{a0}",
    "*",
    "**",
    "$",
    "$_{",
    "}",
    "\\",
    "|",
    "> ",
    "# ",
    "<br>",
    "&nbsp;",
    "&#0;",
    "[",
    "](",
    ")",
    "(Signed) ",
    "Annex ",
    "IV",
    "Annex to the letter dated ",
    "(see annex II)",
    "Enclosure",
    "[Original: French]",
    "S/2023/",
    "A/78/1",
    "Distr.: General",
    "Original: English",
    "Letter dated ",
    "31 June 2023",
    "from the ",
    " addressed to the ",
    "United Nations",
    "Security Council",
    "2/3",
    "23-12564 (E) 290623",
    "*2312564*",
    "٣",
    "ﷺ𝟚",
];

#[test]
fn pieces_of_the_layout_can_be_heaped_up() {
    let mut numbers = Numbers(0x5EED_0004);
    for _ in 0..ROUNDS * 2 {
        let text: String = (0..numbers.below(60))
            .map(|_| PIECES[numbers.below(PIECES.len())])
            .collect();
        holds(&text);
        tree(&Source::new("text", text));
    }
}

#[test]
fn line_ends_and_marks_of_byte_order_change_no_finding() {
    for (name, text) in seeds() {
        let found = |text: &str| -> Vec<String> {
            holds(text);
            let checked = checked(text);
            let findings = checked.findings.iter();
            findings
                .map(|finding| told(&checked.source, finding))
                .collect()
        };
        let plain = found(&text);
        assert_eq!(found(&text.replace('\n', "\r\n")), plain, "{name}");
        assert_eq!(found(&format!("\u{feff}{text}")), plain, "{name}");
    }
}
