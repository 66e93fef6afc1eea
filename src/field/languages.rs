//! Fields of the masthead's language lines: the version's language, and the original's.

use super::answer::{found, languages, one, several};
use super::masthead::{missing, place};
use super::{Field, FieldType, Lookup, Node, Scope, Value};
use crate::document::Kind;
use crate::grammar::text::same_words;
use crate::lexicon::{Language, Lexicon, Lexicons};

const NODE: Node = Node::Masthead;

pub(super) static FIELDS: &[Field] = &[
    Field {
        node: NODE,
        name: "original",
        holds: FieldType::Text,
        about: "the original languages: ar, en, es, fr, ru, zh",
        get: |scope| {
            let masthead = &scope.document.masthead;
            let adopted = matches!(
                scope.document.kind,
                Kind::Resolution
                    | Kind::Decision
                    | Kind::MeetingRecord
                    | Kind::PresidentialStatement
            );
            let unknown = masthead.unknown_original.is_some();
            let stated = masthead
                .symbols
                .iter()
                .all(|symbol| symbol.value.has_original());
            let otherwise =
                if masthead.only || masthead.official_records || adopted || unknown || !stated {
                    Lookup::NotApplicable
                } else {
                    let after = masthead.version.as_ref().map(|version| version.span);
                    missing(
                        scope,
                        masthead
                            .original_label
                            .or(after)
                            .or(masthead.date.as_ref().map(|date| date.span))
                            .unwrap_or(place(scope)),
                    )
                };
            languages(&masthead.originals, otherwise)
        },
    },
    Field {
        node: NODE,
        name: "language",
        holds: FieldType::Text,
        about: "the language that the masthead states for this version: its language line, or else its one original",
        get: |scope| {
            let masthead = &scope.document.masthead;
            match (&masthead.version, masthead.originals.as_slice()) {
                (Some(version), _) => one(version, Value::Text(version.value.code())),
                (None, [original]) => one(original, Value::Text(original.value.code())),
                _ => Lookup::NotApplicable,
            }
        },
    },
    Field {
        node: NODE,
        name: "original.unknown",
        holds: FieldType::Text,
        about: "what stands after \"Original\" and is no language of the United Nations as the version writes it",
        get: unknown_original,
    },
    Field {
        node: NODE,
        name: "original.rank",
        holds: FieldType::Number,
        about: "the place of each original language in the alphabetical order of the version",
        get: |scope| {
            let masthead = &scope.document.masthead;
            let ranks = masthead.originals.iter().filter_map(|original| {
                let printed = printing_lexicons(scope)
                    .find(|lexicon| names(lexicon, original.value, &original.written))?;
                let order = &printed.languages.alphabetical;
                let rank = order
                    .iter()
                    .position(|language| *language == original.value)?;
                Some(found(original, Value::Number(i64::try_from(rank).ok()?)))
            });
            several(ranks, Lookup::NotApplicable)
        },
    },
];

/// The lexicons whose words the masthead of this version may print: its own language's, or English,
/// which Arabic, Chinese and Russian editions keep there.
fn printing_lexicons<'d>(scope: &Scope<'d>) -> impl Iterator<Item = &'static Lexicon> + use<'d> {
    let own = scope.document.language;
    let english = !matches!(own, Some(Language::French | Language::Spanish));
    let languages = own.into_iter().chain(english.then_some(Language::English));
    languages.filter_map(|language| Lexicons::standard().of(language))
}

/// Whether words are a language's name.
fn names(lexicon: &Lexicon, language: Language, written: &str) -> bool {
    lexicon
        .languages
        .of(language)
        .iter()
        .any(|name| same_words(name, written))
}

fn unknown_original<'d>(scope: &Scope<'d>) -> Lookup<'d> {
    let masthead = &scope.document.masthead;
    if let Some(unknown) = &masthead.unknown_original {
        return one(unknown, Value::Text(&unknown.value));
    }
    if masthead.version.is_none() {
        return Lookup::NotApplicable;
    }
    let foreign = masthead.originals.iter().filter(|original| {
        !printing_lexicons(scope).any(|lexicon| names(lexicon, original.value, &original.written))
            && is_plain(&original.written)
    });
    several(
        foreign.map(|original| found(original, Value::Text(&original.written))),
        Lookup::NotApplicable,
    )
}

/// A name that is written in one word of letters: a scan has not broken it.
fn is_plain(written: &str) -> bool {
    written.chars().all(char::is_alphabetic)
}
