//! The JSON Schemas of rule files and of doclint.toml: what the command prints is what stands in
//! docs/schema, and a schema takes and refuses what doclint does, as far as a schema can see.
//! `RENEW=1 cargo test --test schema` writes them anew.

// The helpers of tests are tests too: what fails in them fails the test.
#![allow(clippy::unwrap_used)]

mod common;

use std::fs;
use std::path::Path;

use common::program::{doclint, folder};
use doclint::config::Settings;
use doclint::rule::{RuleSet, Tested};
use doclint::schema;
use doclint::source::Source;
use jsonschema::Validator;
use serde_json::Value;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

const RULE: &str = r#"title = "An annex has another date"
severity = "error"
why = "It belongs to no letter."
each = "annex"
when = { "title.form" = "letter" }
[check.agree]
fields = ["heading.dated", "title.dated"]
tolerance = "3 days"
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
expect = [{ line = 1, text = "words" }]
"#;

const SETTINGS: &str = r#"extend = "base.toml"
include = ["**/*.md"]
exclude = ["drafts/**"]
rules = ["house-rules"]
fail-on = "warning"
select = ["masthead"]
ignore = ["letter"]
baseline = "known.json"
[severity]
annex-missing = "advice"
[[override]]
files = ["ocr/**"]
select = ["footer"]
ignore = ["text"]
severity = { page-missing = "warning" }
[[allow]]
rule = "date-impossible"
file = "1994/a.md"
text = "31 June 1993"
reason = "misprint in the original"
"#;

/// Mistakes in a rule file that both doclint and an editor see.
const BROKEN_RULES: &[(&str, &str)] = &[
    ("title = \"An annex has another date\"\n", ""),
    ("\"An annex has another date\"", "\"\""),
    ("\"error\"", "\"eror\""),
    ("\"error\"", "1"),
    ("why", "wy"),
    ("\"annex\"", "\"anex\""),
    ("\"title.form\"", "\"title.from\""),
    ("= \"letter\"", "= []"),
    ("= \"letter\"", "= 1"),
    ("check.agree", "check.agre"),
    (
        "[check.agree]",
        "[check.present]\nfield = 'kind'\n[check.agree]",
    ),
    ("fields =", "feilds ="),
    (", \"title.dated\"]", "]"),
    ("\"title.dated\"]", "\"title.datd\"]"),
    ("\"3 days\"", "\"3 dayz\""),
    ("\"3 days\"", "true"),
    ("message =", "mesage ="),
    ("\"compare them\"", "\"\""),
    ("{ \"heading.dated\" =", "{ \"heading.datd\" ="),
    ("replace =", "replac ="),
    ("safe = false", "safe = \"no\""),
    ("[[pass]]", "[[pas]]"),
    ("name = \"no document at all\"\n", ""),
    ("expect = [{ line = 1, text = \"words\" }]", ""),
    ("[{ line = 1, text = \"words\" }]", "[]"),
    ("line = 1", "lin = 1"),
    ("line = 1", "line = \"1\""),
];

/// Mistakes in the settings that both doclint and an editor see.
const BROKEN_SETTINGS: &[(&str, &str)] = &[
    ("include", "inculde"),
    ("[\"**/*.md\"]", "[]"),
    ("[\"**/*.md\"]", "\"**/*.md\""),
    ("\"drafts/**\"", "\"/drafts/**\""),
    ("\"drafts/**\"", "1"),
    ("\"house-rules\"", "true"),
    ("\"warning\"", "\"warnign\""),
    ("\"warning\"", "1"),
    ("[\"masthead\"]", "\"masthead\""),
    ("\"advice\"", "\"never\""),
    ("[severity]", "[severities]"),
    ("\"base.toml\"", "[\"base.toml\"]"),
    ("\"known.json\"", "true"),
    ("[[override]]", "[override]"),
    ("files =", "file ="),
    ("\"ocr/**\"", "\"/ocr/**\""),
    ("[\"footer\"]", "\"footer\""),
    ("page-missing = \"warning\"", "page-missing = \"eror\""),
    ("[[allow]]", "[[alow]]"),
    ("rule =", "rul ="),
    ("file = \"1994/a.md\"\n", ""),
    ("\"1994/a.md\"", "\"/1994/a.md\""),
    ("\"31 June 1993\"", "31"),
    ("reason = \"misprint in the original\"", "reason = 1"),
];

fn validator(schema: &schemars::Schema) -> Validator {
    jsonschema::validator_for(schema.as_value()).unwrap()
}

fn json(toml: &str) -> Value {
    toml::from_str(toml).unwrap()
}

/// Whether doclint takes a rule file, its examples included.
fn is_rule(text: &str) -> bool {
    let mut rules = RuleSet::empty();
    let added = rules.add(Source::new("own/my-rule.toml", text));
    added.is_ok() && rules.rules().all(|rule| Tested::of(rule).is_ok())
}

fn is_settings(text: &str) -> bool {
    let source = Source::new("doclint.toml", text);
    Settings::parse(vec![("doclint.toml".into(), source)]).is_ok()
}

#[test]
fn the_schemas_kept_are_those_that_are_printed() {
    let folder = folder(&[]);
    for name in ["rule", "config"] {
        let printed = doclint(folder.path(), &["schema", name], "");
        assert_eq!((printed.code, printed.error.as_str()), (Some(0), ""));
        let path = Path::new(ROOT).join(format!("docs/schema/{name}.json"));
        if std::env::var_os("RENEW").is_some() {
            fs::write(&path, &printed.out).unwrap();
        }
        let kept = fs::read_to_string(&path).unwrap_or_default();
        assert!(
            kept == printed.out,
            "docs/schema/{name}.json is old: `RENEW=1 cargo test --test schema` writes it anew"
        );
    }
}

#[test]
fn every_rule_file_of_doclint_is_taken() {
    let validator = validator(&schema::of_rules());
    let mut files = 0;
    for part in fs::read_dir(Path::new(ROOT).join("rules")).unwrap() {
        for file in fs::read_dir(part.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            let rule = json(&fs::read_to_string(&path).unwrap());
            let errors: Vec<String> = validator
                .iter_errors(&rule)
                .map(|error| format!("{}: {error}", error.instance_path()))
                .collect();
            assert_eq!(errors, Vec::<String>::new(), "{}", path.display());
            files += 1;
        }
    }
    assert_eq!(files, RuleSet::builtin().unwrap().rules().count());
}

#[test]
fn broken_rule_files_are_refused_by_both() {
    let validator = validator(&schema::of_rules());
    assert!(is_rule(RULE));
    assert!(validator.is_valid(&json(RULE)));
    for (from, to) in BROKEN_RULES {
        assert!(RULE.contains(from), "{from}");
        let broken = RULE.replacen(from, to, 1);
        assert!(!is_rule(&broken), "doclint takes {to} for {from}");
        assert!(
            !validator.is_valid(&json(&broken)),
            "the schema takes {to} for {from}"
        );
    }
}

#[test]
fn broken_settings_are_refused_by_both() {
    let validator = validator(&schema::of_settings());
    assert!(is_settings(SETTINGS));
    assert!(validator.is_valid(&json(SETTINGS)));
    for (from, to) in BROKEN_SETTINGS {
        assert!(SETTINGS.contains(from), "{from}");
        let broken = SETTINGS.replacen(from, to, 1);
        assert!(!is_settings(&broken), "doclint takes {to} for {from}");
        assert!(
            !validator.is_valid(&json(&broken)),
            "the schema takes {to} for {from}"
        );
    }
}

#[test]
fn names_and_their_meaning_are_in_the_schema() {
    let schema = schema::of_rules();
    let field = &schema.as_value()["definitions"]["Field"];
    let names = field["enum"].as_array().unwrap();
    let about = field["x-taplo"]["docs"]["enumValues"].as_array().unwrap();
    assert_eq!(names.len(), about.len());
    let place = names
        .iter()
        .position(|name| name == "heading.dated")
        .unwrap();
    assert_eq!(
        about[place],
        "of each annex: the date of the communication that the heading names"
    );
    let text = schema::printed(&schema).unwrap();
    assert!(!text.contains("null"), "TOML has no null");
}
