//! Letters as texts lose them: capitals without accents, Arabic without its hamzas.

/// At the end of a word of the lexicon it joins that word to the next one, as Arabic writes "and".
pub const KASHIDA: char = '\u{640}';

/// From here on characters are ideographs, written without spaces between words.
pub const IDEOGRAPHS: char = '\u{2E80}';

/// What may stand between the letters of a word or be left out there: conversions lose and add it.
pub fn is_loose(c: char) -> bool {
    match c {
        '\t'..='\r' | ' ' | '\'' | '-' => true,
        c if c.is_ascii() => false,
        c => c.is_whitespace() || is_apostrophe(c) || c == '‐',
    }
}

/// An apostrophe, straight or curved.
pub const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// A letter without its accent or hamza; any other one as it is.
pub fn without_accent(letter: char) -> char {
    match letter {
        'À' | 'Á' | 'Â' => 'A',
        'à' | 'á' | 'â' => 'a',
        'Ç' => 'C',
        'ç' => 'c',
        'È' | 'É' | 'Ê' | 'Ë' => 'E',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'Í' | 'Î' | 'Ï' => 'I',
        'í' | 'î' | 'ï' => 'i',
        'Ñ' => 'N',
        'ñ' => 'n',
        'Ó' | 'Ô' => 'O',
        'ó' | 'ô' => 'o',
        'Ù' | 'Ú' | 'Û' | 'Ü' => 'U',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'أ' | 'إ' | 'آ' => 'ا',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_hamzas_come_off() {
        let plain = |word: &str| word.chars().map(without_accent).collect::<String>();
        assert_eq!(plain("Générale"), "Generale");
        assert_eq!(plain("ESPAÑOL"), "ESPANOL");
        assert_eq!(plain("الإنكليزية"), "الانكليزية");
        assert_eq!(plain("йод"), "йод");
    }
}
