//! Text from documents and file names made safe for a terminal: nothing in it moves the cursor,
//! changes a colour or turns the direction of the line.

use std::borrow::Cow;

use unicode_width::UnicodeWidthChar;

/// What stands for a character on a terminal: itself, `�` for a control character, a space for a
/// line break, nothing for what only steers the layout of text.
pub fn visible(character: char) -> Option<char> {
    match character {
        ' '..='~' => Some(character),
        '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => Some(' '),
        // Page breaks and byte-order marks are common in converted text and say nothing here.
        '\u{0C}' | '\u{FEFF}' => None,
        // Marks, embeddings, overrides and isolates of direction.
        '\u{061C}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}' => None,
        _ if character.is_control() => Some('\u{FFFD}'),
        _ => Some(character),
    }
}

/// The text on one line with only [`visible`] characters.
pub fn plain(text: &str) -> Cow<'_, str> {
    // Most texts have nothing but letters of English.
    if is_printed_ascii(text) {
        return Cow::Borrowed(text);
    }
    if text
        .chars()
        .all(|character| visible(character) == Some(character))
    {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().filter_map(visible).collect())
    }
}

fn is_printed_ascii(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// How many columns a character takes on a terminal.
pub fn columns_of(character: char) -> usize {
    match character {
        ' '..='~' => 1,
        _ => character.width().unwrap_or(0),
    }
}

/// How many columns a text takes on a terminal.
pub fn columns(text: &str) -> usize {
    if is_printed_ascii(text) {
        return text.len();
    }
    text.chars().map(columns_of).sum()
}

/// The words in lines of at most `width` columns, joined by line breaks. Lines break at spaces
/// only, so that symbols and file names stay whole; a word that no line can hold is broken.
pub fn wrap(text: &str, width: usize) -> String {
    let width = width.max(1);
    let mut wrapped = String::with_capacity(text.len());
    let mut column = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let word_columns = columns(word);
        if column > 0 {
            if column + 1 + word_columns <= width {
                wrapped.push(' ');
                column += 1;
            } else {
                wrapped.push('\n');
                column = 0;
            }
        }
        if column + word_columns <= width {
            wrapped.push_str(word);
            column += word_columns;
            continue;
        }
        for character in word.chars() {
            let next = columns_of(character);
            if column > 0 && column + next > width {
                wrapped.push('\n');
                column = 0;
            }
            wrapped.push(character);
            column += next;
        }
    }
    wrapped
}

/// The text, cut after `width` columns with `…` when it is longer.
pub fn cut(text: &str, width: usize) -> Cow<'_, str> {
    let mut column = 0;
    for (offset, character) in text.char_indices() {
        column += columns_of(character);
        if column > width {
            return Cow::Owned(format!("{}…", text[..offset].trim_end()));
        }
    }
    Cow::Borrowed(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_steers_a_terminal_is_left() {
        assert_eq!(plain("Annex II"), Cow::Borrowed("Annex II"));
        assert_eq!(plain("a\u{1b}[31mb\u{7}"), "a\u{FFFD}[31mb\u{FFFD}");
        assert_eq!(plain("\u{202E}abc\u{2066}\u{FEFF}\u{0C}"), "abc");
        assert_eq!(plain("one\ntwo"), "one two");
    }

    #[test]
    fn lines_break_at_spaces_and_only_in_words_that_no_line_holds() {
        assert_eq!(
            wrap("see S/2023/463 of  today", 10),
            "see\nS/2023/463\nof today"
        );
        assert_eq!(wrap("安全理事会", 4), "安全\n理事\n会");
        assert_eq!(wrap("", 10), "");
    }

    #[test]
    fn a_cut_text_says_so() {
        assert_eq!(cut("annex", 5), "annex");
        assert_eq!(cut("annexes", 5), "annex…");
    }
}
