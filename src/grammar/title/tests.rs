use super::*;

fn read(text: &str) -> (String, String, Vec<String>, String) {
    let title = communication(Lexicons::standard(), text, 0).unwrap();
    (
        title
            .dated
            .map(|date| date.value.to_string())
            .unwrap_or_default(),
        title.sender.map(|sender| sender.value).unwrap_or_default(),
        title
            .addressees
            .into_iter()
            .map(|addressee| addressee.value)
            .collect(),
        text[title.span.end..].to_owned(),
    )
}

fn expected(
    date: &str,
    sender: &str,
    addressees: &[&str],
    rest: &str,
) -> (String, String, Vec<String>, String) {
    (
        date.into(),
        sender.into(),
        addressees.iter().map(|name| (*name).to_owned()).collect(),
        rest.into(),
    )
}

#[test]
fn a_wrapped_title_with_the_body_on_the_next_line() {
    assert_eq!(
        read(
            "Identical letters dated 19 January 2016 from the Permanent\nRepresentative of Norway to the United Nations addressed to\nthe Secretary-General and the President of the Security Council\nFor the record, this is the body."
        ),
        expected(
            "2016-01-19",
            "Permanent Representative of Norway to the United Nations",
            &["Secretary-General", "President of the Security Council"],
            "\nFor the record, this is the body."
        )
    );
}

#[test]
fn the_body_on_the_same_line() {
    assert_eq!(
        read(
            "Letter dated 8 March 2006 from the Director of Mines addressed to the President of the Security Council Further to my note"
        ),
        expected(
            "2006-03-08",
            "Director of Mines",
            &["President of the Security Council"],
            " Further to my note"
        )
    );
}

#[test]
fn clauses_in_other_orders() {
    assert_eq!(
        read(
            "Letter dated 8 January 2009 addressed to the Secretary-General\nby the President of the Security Council\nThe text."
        ),
        expected(
            "2009-01-08",
            "President of the Security Council",
            &["Secretary-General"],
            "\nThe text."
        )
    );
    assert_eq!(
        read(
            "LETTER DATED 1 MARCH 2000 FROM THE PRESIDENT OF\nTHE SECURITY COUNCIL TO THE SECRETARY-GENERAL\n\nI have"
        ),
        expected(
            "2000-03-01",
            "PRESIDENT OF THE SECURITY COUNCIL",
            &["SECRETARY-GENERAL"],
            "\n\nI have"
        )
    );
    assert_eq!(
        read(
            "LETTER FROM THE CHAIRMAN OF THE SIXTH COMMITTEE ADDRESSED\nTO THE CHAIRMAN OF THE FIRST COMMITTEE, DATED 8 OCTOBER 1947\n\nDear"
        ),
        expected(
            "1947-10-08",
            "CHAIRMAN OF THE SIXTH COMMITTEE",
            &["CHAIRMAN OF THE FIRST COMMITTEE"],
            "\n\nDear"
        )
    );
}

#[test]
fn addressees_that_no_list_has() {
    assert_eq!(
        read(
            "Letter dated 5 January 1998 from the Head of the Office\naddressed to the Permanent Representative of\nMalta to the United Nations\nIt is done."
        ),
        expected(
            "1998-01-05",
            "Head of the Office",
            &["Permanent Representative of Malta to the United Nations"],
            "\nIt is done."
        )
    );
    assert_eq!(
        read(
            "Note verbale dated 4 May 2001 from the Permanent Mission of Malta to the United Nations addressed to the Chair of the Committee\n\nThe Permanent Mission"
        ),
        expected(
            "2001-05-04",
            "Permanent Mission of Malta to the United Nations",
            &["Chair of the Committee"],
            "\n\nThe Permanent Mission"
        )
    );
}

#[test]
fn a_title_without_a_year_has_no_date() {
    assert_eq!(
        read(
            "Letter dated 10 July from the Secretary-General addressed to the\nPresident of the Security Council\nI have"
        ),
        expected(
            "",
            "Secretary-General",
            &["President of the Security Council"],
            "\nI have"
        )
    );
}

#[test]
fn a_title_broken_by_a_blank_line() {
    assert_eq!(
        read(
            "Letter dated 7 March 2023 from the President of the Security\n\nCouncil addressed to the Secretary-General\n\nFurther"
        ),
        expected(
            "2023-03-07",
            "President of the Security Council",
            &["Secretary-General"],
            "\n\nFurther"
        )
    );
}

#[test]
fn a_title_whose_lines_are_set_apart() {
    assert_eq!(
        read(
            "LETTER DATED 7 MARCH 1978 FROM THE CHAIRMAN OF THE COMMITTEE\n\nON THE WELLS OF THE UPPER VALLEY\n\nADDRESSED TO THE PRESIDENT OF THE SECURITY COUNCIL\n\nFurther"
        ),
        expected(
            "1978-03-07",
            "CHAIRMAN OF THE COMMITTEE ON THE WELLS OF THE UPPER VALLEY",
            &["PRESIDENT OF THE SECURITY COUNCIL"],
            "\n\nFurther"
        )
    );
    assert_eq!(
        read(
            "Letter dated 7 March 1997 from the Permanent Observer of Malta addressed to the\n\nChairman of the Commission on Wells\n\nFurther"
        ),
        expected(
            "1997-03-07",
            "Permanent Observer of Malta",
            &["Chairman of the Commission on Wells"],
            "\n\nFurther"
        )
    );
}

#[test]
fn another_title_or_the_body_addresses_nobody_here() {
    let title = "Letter dated 7 March 1997 from the Minister of Water";
    let next = "Letter dated 8 March 1997 from Malta addressed to the Secretary-General";
    for behind in [
        next.to_owned(),
        format!("Annex\n\n{next}"),
        "I have the honour to write.\n\nThe note is addressed to the Secretary-General".to_owned(),
    ] {
        let (date, sender, addressees, rest) = read(&format!("{title}\n\n{behind}"));
        assert_eq!(date, "1997-03-07");
        assert_eq!(sender, "Minister of Water");
        assert_eq!(addressees, [""; 0], "{behind}");
        assert_eq!(rest, format!("\n\n{behind}"));
    }
    let cut =
        "Letter dated 7 March 1997 from Malta addressed to the\n\nI have the honour to write.";
    assert_eq!(read(cut).2, [""; 0]);
}

#[test]
fn a_secretariat_is_that_of_a_body() {
    assert_eq!(
        read(
            "Note verbale dated 7 March 2003 from the Permanent Mission of Malta addressed to the secretariat of the\nCommission on Wells\n\nThe"
        )
        .2,
        ["secretariat of the Commission on Wells"]
    );
}

#[test]
fn what_the_body_says_is_no_clause() {
    assert_eq!(
        read(
            "Letter from the Secretary-General addressed\nto the President of the Security Council\nI have a letter dated 11 March 2004 from Malta"
        ),
        expected(
            "",
            "Secretary-General",
            &["President of the Security Council"],
            "\nI have a letter dated 11 March 2004 from Malta"
        )
    );
}

#[test]
fn a_misread_form() {
    assert_eq!(
        read("LSTTER FROM THE CHAIRMAN OF THE BOARD ADDRESSED\nTO THE SECRETARY-GENERAL\n\nDear"),
        expected(
            "",
            "CHAIRMAN OF THE BOARD",
            &["SECRETARY-GENERAL"],
            "\n\nDear"
        )
    );
}

#[test]
fn sentences_are_no_titles() {
    let none = |text| communication(Lexicons::standard(), text, 0);
    assert_eq!(none("Letters were received from all members"), None);
    assert_eq!(none("Letter of transmittal"), None);
}

#[test]
fn titles_in_other_languages() {
    assert_eq!(
        read(
            "Lettre datée du 18 septembre 1979, adressée au Président du Conseil de sécurité par\nle représentant permanent du Mali auprès de l'Organisation des Nations Unies\n\nJ'ai"
        ),
        expected(
            "1979-09-18",
            "représentant permanent du Mali auprès de l'Organisation des Nations Unies",
            &["Président du Conseil de sécurité"],
            "\n\nJ'ai"
        )
    );
    assert_eq!(
        read(
            "Carta de fecha 10 de agosto de 2007 dirigida al Presidente\ndel Consejo de Seguridad por el Representante\nPermanente de Malta ante las Naciones Unidas\nTengo el honor"
        ),
        expected(
            "2007-08-10",
            "Representante Permanente de Malta ante las Naciones Unidas",
            &["Presidente del Consejo de Seguridad"],
            "\nTengo el honor"
        )
    );
    assert_eq!(
        read(
            "Письмо Постоянного представителя Мальты при Организации Объединенных Наций от 1 мая 2020 года на имя Председателя Совета Безопасности\n\nИмею честь"
        ),
        expected(
            "2020-05-01",
            "Постоянного представителя Мальты при Организации Объединенных Наций",
            &["Председателя Совета Безопасности"],
            "\n\nИмею честь"
        )
    );
    assert_eq!(
        read(
            "رسالة مؤرخة 29 تشرين الأول/أكتوبر 2012 موجهة إلى رئيس مجلس الأمن من الممثل الدائم لمالطة لدى الأمم المتحدة\n\nأتشرف"
        ),
        expected(
            "2012-10-29",
            "الممثل الدائم لمالطة لدى الأمم المتحدة",
            &["رئيس مجلس الأمن"],
            "\n\nأتشرف"
        )
    );
    assert_eq!(
        read("2012年10月29日乌拉圭常驻联合国代表给安全理事会主席的信\n\n我谨"),
        expected(
            "2012-10-29",
            "乌拉圭常驻联合国代表",
            &["安全理事会主席"],
            "\n\n我谨"
        )
    );
}

#[test]
fn a_secretary_general_can_be_of_a_conference() {
    assert_eq!(
        read(
            "Letter dated 21 February 2023 from the Permanent Representative of Malta addressed to the Secretary-General of the Conference on\nDisarmament transmitting a paper"
        ),
        expected(
            "2023-02-21",
            "Permanent Representative of Malta",
            &["Secretary-General of the Conference on Disarmament"],
            " transmitting a paper"
        )
    );
}

#[test]
fn a_mission_at_geneva_ends_a_title() {
    assert_eq!(
        read(
            "Nota verbal de fecha 8 de mayo de 2020 dirigida al Secretario General por la Misión Permanente de\nMalta ante la Oficina de las Naciones Unidas en Ginebra\nDeclaración"
        ),
        expected(
            "2020-05-08",
            "Misión Permanente de Malta ante la Oficina de las Naciones Unidas en Ginebra",
            &["Secretario General"],
            "\nDeclaración"
        )
    );
}

#[test]
fn the_english_date_of_a_chinese_masthead_begins_no_title() {
    let text =
        "8 July 2021\nChinese\nOriginal: English\n2021年7月2日马耳他常驻联合国代表给秘书长的信\n";
    assert_eq!(communication(Lexicons::standard(), text, 0), None);
}

#[test]
fn a_french_title_in_capitals_without_accents() {
    assert_eq!(
        read(
            "LETTRE, EN DATE DU 1er SEPTEMBRE 1983, ADRESSEE AU PRESIDENT DU CONSEIL\nDE SECURITE PAR LE REPRESENTANT PERMANENT DE MALTE\n\nJe"
        ),
        expected(
            "1983-09-01",
            "REPRESENTANT PERMANENT DE MALTE",
            &["PRESIDENT DU CONSEIL DE SECURITE"],
            "\n\nJe"
        )
    );
}

#[test]
fn an_office_in_no_list_with_the_body_on_its_line() {
    let to_committee = "Letter dated 9 July 2012 from the Warden of the Wells addressed to the Chair of the Well Committee";
    let sent = |body: &str, behind: &str| {
        let text = format!(
            "{to_committee} {body}. I should be grateful for a reply, which the Committee may send before the wells run dry.\n\n{behind}\n"
        );
        read(&text).2
    };
    let annex = to_committee.replacen("Letter", "Annex to the letter", 1);
    let chair = ["Chair of the Well Committee"];
    assert_eq!(sent("Thirsty travellers came", &annex), chair);
    assert_eq!(
        sent(
            "Security Council resolution 2396 (2017) calls for wells",
            ""
        ),
        chair
    );
    assert_eq!(sent("The wells are dry", ""), chair);
}

#[test]
fn an_office_goes_on_with_what_it_is_of() {
    let conference = "1995 Review and Extension Conference of the Parties to the Treaty";
    assert_eq!(
        read(&format!(
            "Letter dated 17 April 1995 from the Representative of Malta addressed to the Secretary-General of the {conference}\n\nText"
        )),
        expected(
            "1995-04-17",
            "Representative of Malta",
            &[&format!("Secretary-General of the {conference}")],
            "\n\nText"
        )
    );
    assert_eq!(
        read(
            "Lettre datée du 3 mai 2001, adressée au Secrétaire général de la Conférence du désarmement par le Représentant permanent de Malte auprès de l'Organisation des Nations Unies\n\nTexte"
        ),
        expected(
            "2001-05-03",
            "Représentant permanent de Malte auprès de l'Organisation des Nations Unies",
            &["Secrétaire général de la Conférence du désarmement"],
            "\n\nTexte"
        )
    );
}

#[test]
fn a_body_that_begins_with_of_is_no_part_of_the_office() {
    assert_eq!(
        read(
            "LETTER DATED 3 MAY 2001 FROM THE REPRESENTATIVE OF MALTA ADDRESSED TO THE SECRETARY-GENERAL Of the many wells ten are dry."
        ),
        expected(
            "2001-05-03",
            "REPRESENTATIVE OF MALTA",
            &["SECRETARY-GENERAL"],
            " Of the many wells ten are dry."
        )
    );
}

#[test]
fn an_addressee_goes_on_over_blank_lines() {
    assert_eq!(
        read(
            "Identical letters dated 14 July 2006 from the Permanent\n\nRepresentative of Malta to the United Nations addressed to the Secretary-General and the President of\n\nthe Security Council\n\nUpon instructions"
        ),
        expected(
            "2006-07-14",
            "Permanent Representative of Malta to the United Nations",
            &["Secretary-General", "President of the Security Council"],
            "\n\nUpon instructions"
        )
    );
}

#[test]
fn a_bare_to_addresses_any_office_that_the_lexicon_begins() {
    assert_eq!(
        read(
            "LETTER DATED 3 APRIL 1997 FROM THE CHAIRMAN OF THE SESSION TO THE PERMANENT\nOBSERVER OF PALESTINE TO THE UNITED NATIONS\n\nI should"
        ),
        expected(
            "1997-04-03",
            "CHAIRMAN OF THE SESSION",
            &["PERMANENT OBSERVER OF PALESTINE TO THE UNITED NATIONS"],
            "\n\nI should"
        )
    );
}

#[test]
fn a_title_that_is_not_finished_goes_on_over_blank_lines() {
    let malta = "Permanent Representative of Malta to the United Nations";
    for (title, sender, addressee) in [
        (
            "Letter dated 14 July 2006 from the Permanent Representative of Malta to the United Nations addressed\n\nto the Secretary-General",
            malta,
            "Secretary-General",
        ),
        (
            "LETTER DATED 14 JULY 2006 FROM THE PRESIDENT OF\n\nTHE SECURITY COUNCIL TO THE SECRETARY-GENERAL",
            "PRESIDENT OF THE SECURITY COUNCIL",
            "SECRETARY-GENERAL",
        ),
        (
            "Letter dated 14 July 2006 addressed to the Secretary-General\n\nby the Permanent Representative of Malta to the United Nations",
            malta,
            "Secretary-General",
        ),
    ] {
        assert_eq!(
            read(&format!("{title}\n\nI have the honour")),
            expected("2006-07-14", sender, &[addressee], "\n\nI have the honour"),
        );
    }
}
