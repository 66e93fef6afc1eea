//! What kind of document it is: known from its symbol, its title, the lines under it, its formulas.

use super::build::Parts;
use super::{Form, Kind, Masthead, Title};
use crate::grammar::symbol::{Modifier, Symbol};
use crate::grammar::text::word_of;
use crate::grammar::{Production, type_line};
use crate::lexicon::Lexicons;

/// How many blocks the first page has, about.
const FIRST_PAGE: usize = 16;

/// What kind the document is: its symbol says so, or its title, or the lines under it.
pub(super) fn kind(parts: &Parts<'_>, masthead: &Masthead, title: Option<&Title>) -> Kind {
    let symbol = masthead.symbols.first().map(|symbol| &symbol.value);
    let corrects = symbol.is_some_and(|symbol| symbol.modifier == Some(Modifier::Corrigendum));
    if corrects || says_corrigendum(parts) {
        return Kind::Corrigendum;
    }
    if let Some(form) = title.and_then(|title| title.form.as_ref()) {
        return match form.value {
            Form::Letter => Kind::Letter,
            Form::IdenticalLetters => Kind::IdenticalLetters,
            Form::NoteVerbale => Kind::NoteVerbale,
        };
    }
    if let Some(kind) = symbol_kind(parts.lexicons, masthead) {
        return kind;
    }
    let lines = parts
        .blocks
        .iter()
        .filter(|block| matches!(block.production, Production::Title | Production::Subtitle));
    let kind_of = |words: &str| {
        type_line::kind_at_end(parts.lexicons, words)
            .or_else(|| type_line::kind(parts.lexicons, words))
    };
    let kind = lines
        .map(|block| parts.words(block.span))
        .find_map(kind_of)
        .or_else(|| agenda_titles(parts).filter_map(kind_of).last());
    kind.or_else(|| note_verbale_without_title(parts))
        .unwrap_or_default()
}

/// The kind that the masthead's first symbol names: `S/PV.` a meeting record.
pub(super) fn symbol_kind(lexicons: &Lexicons, masthead: &Masthead) -> Option<Kind> {
    let symbol = masthead.symbols.first()?;
    kind_of_symbol(lexicons, &symbol.value)
}

/// The lines under the agenda line: without blank lines the title is among them.
pub(super) fn agenda_titles<'p>(parts: &'p Parts<'_>) -> impl Iterator<Item = &'p str> {
    let titles = parts
        .blocks
        .iter()
        .filter(|block| block.production == Production::AgendaTitle);
    titles.flat_map(|block| parts.words(block.span).lines())
}

/// `Corrigendum` on a line of its own on the first page.
fn says_corrigendum(parts: &Parts<'_>) -> bool {
    parts
        .blocks
        .iter()
        .take(FIRST_PAGE)
        .flat_map(|block| parts.words(block.span).lines())
        .any(|line| type_line::is_corrigendum(parts.lexicons, line))
}

fn kind_of_symbol(lexicons: &Lexicons, symbol: &Symbol) -> Option<Kind> {
    symbol
        .canonical
        .split('/')
        .filter_map(|element| lexicons.symbols.kinds.get(element.split('.').next()?))
        .find_map(|name| Kind::from_name(name))
}

/// A note verbale whose title is lost is known by its compliments.
fn note_verbale_without_title(parts: &Parts<'_>) -> Option<Kind> {
    let first = parts
        .blocks
        .iter()
        .filter(|block| matches!(block.production, Production::Paragraph(_)))
        .take(4);
    let presents = |words: &str| {
        let formulas = &parts.lexicons.all.compliments.presents;
        let mut places = words.char_indices().take(400);
        places.any(|(at, _)| word_of(&words[at..], formulas).is_some())
    };
    first
        .map(|block| parts.words(block.span))
        .any(presents)
        .then_some(Kind::NoteVerbale)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::source::Source;

    fn read(text: &str) -> Document {
        crate::read(&Source::new("text", text))
    }

    #[test]
    fn a_letter_on_the_agenda_makes_no_meeting_record_a_letter() {
        let document = read(
            "United Nations S/PV.8653\nSecurity Council\nProvisional\nAgenda\nThe upper valley\nLetter dated 21 October 2019 from the Permanent Representative of Peru to the\nUnited Nations addressed to the President of the Security Council (S/2019/836)\n",
        );
        assert_eq!(document.kind, Kind::MeetingRecord);
        assert_eq!(document.title, None);
        let document = read(
            "United Nations S/PV.8653\nSecurity Council\nProvisional\n\n8653rd meeting\nWednesday, 30 October 2019, 10 a.m.\nNew York\n\nAgenda\nThe upper valley\nLetter dated 21 October 2019 from the Permanent Representative of Peru to the\nUnited Nations addressed to the President of the Security Council (S/2019/836)\n",
        );
        let title = document.title.map(|title| title.text);
        assert_eq!(title.as_deref(), Some("8653rd meeting"));
    }

    #[test]
    fn the_masthead_can_follow_the_first_page() {
        let document = read(
            "GE.16-03911(E)\n\nHuman Rights Council\nThirty-first session\nAgenda item 3\nUse and protection of wells in dry lands,\nincluding rivers\nReport of the Special Rapporteur on wells\nNote by the Secretariat\nThe Secretariat has the honour to transmit the report.\n\nUnited Nations\nA/HRC/31/57\nGeneral Assembly\nDistr.: General\n8 March 2016\nOriginal: English\n\nA/HRC/31/57\n2\nGE.16-03911\n\n1. The wells are dry.\n",
        );
        let title = document.title.map(|title| title.text);
        let symbols = document.masthead.symbols;
        assert_eq!(
            title.as_deref(),
            Some("Report of the Special Rapporteur on wells")
        );
        assert_eq!(symbols.len(), 1);
        assert!(document.masthead.date.is_some());
        assert_eq!(document.heads.len(), 1);
    }

    #[test]
    fn two_versions_run_together_have_no_language_line() {
        let document = read(
            "A/65/L.78A/65/L.78\nUnited Nationsالأمم المتحدة\nGeneral Assemblyالجمعية العامة\nDistr.: LimitedDistr.: Limited\nOriginal: EnglishArabic Original: English\n11-3747611-37474\nSixty-fifth sessionالدورة الخامسة والستون\n",
        );
        assert_eq!(document.masthead.version, None);
        assert_eq!(document.title, None);
        assert_eq!(document.masthead.organs.len(), 2);
        let session = document.masthead.session.map(|session| session.value);
        assert_eq!(session.as_deref(), Some("Sixty-fifth session"));
    }

    #[test]
    fn a_table_of_contents_is_no_title() {
        let document = read(
            "United Nations A/78/284\nGeneral Assembly Distr.: General\n7 August 2023\nOriginal: English\n\nContents\nPage\nI. Introduction . . . . . . . . . 3\n",
        );
        assert_eq!(document.title, None);
    }

    #[test]
    fn a_text_can_end_behind_the_number_of_a_resolution() {
        let document = read(
            "United Nations\nA/RES/79/146\nGeneral Assembly\n\nResolution adopted by the General Assembly\n\n79/146.",
        );
        assert_eq!(document.kind, Kind::Resolution);
        assert_eq!(document.title, None);
    }
}
