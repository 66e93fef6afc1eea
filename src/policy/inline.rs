//! Allowances in the document itself: `<!-- doclint: allow[rule-id] reason -->`, alone on the line
//! before the words at fault, or on their line.

use std::ops::RangeInclusive;

use memchr::memmem;

use crate::source::{Source, Span};

const BEGIN: &str = "<!--";
const END: &str = "-->";
const MARK: &str = "doclint";
/// What follows it; a comment that speaks of doclint and has none may be meant for a reader.
const COLON: char = ':';
const ALLOW: &str = "allow";

/// A comment that is meant for doclint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Inline {
    /// The whole comment.
    pub span: Span,
    /// The rules it allows; none when it is not written as it should be.
    pub rules: Vec<Allowed>,
    /// Whether it says why.
    pub has_reason: bool,
    /// The lines (from 1) whose faults it allows.
    pub lines: RangeInclusive<usize>,
}

/// A rule that an allowance names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Allowed {
    /// Its name.
    pub span: Span,
    /// Whether it found something that is allowed by this.
    pub is_used: bool,
}

/// Whether one of the allowances, which are in their order, allows what a rule finds on a line
/// (from 1). All that do are used.
pub(super) fn allow(source: &Source, allowances: &mut [Inline], rule: &str, line: usize) -> bool {
    let first = allowances.partition_point(|allowance| *allowance.lines.end() < line);
    let mut is_allowed = false;
    for allowance in &mut allowances[first..] {
        if *allowance.lines.start() > line {
            break;
        }
        for allowed in &mut allowance.rules {
            if source.slice(allowed.span) == rule {
                allowed.is_used = true;
                is_allowed = true;
            }
        }
    }
    is_allowed
}

/// The allowances in a text, in their order.
pub(super) fn allowances(source: &Source) -> Vec<Inline> {
    let text = source.text();
    // Nearly all texts have none, and it is faster to look forward for it.
    if memmem::find(text.as_bytes(), MARK.as_bytes()).is_none() {
        return Vec::new();
    }
    let Some(last_end) = memmem::rfind(text.as_bytes(), END.as_bytes()) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let mut reached = 0;
    for mark in memmem::find_iter(&text.as_bytes()[..last_end], MARK) {
        let before = text[reached.min(mark)..mark].trim_end();
        if mark < reached || !before.ends_with(BEGIN) {
            continue;
        }
        let start = reached + before.len() - BEGIN.len();
        let behind = &text[mark + MARK.len()..];
        let has_colon = behind.starts_with(COLON);
        if !has_colon && !behind.trim_start().starts_with(ALLOW) {
            continue;
        }
        let words = text.len() - behind.len() + usize::from(has_colon);
        let Some(length) = text[words..].find(END) else {
            break;
        };
        reached = words + length + END.len();
        let mut allowance = inline(
            text,
            Span::new(start, reached),
            Span::new(words, words + length),
        );
        if !has_colon {
            allowance.rules.clear();
        }
        found.push(allowance);
    }
    set_lines(source, &mut found);
    found
}

/// The allowance of a comment whose words after the mark are these; its lines are not known yet.
fn inline(text: &str, comment: Span, words: Span) -> Inline {
    let mut allowance = Inline {
        span: comment,
        rules: Vec::new(),
        has_reason: false,
        lines: 0..=0,
    };
    let said = &text[words.start..words.end];
    let listed = said
        .trim_start()
        .strip_prefix(ALLOW)
        .and_then(|rest| rest.trim_start().strip_prefix('['))
        .and_then(|rest| rest.split_once(']'));
    let Some((names, reason)) = listed else {
        return allowance;
    };
    let mut at = words.end - reason.len() - 1 - names.len();
    for name in names.split(',') {
        let start = at + (name.len() - name.trim_start().len());
        let span = Span::new(start, start + name.trim().len());
        if !span.is_empty() {
            allowance.rules.push(Allowed {
                span,
                is_used: false,
            });
        }
        at += name.len() + 1;
    }
    allowance.has_reason = reason.contains(char::is_alphanumeric);
    allowance
}

/// A comment alone on its lines speaks of the next line with words, and of the empty ones before
/// it, where an absence may be shown; any other speaks of its own lines. From the last one up, so
/// that comments above each other are passed over once.
fn set_lines(source: &Source, found: &mut [Inline]) {
    // The first line of the comment below, and the line that it speaks of.
    let mut below: Option<(usize, usize)> = None;
    let mut known: Option<(usize, bool)> = None;
    for allowance in found.iter_mut().rev() {
        let first = source.line_of(allowance.span.start);
        let last = source.line_of(allowance.span.end);
        let is_alone = match known {
            Some((line, is_alone)) if line == last => is_alone,
            _ => is_bare(source, first, last),
        };
        known = Some((first, is_alone));
        if !is_alone {
            allowance.lines = first..=last;
            below = None;
            continue;
        }
        let mut line = last + 1;
        let target = loop {
            if let Some((_, target)) = below.filter(|(first, _)| line >= *first) {
                break target;
            }
            match source.line(line) {
                Some(span) if source.slice(span).trim().is_empty() => line += 1,
                _ => break line,
            }
        };
        allowance.lines = last + 1..=target;
        below = Some((first, target));
    }
}

/// Whether lines hold nothing but comments, and the marks of a quotation.
fn is_bare(source: &Source, first: usize, last: usize) -> bool {
    let (Some(from), Some(to)) = (source.line(first), source.line(last)) else {
        return false;
    };
    let mut rest = source.slice(from.to(to));
    while let Some((before, after)) = rest.split_once(BEGIN) {
        if before.contains(is_word) {
            return false;
        }
        let Some((_, after)) = after.split_once(END) else {
            return false;
        };
        rest = after;
    }
    !rest.contains(is_word)
}

fn is_word(c: char) -> bool {
    !c.is_whitespace() && c != '>'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<(Vec<&str>, bool, RangeInclusive<usize>)> {
        let source = Source::new("text", text);
        allowances(&source)
            .into_iter()
            .map(|allowance| {
                let rules = allowance.rules.iter();
                (
                    rules
                        .map(|allowed| &text[allowed.span.start..allowed.span.end])
                        .collect(),
                    allowance.has_reason,
                    allowance.lines,
                )
            })
            .collect()
    }

    #[test]
    fn alone_on_a_line_it_speaks_of_the_next_words() {
        assert_eq!(
            told("one\n<!-- doclint: allow[a-b, c ] misprint -->\ntwo\n"),
            [(vec!["a-b", "c"], true, 3..=3)]
        );
        assert_eq!(
            told("> <!--doclint:allow[a]-->\r\n\r\n> two\r\n"),
            [(vec!["a"], false, 2..=3)]
        );
        assert_eq!(
            told("<!-- doclint: allow[a]\nfor reasons -->\ntwo"),
            [(vec!["a"], true, 3..=3)]
        );
    }

    #[test]
    fn beside_words_it_speaks_of_its_line() {
        assert_eq!(
            told("one <!-- doclint: allow[a] why -->\ntwo"),
            [(vec!["a"], true, 1..=1)]
        );
        assert_eq!(
            told("<!-- doclint: allow[a] why --> one\ntwo"),
            [(vec!["a"], true, 1..=1)]
        );
    }

    #[test]
    fn several_speak_of_the_same_words() {
        assert_eq!(
            told("<!-- doclint: allow[a] x -->\n<!-- doclint: allow[b] y -->\n\ntwo"),
            [(vec!["a"], true, 2..=4), (vec!["b"], true, 3..=4)]
        );
        assert_eq!(
            told("<!-- doclint: allow[a] x --><!-- doclint: allow[b] y -->\ntwo"),
            [(vec!["a"], true, 2..=2), (vec!["b"], true, 2..=2)]
        );
        assert_eq!(
            told("<!-- doclint: allow[a] x -->\none\n<!-- doclint: allow[b] y -->\ntwo"),
            [(vec!["a"], true, 2..=2), (vec!["b"], true, 4..=4)]
        );
    }

    #[test]
    fn what_is_no_allowance_allows_nothing() {
        assert_eq!(told("doclint: allow[a] why\n<!-- a --> doclint: -->"), []);
        assert_eq!(told("<!-- doclint: allow[a] why"), []);
        assert_eq!(
            told("<!-- doclint: alow[a] why -->\none"),
            [(Vec::new(), false, 2..=2)]
        );
        assert_eq!(
            told("<!-- doclint: allow[] why -->\none"),
            [(Vec::new(), true, 2..=2)]
        );
        assert_eq!(
            told("<!-- doclint allow[a] why -->\none"),
            [(Vec::new(), true, 2..=2)]
        );
        assert_eq!(told("<!-- doclint reads this, and allow[a] -->\none"), []);
    }
}
