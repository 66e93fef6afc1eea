//! Titles of documents that are no communications, and the lines that say what kind they are:
//! `Report of the Secretary-General`, `Note by …`, `…: draft resolution`.

use super::masthead::ordinal;
use super::text::{
    COMMAS, before_last, is_unfinished, length_of, longest_of, one_line, word_at, word_of,
};
use super::title::opens_body;
use crate::document::Kind;
use crate::lexicon::{Lexicon, Lexicons, Words, word_starts};

/// A longer line of a title has not been wrapped: it is the whole of it, in bytes.
const LONGEST_LINE: usize = 120;
/// More lines than these are no title, but run on into the text.
const MOST_LINES: usize = 10;
/// So many are looked at to tell where a title ends that runs on.
const LINES_AHEAD: usize = 60;

/// The kind that a line names at its beginning; ordinals and a few adjectives can stand before it
/// (`Twenty-third report of`).
pub fn kind(lexicons: &Lexicons, line: &str) -> Option<Kind> {
    // A wrapped title can go on with "resolution 1701 (2006)"; Arabic and Chinese have no capitals.
    if line.starts_with(char::is_lowercase) {
        return None;
    }
    let named = |words: &str| {
        longest_of(words, kinds(&lexicons.all))
            .filter(|(length, _)| !words[*length..].starts_with('-'))
            .map(|(_, kind)| kind)
    };
    named(line).or_else(|| {
        let mut rest = line;
        for _ in 0..3 {
            let end = rest.find(' ')?;
            if !is_qualifier(lexicons, &rest[..end]) {
                return None;
            }
            rest = rest[end..].trim_start();
            if let Some(kind) = named(rest) {
                return Some(kind);
            }
        }
        None
    })
}

/// Whether a type line is a title by itself: the report of a body, or on a session
/// (`Report of the Working Group on Wells`). That of an office stands below a title.
pub fn is_report_of_body(lexicons: &Lexicons, line: &str) -> bool {
    let words = &lexicons.all;
    let Some(length) = word_of(line, &words.title.kinds.report) else {
        return false;
    };
    let rest = line[length..].trim_start();
    let name = match word_of(rest, &words.title.articles) {
        Some(length) => rest[length..].trim_start(),
        None => rest,
    };
    let bodies = [
        &words.masthead.organs,
        &words.masthead.organ_beginnings,
        &words.title.bodies,
    ];
    let offices = [&words.title.offices, &words.signature.roles].map(|list| (list, ()));
    let on_session = || {
        let mut starts = word_starts(line);
        longest_of(name, offices).is_none()
            && starts.any(|start| word_of(&line[start..], &words.masthead.session).is_some())
    };
    // A Main Committee reports on an item, whose title is the document's.
    let of_body = || {
        longest_of(name, bodies.map(|list| (list, ()))).is_some()
            && ordinal(lexicons, name).is_none()
    };
    of_body() || on_session()
}

/// A word that can stand before the kind: an ordinal, or one of the lexicon's adjectives.
fn is_qualifier(lexicons: &Lexicons, word: &str) -> bool {
    let is_known = |part: &str| {
        let mut known = lexicons.qualifiers.that_begin(part);
        known.any(|known| length_of(part, known) == Some(part.len()))
    };
    word.split('-').all(is_known)
}

fn kinds(lexicon: &Lexicon) -> [(&Words, Kind); 9] {
    let words = &lexicon.title.kinds;
    [
        (&words.report, Kind::Report),
        (&words.note, Kind::Note),
        (&words.resolution, Kind::Resolution),
        (&words.draft_resolution, Kind::DraftResolution),
        (&words.decision, Kind::Decision),
        (&words.presidential_statement, Kind::PresidentialStatement),
        (&words.meeting_record, Kind::MeetingRecord),
        (&words.agenda, Kind::Agenda),
        (&words.corrigendum, Kind::Corrigendum),
    ]
}

/// The kind that a title names at its end: `Malta and Norway: draft resolution`.
pub fn kind_at_end(lexicons: &Lexicons, title: &str) -> Option<Kind> {
    let title = one_line(title.trim_end_matches(['*', ' ']));
    if word_at(lexicons, &title, |lexicon| &lexicon.title.endings.about).is_some() {
        return None;
    }
    let ends = |words: &[String]| words.iter().any(|word| before_last(&title, word).is_some());
    lexicons.languages.iter().find_map(|lexicon| {
        let endings = &lexicon.title.endings;
        let kinds = [
            (&endings.draft_resolution, Kind::DraftResolution),
            (&endings.meeting_record, Kind::MeetingRecord),
            (&endings.report, Kind::Report),
            (&endings.note, Kind::Note),
            (&endings.resolution, Kind::Resolution),
        ];
        let mut kinds = kinds.into_iter();
        kinds.find_map(|(words, kind)| ends(words).then_some(kind))
    })
}

/// Whether a line says that something was adopted: never the title of an agenda item.
pub fn opens_adopted(lexicons: &Lexicons, line: &str) -> bool {
    matches!(
        kind(lexicons, line),
        Some(Kind::Resolution | Kind::Decision)
    )
}

/// `77/182.` at the start of a line: its length.
pub fn adoption_number(line: &str) -> Option<usize> {
    let end = line.find('.')?;
    let (session, number) = line[..end].split_once('/')?;
    let session = session.trim_start_matches("ES-").trim_start_matches("S-");
    let figures = |text: &str| {
        (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let number = number.trim_end_matches([' ', 'A', 'B', 'C', 'D', 'E', 'F']);
    (figures(session) && figures(number)).then_some(end + 1)
}

/// Whether a line belongs under a title: `Addendum`.
pub fn is_subtitle(lexicons: &Lexicons, line: &str) -> bool {
    word_at(lexicons, line, |lexicon| &lexicon.title.kinds.subtitle).is_some()
}

/// How many of these lines are the title, at least one: up to a blank line, a type line, a line
/// that opens the text, or where the title is complete.
pub fn title_lines<'t>(lexicons: &Lexicons, lines: impl Iterator<Item = &'t str> + Clone) -> usize {
    let mut title = String::new();
    let mut count = 0;
    let all = lines.clone();
    let mut lines = lines.peekable();
    // "76" and, behind a blank line, "th plenary meeting": the ordinal was raised in print.
    if let Some(skipped) = broken_ordinal(lexicons, lines.clone()) {
        return skipped;
    }
    while let Some(line) = lines.next().filter(|_| count < LINES_AHEAD) {
        title.push_str(line);
        count += 1;
        let next = lines.peek().copied().unwrap_or_default();
        if next.is_empty()
            || (is_complete(lexicons, &title) && !next.starts_with(char::is_lowercase))
            || (line.len() > LONGEST_LINE && !next.starts_with(char::is_lowercase))
            // Behind a colon the kind is the title's end: "Malta and Norway:", "draft resolution".
            || (kind(lexicons, next).is_some() && !line.ends_with(':'))
            || is_subtitle(lexicons, next)
            || (opens_text(lexicons, next) && !is_unfinished(lexicons, line))
        {
            break;
        }
        title.push('\n');
    }
    if count > MOST_LINES {
        count = first_short_line(all.take(count));
    }
    count.max(1)
}

/// How many of these lines there are up to the first with room for the next one's first word.
fn first_short_line<'t>(lines: impl Iterator<Item = &'t str>) -> usize {
    let lines: Vec<&str> = lines.collect();
    let width = |words: &str| words.chars().count();
    let widest = lines.iter().map(|line| width(line)).max().unwrap_or(0);
    let has_room = |pair: &[&str]| {
        let next = pair[1].split_whitespace().next().map_or(0, width);
        width(pair[0]) + 1 + next < widest
    };
    lines
        .windows(2)
        .position(has_room)
        .map_or(lines.len(), |index| index + 1)
}

/// How many lines a raised ordinal takes that print has put on a line of its own.
pub fn broken_ordinal<'t>(
    lexicons: &Lexicons,
    mut lines: impl Iterator<Item = &'t str>,
) -> Option<usize> {
    let first = lines.next()?;
    if first.is_empty() || !first.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (index, next) = lines
        .enumerate()
        .take(3)
        .find(|(_, line)| !line.is_empty())?;
    let ending = word_at(lexicons, next, |lexicon| &lexicon.ordinals.endings);
    ending.map(|_| index + 2)
}

/// A title with a note mark, one that ends with its kind, and a type line that ends with an office.
fn is_complete(lexicons: &Lexicons, title: &str) -> bool {
    if title.ends_with('*') || kind_at_end(lexicons, title).is_some() {
        return true;
    }
    let Some((length, _)) = longest_of(title, kinds(&lexicons.all)) else {
        return false;
    };
    let after = title[length..].trim_start();
    if is_resolution_number(after) {
        return true;
    }
    let office = word_at(lexicons, after, |lexicon| &lexicon.title.articles)
        .map_or(after, |(length, _)| after[length..].trim_start());
    let names = [&lexicons.all.title.offices, &lexicons.all.masthead.organs];
    let named = longest_of(office, names.map(|names| (names, ())));
    after.is_empty() || named.is_some_and(|(end, _)| end == office.len())
}

/// `2690 (2023)`, behind "Resolution".
fn is_resolution_number(words: &str) -> bool {
    let figures = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    words.split_once(" (").is_some_and(|(number, year)| {
        figures(number) && year.strip_suffix(')').is_some_and(figures)
    })
}

/// Whether a line begins the text: a numbered paragraph, a formula, an organ with its comma.
pub fn opens_text(lexicons: &Lexicons, line: &str) -> bool {
    let named = word_at(lexicons, line, |lexicon| &lexicon.title.articles)
        .map_or(line, |(length, _)| line[length..].trim_start());
    let organ = word_at(lexicons, named, |lexicon| &lexicon.masthead.organs);
    super::paragraph_number(line).is_some()
        || opens_body(lexicons, line)
        || word_of(line, &lexicons.all.annex.contents) == Some(line.len())
        || organ.is_some_and(|(end, _)| {
            let sentence = line.starts_with(char::is_uppercase) && named.len() < line.len();
            let acts = sentence && goes_on_small(&named[end..]);
            named[end..].starts_with(COMMAS) || acts
        })
        || office_acts(lexicons, line, named)
        || is_chapter(line)
}

/// An office with a comma behind it, as issuances of the Secretariat begin: "The Secretary-General,".
fn office_acts(lexicons: &Lexicons, line: &str, named: &str) -> bool {
    let office = word_at(lexicons, named, |lexicon| &lexicon.title.offices);
    line.starts_with(char::is_uppercase)
        && named.len() < line.len()
        && office.is_some_and(|(end, _)| named[end..].starts_with(COMMAS))
}

/// A verb behind "The General Assembly": a sentence.
fn goes_on_small(rest: &str) -> bool {
    rest.strip_prefix(' ')
        .is_some_and(|rest| rest.starts_with(char::is_lowercase))
}

/// `I. Introduction`
fn is_chapter(line: &str) -> bool {
    let Some((number, rest)) = line.split_once(". ") else {
        return false;
    };
    super::number::roman(number).is_some() && rest.starts_with(char::is_uppercase)
}

/// The words of a title on one line, note marks off, and the comma before what stands under it.
pub fn title_text(words: &str) -> String {
    let words = words.replace('*', "");
    one_line(words.trim_end().trim_end_matches(COMMAS))
}

/// Whether a line holds one of the words that correct another document.
pub fn is_corrigendum(lexicons: &Lexicons, line: &str) -> bool {
    word_of(line, &lexicons.all.title.kinds.corrigendum) == Some(line.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drafts_are_known_by_their_first_or_their_last_words() {
        let lexicons = Lexicons::standard();
        assert_eq!(
            kind(lexicons, "Draft decision submitted by the President"),
            Some(Kind::DraftResolution)
        );
        assert_eq!(
            kind_at_end(lexicons, "Malta and Norway*: draft resolution"),
            Some(Kind::DraftResolution)
        );
        assert_eq!(kind(lexicons, "Drafts of resolutions"), None);
    }

    #[test]
    fn a_kind_ends_the_title_before_it_but_not_behind_a_colon() {
        let count = |lines: &[&str]| title_lines(Lexicons::standard(), lines.iter().copied());
        assert_eq!(count(&["Wells in dry lands", "Draft decision", "The"]), 1);
        assert_eq!(count(&["Malta and Norway:", "draft resolution", "The"]), 2);
        let decides = "The General Assembly decides to close the wells.";
        assert_eq!(count(&["Draft decision submitted by Malta", decides]), 1);
        assert_eq!(
            count(&[
                "Wells named in the resolutions that",
                "the General Assembly adopted",
                "in May"
            ]),
            3
        );
    }

    #[test]
    fn chinese_names_the_kind_last() {
        let kind = |title: &str| kind_at_end(Lexicons::standard(), title);
        assert_eq!(kind("联合国国际贸易法委员会报告"), Some(Kind::Report));
        assert_eq!(kind("审议缔约国提交的报告"), None);
    }

    #[test]
    fn numbers_of_what_was_adopted() {
        assert_eq!(adoption_number("77/182. Wells"), Some(7));
        assert_eq!(adoption_number("2018/12. Wells"), Some(8));
        assert_eq!(adoption_number("12. Wells"), None);
    }

    #[test]
    fn note_marks_are_no_part_of_a_title() {
        assert_eq!(
            title_text("Malta and\nNorway*: draft resolution**"),
            "Malta and Norway: draft resolution"
        );
    }
}
