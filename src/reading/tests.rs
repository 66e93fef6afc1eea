//! What is read, and where it stands: characters, columns and spans here, markup and hostile texts
//! in files of their own.

mod hostile;
mod markup;

use super::*;

/// What a text reads as.
fn read(source: &str) -> String {
    Reading::of(source).text().to_owned()
}

/// The source of the first place where words are read.
fn source_of<'s>(source: &'s str, words: &str) -> &'s str {
    let reading = Reading::of(source);
    let start = reading.text().find(words).expect("the words are read");
    let span = reading.source_span(Span::new(start, start + words.len()));
    &source[span.start..span.end]
}

/// Whether the first place where words are read is rewritten.
fn is_rewritten(source: &str, words: &str) -> bool {
    let reading = Reading::of(source);
    let start = reading.text().find(words).expect("the words are read");
    reading.is_rewritten(Span::new(start, start + words.len()))
}

#[test]
fn plain_text_is_not_copied() {
    for source in [
        "",
        "\n",
        "United Nations\n\nDistr.: General\n",
        "* Reissued for technical reasons.\n*1600870*\n21 for **  x\n",
        "Совет Безопасности – “quoted” 联合国，大会。\n",
        "US$ 5 and $6 & more <name@host.org> a < b [2] snake_case ____\n",
        "two  spaces stay",
    ] {
        let reading = Reading::of(source);
        assert!(matches!(reading.text, Cow::Borrowed(_)), "{source:?}");
        assert_eq!(reading.text(), source);
        let words = Span::new(0, source.len());
        assert_eq!(reading.source_span(words), words);
        assert!(!reading.is_rewritten(words));
    }
}

#[test]
fn line_breaks() {
    assert_eq!(read("a\r\nb\rc\n\rd\x0Ce\r"), "a\nb\nc\n\nd\ne\n");
    assert_eq!(source_of("a\r\nb", "a\nb"), "a\r\nb");
    assert_eq!(source_of("a\r\nb", "\n"), "\r\n");
}

#[test]
fn characters_that_nobody_sees() {
    assert_eq!(
        read("\u{FEFF}Uni\u{AD}ted\0 Na\u{200B}tions\u{1B}\u{202E}"),
        "United Nations"
    );
    assert_eq!(read("الأمــم المتحـدة"), "الأمم المتحدة");
    assert_eq!(source_of("x الأمــم y", "الأمم"), "الأمــم");
    assert!(!is_rewritten("x الأمــم y", "الأمم"));
    assert_eq!(read("\u{202B}S/2023/463\u{202C}"), "S/2023/463");
    assert_eq!(
        source_of("\u{202B}S/2023/463\u{202C}", "S/2023/463"),
        "S/2023/463"
    );
}

#[test]
fn characters_that_are_read_as_others() {
    assert_eq!(read("09\u{FFFE}18\u{2010}20\u{2011}1"), "09-18-20-1");
    assert_eq!(read("29\u{A0}June\u{3000}2023\u{202F}x"), "29 June 2023 x");
    assert_eq!(read("\u{F02A}\u{F031}\u{F036}\u{F02A}"), "*16*");
    assert_eq!(
        source_of("x \u{F02A}\u{F031}\u{F02A} y", "*1*"),
        "\u{F02A}\u{F031}\u{F02A}"
    );
    assert!(!is_rewritten("\u{F02A}\u{F031}\u{F02A}", "*1*"));
    assert!(!is_rewritten("29\u{A0}June", "29 June"));
}

#[test]
fn columns() {
    assert_eq!(
        read("   United Nations          S/2023/463  \n\t General\t\n"),
        "United Nations\nS/2023/463\nGeneral\n"
    );
    assert_eq!(read("1.\tConfirms  that"), "1.\nConfirms  that");
    assert_eq!(read("a \t b"), "a\nb");
    assert_eq!(read("   \n \t\nx"), "\n\nx");
    assert_eq!(read("   "), "");
    assert_eq!(
        read("Distr.\u{A0}\u{A0}\u{A0}General\u{2003}\n"),
        "Distr.\nGeneral\n"
    );
    let source = "United Nations     S/2023/463";
    assert_eq!(source_of(source, "S/2023/463"), "S/2023/463");
    assert_eq!(source_of(source, "\n"), "     ");
    assert_eq!(source_of(source, "Nations\nS"), "Nations     S");
}

#[test]
fn spans_of_words_leave_out_the_markup_around_them() {
    let source = "x **S/2018/272**\\* y";
    assert_eq!(read(source), "x S/2018/272* y");
    assert_eq!(source_of(source, "S/2018/272"), "S/2018/272");
    assert_eq!(source_of(source, "S/2018/272*"), "S/2018/272**\\*");
    assert_eq!(source_of(source, "x S/"), "x **S/");
    assert!(!is_rewritten(source, "S/2018/272*"));
}

#[test]
fn spans_of_mathematics() {
    let source = "**See** $S_{/2023/463}$, x";
    assert_eq!(read(source), "See S/2023/463, x");
    assert_eq!(source_of(source, "S/2023/463"), "$S_{/2023/463}$");
    assert_eq!(source_of(source, "2023"), "2023");
    assert_eq!(source_of(source, "S/2023"), "$S_{/2023");
    assert_eq!(source_of(source, "463,"), "463}$,");
    assert!(is_rewritten(source, "2023"));
    assert!(is_rewritten(source, "e S"));
    assert!(!is_rewritten(source, "See "));
    assert!(!is_rewritten(source, ", x"));
    assert_eq!(source_of("the $^{1}$ x", "1"), "$^{1}$");
}

#[test]
fn spans_of_entities() {
    let source = "A&#47;1 Gender &amp; Youth";
    assert_eq!(read(source), "A/1 Gender & Youth");
    assert_eq!(source_of(source, "A/1"), "A&#47;1");
    assert_eq!(source_of(source, "&"), "&amp;");
    assert!(is_rewritten(source, "A/"));
    assert!(!is_rewritten(source, "1 Gender"));
}

#[test]
fn offsets_and_empty_spans() {
    let source = "**Annex** II";
    let reading = Reading::of(source);
    assert_eq!(reading.text(), "Annex II");
    assert_eq!(reading.source_offset(0), 2);
    assert_eq!(reading.source_offset(4), 6);
    assert_eq!(reading.source_offset(5), 9);
    assert_eq!(reading.source_offset(8), 12);
    assert_eq!(reading.source_offset(99), 12);
    assert_eq!(reading.source_span(Span::empty(5)), Span::empty(9));
    assert_eq!(reading.source_span(Span::empty(8)), Span::empty(12));
    assert_eq!(reading.source_span(Span::new(6, 99)), Span::new(10, 12));
    assert_eq!(reading.source_span(Span::new(70, 99)), Span::empty(12));
    assert!(!reading.is_rewritten(Span::empty(3)));
    let nothing = Reading::of("<b></b>");
    assert_eq!(nothing.source_span(Span::new(0, 1)), Span::empty(7));
    let plain = Reading::of("été");
    assert_eq!(plain.source_offset(1), 0);
    assert_eq!(plain.source_span(Span::new(1, 3)), Span::new(0, 3));
}
