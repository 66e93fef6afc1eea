//! present: is the field there?

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::{Breach, Named, Names};
use crate::field::{FieldPath, Lookup, Scope};

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
        let first = scope.source.line_of(absence.searched.start);
        // A line end belongs to the line before it.
        let words = scope.source.slice(absence.searched).trim_end();
        let end = absence.searched.start + words.len();
        let last = scope.source.line_of(end);
        let searched = if first == last {
            format!("line {first}")
        } else {
            format!("lines {first} to {last}")
        };
        breach.extras.push(("searched", searched));
        Some(breach)
    }
}
