//! The smallest productions: words of a lexicon, spaces, numbers. Words are matched as people read
//! them: case, line breaks, hyphens and stray spaces aside, because conversions lose all four
//! (`Secretary -General`, `SecretaryGeneral`), and capitals lose their accents (`GENERALE`).

use nom::error::{Error, ErrorKind};
use nom::{Err, IResult, Parser};

use crate::bytes::any_pair;
use crate::lexicon::{
    FirstLetters, IDEOGRAPHS, KASHIDA, Lexicon, Lexicons, Words, is_apostrophe, is_loose,
    without_accent,
};
use crate::source::Span;

/// The commas of the six languages, and the mark between the items of Chinese lists.
pub const COMMAS: [char; 4] = [',', '،', '，', '、'];

/// From here on letters are of other scripts than Latin.
const BEHIND_LATIN: char = '\u{370}';

/// What a production gives: the rest of the text and the value.
pub type Parsed<'t, T> = IResult<&'t str, T>;

/// The failure of a production, at `input`.
pub fn fail<T>(input: &str) -> Parsed<'_, T> {
    Err(Err::Error(Error::new(input, ErrorKind::Tag)))
}

/// words = letter { letter | space | hyphen | apostrophe } , boundary ;
///
/// Takes `words` from the start of the text, as people read them.
pub fn words<'t>(words: &str) -> impl Fn(&'t str) -> Parsed<'t, &'t str> {
    move |input| match length_of(input, words) {
        Some(end) => Ok((&input[end..], &input[..end])),
        None => fail(input),
    }
}

/// The longest of several words that stands at the start of the text, with what it stands for.
pub fn any_of<'t, T: Copy>(
    input: &'t str,
    candidates: impl Iterator<Item = (&'t str, T)>,
) -> Parsed<'t, T> {
    longest(input, candidates)
        .map(|(end, value)| (&input[end..], value))
        .map_or_else(|| fail(input), Ok)
}

/// As [`any_of`], for lists that live as long as they like.
pub fn longest<'w, T>(
    input: &str,
    candidates: impl Iterator<Item = (&'w str, T)>,
) -> Option<(usize, T)> {
    candidates
        .filter_map(|(words, value)| Some((length_of(input, words)?, value)))
        .fold(None, |best, found| match best {
            Some((end, _)) if end >= found.0 => best,
            _ => Some(found),
        })
}

/// The longest word of several lists that stands at the start of the text, with what its list
/// stands for.
pub fn longest_of<'w, T: Copy>(
    input: &str,
    lists: impl IntoIterator<Item = (&'w Words, T)>,
) -> Option<(usize, T)> {
    let letters = FirstLetters::of(input);
    let mut best = None;
    for (list, value) in lists {
        if !list.may_begin(letters) {
            continue;
        }
        for word in list.that_begin(input) {
            if let Some(end) = length_of(input, word)
                && best.is_none_or(|(longest, _)| longest < end)
            {
                best = Some((end, value));
            }
        }
    }
    best
}

/// The length of the longest word of a list that stands at the start of the text.
#[inline]
pub fn word_of(input: &str, list: &Words) -> Option<usize> {
    // At most places there is none: that is told without a call.
    if !list.may_begin(FirstLetters::of(input)) {
        return None;
    }
    longest_of(input, [(list, ())]).map(|(end, ())| end)
}

/// The longest of the lexicons' words of a kind that stands at the start of the text.
pub fn word_at<'l>(
    lexicons: &'l Lexicons,
    input: &str,
    pick: impl Fn(&'l Lexicon) -> &'l Words,
) -> Option<(usize, ())> {
    word_of(input, pick(&lexicons.all)).map(|end| (end, ()))
}

/// How many bytes of `input` the words take, when it begins with them; the words must end where a
/// word ends, unless their last sign joins them to the next one (`l'`, `وـ`). A capital after a
/// small letter ends a word too: converters glue fields together. A line break stands only between
/// two words.
pub fn length_of(input: &str, words: &str) -> Option<usize> {
    match as_written(input, words) {
        Some(told) => told,
        None => length_as_read(input, words),
    }
}

/// The same for words that stand in the text letter for letter, or with another letter in ASCII,
/// which are nearly all; `None` for those that have to be read with care.
fn as_written(input: &str, words: &str) -> Option<Option<usize>> {
    let (read, wanted) = (input.as_bytes(), words.as_bytes());
    let end = alike(read, wanted);
    let next = read.get(end).copied().map(char::from);
    match (wanted.get(end), next) {
        (Some(_), Some(_)) => {
            let wanted = letter_near(&wanted[end..])?;
            let apart = !letter_near(&read[end..])?.eq_ignore_ascii_case(&wanted);
            apart.then_some(None)
        }
        (None, None) => Some(Some(end)),
        (None, Some(next)) => {
            let last = char::from(*read.get(end.checked_sub(1)?)?);
            let known = last.is_ascii_alphanumeric() && next.is_ascii();
            known.then(|| ends_a_word(last, next).then_some(end))
        }
        (Some(_), None) => None,
    }
}

/// How many bytes are written as is wanted, with another letter in ASCII, or with a line break
/// between two words.
fn alike(read: &[u8], wanted: &[u8]) -> usize {
    let mut end = 0;
    while let (Some(eight), Some(same)) = (
        read[end..].first_chunk::<8>(),
        wanted[end..].first_chunk::<8>(),
    ) && eight == same
        && eight.is_ascii()
    {
        end += eight.len();
    }
    let rest = read[end..].iter().zip(&wanted[end..]);
    let rest = rest.take_while(|(read, wanted)| {
        read.eq_ignore_ascii_case(wanted) && read.is_ascii_graphic()
            || (**wanted == b' ' && matches!(read, b' ' | b'\n'))
    });
    end + rest.count()
}

/// The next letter or figure, when there are only signs in ASCII that may be left out before it.
fn letter_near(bytes: &[u8]) -> Option<u8> {
    let mut near = bytes.iter().take(4);
    let next = near.find(|byte| !byte.is_ascii() || !is_loose(char::from(**byte)));
    next.copied().filter(u8::is_ascii_alphanumeric)
}

fn length_as_read(input: &str, words: &str) -> Option<usize> {
    let mut wanted = words.chars().filter(|c| !is_loose(*c));
    let mut gaps = words.chars();
    let mut next = wanted.next();
    let mut may_break = false;
    let mut last = ' ';
    for (at, read) in input.char_indices() {
        let letter = match next {
            Some(KASHIDA) => return Some(at),
            Some(letter) => letter,
            None if is_apostrophe(read) && words.ends_with(is_apostrophe) => {
                return Some(at + read.len_utf8());
            }
            None => return ends_a_word(last, read).then_some(at),
        };
        if same_letter(read, letter) {
            next = wanted.next();
            last = read;
            // Skips to behind this letter and sees whether the words have a gap there.
            let _ = gaps.by_ref().find(|c| !is_loose(*c));
            may_break = gaps.clone().next().is_some_and(is_loose);
        } else if last == ' ' || !is_loose(read) || (read == '\n' && !may_break) {
            return None;
        } else if read == '\n' {
            may_break = false;
        }
    }
    next.is_none().then_some(input.len())
}

fn same_letter(read: char, wanted: char) -> bool {
    if wanted.is_ascii() {
        return read.eq_ignore_ascii_case(&wanted);
    }
    let plain = without_accent(wanted);
    if read.is_ascii() {
        return read.eq_ignore_ascii_case(&plain);
    }
    read == wanted || read == plain || read.to_lowercase().eq(wanted.to_lowercase())
}

fn ends_a_word(last: char, next: char) -> bool {
    // Chinese has no spaces between words.
    if last >= IDEOGRAPHS || next >= IDEOGRAPHS {
        return true;
    }
    // Two columns run together: "United Nationsالأمم المتحدة".
    if (last < BEHIND_LATIN) != (next < BEHIND_LATIN) {
        return true;
    }
    !last.is_alphanumeric()
        || !next.is_alphanumeric()
        || (last.is_lowercase() && next.is_uppercase())
}

/// Whether a word can begin here: Chinese has no spaces between words.
pub fn begins_word(text: &str, at: usize) -> bool {
    !text[..at].ends_with(|c: char| c.is_alphanumeric() && c < IDEOGRAPHS)
}

/// The text before the words it ends with; `None` when it ends otherwise.
pub fn before_last<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    // Nearly all end otherwise.
    if let (Some(read), Some(wanted)) = (text.bytes().next_back(), words.bytes().next_back())
        && wanted.is_ascii_alphanumeric()
        && read.is_ascii()
        && !read.eq_ignore_ascii_case(&wanted)
    {
        return None;
    }
    let (read, wanted) = (text.chars().next_back()?, words.chars().next_back()?);
    if wanted.is_alphanumeric() && !same_letter(read, wanted) {
        return None;
    }
    let length = words.chars().count().checked_sub(1)?;
    let (start, _) = text.char_indices().nth_back(length)?;
    (length_of(&text[start..], words) == Some(text.len() - start)).then(|| &text[..start])
}

/// digits = digit , { digit } ; no more than `most`, and not part of a longer number.
pub fn digits<'t>(least: usize, most: usize) -> impl Fn(&'t str) -> Parsed<'t, &'t str> {
    move |input| {
        let end = input.bytes().take_while(u8::is_ascii_digit).count();
        if (least..=most).contains(&end) {
            Ok((&input[end..], &input[..end]))
        } else {
            fail(input)
        }
    }
}

/// Where a production that was tried at `start` of the text stands in it, with its value.
pub fn located<'t, T>(
    text: &'t str,
    start: usize,
    mut production: impl Parser<&'t str, Output = T, Error = Error<&'t str>>,
) -> Option<(Span, T)> {
    let input = text.get(start..)?;
    let (rest, value) = production.parse(input).ok()?;
    Some((Span::new(start, start + input.len() - rest.len()), value))
}

/// Leading white space off; how much it was, in bytes.
pub fn blank_length(input: &str) -> usize {
    input.len() - input.trim_start().len()
}

/// Words for "and" and "or" have no more bytes.
const LONGEST_JOINING: usize = 3;

/// Whether words are none, or end with one that leads on to another: `the`, `and`, `of`, `for`.
pub fn is_unfinished(lexicons: &Lexicons, words: &str) -> bool {
    let Some(last) = words.split_whitespace().next_back() else {
        return true;
    };
    let title = &lexicons.all.title;
    let leading = [
        &title.articles,
        &title.and,
        &title.office_links,
        &title.leading,
    ];
    let found = longest_of(last, leading.map(|list| (list, ())));
    found.is_some_and(|(length, ())| length == last.len())
}

/// Words on one line: every run of white space one space.
pub fn one_line(words: &str) -> String {
    if is_spaced(words.as_bytes()) {
        let bytes = words.bytes();
        let line = bytes.map(|byte| if byte == b'\n' { b' ' } else { byte });
        if let Ok(line) = String::from_utf8(line.collect()) {
            return line;
        }
    }
    let mut line = String::with_capacity(words.len());
    for piece in words.split('\n') {
        let mut words = piece.split_whitespace();
        if let Some(first) = words.next() {
            // "long-" ⏎ "term"; not "pre-" ⏎ "and post-war".
            let is_half = first.starts_with(char::is_lowercase) && first.len() > LONGEST_JOINING;
            match is_half && ends_with_half(&line) {
                true => line.push_str(first),
                false => push_apart(&mut line, first),
            }
        }
        words.for_each(|word| push_apart(&mut line, word));
    }
    line
}

/// Whether a word ends with the hyphen that is the last sign.
fn ends_with_half(line: &str) -> bool {
    let half = line.strip_suffix('-');
    half.is_some_and(|half| half.ends_with(char::is_alphabetic))
}

fn push_apart(line: &mut String, words: &str) {
    if !line.is_empty() && !ends_broken(line, words) {
        line.push(' ');
    }
    line.push_str(words);
}

/// Whether words are apart by single spaces and line ends, begin and end with one of them, and none
/// of them is broken; `false` where that takes a closer look.
fn is_spaced(words: &[u8]) -> bool {
    let is_space = |byte: u8| (byte == b' ') | (byte == b'\n');
    let (Some(first), Some(last)) = (words.first(), words.last()) else {
        return false;
    };
    !is_space(*first)
        && !is_space(*last)
        && !any_pair(words, |one, next| {
            // With the bytes above ASCII other spaces begin.
            let other =
                ((one < b' ') & (one != b'\n')) | (one == 0xC2) | (one.wrapping_sub(0xE1) < 3);
            other | (is_space(next) & (is_space(one) | (one == b'-')))
        })
}

/// A hyphen at the end of a line joins the two halves of a name: "Secretary-", "General".
fn ends_broken(line: &str, next: &str) -> bool {
    ends_with_half(line) && next.starts_with(char::is_uppercase)
}

/// Whether two texts are the same by their letters and digits, accents aside; texts without any, such as the
/// note marks `*` and `**`, are compared as they stand.
pub fn same_words(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    // Nearly all others differ in their first letter.
    if let (Some(one), Some(other)) = (one.bytes().next(), other.bytes().next())
        && one.is_ascii_alphabetic()
        && other.is_ascii_alphabetic()
        && !one.eq_ignore_ascii_case(&other)
    {
        return false;
    }
    let mut of_one = letters(one).peekable();
    if of_one.peek().is_none() {
        return one.trim() == other.trim();
    }
    of_one.eq(letters(other))
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .map(without_accent)
}

#[cfg(test)]
mod tests;
