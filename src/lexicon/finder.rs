//! One automaton that finds any of many words in a text in a single pass.

use aho_corasick::{AhoCorasick, Match, MatchKind};

use super::letters::without_accent;

/// Finds words, in small letters, with a capital, or in capitals, with their accents or without.
#[derive(Debug, Default)]
pub struct Finder(Option<AhoCorasick>);

impl Finder {
    /// A finder of these words.
    pub fn of<'w>(words: impl Iterator<Item = &'w String>) -> Self {
        let forms: Vec<String> = words
            .flat_map(|word| [word.to_lowercase(), capitalised(word), word.to_uppercase()])
            .flat_map(|form| [form.chars().map(without_accent).collect(), form])
            .collect();
        Self(
            AhoCorasick::builder()
                .match_kind(MatchKind::LeftmostLongest)
                .build(forms)
                .ok(),
        )
    }

    /// Where the words stand, in order.
    pub fn find_iter(&self, text: &str) -> impl Iterator<Item = Match> {
        self.0.iter().flat_map(move |finder| finder.find_iter(text))
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}
