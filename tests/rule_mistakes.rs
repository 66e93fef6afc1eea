//! Every mistake in a rule file is told with its words, what is wrong, and what to do.

// The helpers of tests are tests too: what fails in them fails the test.
#![allow(clippy::unwrap_used)]

use doclint::rule::RuleSet;
use doclint::source::Source;

const RULE: &str = r#"title = "An annex has another date"
severity = "error"
why = "It belongs to no letter."
each = "annex"
when = { "title.form" = "letter" }
[check.agree]
fields = ["heading.dated", "title.dated"]
[report]
message = "{heading.dated}, not {title.dated}"
labels = { "heading.dated" = "the annex" }
help = "compare them"
[fix]
replace = "heading.dated"
with = "{title.dated}"
safe = false
"#;

/// The one mistake when some words of a sound rule file are written otherwise. `help` is how the
/// help begins (lists of names grow with the names); without it there is none.
#[track_caller]
fn told(from: &str, to: &str, words: &str, message: &str, help: &str) {
    assert!(RULE.contains(from), "{from}");
    let mistakes = RuleSet::empty()
        .add(Source::new("own/my-rule.toml", RULE.replacen(from, to, 1)))
        .unwrap_err();
    let [mistake] = mistakes.as_slice() else {
        panic!("{mistakes:#?}");
    };
    assert_eq!(mistake.message, message);
    assert_eq!(mistake.source.slice(mistake.span), words);
    let advised = mistake.help.as_deref().unwrap_or_default();
    assert!(advised.starts_with(help), "{advised}");
    assert_eq!(advised.is_empty(), help.is_empty(), "{advised}");
}

#[test]
fn a_sound_rule_file_has_none() {
    let mut rules = RuleSet::empty();
    rules.add(Source::new("own/my-rule.toml", RULE)).unwrap();
    assert_eq!(rules.rules().count(), 1);
}

#[test]
fn toml() {
    told(
        "\"An annex",
        "An annex",
        "",
        "missing opening quote, expected `\"`",
        "",
    );
    told(
        "severity = \"error\"\n",
        "",
        "",
        "the key `severity` is missing",
        "",
    );
    told("\"error\"", "1", "1", "wanted string or table", "");
}

#[test]
fn keys() {
    told(
        "why",
        "wy",
        "wy",
        "there is no key `wy` here",
        "did you mean `why`? the keys here are title, severity, enabled, why,",
    );
    told(
        "message",
        "mesage",
        "mesage",
        "there is no key `mesage` here",
        "did you mean `message`? the keys here are message, help, labels",
    );
    told(
        "replace",
        "replac",
        "replac",
        "there is no key `replac` here",
        "did you mean `replace`? the keys here are replace, with, safe",
    );
    told(
        "fields",
        "field",
        "field",
        "there is no key `field` here",
        "did you mean `fields`? the keys here are fields, within, tolerance",
    );
}

#[test]
fn words_of_the_house() {
    told(
        "\"error\"",
        "\"eror\"",
        "\"eror\"",
        "`eror` is not one of the words for this",
        "did you mean `error`? the words are advice, warning, error",
    );
    told(
        "\"annex\"",
        "\"anex\"",
        "\"anex\"",
        "there is no node `anex` to look at",
        "did you mean `annex`?",
    );
    told(
        "\"annex\"",
        "\"zebra\"",
        "\"zebra\"",
        "there is no node `zebra` to look at",
        "a rule can look at each document, masthead, title, letter,",
    );
    told(
        "agree",
        "agre",
        "agre",
        "there is no check `agre`",
        "did you mean `agree`? the checks are present, absent, agree,",
    );
    told(
        "agree",
        "zebra",
        "zebra",
        "there is no check `zebra`",
        "the checks are present, absent, agree,",
    );
}

#[test]
fn fields() {
    told(
        "[\"heading.dated\"",
        "[\"heading.datd\"",
        "\"heading.datd\"",
        "there is no field `heading.datd` for each = \"annex\"",
        "did you mean `heading.dated`?",
    );
    told(
        "\"title.dated\"]",
        "\"page.number\"]",
        "\"page.number\"",
        "there is no field `page.number` for each = \"annex\"",
        "a rule that looks at each annex can name: document.layout, ",
    );
    told(
        "{ \"heading.dated\"",
        "{ \"heading.datd\"",
        "\"heading.datd\"",
        "there is no field `heading.datd` for each = \"annex\"",
        "did you mean `heading.dated`?",
    );
    told(
        "{ \"title.form\"",
        "{ \"title.from\"",
        "\"title.from\"",
        "there is no field `title.from` for each = \"annex\"",
        "did you mean `title.form`?",
    );
    told(
        "replace = \"heading.dated\"",
        "replace = \"heading.dateds\"",
        "\"heading.dateds\"",
        "there is no field `heading.dateds` for each = \"annex\"",
        "did you mean `heading.dated`?",
    );
    told(
        ", \"title.dated\"]",
        "]",
        "[\"heading.dated\"]",
        "at least 2 fields are wanted here",
        "",
    );
    told(
        "\"title.dated\"]",
        "\"title.sender\"]",
        "\"title.sender\"",
        "`title.sender` is a text; `agree` wants a date",
        "`title.dated` holds one",
    );
}

#[test]
fn sentences() {
    told(
        "{title.dated}\"",
        "{title.datd}\"",
        "title.datd",
        "there is no placeholder `{title.datd}`",
        "did you mean `{title.dated}`?",
    );
    told(
        "compare them",
        "compare {them}",
        "them",
        "there is no placeholder `{them}`",
        "a placeholder is a field of the rule's node: document.layout, ",
    );
    told(
        "with = \"{title.dated}\"",
        "with = \"{expected}\"",
        "expected",
        "there is no placeholder `{expected}`",
        "a placeholder is a field of the rule's node: document.layout, ",
    );
    told(
        "not {title.dated}",
        "not {title.dated",
        "{",
        "this brace has no partner",
        "write {{ or }} for a brace itself",
    );
    told(
        "not {title.dated}",
        "not title.dated}",
        "}",
        "this brace has no partner",
        "write {{ or }} for a brace itself",
    );
    told("\"compare them\"", "\"\"", "\"\"", "`help` is empty", "");
}
