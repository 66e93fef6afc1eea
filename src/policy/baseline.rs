//! The faults of a repository that are known: by rule, file and words, never by line, so that what
//! is added above changes nothing.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The version of the file; it changes when a key changes its meaning.
const VERSION: u32 = 1;

/// The most characters of the words that are kept: a paragraph is told by its beginning.
const MOST_WORDS: usize = 120;

/// Why a text is no baseline.
#[derive(Debug, Error)]
pub enum BaselineError {
    /// It is not the JSON of one.
    #[error("{0}")]
    Json(#[from] serde_json::Error),
    /// It is of a version that this program does not know.
    #[error("version {0} is not known; this doclint writes version {VERSION}")]
    Version(u32),
}

/// What tells one fault from others. The order is that of the file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// The path from the folder of the baseline, with `/` on every system.
    pub file: String,
    /// The rule's id.
    pub rule: String,
    /// The words at fault on one line; of an absence, what is said of it.
    pub words: String,
}

/// Faults that are known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    faults: BTreeMap<Key, Count>,
    looked_at: BTreeSet<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Count {
    known: usize,
    found: usize,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Whole {
    version: u32,
    faults: Vec<Entry>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    file: String,
    rule: String,
    words: String,
    #[serde(default = "one", skip_serializing_if = "is_one")]
    count: usize,
}

const fn one() -> usize {
    1
}

#[allow(clippy::trivially_copy_pass_by_ref)] // serde hands a reference.
const fn is_one(count: &usize) -> bool {
    *count == 1
}

impl Key {
    /// The key of a fault; `words` can stand on several lines.
    pub fn new(file: String, rule: &str, words: &str) -> Self {
        let words: Vec<&str> = words.split_whitespace().collect();
        let words = words.join(" ");
        let words = match words.char_indices().nth(MOST_WORDS) {
            Some((end, _)) => format!("{}…", words[..end].trim_end()),
            None => words,
        };
        Self {
            file,
            rule: rule.to_owned(),
            words,
        }
    }
}

impl Baseline {
    /// The baseline of a file.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn parse(text: &str) -> Result<Self, BaselineError> {
        let whole: Whole = serde_json::from_str(text)?;
        if whole.version != VERSION {
            return Err(BaselineError::Version(whole.version));
        }
        let mut baseline = Self::default();
        for entry in whole.faults {
            let key = Key {
                file: entry.file,
                rule: entry.rule,
                words: entry.words,
            };
            baseline.faults.entry(key).or_default().known += entry.count;
        }
        Ok(baseline)
    }

    /// The file: one fault a line, sorted.
    ///
    /// # Errors
    /// None that is known of: everything in it is text and numbers.
    pub fn printed(&self) -> Result<String, serde_json::Error> {
        let mut lines = Vec::new();
        for (key, count) in &self.faults {
            let entry = Entry {
                file: key.file.clone(),
                rule: key.rule.clone(),
                words: key.words.clone(),
                count: count.known,
            };
            lines.push(format!("\n{}", serde_json::to_string(&entry)?));
        }
        let faults = lines.join(",");
        Ok(format!(
            "{{\"version\": {VERSION}, \"faults\": [{faults}\n]}}\n"
        ))
    }

    /// How many faults are known.
    pub fn len(&self) -> usize {
        self.faults.values().map(|count| count.known).sum()
    }

    /// Whether no fault is known.
    pub fn is_empty(&self) -> bool {
        self.faults.is_empty()
    }

    /// Notes that a file was looked at.
    pub fn look_at(&mut self, file: &str) {
        if !self.looked_at.contains(file) {
            self.looked_at.insert(file.to_owned());
        }
    }

    /// Whether a file was looked at.
    pub fn has_looked_at(&self, file: &str) -> bool {
        self.looked_at.contains(file)
    }

    /// Whether a fault that was found is known. Of several alike, as many are as are counted.
    pub fn holds(&mut self, key: &Key) -> bool {
        match self.faults.get_mut(key) {
            Some(count) if count.found < count.known => {
                count.found += 1;
                true
            }
            _ => false,
        }
    }

    /// Notes a fault that was found, whether it is known or not.
    pub fn add(&mut self, key: Key) {
        self.faults.entry(key).or_default().found += 1;
    }

    /// What is known and was not found, of the faults that were looked for; with how often.
    pub fn stale(&self, is_judged: impl Fn(&Key) -> bool) -> Vec<(Key, usize)> {
        self.faults
            .iter()
            .filter(|(key, count)| count.found < count.known && is_judged(key))
            .map(|(key, count)| (key.clone(), count.known - count.found))
            .collect()
    }

    /// The baseline that holds what was found, and what is known of faults that were not looked
    /// for.
    pub fn renewed(&self, is_judged: impl Fn(&Key) -> bool) -> Self {
        let mut renewed = Self::default();
        for (key, count) in &self.faults {
            let known = match is_judged(key) {
                true => count.found,
                false => count.known.max(count.found),
            };
            if known > 0 {
                let count = Count { known, found: 0 };
                renewed.faults.insert(key.clone(), count);
            }
        }
        renewed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(file: &str, words: &str) -> Key {
        Key::new(file.to_owned(), "date-impossible", words)
    }

    const TEXT: &str = r#"{"version": 1, "faults": [
{"file":"a.md","rule":"date-impossible","words":"31 June 1993","count":2},
{"file":"b.md","rule":"date-impossible","words":"30 February 1994"}
]}
"#;

    #[test]
    fn what_is_written_is_read() {
        let baseline = Baseline::parse(TEXT).unwrap();
        assert_eq!(baseline.len(), 3);
        assert_eq!(baseline.printed().unwrap(), TEXT);
        let empty = Baseline::default().printed().unwrap();
        assert_eq!(empty, "{\"version\": 1, \"faults\": [\n]}\n");
        assert!(Baseline::parse(&empty).unwrap().is_empty());
    }

    #[test]
    fn as_many_are_known_as_are_counted() {
        let mut baseline = Baseline::parse(TEXT).unwrap();
        let held: Vec<bool> = (0..3)
            .map(|_| baseline.holds(&key("a.md", "31\n  June 1993")))
            .collect();
        assert_eq!(held, [true, true, false]);
        assert_eq!(
            baseline.stale(|_| true),
            [(key("b.md", "30 February 1994"), 1)]
        );
        assert_eq!(baseline.stale(|key| key.file == "a.md"), []);
        assert_eq!(baseline.renewed(|_| true).len(), 2);
        assert_eq!(baseline.renewed(|key| key.file == "a.md").len(), 3);
    }

    #[test]
    fn a_paragraph_is_told_by_its_beginning() {
        let long = "word ".repeat(100);
        let words = key("a.md", &long).words;
        assert_eq!(words.chars().count(), MOST_WORDS);
        assert!(words.ends_with("word…"), "{words}");
    }

    #[test]
    fn what_is_no_baseline_is_refused() {
        let error = |text| Baseline::parse(text).unwrap_err().to_string();
        assert_eq!(
            error("{\"version\": 2, \"faults\": []}"),
            "version 2 is not known; this doclint writes version 1"
        );
        assert_eq!(
            error("{\"version\": 1}"),
            "missing field `faults` at line 1 column 14"
        );
    }
}
