//! Dates as documents write them: `21 June 2023`, and the `ddmmyy` of page footers.

use nom::Parser;
use nom::bytes::complete::tag;
use nom::character::complete::{multispace0, multispace1};
use nom::combinator::{all_consuming, map_opt, opt};
use nom::sequence::preceded;

use super::Read;
use super::text::{Parsed, digits, fail, length_of, longest_of, word_of};
use crate::lexicon::{Hit, Lexicon, Lexicons, Openings, Sought, Words};
use crate::source::Span;

/// A day as it is written, which may be one that no calendar has (31 June).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CalendarDate {
    /// The year, four digits.
    pub year: i16,
    /// The month, from 1; 1 to 12 when it was written in words.
    pub month: u8,
    /// The day as written, 0 to 99.
    pub day: u8,
}

impl CalendarDate {
    /// The day in the calendar; `None` when there is no such day.
    pub fn civil(self) -> Option<jiff::civil::Date> {
        jiff::civil::Date::new(
            self.year,
            i8::try_from(self.month).ok()?,
            i8::try_from(self.day).ok()?,
        )
        .ok()
    }

    /// The day of the week, from 1 for Monday; `None` when there is no such day.
    pub fn weekday(self) -> Option<u8> {
        u8::try_from(self.civil()?.weekday().to_monday_one_offset()).ok()
    }

    /// Days from this day to `other`; `None` when either does not exist.
    pub fn days_until(self, other: Self) -> Option<i64> {
        let span = self.civil()?.until(other.civil()?).ok()?;
        Some(i64::from(span.get_days()))
    }
}

impl std::fmt::Display for CalendarDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// date = day , [ ending ] , [ connector ] , month , [ connector ] , year ;
pub fn date<'t>(lexicons: &Lexicons) -> impl Fn(&'t str) -> Parsed<'t, CalendarDate> {
    move |input| {
        if !may_begin_date(input) {
            return fail(input);
        }
        let mut languages = lexicons.languages.iter();
        let found = languages.find_map(|lexicon| {
            let words = date_in(lexicon, input, month);
            words.or_else(|_| date_in_figures(lexicon, input)).ok()
        });
        found.map_or_else(|| fail(input), Ok)
    }
}

/// A date whose month a scan may have misread, or whose spaces a converter has lost (`9May2012`), for
/// places where a date stands.
pub fn misread_date<'t>(lexicons: &Lexicons) -> impl Fn(&'t str) -> Parsed<'t, CalendarDate> {
    move |input| {
        if !may_begin_date(input) {
            return fail(input);
        }
        let mut languages = lexicons.languages.iter();
        let misread = || {
            languages.find_map(|lexicon| {
                let misread = date_in(lexicon, input, misread_month);
                misread.or_else(|_| glued_date_in(lexicon, input)).ok()
            })
        };
        date(lexicons)(input)
            .ok()
            .or_else(misread)
            .map_or_else(|| fail(input), Ok)
    }
}

/// Whether a day or a year in figures begins the text, and letters or a sign that ASCII lacks
/// follow.
fn may_begin_date(input: &str) -> bool {
    let input = input.trim_start();
    let figures = input.bytes().take_while(u8::is_ascii_digit).count();
    let rest = input[figures..].trim_start();
    // "1.º"
    let rest = rest.strip_prefix('.').unwrap_or(rest);
    matches!(figures, 1 | 2 | 4)
        && rest.starts_with(|c: char| c.is_ascii_alphabetic() || !c.is_ascii())
}

fn date_in<'t>(
    lexicon: &Lexicon,
    input: &'t str,
    month: impl Fn(&Lexicon, &'t str) -> Parsed<'t, u8>,
) -> Parsed<'t, CalendarDate> {
    let words = &lexicon.dates;
    let ending = |input| one_of_words(&words.day_endings, input);
    let connector =
        |input| preceded(multispace1, |input| one_of_words(&words.connectors, input)).parse(input);
    let (rest, day) = map_opt(digits(1, 2), day_of).parse(input)?;
    let (rest, _) = opt(ending).parse(rest)?;
    let (rest, _) = opt(connector).parse(rest)?;
    let (rest, month) = preceded(multispace1, |input| month(lexicon, input)).parse(rest)?;
    let (rest, _) = opt(connector).parse(rest)?;
    let (rest, year) = preceded(multispace1, |input| year(lexicon, input)).parse(rest)?;
    Ok((rest, CalendarDate { year, month, day }))
}

/// date = day , month , year ; with a space or without.
fn glued_date_in<'t>(lexicon: &Lexicon, input: &'t str) -> Parsed<'t, CalendarDate> {
    let (rest, day) = map_opt(digits(1, 2), day_of).parse(input)?;
    let rest = rest.trim_start_matches(' ');
    let word = rest.find(|c: char| !c.is_alphabetic());
    let (word, rest) = rest.split_at(word.unwrap_or(rest.len()));
    let (_, month) = all_consuming(|word| month(lexicon, word)).parse(word)?;
    let (rest, year) = year(lexicon, rest.trim_start_matches(' '))?;
    Ok((rest, CalendarDate { year, month, day }))
}

fn day_of(written: &str) -> Option<u8> {
    written.parse().ok().filter(|day| (1..=31).contains(day))
}

/// date = year , mark , month , mark , day , mark ;
fn date_in_figures<'t>(lexicon: &Lexicon, input: &'t str) -> Parsed<'t, CalendarDate> {
    let [year_mark, month_mark, day_mark] = &lexicon.dates.marks[..] else {
        return fail(input);
    };
    let figures = |least, most| preceded(multispace0, digits(least, most));
    let marked = |mark| preceded(multispace0, tag(mark));
    let (rest, (year, _)) = (figures(4, 4), marked(year_mark.as_str())).parse(input)?;
    let (rest, (month, _)) = (figures(1, 2), marked(month_mark.as_str())).parse(rest)?;
    let (rest, (day, _)) = (figures(1, 2), marked(day_mark.as_str())).parse(rest)?;
    match (year.parse(), month.parse(), day.parse()) {
        (Ok(year), Ok(month @ 1..=12), Ok(day @ 1..=31)) => {
            Ok((rest, CalendarDate { year, month, day }))
        }
        _ => fail(input),
    }
}

/// Four figures; two columns run together put the next date right behind them.
fn year<'t>(lexicon: &Lexicon, input: &'t str) -> Parsed<'t, i16> {
    let (year, rest) = match input.split_at_checked(4) {
        Some((year, rest)) if year.bytes().all(|byte| byte.is_ascii_digit()) => (year, rest),
        _ => return fail(input),
    };
    let apart =
        !rest.starts_with(|c: char| c.is_ascii_digit()) || date_in(lexicon, rest, month).is_ok();
    match year.parse() {
        Ok(year) if apart => Ok((rest, year)),
        _ => fail(input),
    }
}

fn one_of_words<'t>(list: &Words, input: &'t str) -> Parsed<'t, ()> {
    match word_of(input, list) {
        Some(end) => Ok((&input[end..], ())),
        None => fail(input),
    }
}

fn month<'t>(lexicon: &Lexicon, input: &'t str) -> Parsed<'t, u8> {
    match longest_of(input, lexicon.dates.months.iter().zip(1..)) {
        Some((end, month)) => Ok((&input[end..], month)),
        None => fail(input),
    }
}

/// Farther behind its month a year does not begin, in bytes.
const FARTHEST_YEAR: usize = 16;

/// A month with one letter misread (`Pecember`): scans do that, and between a day and a year
/// nothing else can stand.
fn misread_month<'t>(lexicon: &Lexicon, input: &'t str) -> Parsed<'t, u8> {
    let end = input
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(input.len());
    let mut near = input[end..].bytes().take(FARTHEST_YEAR);
    if !(5..=24).contains(&end) || !near.any(|byte| byte.is_ascii_digit()) {
        return fail(input);
    }
    let word = input[..end].to_lowercase();
    let near = |name: &String| {
        name.len() >= 5 && strsim::damerau_levenshtein(&word, &name.to_lowercase()) == 1
    };
    let found = (1..)
        .zip(&lexicon.dates.months)
        .find(|(_, names)| names.iter().any(near));
    match found {
        Some((month, _)) => Ok((&input[end..], month)),
        None => fail(input),
    }
}

/// footer date = digit digit , digit digit , digit digit ; day, month, year of the century.
pub fn footer_date(input: &str) -> Parsed<'_, CalendarDate> {
    map_opt(digits(6, 6), |written: &str| {
        let number = |at: usize| written[at..at + 2].parse::<u8>().ok();
        let (day, month, year) = (number(0)?, number(2)?, i16::from(number(4)?));
        Some(CalendarDate {
            year: if year < 46 { 2000 + year } else { 1900 + year },
            month,
            day,
        })
    })
    .parse(input)
}

/// Every date in a text, in order.
pub fn dates_in(lexicons: &Lexicons, text: &str) -> Vec<(Span, CalendarDate)> {
    let hits = lexicons.finder.find(text);
    dates_at(lexicons, text, hits.of(Sought::Month))
}

/// Every date in a text in which these words are the names of months: the day is looked for before
/// each.
pub fn dates_at(lexicons: &Lexicons, text: &str, months: &[Hit]) -> Vec<(Span, CalendarDate)> {
    let mut found: Vec<(Span, CalendarDate)> = Vec::new();
    for month in months {
        let start = day_before(lexicons, text, month.start)
            .or_else(|| year_before(lexicons, text, month.start));
        let Some(start) = start else {
            continue;
        };
        if found.last().is_some_and(|(span, _)| start < span.end) {
            continue;
        }
        if let Some(hit) = super::text::located(text, start, date(lexicons)) {
            found.push(hit);
        }
    }
    found
}

/// Where the year before a month in figures begins.
fn year_before(lexicons: &Lexicons, text: &str, month: usize) -> Option<usize> {
    let before = text[..month].trim_end_matches(|c: char| c.is_ascii_digit());
    let marks = lexicons
        .languages
        .iter()
        .filter_map(|lexicon| lexicon.dates.marks.first());
    let year = marks
        .into_iter()
        .find_map(|mark| before.trim_end().strip_suffix(mark.as_str()))?
        .trim_end();
    let start = year.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    (year.len() - start == 4).then_some(start)
}

/// The longest word between a day and its month, in characters.
const LONGEST_BETWEEN: usize = 12;

/// Where the day number before a month begins: an ending (`º`) and at most one short word (`de`) lie
/// between.
fn day_before(lexicons: &Lexicons, text: &str, month: usize) -> Option<usize> {
    let before = text[..month].trim_end();
    let letters = before.chars().rev().take(LONGEST_BETWEEN + 1);
    let word: usize = letters
        .take_while(|c| c.is_alphabetic())
        .map(char::len_utf8)
        .sum();
    let day = before[..before.len() - word].trim_end();
    let figure = |c: char| c.is_ascii_digit();
    let mut endings = lexicons.all.dates.day_endings.iter();
    let digits = match day.ends_with(figure) {
        true => day,
        false => endings
            .find_map(|ending| day.strip_suffix(ending.as_str()))
            .unwrap_or(day),
    };
    let start = digits.trim_end_matches(figure).len();
    (1..=2).contains(&(digits.len() - start)).then_some(start)
}

/// The weekday right before a date, or right behind it: from 1 for Monday.
pub fn weekday_at(lexicons: &Lexicons, text: &str, date: Span) -> Option<Read<u8>> {
    let between = |c: char| c.is_whitespace() || matches!(c, ',' | '،');
    let lead = text[..date.start].trim_end_matches(between);
    // A list of days ("Monday and Tuesday, 3 and 4 June") gives none of them its weekday.
    if date.start - lead.len() > 3 {
        return None;
    }
    let behind = text[date.end..].trim_start_matches(between);
    let at = text.len() - behind.len();
    let is_weekday = |word: &str| lexicons.openings.at(word).has(Openings::WEEKDAY);
    let last_word = lead
        .trim_end_matches(|c: char| c.is_ascii_alphabetic())
        .len();
    // The word before a date is nearly always none; where words run on without spaces that takes
    // a closer look.
    let stands_apart = lead[..last_word]
        .bytes()
        .next_back()
        .is_none_or(|byte| byte.is_ascii());
    if stands_apart && !is_weekday(&lead[last_word..]) && !is_weekday(behind) {
        return None;
    }
    lexicons.languages.iter().find_map(|lexicon| {
        let days = || (1..).zip(&lexicon.dates.weekdays);
        let may_end = |name: &str| match (lead.bytes().next_back(), name.bytes().next_back()) {
            (Some(read), Some(wanted)) => read.eq_ignore_ascii_case(&wanted) || !read.is_ascii(),
            _ => false,
        };
        let before = days()
            .filter(|(_, name)| may_end(name))
            .find_map(|(number, name)| {
                let start = lead.len().checked_sub(name.len())?;
                let word = lead.get(start..)?;
                let apart = !lead[..start].ends_with(char::is_alphabetic);
                (apart && length_of(word, name) == Some(word.len())).then(|| Read {
                    value: number,
                    span: Span::new(start, lead.len()),
                })
            });
        // Dates in figures have the weekday behind them.
        let after = || {
            let marked = !lexicon.dates.marks.is_empty();
            days().filter(|_| marked).find_map(|(number, name)| {
                behind.starts_with(name.as_str()).then(|| Read {
                    value: number,
                    span: Span::new(at, at + name.len()),
                })
            })
        };
        before.or_else(after)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i16, month: u8, day: u8) -> CalendarDate {
        CalendarDate { year, month, day }
    }

    #[test]
    fn dates_in_words() {
        let read = |text| date(Lexicons::standard())(text).map(|(_, date)| date).ok();
        assert_eq!(read("21 June 2023"), Some(day(2023, 6, 21)));
        assert_eq!(read("1 SEPTEMBER\n1983"), Some(day(1983, 9, 1)));
        let misread = misread_date(Lexicons::standard())("27 Pecember 1991");
        assert_eq!(misread.unwrap().1, day(1991, 12, 27));
        assert_eq!(read("27 Pecember 1991"), None);
        assert_eq!(read("31 June 2023"), Some(day(2023, 6, 31)));
        assert_eq!(read("14 June 201114 June 2011"), Some(day(2011, 6, 14)));
        assert_eq!(read("49 December 2018"), None);
        assert_eq!(read("1er septembre 1983"), Some(day(1983, 9, 1)));
        assert_eq!(read("16 de agosto de 2007"), Some(day(2007, 8, 16)));
        assert_eq!(read("29 октября 2012 года"), Some(day(2012, 10, 29)));
        assert_eq!(read("29 تشرين الأول/ أكتوبر 2012"), Some(day(2012, 10, 29)));
        assert_eq!(read("2012年10月29日"), Some(day(2012, 10, 29)));
        assert_eq!(read("2012年13月29日"), None);
        assert_eq!(read("10 July from"), None);
        assert_eq!(read("3 men 2023"), None);
    }

    #[test]
    fn days_that_do_not_exist() {
        assert_eq!(day(2023, 6, 31).civil(), None);
        assert_eq!(day(2023, 2, 28).days_until(day(2023, 3, 1)), Some(1));
    }

    #[test]
    fn weekdays_beside_dates() {
        let read = |text: &str| {
            let (span, date) = dates_in(Lexicons::standard(), text)[0];
            let found = weekday_at(Lexicons::standard(), text, span)?;
            let word = text[found.span.start..found.span.end].to_owned();
            Some((word, found.value, date.weekday()))
        };
        let tuesday = |word: &str| Some((word.to_owned(), 2, Some(2)));
        assert_eq!(read("on Tuesday, 3 November 2009"), tuesday("Tuesday"));
        assert_eq!(read("Mardi 3 novembre 2009"), tuesday("Mardi"));
        assert_eq!(read("вторник, 3 ноября 2009 года"), tuesday("вторник"));
        assert_eq!(read("2009年11月3日星期二"), tuesday("星期二"));
        assert_eq!(read("Monday and Tuesday, 2 and 3 November 2009"), None);
        assert_eq!(read("the week of 3 November 2009"), None);
    }

    #[test]
    fn footer_dates() {
        assert_eq!(footer_date("290623").unwrap().1, day(2023, 6, 29));
        assert_eq!(footer_date("180496").unwrap().1, day(1996, 4, 18));
        assert!(footer_date("1804961").is_err());
    }

    #[test]
    fn every_date_of_a_text() {
        let chinese = "大会2003年3月13日第57/301号决议";
        assert_eq!(
            dates_in(Lexicons::standard(), chinese)[0].1,
            day(2003, 3, 13)
        );
        let text = "Held from 14 to 21 June 2007 and on 31\nJune 2023; May is no date, nor 5 May.";
        let found: Vec<_> = dates_in(Lexicons::standard(), text)
            .into_iter()
            .map(|(span, date)| (&text[span.start..span.end], date))
            .collect();
        assert_eq!(
            found,
            [
                ("21 June 2007", day(2007, 6, 21)),
                ("31\nJune 2023", day(2023, 6, 31))
            ]
        );
    }
}
