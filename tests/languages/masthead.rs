//! Sessions, years, agenda items and languages.

use doclint::grammar::masthead::{MastheadField, line, ordinal};
use doclint::lexicon::{Language, Lexicons};

use crate::common::checked;
use crate::{fields, read};

/// The names of the first hundred sessions, one a line.
const SESSIONS: [&str; 6] = [
    include_str!("sessions/en.txt"),
    include_str!("sessions/fr.txt"),
    include_str!("sessions/es.txt"),
    include_str!("sessions/ru.txt"),
    include_str!("sessions/ar.txt"),
    include_str!("sessions/zh.txt"),
];

#[test]
fn every_session_has_its_number() {
    for names in SESSIONS {
        assert_eq!(names.lines().count(), 100);
        for (number, name) in (1..).zip(names.lines()) {
            assert_eq!(ordinal(Lexicons::standard(), name), Some(number), "{name}");
            assert_eq!(
                fields(name),
                [MastheadField::Session(Some(number))],
                "{name}"
            );
        }
    }
}

#[test]
fn sessions_in_capitals_have_lost_their_accents() {
    for (name, number) in [
        ("FORTY-SEVENTH SESSION", 47),
        ("SOIXANTE-DIX-HUITIEME SESSION", 78),
        ("QUATRE-VINGT-ONZIEME SESSION", 91),
        ("Quatre vingt-deuxième session", 82),
        ("SEPTUAGESIMO OCTAVO PERIODO DE SESIONES", 78),
        ("СЕМЬДЕСЯТ ВОСЬМАЯ СЕССИЯ", 78),
    ] {
        let session = MastheadField::Session(Some(number));
        assert_eq!(fields(name), [session], "{name}");
    }
}

#[test]
fn years_of_the_security_council() {
    for name in [
        "Seventy-eighth year",
        "Soixante-dix-huitième année",
        "Septuagésimo octavo año",
        "Семьдесят восьмой год",
        "السنة الثامنة والسبعون",
        "第七十八年",
    ] {
        assert_eq!(fields(name), [MastheadField::Year(Some(78))], "{name}");
    }
}

#[test]
fn sentences_name_no_session() {
    for sentence in [
        "seventy-eighth session",
        "本届会议",
        "2012年",
        "قرر المجلس عقد الدورة الثامنة والسبعون في نيويورك",
    ] {
        assert_eq!(fields(sentence), [], "{sentence}");
    }
}

#[test]
fn agenda_lines() {
    for (written, items) in [
        (
            "Items 20 (a) and 34 of the preliminary list*",
            ["20 (a)", "34"],
        ),
        (
            "Points 20 a) et 34 de la liste préliminaire*",
            ["20 (a)", "34"],
        ),
        ("Temas 20 a) y 34 de la lista preliminar*", ["20 (a)", "34"]),
        (
            "Пункты 20 a) и 34 первоначального перечня*",
            ["20 (a)", "34"],
        ),
        ("البندان 20 (a) و 34 من القائمة الأولية*", ["20 (a)", "34"]),
        ("البندان 7 و133 من جدول الأعمال", ["7", "133"]),
        ("البندان ٧ و ١٣٣ من جدول الأعمال المؤقت", ["7", "133"]),
        ("议程项目20(a)和34", ["20 (a)", "34"]),
        ("临时议程*项目7、8", ["7", "8"]),
    ] {
        let text = format!("United Nations A/78/100\n{written}\n");
        let found = read(&text).masthead.agenda_items;
        let found = found.iter().map(|item| item.value.as_str());
        assert_eq!(found.collect::<Vec<_>>(), items, "{written}");
    }
}

#[test]
fn languages_of_a_masthead() {
    use Language::{Arabic, Chinese, English, French, Russian, Spanish};
    for (written, expected) in [
        (
            "Original: Arabic/Chinese/English/French/Russian/Spanish",
            &[Arabic, Chinese, English, French, Russian, Spanish][..],
        ),
        (
            "Original : anglais, arabe, chinois, espagnol, français et russe",
            &[English, Arabic, Chinese, Spanish, French, Russian],
        ),
        (
            "Original: árabe/chino/español/francés/inglés/ruso",
            &[Arabic, Chinese, Spanish, French, English, Russian],
        ),
        ("ORIGINAL : ANGLAIS ET FRANCAIS", &[English, French]),
        ("Original: español e inglés", &[Spanish, English]),
        (
            "الأصل: بالإسبانية والإنكليزية والروسية والصينية والعربية والفرنسية",
            &[Spanish, English, Russian, Chinese, Arabic, French],
        ),
        (
            "原件:阿拉伯文、中文、英文、法文、俄文和西班牙文",
            &[Arabic, Chinese, English, French, Russian, Spanish],
        ),
        (
            "Подлинный текст на английском, испанском, китайском и русском языках",
            &[English, Spanish, Chinese, Russian],
        ),
    ] {
        let (found, _) = line(Lexicons::standard(), written, 0);
        let MastheadField::Originals(languages) = &found[0].value else {
            panic!("{written}: {found:?}");
        };
        let languages = languages.iter().map(|language| language.value);
        assert_eq!(languages.collect::<Vec<_>>(), expected, "{written}");
    }
}

#[test]
fn versions_that_have_no_other() {
    for written in [
        "English only",
        "Arabic, English and French only",
        "Anglais et français seulement",
        "Español, francés e inglés únicamente",
        "Inglés solamente",
    ] {
        assert!(
            matches!(fields(written)[..], [MastheadField::Version(_)]),
            "{written}"
        );
        let document = read(&format!("United Nations A/78/100\n{written}\n"));
        assert!(document.masthead.only, "{written}");
    }
}

#[test]
fn organs_that_are_not_the_symbols() {
    for (symbol, organ) in [
        ("S/2020/900", "General Assembly"),
        ("S/2020/900", "ASSEMBLEE GENERALE"),
        ("A/75/900", "CONSEIL DE SECURITE"),
        ("A/75/900", "Consejo Economico y Social"),
        ("A/75/900", "Совет Безопасности"),
        ("S/2020/900", "الجمعية العامة"),
        ("S/2020/900", "大会"),
    ] {
        let text = format!("United Nations {symbol}\n\n{organ}\n\nDistr.: General\n2 June 2020\n");
        let findings = checked(&text).findings;
        let told = findings.iter().map(|found| found.rule.as_str());
        let mismatches = told.filter(|rule| *rule == "symbol-organ-mismatch");
        assert_eq!(mismatches.count(), 1, "{organ}");
    }
}
