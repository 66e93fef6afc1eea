//! One sound letter, damaged in one place at a time: each damage gives its own finding, on its own
//! words, and no other.

// The helpers of tests are tests too: what fails in them fails the test.
#![allow(clippy::unwrap_used)]

mod common;

use common::{checked, seed, told, words};
use doclint::finding::Severity;

/// A damage and the finding it gives.
struct Damage {
    name: &'static str,
    /// The words that go; the first place where they stand.
    takes: &'static str,
    /// The words that come instead.
    puts: &'static str,
    /// Whether all that follows goes too.
    cuts: bool,
    /// The finding as one line.
    gives: &'static str,
    /// Its labels: line, words, what is said beside them.
    labels: &'static [(usize, &'static str, &'static str)],
}

const DAMAGES: &[Damage] = &[
    Damage {
        name: "the annex has the date of another letter",
        takes: "Annex to the letter dated 21 June 2023",
        puts: "Annex to the letter dated 12 June 2023",
        cuts: false,
        gives: "20: error[annex-date-mismatch] \"12 June 2023\": \
                the annex heading is dated 12 June 2023, the letter 21 June 2023",
        labels: &[
            (20, "12 June 2023", "the annex says 12 June 2023"),
            (10, "21 June 2023", "the letter is dated 21 June 2023"),
        ],
    },
    Damage {
        name: "the annex is lost",
        takes: "Annex to the letter",
        puts: "",
        cuts: true,
        gives: "12: error[annex-missing] \"(see annex)\": \
                \"(see annex)\" announces what is not there: annex",
        labels: &[(12, "(see annex)", "announced here")],
    },
    Damage {
        name: "nobody signed",
        takes: "> (Signed) Moussa Tembely Ambassador Permanent Representative",
        puts: "",
        cuts: false,
        gives: "14: error[letter-unsigned] \"\": the letter is not signed",
        labels: &[(14, "", "the letter ends here")],
    },
    Damage {
        name: "distributed before it was written",
        takes: "29 June 2023",
        puts: "19 June 2023",
        cuts: false,
        gives: "10: error[letter-after-distribution] \"21 June 2023\": \
                the letter is dated 21 June 2023, the masthead 19 June 2023, before it",
        labels: &[
            (10, "21 June 2023", "the letter is dated 21 June 2023"),
            (6, "19 June 2023", "the masthead is dated 19 June 2023"),
        ],
    },
    Damage {
        name: "a page more than there is",
        takes: "2/2",
        puts: "2/3",
        cuts: false,
        gives: "36: error[page-missing] \"2\": \
                the page numbers do not run on: 2 comes last, not 3",
        labels: &[(36, "2", "page 2")],
    },
];

/// What is found at warning or above.
fn grave(text: &str) -> Vec<String> {
    let checked = checked(text);
    checked
        .findings
        .iter()
        .filter(|finding| finding.severity >= Severity::Warning)
        .map(|finding| told(&checked.source, finding))
        .collect()
}

fn damaged(text: &str, damage: &Damage) -> String {
    let (before, after) = text.split_once(damage.takes).unwrap();
    let after = if damage.cuts { "" } else { after };
    format!("{before}{}{after}", damage.puts)
}

#[test]
fn each_damage_gives_its_finding_and_no_other() {
    let sound = seed("S_2023_463.md");
    let before = grave(&sound);
    for damage in DAMAGES {
        let mut after = grave(&damaged(&sound, damage));
        after.retain(|line| !before.contains(line));
        assert_eq!(after, [damage.gives], "{}", damage.name);
    }
}

#[test]
fn each_damage_is_shown_at_all_its_places() {
    let sound = seed("S_2023_463.md");
    for damage in DAMAGES {
        let checked = checked(&damaged(&sound, damage));
        let finding = checked
            .findings
            .iter()
            .find(|finding| told(&checked.source, finding) == damage.gives)
            .unwrap();
        let labels: Vec<(usize, String, &str)> = finding
            .labels()
            .map(|label| {
                (
                    checked.source.position(label.span.start).line,
                    words(&checked.source, label.span),
                    label.message.as_str(),
                )
            })
            .collect();
        let wanted: Vec<(usize, String, &str)> = damage
            .labels
            .iter()
            .map(|(line, words, said)| (*line, (*words).to_owned(), *said))
            .collect();
        assert_eq!(labels, wanted, "{}", damage.name);
    }
}

#[test]
fn an_unsigned_letter_is_shown_where_its_last_words_end() {
    let sound = seed("S_2023_463.md");
    let checked = checked(&damaged(&sound, &DAMAGES[2]));
    let finding = checked
        .findings
        .iter()
        .find(|finding| finding.rule == "letter-unsigned")
        .unwrap();
    let before = &checked.source.text()[..finding.primary.span.start];
    assert!(before.ends_with("as a document of the Security Council."));
}
