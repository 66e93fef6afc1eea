//! The one table of fields, by node, and how many nodes of each kind a document has.

use super::{
    Field, Node, across, addressee, annex, document, inner, languages, letter, masthead, pages,
    record, request, signature, symbol, text,
};
use crate::document::Document;
use crate::repository::Repository;

/// How many nodes of a kind a document has.
pub fn count(document: &Document, node: Node) -> usize {
    match node {
        Node::Document => 1,
        Node::Masthead => usize::from(document.has_layout()),
        Node::Title => usize::from(document.title.is_some()),
        Node::Letter => usize::from(document.form().is_some()),
        // One for the document's own title and one for each annex, whether or not there is one:
        // to count titles for every question would take the square of their number.
        Node::Communication => 1 + document.annexes.len(),
        Node::Annex => document.annexes.len(),
        Node::Signature => document.signatures.len(),
        Node::Footer => usize::from(document.footer.is_some()),
        Node::Page => document.pages.len(),
        Node::Head => document.heads.len(),
        Node::Mention => document.mentions.len(),
        Node::Citation => document.citations.len(),
        Node::Note => document.notes.len(),
        Node::Mark => document.marks.len(),
        Node::Paragraph => document.paragraphs.len(),
        Node::Date => document.dates.len(),
        Node::Record | Node::Family | Node::Versions | Node::Reference => 0,
    }
}

/// How many nodes of a kind a repository has.
pub fn count_across(repository: &Repository, node: Node) -> usize {
    match node {
        Node::Record => repository.cards.len(),
        Node::Family => repository.families.len(),
        Node::Versions => repository.versions.len(),
        Node::Reference => repository.references.len(),
        _ => 0,
    }
}

/// Every field, by node.
pub fn fields() -> impl Iterator<Item = &'static Field> {
    document::FIELDS
        .iter()
        .chain(symbol::FIELDS)
        .chain(languages::FIELDS)
        .chain(masthead::FIELDS)
        .chain(letter::FIELDS)
        .chain(addressee::FIELDS)
        .chain(request::FIELDS)
        .chain(signature::FIELDS)
        .chain(annex::FIELDS)
        .chain(inner::FIELDS)
        .chain(pages::FIELDS)
        .chain(text::FIELDS)
        .chain(record::FIELDS)
        .chain(across::FIELDS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_has_a_name_of_its_own() {
        let mut names: Vec<String> = fields()
            .map(|field| format!("{} {}", field.node.name(), field.name))
            .collect();
        let all = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}
