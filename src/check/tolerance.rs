//! How far values may lie apart: `1`, `"3 days"`, `"-14 days"`, `"1 year"`.

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::Names;
use crate::field::FieldType;

/// A distance: a number, or a span of time such as `"180 days"`, in days, weeks or years.
#[derive(Debug, JsonSchema)]
#[schemars(untagged, inline)]
pub enum Distance {
    /// A plain number.
    Number(i64),
    /// A number and its unit.
    Words(#[schemars(regex(pattern = r"^-?[0-9]+ (day|week|year)s?$"))] String),
}

impl<'de> Deserialize<'de> for Distance {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl serde::de::Visitor<'_> for Visitor {
            type Value = Distance;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a number, or a span such as \"180 days\"")
            }

            fn visit_i64<E>(self, number: i64) -> Result<Distance, E> {
                Ok(Distance::Number(number))
            }

            fn visit_str<E>(self, words: &str) -> Result<Distance, E> {
                Ok(Distance::Words(words.to_owned()))
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}

/// The distance in days for dates, in ones for numbers; a mistake when it is neither.
pub(super) fn measured(
    written: &Spanned<Distance>,
    holds: FieldType,
    names: &mut Names<'_>,
) -> Option<i64> {
    let found = match (written.get_ref(), holds) {
        (Distance::Number(number), FieldType::Number) => Some(*number),
        (Distance::Words(words), FieldType::Date) => days(words),
        _ => None,
    };
    if found.is_none() {
        let (message, help) = match holds {
            FieldType::Date => (
                "the distance of dates is a span of time",
                "write it as \"180 days\" or \"1 year\"",
            ),
            FieldType::Number => ("the distance of numbers is a number", "write it as 1"),
            _ => (
                "only dates and numbers have distances",
                "take it out, or compare dates or numbers",
            ),
        };
        names.mistake(written.span(), message.to_owned(), Some(help.to_owned()));
    }
    found
}

fn days(words: &str) -> Option<i64> {
    let (number, unit) = words.split_once(' ')?;
    let number: i64 = number.parse().ok()?;
    let days = match unit {
        "day" | "days" => 1,
        "week" | "weeks" => 7,
        "year" | "years" => 366,
        _ => return None,
    };
    number.checked_mul(days)
}
