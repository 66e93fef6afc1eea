//! The title of a communication: `Letter dated … from … addressed to …`, with its clauses in any
//! order, wrapped over lines, with the body on the very next line or even on the same one. What
//! ends it is the grammar of offices.

use super::Read;
use super::date::{CalendarDate, date};
use super::text::{blank_length, length_of, located, longest, one_line};
use crate::document::Form;
use crate::lexicon::Lexicons;
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
    let (length, form) = form(lexicons, &text[at..])?;
    let form = Read {
        value: form,
        span: Span::new(at, at + length),
    };
    let end = extent(lexicons, text, at);
    let clauses = clauses(lexicons, &text[..end], form.span.end);
    let first = clauses.first()?;
    if !text[form.span.end..first.start].trim().is_empty() {
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
                    None => office(lexicons, text, content).unwrap_or(Span::empty(content.start)),
                };
                read.sender = read_words(text, office);
                office.end
            }
            ClauseKind::Addressee => {
                read.addressees = offices(lexicons, text, content, next.is_some());
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
    let forms = || {
        lexicons.languages.iter().flat_map(|lexicon| {
            let words = &lexicon.title;
            [
                (&words.letter, Form::Letter),
                (&words.identical_letters, Form::IdenticalLetters),
                (&words.note_verbale, Form::NoteVerbale),
            ]
            .into_iter()
            .flat_map(|(words, form)| words.iter().map(move |word| (word.as_str(), form)))
        })
    };
    longest(input, forms()).or_else(|| misread_form(lexicons, input, forms()))
}

/// A form with one letter misread (`LSTTER FROM`); the clause behind it must bear it out.
fn misread_form<'l>(
    lexicons: &Lexicons,
    input: &str,
    mut forms: impl Iterator<Item = (&'l str, Form)>,
) -> Option<(usize, Form)> {
    let end = input
        .bytes()
        .take(17)
        .position(|byte| byte == b' ')
        .filter(|end| *end >= 6)?;
    let capital = input.starts_with(char::is_uppercase);
    let behind = input.get(end + 1..)?;
    let clause = |pick: fn(&crate::lexicon::TitleWords) -> &Vec<String>| {
        longest(behind, lexicons.words(move |lexicon| pick(&lexicon.title))).is_some()
    };
    if !capital || !(clause(|words| &words.dated) || clause(|words| &words.from)) {
        return None;
    }
    let word = input[..end].to_lowercase();
    let near = |form: &str| strsim::damerau_levenshtein(&word, &form.to_lowercase()) == 1;
    forms
        .find(|(form, _)| near(form))
        .map(|(_, form)| (end, form))
}

/// How far the title can reach: to the next blank line, or over one when nobody has been addressed
/// yet and the next lines do it.
fn extent(lexicons: &Lexicons, text: &str, at: usize) -> usize {
    let limit = text.floor_char_boundary(at + LONGEST);
    let blank = |from: usize| {
        text[from..limit]
            .find("\n\n")
            .map_or(limit, |found| from + found)
    };
    let first = blank(at);
    let addresses = |from: usize, to: usize| {
        text[from..to].char_indices().any(|(offset, _)| {
            starts_word(text, from + offset)
                && longest(
                    &text[from + offset..to],
                    lexicons.words(|lexicon| &lexicon.title.addressed_to),
                )
                .is_some()
        })
    };
    if first == limit || addresses(at, first) {
        return first;
    }
    let next = first + blank_length(&text[first..limit]);
    let near = text.floor_char_boundary(next + 120).min(limit);
    if next < near && addresses(next, near) {
        blank(next)
    } else {
        first
    }
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
fn clauses(lexicons: &Lexicons, text: &str, at: usize) -> Vec<Clause> {
    let mut found: Vec<Clause> = Vec::new();
    let mut position = at;
    let mut end = text.len();
    while position < end {
        let step = next_word(text, position);
        if let Some(clause) = clause(lexicons, text, step, &found) {
            position = clause.content;
            if clause.kind == ClauseKind::Addressee {
                let content = Span::new(clause.content, text.len());
                let last = offices(lexicons, text, content, false).pop();
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
    let find = |pick: fn(&crate::lexicon::TitleWords) -> &Vec<String>| {
        longest(input, lexicons.words(move |lexicon| pick(&lexicon.title)))
            .map(|(length, _)| length)
    };
    if let Some(length) = find(|words| &words.addressed_to) {
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
    let addressed = longest(
        &text[office..],
        lexicons.words(|lexicon| &lexicon.title.offices),
    )
    .is_some();
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
            located(&text[..content.end], content.start + offset, date(lexicons))
        })
        .map(|(span, value)| Read { value, span })
}

/// offices = office , { "and" , office } ; when another clause follows, whatever stands before it.
fn offices(lexicons: &Lexicons, text: &str, content: Span, bounded: bool) -> Vec<Read<String>> {
    let mut found = Vec::new();
    let mut rest = content;
    while let Some(span) = office(lexicons, text, rest) {
        let span = if bounded && known_office(lexicons, text, span.start).is_none() {
            until_and(lexicons, text, Span::new(span.start, content.end))
        } else {
            span
        };
        found.extend(read_words(text, span));
        match after_and(lexicons, text, Span::new(span.end, content.end)) {
            Some(next) => rest = Span::new(next, content.end),
            None => break,
        }
    }
    found
}

/// Behind an office: "and", and then an office again.
fn after_and(lexicons: &Lexicons, text: &str, rest: Span) -> Option<usize> {
    let input = &text[rest.start..rest.end];
    let mut at = input.len() - input.trim_start().len();
    if input[at..].starts_with(',') {
        at += 1;
        at += blank_length(&input[at..]);
    }
    let comma = at > 0 && input[..at].contains(',');
    let and = longest(&input[at..], lexicons.words(|lexicon| &lexicon.title.and))
        .map(|(length, _)| length);
    if and.is_none() && !comma {
        return None;
    }
    at += and.unwrap_or(0);
    at += blank_length(&input[at..]);
    let start = without_article(lexicons, text, rest.start + at);
    let is_office = known_office(lexicons, text, start).is_some()
        || longest(&text[start..rest.end.max(start)], lexicons.words(|lexicon| &lexicon.title.office_beginnings)).is_some()
        // An article and a capital: an office that no list has.
        || (and.is_some() && start > rest.start + at && text[start..].starts_with(char::is_uppercase));
    is_office.then_some(rest.start + at)
}

/// office = [ article ] , known office | beginning , words ;
fn office(lexicons: &Lexicons, text: &str, content: Span) -> Option<Span> {
    let start = without_article(lexicons, text, content.start);
    if start >= content.end {
        return None;
    }
    if let Some(length) = known_office(lexicons, text, start) {
        return Some(Span::new(start, (start + length).min(content.end)));
    }
    Some(trimmed(
        lexicons,
        text,
        Span::new(
            start,
            unknown_office_end(lexicons, text, Span::new(start, content.end)),
        ),
    ))
}

fn known_office(lexicons: &Lexicons, text: &str, start: usize) -> Option<usize> {
    longest(
        &text[start..],
        lexicons.words(|lexicon| &lexicon.title.offices),
    )
    .map(|(length, _)| length)
}

/// An office that no list has ends with the words that end offices, before the words that open a
/// letter's body, before a line that is set wider than a title, or with the paragraph.
fn unknown_office_end(lexicons: &Lexicons, text: &str, span: Span) -> usize {
    let mut widest = 0;
    let mut line_start = text[..span.start]
        .rfind('\n')
        .map_or(0, |newline| newline + 1);
    for (offset, c) in text[span.start..span.end].char_indices() {
        let at = span.start + offset;
        if starts_word(text, at) {
            let rest = &text[at..span.end];
            if let Some((length, _)) = longest(
                rest,
                lexicons.words(|lexicon| &lexicon.title.office_endings),
            ) {
                return at + length;
            }
            if offset > 0
                && longest(rest, lexicons.words(|lexicon| &lexicon.title.openings)).is_some()
            {
                return at;
            }
        }
        if c == '\n' {
            widest = widest.max(at - line_start);
            line_start = at + 1;
            let next = text[line_start..span.end]
                .find('\n')
                .unwrap_or(span.end - line_start);
            if next > 78 && next > widest + widest / 4 {
                return at;
            }
        }
    }
    span.end
}

/// Up to the next "and" between offices, for offices that no list has.
fn until_and(lexicons: &Lexicons, text: &str, span: Span) -> Span {
    let end = text[span.start..span.end]
        .char_indices()
        .map(|(offset, _)| span.start + offset)
        .filter(|at| starts_word(text, *at))
        .find(|at| {
            after_and(
                lexicons,
                text,
                Span::new(text[..*at].trim_end().len(), span.end),
            )
            .is_some_and(|_| {
                longest(&text[*at..], lexicons.words(|lexicon| &lexicon.title.and)).is_some()
            })
        })
        .unwrap_or(span.end);
    trimmed(lexicons, text, Span::new(span.start, end))
}

fn without_article(lexicons: &Lexicons, text: &str, at: usize) -> usize {
    let at = at + blank_length(&text[at..]);
    match longest(
        &text[at..],
        lexicons.words(|lexicon| &lexicon.title.articles),
    ) {
        Some((length, _)) => at + length + blank_length(&text[at + length..]),
        None => at,
    }
}

/// Articles, commas, note marks and spaces at the ends are no part of a name.
fn trimmed(lexicons: &Lexicons, text: &str, span: Span) -> Span {
    let start = without_article(lexicons, text, span.start).min(span.end);
    let words = &text[start..span.end];
    Span::new(
        start,
        start
            + words
                .trim_end_matches([' ', '\n', ',', ';', '*', '.'])
                .len(),
    )
}

fn read_words(text: &str, span: Span) -> Option<Read<String>> {
    (!span.is_empty()).then(|| Read {
        value: one_line(&text[span.start..span.end]),
        span,
    })
}

/// Whether the body of a letter begins here: words that open one.
pub fn opens_body(lexicons: &Lexicons, line: &str) -> bool {
    lexicons
        .words(|lexicon| &lexicon.title.openings)
        .any(|(words, _)| length_of(line, words).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (String, String, Vec<String>, String) {
        let title = communication(Lexicons::standard(), text, 0).unwrap();
        (
            title
                .dated
                .map(|date| date.value.to_string())
                .unwrap_or_default(),
            title.sender.map(|sender| sender.value).unwrap_or_default(),
            title
                .addressees
                .into_iter()
                .map(|addressee| addressee.value)
                .collect(),
            text[title.span.end..].to_owned(),
        )
    }

    fn expected(
        date: &str,
        sender: &str,
        addressees: &[&str],
        rest: &str,
    ) -> (String, String, Vec<String>, String) {
        (
            date.into(),
            sender.into(),
            addressees.iter().map(|name| (*name).to_owned()).collect(),
            rest.into(),
        )
    }

    #[test]
    fn a_wrapped_title_with_the_body_on_the_next_line() {
        assert_eq!(
            read(
                "Identical letters dated 19 January 2016 from the Permanent\nRepresentative of Norway to the United Nations addressed to\nthe Secretary-General and the President of the Security Council\nFor the record, this is the body."
            ),
            expected(
                "2016-01-19",
                "Permanent Representative of Norway to the United Nations",
                &["Secretary-General", "President of the Security Council"],
                "\nFor the record, this is the body."
            )
        );
    }

    #[test]
    fn the_body_on_the_same_line() {
        assert_eq!(
            read(
                "Letter dated 8 March 2006 from the Director of Mines addressed to the President of the Security Council Further to my note"
            ),
            expected(
                "2006-03-08",
                "Director of Mines",
                &["President of the Security Council"],
                " Further to my note"
            )
        );
    }

    #[test]
    fn clauses_in_other_orders() {
        assert_eq!(
            read(
                "Letter dated 8 January 2009 addressed to the Secretary-General\nby the President of the Security Council\nThe text."
            ),
            expected(
                "2009-01-08",
                "President of the Security Council",
                &["Secretary-General"],
                "\nThe text."
            )
        );
        assert_eq!(
            read(
                "LETTER DATED 1 MARCH 2000 FROM THE PRESIDENT OF\nTHE SECURITY COUNCIL TO THE SECRETARY-GENERAL\n\nI have"
            ),
            expected(
                "2000-03-01",
                "PRESIDENT OF THE SECURITY COUNCIL",
                &["SECRETARY-GENERAL"],
                "\n\nI have"
            )
        );
        assert_eq!(
            read(
                "LETTER FROM THE CHAIRMAN OF THE SIXTH COMMITTEE ADDRESSED\nTO THE CHAIRMAN OF THE FIRST COMMITTEE, DATED 8 OCTOBER 1947\n\nDear"
            ),
            expected(
                "1947-10-08",
                "CHAIRMAN OF THE SIXTH COMMITTEE",
                &["CHAIRMAN OF THE FIRST COMMITTEE"],
                "\n\nDear"
            )
        );
    }

    #[test]
    fn addressees_that_no_list_has() {
        assert_eq!(
            read(
                "Letter dated 5 January 1998 from the Head of the Office\naddressed to the Permanent Representative of\nMalta to the United Nations\nIt is done."
            ),
            expected(
                "1998-01-05",
                "Head of the Office",
                &["Permanent Representative of Malta to the United Nations"],
                "\nIt is done."
            )
        );
        assert_eq!(
            read(
                "Note verbale dated 4 May 2001 from the Permanent Mission of Malta to the United Nations addressed to the Chair of the Committee\n\nThe Permanent Mission"
            ),
            expected(
                "2001-05-04",
                "Permanent Mission of Malta to the United Nations",
                &["Chair of the Committee"],
                "\n\nThe Permanent Mission"
            )
        );
    }

    #[test]
    fn a_title_without_a_year_has_no_date() {
        assert_eq!(
            read(
                "Letter dated 10 July from the Secretary-General addressed to the\nPresident of the Security Council\nI have"
            ),
            expected(
                "",
                "Secretary-General",
                &["President of the Security Council"],
                "\nI have"
            )
        );
    }

    #[test]
    fn a_title_broken_by_a_blank_line() {
        assert_eq!(
            read(
                "Letter dated 7 March 2023 from the President of the Security\n\nCouncil addressed to the Secretary-General\n\nFurther"
            ),
            expected(
                "2023-03-07",
                "President of the Security Council",
                &["Secretary-General"],
                "\n\nFurther"
            )
        );
    }

    #[test]
    fn what_the_body_says_is_no_clause() {
        assert_eq!(
            read(
                "Letter from the Secretary-General addressed\nto the President of the Security Council\nI have a letter dated 11 March 2004 from Malta"
            ),
            expected(
                "",
                "Secretary-General",
                &["President of the Security Council"],
                "\nI have a letter dated 11 March 2004 from Malta"
            )
        );
    }

    #[test]
    fn a_misread_form() {
        assert_eq!(
            read(
                "LSTTER FROM THE CHAIRMAN OF THE BOARD ADDRESSED\nTO THE SECRETARY-GENERAL\n\nDear"
            ),
            expected(
                "",
                "CHAIRMAN OF THE BOARD",
                &["SECRETARY-GENERAL"],
                "\n\nDear"
            )
        );
    }

    #[test]
    fn sentences_are_no_titles() {
        let none = |text| communication(Lexicons::standard(), text, 0);
        assert_eq!(none("Letters were received from all members"), None);
        assert_eq!(none("Letter of transmittal"), None);
    }
}
