//! Titles of agenda items, and the title of the document that can follow them without a blank line.

use super::{AGENDA_TITLE_LINES, Scanner};
use crate::document::Kind;
use crate::grammar::block::Production;
use crate::grammar::masthead::MastheadField;
use crate::grammar::text::COMMAS;
use crate::grammar::title::communication;
use crate::grammar::{Read, type_line};
use crate::source::Span;

/// How much room the last line of a title must leave, in characters, beside the next word's.
const SLACK: usize = 6;

/// A longer line before a letter, in bytes, is none of a title that has been wrapped.
const LONGEST_LINE: usize = 120;
/// A longer one is none of a title at all.
const LONGEST_UNWRAPPED: usize = 300;

/// How far behind the first day of a session its last day begins, in bytes: `16 September to 4`.
const LONGEST_FIRST_DAY: usize = 40;

impl Scanner<'_> {
    /// Titles of agenda items can fill the page above a letter; a report that a letter transmits
    /// has neither session nor agenda above it.
    pub(super) fn is_before_letter(&self, kind: Option<Kind>) -> bool {
        let with_agenda = self.front_blocks().any(|block| match &block.production {
            Production::Masthead(fields) => fields.iter().any(|field| {
                matches!(
                    field.value,
                    MastheadField::Session(_) | MastheadField::Agenda(_)
                )
            }),
            _ => false,
        });
        // A meeting record's agenda names letters.
        let of_meeting =
            type_line::kind_at_end(self.lexicons, self.rest()) == Some(Kind::MeetingRecord);
        !of_meeting && (kind.is_none() || with_agenda) && self.letter_follows()
    }

    /// Behind an agenda line stands the title of the item; behind a session its place and dates.
    pub(super) fn is_agenda_title(&self, kind: Option<Kind>) -> bool {
        if self.own_title.is_some_and(|line| self.line >= line) {
            return false;
        }
        let adopted = matches!(kind, Some(Kind::Resolution | Kind::Decision));
        match self.previous() {
            Some(Production::AgendaTitle) => {
                let after_dates =
                    self.blocks
                        .iter()
                        .rev()
                        .find_map(|block| match &block.production {
                            Production::Masthead(fields) => Some(!has_agenda(fields)),
                            _ => None,
                        });
                !adopted && after_dates != Some(true)
            }
            Some(Production::Masthead(fields)) if has_agenda(fields) => !adopted,
            Some(Production::Masthead(_)) if self.is_place_and_dates() => true,
            Some(Production::Masthead(fields)) => {
                fields
                    .iter()
                    .any(|field| matches!(field.value, MastheadField::Session(_)))
                    && self.rest().contains(|c: char| c.is_ascii_digit())
                    && !crate::grammar::date::dates_in(self.lexicons, self.rest()).is_empty()
            }
            _ => false,
        }
    }

    /// With blank lines between all lines the title of the item stands apart too: behind it come the
    /// document's own title and its type, or a title that needs none.
    pub(super) fn is_title_of_item_apart(&self) -> bool {
        if self.agenda_numbers().is_none() || !self.is_blank(self.line + 1) {
            return false;
        }
        let mut following = self.following(self.line);
        let (Some(own), Some(typed)) = (following.next(), following.next()) else {
            return false;
        };
        let kind = |line: usize| type_line::kind(self.lexicons, self.words(line));
        let own_words = &self.text[self.lines[own].start..self.lines[self.run_end(own) - 1].end];
        if type_line::is_report_of_body(self.lexicons, own_words)
            || type_line::opens_adopted(self.lexicons, own_words)
        {
            return true;
        }
        let reported = matches!(kind(typed), Some(Kind::Report | Kind::Note));
        kind(own).is_none()
            && type_line::kind_at_end(self.lexicons, self.words(own)).is_none()
            && !type_line::opens_text(self.lexicons, self.words(own))
            && self.is_blank(own + 1)
            && reported
    }

    /// The dates of the session, with the place or without, in a block of their own below it.
    pub(super) fn is_session_dates_apart(&self) -> bool {
        let below_session = match self.previous() {
            Some(Production::Masthead(fields)) => fields
                .iter()
                .any(|field| matches!(field.value, MastheadField::Session(_))),
            _ => false,
        };
        below_session && self.is_blank(self.line + 1) && self.is_place_and_dates()
    }

    /// `New York, 1–26 August 2022`, `1–26 August 2022`: a conference has no session above its place
    /// and dates.
    fn is_place_and_dates(&self) -> bool {
        let rest = self.rest();
        let Some(figure) = rest.find(|c: char| c.is_ascii_digit()) else {
            return false;
        };
        let place = &rest[..figure];
        let is_place = place.ends_with(", ")
            && place.starts_with(char::is_uppercase)
            && place.split_whitespace().count() <= 4;
        let dates = crate::grammar::date::dates_in(self.lexicons, rest);
        let ends = |span: &Span| span.end == rest.len();
        // A day alone is the masthead's date.
        let several = |span: &Span| (1..=LONGEST_FIRST_DAY).contains(&span.start);
        let last = dates.last().map(|(span, _)| span);
        last.is_some_and(|last| ends(last) && (is_place || (figure == 0 && several(last))))
    }

    /// Whether the title of a letter comes soon, with nothing but short lines before it.
    pub(super) fn letter_follows(&self) -> bool {
        let mut run = 0;
        for line in (self.line..self.lines.len()).take(AGENDA_TITLE_LINES) {
            // Any number of lines in capitals are titles.
            let has_small = self.words(line).contains(char::is_lowercase);
            run = if self.is_blank(line) {
                0
            } else {
                run + usize::from(has_small)
            };
            if communication(self.lexicons, self.text, self.lines[line].start).is_some() {
                return true;
            }
            // A letter behind an annex heading is another's.
            let annexed = self.heading_at(self.lines[line].start).is_some();
            let words = match line == self.line {
                true => self.rest(),
                false => self.words(line),
            };
            // A title that has not been wrapped stands apart.
            let is_title = self.is_blank(line + 1)
                && words.len() <= LONGEST_UNWRAPPED
                && !words.ends_with('.');
            if annexed || run > 8 || (words.len() > LONGEST_LINE && !is_title) {
                return false;
            }
        }
        false
    }

    /// Where the document's own title begins among the joined lines behind an agenda line: under
    /// one title for each item stands another one, and then its type.
    pub(super) fn title_among_agenda_titles(&self) -> Option<usize> {
        let items = self.agenda_numbers()?;
        let starts = self.titles_joined();
        let words = |index: usize| {
            let end = starts
                .get(index + 1)
                .map_or_else(|| self.run_end(self.line), |next| *next);
            &self.text[self.lines[starts[index]].start..self.lines[end - 1].end]
        };
        let named = |index: &usize| {
            let at_end = type_line::kind_at_end(self.lexicons, words(*index)).is_some();
            at_end || type_line::kind(self.lexicons, words(*index)).is_some()
        };
        let typed = (items..starts.len()).find(named)?;
        let says_it_at_end = type_line::kind_at_end(self.lexicons, words(typed)).is_some();
        let text_follows = || {
            self.following(self.run_end(starts[typed]) - 1)
                .next()
                .is_none_or(|line| type_line::opens_text(self.lexicons, self.words(line)))
        };
        // `Annotations to the agenda`, and below it `Note by the Secretary-General`.
        let type_follows = || typed + 1 < starts.len() && named(&(typed + 1));
        if typed > items && !says_it_at_end {
            Some(starts[typed - 1])
        } else {
            let stands_alone = type_line::is_report_of_body(self.lexicons, words(typed));
            (says_it_at_end || stands_alone || text_follows() || type_follows())
                .then_some(starts[typed])
        }
    }

    /// How many items the agenda line before this one names; `None` when there is none.
    fn agenda_numbers(&self) -> Option<usize> {
        let Some(Production::Masthead(fields)) = self.previous() else {
            return None;
        };
        let mut numbers: Vec<&str> = fields
            .iter()
            .filter_map(|field| match &field.value {
                MastheadField::Agenda(items) => Some(items),
                _ => None,
            })
            .flatten()
            .filter_map(|item| item.value.split(' ').next())
            .collect();
        numbers.dedup();
        (!numbers.is_empty()).then_some(numbers.len())
    }

    /// The line behind the joined lines of titles: a blank one, or one that opens the text.
    fn run_end(&self, from: usize) -> usize {
        (from..self.lines.len())
            .take(AGENDA_TITLE_LINES)
            .find(|line| {
                self.is_blank(*line)
                    || (*line > from && type_line::opens_text(self.lexicons, self.words(*line)))
            })
            .unwrap_or_else(|| self.lines.len().min(from + AGENDA_TITLE_LINES))
    }

    /// The first line of each title among joined lines. The last line of a title has room for the
    /// next word; a type begins a line of its own.
    fn titles_joined(&self) -> Vec<usize> {
        let run = self.line..self.run_end(self.line);
        let width = |words: &str| words.chars().count();
        let widest = run.clone().map(|line| width(self.words(line))).max();
        let widest = widest.unwrap_or(0);
        let begins = |line: &usize| {
            let (before, words) = (self.words(line - 1), self.words(*line));
            let next = words.split_whitespace().next().map_or(0, width);
            let room = width(before) + 1 + next + SLACK <= widest;
            // "Malta and Norway: draft resolution", where no list of sponsors runs on.
            let names_sponsors = words.contains(':')
                && !before.ends_with(COMMAS)
                && type_line::kind_at_end(self.lexicons, words).is_some();
            let kind_before = type_line::kind_at_end(self.lexicons, before).is_some();
            !words.starts_with(char::is_lowercase)
                && (room
                    || kind_before
                    || names_sponsors
                    || type_line::kind(self.lexicons, words).is_some())
        };
        std::iter::once(self.line)
            .chain(run.skip(1).filter(begins))
            .collect()
    }
}

fn has_agenda(fields: &[Read<MastheadField>]) -> bool {
    fields
        .iter()
        .any(|field| matches!(field.value, MastheadField::Agenda(_)))
}

#[cfg(test)]
mod tests {
    use crate::document::Kind;
    use crate::source::Source;

    fn title(lines: &str) -> (Option<String>, Kind) {
        let text = format!(
            "A/71/344\nUnited Nations\nGeneral Assembly\nDistr.: General\n2 November 2016\nOriginal: English\nSeventy-first session\n{lines}"
        );
        let document = crate::read(&Source::new("text", &text));
        (document.title.map(|title| title.text), document.kind)
    }

    #[test]
    fn the_title_follows_the_items_title_without_a_blank_line() {
        assert_eq!(
            title(
                "Agenda item 68 (a)\nUse and protection of wells in dry lands: tasks of\nthe river commissions\nState of the wells\nReport of the Secretary-General\nAddendum\n1.\nThe wells are dry."
            ),
            (Some("State of the wells".into()), Kind::Report)
        );
        assert_eq!(
            title(
                "Agenda item 68\nUse and protection of wells\nReport of the Secretary-General\nI. Introduction\nThe wells are dry."
            ),
            (Some("Report of the Secretary-General".into()), Kind::Report)
        );
        assert_eq!(
            title(
                "Agenda item 68\nUse and protection of wells in dry lands: tasks of the\ncommissions\nMalta and Norway: draft resolution\nWells\n\nThe General Assembly,"
            ),
            (
                Some("Malta and Norway: draft resolution".into()),
                Kind::DraftResolution
            )
        );
    }

    #[test]
    fn what_a_draft_is_about_begins_a_title_of_its_own() {
        let (title, kind) = title(
            "Agenda item 3\nUse and protection of wells and rivers in lands that are dry,\nincluding deserts\nAustria,* Chile,* Costa Rica,* Fiji, Malta and Norway:* draft resolution\n51/… Wells in dry lands\nThe Human Rights Council,",
        );
        let sponsors = "Austria, Chile, Costa Rica, Fiji, Malta and Norway: draft resolution";
        assert_eq!(
            (title.as_deref(), kind),
            (Some(sponsors), Kind::DraftResolution)
        );
    }

    #[test]
    fn sponsors_begin_a_title_unless_their_list_runs_on() {
        let (alone, _) = title(
            "Agenda item 101\nUse and protection of wells\nMalta and Norway: revised draft resolution\nWells\nThe General Assembly,",
        );
        assert_eq!(
            alone.as_deref(),
            Some("Malta and Norway: revised draft resolution")
        );
        let (list, _) = title(
            "Agenda item 101\nWells\nAndorra, Belgium, Chile, Denmark, Egypt, Fiji, Greece,\nMalta and Norway: draft resolution\nWells\nThe General Assembly,",
        );
        assert_eq!(
            list.as_deref(),
            Some(
                "Andorra, Belgium, Chile, Denmark, Egypt, Fiji, Greece, Malta and Norway: draft resolution"
            )
        );
    }

    #[test]
    fn the_items_title_can_stand_apart() {
        let apart = "Agenda item 4\n\nUse and protection of wells\n\nState of the wells\n\nReport of the Secretary-General\n\nI. Introduction\n";
        assert_eq!(
            title(apart),
            (Some("State of the wells".into()), Kind::Report)
        );
        let own = "Agenda item 4\n\nState of the wells\n\nReport of the Secretary-General\n\nI. Introduction\n";
        assert_eq!(
            title(own),
            (Some("State of the wells".into()), Kind::Report)
        );
    }

    #[test]
    fn a_long_item_on_the_masthead_line_stands_before_a_letter() {
        let item = "Use and protection of wells and rivers in lands that are dry, including deserts, and of the lakes that feed them in spring";
        let letter = "Letter dated 3 May 2016 from the Permanent Representative of Malta to the United Nations addressed to the Secretary-General";
        for before in ["Agenda item 34 ", "Agenda item 34\n\n"] {
            let (title, kind) = title(&format!(
                "{before}{item}\n\n{letter}\n\nI have the honour to report.\n"
            ));
            assert_eq!((title.as_deref(), kind), (Some(letter), Kind::Letter));
        }
    }

    #[test]
    fn the_dates_of_the_session_are_no_title() {
        for dates in ["1–19 November 2010", "Geneva, 26 April to 14 May 2010"] {
            assert_eq!(
                title(&format!(
                    "\n{dates}\n\nState of the wells\n\nThe wells are dry.\n"
                )),
                (Some("State of the wells".into()), Kind::Other)
            );
        }
        assert_eq!(
            title("\nState of the wells on 1 May 2010\n\nThe wells are dry.\n").0,
            Some("State of the wells on 1 May 2010".into())
        );
    }

    #[test]
    fn a_title_can_go_on_with_an_organ() {
        assert_eq!(
            title("\nOrganization of the regular session of the\nGeneral Assembly, adoption of the agenda and\nallocation of items\n\nThe wells are dry.\n").0,
            Some("Organization of the regular session of the General Assembly, adoption of the agenda and allocation of items".into())
        );
    }

    #[test]
    fn an_items_title_can_be_that_of_a_report() {
        let (title, _) = title(
            "Agenda item 100\nReport of the Well Commission\n\nNorway: draft resolution\n\nThe General Assembly,",
        );
        assert_eq!(title, Some("Norway: draft resolution".into()));
    }
}
