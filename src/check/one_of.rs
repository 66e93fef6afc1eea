//! one-of: is the value one of these?

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::{Breach, Named, Names};
use crate::field::{FieldPath, FieldType, Scope, Value};
use crate::grammar::text::same_words;

/// `[check.one-of]`
#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(inline)]
#[serde(deny_unknown_fields)]
pub struct Parameters {
    /// The field; it holds text.
    #[schemars(with = "FieldPath")]
    field: Spanned<String>,
    /// The values allowed.
    #[schemars(with = "Vec<String>", length(min = 1))]
    values: Spanned<Vec<String>>,
}

/// Is the value one of these?
#[derive(Debug)]
pub struct OneOf {
    pub(super) field: Named,
    values: Vec<String>,
}

impl Parameters {
    pub(super) fn check(&self, names: &mut Names<'_>) -> Option<OneOf> {
        let field = names.typed(&self.field, &[FieldType::Text], "one-of");
        if self.values.get_ref().is_empty() {
            names.mistake(
                self.values.span(),
                "at least one value is wanted here".to_owned(),
                None,
            );
        }
        Some(OneOf {
            field: field?,
            values: self.values.get_ref().clone(),
        })
    }
}

impl OneOf {
    pub(super) fn ask<'d>(&self, scope: &Scope<'d>) -> Vec<Breach<'d>> {
        let stranger = |value: Value<'_>| matches!(value, Value::Text(text) if !self.values.iter().any(|known| same_words(known, text)));
        self.field
            .values(scope)
            .into_iter()
            .filter(|found| stranger(found.value))
            .map(|found| {
                let mut breach = Breach::at(scope, &self.field, &found);
                breach.extras.push(("values", self.values.join(", ")));
                breach
            })
            .collect()
    }
}
