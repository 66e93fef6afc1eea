//! The kinds of check: each asks one question of the fields of a rule's nodes. A check knows fields
//! and nothing of rules, reports or other checks.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::field::{Field, Found, Lookup, Scope};
use crate::source::Span;

mod absent;
mod agree;
mod canonical;
mod names;
mod one_of;
mod order;
mod pattern;
mod present;
mod sequence;
#[cfg(test)]
mod tests;
mod tolerance;
mod unique;

pub use names::Names;

/// A field as a rule file names it.
#[derive(Clone, Debug)]
pub struct Named {
    /// The path as written.
    pub path: String,
    /// The field.
    pub field: &'static Field,
}

impl Named {
    /// A document's answer.
    pub fn get<'d>(&self, scope: &Scope<'d>) -> Lookup<'d> {
        (self.field.get)(scope)
    }

    /// The values, when there are any.
    pub fn values<'d>(&self, scope: &Scope<'d>) -> smallvec::SmallVec<[Found<'d>; 1]> {
        match self.get(scope) {
            Lookup::Found(values) => values,
            Lookup::Absent(_) | Lookup::NotApplicable => smallvec::SmallVec::new(),
        }
    }
}

/// A field's words, or the place where it belongs.
#[derive(Clone, Debug)]
pub struct Place<'d> {
    /// The path of the field.
    pub path: String,
    /// Bytes of the source.
    pub span: Span,
    /// The node that has the field.
    pub scope: Scope<'d>,
    /// Across files: the document, from 0.
    pub record: Option<usize>,
}

/// Words of the document that a node is of; across files, of any.
#[derive(Clone, Copy)]
struct Spot {
    span: Span,
    record: Option<usize>,
}

impl From<Span> for Spot {
    fn from(span: Span) -> Self {
        Self { span, record: None }
    }
}

impl From<&Found<'_>> for Spot {
    fn from(found: &Found<'_>) -> Self {
        Self {
            span: found.span,
            record: found.record,
        }
    }
}

/// Where the answer to a check's question is no.
#[derive(Clone, Debug)]
pub struct Breach<'d> {
    /// The words at fault, and the node that was asked.
    pub primary: Place<'d>,
    /// The other end of a contradiction.
    pub others: Vec<Place<'d>>,
    /// Further words for templates: what was expected, where was searched.
    pub extras: Vec<(&'static str, String)>,
}

impl<'d> Breach<'d> {
    fn at(scope: &Scope<'d>, named: &Named, at: impl Into<Spot>) -> Self {
        Self {
            primary: Place::of(scope, named, at.into()),
            others: Vec::new(),
            extras: Vec::new(),
        }
    }

    /// Another place, of the same node.
    fn and(self, named: &Named, at: impl Into<Spot>) -> Self {
        let scope = self.primary.scope;
        self.and_of(&scope, named, at)
    }

    /// Another place, of another node.
    fn and_of(mut self, scope: &Scope<'d>, named: &Named, at: impl Into<Spot>) -> Self {
        self.others.push(Place::of(scope, named, at.into()));
        self
    }
}

impl<'d> Place<'d> {
    fn of(scope: &Scope<'d>, named: &Named, at: Spot) -> Self {
        Self {
            path: named.path.clone(),
            span: at.span,
            scope: *scope,
            record: at.record.or_else(|| scope.record()),
        }
    }
}

/// The kinds with their parameters as a rule file gives them: `[check.agree]`.
#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(inline)]
#[serde(rename_all = "kebab-case")]
pub enum CheckFile {
    /// Is the field there?
    Present(present::Parameters),
    /// Is the field not there?
    Absent(absent::Parameters),
    /// Do the fields say the same? Of several values on a side, as the symbols of a joint document,
    /// one must be the same.
    Agree(agree::Parameters),
    /// Does each come no later, no larger, than the next?
    Order(order::Parameters),
    /// Do the numbers of the nodes run on without gap or repeat?
    Sequence(sequence::Parameters),
    /// Do no two nodes share the value?
    Unique(unique::Parameters),
    /// Is the value one of these?
    OneOf(one_of::Parameters),
    /// Is it written as it should be? Of a date: does the day exist?
    Canonical(canonical::Parameters),
    /// Does the text match a regular expression?
    Pattern(pattern::Parameters),
}

impl CheckFile {
    /// The words beside fields that templates of a rule with this check can use; also where there
    /// are mistakes in it.
    pub const fn extras(&self) -> &'static [&'static str] {
        match self {
            Self::Present(_) => &["searched"],
            Self::Agree(_) => &["field", "values"],
            Self::Sequence(_) => &["run", "previous", "expected"],
            Self::OneOf(_) => &["values"],
            _ => &[],
        }
    }
}

/// The kinds of check, by the names that rule files use.
pub const KINDS: [&str; 9] = [
    "present",
    "absent",
    "agree",
    "order",
    "sequence",
    "unique",
    "one-of",
    "canonical",
    "pattern",
];

/// A check whose fields are known to be there and of the right types.
#[derive(Debug)]
pub enum Check {
    /// Is the field there?
    Present(present::Present),
    /// Is the field not there?
    Absent(absent::Absent),
    /// Do the fields say the same?
    Agree(agree::Agree),
    /// Does each come no later than the next?
    Order(order::Order),
    /// Do the values of the nodes run on?
    Sequence(sequence::Sequence),
    /// Do no two nodes share the value?
    Unique(unique::Unique),
    /// Is the value one of these?
    OneOf(one_of::OneOf),
    /// Is it written in its canonical form?
    Canonical(canonical::Canonical),
    /// Does the text match a regular expression?
    Pattern(pattern::Pattern),
}

impl Check {
    /// The check of a rule file; `None` when the file has mistakes in it, which `names` has then.
    pub fn of(file: &CheckFile, names: &mut Names<'_>) -> Option<Self> {
        Some(match file {
            CheckFile::Present(parameters) => Self::Present(parameters.check(names)?),
            CheckFile::Absent(parameters) => Self::Absent(parameters.check(names)?),
            CheckFile::Agree(parameters) => Self::Agree(parameters.check(names)?),
            CheckFile::Order(parameters) => Self::Order(parameters.check(names)?),
            CheckFile::Sequence(parameters) => Self::Sequence(parameters.check(names)?),
            CheckFile::Unique(parameters) => Self::Unique(parameters.check(names)?),
            CheckFile::OneOf(parameters) => Self::OneOf(parameters.check(names)?),
            CheckFile::Canonical(parameters) => Self::Canonical(parameters.check(names)?),
            CheckFile::Pattern(parameters) => Self::Pattern(parameters.check(names)?),
        })
    }

    /// Every breach among the nodes, in their order.
    pub fn breaches<'d>(&self, scopes: impl Iterator<Item = Scope<'d>>) -> Vec<Breach<'d>> {
        match self {
            Self::Present(check) => scopes.filter_map(|scope| check.ask(&scope)).collect(),
            Self::Absent(check) => scopes.filter_map(|scope| check.ask(&scope)).collect(),
            Self::Agree(check) => scopes.flat_map(|scope| check.ask(&scope)).collect(),
            Self::Order(check) => scopes.flat_map(|scope| check.ask(&scope)).collect(),
            Self::OneOf(check) => scopes.flat_map(|scope| check.ask(&scope)).collect(),
            Self::Canonical(check) => scopes.flat_map(|scope| check.ask(&scope)).collect(),
            Self::Pattern(check) => scopes.flat_map(|scope| check.ask(&scope)).collect(),
            Self::Sequence(check) => check.ask(&scopes.collect::<Vec<_>>()),
            Self::Unique(check) => check.ask(&scopes.collect::<Vec<_>>()),
        }
    }

    /// Its kind, by the name that rule files use.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Present(_) => "present",
            Self::Absent(_) => "absent",
            Self::Agree(_) => "agree",
            Self::Order(_) => "order",
            Self::Sequence(_) => "sequence",
            Self::Unique(_) => "unique",
            Self::OneOf(_) => "one-of",
            Self::Canonical(_) => "canonical",
            Self::Pattern(_) => "pattern",
        }
    }

    /// The fields it looks at.
    pub fn fields(&self) -> Vec<&Named> {
        match self {
            Self::Present(check) => vec![&check.field],
            Self::Absent(check) => vec![&check.field],
            Self::Agree(check) => check.fields.iter().collect(),
            Self::Order(check) => check.fields.iter().collect(),
            Self::Sequence(check) => vec![&check.field],
            Self::Unique(check) => vec![&check.field],
            Self::OneOf(check) => vec![&check.field],
            Self::Canonical(check) => vec![&check.field],
            Self::Pattern(check) => vec![&check.field],
        }
    }

    /// Their paths, for the page of a rule.
    pub fn paths(&self) -> Vec<&str> {
        let fields = self.fields().into_iter();
        fields.map(|named| named.path.as_str()).collect()
    }
}
