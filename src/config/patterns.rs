//! Patterns for files, and the folder that they are relative to.

use std::path::PathBuf;

use glob::{Pattern, PatternError};

/// Patterns with the folder that they are relative to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Patterns {
    /// The folder of the file that has them.
    pub root: PathBuf,
    /// The patterns in their order.
    pub globs: Vec<Pattern>,
}

impl Patterns {
    /// The patterns as they are written, without `./` and `/` at their ends.
    pub fn texts(&self) -> Vec<&str> {
        self.globs.iter().map(Pattern::as_str).collect()
    }
}

/// The pattern that a user means by `text`: a leading `./` and a trailing `/` add nothing, and
/// no path that a pattern is compared with has them.
///
/// # Errors
/// When `text` is no pattern; the position counts characters of `text` from 0.
pub fn file_pattern(text: &str) -> Result<Pattern, PatternError> {
    let (start, rest) = text.strip_prefix("./").map_or((0, text), |rest| (2, rest));
    let rest = match rest.trim_end_matches('/') {
        "" => rest,
        trimmed => trimmed,
    };
    Pattern::new(rest).map_err(|error| PatternError {
        pos: error.pos + start,
        msg: error.msg,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_trimmed_to_what_paths_look_like() {
        assert_eq!(file_pattern("./drafts/").unwrap().as_str(), "drafts");
        assert_eq!(file_pattern("**/*.md").unwrap().as_str(), "**/*.md");
        assert_eq!(file_pattern("./a[").unwrap_err().pos, 3);
    }
}
