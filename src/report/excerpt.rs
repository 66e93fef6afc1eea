//! The lines of a source that a finding speaks of, made ready for drawing: pictures of a few
//! lines each, far places in pictures of their own.

use std::collections::BTreeMap;

use crate::finding::Label;
use crate::report::line;
use crate::report::plain::plain;
use crate::source::{Position, Source, Span};

/// Labels with at most this many lines between them share a picture.
const NEAR: usize = 3;
/// A label over more lines than this is marked on its first line only.
const MOST_LINES: usize = 4;
/// A line that begins with more blanks than this is taken for an empty one.
const MOST_BLANKS: usize = 2000;

/// Lines that follow each other in the source, with marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The number of the first line, from 1.
    pub first_line: usize,
    /// How many lines there are.
    pub line_count: usize,
    /// The lines as they are shown, each with `\n` at its end.
    pub text: String,
    /// What is underlined, in order.
    pub marks: Vec<Mark>,
}

/// Words underlined on one line of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Bytes of [`Picture::text`].
    pub span: Span,
    /// Which label it belongs to, from 0.
    pub label: usize,
    /// What is said under it; empty on all lines of a label but the last.
    pub message: String,
    /// Where it begins in the source.
    pub position: Position,
}

/// A part of a label on one line.
struct Piece {
    span: Span,
    label: usize,
    message: String,
}

/// The pictures that show `labels`, in lines of about `width` columns. The first picture has the
/// first label; the others follow in the order of the source.
pub fn pictures(source: &Source, labels: &[&Label], width: usize) -> Vec<Picture> {
    let mut lines: BTreeMap<usize, Vec<Piece>> = BTreeMap::new();
    for (index, label) in labels.iter().enumerate() {
        for (line, piece) in pieces(source, index, label) {
            lines.entry(line).or_default().push(piece);
        }
    }
    let numbers: Vec<usize> = lines.keys().copied().collect();
    let mut pictures: Vec<Picture> = numbers
        .chunk_by(|one, next| next - one <= NEAR + 1)
        .filter_map(|group| Some((*group.first()?, *group.last()?)))
        .map(|(first, last)| picture(source, first, last, &mut lines, width))
        .collect();
    pictures.sort_by_key(|picture| picture.marks.iter().all(|mark| mark.label != 0));
    pictures
}

/// The label cut into the lines that it covers, without the white space at their ends.
fn pieces(source: &Source, index: usize, label: &Label) -> Vec<(usize, Piece)> {
    let text = source.text();
    let start = text.floor_char_boundary(label.span.start);
    let end = text.ceil_char_boundary(label.span.end).max(start);
    let first = source.line_of(start);
    let last = source.line_of(end);
    let mut message = plain(&label.message).into_owned();
    let mut pieces: Vec<(usize, Piece)> = Vec::new();
    let shown_last = if last - first < MOST_LINES {
        last
    } else {
        let more = format!("to line {last}");
        message = match message.as_str() {
            "" => more,
            _ => format!("{message} ({more})"),
        };
        first
    };
    for number in first..=shown_last {
        let Some(line) = source.line(number) else {
            continue;
        };
        let from = start.clamp(line.start, line.end);
        let words = &text[from..end.clamp(from, line.end)];
        let trimmed = words.trim();
        if !trimmed.is_empty() {
            let begin = from + (words.len() - words.trim_start().len());
            let span = Span::new(begin, begin + trimmed.len());
            pieces.push((number, piece(span, index)));
        }
    }
    if pieces.is_empty() {
        let line = source.line(first).unwrap_or_default();
        let from = start.clamp(line.start, line.end);
        let to = end.clamp(from, line.end);
        pieces.push((first, piece(Span::new(from, to), index)));
    }
    if let Some((_, last)) = pieces.last_mut() {
        last.message = message;
    }
    pieces
}

fn piece(span: Span, label: usize) -> Piece {
    Piece {
        span,
        label,
        message: String::new(),
    }
}

/// The lines `first` to `last` with a line around them where that has words.
fn picture(
    source: &Source,
    first: usize,
    last: usize,
    lines: &mut BTreeMap<usize, Vec<Piece>>,
    width: usize,
) -> Picture {
    let has_words = |number: usize| {
        source.line(number).is_some_and(|line| {
            let mut beginning = source.slice(line).chars().take(MOST_BLANKS);
            beginning.any(|character| !character.is_whitespace())
        })
    };
    let from = first - usize::from(first > 1 && has_words(first - 1));
    let to = last + usize::from(has_words(last + 1));
    let mut picture = Picture {
        first_line: from,
        line_count: to + 1 - from,
        text: String::new(),
        marks: Vec::new(),
    };
    for number in from..=to {
        let pieces = lines.remove(&number).unwrap_or_default();
        let line = source.line(number).unwrap_or_default();
        let spans: Vec<Span> = pieces.iter().map(|piece| piece.span).collect();
        let shown = line::show(source.text(), line, &spans, width);
        let base = picture.text.len();
        let marks = pieces
            .into_iter()
            .zip(shown.places)
            .map(|(piece, place)| Mark {
                span: Span::new(base + place.start, base + place.end),
                label: piece.label,
                message: piece.message,
                position: source.position(piece.span.start),
            })
            .collect();
        picture.marks.extend(apart(marks));
        picture.text.push_str(&shown.text);
        picture.text.push('\n');
    }
    picture
}

/// The marks of a line in order, none over another: of two that meet, the longer gives way, and
/// two on the same words become one.
fn apart(mut marks: Vec<Mark>) -> Vec<Mark> {
    marks.sort_by_key(|mark| (mark.span, mark.label));
    let mut sorted: Vec<Mark> = Vec::with_capacity(marks.len());
    for mut mark in marks {
        match sorted.last_mut() {
            Some(last) if last.span == mark.span => {
                if !last.message.is_empty() && !mark.message.is_empty() {
                    last.message.push_str("; ");
                }
                last.message.push_str(&mark.message);
                last.label = last.label.min(mark.label);
                continue;
            }
            Some(last) if last.span.end > mark.span.start => {
                if last.span.start == mark.span.start {
                    mark.span.start = last.span.end;
                } else {
                    last.span.end = mark.span.start;
                }
            }
            _ => {}
        }
        sorted.push(mark);
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label(source: &Source, words: &str, message: &str) -> Label {
        let start = source.text().find(words).unwrap();
        Label {
            span: Span::new(start, start + words.len()),
            message: message.to_owned(),
        }
    }

    fn marked(picture: &Picture) -> Vec<(&str, &str)> {
        picture
            .marks
            .iter()
            .map(|mark| {
                let words = &picture.text[mark.span.start..mark.span.end];
                (words, mark.message.as_str())
            })
            .collect()
    }

    #[test]
    fn near_labels_share_a_picture_and_far_ones_do_not() {
        let source = Source::new(
            "s",
            "one\ntwo\n\nfour\nfive\nsix\nseven\neight\nnine\nten\neleven\n",
        );
        let labels = [
            label(&source, "ten", "here"),
            label(&source, "two", "there"),
            label(&source, "five", "and there"),
        ];
        let pictures = pictures(&source, &labels.each_ref(), 80);
        assert_eq!(pictures.len(), 2);
        assert_eq!(pictures[0].first_line, 9);
        assert_eq!(pictures[0].text, "nine\nten\neleven\n");
        assert_eq!(marked(&pictures[0]), [("ten", "here")]);
        assert_eq!(pictures[1].first_line, 1);
        assert_eq!(pictures[1].text, "one\ntwo\n\nfour\nfive\nsix\n");
        assert_eq!(
            marked(&pictures[1]),
            [("two", "there"), ("five", "and there")]
        );
    }

    #[test]
    fn a_label_over_two_lines_is_marked_on_both() {
        let source = Source::new("s", "dated 12 June\n  2023 from");
        let labels = [label(&source, "12 June\n  2023", "the date")];
        let pictures = pictures(&source, &labels.each_ref(), 80);
        assert_eq!(
            marked(&pictures[0]),
            [("12 June", ""), ("2023", "the date")]
        );
        assert_eq!(
            pictures[0].marks[0].position,
            Position { line: 1, column: 7 }
        );
    }

    #[test]
    fn a_label_over_many_lines_is_marked_on_the_first() {
        let source = Source::new("s", "a\nb\nc\nd\ne\nf\ng");
        let labels = [Label {
            span: Span::new(2, 11),
            message: String::new(),
        }];
        let pictures = pictures(&source, &labels.each_ref(), 80);
        assert_eq!(pictures[0].text, "a\nb\nc\n");
        assert_eq!(marked(&pictures[0]), [("b", "to line 6")]);
    }

    #[test]
    fn labels_that_meet_are_set_apart() {
        let source = Source::new("s", "annex II to the letter");
        let labels = [
            label(&source, "annex II to", "outer"),
            label(&source, "II", "inner"),
            label(&source, "II", "again"),
        ];
        let pictures = pictures(&source, &labels.each_ref(), 80);
        assert_eq!(
            marked(&pictures[0]),
            [("annex ", "outer"), ("II", "inner; again")]
        );
    }

    #[test]
    fn a_place_past_the_end_is_the_end() {
        for (text, line) in [("", 1), ("one\n", 2), ("one", 1)] {
            let source = Source::new("s", text);
            let labels = [Label {
                span: Span::new(70, 90),
                message: "missing".to_owned(),
            }];
            let pictures = pictures(&source, &labels.each_ref(), 80);
            assert_eq!(pictures[0].marks[0].position.line, line);
            assert_eq!(marked(&pictures[0]), [("", "missing")]);
        }
    }
}
