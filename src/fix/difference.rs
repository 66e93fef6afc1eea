//! What mending changes, as a unified diff.

use diffy::DiffOptions;

use crate::source::Source;

/// The change from one text of a file to another, as `patch -p1` and `git apply` take it: the names
/// are those of the files with `a/` and `b/` before them.
pub fn difference(before: &Source, after: &Source) -> String {
    let name = before.name().trim_start_matches('/');
    let patch = DiffOptions::new()
        .set_original_filename(format!("a/{name}"))
        .set_modified_filename(format!("b/{name}"))
        .create_patch(before.text(), after.text())
        .to_string();
    if !name.contains(' ') {
        return patch;
    }
    // A tab says that the name ends there and not at its first space.
    ["--- a/", "+++ b/"].iter().fold(patch, |patch, mark| {
        patch.replacen(&format!("{mark}{name}\n"), &format!("{mark}{name}\t\n"), 1)
    })
}
