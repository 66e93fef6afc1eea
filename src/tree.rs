//! How a text was read: every block with the production that recognised it, so that what was not
//! understood can be seen.

use std::fmt::Write as _;

use crate::document::AnnexKind;
use crate::grammar::text::one_line;
use crate::grammar::{self, Production};
use crate::lexicon::Lexicons;
use crate::reading::Reading;
use crate::report::{Look, plain};
use crate::source::Source;

/// How many characters of a block are shown.
const SHOWN: usize = 72;

/// The blocks of a text, a line each: the line where it begins, its production, its first words.
/// What stands in an annex is set in, what stands in its enclosure further; a line runs down beside
/// a document that an annex reproduces. Last comes the share of the text that was understood.
pub fn tree(source: &Source, look: Look) -> String {
    let reading = Reading::of(source.text());
    let mut lines = String::new();
    let (mut understood, mut all) = (0, 0);
    let mut depth = 0;
    let mut reproduced = false;
    for block in grammar::blocks(Lexicons::standard(), reading.text()) {
        let words = &reading.text()[block.span.start..block.span.end];
        all += words.len();
        if block.production != Production::Other {
            understood += words.len();
        }
        let indent = match &block.production {
            Production::AnnexHeading(heading) => {
                depth = depth_of(heading.kind, depth);
                reproduced = false;
                depth - 1
            }
            production if production.is_page_matter() => 0,
            production => {
                reproduced |= depth > 0 && production.opens_document();
                depth
            }
        };
        let beside = if reproduced && indent == depth {
            look.paint(DIM, "│ ")
        } else {
            String::new()
        };
        let line = source.position(reading.source_span(block.span).start).line;
        let name = format!("{:18}", block.production.name());
        let shown = cut(&plain(&one_line(words)));
        let _ = writeln!(
            lines,
            "{}  {} {:indent$}{beside}{shown}",
            look.paint(DIM, &format!("{line:>5}")),
            look.paint(colour_of(&block.production), &name),
            "",
            indent = indent * 2,
        );
    }
    let share = if all == 0 {
        100.0
    } else {
        100.0 * understood as f64 / all as f64
    };
    let _ = writeln!(lines, "\n{share:.1} % of the text understood");
    lines
}

/// How deep the text under a heading lies: an annex's below the letter's, an enclosure's below that
/// of the annex it follows.
fn depth_of(kind: AnnexKind, depth: usize) -> usize {
    match kind {
        AnnexKind::Annex => 1,
        AnnexKind::Enclosure | AnnexKind::Attachment => (depth + 1).min(2),
        AnnexKind::Appendix => (depth + 1).min(3),
    }
}

const DIM: &str = "2";

/// The terminal's colour of a production: what the masthead says, what was signed, what is annexed,
/// and above all what was not understood.
const fn colour_of(production: &Production) -> &'static str {
    match production {
        Production::Masthead(_) | Production::SubsidiaryOrgan => "36",
        Production::Communication(_)
        | Production::Title
        | Production::Subtitle
        | Production::AgendaTitle => "1",
        Production::AnnexHeading(_) | Production::Original(_) | Production::Contents => "35",
        Production::Signature(..) | Production::SignatureContinued => "32",
        Production::Footer(_)
        | Production::PageNumber
        | Production::Continuation
        | Production::Rule
        | Production::RunningHead(..)
        | Production::Note(_) => DIM,
        Production::Paragraph(_) => "0",
        Production::Other => "31",
    }
}

fn cut(words: &str) -> String {
    if words.chars().count() <= SHOWN {
        return words.to_owned();
    }
    let kept: String = words.chars().take(SHOWN - 1).collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn annexes_are_set_in_and_colours_are_for_terminals() {
        let source = Source::new(
            "letter.txt",
            "S/2023/463\n\nUnited Nations\n\nAnnex\n\nThe text.\n\nEnclosure\n\nMore.\n",
        );
        let look = |colour| Look { colour, width: 80 };
        let text = tree(&source, look(false));
        assert_eq!(
            text,
            "    1  masthead           S/2023/463\n    \
             3  masthead           United Nations\n    \
             5  annex heading      Annex\n    \
             7  paragraph            The text.\n    \
             9  annex heading        Enclosure\n   \
             11  paragraph              More.\n\n\
             100.0 % of the text understood\n"
        );
        assert!(tree(&source, look(true)).contains("\u{1b}[35mannex heading     \u{1b}[0m"));
    }

    #[test]
    fn a_line_runs_beside_a_document_that_an_annex_reproduces() {
        let source = Source::new(
            "letter.txt",
            "S/2023/463\n\nUnited Nations\n\nAnnex\n\nS/2023/455\nUnited Nations\n\nMalta: draft resolution\n\nThe text.\n\nAnnex II\n\nMore.\n",
        );
        let look = Look {
            colour: false,
            width: 80,
        };
        assert_eq!(
            tree(&source, look),
            "    1  masthead           S/2023/463\n    \
             3  masthead           United Nations\n    \
             5  annex heading      Annex\n    \
             7  masthead             │ S/2023/455\n    \
             8  masthead             │ United Nations\n   \
             10  title                │ Malta: draft resolution\n   \
             12  paragraph            │ The text.\n   \
             14  annex heading      Annex II\n   \
             16  paragraph            More.\n\n\
             100.0 % of the text understood\n"
        );
    }
}
