//! agree: do the fields say the same?

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::tolerance::{Distance, measured};
use super::{Breach, Named, Names};
use crate::field::{FieldPath, Found, Scope, Value};
use crate::grammar::text::same_words;

/// `[check.agree]`
#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(inline)]
#[serde(deny_unknown_fields)]
pub struct Parameters {
    /// The fields: the first is compared with each of the others.
    #[schemars(with = "Vec<FieldPath>", length(min = 2))]
    fields: Spanned<Vec<Spanned<String>>>,
    /// How far apart the values may lie: `1` for numbers, `"3 days"` for dates.
    #[schemars(with = "Option<Distance>")]
    tolerance: Option<Spanned<Distance>>,
    /// Whether every value of the first field must be among the others', not just one.
    #[serde(default)]
    every: bool,
}

/// Do the fields say the same? The first is compared with each of the others.
#[derive(Debug)]
pub struct Agree {
    pub(super) fields: Vec<Named>,
    tolerance: i64,
    /// Whether every value of the first field must be among the others', not just one.
    every: bool,
}

impl Parameters {
    pub(super) fn check(&self, names: &mut Names<'_>) -> Option<Agree> {
        let fields = names.fields(&self.fields, 2)?;
        let holds = fields[0].field.holds;
        for (named, path) in fields.iter().zip(self.fields.get_ref()).skip(1) {
            if !names.holds(named, path.span(), &[holds], "agree") {
                return None;
            }
        }
        let tolerance = match &self.tolerance {
            Some(written) => {
                let tolerance = measured(written, holds, names)?;
                if tolerance < 0 {
                    names.mistake(
                        written.span(),
                        "a tolerance is not negative".to_owned(),
                        Some("it says how far apart the values may lie, on either side".to_owned()),
                    );
                    return None;
                }
                tolerance
            }
            None => 0,
        };
        Some(Agree {
            fields,
            tolerance,
            every: self.every,
        })
    }
}

impl Agree {
    pub(super) fn ask<'d>(&self, scope: &Scope<'d>) -> Option<Breach<'d>> {
        let (first, others) = self.fields.split_first()?;
        let ours = first.values(scope);
        for other in others {
            let theirs = other.values(scope);
            let among = |one: &&Found<'_>| theirs.iter().any(|two| self.same(one, two));
            let stray = ours.iter().find(|one| !among(one));
            // Several values on a side are alternatives, unless every one is asked for: the symbols
            // of a joint document.
            let agree = theirs.is_empty() || (!self.every && ours.iter().any(|one| among(&one)));
            if let Some(stray) = stray.filter(|_| !agree) {
                let at = stray.span;
                let far = theirs.iter().map(|found| found.span);
                return Some(far.fold(Breach::at(scope, first, at), |breach, span| {
                    breach.and(other, span)
                }));
            }
        }
        None
    }

    fn same(&self, one: &Found<'_>, two: &Found<'_>) -> bool {
        match (one.value, two.value) {
            (Value::Text(one), Value::Text(two)) => same_words(one, two),
            (Value::Number(one), Value::Number(two)) => {
                one.abs_diff(two) <= self.tolerance.unsigned_abs()
            }
            // A date that does not exist contradicts nothing: it is a fault of its own.
            (Value::Date(one), Value::Date(two)) => one
                .days_until(two)
                .is_none_or(|days| days.abs() <= self.tolerance),
            (Value::Symbol(one), Value::Symbol(two)) => one.key() == two.key(),
            (Value::Flag(one), Value::Flag(two)) => one == two,
            // Types are compared when the rule is loaded.
            _ => true,
        }
    }
}
