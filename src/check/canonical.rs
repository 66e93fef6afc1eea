//! canonical: is it written in its canonical form? For a date: is there such a day?

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::{Breach, Named, Names};
use crate::field::{FieldPath, Found, Scope, Value};

/// `[check.canonical]`
#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(inline)]
#[serde(deny_unknown_fields)]
pub struct Parameters {
    /// The field that must be written as it should be; of a date, the day must exist.
    #[schemars(with = "FieldPath")]
    field: Spanned<String>,
}

/// Is it written in its canonical form?
#[derive(Debug)]
pub struct Canonical {
    pub(super) field: Named,
}

impl Parameters {
    pub(super) fn check(&self, names: &mut Names<'_>) -> Option<Canonical> {
        Some(Canonical {
            field: names.field(&self.field)?,
        })
    }
}

impl Canonical {
    pub(super) fn ask<'d>(&self, scope: &Scope<'d>) -> Vec<Breach<'d>> {
        self.field
            .values(scope)
            .into_iter()
            .filter(|found| !is_canonical(found))
            .map(|found| Breach::at(scope, &self.field, &found))
            .collect()
    }
}

fn is_canonical(found: &Found<'_>) -> bool {
    match found.value {
        Value::Date(date) => date.civil().is_some(),
        _ => found
            .canonical
            .is_none_or(|canonical| canonical == found.written),
    }
}
