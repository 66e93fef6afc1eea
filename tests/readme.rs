//! README.md and CONTRIBUTING.md say what the program does: what they show of its output, its rules
//! and its fields is what it prints today, and what they tell one to write or type is understood.
//! A rule that is new may lack its row until the next version. `RENEW=1 cargo test --test readme`
//! writes those parts anew.

// The helpers of tests are tests too: what fails in them fails the test.
#![allow(clippy::unwrap_used)]

use std::ffi::OsString;
use std::fs;
use std::path::Path;

use doclint::catalogue::list::{self, Entry};
use doclint::catalogue::words::{Vocabulary, checks_in_markdown};
use doclint::config::Settings;
use doclint::field::Node;
use doclint::lexicon::Lexicons;
use doclint::rule::{Rule, RuleSet, Tested};
use doclint::schema::kinds;
use doclint::source::Source;
use printed::printed;
use tempfile::TempDir;

mod common;
#[path = "readme/printed.rs"]
mod printed;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
/// The rule that the README shows.
const OWN_RULE: &str = "house-rules/distribution-not-general.toml";

/// A fenced block: the word after its fence, and its lines.
#[derive(Clone)]
struct Block {
    kind: String,
    text: String,
}

#[test]
fn the_readme_shows_what_the_program_prints() {
    holds("README.md");
}

#[test]
fn the_guide_lists_the_fields_there_are() {
    holds("CONTRIBUTING.md");
}

#[test]
fn what_is_said_to_be_typed_can_be_typed() {
    let blocks = [blocks("README.md"), blocks("CONTRIBUTING.md")].concat();
    let lines = blocks
        .iter()
        .filter(|block| block.kind == "sh" || block.kind == "console")
        .flat_map(|block| block.text.lines());
    let mut typed = 0;
    for line in lines {
        let line = line.strip_prefix("$ ").unwrap_or(line);
        let words = line.split(['|', '>']).next().unwrap_or(line);
        let Some(arguments) = words.strip_prefix("doclint ") else {
            continue;
        };
        let arguments = ["doclint"].into_iter().chain(arguments.split_whitespace());
        if let Err(error) = doclint::cli::parse(arguments.map(OsString::from)) {
            assert!(!error.use_stderr(), "{line}: {error}");
        }
        typed += 1;
    }
    assert!(typed > 8, "only {typed} commands were found");
}

#[test]
fn the_settings_shown_are_read() {
    let shown = files("doclint.toml");
    assert!(!shown.is_empty());
    for text in shown {
        let source = Source::new("doclint.toml", text.as_str());
        let settings = Settings::parse(vec![("doclint.toml".into(), source)]).unwrap();
        let mut rules = RuleSet::builtin().unwrap();
        let own = files(OWN_RULE).remove(0);
        rules.add(Source::new(OWN_RULE, own)).unwrap();
        let ids: Vec<&str> = rules.rules().map(|rule| rule.id.as_str()).collect();
        let parts: Vec<&str> = rules.rules().map(|rule| rule.part.as_str()).collect();
        assert_eq!(settings.unknown_rules(&ids, &parts).len(), 0);
    }
}

#[test]
fn the_rule_shown_finds_what_it_says() {
    let shown = files(OWN_RULE);
    assert_eq!(shown.len(), 1);
    let source = Source::new("rule", shown[0].as_str());
    let rule = Rule::parse("distribution-not-general", "house-rules", source.into()).unwrap();
    let tested = Tested::of(&rule).unwrap();
    assert_eq!((tested.pass.len(), tested.fail.len()), (1, 1));
    assert_eq!(tested.wrong().count(), 0, "{tested:#?}");
}

/// That a page is as it would be if its generated parts were written anew.
fn holds(page: &str) {
    let path = Path::new(ROOT).join(page);
    let written = fs::read_to_string(&path).unwrap();
    let renewed = with_output(&with_tables(&written));
    if renews() {
        fs::write(&path, &renewed).unwrap();
        return;
    }
    for (number, (is, should)) in written.lines().zip(renewed.lines()).enumerate() {
        assert_eq!(
            is,
            should,
            "{page}, line {}: `RENEW=1 cargo test --test readme` writes it anew",
            number + 1
        );
    }
    assert_eq!(written.len(), renewed.len(), "{page} ends early or late");
}

/// The page with its tables between `<!-- name: begin -->` and `<!-- name: end -->` as they are.
fn with_tables(page: &str) -> String {
    let rules = RuleSet::builtin().unwrap();
    let entries = Entry::all(rules.rules());
    let listed: Vec<Entry<'_>> = entries
        .into_iter()
        .filter(|rule| is_listed(rule, page))
        .collect();
    let vocabulary = Vocabulary::of(&rules, &Node::ALL).unwrap();
    let tables = [
        ("rules", list::markdown(&listed)),
        ("fields", vocabulary.fields_in_markdown()),
        ("checks", checks_in_markdown(&kinds())),
        ("languages", languages()),
    ];
    tables.iter().fold(page.to_owned(), |page, (name, table)| {
        let begin = format!("<!-- {name}: begin -->\n");
        let Some((before, rest)) = page.split_once(&begin) else {
            return page;
        };
        let (_, after) = rest.split_once(&format!("<!-- {name}: end -->")).unwrap();
        format!("{before}{begin}\n{table}\n<!-- {name}: end -->{after}")
    })
}

/// Whether a rule belongs into the table of a page: a new one may lack its row until the next
/// version, so that adding it touches its file alone.
fn is_listed(rule: &Entry<'_>, page: &str) -> bool {
    let may_lack = common::is_between_versions() && !renews();
    !may_lack || page.contains(&format!("\n| `{}` | ", rule.id()))
}

fn renews() -> bool {
    std::env::var_os("RENEW").is_some()
}

fn languages() -> String {
    let lexicons = &Lexicons::standard().languages;
    lexicons
        .iter()
        .map(|lexicon| format!("- {:?} (`{}`)\n", lexicon.language, lexicon.language.code()))
        .collect()
}

/// The page with what the commands of its `console` blocks print. A block without a doclint command
/// stays as it is.
fn with_output(page: &str) -> String {
    let folder = scratch();
    let mut renewed = String::new();
    let mut rest = page;
    while let Some((before, block)) = rest.split_once("```console\n") {
        let (block, after) = block.split_once("```").unwrap();
        renewed.push_str(before);
        renewed.push_str("```console\n");
        for line in block.lines().filter(|line| line.starts_with("$ ")) {
            renewed.push_str(&format!("{line}\n"));
            if let Some(command) = line.strip_prefix("$ doclint ") {
                renewed.push_str(&printed(command, folder.path(), 100));
            }
        }
        renewed.push_str("```");
        rest = after;
    }
    renewed + rest
}

/// A folder with the specimens, and the rule that the README shows at the place it names.
fn scratch() -> TempDir {
    let folder = TempDir::new().unwrap();
    let seeds = ["seeds", "seeds/faulty", "seeds/sound"];
    for part in [&seeds[..], &["seeds/sound/kinds", "seeds/sound/languages"]].concat() {
        fs::create_dir(folder.path().join(part)).unwrap();
        for entry in fs::read_dir(Path::new(ROOT).join(part)).unwrap() {
            let file = entry.unwrap();
            if file.file_type().unwrap().is_file() {
                fs::copy(file.path(), folder.path().join(part).join(file.file_name())).unwrap();
            }
        }
    }
    fs::create_dir(folder.path().join("house-rules")).unwrap();
    fs::write(folder.path().join(OWN_RULE), &files(OWN_RULE)[0]).unwrap();
    folder
}

/// The TOML blocks of the pages whose first line names this file.
fn files(name: &str) -> Vec<String> {
    [blocks("README.md"), blocks("CONTRIBUTING.md")]
        .concat()
        .into_iter()
        .filter(|block| block.kind == "toml")
        .filter(|block| block.text.lines().next() == Some(&format!("# {name}")))
        .map(|block| block.text)
        .collect()
}

fn blocks(page: &str) -> Vec<Block> {
    let text = fs::read_to_string(Path::new(ROOT).join(page)).unwrap();
    text.split("```")
        .skip(1)
        .step_by(2)
        .map(|block| {
            let (kind, text) = block.split_once('\n').unwrap();
            Block {
                kind: kind.to_owned(),
                text: text.to_owned(),
            }
        })
        .collect()
}
