//! Signature blocks: `(Signed) Name`, then the office; the name may follow a blank line, and even
//! the page footer.

use super::Read;
use super::text::{length_of, one_line, word_at};
use crate::lexicon::Lexicons;
use crate::source::Span;

/// Name and office behind a mark. Spans are bytes of the reading.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NameAndRole {
    /// Who signed.
    pub name: Option<Read<String>>,
    /// In what office.
    pub role: Option<Read<String>>,
    /// Whether the office signed and nobody is named: `(Signed) The Foreign Minister`.
    pub by_office: bool,
}

/// Longer words in brackets are no mark, in bytes.
const LONGEST_MARK: usize = 12;
/// Longer names are no names.
const LONGEST_NAME: usize = 60;

/// mark = "(Signed)" ; its length in bytes.
pub fn mark(lexicons: &Lexicons, input: &str) -> Option<usize> {
    word_at(lexicons, input, |lexicon| &lexicon.signature.marks)
        .map(|(length, _)| length)
        .or_else(|| misread_mark(lexicons, input))
}

/// A mark with one letter or one bracket misread: `(Sigred)`, `{Signed)`.
fn misread_mark(lexicons: &Lexicons, input: &str) -> Option<usize> {
    if !input.starts_with(['(', '{', '[']) {
        return None;
    }
    let near = &input[..input.floor_char_boundary(LONGEST_MARK)];
    let end = near.find([')', '}', ']'])? + 1;
    let word = &input[..end];
    let same_case = word[1..].starts_with(char::is_uppercase);
    let near = |mark: &str| strsim::damerau_levenshtein(word, mark) == 1;
    let mut marks = lexicons.words(|lexicon| &lexicon.signature.marks);
    (same_case && marks.any(|(mark, _)| mark.is_ascii() && near(mark))).then_some(end)
}

/// signatory = name , [ "," ] , [ office ] ; on one line.
pub fn signatory(lexicons: &Lexicons, text: &str, line: Span) -> NameAndRole {
    let words = &text[line.start..line.end];
    let by_office = is_office_with_article(lexicons, words);
    let split = match role_start(lexicons, words) {
        Some(_) if by_office => 0,
        start => start.unwrap_or(words.len()),
    };
    let name = read(text, line.start, line.start + split);
    let role = read(text, line.start + split, line.end);
    NameAndRole {
        name: name.filter(|name| name.value.len() <= 2 * LONGEST_NAME),
        role,
        by_office,
    }
}

/// An office right behind an article: no name stands between.
fn is_office_with_article(lexicons: &Lexicons, words: &str) -> bool {
    let words = words.trim_start();
    let article = word_at(lexicons, words, |lexicon| &lexicon.title.articles);
    article.is_some_and(|(length, _)| is_role(lexicons, words[length..].trim_start()))
}

/// Where in a line the office begins: at a word that begins offices, not at the name's first one.
fn role_start(lexicons: &Lexicons, words: &str) -> Option<usize> {
    words
        .char_indices()
        .filter(|(at, c)| {
            c.is_alphabetic() && !c.is_lowercase() && !words[..*at].ends_with(char::is_alphanumeric)
        })
        .find(|(at, _)| {
            let words = &words[*at..];
            let mut roles = lexicons.all.signature.roles.that_begin(words);
            roles.any(|role| begins_role(words, role))
        })
        .map(|(at, _)| at)
}

/// Offices in the lexicon may end inside a word ("Chargé d") or at one.
fn begins_role(input: &str, role: &str) -> bool {
    input.starts_with(role) || length_of(input, role).is_some()
}

/// Without what stands around a name: commas, stops of leaders, a State in parentheses.
fn read(text: &str, start: usize, end: usize) -> Option<Read<String>> {
    let words = &text[start..end];
    let words = match words.find(" (") {
        // The State may be broken over the line: "(United States".
        Some(open)
            if (words.trim_end().ends_with(')') || !words[open..].contains(')'))
                && words[..open].split_whitespace().count() <= 6 =>
        {
            &words[..open]
        }
        _ => words,
    };
    let lead = words.len()
        - words
            .trim_start_matches([' ', ',', '\n', ':', '.', '_'])
            .len();
    let kept = words[lead..].trim_end_matches([' ', ',', '\n', '*', '_']);
    (!kept.is_empty()).then(|| Read {
        value: one_line(kept),
        span: Span::new(start + lead, start + lead + kept.len()),
    })
}

/// Whether a line of its own can be the name that belongs to a mark before it: two to six words,
/// each with a capital or a particle.
pub fn is_name(line: &str) -> bool {
    let words: Vec<&str> = line
        .split(" (")
        .next()
        .unwrap_or_default()
        .split_whitespace()
        .collect();
    (2..=6).contains(&words.len())
        && line.len() <= LONGEST_NAME
        && !line.contains(|c: char| {
            c.is_ascii_digit() || matches!(c, '/' | ':' | ';' | '*' | '[' | '"' | '“')
        })
        && !line.ends_with('.')
        && words.iter().all(|word| is_name_word(word))
}

fn is_name_word(word: &str) -> bool {
    let first = word.trim_start_matches(['(', '\'', '’']).chars().next();
    // Arabic has no capitals.
    first.is_some_and(|c| c.is_alphabetic() && !c.is_lowercase())
        || (word.len() <= 4
            && word
                .chars()
                .all(|c| c.is_lowercase() || c == '-' || c == '\'' || c == '’'))
}

/// Whether a line begins with an office.
pub fn is_role(lexicons: &Lexicons, line: &str) -> bool {
    role_start(lexicons, line) == Some(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(line: &str) -> (String, String) {
        let read = signatory(Lexicons::standard(), line, Span::new(0, line.len()));
        (
            read.name.map(|name| name.value).unwrap_or_default(),
            read.role.map(|role| role.value).unwrap_or_default(),
        )
    }

    #[test]
    fn name_and_office_on_one_line() {
        assert_eq!(
            split(" Issa Konfourou Ambassador Permanent Representative"),
            (
                "Issa Konfourou".into(),
                "Ambassador Permanent Representative".into()
            )
        );
        assert_eq!(
            split(" Tarek Ladeb President of the Security Council"),
            (
                "Tarek Ladeb".into(),
                "President of the Security Council".into()
            )
        );
        assert_eq!(split(" Ban Ki-moon"), ("Ban Ki-moon".into(), String::new()));
        assert_eq!(
            split(" Nora Vella, Chargé d’affaires a.i."),
            ("Nora Vella".into(), "Chargé d’affaires a.i.".into())
        );
        assert_eq!(
            split(" Karel KOVANDA (Czech Republic)"),
            ("Karel KOVANDA".into(), String::new())
        );
        assert_eq!(
            split(" Karl F. INDERFURTH (United States"),
            ("Karl F. INDERFURTH".into(), String::new())
        );
        assert_eq!(
            split(" The Foreign Minister"),
            (String::new(), "The Foreign Minister".into())
        );
        assert_eq!(
            split(" Le Van Hoa Ambassador"),
            ("Le Van Hoa".into(), "Ambassador".into())
        );
        assert_eq!(split("  "), (String::new(), String::new()));
    }

    #[test]
    fn misread_marks() {
        let read = |text| mark(Lexicons::standard(), text);
        assert_eq!(read("(Sigred) Nora Vella"), Some(8));
        assert_eq!(read("{Signed) Nora Vella"), Some(8));
        assert_eq!(read("(Signal) lamps"), None);
        assert_eq!(read("(signs) of"), None);
    }

    #[test]
    fn names_that_stand_alone() {
        for name in [
            "Kofi A. ANNAN",
            "Michael von der Schulenburg",
            "Ibrahim A. GAMBARI (Nigeria)",
        ] {
            assert!(is_name(name), "{name}");
        }
        for other in [
            "Annex",
            "18-04937 (E)",
            "* Reissued for technical reasons.",
            "I have the honour to",
            "Page 2",
        ] {
            assert!(!is_name(other), "{other}");
        }
    }
}
