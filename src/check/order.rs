//! order: does each come no later, no larger, than the next?

use schemars::JsonSchema;
use serde::Deserialize;
use smallvec::SmallVec;
use toml::Spanned;

use super::tolerance::{Distance, measured};
use super::{Breach, Named, Names};
use crate::field::{FieldPath, FieldType, Found, Scope, Value};

/// `[check.order]`
#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(inline)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Parameters {
    /// The fields, the earliest or smallest first; they hold dates or numbers. With one field: its
    /// values in order.
    #[schemars(with = "Vec<FieldPath>", length(min = 1))]
    fields: Spanned<Vec<Spanned<String>>>,
    /// How far the next may lie behind the one before, at most: `1`, `"180 days"`.
    #[schemars(with = "Option<Distance>")]
    at_most: Option<Spanned<Distance>>,
    /// How far the next must lie behind the one before, at least: `1`, `"-14 days"`.
    #[schemars(with = "Option<Distance>")]
    at_least: Option<Spanned<Distance>>,
}

/// Does each come no later than the next? With a single field, its values in order.
#[derive(Debug)]
pub struct Order {
    pub(super) fields: Vec<Named>,
    least: Option<i64>,
    most: Option<i64>,
}

impl Parameters {
    pub(super) fn check(&self, names: &mut Names<'_>) -> Option<Order> {
        let fields = names.fields(&self.fields, 1)?;
        for (named, path) in fields.iter().zip(self.fields.get_ref()) {
            if !names.holds(
                named,
                path.span(),
                &[FieldType::Date, FieldType::Number],
                "order",
            ) {
                return None;
            }
        }
        let holds = fields[0].field.holds;
        for (named, path) in fields.iter().zip(self.fields.get_ref()).skip(1) {
            if !names.holds(named, path.span(), &[holds], "order") {
                return None;
            }
        }
        let mut distance = |written: &Option<Spanned<Distance>>| match written {
            Some(written) => measured(written, holds, names).map(Some),
            None => Some(None),
        };
        let (most, least) = (distance(&self.at_most)?, distance(&self.at_least)?);
        // "At most 180 days" asks for no more: what comes before is another rule's fault.
        let least = least.or(if most.is_none() { Some(0) } else { None });
        Some(Order {
            fields,
            least,
            most,
        })
    }
}

impl Order {
    pub(super) fn ask<'d>(&self, scope: &Scope<'d>) -> Vec<Breach<'d>> {
        let values: SmallVec<[(&Named, Found<'d>); 2]> = match self.fields.as_slice() {
            [only] => only
                .values(scope)
                .into_iter()
                .map(|found| (only, found))
                .collect(),
            several => several
                .iter()
                .filter_map(|named| Some((named, *named.values(scope).first()?)))
                .collect(),
        };
        if self.fields.len() > 1 && values.len() < self.fields.len() {
            return Vec::new();
        }
        values
            .windows(2)
            .filter(|pair| {
                difference(&pair[0].1, &pair[1].1).is_some_and(|apart| !self.allows(apart))
            })
            .map(|pair| Breach::at(scope, pair[0].0, &pair[0].1).and(pair[1].0, &pair[1].1))
            .collect()
    }

    fn allows(&self, apart: i64) -> bool {
        self.least.is_none_or(|least| apart >= least) && self.most.is_none_or(|most| apart <= most)
    }
}

/// From one value to the next, in days or ones; `None` for a date that does not exist.
fn difference(one: &Found<'_>, next: &Found<'_>) -> Option<i64> {
    match (one.value, next.value) {
        (Value::Date(one), Value::Date(next)) => one.days_until(next),
        (Value::Number(one), Value::Number(next)) => Some(next - one),
        _ => None,
    }
}
