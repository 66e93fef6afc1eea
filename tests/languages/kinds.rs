//! What documents call themselves, at the beginning of a line or at its end.

use doclint::document::Kind;
use doclint::grammar::type_line::{kind, kind_at_end};
use doclint::lexicon::Lexicons;

#[test]
fn what_documents_call_themselves() {
    use Kind::{
        Agenda, Corrigendum, Decision, DraftResolution, MeetingRecord, Note, PresidentialStatement,
        Report, Resolution,
    };
    let lexicons = Lexicons::standard();
    for (written, expected) in [
        ("Twenty-third report of the Secretary-General", Report),
        ("Rapport annuel du Secrétaire général", Report),
        ("Deuxième rapport du Bureau", Report),
        ("Informe especial del Secretario General", Report),
        ("Tercer informe del Comité", Report),
        ("Двадцать третий доклад Генерального секретаря", Report),
        ("Ежегодный доклад Комитета", Report),
        ("تقرير الأمين العام", Report),
        ("秘书长的报告", Report),
        ("Note by the Secretariat", Note),
        ("Note du Secrétariat", Note),
        ("Nota de la Secretaría", Note),
        ("Записка Секретариата", Note),
        ("مذكرة من الأمانة العامة", Note),
        ("秘书处的说明", Note),
        ("Resolution 2690 (2023)", Resolution),
        ("第2690(2023)号决议", Resolution),
        ("Résolution 2690 (2023)", Resolution),
        ("RESOLUTION ADOPTEE PAR L'ASSEMBLEE GENERALE", Resolution),
        ("Resolución aprobada por la Asamblea General", Resolution),
        ("Резолюция, принятая Генеральной Ассамблеей", Resolution),
        (
            "قرار اتخذته الجمعية العامة في 14 كانون الأول/ديسمبر 2022",
            Resolution,
        ),
        ("Decisión adoptada por la Asamblea General", Decision),
        ("Décision adoptée par l'Assemblée générale", Decision),
        ("Решение, принятое Генеральной Ассамблеей", Decision),
        ("مقرر اتخذته الجمعية العامة", Decision),
        ("Malta y Noruega: proyecto de resolución", DraftResolution),
        ("MALTE ET NORVEGE : PROJET DE RESOLUTION", DraftResolution),
        (
            "Мальта и Норвегия: пересмотренный проект резолюции",
            DraftResolution,
        ),
        ("مالطة والنرويج: مشروع قرار", DraftResolution),
        ("马耳他和挪威：决议草案", DraftResolution),
        (
            "Déclaration de la Présidente du Conseil de sécurité",
            PresidentialStatement,
        ),
        (
            "Declaración de la Presidencia del Consejo de Seguridad",
            PresidentialStatement,
        ),
        (
            "Заявление Председателя Совета Безопасности",
            PresidentialStatement,
        ),
        ("بيان من رئيسة مجلس الأمن", PresidentialStatement),
        ("安全理事会主席的声明", PresidentialStatement),
        ("9241st meeting", MeetingRecord),
        ("Compte rendu analytique de la 22e séance", MeetingRecord),
        ("9241e séance", MeetingRecord),
        ("9241ª sesión", MeetingRecord),
        ("9241-е заседание", MeetingRecord),
        ("محضر موجز للجلسة 22", MeetingRecord),
        ("第9241次会议", MeetingRecord),
        (
            "Ordre du jour provisoire de la 7229e séance du Conseil",
            Agenda,
        ),
        ("Предварительная повестка дня", Agenda),
        ("جدول الأعمال المؤقت", Agenda),
        ("Rectificatif", Corrigendum),
        ("Corrección", Corrigendum),
        ("Исправление", Corrigendum),
        ("تصويب", Corrigendum),
        ("更正", Corrigendum),
    ] {
        let found = kind_at_end(lexicons, written).or_else(|| kind(lexicons, written));
        assert_eq!(found, Some(expected), "{written}");
    }
}
