//! From masthead lines to the masthead.

use std::collections::BTreeSet;

use super::build::Parts;
use super::{At, Distribution, Masthead};
use crate::grammar::Read;
use crate::grammar::masthead::{MastheadField, says_only};
use crate::grammar::symbol::Symbol;
use crate::grammar::text::{length_of, one_line, same_words};
use crate::source::Span;

/// Adds the fields of a masthead line; the first of each kind counts. `known` has the keys of the
/// symbols so far.
pub(super) fn add_line(
    parts: &Parts<'_>,
    fields: &[Read<MastheadField>],
    known: &mut BTreeSet<String>,
    masthead: &mut Masthead,
) {
    // The mastheads of two versions run together: this is neither's alone.
    let originals =
        |field: &&Read<MastheadField>| matches!(field.value, MastheadField::Originals(_));
    let two_versions = fields.iter().filter(originals).count() > 1;
    for field in fields {
        let span = parts.span(field.span);
        if masthead.span.is_empty() {
            (masthead.span, masthead.first) = (span, span);
        }
        masthead.span = masthead.span.to(span);
        match &field.value {
            MastheadField::Symbols(symbols) => {
                for symbol in symbols {
                    let key = symbol.value.key();
                    if known.insert(key.clone()) {
                        masthead.symbols.push(parts.at(symbol));
                    } else if symbol.value.reissues > 0 {
                        // A line above can have the symbol without its asterisk.
                        let bare =
                            |at: &&mut At<Symbol>| at.value.reissues == 0 && at.value.key() == key;
                        if let Some(first) = masthead.symbols.iter_mut().find(bare) {
                            *first = parts.at(symbol);
                        }
                    }
                }
            }
            MastheadField::Organ(name) => {
                let known = masthead
                    .organs
                    .iter()
                    .any(|organ| same_words(&organ.value, name));
                if !known {
                    masthead.organs.push(parts.at(&Read {
                        value: name.clone(),
                        span: field.span,
                    }));
                }
            }
            MastheadField::Distribution(value) if is_open(masthead.distribution.as_ref()) => {
                masthead.distribution = Some(parts.at(&Read {
                    value: *value,
                    span: field.span,
                }));
            }
            MastheadField::Date(value) if masthead.date.is_none() => {
                masthead.date = Some(parts.at(&Read {
                    value: *value,
                    span: field.span,
                }));
            }
            MastheadField::Originals(languages) if masthead.originals.is_empty() => {
                masthead.original_label.get_or_insert(span);
                masthead.originals = languages
                    .iter()
                    .map(|language| parts.at(language))
                    .collect();
            }
            MastheadField::UnknownOriginal(words) => {
                let line = parts.words(field.span);
                let start = field.span.end - line.len() + line.rfind(words.as_str()).unwrap_or(0);
                masthead.original_label.get_or_insert(span);
                masthead.unknown_original = Some(parts.at(&Read {
                    value: words.clone(),
                    span: Span::new(start, field.span.end),
                }));
            }
            MastheadField::Year(Some(number)) if masthead.council_year.is_none() => {
                masthead.council_year = Some(parts.at(&Read {
                    value: *number,
                    span: field.span,
                }));
            }
            MastheadField::Notice => masthead.official_records |= is_record(parts, field.span),
            MastheadField::Version(languages) => {
                masthead.only |= says_only(field);
                // The label and its language can be parted: "ORIGINAL:", and lines further down "ENGLISH".
                let waiting = masthead.original_label.is_some() && masthead.originals.is_empty();
                if waiting {
                    masthead.originals = languages
                        .iter()
                        .map(|language| parts.at(language))
                        .collect();
                } else if masthead.version.is_none() && !two_versions {
                    masthead.version = languages.first().map(|language| parts.at(language));
                }
            }
            MastheadField::Session(_) if masthead.session.is_none() => {
                let value = one_line(parts.words(field.span).trim_end_matches(['*', ' ']));
                masthead.session = Some(parts.at(&Read {
                    value,
                    span: field.span,
                }));
            }
            MastheadField::Agenda(items) => {
                masthead
                    .agenda_items
                    .extend(items.iter().map(|item| parts.at(item)));
            }
            _ => {}
        }
    }
}

/// Whether the category is still wanted.
fn is_open(distribution: Option<&At<Distribution>>) -> bool {
    distribution.is_none_or(|distribution| distribution.value == Distribution::Unstated)
}

/// Documents of the Official Records have no distribution line.
fn is_record(parts: &Parts<'_>, line: Span) -> bool {
    parts
        .lexicons
        .words(|lexicon| &lexicon.masthead.records)
        .any(|(words, _)| length_of(parts.words(line), words).is_some())
}
