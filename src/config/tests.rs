//! What the settings are once the files are read.

use super::*;

/// The settings of these files, the nearest last.
fn settings(files: &[(&str, &str)]) -> Settings {
    let files = files
        .iter()
        .map(|(path, text)| (PathBuf::from(path), Source::new(*path, *text)));
    Settings::parse(files.collect()).unwrap()
}

#[test]
fn what_is_not_mentioned_is_standard() {
    let settings = settings(&[("doclint.toml", "")]);
    assert_eq!(settings.root, Path::new("."));
    assert_eq!(settings.file.as_deref(), Some(Path::new("doclint.toml")));
    assert_eq!(settings.fail_on, Severity::Warning);
    assert_eq!(settings.include.texts(), STANDARD_INCLUDE);
    assert!(settings.unknown_rules(&[], &[]).is_empty());
}

#[test]
fn an_unknown_rule_is_shown_on_its_name() {
    let text = "ignore = ['annex-date-mismach', 'letter']\nseverity.nonsense = 'error'\n";
    let settings = settings(&[("a/doclint.toml", text)]);
    let mistakes = settings.unknown_rules(&["annex-date-mismatch"], &["letter"]);
    let shown: Vec<_> = mistakes
        .iter()
        .map(|mistake| {
            (
                mistake.source.slice(mistake.span),
                mistake.message.as_str(),
                mistake.help.as_deref().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            (
                "'annex-date-mismach'",
                "there is no rule or part `annex-date-mismach`",
                "did you mean `annex-date-mismatch`?"
            ),
            (
                "nonsense",
                "there is no rule or part `nonsense`",
                "`doclint rules` lists them"
            ),
        ]
    );
}
