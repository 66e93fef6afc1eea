//! Fields of signature blocks.

use super::answer::{about, absent, offices, text};
use super::{Field, FieldType, Lookup, Node, Scope, Value};
use crate::document::Signature;

pub(super) static FIELDS: &[Field] = &[
    Field {
        node: Node::Signature,
        name: "name",
        holds: FieldType::Text,
        about: "who signed",
        get: |scope| {
            let signature = signature(scope);
            let otherwise = if signature.by_office {
                Lookup::NotApplicable
            } else {
                absent(signature.mark, signature.span)
            };
            text(signature.name.as_ref(), otherwise)
        },
    },
    Field {
        node: Node::Signature,
        name: "role",
        holds: FieldType::Text,
        about: "in what office",
        get: |scope| text(signature(scope).role.as_ref(), Lookup::NotApplicable),
    },
    Field {
        node: Node::Signature,
        name: "role.office",
        holds: FieldType::Text,
        about: "that office: permanent-representative, charge-d-affaires, …",
        get: |scope| offices(signature(scope).role.as_ref()),
    },
    Field {
        node: Node::Signature,
        name: "place",
        holds: FieldType::Text,
        about: "letter or annex: what is signed",
        get: |scope| {
            let signature = signature(scope);
            let place = if signature.annex.is_none() {
                "letter"
            } else {
                "annex"
            };
            about(scope, signature.span, Value::Text(place))
        },
    },
];

fn signature<'d>(scope: &Scope<'d>) -> &'d Signature {
    &scope.document.signatures[scope.index]
}
