//! Fields of annexes and of the words that announce them.

use super::answer::{about, absent, date, found, languages, number, several, text};
use super::letter::{addressees, form};
use super::{Field, FieldType, Lookup, Node, Scope, Value};
use crate::document::{Annex, AnnexKind, Mention, Title};

pub(super) static FIELDS: &[Field] = &[
    Field {
        node: Node::Annex,
        name: "kind",
        holds: FieldType::Text,
        about: "annex, enclosure, appendix or attachment",
        get: |scope| {
            about(
                scope,
                annex(scope).heading,
                Value::Text(annex(scope).kind.name()),
            )
        },
    },
    Field {
        node: Node::Annex,
        name: "number",
        holds: FieldType::Number,
        about: "the number in the heading",
        get: |scope| number(annex(scope).number.as_ref(), Lookup::NotApplicable),
    },
    Field {
        node: Node::Annex,
        name: "group",
        holds: FieldType::Text,
        about: "the same for annexes that are numbered together",
        get: |scope| {
            about(
                scope,
                annex(scope).heading,
                Value::Text(&annex(scope).group),
            )
        },
    },
    Field {
        node: Node::Annex,
        name: "numbering",
        holds: FieldType::Text,
        about: "the heading, when it is numbered as it should be: one of several is, a single one is not",
        get: numbering,
    },
    Field {
        node: Node::Annex,
        name: "heading.form",
        holds: FieldType::Text,
        about: "the form of the communication that the heading names",
        get: |scope| form(annex(scope).letter.as_ref()),
    },
    Field {
        node: Node::Annex,
        name: "heading.dated",
        holds: FieldType::Date,
        about: "the date of the communication that the heading names",
        get: |scope| {
            in_heading(scope, |title| {
                date(title.dated.as_ref(), Lookup::NotApplicable)
            })
        },
    },
    Field {
        node: Node::Annex,
        name: "heading.sender",
        holds: FieldType::Text,
        about: "the sender that the heading names",
        get: |scope| {
            in_heading(scope, |title| {
                text(title.sender.as_ref(), Lookup::NotApplicable)
            })
        },
    },
    Field {
        node: Node::Annex,
        name: "heading.addressee",
        holds: FieldType::Text,
        about: "the addressees that the heading names",
        get: |scope| in_heading(scope, |title| addressees(title, Lookup::NotApplicable)),
    },
    Field {
        node: Node::Annex,
        name: "content",
        holds: FieldType::Text,
        about: "what follows the heading",
        get: |scope| {
            let annex = annex(scope);
            if annex.has_content {
                about(scope, annex.content, Value::Text(""))
            } else {
                absent(annex.heading, annex.content)
            }
        },
    },
    Field {
        node: Node::Annex,
        name: "announcement",
        holds: FieldType::Text,
        about: "the words of the letter that announce it",
        get: |scope| match annex(scope).announced {
            Some(span) => about(scope, span, Value::Text("")),
            None => absent(annex(scope).heading, scope.document.body),
        },
    },
    Field {
        node: Node::Annex,
        name: "original",
        holds: FieldType::Text,
        about: "the languages of its line [Original: …]",
        get: |scope| languages(&annex(scope).originals, Lookup::NotApplicable),
    },
    Field {
        node: Node::Annex,
        name: "original.repeated",
        holds: FieldType::Text,
        about: "those languages, when they are the masthead's all the same",
        get: |scope| {
            let masthead = &scope.document.masthead.originals;
            let own = &annex(scope).originals;
            let same = own.len() == masthead.len()
                && own
                    .iter()
                    .zip(masthead)
                    .all(|(one, other)| one.value == other.value);
            if same {
                languages(own, Lookup::NotApplicable)
            } else {
                Lookup::NotApplicable
            }
        },
    },
    Field {
        node: Node::Mention,
        name: "words",
        holds: FieldType::Text,
        about: "the words that announce an annex",
        get: |scope| {
            about(
                scope,
                mention(scope).span,
                Value::Text(&mention(scope).written),
            )
        },
    },
    Field {
        node: Node::Mention,
        name: "target",
        holds: FieldType::Text,
        about: "the annex that they announce",
        get: |scope| {
            let mention = mention(scope);
            if !mention.missing.is_empty() {
                return absent(mention.span, mention.searched);
            }
            match mention.targets.first() {
                Some(index) => about(
                    scope,
                    scope.document.annexes[*index].heading,
                    Value::Text(""),
                ),
                None => Lookup::NotApplicable,
            }
        },
    },
    Field {
        node: Node::Mention,
        name: "count",
        holds: FieldType::Text,
        about: "how many annexes they speak of: one annex, several annexes, 2 annexes",
        get: |scope| {
            // What is missing is missing from the count, too.
            if scope.document.has_lost_annexes {
                return Lookup::NotApplicable;
            }
            text(mention(scope).count.as_ref(), Lookup::NotApplicable)
        },
    },
    Field {
        node: Node::Mention,
        name: "count.there",
        holds: FieldType::Text,
        about: "how many there are; the same words when both fit",
        get: |scope| {
            let mention = mention(scope);
            let Some(index) = mention.targets.first() else {
                return Lookup::NotApplicable;
            };
            Lookup::Found(smallvec::smallvec![super::Found {
                value: Value::Text(&mention.there),
                span: scope.document.annexes[*index].heading,
                written: &mention.there,
                canonical: None,
                record: None,
            }])
        },
    },
    Field {
        node: Node::Mention,
        name: "missing",
        holds: FieldType::Text,
        about: "what they announce that is not there: annex, annex II",
        get: |scope| {
            let mention = mention(scope);
            if mention.missing.is_empty() {
                return Lookup::NotApplicable;
            }
            Lookup::Found(smallvec::smallvec![super::Found {
                value: Value::Text(&mention.missing),
                span: mention.span,
                written: &mention.missing,
                canonical: None,
                record: None,
            }])
        },
    },
];

fn annex<'d>(scope: &Scope<'d>) -> &'d Annex {
    &scope.document.annexes[scope.index]
}

fn mention<'d>(scope: &Scope<'d>) -> &'d Mention {
    &scope.document.mentions[scope.index]
}

fn in_heading<'d>(scope: &Scope<'d>, get: impl Fn(&'d Title) -> Lookup<'d>) -> Lookup<'d> {
    annex(scope)
        .letter
        .as_ref()
        .map_or(Lookup::NotApplicable, get)
}

fn numbering<'d>(scope: &Scope<'d>) -> Lookup<'d> {
    let annex = annex(scope);
    match (&annex.number, annex.together) {
        (None, 1) => about(scope, annex.heading, Value::Text("")),
        // `Appendix A` is usual where there is no other.
        (Some(number), 1) if annex.kind == AnnexKind::Appendix && is_lettered(&number.written) => {
            about(scope, annex.heading, Value::Text(&number.written))
        }
        (Some(number), 2..) => several(
            std::iter::once(found(number, Value::Text(&number.written))),
            Lookup::NotApplicable,
        ),
        // The others are announced and lost: that is another rule's fault.
        (Some(_), _) if scope.document.has_lost_annexes => Lookup::NotApplicable,
        (Some(number), _) => absent(number.span, scope.document.span),
        (None, _) => absent(annex.heading, scope.document.span),
    }
}

/// A letter that is no Roman numeral.
fn is_lettered(number: &str) -> bool {
    matches!(number.as_bytes(), [b'A'..=b'H'])
}
