//! Comparing paths with patterns: patterns are relative to the root of the configuration, paths
//! are as the user gave them.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use glob::{MatchOptions, Pattern};

use super::{canonical, folder_of, tidy};
use crate::config::Patterns;

/// `*` stays within a name, as in `.gitignore`; `**` crosses folders.
const OPTIONS: MatchOptions = MatchOptions {
    case_sensitive: true,
    require_literal_separator: true,
    require_literal_leading_dot: false,
};

/// Patterns with their root as it is on disk, without links, so that paths can be compared with it.
#[derive(Clone, Debug)]
pub struct Rooted {
    root: PathBuf,
    globs: Vec<Pattern>,
}

impl Rooted {
    /// The patterns of a configuration.
    pub fn of(patterns: &Patterns) -> Self {
        Self {
            root: canonical(&patterns.root),
            globs: patterns.globs.clone(),
        }
    }

    /// Whether one of the patterns matches a file or a folder that it is in. A file that is not
    /// under the root is compared as it is shown.
    pub fn matches(&self, file: &Located) -> bool {
        let path = file.under(&self.root);
        path.ancestors().any(|part| matches(part, &self.globs))
    }

    /// Whether there is a pattern that can mean several files.
    pub fn is_wide(&self) -> bool {
        let mut globs = self.globs.iter();
        globs.any(|glob| glob.as_str().contains(['*', '?', '[']))
    }
}

/// A file as it is shown, with its place on disk: links of folders are resolved, a file that is a
/// link is where the link is.
#[derive(Clone, Debug)]
pub struct Located {
    shown: PathBuf,
    disk: PathBuf,
}

impl Located {
    /// The place of a file.
    pub fn of(shown: &Path) -> Self {
        let name = shown.file_name().unwrap_or_default();
        Self {
            disk: canonical(folder_of(shown)).join(name),
            shown: shown.to_owned(),
        }
    }

    /// The path from a folder that is without links; as it is shown when it is not below it.
    pub fn under(&self, root: &Path) -> &Path {
        self.disk.strip_prefix(root).unwrap_or(&self.shown)
    }
}

/// A folder as the user gave it, with its place on disk.
#[derive(Clone, Debug)]
pub(super) struct Scope {
    given: PathBuf,
    disk: PathBuf,
}

impl Scope {
    /// The scope of a folder.
    pub(super) fn of_folder(folder: &Path) -> Self {
        Self {
            given: tidy(folder).into_owned(),
            disk: canonical(folder),
        }
    }

    /// The scope of the folder that a named file is in. A file that is a link is where the link
    /// is.
    pub(super) fn of_file(file: &Path) -> Self {
        Self::of_folder(folder_of(file))
    }

    /// Where a path of this folder is on disk: one answer for all ways to write it.
    pub(super) fn on_disk(&self, path: &Path) -> PathBuf {
        self.disk.join(self.inside(path))
    }

    /// Whether one of the patterns matches the path of a file.
    pub(super) fn includes(&self, path: &Path, patterns: &Rooted) -> bool {
        matches(&self.under(patterns, path), &patterns.globs)
    }

    /// Whether one of the patterns matches the path or a folder that it is in.
    pub(super) fn excludes(&self, path: &Path, patterns: &[Rooted]) -> bool {
        patterns.iter().any(|patterns| {
            self.under(patterns, path)
                .ancestors()
                .any(|part| matches(part, &patterns.globs))
        })
    }

    /// A path of this folder from the root of the patterns. Of a folder that is not under the
    /// root, patterns count from that folder.
    fn under<'p>(&self, patterns: &Rooted, path: &'p Path) -> Cow<'p, Path> {
        let inside = self.inside(path);
        match self.disk.strip_prefix(&patterns.root) {
            Ok(folder) if !folder.as_os_str().is_empty() => Cow::Owned(folder.join(inside)),
            _ => inside,
        }
    }

    /// The path from this folder.
    fn inside<'p>(&self, path: &'p Path) -> Cow<'p, Path> {
        let path = tidy(path);
        if self.given == Path::new(".") && *path != *self.given {
            return path;
        }
        match path {
            Cow::Borrowed(path) => Cow::Borrowed(self.below(path)),
            Cow::Owned(path) => Cow::Owned(self.below(&path).to_owned()),
        }
    }

    fn below<'p>(&self, path: &'p Path) -> &'p Path {
        path.strip_prefix(&self.given).unwrap_or(Path::new(""))
    }
}

/// A name that is not UTF-8 is compared as far as it is.
fn matches(path: &Path, patterns: &[Pattern]) -> bool {
    let path = path.to_string_lossy();
    !path.is_empty()
        && patterns
            .iter()
            .any(|pattern| pattern.matches_with(&path, OPTIONS))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scope(given: &str, under_root: &str) -> Scope {
        Scope {
            given: given.into(),
            disk: Path::new("/archive").join(under_root),
        }
    }

    fn patterns(texts: &[&str]) -> Rooted {
        let globs = texts.iter().map(|text| Pattern::new(text).unwrap());
        Rooted {
            root: "/archive".into(),
            globs: globs.collect(),
        }
    }

    #[test]
    fn patterns_count_from_the_root() {
        let scope = scope("../records", "un/records");
        let file = Path::new("../records/1996/a.md");
        assert!(scope.includes(file, &patterns(&["un/**/*.md"])));
        assert!(scope.includes(file, &patterns(&["**/*.md"])));
        assert!(!scope.includes(file, &patterns(&["records/**/*.md", "*.md"])));
        assert_eq!(
            scope.on_disk(file),
            Path::new("/archive/un/records/1996/a.md")
        );
    }

    #[test]
    fn a_folder_that_is_excluded_takes_all_it_holds_with_it() {
        let scope = scope(".", "");
        let file = Path::new("./drafts/1996/a.md");
        let excludes = |file, texts: &[&str]| scope.excludes(file, &[patterns(texts)]);
        assert!(excludes(file, &["drafts"]));
        assert!(excludes(file, &["drafts/**"]));
        assert!(excludes(file, &["**/1996"]));
        assert!(!excludes(file, &["1996", "*.md"]));
        assert!(!excludes(Path::new("."), &["**"]));
    }

    #[test]
    fn a_file_is_compared_from_the_root_or_as_it_is_shown() {
        let file = |disk: &str| Located {
            shown: "un/a.md".into(),
            disk: disk.into(),
        };
        let inside = file("/archive/records/a.md");
        assert!(patterns(&["records"]).matches(&inside));
        assert!(!patterns(&["un/*"]).matches(&inside));
        assert!(patterns(&["un/*"]).matches(&file("/elsewhere/a.md")));
    }
}
