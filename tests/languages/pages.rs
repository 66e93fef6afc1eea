//! What the end of a page parts: a signature from its name, an annex from its letter.

use doclint::document::Document;

fn letter(behind: &str) -> Document {
    let text = format!(
        "United Nations A/46/521\nS/23105\nGeneral Assembly\nSecurity Council\nDistr.: General\n14 April 2022\nOriginal: English\nLetter dated 12 April 2022 from the Permanent Representative of\nMalta to the United Nations addressed to the Secretary-General\nI have the honour to transmit a list of wells (see annex).\n{behind}"
    );
    super::read(&text)
}

#[test]
fn name_and_office_can_stand_on_the_next_page() {
    let document = letter(
        "(Signed)\n22-05567 (E) 190422\nA/46/521\nS/23105\n2/2 22-05567\nNora Vella\nChargé d’affaires a.i.\nPermanent Mission of Malta\nAnnex\nThe wells are dry.\n",
    );
    let signature = &document.signatures[0];
    let words = [&signature.name, &signature.role].map(|part| part.as_ref().unwrap().value.clone());
    assert_eq!(
        words,
        [
            "Nora Vella",
            "Chargé d’affaires a.i. Permanent Mission of Malta"
        ]
    );
    assert_eq!(document.annexes.len(), 1);
    assert_eq!(document.paragraphs.len(), 2);
}

#[test]
fn the_page_number_can_stand_beside_the_job_number() {
    for line in ["2 GE.22-05567", "GE.22-05567 2"] {
        let document = letter(&format!(
            "(Signed) Nora Vella\nGE.22-05567(E)\nA/46/521\nS/23105\n{line}\nAnnex\nThe wells are dry.\n"
        ));
        assert_eq!(document.annexes.len(), 1, "{line}");
        assert_eq!(document.pages.len(), 2, "{line}");
    }
}

#[test]
fn the_head_of_a_joint_document_can_go_on_with_language_and_page() {
    let document = letter(
        "(Signed) Nora Vella\n91-32088 2455b (E) /...\nA/46/521\nS/23105\nEnglish\nPage 2\nANNEX\nWells that were closed on 30 September 1991\n",
    );
    assert_eq!(document.heads.len(), 2);
    assert_eq!(document.annexes.len(), 1);
}

#[test]
fn a_sentence_about_reissues_is_no_note() {
    let document = letter(
        "Corrections to the record of the meeting will be\nreissued for technical reasons after the end of the session.\n",
    );
    assert!(document.notes.is_empty());
}
