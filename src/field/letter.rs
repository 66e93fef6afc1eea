//! Fields of the title, the letter and its signatures.

use super::answer::{about, absent, date, offices, one, several, text};
use super::{Field, FieldType, Found, Lookup, Node, Scope, Value};
use crate::document::{Annex, Form, Paragraph, Title};
use crate::grammar::text::length_of;
use crate::lexicon::Lexicons;
use crate::source::Span;

pub(super) static FIELDS: &[Field] = &[
    Field {
        node: Node::Title,
        name: "form",
        holds: FieldType::Text,
        about: "letter, identical-letters or note-verbale; absent for other documents",
        get: |scope| form(scope.document.title.as_ref()),
    },
    Field {
        node: Node::Title,
        name: "dated",
        holds: FieldType::Date,
        about: "the date that the title gives the letter",
        get: |scope| {
            in_title(scope, |title, otherwise| {
                date(title.dated.as_ref(), otherwise)
            })
        },
    },
    Field {
        node: Node::Title,
        name: "sender",
        holds: FieldType::Text,
        about: "who the letter is from",
        get: |scope| {
            in_title(scope, |title, otherwise| {
                text(title.sender.as_ref(), otherwise)
            })
        },
    },
    Field {
        node: Node::Title,
        name: "sender.office",
        holds: FieldType::Text,
        about: "the sender's office: permanent-representative, charge-d-affaires, …",
        get: |scope| {
            scope
                .document
                .title
                .as_ref()
                .map_or(Lookup::NotApplicable, |title| {
                    offices(title.sender.as_ref())
                })
        },
    },
    Field {
        node: Node::Title,
        name: "addressee",
        holds: FieldType::Text,
        about: "to whom the letter is addressed",
        get: |scope| in_title(scope, addressees),
    },
    Field {
        node: Node::Communication,
        name: "dated",
        holds: FieldType::Date,
        about: "the date that the title gives",
        get: |scope| {
            communication(scope, |title, otherwise| {
                date(title.dated.as_ref(), otherwise)
            })
        },
    },
    Field {
        node: Node::Communication,
        name: "sender",
        holds: FieldType::Text,
        about: "who the communication is from",
        get: |scope| {
            communication(scope, |title, otherwise| {
                text(title.sender.as_ref(), otherwise)
            })
        },
    },
    Field {
        node: Node::Communication,
        name: "addressee",
        holds: FieldType::Text,
        about: "to whom it is addressed",
        get: |scope| communication(scope, addressees),
    },
    Field {
        node: Node::Letter,
        name: "body",
        holds: FieldType::Text,
        about: "the text of the letter",
        get: |scope| {
            let place = scope
                .document
                .title
                .as_ref()
                .map_or(scope.document.body.start, |title| title.span.end);
            match first_words(scope) {
                Some(paragraph) => about(scope, paragraph.span, Value::Text(&paragraph.text)),
                None => absent(Span::empty(place), scope.document.span),
            }
        },
    },
    Field {
        node: Node::Letter,
        name: "signature",
        holds: FieldType::Text,
        about: "the signature of the letter; a note verbale has none",
        get: signature_of_letter,
    },
];

/// The first paragraph of the letter itself. Without one the letter is empty, and nothing else is
/// asked of its text.
pub(super) fn first_words<'d>(scope: &Scope<'d>) -> Option<&'d Paragraph> {
    let mut paragraphs = scope.document.paragraphs.iter();
    paragraphs.find(|paragraph| paragraph.annex.is_none())
}

/// The form of a communication, on its word in the title.
pub(super) fn form(title: Option<&Title>) -> Lookup<'_> {
    title
        .and_then(|title| title.form.as_ref())
        .map_or(Lookup::NotApplicable, |form| {
            one(form, Value::Text(form.value.name()))
        })
}

/// Something that the title of a communication must give; it belongs behind the form.
fn communication<'d>(
    scope: &Scope<'d>,
    get: impl Fn(&'d Title, Lookup<'d>) -> Lookup<'d>,
) -> Lookup<'d> {
    let document = scope.document;
    let title = match scope.index.checked_sub(1) {
        None => document.title.as_ref(),
        Some(annex) => document.annexes.get(annex).and_then(Annex::communication),
    };
    title.map_or(Lookup::NotApplicable, |title| required(title, get))
}

fn required<'d>(title: &'d Title, get: impl Fn(&'d Title, Lookup<'d>) -> Lookup<'d>) -> Lookup<'d> {
    match &title.form {
        Some(form) => get(title, absent(form.span, title.span)),
        None => Lookup::NotApplicable,
    }
}

/// The same of the document's own title.
fn in_title<'d>(
    scope: &Scope<'d>,
    get: impl Fn(&'d Title, Lookup<'d>) -> Lookup<'d>,
) -> Lookup<'d> {
    let title = scope.document.title.as_ref();
    title.map_or(Lookup::NotApplicable, |title| required(title, get))
}

/// The addressees of a title.
pub(super) fn addressees<'d>(title: &'d Title, otherwise: Lookup<'d>) -> Lookup<'d> {
    let found = title.addressees.iter().map(|addressee| Found {
        value: Value::Text(&addressee.value),
        span: addressee.span,
        written: &addressee.written,
        canonical: None,
        record: None,
    });
    several(found, otherwise)
}

fn signature_of_letter<'d>(scope: &Scope<'d>) -> Lookup<'d> {
    let document = scope.document;
    if let Some(signature) = document
        .signatures
        .iter()
        .find(|signature| signature.annex.is_none())
    {
        let name = signature
            .name
            .as_ref()
            .map_or("", |name| name.value.as_str());
        return about(scope, signature.span, Value::Text(name));
    }
    let signed_by_hand = document
        .paragraphs
        .iter()
        .filter(|paragraph| paragraph.annex.is_none())
        .any(|paragraph| closes(&paragraph.text));
    match document.form() {
        Some(Form::NoteVerbale) | None => Lookup::NotApplicable,
        // A letter reproduced from the original ends with its own formula and no "(Signed)".
        Some(_) if signed_by_hand => Lookup::NotApplicable,
        Some(_) if first_words(scope).is_none() => Lookup::NotApplicable,
        Some(_) => absent(Span::empty(document.body.end), document.body),
    }
}

fn closes(paragraph: &str) -> bool {
    Lexicons::standard()
        .words(|lexicon| &lexicon.signature.closings)
        .any(|(formula, _)| length_of(paragraph, formula).is_some())
}
