//! unique: do no two nodes share the value?

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::{Breach, Named, Names};
use crate::field::{FieldPath, Found, Scope, Value};

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
    /// The field that makes nodes one thing: those with the same value of it may share the other.
    #[schemars(with = "Option<FieldPath>")]
    unless: Option<Spanned<String>>,
}

/// Do no two nodes share the value?
#[derive(Debug)]
pub struct Unique {
    pub(super) field: Named,
    per: Option<Named>,
    unless: Option<Named>,
}

impl Parameters {
    pub(super) fn check(&self, names: &mut Names<'_>) -> Option<Unique> {
        let mut optional = |path: &Option<Spanned<String>>| match path {
            Some(path) => names.field(path).map(Some),
            None => Some(None),
        };
        let (per, unless) = (optional(&self.per), optional(&self.unless));
        Some(Unique {
            field: names.field(&self.field)?,
            per: per?,
            unless: unless?,
        })
    }
}

/// A value of a node: what it is compared by, which node, which of its values.
type Keyed = (String, usize, usize);

impl Unique {
    /// In a document each node that repeats a value is a breach, with the first that has it. Across
    /// files each shared value is one, at the first of the files; files that share several values, as
    /// two copies of a joint document, are told of once.
    pub(super) fn ask<'d>(&self, scopes: &[Scope<'d>]) -> Vec<Breach<'d>> {
        let mut keyed: Vec<Keyed> = Vec::new();
        for (node, scope) in scopes.iter().enumerate() {
            let values = self.field.values(scope);
            let per = self.per.as_ref().filter(|_| !values.is_empty());
            let group = per.and_then(|per| per.values(scope).first().map(key));
            let group = group.unwrap_or_default();
            for (place, found) in values.iter().enumerate() {
                keyed.push((format!("{group}\n{}", key(found)), node, place));
            }
        }
        keyed.sort_unstable();
        // A node may say a thing twice.
        keyed.dedup_by(|next, one| next.0 == one.0 && next.1 == one.1);
        let shared = keyed.chunk_by(|one, next| one.0 == next.0);
        let mut groups: Vec<Vec<(usize, usize)>> = shared
            .filter(|group| group.len() > 1 && self.are_apart(group, scopes))
            .map(|group| {
                group
                    .iter()
                    .map(|(_, node, place)| (*node, *place))
                    .collect()
            })
            .collect();
        groups.sort_unstable();
        groups.dedup_by(|next, one| next.iter().map(|at| at.0).eq(one.iter().map(|at| at.0)));
        let is_across = scopes.iter().any(|scope| scope.repository.is_some());
        let breaches = groups.iter().flat_map(|group| match is_across {
            true => vec![group.clone()],
            false => group[1..]
                .iter()
                .map(|place| vec![*place, group[0]])
                .collect(),
        });
        let breaches = breaches.filter_map(|places| self.breach(&places, scopes));
        breaches.collect()
    }

    /// Whether these nodes are more than one thing.
    fn are_apart(&self, group: &[Keyed], scopes: &[Scope<'_>]) -> bool {
        let Some(unless) = &self.unless else {
            return true;
        };
        let mut known = BTreeSet::new();
        group.iter().enumerate().any(|(index, (_, node, _))| {
            let own: Vec<String> = unless.values(&scopes[*node]).iter().map(key).collect();
            let is_apart = index > 0 && !own.iter().any(|key| known.contains(key));
            known.extend(own);
            is_apart
        })
    }

    /// The breach at the first of these places.
    fn breach<'d>(&self, group: &[(usize, usize)], scopes: &[Scope<'d>]) -> Option<Breach<'d>> {
        let found = |(node, place): (usize, usize)| {
            let scope = &scopes[node];
            Some((scope, *self.field.values(scope).get(place)?))
        };
        let (first, others) = group.split_first()?;
        let (scope, value) = found(*first)?;
        let breach = Breach::at(scope, &self.field, &value);
        let others = others.iter().filter_map(|place| found(*place));
        Some(others.fold(breach, |breach, (scope, value)| {
            breach.and_of(scope, &self.field, &value)
        }))
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
