//! JSON Schemas of the files that people write, from the types that read them: an editor that
//! knows them completes keys and names, and marks mistakes while they are made.

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde::Serialize;
use serde_json::Value;

use crate::check::CheckFile;
use crate::config::SettingsFile;
use crate::rule::RuleFile;

/// The schema of rule files.
pub fn of_rules() -> Schema {
    of::<RuleFile>()
}

/// The schema of `doclint.toml`.
pub fn of_settings() -> Schema {
    of::<SettingsFile>()
}

/// A schema as it is printed, with a line break at its end.
///
/// # Errors
/// None that is known of: a schema is JSON.
pub fn printed(schema: &Schema) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(schema).map(|text| text + "\n")
}

/// Draft 7, which editors understand.
fn of<T: JsonSchema>() -> Schema {
    let settings = SchemaSettings::draft07().with_transform(RecursiveTransform(tidy));
    settings.into_generator().into_root_schema_for::<T>()
}

/// Tidies a schema. TOML has no null: a key that may be left out is left out.
fn tidy(schema: &mut Schema) {
    for key in ["anyOf", "type"] {
        let Some(Value::Array(choices)) = schema.get_mut(key) else {
            continue;
        };
        choices.retain(|choice| {
            *choice != "null" && choice.get("type").is_none_or(|named| named != "null")
        });
        let [only] = choices.as_slice() else {
            continue;
        };
        let only = only.clone();
        match only {
            // Beside a reference nothing else is heeded.
            Value::Object(only) if only.contains_key("$ref") => {
                schema.remove(key);
                schema.insert("allOf".to_owned(), Value::Array(vec![only.into()]));
            }
            Value::Object(only) => {
                schema.remove(key);
                for (key, value) in only {
                    schema.ensure_object().entry(key).or_insert(value);
                }
            }
            name => {
                schema.insert(key.to_owned(), name);
            }
        }
    }
    // How the program keeps a number is nobody's business.
    schema.remove("format");
    if let Some(Value::String(words)) = schema.get_mut("description") {
        *words = words.replace('\n', " ");
    }
}

/// A kind of check, as its type describes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Kind {
    /// The name that rule files use: `[check.agree]`.
    pub name: String,
    /// What it asks.
    pub question: String,
    /// The keys of its table.
    pub parameters: Vec<Parameter>,
}

/// A key in the table of a check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Parameter {
    /// The key.
    pub name: String,
    /// Whether it must be there.
    pub required: bool,
    /// What it says.
    pub about: String,
}

/// The kinds of check in their order.
pub fn kinds() -> Vec<Kind> {
    let schema = of::<CheckFile>();
    let kinds = schema.get("oneOf").and_then(Value::as_array);
    kinds.into_iter().flatten().filter_map(kind).collect()
}

fn kind(schema: &Value) -> Option<Kind> {
    let (name, table) = schema.get("properties")?.as_object()?.iter().next()?;
    let required: Vec<&str> = table
        .get("required")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let parameters = table.get("properties")?.as_object()?.iter();
    Some(Kind {
        name: name.clone(),
        question: described(schema),
        parameters: parameters
            .map(|(name, schema)| Parameter {
                name: name.clone(),
                required: required.contains(&name.as_str()),
                about: described(schema),
            })
            .collect(),
    })
}

fn described(schema: &Value) -> String {
    let words = schema.get("description").and_then(Value::as_str);
    words.unwrap_or_default().to_owned()
}
