//! Fields of the title, the letter and its signatures.

use super::answer::{about, absent, date, found, item_numbers, offices, one, several, text};
use super::{Field, FieldType, Found, Lookup, Node, Scope, Value};
use crate::document::{Form, Signature, Title};
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
            let own = scope
                .document
                .paragraphs
                .iter()
                .find(|paragraph| paragraph.annex.is_none());
            let place = scope
                .document
                .title
                .as_ref()
                .map_or(scope.document.body.start, |title| title.span.end);
            match own {
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
    Field {
        node: Node::Title,
        name: "addressee.rank",
        holds: FieldType::Number,
        about: "the place of each addressee in the order in which several stand: the Secretary-General, then the Presidents of the General Assembly, of the Security Council, of the Economic and Social Council",
        get: |scope| {
            of_addressees(scope, |addressee| {
                let rank = match addressee {
                    Addressee::SecretaryGeneral => 0,
                    Addressee::President("A") => 1,
                    Addressee::President("S") => 2,
                    Addressee::President(_) => 3,
                };
                Some(Value::Number(rank))
            })
        },
    },
    Field {
        node: Node::Title,
        name: "addressee.organ",
        holds: FieldType::Text,
        about: "the principal organs whose Presidents it is addressed to, by the letter of their symbols: A, S, E",
        get: |scope| {
            of_addressees(scope, |addressee| match addressee {
                Addressee::President(organ) => Some(Value::Text(organ)),
                Addressee::SecretaryGeneral => None,
            })
        },
    },
    Field {
        node: Node::Letter,
        name: "circulation",
        holds: FieldType::Text,
        about: "the word with which the letter of a mission asks to be circulated",
        get: |scope| {
            if let Some(request) = &scope.document.request {
                return about(scope, request.span, Value::Text(""));
            }
            match (of_mission(scope), scope.document.language) {
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
    Field {
        node: Node::Signature,
        name: "name",
        holds: FieldType::Text,
        about: "who signed",
        get: |scope| {
            let signature = signature(scope);
            text(
                signature.name.as_ref(),
                absent(signature.mark, signature.span),
            )
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

/// The end of the letter's last paragraph, above the signature.
fn last_words(scope: &Scope<'_>) -> Span {
    let mut own = scope.document.paragraphs.iter();
    let last = own.rfind(|paragraph| paragraph.annex.is_none());
    Span::empty(last.map_or(scope.document.body.end, |paragraph| paragraph.span.end))
}

/// Someone whom letters are addressed to.
enum Addressee {
    SecretaryGeneral,
    /// Of the organ whose symbols begin so.
    President(&'static str),
}

fn addressee_of(words: &str) -> Option<Addressee> {
    let languages = &Lexicons::standard().languages;
    languages.iter().find_map(|lexicon| {
        let known = &lexicon.addressees;
        let is = |names: &[String]| names.iter().any(|name| length_of(words, name).is_some());
        let organ = known.presidents.iter().find(|(_, names)| is(names));
        organ
            .map(|(organ, _)| Addressee::President(organ))
            .or_else(|| is(&known.secretary_general).then_some(Addressee::SecretaryGeneral))
    })
}

fn of_addressees<'d>(
    scope: &Scope<'d>,
    value: impl Fn(Addressee) -> Option<Value<'d>>,
) -> Lookup<'d> {
    let title = scope.document.title.iter();
    let known = title.flat_map(|title| &title.addressees).filter_map(|at| {
        let value = value(addressee_of(&at.value)?)?;
        Some(found(at, value))
    });
    several(known, Lookup::NotApplicable)
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

fn signature<'d>(scope: &Scope<'d>) -> &'d Signature {
    &scope.document.signatures[scope.index]
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
        Some(annex) => document
            .annexes
            .get(annex)
            .and_then(|annex| annex.inner.as_ref()),
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
        Some(_) => absent(Span::empty(document.body.end), document.body),
    }
}

fn closes(paragraph: &str) -> bool {
    Lexicons::standard()
        .words(|lexicon| &lexicon.signature.closings)
        .any(|(formula, _)| length_of(paragraph, formula).is_some())
}
