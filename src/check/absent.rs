//! absent: is the field not there?

use serde::Deserialize;
use toml::Spanned;

use super::{Breach, Named, Names};
use crate::field::Scope;

/// `[check.absent]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameters {
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
        let first = self.field.values(scope).first()?.span;
        Some(Breach::at(scope, &self.field, first))
    }
}
