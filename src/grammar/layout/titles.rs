//! The title of a document that is no communication: where it ends, over blank lines and under the
//! number of what was adopted, or on one line with what follows.

use super::{Scanner, Zone};
use crate::document::Kind;
use crate::grammar::block::Production;
use crate::grammar::text::{is_unfinished, word_at};
use crate::grammar::{paragraph_number, type_line};
use crate::lexicon::Lexicons;

/// How many blank lines a title can have within it.
const MOST_GAPS: usize = 8;
/// A longer line in small letters below a title is none of it, in bytes.
const LONGEST_REST: usize = 120;
/// From how many bytes on a line is no title alone.
const JOINED_LENGTH: usize = 200;
/// Within how many words the text begins on such a line.
const JOINED_WORDS: usize = 100;

impl Scanner<'_> {
    /// The title of a document that is no communication, and the lines under it.
    pub(super) fn title(&mut self) {
        if self.adopted_title() || self.joined_title() {
            return;
        }
        let end = self.title_end();
        self.push(Production::Title, end);
        while self.line < self.lines.len()
            && (type_line::kind(self.lexicons, self.words(self.line)).is_some()
                || type_line::is_subtitle(self.lexicons, self.words(self.line)))
        {
            let end = self.lines[self.line].end;
            self.push(Production::Subtitle, end);
        }
        self.zone = Zone::Body;
    }

    /// `Decision adopted by …`, then `28/111.` and the title that was adopted under that number.
    fn adopted_title(&mut self) -> bool {
        if !type_line::opens_adopted(self.lexicons, self.rest()) {
            return false;
        }
        let numbered = self
            .following(self.line)
            .take(4)
            .find_map(|line| Some((line, type_line::adoption_number(self.words(line))?)));
        let Some((line, length)) = numbered else {
            return false;
        };
        while self.line < line {
            self.push(Production::Subtitle, self.lines[self.line].end);
            while self.line < line && self.is_blank(self.line) {
                self.go_to_line(self.line + 1);
            }
        }
        self.push(Production::Subtitle, self.at + length);
        while self.line < self.lines.len() && self.is_blank(self.line) {
            self.go_to_line(self.line + 1);
        }
        self.zone = Zone::Body;
        // A text can end behind the number.
        if self.line < self.lines.len() {
            self.title();
        }
        true
    }

    /// Where the title that begins on this line ends: a word that joins others is not its last one,
    /// though a blank line stands below it.
    fn title_end(&self) -> usize {
        let mut end = self.title_block_end(self.line);
        for _ in 0..MOST_GAPS {
            match self.following(end - 1).next() {
                Some(next) if self.title_goes_on(end - 1, next) => end = self.title_block_end(next),
                _ => break,
            }
        }
        self.lines[end - 1].end
    }

    /// The line behind those of a title that begins or goes on here, up to a blank one.
    fn title_block_end(&self, first: usize) -> usize {
        let joined = (first + 1..self.lines.len()).take_while(|line| !self.is_blank(*line));
        let cover = joined
            .into_iter()
            .find(|line| self.opens_records_cover(*line));
        let lines = first..cover.unwrap_or(self.lines.len());
        first + type_line::title_lines(self.lexicons, lines.map(|line| self.words(line)))
    }

    /// Whether a line of a title goes on behind the blank line below it.
    fn title_goes_on(&self, last: usize, next: usize) -> bool {
        let (before, words) = (self.words(last), self.words(next));
        let behind_comma = || {
            before.ends_with(',')
                && words.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
        };
        // A line in small letters that stands alone, and is neither a sentence nor one of a list.
        let is_rest = || {
            let word = words
                .find(|c: char| !c.is_alphabetic())
                .unwrap_or(words.len());
            words.starts_with(char::is_lowercase)
                && word > 1
                && !words[word..].starts_with(['.', ')', '-', ':'])
                && words.len() <= LONGEST_REST
                && !words.ends_with(['.', ';', ':'])
                && !words.contains(". ")
                && self.is_blank(next + 1)
        };
        self.is_blank(last + 1)
            && (is_unfinished(self.lexicons, before)
                || (!self.names_meeting(before)
                    && (behind_comma() || is_rest() || self.is_list_of_sponsors(last))))
            && paragraph_number(words).is_none()
            && !type_line::opens_text(self.lexicons, words)
            && type_line::kind(self.lexicons, words).is_none()
    }

    /// Whether the title that begins on this line and ends with a line so far is a meeting record's:
    /// where the meeting was held stands below it.
    fn names_meeting(&self, last: &str) -> bool {
        let kinds = [
            type_line::kind(self.lexicons, self.rest()),
            type_line::kind_at_end(self.lexicons, last),
        ];
        kinds.contains(&Some(Kind::MeetingRecord))
    }

    /// Whether the lines from here on end with commas up to one that names a draft:
    /// `Malta,` ⏎ `Norway and Sweden: draft resolution`.
    fn is_list_of_sponsors(&self, line: usize) -> bool {
        let mut lines = self.following(line).take(MOST_GAPS);
        let ends_list = |line: &usize| !self.words(*line).ends_with([',', '-']);
        let last = lines.find(ends_list).map(|line| self.words(line));
        let named = last.and_then(|last| type_line::kind_at_end(self.lexicons, last));
        self.words(line).ends_with(',') && named == Some(Kind::DraftResolution)
    }

    /// Title, subtitle and the beginning of the text on one line.
    fn joined_title(&mut self) -> bool {
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
