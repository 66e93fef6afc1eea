//! The symbol that a file is named after: `S_2023_463.md`, `S-2023-463-EN.txt`, `s/2023/463/en.md`,
//! `A_78_417-S_2023_713.txt`. A name such as `N2312564.txt` has none.

use super::Said;
use crate::grammar::symbol::{Symbol, symbol};
use crate::lexicon::{Language, Lexicons};

/// What a file's name says of the symbol of the document in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileName {
    /// Nothing.
    NoSymbol,
    /// It can be read as one of the document's symbols: which, from 0.
    Own(usize),
    /// Another symbol.
    Other(Box<Symbol>),
}

/// More folders than this above a file are no part of its name.
const MOST_FOLDERS: usize = 8;
/// The fewest figures of a name with one number: `S_22871.txt` is named after a symbol, `a-1.txt`
/// is a list's first.
const FEWEST_FIGURES: usize = 4;

/// What the path of a file says of a document with these symbols.
pub fn named_after(path: &str, symbols: &[Said<Symbol>]) -> FileName {
    let mut folders: Vec<&str> = path.split('/').collect();
    let name = folders.pop().unwrap_or_default();
    let stem = without_ending(name);
    if let Some(named) = read(&words(stem)) {
        return judged(&words(stem), named, symbols);
    }
    // The name continues what the folders above it say: `s/2023/463/en.md`.
    let continues = is_language(stem) || stem.starts_with(|c: char| c.is_ascii_digit());
    if !continues {
        return FileName::NoSymbol;
    }
    let from = folders.len().saturating_sub(MOST_FOLDERS);
    let mut claims = (from..folders.len()).filter_map(|start| {
        let parts = folders[start..].iter().chain([&stem]);
        let whole: Vec<&str> = parts.flat_map(|part| words(part)).collect();
        Some((read(&whole)?, whole))
    });
    match claims.next_back() {
        Some((named, whole)) => judged(&whole, named, symbols),
        None => FileName::NoSymbol,
    }
}

/// The words of a name: letters and figures with the stops between them, as in `C.3`.
fn words(stem: &str) -> Vec<&str> {
    let apart = |c: char| !c.is_alphanumeric() && c != '.';
    stem.split(apart).filter(|word| !word.is_empty()).collect()
}

/// The name without endings such as `.md` and `.en.layout.txt`; the last element of a symbol, such
/// as `.1`, stays.
fn without_ending(mut name: &str) -> &str {
    while let Some((stem, ending)) = name.rsplit_once('.')
        && ending.bytes().all(|byte| byte.is_ascii_alphabetic())
    {
        name = stem;
    }
    name
}

fn is_language(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    let codes = ["a", "c", "e", "f", "r", "s"];
    Language::ALL.iter().any(|known| known.code() == word) || codes.contains(&&*word)
}

/// The symbol that a name begins with, when its first word is a known body.
fn read(words: &[&str]) -> Option<Symbol> {
    let lexicons = Lexicons::standard();
    let (body, elements) = words.split_first()?;
    let body = body.to_ascii_uppercase();
    if !lexicons.symbols.bodies.known.contains(&body) {
        return None;
    }
    let mut written = body;
    let mut numbers = 0;
    let mut figures = 0;
    for element in elements {
        let count = element.bytes().filter(u8::is_ascii_digit).count();
        if numbers > 0 && !goes_on(lexicons, element) {
            break;
        }
        numbers += usize::from(count > 0);
        figures += count;
        written.push('/');
        written.push_str(element);
    }
    let has_figures = |word: &&str| word.contains(|c: char| c.is_ascii_digit());
    let is_first = elements.first().is_some_and(has_figures);
    if numbers == 0 || (numbers == 1 && (figures < FEWEST_FIGURES || !is_first)) {
        return None;
    }
    let (rest, named) = symbol(lexicons)(&written).ok()?;
    rest.is_empty().then_some(named)
}

/// Whether a word behind a number is still the symbol's: a number, or a modifier with its number.
fn goes_on(lexicons: &Lexicons, word: &str) -> bool {
    let (name, _) = word.split_once('.').unwrap_or((word, ""));
    let known = |names: &[String]| names.iter().any(|known| known.eq_ignore_ascii_case(name));
    let elements = &lexicons.symbols.elements;
    name.bytes().all(|byte| byte.is_ascii_digit())
        || (name.len() < word.len() && (known(&elements.numbered) || known(&elements.modifiers)))
}

/// The name holds one of the document's symbols when that symbol's words stand in it side by side,
/// and no modifier of it follows.
fn judged(words: &[&str], named: Symbol, symbols: &[Said<Symbol>]) -> FileName {
    let lexicons = Lexicons::standard();
    let pieces = |words: &[&str]| -> Vec<String> {
        let parts = words.iter().flat_map(|word| word.split('.'));
        parts.map(str::to_ascii_uppercase).collect()
    };
    let name = pieces(words);
    let is_modifier = |piece: &String| {
        let mut modifiers = lexicons.symbols.elements.modifiers.iter();
        modifiers.any(|known| known.eq_ignore_ascii_case(piece))
    };
    let holds = |said: &Said<Symbol>| {
        let own = pieces(&self::words(&said.value.canonical));
        let mut places = name.windows(own.len().max(1)).enumerate();
        places.any(|(start, window)| {
            window == own && !name.get(start + own.len()).is_some_and(is_modifier)
        })
    };
    match symbols.iter().position(holds) {
        Some(own) => FileName::Own(own),
        None => FileName::Other(Box::new(named)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    fn said(path: &str, symbols: &[&str]) -> String {
        let symbols: Vec<Said<Symbol>> = symbols
            .iter()
            .map(|written| Said {
                value: symbol(Lexicons::standard())(written).unwrap().1,
                span: Span::default(),
            })
            .collect();
        match named_after(path, &symbols) {
            FileName::NoSymbol => "no symbol".to_owned(),
            FileName::Own(index) => format!("own {}", symbols[index].value.canonical),
            FileName::Other(named) => named.canonical,
        }
    }

    #[test]
    fn the_usual_shapes_are_read() {
        for path in [
            "S_2023_463.md",
            "a/b/S_2023_463.md",
            "S-2023-463-EN.txt",
            "s/2023/463/en.md",
            "archive/s/2023/463.txt",
            "s_2023_463.en.layout.txt",
            "S_2023_463_p2-5.txt",
            "S_2023_463_1-12.txt",
            "S_2023_463 (2).txt",
            "A_78_417-S_2023_463.txt",
            "drafts/old S_2023_463 copy.txt",
        ] {
            let expected = match path.contains("old") {
                true => "no symbol",
                false => "own S/2023/463",
            };
            assert_eq!(said(path, &["S/2023/463"]), expected, "{path}");
        }
        assert_eq!(
            said("S_RES_2733_2024.txt", &["S/RES/2733 (2024)"]),
            "own S/RES/2733 (2024)"
        );
        assert_eq!(
            said("A_C.3_78_L.27.txt", &["A/C.3/78/L.27"]),
            "own A/C.3/78/L.27"
        );
        assert_eq!(said("S_22871.txt", &["S/22871"]), "own S/22871");
    }

    #[test]
    fn another_symbol_is_named() {
        for (path, named) in [
            ("S_2023_464.md", "S/2023/464"),
            ("S-2023-46-EN.md", "S/2023/46"),
            ("s/2023/464/en.md", "S/2023/464"),
            ("S_2023_463_Add.1.txt", "S/2023/463/Add.1"),
            ("A_C.3_78_L.27.en.txt", "A/C.3/78/L.27"),
        ] {
            assert_eq!(said(path, &["S/2023/463"]), named, "{path}");
        }
        assert_eq!(said("S_2023_463.txt", &["S/2023/463/Add.1"]), "S/2023/463");
    }

    #[test]
    fn other_names_say_nothing() {
        for path in [
            "N2312564.txt",
            "letter.md",
            "2023/letter.md",
            "2023/463.md",
            "a-1.txt",
            "e-mail 2023.txt",
            "seeds/annex-missing.txt",
            "README.md",
            "",
        ] {
            assert_eq!(said(path, &["S/2023/463"]), "no symbol", "{path}");
        }
    }
}
