//! A broken rule at a place: what a check gives and every report shows.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::source::{Source, Span};

/// How grave a finding is. The order is the gravity: advice < warning < error.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth knowing; the gate passes.
    Advice,
    /// Probably a fault; the gate fails unless told otherwise.
    Warning,
    /// A fault.
    Error,
}

impl Severity {
    /// All levels, gravest first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Advice];

    /// The word people write and read.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Advice => "advice",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// Words of the source with what is to be said about them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Bytes of the source.
    pub span: Span,
    /// What is said beside the underline; may be empty.
    pub message: String,
}

/// Words of another file that a finding speaks of: the other document of the same symbol.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The other file.
    pub source: Arc<Source>,
    /// The words in it.
    pub label: Label,
}

/// One replacement of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Bytes of the source that go.
    pub span: Span,
    /// What comes in their place.
    pub text: String,
}

/// A repair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// Whether it may be applied without a person looking at it.
    pub safe: bool,
    /// What to replace.
    pub edits: Vec<Edit>,
}

/// A broken rule at a place. It cannot be built without one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule's id.
    pub rule: String,
    /// How grave it is.
    pub severity: Severity,
    /// What is wrong, with the values.
    pub message: String,
    /// What to do.
    pub help: String,
    /// The words at fault.
    pub primary: Label,
    /// The other words that the finding speaks of: the far end of a contradiction.
    pub others: Vec<Label>,
    /// Words of other files, for a fault between files.
    pub related: Vec<Related>,
    /// How to repair it, where that is known.
    pub fix: Option<Fix>,
}

impl Finding {
    /// Every labelled place, the words at fault first.
    pub fn labels(&self) -> impl Iterator<Item = &Label> {
        std::iter::once(&self.primary).chain(&self.others)
    }
}
