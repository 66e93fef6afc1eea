//! How a text announces what is annexed to it: `(see annex)`, `its annex`, `annexes II and III`,
//! `the annex to the present letter`. What another document has annexed (`S/2000/166, annex`) is
//! none of ours.

use super::annex::{any_number, word};
use super::text::{COMMAS, before_last, begins_word, blank_length, located, word_at, word_of};
use crate::document::AnnexKind;
use crate::lexicon::{Hit, IDEOGRAPHS, Lexicons};
use crate::source::Span;

/// Words that announce something annexed. The span is of the reading.
#[derive(Clone, Debug, PartialEq)]
pub struct Announcement {
    /// The words, with their parentheses.
    pub span: Span,
    /// What they name.
    pub kind: AnnexKind,
    /// Which; empty when they give no number.
    pub numbers: Vec<u32>,
    /// Whether what they name must be there; otherwise it may be (`annexes`, in passing).
    pub binding: bool,
    /// How many the words speak of, where they give no number: `its annexes`, `two annexes`.
    pub count: Option<Count>,
}

/// How many annexes words speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// Several, or one when it is exactly that.
    Several,
    /// So many.
    Exactly(u32),
}

/// What the words for something annexed in a text say, in order.
pub fn announcements(
    lexicons: &Lexicons,
    text: &str,
    annexed: impl Iterator<Item = Hit>,
) -> impl Iterator<Item = Announcement> {
    annexed
        .filter(|hit| begins_word(text, hit.start))
        .filter_map(|hit| announcement(lexicons, text, hit.start))
}

fn announcement(lexicons: &Lexicons, text: &str, at: usize) -> Option<Announcement> {
    let (length, kind) = word(lexicons, &text[at..])?;
    let (end, numbers) = numbers(lexicons, text, at + length);
    let (before, counted) = counted(lexicons, &text[..at]);
    let at = counted.map_or(at, |_| before.len() + blank_length(&text[before.len()..]));
    let count = numbers
        .is_empty()
        .then(|| counted.or_else(|| count(lexicons, &text[at..end])))
        .flatten();
    let named = Announcement {
        span: Span::new(at, end),
        kind,
        numbers,
        binding: false,
        count,
    };
    if let Some(open) = parenthesis(lexicons, before, !named.numbers.is_empty())
        && closes(lexicons, &text[end..])
    {
        let close = end + usize::from(text[end..].starts_with(')'));
        return Some(Announcement {
            span: Span::new(open, close),
            binding: true,
            // "(see annex)" leads to one of several as well.
            count: named.count.filter(|count| *count != Count::Exactly(1)),
            ..named
        });
    }
    if let Some(start) = owned(lexicons, before) {
        return Some(Announcement {
            span: Span::new(start, end),
            binding: true,
            ..named
        });
    }
    let after = end + blank_length(&text[end..]);
    let present = word_at(lexicons, &text[after..], |lexicon| &lexicon.annex.present);
    match present {
        Some((length, _)) => Some(Announcement {
            span: Span::new(at, after + length),
            binding: true,
            ..named
        }),
        None => Some(named),
    }
}

/// The text before a number in words, and that number: `its two annexes`.
fn counted<'t>(lexicons: &Lexicons, before: &'t str) -> (&'t str, Option<Count>) {
    let languages = &lexicons.languages;
    let found = languages.iter().find_map(|lexicon| {
        (2..).zip(&lexicon.annex.counts).find_map(|(number, word)| {
            let rest = without_last_word(before, std::iter::once(word.as_str()))?;
            Some((rest, Some(Count::Exactly(number))))
        })
    });
    found.unwrap_or((before, None))
}

/// How many a word means.
fn count(lexicons: &Lexicons, word: &str) -> Option<Count> {
    let whole = |list| word_of(word, list) == Some(word.len());
    let words = &lexicons.all.annex;
    if whole(&words.several) {
        return Some(Count::Several);
    }
    whole(&words.one).then_some(Count::Exactly(1))
}

/// numbers = number , { "," | "and" | "to" | "–" , number } ; "2 to 16" names them all.
fn numbers(lexicons: &Lexicons, text: &str, at: usize) -> (usize, Vec<u32>) {
    let mut found: Vec<u32> = Vec::new();
    let mut end = at;
    let mut position = at + blank_length(&text[at..]);
    let mut range = false;
    while let Some((span, value)) = located(text, position, |input| any_number(lexicons, input)) {
        // "annex A" of something, "annex I have": a numeral must stand apart from a sentence.
        if text[span.end..].starts_with(|c: char| c.is_alphanumeric() || c == '’') {
            break;
        }
        match found.last() {
            Some(first) if range && value > *first && value - first < 100 => {
                found.extend(first + 1..=value)
            }
            _ => found.push(value),
        }
        end = span.end;
        position = end + blank_length(&text[end..]);
        let rest = &text[position..];
        let dash = rest.starts_with(['–', '-', '—']);
        let to = word_at(lexicons, rest, |lexicon| &lexicon.title.to);
        range = dash || to.is_some();
        if rest.starts_with(COMMAS) || dash {
            position += rest.chars().next().map_or(0, char::len_utf8);
        } else if let Some((length, _)) =
            to.or_else(|| word_at(lexicons, rest, |lexicon| &lexicon.title.and))
        {
            position += length;
        } else {
            break;
        }
        position += blank_length(&text[position..]);
    }
    (end, found)
}

/// "(see the annex" and "(annex I": where the parenthesis opens.
fn parenthesis(lexicons: &Lexicons, before: &str, numbered: bool) -> Option<usize> {
    let before = without_last_word(
        before,
        lexicons
            .words(|lexicon| &lexicon.title.articles)
            .map(|(word, _)| word),
    )
    .unwrap_or(before)
    .trim_end();
    let see = without_last_word(
        before,
        lexicons
            .words(|lexicon| &lexicon.annex.see)
            .map(|(word, _)| word),
    );
    if see.is_none() && !numbered {
        return None;
    }
    let before = see.unwrap_or(before).trim_end();
    before.ends_with('(').then(|| before.len() - 1)
}

/// Behind the words: the end of the parenthesis, or more of the same kind.
fn closes(lexicons: &Lexicons, after: &str) -> bool {
    let after = after.trim_start();
    after.starts_with([')', ';'])
        || after.starts_with(COMMAS)
        || word_at(lexicons, after, |lexicon| &lexicon.title.and).is_some()
}

/// "the present letter and its": where "its" begins. Only the document's own letter counts, so one
/// of the words for "present" must stand close before.
fn owned(lexicons: &Lexicons, before: &str) -> Option<usize> {
    let rest = without_last_word(
        before,
        lexicons
            .words(|lexicon| &lexicon.annex.own)
            .map(|(word, _)| word),
    )?;
    let near = &rest[rest.floor_char_boundary(rest.len().saturating_sub(48))..];
    let sentence = near.rfind(['.', ';']).map_or(near, |stop| &near[stop..]);
    let present = sentence.split(|c: char| !c.is_alphanumeric()).any(|read| {
        let mut determiners = lexicons.words(|lexicon| &lexicon.annex.determiners);
        determiners.any(|(word, _)| {
            let inside = word.starts_with(|c| c >= IDEOGRAPHS) && read.contains(word);
            inside || word.eq_ignore_ascii_case(read)
        })
    });
    let start = rest.len() + blank_length(&before[rest.len()..]);
    present.then_some(start)
}

/// The text before its last word, when that is one of these.
fn without_last_word<'t, 'w>(
    before: &'t str,
    mut words: impl Iterator<Item = &'w str>,
) -> Option<&'t str> {
    let before = before.trim_end();
    words.find_map(|word| {
        let rest = before_last(before, word)?;
        begins_word(before, rest.len()).then(|| rest.trim_end())
    })
}

/// The first of the words that announce something annexed without naming it: "enclosed",
/// "attached", "herewith".
pub fn encloses(text: &str, mut enclosing: impl Iterator<Item = Hit>) -> Option<Span> {
    let hit = enclosing.find(|hit| begins_word(text, hit.start))?;
    let rest = &text[hit.end..];
    let end = rest
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(rest.len());
    Some(Span::new(hit.start, hit.end + end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Sought;

    fn announcements(text: &str) -> Vec<Announcement> {
        let lexicons = Lexicons::standard();
        let hits = lexicons.finder.find(text);
        let annexed = hits.of(Sought::Annexed).iter().copied();
        super::announcements(lexicons, text, annexed).collect()
    }

    fn binding(text: &str) -> Vec<(String, Vec<u32>)> {
        announcements(text)
            .into_iter()
            .filter(|found| found.binding)
            .map(|found| {
                (
                    text[found.span.start..found.span.end].to_owned(),
                    found.numbers,
                )
            })
            .collect()
    }

    #[test]
    fn what_must_be_there() {
        assert_eq!(
            binding("a letter (see annex) from"),
            [("(see annex)".into(), vec![])]
        );
        assert_eq!(
            binding("the letter (see the\nannex)."),
            [("(see the\nannex)".into(), vec![])]
        );
        assert_eq!(
            binding("the list (annex I);"),
            [("(annex I)".into(), vec![1])]
        );
        assert_eq!(
            binding("(see annexes I and II)"),
            [("(see annexes I and II)".into(), vec![1, 2])]
        );
        assert_eq!(
            binding("replies (annexes 2 to 5);"),
            [("(annexes 2 to 5)".into(), vec![2, 3, 4, 5])]
        );
        assert_eq!(
            binding("have the present letter and its annex circulated"),
            [("its annex".into(), vec![])]
        );
        assert_eq!(
            binding("set out in the annex to the present letter,"),
            [("annex to the present letter".into(), vec![])]
        );
        assert_eq!(
            binding("(annex 1 and enclosure)"),
            [("(annex 1".into(), vec![1])]
        );
    }

    #[test]
    fn how_many_they_speak_of() {
        let counts = |text: &str| -> Vec<Option<Count>> {
            announcements(text)
                .into_iter()
                .filter(|found| found.binding)
                .map(|found| found.count)
                .collect()
        };
        let letter =
            |words: &str| counts(&format!("have the present letter and {words} circulated"));
        assert_eq!(letter("its annex"), [Some(Count::Exactly(1))]);
        assert_eq!(letter("its annexes"), [Some(Count::Several)]);
        assert_eq!(letter("its two annexes"), [Some(Count::Exactly(2))]);
        assert_eq!(counts("a letter (see annex)"), [None]);
        assert_eq!(counts("two letters (see annexes)"), [Some(Count::Several)]);
        assert_eq!(counts("the list (annexes I and II)"), [None]);
        assert_eq!(
            counts("la présente lettre et ses annexes"),
            [Some(Count::Several)]
        );
    }

    #[test]
    fn what_others_have_annexed() {
        for text in [
            "your statement (S/2000/166, annex).",
            "Annex 11 of the Peace Agreement",
            "the Framework Agreement and the annexes thereto",
            "your letter and its annex were received",
            "Parties included in Annex I to the Convention",
        ] {
            assert_eq!(binding(text), [], "{text}");
        }
    }

    #[test]
    fn words_that_enclose() {
        let text = "I convey the attached report";
        let encloses = |text: &str| {
            let hits = Lexicons::standard().finder.find(text);
            super::encloses(text, hits.of(Sought::Enclosing).iter().copied())
        };
        let span = encloses(text).unwrap();
        assert_eq!(&text[span.start..span.end], "attached");
        assert_eq!(encloses("I convey the report"), None);
    }
}
