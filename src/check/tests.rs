//! Each kind of check, asked of documents made by hand.

mod specimen;

use specimen::{Broken, breaches, letter, notes, pages, paragraph, symbol};

use crate::grammar::date::CalendarDate;

fn shown(found: &[Broken]) -> Vec<Vec<&str>> {
    found
        .iter()
        .map(|broken| broken.shown.iter().map(String::as_str).collect())
        .collect()
}

const NEVER: CalendarDate = CalendarDate {
    year: 2023,
    month: 6,
    day: 31,
};

#[test]
fn present_shows_where_the_field_belongs() {
    let rule = "each = 'masthead'\n[check.present]\nfield = 'masthead.date'\n";
    let mut specimen = letter();
    assert!(breaches(rule, &specimen).is_empty());
    specimen.document.masthead.date = None;
    let found = breaches(rule, &specimen);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].extras, [("searched", "lines 1 to 2".to_owned())]);
}

#[test]
fn absent_shows_what_is_there() {
    let rule = "each = 'masthead'\n[check.absent]\nfield = 'masthead.date'\n";
    let mut specimen = letter();
    assert_eq!(shown(&breaches(rule, &specimen)), [["29 June 2023"]]);
    specimen.document.masthead.date = None;
    assert!(breaches(rule, &specimen).is_empty());
}

#[test]
fn agree_shows_both_ends() {
    let rule = "each = 'letter'\n[check.agree]\nfields = ['title.dated', 'masthead.date']\n";
    let with = |tolerance: &str| breaches(&format!("{rule}{tolerance}"), &letter()).len();
    let found = breaches(rule, &letter());
    assert_eq!(shown(&found), [["21 June 2023", "29 June 2023"]]);
    assert_eq!(with("tolerance = '7 days'"), 1);
    assert_eq!(with("tolerance = '8 days'"), 0);
}

#[test]
fn agree_is_silent_on_what_is_absent_or_does_not_exist() {
    let rule = "each = 'letter'\n[check.agree]\nfields = ['title.dated', 'masthead.date']\n";
    let mut specimen = letter();
    specimen.document.masthead.date.as_mut().unwrap().value = NEVER;
    assert!(breaches(rule, &specimen).is_empty());
    specimen.document.masthead.date = None;
    assert!(breaches(rule, &specimen).is_empty());
}

#[test]
fn agree_is_content_with_one_pair() {
    let rule = "each = 'head'\n[check.agree]\nfields = ['symbol', 'masthead.symbol']\n";
    let mut specimen = letter();
    let found = breaches(rule, &specimen);
    assert_eq!(shown(&found), [["A/77/9", "S/2023/463"]]);
    let joint = symbol(&specimen, "A/77/9", "A/77/9");
    specimen.document.masthead.symbols.push(joint);
    assert!(breaches(rule, &specimen).is_empty());
}

#[test]
fn order_bounds_the_distance() {
    let on = "each = 'letter'\n[check.order]\nfields = ['title.dated', 'masthead.date']\n";
    let back = "each = 'letter'\n[check.order]\nfields = ['masthead.date', 'title.dated']\n";
    let count = |rule: &str, bounds: &str| breaches(&format!("{rule}{bounds}"), &letter()).len();
    assert_eq!(count(on, ""), 0);
    assert_eq!(
        shown(&breaches(back, &letter())),
        [["29 June 2023", "21 June 2023"]]
    );
    assert_eq!(count(on, "at-most = '7 days'"), 1);
    assert_eq!(count(on, "at-most = '8 days'"), 0);
    assert_eq!(count(back, "at-most = '8 days'"), 0);
    assert_eq!(count(back, "at-least = '-8 days'"), 0);
    assert_eq!(count(back, "at-least = '-1 week'"), 1);
}

#[test]
fn order_compares_the_values_of_a_single_field() {
    let rule = "each = 'footer'\n[check.order]\nfields = ['footer.date']\n";
    assert_eq!(shown(&breaches(rule, &letter())), [["300623", "280623"]]);
}

#[test]
fn sequence_goes_on_from_what_it_saw() {
    let rule = "each = 'page'\n[check.sequence]\nfield = 'number'\nfrom = 2\n";
    let ask = |numbers: &[u32]| breaches(rule, &pages(numbers, 9));
    assert!(ask(&[2, 3, 4]).is_empty());
    assert!(ask(&[]).is_empty());
    let gap = ask(&[2, 3, 6, 7]);
    assert_eq!(shown(&gap), [["6", "3"]]);
    assert_eq!(
        gap[0].extras,
        [
            ("expected", "4".to_owned()),
            ("run", "6 follows 3".to_owned()),
            ("previous", "3".to_owned())
        ]
    );
    assert_eq!(shown(&ask(&[2, 2, 3, 1])), [["2", "2"], ["1", "3"]]);
    assert_eq!(shown(&ask(&[3, 4])), [["3"]]);
}

#[test]
fn sequence_ends_at_to_and_says_one_fault_once() {
    let rule = "each = 'page'\n[check.sequence]\nfield = 'number'\nto = 'document.page-total'\n";
    assert!(breaches(rule, &pages(&[2, 3], 3)).is_empty());
    assert_eq!(shown(&breaches(rule, &pages(&[2, 3], 5))), [["3"]]);
    assert_eq!(shown(&breaches(rule, &pages(&[2, 4], 5))), [["4", "2"]]);
}

#[test]
fn sequence_and_unique_count_apart_per_value() {
    let mut specimen = pages(&[2, 2, 3, 3], 3);
    for page in [1, 3] {
        specimen.document.pages[page].total.as_mut().unwrap().value = 9;
    }
    for kind in ["sequence", "unique"] {
        let rule = format!("each = 'page'\n[check.{kind}]\nfield = 'number'\n");
        assert_eq!(breaches(&rule, &specimen).len(), 2, "{kind}");
        let per = format!("{rule}per = 'total'\n");
        assert!(breaches(&per, &specimen).is_empty(), "{kind}");
    }
}

#[test]
fn unique_shows_the_first_that_has_the_value() {
    let rule = "each = 'page'\n[check.unique]\nfield = 'number'\n";
    let specimen = pages(&[2, 3, 2, 2], 4);
    let span = |page: usize| specimen.document.pages[page].number.as_ref().unwrap().span;
    let spans: Vec<_> = breaches(rule, &specimen)
        .into_iter()
        .map(|broken| broken.spans)
        .collect();
    assert_eq!(spans, [[span(2), span(0)], [span(3), span(0)]]);
}

#[test]
fn unique_is_about_two_nodes() {
    let rule = "each = 'footer'\n[check.unique]\nfield = 'footer.date'\n";
    let mut specimen = letter();
    let footer = specimen.document.footer.as_mut().unwrap();
    footer.dates[1].value = footer.dates[0].value;
    assert!(breaches(rule, &specimen).is_empty());
}

#[test]
fn marks_without_letters_are_told_apart() {
    let rule = "each = 'note'\n[check.unique]\nfield = 'mark'\n";
    assert!(breaches(rule, &notes(&["*", "**", "1"])).is_empty());
    assert_eq!(shown(&breaches(rule, &notes(&["*", "*"]))), [["*", "*"]]);
    let rule = "each = 'note'\n[check.one-of]\nfield = 'mark'\nvalues = ['*', 'a']\n";
    let found = breaches(rule, &notes(&["*", "**", "A"]));
    assert_eq!(shown(&found), [["**"]]);
    assert_eq!(found[0].extras, [("values", "*, a".to_owned())]);
}

#[test]
fn canonical_shows_each_value_written_otherwise() {
    let rule = "each = 'masthead'\n[check.canonical]\nfield = 'masthead.symbol'\n";
    let mut specimen = letter();
    assert!(breaches(rule, &specimen).is_empty());
    let joint = symbol(&specimen, "A/77/9", "A/77/09");
    specimen.document.masthead.symbols.push(joint);
    assert_eq!(shown(&breaches(rule, &specimen)), [["A/77/9"]]);
}

#[test]
fn canonical_dates_exist() {
    let rule = "each = 'masthead'\n[check.canonical]\nfield = 'masthead.date'\n";
    let mut specimen = letter();
    assert!(breaches(rule, &specimen).is_empty());
    specimen.document.masthead.date.as_mut().unwrap().value = NEVER;
    assert_eq!(shown(&breaches(rule, &specimen)), [["29 June 2023"]]);
}

fn pattern(parameter: &str, text: &str, read: &str) -> Vec<Broken> {
    let rule = format!("each = 'paragraph'\n[check.pattern]\nfield = 'text'\n{parameter}\n");
    breaches(&rule, &paragraph(text, read))
}

#[test]
fn pattern_shows_each_match_at_its_own_place() {
    let found = pattern(
        "must-not-match = 'o+ f'",
        "too far,\ntoo  far",
        "too far, too far",
    );
    assert_eq!(shown(&found), [["oo f"], ["oo  f"]]);
    assert_eq!(found[0].spans[0].start, 1);
    assert_eq!(found[1].spans[0].start, 10);
}

#[test]
fn pattern_shows_each_match_between_marks() {
    let found = pattern("must-not-match = 'a'", "**a** b *a*", "a b a");
    assert_eq!(shown(&found), [["a"], ["a"]]);
    let found = pattern(
        "must-not-match = 'XX May'",
        "on **XX**<!-- ? --> May",
        "on XX May",
    );
    assert_eq!(shown(&found), [["XX**<!-- ? --> May"]]);
}

#[test]
fn pattern_shows_text_that_reads_otherwise_once_and_whole() {
    let found = pattern("must-not-match = 'a'", "a b a", "a c a");
    assert_eq!(shown(&found), [["a b a"]]);
}

#[test]
fn pattern_wants_words_in_a_match() {
    assert!(pattern("must-not-match = 'x*'", "abc", "abc").is_empty());
}

#[test]
fn pattern_shows_whole_what_must_match() {
    assert!(pattern("must-match = '^the'", "the text", "the text").is_empty());
    let found = pattern("must-match = '^The'", "the text", "the text");
    assert_eq!(shown(&found), [["the text"]]);
}
