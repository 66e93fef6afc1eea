//! Which files a run reads, on real folders. A test names its folder in full, because the folder
//! that tests stand in is shared; what is shown is relative to it.

// The helpers of tests are tests too: what cannot be made ready fails the test.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

use doclint::config::{Patterns, Settings, file_pattern};
use doclint::discover::{Discovered, discover, find_config};
use tempfile::TempDir;

/// A folder with these files; the content of a file says nothing to a search, save `.gitignore`.
fn folder(files: &[&str]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for file in files {
        write(&folder, file, "");
    }
    folder
}

fn write(folder: &TempDir, file: &str, text: &str) {
    let path = folder.path().join(file);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn settings(folder: &TempDir, exclude: &[&str]) -> Settings {
    let mut settings = Settings::standard(folder.path().to_owned());
    let globs = exclude.iter().map(|text| file_pattern(text).unwrap());
    settings.exclude.push(Patterns {
        root: folder.path().to_owned(),
        globs: globs.collect(),
    });
    settings
}

fn run(folder: &TempDir, paths: &[&str], exclude: &[&str]) -> Discovered {
    let paths: Vec<String> = paths
        .iter()
        .map(|path| format!("{}/{path}", folder.path().display()))
        .collect();
    discover(&paths, &settings(folder, exclude))
}

fn files(folder: &TempDir, discovered: &Discovered) -> Vec<String> {
    discovered
        .files
        .iter()
        .map(|file| shorten(folder, &file.display().to_string()))
        .collect()
}

fn problems(folder: &TempDir, discovered: &Discovered) -> Vec<String> {
    discovered
        .problems
        .iter()
        .map(|problem| shorten(folder, &problem.to_string()))
        .collect()
}

fn shorten(folder: &TempDir, text: &str) -> String {
    text.replace(&format!("{}/", folder.path().display()), "")
}

#[test]
fn a_folder_gives_its_markdown_and_text_files_sorted_by_component() {
    let folder = folder(&[
        "b.md",
        "a/z.txt",
        "a.md",
        "a/b/c.markdown",
        "a-b/x.text",
        "OLD.TXT",
        "photo.png",
        ".hidden.md",
        ".cache/x.md",
        "README.md",
    ]);
    let found = run(&folder, &[""], &[]);
    assert_eq!(
        files(&folder, &found),
        [
            "OLD.TXT",
            "README.md",
            "a/b/c.markdown",
            "a/z.txt",
            "a-b/x.text",
            "a.md",
            "b.md"
        ]
    );
    assert!(found.problems.is_empty());
}

#[test]
fn an_empty_folder_gives_nothing_and_is_no_problem() {
    let folder = folder(&[]);
    let found = run(&folder, &[""], &[]);
    assert_eq!((found.files.len(), found.problems.len()), (0, 0));
    assert!(found.has_folder);
}

#[test]
fn ignore_files_count_in_folders_without_git_but_not_for_named_files() {
    let folder = folder(&["a.md", "scratch/b.md", "deep/c.md", "deep/d.md"]);
    write(&folder, ".gitignore", "scratch/\n");
    write(&folder, "deep/.ignore", "d.md\n");
    assert_eq!(
        files(&folder, &run(&folder, &[""], &[])),
        ["a.md", "deep/c.md"]
    );
    assert_eq!(
        files(&folder, &run(&folder, &["scratch/b.md", "deep/d.md"], &[])),
        ["deep/d.md", "scratch/b.md"]
    );
}

#[test]
fn a_named_file_is_read_whatever_its_ending_unless_it_is_excluded() {
    let folder = folder(&["a.rst", "drafts/b.md", ".c.md", "d.md"]);
    let found = run(&folder, &["a.rst", "drafts/b.md", ".c.md"], &["drafts/"]);
    assert_eq!(files(&folder, &found), [".c.md", "a.rst"]);
    assert_eq!(found.excluded, 1);
    assert!(found.problems.is_empty());
    assert_eq!(files(&folder, &run(&folder, &[""], &["drafts/"])), ["d.md"]);
    assert_eq!(
        files(&folder, &run(&folder, &["drafts"], &["drafts/**"])),
        [""; 0]
    );
}

#[test]
fn a_file_named_in_several_ways_is_read_once() {
    let folder = folder(&["a/b.md", "a/c.md"]);
    let found = run(
        &folder,
        &["a/b.md", "a/./b.md", "a/../a/b.md", "a", "a/*.md"],
        &[],
    );
    assert_eq!(files(&folder, &found), ["a/b.md", "a/c.md"]);
}

#[test]
fn patterns_are_expanded_unless_a_file_has_that_very_name() {
    let folder = folder(&["a1.md", "a2.rst", "b/a3.md", "b/.a4.md", "odd[1].md"]);
    assert_eq!(
        files(&folder, &run(&folder, &["a*"], &[])),
        ["a1.md", "a2.rst"]
    );
    assert_eq!(
        files(&folder, &run(&folder, &["**/a?.md"], &[])),
        ["a1.md", "b/a3.md"]
    );
    assert_eq!(
        files(&folder, &run(&folder, &["odd[1].md"], &[])),
        ["odd[1].md"]
    );
    let found = run(&folder, &["x*", "a[", "a1.md"], &[]);
    assert_eq!(files(&folder, &found), ["a1.md"]);
    let shown = problems(&folder, &found);
    assert_eq!(shown[0], "nothing matches 'x*'");
    assert!(
        shown[1].starts_with("'a[' is no pattern: invalid range pattern"),
        "{shown:?}"
    );
    assert_eq!(shown.len(), 2);
}

#[test]
fn what_is_missing_is_named_and_the_rest_is_read() {
    let folder = folder(&["a.md"]);
    let found = run(&folder, &["b.md", "a.md", "c/"], &[]);
    assert_eq!(files(&folder, &found), ["a.md"]);
    assert_eq!(
        problems(&folder, &found),
        ["b.md: no such file or folder", "c: no such file or folder"]
    );
    let empty = discover(&[String::new()], &settings(&folder, &[]));
    assert_eq!(empty.problems.len(), 1);
}

#[test]
fn include_counts_from_the_folder_of_the_configuration() {
    let folder = folder(&["letters/a.txt", "letters/b.md", "notes/c.txt"]);
    let mut settings = settings(&folder, &[]);
    settings.include.globs = vec![file_pattern("letters/*.txt").unwrap()];
    for start in ["", "letters"] {
        let path = folder.path().join(start).display().to_string();
        let found = discover(&[path], &settings);
        assert_eq!(files(&folder, &found), ["letters/a.txt"]);
    }
}

#[cfg(unix)]
#[test]
fn links_to_files_are_followed_and_links_that_lead_nowhere_are_problems() {
    use std::os::unix::fs::symlink;
    let folder = folder(&["real/a.md", "b.md"]);
    let at = |name: &str| folder.path().join(name);
    symlink(at("b.md"), at("link.md")).unwrap();
    symlink(at("real"), at("other.md")).unwrap();
    symlink(at(""), at("real/up")).unwrap();
    symlink(at("round"), at("round")).unwrap();
    symlink(at("gone"), at("dead.md")).unwrap();

    let found = run(&folder, &[""], &[]);
    assert_eq!(files(&folder, &found), ["b.md", "link.md", "real/a.md"]);
    assert_eq!(problems(&folder, &found), ["dead.md: a link to nothing"]);

    let found = run(&folder, &["round", "dead.md", "other.md"], &[]);
    assert_eq!(files(&folder, &found), ["other.md/a.md"]);
    assert_eq!(
        problems(&folder, &found),
        [
            "round: a link that leads back to itself",
            "dead.md: a link to nothing"
        ]
    );
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_read_is_a_problem_and_the_rest_is_read() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder(&["a.md", "closed/b.md"]);
    let closed = folder.path().join("closed");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).unwrap();
    // Permissions do not bind the superuser.
    if fs::read_dir(&closed).is_err() {
        let found = run(&folder, &[""], &[]);
        assert_eq!(files(&folder, &found), ["a.md"]);
        assert_eq!(problems(&folder, &found), ["closed: permission denied"]);
    }
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o700)).unwrap();
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_not_utf8_is_read_like_others() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let folder = folder(&[]);
    let name = OsStr::from_bytes(b"caf\xE9.md");
    fs::write(folder.path().join(name), "").unwrap();
    let found = run(&folder, &[""], &["drafts"]);
    assert_eq!(found.files, [folder.path().join(name)]);
}

#[test]
fn paths_keep_the_form_they_were_given_in() {
    let standard = Settings::standard(PathBuf::from("."));
    let found = discover(
        &["./src/lib.rs".to_owned(), "src//main.rs".to_owned()],
        &standard,
    );
    assert_eq!(
        found.files,
        [Path::new("src/lib.rs"), Path::new("src/main.rs")]
    );
    let found = discover(&["src/".to_owned()], &standard);
    assert!(found.files.is_empty());
}

#[test]
fn the_nearest_configuration_upward_is_found() {
    let folder = folder(&["doclint.toml", "a/b/c.md", "a/doclint.toml", "d/e.md"]);
    let root = fs::canonicalize(folder.path()).unwrap();
    let find = |from: &str| find_config(&folder.path().join(from));
    assert_eq!(find("a/b/c.md"), Some(root.join("a/doclint.toml")));
    assert_eq!(find("a"), Some(root.join("a/doclint.toml")));
    assert_eq!(find("d"), Some(root.join("doclint.toml")));
}
