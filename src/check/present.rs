//! present: is the field there?

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::{Breach, Named, Names};
use crate::field::{FieldPath, Lookup, Scope};
use crate::source::Span;

/// `[check.present]`
#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(inline)]
#[serde(deny_unknown_fields)]
pub struct Parameters {
    /// The field that must be there.
    #[schemars(with = "FieldPath")]
    field: Spanned<String>,
}

/// Is the field there?
#[derive(Debug)]
pub struct Present {
    pub(super) field: Named,
}

impl Parameters {
    pub(super) fn check(&self, names: &mut Names<'_>) -> Option<Present> {
        Some(Present {
            field: names.field(&self.field)?,
        })
    }
}

impl Present {
    pub(super) fn ask<'d>(&self, scope: &Scope<'d>) -> Option<Breach<'d>> {
        let Lookup::Absent(absence) = self.field.get(scope) else {
            return None;
        };
        let mut breach = Breach::at(scope, &self.field, absence.at);
        let searched = match scope.repository {
            Some(repository) => match repository.cards.len() {
                1 => "1 document".to_owned(),
                count => format!("{count} documents"),
            },
            None => lines(scope, absence.searched),
        };
        breach.extras.push(("searched", searched));
        Some(breach)
    }
}

/// The lines of a span, in words.
fn lines(scope: &Scope<'_>, searched: Span) -> String {
    let first = scope.source.line_of(searched.start);
    // A line end belongs to the line before it.
    let words = scope.source.slice(searched).trim_end();
    let end = searched.start + words.len();
    let last = scope.source.line_of(end);
    if first == last {
        format!("line {first}")
    } else {
        format!("lines {first} to {last}")
    }
}
