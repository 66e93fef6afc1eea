//! What toml has to say about a rule file, in the words of this house.

use std::sync::Arc;

use crate::check::KINDS;
use crate::mistake::{Mistake, nearest};
use crate::source::{Source, Span};

/// What toml says, with its place, and with a suggestion where a name is unknown.
pub(super) fn of_toml(source: &Arc<Source>, error: &toml::de::Error) -> Mistake {
    let place = error.span().unwrap_or(0..0);
    let said = error.message();
    let quoted: Vec<&str> = said.split('`').skip(1).step_by(2).collect();
    let (message, help) = match (said, quoted.as_slice()) {
        (said, [written, known @ ..]) if said.starts_with("unknown field") => (
            format!("there is no key `{written}` here"),
            suggestion(written, known, "the keys here are"),
        ),
        (said, [written, known @ ..]) if said.starts_with("unknown variant") => {
            let kinds = known.iter().all(|name| KINDS.contains(name));
            let message = if kinds {
                format!("there is no check `{written}`")
            } else {
                format!("`{written}` is not one of the words for this")
            };
            (
                message,
                suggestion(
                    written,
                    known,
                    if kinds {
                        "the checks are"
                    } else {
                        "the words are"
                    },
                ),
            )
        }
        (said, [key]) if said.starts_with("missing field") => {
            (format!("the key `{key}` is missing"), None)
        }
        (said, _) if said.starts_with("wanted exactly 1 element") => (
            "a rule has exactly one check".to_owned(),
            Some(format!(
                "write one table such as [check.agree]; the checks are {}",
                KINDS.join(", ")
            )),
        ),
        (said, _) => (said.lines().collect::<Vec<_>>().join("; "), None),
    };
    Mistake {
        source: Arc::clone(source),
        span: Span::new(place.start, place.end),
        message,
        help,
    }
}

fn suggestion(written: &str, known: &[&str], otherwise: &str) -> Option<String> {
    let known: Vec<&str> = known
        .iter()
        .copied()
        .filter(|name| !name.starts_with('_'))
        .collect();
    Some(match nearest(written, known.iter().copied()) {
        Some(name) => format!("did you mean `{name}`? {otherwise} {}", known.join(", ")),
        None => format!("{otherwise} {}", known.join(", ")),
    })
}
