//! HTML left by converters: tags, comments and entities.

use memchr::memmem;

use super::markup::{Edit, Words};
use crate::source::Span;

/// The longest tag, in bytes.
const LONGEST_TAG: usize = 1000;

/// The longest name of a tag that is known, in bytes.
const LONGEST_NAME: usize = "blockquote".len();

/// The longest entity, in bytes.
const LONGEST_ENTITY: usize = 32;

/// Tags that end a line where they open.
const BREAKING: [&str; 3] = ["br", "hr", "tr"];

/// Tags that end a line where they close.
const BLOCKS: [&str; 14] = [
    "p",
    "div",
    "td",
    "th",
    "li",
    "table",
    "center",
    "blockquote",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
];

/// Tags that are only marks.
const MARKS: [&str; 15] = [
    "span", "b", "i", "u", "strong", "em", "sup", "sub", "thead", "tbody", "a", "img", "ul", "ol",
    "font",
];

/// The tag at `at`; `None` when it is not one of the tags of converted text. It may end on a later
/// line.
pub(super) fn tag(text: &str, at: usize) -> Option<Edit> {
    let rest = &text.as_bytes()[at + 1..];
    let closes = rest.starts_with(b"/");
    let name_start = usize::from(closes);
    let name_end = name_start
        + rest[name_start..]
            .iter()
            .take_while(|byte| byte.is_ascii_alphanumeric())
            .take(LONGEST_NAME)
            .count();
    let name = &rest[name_start..name_end];
    let is_name = |tag: &&str| tag.as_bytes().eq_ignore_ascii_case(name);
    let breaks = if closes {
        BLOCKS.iter().any(is_name)
    } else {
        BREAKING.iter().any(is_name)
    };
    if !breaks && !MARKS.iter().chain(&BLOCKS).chain(&BREAKING).any(is_name) {
        return None;
    }
    let attributes = &rest[name_end..];
    let length = attributes
        .iter()
        .take(LONGEST_TAG)
        .position(|byte| matches!(byte, b'<' | b'>'))?;
    if attributes[length] != b'>' || !are_attributes(name, &attributes[..length]) {
        return None;
    }
    let end = at + 1 + name_end + length + 1;
    Some(if breaks {
        Edit::line_break(at, end)
    } else {
        Edit::nothing(at, end)
    })
}

/// Whether what follows a tag's name can be its attributes: `<b and c>` is a comparison.
fn are_attributes(name: &[u8], attributes: &[u8]) -> bool {
    let words = attributes.trim_ascii();
    match attributes.first() {
        None | Some(b'/') => words.is_empty() || words == b"/",
        Some(first) if first.is_ascii_whitespace() => {
            words.is_empty() || words == b"/" || name.len() > 1 || words.contains(&b'=')
        }
        Some(_) => false,
    }
}

/// The entity at `at`, if it ends before the text does.
pub(super) fn entity(text: &str, at: usize) -> Option<Edit> {
    let length = text.as_bytes()[at..]
        .iter()
        .take(LONGEST_ENTITY)
        .skip(1)
        .take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'#')
        .count();
    let end = at + 1 + length + 1;
    if length == 0 || text.as_bytes().get(end - 1) != Some(&b';') {
        return None;
    }
    let written = &text[at..end];
    let decoded = htmlize::unescape(written);
    let mut characters = decoded.chars();
    let (first, second) = (characters.next()?, characters.next());
    // More characters are left where only the start of the name is an entity, or nothing is.
    characters.next().is_none().then_some(Edit {
        source: Span::new(at, end),
        words: Words::Rewritten(first, second),
    })
}

/// Where comments end. The text is searched for `-->` once, however many comments begin.
#[derive(Debug, Default)]
pub(super) struct CommentEnds {
    /// The end of the first `-->` that was found after the place searched from; `None` after the
    /// last.
    next: Option<usize>,
    searched: usize,
}

impl CommentEnds {
    /// The end of the comment at `at`; `None` when none begins there or it does not end.
    pub fn comment(&mut self, text: &str, at: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        if !bytes[at..].starts_with(b"<!--") {
            return None;
        }
        let from = at + "<!--".len();
        if self.searched <= from {
            let found = memmem::find(&bytes[from..], b"-->");
            self.next = found.map(|found| from + found + "-->".len());
            self.searched = self.next.map_or(usize::MAX, |end| end - "-->".len() + 1);
        }
        self.next
    }
}
