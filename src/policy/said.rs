//! What is wrong with allowances themselves: those without a reason, and those that nothing needs.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::inline::Inline;
use super::notices::{REASONLESS, UNUSED};
use super::{Heard, Policy};
use crate::config::Override;
use crate::finding::Finding;
use crate::mistake::nearest;
use crate::source::{Source, Span};

impl Policy {
    /// What is wrong with the allowances in a file.
    pub(super) fn said(
        &self,
        source: &Source,
        allowances: &[Inline],
        overrides: &[&Override],
    ) -> Vec<Finding> {
        let mut said = Vec::new();
        for allowance in allowances {
            if allowance.rules.is_empty() {
                said.push(
                    UNUSED.at(
                        allowance.span,
                        "this comment allows nothing: it is not written as an allowance of a rule"
                            .to_owned(),
                        "write <!-- doclint: allow[rule-id] reason -->",
                    ),
                );
                continue;
            }
            if !allowance.has_reason {
                said.push(REASONLESS.at(
                    allowance.span,
                    "this allowance gives no reason".to_owned(),
                    "say why the fault stays, after the brackets",
                ));
            }
            for allowed in allowance.rules.iter().filter(|allowed| !allowed.is_used) {
                said.extend(self.unused(allowed.span, source.slice(allowed.span), overrides));
            }
        }
        said
    }

    /// That an allowance in a file allows nothing; of rules that are not used there, or that look
    /// at other files too, that cannot be said.
    fn unused(&self, span: Span, rule: &str, overrides: &[&Override]) -> Option<Finding> {
        let Some(fact) = self.rules.get(rule) else {
            let help = match nearest(rule, self.rules.keys().map(String::as_str)) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "`doclint rules` lists them".to_owned(),
            };
            return Some(UNUSED.at(span, format!("there is no rule `{rule}`"), &help));
        };
        (!fact.is_of_run && self.is_used(rule, overrides)).then(|| {
            UNUSED.at(
                span,
                format!("{rule} finds nothing here that could be allowed"),
                "take the allowance out, or put it on the line before the words at fault",
            )
        })
    }

    /// What is wrong with the `[[allow]]` tables, by the file that they stand in.
    pub(super) fn of_tables(&self, is_whole: bool) -> Vec<(Arc<Source>, Heard)> {
        let mut by_file: BTreeMap<&str, (&Arc<Source>, Vec<Finding>)> = BTreeMap::new();
        for known in self.allows.iter() {
            let (rule, place) = (&known.allow.rule, &known.allow.place);
            let (_, said) = by_file
                .entry(place.source.name())
                .or_insert_with(|| (&place.source, Vec::new()));
            if known.allow.reason.is_none() {
                said.push(REASONLESS.at(
                    place.span,
                    "this allowance gives no reason".to_owned(),
                    "say why the fault stays: reason = \"…\"",
                ));
            }
            let is_of_run = self.rules.get(rule).is_some_and(|fact| fact.is_of_run);
            let is_judged = is_whole || !is_of_run;
            if is_judged && self.is_used(rule, &[]) && known.is_unused(is_whole) {
                said.push(UNUSED.at(
                    place.span,
                    format!("{rule} finds nothing that this allows"),
                    "take the allowance out, or write the words as they stand in the file",
                ));
            }
        }
        by_file
            .into_values()
            .filter(|(_, said)| !said.is_empty())
            .map(|(source, said)| (Arc::clone(source), self.of_run(source, said)))
            .collect()
    }
}
