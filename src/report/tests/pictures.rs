//! The full report.

use super::*;
use crate::finding::{Edit, Fix};

/// What is drawn between the heading and the last line, which are the same in every test.
fn picture(width: usize, source: &Source, finding: Finding) -> String {
    let printed = print(Format::Full, width, source, finding);
    printed
        .strip_prefix(concat!(
            "error[annex-date-mismatch]\n",
            "\n",
            "  × the annex heading is dated 12 June 2023, the letter 21 June 2023\n",
        ))
        .and_then(|rest| rest.strip_suffix("  more: doclint explain annex-date-mismatch\n\n"))
        .unwrap()
        .to_owned()
}

#[test]
fn near_labels_are_in_one_picture() {
    let source = Source::new(
        "seeds/near.md",
        "Letter dated 21 June 2023 from the\nPermanent Representative\n\n\
         Annex to the letter dated 12 June 2023 from\nthe Permanent Representative\n\nEnd",
    );
    let finding = finding(
        label(span(&source, "12 June 2023"), "the annex says 12 June 2023"),
        vec![label(
            span(&source, "21 June 2023"),
            "the letter is dated 21 June 2023",
        )],
    );
    assert_eq!(
        picture(80, &source, finding),
        concat!(
            "   ╭─[seeds/near.md:4:27]\n",
            " 1 │ Letter dated 21 June 2023 from the\n",
            "   ·              ──────┬─────\n",
            "   ·                    ╰── the letter is dated 21 June 2023\n",
            " 2 │ Permanent Representative\n",
            " 3 │ \n",
            " 4 │ Annex to the letter dated 12 June 2023 from\n",
            "   ·                           ──────┬─────\n",
            "   ·                                 ╰── the annex says 12 June 2023\n",
            " 5 │ the Permanent Representative\n",
            "   ╰────\n",
            "  help: give the heading the letter's date\n",
        )
    );
}

#[test]
fn far_labels_are_in_two_pictures_the_fault_first() {
    let filler = "\nA sentence of the body.\n".repeat(20);
    let source = Source::new(
        "far.md",
        format!("Letter dated 21 June 2023\n{filler}\nAnnex to the letter dated 12 June 2023\n"),
    );
    let mut finding = finding(
        label(span(&source, "12 June 2023"), "the annex says 12 June 2023"),
        vec![label(
            span(&source, "21 June 2023"),
            "the letter is dated 21 June 2023",
        )],
    );
    finding.fix = Some(Fix {
        safe: false,
        edits: vec![Edit {
            span: span(&source, "12 June 2023"),
            text: "21 June 2023".to_owned(),
        }],
    });
    assert_eq!(
        picture(80, &source, finding),
        concat!(
            "    ╭─[far.md:43:27]\n",
            " 43 │ Annex to the letter dated 12 June 2023\n",
            "    ·                           ──────┬─────\n",
            "    ·                                 ╰── the annex says 12 June 2023\n",
            "    ╰────\n",
            "   ╭─[far.md:1:14]\n",
            " 1 │ Letter dated 21 June 2023\n",
            "   ·              ──────┬─────\n",
            "   ·                    ╰── the letter is dated 21 June 2023\n",
            "   ╰────\n",
            "  help: give the heading the letter's date\n",
            "   fix: write `21 June 2023` (check it first)\n",
        )
    );
}

#[test]
fn a_line_of_three_thousand_characters_is_cut_to_the_words() {
    let source = Source::new(
        "long.md",
        format!(
            "{}the annex of 12 June 2023 {}",
            "so it went on ".repeat(110),
            "and on it went ".repeat(110)
        ),
    );
    let finding = finding(label(span(&source, "12 June 2023"), "here"), vec![]);
    assert_eq!(
        picture(100, &source, finding),
        concat!(
            "   ╭─[long.md:1:1554]\n",
            " 1 │ … it went on the annex of 12 June 2023 and on it went and on it went and on it went and on …\n",
            "   ·                           ──────┬─────\n",
            "   ·                                 ╰── here\n",
            "   ╰────\n",
            "  help: give the heading the letter's date\n",
        )
    );
}

#[test]
fn arabic_is_underlined_in_the_order_of_its_letters() {
    let source = Source::new(
        "ar.md",
        "رسالة مؤرخة ٢١ حزيران/يونيه ٢٠٢٣ موجهة من الممثل الدائم",
    );
    let finding = finding(label(span(&source, "حزيران/يونيه"), "the month"), vec![]);
    assert_eq!(
        picture(80, &source, finding),
        concat!(
            "   ╭─[ar.md:1:16]\n",
            " 1 │ رسالة مؤرخة ٢١ حزيران/يونيه ٢٠٢٣ موجهة من الممثل الدائم\n",
            "   ·                ──────┬─────\n",
            "   ·                      ╰── the month\n",
            "   ╰────\n",
            "  help: give the heading the letter's date\n",
        )
    );
}

#[test]
fn chinese_is_underlined_two_columns_a_character() {
    let source = Source::new("zh.md", "2023年6月21日常驻代表给秘书长的信\n附件\n");
    let finding = finding(
        label(span(&source, "附件"), "没有宣布"),
        vec![label(span(&source, "秘书长"), "to")],
    );
    assert_eq!(
        picture(80, &source, finding),
        concat!(
            "   ╭─[zh.md:2:1]\n",
            " 1 │ 2023年6月21日常驻代表给秘书长的信\n",
            "   ·                        ───┬──\n",
            "   ·                           ╰── to\n",
            " 2 │ 附件\n",
            "   · ──┬─\n",
            "   ·   ╰── 没有宣布\n",
            "   ╰────\n",
            "  help: give the heading the letter's date\n",
        )
    );
}

#[test]
fn tabs_and_combining_marks_keep_underlines_in_place() {
    let source = Source::new("tab.md", "a\tDistr.:\tGene\u{301}ral\n");
    let finding = finding(
        label(span(&source, "Gene\u{301}ral"), "the category"),
        vec![],
    );
    assert_eq!(
        picture(80, &source, finding),
        concat!(
            "   ╭─[tab.md:1:11]\n",
            " 1 │ a   Distr.: Gene\u{301}ral\n",
            "   ·             ───┬───\n",
            "   ·                ╰── the category\n",
            "   ╰────\n",
            "  help: give the heading the letter's date\n",
        )
    );
}

#[test]
fn an_absence_at_the_end_of_the_file_is_a_caret() {
    let source = Source::new("end.md", "I have the honour to write.");
    let finding = finding(
        label(Span::empty(source.text().len()), "no signature"),
        vec![],
    );
    assert_eq!(
        picture(80, &source, finding),
        concat!(
            "   ╭─[end.md:1:28]\n",
            " 1 │ I have the honour to write.\n",
            "   ·                            ▲\n",
            "   ·                            ╰── no signature\n",
            "   ╰────\n",
            "  help: give the heading the letter's date\n",
        )
    );
}

#[test]
fn an_empty_file_and_a_hostile_name_are_drawn() {
    let source = Source::new("empty\u{1b}[2J\u{202E}.md", "");
    let finding = finding(label(Span::new(5, 9), "nothing"), vec![]);
    assert_eq!(
        picture(80, &source, finding),
        concat!(
            "   ╭─[empty�[2J.md:1:1]\n",
            " 1 │ \n",
            "   · ▲\n",
            "   · ╰── nothing\n",
            "   ╰────\n",
            "  help: give the heading the letter's date\n",
        )
    );
}

#[test]
fn control_characters_of_the_text_do_not_reach_the_terminal() {
    let source = Source::new(
        "c.md",
        "\u{FEFF}An\u{1b}]0;x\u{7} \u{202E}annex\u{202C} here\r\n",
    );
    let finding = finding(
        label(span(&source, "annex\u{202C} here"), "\u{1b}[31mred"),
        vec![],
    );
    assert_eq!(
        picture(80, &source, finding),
        concat!(
            "   ╭─[c.md:1:11]\n",
            " 1 │ An�]0;x� annex here\n",
            "   ·          ─────┬────\n",
            "   ·               ╰── �[31mred\n",
            "   ╰────\n",
            "  help: give the heading the letter's date\n",
        )
    );
}

#[test]
fn words_over_two_lines_are_underlined_on_both() {
    let source = Source::new("two.md", "Letter dated 12 June\n  2023 from the Chair\n");
    let finding = finding(label(span(&source, "12 June\n  2023"), "the date"), vec![]);
    assert_eq!(
        picture(80, &source, finding),
        concat!(
            "   ╭─[two.md:1:14]\n",
            " 1 │ Letter dated 12 June\n",
            "   ·              ───────\n",
            " 2 │   2023 from the Chair\n",
            "   ·   ──┬─\n",
            "   ·     ╰── the date\n",
            "   ╰────\n",
            "  help: give the heading the letter's date\n",
        )
    );
}

#[test]
fn long_messages_are_wrapped_under_their_words() {
    let source = Source::new("wrap.md", "A letter that comes with its own long annex.");
    let message = "this annex is announced here and nowhere else in the whole document";
    let finding = finding(label(span(&source, "annex"), message), vec![]);
    assert_eq!(
        picture(80, &source, finding),
        concat!(
            "   ╭─[wrap.md:1:39]\n",
            " 1 │ A letter that comes with its own long annex.\n",
            "   ·                                       ──┬──\n",
            "   ·                                         ╰─┤ this annex is announced here\n",
            "   ·                                           │ and nowhere else in the whole\n",
            "   ·                                           │ document\n",
            "   ╰────\n",
            "  help: give the heading the letter's date\n",
        )
    );
}

#[test]
fn every_place_of_an_awkward_text_can_be_drawn() {
    let texts = [
        "",
        "\n",
        "\r\n\r\n",
        "e\u{301}\t安\u{202E}\r\n\u{1b}[0m\n\n\u{FEFF}ى\u{200D}👩\u{200D}👧",
        "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\n",
    ];
    let look = Look {
        colour: false,
        width: 20,
    };
    for text in texts {
        let source = Source::new("a.md", text);
        for start in 0..=text.len() + 1 {
            for end in start..=text.len() + 1 {
                let primary = label(Span::new(start, end), "here");
                let other = label(Span::new(end / 2, end), "there, and far from it all");
                let finding = finding(primary, vec![other]);
                let drawn = draw_finding(&source, &finding, look);
                assert!(drawn.contains("here"), "{text:?} {start}..{end}\n{drawn}");
                assert!(drawn.contains("there,"), "{text:?} {start}..{end}\n{drawn}");
                assert!(
                    !drawn.contains("Failed"),
                    "{text:?} {start}..{end}\n{drawn}"
                );
            }
        }
    }
}
