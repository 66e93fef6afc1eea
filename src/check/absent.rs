//! absent: is the field not there?

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::{Breach, Named, Names};
use crate::field::{FieldPath, Scope};

/// `[check.absent]`
#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(inline)]
#[serde(deny_unknown_fields)]
pub struct Parameters {
    /// The field that must not be there.
    #[schemars(with = "FieldPath")]
    field: Spanned<String>,
}

/// Is the field not there?
#[derive(Debug)]
pub struct Absent {
    pub(super) field: Named,
}

impl Parameters {
    pub(super) fn check(&self, names: &mut Names<'_>) -> Option<Absent> {
        Some(Absent {
            field: names.field(&self.field)?,
        })
    }
}

impl Absent {
    pub(super) fn ask<'d>(&self, scope: &Scope<'d>) -> Option<Breach<'d>> {
        let first = *self.field.values(scope).first()?;
        Some(Breach::at(scope, &self.field, &first))
    }
}
