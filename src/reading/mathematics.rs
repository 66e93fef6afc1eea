//! Inline LaTeX mathematics, in which converters wrap symbols and raised figures:
//! `$S_{/2023/463}$` reads `S/2023/463`. Sums of money are written with the same sign and stay.

use super::markup::{Edit, Words};
use crate::source::Span;

/// The longest content, in bytes.
const LONGEST_CONTENT: usize = 120;

/// What LaTeX is read as: characters with their places.
type Characters = Vec<(Span, char)>;

/// Reads the mathematics at the start of a span that ends with the line, pushes its edits, and
/// gives where it ends; `None`, and no edit, when it is none or has a command without a reading.
pub(super) fn read(text: &str, rest: Span, edits: &mut Vec<Edit>) -> Option<usize> {
    let (content, end) = delimited(text.as_bytes(), rest)?;
    let latex = &text[content.start..content.end];
    if !(has_latex_mark(latex) || is_symbol(latex.trim())) {
        return None;
    }
    let characters = characters(text, content)?;
    let last = characters.len().checked_sub(1)?;
    let mut at = rest.start;
    for (index, (source, character)) in characters.into_iter().enumerate() {
        // The first and the last character carry the signs around the mathematics.
        let start = if index == 0 { rest.start } else { source.start };
        let end = if index == last { end } else { source.end };
        if at < start {
            edits.push(Edit::nothing(at, start));
        }
        edits.push(Edit {
            source: Span::new(start, end),
            words: Words::Rewritten(character, None),
        });
        at = end;
    }
    Some(end)
}

/// The content between the signs, and where the closing sign ends.
fn delimited(bytes: &[u8], rest: Span) -> Option<(Span, usize)> {
    let is_dollar = bytes[rest.start] == b'$';
    let start = rest.start + if is_dollar { 1 } else { 2 };
    let limit = rest.end.min(start + LONGEST_CONTENT + 1);
    let mut at = start;
    while at < limit {
        match bytes[at] {
            b'$' if is_dollar => break,
            b'\\' if !is_dollar && bytes.get(at + 1) == Some(&b')') => break,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    let end = at + (start - rest.start);
    if at >= limit || end > rest.end || at == start {
        return None;
    }
    let hugs = !bytes[start].is_ascii_whitespace() && !bytes[at - 1].is_ascii_whitespace();
    let goes_on = bytes[end..rest.end].first().is_some_and(u8::is_ascii_digit);
    (!is_dollar || (hugs && !goes_on)).then_some((Span::new(start, at), end))
}

fn has_latex_mark(latex: &str) -> bool {
    let bytes = latex.as_bytes();
    bytes.windows(2).any(|pair| match pair[0] {
        b'_' | b'^' => pair[1] == b'{' || pair[1] == b'*' || pair[1].is_ascii_alphanumeric(),
        b'\\' => true,
        _ => false,
    })
}

/// Whether the content begins as a document symbol does: capitals and a stroke.
fn is_symbol(latex: &str) -> bool {
    let after = latex.trim_start_matches(|character: char| character.is_ascii_uppercase());
    after.len() < latex.len() && after.starts_with('/')
}

/// What the content is read as; `None` when a command has no reading.
fn characters(text: &str, content: Span) -> Option<Characters> {
    let mut read = Characters::new();
    let mut at = content.start;
    while let Some(character) = text[at..content.end].chars().next() {
        let mut end = at + character.len_utf8();
        let words = match character {
            '{' | '}' | '_' | '^' => None,
            '~' => Some(' '),
            '\\' => {
                let (words, length) = command(&text[end..content.end])?;
                end += length;
                words
            }
            // Converters set the strokes of a symbol apart.
            ' ' if text[end..content.end].trim_start().starts_with('/')
                || read.last().is_some_and(|(_, last)| *last == '/') =>
            {
                None
            }
            other => Some(other),
        };
        read.extend(words.map(|words| (Span::new(at, end), words)));
        at = end;
    }
    let first = read.iter().position(|(_, character)| *character != ' ')?;
    let end = read.iter().rposition(|(_, character)| *character != ' ')? + 1;
    Some(read[first..end].to_vec())
}

/// What the command after a backslash is read as, and its length in bytes.
fn command(rest: &str) -> Option<(Option<char>, usize)> {
    let letters = rest
        .bytes()
        .take_while(|byte| byte.is_ascii_alphabetic())
        .count();
    if letters == 0 {
        let character = rest.chars().next()?;
        let words = match character {
            ',' | ';' | ':' | '~' | ' ' | '\\' => Some(' '),
            '!' => None,
            other => Some(other),
        };
        return Some((words, character.len_utf8()));
    }
    let words = match &rest[..letters] {
        "mathrm" | "mathbf" | "mathit" | "mathsf" | "mathtt" | "mathcal" | "mathbb" | "mathscr"
        | "mathfrak" | "boldsymbol" | "text" | "textbf" | "textit" | "textrm" | "textsf"
        | "operatorname" | "rm" | "bf" | "it" | "left" | "right" => None,
        "quad" | "qquad" => Some(' '),
        "S" => Some('S'),
        "ast" => Some('*'),
        "slash" => Some('/'),
        "dagger" => Some('†'),
        "ddagger" => Some('‡'),
        "circ" | "degree" => Some('°'),
        "prime" => Some('′'),
        "cdot" => Some('·'),
        "times" => Some('×'),
        "pm" => Some('±'),
        "sim" => Some('~'),
        "leq" | "le" => Some('≤'),
        "geq" | "ge" => Some('≥'),
        "ldots" | "dots" => Some('…'),
        _ => return None,
    };
    // A space after a command's name only ends the name.
    let space = rest[letters..].starts_with(' ');
    Some((words, letters + usize::from(space)))
}
