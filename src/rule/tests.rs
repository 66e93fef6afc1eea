//! Every mistake that a rule file can have in it, with its words and what is said of them.

use std::sync::Arc;

use super::{Rule, RuleSet};
use crate::mistake::Mistake;
use crate::source::Source;

mod examples;

const RULE: &str = r#"title = "An annex has another date"
severity = "error"
why = "It belongs to no letter."
each = "annex"
when = { "document.reissued" = "false" }
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
[[pass]]
name = "no document at all"
text = "words"
[[fail]]
name = "none either"
text = "words"
expect = [{ line = 1 }]
"#;

fn rule(text: &str) -> Result<Rule, Vec<Mistake>> {
    Rule::parse(
        "my-rule",
        "own",
        Arc::new(Source::new("my-rule.toml", text)),
    )
}

/// The mistakes when one part of a sound rule is written otherwise: the words, and what is said.
fn mistakes(from: &str, to: &str) -> Vec<(String, String)> {
    assert!(RULE.contains(from), "{from}");
    let Err(mistakes) = rule(&RULE.replacen(from, to, 1)) else {
        return Vec::new();
    };
    mistakes.iter().map(told).collect()
}

fn told(mistake: &Mistake) -> (String, String) {
    let words = mistake.source.slice(mistake.span).to_owned();
    (words, mistake.message.clone())
}

fn one(words: &str, message: &str) -> Vec<(String, String)> {
    vec![(words.to_owned(), message.to_owned())]
}

#[test]
fn a_sound_rule_has_none() {
    let rule = rule(RULE).unwrap();
    assert_eq!(rule.looks_at(), "each annex: heading.dated, title.dated");
    let examples = rule.examples().unwrap();
    assert_eq!((examples.pass.len(), examples.fail.len()), (1, 1));
}

#[test]
fn keys_and_kinds_are_known() {
    assert_eq!(
        mistakes("fields =", "feilds ="),
        one("feilds", "there is no key `feilds` here")
    );
    assert_eq!(
        mistakes("check.agree", "check.agre"),
        one("agre", "there is no check `agre`")
    );
    assert_eq!(
        mistakes("[[pass]]", "[[pas]]"),
        one("pas", "there is no key `pas` here")
    );
    let found = mistakes(
        "[check.agree]",
        "[check.present]\nfield = 'kind'\n[check.agree]",
    );
    assert_eq!(found[0].1, "a rule has exactly one check");
}

#[test]
fn fields_and_nodes_are_known() {
    assert_eq!(
        mistakes("\"annex\"", "\"anex\""),
        one("\"anex\"", "there is no node `anex` to look at")
    );
    assert_eq!(
        mistakes("[\"heading.dated\"", "[\"heading.datd\""),
        one(
            "\"heading.datd\"",
            "there is no field `heading.datd` for each = \"annex\""
        )
    );
    assert_eq!(
        mistakes("not {title.dated}", "not {titel.dated}"),
        one("titel.dated", "there is no placeholder `{titel.dated}`")
    );
    assert_eq!(
        mistakes("not {title.dated}", "not {title.dated"),
        one("{", "this brace has no partner")
    );
}

#[test]
fn all_mistakes_are_told_in_the_order_of_the_file() {
    let text = RULE
        .replace("\"It belongs to no letter.\"", "\"\"")
        .replace("\"compare them\"", "\" \"")
        .replace("\"title.dated\"]", "\"title.datd\"]");
    let found = rule(&text).unwrap_err();
    let messages: Vec<_> = found
        .iter()
        .map(|mistake| mistake.message.as_str())
        .collect();
    assert_eq!(
        messages,
        [
            "`why` is empty",
            "there is no field `title.datd` for each = \"annex\"",
            "`help` is empty"
        ]
    );
}

#[test]
fn what_could_never_speak_is_a_mistake() {
    assert_eq!(
        mistakes("\"false\"", "\"no\""),
        one("\"no\"", "this condition never holds")
    );
    assert_eq!(
        mistakes("{ \"heading.dated\" =", "{ \"masthead.date\" ="),
        one(
            "\"masthead.date\"",
            "this check never points at `masthead.date`"
        )
    );
    assert_eq!(
        mistakes(
            "[check.agree]\nfields = [\"heading.dated\", \"title.dated\"]",
            "[check.order]\nfields = [\"heading.dated\", \"number\"]"
        )[0],
        (
            "\"number\"".to_owned(),
            "`number` is a number; `order` wants a date".to_owned()
        )
    );
}

#[test]
fn distances_fit_what_is_measured() {
    let with = |tolerance: &str| {
        mistakes(
            "\"title.dated\"]\n",
            &format!("\"title.dated\"]\ntolerance = {tolerance}\n"),
        )
    };
    let of_dates = "the distance of dates is a span of time";
    assert_eq!(with("3"), one("3", of_dates));
    assert_eq!(with("'3 dayz'"), one("'3 dayz'", of_dates));
    assert_eq!(
        with("'9000000000000000000 years'"),
        one("'9000000000000000000 years'", of_dates)
    );
    assert_eq!(
        with("'-1 days'"),
        one("'-1 days'", "a tolerance is not negative")
    );
}

#[test]
fn a_mistake_in_the_check_is_not_followed_by_others() {
    let text = RULE
        .replace(
            "[check.agree]\nfields = [\"heading.dated\", \"title.dated\"]",
            "[check.present]\nfield = \"numbr\"",
        )
        .replace("compare them", "searched in {searched}");
    let found = rule(&text).unwrap_err();
    let messages: Vec<_> = found.iter().map(told).collect();
    assert_eq!(
        messages,
        one(
            "\"numbr\"",
            "there is no field `numbr` for each = \"annex\""
        )
    );
}

#[test]
fn a_rule_of_the_users_does_not_replace_another() {
    let mut set = RuleSet::empty();
    let source = || Source::new("house/my-rule.toml", RULE);
    set.add(source()).unwrap();
    assert_eq!(set.get("my-rule").unwrap().part, "house");
    let found = set.add(source()).unwrap_err();
    assert_eq!(
        found[0].message,
        "there is a rule `my-rule` already, in house/my-rule.toml"
    );
    let mut carried = RuleSet::builtin().unwrap();
    let found = carried
        .add(Source::new("house/date-missing.toml", RULE))
        .unwrap_err();
    assert_eq!(
        found[0].message,
        "doclint has a rule `date-missing` of its own, which no file replaces"
    );
    assert!(set.add(Source::new("house/My Rule.toml", RULE)).is_err());
}

#[test]
fn a_fix_writes_only_what_is_there() {
    let text = |with: &str| {
        RULE.replace("each = \"annex\"", "each = \"masthead\"")
            .replace(
                "[check.agree]\nfields = [\"heading.dated\", \"title.dated\"]",
                "[check.absent]\nfield = \"masthead.date\"",
            )
            .replace("{heading.dated}, not {title.dated}", "{masthead.date}")
            .replace("heading.dated", "masthead.date")
            .replace("\"{title.dated}\"", with)
    };
    let source = Source::new(
        "s",
        "A/77/945–S/2023/463\n\nDistr.: General\n29 June 2023\n",
    );
    let document = crate::read(&source);
    let fix = |with: &str| {
        rule(&text(with)).unwrap().check(&source, &document)[0]
            .fix
            .clone()
    };
    let written = fix("\"{masthead.date} in {{braces}}\"").unwrap();
    assert_eq!(source.slice(written.edits[0].span), "29 June 2023");
    assert_eq!(written.edits[0].text, "29 June 2023 in {braces}");
    assert_eq!(fix("\"{title.dated}\""), None);
    assert_eq!(fix("\"{masthead.symbol}\""), None);
}
