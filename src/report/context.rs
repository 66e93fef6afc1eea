//! What a report knows beside the findings: how it is to look, the rules of the run, the folder
//! that the run stands in.

use std::borrow::Cow;

use crate::finding::{Finding, Severity};
use crate::report::{Look, elsewhere, uri};
use crate::source::{Source, Span};

/// What a report says of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleNote {
    /// The rule's id.
    pub id: String,
    /// The part of the catalogue that it is of.
    pub part: String,
    /// What is wrong when it is broken, in a line.
    pub title: String,
    /// Why that matters.
    pub why: String,
    /// Who says so.
    pub authority: Option<String>,
    /// How grave it is.
    pub severity: Severity,
}

/// What a report knows beside the findings.
#[derive(Clone, Copy, Debug)]
pub struct Context<'c> {
    /// How it looks, when it is for people.
    pub look: Look,
    /// The rules of the run, in their order.
    pub rules: &'c [RuleNote],
    /// The least grave level that makes the run fail.
    pub fail_on: Severity,
    /// The folder that names of files are relative to: the whole path, with `/` on every system.
    pub folder: &'c str,
    /// Whether the names of files are links to them, for a terminal that shows such.
    pub links: bool,
}

impl Context<'_> {
    /// The name of a file as those know it who stand in the folder, also when the whole path was
    /// named.
    pub fn relative<'n>(&self, name: &'n str) -> &'n str {
        name.strip_prefix(self.folder)
            .filter(|_| !self.folder.is_empty())
            .and_then(|rest| rest.strip_prefix('/'))
            .unwrap_or(name)
    }

    /// A place with what is said of it: `a.md:3:1: this annex`.
    pub fn place(&self, source: &Source, span: Span, words: &str) -> String {
        let place = source.position(span.start);
        let file = self.relative(source.name());
        let colon = if words.is_empty() { "" } else { ": " };
        format!("{file}:{}:{}{colon}{words}", place.line, place.column)
    }

    /// The other places of a finding and what to do, each on a line of its own after a line break.
    pub fn besides(&self, source: &Source, finding: &Finding) -> String {
        let places = elsewhere(source, finding)
            .map(|(source, label)| self.place(source, label.span, &label.message));
        let help = (!finding.help.is_empty()).then(|| format!("help: {}", finding.help));
        places.chain(help).map(|line| format!("\n{line}")).collect()
    }

    /// Words that are a link to a file, where links are shown; only the words elsewhere.
    pub fn link<'w>(&self, name: &str, words: &'w str) -> Cow<'w, str> {
        // `<stdin>` is no file.
        if !self.links || name.starts_with('<') {
            return Cow::Borrowed(words);
        }
        let target = uri::of_file(self.folder, name);
        Cow::Owned(format!(
            "\u{1b}]8;;{target}\u{1b}\\{words}\u{1b}]8;;\u{1b}\\"
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn context(links: bool) -> Context<'static> {
        Context {
            look: Look {
                colour: false,
                width: 80,
            },
            rules: &[],
            fail_on: Severity::Warning,
            folder: "/home/records",
            links,
        }
    }

    #[test]
    fn a_file_below_the_folder_is_named_from_there() {
        let context = context(false);
        assert_eq!(context.relative("/home/records/a/b.md"), "a/b.md");
        assert_eq!(
            context.relative("/home/records2/b.md"),
            "/home/records2/b.md"
        );
        assert_eq!(context.relative("a/b.md"), "a/b.md");
    }

    #[test]
    fn a_link_holds_the_whole_path_and_shows_the_words() {
        assert_eq!(
            context(true).link("a b.md", "a b.md:3:1"),
            "\u{1b}]8;;file:///home/records/a%20b.md\u{1b}\\a b.md:3:1\u{1b}]8;;\u{1b}\\"
        );
        assert_eq!(context(true).link("<stdin>", "<stdin>:3:1"), "<stdin>:3:1");
        assert_eq!(context(false).link("a.md", "a.md:3:1"), "a.md:3:1");
    }
}
