//! Templates: the sentences of a rule, with fields in braces. `{masthead.date}` is the words as
//! written, `{masthead.symbol.canonical}` the canonical form, `{masthead.symbol.year.value}` the
//! plain value; `{{` and `}}` are braces.

use std::ops::Range;

use crate::check::{Breach, Named, Names, Place};
use crate::field::Found;
use crate::grammar::text::one_line;
use crate::mistake::nearest;

/// A sentence with fields in it.
#[derive(Debug)]
pub struct Template {
    pieces: Vec<Piece>,
}

#[derive(Debug)]
enum Piece {
    Words(String),
    Field(Named, Aspect),
    Extra(&'static str),
}

/// What of a field is shown.
#[derive(Clone, Copy, Debug)]
enum Aspect {
    Written,
    Canonical,
    Value,
}

impl Template {
    /// The template of a string in a rule file that stands at `place`, its quotes included.
    /// `extras` are the words beside fields that it can use.
    pub fn parse(
        text: &str,
        place: Range<usize>,
        extras: &[&'static str],
        names: &mut Names<'_>,
    ) -> Option<Self> {
        let mut pieces = Vec::new();
        let mut words = String::new();
        let mut rest = text;
        let before = names.mistakes.len();
        while let Some(at) = rest.find(['{', '}']) {
            words.push_str(&rest[..at]);
            let doubled = rest[at..].starts_with("{{") || rest[at..].starts_with("}}");
            if doubled {
                words.push_str(&rest[at..=at]);
                rest = &rest[at + 2..];
                continue;
            }
            let brace = text.len() - rest.len() + at;
            let close = rest[at..]
                .starts_with('{')
                .then(|| rest[at..].find('}'))
                .flatten();
            let Some(close) = close else {
                let span = within(names, text, &place, brace..brace + 1);
                names.mistake(
                    span,
                    "this brace has no partner".to_owned(),
                    Some("write {{ or }} for a brace itself".to_owned()),
                );
                return None;
            };
            let name = &rest[at + 1..at + close];
            let span = within(names, text, &place, brace + 1..brace + close);
            if let Some(piece) = piece(name, span, extras, names) {
                pieces.push(Piece::Words(std::mem::take(&mut words)));
                pieces.push(piece);
            }
            rest = &rest[at + close + 1..];
        }
        words.push_str(rest);
        pieces.push(Piece::Words(words));
        (names.mistakes.len() == before).then_some(Self { pieces })
    }

    /// The sentence for a breach.
    pub fn render(&self, breach: &Breach<'_>) -> String {
        self.render_at(&breach.primary, breach)
    }

    /// The sentence for a breach; `None` when a field in it has no value, or has several.
    pub fn render_whole(&self, breach: &Breach<'_>) -> Option<String> {
        let whole = self.pieces.iter().all(|piece| match piece {
            Piece::Field(named, aspect) => {
                words_of(named, *aspect, &breach.primary, breach).len() == 1
            }
            Piece::Words(_) | Piece::Extra(_) => true,
        });
        whole.then(|| self.render(breach))
    }

    /// The sentence beside one of a breach's places: its own field is the value at that place.
    pub fn render_at(&self, place: &Place<'_>, breach: &Breach<'_>) -> String {
        let mut sentence = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Words(words) => sentence.push_str(words),
                Piece::Field(named, aspect) => {
                    sentence.push_str(&joined(&words_of(named, *aspect, place, breach)))
                }
                Piece::Extra(name) => {
                    let extra = breach.extras.iter().find(|(known, _)| known == name);
                    sentence.push_str(extra.map_or("", |(_, words)| words));
                }
            }
        }
        sentence
    }
}

/// Where a piece of a string stands in the rule file. Where the string has escapes, the whole of it.
fn within(
    names: &Names<'_>,
    text: &str,
    place: &Range<usize>,
    piece: Range<usize>,
) -> Range<usize> {
    let file = names.source().text();
    match file
        .get(place.clone())
        .and_then(|written| written.find(text))
    {
        Some(offset) => place.start + offset + piece.start..place.start + offset + piece.end,
        None => place.clone(),
    }
}

fn piece(
    name: &str,
    place: Range<usize>,
    extras: &[&'static str],
    names: &mut Names<'_>,
) -> Option<Piece> {
    if let Some(extra) = extras.iter().find(|extra| **extra == name) {
        return Some(Piece::Extra(extra));
    }
    let known = |path: &str, names: &Names<'_>| crate::field::find(names.node(), path);
    for (ending, aspect) in [
        ("", Aspect::Written),
        (".canonical", Aspect::Canonical),
        (".value", Aspect::Value),
    ] {
        let path = name.strip_suffix(ending).unwrap_or(name);
        if name.ends_with(ending)
            && let Some(field) = known(path, names)
        {
            return Some(Piece::Field(
                Named {
                    path: path.to_owned(),
                    field,
                },
                aspect,
            ));
        }
    }
    let fields: Vec<String> = crate::field::fields_of(names.node())
        .map(crate::field::Field::path)
        .collect();
    let all = fields
        .iter()
        .map(String::as_str)
        .chain(extras.iter().copied());
    let help = match nearest(name, all) {
        Some(near) => format!("did you mean `{{{near}}}`?"),
        None => format!(
            "a placeholder is a field of the rule's node: {}",
            fields.join(", ")
        ),
    };
    names.mistake(
        place,
        format!("there is no placeholder `{{{name}}}`"),
        Some(help),
    );
    None
}

/// The values of a field: the one at the place that is spoken of, or those that the breach points
/// at, or all.
fn words_of(named: &Named, aspect: Aspect, place: &Place<'_>, breach: &Breach<'_>) -> Vec<String> {
    let values = named.values(&place.scope);
    let pick = |wanted: &dyn Fn(&Found<'_>) -> bool| -> Vec<Found<'_>> {
        values
            .iter()
            .filter(|found| wanted(found))
            .copied()
            .collect()
    };
    let places = || {
        std::iter::once(&breach.primary)
            .chain(&breach.others)
            .filter(|place| place.path == named.path)
    };
    let here = pick(&|found| place.path == named.path && is_at(place, found));
    let pointed = pick(&|found| places().any(|place| is_at(place, found)));
    let all = [here, pointed]
        .into_iter()
        .find(|found| !found.is_empty())
        .unwrap_or_else(|| values.to_vec());
    let mut words: Vec<String> = all.iter().map(|found| of(found, aspect)).collect();
    words.dedup();
    words
}

/// `A/77/945 and S/2023/463`
fn joined(words: &[String]) -> String {
    match words.split_last() {
        None => "(none)".to_owned(),
        Some((only, [])) => only.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
    }
}

fn is_at(place: &Place<'_>, found: &Found<'_>) -> bool {
    place.span == found.span && place.record == found.record
}

fn of(found: &Found<'_>, aspect: Aspect) -> String {
    match aspect {
        // Across files the words are not kept: the value stands for them.
        Aspect::Written | Aspect::Canonical if found.record.is_some() => of(found, Aspect::Value),
        Aspect::Written => one_line(found.written),
        Aspect::Canonical => found
            .canonical
            .map_or_else(|| one_line(found.written), str::to_owned),
        Aspect::Value => found.value.to_string(),
    }
}
