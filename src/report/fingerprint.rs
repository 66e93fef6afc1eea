//! What a finding is known by from one run to the next: its rule, its file and the words at fault,
//! never the line, so that lines added above change nothing.

use std::collections::HashMap;
use std::hash::Hasher;

use siphasher::sip128::{Hasher128, SipHasher13};

use crate::finding::Finding;
use crate::source::Source;

/// The fingerprints given so far; of several findings with the same words, each gets its own.
#[derive(Debug, Default)]
pub struct Fingerprints {
    given: HashMap<u128, usize>,
}

impl Fingerprints {
    /// The fingerprint of a finding in the file called `name`.
    pub fn of(&mut self, name: &str, source: &Source, finding: &Finding) -> String {
        let words = source.slice(finding.primary.span);
        let words: Vec<&str> = match words.trim() {
            // Something is missing there: what, the message says.
            "" => finding.message.split_whitespace().collect(),
            words => words.split_whitespace().collect(),
        };
        let alike = hash(&[&finding.rule, name, &words.join(" ")]);
        let count = self.given.entry(alike).or_default();
        *count += 1;
        let own = match *count {
            1 => alike,
            count => hash(&[&finding.rule, name, &words.join(" "), &count.to_string()]),
        };
        format!("{own:032x}")
    }
}

/// A number that stands for these texts, in this order. Every text is followed by a byte that no
/// UTF-8 has, so that the same letters divided otherwise are another number.
fn hash(texts: &[&str]) -> u128 {
    let mut hasher = SipHasher13::new();
    for text in texts {
        hasher.write(text.as_bytes());
        hasher.write(&[0xFF]);
    }
    hasher.finish128().as_u128()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_the_same_on_every_machine() {
        assert_eq!(
            format!(
                "{:032x}",
                hash(&["date-impossible", "a.md", "31 June 1993"])
            ),
            "c4cc89e616a7e62c8a0558b2c2956f94"
        );
        assert_ne!(hash(&["a", "bc"]), hash(&["ab", "c"]));
    }
}
