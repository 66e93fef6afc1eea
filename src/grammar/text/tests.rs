use super::*;

#[test]
fn accents_that_the_text_has_lost() {
    assert_eq!(length_of("GENERALE", "générale"), Some(8));
    assert_eq!(length_of("Indice", "Índice"), Some(6));
    assert_eq!(length_of("Général", "general"), None);
    assert_eq!(length_of("الانكليزية", "الإنكليزية"), Some(20));
}

#[test]
fn words_that_join_the_next_one() {
    assert_eq!(length_of("l’Ambassadeur", "l'"), Some(4));
    assert_eq!(length_of("la mer", "l'"), None);
    assert_eq!(length_of("ورئيس", "وـ"), Some(2));
    assert_eq!(before_last("(voir l'", "l'"), Some("(voir "));
}

#[test]
fn words_are_matched_as_people_read_them() {
    assert_eq!(
        length_of("Secretary -General addressed", "Secretary-General"),
        Some(18)
    );
    assert_eq!(length_of("SecretaryGeneral", "Secretary-General"), Some(16));
    assert_eq!(length_of("SECURITY\nCOUNCIL", "Security Council"), Some(16));
    assert_eq!(length_of("Security Councils", "Security Council"), None);
    assert_eq!(length_of("inglésCarta", "inglés"), Some(7));
    assert_eq!(length_of("sessionالدورة", "session"), Some(7));
    assert_eq!(length_of(" Annex", "Annex"), None);
    assert_eq!(length_of("Enclosure\n\nS/2020/1", "Enclosures"), None);
    assert_eq!(length_of("UNITED\n\nNATIONS", "United Nations"), None);
    assert_eq!(length_of("(Signed) A", "(Signed)"), Some(8));
}

#[test]
fn a_hyphen_at_the_end_of_a_line_joins_two_halves() {
    assert_eq!(one_line("the long-\nterm plan"), "the long-term plan");
    assert_eq!(one_line("the Secretary-\nGeneral"), "the Secretary-General");
    assert_eq!(one_line("the pre- and  post-war"), "the pre- and post-war");
    assert_eq!(one_line("Pre-\nand post-war"), "Pre- and post-war");
    assert_eq!(one_line("wells -\nrivers"), "wells - rivers");
    assert_eq!(one_line("one\ntwo  three\n"), "one two three");
}
