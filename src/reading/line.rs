//! The shape of a line in bytes: what stands before and after its words, and whether it is a
//! heading or a table row.

use memchr::memmem;

use crate::source::Span;

const fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t')
}

const fn is_line_end(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r' | b'\x0C')
}

/// Whether nothing but blanks stands before `at` on its line.
pub(super) fn begins_line(bytes: &[u8], at: usize) -> bool {
    let before = bytes[..at].iter().rfind(|byte| !is_blank(**byte));
    before.is_none_or(|byte| is_line_end(*byte))
}

/// Whether nothing but blanks stands from `at` on its line.
pub(super) fn ends_line(bytes: &[u8], at: usize) -> bool {
    let after = bytes[at..].iter().find(|byte| !is_blank(**byte));
    after.is_none_or(|byte| is_line_end(*byte))
}

/// A span without the blanks around its words.
pub(super) fn trimmed(bytes: &[u8], span: Span) -> Span {
    let words = &bytes[span.start..span.end];
    let count = |blanks: Option<usize>| blanks.unwrap_or(words.len());
    let leading = count(words.iter().position(|byte| !is_blank(*byte)));
    let trailing = count(words.iter().rev().position(|byte| !is_blank(*byte)));
    Span::new(
        span.start + leading,
        (span.end - trailing).max(span.start + leading),
    )
}

/// Where a line's words begin after its quote marks, which a space or the line's end follows.
pub(super) fn after_quote_marks(bytes: &[u8], line: Span) -> usize {
    let mut content = line.start;
    loop {
        let start = trimmed(bytes, Span::new(content, line.end)).start;
        let rest = &bytes[start..line.end];
        let marks = rest.iter().take_while(|byte| **byte == b'>').count();
        match rest.get(marks) {
            _ if marks == 0 => return content,
            Some(byte) if !is_blank(*byte) => return content,
            _ => content = start + marks,
        }
    }
}

/// The words of a heading, without the number signs before and after them.
pub(super) fn heading(bytes: &[u8], words: Span) -> Option<Span> {
    let line = &bytes[words.start..words.end];
    let level = line.iter().take_while(|byte| **byte == b'#').count();
    if !(1..=6).contains(&level) || !line.get(level).is_some_and(|byte| is_blank(*byte)) {
        return None;
    }
    let title = trimmed(bytes, Span::new(words.start + level, words.end));
    let signs = bytes[title.start..title.end]
        .iter()
        .rev()
        .take_while(|byte| **byte == b'#')
        .count();
    let end = title.end - signs;
    let closes = signs > 0 && end > title.start && is_blank(bytes[end - 1]);
    Some(Span::new(title.start, if closes { end } else { title.end }))
}

/// The words of a line without a comment that ends it, where other words stand before it.
pub(super) fn before_comment(bytes: &[u8], words: Span) -> Span {
    let line = &bytes[words.start..words.end];
    let Some(before) = line.strip_suffix(b"-->") else {
        return words;
    };
    match memmem::find(line, b"<!--") {
        Some(start) if start > 0 && memmem::find(&before[start..], b"-->").is_none() => {
            trimmed(bytes, Span::new(words.start, words.start + start))
        }
        _ => words,
    }
}

/// Whether words stand between an opening and a closing pipe.
pub(super) fn is_table_row(words: &[u8]) -> bool {
    let [b'|', inner @ .., b'|'] = words else {
        return false;
    };
    let escapes = inner.iter().rev().take_while(|byte| **byte == b'\\');
    escapes.count() % 2 == 0
}

/// Whether a table row only parts the head of the table from its body.
pub(super) fn is_separator_row(row: &[u8]) -> bool {
    row.contains(&b'-') && row.iter().all(|byte| b"|-: \t".contains(byte))
}
