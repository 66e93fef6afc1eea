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
#[schemars(
    inline,
    extend(
        "if" = { "required": ["within"] },
        "else" = { "properties": { "fields": { "minItems": 2 } } }
    )
)]
#[serde(deny_unknown_fields)]
pub struct Parameters {
    /// The fields: the first is compared with each of the others.
    #[schemars(with = "Vec<FieldPath>", length(min = 1))]
    fields: Spanned<Vec<Spanned<String>>>,
    /// Whether the values of each field, such as the dates of language versions, are compared with
    /// one another instead.
    #[serde(default)]
    within: bool,
    /// How far apart the values may lie: `1` for numbers, `"3 days"` for dates.
    #[schemars(with = "Option<Distance>")]
    tolerance: Option<Spanned<Distance>>,
    /// Whether every value of the first field must be among the others', not just one.
    #[serde(default)]
    every: bool,
}

/// Do the fields say the same?
#[derive(Debug)]
pub struct Agree {
    pub(super) fields: Vec<Named>,
    /// Whether the values of each field are compared with one another.
    within: bool,
    tolerance: i64,
    /// Whether every value of the first field must be among the others', not just one.
    every: bool,
}

impl Parameters {
    pub(super) fn check(&self, names: &mut Names<'_>) -> Option<Agree> {
        let fields = match self.within {
            true => names.fields(&self.fields, 1)?,
            false => of_one_type(&self.fields, names)?,
        };
        let tolerance = match &self.tolerance {
            Some(written) => {
                let tolerance = measured(written, fields[0].field.holds, names)?;
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
            within: self.within,
            tolerance,
            every: self.every,
        })
    }
}

impl Agree {
    pub(super) fn ask<'d>(&self, scope: &Scope<'d>) -> Vec<Breach<'d>> {
        if self.within {
            let fields = self.fields.iter();
            return fields
                .filter_map(|named| self.differ(named, scope))
                .collect();
        }
        self.contradict(scope).into_iter().collect()
    }

    /// The first field against one of the others.
    fn contradict<'d>(&self, scope: &Scope<'d>) -> Option<Breach<'d>> {
        let (first, others) = self.fields.split_first()?;
        let ours = first.values(scope);
        if ours.is_empty() {
            return None;
        }
        for other in others {
            let theirs = other.values(scope);
            let among = |one: &&Found<'_>| theirs.iter().any(|two| self.same(one, two));
            let stray = ours.iter().find(|one| !among(one));
            // Several values on a side are alternatives, unless every one is asked for: the symbols
            // of a joint document.
            let agree = theirs.is_empty() || (!self.every && ours.iter().any(|one| among(&one)));
            if let Some(stray) = stray.filter(|_| !agree) {
                let breach = Breach::at(scope, first, stray);
                return Some(
                    theirs
                        .iter()
                        .fold(breach, |breach, found| breach.and(other, found)),
                );
            }
        }
        None
    }

    /// The values of a field against each other: the first that most do not share is at fault, or
    /// the first of all when they are of two minds.
    fn differ<'d>(&self, named: &Named, scope: &Scope<'d>) -> Option<Breach<'d>> {
        let values = named.values(scope);
        let alike = |one: &Found<'_>| values.iter().filter(|two| self.same(one, two)).count();
        if values
            .first()
            .is_none_or(|first| alike(first) == values.len())
        {
            return None;
        }
        let at_fault = values
            .iter()
            .position(|found| alike(found) * 2 <= values.len())
            .unwrap_or_default();
        let others = values
            .iter()
            .enumerate()
            .filter(|(index, _)| *index != at_fault);
        let breach = Breach::at(scope, named, &values[at_fault]);
        let mut breach = others.fold(breach, |breach, (_, found)| breach.and(named, found));
        breach.extras.push(("field", named.field.name.to_owned()));
        breach.extras.push(("values", distinct(&values)));
        Some(breach)
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
            (Value::Symbol(one), Value::Symbol(two)) => {
                one.canonical == two.canonical || one.key() == two.key()
            }
            (Value::Flag(one), Value::Flag(two)) => one == two,
            // Types are compared when the rule is loaded.
            _ => true,
        }
    }
}

/// Fields that can be compared with each other.
fn of_one_type(paths: &Spanned<Vec<Spanned<String>>>, names: &mut Names<'_>) -> Option<Vec<Named>> {
    let fields = names.fields(paths, 2)?;
    let holds = fields[0].field.holds;
    for (named, path) in fields.iter().zip(paths.get_ref()).skip(1) {
        if !names.holds(named, path.span(), &[holds], "agree") {
            return None;
        }
    }
    Some(fields)
}

/// The values in words, each once.
fn distinct(values: &[Found<'_>]) -> String {
    let mut words: Vec<String> = Vec::new();
    for found in values {
        let word = found.value.to_string();
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words.join(", ")
}
