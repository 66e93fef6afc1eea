//! sequence: do the values of the nodes run on without gap or repeat?

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::{Breach, Named, Names, Spot};
use crate::field::{FieldPath, FieldType, Found, Scope, Value};

/// `[check.sequence]`
#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(inline)]
#[serde(deny_unknown_fields)]
pub struct Parameters {
    /// The field whose values run on; it holds numbers.
    #[schemars(with = "FieldPath")]
    field: Spanned<String>,
    /// The highest number that the first may have.
    from: Option<i64>,
    /// The field with the number of the last.
    #[schemars(with = "Option<FieldPath>")]
    to: Option<Spanned<String>>,
    /// The field that those nodes have in common which are numbered together.
    #[schemars(with = "Option<FieldPath>")]
    per: Option<Spanned<String>>,
}

/// Do the values run on: from no more than `from`, each one more than the last, to `to`?
#[derive(Debug)]
pub struct Sequence {
    pub(super) field: Named,
    from: Option<i64>,
    to: Option<Named>,
    per: Option<Named>,
}

impl Parameters {
    pub(super) fn check(&self, names: &mut Names<'_>) -> Option<Sequence> {
        let field = names.typed(&self.field, &[FieldType::Number], "sequence");
        let to = match &self.to {
            Some(path) => names
                .typed(path, &[FieldType::Number], "sequence")
                .map(Some),
            None => Some(None),
        };
        let per = match &self.per {
            Some(path) => names.field(path).map(Some),
            None => Some(None),
        };
        Some(Sequence {
            field: field?,
            from: self.from,
            to: to?,
            per: per?,
        })
    }
}

/// What nodes that run together have in common, in words.
fn key(value: Value<'_>) -> String {
    match value {
        Value::Text(text) => text.to_owned(),
        Value::Date(date) => date.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Symbol(symbol) => symbol.key(),
        Value::Flag(flag) => flag.to_string(),
    }
}

/// The nodes that run together, so far.
struct Run<'d> {
    last: i64,
    scope: Scope<'d>,
    spot: Spot,
    /// Whether the last value is a breach already.
    broken: bool,
}

impl Sequence {
    pub(super) fn ask<'d>(&self, scopes: &[Scope<'d>]) -> Vec<Breach<'d>> {
        let mut runs: Vec<Run<'d>> = Vec::new();
        let mut known: BTreeMap<Option<String>, usize> = BTreeMap::new();
        let mut breaches = Vec::new();
        for scope in scopes {
            let key = self
                .per
                .as_ref()
                .and_then(|per| per.values(scope).first().map(|found| key(found.value)));
            let values = self.field.values(scope);
            if values.is_empty() {
                continue;
            }
            let index = *known.entry(key).or_insert(runs.len());
            for found in &values {
                match runs.get_mut(index) {
                    Some(run) => breaches.extend(self.goes_on(run, scope, found)),
                    None => {
                        let (run, breach) = self.begins(scope, found);
                        runs.extend(run);
                        breaches.extend(breach);
                    }
                }
            }
        }
        breaches.extend(runs.iter().filter_map(|run| self.ends_early(run)));
        breaches
    }

    /// The run that a value opens; a breach where it comes too late.
    fn begins<'d>(
        &self,
        scope: &Scope<'d>,
        found: &Found<'d>,
    ) -> (Option<Run<'d>>, Option<Breach<'d>>) {
        let Value::Number(number) = found.value else {
            return (None, None);
        };
        let late = self.from.filter(|from| number > *from);
        let breach = late.map(|from| {
            let said = format!("{number} comes first, not {from}");
            self.breach(scope, found.into(), from, said)
        });
        let run = Run {
            last: number,
            scope: *scope,
            spot: found.into(),
            broken: late.is_some(),
        };
        (Some(run), breach)
    }

    /// The run with another value; a breach where that is not the next.
    fn goes_on<'d>(
        &self,
        run: &mut Run<'d>,
        scope: &Scope<'d>,
        found: &Found<'d>,
    ) -> Option<Breach<'d>> {
        let Value::Number(number) = found.value else {
            return None;
        };
        run.broken = number != run.last + 1;
        let breach = run.broken.then(|| {
            let said = format!("{number} follows {}", run.last);
            let breach = self.breach(scope, found.into(), run.last + 1, said);
            let mut breach = breach.and_of(&run.scope, &self.field, run.spot);
            breach.extras.push(("previous", run.last.to_string()));
            breach
        });
        (run.last, run.scope, run.spot) = (number, *scope, found.into());
        breach
    }

    /// `said` is what is wrong with the run, in words: `{run}` in templates.
    fn breach<'d>(&self, scope: &Scope<'d>, at: Spot, expected: i64, said: String) -> Breach<'d> {
        let mut breach = Breach::at(scope, &self.field, at);
        breach.extras.push(("expected", expected.to_string()));
        breach.extras.push(("run", said));
        breach
    }

    fn ends_early<'d>(&self, run: &Run<'d>) -> Option<Breach<'d>> {
        let to = self.to.as_ref()?.values(&run.scope);
        let Value::Number(end) = to.first()?.value else {
            return None;
        };
        let said = format!("{} comes last, not {end}", run.last);
        (run.last < end && !run.broken).then(|| self.breach(&run.scope, run.spot, end, said))
    }
}
