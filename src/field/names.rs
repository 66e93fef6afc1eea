//! The names of nodes and fields as a JSON Schema knows them, so that an editor can offer them.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::{Node, table};

/// The name of a node.
pub struct NodeName;

impl JsonSchema for NodeName {
    fn schema_name() -> Cow<'static, str> {
        "Node".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "enum": Node::ALL.map(Node::name) })
    }
}

/// The path of a field, whatever node the rule looks at.
pub struct FieldPath;

impl JsonSchema for FieldPath {
    fn schema_name() -> Cow<'static, str> {
        "Field".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let paths = paths();
        let (names, about): (Vec<_>, Vec<_>) = paths.into_iter().unzip();
        // Editors that read TOML with Taplo show these beside the names.
        json_schema!({
            "type": "string",
            "enum": names,
            "x-taplo": { "docs": { "enumValues": about } },
        })
    }
}

/// The paths of all fields in their order, with what each is. Nodes that a document has many of
/// share paths: `number` is an annex's and a page's.
fn paths() -> Vec<(String, String)> {
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut paths: Vec<(String, String)> = Vec::new();
    for field in table::fields() {
        let about = match field.node.is_singular() {
            true => field.about.to_owned(),
            false => format!("of each {}: {}", field.node.name(), field.about),
        };
        let place = *places.entry(field.path()).or_insert(paths.len());
        match paths.get_mut(place) {
            Some((_, said)) => said.push_str(&format!("; {about}")),
            None => paths.push((field.path(), about)),
        }
    }
    paths
}

/// Values by the path of a field.
pub struct ByField<T>(PhantomData<T>);

impl<T: JsonSchema> JsonSchema for ByField<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("{}ByField", T::schema_name()).into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "propertyNames": generator.subschema_for::<FieldPath>(),
            "additionalProperties": generator.subschema_for::<T>(),
        })
    }
}
