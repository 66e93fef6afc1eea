//! The front of a document: masthead, title, kind and language. The outer document's is read from
//! the blocks before its annexes, that of a document which an annex reproduces from the annex's.

use std::collections::BTreeSet;

use super::build::Parts;
use super::kind::{agenda_titles, kind, symbol_kind};
use super::masthead::add_line;
use super::{Front, Kind, Title};
use crate::grammar::text::one_line;
use crate::grammar::title::Communication;
use crate::grammar::{Production, Read, type_line};
use crate::source::Span;

/// The front that the blocks make; `text` is what shows the language where no line names it.
pub(super) fn front(parts: &Parts<'_>, text: &str) -> Front {
    let mut front = Front::default();
    let mut symbols = BTreeSet::new();
    for block in parts.blocks {
        match &block.production {
            Production::Masthead(fields) => {
                add_line(parts, fields, &mut symbols, &mut front.masthead);
            }
            Production::SubsidiaryOrgan => {
                let value = one_line(parts.words(block.span));
                front.masthead.organs.push(parts.at(&Read {
                    value,
                    span: block.span,
                }));
            }
            Production::Communication(found) if front.title.is_none() => {
                front.title = Some(communication(parts, found));
            }
            Production::Title if front.title.is_none() => {
                front.title = Some(title(parts, block.span));
            }
            _ => {}
        }
    }
    if symbol_kind(parts.lexicons, &front.masthead).is_some() {
        // A meeting record or an agenda names letters that it is about; none is its title.
        front.title.take_if(|title| title.form.is_some());
    }
    if symbol_kind(parts.lexicons, &front.masthead) == Some(Kind::MeetingRecord) {
        front.title = meeting(parts);
    }
    front.masthead.agenda_titles = agenda_titles(parts).count() > 0;
    front.kind = kind(parts, &front.masthead, front.title.as_ref());
    if front.kind == Kind::Corrigendum
        && let Some(title) = &mut front.title
    {
        // The title is the corrected document's; this one is no letter itself.
        title.form = None;
    }
    let version = front.masthead.version.as_ref();
    front.language = version
        .map(|version| version.value)
        .or_else(|| parts.lexicons.common.language_of(text));
    front
}

/// The line that names the meeting: names of members and of a segment can stand about it.
fn meeting(parts: &Parts<'_>) -> Option<Title> {
    let names_meeting = |words: &str| {
        let lexicons = parts.lexicons;
        let kinds = [
            type_line::kind(lexicons, words),
            type_line::kind_at_end(lexicons, words),
        ];
        kinds.contains(&Some(Kind::MeetingRecord))
    };
    let mut titles = parts.blocks.iter().filter(|block| {
        matches!(block.production, Production::Title | Production::Subtitle)
            && names_meeting(parts.words(block.span))
    });
    titles.next().map(|block| title(parts, block.span))
}

/// The title of a document that is no communication.
fn title(parts: &Parts<'_>, span: Span) -> Title {
    Title {
        text: type_line::title_text(parts.words(span)),
        span: parts.span(span),
        form: None,
        dated: None,
        sender: None,
        addressees: Vec::new(),
    }
}

/// The front of the document that an annex reproduces: one with a masthead of its own, or a
/// communication.
pub(super) fn reproduced(annex: &Parts<'_>) -> Option<Box<Front>> {
    let (first, last) = (annex.blocks.first()?, annex.blocks.last()?);
    annex
        .blocks
        .iter()
        .any(|block| block.production.opens_document())
        .then(|| Box::new(front(annex, annex.words(first.span.to(last.span)))))
}

/// A communication's title, its spans in the source.
pub(super) fn communication(parts: &Parts<'_>, found: &Communication) -> Title {
    Title {
        text: type_line::title_text(parts.words(found.span)),
        span: parts.span(found.span),
        form: Some(parts.at(&found.form)),
        dated: found.dated.as_ref().map(|date| parts.at(date)),
        sender: found.sender.as_ref().map(|sender| parts.at(sender)),
        addressees: found
            .addressees
            .iter()
            .map(|addressee| parts.at(addressee))
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Annex, Document, Form};
    use crate::source::Source;

    /// A letter with this behind its text.
    fn letter(annexes: &str) -> Document {
        let text = format!(
            "United Nations S/2023/463\n\nSecurity Council\n\nDistr.: General\n29 June 2023\nOriginal: English\n\nLetter dated 21 June 2023 from the Permanent Representative of Malta to the\nUnited Nations addressed to the President of the Security Council\nI have the honour to transmit a document (see annex).\n(Signed) Joan Vella\n\n{annexes}"
        );
        crate::read(&Source::new("text", text))
    }

    /// Kind, symbols, organs, distribution, date, original languages and title, in a line.
    fn told(annex: &Annex) -> Option<String> {
        let front = annex.document.as_ref()?;
        let masthead = &front.masthead;
        let symbols = masthead.symbols.iter();
        let organs = masthead.organs.iter().map(|organ| organ.value.as_str());
        let distribution = masthead.distribution.as_ref();
        let date = masthead.date.as_ref();
        let originals = masthead.originals.iter();
        Some(
            [
                front.kind.name().to_owned(),
                symbols
                    .map(|symbol| symbol.value.canonical.as_str())
                    .collect(),
                organs.collect(),
                distribution.map_or(String::new(), |at| at.value.name().to_owned()),
                date.map_or(String::new(), |at| at.value.to_string()),
                originals.map(|language| language.value.code()).collect(),
                front
                    .title
                    .as_ref()
                    .map_or(String::new(), |title| title.text.clone()),
            ]
            .join(" | "),
        )
    }

    fn first(annexes: &str) -> Option<String> {
        told(letter(annexes).annexes.first()?)
    }

    #[test]
    fn a_document_in_an_annex_has_a_front_of_its_own() {
        let document = letter(
            "Annex\n\nS/2023/455\n\nUnited Nations\n\nSecurity Council\n\nProvisional\n19 June 2023\nOriginal: French\n\nMalta: draft resolution\nThe Security Council,\nDecides to remain seized of the matter.\n\nAnnex II\n\nA map\n",
        );
        let annexes: Vec<_> = document.annexes.iter().map(told).collect();
        let draft = "draft-resolution | S/2023/455 | Security Council | provisional | 2023-06-19 | fr | Malta: draft resolution";
        assert_eq!(annexes, [Some(draft.to_owned()), None]);
        assert_eq!(document.kind, Kind::Letter);
        let masthead = &document.masthead;
        assert_eq!(masthead.symbols.len(), 1);
        assert_eq!(masthead.symbols[0].value.canonical, "S/2023/463");
        assert_eq!(masthead.originals[0].value.code(), "en");
        assert_eq!(document.form(), Some(Form::Letter));
    }

    #[test]
    fn mastheads_in_annexes_come_in_all_their_layouts() {
        let split = "Annex\n\nUNITED\nNATIONS\nA\n\nGeneral Assembly\n\nDistr.\nLIMITED\nA/49/L.31\n2 December 1994\nORIGINAL: ENGLISH\n\nWells: draft resolution\n";
        assert_eq!(
            first(split).as_deref(),
            Some(
                "draft-resolution | A/49/L.31 | General Assembly | limited | 1994-12-02 | en | Wells: draft resolution"
            )
        );
        let markdown = "## Annex\n\n**United Nations** $S_{/2023/455}$\n\nSecurity Council Distr.: General 19 June 2023 Original: English\n\n# Report of the Secretary-General on the upper valley\n\nThe valley is dry.\n";
        assert_eq!(
            first(markdown).as_deref(),
            Some(
                "report | S/2023/455 | Security Council | general | 2023-06-19 | en | Report of the Secretary-General on the upper valley"
            )
        );
        let french = "Annexe\n\nNations Unies\nConseil de sécurité\nS/2023/455\nDistr. générale\n19 juin 2023\nFrançais\nOriginal : anglais\n\nNote verbale datée du 12 juin 2023, adressée au Secrétaire général par la\nMission permanente du Luxembourg\n";
        assert_eq!(
            first(french).as_deref(),
            Some(
                "note-verbale | S/2023/455 | Conseil de sécurité | general | 2023-06-19 | en | Note verbale datée du 12 juin 2023, adressée au Secrétaire général par la Mission permanente du Luxembourg"
            )
        );
        let without_emblem =
            "Annex\n\nSecurity Council\nDistr.: Limited\n19 June 2023\n\nMalta: draft resolution\n";
        assert_eq!(
            first(without_emblem).as_deref(),
            Some(
                "draft-resolution |  | Security Council | limited | 2023-06-19 |  | Malta: draft resolution"
            )
        );
    }

    #[test]
    fn a_page_can_end_between_heading_and_masthead() {
        let broken = "Annex\n\n23-12564\n\n2/4\n\nS/2023/463\n\nS/2023/455\n\nUnited Nations\n\nMalta: draft resolution\n";
        assert_eq!(
            first(broken).as_deref(),
            Some("draft-resolution | S/2023/455 |  |  |  |  | Malta: draft resolution")
        );
        assert_eq!(letter(broken).heads.len(), 1);
    }

    #[test]
    fn a_communication_needs_no_masthead() {
        let plain = "Annex\nLetter dated 12 June 2023 from the Minister of Water of Malta addressed to the\nSecretary-General\nThe wells are dry.\n";
        assert_eq!(
            first(plain).as_deref(),
            Some(
                "letter |  |  |  |  |  | Letter dated 12 June 2023 from the Minister of Water of Malta addressed to the Secretary-General"
            )
        );
    }

    #[test]
    fn a_list_of_bodies_is_no_masthead() {
        assert_eq!(
            first("Annex\n\nUnited Nations\nGeneral Assembly\nSecurity Council\n\nThe wells\n"),
            None
        );
        assert_eq!(first("Annex\n\nS/2023/455\n\nThe wells\n"), None);
        assert_eq!(first("Annex\n\n19 June 2023\n\nThe wells\n"), None);
    }

    #[test]
    fn annexes_behind_a_reproduced_corrigendum_are_read() {
        let document = letter(
            "Annex I\n\nUnited Nations S/2023/455/Corr.1\nSecurity Council\nDistr.: General\n19 June 2023\n\nWells\nCorrigendum\n\nFor nine read ten.\n\nAnnex II\n\nA map\n",
        );
        assert_eq!(document.kind, Kind::Letter);
        let kinds: Vec<_> = document
            .annexes
            .iter()
            .map(|annex| annex.document.as_ref().map(|front| front.kind))
            .collect();
        assert_eq!(kinds, [Some(Kind::Corrigendum), None]);
    }
}
