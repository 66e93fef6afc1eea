//! unique: do no two nodes share the value?

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::{Breach, Named, Names};
use crate::field::{FieldPath, Found, Scope, Value};
use crate::source::Span;

/// `[check.unique]`
#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(inline)]
#[serde(deny_unknown_fields)]
pub struct Parameters {
    /// The field whose value no two nodes share.
    #[schemars(with = "FieldPath")]
    field: Spanned<String>,
    /// The field that those nodes have in common which are compared with each other.
    #[schemars(with = "Option<FieldPath>")]
    per: Option<Spanned<String>>,
}

/// Do no two nodes share the value?
#[derive(Debug)]
pub struct Unique {
    pub(super) field: Named,
    per: Option<Named>,
}

impl Parameters {
    pub(super) fn check(&self, names: &mut Names<'_>) -> Option<Unique> {
        let field = names.field(&self.field);
        let per = match &self.per {
            Some(path) => names.field(path).map(Some),
            None => Some(None),
        };
        Some(Unique {
            field: field?,
            per: per?,
        })
    }
}

impl Unique {
    pub(super) fn ask<'d>(&self, scopes: &[Scope<'d>]) -> Vec<Breach<'d>> {
        let mut first: std::collections::BTreeMap<(String, String), (Scope<'d>, Span)> =
            std::collections::BTreeMap::new();
        let mut breaches = Vec::new();
        for scope in scopes {
            let group = self
                .per
                .as_ref()
                .and_then(|per| per.values(scope).first().map(key))
                .unwrap_or_default();
            for found in self.field.values(scope) {
                match first.get(&(group.clone(), key(&found))) {
                    // A node may say a thing twice.
                    Some(before) if before.0.index == scope.index => {}
                    Some(before) => {
                        breaches.push(Breach::at(scope, &self.field, found.span).and_of(
                            &before.0,
                            &self.field,
                            before.1,
                        ))
                    }
                    None => {
                        first.insert((group.clone(), key(&found)), (*scope, found.span));
                    }
                }
            }
        }
        breaches
    }
}

fn key(found: &Found<'_>) -> String {
    match found.value {
        Value::Text(text) => {
            let letters: String = text
                .chars()
                .filter(|c| c.is_alphanumeric())
                .flat_map(char::to_lowercase)
                .collect();
            if letters.is_empty() {
                text.trim().to_owned()
            } else {
                letters
            }
        }
        Value::Date(date) => date.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Symbol(symbol) => symbol.key(),
        Value::Flag(flag) => flag.to_string(),
    }
}
