use super::*;

fn read(text: &str) -> Option<(AnnexKind, Option<u32>, String)> {
    let heading = heading(Lexicons::standard(), text, 0)?;
    Some((
        heading.kind,
        heading.number.map(|number| number.value),
        text[heading.span.end..].to_owned(),
    ))
}

#[test]
fn bare_and_numbered_headings() {
    assert_eq!(
        read("Annex\nTerms"),
        Some((AnnexKind::Annex, None, "\nTerms".into()))
    );
    assert_eq!(
        read("Annex II*\n\nA"),
        Some((AnnexKind::Annex, Some(2), "\n\nA".into()))
    );
    assert_eq!(
        read("ANNEX 1"),
        Some((AnnexKind::Annex, Some(1), String::new()))
    );
    assert_eq!(
        read("Enclosure"),
        Some((AnnexKind::Enclosure, None, String::new()))
    );
    assert_eq!(
        read("Annex IT"),
        Some((AnnexKind::Annex, Some(2), String::new()))
    );
    assert_eq!(
        read("Annex Jil"),
        Some((AnnexKind::Annex, Some(3), String::new()))
    );
    assert_eq!(
        read("Annex to the present letter\n\nA"),
        Some((AnnexKind::Annex, None, "\n\nA".into()))
    );
    assert_eq!(
        read("Appendix B"),
        Some((AnnexKind::Appendix, Some(2), String::new()))
    );
}

#[test]
fn headings_that_name_their_letter() {
    let text = "Annex to the letter dated 21 June 2023 from the Permanent\nRepresentative of Malta to the United Nations addressed to the\nPresident of the Security Council\nSir,";
    let heading = heading(Lexicons::standard(), text, 0).unwrap();
    assert_eq!(&text[heading.span.end..], "\nSir,");
    assert_eq!(
        heading.letter.unwrap().dated.unwrap().value.to_string(),
        "2023-06-21"
    );
}

#[test]
fn a_title_can_follow_on_the_line() {
    let titled = |text: &str| {
        let heading = heading(Lexicons::standard(), text, 0)?;
        let title = title_behind(text, heading.span.end)?;
        Some((
            heading.number.map(|number| number.value),
            text[title..].to_owned(),
        ))
    };
    assert_eq!(titled("Annex: Boats"), Some((None, "Boats".into())));
    assert_eq!(titled("Annex II: Boats"), Some((Some(2), "Boats".into())));
    assert_eq!(titled("Annexe – Bateaux"), Some((None, "Bateaux".into())));
    assert_eq!(titled("附件二：船"), Some((Some(2), "船".into())));
    assert_eq!(titled("Annex I: the boats"), None);
    assert_eq!(titled("Annex II: Boats sail."), None);
    assert_eq!(titled("Annex I: Boats ........ 4"), None);
}

#[test]
fn sentences_are_no_headings() {
    assert_eq!(read("Annex 11 of the Peace Agreement."), None);
    assert_eq!(read("Annexed is the list"), None);
    assert_eq!(read("Annex to the report of the Panel"), None);
}

#[test]
fn original_lines() {
    let text = "[Original: Arabic, Chinese, English, French,\nRussian and Spanish]\n\nText";
    let (span, found) = original_line(Lexicons::standard(), text, 0).unwrap();
    assert_eq!(&text[span.end..], "\n\nText");
    assert_eq!(found.len(), 6);
    assert!(original_line(Lexicons::standard(), "[Adopted]", 0).is_none());
}

#[test]
fn headings_in_other_languages() {
    let dated = |text: &str| {
        let heading = heading(Lexicons::standard(), text, 0)?;
        Some(heading.letter?.dated?.value.to_string())
    };
    assert_eq!(
        dated(
            "Приложение к письму Постоянного представителя Эстонии при Организации Объединенных Наций от 18 июля 2014 года на имя Председателя Совета Безопасности"
        ),
        Some("2014-07-18".into())
    );
    assert_eq!(
        dated(
            "مرفق الرسالة المؤرخة 24 حزيران/يونيه 2019 الموجهة إلى رئيس مجلس الأمن من الممثل الدائم لمالطة لدى الأمم المتحدة"
        ),
        Some("2019-06-24".into())
    );
    assert_eq!(
        read("附件一\n河流"),
        Some((AnnexKind::Annex, Some(1), "\n河流".into()))
    );
}

#[test]
fn a_letter_right_behind_an_english_word_is_another() {
    assert_eq!(
        read("Annex Letter dated 21 June 2023 from the Secretary-General"),
        None
    );
}

#[test]
fn annexes_named_behind_their_letter() {
    let text = "2023年6月1日马耳他常驻联合国代表给秘书长的信的附件二\n河流";
    let found = heading(Lexicons::standard(), text, 0).unwrap();
    assert_eq!(&text[found.span.end..], "\n河流");
    assert_eq!(found.number.unwrap().value, 2);
    assert_eq!(
        found.letter.unwrap().dated.unwrap().value.to_string(),
        "2023-06-01"
    );
    assert_eq!(read("2023年6月1日马耳他给秘书长的信的附件载有清单"), None);
}
