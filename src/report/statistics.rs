//! How often each rule was broken.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::finding::{Finding, Severity};
use crate::report::plain::{cut, plain};
use crate::report::{Look, RuleNote};

/// The findings of a run, counted by rule.
#[derive(Debug, Default)]
pub struct Statistics {
    counts: BTreeMap<String, (Severity, usize)>,
}

impl Statistics {
    /// Counts these findings.
    pub fn add(&mut self, findings: &[Finding]) {
        for finding in findings {
            match self.counts.get_mut(&finding.rule) {
                Some((severity, count)) => {
                    *severity = finding.severity.max(*severity);
                    *count += 1;
                }
                None => {
                    let counted = (finding.severity, 1);
                    self.counts.insert(finding.rule.clone(), counted);
                }
            }
        }
    }

    /// A line a rule, the commonest first: how often, how grave, which, and what that is.
    pub fn lines(&self, rules: &[RuleNote], look: Look) -> String {
        let mut rows: Vec<(&str, Severity, usize)> = self
            .counts
            .iter()
            .map(|(rule, (severity, count))| (rule.as_str(), *severity, *count))
            .collect();
        rows.sort_by_key(|(rule, _, count)| (Reverse(*count), *rule));
        let number = rows.first().map_or(0, |row| row.2.to_string().len());
        let name = rows.iter().map(|row| row.0.chars().count()).max();
        let name = name.unwrap_or_default();
        rows.into_iter()
            .map(|(rule, severity, count)| {
                let known = rules.iter().find(|known| known.id == rule);
                let title = known.map_or("", |known| known.title.as_str());
                let left = look.width.saturating_sub(number + name + 15);
                let line = format!(
                    "{count:>number$}  {:7}  {:name$}  {}",
                    severity.name(),
                    plain(rule),
                    cut(&plain(title), left)
                );
                format!("{}\n", line.trim_end())
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Label;
    use crate::source::Span;

    fn finding(rule: &str, severity: Severity) -> Finding {
        Finding {
            rule: rule.to_owned(),
            severity,
            message: String::new(),
            help: String::new(),
            primary: Label {
                span: Span::empty(0),
                message: String::new(),
            },
            others: Vec::new(),
            related: Vec::new(),
            fix: None,
        }
    }

    #[test]
    fn the_commonest_rule_comes_first() {
        let mut statistics = Statistics::default();
        for _ in 0..12 {
            statistics.add(&[finding("organ-missing", Severity::Advice)]);
        }
        statistics.add(&[finding("page-missing", Severity::Error)]);
        statistics.add(&[finding("date-missing", Severity::Error)]);
        let rules = [RuleNote {
            id: "organ-missing".to_owned(),
            part: "masthead".to_owned(),
            title: "The masthead prints no organ".to_owned(),
            why: String::new(),
            authority: None,
            severity: Severity::Advice,
        }];
        let look = Look {
            colour: false,
            width: 52,
        };
        assert_eq!(
            statistics.lines(&rules, look),
            "12  advice   organ-missing  The masthead prints no…\n \
             1  error    date-missing\n 1  error    page-missing\n"
        );
    }
}
