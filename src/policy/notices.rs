//! What is said of allowances themselves. They are tuned by their ids like rules, but no rule file
//! can ask for them: whether an allowance is used shows only when all rules have spoken.

use crate::finding::{Finding, Label, Severity};
use crate::source::Span;

/// The part that they belong to.
pub const PART: &str = "allowance";

/// Something said of an allowance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notice {
    /// As `--ignore` and `--severity` name it.
    pub id: &'static str,
    /// What is wrong, in a line.
    pub title: &'static str,
    /// How grave that is, unless it is set otherwise.
    pub severity: Severity,
    /// Why it matters.
    pub why: &'static str,
    /// A line with the fault.
    pub example: &'static str,
}

/// An allowance without a reason.
pub const REASONLESS: Notice = Notice {
    id: "allowance-reasonless",
    title: "An allowance gives no reason",
    severity: Severity::Error,
    why: "Whoever meets the fault again must be able to see why it was left.",
    example: "<!-- doclint: allow[date-impossible] -->",
};

/// An allowance that nothing needs.
pub const UNUSED: Notice = Notice {
    id: "allowance-unused",
    title: "An allowance allows nothing",
    severity: Severity::Warning,
    why: "The fault was mended, or the allowance misses it; it would hide the next one.",
    example: "<!-- doclint: allow[date-imposible] misprint in the original -->",
};

/// All of them, by id.
pub const NOTICES: [Notice; 2] = [REASONLESS, UNUSED];

impl Notice {
    /// The finding that these words are at fault.
    pub(super) fn at(&self, span: Span, message: String, help: &str) -> Finding {
        Finding {
            rule: self.id.to_owned(),
            severity: self.severity,
            message,
            help: help.to_owned(),
            primary: Label {
                span,
                message: String::new(),
            },
            others: Vec::new(),
            related: Vec::new(),
            fix: None,
        }
    }
}
