//! Comparing paths with patterns: patterns are relative to the root of the configuration, paths
//! are as the user gave them.

use std::path::{Path, PathBuf};

use glob::{MatchOptions, Pattern};

use super::{canonical, folder_of, tidy};

/// `*` stays within a name, as in `.gitignore`; `**` crosses folders.
const OPTIONS: MatchOptions = MatchOptions {
    case_sensitive: true,
    require_literal_separator: true,
    require_literal_leading_dot: false,
};

/// A folder as the user gave it, with its place on disk and its place under the root.
#[derive(Clone, Debug)]
pub(super) struct Scope {
    given: PathBuf,
    disk: PathBuf,
    /// Empty at the root itself, and for a folder that is not under the root: patterns then
    /// count from that folder.
    under_root: PathBuf,
}

impl Scope {
    /// The scope of a folder; `root` is without links.
    pub(super) fn of_folder(root: &Path, folder: &Path) -> Self {
        let disk = canonical(folder);
        Self {
            given: tidy(folder),
            under_root: disk
                .strip_prefix(root)
                .map(Path::to_owned)
                .unwrap_or_default(),
            disk,
        }
    }

    /// The scope of the folder that a named file is in. A file that is a link is where the link
    /// is.
    pub(super) fn of_file(root: &Path, file: &Path) -> Self {
        Self::of_folder(root, folder_of(file))
    }

    /// Where a path of this folder is on disk: one answer for all ways to write it.
    pub(super) fn on_disk(&self, path: &Path) -> PathBuf {
        self.disk.join(self.inside(path))
    }

    /// Whether one of the patterns matches the path of a file.
    pub(super) fn includes(&self, path: &Path, patterns: &[Pattern]) -> bool {
        matches(&self.under_root.join(self.inside(path)), patterns)
    }

    /// Whether one of the patterns matches the path or a folder that it is in.
    pub(super) fn excludes(&self, path: &Path, patterns: &[Pattern]) -> bool {
        !patterns.is_empty()
            && self
                .under_root
                .join(self.inside(path))
                .ancestors()
                .any(|part| matches(part, patterns))
    }

    fn inside(&self, path: &Path) -> PathBuf {
        let path = tidy(path);
        if self.given == Path::new(".") && path != self.given {
            return path;
        }
        path.strip_prefix(&self.given)
            .map(Path::to_owned)
            .unwrap_or_default()
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
            under_root: under_root.into(),
        }
    }

    fn patterns(texts: &[&str]) -> Vec<Pattern> {
        texts
            .iter()
            .map(|text| Pattern::new(text).unwrap())
            .collect()
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
        assert!(scope.excludes(file, &patterns(&["drafts"])));
        assert!(scope.excludes(file, &patterns(&["drafts/**"])));
        assert!(scope.excludes(file, &patterns(&["**/1996"])));
        assert!(!scope.excludes(file, &patterns(&["1996", "*.md"])));
        assert!(!scope.excludes(Path::new("."), &patterns(&["**"])));
    }
}
