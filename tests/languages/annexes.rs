//! The headings of annexes, enclosures, appendices and attachments.

use doclint::document::{AnnexKind, Form};
use doclint::grammar::annex::heading;
use doclint::lexicon::Lexicons;

#[test]
fn every_heading_of_an_annex() {
    use AnnexKind::{Annex, Appendix, Attachment, Enclosure};
    for (written, kind, number) in [
        ("Annex", Annex, None),
        ("Annex II", Annex, Some(2)),
        ("Annexes", Annex, None),
        ("Enclosure", Enclosure, None),
        ("Enclosures", Enclosure, None),
        ("Appendix A", Appendix, Some(1)),
        ("Appendices", Appendix, None),
        ("Attachment 3", Attachment, Some(3)),
        ("Attachments", Attachment, None),
        ("Annexe", Annex, None),
        ("Annexe IV", Annex, Some(4)),
        ("Annexes", Annex, None),
        ("Pièce jointe", Enclosure, None),
        ("PIECE JOINTE", Enclosure, None),
        ("Pièces jointes", Enclosure, None),
        ("Appendice II", Appendix, Some(2)),
        ("Appendices", Appendix, None),
        ("Anexo", Annex, None),
        ("Anexo II", Annex, Some(2)),
        ("Anexos", Annex, None),
        ("Documento adjunto", Enclosure, None),
        ("Documentos adjuntos", Enclosure, None),
        ("Apéndice", Appendix, None),
        ("APENDICE", Appendix, None),
        ("Apéndices", Appendix, None),
        ("Archivo adjunto", Attachment, None),
        ("Приложение", Annex, None),
        ("Приложение III", Annex, Some(3)),
        ("Приложения", Annex, None),
        ("Добавление", Enclosure, None),
        ("Дополнение", Appendix, None),
        ("المرفق", Annex, None),
        ("مرفق", Annex, None),
        ("المرفق الأول", Annex, Some(1)),
        ("المرفق الحادي عشر", Annex, Some(11)),
        ("المرفق العشرون", Annex, Some(20)),
        ("المرفقات", Annex, None),
        ("الضميمة", Enclosure, None),
        ("الضميمة الأولى", Enclosure, Some(1)),
        ("الضميمة الثانية عشرة", Enclosure, Some(12)),
        ("التذييل", Appendix, None),
        ("التذييل الثاني", Appendix, Some(2)),
        ("附件", Annex, None),
        ("附件一", Annex, Some(1)),
        ("附件十", Annex, Some(10)),
        ("附件十二", Annex, Some(12)),
        ("附件二十", Annex, Some(20)),
        ("附文", Enclosure, None),
        ("附文二", Enclosure, Some(2)),
        ("附录", Appendix, None),
        ("附录三", Appendix, Some(3)),
    ] {
        let found = heading(Lexicons::standard(), written, 0).unwrap();
        let read = (found.kind, found.number.map(|number| number.value));
        assert_eq!(read, (kind, number), "{written}");
        assert_eq!(found.span.end, written.len(), "{written}");
    }
}

#[test]
fn headings_that_name_the_letter_of_the_annex() {
    for written in [
        "Annex to the identical letters dated 5 May 2020 from the Permanent Representative of Malta to the United Nations addressed to the Secretary-General and the President of the Security Council",
        "Annexe aux lettres identiques datées du 5 mai 2020 adressées au Secrétaire général et à la Présidente du Conseil de sécurité par la Représentante permanente de Malte auprès de l’Organisation des Nations Unies",
        "Anexo de las cartas idénticas de fecha 5 de mayo de 2020 dirigidas al Secretario General y a la Presidencia del Consejo de Seguridad por la Representante Permanente de Malta ante las Naciones Unidas",
        "Приложение к идентичным письмам Постоянного представителя Мальты при Организации Объединенных Наций от 5 мая 2020 года на имя Генерального секретаря и Председателя Совета Безопасности",
        "مرفق الرسالتين المتطابقتين المؤرختين 5 أيار/مايو 2020 الموجهتين إلى الأمين العام ورئيسة مجلس الأمن من الممثلة الدائمة لمالطة لدى الأمم المتحدة",
    ] {
        let letter = heading(Lexicons::standard(), written, 0)
            .unwrap()
            .letter
            .unwrap();
        assert_eq!(letter.form.value, Form::IdenticalLetters, "{written}");
        assert_eq!(
            letter.dated.unwrap().value.to_string(),
            "2020-05-05",
            "{written}"
        );
        assert_eq!(letter.addressees.len(), 2, "{written}");
        assert_eq!(letter.span.end, written.len(), "{written}");
    }
}
