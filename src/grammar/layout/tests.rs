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

#[test]
fn pages_end_without_blank_lines() {
    let letter = "S/2006/150\nUnited Nations\nSecurity Council\nDistr.: General\n9 March 2006\nOriginal: English\nLetter dated 8 March 2006 from the Secretary-General addressed to the President of the\nSecurity Council\nI transmit a report (see annex).\n(Signed) Kofi A. Annan\n2\nS/2006/150\nAnnex\nThe wells\n";
    assert_eq!(
        read(letter)[8..],
        [
            ("signature", "(Signed) Kofi A. Annan"),
            ("page number", "2"),
            ("running head", "S/2006/150"),
            ("annex heading", "Annex"),
            ("paragraph", "The wells"),
        ]
    );
}

#[test]
fn a_head_can_stand_behind_the_footer_on_its_line() {
    let letter = |footer: &str| {
        format!(
            "S/1998/720\nUnited Nations\nDistr.: General\n5 August 1998\n\nWells\n\nText.\n\n{footer}\n\nMore.\n"
        )
    };
    let whole = letter("98-22901 (E) 060898 /... S/1998/720 English Page 2");
    assert_eq!(
        read(&whole)[6..],
        [
            ("footer", "98-22901 (E) 060898"),
            ("continuation mark", "/..."),
            ("running head", "S/1998/720 English Page 2"),
            ("paragraph", "More."),
        ]
    );
    let glyphs = letter("98-22901 (E) 060898 ````````` S/1998/720");
    assert_eq!(
        read(&glyphs)[7..9],
        [("rule", "`````````"), ("running head", "S/1998/720")]
    );
}

#[test]
fn an_annex_heading_runs_together_with_its_title_behind_a_signature() {
    let letter = |annex: &str| {
        format!(
            "Letter dated 8 March 2006 from the Secretary-General addressed to the President of the Security Council\n\nI transmit it (see annex).\n\n(Signed) Kofi A. Annan\n\n{annex}\n\nThe wells are dry.\n"
        )
    };
    assert_eq!(
        read(&letter("Annex Monthly report on the wells"))[3..5],
        [
            ("annex heading", "Annex"),
            ("paragraph", "Monthly report on the wells")
        ]
    );
    assert_eq!(
        read(&letter(
            "Enclosure II. Letter dated 3 May 2005 from the Director of Mines addressed to the Secretary-General"
        ))[3..5],
        [
            ("annex heading", "Enclosure II"),
            (
                "title",
                "Letter dated 3 May 2005 from the Director of Mines addressed to the Secretary-General"
            )
        ]
    );
    for sentence in [
        "Annex II contains the list.",
        "Annexes to the report follow",
    ] {
        assert_eq!(read(&letter(sentence))[3], ("paragraph", sentence));
    }
}

#[test]
fn a_symbol_that_comes_late_belongs_to_the_masthead_below_it() {
    let late = read(
        "Letter dated 27 March 2018 from the Secretary-General addressed to the President of the Security Council\n\nText.\n\nS/2018/272\n\nUnited Nations\n\nDistr.: General\n27 March 2018\n",
    );
    assert_eq!(
        late[2..4],
        [("masthead", "S/2018/272"), ("masthead", "United Nations")]
    );
}

#[test]
fn names_and_lists_go_on_below_blank_lines() {
    assert_eq!(
        below_masthead(
            "Conference of the Parties serving as the meeting\n\nof the Parties to the Agreement\n\nWells of Malta,\n\nNorway and Sweden: draft resolution\n\nText."
        ),
        [
            (
                "subsidiary organ",
                "Conference of the Parties serving as the meeting".to_owned()
            ),
            ("title", "Wells of Malta,".to_owned()),
            ("paragraph", "Text.".to_owned()),
        ]
    );
}

#[test]
fn what_follows_the_title_of_an_item() {
    for own in [
        "Report of the Working Group on Wells",
        "Decision adopted by the Human Rights Council",
    ] {
        let read = below_masthead(&format!(
            "Agenda item 6\n\nPeriodic review\n\n{own}\n\nText."
        ));
        assert_eq!(read[1], ("agenda item title", "Periodic review".to_owned()));
        assert_eq!(read[2].1, own);
    }
    // The report of an office has a title above it.
    let read =
        below_masthead("Agenda item 6\n\nDeep wells\n\nReport of the Secretary-General\n\nText.");
    assert_eq!(read[1], ("title", "Deep wells".to_owned()));
}

#[test]
fn paragraphs_at_the_top_of_a_page_are_no_headings() {
    let text = |line: &str| {
        format!(
            "Letter dated 8 March 2006 from the Secretary-General addressed to the President of the Security Council\n\nThe lists were read.\n\n23-12564 (E) 290623\n\n{line}\n\nMore.\n\n(Signed) Kofi A. Annan"
        )
    };
    for line in ["Annex I Parties", "Enclosure 2 Well data"] {
        assert_eq!(read(&text(line))[3], ("paragraph", line));
    }
    let letter = "Annex I Letter dated 3 May 2005 from the Director of Mines addressed to the Secretary-General";
    assert_eq!(read(&text(letter))[3], ("annex heading", "Annex I"));
}

#[test]
fn what_stands_below_a_title_is_no_part_of_it() {
    for text in [
        "l. At its third meeting the Committee heard a report",
        "a) The first well",
        "o The first well",
        "the Committee met. It took note of the wells",
        "e-Government and the wells",
    ] {
        let read = below_masthead(&format!(
            "Report of the Committee on Wells\n\n{text}\n\nText."
        ));
        assert_eq!(read[1], ("paragraph", text.to_owned()));
    }
    let read = below_masthead("(Draft) Programme of work (2024)\n\nText.");
    assert_eq!(
        read[0],
        ("title", "(Draft) Programme of work (2024)".to_owned())
    );
    let read = below_masthead(
        "Agenda item 14\n\nWells\n\nReport of the Secretary-General for the year 2022\n\nText.",
    );
    assert_eq!(read[1], ("title", "Wells".to_owned()));
    let read = below_masthead("Wells\n\nSupplement No. 3 to this report has the accounts.");
    assert_eq!(read[1].0, "paragraph");
}

#[test]
fn figures_in_an_office_are_no_footer() {
    let signed = "Letter dated 8 March 2006 from the Chair of the Group addressed to the Secretary-General\n\nText.\n\n(Signed) Nora Vella Chair of the Group established by resolution 47/62";
    assert_eq!(read(signed)[2].0, "signature");
    assert_eq!(read(signed).len(), 3);
}

#[test]
fn titles_that_are_complete() {
    let read = below_masthead(
        "ACTA RESUMIDA DE LA 398ª SESIÓN\n\ncelebrada en Ginebra el jueves\n\nTexto.",
    );
    assert_eq!(read[1].0, "paragraph");
    let read = below_masthead(
        "Agenda item 97\n\nGeneral disarmament\n\nReport of the First Committee\n\nText.",
    );
    assert_eq!(read[1], ("title", "General disarmament".to_owned()));
    let read = below_masthead(
        "ECONOMIC COMMISSION FOR WELLS ANNUAL REPORT\n\nECONOMIC AND SOCIAL COUNCIL OFFICIAL RECORDS: FORTY-THIRD SESSION\n\nText.",
    );
    assert_eq!(read[0].0, "title");
}
