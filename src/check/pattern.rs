//! pattern: does the text match, or not match, a regular expression?

use regex::Regex;
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::{Breach, Named, Names, Spot};
use crate::field::{FieldPath, FieldType, Found, Scope, Value};
use crate::source::Span;

/// `[check.pattern]`
#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(inline)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Parameters {
    /// The field; it holds text.
    #[schemars(with = "FieldPath")]
    field: Spanned<String>,
    /// The regular expression that the text must match.
    #[schemars(with = "Option<String>")]
    must_match: Option<Spanned<String>>,
    /// The regular expression that must match nowhere in the text; one of the two is given.
    #[schemars(with = "Option<String>")]
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
        let at = |spot: Spot| Breach::at(scope, &self.field, spot);
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
                        vec![at(found.into())]
                    };
                }
                let mut places: Vec<Span> = self
                    .regex
                    .find_iter(text)
                    .filter(|hit| !hit.is_empty())
                    .map(|hit| place(scope, found, text, hit.range()))
                    .collect();
                // Hits whose places are not known all stand on the whole text: one of them will do.
                places.dedup();
                let spot = |span| Spot {
                    span,
                    record: found.record,
                };
                places.into_iter().map(|span| at(spot(span))).collect()
            })
            .collect()
    }
}

/// The words of a hit in the source, when that differs from the text in white space only; the
/// whole text otherwise. `hit` is in bytes of the text.
fn place(scope: &Scope<'_>, found: &Found<'_>, text: &str, hit: std::ops::Range<usize>) -> Span {
    let start = found.span.start;
    let source = scope.source.slice(found.span);
    if source == text {
        return Span::new(start + hit.start, start + hit.end);
    }
    let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
    let (before, count) = (letters(&text[..hit.start]), letters(&text[hit]));
    let is_same = source
        .chars()
        .filter(|c| !c.is_whitespace())
        .eq(text.chars().filter(|c| !c.is_whitespace()));
    let mut places = source
        .char_indices()
        .filter(|(_, c)| !c.is_whitespace())
        .map(|(offset, c)| Span::new(start + offset, start + offset + c.len_utf8()))
        .skip(before)
        .take(count);
    match places.next() {
        Some(first) if is_same => places.last().map_or(first, |last| first.to(last)),
        _ => found.span,
    }
}
