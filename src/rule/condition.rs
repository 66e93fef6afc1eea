//! `when`: the values with which a rule applies.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use toml::Spanned;

use crate::check::{Named, Names};
use crate::field::{FieldType, Found, Scope, Value};
use crate::grammar::text::same_words;

/// One word, or a list of them.
#[derive(Debug)]
pub(super) struct OneOrMany(Vec<String>);

impl<'de> Deserialize<'de> for OneOrMany {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = OneOrMany;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a value or a list of values, in quotes")
            }

            fn visit_str<E>(self, word: &str) -> Result<OneOrMany, E> {
                Ok(OneOrMany(vec![word.to_owned()]))
            }

            fn visit_seq<A: serde::de::SeqAccess<'de>>(
                self,
                mut list: A,
            ) -> Result<OneOrMany, A::Error> {
                let mut words = Vec::new();
                while let Some(word) = list.next_element()? {
                    words.push(word);
                }
                Ok(OneOrMany(words))
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}

impl JsonSchema for OneOrMany {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "OneOrMany".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "anyOf": [
                { "type": "string" },
                { "type": "array", "items": { "type": "string" }, "minItems": 1 },
            ]
        })
    }
}

/// A field and the values with which the rule applies.
#[derive(Debug)]
pub(super) struct Condition {
    pub(super) field: Named,
    pub(super) values: Vec<String>,
}

impl Condition {
    /// The condition that a rule file writes; `None` when there is no such field.
    pub(super) fn load(
        path: &Spanned<String>,
        values: &Spanned<OneOrMany>,
        names: &mut Names<'_>,
    ) -> Option<Self> {
        let field = names.field(path)?;
        let holds = field.field.holds;
        let is_possible = |value: &String| match holds {
            FieldType::Flag => value == "true" || value == "false",
            FieldType::Number => value.parse::<i64>().is_ok(),
            FieldType::Text | FieldType::Date | FieldType::Symbol => true,
        };
        let OneOrMany(listed) = values.get_ref();
        if listed.is_empty() || !listed.iter().all(is_possible) {
            let help = match holds {
                FieldType::Flag => "a flag is \"true\" or \"false\"",
                FieldType::Number => "a number is written in digits, in quotes",
                _ => "name the values with which the rule applies",
            };
            names.mistake(
                values.span(),
                "this condition never holds".to_owned(),
                Some(help.to_owned()),
            );
        }
        Some(Self {
            field,
            values: listed.clone(),
        })
    }

    /// Whether a value of the field is among those listed.
    pub(super) fn holds(&self, scope: &Scope<'_>) -> bool {
        let listed = |found: &Found<'_>| self.values.iter().any(|value| is(found.value, value));
        self.field.values(scope).iter().any(listed)
    }
}

/// Whether a value is the one that a rule file writes so.
fn is(value: Value<'_>, written: &str) -> bool {
    match value {
        Value::Text(text) => same_words(text, written),
        Value::Number(number) => number.to_string() == written,
        Value::Flag(flag) => flag.to_string() == written,
        Value::Date(date) => date.to_string() == written,
        Value::Symbol(symbol) => same_words(&symbol.canonical, written),
    }
}
