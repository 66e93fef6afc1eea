//! Each kind of check from end to end: a rule file of a few lines, a short document, the words
//! that are shown and what is said; and silence on the near miss.

// The helpers of tests are tests too: what fails in them fails the test.
#![allow(clippy::unwrap_used)]

mod common;

use common::words;
use doclint::rule::RuleSet;
use doclint::source::Source;

const LETTER: &str = "S/2023/463

United Nations

Security Council

Distr.: General
29 June 2023
Original: English

Letter dated 21 June 2023 from the Permanent Representative of Malta to the United Nations addressed to the President of the Security Council

I have the honour to transmit a list (see annex I) and a map (see annex II).

(Signed) Nora Vella
Permanent Representative

23-12564 (E) 300623

*2312564*

S/2023/463

Annex I to the letter dated 21 June 2023 from the Permanent Representative of Malta to the United Nations addressed to the President of the Security Council

The list.

2/3

23-12564

S/2023/463

Annex II to the letter dated 21 June 2023 from the Permanent Representative of Malta to the United Nations addressed to the President of the Security Council

The map.

3/3

23-12564
";

/// A rule with this node and check, which says `message`; no mistakes are wanted in it.
fn rules(each: &str, check: &str, message: &str) -> RuleSet {
    let file = format!(
        "title = 'An example'\nseverity = 'warning'\nwhy = 'An example.'\neach = '{each}'\n\
         {check}\n[report]\nmessage = '{message}'\nhelp = 'none'\n"
    );
    let mut rules = RuleSet::empty();
    rules.add(Source::new("own/my-rule.toml", file)).unwrap();
    rules
}

/// What rules find: line, words, message.
fn found(rules: &RuleSet, text: &str) -> Vec<(usize, String, String)> {
    let checked = doclint::check(Source::new("text", text), rules, None);
    checked
        .findings
        .iter()
        .map(|finding| {
            let span = finding.primary.span;
            (
                checked.source.position(span.start).line,
                words(&checked.source, span),
                finding.message.clone(),
            )
        })
        .collect()
}

/// The letter with some words written otherwise.
fn letter(from: &str, to: &str) -> String {
    assert!(LETTER.contains(from), "{from}");
    LETTER.replacen(from, to, 1)
}

#[track_caller]
fn finds(rules: &RuleSet, text: &str, line: usize, words: &str, message: &str) {
    assert_eq!(
        found(rules, text),
        [(line, words.to_owned(), message.to_owned())]
    );
}

#[track_caller]
fn is_silent(rules: &RuleSet, text: &str) {
    assert_eq!(found(rules, text), []);
}

#[test]
fn present() {
    let rules = rules(
        "letter",
        "[check.present]\nfield = 'letter.signature'",
        "no signature in {searched}",
    );
    let unsigned = letter("(Signed) Nora Vella\nPermanent Representative\n", "");
    finds(&rules, &unsigned, 13, "", "no signature in lines 11 to 13");
    is_silent(&rules, LETTER);
    is_silent(&rules, &letter("Letter dated", "Note verbale dated"));
}

#[test]
fn absent() {
    let rules = rules(
        "footer",
        "[check.absent]\nfield = 'footer.barcode'",
        "a barcode",
    );
    finds(&rules, LETTER, 20, "*2312564*", "a barcode");
    is_silent(&rules, &letter("*2312564*\n", ""));
}

#[test]
fn agree() {
    let rules = rules(
        "annex",
        "[check.agree]\nfields = ['heading.dated', 'title.dated']",
        "{heading.dated} is not {title.dated}",
    );
    let text = letter(
        "Annex II to the letter dated 21",
        "Annex II to the letter dated 12",
    );
    finds(
        &rules,
        &text,
        34,
        "12 June 2023",
        "12 June 2023 is not 21 June 2023",
    );
    is_silent(&rules, LETTER);
    is_silent(&rules, &text.replace("letter dated 12 June 2023", "letter"));
}

#[test]
fn agree_within_a_tolerance() {
    let rules = rules(
        "letter",
        "[check.agree]\nfields = ['title.dated', 'masthead.date']\ntolerance = '8 days'",
        "{title.dated.value} and {masthead.date.value}",
    );
    is_silent(&rules, LETTER);
    let text = letter("29 June 2023", "30 June 2023");
    finds(
        &rules,
        &text,
        11,
        "21 June 2023",
        "2023-06-21 and 2023-06-30",
    );
}

#[test]
fn order() {
    let rules = rules(
        "letter",
        "[check.order]\nfields = ['title.dated', 'masthead.date']",
        "{title.dated} is after {masthead.date}",
    );
    let text = letter("29 June 2023", "20 June 2023");
    finds(
        &rules,
        &text,
        11,
        "21 June 2023",
        "21 June 2023 is after 20 June 2023",
    );
    is_silent(&rules, LETTER);
    is_silent(&rules, &letter("29 June 2023", "21 June 2023"));
    is_silent(&rules, &letter("29 June 2023", "31 June 2023"));
}

#[test]
fn order_within_a_bound() {
    let rules = rules(
        "letter",
        "[check.order]\nfields = ['title.dated', 'masthead.date']\nat-most = '1 week'",
        "too long",
    );
    finds(&rules, LETTER, 11, "21 June 2023", "too long");
    is_silent(&rules, &letter("29 June 2023", "28 June 2023"));
}

#[test]
fn sequence() {
    let rules = rules(
        "page",
        "[check.sequence]\nfield = 'number'\nfrom = 2\nto = 'document.page-total'",
        "page {number}, not {expected}, after {previous}",
    );
    let text = letter("3/3", "4/4").replace("2/3", "2/4");
    finds(&rules, &text, 38, "4", "page 4, not 3, after 2");
    is_silent(&rules, LETTER);
}

#[test]
fn unique() {
    let rules = rules(
        "annex",
        "[check.unique]\nfield = 'number'\nper = 'group'",
        "another {number}",
    );
    let text = letter("Annex II to", "Annex I to");
    finds(&rules, &text, 34, "I", "another I");
    is_silent(&rules, LETTER);
}

#[test]
fn one_of() {
    let rules = rules(
        "masthead",
        "[check.one-of]\nfield = 'masthead.organ'\nvalues = ['General Assembly', 'Trusteeship Council']",
        "{masthead.organ} is none of {values}",
    );
    finds(
        &rules,
        LETTER,
        5,
        "Security Council",
        "Security Council is none of General Assembly, Trusteeship Council",
    );
    is_silent(&rules, &letter("Security Council\n", "General Assembly\n"));
    is_silent(&rules, &letter("Security Council\n", "GENERAL ASSEMBLY\n"));
}

#[test]
fn canonical() {
    let rules = rules(
        "masthead",
        "[check.canonical]\nfield = 'masthead.symbol'",
        "{masthead.symbol}: {masthead.symbol.canonical}",
    );
    let text = letter("S/2023/463", "$S_{/2023/463}$");
    finds(
        &rules,
        &text,
        1,
        "$S_{/2023/463}$",
        "$S_{/2023/463}$: S/2023/463",
    );
    is_silent(&rules, LETTER);
    is_silent(&rules, &letter("S/2023/463", "**S/2023/463**"));
}

#[test]
fn pattern() {
    let rules = rules(
        "paragraph",
        "[check.pattern]\nfield = 'text'\nmust-not-match = '\\bmaps?\\b'",
        "a map",
    );
    finds(&rules, &letter("The map", "It"), 13, "map", "a map");
    is_silent(&rules, &LETTER.replace(" map", " mapping"));
}

#[test]
fn pattern_that_must_match() {
    let rules = rules(
        "letter",
        "[check.pattern]\nfield = 'title.sender'\nmust-match = '^Permanent'",
        "{title.sender}",
    );
    let text = letter("from the Permanent", "from the Deputy Permanent");
    let sender = "Deputy Permanent Representative of Malta to the United Nations";
    finds(&rules, &text, 11, sender, sender);
    is_silent(&rules, LETTER);
}

#[test]
fn a_condition_narrows_a_rule() {
    let rules = rules(
        "masthead",
        "when = { 'masthead.distribution' = ['limited', 'restricted'] }\n\
         [check.absent]\nfield = 'masthead.date'",
        "dated",
    );
    is_silent(&rules, LETTER);
    finds(
        &rules,
        &letter("General", "Limited"),
        8,
        "29 June 2023",
        "dated",
    );
}
