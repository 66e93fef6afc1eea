//! Numbers as annexes and chapters have them: in figures, in Roman numerals, as a letter.

/// Arabic digits, Roman numerals up to XXXIX, or one capital letter, as a number.
pub fn number_of(written: &str) -> Option<u32> {
    if let Ok(number) = written.parse() {
        return Some(number);
    }
    roman(written).or_else(|| match *written.as_bytes() {
        [letter @ b'A'..=b'Z'] => Some(u32::from(letter - b'A') + 1),
        _ => None,
    })
}

/// The value of a Roman numeral in capitals; `None` when it is none.
pub fn roman(written: &str) -> Option<u32> {
    let mut total = 0;
    let mut previous = u32::MAX;
    for letter in written.chars() {
        let value = match letter {
            'I' => 1,
            'V' => 5,
            'X' => 10,
            'L' => 50,
            'C' => 100,
            _ => return None,
        };
        total += value;
        if previous < value {
            total -= 2 * previous;
        }
        previous = value;
    }
    (to_roman(total) == written).then_some(total)
}

/// A number in Roman numerals; 0 and what is larger than any annex's, 400 and more, in figures.
pub fn to_roman(mut number: u32) -> String {
    const VALUES: [(u32, &str); 9] = [
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..400).contains(&number) {
        return number.to_string();
    }
    let mut written = String::new();
    for (value, letters) in VALUES {
        while number >= value {
            written.push_str(letters);
            number -= value;
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_annexes() {
        assert_eq!(number_of("IV"), Some(4));
        assert_eq!(number_of("12"), Some(12));
        assert_eq!(number_of("B"), Some(2));
        assert_eq!(number_of("IIII"), None);
        assert_eq!(roman("XXIX"), Some(29));
        assert_eq!(to_roman(399), "CCCXCIX");
        assert_eq!(to_roman(400), "400");
        assert_eq!(to_roman(0), "0");
    }
}
