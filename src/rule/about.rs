//! What a rule asks, for those who read it: its fields, its conditions, its parameters, and what it
//! looks at in a document.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{ExampleText, Rule};
use crate::check::Named;
use crate::document::Document;
use crate::field::{Scope, fields_of, scopes};
use crate::source::{Source, Span};

/// The part of a rule file that has the parameters.
#[derive(Deserialize)]
struct CheckOnly {
    check: BTreeMap<String, toml::Table>,
}

impl Rule {
    /// The kind of its check, by the name that rule files use.
    pub const fn kind(&self) -> &'static str {
        self.check.kind()
    }

    /// The fields that its check looks at, with what each is.
    pub fn fields(&self) -> Vec<(&str, &'static str)> {
        let about = |path: &str| {
            let known = fields_of(self.node).find(|field| field.path() == path);
            known.map_or("", |field| field.about)
        };
        let paths = self.check.paths().into_iter();
        paths.map(|path| (path, about(path))).collect()
    }

    /// The fields of `when` with the values with which the rule applies.
    pub fn conditions(&self) -> Vec<(&str, &[String])> {
        let conditions = self.when.iter();
        conditions
            .map(|condition| (condition.field.path.as_str(), condition.values.as_slice()))
            .collect()
    }

    /// The other keys of its check with their values, as TOML.
    pub fn parameters(&self) -> Vec<(String, String)> {
        let text = match &self.examples {
            ExampleText::File(source) => source.text(),
            ExampleText::Carried(_, text) => text,
        };
        // The file has been read before, so that there is nothing to complain of.
        let Ok(file) = toml::from_str::<CheckOnly>(super::file::head(text)) else {
            return Vec::new();
        };
        let tables = file.check.into_values();
        tables
            .flatten()
            .filter(|(key, _)| key != "field" && key != "fields")
            .map(|(key, value)| (key, value.to_string()))
            .collect()
    }

    /// The values of its fields in a document, where the rule applies. In bytes of the source.
    pub fn looked_at(&self, source: &Source, document: &Document) -> Vec<Span> {
        let nodes = scopes(source, document, self.node);
        nodes
            .filter(|scope| self.when.iter().all(|condition| condition.holds(scope)))
            .flat_map(|scope| spans(&scope, self.check.fields()))
            .collect()
    }

    /// The values that its conditions look at in a document. In bytes of the source.
    pub fn conditions_met(&self, source: &Source, document: &Document) -> Vec<Span> {
        let conditions = self.when.iter().map(|condition| &condition.field);
        let fields: Vec<&Named> = conditions.collect();
        let nodes = scopes(source, document, self.node);
        nodes
            .flat_map(|scope| spans(&scope, fields.clone()))
            .collect()
    }
}

fn spans(scope: &Scope<'_>, fields: Vec<&Named>) -> Vec<Span> {
    let values = fields.into_iter().flat_map(|named| named.values(scope));
    values.map(|found| found.span).collect()
}
