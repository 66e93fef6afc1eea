//! A letter of each language, from its masthead to its annex.

use doclint::document::Form;
use doclint::lexicon::Language;

use crate::common::checked;
use crate::read;

/// A letter with an annex in each language, its name, and who writes, to whom, and who signs.
struct Letter {
    language: Language,
    text: &'static str,
    sender: &'static str,
    addressees: &'static [&'static str],
    signature: (&'static str, &'static str),
    originals: &'static [Language],
}

const LETTERS: [Letter; 6] = [
    Letter {
        language: Language::English,
        text: include_str!("letters/en.txt"),
        sender: "Chargé d’affaires a.i. of the Permanent Mission of Malta to the United Nations",
        addressees: &["President of the Security Council"],
        signature: ("Nora Vella", "Chargé d’affaires a.i."),
        originals: &[Language::French],
    },
    Letter {
        language: Language::French,
        text: include_str!("letters/fr.txt"),
        sender: "Chargée d’affaires par intérim de la Mission permanente de Malte auprès de l’Organisation des Nations Unies",
        addressees: &["Présidente du Conseil de sécurité"],
        signature: ("Nora Vella", "La Chargée d’affaires par intérim"),
        originals: &[Language::English, Language::Spanish],
    },
    Letter {
        language: Language::Spanish,
        text: include_str!("letters/es.txt"),
        sender: "Encargada de Negocios Interina de la Misión Permanente de Malta ante las Naciones Unidas",
        addressees: &["Presidencia del Consejo de Seguridad"],
        signature: ("Nora Vella", "Encargada de Negocios Interina"),
        originals: &[Language::Spanish, Language::English],
    },
    Letter {
        language: Language::Russian,
        text: include_str!("letters/ru.txt"),
        sender: "Временного поверенного в делах Постоянного представительства Мальты при Организации Объединенных Наций",
        addressees: &["Председателя Совета Безопасности"],
        signature: ("Нора Велла", "Временный поверенный в делах"),
        originals: &[Language::English, Language::French],
    },
    Letter {
        language: Language::Arabic,
        text: include_str!("letters/ar.txt"),
        sender: "القائمة بالأعمال بالنيابة للبعثة الدائمة لمالطة لدى الأمم المتحدة",
        addressees: &["رئيسة مجلس الأمن"],
        signature: ("نورا فيلا", "القائمة بالأعمال بالنيابة"),
        originals: &[Language::English, Language::French],
    },
    Letter {
        language: Language::Chinese,
        text: include_str!("letters/zh.txt"),
        sender: "马耳他常驻联合国代表团临时代办",
        addressees: &["安全理事会主席"],
        signature: ("诺拉·韦拉", ""),
        originals: &[Language::English, Language::French],
    },
];

#[test]
fn a_letter_of_each_language() {
    for letter in &LETTERS {
        let document = read(letter.text);
        let name = letter.language;
        let title = document.title.unwrap();
        assert_eq!(title.form.unwrap().value, Form::Letter, "{name:?}");
        assert_eq!(
            title.dated.unwrap().value.to_string(),
            "2023-06-01",
            "{name:?}"
        );
        assert_eq!(title.sender.unwrap().value, letter.sender);
        let addressees = title
            .addressees
            .iter()
            .map(|addressee| addressee.value.as_str());
        assert_eq!(addressees.collect::<Vec<_>>(), letter.addressees);
        assert_eq!(document.language, Some(name));
        let signature = &document.signatures[0];
        let text = |at: &Option<doclint::document::At<String>>| {
            at.as_ref().map(|at| at.value.clone()).unwrap_or_default()
        };
        assert_eq!(
            (
                text(&signature.name).as_str(),
                text(&signature.role).as_str()
            ),
            letter.signature
        );
        assert_eq!(document.annexes.len(), 1, "{name:?}");
        let originals = document.annexes[0].originals.iter().map(|at| at.value);
        assert_eq!(originals.collect::<Vec<_>>(), letter.originals, "{name:?}");
        assert!(document.annexes[0].announced.is_some(), "{name:?}");
        assert!(
            document
                .mentions
                .iter()
                .all(|mention| mention.missing.is_empty()),
            "{name:?}"
        );
        assert!(document.notes.iter().any(|note| note.reissue), "{name:?}");
    }
}

#[test]
fn there_is_nothing_wrong_with_them() {
    for letter in &LETTERS {
        let findings = checked(letter.text).findings;
        assert_eq!(findings, [], "{:?}", letter.language);
    }
}

#[test]
fn another_office_under_the_signature_is_found() {
    let offices = [
        "Permanent Representative",
        "Le Représentant permanent adjoint",
        "Observadora Permanente",
        "Исполняющий обязанности Постоянного представителя",
        "نائبة الممثل الدائم",
    ];
    for (letter, office) in LETTERS.iter().zip(offices) {
        let (name, role) = letter.signature;
        let signed = format!("{name}\n{role}");
        let text = letter
            .text
            .replacen(&signed, &format!("{name}\n{office}"), 1);
        let findings = checked(&text).findings;
        let told = findings
            .iter()
            .map(|found| (found.rule.as_str(), found.message.as_str()));
        let message = format!(
            "signed by the {office}, but the letter is from the {}",
            letter.sender
        );
        assert_eq!(
            told.collect::<Vec<_>>(),
            [("signatory-role-mismatch", message.as_str())]
        );
    }
}
