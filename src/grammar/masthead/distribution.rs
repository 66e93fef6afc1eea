//! The distribution line: `Distr.: General`, on one line or two, or the category alone.

use super::{MastheadField, ends_line, organ};
use crate::document::Distribution;
use crate::grammar::text::{Parsed, blank_length, fail, longest_of, word_at};
use crate::lexicon::Lexicons;

/// distribution = label , [ ":" ] , category ; the category may stand on the next line.
pub(super) fn distribution<'t>(lexicons: &Lexicons, input: &'t str) -> Parsed<'t, MastheadField> {
    let label = word_at(lexicons, input, |lexicon| {
        &lexicon.masthead.distribution_labels
    });
    let Some((label, _)) = label else {
        return provisional(lexicons, input);
    };
    let after = input[label..].trim_start_matches([' ', ':']);
    let blank = blank_length(after);
    if let Some((end, category)) = category(lexicons, &after[blank..]) {
        return Ok((&after[blank + end..], MastheadField::Distribution(category)));
    }
    let word = after.find(char::is_whitespace).unwrap_or(after.len());
    if after.starts_with(char::is_alphabetic) && organ(lexicons, after).is_err() {
        return Ok((
            &after[word..],
            MastheadField::Distribution(Distribution::Unknown),
        ));
    }
    Ok((
        &input[label + colon_length(&input[label..])..],
        MastheadField::Distribution(Distribution::Unstated),
    ))
}

fn colon_length(input: &str) -> usize {
    let spaces = input.len() - input.trim_start_matches(' ').len();
    if input[spaces..].starts_with(':') {
        spaces + 1
    } else {
        0
    }
}

/// The category alone on its line, in capitals: its label stands elsewhere.
pub(super) fn stray_category<'t>(lexicons: &Lexicons, input: &'t str) -> Parsed<'t, MastheadField> {
    match category(lexicons, input) {
        Some((end, category))
            if ends_line(&input[end..]) && !input[..end].contains(char::is_lowercase) =>
        {
            Ok((&input[end..], MastheadField::Distribution(category)))
        }
        _ => fail(input),
    }
}

/// A note mark may follow the category (`RESERVADA*`).
fn category(lexicons: &Lexicons, input: &str) -> Option<(usize, Distribution)> {
    let words = &lexicons.all.masthead.distribution;
    let categories = [
        (&words.general, Distribution::General),
        (&words.limited, Distribution::Limited),
        (&words.restricted, Distribution::Restricted),
        (&words.provisional, Distribution::Provisional),
    ];
    let mut found = longest_of(input, categories)?;
    // "GENERAL E/CN.4/2000/2" has a symbol behind it, and is no "GÉNÉRALE".
    if input[found.0..].starts_with('/')
        && let Some(space) = input[..found.0].rfind(' ')
    {
        found = longest_of(&input[..space], categories)?;
    }
    // "General" can be the beginning of an organ's name.
    if organ(lexicons, input).is_ok() {
        return None;
    }
    let mark = input[found.0..].trim_start_matches(' ');
    let stars = mark.bytes().take_while(|byte| *byte == b'*').count();
    let end = match stars {
        0 => found.0,
        _ => input.len() - mark.len() + stars,
    };
    Some((end, found.1))
}

/// `Provisional` in the place of the distribution.
fn provisional<'t>(lexicons: &Lexicons, input: &'t str) -> Parsed<'t, MastheadField> {
    match word_at(lexicons, input, |lexicon| {
        &lexicon.masthead.distribution.provisional
    }) {
        Some((end, _)) if ends_line(&input[end..]) => Ok((
            &input[end..],
            MastheadField::Distribution(Distribution::Provisional),
        )),
        _ => fail(input),
    }
}
