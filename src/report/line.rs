//! One line of a source as a terminal shows it: tabs as spaces, control characters off, and of a
//! line that is too long only the words around the places that matter.

use crate::report::plain::{columns_of, visible};
use crate::source::Span;

/// Columns between two tab stops.
const TAB: usize = 4;
/// The least share of the width for one place, when a line has many.
const LEAST: usize = 24;
const ELLIPSIS: &str = "…";
/// Characters that take no column are gone through as if so many of them took one.
const MARKS_A_COLUMN: usize = 8;

/// A line ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The words; no tab, no line break, no control character.
    pub text: String,
    /// The places that were asked for, in bytes of [`Shown::text`].
    pub places: Vec<Span>,
}

/// The line at `line` (bytes of `text`) in at most about `width` columns, so that the beginning
/// of each of `places` (bytes of `text`, inside the line) is seen.
pub fn show(text: &str, line: Span, places: &[Span], width: usize) -> Shown {
    let windows = windows(text, line, places, width);
    let mut shown = String::new();
    let mut column = 0;
    // Where each character of the source came to stand.
    let mut map: Vec<(usize, usize)> = Vec::with_capacity(width);
    for (index, window) in windows.iter().enumerate() {
        if window.start > line.start {
            let gap = if index == 0 { "… " } else { " … " };
            shown.push_str(gap);
            column += gap.chars().count();
        }
        for (offset, character) in text[window.start..window.end].char_indices() {
            map.push((window.start + offset, shown.len()));
            if character == '\t' {
                let stop = TAB - column % TAB;
                shown.extend(std::iter::repeat_n(' ', stop));
                column += stop;
            } else if let Some(character) = visible(character) {
                shown.push(character);
                column += columns_of(character);
            }
        }
        map.push((window.end, shown.len()));
    }
    if windows.last().is_some_and(|window| window.end < line.end) {
        shown.push(' ');
        shown.push_str(ELLIPSIS);
    }
    let standing = |offset: usize| {
        let index = map.partition_point(|(source, _)| *source < offset);
        map.get(index).map_or(shown.len(), |(_, place)| *place)
    };
    let places = places
        .iter()
        .map(|place| {
            // The windows are in order and apart: the first that ends behind the place's start.
            let nearest = windows.partition_point(|window| window.end < place.start);
            let end = windows
                .get(nearest)
                .filter(|window| window.start <= place.start)
                .map_or(place.end, |window| place.end.min(window.end));
            let start = standing(place.start);
            Span::new(start, standing(end).max(start))
        })
        .collect();
    Shown {
        text: shown,
        places,
    }
}

/// The parts of the line that are shown, in order, apart from each other.
fn windows(text: &str, line: Span, places: &[Span], width: usize) -> Vec<Span> {
    let whole = forward(text, line.start, line.end, width);
    if whole == line.end {
        return vec![line];
    }
    let first = [Span::empty(line.start)];
    let places = if places.is_empty() { &first } else { places };
    let share = (width / places.len()).max(LEAST).saturating_sub(4);
    let mut windows: Vec<Span> = places
        .iter()
        .map(|place| window(text, line, *place, share))
        .collect();
    windows.sort();
    let mut apart: Vec<Span> = Vec::with_capacity(windows.len());
    for window in windows {
        match apart.last_mut() {
            Some(last) if window.start <= last.end + ELLIPSIS.len() => *last = last.to(window),
            _ => apart.push(window),
        }
    }
    apart
}

/// The words around a place in about `share` columns, more of them after it than before.
fn window(text: &str, line: Span, place: Span, share: usize) -> Span {
    let seen = forward(text, place.start, place.end, share);
    let spare = share - width_of(text, place.start, seen).min(share);
    let mut start = backward(text, line.start, place.start, spare / 3);
    let used = width_of(text, start, place.start);
    let mut end = forward(text, seen, line.end, spare - used.min(spare));
    if end == line.end {
        let used = width_of(text, seen, end);
        start = backward(text, line.start, place.start, spare - used.min(spare));
    }
    if start > line.start
        && let Some(space) = text[start..place.start].find(' ')
    {
        start += space + 1;
    }
    if end < line.end
        && let Some(space) = text[seen..end].rfind(' ')
    {
        end = seen + space;
    }
    Span::new(start, end)
}

fn width_of(text: &str, start: usize, end: usize) -> usize {
    text[start..end].chars().map(width_at_most).sum()
}

/// A tab is counted as its widest, because where it stands is not yet known.
fn width_at_most(character: char) -> usize {
    if character == '\t' {
        TAB
    } else {
        visible(character).map_or(0, columns_of)
    }
}

/// How far from `from` towards `to` one comes in `width` columns.
fn forward(text: &str, from: usize, to: usize, width: usize) -> usize {
    let mut used = 0;
    let most = width * MARKS_A_COLUMN;
    for (count, (offset, character)) in text[from..to].char_indices().enumerate() {
        used += width_at_most(character);
        if used > width || count > most {
            return from + offset;
        }
    }
    to
}

/// How far from `from` back towards `to` one comes in `width` columns.
fn backward(text: &str, to: usize, from: usize, width: usize) -> usize {
    let mut used = 0;
    let mut reached = from;
    let most = width * MARKS_A_COLUMN;
    for (offset, character) in text[to..from].char_indices().rev().take(most) {
        used += width_at_most(character);
        if used > width {
            break;
        }
        reached = to + offset;
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(shown: &Shown, index: usize) -> &str {
        &shown.text[shown.places[index].start..shown.places[index].end]
    }

    fn place(text: &str, word: &str) -> Span {
        let start = text.find(word).unwrap();
        Span::new(start, start + word.len())
    }

    #[test]
    fn a_line_that_fits_is_whole() {
        let text = "first\nan\tannex \u{202E}here\n";
        let line = Span::new(6, text.len() - 1);
        let shown = show(text, line, &[place(text, "annex"), place(text, "here")], 80);
        assert_eq!(shown.text, "an  annex here");
        assert_eq!(words(&shown, 0), "annex");
        assert_eq!(words(&shown, 1), "here");
    }

    #[test]
    fn a_long_line_is_cut_around_its_places() {
        let text = format!(
            "{}annex I {}annex II {}",
            "alpha ".repeat(200),
            "beta ".repeat(200),
            "gamma ".repeat(200)
        );
        let line = Span::new(0, text.len());
        let shown = show(
            &text,
            line,
            &[place(&text, "annex I "), place(&text, "annex II")],
            80,
        );
        assert_eq!(
            shown.text,
            "… alpha annex I beta beta beta … beta annex II gamma gamma gamma …"
        );
        assert_eq!(words(&shown, 0), "annex I ");
        assert_eq!(words(&shown, 1), "annex II");
    }

    #[test]
    fn a_place_longer_than_the_width_shows_its_beginning() {
        let text = "word ".repeat(100);
        let line = Span::new(0, text.len());
        let shown = show(&text, line, &[line], 40);
        assert_eq!(shown.text, "word word word word word word word w …");
        assert_eq!(words(&shown, 0), "word word word word word word word w");
    }

    #[test]
    fn wide_characters_count_as_two() {
        let text = "安".repeat(60);
        let line = Span::new(0, text.len());
        let shown = show(&text, line, &[Span::new(90, 93)], 40);
        assert_eq!(crate::report::plain::columns(&shown.text), 40);
        assert_eq!(words(&shown, 0), "安");
    }

    #[test]
    fn a_line_of_characters_without_width_is_not_gone_through() {
        let unseen = "\u{200B}".repeat(10_000);
        let text = format!("{unseen}annex{unseen}");
        let line = Span::new(0, text.len());
        let shown = show(&text, line, &[place(&text, "annex")], 40);
        assert_eq!(words(&shown, 0), "annex");
        assert!(shown.text.len() < 3 * 40 * MARKS_A_COLUMN * 3);
    }

    #[test]
    fn an_empty_line_shows_an_empty_place() {
        let shown = show("", Span::default(), &[Span::default()], 80);
        assert_eq!(shown.text, "");
        assert_eq!(shown.places, [Span::default()]);
    }
}
