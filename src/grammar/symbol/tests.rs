use super::*;

fn read(text: &str) -> (Symbol, &str) {
    let (rest, symbol) = symbol(Lexicons::standard())(text).unwrap();
    (symbol, rest)
}

#[test]
fn symbols_and_their_canonical_form() {
    for (written, canonical) in [
        ("S/2023/463", "S/2023/463"),
        ("S / 2023 / 463", "S/2023/463"),
        ("A/C.3/77/L.20/Rev. 1", "A/C.3/77/L.20/Rev.1"),
        ("S/1999/25/ADD.43", "S/1999/25/Add.43"),
        ("S/RES/2690 (2023)", "S/RES/2690 (2023)"),
        ("S/RES/2690(2023)", "S/RES/2690 (2023)"),
        ("A/RES/3379 (XXX)", "A/RES/3379 (XXX)"),
        ("A/RES/ES-11/1", "A/RES/ES-11/1"),
        (
            "E/CN.4/Sub.2/AC.2/1987/WP.4/Add.1",
            "E/CN.4/Sub.2/AC.2/1987/WP.4/Add.1",
        ),
        ("TD/B/WP(XXXV)/MISC.1/REV.1", "TD/B/WP(XXXV)/Misc.1/Rev.1"),
        ("A/62/17 (Part I)", "A/62/17 (Part I)"),
        ("A/62/17 (PART I)/CORR.2", "A/62/17 (PART I)/Corr.2"),
        ("S/Agenda/9725", "S/Agenda/9725"),
        ("FCCC/CP/2015/L.9/Rev.1", "FCCC/CP/2015/L.9/Rev.1"),
        ("S/22558", "S/22558"),
        ("IDB.49/1/Add.1", "IDB.49/1/Add.1"),
    ] {
        let (symbol, rest) = read(written);
        assert_eq!(
            (symbol.canonical.as_str(), rest),
            (canonical, ""),
            "{written}"
        );
    }
}

#[test]
fn what_follows_a_symbol_is_left() {
    assert_eq!(read("S/2023/463.").1, ".");
    assert_eq!(read("A/65/L.78A/65/L.78").1, "A/65/L.78");
    assert_eq!(read("S/2023/463, annex").1, ", annex");
    assert_eq!(read("A/76/328-S/2021/759").1, "-S/2021/759");
    assert_eq!(read("A/C.3/72/L.1**").0.reissues, 2);
    assert!(symbol(Lexicons::standard())("N/A").is_err());
    assert!(symbol(Lexicons::standard())("AND/OR").is_err());
}

#[test]
fn what_a_symbol_says() {
    let corrected = read("A/62/17 (Part I)/Corr.2").0;
    assert_eq!(corrected.modifier, Some(Modifier::Corrigendum));
    assert_eq!(corrected.parent(), Some("A/62/17 (Part I)"));
    assert_eq!(read("S/2023/463").0.year, Some(2023));
    assert_eq!(read("S/RES/1373 (2001)").0.year, Some(2001));
    assert_eq!(read("S/1994").0.year, None);
    assert_eq!(read("A/59/2005/Add.2").0.year, None);
    assert_eq!(read("CCPR/C/115/D/2019/2010").0.year, None);
    assert_eq!(read("S/2023/463").0.first_year_of_issue(), Some(2023));
    assert_eq!(read("A/78/50").0.first_year_of_issue(), Some(2023));
    assert_eq!(read("E/CN.4/2004/G/9").0.first_year(), Some(2004));
    assert_eq!(read("E/CN.4/2004/G/9").0.first_year_of_issue(), Some(2003));
    assert_eq!(read("A/59/2005/Add.2").0.session, Some(59));
    assert_eq!(read("A/C.3/72/L.1").0.session, Some(72));
    assert_eq!(read("A/HRC/28/2").0.session, None);
    assert_eq!(read("A/C.3/72/L.1").0.series, Series::Limited);
    assert_eq!(read("S/2011/2/Add.1").0.modifier, Some(Modifier::Addendum));
    assert_eq!(read("S/2011/2").0.modifier, None);
}

#[test]
fn two_symbols_may_be_joined() {
    let (rest, found) = symbols(Lexicons::standard())("A/76/667–S/2022/64*").unwrap();
    let places: Vec<_> = found
        .iter()
        .map(|symbol| (symbol.value.canonical.as_str(), symbol.span))
        .collect();
    assert_eq!(rest, "");
    assert_eq!(
        places,
        [
            ("A/76/667", Span::new(0, 8)),
            ("S/2022/64", Span::new(11, 20))
        ]
    );
}

#[test]
fn a_misread_body_letter_is_known() {
    let (_, symbol) = misread_symbol(Lexicons::standard())("$/23329").unwrap();
    assert_eq!(symbol.canonical, "S/23329");
}
