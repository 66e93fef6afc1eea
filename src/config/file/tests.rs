//! Whole files in, settings or all mistakes out.

use std::path::{Path, PathBuf};

use crate::config::{Patterns, Settings};
use crate::finding::Severity;
use crate::source::Source;

fn parse(text: &str) -> Result<Settings, Vec<(String, String, String)>> {
    let source = Source::new("doclint.toml", text);
    Settings::parse(vec![(PathBuf::from("records/doclint.toml"), source)]).map_err(|mistakes| {
        mistakes
            .into_iter()
            .map(|mistake| {
                (
                    mistake.source.slice(mistake.span).to_owned(),
                    mistake.message,
                    mistake.help.unwrap_or_default(),
                )
            })
            .collect()
    })
}

fn mistakes(text: &str) -> Vec<(String, String, String)> {
    parse(text).unwrap_err()
}

fn row(words: &str, message: &str, help: &str) -> (String, String, String) {
    (words.to_owned(), message.to_owned(), help.to_owned())
}

#[test]
fn every_setting_is_read() {
    let settings = parse(
        "include = ['letters/**/*.txt']\n\
         exclude = ['drafts/', './old']\n\
         rules = ['house-rules/', '/srv/rules']\n\
         fail-on = 'error'\n\
         select = ['annex', 'letter']\n\
         ignore = ['letter-unsigned']\n\
         [severity]\n\
         page-missing = 'warning'\n\
         annex-empty = 'advice'\n",
    )
    .unwrap();
    assert_eq!(settings.root, Path::new("records"));
    assert_eq!(settings.include.texts(), ["letters/**/*.txt"]);
    let exclude: Vec<&str> = settings.exclude.iter().flat_map(Patterns::texts).collect();
    assert_eq!(exclude, ["drafts", "old"]);
    assert_eq!(
        settings.rules,
        [
            PathBuf::from("records/house-rules/"),
            PathBuf::from("/srv/rules")
        ]
    );
    assert_eq!(settings.fail_on, Severity::Error);
    assert_eq!(settings.select, ["annex", "letter"]);
    assert_eq!(settings.ignore, ["letter-unsigned"]);
    assert_eq!(
        settings.severity,
        [
            ("page-missing".to_owned(), Severity::Warning),
            ("annex-empty".to_owned(), Severity::Advice)
        ]
    );
}

#[test]
fn all_mistakes_are_given_at_once_in_the_order_of_the_file() {
    assert_eq!(
        mistakes(
            "exlude = ['drafts']\n\
             fail-on = 'warnings'\n\
             colour = 'red'\n\
             select = 'annex'\n\
             ignore = ['a', 3]\n\
             [severity]\n\
             annex-empty = 'fatal'\n\
             annex-missing = true\n"
        ),
        [
            row(
                "exlude",
                "`exlude` is no setting of doclint",
                "did you mean `exclude`?"
            ),
            row(
                "'warnings'",
                "`warnings` is no level",
                "did you mean `warning`?"
            ),
            row(
                "colour",
                "`colour` is no setting of doclint",
                "the settings are `extend`, `include`, `exclude`, `repository`, `rules`, `fail-on`, \
                 `select`, `ignore`, `baseline`, `severity`, `override`, `allow`"
            ),
            row(
                "'annex'",
                "`select` is a text, not a list of rules",
                "put it into brackets: ['annex']"
            ),
            row(
                "3",
                "`ignore` is a list of texts; this is a number",
                "put it into quotation marks"
            ),
            row(
                "'fatal'",
                "`fatal` is no level",
                "the levels are `error`, `warning`, `advice`"
            ),
            row(
                "true",
                "`annex-missing` is true or false, not a level",
                "the levels are `error`, `warning`, `advice`"
            ),
        ]
    );
}

#[test]
fn a_bad_pattern_is_shown_where_it_goes_wrong() {
    let help = "`*` is any part of a name, `**/` any folders, `?` any character, `[ab]` one of \
                these";
    assert_eq!(
        mistakes("include = []\nexclude = ['été/a[', '/srv/x', 'b/a**']\n"),
        [
            row(
                "[]",
                "`include` is empty, so no file would be read",
                "leave it out to read all Markdown and text files"
            ),
            row("a[", "'été/a[' is no pattern: invalid range pattern", help),
            row(
                "'/srv/x'",
                "'/srv/x' begins at the root of the disk",
                "patterns are relative to the folder of doclint.toml"
            ),
            row(
                "a**",
                "'b/a**' is no pattern: recursive wildcards must form a single path component",
                help
            ),
        ]
    );
}

#[test]
fn a_file_that_is_no_toml_has_the_first_mistake_of_its_syntax_only() {
    assert_eq!(
        mistakes("include = ['a']\nfail-on error\nexlude = 3\n"),
        [row("", "key with no value, expected `=`", "")]
    );
    assert_eq!(mistakes("ignore = ['a'\nexlude = 3\n").len(), 1);
}

#[test]
fn a_level_for_all_rules_is_no_table_of_levels() {
    assert_eq!(
        mistakes("severity = 'error'\n"),
        [row(
            "'error'",
            "`severity` is a text, not a table",
            "write [severity] on a line, and under it rule = \"level\""
        )]
    );
}

#[test]
fn tables_have_their_mistakes_in_their_place() {
    assert_eq!(
        mistakes(
            "[[override]]\n\
             ignore = 'annex'\n\
             [[override]]\n\
             files = ['a[']\n\
             level = 'error'\n\
             [[allow]]\n\
             rule = 'annex-missing'\n\
             file = '/a.md'\n\
             reson = 'why'\n\
             [[allow]]\n\
             text = 31\n"
        ),
        [
            row(
                "[[override]]",
                "this override does not say for which files it is",
                "write files = [\"folder/**\"]"
            ),
            row(
                "'annex'",
                "`ignore` is a text, not a list of rules",
                "put it into brackets: ['annex']"
            ),
            row(
                "a[",
                "'a[' is no pattern: invalid range pattern",
                "`*` is any part of a name, `**/` any folders, `?` any character, `[ab]` one of \
                 these"
            ),
            row(
                "level",
                "`level` is no key of [[override]]",
                "the keys here are `files`, `select`, `ignore`, `severity`"
            ),
            row(
                "'/a.md'",
                "'/a.md' begins at the root of the disk",
                "patterns are relative to the folder of doclint.toml"
            ),
            row(
                "reson",
                "`reson` is no key of [[allow]]",
                "did you mean `reason`?"
            ),
            row(
                "[[allow]]",
                "this allowance names no rule",
                "write rule = \"date-impossible\""
            ),
            row(
                "[[allow]]",
                "this allowance names no file",
                "write file = \"1994/letter.md\""
            ),
            row(
                "31",
                "`text` is a number, not the words at fault",
                "write text = \"…\""
            ),
        ]
    );
    let table = "write [[allow]] on a line, and under it what belongs to it";
    assert_eq!(
        mistakes("allow = [3]\n[override]\nfiles = []\n"),
        [
            row("3", "`allow` is a list of tables; this is a number", table),
            row(
                "[override]",
                "`override` is a table, not a list of tables",
                "write [[override]] on a line, and under it what belongs to it"
            ),
        ]
    );
}
