//! Fields of the document that an annex reproduces. They are named `inner.…`, because `document.…`
//! and `masthead.…` are the outer document's from everywhere.

use super::answer::{about, absent, date, one, several, symbol};
use super::{Field, FieldType, Lookup, Node, Scope, Value};
use crate::document::{Annex, Form, Front, Kind, Masthead};
use crate::source::Span;

const NODE: Node = Node::Annex;

pub(super) static FIELDS: &[Field] = &[
    Field {
        node: NODE,
        name: "inner.kind",
        holds: FieldType::Text,
        about: "what kind of document the annex reproduces: letter, draft-resolution, …",
        get: |scope| {
            in_document(scope, |front| {
                let place = front
                    .title
                    .as_ref()
                    .map_or(front.masthead.first, |title| title.span);
                about(scope, place, Value::Text(front.kind.name()))
            })
        },
    },
    Field {
        node: NODE,
        name: "inner.symbol",
        holds: FieldType::Symbol,
        about: "the symbols in the masthead of a document that the annex reproduces",
        get: |scope| {
            in_masthead(scope, |masthead, otherwise| {
                several(masthead.symbols.iter().map(symbol), otherwise)
            })
        },
    },
    Field {
        node: NODE,
        name: "inner.distribution",
        holds: FieldType::Text,
        about: "the distribution in that masthead: general, limited, restricted, provisional, unknown",
        get: |scope| {
            in_masthead(scope, |masthead, otherwise| {
                masthead
                    .distribution
                    .as_ref()
                    .map_or(otherwise, |distribution| {
                        one(distribution, Value::Text(distribution.value.name()))
                    })
            })
        },
    },
    Field {
        node: NODE,
        name: "inner.date",
        holds: FieldType::Date,
        about: "the date in that masthead",
        get: |scope| {
            in_masthead(scope, |masthead, otherwise| {
                date(masthead.date.as_ref(), otherwise)
            })
        },
    },
    Field {
        node: NODE,
        name: "inner.title",
        holds: FieldType::Text,
        about: "the title of the document that the annex reproduces",
        get: |scope| {
            in_document(scope, |front| match &front.title {
                Some(title) => about(scope, title.span, Value::Text(&title.text)),
                None if front.kind == Kind::MeetingRecord || front.masthead.agenda_titles => {
                    Lookup::NotApplicable
                }
                None => absent(Span::empty(front.masthead.span.end), annex(scope).content),
            })
        },
    },
    Field {
        node: NODE,
        name: "inner.signature",
        holds: FieldType::Text,
        about: "the signature of a letter that the annex reproduces",
        get: inner_signature,
    },
];

fn annex<'d>(scope: &Scope<'d>) -> &'d Annex {
    &scope.document.annexes[scope.index]
}

fn in_document<'d>(scope: &Scope<'d>, get: impl Fn(&'d Front) -> Lookup<'d>) -> Lookup<'d> {
    annex(scope)
        .document
        .as_deref()
        .map_or(Lookup::NotApplicable, get)
}

/// Something that the masthead of a reproduced document must have; a communication reproduced
/// without its masthead has none of it.
fn in_masthead<'d>(
    scope: &Scope<'d>,
    get: impl Fn(&'d Masthead, Lookup<'d>) -> Lookup<'d>,
) -> Lookup<'d> {
    in_document(scope, |front| {
        let masthead = &front.masthead;
        if masthead.span.is_empty() {
            return Lookup::NotApplicable;
        }
        get(masthead, absent(masthead.first, masthead.span))
    })
}

fn inner_signature<'d>(scope: &Scope<'d>) -> Lookup<'d> {
    let annex = annex(scope);
    let form = annex
        .communication()
        .and_then(|title| title.form.as_ref())
        .map(|form| form.value);
    if !matches!(form, Some(Form::Letter | Form::IdenticalLetters)) {
        return Lookup::NotApplicable;
    }
    // Signatures are in reading order, and so are the annexes they stand in.
    let signatures = &scope.document.signatures;
    let before = signatures.partition_point(|signature| signature.annex < Some(scope.index));
    match signatures.get(before) {
        Some(signature) if signature.annex == Some(scope.index) => {
            about(scope, signature.span, Value::Text(""))
        }
        _ => absent(Span::empty(annex.content.end), annex.content),
    }
}

#[cfg(test)]
mod tests {
    use crate::field::{Lookup, Node, find, scopes};
    use crate::source::Source;

    /// The words of a field of each annex; where it belongs when it is not there.
    fn answers(source: &Source, field: &str) -> Vec<String> {
        let document = crate::read(source);
        let get = find(Node::Annex, field).unwrap().get;
        scopes(source, &document, Node::Annex)
            .map(|scope| match get(&scope) {
                Lookup::Found(found) => found[0].written.to_owned(),
                Lookup::Absent(absence) => {
                    format!("absent in {:?}", source.slice(absence.searched))
                }
                Lookup::NotApplicable => "none".to_owned(),
            })
            .collect()
    }

    #[test]
    fn fields_of_a_document_in_an_annex() {
        let source = Source::new(
            "text",
            "United Nations S/2023/463\n\nLetter dated 21 June 2023 from the Permanent Representative of Malta to the\nUnited Nations addressed to the President of the Security Council\nI transmit four annexes.\n\nAnnex I\n\nUnited Nations S/2023/455\nSecurity Council\nProvisional\n19 June 2023\n\nMalta: draft resolution\nThe Security Council,\n\nAnnex II\n\nSecurity Council\nDistr.: General\n\nAnnex III\nLetter dated 12 June 2023 from the Minister of Water of Malta addressed to the\nSecretary-General\nThe wells are dry.\n\nAnnex IV\nA map\n",
        );
        let content = r#"absent in "\n\nSecurity Council\nDistr.: General""#;
        let bare = r#"absent in "Security Council\nDistr.: General""#;
        let title = "Letter dated 12 June 2023 from the Minister of Water of Malta addressed to the\nSecretary-General";
        assert_eq!(
            answers(&source, "inner.symbol"),
            ["S/2023/455", bare, "none", "none"]
        );
        assert_eq!(
            answers(&source, "inner.distribution"),
            ["Provisional", "Distr.: General", "none", "none"]
        );
        assert_eq!(
            answers(&source, "inner.date"),
            ["19 June 2023", bare, "none", "none"]
        );
        assert_eq!(
            answers(&source, "inner.title"),
            ["Malta: draft resolution", content, title, "none"]
        );
        assert_eq!(
            answers(&source, "inner.kind"),
            ["Malta: draft resolution", "Security Council", title, "none"]
        );
        assert_eq!(answers(&source, "masthead.symbol"), ["S/2023/463"; 4]);
    }
}
