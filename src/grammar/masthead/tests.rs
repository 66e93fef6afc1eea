use super::*;

fn read(text: &str) -> Vec<String> {
    let (fields, _) = line(Lexicons::standard(), text, 0);
    fields
        .iter()
        .map(|field| {
            format!(
                "{}:{}",
                name(&field.value),
                &text[field.span.start..field.span.end]
            )
        })
        .collect()
}

fn name(field: &MastheadField) -> &'static str {
    match field {
        MastheadField::UnitedNations => "un",
        MastheadField::SeriesLetter => "letter",
        MastheadField::Symbols(_) => "symbol",
        MastheadField::Organ(_) => "organ",
        MastheadField::Distribution(_) => "distribution",
        MastheadField::Date(_) => "date",
        MastheadField::Originals(_) => "original",
        MastheadField::UnknownOriginal(_) => "unknown original",
        MastheadField::Version(_) => "version",
        MastheadField::Session(_) => "session",
        MastheadField::Year(_) => "year",
        MastheadField::Agenda(_) => "agenda",
        MastheadField::Notice => "notice",
    }
}

#[test]
fn fields_share_a_line() {
    assert_eq!(
        read("S/2023/463 United Nations"),
        ["symbol:S/2023/463", "un:United Nations"]
    );
    assert_eq!(
        read("Distr.: General 29 June 2023 English\n"),
        [
            "distribution:Distr.: General",
            "date:29 June 2023",
            "version:English"
        ]
    );
    assert_eq!(
        read("Security Council Distr.: General 18 January 2021"),
        [
            "organ:Security Council",
            "distribution:Distr.: General",
            "date:18 January 2021"
        ]
    );
    assert_eq!(
        read("Original: Portuguese\n"),
        ["unknown original:Original: Portuguese"]
    );
    assert_eq!(
        read("Original: Seventy-eighth session\n"),
        ["original:Original:", "session:Seventy-eighth session"]
    );
    assert_eq!(
        read("Arabic Original: English"),
        ["version:Arabic", "original:Original: English"]
    );
}

#[test]
fn fields_are_split_over_lines() {
    assert_eq!(
        read("Distr.\nGENERAL\nS/1996/292"),
        ["distribution:Distr.\nGENERAL"]
    );
    assert_eq!(
        read("ORIGINAL:\n\nENGLISH\n"),
        ["original:ORIGINAL:\n\nENGLISH"]
    );
    assert_eq!(read("UNITED\nNATIONS"), ["un:UNITED\nNATIONS"]);
    assert_eq!(read("UNITED\n\nNo 5"), ["un:UNITED"]);
    assert_eq!(read("S\n"), ["letter:S"]);
}

#[test]
fn sentences_are_no_mastheads() {
    for sentence in [
        "Security Council resolution 986 (1995) was adopted.",
        "The Security Council,",
        "English is spoken there.",
        "21 June 2023 was a Wednesday.",
        "Items 4 and 5 were considered together.",
    ] {
        assert_eq!(read(sentence), Vec::<String>::new(), "{sentence}");
    }
}

#[test]
fn sessions_and_agenda_items() {
    assert_eq!(
        read("Seventy-sixth session"),
        ["session:Seventy-sixth session"]
    );
    assert_eq!(
        ordinal(Lexicons::standard(), "Seventy-sixth session"),
        Some(76)
    );
    assert_eq!(ordinal(Lexicons::standard(), "Eightieth session"), Some(80));
    assert_eq!(
        read("Agenda items 73 (b) and 117*"),
        ["agenda:Agenda items 73 (b) and 117*"]
    );
    assert_eq!(
        read("Item 5 of the provisional agenda*"),
        ["agenda:Item 5 of the provisional agenda*"]
    );
}

#[test]
fn sessions_and_items_that_have_run_together() {
    assert_eq!(
        read("General Assembly Sixtieth session Agenda item 112 (e) Elections to the councils"),
        [
            "organ:General Assembly",
            "session:Sixtieth session",
            "agenda:Agenda item 112 (e)"
        ]
    );
    assert_eq!(
        read("Tenth emergency special session Seventieth year Agenda item 5 Wells"),
        [
            "session:Tenth emergency special session",
            "year:Seventieth year",
            "agenda:Agenda item 5"
        ]
    );
    assert_eq!(read("Agenda items 4 and 5 were considered"), [""; 0]);
    assert_eq!(
        read("Forty-fifth session*\nItem 3"),
        ["session:Forty-fifth session*"]
    );
}

#[test]
fn titles_that_end_with_a_session_are_none() {
    assert_eq!(read("Report on the Fourth Session"), [""; 0]);
    assert_eq!(read("WELLS AND RIVERS: SPECIAL SESSION"), [""; 0]);
    assert_eq!(
        read("Tenth special session"),
        ["session:Tenth special session"]
    );
}

#[test]
fn the_letter_of_the_series_stands_before_the_organ() {
    assert_eq!(
        read("UNITED NATIONS S Security Council Distr. GENERAL"),
        [
            "un:UNITED NATIONS",
            "letter:S",
            "organ:Security Council",
            "distribution:Distr. GENERAL"
        ]
    );
}

#[test]
fn a_category_that_is_none() {
    let (fields, _) = line(Lexicons::standard(), "Distr.: Genral\n3 May 2001", 0);
    assert_eq!(
        fields[0].value,
        MastheadField::Distribution(Distribution::Unknown)
    );
    assert_eq!(fields[0].span, Span::new(0, 14));
    assert_eq!(
        read("Distr.\nGeneral Assembly\nGENERAL"),
        ["distribution:Distr."]
    );
    assert_eq!(read("GENERAL\n"), ["distribution:GENERAL"]);
}

#[test]
fn agenda_items_with_letters() {
    let items = |text: &str| {
        let (_, found) = agenda_items(Lexicons::standard(), text, 0);
        found.into_iter().map(|item| item.value).collect::<Vec<_>>()
    };
    assert_eq!(items("73 (b) and 117*"), ["73 (b)", "117"]);
    assert_eq!(
        items("5, 6 (a) and (b) and 7"),
        ["5", "6 (a)", "6 (b)", "7"]
    );
    assert_eq!(items("69 b) de l'ordre"), ["69 (b)"]);
}

#[test]
fn ordinals_of_several_words() {
    let number = |text| ordinal(Lexicons::standard(), text);
    assert_eq!(number("Quincuagésimo octavo período de sesiones"), Some(58));
    assert_eq!(number("Sexagésimo período de sesiones"), Some(60));
    assert_eq!(number("Trente-quatrième session"), Some(34));
    assert_eq!(number("Семьдесят четвертая сессия"), Some(74));
}

#[test]
fn sessions_without_an_ordinal() {
    for session in [
        "2019 session",
        "Session de 2019",
        "Substantive session of 2009",
        "Resumed session",
        "Forty-seventh session (resumed)",
        "Período de sesiones sustantivo de 2009",
        "Сессия 2019 года",
        "الدورة الرابعة والسبعون",
        "第七十四届会议",
        "2019年届会",
    ] {
        assert_eq!(read(session), [format!("session:{session}")]);
    }
    for other in [
        "Sessional working groups of 2009",
        "Report of the Council on its session of 2009",
        "the session of 2009",
    ] {
        assert_eq!(read(other), Vec::<String>::new(), "{other}");
    }
}

#[test]
fn what_stands_behind_a_category() {
    assert_eq!(
        read("Distr. GENERAL E/CN.4/2000/2 10 November 1999"),
        [
            "distribution:Distr. GENERAL",
            "symbol:E/CN.4/2000/2",
            "date:10 November 1999"
        ]
    );
    assert_eq!(
        read("Distr. GÉNÉRALE S/2000/2"),
        ["distribution:Distr. GÉNÉRALE", "symbol:S/2000/2"]
    );
    assert_eq!(read("RESTRICTED *\n"), ["distribution:RESTRICTED *"]);
}

#[test]
fn the_official_records() {
    assert_eq!(
        read("General Assembly Official Records Sixty-second Session Supplement No. 2 (A/62/2)"),
        [
            "organ:General Assembly",
            "notice:Official Records ",
            "session:Sixty-second Session",
            "notice:Supplement No. 2 (A/62/2)"
        ]
    );
    assert_eq!(
        read("ECONOMIC AND SOCIAL COUNCIL OFFICIAL RECORDS, 1993"),
        [
            "organ:ECONOMIC AND SOCIAL COUNCIL",
            "notice:OFFICIAL RECORDS, 1993"
        ]
    );
    assert_eq!(
        read("TWENTIETH SESSION Official Records"),
        ["session:TWENTIETH SESSION", "notice:Official Records"]
    );
    assert_eq!(read("补编第17号"), ["notice:补编第17号"]);
    assert_eq!(
        read("ADVANCE EDITED\nVERSION\nDistr."),
        ["notice:ADVANCE EDITED\nVERSION"]
    );
    assert_eq!(read("SUPPLEMENT\nNo. 2"), ["notice:SUPPLEMENT\nNo. 2"]);
    assert_eq!(read("Official Records of the Conference"), [""; 0]);
}

#[test]
fn fields_that_a_converter_has_run_together() {
    assert_eq!(
        read("RUSSIANOriginal: FRENCH"),
        ["version:RUSSIAN", "original:Original: FRENCH"]
    );
    assert_eq!(
        read("United Nations A/HRC/7/7814 July 2008"),
        [
            "un:United Nations",
            "symbol:A/HRC/7/78",
            "date:14 July 2008"
        ]
    );
    assert_eq!(
        read("United Nations A/HRC/7/787 July 2008"),
        ["un:United Nations", "symbol:A/HRC/7/78", "date:7 July 2008"]
    );
    assert_eq!(
        read("United Nations A/HRC/7/78 7 July 2008"),
        ["un:United Nations", "symbol:A/HRC/7/78", "date:7 July 2008"]
    );
    assert_eq!(read("9November2012\n"), ["date:9November2012"]);
}

#[test]
fn a_list_of_languages_is_broken_without_its_stroke() {
    assert_eq!(
        read("ORIGINAL: ARABIC/CHINESE\nENGLISH/FRENCH/\nRUSSIAN/SPANISH\n"),
        ["original:ORIGINAL: ARABIC/CHINESE\nENGLISH/FRENCH/\nRUSSIAN/SPANISH"]
    );
    assert_eq!(
        read("ORIGINAL: ARABIC\nENGLISH\n"),
        ["original:ORIGINAL: ARABIC"]
    );
}

#[test]
fn a_list_of_items_goes_on_over_lines() {
    assert_eq!(
        read("Agenda items 10, 11, 19,\n27, 158\nand 159\nWells"),
        ["agenda:Agenda items 10, 11, 19,\n27, 158\nand 159"]
    );
    assert_eq!(
        read("Agenda items 10 and 11\n27 wells"),
        ["agenda:Agenda items 10 and 11"]
    );
}

#[test]
fn the_label_of_a_distribution_without_its_stop() {
    assert_eq!(
        read("Security Council Distr: General 15 January 2002"),
        [
            "organ:Security Council",
            "distribution:Distr: General",
            "date:15 January 2002"
        ]
    );
}

#[test]
fn the_year_of_the_official_records() {
    assert_eq!(
        read("Official Records, 2016 Supplement No. 11"),
        ["notice:Official Records, 2016 ", "notice:Supplement No. 11"]
    );
}
