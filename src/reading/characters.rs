//! How single characters are read: which are words, spaces or breaks, and which nobody sees.

use crate::bytes::any_pair;

/// What a character is to a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Read as it is written.
    Word,
    /// Read as another character.
    As(char),
    /// Read as a space.
    Space,
    /// A gap between columns.
    Tab,
    /// The end of a line.
    Break,
    /// Not seen at all.
    Nothing,
}

/// What a character is to a reader.
pub(super) fn role(character: char) -> Role {
    match character {
        ' ' | '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => {
            Role::Space
        }
        '\t' => Role::Tab,
        // A form feed begins a page, and so a line.
        '\n' | '\r' | '\u{C}' => Role::Break,
        '\0'..='\u{1F}' => Role::Nothing,
        // Soft hyphen, kashida, zero-width characters, bidirectional marks and overrides.
        '\u{AD}'
        | '\u{640}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'
        | '\u{2066}'..='\u{2069}'
        | '\u{FEFF}' => Role::Nothing,
        // U+FFFE stands where a converter lost a hyphen.
        '\u{2010}' | '\u{2011}' | '\u{FFFE}' => Role::As('-'),
        // Arabic-Indic digits, and the Persian forms that converters take for them.
        '\u{660}'..='\u{669}' => digit(u32::from(character) - 0x660),
        '\u{6F0}'..='\u{6F9}' => digit(u32::from(character) - 0x6F0),
        // Full-width brackets, colons, figures and letters of Chinese texts; their commas and stops
        // have a look of their own.
        '（' | '）' | '：' | '［' | '］' | '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => {
            char::from_u32(u32::from(character) - 0xFEE0).map_or(Role::Word, Role::As)
        }
        // Barcode fonts keep their ASCII glyphs in the private-use area.
        '\u{F020}' => Role::Space,
        '\u{F021}'..='\u{F07E}' => {
            char::from_u32(u32::from(character) - 0xF000).map_or(Role::Word, Role::As)
        }
        _ => Role::Word,
    }
}

fn digit(value: u32) -> Role {
    char::from_digit(value, 10).map_or(Role::Word, Role::As)
}

/// Whether a byte can begin a character whose role is not [`Role::Word`].
pub(super) const fn may_be_special(byte: u8) -> bool {
    byte <= b' ' || matches!(byte, 0xC2 | 0xD9 | 0xDB | 0xE2 | 0xE3 | 0xEF)
}

/// Whether a line reads as it is written, for certain: it has no character that markup, spacing or
/// a role could be about. A line that is refused may still read as it is written.
pub(super) fn is_plain(line: &[u8]) -> bool {
    let (Some(first), Some(last)) = (line.first(), line.last()) else {
        return true;
    };
    !matches!(first, b'#' | b'>' | b'|' | b' ')
        && *last != b' '
        && !any_pair(line, |one, next| {
            is_suspect(one) | ((one == b' ') & (next == b' '))
        })
}

/// Whether a byte can be part of markup or of a character that is not read as written.
const fn is_suspect(byte: u8) -> bool {
    // From `[` to the backtick: brackets, backslash, underscore.
    (byte < b' ')
        | (byte.wrapping_sub(b'[') <= b'`' - b'[')
        | (byte == b'$')
        | (byte == b'&')
        | (byte == b'*')
        | (byte == b'<')
        | (byte == 0xC2)
        | (byte & 0xFD == 0xD9)
        | (byte & 0xFE == 0xE2)
        | (byte == 0xEF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_special_character_begins_with_a_special_byte() {
        for character in (0..=0x10_FFFF).filter_map(char::from_u32) {
            let mut buffer = [0; 4];
            let byte = character.encode_utf8(&mut buffer).as_bytes()[0];
            if role(character) != Role::Word {
                assert!(may_be_special(byte), "{character:?}");
                assert!(is_suspect(byte) || character == ' ', "{character:?}");
            }
        }
    }

    #[test]
    fn roles() {
        assert_eq!(role('\u{F02A}'), Role::As('*'));
        assert_eq!(role('\u{F07E}'), Role::As('~'));
        assert_eq!(role('\u{F07F}'), Role::Word);
        assert_eq!(role('\u{FFFE}'), Role::As('-'));
        assert_eq!(role('\u{2013}'), Role::Word);
        assert_eq!(role('\u{640}'), Role::Nothing);
        assert_eq!(role('\u{7F}'), Role::Word);
    }

    #[test]
    fn plain_lines() {
        assert!(is_plain(b""));
        assert!(is_plain(b"Distr.: General"));
        assert!(!is_plain(b"# Annex"));
        assert!(!is_plain(b"A  B"));
        assert!(!is_plain(b"A "));
        assert!(!is_plain("été\u{A0}".as_bytes()));
        assert!(is_plain("été, Совет".as_bytes()));
    }
}
