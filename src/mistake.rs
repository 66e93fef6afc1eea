//! A mistake in a TOML file that a person wrote (a rule file, doclint.toml), with its place. It
//! is drawn like a finding.

use std::sync::Arc;

use crate::source::{Source, Span};

/// A mistake in a rule file or a configuration.
#[derive(Clone, Debug)]
pub struct Mistake {
    /// The TOML text.
    pub source: Arc<Source>,
    /// The words at fault, in bytes of the TOML text.
    pub span: Span,
    /// What is wrong.
    pub message: String,
    /// What to do: the nearest known name, the names there are.
    pub help: Option<String>,
}

/// The name among `known` that was probably meant by `written`; `None` when none is near.
pub fn nearest<'k>(written: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    known
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(written, name), name))
        .filter(|(distance, name)| *distance <= (name.len() / 3).max(1))
        .min()
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_nearest_name_is_offered_only_when_it_is_near() {
        assert_eq!(nearest("agre", ["agree", "absent"]), Some("agree"));
        assert_eq!(
            nearest("titel.dated", ["title.dated", "masthead.date"]),
            Some("title.dated")
        );
        assert_eq!(nearest("banana", ["agree", "absent"]), None);
    }
}
