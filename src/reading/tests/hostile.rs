//! Texts that nobody would write: every one is read, in bounds and in time.

use std::borrow::Cow;

use crate::reading::Reading;
use crate::source::Span;

/// What random texts are made of.
const PARTS: &[&str] = &[
    "*",
    "**",
    "***",
    "_",
    "$",
    "$S_{/",
    "}$",
    "\\(",
    "\\)",
    "\\",
    "<",
    "<b",
    "<br>",
    "</p>",
    "<!--",
    "-->",
    "&",
    "&amp;",
    "&NotEqualTilde;",
    "&nbsp;",
    "[",
    "![",
    "](http",
    "](#",
    ")",
    "|",
    "\n| ",
    " |\n",
    "|-|",
    "\n# ",
    " #",
    "\n> ",
    ">",
    "`",
    "``",
    "\n```\n",
    "\r\n",
    "\r",
    "\x0C",
    "\t",
    " ",
    "   ",
    "\0",
    "a",
    "S/1",
    "9",
    "é",
    "\u{A0}",
    "\u{640}",
    "\u{FEFF}",
    "\u{FFFE}",
    "\u{F02A}",
    "联",
    "\u{1F310}",
    "\u{2010}",
    "&#9;",
    "&#13;",
    "\\mathrm{",
    "^",
    "~",
    "\u{3000}",
    "\\ast ",
];

/// A sequence of numbers that looks random and is the same each time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }
}

#[test]
fn any_text_is_read_with_sound_spans() {
    let mut numbers = Numbers(2023);
    for _ in 0..20_000 {
        let length = numbers.below(24);
        let source: String = (0..length)
            .map(|_| PARTS[numbers.below(PARTS.len())])
            .collect();
        assert_sound(&source);
    }
}

fn assert_sound(source: &str) {
    let reading = Reading::of(source);
    let text = reading.text();
    if matches!(reading.text, Cow::Borrowed(_)) {
        assert_eq!(text, source);
    }
    assert!(
        !text.contains(['\t', '\r', '\u{A0}', '\u{640}']),
        "{source:?}"
    );
    for line in text.split('\n') {
        assert_eq!(line.trim_matches(' '), line, "{source:?}");
        assert!(!line.contains("   "), "{source:?}");
    }
    let mut before = Span::default();
    for (start, character) in text.char_indices() {
        let read = Span::new(start, start + character.len_utf8());
        let span = reading.source_span(read);
        assert!(source.get(span.start..span.end).is_some(), "{source:?}");
        assert!(!span.is_empty(), "{source:?}");
        assert!(
            before.start <= span.start && before.end <= span.end,
            "{source:?}"
        );
        assert_eq!(reading.source_offset(start), span.start);
        let whole = reading.source_span(Span::new(0, read.end));
        assert_eq!(whole.end, span.end);
        if !reading.is_rewritten(read) && character.is_alphanumeric() {
            assert_eq!(
                &source[span.start..span.end],
                character.to_string(),
                "{source:?}"
            );
        }
        before = span;
    }
    assert_eq!(reading.source_offset(text.len()), source.len());
}

#[test]
fn a_long_line_of_marks_is_read_in_linear_time() {
    const LENGTH: usize = 1_000_000;
    let single = [
        "*", "_", "$", "<", "&", "[", "]", "|", "\\", "`", ">", "#", "\t", " ", "\r", "\0", "!",
    ];
    let mixed = [
        " *a",
        "*a ",
        " *1 1*",
        " **a b*",
        "$a",
        "$a ",
        "$_",
        "\\(",
        "<p ",
        "<!--",
        "&a",
        "[](http",
        "[](http\"",
        "![](",
        "[a](/",
        "` ``",
        "`a ",
        "``` ",
        "\n```",
        "```a\n",
        "|a",
        "\\|",
        "> ",
        "_a *b",
        "   *",
        "&#1;",
        "<!-- ",
        "| <!-- |\n",
    ];
    for part in single.iter().chain(&mixed) {
        let source = part.repeat(LENGTH / part.len());
        let read = Reading::of(&source).text().len();
        assert!(read <= source.len(), "{part:?}");
    }
    let openers_then_closers = " *1".repeat(LENGTH / 6) + &"1* ".repeat(LENGTH / 6);
    assert!(Reading::of(&openers_then_closers).text().len() < LENGTH);
    let row = format!("|{}|\n-->", "<!--".repeat(LENGTH / 4));
    assert_eq!(Reading::of(&row).text().len(), row.len() - 2);
}
