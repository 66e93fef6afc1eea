//! Fields of a letter's request to be circulated: its words, organs and agenda items.

use super::answer::{about, absent, found, item_numbers, offices, several};
use super::letter::first_words;
use super::{Field, FieldType, Lookup, Node, Scope, Value};
use crate::document::Form;
use crate::source::Span;

pub(super) static FIELDS: &[Field] = &[
    Field {
        node: Node::Letter,
        name: "circulation",
        holds: FieldType::Text,
        about: "the word with which the letter of a mission asks to be circulated",
        get: |scope| {
            if let Some(request) = &scope.document.request {
                return about(scope, request.span, Value::Text(""));
            }
            let is_asked = of_mission(scope) && first_words(scope).is_some();
            match (is_asked, scope.document.language) {
                (true, Some(_)) => absent(last_words(scope), scope.document.body),
                _ => Lookup::NotApplicable,
            }
        },
    },
    Field {
        node: Node::Letter,
        name: "circulation.organ",
        holds: FieldType::Text,
        about: "the principal organs whose document it asks to be, by the letter of their symbols: A, S, E",
        get: |scope| {
            let organs = scope
                .document
                .request
                .iter()
                .flat_map(|request| &request.organs);
            several(
                organs.map(|organ| found(organ, Value::Text(&organ.value))),
                Lookup::NotApplicable,
            )
        },
    },
    Field {
        node: Node::Letter,
        name: "agenda-item",
        holds: FieldType::Text,
        about: "the agenda items under which the letter asks to be circulated; those of the masthead where it names none",
        get: agenda_item,
    },
    Field {
        node: Node::Letter,
        name: "agenda-item.number",
        holds: FieldType::Number,
        about: "the numbers of the agenda items under which the letter asks to be circulated",
        get: |scope| match &scope.document.request {
            Some(request) => item_numbers(&request.agenda_items),
            None => Lookup::NotApplicable,
        },
    },
];

/// The end of the letter's last paragraph, above the signature.
fn last_words(scope: &Scope<'_>) -> Span {
    let mut own = scope.document.paragraphs.iter();
    let last = own.rfind(|paragraph| paragraph.annex.is_none());
    Span::empty(last.map_or(scope.document.body.end, |paragraph| paragraph.span.end))
}

/// Whether a letter comes from the mission of a State or observer, which asks to have it circulated.
fn of_mission(scope: &Scope<'_>) -> bool {
    let title = scope.document.title.as_ref();
    let is_letter = matches!(
        scope.document.form(),
        Some(Form::Letter | Form::IdenticalLetters)
    );
    let sender = title.and_then(|title| title.sender.as_ref());
    is_letter && matches!(offices(sender), Lookup::Found(_))
}

/// Communications to the General Assembly and the Economic and Social Council are placed under an
/// item of their agenda; those of their commissions and committees need not be.
fn agenda_item<'d>(scope: &Scope<'d>) -> Lookup<'d> {
    let masthead = &scope.document.masthead;
    let request = scope.document.request.as_ref();
    let own = request.map_or(&[][..], |request| &request.agenda_items);
    let items = if own.is_empty() {
        &masthead.agenda_items
    } else {
        own
    };
    let in_plenary = masthead
        .symbols
        .iter()
        .any(|symbol| symbol.value.is_plenary());
    let otherwise = if in_plenary {
        let place = request.map_or(Span::empty(masthead.span.end), |request| request.span);
        absent(place, scope.document.span)
    } else {
        Lookup::NotApplicable
    };
    several(
        items
            .iter()
            .map(|item| found(item, Value::Text(&item.value))),
        otherwise,
    )
}
