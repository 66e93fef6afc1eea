use crate::grammar::blocks;
use crate::lexicon::Lexicons;

/// The production of each block, and the words it begins with.
fn read(text: &str) -> Vec<(&'static str, &str)> {
    let read = blocks(Lexicons::standard(), text).into_iter();
    read.map(|block| {
        let words = &text[block.span.start..block.span.end];
        let first = words.lines().next().unwrap_or_default();
        (block.production.name(), first)
    })
    .collect()
}

#[test]
fn a_note_ends_before_an_annex() {
    let read = read("Annex I\n\nWells\n________\n* As received.\nAnnex II\nRivers");
    assert_eq!(
        read[2..],
        [
            ("rule", "________"),
            ("note", "* As received."),
            ("annex heading", "Annex II"),
            ("paragraph", "Rivers"),
        ]
    );
}

#[test]
fn a_footer_can_say_that_the_page_goes_on() {
    let read = read("Annex\n\nWells\n\n95-33670 (E)\n081195  081195/...\n");
    assert_eq!(
        read[2..],
        [("footer", "95-33670 (E)"), ("footer", "081195  081195/...")]
    );
}

#[test]
fn a_letter_on_one_line_has_its_title_and_its_signature() {
    let text = "General Assembly Sixtieth session Agenda item 14 The wells of the upper valley and the rivers that come from it Letter dated 18 August 2006 from the Permanent Representative of Malta to the United Nations addressed to the Secretary-General I have the honour to report on the wells. (Signed) Nora Vella";
    let read: Vec<&str> = read(text).into_iter().map(|(name, _)| name).collect();
    assert_eq!(
        read,
        [
            "masthead",
            "agenda item title",
            "title",
            "paragraph",
            "signature"
        ]
    );
}

#[test]
fn a_language_line_behind_a_footer_has_no_paragraph_before_it() {
    let text = "Annex\n23-12564 (E) 290623[Original: French]";
    assert_eq!(
        read(text),
        [
            ("annex heading", "Annex"),
            ("footer", "23-12564 (E) 290623"),
            ("original language", "[Original: French]"),
        ]
    );
}

#[test]
fn what_runs_on_behind_a_signature_is_told_from_it() {
    let letter = |behind: &str| {
        format!(
            "Letter dated 31 July 2006 from the Permanent Representative of Malta to the United Nations addressed to the President of the Security Council I have the honour to report on the wells. (Signed) Nora Vella {behind}"
        )
    };
    let annexed = letter(
        "Annex to the letter dated 31 July 2006 from the Permanent Representative of Malta to the United Nations addressed to the President of the Security Council The wells",
    );
    let heading = "Annex to the letter dated 31 July 2006 from the Permanent Representative of Malta to the United Nations addressed to the President of the Security Council";
    assert_eq!(
        read(&annexed)[2..],
        [
            ("signature", "(Signed) Nora Vella "),
            ("annex heading", heading),
            ("paragraph", "The wells"),
        ]
    );
    let issued = letter("12-21903 (E) 310112 *1221903*");
    assert_eq!(
        read(&issued)[2..],
        [
            ("signature", "(Signed) Nora Vella "),
            ("footer", "12-21903 (E) 310112 *1221903*"),
        ]
    );
}

#[test]
fn a_cover_of_the_official_records_stands_under_the_title() {
    let cover = read(
        "A/64/2\nUnited Nations\nReport of the Security Council\n1 August 2008-31 July 2009\nGeneral Assembly\nOfficial Records\nSixty-fourth Session\nSupplement No. 2\nThe Council met.",
    );
    assert_eq!(
        cover[2..],
        [
            ("title", "Report of the Security Council"),
            ("paragraph", "1 August 2008-31 July 2009"),
            ("masthead", "General Assembly"),
            ("masthead", "Official Records"),
            ("masthead", "Sixty-fourth Session"),
            ("masthead", "Supplement No. 2"),
            ("paragraph", "The Council met."),
        ]
    );
    // In a text an organ's name has no records under it.
    let text = read("A/64/2\nReport of the Security Council\n\nText.\nGeneral Assembly\nIt met.");
    assert_eq!(text[2..], [("paragraph", "Text.")]);
}

/// What is read below a masthead.
fn below_masthead(lines: &str) -> Vec<(&'static str, String)> {
    let text = format!("A/71/344\nUnited Nations\nDistr.: General\n2 November 2016\n{lines}");
    let read = read(&text).into_iter().skip(4);
    read.map(|(name, words)| (name, words.to_owned())).collect()
}

#[test]
fn a_title_goes_on_behind_a_word_that_joins() {
    let titles = |lines: &str| {
        let text =
            format!("A/71/344\nDistr.: General\n2 November 2016\nOriginal: English\n\n{lines}");
        let document = crate::read(&crate::source::Source::new("text", text));
        document.title.map(|title| title.text)
    };
    assert_eq!(
        titles("REPORT ON THE ADMINISTRATION OF\n\nTHE WELLS\n\n1. Text.").as_deref(),
        Some("REPORT ON THE ADMINISTRATION OF THE WELLS")
    );
    assert_eq!(
        titles("Wells at its 111th,\n\n112th and 113th sessions\n\nText.").as_deref(),
        Some("Wells at its 111th, 112th and 113th sessions")
    );
    assert_eq!(
        titles("Report on the administration\n\nThe wells are dry.").as_deref(),
        Some("Report on the administration")
    );
    assert_eq!(
        titles("Wells to look at\n\n1. Text.").as_deref(),
        Some("Wells to look at")
    );
}

#[test]
fn remarks_in_brackets_are_no_title() {
    assert_eq!(
        below_masthead(
            "[on the report of the Third Committee]\n\n(Replaces A/71/1)\n\nWells\n\nText."
        ),
        [
            ("other", "[on the report of the Third Committee]".to_owned()),
            ("other", "(Replaces A/71/1)".to_owned()),
            ("title", "Wells".to_owned()),
            ("paragraph", "Text.".to_owned()),
        ]
    );
}

#[test]
fn a_category_far_below_does_not_move_the_end_of_the_masthead() {
    let wells = "Wells\n\nOne.\n\nTwo.\n\nThree.\n\nFour.\n\nGENERAL\n\nFive.";
    assert_eq!(below_masthead(wells)[0], ("title", "Wells".to_owned()));
    let english = "International Covenant on\nCivil and Political Rights\nEnglish only\n\nWells";
    assert_eq!(
        below_masthead(english)[2..],
        [
            ("masthead", "English only".to_owned()),
            ("title", "Wells".to_owned()),
        ]
    );
}

#[test]
fn the_title_of_an_item_stands_apart_from_a_report_on_a_session() {
    let read = below_masthead(
        "Agenda item 1\n\nMatters of procedure\n\nReport of the Human Rights Council on its tenth session\n\nText.",
    );
    assert_eq!(
        read[1..3],
        [
            ("agenda item title", "Matters of procedure".to_owned()),
            (
                "title",
                "Report of the Human Rights Council on its tenth session".to_owned()
            ),
        ]
    );
}
