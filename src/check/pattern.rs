//! pattern: does the text match, or not match, a regular expression?

use regex::Regex;
use serde::Deserialize;
use toml::Spanned;

use super::{Breach, Named, Names};
use crate::field::{FieldType, Found, Scope, Value};
use crate::source::Span;

/// `[check.pattern]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Parameters {
    field: Spanned<String>,
    must_match: Option<Spanned<String>>,
    must_not_match: Option<Spanned<String>>,
}

/// Does the text match, or not match?
#[derive(Debug)]
pub struct Pattern {
    pub(super) field: Named,
    regex: Regex,
    wanted: bool,
}

impl Parameters {
    pub(super) fn check(&self, names: &mut Names<'_>) -> Option<Pattern> {
        let field = names.typed(&self.field, &[FieldType::Text], "pattern");
        let (written, wanted) = match (&self.must_match, &self.must_not_match) {
            (Some(written), None) => (written, true),
            (None, Some(written)) => (written, false),
            (Some(_), Some(one)) => {
                names.mistake(
                    one.span(),
                    "a pattern is either `must-match` or `must-not-match`".to_owned(),
                    None,
                );
                return None;
            }
            (None, None) => {
                names.mistake(
                    self.field.span(),
                    "there is no pattern".to_owned(),
                    Some(
                        "add `must-match` or `must-not-match` with a regular expression".to_owned(),
                    ),
                );
                return None;
            }
        };
        match Regex::new(written.get_ref()) {
            Ok(regex) => Some(Pattern {
                field: field?,
                regex,
                wanted,
            }),
            Err(error) => {
                let reason = error.to_string();
                let last = reason
                    .lines()
                    .last()
                    .unwrap_or_default()
                    .trim_start_matches("error: ")
                    .to_owned();
                names.mistake(
                    written.span(),
                    format!("this is no regular expression: {last}"),
                    None,
                );
                None
            }
        }
    }
}

impl Pattern {
    pub(super) fn ask<'d>(&self, scope: &Scope<'d>) -> Vec<Breach<'d>> {
        let at = |span: Span| Breach::at(scope, &self.field, span);
        self.field
            .values(scope)
            .iter()
            .flat_map(|found| {
                let Value::Text(text) = found.value else {
                    return Vec::new();
                };
                if self.wanted {
                    return if self.regex.is_match(text) {
                        Vec::new()
                    } else {
                        vec![at(found.span)]
                    };
                }
                self.regex
                    .find_iter(text)
                    .map(|hit| at(place(scope, found, hit.range())))
                    .collect()
            })
            .collect()
    }
}

/// The exact words in the source, where they stand there as they are read.
fn place(scope: &Scope<'_>, found: &Found<'_>, hit: std::ops::Range<usize>) -> Span {
    let Value::Text(text) = found.value else {
        return found.span;
    };
    if scope.source.slice(found.span) == text {
        return Span::new(found.span.start + hit.start, found.span.start + hit.end);
    }
    let words = scope.source.slice(found.span);
    match words.match_indices(&text[hit]).next() {
        Some((offset, words)) => Span::new(
            found.span.start + offset,
            found.span.start + offset + words.len(),
        ),
        None => found.span,
    }
}
