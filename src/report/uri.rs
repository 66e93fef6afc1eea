//! Names of files as URIs.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What is written with `%`: all but what a path may have everywhere in a URI.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// A name as a URI: relative for a relative name, `file:///…` for a whole path.
pub fn of_name(name: &str) -> String {
    if is_whole(name) {
        of_file("", name)
    } else {
        encoded(name)
    }
}

/// The URI `file:///…` of a file, whose name is relative to `folder` or is the whole path.
pub fn of_file(folder: &str, name: &str) -> String {
    let path = match is_whole(name) {
        true => encoded(name),
        false => format!("{}/{}", encoded(folder), encoded(name)),
    };
    format!("file:///{}", path.trim_start_matches('/'))
}

fn encoded(path: &str) -> String {
    utf8_percent_encode(path, ENCODED).to_string()
}

/// Whether a name is a whole path: `/records/a.md`, `C:/records/a.md`.
pub fn is_whole(name: &str) -> bool {
    name.starts_with('/') || name.get(1..3) == Some(":/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_encoded() {
        assert_eq!(
            of_name("records/été 50%.md"),
            "records/%C3%A9t%C3%A9%2050%25.md"
        );
        assert_eq!(of_name("a:b#c?.md"), "a%3Ab%23c%3F.md");
        assert_eq!(of_name("../a.md"), "../a.md");
        assert_eq!(of_name("/records/a.md"), "file:///records/a.md");
        assert_eq!(of_name("C:/records/a.md"), "file:///C%3A/records/a.md");
    }

    #[test]
    fn a_file_has_its_folder_before_it() {
        assert_eq!(of_file("/home/x", "a.md"), "file:///home/x/a.md");
        assert_eq!(of_file("/home/x", "/y/a.md"), "file:///y/a.md");
        assert_eq!(of_file("C:/x", "a.md"), "file:///C%3A/x/a.md");
    }
}
