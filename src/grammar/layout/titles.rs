//! Titles that a text without line breaks has on one line with what follows.

use super::{Scanner, Zone};
use crate::grammar::block::Production;
use crate::grammar::text::word_at;
use crate::grammar::type_line;
use crate::lexicon::Lexicons;

/// From how many bytes on a line is no title alone.
const JOINED_LENGTH: usize = 200;
/// Within how many words the text begins on such a line.
const JOINED_WORDS: usize = 100;

impl Scanner<'_> {
    /// Title, subtitle and the beginning of the text on one line.
    pub(super) fn joined_title(&mut self) -> bool {
        let Some((title, text)) = joined(self.lexicons, self.rest()) else {
            return false;
        };
        let start = self.at;
        self.push(Production::Title, start + title);
        if title < text {
            self.push(Production::Subtitle, start + text);
        }
        self.zone = Zone::Body;
        true
    }
}

/// Without its line breaks a document has title, subtitle and text on one line: where its title
/// ends, and where its text begins.
fn joined(lexicons: &Lexicons, line: &str) -> Option<(usize, usize)> {
    if line.len() < JOINED_LENGTH {
        return None;
    }
    // In the middle of a title the name of an organ has an article before it.
    let in_title = |space: usize| {
        let before = line[..space].rsplit(' ').next().unwrap_or_default();
        let article = word_at(lexicons, &line[space + 1..], |lexicon| {
            &lexicon.title.articles
        });
        before.starts_with(char::is_lowercase) && article.is_none()
    };
    let starts = line
        .match_indices(' ')
        .take(JOINED_WORDS)
        .filter(|(space, _)| !in_title(*space))
        .map(|(space, _)| space + 1)
        .filter(|start| line[*start..].starts_with(char::is_uppercase));
    let text = starts
        .clone()
        .find(|start| type_line::opens_text(lexicons, &line[*start..]))?;
    let title = starts
        .take_while(|start| *start < text)
        .find(|start| type_line::is_subtitle(lexicons, &line[*start..]));
    let end = |start: usize| line[..start].trim_end().len();
    Some((end(title.unwrap_or(text)), end(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn title_subtitle_and_text_can_stand_on_one_line() {
        let split = |line: &str| {
            let (title, text) = joined(Lexicons::standard(), line)?;
            Some([&line[..title], &line[title..text]].map(str::to_owned))
        };
        let wells = "Recalling its decision that the wells of the upper valley be kept open through the winter, and noting with appreciation the report of the engineers who saw them,";
        let adopted = format!(
            "Resolution 2761 (2024) Adopted by the Security Council on 3 June 2024 The Security Council, {wells}"
        );
        assert_eq!(
            split(&adopted),
            Some([
                "Resolution 2761 (2024)".into(),
                " Adopted by the Security Council on 3 June 2024".into()
            ])
        );
        let draft = format!("Malta and Norway: draft resolution The General Assembly, {wells}");
        assert_eq!(
            split(&draft),
            Some(["Malta and Norway: draft resolution".into(), String::new()])
        );
        let report = format!("Report on the decisions of the Security Council, {wells}");
        assert_eq!(split(&report), None);
        assert_eq!(
            split("Malta: draft resolution The General Assembly, Recalling"),
            None
        );
    }
}
