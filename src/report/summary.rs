//! The closing line: how much was looked at, and what came of it.

use std::fmt::{self, Display};

use serde::Serialize;

use crate::finding::{Finding, Severity};

/// The numbers of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Summary {
    /// Files that are documents.
    pub documents: usize,
    /// Findings that are errors.
    pub errors: usize,
    /// Findings that are warnings.
    pub warnings: usize,
    /// Findings that are advice.
    pub advice: usize,
    /// Files that are no documents.
    pub not_documents: usize,
    /// Files and folders that could not be read.
    pub unread: usize,
    /// Findings that an allowance took off.
    pub allowed: usize,
    /// Findings that the baseline holds.
    pub in_baseline: usize,
    /// Faults that the baseline holds and nothing finds any more.
    pub stale: usize,
    /// Findings that were repaired; they are in none of the other numbers.
    pub fixed: usize,
    /// Findings with a fix that is safe.
    pub fixable: usize,
    /// Findings with a fix that a person has to look at.
    pub fixable_unsafely: usize,
    /// Files that could not be replaced by their mended text.
    pub unwritten: usize,
    /// How long it took. Left out of JSON, so that the same files give the same bytes.
    #[serde(skip)]
    pub seconds: Option<f64>,
}

impl Summary {
    /// Counts a file that was read.
    pub fn add(&mut self, is_document: bool, findings: &[Finding]) {
        if is_document {
            self.documents += 1;
        } else {
            self.not_documents += 1;
        }
        self.count(findings);
    }

    /// Counts findings.
    pub fn count(&mut self, findings: &[Finding]) {
        for finding in findings {
            match finding.severity {
                Severity::Error => self.errors += 1,
                Severity::Warning => self.warnings += 1,
                Severity::Advice => self.advice += 1,
            }
            match &finding.fix {
                Some(fix) if fix.safe => self.fixable += 1,
                Some(_) => self.fixable_unsafely += 1,
                None => {}
            }
        }
    }

    /// Counts findings that are not shown because they are allowed, or because the baseline holds
    /// them.
    pub const fn know(&mut self, allowed: usize, in_baseline: usize) {
        self.allowed += allowed;
        self.in_baseline += in_baseline;
    }

    /// How many findings are as grave as `level` or graver.
    pub const fn at_least(&self, level: Severity) -> usize {
        match level {
            Severity::Error => self.errors,
            Severity::Warning => self.errors + self.warnings,
            Severity::Advice => self.errors + self.warnings + self.advice,
        }
    }
}

impl Display for Summary {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.documents {
            0 => formatter.write_str("no documents")?,
            count => formatter.write_str(&counted(count, "document", "documents"))?,
        }
        let faults: Vec<String> = [
            (self.errors, "error", "errors"),
            (self.warnings, "warning", "warnings"),
            (self.advice, "piece of advice", "pieces of advice"),
        ]
        .into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, many)| counted(count, one, many))
        .collect();
        // Where nothing was looked at, nothing is said of faults.
        match (faults.as_slice(), self.documents) {
            ([], 0) => {}
            ([], _) if self.allowed + self.in_baseline > 0 => {
                formatter.write_str(": no other faults found")?;
            }
            ([], _) if self.fixed > 0 => formatter.write_str(": no faults left")?,
            ([], _) => formatter.write_str(": no faults found")?,
            (faults, _) => write!(formatter, ": {}", faults.join(", "))?,
        }
        if self.allowed > 0 {
            write!(formatter, "; {} allowed", self.allowed)?;
        }
        if self.in_baseline > 0 {
            write!(formatter, "; {} in the baseline", self.in_baseline)?;
        }
        if self.stale > 0 {
            write!(formatter, "; {} stale in the baseline", self.stale)?;
        }
        if self.fixed > 0 {
            write!(formatter, "; {} fixed", self.fixed)?;
        }
        match (self.fixable, self.fixable_unsafely) {
            (0, 0) => {}
            (safe, 0) => write!(formatter, "; {safe} can be fixed with --fix")?,
            (0, other) => {
                write!(
                    formatter,
                    "; {other} can be fixed with --fix --unsafe-fixes"
                )?;
            }
            (safe, other) => write!(
                formatter,
                "; {safe} can be fixed with --fix, {other} more with --unsafe-fixes"
            )?,
        }
        match self.not_documents {
            0 => {}
            1 => formatter.write_str("; 1 file is not a document")?,
            count => write!(formatter, "; {count} files are not documents")?,
        }
        if self.unread > 0 {
            let unread = counted(self.unread, "path", "paths");
            write!(formatter, "; {unread} could not be read")?;
        }
        if self.unwritten > 0 {
            let unwritten = counted(self.unwritten, "file", "files");
            write!(formatter, "; {unwritten} could not be fixed")?;
        }
        match self.seconds {
            Some(seconds) if seconds < 1.0 => write!(formatter, "; {:.0} ms", seconds * 1000.0),
            Some(seconds) => write!(formatter, "; {seconds:.1} s"),
            None => Ok(()),
        }
    }
}

/// `1 error`, `2 errors`.
pub fn counted(count: usize, one: &str, many: &str) -> String {
    let word = if count == 1 { one } else { many };
    format!("{count} {word}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_is_good_english() {
        let mut summary = Summary {
            documents: 14,
            errors: 3,
            warnings: 2,
            advice: 5,
            not_documents: 1,
            seconds: Some(0.0123),
            ..Summary::default()
        };
        assert_eq!(
            summary.to_string(),
            "14 documents: 3 errors, 2 warnings, 5 pieces of advice; 1 file is not a document; 12 ms"
        );
        summary = Summary {
            documents: 1,
            advice: 1,
            not_documents: 2,
            unread: 1,
            seconds: Some(61.04),
            ..Summary::default()
        };
        assert_eq!(
            summary.to_string(),
            "1 document: 1 piece of advice; 2 files are not documents; 1 path could not be read; 61.0 s"
        );
        summary = Summary {
            documents: 2,
            ..Summary::default()
        };
        assert_eq!(summary.to_string(), "2 documents: no faults found");
        summary.allowed = 1;
        assert_eq!(
            summary.to_string(),
            "2 documents: no other faults found; 1 allowed"
        );
        (summary.errors, summary.in_baseline, summary.stale) = (1, 12, 3);
        assert_eq!(
            summary.to_string(),
            "2 documents: 1 error; 1 allowed; 12 in the baseline; 3 stale in the baseline"
        );
        summary = Summary {
            documents: 2,
            fixed: 3,
            fixable_unsafely: 1,
            unwritten: 1,
            ..Summary::default()
        };
        assert_eq!(
            summary.to_string(),
            "2 documents: no faults left; 3 fixed; 1 can be fixed with --fix --unsafe-fixes; \
             1 file could not be fixed"
        );
        summary = Summary {
            documents: 2,
            warnings: 3,
            fixable: 2,
            fixable_unsafely: 1,
            ..Summary::default()
        };
        assert_eq!(
            summary.to_string(),
            "2 documents: 3 warnings; 2 can be fixed with --fix, 1 more with --unsafe-fixes"
        );
        summary = Summary {
            not_documents: 1,
            ..Summary::default()
        };
        assert_eq!(
            summary.to_string(),
            "no documents; 1 file is not a document"
        );
    }
}
