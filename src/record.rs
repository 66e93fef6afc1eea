//! What a document says of itself.

use serde::Serialize;

use crate::document::Document;
use crate::source::Source;

/// The entry of a register.
#[derive(Clone, Debug, Serialize)]
pub struct Record {
    file: String,
    kind: &'static str,
}

impl Record {
    /// The record of a document.
    pub fn of(source: &Source, document: &Document) -> Record {
        Record {
            file: source.name().to_owned(),
            kind: document.kind.name(),
        }
    }
}
