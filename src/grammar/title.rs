//! The title of a communication: `Letter dated … from … addressed to …`, with its clauses in any
//! order, wrapped over lines, with the body on the very next line or even on the same one. What
//! ends it is the grammar of offices.

mod ending;
mod office;

use office::{office, offices, read_words, trimmed, without_article};

use super::Read;
use super::date::{CalendarDate, misread_date};
use super::text::{blank_length, is_unfinished, length_of, located, longest_of, word_at, word_of};
use crate::document::Form;
use crate::lexicon::{FirstLetters, Lexicons, Openings, Words, word_starts};
use crate::source::Span;

/// What the title of a communication says. Spans are bytes of the reading.
#[derive(Clone, Debug, PartialEq)]
pub struct Communication {
    /// All of it.
    pub span: Span,
    /// Letter, identical letters or note verbale.
    pub form: Read<Form>,
    /// The date.
    pub dated: Option<Read<CalendarDate>>,
    /// Who it is from, articles off.
    pub sender: Option<Read<String>>,
    /// To whom it is addressed, articles off.
    pub addressees: Vec<Read<String>>,
}

/// A title longer than this is no title.
const LONGEST: usize = 1500;

/// communication = form , { dated | from | addressed-to | by } ;
pub fn communication(lexicons: &Lexicons, text: &str, at: usize) -> Option<Communication> {
    let Some((length, form)) = form(lexicons, &text[at..]) else {
        return ending::by_ending(lexicons, text, at);
    };
    let sender_follows = sender_follows(lexicons, &text[at..]);
    let form = Read {
        value: form,
        span: Span::new(at, at + length),
    };
    let end = extent(lexicons, text, at);
    let clauses = clauses(lexicons, &text[..end], form.span.end, sender_follows);
    let first = clauses.first()?;
    // "Lettre, en date du".
    let between = text[form.span.end..first.start].trim();
    if !(between.is_empty() || between == ",") {
        return None;
    }
    let mut read = Communication {
        span: Span::new(at, form.span.end),
        form,
        dated: None,
        sender: None,
        addressees: Vec::new(),
    };
    for (index, clause) in clauses.iter().enumerate() {
        let next = clauses.get(index + 1).map(|next| next.start);
        let stop = next.unwrap_or(end);
        let content = Span::new(clause.content, stop);
        let close = match clause.kind {
            ClauseKind::Dated => {
                read.dated = first_date(lexicons, text, content);
                next.unwrap_or_else(|| {
                    read.dated
                        .as_ref()
                        .map_or(content.start, |date| date.span.end)
                })
            }
            ClauseKind::Sender => {
                let office = match next {
                    Some(_) => trimmed(lexicons, text, content),
                    None => {
                        office(lexicons, text, at, content).unwrap_or(Span::empty(content.start))
                    }
                };
                read.sender = read_words(text, office);
                office.end
            }
            ClauseKind::Addressee => {
                read.addressees = offices(lexicons, text, at, content, next.is_some());
                read.addressees
                    .last()
                    .map_or(content.start, |last| last.span.end)
            }
        };
        read.span.end = read.span.end.max(close);
    }
    let stars = text[read.span.end..]
        .bytes()
        .take_while(|byte| *byte == b'*')
        .count();
    read.span.end += stars;
    Some(read)
}

fn form(lexicons: &Lexicons, input: &str) -> Option<(usize, Form)> {
    let words = &lexicons.all.title;
    let forms = [
        (&words.letter, Form::Letter),
        (&words.identical_letters, Form::IdenticalLetters),
        (&words.note_verbale, Form::NoteVerbale),
    ];
    longest_of(input, forms).or_else(|| misread_form(lexicons, input, &forms))
}

/// Whether the form is of a language in which the sender stands right behind it. Somebody must be
/// addressed then, or any sentence that begins with "letter" would be a title.
fn sender_follows(lexicons: &Lexicons, input: &str) -> bool {
    let mut languages = lexicons.languages.iter();
    languages.any(|lexicon| {
        let words = &lexicon.title;
        let forms = [&words.letter, &words.identical_letters, &words.note_verbale];
        words.sender_follows
            && forms
                .into_iter()
                .flatten()
                .any(|form| length_of(input, form).is_some())
            && words
                .addressed_to
                .iter()
                .any(|words| input[..input.floor_char_boundary(600)].contains(words))
    })
}

/// A form with one letter misread (`LSTTER FROM`); the clause behind it must bear it out.
fn misread_form(
    lexicons: &Lexicons,
    input: &str,
    forms: &[(&Words, Form)],
) -> Option<(usize, Form)> {
    let end = input
        .bytes()
        .take(17)
        .position(|byte| byte == b' ')
        .filter(|end| *end >= 6)?;
    let capital = input.starts_with(char::is_uppercase);
    let behind = input.get(end + 1..)?;
    let clause = |pick: fn(&crate::lexicon::TitleWords) -> &Words| {
        word_at(lexicons, behind, move |lexicon| pick(&lexicon.title)).is_some()
    };
    if !capital || !(clause(|words| &words.dated) || clause(|words| &words.from)) {
        return None;
    }
    let word = input[..end].to_lowercase();
    let near = |form: &str| strsim::damerau_levenshtein(&word, &form.to_lowercase()) == 1;
    forms
        .iter()
        .find(|(words, _)| words.iter().any(|word| near(word)))
        .map(|(_, form)| (end, *form))
}

/// How many blank lines a title can have within it: some converters set its lines apart.
const MOST_GAPS: usize = 3;
/// The words that address a letter are no longer, in bytes, with a blank line among them.
const LONGEST_ADDRESSING: usize = 60;
/// A longer block of lines, in bytes, is no line of a title.
const LONGEST_LINE: usize = 120;

/// How far the title can reach: to the next blank line, or over some when nobody has been addressed
/// yet and the next lines do it.
fn extent(lexicons: &Lexicons, text: &str, at: usize) -> usize {
    let limit = text.floor_char_boundary(at + LONGEST);
    let blank = |from: usize| {
        text[from..limit]
            .find("\n\n")
            .map_or(limit, |found| from + found)
    };
    let behind = |blank: usize| blank + blank_length(&text[blank..limit]);
    let is_other = |words: &str| {
        lexicons.openings.at(words).has(Openings::ANNEX)
            || form(lexicons, words).is_some()
            || opens_body(lexicons, words.lines().next().unwrap_or_default())
    };
    let is_line = |words: &str| words.len() <= LONGEST_LINE && !words.ends_with('.');
    // The lines that a title goes on with, behind one that is not finished or in small letters.
    let goes_on = |from: usize, end: usize| {
        let next = &text[behind(end)..blank(behind(end))];
        let is_cut = is_unfinished(lexicons, text[from..end].trim());
        (is_cut || next.starts_with(char::is_lowercase))
            && !next.is_empty()
            && is_line(next)
            && !is_other(next)
    };
    let mut first = blank(at);
    let (mut start, mut end) = (at, first);
    for _ in 0..=MOST_GAPS {
        if let Some(addressed) = addressed_to(lexicons, text, Span::new(start, end), limit) {
            end = end.max(blank(addressed));
            for _ in 0..MOST_GAPS {
                if !goes_on(addressed, end) {
                    break;
                }
                end = blank(behind(end));
            }
            return end;
        }
        let first_goes_on = first == end && goes_on(at, end);
        start = behind(end);
        if end == limit || start >= limit {
            break;
        }
        end = blank(start);
        if first_goes_on {
            first = end;
        }
        let block = &text[start..end];
        let near = &block[..block.floor_char_boundary(LONGEST_LINE)];
        let addresses =
            || addressed_to(lexicons, near, Span::new(0, near.len()), near.len()).is_some();
        if is_other(block) || !(is_line(block) || addresses()) {
            break;
        }
    }
    first
}

/// Behind the first words in a part of the text that say to whom a letter is addressed; the last of
/// them can stand behind a blank line, up to a limit.
fn addressed_to(lexicons: &Lexicons, text: &str, part: Span, limit: usize) -> Option<usize> {
    word_starts(&text[part.start..part.end]).find_map(|offset| {
        let start = part.start + offset;
        let length = addressing(lexicons, &text[start..limit])?;
        starts_word(text, start).then_some(start + length)
    })
}

/// The length of the words at the start of a text that say to whom a letter is addressed.
fn addressing(lexicons: &Lexicons, input: &str) -> Option<usize> {
    let list = &lexicons.all.title.addressed_to;
    if !list.may_begin(FirstLetters::of(input)) {
        return None;
    }
    let words = |input: &str| word_of(input, list);
    words(input).or_else(|| {
        let near = &input[..input.floor_char_boundary(LONGEST_ADDRESSING)];
        let gap = near.find("\n\n").filter(|gap| *gap > 0)?;
        let second = near[gap..].trim_start();
        let length = words(&format!("{} {second}", &near[..gap]))?;
        (length > gap).then(|| near.len() - second.len() + length - gap - 1)
    })
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum ClauseKind {
    Dated,
    Sender,
    Addressee,
}

struct Clause {
    kind: ClauseKind,
    start: usize,
    content: usize,
}

/// The clauses of a title, by the words that begin them. "to" begins one only before an office, and
/// only where nothing says "addressed to", because States are represented "to the United Nations".
/// Behind the addressees a clause follows at once, or the title is over.
fn clauses(lexicons: &Lexicons, text: &str, at: usize, sender_follows: bool) -> Vec<Clause> {
    let mut found: Vec<Clause> = Vec::new();
    let mut position = at;
    if sender_follows {
        let content = next_word(text, at);
        found.push(Clause {
            kind: ClauseKind::Sender,
            start: content,
            content,
        });
        position = content;
    }
    let mut end = text.len();
    while position < end {
        let step = next_word(text, position);
        if let Some(clause) = clause(lexicons, text, step, &found) {
            position = clause.content;
            if clause.kind == ClauseKind::Addressee {
                let content = Span::new(clause.content, text.len());
                let last = offices(lexicons, text, at, content, false).pop();
                end = last
                    .map_or(end, |last| next_word(text, last.span.end) + 1)
                    .min(text.len());
            }
            found.push(clause);
        } else if step >= end {
            break;
        } else {
            let word = text[step..].find(|c: char| !c.is_alphanumeric());
            position = text.ceil_char_boundary(step + word.unwrap_or(text.len() - step).max(1));
        }
        // A title's first clause stands right behind its form.
        if found.is_empty() {
            break;
        }
    }
    found
}

fn next_word(text: &str, position: usize) -> usize {
    position
        + text[position..]
            .find(char::is_alphanumeric)
            .unwrap_or(text.len() - position)
}

fn starts_word(text: &str, at: usize) -> bool {
    !text[..at].ends_with(char::is_alphanumeric) && text[at..].starts_with(char::is_alphanumeric)
}

fn clause(lexicons: &Lexicons, text: &str, at: usize, before: &[Clause]) -> Option<Clause> {
    let input = &text[at..];
    let has = |kind| before.iter().any(|clause| clause.kind == kind);
    let made = |kind, length: usize| Clause {
        kind,
        start: at,
        content: at + length + blank_length(&input[length..]),
    };
    let find = |pick: fn(&crate::lexicon::TitleWords) -> &Words| {
        word_at(lexicons, input, move |lexicon| pick(&lexicon.title)).map(|(length, _)| length)
    };
    if let Some(length) = addressing(lexicons, input) {
        return (!has(ClauseKind::Addressee)).then(|| made(ClauseKind::Addressee, length));
    }
    if let Some(length) = find(|words| &words.dated) {
        let clause = made(ClauseKind::Dated, length);
        let dated = text[clause.content..].starts_with(|c: char| c.is_ascii_digit());
        return (!has(ClauseKind::Dated) && dated).then_some(clause);
    }
    if let Some(length) = find(|words| &words.from) {
        return (!has(ClauseKind::Sender)).then(|| made(ClauseKind::Sender, length));
    }
    if let Some(length) = find(|words| &words.by) {
        return (!has(ClauseKind::Sender) && has(ClauseKind::Addressee))
            .then(|| made(ClauseKind::Sender, length));
    }
    let length = find(|words| &words.to)?;
    let clause = made(ClauseKind::Addressee, length);
    let office = without_article(lexicons, text, clause.content);
    let title = &lexicons.all.title;
    let offices = [&title.offices, &title.office_beginnings].map(|list| (list, ()));
    let addressed = longest_of(&text[office..], offices).is_some();
    (has(ClauseKind::Sender) && !has(ClauseKind::Addressee) && addressed).then_some(clause)
}

/// The first date of a clause: letters of several days ("3 and 4 May 2021") give the last of them.
fn first_date(lexicons: &Lexicons, text: &str, content: Span) -> Option<Read<CalendarDate>> {
    let near = text
        .floor_char_boundary(content.start + 40)
        .min(content.end);
    text[content.start..near]
        .char_indices()
        .filter(|(offset, c)| c.is_ascii_digit() && starts_word(text, content.start + offset))
        .find_map(|(offset, _)| {
            located(
                &text[..content.end],
                content.start + offset,
                misread_date(lexicons),
            )
        })
        .map(|(span, value)| Read { value, span })
}

/// Whether the body of a letter begins here: words that open one.
pub fn opens_body(lexicons: &Lexicons, line: &str) -> bool {
    // In a title "the Permanent Mission" begins small: only a sentence has these capitals.
    let same_case = |words: &str| {
        let opening = words.split(' ').next().unwrap_or_default();
        let first = line.split_whitespace().next().unwrap_or_default();
        first.replace('’', "'").starts_with(opening)
    };
    let mut openings = lexicons.all.title.openings.that_begin(line);
    openings.any(|words| length_of(line, words).is_some() && same_case(words))
}

#[cfg(test)]
mod tests;
